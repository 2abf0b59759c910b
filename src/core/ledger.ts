/** The ledger: what a store of events must do, and the hash chain that makes it evidence. */
import type { CaseEvent, EventBody, NewEvent, PrivateValue } from './event.ts';
import { hmacSha256, sha256 } from './hash.ts';
import { compareText } from './order.ts';

/** Who records, and when (`--as-of`). */
export interface Stamp {
  by: string;
  recordedAt: string;
}

/** Requests, breaches and consents are numbered each for themselves. */
export type CasePrefix = 'R' | 'B' | 'C';

/** One atomic piece of work: what it read is still true when it appends. */
export interface LedgerTx {
  /** The events of a case in order; empty for an unknown case. */
  read(caseId: string): Promise<CaseEvent[]>;
  /** The next free id: `R-1`, `R-2`, … */
  nextCase(prefix: CasePrefix): Promise<string>;
  /** The case that was opened with this source and reference, if any. */
  findReference(source: string, reference: string): Promise<string | undefined>;
  /** Cases that name the same person, by the keyed hash of their private records. */
  findSubject(subject: string): Promise<string[]>;
  /**
   * A case begins with `opened`, and has it once. An event that is not in the closed form of events
   * (`event-form.ts`) is refused with `bad-value`; `erased` is written by `erase` alone.
   */
  append(caseId: string, events: readonly NewEvent[], stamp: Stamp): Promise<CaseEvent[]>;
}

/** How many events there are, and the hash of the last. */
export type Head = { count: number; head: string };

export type Verification = { ok: true; count: number; head: string } | { ok: false; at: number | null; why: string };

/** A run of `audit`, remembered so that the next one can say what is new and what did not happen. */
export interface RunRecord {
  kind: string;
  at: string;
  /** Fingerprints of what was found. */
  found: string[];
}

/** Private records of one case that have to go. */
export interface Erasure {
  case: string;
  ids: readonly string[];
  why: 'asked' | 'retention';
  law?: string | undefined;
}

/** Asynchronous, so that a server's database can stand behind the same port. */
export interface Ledger {
  /**
   * Runs `work` with an exclusive right to append. It is called once; if it throws, nothing is kept. Read-only
   * ledgers give it one unchanging state to read, and refuse `append`. Transactions do not nest.
   */
  transact<T>(work: (tx: LedgerTx) => Promise<T>): Promise<T>;
  /** Events in order, in batches; of one case or of all. */
  read(caseId?: string, afterSeq?: number): AsyncIterable<CaseEvent[]>;
  /** Every case with its events in order, in batches of cases, by the order of opening; constant memory. */
  cases(): AsyncIterable<CaseEvent[][]>;
  head(): Promise<Head>;
  /** Whether an event with this hash is part of the history. */
  hasHash(hash: string): Promise<boolean>;
  verify(): Promise<Verification>;
  /** Private records by id; an erased or unknown id is absent. */
  recall(ids: readonly string[]): Promise<Map<string, PrivateValue['values']>>;
  /** Ids of the private records that still exist, oldest first; of one case or of all. */
  privates(caseId?: string): Promise<{ id: string; case: string }[]>;
  /** Other cases that name a person whom the private records of this one name. */
  namesakes(caseId: string): Promise<string[]>;
  /**
   * Deletes private records of a case down to the bytes and appends `erased`. Throws `erase-incomplete` where the
   * bytes may still stand in a file: the records are gone from the ledger then, and the error names the files.
   * Ids that are erased already are not an error: their files are looked at again.
   */
  erase(caseId: string, ids: readonly string[], why: Erasure['why'], law: string | undefined, stamp: Stamp): Promise<CaseEvent[]>;
  /** The same for many cases at once: the files are rewritten and searched once, not once per case. */
  eraseAll(erasures: readonly Erasure[], stamp: Stamp): Promise<CaseEvent[]>;
  lastRun(kind: string): Promise<RunRecord | undefined>;
  recordRun(run: RunRecord): Promise<void>;
  /** The lines of an export (`ledger-export.ts`): the whole chain, and with `secrets` the private records. */
  dump(secrets: boolean): AsyncIterable<string>;
  /** Fills an empty ledger from the lines of an export, all or nothing. */
  restore(lines: AsyncIterable<string>): Promise<Head>;
  close(): Promise<void>;
}

export const GENESIS = '0'.repeat(64);

/** JSON with object keys in code-unit order and no white space: the same value always gives the same bytes. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined).toSorted(([a], [b]) => compareText(a, b));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** The canonical text of an event without its hashes: what is stored, and what is hashed. */
export function recordText(event: { seq: number; case: string; recordedAt: string; by: string; body: EventBody }): string {
  const { seq, case: caseId, recordedAt, by, body } = event;
  return canonicalJson({ seq, case: caseId, recordedAt, by, body });
}

/** `sha256(prev + "\n" + record)` in hex. */
export function chainHash(prev: string, record: string): string {
  return linkHash(`${prev}\n${record}`);
}

/** The same, where both already are one text. */
export function linkHash(linked: string): string {
  return sha256(linked);
}

/** Digest of a private record: sha256 over its salt (as 32 hex digits) and the canonical JSON of its values. */
export function privateDigest(salt: string, values: string): string {
  return sha256(salt + values);
}

/** Keyed hash that recognises the same person: the first 128 bits of HMAC-SHA256, in hex. */
export function subjectKey(secret: string, subject: string): string {
  return hmacSha256(secret, subject).slice(0, 32);
}
