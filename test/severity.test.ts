/** Severity and suggested risk: the cases of the guidelines, the formula, and what unknown facts may do to them. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readBreachFacts, riskTable, severityTable } from '../src/adapters/breach-facts.ts';
import { loadPlaces } from '../src/adapters/data.ts';
import { hoursOf } from '../src/core/breach-check.ts';
import { type BreachFile, factsOf } from '../src/core/breach-facts.ts';
import { RISK_LEVELS, type Risk, riskOf } from '../src/core/breach-risk.ts';
import type { Condition } from '../src/core/condition.ts';
import { parseMoment } from '../src/core/date.ts';
import { DATA_CATEGORIES } from '../src/core/law.ts';
import { CIRCUMSTANCES, type Severity, type Span, levelOf, score, severityOf, sumOf } from '../src/core/severity.ts';

const FIXTURES = path.resolve(import.meta.dirname, '..', 'fixtures', 'breaches', 'facts');
const places = loadPlaces();
const given = { now: parseMoment('2026-11-25T12:00:00Z') as { instant: number }, zone: 'UTC', places };
const risk = (file: BreachFile): Risk & { severity: Severity } => riskOf(file, places, severityTable, riskTable);
const severity = (file: BreachFile): Severity => severityOf(factsOf(file, places), file.severity, severityTable);

interface Expected {
  risk?: string;
  certain?: boolean;
  range?: [string, string];
  missing?: string[];
  decided?: string;
  severity?: string;
  score?: number;
  manyPeople?: boolean;
  unintelligible?: boolean;
  warns?: string;
  /** What comes of the facts without the analyst's scores. */
  unjudged?: { score: [number, number]; levels: string[] };
  /** Facts that the source has in its narrative only. */
  added?: string[];
  evidence: { ref: string; says: string; verified: boolean; authority: boolean };
}

const cases = readdirSync(FIXTURES).filter((name) => name.endsWith('.expected.json')).map((name) => name.replace('.expected.json', ''));

describe('cases', () => {
  for (const name of cases) {
    const expected = JSON.parse(readFileSync(path.join(FIXTURES, `${name}.expected.json`), 'utf8')) as Expected;
    const load = async (): Promise<BreachFile> => (await readBreachFacts(path.join(FIXTURES, `${name}.yaml`), name, given)).facts;
    it(`${name}: ${expected.risk ?? ''} ${expected.severity ?? ''}`, async () => {
      const { suggested, decided, severity: found } = risk(await load());
      if (expected.risk !== undefined) assert.equal(suggested.level, expected.risk);
      if (expected.certain !== undefined) assert.equal(suggested.certain, expected.certain);
      if (expected.range !== undefined) assert.deepEqual([suggested.range.from, suggested.range.to], expected.range);
      for (const fact of expected.missing ?? []) assert.ok(suggested.missing.includes(fact), `${fact} is not among ${suggested.missing.join(', ')}`);
      assert.equal(decided, expected.decided);
      if (expected.severity !== undefined) assert.equal(found.level, expected.severity);
      if (expected.score !== undefined) assert.deepEqual(found.score, { min: expected.score, max: expected.score });
      if (expected.manyPeople !== undefined) assert.equal(found.flags.manyPeople, expected.manyPeople);
      if (expected.unintelligible !== undefined) assert.equal(found.flags.unintelligible, expected.unintelligible);
      if (expected.warns !== undefined) assert.ok(found.warnings.some((warning) => warning.includes(expected.warns as string)), found.warnings.join('\n'));
      if (suggested.level !== 'undetermined') assert.ok(suggested.reasons.length > 0);
    });
    if (expected.unjudged) it(`${name}, without the analyst's scores`, async () => {
      const { severity: _, ...facts } = await load();
      const found = severity(facts);
      assert.deepEqual([[found.score.min, found.score.max], found.levels, found.level], [expected.unjudged?.score, expected.unjudged?.levels, 'undetermined']);
    });
    if (expected.added) it(`${name}, without what only the narrative says, is undetermined and not the opposite`, async () => {
      const bare = Object.fromEntries(Object.entries(await load()).filter(([key]) => !(expected.added as string[]).includes(key))) as BreachFile;
      const { suggested } = risk(bare);
      assert.deepEqual([suggested.level, suggested.missing.includes('data.elements')], ['undetermined', true]);
    });
  }
  it('examples of arithmetic are marked: they are no authority', () => {
    const marks = cases.map((name) => [name, (JSON.parse(readFileSync(path.join(FIXTURES, `${name}.expected.json`), 'utf8')) as Expected).evidence.authority] as const);
    for (const [name, authority] of marks) assert.equal(authority, name.startsWith('edpb-'), name);
    const printed = JSON.stringify([severityTable, riskTable]);
    assert.doesNotMatch(printed, /example of the formula|newsletter-cc|150 addresses/);
  });
});

