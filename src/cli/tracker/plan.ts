/**
 * What a row of a tracker adds to the ledger. Import is history, not advice: a row is kept as it happened, a mark that
 * the law or the other dates forbid is left out and told, and what contradicts the ledger changes nothing.
 */
import { conditionFacts, isClosed, markedFact, refuse, replay, standings, timelineOf, zoneOf } from '../../core/case.ts';
import { type Moment, type Zone, formatDay, formatMoment, momentDay } from '../../core/date.ts';
import type { World } from '../../core/deadline.ts';
import type { CaseEvent, EventBody, NewEvent, RequestFacts } from '../../core/event.ts';
import { type Law, MANNERS } from '../../core/law.ts';
import type { LedgerTx } from '../../core/ledger.ts';
import { type MarkedFact, type Timeline, findMark, markWords } from '../../core/timeline.ts';
import { DATE_FIELDS, type Field, fold } from '../../core/tracker.ts';
import type { App } from '../app.ts';
import { subjectOf } from '../commands/request/log.ts';
import type { Tracker } from './open.ts';
import { type Ending, type TrackerRow, endingOf, marksOf } from './row.ts';
import type { Shelf } from '../shelf.ts';

export interface Planning {
  app: App;
  tracker: Tracker;
  world: World;
  organisationZone: Zone | undefined;
  shelf: Shelf;
}

export type Plan =
  | { result: 'created' | 'changed'; case: string; events: NewEvent[]; warnings: string[] }
  | { result: 'unchanged'; case: string; warnings: string[] }
  | { result: 'skipped'; case: string | null; why: string; warnings: string[]; leftOut?: boolean };

type Marked = Extract<EventBody, { type: 'marked' }>;
/** A row that says enough to be a request. */
type Whole = TrackerRow & Required<Pick<TrackerRow, 'reference' | 'type' | 'jurisdiction'>> & { dates: { received: Moment } };

/** What to append for a row, given what the ledger holds now. */
export async function planRow(tx: LedgerTx, row: TrackerRow, planning: Planning): Promise<Plan> {
  const skip = (why: string, leftOut = false): Plan => ({ result: 'skipped', case: null, why, warnings: [], ...(leftOut ? { leftOut } : {}) });
  if (row.fault !== undefined) return skip(FAULTS[row.fault]);
  if (row.leftOut) return skip(LEFT_OUT, true);
  const lacking = (['reference', 'type', 'jurisdiction'] as const).find((field) => row[field] === undefined);
  if (lacking !== undefined) return skip(sayLack(row, lacking, planning));
  if (!row.dates.received) return skip(sayLack(row, 'received', planning));
  const whole = row as Whole;
  const known = await findCase(tx, whole, planning);
  const laws = await planning.shelf.of(whole);
  return known === undefined ? planNew(tx, whole, laws, planning) : planKnown(await tx.read(known), whole, laws, planning);
}

export const LEFT_OUT = 'the mapping leaves rows of this type out';
/** Why the cells of a row cannot be trusted. */
export const FAULTS: Record<NonNullable<TrackerRow['fault']>, string> = {
  short: 'the row has fewer cells than there are headings', long: 'the row has more cells than there are headings', quote: 'a quote stands inside a cell that is not quoted',
};

function sayLack(row: TrackerRow, field: Field, planning: Planning): string {
  const doubt = row.doubts.find((d) => d.field === field && !d.used);
  return doubt ? sayDoubt(doubt, planning) : `${named(field, planning)} is empty`;
}

const named = (field: Field, { tracker }: Planning): string => `“${tracker.columns.at.get(field)?.heading ?? field}”`;
const sayDoubt = (doubt: { field: Field; says: string }, planning: Planning): string => `${named(doubt.field, planning)} ${doubt.says}`;

/** What recognises a reference that is no code: kept apart with it, as a keyed hash. */
const looseSubject = (source: string, text: string): string => `reference\n${source}\n${text}`;

