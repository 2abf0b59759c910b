/**
 * The tables of fixtures/deadlines against the engine, the law files and the shipped holidays, and whether the tables
 * reach every obligation and every day on which a wording begins or ends.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { calendars, listLaws, loadPlaces } from '../src/adapters/data.ts';
import { evaluate } from '../src/core/condition.ts';
import { type Day, formatDay, parseDay } from '../src/core/date.ts';
import { type Deadline, deadlines } from '../src/core/deadline.ts';
import { AGENT_ROLES, type Law, type MarkName, type Obligation, type Outcome, type RequestType, type Role, type Start, type Term } from '../src/core/law.ts';
import { lineage } from '../src/core/places.ts';
import type { MarkedFact, Timeline } from '../src/core/timeline.ts';

const FOLDER = path.join(import.meta.dirname, '..', 'fixtures', 'deadlines');

interface MarkRow {
  mark: MarkName;
  on: string;
  until?: string;
  ground?: string;
  outcome?: Outcome;
}

/** What is compared; a key that is absent is not, except that `earliest` and `latest` default to `due`. */
interface Expected {
  obligation: string;
  state?: string;
  due?: string | null;
  earliest?: string | null;
  latest?: string | null;
  practiceTarget?: string | null;
  standard?: string;
  missing?: string[];
  paused?: { days: number; since: string } | null;
  extension?: { available?: boolean; due?: string | null; noticeBy?: string } | null;
  dueAt?: string;
  daysLeft?: number;
  verified?: boolean;
  /** A part of the reason or of one of the steps. */
  says?: string;
}

interface Case {
  name: string;
  /** In published.json each row names its law; elsewhere the file does. */
  law?: string;
  type: RequestType;
  received?: string;
  in: string;
  marks?: Partial<Record<MarkName, string>> | MarkRow[];
  role?: Role;
  data?: string[];
  channel?: string;
  extendedTo?: string;
  /** The user named the law (`--law`). */
  named?: boolean;
  asOf?: string;
  /** Exactly the items of this law, in any order; an empty list: the law says nothing about the case. */
  expect: Expected[];
  evidence: string;
  /** What the program cannot do yet; the case then runs and reports, and its failure does not fail the suite. */
  todo?: string;
}

interface Table {
  law?: string;
  cases: Case[];
}

const readTable = (name: string): Table => JSON.parse(fs.readFileSync(path.join(FOLDER, name), 'utf8')) as Table;

const tables = fs.readdirSync(FOLDER).filter((n) => n.endsWith('.json')).toSorted().map((name) => ({ name, table: readTable(name) }));
/** Laws of requests only: the files that say so by their schema. */
const isRequestLaw = (law: Law & { $schema?: string }) => law.$schema?.endsWith('/law.schema.json') === true;
const laws = new Map(listLaws().map(({ law }) => law).filter(isRequestLaw).map((law) => [law.id, law]));
const places = loadPlaces();

function day(text: string): Day {
  const found = parseDay(text);
  assert.ok(found !== undefined, `not a date: ${text}`);
  return found;
}

function lawOf(row: Case, table: Table): Law {
  const id = row.law ?? table.law;
  const law = id === undefined ? undefined : laws.get(id);
  assert.ok(law, `no law ${id}`);
  return law;
}

function markRows(row: Case): MarkRow[] {
  const given = Array.isArray(row.marks) ? row.marks : Object.entries(row.marks ?? {}).map(([mark, on]) => ({ mark: mark as MarkName, on }));
  const received: MarkRow[] = row.received === undefined ? [] : [{ mark: 'received', on: row.received }];
  return [...received, ...given];
}

function timelineOf(row: Case, law: Law): Timeline {
  const marks = markRows(row).map((m, i): MarkedFact => ({
    mark: m.mark, on: day(m.on), event: i + 1,
    ...(m.until === undefined ? {} : { until: day(m.until) }), ...(m.ground === undefined ? {} : { ground: m.ground }), ...(m.outcome === undefined ? {} : { outcome: m.outcome }),
  }));
  return {
    id: null, requestType: row.type, jurisdiction: row.in, zone: places[row.in]?.zone ?? 'UTC', marks,
    facts: { role: row.role, data: row.data, channel: row.channel },
    ...(row.named ? { laws: [law.id] } : {}), ...(row.extendedTo === undefined ? {} : { extendedTo: day(row.extendedTo) }),
  };
}

