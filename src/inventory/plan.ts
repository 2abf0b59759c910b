/** What happens to each row of a person whose data are to be erased: which go, by when, which must stay, and why. */
import { type Day, formatDay } from '../core/date.ts';
import { live } from './concepts.ts';
import { onHold } from './holding.ts';
import { legalEnd, limitWords } from './limits.ts';
import type { Row } from './row.ts';
import type { Match, Schedule } from './schedule.ts';

/** In the order in which somebody acts: decide what is open, then destroy and delete, then keep. */
export const FATES = ['cannot-tell', 'destroy', 'delete', 'hold', 'keep', 'gone'] as const;
export type Fate = (typeof FATES)[number];

export interface PlannedRow {
  fate: Fate;
  /** The last day to act, or the first day on which the row may go. */
  by: Day | undefined;
  /** A clause: "must be kept for 2 years after report_date". */
  why: string;
  citations: readonly { ref: string; url?: string }[];
}

/** When the request itself wants things done; `undefined` where no clock of it says so. */
export interface Clocks {
  today: Day;
  erase: { by: Day; ref: string } | undefined;
  destroySample: { by: Day; ref: string } | undefined;
}

/** The fate of one row. A minimum of the law that has not run beats the request; a hold beats both; what hangs on a missing fact is not guessed. */
export function planRow(row: Row, schedule: Schedule, clocks: Clocks): PlannedRow {
  if (!live(row, clocks.today)) return { fate: 'gone', by: row.day('sample_destroyed_date') ?? row.day('disposal_date'), why: 'is no longer held', citations: [] };
  if (onHold(row, clocks.today)) return { fate: 'hold', by: undefined, why: 'is under a legal hold and must be neither erased nor used', citations: [] };
  const minimums = schedule.of(row, clocks.today).filter(({ line, min }) => line.kind === 'statutory' && min);
  return kept(row, minimums, clocks.today) ?? erased(row, clocks);
}

function kept(row: Row, minimums: readonly Match[], today: Day): PlannedRow | undefined {
  const open = minimums.flatMap((match): { match: Match; until: Day | undefined }[] => {
    const end = legalEnd(row, match);
    if (end === 'unknown') return [{ match, until: undefined }];
    if ('on' in end) return end.on >= today ? [{ match, until: end.on }] : [];
    return [{ match, until: undefined }];
  });
  if (open.length === 0) return undefined;
  const citations = open.map(({ match }) => match.line.citation);
  const words = open.map(({ match }) => `${limitWords(match.min as NonNullable<Match['min']>, match)} (${match.line.citation.ref})`);
  const certain = open.filter(({ match, until }) => match.certain && until !== undefined);
  if (certain.length === open.length) {
    const until = Math.max(...certain.map((one) => one.until as Day));
    return { fate: 'keep', by: until + 1, why: `must be kept for ${words.join(' and ')}, until ${formatDay(until)}`, citations };
  }
  const wants = open.some(({ match }) => !match.certain) ? 'record_class is not recorded' : 'the day it counts from is not recorded';
  return { fate: 'cannot-tell', by: undefined, why: `may have to be kept for ${words.join(' or ')}: ${wants}`, citations };
}

function erased(row: Row, { erase, destroySample }: Clocks): PlannedRow {
  if (row.blank('data_category')) return { fate: 'cannot-tell', by: undefined, why: 'has no data_category, so what may require keeping it cannot be said', citations: [] };
  const sample = row.says('data_category', 'biological_sample');
  const clock = (sample ? destroySample : undefined) ?? erase;
  return { fate: sample ? 'destroy' : 'delete', by: clock?.by, why: 'nothing requires keeping it', citations: clock ? [{ ref: clock.ref }] : [] };
}