async function findCase(tx: LedgerTx, { reference }: Whole, { tracker }: Planning): Promise<string | undefined> {
  const { source } = tracker.mapping;
  return 'code' in reference ? tx.findReference(source, reference.code) : (await tx.findSubject(looseSubject(source, reference.text)))[0];
}

function factsOf(row: Whole): RequestFacts {
  const { role, channel, data } = row;
  return { ...(role === undefined ? {} : { role }), ...(channel === undefined ? {} : { channel }), ...(data === undefined ? {} : { data }) };
}

async function planNew(tx: LedgerTx, row: Whole, laws: readonly Law[], planning: Planning): Promise<Plan> {
  const { world, organisationZone, tracker, app } = planning;
  const zone = zoneOf(row.jurisdiction, undefined, organisationZone, world);
  const empty: Timeline = { id: null, requestType: row.type, jurisdiction: row.jurisdiction, zone, facts: conditionFacts(factsOf(row)), marks: [] };
  const received: Marked = { type: 'marked', mark: 'received', on: formatMoment(row.dates.received) };
  const fact = markedFact(received, 0, zone);
  const refusal = refuse(empty, fact, laws, app.now, world);
  if (refusal) return { result: 'skipped', case: null, why: refusal.says, warnings: [] };
  const loose = 'text' in row.reference ? { private: { values: { reference: row.reference.text }, subject: looseSubject(tracker.mapping.source, row.reference.text) } } : {};
  const warnings = 'text' in row.reference ? [`${named('reference', planning)} is no code such as PR-001: it is kept apart as private text`] : [];
  const rest = addMarks({ ...empty, marks: [fact] }, candidates(row, zone), laws, planning);
  const events = [openedEvent(row, planning), { body: received, ...loose }, ...rest.events];
  return { result: 'created', case: await tx.nextCase('R'), events, warnings: [...warnings, ...rowWarnings(row, zone, planning), ...rest.warnings] };
}

function openedEvent(row: Whole, { tracker }: Planning): NewEvent {
  const { ground: _, manner: told, ...personal } = row.personal;
  const manner = MANNERS.find((m) => m === told?.trim().toLowerCase().replace(/[\s_]+/g, '-').replace('e-mail', 'email'));
  const values = Object.fromEntries(Object.entries({ ...personal, ...(told === undefined || manner ? {} : { manner: told }) }));
  const subject = subjectOf(personal.email, personal.name);
  return {
    body: {
      type: 'opened', kind: 'request', requestType: row.type, jurisdiction: row.jurisdiction, ...factsOf(row), ...(personal.agent === undefined ? {} : { agent: true }), ...(manner ? { manner } : {}),
      source: tracker.mapping.source, ...('code' in row.reference ? { reference: row.reference.code } : {}),
    },
    ...(Object.keys(values).length > 0 ? { private: { values, ...(subject === undefined ? {} : { subject }) } } : {}),
  };
}

/** What is odd about a row that is kept. */
function rowWarnings(row: Whole, zone: Zone, planning: Planning): string[] {
  const ending = endingOf(row, zone);
  const warnings = row.doubts.map((doubt) => sayDoubt(doubt, planning));
  if (ending.doubt) warnings.push(sayDoubt(ending.doubt, planning));
  if (ending.undated) warnings.push(`closed in the tracker, and no day says when: it stays open here until the day is recorded`);
  if (row.extendedTo && !row.dates.extended) warnings.push(`${named('extendedTo', planning)} is given and no day of the notice: no extension is recorded`);
  return warnings;
}

interface Candidate {
  body: Marked;
  ground?: string | undefined;
}

/** Every mark that the row gives but the receipt, in the order of time. */
function candidates(row: Whole, zone: Zone): Candidate[] {
  const found: Candidate[] = marksOf(row).filter(({ field }) => field !== 'received').map(({ field, on }) => {
    const until = field === 'extended' && row.extendedTo ? { until: formatDay(momentDay(row.extendedTo, zone)) } : {};
    return { body: { type: 'marked', mark: DATE_FIELDS[field], on: formatMoment(on), ...until } };
  });
  const ending = endingOf(row, zone);
  if (ending.mark && ending.on) found.push({ body: endingBody(ending, ending.mark, ending.on), ground: ending.mark === 'answered' ? row.personal.ground : undefined });
  const dated = found.map((candidate) => ({ candidate, day: markedFact(candidate.body, 0, zone).on }));
  return dated.toSorted((a, b) => a.day - b.day).map(({ candidate }) => candidate);
}

