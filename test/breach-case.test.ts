/** A breach in the log: what is a code and what is private, how facts grow, which marks are refused. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { parse } from 'yaml';
import { BREACH_MARKS, factsFile, firstContradicted, marksOf, refuseMark, replayBreach } from '../src/core/breach-case.ts';
import { type CodedFacts, joinFacts, overlay, splitFacts } from '../src/core/breach-coded.ts';
import type { BreachFile } from '../src/core/breach-facts.ts';
import { AUDIENCES } from '../src/core/breach-law.ts';
import type { BreachMarked } from '../src/core/breach-timeline.ts';
import { parseMoment } from '../src/core/date.ts';
import { isRecord } from '../src/core/event-form.ts';
import type { EventBody } from '../src/core/event.ts';
import { GENESIS, canonicalJson } from '../src/core/ledger.ts';
import { memoryLedger } from '../src/adapters/memory-ledger.ts';
import { ROOT } from './session.ts';

const schema = JSON.parse(readFileSync(path.join(ROOT, 'schemas', 'event.schema.json'), 'utf8')) as { $defs: Record<string, { properties?: Record<string, { enum?: string[] }> }> };
const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(schema);
const FACTS = path.join(ROOT, 'fixtures', 'breaches', 'facts');
const files = readdirSync(FACTS).filter((name) => name.endsWith('.yaml')).map((name) => ({ name, file: parse(readFileSync(path.join(FACTS, name), 'utf8')) as BreachFile }));

const event = (body: EventBody) => ({ seq: 1, case: 'B-1', recordedAt: '2026-11-25T12:00:00Z', by: 'anna', body });
const admitted = (body: EventBody): boolean => {
  const [byText, bySchema] = [isRecord(canonicalJson(event(body))), validate(event(body))];
  assert.equal(byText, bySchema, canonicalJson(body));
  return byText;
};

describe('facts in the log', () => {
  for (const { name, file } of files) {
    it(`${name} comes back as it went in`, () => {
      const { facts, texts } = splitFacts(file);
      assert.ok(admitted({ type: 'opened', kind: 'breach', facts }));
      const { $schema: _, ...given } = file as BreachFile & { $schema?: string };
      assert.deepEqual(joinFacts(overlay(new Map(), facts, 1), (at) => texts[at], 'B-1'), given);
    });
  }
  it('has no word of a text, whoever wrote it where', () => {
    const [{ file }] = files.filter((f) => f.name === 'every-key.yaml') as [(typeof files)[number]];
    const { facts, texts } = splitFacts(file);
    const logged = canonicalJson(facts);
    for (const text of Object.values(texts).filter((t) => /\s|@/.test(t))) assert.ok(!logged.includes(JSON.stringify(text)), text);
    for (const at of ['title', 'incident.summary', 'organisation.name', 'dpo.email', 'people.categories.0', 'risk.reasons', 'measures.taken.0', 'reporter.name', 'dataSets.0.name']) {
      assert.equal(facts[at], 'private', at);
      assert.equal(typeof texts[at], 'string', at);
    }
    assert.deepEqual([facts['organisation.parent'], texts['organisation.parent']], ['not-applicable', 'it is owned by its founders']);
  });
  it('takes a text for a code nowhere, and a code for one only where there are codes', () => {
    fc.assert(fc.property(fc.constantFrom(...Object.keys(splitFacts(files.find((f) => f.name === 'every-key.yaml')?.file ?? {}).facts)), fc.constantFrom('Ann said: no', 'ann@example.org', 'Ann', 'a b', 'ann', '4711'), (at, text) => {
      const file: Record<string, unknown> = {};
      at.split('.').reduce<Record<string, unknown>>((inner, key, i, keys) => (inner[key] = i === keys.length - 1 ? text : {}) as Record<string, unknown>, file);
      const { facts, texts } = splitFacts(file);
      assert.ok(admitted({ type: 'breach-learned', facts }));
      if (/^(title|incident\.(summary|vector|actor)|organisation\.(name|type)|reporter|dpo|measures|consequences|risk\.reasons|delayReasons)/.test(at)) assert.deepEqual([Object.values(facts), Object.values(texts)], [['private'], [text]]);
      if (/[ @A-Z]/.test(text)) assert.deepEqual(Object.values(texts), [text]);
    }));
  });
  it('writes an instant in one way', () => {
    const { facts, texts } = splitFacts({ title: 'x', incident: { discovered: '2026-11-20 16:20:00+0100', aware: '2026-11-20t16:20Z', contained: 'yesterday' } });
    assert.deepEqual([facts['incident.discovered'], facts['incident.aware'], facts['incident.contained']], ['2026-11-20T16:20:00+01:00', '2026-11-20T16:20Z', 'private']);
    assert.equal(texts['incident.contained'], 'yesterday');
  });
  it('keeps a text that is a word of the log itself apart from it', () => {
    const file = { title: 'private', agentOf: 'private', incident: { cause: 'not-applicable' } };
    const { facts, texts } = splitFacts(file);
    assert.deepEqual(joinFacts(overlay(new Map(), facts, 1), (at) => texts[at], 'B-1'), file);
  });
  it('of what was erased nothing is known any more', () => {
    const { facts } = splitFacts({ title: 'Secret', incident: { summary: 'Secret', cause: 'malicious', toldBy: { notApplicable: 'Secret' } }, measures: { taken: ['Secret'] }, dataSets: [{ name: 'Secret', role: 'processor' }] });
    assert.deepEqual(joinFacts(overlay(new Map(), facts, 1), () => undefined, 'B-7'), {
      title: 'breach B-7', incident: { cause: 'malicious', toldBy: { notApplicable: 'the reason was erased' } }, dataSets: [{ name: 'data set 1', role: 'processor' }],
    });
  });
});

describe('the form of a breach event', () => {
  const facts = fc.dictionary(
    fc.constantFrom('incident.cause', 'people.byJurisdiction.US-CA', 'dataSets.0.role', 'agentOf', 'people.byElement.account-credentials.DE'),
    fc.oneof(fc.constantFrom('malicious', 'private', 'US-CA', '2026-11-25', '2026-11-25T14:05:00.123+01:00', 'PT8H', 'P3D', 'unknown'), fc.integer({ min: 0, max: 1e9 }), fc.constantFrom(0.25, 0.75, 9.99), fc.boolean(), fc.array(fc.constantFrom('name', 'DE')), fc.constantFrom({ n: 0 }, { n: 5, precision: 'exact' }, { upTo: 3 }, { precision: 'unknown' }, { n: 1, precision: 'estimate', upTo: 2 })),
  ) as fc.Arbitrary<CodedFacts>;
  const ref = fc.constant({ id: 'P-1', digest: GENESIS });
  const code = fc.constantFrom('eu-gdpr', 'state-police', 'preliminary');
  const body = fc.oneof(
    fc.record({ type: fc.constant('opened' as const), kind: fc.constant('breach' as const), facts, private: ref }, { requiredKeys: ['type', 'kind', 'facts'] }),
    fc.record({ type: fc.constant('breach-learned' as const), facts, private: ref }, { requiredKeys: ['type', 'facts'] }),
    fc.record({ type: fc.constant('breach-marked' as const), mark: fc.constantFrom(...BREACH_MARKS), on: fc.constantFrom('2026-11-25', '2026-11-25T14:05Z'), law: code, audience: fc.constantFrom(...AUDIENCES), variant: code, phase: code, private: ref }, { requiredKeys: ['type', 'mark', 'on'] }),
  );
  it('names the same words in the schema as in the code', () => {
    assert.deepEqual([schema.$defs['breachMarked']?.properties?.['mark']?.enum, schema.$defs['breachMarked']?.properties?.['audience']?.enum], [[...BREACH_MARKS], [...AUDIENCES]]);
  });
  it('admits what the schema admits', () => fc.assert(fc.property(body, (value) => assert.ok(admitted(value as EventBody))), { numRuns: 500 }));
  it('refuses, as the schema does, any field that holds something else', () => {
    fc.assert(fc.property(body, fc.nat(), fc.constantFrom<unknown>('Ann said: no', 'ann@example.org', 'x'.repeat(65), '', 'a"b', 17.5, -1, null, ['A B'], { note: 'Ann x' }), (value, n, other) => {
      const keys = Object.keys(value);
      const key = keys[n % keys.length] as string;
      assert.ok(!admitted({ ...value, [key]: other }));
    }), { numRuns: 500 });
  });
  it('refuses a long record that is wrong at its end as quickly as a short one', () => {
    const many = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`dataSets.${i}.data.elements`, ['2026-11-25', 'genetic', '2026-11-25T14:05Z', 'PT', 'PT8H']]));
    const start = process.hrtime.bigint();
    assert.ok(isRecord(canonicalJson(event({ type: 'breach-learned', facts: many }))));
    assert.ok(!isRecord(canonicalJson(event({ type: 'breach-learned', facts: { ...many, 'people.count': 'Ann said: no' } } as never))));
    assert.ok(Number(process.hrtime.bigint() - start) / 1e9 < 5);
  });
  it('refuses a fact that is no code, time, place or number', () => {
    for (const value of ['Ann said: no', 'Ann', '', null, -1, 1e12, { n: -1 }, { n: 1, who: 'Ann' }, {}, ['Ann'], [['name']], { n: '5' }]) assert.ok(!admitted({ type: 'breach-learned', facts: { 'incident.cause': value } } as never), JSON.stringify(value));
    for (const at of ['', 'Ann said', 'incident.', '.cause', 'incident..cause', 'ann@example', `incident.${'x'.repeat(33)}`, '1.2']) assert.ok(!admitted({ type: 'breach-learned', facts: { [at]: 'malicious' } } as never), at);
  });
});

describe('facts that grow', () => {
  const told = (...each: CodedFacts[]) => each.reduce((before, facts, i) => overlay(before, facts, i + 1), new Map<string, { value: CodedFacts[string]; event: number }>());
  const of = (...each: CodedFacts[]) => Object.fromEntries([...told(...each)].map(([at, { value }]) => [at, value]));
  it('a group gains, a value is replaced', () => {
    assert.deepEqual(of({ 'people.byJurisdiction.DE': 40, 'incident.cause': 'accidental' }, { 'people.byJurisdiction.FR': 3, 'incident.cause': 'malicious' }), { 'people.byJurisdiction.DE': 40, 'people.byJurisdiction.FR': 3, 'incident.cause': 'malicious' });
  });
  it('a list is replaced as a whole', () => {
    assert.deepEqual(of({ 'measures.taken.0': 'private', 'measures.taken.1': 'private', 'measures.planned.0': 'private' }, { 'measures.taken.0': 'private' }), { 'measures.planned.0': 'private', 'measures.taken.0': 'private' });
    assert.deepEqual(of({ 'notices.0.law': 'eu-gdpr', 'notices.1.law': 'gb-gdpr' }, { notices: [] }), { notices: [] });
    assert.deepEqual(of({ 'dataSets.0.name': 'private', 'dataSets.1.role': 'processor' }, { 'dataSets.0.role': 'controller' }), { 'dataSets.0.role': 'controller' });
  });
  it('what is said of a group replaces what was said within it, and the other way round', () => {
    assert.deepEqual(of({ 'incident.toldBy.party': 'private' }, { 'incident.toldBy': 'unknown' }), { 'incident.toldBy': 'unknown' });
    assert.deepEqual(of({ 'incident.toldBy': 'not-applicable' }, { 'incident.toldBy.party': 'private' }), { 'incident.toldBy.party': 'private' });
    assert.deepEqual(of({ 'people.countless': 1 }, { 'people.count': 2 }), { 'people.countless': 1, 'people.count': 2 });
  });
});

describe('marks', () => {
  const file: BreachFile = { title: 'x', incident: { occurred: { from: '2026-11-14' }, discovered: '2026-11-20T10:00:00Z', ongoing: true } };
  const on = (text: string) => parseMoment(text) as BreachMarked['on'];
  const refused = (mark: BreachMarked['mark'], when: string, before: BreachMarked[] = [], more: Partial<BreachMarked> = {}) => refuseMark(file, before, { mark, on: on(when), ...more }, 'UTC')?.says;
  it('may follow what is recorded', () => {
    assert.equal(refused('aware', '2026-11-20T12:00:00Z'), undefined);
    assert.equal(refused('contained', '2026-11-21'), undefined);
    assert.equal(refused('people-notified', '2026-11-21'), undefined);
    assert.equal(refused('occurred', '2026-11-13', [], { law: 'eu-gdpr' }), undefined);
  });
  it('may not contradict it', () => {
    assert.match(refused('aware', '2026-11-19T12:00:00Z') ?? '', /lies before incident.discovered/);
    assert.match(refused('aware', '2026-11-19T12:00:00Z', [], { law: 'eu-gdpr' }) ?? '', /lies before incident.discovered/);
    assert.match(refused('discovered', '2026-11-21T12:00:00Z') ?? '', /recorded already as 2026-11-20/);
    assert.match(refused('authority-notified', '2026-11-18') ?? '', /no notice is sent before it was discovered/);
    assert.match(refused('people-notified', '2026-11-10') ?? '', /before the breach occurred/);
  });
  it('are recorded once; a notice in parts as often as it has parts', () => {
    const aware: BreachMarked = { mark: 'aware', on: on('2026-11-20T12:00:00Z') };
    assert.match(refused('aware', '2026-11-20T13:00:00Z', [aware]) ?? '', /recorded already, for 2026-11-20 12:00 UTC/);
    assert.equal(refused('aware', '2026-11-20T13:00:00Z', [aware], { law: 'eu-gdpr' }), undefined);
    const told: BreachMarked = { mark: 'authority-notified', on: on('2026-11-21'), law: 'eu-gdpr' };
    assert.match(refused('authority-notified', '2026-11-21', [told], { law: 'eu-gdpr' }) ?? '', /recorded already/);
    assert.equal(refused('authority-notified', '2026-11-22', [told], { law: 'eu-gdpr' }), undefined);
    assert.equal(refused('authority-notified', '2026-11-21', [told], { law: 'gb-gdpr' }), undefined);
  });

  const stamp = { by: 'anna', recordedAt: '2026-11-25T12:00:00Z' };
  const recorded = async (...bodies: EventBody[]) => {
    const ledger = memoryLedger();
    const events = await ledger.transact((tx) => tx.append('B-1', bodies.map((body) => ({ body })), stamp));
    return replayBreach(events) ?? assert.fail('no breach');
  };
  const opened: EventBody = { type: 'opened', kind: 'breach', facts: { 'incident.ongoing': true, 'incident.discovered': '2026-11-20T10:00:00Z' } };
  it('are facts as well, where they count for every law', async () => {
    const record = await recorded(opened, { type: 'breach-marked', mark: 'contained', on: '2026-11-21' }, { type: 'breach-marked', mark: 'aware', on: '2026-11-21T10:00:00Z', law: 'eu-gdpr' }, { type: 'breach-marked', mark: 'told-by-other-party', on: '2026-11-20T10:00:00Z' }, ...(['notified', 'register-entered', 'people-notified'] as const).map((mark): EventBody => ({ type: 'breach-marked', mark, on: '2026-11-22' })));
    assert.deepEqual(factsFile(record, () => undefined, marksOf(record, 'UTC')).incident, { discovered: '2026-11-20T10:00:00Z', contained: '2026-11-21', ongoing: false, toldBy: { at: '2026-11-20T10:00:00Z' } });
  });
  it('of later than now are not there yet', async () => {
    const record = await recorded(opened, { type: 'breach-marked', mark: 'contained', on: '2026-11-21' }, { type: 'breach-marked', mark: 'people-notified', on: '2026-11-22T10:00:00Z' });
    assert.deepEqual(marksOf(record, 'UTC', on('2026-11-21')).map((m) => m.mark), ['contained']);
    assert.deepEqual(marksOf(record, 'UTC', on('2026-11-22T09:59:59Z')).map((m) => m.mark), ['contained']);
    assert.deepEqual(marksOf(record, 'UTC', on('2026-11-22T10:00:00Z')).map((m) => m.mark), ['contained', 'people-notified']);
  });
  it('are struck and moved by corrections, and so are facts', async () => {
    const record = await recorded(opened, { type: 'breach-marked', mark: 'aware', on: '2026-11-21T10:00:00Z' }, { type: 'breach-learned', facts: { 'incident.cause': 'malicious' } }, { type: 'corrected', event: 2, on: '2026-11-20T11:00:00Z' }, { type: 'corrected', event: 3 });
    assert.deepEqual([record.marks[0]?.body.on, record.told.has('incident.cause')], ['2026-11-20T11:00:00Z', false]);
  });
  it('name the first event that can no longer stand', async () => {
    const good = await recorded(opened, { type: 'breach-marked', mark: 'aware', on: '2026-11-21T10:00:00Z' });
    assert.equal(firstContradicted(good, () => undefined, 'UTC'), undefined);
    const bad = await recorded(opened, { type: 'breach-marked', mark: 'aware', on: '2026-11-21T10:00:00Z' }, { type: 'breach-learned', facts: { 'incident.discovered': '2026-11-22T10:00:00Z' } });
    assert.equal(firstContradicted(bad, () => undefined, 'UTC')?.seq, 2);
  });
  it('a case of another kind is no breach', async () => {
    const ledger = memoryLedger();
    const events = await ledger.transact((tx) => tx.append('R-1', [{ body: { type: 'opened', kind: 'request', requestType: 'access', jurisdiction: 'DE' } }], stamp));
    assert.equal(replayBreach(events), undefined);
    assert.equal(replayBreach([]), undefined);
  });
});
