/**
 * The matrix of state breach statutes that a lawyer can read (fixtures/breaches/states.csv) against the law files, through
 * the engine. In every row the breach was discovered on 16 November 2026, the organisation became aware on the 17th and
 * determined it on the 18th, and the people were told on the 23rd.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isFactPath, listBreachLaws } from '../src/adapters/breach-laws.ts';
import { calendars, loadPlaces } from '../src/adapters/data.ts';
import type { BreachFile } from '../src/core/breach-facts.ts';
import type { BreachItem } from '../src/core/breach-item.ts';
import { lintBreachLaw } from '../src/core/breach-lint.ts';
import { obligations } from '../src/core/breach.ts';
import { formatDay, parseDay, parseMoment, weekday } from '../src/core/date.ts';

const ROOT = path.join(import.meta.dirname, '..');
const text = (...below: string[]): string => readFileSync(path.join(ROOT, ...below), 'utf8');
const world = { places: loadPlaces(), calendars: calendars() };
const laws = new Map(listBreachLaws().map(({ law }) => [law.id, law]));

const [heading, ...lines] = text('fixtures', 'breaches', 'states.csv').trim().split('\n').map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].slice(0, -1).map(([, cell]) => (cell as string).replace(/^"|"$/g, '')));
const matrix = lines.map((cells) => Object.fromEntries((heading as string[]).map((name, i) => [name, cells[i] ?? ''])) as Record<string, string>);

const DATES: Readonly<Record<string, string>> = { discovered: '2026-11-16', aware: '2026-11-17', determined: '2026-11-18', 'people-notified': '2026-11-23' };
/** Noon in UTC is the same day from Hawaii to Guam. */
const noon = (day: string): string => `${day}T12:00:00Z`;

interface Given {
  elements?: string[];
  protection?: object;
  risk?: string;
  roles?: string[];
  people?: Record<string, number>;
  cause?: string;
  dates?: Readonly<Record<string, string>>;
  told?: string;
  secretary?: string;
}

function items(id: string, n: number, given: Given = {}): BreachItem[] {
  const { elements = ['name', 'ssn'], protection = { encrypted: 'no' }, risk = 'risk', roles = ['controller'], cause = 'malicious', dates = DATES } = given;
  const place = `US-${id.slice(3, 5).toUpperCase()}`;
  const file = {
    title: 'matrix', roles, incident: { cause, ...Object.fromEntries(['discovered', 'aware', 'determined'].flatMap((mark) => (dates[mark] ? [[mark, noon(dates[mark])]] : []))) },
    data: { elements }, people: { byJurisdiction: given.people ?? { [place]: n } }, protection, ...(risk === '' ? {} : { risk: { level: risk as 'risk' } }),
  };
  const marks = [...(given.told ? [{ mark: 'people-notified' as const, on: parseMoment(given.told) ?? assert.fail(), law: id }] : []), ...(given.secretary ? [{ mark: 'authority-notified' as const, on: parseMoment(given.secretary) ?? assert.fail(), law: 'us-hipaa' }] : [])];
  const law = laws.get(id) ?? assert.fail(`no law ${id}`);
  return obligations([law], { id: null, file, marks }, parseMoment('2026-11-24') ?? assert.fail(), world).items.filter((i) => i.law === id);
}

const of = (found: readonly BreachItem[], obligation: string, variant: string | null = null): BreachItem => found.find((i) => i.obligation === obligation && i.variant === variant) ?? assert.fail(`${obligation}: ${found.map((i) => `${i.obligation} ${i.variant ?? ''}`).join(', ')}`);
const people = (id: string, given: Given = {}): BreachItem => of(items(id, 1, given), 'notify-people');

/** "45 days from determined", "5 business days from people-notified" as a date; Thanksgiving is the only holiday in the way. */
function dateOf(words: string): string | undefined {
  const [, n, unit, from] = /(\d+) (days|business days|hours) from ([a-z-]+)/.exec(words) ?? [];
  if (n === undefined) return undefined;
  let day = parseDay(DATES[from as string] as string) as number;
  if (unit === 'hours') return formatDay(day + Number(n) / 24);
  if (unit === 'days') return formatDay(day + Number(n));
  for (let counted = 0; counted < Number(n); ) {
    day += 1;
    if (weekday(day) < 6 && formatDay(day) !== '2026-11-26') counted += 1;
  }
  return formatDay(day);
}

