/** Judges the rows of somebody else's tracker by the laws that concern them. */
import { conditionFacts, markedFact, refuse, zoneOf } from '../../core/case.ts';
import { type Day, formatDay, formatMoment, momentDay, parseDay } from '../../core/date.ts';
import { type Deadline, type World, deadlines } from '../../core/deadline.ts';
import type { Law, MarkName } from '../../core/law.ts';
import { compareText } from '../../core/order.ts';
import type { Timeline } from '../../core/timeline.ts';
import { DATE_FIELDS, type DateField } from '../../core/tracker.ts';
import type { App } from '../app.ts';
import { isPressing } from '../standing.ts';
import type { Found } from './findings.ts';
import type { Tracker } from './open.ts';
import { FAULTS } from './plan.ts';
import { type Ending, type TrackerRow, endingOf, marksOf } from './row.ts';

export interface Judging {
  app: App;
  tracker: Tracker;
  world: World;
  zone: string | undefined;
  laws: readonly Law[];
  /** Clocks that end within so many days are told too. */
  horizon: number | undefined;
}

export interface Verdict {
  found: Found[];
  /** How many clocks of a law with a date were looked at; undefined for a row that could not be judged. */
  clocks?: number;
}

/** Everything that is wrong with one row, or keeps it from being judged. */
export function judge(row: TrackerRow, judging: Judging): Verdict {
  if (row.fault !== undefined) return { found: [{ rule: 'tracker/malformed-row', message: FAULTS[row.fault], what: row.fault }] };
  if (row.leftOut) return { found: [] };
  const unreadable = row.doubts.filter((d) => !d.used).map((d): Found => ({ rule: 'tracker/unreadable', field: d.field, message: `the cell ${d.says}` }));
  const lacking = (['type', 'jurisdiction'] as const).filter((f) => row[f] === undefined && !row.doubts.some((d) => d.field === f)).map((f): Found => ({ rule: `tracker/no-${f}`, field: f, message: `no ${f} is given` }));
  if (!row.dates.received && !row.doubts.some((d) => d.field === 'received')) lacking.push({ rule: 'tracker/no-receipt', field: 'received', message: 'no day of receipt is given' });
  const found = [...unreadable, ...lacking];
  const { type, jurisdiction, dates } = row;
  if (type === undefined || jurisdiction === undefined || !dates.received) return { found };
  const zone = zoneOf(jurisdiction, undefined, judging.zone, judging.world);
  const received = markedFact({ type: 'marked', mark: 'received', on: formatMoment(dates.received) }, 0, zone);
  const facts = { ...(row.role ? { role: row.role } : {}), ...(row.data ? { data: row.data } : {}), ...(row.channel ? { channel: row.channel } : {}) };
  const base: Timeline = { id: null, requestType: type, jurisdiction, zone, facts: conditionFacts(facts), marks: [received] };
  const today = momentDay(judging.app.now, zone);
  if (received.on > today) return { found: [...found, { rule: 'tracker/future-date', field: 'received', message: `received ${formatDay(received.on)}; today is ${formatDay(today)}`, what: formatDay(received.on) }] };
  const ending = endingOf(row, zone);
  if (ending.doubt) found.push({ rule: 'tracker/contradiction', field: ending.doubt.field, message: `the cell ${ending.doubt.says}` });
  const timeline = withMarks(base, row, ending, judging, today, found);
  const clocks = judgeClocks(timeline, row, ending, judging, found);
  return { found, clocks };
}

