/** The history of a person's consents, and what it says about a day. */
import { CONSENT_STATUSES, type ConsentFact, type ConsentState, consentOn } from '../core/consent.ts';
import type { Day } from '../core/date.ts';
import { sha256 } from '../core/hash.ts';
import { type Scope, readScope } from './consent-scopes.ts';

export type { ConsentState } from '../core/consent.ts';

export interface Consents {
  /** The state of a subject's consent for a scope on a day. `none`: nothing is recorded for that subject and scope. */
  stateOf(subjectRef: string, scope: string, on: Day): ConsentState;
}

/** When nothing is recorded anywhere. */
export const NO_CONSENTS: Consents = { stateOf: () => 'none' };

/** Before every other day: for what was said without a date. */
export const UNDATED: Day = -1_000_000;

const STATUSES: readonly ConsentFact['status'][] = [...CONSENT_STATUSES, 'expired', 'unknown'];
/** After every other day: a consent without a last one. */
const ENDLESS: Day = 1_000_000_000;

const NOTHING: readonly number[] = [];

/** Among the details of a scope, the one that says most answers for all. */
const STRONGEST: readonly ConsentState[] = ['given', 'unknown', 'withdrawn', 'refused', 'expired', 'requested'];

/**
 * Many consents, held as hashes of subject and scope with days and statuses: no name or reference stays in memory,
 * and what is said twice is kept once.
 */
export class ConsentBook implements Consents {
  /** Day, status and last day of each fact, one after the other. */
  private readonly histories = new Map<string, readonly number[]>();
  /** The scopes with a detail that a subject has under a scope. */
  private readonly details = new Map<string, string[]>();

  add(subjectRef: string, scope: Scope, facts: readonly Pick<ConsentFact, 'status' | 'on' | 'until'>[]): void {
    const key = keyOf(subjectRef, scope);
    const known = this.histories.get(key);
    let history = known ?? NOTHING;
    for (const { status, on, until } of facts) {
      const code = STATUSES.indexOf(status);
      // Not pushed: an array that grows keeps room for more, many times what it holds.
      if (!holds(history, on, code, until ?? ENDLESS)) history = [...history, on, code, until ?? ENDLESS];
    }
    if (history === known || history === NOTHING) return;
    this.histories.set(key, history);
    if (known || scope.detail === undefined) return;
    const whole = keyOf(subjectRef, { code: scope.code });
    this.details.set(whole, [...(this.details.get(whole) ?? []), key]);
  }

  /**
   * Asked with a detail, a consent that names none cannot say whether it covers it: `unknown`. Asked without, the
   * consent to any detail counts.
   */
  stateOf(subjectRef: string, scope: string, on: Day): ConsentState {
    const read = readScope(scope);
    if (!read) return 'none';
    const own = this.on(keyOf(subjectRef, read), on);
    if (own !== 'none') return own;
    const whole = keyOf(subjectRef, { code: read.code });
    if (read.detail !== undefined) {
      const general = this.on(whole, on);
      return general === 'given' ? 'unknown' : general;
    }
    const states = (this.details.get(whole) ?? []).map((key) => this.on(key, on));
    return STRONGEST.find((state) => states.includes(state)) ?? 'none';
  }

  private on(key: string, day: Day): ConsentState {
    return consentOn(factsOf(this.histories.get(key) ?? []), day).state;
  }
}

function holds(history: readonly number[], on: Day, code: number, until: number): boolean {
  for (let i = 0; i < history.length; i += 3) if (history[i] === on && history[i + 1] === code && history[i + 2] === until) return true;
  return false;
}

function factsOf(history: readonly number[]): ConsentFact[] {
  const facts: ConsentFact[] = [];
  for (let i = 0; i < history.length; i += 3) {
    const [on, code, until] = [history[i] as Day, history[i + 1] as number, history[i + 2] as number];
    facts.push({ status: STATUSES[code] as ConsentFact['status'], on, until, event: i });
  }
  return facts.toSorted((a, b) => a.on - b.on || a.event - b.event);
}

/** A reference is compared as written, blanks around it apart; a detail however it is spelt: “BioPharma X” is biopharma-x. */
function keyOf(subjectRef: string, { code, detail }: Scope): string {
  const spelt = detail === undefined ? '' : detail.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_|_$/g, '');
  return sha256(JSON.stringify([subjectName(subjectRef), code, spelt])).slice(0, 24);
}

/** A reference to a person in the one form in which it is looked up. */
export function subjectName(ref: string): string {
  return ref.normalize('NFC').trim();
}