describe('the organisation decides', () => {
  const stolen: BreachFile = { title: 't', incident: { cause: 'malicious', cia: ['confidentiality'] }, data: { elements: ['name', 'health'] }, people: { categories: ['patients'], vulnerable: [] }, protection: { encrypted: 'no' }, circumstances: { exfiltrated: 'yes', published: 'no' } };
  it('its decision is kept beside the suggestion, which it does not change', () => {
    const decided = risk({ ...stolen, risk: { level: 'unlikely', reasons: 'x' } });
    assert.deepEqual([decided.suggested.level, decided.decided, decided.differs], ['high', 'unlikely', 'lower']);
    assert.deepEqual(decided.suggested, risk(stolen).suggested);
    assert.equal(risk({ ...stolen, risk: { level: 'high' } }).differs, undefined);
  });
  it('without one there is none, whatever is suggested', () => {
    assert.deepEqual([risk(stolen).decided, risk({ ...stolen, risk: { level: 'unknown' } }).decided], [undefined, undefined]);
    assert.equal(factsOf(stolen, places)['risk.level'], undefined);
  });
  it('its own scores win and are said to be its own; a lower one than the data give is warned of', () => {
    const found = severity({ ...stolen, severity: { dataContext: { score: 1, reason: 'a secret of somebody' }, circumstances: { malicious: 0, reason: 'x' } } });
    assert.deepEqual([found.dataContext.min, found.dataContext.by, found.circumstances.malicious.max, found.circumstances.confidentiality.by], [1, 'analyst', 0, 'facts']);
    assert.match(found.warnings.join(), /severity.dataContext is 1, below 4/);
    assert.doesNotMatch(JSON.stringify(found), /secret/, 'free text is not repeated');
  });
});