/** The row's marks on a timeline; what cannot be as it is written is told and left out. */
function withMarks(base: Timeline, row: TrackerRow, ending: Ending, judging: Judging, today: Day, found: Found[]): Timeline {
  const { zone } = base;
  const received = base.marks[0]?.on as Day;
  const dated: { field: DateField; on: NonNullable<Ending['on']> }[] = marksOf(row).filter(({ field }) => field !== 'received');
  if (ending.mark && ending.on) dated.push({ field: ending.mark, on: ending.on });
  let timeline = base;
  for (const { field, on } of dated.toSorted((a, b) => momentDay(a.on, zone) - momentDay(b.on, zone))) {
    const until = field === 'extended' && row.extendedTo ? { until: formatDay(momentDay(row.extendedTo, zone)) } : {};
    const outcome = field === 'answered' && ending.outcome ? { outcome: ending.outcome } : {};
    const fact = markedFact({ type: 'marked', mark: DATE_FIELDS[field], on: formatMoment(on), ...until, ...outcome }, 0, zone);
    const refusal = refuse(timeline, fact, judging.laws, judging.app.now, judging.world);
    const where: Found['field'] = field === 'answered' && !row.dates.answered ? 'answeredAfterDays' : field;
    if (!refusal) timeline = { ...timeline, marks: [...timeline.marks, fact] };
    else if (fact.on > today) found.push({ rule: 'tracker/future-date', field: where, message: refusal.says, what: formatDay(fact.on) });
    else if (fact.on < received) found.push({ rule: 'tracker/before-receipt', field: where, message: refusal.says, what: formatDay(fact.on) });
    else if (field === 'extended') found.push({ rule: 'tracker/unlawful-extension', field, message: refusal.says, ...(refusal.citation ? { citation: refusal.citation } : {}), what: formatDay(fact.on) });
    // A law whose clock does not stop for a question is no reason to blame the question.
    else if (!refusal.citation) found.push({ rule: 'tracker/contradiction', field: where, message: refusal.says, what: formatDay(fact.on) });
  }
  return row.extendedTo && !row.dates.extended ? withUndatedExtension(timeline, momentDay(row.extendedTo, zone), judging, found) : timeline;
}

function withUndatedExtension(timeline: Timeline, to: Day, judging: Judging, found: Found[]): Timeline {
  const received = timeline.marks[0]?.on as Day;
  const refusal = refuse({ ...timeline, marks: timeline.marks.slice(0, 1) }, { mark: 'extension-noticed', on: received, until: to, event: 0 }, judging.laws, judging.app.now, judging.world);
  if (refusal) {
    found.push({ rule: 'tracker/unlawful-extension', field: 'extendedTo', message: refusal.says, ...(refusal.citation ? { citation: refusal.citation } : {}), what: formatDay(to) });
    return timeline;
  }
  found.push({ rule: 'tracker/extension-undated', field: 'extendedTo', message: `extended to ${formatDay(to)}, and no day says when the person was told`, what: formatDay(to) });
  return { ...timeline, extendedTo: to };
}

function judgeClocks(timeline: Timeline, row: TrackerRow, ending: Ending, judging: Judging, found: Found[]): number {
  const { items } = deadlines(judging.laws, timeline, judging.app.now, judging.world, false);
  const clocks = items.filter((item) => item.state !== 'not-in-force' && endedBy(item, judging).some((mark) => isKept(mark, judging)));
  if (items.length === 0) found.push({ rule: 'tracker/no-law', field: 'jurisdiction', message: `custos knows no law for requests from ${timeline.jurisdiction}` });
  // A withdrawn request is owed no answer.
  if (ending.mark === 'withdrawn') return clocks.length;
  judgeDue(clocks, row, timeline, judging, found);
  for (const item of clocks) {
    const name = `${item.obligation} under ${item.law}`;
    const what = `${item.law} ${item.obligation} ${item.due}`;
    const acknowledges = item.obligation === 'acknowledge';
    if (item.state === 'late') found.push({ rule: acknowledges ? 'tracker/late-acknowledgement' : 'tracker/late-answer', field: acknowledges ? 'acknowledged' : row.dates.answered ? 'answered' : 'answeredAfterDays', message: `${item.why}; ${name} was due ${item.due}`, citation: item.citation, what });
    else if (item.state === 'undetermined') found.push({ rule: 'tracker/undetermined', message: `${name}: ${item.why}`, citation: item.citation, what: `${what} ${item.missing.join(',')}` });
    // Closed on a day that is missing or impossible: whether it was in time nobody can tell.
    else if (ending.mark !== undefined && !timeline.marks.some((m) => m.mark === ending.mark)) continue;
    else if (item.state === 'overdue') found.push({ rule: 'tracker/overdue', message: `${name} was due ${item.due}, ${days(-(item.daysLeft ?? 0))} ago`, citation: item.citation, what });
    else if (judging.horizon !== undefined && isPressing(item, judging.horizon)) found.push({ rule: 'tracker/due-soon', message: `${name} is due ${item.due}`, citation: item.citation, what });
  }
  if (ending.undated) found.push({ rule: 'tracker/closed-without-date', field: 'status', message: 'closed, and no day of the answer is given: whether it came in time cannot be told' });
  return clocks.filter((c) => c.due !== null || c.state === 'undetermined' || c.state === 'paused').length;
}

