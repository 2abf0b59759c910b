/** Options that several commands share. */
import { UserError } from '../core/errors.ts';

export interface ListOptions {
  open?: boolean;
  closed?: boolean;
  all?: boolean;
  due?: string;
  overdue?: boolean;
}

/** Which cases are listed: open ones unless told otherwise. */
export function chosenState(options: ListOptions): 'open' | 'closed' | 'all' {
  const chosen = (['open', 'closed', 'all'] as const).filter((s) => options[s]);
  if (chosen.length > 1) throw new UserError('usage', `--${chosen.join(' and --')} cannot be combined`, { hint: 'choose one' });
  return chosen[0] ?? 'open';
}

/** A number of days, written `30d` or `30`; `example` is what the error suggests. */
export function daysOf(option: string, text: string, example: string): number {
  const days = /^(\d{1,4})d?$/.exec(text);
  if (!days) throw new UserError('bad-value', `--${option}: “${text}” is not a number of days`, { hint: `write --${option} ${example}` });
  return Number(days[1]);
}
