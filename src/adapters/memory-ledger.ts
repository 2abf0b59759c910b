/** A ledger that lives as long as the process: for tests, and for `--dry-run` where there is no ledger yet. */
import { ChainCheck, type KeptRecord, type Sealed, nextFree, privateId, readRecord, seal, sealErased, seqOf } from '../core/chain.ts';
import { UserError } from '../core/errors.ts';
import type { CaseEvent, NewEvent, PrivateValue } from '../core/event.ts';
import { ExportReader, eventLine, headerLine, trailerLine } from '../core/ledger-export.ts';
import { type CasePrefix, type Erasure, GENESIS, type Head, type Ledger, type LedgerTx, type RunRecord, type Stamp, type Verification, subjectKey } from '../core/ledger.ts';
import { randomHex } from './random.ts';

const BATCH = 1000;

export function memoryLedger(): Ledger {
  return new MemoryLedger();
}

/** An event as text, so that nobody who reads it can change it. */
interface Row {
  case: string;
  record: string;
  prev: string;
  hash: string;
}

interface State {
  rows: Row[];
  cases: Map<string, number[]>;
  references: Map<string, string>;
  kept: Map<number, KeptRecord>;
  secret: string;
  without: number;
}

class MemoryLedger implements Ledger {
  private state: State = { rows: [], cases: new Map(), references: new Map(), kept: new Map(), secret: randomHex(32), without: 0 };
  private readonly runs = new Map<string, RunRecord>();
  private busy: string | undefined;

  async transact<T>(work: (tx: LedgerTx) => Promise<T>): Promise<T> {
    return this.alone('transact', async () => {
      const tx = new MemoryTx(this.state);
      try {
        return await work(tx);
      } finally {
        tx.over = true;
      }
    });
  }

  async *read(caseId?: string, afterSeq = 0): AsyncIterable<CaseEvent[]> {
    const { rows, cases } = this.state;
    const seqs = (caseId === undefined ? rows.map((_, i) => i + 1) : (cases.get(caseId) ?? [])).filter((seq) => seq > afterSeq);
    for (let i = 0; i < seqs.length; i += BATCH) yield seqs.slice(i, i + BATCH).map((seq) => eventAt(this.state, seq));
  }

  async *cases(): AsyncIterable<CaseEvent[][]> {
    const all = [...this.state.cases.values()];
    for (let i = 0; i < all.length; i += BATCH) yield all.slice(i, i + BATCH).map((seqs) => seqs.map((seq) => eventAt(this.state, seq)));
  }

  async head(): Promise<Head> {
    return headOf(this.state);
  }

  async hasHash(hash: string): Promise<boolean> {
    return hash === GENESIS || this.state.rows.some((row) => row.hash === hash);
  }

  async verify(): Promise<Verification> {
    const { rows, kept, without } = this.state;
    const check = new ChainCheck();
    for (const [i, { prev, record, hash }] of rows.entries()) {
      const why = check.add(i + 1, `${prev}\n${record}`, hash, kept.get(i + 1));
      if (why !== undefined) return { ok: false, at: check.count + 1, why };
    }
    const wrong = check.end(without);
    return wrong ? { ok: false, ...wrong } : { ok: true, count: check.count, head: check.head };
  }

  async recall(ids: readonly string[]): Promise<Map<string, PrivateValue['values']>> {
    const found = new Map<string, PrivateValue['values']>();
    for (const id of ids) {
      const record = this.state.kept.get(seqOf(id));
      if (record) found.set(id, JSON.parse(record.values));
    }
    return found;
  }

  async privates(caseId?: string): Promise<{ id: string; case: string }[]> {
    const all = [...this.state.kept.keys()].map((seq) => ({ id: privateId(seq), case: eventAt(this.state, seq).case }));
    return all.filter((p) => caseId === undefined || p.case === caseId);
  }

  async namesakes(caseId: string): Promise<string[]> {
    const named = [...this.state.kept.values()].map((r) => ({ key: r.subjectKey, case: eventAt(this.state, r.seq).case }));
    const keys = new Set(named.filter((n) => n.case === caseId && n.key !== null).map((n) => n.key));
    return [...new Set(named.filter((n) => keys.has(n.key) && n.case !== caseId).map((n) => n.case))];
  }

  async erase(caseId: string, ids: readonly string[], why: Erasure['why'], law: string | undefined, stamp: Stamp): Promise<CaseEvent[]> {
    return this.eraseAll([{ case: caseId, ids, why, law }], stamp);
  }

  async eraseAll(erasures: readonly Erasure[], stamp: Stamp): Promise<CaseEvent[]> {
    return this.alone('erase', async () => {
      const { kept } = this.state;
      return erasures.flatMap(({ case: caseId, ids, why, law }) => {
        const seqs = [...new Set(ids)].map((id) => privateSeq(this.state, caseId, id)).filter((seq) => kept.has(seq));
        for (const seq of seqs) kept.delete(seq);
        return seqs.length === 0 ? [] : [store(this.state, sealErased(headOf(this.state), caseId, seqs, why, law, stamp), null)];
      });
    });
  }

