/** The retention schedule as data: whole, dated, in known words; which rows a line fits, and that every minimum has its rule. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { type Day, formatDay, parseDay } from '../src/core/date.ts';
import type { Period } from '../src/core/period.ts';
import { about, isColumn } from '../src/inventory/columns.ts';
import { after } from '../src/inventory/concepts.ts';
import { columnOf, isEvent, trigger, triggerWords } from '../src/inventory/events.ts';
import { tooLong, tooShort } from '../src/inventory/limits.ts';
import { type Retention } from '../src/inventory/retention.ts';
import { schedule } from '../src/inventory/schedule-table.ts';
import type { Match, ScheduleLine } from '../src/inventory/schedule.ts';
import { allRules, check } from './rules.ts';
import { fixed, rowOf } from './retention-rows.ts';
import { ROOT } from './session.ts';

const read = (...parts: string[]): unknown => JSON.parse(readFileSync(path.join(ROOT, ...parts), 'utf8'));
const day = (text: string): Day => parseDay(text) as Day;
const TODAY = day('2026-11-25');
const rules = await allRules();
const named = (recordClass: string, on = TODAY): readonly Match[] => schedule.of(rowOf({ record_class: recordClass }), on);
const classes = (values: Parameters<typeof rowOf>[0]): string[] => schedule.of(rowOf(values), TODAY).map(({ line, certain }) => `${line.recordClass}${certain ? '' : '?'}`);

describe('the retention schedule', () => {
  it('keeps to its schema', () => {
    const ajv = new Ajv2020({ allErrors: true });
    addFormats.default(ajv);
    const valid = ajv.compile(read('schemas', 'retention-schedule.schema.json') as object);
    assert.ok(valid(read('src', 'data', 'retention-schedule.json')), ajv.errorsText(valid.errors));
  });

  it('knows 106 classes, and says of which there is more than one line', () => {
    const count = new Map<string, number>();
    for (const { recordClass } of schedule.lines) count.set(recordClass, (count.get(recordClass) ?? 0) + 1);
    assert.equal(count.size, 106);
    assert.deepEqual([...count].filter(([, n]) => n > 1).map(([name]) => name).toSorted(), ['de.vouchers', 'uk.tmf', 'us.tax_general']);
  });

  it('has one statutory line for every day of a class, without gap or overlap', () => {
    const groups = new Map<string, ScheduleLine[]>();
    for (const line of schedule.lines) groups.set(`${line.recordClass} ${line.kind}`, [...(groups.get(`${line.recordClass} ${line.kind}`) ?? []), line]);
    for (const lines of groups.values()) {
      const [first, last] = [lines[0] as ScheduleLine, lines.at(-1) as ScheduleLine];
      assert.deepEqual([first.from, last.until], [undefined, undefined], first.recordClass);
      for (const [i, line] of lines.entries()) if (i > 0) assert.equal(line.from, formatDay(day(lines[i - 1]?.until as string) + 1), line.recordClass);
    }
  });

  it('counts from events that the vocabulary knows, in columns that hold dates', () => {
    assert.deepEqual(schedule.lines.filter((l) => !isEvent(l.trigger)).map((l) => l.trigger), []);
    const { events } = read('src', 'data', 'retention-events.json') as { events: Record<string, { column?: string; also?: string[]; follows?: string[] }> };
    const names = Object.entries(events).flatMap(([event, { also = [] }]) => [event, ...also]);
    const bare = names.map((name) => name.replace(/_date$/, ''));
    assert.deepEqual(bare.filter((name, i) => bare.indexOf(name) !== i), [], 'a name means one event');
    for (const [event, { column, follows = [] }] of Object.entries(events)) {
      if (column !== undefined) assert.ok(isColumn(column) && about(column).type === 'date', `${event}: ${column}`);
      assert.deepEqual(follows.filter((name) => !(name in events)), [], event);
    }
  });

  it('reads triggers as what they say', () => {
    assert.deepEqual(trigger('latest(hire_date + P2Y, employment_end)'), { join: 'latest', starts: [{ event: 'hire_date', plus: { n: 2, unit: 'years' } }, { event: 'employment_end' }] });
    assert.equal(trigger('earliest(purpose_fulfilled, consent_withdrawn)').join, 'earliest');
    assert.deepEqual(trigger('created_or_last_in_effect'), trigger('latest(created, last_in_effect)'));
    assert.equal(triggerWords(trigger('latest(signed,last_in_effect)')), 'the later of signed and last_in_effect');
    for (const name of ['transaction', 'transaction_date', 'contract_end_date', 'sample_collection_date']) assert.ok(isEvent(name), name);
    assert.deepEqual(trigger('log'), trigger('log_date'));
    assert.equal(columnOf(trigger('unsubscribe').starts[0]?.event as string), 'marketing_opt_out_date');
  });
});

describe('which lines fit a row', () => {
  it('those of its record class, wherever the subject is', () => {
    assert.deepEqual(classes({ record_class: 'de.gendg_results', subject_jurisdiction: 'US' }), ['de.gendg_results']);
    assert.deepEqual(classes({ record_class: 'trial.tmf; de.gendg_results' }), ['trial.tmf', 'de.gendg_results']);
  });
  it('none for a class that the schedule does not know, whatever the category', () => {
    assert.deepEqual(classes({ record_class: 'clia.unheard_of', data_category: 'genetic_test_report', clia_regulated: 'yes' }), []);
  });
  it('without a class only what is under CLIA by its own word, in the United States or where nobody says', () => {
    assert.deepEqual(classes({ data_category: 'genetic_test_report', clia_regulated: 'yes', subject_jurisdiction: 'US-CA' }), ['clia.test_report']);
    assert.deepEqual(classes({ data_category: 'health_data', clia_regulated: 'yes' }), ['clia.test_report']);
    assert.deepEqual(classes({ data_category: 'genetic_test_report', clia_regulated: 'yes', subject_jurisdiction: 'FR' }), []);
    assert.deepEqual(classes({ data_category: 'genetic_test_report', clia_regulated: 'unknown', subject_jurisdiction: 'US' }), []);
    assert.deepEqual(classes({ data_category: 'genetic_data', clia_regulated: 'yes', subject_jurisdiction: 'US' }), []);
  });
  it('a specimen may be any of several classes, and none is certain', () => {
    assert.deepEqual(classes({ data_category: 'biological_sample', clia_regulated: 'yes' }), ['clia.cytology_slide?', 'clia.histopathology_slide?', 'clia.tissue_block?', 'clia.tissue_remnant?']);
  });
  it('a genetic report in Germany: the subject’s place, else the place of processing', () => {
    assert.deepEqual(classes({ data_category: 'genetic_test_report', subject_jurisdiction: 'DE' }), ['de.gendg_results']);
    assert.deepEqual(classes({ data_category: 'genetic_test_report', subject_jurisdiction: 'FR; DE' }), ['de.gendg_results']);
    assert.deepEqual(classes({ data_category: 'genetic_test_report', processing_country: 'DE' }), ['de.gendg_results']);
    assert.deepEqual(classes({ data_category: 'genetic_test_report', subject_jurisdiction: 'FR', processing_country: 'DE' }), []);
    assert.deepEqual(classes({ data_category: 'biological_sample', subject_jurisdiction: 'DE' }), []);
  });
  it('no CLIA line for work that is said not to be under it', () => {
    assert.deepEqual(classes({ record_class: 'clia.test_report', clia_regulated: 'no' }), []);
    assert.deepEqual(classes({ record_class: 'clia.test_report', clia_regulated: 'unknown' }), ['clia.test_report']);
  });
  it('the line of the day', () => {
    assert.equal(named('uk.tmf', day('2026-04-27'))[0]?.line.minPeriod, 'P5Y');
    assert.equal(named('uk.tmf', day('2026-04-28'))[0]?.line.minPeriod, 'P25Y');
    assert.equal(named('de.vouchers', day('2024-12-31'))[0]?.line.minPeriod, 'P10Y');
    assert.equal(named('de.vouchers', day('2025-01-01'))[0]?.line.minPeriod, 'P8Y');
  });
  it('low confidence warns at most, a suggestion is a note', () => {
    const cap = (recordClass: string): string[] => named(recordClass).map(({ line }) => schedule.cap(line, 'error'));
    assert.deepEqual([cap('uk.tmf'), cap('trial.tmf'), cap('ngs.raw_reads'), cap('us.tax_general')], [['warning'], ['error'], ['note'], ['error', 'note']]);
    assert.equal(schedule.cap(named('uk.tmf')[0]?.line as ScheduleLine, 'note'), 'note');
  });
});

describe('every line is held against rows', () => {
  const all = [...new Set(schedule.lines.map((l) => l.recordClass))].flatMap((recordClass) => named(recordClass));
  const held = (match: Match, n: number): Retention => {
    // Days from a start of 1 June 2020, so that a day more or less is a day more or less.
    const from = day('2020-06-01');
    return fixed({ n: after(from, (match.min ?? match.max) as Period) - from + n, unit: 'days' }, match.line.trigger);
  };
  const started = (match: Match, n: number) => rowOf({ record_class: match.line.recordClass, retention_start_date: '2020-06-01' }, held(match, n));

  it('a period reaches its own minimum and misses it by a day', () => {
    const minimums = all.filter(({ min, starts }) => min !== undefined && min.n > 0 && starts.starts.every(({ plus }) => !plus));
    assert.equal(minimums.length, 80);
    for (const match of minimums) {
      assert.deepEqual(tooShort(rowOf({}, fixed(match.min as Period, match.line.trigger)), match), { breaks: 'no' }, match.line.recordClass);
      assert.equal(tooShort(started(match, 0), match).breaks, 'no', match.line.recordClass);
      assert.equal(tooShort(started(match, -1), match).breaks, 'yes', match.line.recordClass);
    }
  });
  it('a period keeps within its own maximum and passes it by a day', () => {
    const maximums = all.filter(({ min, max }) => max !== undefined && !min);
    assert.equal(maximums.length, 20);
    for (const match of maximums) {
      assert.deepEqual(tooLong(rowOf({}, fixed(match.max as Period, match.line.trigger)), match), { breaks: 'no' }, match.line.recordClass);
      assert.equal(tooLong(started(match, 0), match).breaks, 'no', match.line.recordClass);
      assert.equal(tooLong(started(match, 1), match).breaks, 'yes', match.line.recordClass);
    }
  });
  it('a conflict names the longer minimum and the shorter maximum, and cites both', () => {
    const told = (text: string): (string | string[])[][] => {
      const found = check(rules.filter(({ id }) => /^retention\/(exceeds|trial)/.test(id)), [['asset_id', 'record_class', 'retention_period'], ['A-1', 'trial.tmf; de.gendg_results', text]]);
      return found.map((f) => [f.rule, f.kind, f.citations.map(({ ref }) => ref)]);
    };
    const both = ['Regulation (EU) 536/2014 Art. 58', 'GenDG s. 12(1)'];
    assert.deepEqual(told('P10Y'), [['retention/trial-records-minimum', 'conflict', both]]);
    assert.deepEqual(told('P25Y'), [['retention/exceeds-legal-maximum', 'conflict', both]]);
  });
  it('one rule, and only one, tells of each statutory minimum', () => {
    const minimum = rules.filter(({ id }) => /^retention\/(clia|hipaa|ccpa|trial|below)/.test(id));
    assert.equal(minimum.length, 5);
    for (const { line, min } of all.filter((m) => m.line.kind === 'statutory' && m.min !== undefined && m.min.n > 0)) {
      const found = check(minimum, [['asset_id', 'record_class', 'clia_regulated', 'retention_period'], ['A-1', line.recordClass, 'yes', 'P1D']]);
      assert.deepEqual(found.map((f) => f.kind), ['violation'], `${line.recordClass} ${min?.n}`);
      assert.deepEqual(found[0]?.citations.map(({ ref }) => ref), [line.citation.ref], 'the law of the line, and no other');
    }
  });
});
