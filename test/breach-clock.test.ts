/** The clocks of breaches: when they end, and how a duty stands. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { type BreachItem, nextDue } from '../src/core/breach-item.ts';
import type { BreachLaw } from '../src/core/breach-law.ts';
import { lintBreachLaw } from '../src/core/breach-lint.ts';
import { formatInstant, parseInstant } from '../src/core/date.ts';
import { type CaseRow, type MarkRow, check, laws as shipped } from './breach-cases.ts';
import { CITE, FACTS, assess, duty, law, loose, one, pick, term } from './breach-made.ts';

describe('clocks', () => {
  const hours = term({ within: { n: 72, unit: 'hours' }, starts: 'aware', readings: [{ id: 'full', says: 'the hour of the event does not count.', counting: 'full-hours', citation: CITE }] });
  const at = (aware: string, now = aware) => one(hours, { facts: { incident: { aware } }, now });
  it('72 hours over a weekend, with the reading that leaves the first hour out', () => {
    const item = at('2026-11-20T16:20:00+01:00');
    assert.deepEqual(pick(item, 'due', 'dueAt', 'earliest', 'latest'), { due: '2026-11-23', dueAt: '2026-11-23T15:20:00Z', earliest: '2026-11-23T15:20:00Z', latest: '2026-11-23T16:00:00Z' });
  });
  it('on the hour the next hour is left out', () => assert.equal(at('2026-11-20T10:00:00+01:00').latest, '2026-11-23T10:00:00Z'));
  it('over the end of summer time, its beginning, and new year', () => {
    assert.equal(at('2026-10-24T12:00:00+02:00').dueAt, '2026-10-27T10:00:00Z');
    assert.equal(at('2026-03-28T12:00:00+01:00').dueAt, '2026-03-31T11:00:00Z');
    assert.equal(at('2026-12-30T23:30:00+01:00').dueAt, '2027-01-02T22:30:00Z');
  });
  it('agree with Temporal', () => {
    fc.assert(fc.property(fc.integer({ min: Date.UTC(2020, 1, 1), max: Date.UTC(2035, 0, 1) }), (t) => {
      const aware = formatInstant(t);
      assert.equal(parseInstant(at(aware).dueAt as string), Temporal.Instant.fromEpochMilliseconds(t).add({ hours: 72 }).epochMilliseconds);
    }), { numRuns: 100 });
  });
  it('a mark that is only a day counts from its beginning', () => {
    const item = one(hours, { facts: { incident: {} }, marks: [{ mark: 'aware', on: '2026-11-20' }] });
    assert.equal(item.dueAt, '2026-11-23T08:00:00Z');
    assert.ok(item.steps.some((s) => s.says.startsWith('Only the day is known')));
  });
  it('overdue from the instant on', () => {
    assert.equal(at('2026-11-20T16:20:00+01:00', '2026-11-23T15:20:00Z').state, 'running');
    assert.equal(at('2026-11-20T16:20:00+01:00', '2026-11-23T15:20:01Z').state, 'overdue');
    assert.equal(at('2026-11-20T16:20:00+01:00', '2026-11-23').state, 'running');
    assert.equal(at('2026-11-20T16:20:00+01:00', '2026-11-24').state, 'overdue');
  });
  it('days end with the day in the law’s place, or in the zone that is given', () => {
    assert.deepEqual(pick(one(term()), 'due', 'dueAt', 'timeZone'), { due: '2026-12-16', dueAt: '2026-12-17T08:00:00Z', timeZone: 'America/Los_Angeles' });
    assert.deepEqual(pick(one(term(), { zone: 'Asia/Tokyo' }), 'due', 'timeZone'), { due: '2026-12-17', timeZone: 'Asia/Tokyo' });
    assert.deepEqual(['2026-12-16', '2026-12-17'].map((now) => one(term(), { now }).state), ['running', 'overdue']);
  });
  it('business days leave holidays out; without a table they are counted without, which is earlier', () => {
    const discovered = '2026-11-23T12:00:00-08:00';
    assert.equal(one(term({ within: { n: 5, unit: 'working-days' }, counting: 'business' }), { facts: { incident: { discovered } } }).due, '2026-12-01');
    const item = one(term({ within: { n: 5, unit: 'working-days' }, counting: 'nowhere' }), { facts: { incident: { discovered } } });
    assert.equal(item.due, '2026-11-30');
    assert.ok(item.steps.some((s) => s.says.startsWith('Counted without holidays')));
  });
  it('what stands in for a start, and a start that is awaited', () => {
    const t = term({ starts: 'determined', orElse: 'discovered' });
    assert.equal(one(t, { facts: { incident: { ...FACTS.incident, determined: '2026-11-20T12:00:00-08:00' } } }).due, '2026-12-20');
    const stood = one(t);
    assert.equal(stood.due, '2026-12-16');
    assert.match(stood.steps[0]?.says ?? '', /is not recorded, and this stands in for it/);
    assert.deepEqual(pick(one(term({ starts: 'determined' })), 'decision', 'state', 'due', 'missing'), { decision: 'required', state: 'not-started', due: null, missing: ['incident.determined'] });
  });
  it('no number: no fixed term, with a target of practice', () => {
    const item = one(loose({ practiceTarget: { within: { n: 72, unit: 'hours' }, counting: 'days', basis: 'own policy' } }));
    assert.deepEqual(pick(item, 'state', 'due', 'standard', 'practiceTarget'), { state: 'no-fixed-term', due: null, standard: 'without undue delay', practiceTarget: '2026-11-19' });
  });
  it('recorded twice, the earlier start counts', () => {
    assert.equal(one(term(), { marks: [{ mark: 'discovered', on: '2026-11-14' }, { mark: 'discovered', on: '2026-11-18' }] }).due, '2026-12-14');
    assert.equal(one(term(), { marks: [{ mark: 'discovered', on: '2026-11-14', law: 'eu-gdpr' }] }).due, '2026-12-16');
  });
  it('a notice under another law starts it', () => {
    const t = term({ starts: 'authority-notified', startsUnder: 'us-hipaa', within: { n: 5, unit: 'working-days' }, counting: 'business' });
    const given = (marked: string) => one(t, { marks: [{ mark: 'authority-notified', on: '2026-12-01', law: marked }], now: '2026-12-02' });
    assert.deepEqual(pick(given('us-hipaa'), 'due', 'state'), { due: '2026-12-08', state: 'running' });
    assert.deepEqual(pick(given('eu-gdpr'), 'due', 'state', 'missing'), { due: null, state: 'not-started', missing: ['authority-notified'] });
  });
});

describe('how a duty stands', () => {
  const told = (on: string, more: Partial<MarkRow> = {}): MarkRow => ({ mark: 'authority-notified', on, ...more });
  it('met on the last day, late after it', () => {
    assert.equal(one(term(), { marks: [told('2026-12-16')] }).state, 'met');
    assert.equal(one(term(), { marks: [told('2026-12-16T23:59:59-08:00')] }).state, 'met');
    assert.equal(one(term(), { marks: [told('2026-12-17T00:00:00-08:00')] }).state, 'late');
    assert.match(one(term(), { marks: [told('2026-12-17')] }).why, /told on 2026-12-17, after Wednesday 2026-12-16/);
  });
  it('a notice under another law settles nothing', () => assert.equal(one(term(), { marks: [told('2026-11-18', { law: 'eu-gdpr' })] }).state, 'running'));
  it('notices of the facts file', () => {
    const notices = [{ law: 'us-xx-test', audience: 'authority', sentAt: '2026-11-19T12:00:00-08:00' }];
    assert.equal(one(term(), { facts: { notices } }).state, 'met');
    assert.equal(one(term(), { facts: { notices: [{ ...notices[0], audience: 'people' }] } }).state, 'running');
  });
  it('a register is entered, others are notified', () => {
    const l = law([duty('register', [loose()]), duty('notify-cra', [loose()]), duty('notify-media', [loose()])]);
    const states = (marks: MarkRow[]) => Object.fromEntries(assess([l], { marks }).items.map((i) => [i.obligation, i.state]));
    assert.deepEqual(states([{ mark: 'register-entered', on: '2026-11-18' }]), { register: 'met', 'notify-cra': 'no-fixed-term', 'notify-media': 'no-fixed-term' });
    assert.deepEqual(states([{ mark: 'notified', on: '2026-11-18', audience: 'cra' }]), { register: 'no-fixed-term', 'notify-cra': 'met', 'notify-media': 'no-fixed-term' });
    assert.deepEqual(states([{ mark: 'notified', on: '2026-11-18' }]), { register: 'no-fixed-term', 'notify-cra': 'met', 'notify-media': 'met' });
  });
  it('in parts: the next that is open', () => {
    const parts = loose({ phases: [
      { id: 'preliminary', says: 'first', within: { n: 5, unit: 'days' }, counting: 'day1', readings: [{ id: 'three', says: 'three days.', within: { n: 3, unit: 'days' }, citation: CITE }] },
      { id: 'update', says: 'more', starts: 'authority-notified', standard: 'without further delay' },
      { id: 'final', says: 'last', when: { not: { fact: 'incident.cause', is: 'malicious' } }, within: { n: 30, unit: 'days' }, counting: 'day1' },
      { id: 'final-malicious', says: 'last', when: { fact: 'incident.cause', is: 'malicious' }, within: { n: 60, unit: 'days' }, counting: 'day1' },
    ] });
    const facts = (cause: string) => ({ incident: { ...FACTS.incident, cause } });
    const open = one(parts, { facts: facts('malicious') });
    assert.deepEqual(pick(open, 'state', 'due', 'earliest'), { state: 'running', due: '2026-11-20', earliest: '2026-11-18' });
    assert.deepEqual(open.phases.map((p) => [p.name, p.due, p.state]), [['preliminary', '2026-11-20', 'running'], ['update', null, 'not-started'], ['final-malicious', '2027-01-14', 'running']]);
    const half = one(parts, { facts: facts('accidental'), marks: [told('2026-11-19')] });
    assert.deepEqual(pick(half, 'state', 'due'), { state: 'running', due: '2026-12-15' });
    assert.deepEqual(half.phases.map((p) => p.state), ['met', 'no-fixed-term', 'running']);
    assert.equal(one(parts, { facts: facts('accidental'), marks: [told('2026-11-19'), told('2026-12-15')] }).state, 'met');
    assert.equal(one(parts, { facts: facts('accidental'), marks: [told('2026-11-19'), told('2026-12-16')] }).state, 'late');
    const whole = one(parts, { facts: facts('accidental'), marks: [told('2026-11-19', { phase: 'final' })] });
    assert.deepEqual([whole.state, ...whole.phases.map((p) => p.state)], ['met', 'met', 'met', 'met']);
    const unknown = one(parts);
    assert.deepEqual(unknown.phases.map((p) => [p.name, p.missing]), [['preliminary', []], ['update', ['authority-notified']], ['final', ['incident.cause']], ['final-malicious', ['incident.cause']]]);
  });
  it('before, or not after, another notice', () => {
    const l = (must: 'before' | 'not-after', own = loose()) => law([duty('notify-people', [term()]), duty('notify-authority', [{ ...own, order: { must, obligation: 'notify-people', says: 'the authority comes first' } }])]);
    const authority = (laws: BreachLaw, marks: MarkRow[] = [], now = '2026-11-20') => assess([laws], { marks, now }).items.find((i) => i.obligation === 'notify-authority') as BreachItem;
    const people: MarkRow = { mark: 'people-notified', on: '2026-11-19' };
    assert.deepEqual(pick(authority(l('before')), 'state', 'due', 'order'), { state: 'running', due: '2026-12-16', order: { must: 'before', obligation: 'notify-people', says: 'the authority comes first' } });
    assert.deepEqual(pick(authority(l('not-after'), [people]), 'state', 'due'), { state: 'overdue', due: '2026-11-19' });
    assert.equal(authority(l('not-after'), [people], '2026-11-19').state, 'running');
    assert.equal(authority(l('not-after'), [people, told('2026-11-19')]).state, 'met');
    assert.equal(authority(l('not-after'), [people, told('2026-11-20')]).state, 'late');
    assert.equal(authority(l('before', term({ within: { n: 10, unit: 'days' } }))).due, '2026-11-26');
  });
  it('a law-enforcement hold, where the law knows one', () => {
    const t = term({ delay: [{ when: { fact: 'circumstances.lawEnforcementHold.form', oneOf: ['written', 'oral'] }, says: 'Notice waits for the investigation', citation: CITE }] });
    const held = (hold: object, now = '2026-12-20', on = t) => one(on, { facts: { circumstances: { lawEnforcementHold: hold } }, now });
    assert.deepEqual(pick(held({ form: 'written', until: '2027-01-10' }), 'state', 'due'), { state: 'paused', due: '2027-01-10' });
    assert.deepEqual(pick(held({ form: 'written', until: '2027-01-10' }, '2027-01-11'), 'state', 'due'), { state: 'overdue', due: '2027-01-10' });
    assert.deepEqual(pick(held({ form: 'written', until: '2026-11-30' }, '2026-12-01'), 'state', 'due'), { state: 'running', due: '2026-12-16' });
    assert.deepEqual(pick(held({ form: 'written' }), 'state', 'due', 'earliest'), { state: 'paused', due: null, earliest: null });
    assert.equal(held({}, '2026-12-20').state, 'overdue');
    assert.equal(held({ form: 'written', until: '2027-01-10' }, '2026-12-20', term()).state, 'overdue');
    const unnumbered = loose({ delay: t.delay as NonNullable<typeof t.delay> });
    assert.deepEqual(['2027-01-09', '2027-01-11'].map((now) => pick(held({ form: 'written', until: '2027-01-10' }, now, unnumbered), 'state', 'due')), [{ state: 'paused', due: null }, { state: 'no-fixed-term', due: null }]);
    assert.deepEqual(pick(held({ form: 'written', until: '2026-11-30' }, '2026-11-25'), 'state', 'due'), { state: 'paused', due: '2026-12-16' });
    const oral = term({ delay: [{ when: { fact: 'circumstances.lawEnforcementHold.form', is: 'oral' }, says: 'Notice waits', longest: { n: 30, unit: 'days' }, citation: CITE }] });
    assert.deepEqual(pick(held({ form: 'oral' }, '2026-12-01', oral), 'state', 'due'), { state: 'paused', due: '2026-12-16' });
    assert.deepEqual(pick(held({ form: 'oral' }, '2026-12-17', oral), 'state', 'due'), { state: 'overdue', due: '2026-12-16' });
  });
  it('the next date of all', () => {
    const l = law([duty('notify-people', [term()]), duty('notify-authority', [term({ within: { n: 72, unit: 'hours' } })]), duty('notify-cra', [loose()])]);
    assert.deepEqual(nextDue(assess([l], { now: '2026-11-17' }).items), { due: '2026-11-19', dueAt: '2026-11-19T20:00:00Z', law: 'us-xx-test', obligation: 'notify-authority' });
    assert.equal(nextDue(assess([l], { marks: [told('2026-11-17'), { mark: 'people-notified', on: '2026-11-17' }] }).items), null);
  });
});

/** One law, one breach, what is due. Times are those of the place of the law. */
function table(rows: readonly (Omit<CaseRow, 'evidence'> & { law: string })[]): void {
  for (const row of rows) it(row.name, () => check({ ...row, expect: row.expect.map((e) => ({ ...e, law: row.law })), evidence: '' }, [shipped.get(row.law) ?? assert.fail(row.law)]));
}

