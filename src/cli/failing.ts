/** `--fail-on`, as it applies to findings. */
import { UserError } from '../core/errors.ts';
import type { Finding } from '../core/report.ts';

const SEVERITIES = ['error', 'warning', 'note'] as const;

/** The rules whose findings are clocks, where there are any: `overdue` and `due:<n>d` ask only about those. */
export interface ClockRules {
  overdue: readonly string[];
  soon: readonly string[];
}

/** Refuses a level that is none, or that asks about clocks where there are none. */
export function checkFailOn(failOn: string, clocks?: ClockRules): void {
  const known = ['never', ...SEVERITIES, ...(clocks ? ['overdue'] : [])];
  if (known.includes(failOn) || (clocks && /^due:\d{1,3}d$/.test(failOn))) return;
  throw new UserError('usage', `--fail-on: “${failOn}” is not a level`, { hint: `one of: error, warning, note, ${clocks ? 'overdue, due:<n>d, ' : ''}never` });
}

/** Whether a finding is reason to exit 1. What is waived never is. */
export function fails(finding: Pick<Finding, 'rule' | 'severity' | 'waived'>, failOn: string, clocks?: ClockRules): boolean {
  if (failOn === 'never' || finding.waived) return false;
  if (failOn === 'overdue') return clocks?.overdue.includes(finding.rule) === true;
  if (failOn.startsWith('due:')) return clocks?.overdue.includes(finding.rule) === true || clocks?.soon.includes(finding.rule) === true;
  const order: readonly string[] = SEVERITIES;
  return order.indexOf(finding.severity) <= order.indexOf(failOn);
}
