/** How long a row may and must be held: its start, its end, holds that suspend it. */
import { type Day, formatDay, parseDay } from '../core/date.ts';
import { type Period, addMonths } from '../core/period.ts';
import { after } from './concepts.ts';
import type { Column } from './columns.ts';
import { columnOf, eventWords, isEvent, trigger } from './events.ts';
import type { Retention, Span } from './retention.ts';
import type { Row } from './row.ts';
import type { CheckOptions } from './rule.ts';

/** What may be assumed where a period names no event. */
type Assuming = Pick<CheckOptions, 'assumeTrigger'>;

/** Why a day cannot be given. */
export type Obstacle =
  | 'nothing-said' | 'unreadable' | 'unreadable-date' | 'no-start-event' | 'no-start-date' | 'no-end' | 'no-maximum'
  | 'elsewhere' | 'conditional' | 'not-kept' | 'not-deletion';

/** `assumed`: counted from the event that the organisation lets custos assume. */
export interface Known {
  day: Day;
  /** Where the day comes from: columns and events. */
  why: string;
  assumed?: boolean;
}

export interface NotKnown {
  unknown: Obstacle;
  /** "because" of what, as the end of a sentence. */
  why: string;
}

/** A day with its reason, or the reason why there is none. */
export type Reckoned = Known | NotKnown;

export function isKnown(reckoned: Reckoned): reckoned is Known {
  return 'day' in reckoned;
}

const cannot = (unknown: Obstacle, why: string): NotKnown => ({ unknown, why });

/** The event from which a row's period counts: named beside the period, else in its own column. */
export function eventOf(row: Row, span: Span | undefined): string | undefined {
  if (span?.event !== undefined) return span.event;
  if (row.blank('retention_trigger')) return undefined;
  const text = row.text('retention_trigger');
  return row.code('retention_trigger') ?? (isEvent(text) ? text : OTHER);
}

/** An event that is named in words that no vocabulary knows. */
const OTHER = 'other';

/** The day on which a period starts. The day of its own event wins over `retention_start_date`; nothing is assumed unless `options` says so. */
export function start(row: Row, options: Assuming, span: Span | undefined = row.period()?.spans[0]): Reckoned {
  const named = eventOf(row, span);
  const own = named === undefined ? undefined : dayOf(row, named);
  if (own !== undefined) return own;
  const given = row.day('retention_start_date');
  if (given !== undefined) return { day: given, why: 'retention_start_date' };
  if (named !== undefined) return cannot('no-start-date', `the day of ${eventWords(named)} is not recorded`);
  const { assumeTrigger } = options;
  if (assumeTrigger === undefined) return cannot('no-start-event', 'it names no event from which it counts');
  const assumed = dayOf(row, assumeTrigger);
  return assumed ? { ...assumed, assumed: true } : cannot('no-start-date', `the day of ${eventWords(assumeTrigger)}, assumed as its start, is not recorded`);
}

/** The day of an event, or of the latest or earliest of several; `undefined` where a column is missing, blank or unreadable. */
function dayOf(row: Row, event: string): Known | undefined {
  const { join, starts } = trigger(event);
  let found: Known | undefined;
  for (const { event: one, plus } of starts) {
    const column = columnOf(one);
    const day = column === undefined ? undefined : row.day(column);
    if (day === undefined) return undefined;
    const on = plus ? after(day, plus) : day;
    if (!found || (join === 'latest' ? on > found.day : on < found.day)) found = { day: on, why: column as Column };
  }
  return found;
}

/** The last day on which the row may be held: `retention_end_date`, else its start and its longest period. */
export function due(row: Row, options: Assuming): Reckoned {
  if (row.has('retention_end_date')) {
    const end = row.day('retention_end_date');
    return end === undefined ? cannot('unreadable-date', 'its retention_end_date cannot be read') : { day: end, why: 'retention_end_date' };
  }
  const period = row.period();
  return period ? endOf(row, period, options) : cannot('nothing-said', 'no retention period is recorded');
}