describe('which wording holds', () => {
  const oklahoma = (determined: string, elements: string[]) => ({
    roles: ['controller'], organisation: { establishedIn: ['US-OK'], regimes: [] }, incident: { discovered: '2025-12-20T12:00:00-06:00', determined, cause: 'malicious' }, risk: { level: 'high' as const },
    data: { elements }, protection: { encrypted: 'no' as const }, people: { byJurisdiction: { 'US-OK': 600, 'US-CA': 600 } },
  });
  table([
    { name: 'Oklahoma: discovered in 2025 and determined in 2026 is under the wider wording, which knows passports', law: 'us-ok-breach', asOf: '2026-01-10', facts: oklahoma('2026-01-05T12:00:00-06:00', ['name', 'passport']), expect: [{ obligation: 'notify-people', decision: 'required' }, { obligation: 'notify-authority', decision: 'required', state: 'not-started' }] },
    { name: 'Oklahoma: determined in 2025 is under the older one, which does not', law: 'us-ok-breach', asOf: '2026-01-10', facts: oklahoma('2025-12-22T12:00:00-06:00', ['name', 'passport']), expect: [{ obligation: 'notify-people', decision: 'not-required' }] },
    { name: 'California: 15 days from a notice to the people that is still to be given are those of 2026', law: 'us-ca-breach', asOf: '2026-01-10', facts: oklahoma('2026-01-05T12:00:00-06:00', ['name', 'ssn']), expect: [{ obligation: 'notify-authority', decision: 'required', state: 'not-started', standard: 'within 15 calendar days of notifying affected consumers' }] },
  ]);
});