describe('what speaks for a level', () => {
  const base = { incident: { cause: 'accidental', cia: ['confidentiality'] }, data: { elements: ['name', 'email'] }, people: { categories: ['customers'], count: { n: 15, precision: 'exact' }, vulnerable: [] }, protection: { encrypted: 'no' }, circumstances: { exfiltrated: 'no', published: 'no' } };
  const level = (over: Record<string, object>): string => {
    const groups = Object.fromEntries(Object.entries(over).map(([key, value]) => [key, { ...(base as Record<string, object>)[key], ...value }]));
    const { suggested } = risk({ title: 't', ...base, ...groups } as BreachFile);
    return `${suggested.level}${suggested.certain || suggested.level === 'undetermined' ? '' : ' ?'}`;
  };
  const gone = { circumstances: { exfiltrated: 'yes' } };
  const malicious = { incident: { cause: 'malicious' } };
  const table: [string, Record<string, object>, string][] = [
    ['contact data of few people by mistake', {}, 'unlikely'],
    ['of exactly as many as are few', { people: { count: { n: 100, precision: 'exact' } } }, 'unlikely'],
    ['of one more, low severity: the analyst decides', { people: { count: { n: 101, precision: 'exact' } } }, 'undetermined'],
    ['an estimate that may be more', { people: { count: { n: 15, precision: 'estimate' } } }, 'undetermined'],
    ['published', { circumstances: { published: 'yes' } }, 'undetermined'],
    ['children among them', { people: { vulnerable: ['children'] } }, 'risk'],
    ['people are children, and all may hang on that', { people: { categories: ['children'] } }, 'undetermined'],
    ['not recorded whether there are children', { people: { vulnerable: 'unknown' } }, 'unlikely ?'],
    ['health data too', { data: { elements: ['name', 'email', 'health'] } }, 'high'],
    ['contact data taken by an attacker', { ...gone, ...malicious }, 'risk'],
    ['of children', { ...gone, ...malicious, people: { vulnerable: ['minors'] } }, 'high'],
    ['genomes with names taken', { ...gone, ...malicious, data: { elements: ['name', 'email', 'genetic'] } }, 'high'],
    ['coded genomes taken, the key is safe', { ...gone, ...malicious, data: { elements: ['genetic', 'sample-code'] }, protection: { codeKeyAcquired: 'no' } }, 'undetermined'],
    ['coded genomes taken, the key too', { ...gone, ...malicious, data: { elements: ['genetic', 'sample-code'] }, protection: { codeKeyAcquired: 'yes' } }, 'high'],
    ['encrypted, the key is safe, nothing is lost', { ...gone, ...malicious, data: { elements: ['name', 'genetic'] }, protection: { encrypted: 'yes', keyAcquired: 'no' } }, 'unlikely'],
    ['encrypted, the key was taken', { ...gone, ...malicious, data: { elements: ['name', 'genetic'] }, protection: { encrypted: 'yes', keyAcquired: 'yes' } }, 'high'],
    ['encrypted in part', { ...gone, ...malicious, data: { elements: ['name', 'genetic'] }, protection: { encrypted: 'partly', keyAcquired: 'no' } }, 'high'],
    ['encrypted, nobody knows of the key', { ...gone, ...malicious, data: { elements: ['name', 'genetic'] }, protection: { encrypted: 'yes' } }, 'high ?'],
    ['encryption is not recorded', { ...gone, ...malicious, data: { elements: ['name', 'genetic'] }, protection: { encrypted: 'unknown' } }, 'high ?'],
    ['encrypted, lost, restored within the time', { incident: { cia: ['availability'] }, protection: { encrypted: 'yes', keyAcquired: 'no' }, circumstances: { backup: 'complete', restoredWithin: 'PT24H' } }, 'unlikely'],
    ['encrypted, lost, restored an hour later', { incident: { cia: ['availability'] }, protection: { encrypted: 'yes', keyAcquired: 'no' }, circumstances: { backup: 'complete', restoredWithin: 'PT25H' } }, 'undetermined'],
    ['identity data of many stolen', { ...malicious, data: { elements: ['name', 'date-of-birth'] }, people: { count: { n: 10_000, precision: 'exact' } } }, 'high'],
    ['of one fewer', { ...malicious, data: { elements: ['name', 'date-of-birth'] }, people: { count: { n: 9999, precision: 'exact' } } }, 'undetermined'],
    ['hashed badly', { ...gone, ...malicious, data: { elements: ['username', 'account-credentials'], opens: ['username'] }, protection: { hashed: 'weak', keyAcquired: 'no', pseudonymised: 'yes' } }, 'risk'],
    ['hashed well, aliases', { ...gone, ...malicious, data: { elements: ['username', 'account-credentials'], opens: ['username'] }, protection: { hashed: 'strong', keyAcquired: 'no', pseudonymised: 'yes' } }, 'unlikely'],
    ['hashed well, but with e-mail addresses', { ...gone, ...malicious, data: { elements: ['email', 'account-credentials'], opens: ['email'] }, protection: { hashed: 'strong', keyAcquired: 'no', pseudonymised: 'yes' } }, 'risk'],
    ['kinds of people that nobody knows', { people: { categories: ['lodgers'] } }, 'undetermined'],
  ];
  for (const [name, over, expected] of table) it(`${name}: ${expected}`, () => assert.equal(level(over), expected));

  it('says which facts could still change it, and to what', () => {
    const { suggested } = risk({ title: 't', ...base, people: { ...base.people, vulnerable: 'unknown' } } as BreachFile);
    assert.deepEqual(suggested.range, { from: 'unlikely', to: 'risk' });
    assert.deepEqual(suggested.mayChange, [{ to: 'risk', says: 'children or others who need care are among them', missing: ['people.vulnerable'] }]);
    assert.deepEqual(suggested.missing, ['people.vulnerable']);
  });
  it('a fact at the heart of a rule leaves it open, a circumstance that nobody recorded does not', () => {
    const judged = { dataContext: { score: 4, reason: 'x' }, easeOfIdentification: { score: 0.5, reason: 'x' } };
    const file = { title: 't', ...base, data: { elements: ['name', 'health'] }, severity: judged, circumstances: { published: 'no', recipientTrusted: 'yes' } } as BreachFile;
    const open = risk(file);
    assert.deepEqual([open.severity.level, open.suggested.level, open.suggested.range.to, open.suggested.missing], ['medium', 'undetermined', 'high', ['circumstances.exfiltrated']]);
    assert.match(open.suggested.reasons.map((reason) => reason.says).join(), /^perhaps: genetic, health/);
    const noChildren = risk({ ...file, data: { elements: ['name', 'location'] }, people: { ...base.people, vulnerable: 'unknown' } } as BreachFile).suggested;
    assert.deepEqual([noChildren.level, noChildren.range.to], ['risk', 'high']);
  });
  it('where nothing but the analyst can settle it, the decision is what is missing', () => {
    const { suggested } = risk({ title: 't', ...base, people: { ...base.people, count: { n: 101, precision: 'exact' } } } as BreachFile);
    assert.deepEqual([suggested.range, suggested.missing, suggested.mayChange], [{ from: 'unlikely', to: 'risk' }, ['risk.level'], []]);
    assert.match(suggested.reasons.map((reason) => reason.says).join(), /the analyst decides/);
  });
  it('never names people as they are written', () => {
    const found = risk({ title: 't', people: { categories: ['Jane Roe'], vulnerable: ['John Doe'] } });
    assert.doesNotMatch(JSON.stringify(found), /Jane|John/);
  });
});

