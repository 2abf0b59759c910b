/** Promise by promise: what checks it, and what was found the last time. What was not looked at is unknown, never kept. */
import type { Law } from '../core/law.ts';
import type { Finding } from '../core/report.ts';
import { type Check, type Clock, type Notice, type Policy, type PolicyPromise, checkName, checksOf } from './policy.ts';
import { type ClockVerdict, type Standing, clocksOf, looseFor, verdictOn } from './policy-clocks.ts';
import type { LastRun } from './policy-run.ts';

export interface Evidence {
  laws: readonly Law[];
  /** Absent: no run was given. */
  run?: LastRun;
  /** Absent: there is no ledger. */
  standing?: Standing;
  /** Absent: the laws on breaches were not looked at. */
  notices?: readonly Notice[];
}

/**
 * `clean`: looked, and nothing found. `found`: something is open. `waived`: all that was found is accepted for a time.
 * `written`: custos writes it into a letter. `not-yet`: custos cannot check it yet. `by-hand`: a person does.
 */
export type CheckState = 'clean' | 'found' | 'waived' | 'unknown' | 'written' | 'not-yet' | 'by-hand';
/** `unchecked`: nothing is named that keeps it. */
export type PromiseState = 'kept' | 'broken' | 'waived' | 'unknown' | 'not-yet' | 'by-hand' | 'unchecked';

export interface Result {
  state: CheckState;
  says: string;
  open: number;
  waived: number;
  worst: Finding['severity'] | undefined;
}

export interface TracedCheck extends Result {
  by: Check['by'];
  name: string;
}

export interface TracedPromise {
  id: string;
  section: string;
  says: string;
  state: PromiseState;
  checks: TracedCheck[];
}

export function trace(policy: Policy, evidence: Evidence): TracedPromise[] {
  return policy.promises.map((promise) => tracePromise(promise, evidence));
}

function tracePromise(promise: PolicyPromise, evidence: Evidence): TracedPromise {
  const checks = checksOf(promise).map((check) => ({ by: check.by, name: checkName(check), ...resultOf(check, evidence) }));
  return { id: promise.id, section: promise.section, says: promise.says, state: stateOf(checks), checks };
}

/** What is broken outweighs what is not known, and that what is kept. */
function stateOf(checks: readonly TracedCheck[]): PromiseState {
  const any = (state: CheckState): boolean => checks.some((c) => c.state === state);
  if (checks.length === 0) return 'unchecked';
  if (any('found')) return 'broken';
  if (any('unknown')) return 'unknown';
  if (any('not-yet')) return 'not-yet';
  if (any('waived')) return 'waived';
  return any('clean') || any('written') ? 'kept' : 'by-hand';
}

const plain = (state: CheckState, says: string): Result => ({ state, says, open: 0, waived: 0, worst: undefined });

function resultOf(check: Check, evidence: Evidence): Result {
  switch (check.by) {
    case 'rule': return ruleResult(check.rule, evidence.run);
    case 'clock': return clockResult(check.clock, evidence.standing);
    case 'letter': return plain('written', `custos writes the letter${wanted(evidence.laws.find((law) => law.id === check.law)?.letters?.[check.letter]?.length ?? 0)}`);
    case 'draft': return draftResult(check, evidence);
    case 'hand': return plain('by-hand', check.how);
  }
}

function wanted(contents: number): string {
  if (contents === 0) return '; the law asks for nothing in particular';
  return ` with ${contents === 1 ? 'the one content' : `the ${contents} contents`} that the law asks for`;
}

function ruleResult(rule: string, run: LastRun | undefined): Result {
  if (!run) return plain('unknown', 'no run of the inventory is given');
  const { asOf, hides } = run;
  const { open, waived, unclear, worst } = run.byRule.get(rule) ?? { open: 0, waived: 0, unclear: 0, worst: undefined };
  const findings = (n: number): string => `${n} finding${n === 1 ? '' : 's'} on ${asOf}`;
  if (open > 0) return { state: 'found', says: `${findings(open)}${waived > 0 ? `, ${waived} more waived` : ''}${hides === undefined ? '' : `; ${hides}`}`, open, waived, worst };
  if (unclear > 0) return { ...plain('unknown', `${findings(unclear)} counted and not listed, perhaps waived; give a run with --max-findings 0`), waived };
  if (hides !== undefined) return { ...plain('unknown', `the run on ${asOf} does not say: ${hides}`), waived };
  if (waived > 0) return { ...plain('waived', `${findings(waived)}, all waived`), waived };
  if (run.evaluated === 0) return plain('unknown', `no row could be judged on ${asOf}`);
  return plain('clean', `nothing found on ${asOf}`);
}

function clockResult(clock: Clock, standing: Standing | undefined): Result {
  if (!standing) return plain('unknown', 'there is no ledger');
  return clockVerdict(verdictOn(clocksOf(clock, standing), looseFor(clock, standing))) ?? plain('clean', 'nothing waits for it, and nothing was late in the last year');
}

/** A notice that custos can draft keeps no promise while the one that is due is not sent. */
function draftResult({ law, to }: { law: string; to: string }, { notices, standing }: Evidence): Result {
  const notice = notices?.find((n) => n.law === law && n.to === to);
  if (!notice) return plain('not-yet', 'not checked yet: the laws on breaches were not looked at');
  if (!standing) return plain('unknown', 'there is no ledger, so that nobody knows whether one is due');
  return clockVerdict(verdictOn(standing.clocks.filter((c) => c.law === law && c.to === to), [])) ?? plain('written', `no breach waits for it; custos drafts the notice${wanted(notice.contents)}`);
}

function clockVerdict(verdict: ClockVerdict | undefined): Result | undefined {
  return verdict && { ...verdict, waived: 0, worst: verdict.state === 'found' ? 'error' : undefined };
}