function endingBody(ending: Ending, mark: 'answered' | 'withdrawn', on: Moment): Marked {
  return { type: 'marked', mark, on: formatMoment(on), ...(ending.outcome === undefined || mark === 'withdrawn' ? {} : { outcome: ending.outcome }) };
}

/** Adds marks one by one; one that is refused is left out and told with its provision. */
function addMarks(before: Timeline, marks: readonly Candidate[], laws: readonly Law[], planning: Planning): { events: NewEvent[]; warnings: string[]; timeline: Timeline } {
  const { app, world } = planning;
  const events: NewEvent[] = [];
  const warnings: string[] = [];
  let timeline = before;
  for (const { body, ground } of marks) {
    const fact = markedFact(body, 0, timeline.zone);
    const refusal = refuse(timeline, fact, laws, app.now, world);
    if (refusal) {
      warnings.push(`not recorded: ${refusal.says}${refusal.citation ? ` – ${refusal.citation.ref}` : ''}`);
      continue;
    }
    events.push(ground === undefined ? { body } : withGround(body, ground, timeline, laws, world));
    timeline = { ...timeline, marks: [...timeline.marks, fact] };
  }
  return { events, warnings, timeline };
}

/** A ground is a code of the law where it is one; any other text is kept apart and the event says `other`. */
function withGround(body: Marked, text: string, timeline: Timeline, laws: readonly Law[], world: World): NewEvent {
  const grounds = standings(timeline, laws, timeline.marks[0]?.on ?? 0, world).flatMap(({ law }) => law.refusalGrounds ?? []);
  const known = grounds.find((ground) => fold(ground.id) === fold(text));
  return known ? { body: { ...body, ground: known.id } } : { body: { ...body, ground: 'other' }, private: { values: { ground: text } } };
}

/** A row whose request is in the ledger: nothing, what is missing there, or a contradiction. */
function planKnown(events: readonly CaseEvent[], row: Whole, laws: readonly Law[], planning: Planning): Plan {
  const record = replay(events);
  const id = events[0]?.case ?? '';
  if (!record) return { result: 'skipped', case: id, why: `${id} cannot be read`, warnings: [] };
  const timeline = timelineOf(record, planning.organisationZone, planning.world);
  const conflict = factConflict(events, row, id) ?? receiptConflict(events, timeline, row, id);
  if (conflict !== undefined) return { result: 'skipped', case: id, why: conflict, warnings: [] };
  const missing: Candidate[] = [];
  const struck: NewEvent[] = [];
  for (const candidate of candidates(row, timeline.zone)) {
    const verdict = compare(events, timeline, candidate.body, id);
    if (verdict === 'known') continue;
    if (typeof verdict === 'object' && 'conflict' in verdict) return { result: 'skipped', case: id, why: verdict.conflict, warnings: [] };
    if (typeof verdict === 'object') struck.push({ body: { type: 'corrected', event: verdict.strike } });
    missing.push(candidate);
  }
  const strikes = struck.map((s) => (s.body as Extract<EventBody, { type: 'corrected' }>).event);
  const added = addMarks({ ...timeline, marks: timeline.marks.filter((m) => !strikes.includes(m.event)) }, missing, laws, planning);
  const warnings = [...rowWarnings(row, timeline.zone, planning), ...added.warnings];
  if (row.state === 'open' && isClosed(timeline)) warnings.push(`the tracker says open; ${id} is closed here`);
  const news = [...learned(record.facts, row), ...struck, ...added.events];
  return news.length === 0 ? { result: 'unchanged', case: id, warnings } : { result: 'changed', case: id, events: news, warnings };
}