describe('factors', () => {
  type Groups = Record<string, Record<string, unknown>>;
  const pair = ({ min, max }: Span): [number, number] => [min, max];
  const all = { incident: { cia: ['confidentiality', 'integrity', 'availability'], cause: 'accidental' } };
  const part = (key: (typeof CIRCUMSTANCES)[number], circumstances: Record<string, unknown>, cause = 'accidental'): [number, number] => pair(severity({ title: 't', incident: { ...all.incident, cause }, circumstances }).circumstances[key]);
  const circumstances: [(typeof CIRCUMSTANCES)[number], string, Record<string, unknown>, [number, number], string?][] = [
    ['confidentiality', 'nothing known', {}, [0, 0.5]],
    ['confidentiality', 'neither taken nor published', { exfiltrated: 'no', published: 'no' }, [0, 0.25]],
    ['confidentiality', 'a known recipient', { exfiltrated: 'no', published: 'no', recipientTrusted: 'yes' }, [0.25, 0.25]],
    ['confidentiality', 'a known recipient, perhaps published', { recipientTrusted: 'no' }, [0.25, 0.5]],
    ['confidentiality', 'published', { published: 'yes' }, [0.5, 0.5]],
    ['confidentiality', 'stolen', { exfiltrated: 'yes' }, [0.5, 0.5], 'malicious'],
    ['confidentiality', 'gone by mistake', { exfiltrated: 'yes', published: 'no' }, [0.25, 0.5]],
    ['confidentiality', 'gone by mistake to somebody who is known', { exfiltrated: 'yes', published: 'no', recipientTrusted: 'no' }, [0.25, 0.25]],
    ['integrity', 'nothing known', {}, [0, 0.5]], ['integrity', 'a copy', { backup: 'complete' }, [0, 0.25]], ['integrity', 'no copy', { backup: 'none' }, [0, 0.5]],
    ['availability', 'nothing known', {}, [0, 0.5]], ['availability', 'a copy', { backup: 'complete' }, [0, 0.25]],
    ['availability', 'a copy, in time', { backup: 'complete', restoredWithin: 'PT24H' }, [0, 0]], ['availability', 'a copy, too late', { backup: 'complete', restoredWithin: 'P2D' }, [0.25, 0.25]],
    ['availability', 'a part', { backup: 'partial' }, [0.25, 0.5]], ['availability', 'no copy', { backup: 'none' }, [0.25, 0.5]], ['availability', 'no copy, and yet it came back', { backup: 'none', restoredWithin: 'PT5H' }, [0.25, 0.25]],
    ['malicious', 'a mistake', {}, [0, 0]], ['malicious', 'ill intent', {}, [0.5, 0.5], 'malicious'], ['malicious', 'a failure', {}, [0, 0], 'system-failure'], ['malicious', 'not known', {}, [0, 0.5], 'unknown'],
  ];
  for (const [key, name, facts, expected, cause] of circumstances) it(`${key}: ${name}`, () => assert.deepEqual(part(key, facts, cause), expected));
  it('what is not affected adds nothing', () => {
    const found = severity({ title: 't', incident: { cia: ['availability'], cause: 'accidental' }, circumstances: { published: 'yes', backup: 'none' } }).circumstances;
    assert.deepEqual([pair(found.confidentiality), pair(found.integrity)], [[0, 0], [0, 0]]);
  });
  const kinds: [string, Groups, [number, number], [number, number]][] = [
    ['names and e-mail addresses of customers', { data: { elements: ['name', 'email'] }, people: { categories: ['customers'] } }, [1, 1], [1, 1]],
    ['of several kinds the highest counts', { data: { elements: ['name', 'location', 'transactions'] }, people: { categories: ['Customers'] } }, [3, 3], [0.25, 1]],
    ['of patients', { data: { elements: ['name', 'email'] }, people: { categories: ['patients'] } }, [2, 4], [1, 1]],
    ['of study participants', { data: { elements: ['name'] }, people: { categories: ['study-participants'] } }, [3, 4], [0.25, 0.75]],
    ['of people nobody named', { data: { elements: ['name'] } }, [1, 4], [0.25, 0.75]],
    ['of people of an unknown kind', { data: { elements: ['name'] }, people: { categories: ['lodgers'] } }, [1, 4], [0.25, 0.75]],
    ['credentials of who knows what', { data: { elements: ['account-credentials'] }, people: { categories: ['users'] } }, [1, 4], [0.25, 1]],
    ['credentials that open orders', { data: { elements: ['account-credentials'], opens: ['name', 'purchases'] }, people: { categories: ['users'] } }, [2, 2], [0.25, 1]],
    ['coded genomes, the key is safe', { data: { elements: ['genetic', 'sample-code'] }, protection: { codeKeyAcquired: 'no' } }, [4, 4], [0.25, 0.75]],
    ['coded genomes, the key is gone', { data: { elements: ['genetic', 'sample-code'] }, protection: { codeKeyAcquired: 'yes' } }, [4, 4], [1, 1]],
    ['genomes with names', { data: { elements: ['genetic', 'name'] }, protection: { codeKeyAcquired: 'no' } }, [4, 4], [0.75, 1]],
    ['social security numbers alone', { data: { elements: ['ssn'] }, people: { categories: ['employees'] } }, [3, 3], [0.25, 1]],
    ['codes of samples alone', { data: { elements: ['sample-code'] }, people: { categories: ['customers'] }, protection: { codeKeyAcquired: 'no' } }, [2, 2], [0.25, 0.75]],
    ['a list that may lack others', { data: { elements: ['location', 'unknown'] }, people: { categories: ['customers'] } }, [2, 4], [0.25, 1]],
  ];
  for (const [name, facts, context, ease] of kinds) {
    it(`data: ${name}`, () => {
      const found = severity({ title: 't', ...facts });
      assert.deepEqual([pair(found.dataContext), pair(found.easeOfIdentification)], [context, ease]);
      assert.ok(found.dataContext.reasons.length > 0 && found.easeOfIdentification.reasons.length > 0);
    });
  }
  it('what a fact leaves open is named, and only that', () => {
    const { missing } = severity({ title: 't', incident: { cause: 'malicious', cia: ['confidentiality'] }, data: { elements: ['genetic', 'name', 'email'] }, circumstances: { exfiltrated: 'yes' } });
    assert.deepEqual(missing, [], 'nothing about the people or the codes could change it');
    assert.deepEqual(severity({ title: 't', incident: { cause: 'malicious', cia: ['confidentiality'] }, data: { elements: ['name', 'email'] }, circumstances: { exfiltrated: 'yes' } }).missing, ['people.categories']);
  });
});

