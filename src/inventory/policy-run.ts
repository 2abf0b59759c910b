/** What a run of the inventory says about promises, and what it keeps to itself: a baseline and a limit leave findings out. */
import { isFields } from '../core/fields.ts';
import type { Finding } from '../core/report.ts';

/** What the last run of the inventory found. */
export interface LastRun {
  asOf: string;
  /** Rows that could be judged; without one the run says nothing. */
  evaluated: number;
  byRule: ReadonlyMap<string, RuleTally>;
  /** Why there may be findings that it does not tell of; a rule without findings is then unknown. */
  hides?: string;
}

export interface RuleTally {
  open: number;
  waived: number;
  /** Counted and not listed, and perhaps waived: whether any of them is open is unknown. */
  unclear: number;
  worst: Finding['severity'] | undefined;
}

const SEVERITIES = ['error', 'warning', 'note'] as const satisfies readonly Finding['severity'][];
const NOTHING: RuleTally = { open: 0, waived: 0, unclear: 0, worst: undefined };

/** `undefined` for an answer that does not say what was looked at: no evidence that nothing is wrong. */
export function lastRun(asOf: string | undefined, items: readonly Pick<Finding, 'rule' | 'severity' | 'waived'>[], summary: Readonly<Record<string, unknown>>): LastRun | undefined {
  const { evaluated, findings, baseline } = summary;
  if (asOf === undefined || typeof evaluated !== 'number' || typeof findings !== 'number') return undefined;
  const byRule = new Map<string, RuleTally>();
  for (const { rule, severity, waived } of items) {
    const tally = byRule.get(rule) ?? NOTHING;
    byRule.set(rule, waived === null ? { ...tally, open: tally.open + 1, worst: worse(severity, tally.worst) } : { ...tally, waived: tally.waived + 1 });
  }
  const cut = findings > items.length && !addUnlisted(byRule, items, summary) ? 'it does not list all its findings; give a run with --max-findings 0' : undefined;
  const hides = [cut, hiddenBy(baseline)].filter((h) => h !== undefined).join('; ');
  return { asOf: asOf.slice(0, 10), evaluated, byRule, ...(hides === '' ? {} : { hides }) };
}

/** What a baseline knows is neither listed nor counted by rule. */
function hiddenBy(baseline: unknown): string | undefined {
  const n = isFields(baseline) ? baseline['known'] : undefined;
  if (baseline === undefined || n === 0) return undefined;
  return `its baseline hides ${typeof n === 'number' ? n : 'some'} finding${n === 1 ? '' : 's'}; give a run without --baseline`;
}

/** Adds what is counted by rule and not listed; false where it is not counted either. */
function addUnlisted(byRule: Map<string, RuleTally>, items: readonly Pick<Finding, 'severity' | 'waived'>[], { byRule: counts, bySeverity, waived }: Readonly<Record<string, unknown>>): boolean {
  if (!isFields(counts)) return false;
  const excused = Math.max(0, (typeof waived === 'number' ? waived : 0) - items.filter((f) => f.waived !== null).length);
  const listed = (severity: Finding['severity']): number => items.filter((f) => f.severity === severity).length;
  // The worst that may be among those that are not listed.
  const worst = SEVERITIES.find((s) => !isFields(bySeverity) || Number(bySeverity[s]) > listed(s)) ?? 'note';
  for (const [rule, n] of Object.entries(counts)) {
    const tally = byRule.get(rule) ?? NOTHING;
    const more = Number(n) - tally.open - tally.waived;
    if (!(more > 0)) continue;
    const sure = Math.max(0, more - excused);
    byRule.set(rule, { ...tally, open: tally.open + sure, unclear: more - sure, worst: sure > 0 ? worse(worst, tally.worst) : tally.worst });
  }
  return true;
}

function worse(a: Finding['severity'], b: Finding['severity'] | undefined): Finding['severity'] {
  return b !== undefined && SEVERITIES.indexOf(b) < SEVERITIES.indexOf(a) ? b : a;
}
