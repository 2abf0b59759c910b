/** How long a row may and must be held: its start, its end, holds that suspend it. */
import type { Day } from '../core/date.ts';
import type { Row } from './row.ts';
import type { CheckOptions } from './rule.ts';

/** The day on which the row's retention period starts; `undefined` where nothing says so. */
export function start(row: Row, _options: CheckOptions): Day | undefined {
  return row.day('retention_start_date');
}

/** The last day on which the row may be held; `undefined` where it cannot be computed. */
export function due(row: Row, _options: CheckOptions): Day | undefined {
  return row.day('retention_end_date');
}

/** A legal hold is in force on a day. */
export function onHold(row: Row, today: Day): boolean {
  const released = row.day('legal_hold_released_date');
  return (row.yes('legal_hold') || row.has('legal_hold_date')) && (released === undefined || released > today);
}