describe('a notice in parts whose last part follows another', () => {
  const facts = { roles: ['controller'], organisation: { establishedIn: ['DE'], mainEstablishment: 'DE', regimes: ['nis2-entity'] }, incident: { aware: '2026-10-02T09:00:00+02:00' }, people: { byJurisdiction: { DE: 3 } } };
  const told = (...days: string[]): MarkRow[] => days.map((on) => ({ mark: 'notified', audience: 'agency', law: 'eu-nis2', on }));
  table([
    { name: 'NIS2: no date for the final report before the notification', law: 'eu-nis2', asOf: '2026-10-03', facts, marks: told('2026-10-02'), expect: [{ obligation: 'notify-agency', due: '2026-10-05', phases: [{ name: 'final-report', due: null, state: 'not-started' }] }] },
    { name: 'NIS2: one month from the notification, not from the warning', law: 'eu-nis2', asOf: '2026-10-05', facts, marks: told('2026-10-02', '2026-10-04'), expect: [{ obligation: 'notify-agency', due: '2026-11-04', phases: [{ name: 'incident-notification', state: 'met' }, { name: 'final-report', due: '2026-11-04', state: 'running' }] }] },
    { name: 'NIS2: everything was sent', law: 'eu-nis2', asOf: '2026-11-05', facts, marks: told('2026-10-02', '2026-10-04', '2026-11-04'), expect: [{ obligation: 'notify-agency', state: 'met', phases: [{ name: 'final-report', state: 'met' }] }] },
  ]);
});