/** Facts that the row has and the case lacks. */
function learned(facts: RequestFacts, row: Whole): NewEvent[] {
  const fresh = Object.entries(factsOf(row)).filter(([key]) => facts[key as keyof RequestFacts] === undefined);
  return fresh.length === 0 ? [] : [{ body: { type: 'learned', ...Object.fromEntries(fresh) } }];
}

/** A fact that the ledger never had so. What was corrected here since the last import is no contradiction. */
function factConflict(events: readonly CaseEvent[], row: Whole, id: string): string | undefined {
  const said: RequestFacts = { requestType: row.type, jurisdiction: row.jurisdiction, ...factsOf(row) };
  for (const [key, value] of Object.entries(said)) {
    const ever = events.flatMap(({ body }) => ((body.type === 'opened' && body.kind === 'request') || body.type === 'learned' ? [body[key as keyof RequestFacts]] : [])).filter((v) => v !== undefined);
    if (ever.length > 0 && !ever.some((v) => String(v) === String(value))) return `${id} is recorded as ${String(ever.at(-1))}, the row says ${String(value)}: if the row is right, custos request correct ${id} ${events[0]?.seq} --${OPTIONS[key] ?? key} ${String(value)}`;
  }
  return undefined;
}

const OPTIONS: Readonly<Record<string, string>> = { requestType: 'type', jurisdiction: 'in' };

/** Every day on which the ledger ever had a mark, moved and struck ones too. */
function everMarked(events: readonly CaseEvent[], mark: Marked['mark'], zone: Zone): (MarkedFact & { event: number })[] {
  return events.flatMap(({ body, seq }) => {
    if (body.type !== 'marked' || body.mark !== mark) return [];
    const moved = events.flatMap((e) => (e.body.type === 'corrected' && e.body.event === seq && e.body.on !== undefined ? [markedFact({ ...body, on: e.body.on }, seq, zone)] : []));
    return [markedFact(body, seq, zone), ...moved];
  });
}

function receiptConflict(events: readonly CaseEvent[], timeline: Timeline, row: Whole, id: string): string | undefined {
  const day = momentDay(row.dates.received, timeline.zone);
  const ever = everMarked(events, 'received', timeline.zone);
  if (ever.some((fact) => fact.on === day)) return undefined;
  return differs(ever.at(-1), day, id);
}

function differs(had: MarkedFact | undefined, day: number, id: string): string {
  return had ? `${id} has ${markWords(had.mark)} on ${formatDay(had.on)}, the row says ${formatDay(day)}: if the row is right, custos request correct ${id} ${had.event} --on ${formatDay(day)}` : `${id} has no day of receipt`;
}

/** Whether the ledger has a mark already; an answer without outcome is struck and recorded again with the one that is known now. */
function compare(events: readonly CaseEvent[], timeline: Timeline, body: Marked, id: string): 'known' | 'missing' | { strike: number } | { conflict: string } {
  const fact = markedFact(body, 0, timeline.zone);
  const ever = everMarked(events, body.mark, timeline.zone);
  const same = ever.filter((had) => had.on === fact.on && (fact.until === undefined || had.until === fact.until));
  if (same.some((had) => fact.outcome === undefined || had.outcome === fact.outcome)) return 'known';
  const standing = findMark(timeline, body.mark);
  if (same.length > 0) {
    if (standing && standing.on === fact.on && standing.outcome === undefined) return { strike: standing.event };
    return { conflict: `${id} was answered: ${same[0]?.outcome ?? 'without outcome'}; the row says ${fact.outcome}` };
  }
  const other = body.mark === 'answered' ? 'withdrawn' : body.mark === 'withdrawn' ? 'answered' : undefined;
  const opposite = other && findMark(timeline, other);
  if (opposite) return { conflict: `${id} has ${markWords(opposite.mark)} on ${formatDay(opposite.on)}, the row says ${markWords(body.mark)}` };
  if (standing?.on === fact.on) return { conflict: `${id} has the extension to ${standing.until === undefined ? 'no date' : formatDay(standing.until)}, the row says ${fact.until === undefined ? 'none' : formatDay(fact.until)}` };
  return standing ? { conflict: differs(standing, fact.on, id) } : 'missing';
}
