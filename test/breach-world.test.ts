/** Breach laws outside the United States, over hand-checked cases: both ends of periods, every role, exceptions, wordings of other days. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isFactPath } from '../src/adapters/breach-laws.ts';
import type { BreachFile } from '../src/core/breach-facts.ts';
import type { BreachLaw } from '../src/core/breach-law.ts';
import { lintBreachLaw } from '../src/core/breach-lint.ts';
import { type CaseRow, check, laws, run, world } from './breach-cases.ts';
import { ROOT } from './session.ts';

const FOLDER = path.join(ROOT, 'fixtures', 'breaches', 'world');
const readJson = (...parts: string[]): unknown => JSON.parse(readFileSync(path.join(ROOT, ...parts), 'utf8'));
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false });
addFormats.default(ajv);
const validLaw = ajv.compile(readJson('schemas', 'breach-law.schema.json') as object);
const validFacts = new Ajv2020({ allErrors: true, strict: false }).compile(readJson('schemas', 'breach-facts.schema.json') as object);

type Row = Omit<CaseRow, 'facts'> & { facts?: Partial<BreachFile> };
interface Table {
  laws: string[];
  base: Omit<BreachFile, 'title'>;
  cases: Row[];
}

const tables = readdirSync(FOLDER).toSorted().map((name) => ({ name, table: JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')) as Table }));
const law = (id: string): BreachLaw => laws.get(id) ?? assert.fail(`no law ${id}`);
const own = [...new Set(tables.flatMap(({ table }) => table.laws))];
/** A key of the case takes the place of the base's. */
const factsOf = ({ base }: Table, row: Row): BreachFile => ({ title: 'a case', ...base, ...row.facts });

describe('law files', () => {
  for (const id of own) {
    it(`${id} satisfies its schema and its lint`, () => {
      assert.ok(validLaw(law(id)), ajv.errorsText(validLaw.errors, { separator: '\n' }));
      assert.deepEqual(lintBreachLaw(law(id), isFactPath), []);
    });
  }

  it('are all in a table, and every obligation in a case', () => {
    const outside = [...laws.values()].filter((l) => l.jurisdiction !== '*' && !l.jurisdiction.startsWith('US') && l.id !== 'own-policy-japan');
    assert.deepEqual(own.toSorted(), outside.map((l) => l.id).toSorted());
    const expected = new Set(tables.flatMap(({ table }) => table.cases.flatMap((row) => row.expect.map((e) => `${e.law ?? table.laws.join('')} ${e.obligation}`))));
    assert.deepEqual(outside.flatMap((l) => l.obligations.map((o) => `${l.id} ${o.id}`)).filter((name) => !expected.has(name)), []);
  });

  it('name no place that is not known', () => {
    for (const id of own) for (const place of [...(law(id).scope.people ?? []), ...(law(id).scope.established ?? [])]) assert.ok(world.places[place], `${id}: ${place}`);
  });
});

for (const { name, table } of tables) {
  describe(name, () => {
    for (const row of table.cases) {
      it(row.name, () => {
        const facts = factsOf(table, row);
        assert.ok(validFacts(facts), JSON.stringify(validFacts.errors));
        assert.ok(row.evidence.length > 10, 'no evidence');
        check({ ...row, facts }, table.laws.map(law));
      });
    }
  });
}

describe('laws that do not concern a breach', () => {
  const facts = { title: 'a case', roles: ['controller'], risk: { level: 'high' } } as const;
  const ids = (given: Partial<BreachFile>, of: string[], asOf = '2026-11-21'): string[] => [...new Set(run({ facts: { ...facts, roles: [...facts.roles], ...given }, asOf }, of.map(law)).items.map((i) => i.law))].toSorted();

  it('the Regulation left the United Kingdom, and was not in Norway at first', () => {
    const both = ['eu-gdpr', 'gb-gdpr'];
    assert.deepEqual(ids({ incident: { aware: '2021-01-01T00:00:00Z' }, people: { byJurisdiction: { GB: 1 } } }, both), ['gb-gdpr']);
    assert.deepEqual(ids({ incident: { aware: '2018-07-19T10:00:00Z' }, people: { byJurisdiction: { NO: 1 } } }, both), ['no-unknown']);
  });

  it('NIS2 and the free zones bind those who are established there and belong to them', () => {
    const of = ['eu-gdpr', 'eu-nis2', 'ae-pdpl', 'ae-difc', 'ae-adgm'];
    const people = { byJurisdiction: { DE: 1, AE: 1 } };
    const anywhere = ['ae-pdpl', 'eu-gdpr'];
    assert.deepEqual(ids({ people, organisation: { establishedIn: ['US-MA'] } }, of), anywhere);
    assert.deepEqual(ids({ people, organisation: { establishedIn: ['AE', 'FR'], regimes: [] } }, of), anywhere);
    assert.deepEqual(ids({ people, organisation: { establishedIn: ['AE', 'FR'], regimes: ['nis2-entity', 'difc-establishment'] } }, of), ['ae-difc', 'ae-pdpl', 'eu-gdpr', 'eu-nis2']);
  });

  it('it is a question where nobody said whether the organisation belongs to them', () => {
    const { items } = run({ facts: { ...facts, roles: [...facts.roles], people: { byJurisdiction: { DE: 1, CN: 2 } }, organisation: { establishedIn: ['DE'] } }, asOf: '2026-11-21' }, ['eu-nis2', 'cn-csir'].map(law));
    assert.deepEqual(items.map((i) => [i.law, i.decision, i.missing.includes('organisation.regimes')]), [['cn-csir', 'undetermined', true], ['eu-nis2', 'undetermined', true]]);
  });

  it('an establishment is enough', () => {
    assert.deepEqual(ids({ people: { byJurisdiction: { 'US-CA': 1 } }, organisation: { establishedIn: ['JP', 'DE'] } }, ['jp-appi', 'eu-gdpr', 'ch-fadp']), ['eu-gdpr', 'jp-appi', 'us-ca-unknown']);
  });
});

describe('a proposal', () => {
  it('changes nothing', () => {
    const [now, proposed] = law('eu-gdpr').obligations.find((o) => o.id === 'notify-authority')?.terms ?? [];
    assert.equal(now?.until, undefined);
    assert.equal(proposed?.status, 'proposed');
    const late = run({ facts: { roles: ['controller'], incident: { aware: '2030-01-01T10:00:00Z' }, people: { byJurisdiction: { DE: 1 } }, risk: { level: 'risk' } }, asOf: '2030-01-02' }, [law('eu-gdpr')]);
    assert.equal(late.items.find((i) => i.obligation === 'notify-authority')?.dueAt, '2030-01-04T10:00:00Z');
  });
});
