/** Facts of breaches: reading, three values, conditions over them, contradictions, and people counted from a list. `UPDATE=1` writes the expected problems. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { readBreachFacts, severityTable } from '../src/adapters/breach-facts.ts';
import { loadPlaces } from '../src/adapters/data.ts';
import { countPeople } from '../src/adapters/people-csv.ts';
import { factFaults } from '../src/core/breach-check.ts';
import { type BreachFile, countOf, factsOf, knowledge, ofDataSet, timesOf } from '../src/core/breach-facts.ts';
import { evaluate } from '../src/core/condition.ts';
import { parseInstant, parseMoment } from '../src/core/date.ts';
import { UserError } from '../src/core/errors.ts';

const FIXTURES = path.resolve(import.meta.dirname, '..', 'fixtures', 'breaches', 'facts');
const SCHEMA = path.resolve(import.meta.dirname, '..', 'schemas', 'breach-facts.schema.json');
const places = loadPlaces();
const now = parseMoment('2026-11-25T12:00:00Z') as { instant: number };
const given = { now, zone: 'UTC', places };
const check = (value: unknown): string[] => factFaults(value, { ...given, elements: Object.keys(severityTable.dataContext.elements) }).map((fault) => `${fault.path.join('.')}: ${fault.says}`);
const yaml = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.yaml'));

async function problemsOf(file: string): Promise<UserError> {
  try {
    await readBreachFacts(file, path.basename(file), given);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  return assert.fail(`${file} was read`);
}

describe('facts files', () => {
  for (const name of yaml(FIXTURES)) {
    it(`${name} is read`, async () => {
      const { facts, source: { sha256 } } = await readBreachFacts(path.join(FIXTURES, name), name, given);
      assert.ok(facts.title.length > 0);
      assert.match(sha256, /^[0-9a-f]{64}$/);
    });
  }
  for (const name of yaml(path.join(FIXTURES, 'refused'))) {
    it(`${name} is refused, every problem at once with line and column`, async () => {
      const expected = path.join(FIXTURES, 'refused', name.replace('.yaml', '.txt'));
      const error = await problemsOf(path.join(FIXTURES, 'refused', name));
      assert.equal(error.code, 'bad-facts');
      const text = `${error.message}\n${error.problems.map(({ at, says }) => `${at}: ${says}`).join('\n')}\n`;
      if (process.env['UPDATE']) writeFileSync(expected, text);
      assert.equal(text, readFileSync(expected, 'utf8'));
    });
  }
  it('one fixture uses every key of the schema', () => {
    interface Node { $ref?: string; properties?: Record<string, Node>; items?: Node; else?: Node; if?: Node }
    const schema = JSON.parse(readFileSync(SCHEMA, 'utf8')) as Node & { $defs: Record<string, Node> };
    const unused: string[] = [];
    const walk = (node: Node, value: unknown, at: string): void => {
      if (node.$ref) return walk(schema.$defs[node.$ref.split('/').at(-1) as string] as Node, value, at);
      if (node.else && !node.properties) return walk(node.else, value, at);
      const values = Array.isArray(value) ? value : [value];
      if (node.items) return walk(node.items, values, `${at}[]`);
      for (const [key, inner] of Object.entries(node.properties ?? {})) {
        if (key === '$schema') continue;
        const found = values.flatMap((v) => (typeof v === 'object' && v !== null && key in v ? [(v as Record<string, unknown>)[key]] : []));
        // What a contact or an amount has is shown somewhere, not everywhere.
        if (found.length === 0 && !/contact|reporter|dpo|representative|\.(records|count|people)\.|byElement|dataSets\[\]\.(data|people|protection)\./i.test(`${at}.${key}`)) unused.push(`${at}.${key}`);
        for (const one of found) walk(inner, one, `${at}.${key}`);
      }
    };
    walk(schema, parse(readFileSync(path.join(FIXTURES, 'every-key.yaml'), 'utf8')), '');
    assert.deepEqual([...new Set(unused)], [], 'show the key in fixtures/breaches/facts/every-key.yaml');
  });
  it('an empty file lacks its title, and JSON is read like YAML', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'custos-facts-'));
    after(() => rmSync(folder, { recursive: true }));
    writeFileSync(path.join(folder, 'empty.yaml'), '');
    assert.match((await problemsOf(path.join(folder, 'empty.yaml'))).problems[0]?.says as string, /lacks “title”/);
    writeFileSync(path.join(folder, 'a.json'), '{"title": "t", "incident": {"ongoing": false, "cause": "unknown"}, "protection": {"encrypted": true}}');
    const { facts } = await readBreachFacts(path.join(folder, 'a.json'), 'a.json', given);
    assert.equal(factsOf(facts, places)['protection.encrypted'], 'yes');
    assert.equal(factsOf(facts, places)['incident.ongoing'], 'no');
    assert.equal(factsOf(facts, places)['incident.cause'], undefined);
  });
});

describe('three values', () => {
  const file = { title: 't', incident: { cause: 'malicious', aware: 'unknown', toldBy: { notApplicable: 'found by ourselves' }, cia: ['availability'] }, data: { elements: ['name', 'unknown'], records: { n: 5, precision: 'exact' } }, circumstances: 'unknown', people: { categories: [], count: { n: 450, precision: 'estimate', upTo: 600 } } } as unknown as BreachFile;
  const facts = factsOf(file, places);
  it('known, unknown, and not applicable with its reason', () => {
    assert.deepEqual(knowledge(file, 'incident.cause'), { value: 'malicious' });
    assert.deepEqual(knowledge(file, 'incident.aware'), { unknown: true });
    assert.deepEqual(knowledge(file, 'incident.determined'), { unknown: true });
    assert.deepEqual(knowledge(file, 'incident.toldBy.at'), { notApplicable: 'found by ourselves' });
    assert.deepEqual(knowledge(file, 'circumstances.published'), { unknown: true });
    assert.deepEqual(knowledge(file, 'data.records.n'), { value: 5 });
  });
  it('conditions: a fact that does not apply is false, an unknown one open', () => {
    assert.equal(evaluate({ fact: 'incident.toldBy', is: 'x' }, facts).truth, false);
    assert.deepEqual(evaluate({ fact: 'incident.aware', is: 'x' }, facts), { truth: undefined, missing: ['incident.aware'] });
    assert.equal(evaluate({ fact: 'incident.cia', is: 'availability' }, facts).truth, true);
    assert.equal(evaluate({ fact: 'people.categories', is: 'patients' }, facts).truth, false, 'an empty list is known');
  });
  it('a list with unknown in it is open: it has what it names, and may have more', () => {
    assert.equal(evaluate({ fact: 'data.elements', oneOf: ['name', 'ssn'] }, facts).truth, true);
    assert.deepEqual(evaluate({ fact: 'data.elements', is: 'genetic' }, facts), { truth: undefined, missing: ['data.elements'] });
    assert.equal(factsOf({ title: 't', data: { elements: ['unknown'] } }, places)['data.elements'], undefined, 'nothing named is nothing known');
  });
  const thresholds: [string, unknown, boolean | undefined][] = [
    ['exact, at it', { n: 500, precision: 'exact' }, true], ['exact, below', { n: 499, precision: 'exact' }, false],
    ['an estimate below it whose upper bound reaches it', { n: 450, precision: 'estimate', upTo: 500 }, true], ['an upper bound below it', { n: 450, precision: 'estimate', upTo: 499 }, false],
    ['an estimate without upper bound, below it', { n: 450, precision: 'estimate' }, undefined], ['an estimate without upper bound, above it', { n: 501, precision: 'estimate' }, true],
    ['an upper bound alone, below it', { upTo: 499, precision: 'unknown' }, false], ['nothing', { precision: 'unknown' }, undefined], ['a number of unknown precision', { n: 499 }, undefined],
  ];
  for (const [name, count, truth] of thresholds) {
    it(`at least 500: ${name}`, () => assert.equal(evaluate({ fact: 'people.count', atLeast: 500 }, factsOf({ title: 't', people: { count } } as BreachFile, places)).truth, truth));
  }
  it('says that an upper bound would decide', () => {
    assert.deepEqual(evaluate({ fact: 'people.count', moreThan: 500 }, factsOf({ title: 't', people: { count: { n: 5, precision: 'estimate' } } }, places)).missing, ['people.count.upTo']);
  });
  it('learning more never turns a threshold around', () => {
    fc.assert(fc.property(fc.nat(1000), fc.nat(1000), fc.nat(1000), (n, more, k) => {
      const before = evaluate({ fact: 'p', atLeast: k }, { p: countOf({ n, precision: 'estimate' }) }).truth;
      const later = evaluate({ fact: 'p', atLeast: k }, { p: countOf({ n, precision: 'estimate', upTo: n + more }) }).truth;
      if (before !== undefined) assert.equal(later, before);
    }));
  });
});

describe('people by jurisdiction', () => {
  const at = (people: BreachFile['people'], place: string): unknown => factsOf({ title: 't', ...(people ? { people } : {}) }, places)[`people.byJurisdiction.${place}`];
  it('a larger place has those of its parts', () => {
    const people = { byJurisdiction: { 'US-CA': 501, 'US-MA': 20, DE: 40, FR: { n: 5, precision: 'estimate', upTo: 9 } as const } };
    assert.deepEqual(at(people, 'US'), { n: 521, upTo: 521 });
    assert.deepEqual(at(people, 'EU'), { n: 45, upTo: 49 });
    assert.equal(evaluate({ fact: 'people.byJurisdiction.US-CA', moreThan: 500 }, factsOf({ title: 't', people }, places)).truth, true);
    assert.deepEqual(factsOf({ title: 't', people }, places)['people.byJurisdiction.EU'], { n: 45, upTo: 49 });
  });
  it('of whom only the country is known may be of any part: a threshold between decides nothing', () => {
    const people = { byJurisdiction: { US: 100, 'US-CA': 40 } };
    assert.deepEqual(at(people, 'US'), { n: 140, upTo: 140 });
    assert.deepEqual(at(people, 'US-CA'), { n: 40, upTo: 140, anywhere: true });
    assert.deepEqual(evaluate({ fact: 'people.byJurisdiction.US-CA', atLeast: 50 }, factsOf({ title: 't', people }, places)), { truth: undefined, missing: ['people.byJurisdiction.US-CA'] });
    assert.equal(evaluate({ fact: 'people.byJurisdiction.US-CA', atLeast: 141 }, factsOf({ title: 't', people }, places)).truth, false);
  });
  it('a place that is not listed is unknown; of one that is, there may be as many more as the whole number leaves room for', () => {
    assert.equal(at({ byJurisdiction: { 'US-CA': 40 } }, 'JP'), undefined);
    assert.equal(at({ byJurisdiction: 'unknown' }, 'JP'), undefined);
    assert.equal(at(undefined, 'JP'), undefined);
    assert.deepEqual(at({ count: { n: 40, precision: 'exact' }, byJurisdiction: { 'US-CA': 40 } }, 'US-CA'), { n: 40, upTo: 40 });
    assert.deepEqual(at({ count: { n: 45, precision: 'exact' }, byJurisdiction: { 'US-CA': 40 } }, 'US-CA'), { n: 40, upTo: 45, anywhere: true });
    assert.equal(at({ byJurisdiction: { JP: 'unknown' } }, 'JP'), undefined);
    assert.equal(at({ byJurisdiction: { notApplicable: 'test data' } }, 'JP'), undefined);
  });
});

describe('times and data sets', () => {
  it('instants are kept apart', () => {
    const times = timesOf({ title: 't', incident: { occurred: { from: '2026-11-01' }, discovered: '2026-11-02T10:00:00Z', aware: '2026-11-03T10:00:00Z', determined: 'unknown', toldBy: { party: 'a customer', at: '2026-11-02T09:00:00Z' } } });
    assert.deepEqual(times, {
      occurred: { from: parseMoment('2026-11-01'), to: undefined }, firstIndication: undefined, discovered: parseInstant('2026-11-02T10:00:00Z'), aware: parseInstant('2026-11-03T10:00:00Z'),
      determined: undefined, toldBy: { party: 'a customer', at: parseInstant('2026-11-02T09:00:00Z') }, contained: undefined,
    });
  });
  const file: BreachFile = { title: 't', roles: ['controller'], people: { count: { n: 9, precision: 'exact' } }, dataSets: [{ name: 'a', role: 'processor', data: { elements: ['name'] } }, { name: 'b', data: { elements: ['genetic', 'name'] }, people: { categories: ['patients'] } }] };
  it('the whole has the data of its sets, openly where one says nothing', () => {
    const facts = factsOf(file, places);
    assert.deepEqual(facts['data.elements'], ['name', 'genetic']);
    assert.deepEqual(facts['people.categories'], { including: ['patients'] });
  });
  it('a set has its own role and people, and not the number of the whole', () => {
    const [a, b] = file.dataSets as [NonNullable<BreachFile['dataSets']>[number], NonNullable<BreachFile['dataSets']>[number]];
    assert.deepEqual([ofDataSet(file, a).roles, ofDataSet(file, b).roles], [['processor'], ['controller']]);
    assert.equal(factsOf(ofDataSet(file, a), places)['people.count'], undefined);
  });
});

describe('contradictions', () => {
  const incident = (times: object): string[] => check({ title: 't', incident: times });
  const table: [string, object, RegExp | undefined][] = [
    ['aware on the eve, by its own offset', { occurred: { from: '2026-11-20' }, aware: '2026-11-19T23:59:00-05:00' }, /aware lies before incident.occurred.from/],
    ['aware on the day', { occurred: { from: '2026-11-20' }, aware: '2026-11-20T00:00:00+14:00' }, undefined],
    ['an instant in UTC says nothing of the day in Tokyo', { occurred: { from: '2026-11-20' }, aware: '2026-11-19T23:30:00Z' }, undefined],
    ['but two days before it does', { occurred: { from: '2026-11-20' }, aware: '2026-11-18T09:00:00Z' }, /aware lies before/],
    ['discovered a second after aware', { discovered: '2026-11-20T10:00:01+01:00', aware: '2026-11-20T10:00:00+01:00' }, /aware lies before incident.discovered/],
    ['discovered and aware at once, in two zones', { discovered: '2026-11-20T10:00:00+01:00', aware: '2026-11-20T09:00:00Z' }, undefined],
    ['contained before it occurred', { occurred: { from: '2026-11-20T10:00:00Z' }, contained: '2026-11-20T09:59:59Z' }, /contained lies before/],
    ['determined before discovered', { discovered: '2026-11-20T10:00:00Z', determined: '2026-11-20T09:00:00Z' }, /determined lies before incident.discovered/],
    ['told before it occurred', { occurred: { from: '2026-11-20' }, toldBy: { at: '2026-11-18T10:00:00+01:00' } }, /toldBy.at lies before/],
    ['still going on after it was contained', { ongoing: true, contained: '2026-11-20T09:00:00Z' }, /goes on/],
    ['it ends before it begins', { occurred: { from: '2026-11-20', to: '2026-11-19' } }, /ends before it begins/],
    ['an instant in the future', { aware: '2026-11-25T12:00:01Z' }, /incident.aware lies in the future/],
    ['this very instant', { aware: '2026-11-25T13:00:00+01:00' }, undefined],
    ['a day in the future', { occurred: { from: '2026-11-26' } }, /occurred.from lies in the future/],
    ['today', { occurred: { from: '2026-11-25' } }, undefined],
    ['an unknown time contradicts nothing', { occurred: { from: '2026-11-20' }, aware: 'unknown', discovered: { notApplicable: 'x' } }, undefined],
  ];
  for (const [name, times, says] of table) {
    it(name, () => {
      const found = incident(times);
      if (says) assert.ok(found.some((fault) => says.test(fault)), found.join('\n') || 'nothing was found');
      else assert.deepEqual(found, []);
    });
  }
  it('a day as now: nothing of that day lies ahead', () => {
    const on = (aware: string): number => factFaults({ incident: { aware } }, { ...given, now: parseMoment('2026-11-25') as { day: number }, zone: 'Europe/Berlin', elements: [] }).length;
    assert.deepEqual([on('2026-11-25T23:59:00+01:00'), on('2026-11-26T00:00:00+01:00')], [0, 1]);
  });
  it('more residents than people', () => {
    const people = (n: number, precision: string, upTo?: number) => check({ people: { count: { n, precision, ...(upTo === undefined ? {} : { upTo }) }, byJurisdiction: { 'US-CA': 30, DE: { n: 11, precision: 'estimate', upTo: 50 } } } });
    assert.deepEqual(people(41, 'exact'), []);
    assert.match(people(40, 'exact')[0] as string, /^people.byJurisdiction: .* 41 people, and people.count only 40$/);
    assert.deepEqual(people(30, 'estimate', 41), []);
    assert.match(people(30, 'estimate')[0] as string, /raise the estimate/);
  });
  it('nothing is wrong with an empty file, and nothing breaks on nonsense', () => {
    assert.deepEqual(check({ title: 't' }), []);
    fc.assert(fc.property(fc.object({ key: fc.constantFrom('incident', 'people', 'data', 'notices', 'dataSets', 'byJurisdiction', 'count', 'elements', 'aware', 'occurred', 'from', 'n', 'upTo'), maxDepth: 5 }), (value) => void check(value)));
  });
});

describe('people from a list', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'custos-people-'));
  after(() => rmSync(folder, { recursive: true }));
  const count = async (text: string) => {
    const file = path.join(folder, 'people.csv');
    writeFileSync(file, text);
    const { path: _, sha256: __, ...rest } = await countPeople(file, 'people.csv', places);
    return rest;
  };
  it('states and countries; what cannot be read is counted apart', async () => {
    const { byJurisdiction, unplaced, count: n, rows, personBy, notes } = await count('subject_ref,state,country\nS1,CA,USA\nS2,California,United States\nS3,,Germany\nS4,BY,DE\nS5,??,US\nS6,TX,\nS7,,Atlantis\nS8,,PR\nS9,QC,Canada\n');
    assert.deepEqual(byJurisdiction, { 'CA-QC': 1, DE: 1, 'DE-BY': 1, US: 1, 'US-CA': 2, 'US-PR': 1 });
    assert.deepEqual([unplaced, n, rows, personBy, notes], [2, { n: 9, precision: 'exact' }, 9, 'subject_ref', []]);
  });
  it('a person counts once, with the nearest place; several places are none', async () => {
    const result = await count('subject_ref,state,country\nS1,CA,US\nS1,CA,US\nS2,,US\nS2,MA,US\nS3,CA,US\nS3,,DE\nS4,,\nS4,,JP\nS1,,US\n');
    assert.deepEqual(result.byJurisdiction, { JP: 1, 'US-CA': 1, 'US-MA': 1 });
    assert.deepEqual([result.several, result.unplaced, result.count.n], [1, 0, 4]);
  });
  it('without a reference each row is one person, which is an upper bound', async () => {
    const result = await count('name,state\nA,CA\nA,CA\nB,TX\nC,Georgia\n');
    assert.deepEqual(result.byJurisdiction, { 'US-CA': 2, 'US-GA': 1, 'US-TX': 1 });
    assert.deepEqual([result.personBy, result.count], ['row', { n: 4, precision: 'estimate', upTo: 4 }]);
    assert.match(result.notes.join(), /no column for the country.*each row counts/);
  });
  it('in a column of places CA is Canada, and nobody knows what it is where others are states', async () => {
    assert.deepEqual((await count('record_id,jurisdiction\nR1,CA\nR2,US-CA\nR3,DE\n')).byJurisdiction, { CA: 1, DE: 1, 'US-CA': 1 });
    const mixed = await count('record_id,jurisdiction\nR1,CA\nR2,TX\nR3,FR\n');
    assert.deepEqual([mixed.byJurisdiction, mixed.unplaced], [{ FR: 1, 'US-TX': 1 }, 1]);
    assert.match(mixed.notes.join(), /both kinds/);
  });
  it('a row that is cut off or too long is a person without a place', async () => {
    const result = await count('subject_ref,state,country\nS1,CA,US\nS2,CA\nS3,CA,US,extra\n');
    assert.deepEqual([result.byJurisdiction, result.faulty, result.count], [{ 'US-CA': 1 }, 2, { n: 3, precision: 'estimate', upTo: 3 }]);
  });
  it('a list that does not say where people are is refused, and no cell is repeated', async () => {
    await assert.rejects(count('name,email\nAda,ada@example.org\n'), (error: UserError) => error.code === 'bad-csv' && /where people live/.test(error.message) && !/ada/i.test(JSON.stringify(error)));
  });
  it('the places and those without one are all people, whatever the rows', async () => {
    const row = fc.tuple(fc.constantFrom('S1', 'S2', 'S3', 'S4', ''), fc.constantFrom('CA', 'TX', '', 'zz'), fc.constantFrom('US', 'DE', '', 'Atlantis'));
    await fc.assert(fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }).filter((rows) => rows.some((r) => r.join('') !== '')), async (rows) => {
      const result = await count(`subject_ref,state,country\n${rows.map((r) => r.join(',')).join('\n')}\n`);
      const placed = Object.values(result.byJurisdiction).reduce((sum, n) => sum + n, 0);
      assert.equal(placed + result.unplaced + result.several + result.faulty, result.count.n);
      const people = rows.filter((r) => r.join('') !== '');
      assert.equal(result.count.n, new Set(people.map(([id]) => id).filter((id) => id !== '')).size + people.filter(([id]) => id === '').length);
      assert.deepEqual(check({ people: { count: result.count, byJurisdiction: result.byJurisdiction } }), []);
    }), { numRuns: 60 });
  });
});