/** Numbers of people with the decision there: "more than 1000", "500 or more", "any", with what is disputed. */
function sides(words: string): [number, BreachItem['decision']][] {
  const [, n, how] = /(?:more than )?(\d+)?( or more)?/.exec(words.startsWith('any') ? '' : words) ?? [];
  const from = words.startsWith('any') ? 1 : Number(n) + (how ? 0 : 1);
  const [, kind, at] = /\(disputed (at|up to) (\d+)\)/.exec(words) ?? [];
  if (kind === 'up to') return [[1, 'undetermined'], [Number(at), 'undetermined'], [Number(at) + 1, 'required']];
  return [...(from > 1 ? [[from - 1, kind === 'at' ? 'undetermined' : 'not-required'] as [number, BreachItem['decision']]] : []), [from, 'required']];
}

describe('state breach laws as files', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const valid = ajv.compile(JSON.parse(text('schemas', 'breach-law.schema.json')) as object);
  it('the matrix and the folders name the same laws', () => {
    const files = readdirSync(path.join(ROOT, 'src', 'breach-laws')).filter((name) => /^us-[a-z]{2}$/.test(name) && name !== 'us-ca' && name !== 'us-ma');
    assert.deepEqual(new Set(matrix.map((row) => row['law'])), new Set(files.map((name) => `${name}-breach`)));
    assert.equal(matrix.length, files.length);
  });
  for (const { law: id = '' } of matrix) {
    it(id, () => {
      const law = laws.get(id) ?? assert.fail(`no law ${id}`);
      assert.ok(valid(law), JSON.stringify(valid.errors?.slice(0, 3)));
      assert.deepEqual(lintBreachLaw(law, isFactPath), []);
      for (const { closed } of Object.values(law.counting)) if (closed) assert.ok(world.calendars.byId(closed.holidays), closed.holidays);
    });
  }
});

