/**
 * What is not known of a breach: it never counts as no or zero, and no place with people is lost. Facts of a table are
 * those of a malicious breach of confidentiality, discovered and determined on 20 November 2026 at ten in Boston, by an
 * organisation in Massachusetts that decided on a high risk.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BreachFile } from '../src/core/breach-facts.ts';
import type { BreachItem } from '../src/core/breach-item.ts';
import { headcount } from '../src/core/breach-scope.ts';
import { type Expected, compare, laws, run } from './breach-cases.ts';
import { CITE, assess, duty, law, pick, term } from './breach-made.ts';

type Facts = Omit<BreachFile, 'title'>;

const TEN = '2026-11-20T10:00:00-05:00';
const HEAD = { organisation: { establishedIn: ['US-MA'], regimes: [] }, incident: { discovered: TEN, determined: TEN, cause: 'malicious', cia: ['confidentiality'] }, risk: { level: 'high' } } as const;
const SSN = { data: { elements: ['name', 'ssn'] }, protection: { encrypted: 'no' } } as const;
const HEALTH = { data: { elements: ['name', 'health'] }, protection: { encrypted: 'no' } } as const;
const set = (name: string, role: string | undefined, what: object, people: object): object => ({ name, ...(role === undefined ? {} : { role }), ...what, people: { byJurisdiction: people } });

interface Row {
  name: string;
  law: string;
  facts: Facts | object;
  asOf?: string;
  expect: Expected[];
}

function find(items: readonly BreachItem[], { law: of, obligation, variant = null }: Expected & { law: string }): BreachItem {
  return items.find((i) => i.law === of && i.obligation === obligation && i.variant === variant) ?? assert.fail(`no ${obligation} under ${of}`);
}

function table(rows: readonly Row[]): void {
  for (const { name, law: id, facts, asOf = '2026-11-25T12:00:00Z', expect } of rows) {
    it(name, () => {
      const { items } = run({ facts: { ...HEAD, ...facts }, asOf }, [laws.get(id) ?? assert.fail(id)]);
      for (const expected of expect) compare(find(items, { ...expected, law: id }), expected);
    });
  }
}

describe('numbers of several data sets', () => table([
  {
    name: 'California, more than 500: 400 and an unknown number are an open question', law: 'us-ca-breach',
    facts: { dataSets: [set('a', 'controller', SSN, { 'US-CA': 400 }), set('b', 'controller', SSN, { 'US-CA': 'unknown' })] },
    expect: [{ obligation: 'notify-authority', decision: 'undetermined', state: 'undetermined', missing: ['dataSets.1.people.byJurisdiction', 'people-notified'], says: 'not recorded: dataSets.1.people.byJurisdiction' }],
  },
  {
    name: 'HIPAA, 500 or more: 400 and an unknown number may be due with the individuals, not only at year’s end', law: 'us-hipaa',
    facts: { dataSets: [set('a', 'covered-entity', HEALTH, { 'US-MA': 400 }), set('b', 'covered-entity', HEALTH, { 'US-MA': 'unknown' })] },
    expect: [{ obligation: 'notify-authority', decision: 'undetermined', due: '2027-01-19', missing: ['dataSets.1.people.count.upTo'] }],
  },
  {
    name: '501 and an unknown number are more than 500', law: 'us-ca-breach',
    facts: { dataSets: [set('a', 'controller', SSN, { 'US-CA': 501 }), set('b', 'controller', SSN, { 'US-CA': 'unknown' })] },
    expect: [{ obligation: 'notify-authority', decision: 'required' }],
  },
  {
    name: 'a controller and a covered entity, which is a controller too, count together; the reason has the number of both', law: 'us-ca-breach',
    facts: { dataSets: [set('a', 'controller', SSN, { 'US-CA': 300 }), set('b', 'covered-entity', SSN, { 'US-CA': 300 })] },
    expect: [{ obligation: 'notify-authority', decision: 'required', says: 'up to 600 people in US-CA' }],
  },
  {
    name: 'a data set without a role of its own has that of the whole', law: 'us-ca-breach',
    facts: { roles: ['controller'], dataSets: [set('a', 'controller', SSN, { 'US-CA': 300 }), set('b', undefined, SSN, { 'US-CA': 300 })] },
    expect: [{ obligation: 'notify-authority', decision: 'required', says: 'up to 600 people' }],
  },
  {
    name: 'data of which nobody has to be told do not count', law: 'us-ca-breach',
    facts: { dataSets: [set('a', 'controller', SSN, { 'US-CA': 300 }), set('b', 'controller', { ...SSN, protection: { encrypted: 'yes', keyAcquired: 'no' } }, { 'US-CA': 300 })] },
    expect: [{ obligation: 'notify-authority', decision: 'not-required' }, { obligation: 'notify-people', decision: 'required', says: '300 people in US-CA' }],
  },
  {
    name: 'data that may have been encrypted leave the number open, and say so', law: 'us-ca-breach',
    facts: { dataSets: [set('a', 'controller', SSN, { 'US-CA': 300 }), set('b', 'controller', { data: SSN.data }, { 'US-CA': 300 })] },
    expect: [{ obligation: 'notify-authority', decision: 'undetermined', missing: ['dataSets.1.protection.encrypted', 'dataSets.1.protection.keyAcquired', 'people-notified'] }, { obligation: 'notify-people', decision: 'required', says: 'open for b (US-CA)' }],
  },
  {
    name: 'the media count the people of one State in all data sets together', law: 'us-hipaa',
    facts: { dataSets: [set('a', 'covered-entity', HEALTH, { 'US-TX': 300 }), set('b', 'covered-entity', HEALTH, { 'US-TX': 300 })] },
    expect: [{ obligation: 'notify-media', decision: 'required', says: 'up to 600 people in US-TX' }],
  },
  {
    name: 'Singapore, 500 or more: who has no duty to tell the people may still reach the scale at which the Commission is told', law: 'sg-pdpa',
    facts: { risk: { level: 'unlikely' }, dataSets: ['a', 'b'].map((name) => set(name, 'controller', { data: { elements: ['email'] }, protection: { encrypted: 'no' } }, { SG: 300 })) },
    expect: [{ obligation: 'notify-authority', decision: 'required' }, { obligation: 'notify-people', decision: 'not-required' }],
  },
]));

describe('numbers of which some people have no place', () => table([
  {
    name: 'an estimate of 400 to 2,000, of whom 400 are placed: more than 500 Californians is open', law: 'us-ca-breach',
    facts: { roles: ['controller'], ...SSN, people: { count: { n: 400, precision: 'estimate', upTo: 2000 }, byJurisdiction: { 'US-CA': 400 } } },
    expect: [{ obligation: 'notify-authority', decision: 'undetermined', missing: ['people.byJurisdiction', 'people-notified'] }],
  },
  {
    name: 'an estimate without an upper bound leaves the number in each State open', law: 'us-hipaa',
    facts: { roles: ['covered-entity'], ...HEALTH, people: { count: { n: 600, precision: 'estimate' }, byJurisdiction: { 'US-CA': 300, 'US-TX': 100 } } },
    expect: [{ obligation: 'notify-media', decision: 'undetermined' }, { obligation: 'notify-authority', decision: 'required' }],
  },
  {
    name: 'a number that is said not to be known is not the sum of the places', law: 'us-hipaa',
    facts: { roles: ['covered-entity'], ...HEALTH, people: { count: 'unknown', byJurisdiction: { 'US-CA': 400 } } },
    expect: [{ obligation: 'notify-authority', decision: 'undetermined', missing: ['people.count.upTo'] }],
  },
  {
    name: 'but at least it is that', law: 'us-hipaa',
    facts: { roles: ['covered-entity'], ...HEALTH, people: { count: 'unknown', byJurisdiction: { 'US-CA': 500 } } },
    expect: [{ obligation: 'notify-authority', decision: 'required' }],
  },
  {
    name: 'without a word about the number it is the sum', law: 'us-hipaa',
    facts: { roles: ['covered-entity'], ...HEALTH, people: { byJurisdiction: { 'US-CA': 400 } } },
    expect: [{ obligation: 'notify-authority', decision: 'required', due: '2027-03-01' }],
  },
  {
    name: 'Arkansas, individuals or residents: 800 residents, and by the other reading an unknown number elsewhere', law: 'us-ar-breach',
    facts: { roles: ['controller'], ...SSN, people: { byJurisdiction: { 'US-AR': 800, 'US-TX': 'unknown' } } },
    expect: [{ obligation: 'notify-authority', decision: 'undetermined', missing: ['people.count.upTo'], says: 'individuals, not residents' }],
  },
]));

describe('no place is lost', () => {
  const german = { organisation: { establishedIn: ['DE'], mainEstablishment: 'DE', regimes: [] } };
  it('a data set of which it is open stays beside one for which it is certain', () => {
    const dataSets = [set('a', 'controller', SSN, { DE: 300 }), set('c', undefined, HEALTH, { IT: 300 })];
    const { items } = run({ facts: { ...HEAD, ...german, incident: { ...HEAD.incident, aware: TEN }, dataSets }, asOf: '2026-11-25' }, [laws.get('eu-gdpr') ?? assert.fail()]);
    const item = find(items, { law: 'eu-gdpr', obligation: 'notify-people' });
    assert.deepEqual(pick(item, 'decision', 'places', 'dataSets', 'missing'), { decision: 'required', places: ['DE', 'IT'], dataSets: ['a', 'c'], missing: ['dataSets.1.role'] });
    assert.match(item.why, /300 people in DE; open for c \(IT\): it is not recorded in which role/);
  });
  it('people of the whole who are in no data set', () => {
    const facts = { ...HEAD, people: { count: { n: 2000, precision: 'exact' }, byJurisdiction: { 'US-CA': 900, 'US-TX': 1100 } }, dataSets: [set('a', 'controller', SSN, { 'US-CA': 900 })] } as Facts;
    const { items } = run({ facts, asOf: '2026-11-25' }, ['us-ca-breach', 'us-tx-breach'].map((id) => laws.get(id) ?? assert.fail()));
    const texas = items.find((i) => i.places.includes('US-TX')) ?? assert.fail();
    assert.deepEqual(pick(texas, 'decision', 'missing'), { decision: 'undetermined', missing: ['dataSets.0.people.byJurisdiction'] });
    assert.match(texas.why, /the people in Texas belong to no data set/);
    assert.doesNotMatch(texas.why, /no breach law/);
  });
  it('a country of the whole is not lost where the data sets know the State', () => {
    const facts = { ...HEAD, people: { byJurisdiction: { US: 2000 } }, dataSets: [set('a', 'controller', SSN, { 'US-CA': 2000 })] } as Facts;
    assert.deepEqual(run({ facts, asOf: '2026-11-25' }, [laws.get('us-ca-breach') ?? assert.fail()]).items.filter((i) => i.law.endsWith('-unknown')).map((i) => i.why), []);
  });
  it('people of a data set without a place, and people in no data set', () => {
    const people = (count: number, places: object) => ({ people: { count: { n: count, precision: 'exact' }, byJurisdiction: places } });
    const why = (whole: object, ...sets: object[]) => run({ facts: { ...HEAD, ...whole, dataSets: sets.map((s, i) => ({ name: `s${i}`, role: 'controller', ...SSN, ...s })) }, asOf: '2026-11-25' }, []).notCounted;
    assert.deepEqual(why({}, people(40, { DE: 30 })), [{ law: '*', missing: ['dataSets.0.people.byJurisdiction'], why: '10 of 40 people of s0 are in no jurisdiction yet' }]);
    assert.deepEqual(why({ people: { count: { n: 100, precision: 'exact' } } }, people(40, { DE: 40 }), people(50, { DE: 50 })), [{ law: '*', missing: ['dataSets.0.people.count', 'dataSets.1.people.count'], why: '10 of 100 people are in no data set' }]);
    assert.deepEqual(why({ people: { count: { n: 90, precision: 'exact' } } }, people(40, { DE: 40 }), people(50, { DE: 50 })), []);
  });
  it('a list without entries is a list that nobody wrote', () => {
    const l = law([duty('notify-people', [term()])]);
    assert.deepEqual(assess([l], { facts: { people: { byJurisdiction: {} } } }).items.map((i) => [i.decision, i.missing]), [['undetermined', ['people.byJurisdiction']]]);
  });
  it('people beyond those of the places are named, however many they may be', () => {
    const why = (count: object | string) => assess([], { facts: { people: { count, byJurisdiction: { 'US-CA': 400 } } } }).notCounted.map((n) => n.why);
    assert.deepEqual(why({ n: 400, precision: 'estimate', upTo: 2000 }), ['up to 1600 of up to 2000 people are in no jurisdiction yet']);
    assert.match(why('unknown').join(), /no upper bound of the number of people is known/);
    assert.match(why({ n: 400, precision: 'estimate' }).join(), /no upper bound/);
    assert.deepEqual(why({ n: 400, precision: 'exact' }), []);
  });
  it('a question is undetermined in every key', () => {
    const old = law([{ ...duty('notify-people', [term({ from: '2020-01-01' })]), since: '2003-01-01' }]);
    const [item] = assess([old], { facts: { incident: { discovered: '2018-01-01T12:00:00-05:00' } } }).items;
    assert.deepEqual(item && pick(item, 'decision', 'state'), { decision: 'undetermined', state: 'undetermined' });
  });
});

describe('another reading of whether a duty exists', () => {
  const read = (when: object) => term({ when: { fact: 'people.here', moreThan: 500 }, whenSays: 'no more than 500', readings: [{ id: 'r', says: 'persons count.', when: when as never, citation: CITE }] });
  const at = (when: object, total: object | string) => assess([law([duty('notify-authority', [read(when)])])], { facts: { people: { count: total, byJurisdiction: { 'US-CA': 400, 'US-NY': 1 } } } }).items.find((i) => i.law === 'us-xx-test')?.decision;
  const persons = { fact: 'people.total', moreThan: 500 };
  it('that fails as well, holds, or is not known', () => {
    assert.equal(at(persons, { n: 401, precision: 'exact' }), 'not-required');
    assert.equal(at(persons, { n: 401, precision: 'estimate' }), 'undetermined');
  });
});

describe('how many people there are', () => {
  const of = (file: object) => headcount({ title: 't', ...file });
  const many = (...counts: object[]) => of({ dataSets: counts.map((people, i) => ({ name: String(i), people })) });
  it('of the whole, else of the places, else of the data sets together', () => {
    assert.deepEqual(of({ people: { count: { n: 5, precision: 'exact' } } }), { n: 5, upTo: 5 });
    assert.deepEqual(of({ people: { byJurisdiction: { DE: 5, FR: 'unknown' } } }), { n: 5, upTo: undefined });
    assert.deepEqual(many({ byJurisdiction: { DE: 5 } }, { count: { n: 7, precision: 'exact' } }), { n: 7, upTo: 12 });
    assert.equal(many({ byJurisdiction: { DE: 5 } }, {}), undefined);
    assert.equal(of({}), undefined);
  });
});
