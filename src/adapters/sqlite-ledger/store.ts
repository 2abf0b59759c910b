/** What a ledger asks its tables. Everything here is synchronous; transactions are the caller's. */
import type { Statement } from 'better-sqlite3';
import { type KeptRecord, type Sealed, isSealed, nextFree, privateId, readRecord, seal, sealErased, seqOf } from '../../core/chain.ts';
import { UserError } from '../../core/errors.ts';
import type { CaseEvent, NewEvent, PrivateValue } from '../../core/event.ts';
import { type Erasure, GENESIS, type Head, type RunRecord, type Stamp, subjectKey } from '../../core/ledger.ts';
import type { Connection } from './driver.ts';
import { setMeta } from './schema.ts';
import { randomHex } from '../random.ts';

/** An event as it is stored. */
export interface Row {
  seq: number;
  record: string;
  prev: string;
  hash: string;
}

/** The same as SQLite hands it out fastest. */
type Columns = [seq: number, record: string, prev: string, hash: string];

/** A statement and the rows it gives; STRICT tables keep the columns to these types. */
interface Query<R> {
  sql: string;
  /** Only a type: never set. */
  row?: R;
}

const CASE = "record ->> '$.case'";
const ROW = 'SELECT seq, record, prev, hash FROM events';
const LAST: Query<Row> = { sql: `${ROW} ORDER BY seq DESC LIMIT 1` };
const PAGE: Query<Columns> = { sql: `${ROW} WHERE seq > ? ORDER BY seq LIMIT ?` };
const PAGE_OF_CASE: Query<Columns> = { sql: `${ROW} WHERE ${CASE} = ? AND seq > ? ORDER BY seq LIMIT ?` };
const CASE_EVENTS: Query<Columns> = { sql: `${ROW} WHERE ${CASE} = ? ORDER BY seq` };
const OPENINGS: Query<{ seq: number; id: string }> = { sql: `SELECT seq, ${CASE} AS id FROM events WHERE record ->> '$.body.type' = 'opened' AND seq > ? ORDER BY seq LIMIT ?` };
const NAMING: Query<Row> = { sql: `${ROW} WHERE seq = ? AND ${CASE} = ? AND record ->> '$.body.private.id' = ?` };
const WITH_HASH: Query<{ seq: number }> = { sql: 'SELECT seq FROM events WHERE hash = ?' };
const OF_CASE: Query<{ seq: number }> = { sql: `SELECT seq FROM events WHERE ${CASE} = ? LIMIT 1` };
const WITH_REFERENCE: Query<{ id: string }> = { sql: `SELECT ${CASE} AS id FROM events WHERE record ->> '$.body.reference' = ? AND record ->> '$.body.source' = ? ORDER BY seq LIMIT 1` };
const OF_SUBJECT: Query<{ id: string }> = { sql: `SELECT ${CASE} AS id FROM private JOIN events USING (seq) WHERE subject_key = ? ORDER BY seq` };
const NAMESAKES: Query<{ id: string }> = { sql: `SELECT ${CASE} AS id FROM private JOIN events USING (seq) WHERE subject_key IN (SELECT subject_key FROM private JOIN events USING (seq) WHERE ${CASE} = ?) ORDER BY seq` };
const KEPT: Query<KeptRecord> = { sql: 'SELECT seq, salt, subject_key AS subjectKey, value AS "values" FROM private WHERE seq = ?' };
const PRIVATES: Query<{ seq: number; id: string }> = { sql: `SELECT seq, ${CASE} AS id FROM private JOIN events USING (seq) ORDER BY seq` };
const PRIVATES_OF_CASE: Query<{ seq: number; id: string }> = { sql: `SELECT seq, ${CASE} AS id FROM events JOIN private USING (seq) WHERE ${CASE} = ? ORDER BY seq` };
const RUN: Query<{ at: string; found: string }> = { sql: 'SELECT at, found FROM runs WHERE kind = ?' };
const META: Query<{ value: unknown }> = { sql: 'SELECT value FROM meta WHERE name = ?' };
const ADD_EVENT: Query<never> = { sql: 'INSERT INTO events (seq, record, prev, hash) VALUES (?, ?, ?, ?)' };
const ADD_KEPT: Query<never> = { sql: 'INSERT INTO private (seq, salt, subject_key, value) VALUES (?, ?, ?, ?)' };
const DROP_KEPT: Query<never> = { sql: 'DELETE FROM private WHERE seq = ?' };
const SET_RUN: Query<never> = { sql: 'INSERT INTO runs (kind, at, found) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at, found = excluded.found' };