for (const row of matrix) {
  const cell = (name: string): string => row[name] ?? assert.fail(`no column ${name}`);
  const id = cell('law');
  const due = cell('only counsel can say whether the law applies') === 'yes' ? 'undetermined' : 'required';
  const expected = (decision: BreachItem['decision']): string => (decision === 'required' ? due : decision);
  describe(`${cell('state')} (${id})`, () => {
    it('people: the date and its start', () => {
      const item = people(id);
      assert.equal(item.decision, due, item.why);
      assert.equal(item.due, dateOf(`${cell('people')} from ${cell('clock starts')}`) ?? null);
      assert.ok((item.due === null) === (item.practiceTarget !== null), 'a target of practice where there is no number, and nowhere else');
      assert.deepEqual(items(id, 0), []);
    });

    it('the authority: both sides of the threshold, and the date', () => {
      const threshold = cell('authority threshold');
      if (threshold === 'none') return assert.ok(items(id, 1_000_000).every((i) => i.obligation !== 'notify-authority' || i.variant !== null));
      for (const [n, decision] of sides(threshold)) assert.equal(of(items(id, n), 'notify-authority').decision, decision, `${n}`);
      const words = cell('authority deadline');
      const open = of(items(id, 1_000_000), 'notify-authority');
      const toldOnTime = of(items(id, 1_000_000, { told: DATES['people-notified'] as string }), 'notify-authority');
      if (/notice to people/.test(words)) {
        assert.equal(open.order?.must, words.startsWith('before') ? 'before' : 'not-after');
        assert.equal(toldOnTime.due, DATES['people-notified']);
        assert.equal(open.due, dateOf(words) ?? people(id).due);
      } else if (words.includes('people-notified')) {
        assert.deepEqual([open.state, open.due], ['not-started', null]);
        assert.equal(toldOnTime.due, dateOf(words));
      } else assert.equal(open.due, dateOf(words) ?? null);
    });

    it('reporting agencies: both sides of the threshold, and the date', () => {
      const threshold = cell('reporting agencies threshold');
      if (threshold === 'none') return assert.ok(items(id, 1_000_000).every((i) => i.obligation !== 'notify-cra'));
      if (!/\d|any/.test(threshold)) return assert.deepEqual([1, 1_000_000].map((n) => of(items(id, n), 'notify-cra').decision), ['undetermined', 'undetermined']);
      for (const [n, decision] of sides(threshold)) assert.equal(of(items(id, n), 'notify-cra').decision, expected(decision), `${n}`);
      assert.equal(of(items(id, 1_000_000), 'notify-cra').due, dateOf(cell('reporting agencies deadline')) ?? null);
    });

    it('harm: likely, unlikely, not decided', () => {
      assert.equal(people(id, { risk: 'high' }).decision, due);
      const [unlikely, open] = { none: [due, due], 'no notice if harm is unlikely': ['not-required', 'required'], 'notice only if harm is likely': ['not-required', 'undetermined'], 'ask counsel if harm is unlikely': ['undetermined', 'required'] }[cell('harm test')] ?? assert.fail(cell('harm test'));
      assert.equal(people(id, { risk: 'unlikely', cause: 'accidental' }).decision, unlikely);
      const undecided = people(id, { risk: '' });
      assert.equal(undecided.decision, open);
      if (open === 'undetermined' && due === 'required') assert.deepEqual(undecided.missing, ['risk.level']);
    });

    it('kinds of data', () => {
      for (const [column, element] of [['genetic', 'genetic'], ['biometric', 'biometric'], ['medical', 'health'], ['health insurance', 'health-insurance']] as const) {
        const item = people(id, { elements: ['name', 'email', element] });
        assert.equal(item.decision, { yes: due, no: 'not-required', open: 'undetermined' }[cell(column)], `${element}: ${item.why}`);
      }
      assert.equal(people(id, { elements: ['name', 'email', 'phone'] }).decision, 'not-required');
      const unknown = people(id, { elements: ['name', 'unknown'] });
      assert.deepEqual([unknown.decision, unknown.missing.includes('data.elements')], ['undetermined', true]);
    });

    it('encryption, with and without the key', () => {
      const strong = { encrypted: 'yes', bits: 256 };
      assert.equal(people(id, { protection: { ...strong, keyAcquired: 'no' } }).decision, 'not-required');
      assert.equal(people(id, { protection: { ...strong, keyAcquired: 'yes' } }).decision, due);
      assert.equal(people(id, { protection: { encrypted: 'partly' } }).decision, due);
      const open = people(id, { protection: strong });
      assert.deepEqual([open.decision, open.missing], ['undetermined', ['protection.keyAcquired']]);
      const weak = people(id, { protection: { encrypted: 'yes', bits: 64, keyAcquired: 'no' } });
      assert.equal(weak.decision, cell('safe harbour').includes('128') ? 'required' : 'not-required');
    });

    it('who holds data for another tells the other', () => {
      const found = items(id, 1_000_000, { roles: ['service-provider'] });
      const item = of(found, 'notify-controller');
      assert.equal(item.decision, cell('vendor').startsWith('ask counsel') ? 'undetermined' : due, item.why);
      if (!cell('vendor').startsWith('ask')) assert.equal(item.due, dateOf(cell('vendor')) ?? null);
      const from = / from ([a-z-]+)$/.exec(cell('vendor'))?.[1];
      if (from) assert.ok(item.steps.some((s) => s.says.includes(DATES[from] as string)), `starts when ${from}`);
      // Rhode Island binds whoever stores or maintains the data.
      assert.equal(of(found, 'notify-people').decision, cell('vendor').endsWith('of the notice to people') ? 'undetermined' : 'not-required');
    });
  });
}