const quarter = fc.integer({ min: 0, max: 24 }).map((n) => n / 4);
const span = (values: readonly number[]): fc.Arbitrary<Span> => fc.tuple(fc.constantFrom(...values), fc.constantFrom(...values)).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));
const EASE = severityTable.easeOfIdentification.levels.map((l) => l.value);
const STEPS = Object.values(severityTable.circumstances.confidentiality).map((step) => step.value);
const factors = fc.record({ context: span([1, 2, 3, 4]), ease: span(EASE), circumstances: fc.array(span(STEPS), { minLength: 4, maxLength: 4 }) });
const scored = ({ context, ease, circumstances }: { context: Span; ease: Span; circumstances: readonly Span[] }): Span => score(context, ease, sumOf(circumstances));
const within = (inner: Span, outer: Span): boolean => outer.min <= inner.min && inner.max <= outer.max;

describe('the formula', () => {
  const LEVELS = severityTable.levels.map((l) => l.level);
  it('is SE = DPC × EI + CB', () => {
    const exact = (n: number): Span => ({ min: n, max: n });
    assert.deepEqual(score(exact(4), exact(0.75), exact(1)), exact(4));
    assert.deepEqual(score(exact(1), exact(1), exact(0.25)), exact(1.25));
  });
  const boundaries: [number, string][] = [[0.25, 'low'], [1.75, 'low'], [2, 'medium'], [2.75, 'medium'], [3, 'high'], [3.75, 'high'], [4, 'very-high'], [6, 'very-high']];
  for (const [value, level] of boundaries) it(`${value} is ${level}`, () => assert.equal(levelOf(value, severityTable), level));
  it('stays between 0.25 and 6', () => {
    fc.assert(fc.property(factors, (f) => assert.ok(within(scored(f), { min: 0.25, max: 6 }))));
    assert.deepEqual(scored({ context: { min: 1, max: 4 }, ease: { min: 0.25, max: 1 }, circumstances: STEPS.slice(0, 1).concat([0, 0, 0]).map(() => ({ min: 0, max: 0.5 })) }), { min: 0.25, max: 6 });
  });
  it('grows with each factor', () => {
    const wider = (a: Span, b: Span): Span => ({ min: Math.max(a.min, b.min), max: Math.max(a.max, b.max) });
    fc.assert(fc.property(factors, factors, fc.constantFrom('context', 'ease', 'circumstances'), (f, g, key) => {
      const raised = { ...f, ...(key === 'circumstances' ? { circumstances: f.circumstances.map((c, i) => wider(c, g.circumstances[i] as Span)) } : { [key]: wider(f[key as 'ease'], g[key as 'ease']) }) };
      const [before, later] = [scored(f), scored(raised)];
      assert.ok(later.min >= before.min && later.max >= before.max);
      for (const end of ['min', 'max'] as const) assert.ok(LEVELS.indexOf(levelOf(later[end], severityTable)) >= LEVELS.indexOf(levelOf(before[end], severityTable)));
    }));
  });
  it('has a level for every score, and no higher score has a lower one', () => {
    fc.assert(fc.property(quarter, quarter, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)].map((value) => LEVELS.indexOf(levelOf(value, severityTable)));
      assert.ok((low as number) >= 0 && (low as number) <= (high as number));
    }));
  });
});

