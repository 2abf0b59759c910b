/** The history of a person's consents, and what it says about a day. */
import { CONSENT_STATUSES, type ConsentFact, type ConsentState, consentOn, inOrder } from '../core/consent.ts';
import type { Day } from '../core/date.ts';
import { sha256 } from '../core/hash.ts';
import { codesOf, isIn } from './columns.ts';
import { type Scope, readScope } from './consent-scopes.ts';

export type { ConsentState } from '../core/consent.ts';

export interface Consents {
  /** The state of a subject's consent for a scope on a day. `none`: nothing is recorded for that subject and scope. */
  stateOf(subjectRef: string, scope: string, on: Day): ConsentState;
  /** By what it is recorded as given, where that is no affirmative act; the state is `unknown` then. */
  noActOf(subjectRef: string, scope: string, on: Day): string | undefined;
}

/** When nothing is recorded anywhere. */
export const NO_CONSENTS: Consents = { stateOf: () => 'none', noActOf: () => undefined };

export interface Counting {
  state: ConsentState;
  by?: ConsentFact;
  /** The method, where it is no affirmative act. */
  noAct?: string;
}

/** How a consent counts on a day: what was given by no affirmative act is recorded, and is no consent that could be shown. */
export function countsOn(history: readonly ConsentFact[], day: Day): Counting {
  const stood = consentOn(history, day);
  const method = stood.by?.method;
  return stood.state === 'given' && method !== undefined && isIn(method, 'NOT_AFFIRMATIVE') ? { ...stood, state: 'unknown', noAct: method } : stood;
}

/** Before every other day: for what was said without a date. */
export const UNDATED: Day = -1_000_000;

const STATUSES: readonly ConsentFact['status'][] = [...CONSENT_STATUSES, 'expired', 'unknown'];
/** After every other day: a consent without a last one. */
const ENDLESS: Day = 1_000_000_000;

/** No instant: for what has no time of day. */
const UNTIMED = -1;

/** Methods that make a difference to what a consent is worth; of others the book keeps nothing. */
const NO_ACTS = codesOf('consent_method').filter((method) => isIn(method, 'NOT_AFFIRMATIVE'));

const NOTHING: readonly number[] = [];

const GUARDIANS = codesOf('guardian_relation');

/** What the book takes of a fact. */
export type BookFact = Omit<ConsentFact, 'event'>;

/** Among the details of a scope, the one that says most answers for all. */
const STRONGEST: readonly ConsentState[] = ['given', 'unknown', 'withdrawn', 'refused', 'expired', 'requested'];

/**
 * Many consents, held as hashes of subject and scope with days and statuses: no name or reference stays in memory,
 * and what is said twice is kept once.
 */
export class ConsentBook implements Consents {
  /** Day, status with method and guardian, last day and instant of each fact, one after the other. */
  private readonly histories = new Map<string, readonly number[]>();
  /** The scopes with a detail that a subject has under a scope. */
  private readonly details = new Map<string, string[]>();

  add(subjectRef: string, scope: Scope, facts: readonly BookFact[]): void {
    const key = keyOf(subjectRef, scope);
    const known = this.histories.get(key);
    let history = known ?? NOTHING;
    for (const fact of facts) {
      const entry = entryOf(fact);
      // Not pushed: an array that grows keeps room for more, many times what it holds.
      if (!holds(history, entry)) history = [...history, ...entry];
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
    return this.look(subjectRef, scope, on).state;
  }

  noActOf(subjectRef: string, scope: string, on: Day): string | undefined {
    return this.look(subjectRef, scope, on).noAct;
  }

  private look(subjectRef: string, scope: string, on: Day): Counting {
    const read = readScope(scope);
    if (!read) return NONE;
    const own = this.on(keyOf(subjectRef, read), on);
    if (own.state !== 'none') return own;
    const whole = keyOf(subjectRef, { code: read.code });
    if (read.detail !== undefined) {
      const general = this.on(whole, on);
      return general.state === 'given' ? { state: 'unknown' } : general;
    }
    const all = (this.details.get(whole) ?? []).map((key) => this.on(key, on));
    return STRONGEST.flatMap((state) => all.find((one) => one.state === state) ?? [])[0] ?? NONE;
  }

  private on(key: string, day: Day): Counting {
    const history = this.histories.get(key);
    return history ? countsOn(factsOf(history), day) : NONE;
  }
}

const NONE: Counting = { state: 'none' };

/** How many numbers a fact takes. */
const WIDTH = 4;

function entryOf({ status, on, at, until, method, guardian }: BookFact): readonly number[] {
  // One number for three words; 0 stands for a method that makes no difference, and for no guardian.
  const [act, who] = [NO_ACTS.indexOf(method ?? '') + 1, GUARDIANS.indexOf(guardian ?? '') + 1];
  return [on, STATUSES.indexOf(status) + STATUSES.length * (act + (NO_ACTS.length + 1) * who), until ?? ENDLESS, at ?? UNTIMED];
}

function holds(history: readonly number[], entry: readonly number[]): boolean {
  for (let i = 0; i < history.length; i += WIDTH) if (entry.every((number, k) => history[i + k] === number)) return true;
  return false;
}

function factsOf(history: readonly number[]): ConsentFact[] {
  const facts: ConsentFact[] = [];
  for (let i = 0; i < history.length; i += WIDTH) {
    const [on, code, until, at] = history.slice(i, i + WIDTH) as [Day, number, number, number];
    const words = Math.floor(code / STATUSES.length);
    const [method, guardian] = [NO_ACTS[(words % (NO_ACTS.length + 1)) - 1], GUARDIANS[Math.floor(words / (NO_ACTS.length + 1)) - 1]];
    const status = STATUSES[code % STATUSES.length] as ConsentFact['status'];
    facts.push({ status, on, until, event: i, ...(at === UNTIMED ? {} : { at }), ...(method === undefined ? {} : { method }), ...(guardian === undefined ? {} : { guardian }) });
  }
  return inOrder(facts);
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
