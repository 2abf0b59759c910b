/** What an audit can find: the closed list of its rules. */
import { fingerprintOf } from '../../core/fingerprint.ts';
import type { Citation, CitationOut } from '../../core/law.ts';
import type { Finding } from '../../core/report.ts';

const LIST = {
  'request/overdue': { area: 'requests', kind: 'violation', severity: 'error', title: 'A legal deadline has passed', fix: 'Do what is due and record it: custos request mark <case> …' },
  'request/due-soon': { area: 'requests', kind: 'expiring', severity: 'warning', title: 'A legal deadline is near', fix: 'Do what is due and record it, or announce an extension while it is possible: custos request mark <case> …' },
  'request/target-passed': { area: 'requests', kind: 'expiring', severity: 'warning', title: 'A request without a statutory period waits longer than good practice allows', fix: 'Act on the request and record it: custos request mark <case> answered --outcome …' },
  'request/undetermined': { area: 'requests', kind: 'gap', severity: 'warning', title: 'A clock cannot be counted', fix: 'Record what is missing: custos request show <case> names it.' },
  'breach/overdue': { area: 'breaches', kind: 'violation', severity: 'error', title: 'A notice of a breach is overdue', fix: 'Give the notice with the reasons for the delay and record it: custos breach mark <case> …' },
  'breach/due-soon': { area: 'breaches', kind: 'expiring', severity: 'warning', title: 'A notice of a breach is due soon', fix: 'Give the notice and record it: custos breach mark <case> …' },
  'breach/target-passed': { area: 'breaches', kind: 'expiring', severity: 'warning', title: 'A notice without a statutory period waits longer than good practice allows', fix: 'Give the notice and record it: custos breach mark <case> …' },
  'breach/undetermined': { area: 'breaches', kind: 'gap', severity: 'warning', title: 'Whether or when a notice is due cannot be said', fix: 'Record what is missing: custos breach learn <case> --facts FILE; what only counsel can say, ask: custos breach show <case> --explain' },
  'consent/no-clock': { area: 'consents', kind: 'gap', severity: 'warning', title: 'A consent was withdrawn, and no clock runs', fix: 'Strike the withdrawal (custos consent show --case <case> numbers it, custos consent correct strikes it) and record it again with --in or --request.' },
  'law/stale': { area: 'laws', kind: 'expiring', severity: 'note', title: 'A law was not compared with its text for a while', fix: 'Compare the law file with the current text and update checked.on, or install a newer custos.' },
  'ledger/kept-too-long': { area: 'ledger', kind: 'violation', severity: 'warning', title: 'Personal data are kept longer than needed', fix: 'Run custos ledger purge.' },
  'audit/missed-run': { area: 'audit', kind: 'violation', severity: 'warning', title: 'An audit did not run when it should', fix: 'Check the scheduled job.' },
} as const satisfies Record<string, Pick<Finding, 'area' | 'kind' | 'severity' | 'fix'> & { title: string }>;

export type AuditRule = keyof typeof LIST;

export const RULES = Object.entries(LIST).map(([id, rule]) => ({ id, title: rule.title, help: rule.fix }));

/** A finding about `key`; `what` makes its fingerprint differ from others of the same rule and key, `fix` says more than the rule can. */
export function findingOf(rule: AuditRule, key: string, message: string, more: { citation?: Citation | CitationOut; at?: Finding['at']; what?: string; fix?: string }): Finding {
  const { area, kind, severity, fix } = LIST[rule];
  return {
    rule, area, kind, severity, message, at: { key, ...more.at }, promise: null, citations: more.citation ? [{ ref: more.citation.ref, url: more.citation.url ?? null }] : [],
    fix: more.fix ?? fix.replaceAll('<case>', key), fingerprint: fingerprintOf([rule, key, more.what ?? ''].join('\n')), waived: null,
  };
}
