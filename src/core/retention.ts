/** How long the personal data of a closed request are kept: as each law that concerns it says, the longest deciding. */
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
  | { state: 'kept'; until: Day; law: string; citation: Citation | null }
  | { state: 'expired'; until: Day; law: string; citation: Citation | null };

/**
 * Whether the personal data of a case may go at `today`. `own` are the organisation's terms for laws that set none
 * (by law id, or `default`). A law without any term keeps the case: nothing is erased on a guess.
 */
export function keeping(timeline: Timeline, laws: readonly Law[], own: Readonly<Record<string, Period>>, today: Day): Keeping {
  if (!isClosed(timeline)) return { state: 'open' };
  const hold = lastHold(timeline) ?? timeline.marks.findLast((m) => m.mark === 'hold-placed');
  if (hold && !timeline.marks.some((m) => m.mark === 'hold-lifted' && m.event >= hold.event)) return { state: 'held', since: hold.on };
  const closed = timeline.marks.findLast((m) => m.mark === 'answered' || m.mark === 'withdrawn')?.on as Day;
  const terms = laws.map((law) => ({ law: law.id, period: law.recordKeeping?.keep ?? own[law.id] ?? own['default'], citation: law.recordKeeping?.citation ?? null }));
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