describe('state breach laws: what is no column', () => {
  it('earlier wordings hold for the clocks that started under them', () => {
    const at = (discovered: string, determined = discovered): Given => ({ dates: { discovered, aware: discovered, determined } });
    const health = { elements: ['name', 'health'] };
    assert.deepEqual(['2024-12-20', '2024-12-21'].map((day) => people('us-ny-breach', at(day)).due), [null, '2025-01-20']);
    assert.deepEqual(['2025-03-20', '2025-03-21'].map((day) => people('us-ny-breach', { ...at(day), ...health }).decision), ['not-required', 'required']);
    assert.deepEqual(['2023-08-31', '2023-09-01'].map((day) => of(items('us-tx-breach', 250, at(day)), 'notify-authority').due), ['2023-10-30', '2023-10-01']);
    assert.deepEqual(['2025-12-31', '2026-01-01'].map((day) => of(items('us-ok-breach', 500, { ...at(day), told: '2026-02-01' }), 'notify-people').decision), ['required', 'required']);
    assert.deepEqual(['2025-12-31', '2026-01-01'].map((day) => people('us-ok-breach', { ...at(day), elements: ['name', 'biometric'] }).decision), ['not-required', 'required']);
    assert.deepEqual([1000, 1001].map((n) => of(items('us-pa-breach', n, { ...at('2024-09-25'), told: '2024-09-25' }), 'notify-cra').decision), ['not-required', 'required']);
    assert.equal(of(items('us-pa-breach', 501, at('2024-09-25')), 'notify-authority').decision, 'not-required');
    assert.equal(of(items('us-pa-breach', 501, at('2024-09-26')), 'notify-authority').decision, 'required');
  });

  it('before the wording known here the answer is open, before there was a law it is no', () => {
    const at = (day: string): Given => ({ dates: { discovered: day, aware: day, determined: day } });
    assert.deepEqual([people('us-az-breach', at('2018-08-02')), people('us-md-breach', at('2022-09-30')), people('us-mi-breach', at('2020-01-19'))].map((i) => i.decision), ['undetermined', 'undetermined', 'undetermined']);
    assert.deepEqual([people('us-al-breach', at('2018-05-31')), people('us-sd-breach', at('2018-06-30')), people('us-mi-breach', at('2006-07-01'))].map((i) => i.decision), ['not-required', 'not-required', 'not-required']);
  });

  it('amendments: the day before and the day', () => {
    const at = (day: string, elements: string[]): Given => ({ dates: { discovered: day, aware: day, determined: day }, elements });
    const aroundDay = (id: string, before: string, from: string, elements: string[]): string[] => [before, from].map((day) => people(id, at(day, elements)).decision);
    assert.deepEqual(aroundDay('us-pa-breach', '2023-05-01', '2023-05-02', ['name', 'health']), ['not-required', 'required']);
    assert.deepEqual(aroundDay('us-pa-breach', '2023-05-01', '2023-05-02', ['name', 'account-credentials']), ['not-required', 'required']);
    assert.deepEqual(aroundDay('us-pa-breach', '2024-09-25', '2024-09-26', ['name', 'health']), ['required', 'undetermined'], 'since Act 33 of 2024 perhaps of State agencies only');
    assert.equal(people('us-pa-breach', { elements: ['account-credentials'] }).decision, 'undetermined', 'by themselves or with a name');
    assert.deepEqual(aroundDay('us-ct-breach', '2023-09-30', '2023-10-01', ['name', 'location']), ['not-required', 'required']);
    assert.deepEqual(aroundDay('us-ct-breach', '2021-09-30', '2021-10-01', ['name', 'passport']), ['undetermined', 'required']);
    assert.deepEqual(aroundDay('us-va-breach', '2019-06-30', '2019-07-01', ['name', 'passport']), ['undetermined', 'required']);
    assert.deepEqual(aroundDay('us-va-breach', '2008-06-30', '2019-07-01', ['name', 'ssn']), ['not-required', 'required']);
    assert.deepEqual(aroundDay('us-ri-breach', '2023-06-26', '2023-06-27', ['name', 'ssn']), ['undetermined', 'required']);
    assert.deepEqual(aroundDay('us-mt-breach', '2015-09-30', '2015-10-01', ['name', 'tax-id']), ['undetermined', 'required']);
    for (const [id, before, from] of [
      ['us-ga-breach', '2005-05-04', '2007-05-24'], ['us-nc-breach', '2005-11-30', '2009-10-01'], ['us-pr-breach', '2006-01-04', '2008-06-19'], ['us-gu-breach', '2009-03-12', '2009-08-10'],
      ['us-vi-breach', '2005-10-16', '2005-10-17'], ['us-hi-breach', '2006-12-31', '2008-04-17'], ['us-nh-breach', '2006-12-31', '2007-01-01'], ['us-mn-breach', '2005-12-31', '2006-01-01'], ['us-tn-breach', '2005-06-30', '2017-04-04'],
    ] as const) assert.deepEqual(aroundDay(id, before, from, ['name', 'ssn']), ['not-required', id === 'us-ga-breach' ? 'undetermined' : 'required'], id);
    for (const [id, day] of [['us-ga-breach', '2007-05-23'], ['us-nc-breach', '2009-09-30'], ['us-pr-breach', '2008-06-18'], ['us-gu-breach', '2009-08-09'], ['us-hi-breach', '2008-04-16'], ['us-nv-breach', '2015-06-30'], ['us-tn-breach', '2017-04-03']] as const) {
      assert.equal(people(id, at(day, ['name', 'ssn'])).decision, 'undetermined', `${id}: another wording held on ${day}`);
    }
    const az = (day: string): string[] => ['notify-authority', 'notify-agency'].map((o) => of(items('us-az-breach', 1001, at(day, ['name', 'ssn'])), o, o === 'notify-agency' ? 'homeland-security' : null).decision);
    assert.deepEqual(['2018-08-03', '2022-09-23', '2022-09-24'].map(az), [['required', 'not-required'], ['required', 'not-required'], ['required', 'required']]);
  });

  it('a number that a government issued counts where the statute says so', () => {
    const decided = (id: string, element: string): string => people(id, { elements: ['name', element] }).decision;
    for (const state of ['al', 'ca', 'ct', 'dc', 'fl', 'ia', 'mo', 'nh', 'nm', 'ok', 'pr', 'sc', 'sd', 'tx', 'vt', 'wy']) assert.equal(decided(`us-${state}-breach`, 'government-id'), 'required', state);
    for (const state of ['md', 'ms', 'mt', 'or', 'ri']) assert.equal(decided(`us-${state}-breach`, 'government-id'), 'undetermined', `${state}: of the federal government, or of a tribe`);
    for (const state of ['ak', 'gu', 'in', 'ky', 'mn', 'oh', 'tn', 'ut', 'va', 'vi']) assert.deepEqual(['government-id', 'tax-id', 'account-credentials'].map((e) => decided(`us-${state}-breach`, e)), Array(3).fill('not-required'), state);
    assert.equal(people('us-ok-breach', { elements: ['name', 'government-id'], dates: { discovered: '2025-12-31', aware: '2025-12-31', determined: '2025-12-31' } }).decision, 'not-required');
    for (const state of ['ky', 'tn', 'vi']) assert.deepEqual([decided(`us-${state}-breach`, 'drivers-license'), decided(`us-${state}-breach`, 'state-id')], ['required', 'not-required'], `${state} names the driver’s license alone`);
  });

  it('credentials that open raw data count as those of any other account', () => {
    for (const [id] of laws) {
      if (!/^us-[a-z]{2}-breach$/.test(id)) continue;
      const [account, data] = ['account-credentials', 'data-credentials'].map((element) => people(id, { elements: ['name', 'email', element] }));
      assert.equal(data?.decision, account?.decision, id);
    }
    assert.equal(people('us-az-breach', { elements: ['data-credentials'] }).decision, 'required');
  });

  it('what is recorded as “other” is open where the statute names kinds for which there is no word', () => {
    for (const state of ['az', 'ca', 'co', 'dc', 'ia', 'mo', 'nc', 'ne', 'ok', 'or', 'sc', 'wa', 'wy']) assert.equal(people(`us-${state}-breach`, { elements: ['name', 'other'] }).decision, 'undetermined', state);
    for (const state of ['al', 'ky', 'oh', 'tx', 'ut']) assert.equal(people(`us-${state}-breach`, { elements: ['name', 'other'] }).decision, 'not-required', state);
    assert.equal(people('us-az-breach', { elements: ['name', 'ssn', 'other'] }).decision, 'required');
  });

  it('definitions that were read', () => {
    const decided = (id: string, ...elements: string[]): string => people(id, { elements }).decision;
    assert.deepEqual([decided('us-co-breach', 'name', 'passport'), decided('us-co-breach', 'name', 'tax-id'), decided('us-co-breach', 'payment-card')], ['required', 'not-required', 'undetermined']);
    assert.deepEqual([decided('us-or-breach', 'name', 'passport'), decided('us-or-breach', 'ssn')], ['required', 'undetermined']);
    assert.deepEqual([decided('us-nc-breach', 'name', 'passport'), decided('us-nc-breach', 'name', 'signature')], ['required', 'undetermined']);
    assert.deepEqual([decided('us-pr-breach', 'name', 'tax-id'), decided('us-pr-breach', 'name', 'account-credentials'), decided('us-pr-breach', 'name', 'employment')], ['required', 'required', 'undetermined']);
    assert.deepEqual([decided('us-va-breach', 'name', 'genetic'), decided('us-ri-breach', 'name', 'passport'), decided('us-mt-breach', 'name', 'account-credentials')], Array(3).fill('not-required'));
    assert.deepEqual(['passport', 'military-id', 'tax-id'].flatMap((e) => [decided('us-nh-breach', 'name', e), decided('us-ia-breach', 'name', e)]), Array(6).fill('required'));
  });

  it('Connecticut: whether a bill of 2026 on forensic reports became law is open above 100,000 residents', () => {
    const report = (n: number, day = '2026-11-16'): BreachItem => of(items('us-ct-breach', n, { dates: { discovered: day, aware: day, determined: day } }), 'notify-authority', 'forensic-report');
    assert.deepEqual([report(99_999).decision, report(100_000).decision, report(100_000).due], ['not-required', 'undetermined', null]);
    assert.equal(of(items('us-ct-breach', 100_000), 'notify-authority').decision, 'required');
    assert.equal(of(items('us-mt-breach', 1), 'notify-cra').forbidden.length, 1);
  });

  it('individuals, persons or residents: two readings where people of other states count or not', () => {
    const mixed = (id: string, here: number, elsewhere: number, obligation: string): string => of(items(id, 0, { people: { [`US-${id.slice(3, 5).toUpperCase()}`]: here, 'US-CA': elsewhere } }), obligation).decision;
    for (const [id, n, obligation] of [['us-ar-breach', 1000, 'notify-authority'], ['us-nd-breach', 250, 'notify-authority'], ['us-tx-breach', 10_000, 'notify-cra'], ['us-hi-breach', 1000, 'notify-authority'], ['us-hi-breach', 1000, 'notify-cra'], ['us-sc-breach', 1000, 'notify-cra']] as const) {
      assert.deepEqual([mixed(id, n, 0, obligation), mixed(id, n, 1, obligation), mixed(id, n + 1, 1, obligation)], ['not-required', 'undetermined', 'required'], `${id} ${obligation}`);
    }
    assert.equal(mixed('us-co-breach', 499, 5000, 'notify-authority'), 'not-required');
  });

  it('organisations under HIPAA', () => {
    const roles = ['covered-entity'];
    const health = { elements: ['name', 'health'] };
    assert.deepEqual(['us-nm-breach', 'us-nd-breach', 'us-oh-breach', 'us-az-breach', 'us-ky-breach', 'us-tn-breach'].map((id) => people(id, { roles }).decision), Array(6).fill('not-required'));
    assert.deepEqual(['us-md-breach', 'us-wi-breach', 'us-mi-breach', 'us-il-breach', 'us-ct-breach', 'us-ia-breach', 'us-mn-breach', 'us-hi-breach', 'us-pa-breach', 'us-me-breach'].map((id) => people(id, { roles }).decision), Array(10).fill('undetermined'));
    for (const id of ['us-ny-breach', 'us-il-breach']) {
      const told = of(items(id, 12, { roles, ...health, secretary: '2026-12-01' }), 'notify-authority', 'hipaa');
      assert.deepEqual([told.decision, told.due], ['required', '2026-12-08'], id);
      assert.equal(of(items(id, 12, { roles: ['controller'], ...health }), 'notify-authority', 'hipaa').decision, 'not-required');
    }
  });

  it('a determination that harm is unlikely is filed where the statute says so', () => {
    const filed = (id: string, risk: string): BreachItem => of(items(id, 600, { risk, cause: 'accidental' }), 'notify-authority', 'no-harm');
    for (const [id, due] of [['us-ak-breach', null], ['us-fl-breach', '2026-12-18'], ['us-sd-breach', null], ['us-vt-breach', null], ['us-ny-breach', '2026-11-28']] as const) {
      assert.deepEqual([filed(id, 'unlikely').decision, filed(id, 'unlikely').due, filed(id, 'risk').decision], ['required', due, 'not-required'], id);
    }
    assert.equal(people('us-ny-breach', { risk: 'unlikely' }).decision, 'required', 'a malicious act is no inadvertent disclosure');
    assert.equal(of(items('us-la-breach', 1, { risk: 'unlikely' }), 'register', 'no-harm').keep, 'P5Y');
  });

  it('Illinois forbids the number that Rhode Island requires', () => {
    const [il, ri] = [laws.get('us-il-breach') ?? assert.fail(), laws.get('us-ri-breach') ?? assert.fail()];
    const file: BreachFile = { title: 'both', roles: ['controller'], incident: { discovered: noon('2026-11-16') }, data: { elements: ['name', 'ssn'] }, people: { byJurisdiction: { 'US-IL': 1204, 'US-RI': 7 } }, protection: { encrypted: 'no' }, risk: { level: 'high' } };
    const found = obligations([il, ri], { id: null, file, marks: [] }, parseMoment('2026-11-24') ?? assert.fail(), world).items;
    assert.deepEqual(Object.fromEntries(found.filter((i) => i.obligation === 'notify-people').map((i) => [i.law, i.conflictsWith])), { 'us-il-breach': ['us-ri-breach'], 'us-ri-breach': ['us-il-breach'] });
    const patterns = il.obligations.find((o) => o.id === 'notify-people')?.terms[0]?.forbidden?.[0]?.patterns ?? assert.fail();
    const forbids = (letter: string): boolean => patterns.some((p) => new RegExp(p, 'iu').test(letter));
    for (const letter of ['1,204 Illinois residents were affected.', 'We told 7 residents of Illinois.', 'About two thousand Illinois residents', '12 affected Illinois customers', 'The number of Illinois residents affected is small']) assert.ok(forbids(letter), letter);
    for (const letter of ['Illinois residents may contact the Attorney General.', 'On 20 November 2026. Illinois residents can call.', 'If you are a resident of Illinois, call 1-800-555-0100.']) assert.ok(!forbids(letter), letter);
  });

  it('territories have two codes', () => {
    for (const code of ['PR', 'GU', 'VI']) assert.equal(of(items(`us-${code.toLowerCase()}-breach`, 0, { people: { [code]: 5 } }), 'notify-people').decision, 'required', code);
  });

  it('monitoring that a state requires is asked for only where it is due', () => {
    const status = (id: string, elements: string[]): string | undefined => people(id, { elements }).contents.find((c) => c.id === 'monitoring')?.status;
    for (const id of ['us-ct-breach', 'us-de-breach', 'us-dc-breach', 'us-pa-breach']) assert.deepEqual([status(id, ['name', 'ssn']), status(id, ['name', 'health-insurance'])], ['missing', 'not-applicable'], id);
  });
});