  async lastRun(kind: string): Promise<RunRecord | undefined> {
    return structuredClone(this.runs.get(kind));
  }

  async recordRun(run: RunRecord): Promise<void> {
    this.runs.set(run.kind, structuredClone(run));
  }

  async *dump(secrets: boolean): AsyncIterable<string> {
    const { rows, kept, secret, without } = this.state;
    yield headerLine(secrets ? { secret, without } : undefined);
    for (const [i, { record, prev, hash }] of rows.entries()) yield eventLine({ record, prev, hash, kept: secrets ? kept.get(i + 1) : undefined });
    yield trailerLine(headOf(this.state));
  }

  async restore(lines: AsyncIterable<string>): Promise<Head> {
    return this.alone('restore', async () => {
      if (this.state.rows.length > 0) throw new UserError('ledger-not-empty', 'the ledger holds events already', { hint: 'import into a new ledger: --ledger FILE' });
      const reader = new ExportReader();
      for await (const line of lines) {
        const read = reader.add(line);
        const event = read && readRecord(read.record, read.prev, read.hash);
        if (event) store(this.state, { event, record: read.record, kept: read.kept }, read.kept?.subjectKey ?? null);
      }
      const { count, head, without } = reader.finish();
      this.state = { ...this.state, without, secret: reader.secrets?.secret ?? this.state.secret };
      return { count, head };
    });
  }

  async close(): Promise<void> {
    // There is nothing to let go of.
  }

  /** One piece of work at a time; if it throws, everything is as before. */
  private async alone<T>(name: string, work: () => Promise<T>): Promise<T> {
    if (this.busy !== undefined) throw new Error(`${name} inside ${this.busy}: a ledger does one thing at a time`);
    this.busy = name;
    const { rows, cases, references, kept } = this.state;
    const before = { ...this.state, rows: [...rows], cases: new Map(cases), references: new Map(references), kept: new Map(kept) };
    try {
      return await work();
    } catch (error) {
      this.state = before;
      throw error;
    } finally {
      this.busy = undefined;
    }
  }
}

class MemoryTx implements LedgerTx {
  over = false;
  private readonly held: State;

  constructor(state: State) {
    this.held = state;
  }

  async read(caseId: string): Promise<CaseEvent[]> {
    return (this.state().cases.get(caseId) ?? []).map((seq) => eventAt(this.held, seq));
  }

  async nextCase(prefix: CasePrefix): Promise<string> {
    const { cases } = this.state();
    return `${prefix}-${nextFree((n) => cases.has(`${prefix}-${n}`))}`;
  }

  async findReference(source: string, reference: string): Promise<string | undefined> {
    return this.state().references.get(`${source}\n${reference}`);
  }

  async findSubject(subject: string): Promise<string[]> {
    const { kept, secret } = this.state();
    const key = subjectKey(secret, subject);
    return [...new Set([...kept.values()].filter((r) => r.subjectKey === key).map((r) => eventAt(this.held, r.seq).case))];
  }

  async append(caseId: string, events: readonly NewEvent[], stamp: Stamp): Promise<CaseEvent[]> {
    const state = this.state();
    return events.map((added) => {
      const slot = { last: headOf(state), case: caseId, known: state.cases.has(caseId) };
      const sealed = seal(slot, added, stamp, () => randomHex(16));
      const { subject } = added.private ?? {};
      return store(state, sealed, subject === undefined ? null : subjectKey(state.secret, subject));
    });
  }

  private state(): State {
    if (this.over) throw new Error('the transaction is over');
    return this.held;
  }
}

function headOf({ rows }: State): Head {
  return { count: rows.length, head: rows.at(-1)?.hash ?? GENESIS };
}

function eventAt({ rows }: State, seq: number): CaseEvent {
  const row = rows[seq - 1];
  const event = row && readRecord(row.record, row.prev, row.hash);
  if (!event) throw new RangeError(`there is no event ${seq}`);
  return event;
}

function store(state: State, { event, record, kept }: Sealed, subject: string | null): CaseEvent {
  const { seq, case: caseId, prev, hash, body } = event;
  state.rows.push({ case: caseId, record, prev, hash });
  state.cases.set(caseId, [...(state.cases.get(caseId) ?? []), seq]);
  if (body.type === 'opened' && body.kind === 'request' && body.source !== undefined && body.reference !== undefined) {
    const key = `${body.source}\n${body.reference}`;
    if (!state.references.has(key)) state.references.set(key, caseId);
  }
  if (kept) state.kept.set(seq, { ...kept, subjectKey: subject });
  return event;
}

function privateSeq({ rows }: State, caseId: string, id: string): number {
  const row = rows[seqOf(id) - 1];
  if (row?.case !== caseId || !row.record.includes(`"id":"${id}"`)) throw new UserError('unknown-event', `${caseId} has no private record ${id}`);
  return seqOf(id);
}
