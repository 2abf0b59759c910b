/** The ledger: what a store of events must do, and the hash chain that makes it evidence. */
import { createHash } from 'node:crypto';
import type { CaseEvent, EventBody, NewEvent, PrivateValue } from './event.ts';

/** Who records, and when (`--as-of`). */
export interface Stamp {
  by: string;
  recordedAt: string;
}

/** One atomic piece of work: what it read is still true when it appends. */
export interface LedgerTx {
  /** The events of a case in order; empty for an unknown case. */
  read(caseId: string): Promise<CaseEvent[]>;
  /** The next free id: `R-1`, `R-2`, … */
  nextCase(prefix: 'R' | 'B'): Promise<string>;
  /** The case that was opened with this source and reference, if any. */
  findReference(source: string, reference: string): Promise<string | undefined>;
  /** Cases that name the same person, by the keyed hash of their private records. */
  findSubject(subject: string): Promise<string[]>;
  append(caseId: string, events: readonly NewEvent[], stamp: Stamp): Promise<CaseEvent[]>;
}

export type Verification = { ok: true; count: number; head: string } | { ok: false; at: number | null; why: string };

/** A run of `audit`, remembered so that the next one can say what is new and what did not happen. */
export interface RunRecord {
  kind: string;
  at: string;
  /** Fingerprints of what was found. */
  found: string[];
}

/** Asynchronous, so that a server's database can stand behind the same port. */
export interface Ledger {
  /** Runs `work` with an exclusive right to append. It is called once; if it throws, nothing is kept. */
  transact<T>(work: (tx: LedgerTx) => Promise<T>): Promise<T>;
  /** Events in order, in batches; of one case or of all. */
  read(caseId?: string, afterSeq?: number): AsyncIterable<CaseEvent[]>;
  /** Every case with its events in order, in batches of cases, by the order of opening; constant memory. */
  cases(): AsyncIterable<CaseEvent[][]>;
  head(): Promise<{ count: number; head: string }>;
  /** Whether an event with this hash is part of the history. */
  hasHash(hash: string): Promise<boolean>;
  verify(): Promise<Verification>;
  /** Private records by id; an erased or unknown id is absent. */
  recall(ids: readonly string[]): Promise<Map<string, PrivateValue['values']>>;
  /** Ids of the private records that still exist, by case. */
  privates(): Promise<{ id: string; case: string }[]>;
  /**
   * Deletes private records of a case down to the bytes and appends `erased`. Throws `erase-incomplete` where the
   * bytes may still stand in one of the ledger's files.
   */
  erase(caseId: string, ids: readonly string[], why: 'asked' | 'retention', law: string | undefined, stamp: Stamp): Promise<CaseEvent[]>;
  lastRun(kind: string): Promise<RunRecord | undefined>;
  recordRun(run: RunRecord): Promise<void>;
  close(): Promise<void>;
}

export const GENESIS = '0'.repeat(64);

/** JSON with object keys in code-unit order and no white space: the same value always gives the same bytes. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
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
  return createHash('sha256').update(`${prev}\n${record}`).digest('hex');
}
