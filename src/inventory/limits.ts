/** Holds what a row says about its retention against what a line of the schedule sets: too short, too long, or not to be said. */
import { type Day, formatDay, parseDay } from '../core/date.ts';
import { type Period, periodWords } from '../core/period.ts';
import type { Truth } from './cell.ts';
import { after } from './concepts.ts';
import { columnOf, eventWords, follows, type Start, trigger, triggerWords } from './events.ts';
import { eventOf, isKnown, spanEnd, start } from './holding.ts';
import { addLengths, longer, shorter } from './lengths.ts';
import type { Retention, Span } from './retention.ts';
import type { Row } from './row.ts';
import type { Match } from './schedule.ts';

/** Whether a row breaks a limit. `why` says what an unknown answer hangs on; without it another rule tells of the text. */
export interface Answer {
  breaks: Truth;
  why?: string;
}

type Side = 'min' | 'max';

const YES: Answer = { breaks: 'yes' };
const NO: Answer = { breaks: 'no' };
const UNSAID: Answer = { breaks: 'unknown' };
const unknown = (why: string): Answer => ({ breaks: 'unknown', why });

/** Whether the row's period ends before the line's minimum. */
export function tooShort(row: Row, match: Match): Answer {
  return match.min ? judge(row, match, match.min, 'min') : NO;
}

/** Whether the row's period ends after the line's maximum. */
export function tooLong(row: Row, match: Match): Answer {
  return match.max ? judge(row, match, match.max, 'max') : NO;
}

function judge(row: Row, { starts }: Match, bound: Period, side: Side): Answer {
  const answers = starts.starts.map((one) => {
    const need = one.plus ? addLengths(one.plus, bound) : bound;
    return ofRow(row, side, (span) => against(row, span, one, need, side, starts.starts), (end) => endAgainst(end, row, one, need, side));
  });
  // The law's own end is the latest (or earliest) of its starts: one that is not reached is enough to be too short of the latest.
  return (starts.join === 'latest') === (side === 'min') ? some(answers) : every(answers);
}

/** The answer for all that the row's text says: its spans, or the day on which it ends. */
function ofRow(row: Row, side: Side, bySpan: (span: Span) => Answer, byEnd: (end: Day) => Answer): Answer {
  const period = row.period();
  const end = statedEnd(row);
  if (end !== undefined) return byEnd(end);
  if (!period || unmeasured(period)) return UNSAID;
  if (period.kind === 'indefinite') return side === 'min' ? NO : YES;
  const day = parseDay(period.end ?? '');
  const answers = [...period.spans.map((span) => inItsCase(span, bySpan(span), side, period)), ...(day === undefined ? [] : [byEnd(day)])];
  if (answers.length === 0) return UNSAID;
  if (period.join === 'latest') return side === 'min' ? every(answers) : some(answers);
  if (period.join === 'earliest') return side === 'min' ? some(answers) : every(answers);
  if (period.kind === 'conditional' && answers.length === 1 && answers[0]?.breaks === 'yes') return UNSAID;
  return answers.every(({ breaks }) => breaks === answers[0]?.breaks) ? (answers[0] as Answer) : UNSAID;
}

/** A period that applies in a case only does not by itself make the later end late, nor pass a maximum. */
function inItsCase({ when }: Span, answer: Answer, side: Side, { join }: Retention): Answer {
  return when !== undefined && join === 'latest' && answer.breaks === (side === 'min' ? 'no' : 'yes') ? UNSAID : answer;
}

/** Texts from which no length can be taken. */
function unmeasured({ kind, afterwards }: Retention): boolean {
  return afterwards === 'archive' || kind === 'not_deletion' || kind === 'none' || kind === 'external' || kind === 'placeholder' || kind === 'unparseable';
}

/** The day on which the text ends, or `retention_end_date` where there is no text that says how long. */
function statedEnd(row: Row): Day | undefined {
  const period = row.period();
  if (period?.kind === 'end_date') return parseDay(period.end ?? '');
  return !period || unmeasured(period) ? row.day('retention_end_date') : undefined;
}

/** One span against one start of the law. */
function against(row: Row, span: Span, law: Start, need: Period, side: Side, others: readonly Start[]): Answer {
  const length = span[side];
  if (!length) return oneSided(row, span, law, need, side);
  const event = eventOf(row, span);
  const own = event === undefined ? [] : trigger(event).starts.map((one) => one.event);
  if (event === undefined || own.includes(law.event)) return fromSame(row, span, length, need, side);
  const from = start(row, {}, span);
  const lawFrom = dayOfStart(row, law);
  if (isKnown(from) && lawFrom !== undefined) return past(after(from.day, length), after(lawFrom, need), side);
  // A law that counts from something that comes later, or from the later of two, is not met by counting from one alone.
  const outlives = side === 'min' && own.some((one) => follows(law.event, one));
  const alone = side === 'min' && others.some((one) => own.includes(one.event)) && !own.some((one) => follows(one, law.event));
  if (beyond(length, need, side) === 'no') return outlives || alone ? counts(event, law) : NO;
  return outlives && shorter(length, need) === 'yes' ? YES : counts(event, law);
}

