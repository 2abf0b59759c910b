/** Start, end and legal hold of a row; lengths compared as calendars have them; periods against limits of law. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Day, formatDay, parseDay } from '../src/core/date.ts';
import type { Period } from '../src/core/period.ts';
import { parseDuration } from '../src/core/period.ts';
import { after } from '../src/inventory/concepts.ts';
import { type Reckoned, due, holdStart, isKnown, onHold, start } from '../src/inventory/holding.ts';
import { longer, shorter } from '../src/inventory/lengths.ts';
import { heldWords, legalEnd, tooLong, tooShort } from '../src/inventory/limits.ts';
import type { Retention, RetentionKind } from '../src/inventory/retention.ts';
import { schedule } from '../src/inventory/schedule-table.ts';
import type { Match } from '../src/inventory/schedule.ts';
import { rowOf, span } from './retention-rows.ts';

const day = (text: string): Day => parseDay(text) as Day;
const TODAY = day('2026-11-25');
/** A day, or the reason why there is none. */
const said = (found: Reckoned): string => (isKnown(found) ? `${formatDay(found.day)}${found.assumed === true ? ' assumed' : ''}` : found.unknown);
const period = (kind: RetentionKind, spans: readonly string[], rest: Partial<Retention> = {}): Retention => ({ kind, spans: spans.map(span), ...rest });
type Values = Parameters<typeof rowOf>[0];

describe('start', () => {
  const startOf = (values: Values, text?: string, options = {}): string => said(start(rowOf(values, text === undefined ? undefined : period('fixed', [text])), options));
  it('is the day of the event that the period names, before any other', () => {
    assert.equal(startOf({ contract_end_date: '2020-01-31', retention_start_date: '2021-01-31' }, 'P6Y@contract_end'), '2020-01-31');
    assert.equal(startOf({ report_date: '2020-01-31', retention_trigger: 'collection', collection_date: '2019-01-31' }, 'P6Y@report_date'), '2020-01-31');
  });
  it('is the day of the event in its own column', () => {
    assert.equal(startOf({ retention_trigger: 'collection', collection_date: '2019-01-31' }, 'P6Y'), '2019-01-31');
    assert.equal(startOf({ consent_withdrawn_date: '2019-01-31' }, 'P3Y@consent_withdrawn'), '2019-01-31');
  });
  it('is retention_start_date where the event has no day of its own', () => {
    assert.equal(startOf({ contract_end_date: '', retention_start_date: '2021-01-31' }, 'P6Y@contract_end'), '2021-01-31');
    assert.equal(startOf({ retention_start_date: '2021-01-31' }, 'P6Y@last_device_placed'), '2021-01-31');
    assert.equal(startOf({ retention_start_date: '2021-01-31', retention_trigger: 'something else' }, 'P6Y'), '2021-01-31');
  });
  it('is the later of two days only when both are known', () => {
    const text = 'P1Y@latest(report_date, test_date)';
    assert.equal(startOf({ report_date: '2020-01-31', test_date: '2020-03-31' }, text), '2020-03-31');
    assert.equal(startOf({ report_date: '2020-01-31' }, text), 'no-start-date');
  });
  it('is assumed only when asked for, and only where the row names nothing', () => {
    const collected = { collection_date: '2019-01-31' };
    assert.equal(startOf(collected, 'P6Y'), 'no-start-event');
    assert.equal(startOf(collected, 'P6Y', { assumeTrigger: 'collection' }), '2019-01-31 assumed');
    assert.equal(startOf({}, 'P6Y', { assumeTrigger: 'collection' }), 'no-start-date');
    assert.equal(startOf({ ...collected, retention_start_date: '2021-01-31' }, 'P6Y', { assumeTrigger: 'collection' }), '2021-01-31');
    assert.equal(startOf(collected, 'P6Y@contract_end', { assumeTrigger: 'collection' }), 'no-start-date');
    assert.equal(startOf({ ...collected, retention_trigger: 'something else' }, 'P6Y', { assumeTrigger: 'collection' }), 'no-start-date');
  });
  it('says of no text and of somebody’s own words that they are not a known event', () => {
    const found = start(rowOf({}, period('fixed', ['P6Y@when_anna_leaves'])), {});
    assert.ok('why' in found && !found.why.includes('anna'), 'own words are not printed');
    assert.equal(startOf({}), 'no-start-event');
  });
});

