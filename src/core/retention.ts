/** How long the personal data of a closed case are kept: as each law that concerns it says, the longest deciding. */
import { type Day, formatDay } from './date.ts';
import type { Citation, Law } from './law.ts';
import { type Period, addMonths } from './period.ts';
import { lastHold } from './deadline.ts';
import { isClosed } from './case.ts';
import type { Timeline } from './timeline.ts';

export type Keeping =
  | { state: 'open' }
  | { state: 'held'; since: Day }
  | { state: 'no-term'; laws: string[] }
  | { state: 'kept' | 'expired'; until: Day; law: string; citation: Pick<Citation, 'ref'> | null };

/**
 * Whether the personal data of a case may go at `today`. `own` are the organisation's terms for laws that set none
 * (by law id, or `default`). A law without any term keeps the case: nothing is erased on a guess.
 */
export function keeping(timeline: Timeline, laws: readonly Law[], own: Readonly<Record<string, Period>>, today: Day): Keeping {
  if (!isClosed(timeline)) return { state: 'open' };
  const hold = lastHold(timeline) ?? timeline.marks.findLast((m) => m.mark === 'hold-placed');
  if (hold && !timeline.marks.some((m) => m.mark === 'hold-lifted' && m.event >= hold.event)) return { state: 'held', since: hold.on };
  const closed = timeline.marks.findLast((m) => m.mark === 'answered' || m.mark === 'withdrawn')?.on as Day;
  return untilLast(closed, laws.map((law) => ({ law: law.id, period: law.recordKeeping?.keep, citation: law.recordKeeping?.citation ?? null })), own, today);
}

/** What a law says of how long a case is kept; nothing where it has no `period`. */
export interface KeepingTerm {
  law: string;
  period: Period | undefined;
  citation: Pick<Citation, 'ref'> | null;
}

/** The same for a case that was closed on a day, by the terms of each law that concerns it. */
export function untilLast(closed: Day, laws: readonly KeepingTerm[], own: Readonly<Record<string, Period>>, today: Day): Keeping {
  const terms = laws.map((term) => ({ ...term, period: term.period ?? own[term.law] ?? own['default'] }));
  const open = terms.filter((t) => t.period === undefined).map((t) => t.law);
  if (open.length > 0 || terms.length === 0) return { state: 'no-term', laws: open };
  const ends = terms.map((t) => ({ law: t.law, citation: t.citation, until: endOf(closed, t.period as Period) })).toSorted((a, b) => b.until - a.until);
  const last = ends[0] as (typeof ends)[number];
  return { state: today > last.until ? 'expired' : 'kept', ...last };
}

/** The last day of keeping: calendar months, never a number of days in their place. */
function endOf(from: Day, period: Period): Day {
  if (period.unit === 'days') return from + period.n;
  return addMonths(from, period.unit === 'years' ? period.n * 12 : period.n, 'last-day') as Day;
}

export function sayKeeping(found: Keeping): string {
  switch (found.state) {
    case 'open': return 'open';
    case 'held': return `legal hold since ${formatDay(found.since)}`;
    case 'no-term': return found.laws.length === 0 ? 'no law concerns it: set keep.default in the configuration' : `${found.laws.join(', ')} sets no time: set keep.${found.laws[0]} in the configuration`;
    case 'kept': return `kept until ${formatDay(found.until)} (${found.citation?.ref ?? `configuration, ${found.law}`})`;
    case 'expired': return `kept long enough since ${formatDay(found.until)} (${found.citation?.ref ?? `configuration, ${found.law}`})`;
  }
}