describe('a law that is written wrongly', () => {
  const says = (t: Parameters<typeof duty>[1][number]) => lintBreachLaw(law([duty('notify-agency', [t])]), () => true).map((p) => `${p.at}: ${p.says}`);
  const parts = (...after: (string | undefined)[]) => loose({ phases: after.map((name, i) => ({ id: `p${i}`, says: 'a part', standard: 'soon', ...(name === undefined ? {} : { after: name }) })) });
  it('a part that follows none before it', () => {
    assert.deepEqual(says(parts(undefined, 'p0')), []);
    assert.match(says(parts('p1', undefined)).join(), /starts after “p1”, which is no phase before it/);
  });
  it('a period after a hold by a counting that is not there', () => {
    const t = JSON.parse(JSON.stringify(term()).replace('{', '{"delay":[{"when":{"fact":"circumstances.lawEnforcementHold.form","is":"oral"},"says":"it waits","then":{"n":5,"unit":"working-days"},"counting":"days","citation":{"ref":"x","verified":false}}],')) as ReturnType<typeof term>;
    assert.match(says(t).join(), /delay\[0\]: counts working days by a counting that has no closed days/);
  });
});

describe('a hold moves every reading', () => {
  const facility = (lawEnforcementHold: object) => ({
    roles: ['health-facility'], organisation: { establishedIn: ['US-CA'], regimes: [] }, incident: { discovered: '2026-11-02T10:00:00-08:00' }, data: { elements: ['name', 'health'] }, people: { byJurisdiction: { 'US-CA': 400 } }, circumstances: { lawEnforcementHold },
  });
  table([
    // From 11 December 15 business days: the 25th and 1 January are holidays. With Saturdays: the 11th and 12th, 14th to 19th, 21st to 24th and 26th, 28th and 29th.
    { name: 'California, health facilities: 15 business days follow a written hold that ends on 10 December', law: 'us-ca-health-facility', asOf: '2026-11-25', facts: facility({ form: 'written', until: '2026-12-10' }), expect: [{ obligation: 'notify-authority', state: 'paused', due: '2027-01-04', earliest: '2026-12-29', latest: '2027-01-04' }] },
    { name: 'the days run when the hold is over', law: 'us-ca-health-facility', asOf: '2026-12-11', facts: facility({ form: 'written', until: '2026-12-10' }), expect: [{ obligation: 'notify-authority', state: 'running', due: '2027-01-04' }] },
    { name: 'a hold of which the form is not recorded', law: 'us-ca-health-facility', asOf: '2026-11-20', facts: facility({ until: '2026-12-10' }), expect: [{ obligation: 'notify-authority', decision: 'required', missing: ['circumstances.lawEnforcementHold.form'] }] },
  ]);
  const state = (place: string, until: string) => ({
    roles: ['controller'], organisation: { establishedIn: [place], regimes: [] }, incident: { discovered: '2026-11-02T10:00:00-05:00', determined: '2026-11-02T10:00:00-05:00', cause: 'malicious' }, risk: { level: 'high' as const },
    data: { elements: ['name', 'ssn'] }, protection: { encrypted: 'no' as const }, people: { byJurisdiction: { [place]: 4 } }, circumstances: { lawEnforcementHold: { form: 'written', until } },
  });
  const people = (due: string): CaseRow['expect'] => [{ obligation: 'notify-people', state: 'paused', due }];
  table([
    // 60 days from 2 November end on 1 January.
    { name: 'South Dakota: 30 days follow', law: 'us-sd-breach', asOf: '2026-11-20', facts: state('US-SD', '2026-12-20'), expect: people('2027-01-19') },
    // 30 days end on 2 December; from Friday the 11th to Monday the 21st are seven business days.
    { name: 'Maine: seven business days follow', law: 'us-me-breach', asOf: '2026-11-20', facts: state('US-ME', '2026-12-10'), expect: people('2026-12-21') },
    // 45 days end on 17 December.
    { name: 'Maryland: seven days follow where the first period is over by then', law: 'us-md-breach', asOf: '2026-11-20', facts: state('US-MD', '2026-12-20'), expect: people('2026-12-27') },
    { name: 'Maryland: else the first period stands', law: 'us-md-breach', asOf: '2026-11-20', facts: state('US-MD', '2026-12-14'), expect: people('2026-12-17') },
  ]);
  it('a notice within the hold is not late', () => {
    const t = term({ delay: [{ when: { fact: 'circumstances.lawEnforcementHold.form', is: 'written' }, says: 'Notice waits', citation: CITE }], readings: [{ id: 'r', says: 'the first day counts.', counting: 'day1', citation: CITE }] });
    const held = one(t, { facts: { circumstances: { lawEnforcementHold: { form: 'written', until: '2027-01-10' } } }, marks: [{ mark: 'authority-notified', on: '2027-01-05' }], now: '2027-01-06' });
    assert.deepEqual(pick(held, 'state', 'due', 'earliest', 'latest'), { state: 'met', due: '2027-01-10', earliest: '2027-01-10', latest: '2027-01-10' });
  });
});