describe('due', () => {
  const dueOf = (values: Values, text?: Retention): string => said(due(rowOf(values, text), {}));
  const dates = { report_date: '2024-01-31', marketing_opt_out_date: '2024-06-01', retention_start_date: '2024-01-01' };

  it('is retention_end_date before all else', () => {
    assert.equal(dueOf({ ...dates, retention_end_date: '2030-01-31' }, period('fixed', ['P1Y@report_date'])), '2030-01-31');
    assert.equal(dueOf({ ...dates, retention_end_date: 'soon' }, period('fixed', ['P1Y@report_date'])), 'unreadable-date');
  });
  it('is a calendar period after the start, the longest of a range', () => {
    assert.equal(dueOf(dates, period('fixed', ['P1M@report_date'])), '2024-02-29');
    assert.equal(dueOf(dates, period('range', ['P30D..P90D@report_date'])), '2024-04-30');
    assert.equal(dueOf(dates, period('maximum', ['..P6M@report_date'])), '2024-07-31');
  });
  it('is a birthday where it counts from a birth', () => {
    assert.equal(dueOf({ subject_birth_date: '2008-02-29' }, period('fixed', ['P18Y@birth'])), '2026-03-01');
    assert.equal(dueOf({ subject_birth_date: '2008-02-29' }, period('fixed', ['P20Y@birth'])), '2028-02-29');
  });
  it('is the earliest of what is known, or the latest when all is', () => {
    const either = (join: 'earliest' | 'latest'): Retention => period('compound', ['P2Y@report_date', '@opt_out'], { join });
    assert.equal(dueOf(dates, either('earliest')), '2024-06-01');
    assert.equal(dueOf({ report_date: '2024-01-31' }, either('earliest')), '2026-01-31');
    assert.equal(dueOf(dates, either('latest')), '2026-01-31');
    assert.equal(dueOf({ report_date: '2024-01-31' }, either('latest')), 'no-start-date');
    assert.equal(dueOf({}, period('compound', ['P2Y', '@opt_out'], { join: 'earliest' })), 'no-start-event');
    assert.deepEqual((['earliest', 'latest'] as const).map((join) => dueOf(dates, period('compound', ['P6M@report_date'], { join, end: '2024-11-07' }))), ['2024-07-31', '2024-11-07']);
    const inACase = { kind: 'compound', join: 'latest', spans: [span('P1Y@report_date'), { ...span('P2Y@report_date'), when: 'child' }] } as const;
    assert.equal(dueOf(dates, inACase), 'conditional');
  });
  it('is the day of the event until which it runs, and never retention_start_date', () => {
    assert.equal(dueOf(dates, period('until_event', ['@opt_out'])), '2024-06-01');
    assert.equal(dueOf({ retention_start_date: '2024-01-01' }, period('while_event', ['@account_closure'])), 'no-start-date');
    assert.equal(dueOf(dates, period('end_date', [], { end: '2026-11-07' })), '2026-11-07');
  });
  it('is not known, with the reason', () => {
    const reasons: [string, Retention | undefined][] = [
      ['nothing-said', undefined], ['nothing-said', period('placeholder', [])], ['no-end', period('indefinite', [])], ['no-maximum', period('minimum', ['P5Y..@report_date'])],
      ['elsewhere', period('external', ['P6Y@report_date'])], ['conditional', period('conditional', ['P1Y@report_date', 'P2Y@report_date'], { join: 'condition' })],
      ['not-kept', period('none', [])], ['not-deletion', period('not_deletion', ['P365D@report_date'])], ['not-deletion', period('fixed', ['P1Y@report_date'], { afterwards: 'archive' })],
      ['unreadable', period('unparseable', [])], ['no-start-date', period('fixed', ['P1Y@contract_end'])], ['unreadable-date', period('end_date', [], { end: '2026-02-30' })],
    ];
    for (const [reason, text] of reasons) assert.equal(dueOf({ report_date: '2024-01-31' }, text), reason);
    assert.equal(dueOf({}, period('fixed', ['P1Y'])), 'no-start-event');
    assert.equal(dueOf(dates, period('fixed', ['P1Y@report_date'], { afterwards: 'anonymise' })), '2025-01-31');
  });
});