const yesNo = fc.constantFrom('yes', 'no', 'unknown');
const some = <T>(arb: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arb, { nil: undefined });
const words = (list: readonly string[]): fc.Arbitrary<unknown> => fc.oneof(fc.uniqueArray(fc.constantFrom(...list, 'unknown'), { maxLength: 4 }), fc.constant({ notApplicable: 'x' }));
const amount = fc.record({ n: fc.constantFrom(1, 100, 101, 9999, 10_000, 60_000), precision: fc.constantFrom('exact', 'estimate', 'unknown'), upTo: fc.constantFrom(100, 60_000) }, { requiredKeys: ['precision'] });
const ELEMENTS = Object.keys(severityTable.dataContext.elements);
const CATEGORIES = severityTable.dataContext.people.map((kind) => kind.words[0] as string);
const breach = fc.record({
  incident: fc.record({ cause: some(fc.constantFrom('malicious', 'accidental', 'system-failure', 'unknown')), cia: some(words(['confidentiality', 'integrity', 'availability'])) }),
  data: fc.record({ elements: some(fc.oneof(words(['name', 'email', 'username', 'account-credentials', 'genetic', 'sample-code', 'health', 'date-of-birth']), words(ELEMENTS))), opens: some(words(ELEMENTS)) }),
  people: fc.record({ categories: some(words([...CATEGORIES, 'lodgers'])), count: some(amount), vulnerable: some(words(['children', 'the elderly'])) }),
  protection: fc.record({ encrypted: some(fc.constantFrom('yes', 'no', 'partly', 'unknown')), keyAcquired: some(yesNo), hashed: some(fc.constantFrom('strong', 'weak', 'no', 'unknown')), pseudonymised: some(yesNo), codeKeyAcquired: some(fc.oneof(yesNo, fc.constant({ notApplicable: 'x' }))) }),
  circumstances: fc.record({ exfiltrated: some(yesNo), published: some(yesNo), recipientTrusted: some(yesNo), backup: some(fc.constantFrom('complete', 'partial', 'none', 'unknown')), restoredWithin: some(fc.constantFrom('PT5H', 'PT48H', 'unknown')) }),
}).map((groups) => ({ title: 't', ...groups }) as unknown as BreachFile);

/** The same with less: facts removed, or a list opened. */
function without(file: BreachFile, picks: readonly number[], open: boolean): BreachFile {
  const copy = structuredClone(file) as unknown as Record<string, Record<string, unknown>>;
  const leaves = ['incident', 'data', 'people', 'protection', 'circumstances'].flatMap((group) => Object.keys(copy[group] as object).map((key) => [group, key] as const));
  for (const pick of picks) {
    const [group, key] = leaves[pick % leaves.length] as readonly [string, string];
    const value = copy[group]?.[key];
    if (open && Array.isArray(value)) (copy[group] as Record<string, unknown>)[key] = [...new Set([...(value as string[]).slice(0, 2), 'unknown'])];
    else delete copy[group]?.[key];
  }
  return copy as unknown as BreachFile;
}

const RUNS = { numRuns: 1500 };
const less = fc.tuple(breach, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), fc.boolean());