export class Store {
  readonly db: Connection;
  private readonly statements = new Map<string, Statement>();
  private readonly lastCase = new Map<string, number>();
  private lastEvent: Head | undefined;

  constructor(db: Connection) {
    this.db = db;
  }

  /** Call at the beginning of a transaction: what was known before may have changed. */
  begin(): void {
    this.lastEvent = undefined;
  }

  /** Many questions in one read: SQLite asks for its locks once, and the answers belong together. */
  together<T>(questions: () => T): T {
    if (this.db.inTransaction) return questions();
    this.db.exec('BEGIN');
    try {
      return questions();
    } finally {
      this.db.exec('COMMIT');
    }
  }

  head(): Head {
    const last = this.get(LAST);
    return last ? { count: last.seq, head: last.hash } : { count: 0, head: GENESIS };
  }

  hasHash(hash: string): boolean {
    return hash === GENESIS || this.get(WITH_HASH, hash) !== undefined;
  }

  page(after: number, size: number): Row[] {
    return this.rows(PAGE, after, size);
  }

  pageOf(caseId: string, after: number, size: number): Row[] {
    return this.rows(PAGE_OF_CASE, caseId, after, size);
  }

  /** Cases in the order of their opening. */
  openings(after: number, size: number): { seq: number; id: string }[] {
    return this.all(OPENINGS, after, size);
  }

  eventsOf(caseId: string): CaseEvent[] {
    return this.rows(CASE_EVENTS, caseId).map(eventOf);
  }

  hasCase(caseId: string): boolean {
    return this.get(OF_CASE, caseId) !== undefined;
  }

  nextCase(prefix: string): string {
    const n = nextFree((k) => this.hasCase(`${prefix}-${k}`), this.lastCase.get(prefix));
    this.lastCase.set(prefix, n);
    return `${prefix}-${n}`;
  }

  findReference(source: string, reference: string): string | undefined {
    return this.get(WITH_REFERENCE, reference, source)?.id;
  }

  findSubject(subject: string): string[] {
    return [...new Set(this.all(OF_SUBJECT, subjectKey(this.secret(), subject)).map((row) => row.id))];
  }

  namesakes(caseId: string): string[] {
    return [...new Set(this.all(NAMESAKES, caseId).map((row) => row.id))].filter((id) => id !== caseId);
  }

  /** The head to which something is added: nothing is chained to an event that was changed. */
  private soundHead(): Head {
    const last = this.get(LAST);
    if (!last) return { count: 0, head: GENESIS };
    eventOf(last);
    return { count: last.seq, head: last.hash };
  }

  append(caseId: string, events: readonly NewEvent[], stamp: Stamp): CaseEvent[] {
    let known = this.hasCase(caseId);
    return events.map((added) => {
      const slot = { last: (this.lastEvent ??= this.soundHead()), case: caseId, known };
      const subject = added.private?.subject;
      const event = this.insert(seal(slot, added, stamp, () => randomHex(16)), subject === undefined ? null : subjectKey(this.secret(), subject));
      known = true;
      return event;
    });
  }

  insertRow({ seq, record, prev, hash }: Row): void {
    this.run(ADD_EVENT, seq, record, prev, hash);
  }

  insertKept({ seq, salt, subjectKey: key, values }: KeptRecord): void {
    this.run(ADD_KEPT, seq, salt, key, values);
  }