const days = (n: number): string => `${n} day${n === 1 ? '' : 's'}`;

/** Whether the tracker keeps the day of a mark; what it does not keep it cannot be blamed for. */
function isKept(mark: MarkName, { tracker }: Judging): boolean {
  return mark === 'answered' || (Object.keys(DATE_FIELDS) as DateField[]).some((field) => DATE_FIELDS[field] === mark && tracker.columns.at.has(field));
}

function endedBy({ law, obligation, requestType }: Deadline, { laws }: Judging): readonly MarkName[] {
  return laws.find((l) => l.id === law)?.obligations.find((o) => o.id === obligation && o.types.includes(requestType))?.endedBy ?? [];
}

/** Compares the tracker's due date with the strictest legal one for the answer. */
function judgeDue(clocks: readonly Deadline[], row: TrackerRow, timeline: Timeline, judging: Judging, found: Found[]): void {
  const legal = answerClock(clocks);
  if (!row.due || !legal?.due) return;
  const theirs = momentDay(row.due, timeline.zone);
  // A tracker may keep the first date beside the extended one.
  if ((row.dates.extended || row.extendedTo) && isFirst(theirs, timeline, judging)) return;
  const [due, earliest, latest] = [legal.due, legal.earliest ?? legal.due, legal.latest ?? legal.due].map((date) => parseDay(date) as Day) as [Day, Day, Day];
  const says = `due ${formatDay(theirs)} in the tracker; ${legal.obligation} under ${legal.law} is due ${legal.due}`;
  const more = { field: 'due' as const, citation: legal.citation, what: `${legal.law} ${legal.due} ${formatDay(theirs)}` };
  if (theirs > latest) found.push({ rule: 'tracker/due-too-late', message: `${says}, ${days(theirs - due)} earlier${sayExtension(legal, row)}`, ...more });
  else if (theirs > due) found.push({ rule: 'tracker/due-arguable', message: `${says}; another reading ends ${legal.latest}`, ...more });
  else if (theirs < earliest) found.push({ rule: 'tracker/due-too-early', message: `${says}, ${days(due - theirs)} later`, ...more });
}

/** The strictest clock for the answer. */
function answerClock(clocks: readonly Deadline[]): Deadline | undefined {
  const answers = clocks.filter((c) => c.due !== null && c.obligation !== 'acknowledge' && c.state !== 'not-required').toSorted((a, b) => compareText(a.due as string, b.due as string));
  return answers.find((c) => c.obligation === 'respond') ?? answers[0];
}

/** Whether a day is the end of the first period, before any extension. */
function isFirst(day: Day, timeline: Timeline, judging: Judging): boolean {
  const { extendedTo: _, ...plain } = timeline;
  const marks = plain.marks.filter((m) => m.mark !== 'extension-noticed');
  const first = answerClock(deadlines(judging.laws, { ...plain, marks }, judging.app.now, judging.world, false).items);
  return first !== undefined && first.due !== null && (parseDay(first.earliest ?? first.due) as Day) <= day && day <= (parseDay(first.due) as Day);
}

function sayExtension({ extension }: Deadline, row: TrackerRow): string {
  if (!extension || row.dates.extended || row.extendedTo) return '';
  return `; no extension is recorded, which must be announced by ${extension.noticeBy}`;
}
