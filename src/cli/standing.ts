/** How clocks decide the exit status, and how a refusal becomes an error. */
import type { Refusal } from '../core/case.ts';
import { parseDay } from '../core/date.ts';
import type { Deadline } from '../core/deadline.ts';
import { UserError } from '../core/errors.ts';

/** `--fail-on`, as it applies to clocks: how many days ahead of the cautious date a clock counts as late. */
export function failDays(failOn: string, warnDays = 7): number | undefined {
  const due = /^due:(\d{1,3})d$/.exec(failOn);
  if (due) return Number(due[1]);
  switch (failOn) {
    case 'never': return undefined;
    case 'overdue':
    case 'error': return -1;
    case 'warning': return warnDays;
    case 'note': return 30;
    default: throw new UserError('usage', `--fail-on: “${failOn}” is not a level`, { hint: 'one of: error, warning, note, overdue, due:<n>d, never' });
  }
}

/** Whether a clock that still runs is late, or will be within `days`. Warnings count to the cautious date. */
export function isPressing(item: Pick<Deadline, 'state' | 'due' | 'earliest' | 'daysLeft'>, days: number): boolean {
  if (item.state === 'overdue') return true;
  if (days < 0 || item.due === null || item.daysLeft === null || !['running', 'paused'].includes(item.state)) return false;
  const cautious = item.earliest === null ? 0 : (parseDay(item.due) ?? 0) - (parseDay(item.earliest) ?? 0);
  return item.daysLeft - cautious <= days;
}

export function attentionOf(items: readonly Deadline[], failOn: string): boolean {
  const days = failDays(failOn);
  return days !== undefined && items.some((i) => isPressing(i, days));
}

/** An event that the law or the history forbids, with the provision in the message. */
export function refusalError(refusal: Refusal): UserError {
  const { citation } = refusal;
  const provision = citation ? ` – ${citation.ref}${citation.quote ? `: “${citation.quote}”` : ''}` : '';
  return new UserError('refused-event', `${refusal.says}${provision}`, refusal.hint ? { hint: refusal.hint } : {});
}