describe('unknown facts', () => {
  it('never narrow a factor, the score or the levels', () => {
    fc.assert(fc.property(less, ([file, picks, open]) => {
      const [known, vague] = [severity(file), severity(without(file, picks, open))];
      assert.ok(within(known.score, vague.score), `score ${JSON.stringify([known.score, vague.score])}`);
      for (const key of ['dataContext', 'easeOfIdentification'] as const) assert.ok(within(known[key], vague[key]), `${key} ${JSON.stringify([known[key], vague[key]])}`);
      for (const key of CIRCUMSTANCES) assert.ok(within(known.circumstances[key], vague.circumstances[key]), `${key} ${JSON.stringify([known.circumstances[key], vague.circumstances[key]])}`);
      assert.ok(known.levels.every((level) => vague.levels.includes(level)));
    }), RUNS);
  });
  it('never make the suggestion lower with certainty: what it may be only grows', () => {
    const rank = (level: string): number => RISK_LEVELS.indexOf(level as 'risk');
    fc.assert(fc.property(less, ([file, picks, open]) => {
      const [known, vague] = [risk(file).suggested, risk(without(file, picks, open)).suggested];
      assert.ok(rank(vague.range.from) <= rank(known.range.from) && rank(known.range.to) <= rank(vague.range.to), JSON.stringify([known, vague]));
      if (vague.certain) assert.deepEqual([known.level, known.certain], [vague.level, true]);
    }), RUNS);
  });
  it('a level lies in its range, and what is not certain says what is missing', () => {
    fc.assert(fc.property(breach, (file) => {
      const { suggested, severity: found } = risk(file);
      const rank = (level: string): number => RISK_LEVELS.indexOf(level as 'risk');
      if (suggested.level !== 'undetermined') assert.ok(rank(suggested.range.from) <= rank(suggested.level) && rank(suggested.level) <= rank(suggested.range.to));
      assert.equal(suggested.certain, suggested.range.from === suggested.range.to);
      if (suggested.certain) assert.equal(suggested.level, suggested.range.from);
      assert.equal(found.level === 'undetermined', found.levels.length > 1);
      for (const change of suggested.mayChange) assert.ok(change.missing.length > 0 && change.to !== suggested.level);
    }), RUNS);
  });
  it('nothing known: every score and every level is possible', () => {
    const { suggested, severity: found } = risk({ title: 't' });
    assert.deepEqual([found.score, found.level, suggested.level, suggested.range], [{ min: 0.25, max: 6 }, 'undetermined', 'undetermined', { from: 'unlikely', to: 'high' }]);
    assert.deepEqual(found.flags, { manyPeople: undefined, unintelligible: undefined });
    for (const fact of ['data.elements', 'people.categories', 'incident.cia', 'incident.cause']) assert.ok(found.missing.includes(fact), fact);
  });
});

describe('the tables', () => {
  const { dataContext, easeOfIdentification, circumstances } = severityTable;
  it('every kind of data has a score, or takes that of what it opens', () => {
    for (const [name, element] of Object.entries(dataContext.elements)) {
      const ways = [element.category !== undefined, element.opens === true, element.span !== undefined];
      assert.ok(ways.some(Boolean), name);
      if (element.category !== undefined) assert.ok(element.category in dataContext.categories, name);
      for (const value of element.span ?? []) assert.ok(value >= dataContext.least && value <= dataContext.most, name);
    }
  });
  it('kinds of data of requests are kinds of data of breaches, but for those that are people', () => {
    assert.deepEqual(DATA_CATEGORIES.filter((word) => !(word in dataContext.elements)), ['children', 'employee', 'customer']);
  });
  it('genetic data, and what else the method of 2013 does not name, is marked as a proposal', () => {
    for (const name of ['genetic', 'proteomic', 'biometric', 'study-participation', 'sample-code', 'research-project', 'aggregate-genetic', 'payroll', 'data-credentials', 'ssn']) assert.equal(dataContext.elements[name]?.by, 'organisation', name);
    assert.match(severity({ title: 't', data: { elements: ['genetic'] } }).dataContext.reasons.join(), /genetic data.*a proposal of the organisation/);
    for (const name of ['name', 'health', 'location', 'financial-account']) assert.equal(dataContext.elements[name]?.by, undefined, name);
  });
  it('a word for people has one meaning', () => {
    const all = dataContext.people.flatMap((kind) => kind.words);
    assert.deepEqual(all.filter((word, i) => all.indexOf(word) !== i), []);
    assert.deepEqual(all.filter((word) => word !== word.toLowerCase().replace(/[-_\s]+/g, ' ').trim()), [], 'words as they are compared');
  });
  it('what is named somewhere exists', () => {
    const named = [...Object.keys(easeOfIdentification.alone), ...easeOfIdentification.coded, ...easeOfIdentification.naming, ...easeOfIdentification.together.flatMap(({ all, oneOf }) => [...all, ...oneOf]), easeOfIdentification.proposal.element];
    assert.deepEqual(named.filter((word) => !(word in dataContext.elements)), []);
    assert.ok(hoursOf(circumstances.restoredInTime.within) !== undefined);
  });
  it('rules of risk ask for facts and words that there are', () => {
    const groups = new Set(Object.values(dataContext.elements).map((element) => element.group));
    const kinds = new Set([...dataContext.people.map((kind) => kind.kind), 'other']);
    const leaves = (condition: Condition): Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>[] => ('all' in condition ? condition.all.flatMap(leaves) : 'any' in condition ? condition.any.flatMap(leaves) : 'not' in condition ? leaves(condition.not) : [condition]);
    const used = [...riskTable.decides, ...riskTable.floors].flatMap((rule) => [rule.when, ...(rule.unless ? [rule.unless] : [])].flatMap(leaves));
    for (const leaf of used) {
      const values = 'is' in leaf ? [leaf.is] : 'oneOf' in leaf ? leaf.oneOf : [];
      const known = leaf.fact === 'data.groups' ? groups : leaf.fact === 'people.kinds' ? kinds : leaf.fact === 'data.elements' ? new Set(ELEMENTS) : undefined;
      if (known) assert.deepEqual(values.filter((value) => !known.has(value as string)), [], leaf.fact);
    }
    // A rule that says “only these groups” lists every other one.
    for (const rule of riskTable.decides) {
      const inGroups = [rule.when].flatMap(leaves).filter((leaf) => leaf.fact === 'data.groups');
      const others = inGroups.find((leaf) => 'oneOf' in leaf && leaf.oneOf.length > 5);
      if (others && 'oneOf' in others) assert.deepEqual([...groups].filter((group) => !others.oneOf.includes(group)).toSorted(), rule.id === 'hashed-aliases' ? ['alias', 'credentials'] : ['contact'], rule.id);
    }
  });
  it('every rule and table says where it comes from, and proposals are marked', () => {
    for (const rule of [...riskTable.decides, ...riskTable.floors]) {
      assert.ok(rule.citation.ref.length > 0 && typeof rule.citation.verified === 'boolean', rule.id);
      if (!rule.citation.ref.startsWith('EDPB')) assert.equal(rule.by, 'organisation', rule.id);
    }
    assert.equal(riskTable.severity.by, 'organisation');
    assert.ok(severityTable.method.verified);
  });
});