  kept(seq: number): KeptRecord | undefined {
    return this.get(KEPT, seq);
  }

  recall(ids: readonly string[]): Map<string, PrivateValue['values']> {
    const found = ids.map((id) => this.kept(seqOf(id))).filter((record) => record !== undefined);
    return new Map(found.map((record): [string, PrivateValue['values']] => [privateId(record.seq), JSON.parse(record.values)]));
  }

  privates(caseId: string | undefined): { id: string; case: string }[] {
    const rows = caseId === undefined ? this.all(PRIVATES) : this.all(PRIVATES_OF_CASE, caseId);
    return rows.map(({ seq, id }) => ({ id: privateId(seq), case: id }));
  }

  /** The events whose private records an erasure names; ids that name none are refused. */
  named({ case: caseId, ids }: Erasure): Row[] {
    return [...new Set(ids)].map((id) => {
      const row = this.get(NAMING, seqOf(id), caseId, id);
      if (!row) throw new UserError('unknown-event', `${caseId} has no private record ${id}`);
      return row;
    });
  }

  /** Deletes what is still there and says so in an event; nothing there, no event. */
  remove({ case: caseId, why, law }: Erasure, records: readonly KeptRecord[], stamp: Stamp): CaseEvent | undefined {
    const seqs = records.map((record) => record.seq);
    if (seqs.length === 0) return undefined;
    for (const seq of seqs) this.run(DROP_KEPT, seq);
    return this.insert(sealErased((this.lastEvent ??= this.soundHead()), caseId, seqs, why, law, stamp), null);
  }

  lastRun(kind: string): RunRecord | undefined {
    const row = this.get(RUN, kind);
    return row && { kind, at: row.at, found: JSON.parse(row.found) };
  }

  recordRun({ kind, at, found }: RunRecord): void {
    this.run(SET_RUN, kind, at, JSON.stringify(found));
  }

  secret(): string {
    return String(this.get(META, 'secret')?.value);
  }

  /** Events up to this one may lack their private records. */
  without(): number {
    return Number(this.get(META, 'without')?.value ?? 0);
  }

  setImported(without: number, secret: string | undefined): void {
    setMeta(this.db, 'without', without);
    if (secret !== undefined) setMeta(this.db, 'secret', secret);
  }

  private insert({ event, record, kept }: Sealed, key: string | null): CaseEvent {
    const { seq, prev, hash } = event;
    this.insertRow({ seq, record, prev, hash });
    if (kept) this.insertKept({ ...kept, subjectKey: key });
    this.lastEvent = { count: seq, head: hash };
    return event;
  }

  private prepared<R>({ sql }: Query<R>): Statement<unknown[], R> {
    let statement = this.statements.get(sql);
    if (!statement) this.statements.set(sql, (statement = this.db.prepare(sql)));
    return statement as Statement<unknown[], R>;
  }

  private get<R>(query: Query<R>, ...values: unknown[]): R | undefined {
    return this.prepared(query).get(...values);
  }

  private all<R>(query: Query<R>, ...values: unknown[]): R[] {
    return this.prepared(query).all(...values);
  }

  private rows(query: Query<Columns>, ...values: unknown[]): Row[] {
    const found = this.prepared(query).raw().all(...values);
    return found.map(([seq, record, prev, hash]) => ({ seq, record, prev, hash }));
  }

  private run(query: Query<never>, ...values: unknown[]): void {
    this.prepared(query).run(...values);
  }
}

/** A stored row as an event; a text that is none, or not the one that was sealed, means that the file was damaged or tampered with. */
export function eventOf(row: Row): CaseEvent {
  const { seq, record, prev, hash } = row;
  const event = readRecord(record, prev, hash);
  if (event?.seq !== seq || !isSealed(row)) throw new UserError('ledger-broken', `event ${seq} of the ledger cannot be read`, { hint: 'custos ledger verify says what is wrong' });
  return event;
}
