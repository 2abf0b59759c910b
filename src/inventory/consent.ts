/** The history of a person's consents, and what it says about a day. */
import type { Day } from '../core/date.ts';

export type ConsentState = 'given' | 'withdrawn' | 'refused' | 'expired' | 'none' | 'unknown';

export interface Consents {
  /** The state of a subject's consent for a scope on a day. `none`: nothing is recorded for that subject and scope. */
  stateOf(subjectRef: string, scope: string, on: Day): ConsentState;
}

/** When nothing is recorded anywhere. */
export const NO_CONSENTS: Consents = { stateOf: () => 'none' };