describe('told before it was aware', () => {
  const facts = (incident: object, role = 'controller') => ({ roles: [role], organisation: { establishedIn: ['DE'], mainEstablishment: 'DE', regimes: [] }, incident, risk: { level: 'risk' as const }, data: { elements: ['name', 'health'] }, people: { byJurisdiction: { DE: 3 } } });
  const told = { party: 'a processor', at: '2026-11-20T10:00:00+01:00' };
  table([
    { name: 'GDPR: the cautious end counts from when the processor told', law: 'eu-gdpr', asOf: '2026-11-25', facts: facts({ toldBy: told, aware: '2026-11-25T00:00:00+01:00' }), expect: [{ obligation: 'notify-authority', dueAt: '2026-11-27T23:00:00Z', earliest: '2026-11-23T09:00:00Z', says: 'Another party told of it on' }] },
    { name: 'GDPR: told later it changes nothing', law: 'eu-gdpr', asOf: '2026-11-25', facts: facts({ toldBy: told, aware: '2026-11-19T10:00:00+01:00' }), expect: [{ obligation: 'notify-authority', dueAt: '2026-11-22T09:00:00Z', earliest: '2026-11-22T09:00:00Z' }] },
    { name: 'HIPAA: the same, 60 days', law: 'us-hipaa', asOf: '2026-11-25', facts: facts({ toldBy: { party: 'an associate', at: '2026-11-10T09:00:00Z' }, discovered: '2026-11-24T09:00:00Z' }, 'covered-entity'), expect: [{ obligation: 'notify-people', due: '2027-01-23', earliest: '2027-01-09' }] },
  ]);
});