describe('legal hold', () => {
  const held = (values: Values, on = TODAY): boolean => onHold(rowOf(values), on);
  it('is in force from its date to the eve of its release', () => {
    const hold = { legal_hold: 'yes', legal_hold_date: '2026-02-01', legal_hold_released_date: '2026-03-01' };
    assert.deepEqual(['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map((on) => held(hold, day(on))), [false, true, true, false]);
    assert.equal(holdStart(rowOf(hold)), day('2026-02-01'));
  });
  it('is said by yes, or by a date or reference, unless the row says no', () => {
    assert.deepEqual([held({ legal_hold: 'yes' }), held({ legal_hold_ref: 'LH-1' }), held({ legal_hold_date: '2026-01-01' })], [true, true, true]);
    assert.deepEqual([held({ legal_hold: 'no', legal_hold_ref: 'LH-1' }), held({ legal_hold: 'no', legal_hold_date: '2026-01-01' })], [false, false]);
    assert.deepEqual([held({ legal_hold: '' }), held({ legal_hold: 'Depends' }), held({})], [false, false, false]);
    assert.equal(holdStart(rowOf({ legal_hold: 'yes' })), undefined);
  });
});

describe('lengths', () => {
  const length = (text: string): Period => parseDuration(text) as Period;
  const compare = (a: string, b: string): string => `${shorter(length(a), length(b))} ${longer(length(a), length(b))}`;
  it('of months and years compare, and days against them only where every start agrees', () => {
    assert.deepEqual([compare('P24M', 'P2Y'), compare('P23M', 'P2Y'), compare('P25M', 'P2Y'), compare('P14D', 'P2W'), compare('PT48H', 'P2D')], ['no no', 'yes no', 'no yes', 'no no', 'no no']);
    assert.deepEqual(['P729D', 'P730D', 'P731D', 'P732D'].map((days) => compare(days, 'P2Y')), ['yes no', 'unknown no', 'no unknown', 'no yes']);
    assert.deepEqual([compare('P30D', 'P1M'), compare('P28D', 'P1M'), compare('P31D', 'P1M'), compare('P1461D', 'P4Y')], ['unknown unknown', 'unknown no', 'no unknown', 'no no']);
  });
  it('compare by their ends where the start is known', () => {
    assert.equal(shorter(length('P730D'), length('P2Y'), day('2023-11-25')), 'yes');
    assert.equal(shorter(length('P730D'), length('P2Y'), day('2025-11-25')), 'no');
  });
  it('compare without a start only as they do with any', () => {
    const of = fc.record({ n: fc.nat(700), unit: fc.constantFrom('days', 'weeks', 'months', 'years') }) as fc.Arbitrary<Period>;
    const near = of.map(({ n, unit }) => ({ n: unit === 'years' ? n % 40 : unit === 'months' ? n % 480 : n, unit }));
    fc.assert(fc.property(near, near, fc.integer({ min: 0, max: day('2058-12-31') }), (a, b, from) => {
      const found = shorter(a, b);
      assert.ok(found === 'unknown' || (found === 'yes') === after(from, a) < after(from, b));
    }));
  });
});

describe('a period against a limit', () => {
  const line = (recordClass: string): Match => schedule.of(rowOf({ record_class: recordClass }), TODAY)[0] as Match;
  const short = (recordClass: string, text: Retention, values: Values = {}): string => tooShort(rowOf(values, text), line(recordClass)).breaks;
  const long = (recordClass: string, text: Retention, values: Values = {}): string => tooLong(rowOf(values, text), line(recordClass)).breaks;
  const report = 'clia.test_report';

  it('takes the lower end of a range for a minimum and the upper for a maximum', () => {
    assert.deepEqual([short(report, period('range', ['P1Y..P7Y'])), short(report, period('range', ['P2Y..P7Y']))], ['yes', 'no']);
    assert.deepEqual([long('de.gendg_results', period('range', ['P8Y..P10Y'])), long('de.gendg_results', period('range', ['P8Y..P11Y']))], ['no', 'yes']);
  });
  it('of a text with one end only knows no more than it says', () => {
    assert.deepEqual([short(report, period('maximum', ['..P1Y'])), short(report, period('maximum', ['..P40Y'])), short(report, period('minimum', ['P5Y..']))], ['yes', 'unknown', 'no']);
    assert.deepEqual([long('de.gendg_results', period('minimum', ['P12Y..'])), long('de.gendg_results', period('minimum', ['P10Y..'])), long('de.gendg_results', period('maximum', ['..P9Y']))], ['yes', 'unknown', 'no']);
  });
  it('joins its parts as the text does', () => {
    const parts = (join: 'earliest' | 'latest' | 'condition', ...spans: string[]): Retention => period('compound', spans, { join });
    assert.deepEqual([short(report, parts('earliest', 'P1Y', 'P3Y')), short(report, parts('latest', 'P1Y', 'P3Y')), short(report, parts('condition', 'P1Y', 'P3Y'))], ['yes', 'no', 'unknown']);
    assert.deepEqual([short(report, parts('earliest', 'P3Y', '@opt_out')), short(report, parts('latest', 'P3Y', '@opt_out')), short(report, parts('condition', 'P3Y', 'P4Y'))], ['unknown', 'no', 'no']);
    assert.equal(short(report, period('conditional', ['P1Y'])), 'unknown', 'with an exception that nobody spells out');
    const child = { ...span('P3Y'), when: 'child' };
    assert.equal(short(report, { kind: 'compound', join: 'latest', spans: [span('P1Y'), child] }), 'unknown');
    assert.equal(short(report, { kind: 'compound', join: 'latest', spans: [span('P2Y'), child] }), 'no');
    assert.equal(short(report, period('compound', ['P3Y'], { join: 'earliest', end: '2025-12-31' }), { report_date: '2024-01-01' }), 'yes');
    assert.deepEqual([long('de.gendg_results', parts('earliest', 'P9Y', 'P30Y')), long('de.gendg_results', parts('latest', 'P9Y', 'P30Y'))], ['no', 'yes']);
  });
  it('without end reaches every minimum and passes every maximum', () => {
    assert.deepEqual([short(report, period('indefinite', [])), long('de.gendg_results', period('indefinite', []))], ['no', 'yes']);
  });
  it('says nothing of texts from which no length can be taken', () => {
    for (const kind of ['unparseable', 'external', 'none', 'not_deletion', 'placeholder'] as const) assert.deepEqual(tooShort(rowOf({}, period(kind, ['P1D'])), line(report)), { breaks: 'unknown' }, kind);
  });
  it('that counts from another event is compared by the days of both, else it is open', () => {
    const held = period('fixed', ['P1Y@contract_end']);
    assert.equal(short(report, held), 'unknown');
    assert.equal(short(report, held, { contract_end_date: '2025-01-01', report_date: '2024-01-01' }), 'no');
    assert.equal(short(report, held, { contract_end_date: '2024-12-31', report_date: '2024-01-01' }), 'yes');
    assert.equal(short(report, period('fixed', ['P2Y@contract_end'])), 'no');
  });
  it('must outlast each of several starts', () => {
    assert.deepEqual([short('hipaa.policy', period('fixed', ['P6Y@created'])), short('hipaa.policy', period('fixed', ['P5Y@created'])), short('hipaa.policy', period('fixed', ['P6Y@last_in_effect']))], ['unknown', 'yes', 'no']);
    const both = (hired: string, ended: string): Retention => period('compound', [`${hired}@hire_date`, `${ended}@employment_end`], { join: 'latest' });
    assert.deepEqual([short('us.i9', both('P3Y', 'P1Y')), short('us.i9', both('P2Y', 'P1Y')), short('us.i9', period('fixed', ['P3Y@hire_date']))], ['no', 'unknown', 'unknown']);
  });
  it('is named as it was understood', () => {
    const texts: [Retention, string][] = [
      [period('fixed', ['P6Y@contract_end']), '6 years after contract_end'], [period('range', ['P3Y..P7Y']), '3 to 7 years'], [period('range', ['P5M..P1Y']), '5 months to 1 year'],
      [period('maximum', ['..P40Y']), 'at most 40 years'], [period('minimum', ['P5Y..']), 'at least 5 years'], [period('until_event', ['@account_closure']), 'until account_closure'],
      [period('compound', ['P2Y', '@unsubscribe'], { join: 'earliest' }), '2 years or until opt_out_date'], [period('end_date', [], { end: '2026-11-07' }), 'until 2026-11-07'],
      [period('compound', ['P6M'], { join: 'earliest', end: '2026-11-07' }), '6 months or until 2026-11-07'], [period('indefinite', []), 'without end'], [period('fixed', ['P1Y@anna']), '1 year after its start event'],
    ];
    for (const [text, words] of texts) assert.equal(heldWords(rowOf({}, text)), words);
  });
});

describe('the end of a minimum', () => {
  const endOf = (recordClass: string, values: Values): string => {
    const end = legalEnd(rowOf(values), schedule.of(rowOf({ record_class: recordClass }), TODAY)[0] as Match);
    return end === 'unknown' ? end : 'on' in end ? formatDay(end.on) : `not before ${formatDay(end.notBefore)}`;
  };
  it('counts from its own event, or from retention_start_date where the row counts from no other', () => {
    assert.equal(endOf('clia.test_report', { report_date: '2024-01-15', retention_start_date: '2020-01-01' }), '2026-01-15');
    assert.equal(endOf('clia.test_report', { retention_start_date: '2020-01-01' }), '2022-01-01');
    assert.equal(endOf('clia.test_report', { retention_start_date: '2020-01-01', retention_trigger: 'collection' }), 'unknown');
    assert.equal(endOf('clia.test_report', {}), 'unknown');
  });
  it('of several starts is known when all are, or when the one that is known comes after the others', () => {
    assert.equal(endOf('trial.ind_sponsor', { retention_trigger: 'marketing_approval', retention_start_date: '2020-01-01' }), 'not before 2022-01-01');
    assert.equal(endOf('hipaa.policy', { retention_trigger: 'created', retention_start_date: '2020-01-01' }), 'not before 2026-01-01');
    assert.equal(endOf('hipaa.policy', { retention_trigger: 'last_in_effect', retention_start_date: '2020-01-01' }), '2026-01-01');
  });
});
