/** The retention schedule: what a law, or good practice, says about how long a class of records is kept. */
import type { Row } from './row.ts';
import type { Severity } from './rule.ts';

export interface ScheduleLine {
  recordClass: string;
  category: string;
  jurisdiction: string;
  basis: string;
  kind: 'statutory' | 'suggested';
  /** ISO 8601 durations; a word ("necessary", "consent") is never compared. */
  minPeriod?: string;
  maxPeriod?: string;
  trigger: string;
  citation: { ref: string; url?: string; verified: boolean };
  confidence: 'high' | 'medium' | 'low';
  note?: string;
}

export interface Schedule {
  lines: readonly ScheduleLine[];
  /** The lines that fit a row, by its record class, else by the few mappings that are safe. Unmatched is unmatched. */
  of(row: Row): readonly ScheduleLine[];
  /** The severity a finding may have that rests on a line: a line of low confidence warns at most. */
  cap(line: ScheduleLine, severity: Severity): Severity;
}