function run(row: Case, law: Law): Deadline[] {
  const last = markRows(row).map((m) => m.on).toSorted().at(-1) as string;
  return deadlines([law], timelineOf(row, law), { day: day(row.asOf ?? last) }, { places, calendars: calendars() }).items;
}

const SPANS = ['due', 'earliest', 'latest'] as const;

function compare(actual: Deadline, expected: Expected): void {
  const { obligation, says, extension, ...rest } = expected;
  const want: Record<string, unknown> = { ...rest };
  if (expected.due !== undefined) for (const key of SPANS) want[key] ??= expected[key] === undefined ? expected.due : expected[key];
  const got = Object.fromEntries(Object.keys(want).map((key) => [key, actual[key as keyof Deadline]]));
  assert.deepEqual(got, want, `${obligation}; the program says: ${actual.why ?? ''} ${actual.steps.map((s) => s.says).join(' ')}`);
  if (extension === null) assert.equal(actual.extension, null, obligation);
  else if (extension) assert.deepEqual(Object.fromEntries(Object.keys(extension).map((k) => [k, actual.extension?.[k as 'due']])), extension, `${obligation}: extension`);
  if (says !== undefined) assert.ok([actual.why ?? '', ...actual.steps.map((s) => s.says)].some((t) => t.includes(says)), `${obligation}: nothing says “${says}”: ${actual.steps.map((s) => s.says).join(' ')}`);
}

const names = (list: readonly { obligation: string }[]) => list.map((i) => i.obligation).toSorted();

function check(row: Case, law: Law): void {
  const items = run(row, law);
  assert.deepEqual(names(items), names(row.expect), `obligations of ${law.id}`);
  for (const expected of row.expect) compare(items.find((i) => i.obligation === expected.obligation) as Deadline, expected);
}

for (const { name, table } of tables) {
  test(`fixtures/deadlines/${name}`, async (t) => {
    for (const row of table.cases) {
      await t.test(`${row.law === undefined ? '' : `${row.law}: `}${row.name}`, row.todo === undefined ? {} : { todo: row.todo }, () => {
        assert.ok(row.evidence.length > 0, 'no evidence');
        check(row, lawOf(row, table));
      });
    }
  });
}

// --- Is every obligation and every boundary reached? -----------------------------------------------------------

const allCases = tables.flatMap(({ table }) => table.cases.map((row) => ({ row, law: lawOf(row, table) })));

/** The day on which a clock with these starts begins in the case, if it does. */
function startDay(row: Case, starts: readonly Start[]): string | undefined {
  const marks = markRows(row);
  const on = (mark: MarkName | undefined) => marks.find((m) => m.mark === mark)?.on;
  const days = starts.filter((s) => s.ifMarked === undefined || on(s.ifMarked) !== undefined).map((s) => on(s.mark) ?? on(s.orElse));
  return days.includes(undefined) ? undefined : days.toSorted((a, b) => (String(a) < String(b) ? -1 : 1)).at(-1);
}

function bears(row: Case, obligation: Obligation): boolean {
  return (row.role !== undefined && AGENT_ROLES.includes(row.role)) === (obligation.bearer === 'agent');
}

function isOfTerm(row: Case, obligation: Obligation, term: Term): boolean {
  if (!bears(row, obligation) || !(term.types ?? obligation.types).includes(row.type)) return false;
  return !term.when || evaluate(term.when, { role: row.role, data: row.data, channel: row.channel, requestType: row.type }).truth === true;
}

const shift = (text: string, by: number) => formatDay(day(text) + by);
const casesOf = (law: Law) => allCases.filter((c) => c.law === law).map((c) => c.row);
const inForce = (row: Case, obligation: Obligation) => row.expect.some((e) => e.obligation === obligation.id && e.state !== 'not-in-force' && e.state !== 'not-required');

/** The day before a wording begins is answered by an item that is not in force or by the wording before. */
function answersBefore(row: Case, obligation: Obligation): boolean {
  return row.expect.length === 0 || row.expect.some((e) => e.obligation === obligation.id || e.state === 'not-in-force');
}