/** Both count from the same: the start matters only where one is in days and the other in months. */
function fromSame(row: Row, span: Span, length: Period, need: Period, side: Side): Answer {
  let breaks = beyond(length, need, side);
  if (breaks === 'unknown') {
    const from = start(row, {}, span);
    if (isKnown(from)) breaks = beyond(length, need, side, from.day);
  }
  return breaks === 'unknown' ? unknown('that depends on the months through which it runs') : breaks === 'yes' ? YES : NO;
}

const counts = (event: string, law: Start): Answer => unknown(`it counts from ${eventWords(event)}, the law from ${law.event}`);

/** Texts that give the other limit only ("at most"), or an event until which the row is kept. */
function oneSided(row: Row, span: Span, law: Start, need: Period, side: Side): Answer {
  const other = side === 'min' ? span.max : span.min;
  if (other) return beyond(other, need, side) === 'yes' ? YES : unknown(side === 'min' ? 'it says only how long at most' : 'it says only how long at least');
  const end = spanEnd(row, span, {});
  return isKnown(end) ? endAgainst(end.day, row, law, need, side) : unknown('it runs until an event, whose day is not recorded');
}

function endAgainst(end: Day, row: Row, law: Start, need: Period, side: Side): Answer {
  const from = dayOfStart(row, law);
  if (from === undefined) return unknown(`the day of ${law.event} is not recorded`);
  return past(end, after(from, need), side);
}

/** A length that is shorter than a minimum, or longer than a maximum. */
const beyond = (length: Period, need: Period, side: Side, from?: Day): Truth => (side === 'min' ? shorter(length, need, from) : longer(length, need, from));
/** A day before the end of a minimum, or after that of a maximum. */
const past = (end: Day, law: Day, side: Side): Answer => ((side === 'min' ? end < law : end > law) ? YES : NO);

/** The day of an event of the law: from its own column, else from `retention_start_date` where the row counts from the same. */
function dayOfStart(row: Row, { event }: Start): Day | undefined {
  const column = columnOf(event);
  const own = column === undefined ? undefined : row.day(column);
  if (own !== undefined) return own;
  const counted = eventOf(row, row.period()?.spans[0]);
  const same = counted === undefined || trigger(counted).starts.some((one) => one.event === event);
  return same ? row.day('retention_start_date') : undefined;
}

/** When a minimum has run: on a day, not before a day, or nobody can say. */
export type LegalEnd = { on: Day } | { notBefore: Day } | 'unknown';

/** The last day of a line's minimum, by the row's own dates. */
export function legalEnd(row: Row, { min, starts }: Match): LegalEnd {
  if (!min) return 'unknown';
  const days = starts.starts.map((one) => {
    const from = dayOfStart(row, one);
    return from === undefined ? undefined : after(from, one.plus ? addLengths(one.plus, min) : min);
  });
  const known = days.filter((day) => day !== undefined);
  if (known.length === 0) return 'unknown';
  const last = Math.max(...known);
  const settled = starts.starts.every((one, i) => days[i] !== undefined || starts.starts.some((other, j) => days[j] !== undefined && follows(other.event, one.event)));
  return settled ? { on: last } : { notBefore: last };
}

function some(answers: readonly Answer[]): Answer {
  return answers.find(({ breaks }) => breaks === 'yes') ?? answers.find(({ breaks }) => breaks === 'unknown') ?? NO;
}

function every(answers: readonly Answer[]): Answer {
  return answers.find(({ breaks }) => breaks === 'no') ?? answers.find(({ breaks }) => breaks === 'unknown') ?? YES;
}

/** "2 years after report_date": a limit of the schedule. */
export function limitWords(period: Period, { starts }: Match): string {
  return `${periodWords(period)} after ${triggerWords(starts)}`;
}

/** What the row's text says, as it was understood: "3 years", "5 to 10 years", "at most 40 years", "without end". */
export function heldWords(row: Row): string {
  const [period, end] = [row.period(), statedEnd(row)];
  if (end !== undefined) return `until ${formatDay(end)}`;
  if (!period || period.kind === 'indefinite') return period ? 'without end' : 'for no stated period';
  const words = [...period.spans.map((span) => spanWords(row, span)), ...(period.end === undefined ? [] : [`until ${period.end}`])];
  return words.join(period.join === 'condition' ? ' or else ' : ' or ');
}

function spanWords(row: Row, span: Span): string {
  const event = eventOf(row, span);
  const length = lengthWords(span);
  if (length === '') return `until ${event === undefined ? 'an event' : eventWords(event)}`;
  return event === undefined ? length : `${length} after ${eventWords(event)}`;
}

function lengthWords({ min, max }: Span): string {
  if (min && max) return min.n === max.n && min.unit === max.unit ? periodWords(max) : `${min.unit === max.unit ? min.n : periodWords(min)} to ${periodWords(max)}`;
  return max ? `at most ${periodWords(max)}` : min ? `at least ${periodWords(min)}` : '';
}

/** Whether the row counts from the event from which a line counts. */
export function sameStart(row: Row, { starts }: Match): boolean {
  const event = eventOf(row, row.period()?.spans[0]);
  return event !== undefined && trigger(event).starts.some((one) => starts.starts.some((other) => other.event === one.event));
}
