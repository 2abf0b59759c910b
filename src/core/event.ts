/**
 * Events: the only truth of the ledger. A body holds codes and dates and refers to a person only by the id of a
 * private record; free text, names and addresses are private records and never part of an event.
 */
import type { CodedFacts } from './breach-coded.ts';
import type { Audience } from './breach-law.ts';
import type { CaseMark } from './breach-timeline.ts';
import type { ConsentStatus } from './consent.ts';
import type { Manner, MarkName, Outcome, RequestType, Role } from './law.ts';

/**
 * A private record named by an event. The record of event 17 is `P-17`: an event has one at most, and names no other's.
 * `digest` is sha256 over a random salt and the value: useless once both are erased.
 */
export interface PrivateRef {
  id: string;
  digest: string;
}

/** What decides which laws concern a request. Absent is unknown. */
export interface RequestFacts {
  requestType?: RequestType;
  jurisdiction?: string;
  role?: Role;
  data?: string[];
  channel?: 'designated' | 'other';
  laws?: string[];
  zone?: string;
}

export type EventBody =
  | ({ type: 'opened'; kind: 'request'; requestType: RequestType; jurisdiction: string; agent?: boolean; manner?: Manner; source?: string; reference?: string; private?: PrivateRef } & RequestFacts)
  | { type: 'opened'; kind: 'consent'; scope: string; detail?: string; private?: PrivateRef }
  | { type: 'opened'; kind: 'breach'; facts: CodedFacts; private?: PrivateRef }
  | ConsentedBody
  | BreachMarkedBody
  | { type: 'breach-learned'; facts: CodedFacts; private?: PrivateRef }
  | { type: 'marked'; mark: MarkName; on: string; until?: string; ground?: string; outcome?: Outcome; law?: string; private?: PrivateRef }
  | ({ type: 'learned' } & RequestFacts)
  | { type: 'corrected'; event: number; on?: string }
  | { type: 'erased'; records: string[]; why: 'asked' | 'retention'; law?: string };

/**
 * What a person said about one consent, on a day. `until` is the last day on which it holds; `guardian` says who gave
 * it for the person, `request` is the case that follows a withdrawal up. Evidence is private.
 */
export interface ConsentedBody {
  type: 'consented';
  status: ConsentStatus;
  on: string;
  until?: string;
  jurisdiction?: string;
  method?: string;
  notice?: string;
  language?: string;
  guardian?: string;
  request?: string;
  /** `import` or `history`: taken over from a file, the latter as what was dealt with already. */
  source?: string;
  private?: PrivateRef;
}

/** Something that happened in a breach, at a time. `audience` says who was told, `phase` which part of a notice that is given in parts. */
export interface BreachMarkedBody {
  type: 'breach-marked';
  mark: CaseMark;
  on: string;
  law?: string;
  audience?: Audience;
  variant?: string;
  phase?: string;
  private?: PrivateRef;
}

/** A body as it is handed in: the ledger adds the reference to its private record. */
export type NewEvent = { body: EventBody; private?: PrivateValue };

/** Personal data and free text of one event. Keys such as `name`, `email`, `note`. */
export interface PrivateValue {
  values: Readonly<Record<string, string>>;
  /** What recognises the same person again (a normalised e-mail address, say). Stored only as a keyed hash. */
  subject?: string;
}

export interface CaseEvent {
  /** Position in the whole ledger, from 1, without gaps. */
  seq: number;
  case: string;
  /** When it was recorded (`--as-of`), RFC 3339 UTC. */
  recordedAt: string;
  by: string;
  body: EventBody;
  /** Hash of the event before; 64 zeros for the first. */
  prev: string;
  hash: string;
}

/** What a correction did, in words. */
export function correctionWords({ event, on }: { event: number; on?: string }): string {
  return on === undefined ? `struck event ${event}` : `moved event ${event} to ${on}`;
}
