/** Promise by promise: what checks it, and what was found the last time. What was not looked at is unknown, never kept. */
import type { Law } from '../core/law.ts';
import type { Finding } from '../core/report.ts';
import { type Check, type Clock, type Notice, type Policy, type PolicyPromise, checkName, checksOf } from './policy.ts';

/** What the last run of the inventory found. */
export interface LastRun {
  asOf: string;
  /** Rows that could be judged; without one the run says nothing. */
  evaluated: number;
  byRule: ReadonlyMap<string, RuleTally>;
}

export interface RuleTally {
  open: number;
  waived: number;
  worst: Finding['severity'] | undefined;
}

/** A clock of an open request, as it stands. */
export interface OpenClock {
  case: string;
  law: string;
  obligation: string;
  requestType: string;
  state: string;
  due: string | null;
}

export interface Evidence {
  laws: readonly Law[];
  /** Absent: no run was given. */
  run?: LastRun;
  /** Absent: there is no ledger. */
  clocks?: readonly OpenClock[];
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
    case 'clock': return clockResult(check.clock, evidence.clocks);
    case 'letter': {
      const contents = evidence.laws.find((law) => law.id === check.law)?.letters?.[check.letter]?.length ?? 0;
      return plain('written', contents === 0 ? 'custos writes the letter; the law asks for nothing in particular' : `custos writes the letter with ${contents === 1 ? 'the one content' : `the ${contents} contents`} that the law asks for`);
    }
    case 'draft': {
      const notice = evidence.notices?.find((n) => n.law === check.law && n.to === check.to);
      if (!notice) return plain('not-yet', 'not checked yet: the laws on breaches were not looked at');
      return plain('written', notice.contents === 0 ? 'custos drafts the notice; the law asks for nothing in particular' : `custos drafts the notice with ${notice.contents === 1 ? 'the one content' : `the ${notice.contents} contents`} that the law asks for`);
    }
    case 'hand': return plain('by-hand', check.how);
  }
}

function ruleResult(rule: string, run: LastRun | undefined): Result {
  if (!run) return plain('unknown', 'no run of the inventory is given');
  const { open, waived, worst } = run.byRule.get(rule) ?? { open: 0, waived: 0, worst: undefined };
  const found = `${open} finding${open === 1 ? '' : 's'} on ${run.asOf}${waived > 0 ? `, ${waived} more waived` : ''}`;
  if (open > 0) return { state: 'found', says: found, open, waived, worst };
  if (waived > 0) return { state: 'waived', says: `${waived} finding${waived === 1 ? '' : 's'} on ${run.asOf}, all waived`, open, waived, worst };
  if (run.evaluated === 0) return plain('unknown', `no row could be judged on ${run.asOf}`);
  return plain('clean', `nothing found on ${run.asOf}`);
}

const RUNS = ['running', 'paused', 'overdue', 'undetermined', 'no-fixed-term'];

function clockResult({ law, obligation, types }: Clock, clocks: readonly OpenClock[] | undefined): Result {
  if (!clocks) return plain('unknown', 'there is no ledger');
  const mine = clocks.filter((c) => c.law === law && c.obligation === obligation && (types?.includes(c.requestType) ?? true) && RUNS.includes(c.state));
  const late = mine.filter((c) => c.state === 'overdue');
  const lost = mine.filter((c) => c.state === 'undetermined');
  if (late.length > 0) return { state: 'found', says: `overdue: ${late.map((c) => `${c.case} since ${c.due}`).join(', ')}`, open: late.length, waived: 0, worst: 'error' };
  if (lost.length > 0) return plain('unknown', `cannot be counted: ${lost.map((c) => c.case).join(', ')}`);
  if (mine.length === 0) return plain('clean', 'no open request has this clock');
  const next = mine.flatMap((c) => c.due ?? []).toSorted()[0];
  return plain('clean', `${mine.length} open request${mine.length === 1 ? '' : 's'}, none overdue${next === undefined ? '' : `; next due ${next}`}`);
}