describe('a notice that only HIPAA gives rise to', () => {
  const facts = (more: object, role = 'covered-entity') => ({
    roles: [role], organisation: { establishedIn: ['US-NY'], regimes: [] }, incident: { discovered: '2026-11-10T09:00:00-05:00' }, data: { elements: ['name', 'health'] }, protection: { encrypted: 'no' as const },
    people: { count: { n: 20, precision: 'exact' as const }, byJurisdiction: { 'US-NY': 10, 'US-IL': 10 } }, ...more,
  });
  for (const id of ['us-ny-breach', 'us-il-breach']) {
    const expect = (decision: string) => [{ obligation: 'notify-authority', variant: 'hipaa', decision }];
    table([
      { name: `${id}: where the Secretary is told, so is the Attorney General`, law: id, asOf: '2026-11-25', facts: facts({}), expect: expect('required') },
      { name: `${id}: not where the data were secured`, law: id, asOf: '2026-11-25', facts: facts({ protection: { encrypted: 'yes', keyAcquired: 'no' } }), expect: expect('not-required') },
      { name: `${id}: not where the probability is low`, law: id, asOf: '2026-11-25', facts: facts({ risk: { level: 'unlikely', lowProbability: 'yes' } }), expect: expect('not-required') },
      { name: `${id}: open where it is no health information`, law: id, asOf: '2026-11-25', facts: facts({ data: { elements: ['name', 'ssn'] }, people: { categories: ['employees'], byJurisdiction: { 'US-NY': 1, 'US-IL': 1 } } }), expect: expect('undetermined') },
      { name: `${id}: never for a business associate`, law: id, asOf: '2026-11-25', facts: facts({}, 'business-associate'), expect: expect('not-required') },
    ]);
  }
});