function boundariesMissing(law: Law, obligation: Obligation, term: Term): string[] {
  const rows = casesOf(law).filter((row) => isOfTerm(row, obligation, term));
  const starts = term.starts ?? obligation.starts;
  const at = (date: string, wanted: (row: Case) => boolean, of = rows) => of.some((row) => startDay(row, starts) === date && wanted(row));
  const what = `${law.id} ${obligation.id}${term.types ? ` (${term.types.join(', ')})` : ''}${term.when ? ` when ${JSON.stringify(term.when)}` : ''}`;
  const missing: string[] = [];
  if (!at(term.from, (row) => inForce(row, obligation))) missing.push(`${what}: no case that starts on ${term.from}, the first day`);
  const opensWithLaw = law.scope.places.some((p) => p.from === term.from);
  if (!opensWithLaw && !at(shift(term.from, -1), (row) => answersBefore(row, obligation), casesOf(law))) missing.push(`${what}: no case that starts on ${shift(term.from, -1)}, the day before`);
  if (term.until !== undefined && !at(term.until, (row) => inForce(row, obligation))) missing.push(`${what}: no case that starts on ${term.until}, the last day`);
  return missing;
}

/** Each place of a law has a case on its first day and on the day before, and likewise at its end. */
function placeBoundariesMissing(law: Law): string[] {
  return law.scope.places.flatMap((place) => {
    const rows = casesOf(law).filter((row) => lineage(row.in, places).some((code) => place.in.includes(code)));
    const days = [place.from, shift(place.from, -1), ...(place.until === undefined ? [] : [place.until, shift(place.until, 1)])];
    return days.filter((date) => !rows.some((row) => row.received === date)).map((date) => `${law.id}: no case received on ${date} in ${place.in.slice(0, 3).join(', ')}`);
  });
}

const tested = [...laws.values()].filter((law) => tables.some(({ table }) => table.law === law.id));

test('every law with a table has a case for each of its obligations and terms', () => {
  const missing = tested.flatMap((law) => law.obligations.flatMap((o) => o.terms.filter((term) => !casesOf(law).some((row) => isOfTerm(row, o, term) && inForce(row, o)))
    .map((term) => `${law.id}: no case for ${o.id} from ${term.from}${term.types ? ` (${term.types.join(', ')})` : ''}`)));
  assert.deepEqual(missing, []);
});

test('every law with a table has a case on the days on which its wordings begin and end', () => {
  assert.deepEqual(tested.flatMap((law) => [...placeBoundariesMissing(law), ...law.obligations.flatMap((o) => o.terms.flatMap((term) => boundariesMissing(law, o, term)))]), []);
});

test('every law with a table has a case for each reading, pause and kind of extension', () => {
  const missing = tested.flatMap((law) => law.obligations.flatMap((o) => o.terms.flatMap((term) => {
    const rows = casesOf(law).filter((row) => isOfTerm(row, o, term));
    const reading = (term.readings ?? []).filter(() => !rows.some((row) => row.expect.some((e) => e.obligation === o.id && (e.earliest ?? e.due) !== (e.latest ?? e.due))));
    const pause = (term.pauses ?? []).filter((p) => !rows.some((row) => markRows(row).some((m) => m.mark === p.from)));
    const extension = term.extension && !rows.some((row) => row.extendedTo !== undefined || markRows(row).some((m) => m.mark === 'extension-noticed')) ? ['extension'] : [];
    return [...reading.map((r) => `reading ${r.id}`), ...pause.map((p) => `pause ${p.from}`), ...extension].map((what) => `${law.id} ${o.id} from ${term.from}: no case with ${what}`);
  })));
  assert.deepEqual(missing, []);
});

test('every law that answers requests has a table', () => {
  const withTable = new Set(tables.map(({ table }) => table.law));
  assert.deepEqual([...laws.keys()].filter((id) => !withTable.has(id)), []);
});

test('the dates of the tables exist and each case says what it rests on', () => {
  for (const { row } of allCases) {
    for (const m of markRows(row)) day(m.on);
    for (const e of row.expect) for (const key of SPANS) if (typeof e[key] === 'string') day(e[key]);
    assert.ok(row.evidence.length > 10, row.name);
  }
});
