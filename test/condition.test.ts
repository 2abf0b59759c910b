import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Condition, evaluate } from '../src/core/condition.ts';
import { covers, lineage, nearest, suggestPlaces } from '../src/core/places.ts';
import { loadPlaces } from '../src/adapters/data.ts';

const role: Condition = { fact: 'role', is: 'processor' };
const genetic: Condition = { fact: 'data', oneOf: ['genetic', 'biological-sample'] };
const many: Condition = { fact: 'people', moreThan: 500 };

describe('conditions have three truths', () => {
  const table: [string, Condition, Parameters<typeof evaluate>[1], boolean | undefined, string[]][] = [
    ['is', role, { role: 'processor' }, true, []], ['is not', role, { role: 'controller' }, false, []], ['is unknown', role, {}, undefined, ['role']],
    ['one of several values', genetic, { data: ['email', 'genetic'] }, true, []], ['none of them', genetic, { data: ['email'] }, false, []], ['an empty list is known', genetic, { data: [] }, false, []],
    ['more than 500: 500', many, { people: 500 }, false, []], ['more than 500: 501', many, { people: 501 }, true, []], ['at least 500: 500', { fact: 'people', atLeast: 500 }, { people: 500 }, true, []],
    ['all: one false decides', { all: [role, genetic] }, { role: 'controller' }, false, []], ['all: unknown stays open', { all: [role, genetic] }, { role: 'processor' }, undefined, ['data']],
    ['any: one true decides', { any: [role, genetic] }, { data: ['genetic'] }, true, []], ['any: unknown stays open', { any: [role, genetic] }, { data: ['email'] }, undefined, ['role']],
    ['not unknown is unknown', { not: role }, {}, undefined, ['role']], ['not', { not: role }, { role: 'controller' }, true, []],
    ['each missing fact once', { all: [role, { not: role }, genetic] }, {}, undefined, ['role', 'data']],
  ];
  for (const [name, condition, facts, truth, missing] of table) it(name, () => assert.deepEqual(evaluate(condition, facts), { truth, missing }));

  it('learning a fact never turns a decided condition around', () => {
    const leaf = fc.constantFrom<Condition>(role, genetic, many);
    const condition = fc.letrec<{ c: Condition }>((tie) => ({ c: fc.oneof({ maxDepth: 4 }, leaf, fc.record({ all: fc.array(tie('c'), { minLength: 1, maxLength: 3 }) }), fc.record({ any: fc.array(tie('c'), { minLength: 1, maxLength: 3 }) }), fc.record({ not: tie('c') })) })).c;
    const facts = fc.record({ role: fc.constantFrom('processor', 'controller'), data: fc.constantFrom(['genetic'], ['email']), people: fc.constantFrom(1, 501) }, { requiredKeys: [] });
    fc.assert(fc.property(condition, facts, facts, (c, some, more) => {
      const before = evaluate(c, some);
      if (before.truth !== undefined) assert.equal(evaluate(c, { ...more, ...some }).truth, before.truth);
      else assert.ok(before.missing.length > 0 && before.missing.every((m) => !(m in some)));
    }));
  });
});

describe('places', () => {
  const places = loadPlaces();
  it('lie in larger ones', () => {
    assert.deepEqual(lineage('US-CA', places), ['US-CA', 'US']);
    assert.deepEqual(lineage('DE-BY', places), ['DE-BY', 'DE', 'EU']);
    assert.equal(covers('US', 'US-CA', places), true);
    assert.equal(covers('US-CA', 'US', places), undefined, 'the state is not known');
    assert.equal(covers('US-CA', 'JP', places), false);
    assert.equal(covers('EU', 'FR', places), true);
  });
  it('are suggested by name and code', () => {
    assert.deepEqual(suggestPlaces('Germany', places), ['DE (Germany)']);
    assert.deepEqual(suggestPlaces('california', places), ['US-CA (California)']);
    assert.ok(suggestPlaces('Germny', places).includes('DE (Germany)'));
    assert.deepEqual(suggestPlaces('us_ca', places)[0], 'US-CA (California)');
    assert.deepEqual(suggestPlaces('nowhere at all', places), []);
  });
  it('and words by nearness', () => {
    assert.equal(nearest('acces', ['access', 'accounting']), 'access');
    assert.equal(nearest('eras', ['erasure', 'access']), 'erasure');
    assert.equal(nearest('xyz', ['erasure', 'access']), undefined);
  });
});