function endOf(row: Row, period: Retention, options: Assuming): Reckoned {
  if (period.afterwards === 'archive') return cannot('not-deletion', 'it ends in an archive, which is no deletion');
  switch (period.kind) {
    case 'indefinite': return cannot('no-end', 'it has no end');
    case 'none': return cannot('not-kept', 'nothing is kept');
    case 'not_deletion': return cannot('not-deletion', 'what it describes is no deletion');
    case 'external': return cannot('elsewhere', 'it refers to another document');
    case 'conditional': return cannot('conditional', 'it depends on a condition');
    case 'placeholder': return cannot('nothing-said', 'no retention period is recorded');
    case 'minimum': return cannot('no-maximum', 'it says only how long at least');
    case 'unparseable': return cannot('unreadable', 'no length and no end can be read in it');
    case 'end_date': {
      const end = parseDay(period.end ?? '');
      return end === undefined ? cannot('unreadable-date', 'its end date cannot be read') : { day: end, why: 'retention_period' };
    }
    default: return together([...period.spans.map((span) => spanEnd(row, span, options)), ...namedDay(period)], period);
  }
}

/** A calendar day that stands beside periods, as one of the alternatives. */
function namedDay({ end }: Retention): Known[] {
  const day = parseDay(end ?? '');
  return day === undefined ? [] : [{ day, why: 'retention_period' }];
}

/** The earliest end, of which one known is enough; the latest, for which all must be known. */
function together(ends: readonly Reckoned[], { join, spans }: Retention): Reckoned {
  if (spans.some(({ when }) => when !== undefined)) return cannot('conditional', 'it depends on a condition');
  if (join === 'condition' || (ends.length > 1 && join === undefined)) return cannot('conditional', 'it holds more than one period');
  const known = ends.filter(isKnown).toSorted((a, b) => a.day - b.day);
  const missing = ends.filter((end): end is NotKnown => !isKnown(end));
  if (known.length > 0 && (join !== 'latest' || missing.length === 0)) return (join === 'latest' ? known.at(-1) : known[0]) as Known;
  // An event that nobody names is the graver want: a day can be filled in, an event must be decided.
  return missing.find((end) => end.unknown === 'no-start-event') ?? missing[0] ?? cannot('unreadable', 'no length and no end can be read in it');
}

/** The end of one span: its longest length after its start, or the day of the event until which the row is kept. */
export function spanEnd(row: Row, span: Span, options: Assuming): Reckoned {
  if (span.max) {
    const from = start(row, options, span);
    return isKnown(from) ? { ...from, day: endAfter(from.day, span.max, span.event) } : from;
  }
  if (span.min) return cannot('no-maximum', 'it says only how long at least');
  const event = eventOf(row, span);
  if (event === undefined) return cannot('no-start-event', 'it names no event until which it runs');
  return dayOf(row, event) ?? cannot('no-start-date', `the day of ${eventWords(event)}, until which it runs, is not recorded`);
}

/** Years after a birth end on a birthday, which somebody born on 29 February has on 1 March of common years. */
function endAfter(from: Day, period: Period, event: string | undefined): Day {
  return event === 'birth' && period.unit === 'years' ? (addMonths(from, period.n * 12, 'next-day') as Day) : after(from, period);
}

/** A legal hold on the row. `unknown`: it is said to exist or to have ended, without its day. */
export interface Hold {
  from: Day | 'unknown';
  /** The day of its release, from which disposal is free again; `undefined` while nobody has released it. */
  until: Day | 'unknown' | undefined;
}

/** What the row says about a legal hold: yes, or a reference or a date of one. `undefined`: nothing, or that there was none. */
export function hold(row: Row): Hold | undefined {
  const [from, until] = [row.day('legal_hold_date'), row.day('legal_hold_released_date')];
  if (!row.yes('legal_hold') && row.blank('legal_hold_date') && row.blank('legal_hold_ref')) return undefined;
  // "No" beside the date or reference of a hold: there was one, and it is over.
  const over = row.no('legal_hold') || row.has('legal_hold_released_date') ? 'unknown' : undefined;
  return { from: from ?? 'unknown', until: until ?? over };
}

/** A legal hold is in force on a day. */
export function onHold(row: Row, today: Day): boolean {
  const found = hold(row);
  if (!found || found.until === 'unknown') return false;
  return (found.from === 'unknown' || found.from <= today) && (found.until === undefined || today < found.until);
}

/** When the row's legal hold began; `undefined` where there is none or its day is not recorded. */
export function holdStart(row: Row): Day | undefined {
  const from = hold(row)?.from;
  return from === 'unknown' ? undefined : from;
}

/** How a finding names a day that was reckoned: with the assumption it rests on. */
export function dayWords({ day, why, assumed }: Known): string {
  return `${formatDay(day)}${assumed === true ? `, counted from ${why} as assumed` : ''}`;
}
