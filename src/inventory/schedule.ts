/** The retention schedule: what a law, or good practice, says about how long a class of records is kept. */
import type { Day } from '../core/date.ts';
import type { Period } from '../core/period.ts';
import type { Trigger } from './events.ts';
import type { Row } from './row.ts';
import type { Severity } from './rule.ts';

/** A line of data/retention-schedule.json. A class has several where the law changed. */
export interface ScheduleLine {
  recordClass: string;
  category: string;
  /** ISO 3166 code, `EU`, or `*` for everywhere. */
  jurisdiction: string;
  basis: string;
  kind: 'statutory' | 'suggested';
  /** First and last day of the line's life. */
  from?: string;
  until?: string;
  /** ISO 8601 durations; a word ("necessary", "consent") is never compared. */
  minPeriod?: string;
  maxPeriod?: string;
  /** An event, or `latest(…)` or `earliest(…)` of several. */
  trigger: string;
  /** What lets the maximum be passed: consent to storage, restriction instead of erasure, a term that the consent sets, a law that requires keeping. */
  unless?: 'storage-consent' | 'restriction' | 'consent-term' | 'statutory-minimum';
  /** Rows that the line concerns without a record class. `orElse`: the place that counts where nobody says where the subject is. */
  match?: { categories: readonly string[]; cliaRegulated?: boolean; orElse?: 'processing_country' };
  citation: { ref: string; url?: string; verified: boolean };
  confidence: 'high' | 'medium' | 'low';
  /** When the line was last compared with its source. */
  checkedOn: string;
  note?: string;
}

/** A line that fits a row, with its periods and its trigger read. */
export interface Match {
  line: ScheduleLine;
  min?: Period;
  max?: Period;
  starts: Trigger;
  /** The row names the class, or its category can mean this line only. Else the line is one of several that may apply. */
  certain: boolean;
}

export interface Schedule {
  lines: readonly ScheduleLine[];
  /** The lines of a day that fit a row, by its record class, else by the few mappings that are safe. Unmatched is unmatched. */
  of(row: Row, on: Day): readonly Match[];
  /** The severity a finding may have that rests on a line: low confidence warns at most, a suggestion is a note. */
  cap(line: ScheduleLine, severity: Severity): Severity;
}
