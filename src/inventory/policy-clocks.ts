/** How the clocks of the ledger stand that keep a promise: of requests, of notices of a breach, and those that nobody started. */
import type { Clock } from './policy.ts';

/** A clock of the ledger that still asks for something, or that was met too late. */
export interface LedgerClock {
  case: string;
  law: string;
  obligation: string;
  /** Of a request. */
  requestType?: string;
  /** Of a breach: who is told. */
  to?: string;
  state: string;
  due: string | null;
  /** Where the law sets no number of days: the target of good practice, once it has passed. */
  passed?: string;
}

/** A withdrawn consent that no request follows up, so that none of its clocks runs. */
export interface LooseWithdrawal {
  case: string;
  on: string;
  /** The kinds of data that its scope is about; absent is unknown. */
  data?: readonly string[];
}

export interface Standing {
  clocks: readonly LedgerClock[];
  loose: readonly LooseWithdrawal[];
}

/** In place of a law's id: whichever law sets the obligation. */
export const ANY_LAW = 'any';

export function clocksOf({ law, obligation, types }: Clock, { clocks }: Standing): LedgerClock[] {
  return clocks.filter((c) => (law === ANY_LAW || c.law === law) && c.obligation === obligation && (types === undefined || (c.requestType !== undefined && types.includes(c.requestType))));
}

/** What a withdrawal starts, were it followed up. A sample is destroyed where there may be one. */
export function looseFor({ obligation, types }: Clock, { loose }: Standing): readonly LooseWithdrawal[] {
  if (types !== undefined && !types.includes('withdraw-consent')) return [];
  if (obligation === 'destroy-sample') return loose.filter(({ data }) => data === undefined || data.includes('biological-sample'));
  return obligation === 'stop-processing' ? loose : [];
}

export interface ClockVerdict {
  state: 'clean' | 'found' | 'unknown';
  says: string;
  open: number;
}

const list = (words: readonly string[]): string => [...new Set(words)].join(', ');

/** `undefined` where nothing waits, nothing was late, and nothing is loose. */
export function verdictOn(clocks: readonly LedgerClock[], loose: readonly LooseWithdrawal[]): ClockVerdict | undefined {
  const overdue = clocks.filter((c) => c.state === 'overdue');
  const late = clocks.filter((c) => c.state === 'late');
  if (overdue.length + late.length > 0) {
    const says = [
      ...(overdue.length > 0 ? [`overdue: ${list(overdue.map((c) => `${c.case} since ${c.due}`))}`] : []),
      ...(late.length > 0 ? [`late in the last year: ${list(late.map((c) => `${c.case}, due ${c.due}`))}`] : []),
    ];
    return { state: 'found', says: says.join('; '), open: overdue.length + late.length };
  }
  const lost = clocks.filter((c) => c.state === 'undetermined');
  const passed = clocks.filter((c) => c.passed !== undefined);
  const doubts = [
    ...(lost.length > 0 ? [`cannot be counted: ${list(lost.map((c) => c.case))}`] : []),
    ...(passed.length > 0 ? [`the law sets no number of days, and good practice has passed: ${list(passed.map((c) => `${c.case} since ${c.passed}`))}`] : []),
    ...(loose.length > 0 ? [`withdrawn without a request, so that no clock runs: ${list(loose.map((w) => `${w.case} on ${w.on}`))}`] : []),
  ];
  if (doubts.length > 0) return { state: 'unknown', says: doubts.join('; '), open: 0 };
  if (clocks.length === 0) return undefined;
  const next = clocks.flatMap((c) => c.due ?? []).toSorted()[0];
  const what = clocks.every((c) => c.to !== undefined) ? 'notice' : 'request';
  return { state: 'clean', says: `${clocks.length} open ${what}${clocks.length === 1 ? '' : 's'}, none overdue${next === undefined ? '' : `; next due ${next}`}`, open: 0 };
}