describe('a breach with data sets', () => {
  const genetic = { name: 'a', role: 'controller', data: { elements: ['name', 'genetic', 'health'] }, protection: { encrypted: 'no' }, people: { byJurisdiction: { DE: 300 } } };
  const base = { title: 't', incident: { cause: 'malicious', cia: ['confidentiality'] } };
  const milder = { data: { elements: ['name'] }, protection: { encrypted: 'yes', keyAcquired: 'no' }, people: { categories: ['customers'], vulnerable: [] } };
  it('is at least as severe as its data sets, whatever the whole says', () => {
    const [alone, both] = [risk({ ...base, people: milder.people, dataSets: [genetic] } as BreachFile), risk({ ...base, ...milder, dataSets: [genetic] } as BreachFile)];
    assert.deepEqual([both.severity.dataContext.min, both.severity.dataContext.max], [4, 4]);
    assert.deepEqual(both.severity.score, alone.severity.score);
    assert.equal(both.severity.flags.unintelligible, false);
    assert.equal(both.suggested.level, 'high');
  });
  it('has the weakest protection of them; one that says nothing has what the whole says', () => {
    const safe = { encrypted: 'yes', keyAcquired: 'no' };
    const of = (whole: object | undefined, ...sets: (object | undefined)[]) => severity({ ...base, ...(whole ? { protection: whole } : {}), dataSets: sets.map((protection, i) => ({ name: String(i), ...(protection ? { protection } : {}) })) }).flags.unintelligible;
    assert.deepEqual([of(undefined, safe, safe), of(undefined, safe, { encrypted: 'no' }), of(undefined, safe, { ...safe, keyAcquired: 'yes' }), of(undefined, safe, { encrypted: 'partly' })], [true, false, false, false]);
    assert.deepEqual([of(undefined, safe, { encrypted: { notApplicable: 'paper' } }), of(undefined, safe, { encrypted: 'yes', keyAcquired: { notApplicable: 'no key' } })], [false, true]);
    assert.deepEqual([of(undefined, safe, undefined), of(safe, undefined, {}), of(safe, { encrypted: 'no' }), of(undefined, safe, { encrypted: 'unknown', keyAcquired: 'no' })], [undefined, true, false, undefined]);
  });
  it('counts the people of all of them', () => {
    const many = (...numbers: (number | 'unknown')[]) => risk({ ...base, dataSets: numbers.map((n, i) => ({ name: String(i), people: { byJurisdiction: { DE: n } } })) }).severity.flags.manyPeople;
    assert.deepEqual([many(800), many(60, 60), many(60, 30), many(60, 'unknown')], [true, true, false, undefined]);
  });
});

describe('when it was known', () => {
  const warned = (firstIndication: string, aware: string) => severity({ title: 't', incident: { firstIndication, aware } }).warnings;
  it('more than 72 hours after the first sign is worth a second look', () => {
    assert.deepEqual(warned('2026-11-10T10:00:00+01:00', '2026-11-13T10:00:00+01:00'), []);
    assert.match(warned('2026-11-10T10:00:00+01:00', '2026-11-13T10:01:00+01:00').join(), /incident.aware lies 72 hours after incident.firstIndication, more than 72/);
    assert.match(warned('2026-11-10T10:00:00+01:00', '2026-11-25T10:00:00+01:00').join(), /360 hours after/);
    assert.deepEqual(warned('unknown', '2026-11-25T10:00:00+01:00'), []);
  });
});
