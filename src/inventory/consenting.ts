/** What the rules ask about consent. */
import type { Day } from '../core/date.ts';
import type { Row } from './row.ts';
import type { Context } from './rule.ts';

/**
 * Whether consent for a scope was given, has not expired and is not withdrawn: in the row, else in the recorded history.
 * `before`: the day by which it must have been given. `unknown` where the row names a subject and nothing is recorded.
 */
export function granted(_row: Row, _scope: string, _ctx: Context, _before?: Day): 'yes' | 'no' | 'unknown' {
  return 'unknown';
}
