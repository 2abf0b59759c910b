/**
 * The ledger as one SQLite file. Writers take turns (`BEGIN IMMEDIATE`, and patience); readers never wait for them,
 * because the file is written through a write-ahead log. Reading needs the index of that log beside the file, so in a
 * folder where nothing can be written a ledger can be read only while a writer has it open; a copy made by
 * `backupLedger` has no log and can be read anywhere.
 */
import { breathe } from './breathe.ts';
import type { KeptRecord } from '../core/chain.ts';
import { UserError } from '../core/errors.ts';
import type { CaseEvent, PrivateValue } from '../core/event.ts';
import { ExportReader, eventLine, headerLine, trailerLine } from '../core/ledger-export.ts';
import type { Erasure, Head, Ledger, LedgerTx, RunRecord, Stamp, Verification } from '../core/ledger.ts';
import type { Erased } from './sqlite-ledger/erase.ts';
import { type Place, type PlaceOptions, connect, placeOf, tidy } from './sqlite-ledger/opening.ts';
import { explain, now, patiently, sleep } from './sqlite-ledger/patience.ts';
import { release } from './sqlite-ledger/raw-file.ts';
import { clearMeta, getMeta, latest, setMeta, userVersion } from './sqlite-ledger/schema.ts';
import { type Row, Store, eventOf } from './sqlite-ledger/store.ts';
import { SqliteTx, readOnly } from './sqlite-ledger/transaction.ts';

type Mode = 'read' | 'write';

export interface OpenOptions extends PlaceOptions {
  /** In write mode a missing file is created. Both modes upgrade a ledger of an older version, after copying it. */
  mode: Mode;
}

/** Events read at once. */
const BATCH = 2000;
/** Cases read at once. */
const CASES = 500;
/** A transaction as long as this keeps others waiting, so the next one lets them go first. */
const LONG_MS = 5;

export async function openSqliteLedger(file: string, options: OpenOptions): Promise<Ledger> {
  const place = placeOf(file, options);
  const ledger = new SqliteLedger(place, options.mode, new Store(await connect(place, options.mode)));
  if (options.mode === 'write') await ledger.finishErasing();
  return ledger;
}

class SqliteLedger implements Ledger {
  private readonly place: Place;
  private readonly mode: Mode;
  private readonly store: Store;
  private busy: string | undefined;
  /** How long the last transaction kept others waiting. */
  private held = 0;

  constructor(place: Place, mode: Mode, store: Store) {
    this.place = place;
    this.mode = mode;
    this.store = store;
  }

  async transact<T>(work: (tx: LedgerTx) => Promise<T>): Promise<T> {
    return this.alone('transact', () => this.inTransaction(async () => {
      const tx = new SqliteTx(this.store, this.mode === 'write');
      try {
        return await work(tx);
      } finally {
        tx.over = true;
      }
    }));
  }

  read(caseId?: string, afterSeq = 0): AsyncIterable<CaseEvent[]> {
    const { store } = this;
    return this.pages((after) => (caseId === undefined ? store.page(after, BATCH) : store.pageOf(caseId, after, BATCH)), afterSeq, eventOf);
  }

  cases(): AsyncIterable<CaseEvent[][]> {
    return this.pages((after) => this.store.openings(after, CASES), 0, ({ id }) => this.store.eventsOf(id));
  }

  async head(): Promise<Head> {
    return this.patiently(() => this.store.head());
  }

  async hasHash(hash: string): Promise<boolean> {
    return this.patiently(() => this.store.hasHash(hash));
  }

  async verify(): Promise<Verification> {
    const { db } = this.store;
    return this.alone('verify', async () => {
      await this.patiently(() => db.exec('BEGIN'));
      try {
        const { verifyDatabase } = await import('./sqlite-ledger/verify.ts');
        return await this.explained(() => verifyDatabase(db, this.place));
      } finally {
        if (db.inTransaction) db.exec('ROLLBACK');
      }
    });
  }

  async recall(ids: readonly string[]): Promise<Map<string, PrivateValue['values']>> {
    return this.patiently(() => this.store.together(() => this.store.recall(ids)));
  }

  async privates(caseId?: string): Promise<{ id: string; case: string }[]> {
    return this.patiently(() => this.store.privates(caseId));
  }

  async namesakes(caseId: string): Promise<string[]> {
    return this.patiently(() => this.store.namesakes(caseId));
  }

  async erase(caseId: string, ids: readonly string[], why: Erasure['why'], law: string | undefined, stamp: Stamp): Promise<CaseEvent[]> {
    return this.eraseAll([{ case: caseId, ids, why, law }], stamp);
  }

  async eraseAll(erasures: readonly Erasure[], stamp: Stamp): Promise<CaseEvent[]> {
    if (this.mode === 'read') throw readOnly();
    return this.alone('erase', async () => {
      const { added, erased } = await this.inTransaction(async () => this.remove(erasures, stamp));
      await this.leaveNothing(erased);
      return added;
    });
  }

  async lastRun(kind: string): Promise<RunRecord | undefined> {
    return this.patiently(() => this.store.lastRun(kind));
  }

  async recordRun(run: RunRecord): Promise<void> {
    if (this.mode === 'read') throw readOnly();
    await this.alone('recordRun', () => this.patiently(() => this.store.recordRun(run)));
  }

  async *dump(secrets: boolean): AsyncIterable<string> {
    const { store } = this;
    // Events that are added meanwhile are left out, so that the last line agrees with the lines above it.
    const { head, header } = await this.patiently(() => ({ head: store.head(), header: headerLine(secrets ? { secret: store.secret(), without: store.without() } : undefined) }));
    yield header;
    const lines = this.pages((after) => store.page(after, Math.min(BATCH, head.count - after)), 0, (row) => eventLine({ ...row, kept: secrets ? store.kept(row.seq) : undefined }));
    for await (const page of lines) yield* page;
    yield trailerLine(head);
  }

  async restore(lines: AsyncIterable<string>): Promise<Head> {
    if (this.mode === 'read') throw readOnly();
    const { store } = this;
    return this.alone('restore', () => this.inTransaction(async () => {
      if (store.head().count > 0) throw new UserError('ledger-not-empty', 'the ledger holds events already', { hint: 'import into a new ledger: --ledger FILE' });
      const reader = new ExportReader();
      for await (const line of lines) {
        const event = reader.add(line);
        if (event) store.insertRow(event);
        if (event?.kept) store.insertKept(event.kept);
      }
      const { count, head, without } = reader.finish();
      store.setImported(without, reader.secrets?.secret);
      return { count, head };
    }));
  }

  async close(): Promise<void> {
    if (this.busy !== undefined) throw new Error(`close inside ${this.busy}`);
    this.store.db.close();
    release();
    if (this.mode === 'read') tidy(this.place);
  }

  /** Takes up what a process left that died between deleting and rewriting. If others read just now, it is left to the next writer. */
  async finishErasing(): Promise<void> {
    const { db } = this.store;
    const mark = await this.patiently(() => getMeta(db, 'erasing'));
    if (mark === undefined) return;
    try {
      const { rewrite } = await import('./sqlite-ledger/erase.ts');
      await rewrite(db, this.place.file, 0);
      clearMeta(db, 'erasing', mark);
    } catch {
      // The mark stays.
    }
  }

  private remove(erasures: readonly Erasure[], stamp: Stamp): { added: CaseEvent[]; erased: Erased } {
    const added: CaseEvent[] = [];
    const events: Row[] = [];
    const records: KeptRecord[] = [];
    for (const erasure of erasures) {
      const named = this.store.named(erasure);
      const kept = named.map(({ seq }) => this.store.kept(seq)).filter((record) => record !== undefined);
      const event = this.store.remove(erasure, kept, stamp);
      if (event) added.push(event);
      events.push(...named);
      records.push(...kept);
    }
    const last = added.at(-1);
    if (last) setMeta(this.store.db, 'erasing', last.seq);
    return { added, erased: { events, records } };
  }

  /** The second half of an erasure: the record says it is done, now no byte may be left. */
  private async leaveNothing(erased: Erased): Promise<void> {
    const { driver, file, patience } = this.place;
    const { db } = this.store;
    const { incomplete, remains, rewrite } = await import('./sqlite-ledger/erase.ts');
    try {
      // Another process may have rewritten the file since, and one that deletes from now on has a mark of its own.
      const mark = await this.patiently(() => getMeta(db, 'erasing'));
      if (mark !== undefined) await rewrite(db, file, patience);
      const { own, beside } = remains(db, driver, file, erased);
      if (mark !== undefined && own.length === 0) await this.patiently(() => clearMeta(db, 'erasing', mark));
      if (own.length + beside.length > 0) throw incomplete([...own, ...beside]);
    } catch (error) {
      throw error instanceof UserError && error.code === 'erase-incomplete' ? error : incomplete([], error);
    }
  }

  /** Pages that follow each other. Each is a read of its own, so nobody is kept waiting while it is worked on. */
  private async *pages<Item extends { seq: number }, T>(fetch: (after: number) => Item[], from: number, make: (item: Item) => T): AsyncIterable<T[]> {
    for (let after = from; ; ) {
      const page = await this.patiently(() => this.store.together(() => {
        const items = fetch(after);
        return { made: items.map(make), last: items.at(-1)?.seq };
      }));
      if (page.last === undefined) return;
      // Ctrl-C is heard between two pages.
      await breathe();
      yield page.made;
      after = page.last;
    }
  }

  private patiently<T>(attempt: () => T): Promise<T> {
    return this.explained(() => patiently(this.place.file, this.place.patience, attempt));
  }

  private async explained<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw explain(error, this.place.file, this.mode);
    }
  }

  private async inTransaction<T>(work: () => Promise<T>): Promise<T> {
    const { db } = this.store;
    // In a tight loop of long transactions other processes would starve: they ask for the lock only now and then.
    if (this.mode === 'write' && this.held >= LONG_MS) await sleep(this.held / 5);
    await this.patiently(() => this.begin());
    const start = now();
    try {
      const result = await this.explained(work);
      await this.patiently(() => db.exec('COMMIT'));
      return result;
    } finally {
      if (db.inTransaction) db.exec('ROLLBACK');
      this.held = now() - start;
    }
  }

  private begin(): void {
    const { db } = this.store;
    db.exec(this.mode === 'write' ? 'BEGIN IMMEDIATE' : 'BEGIN');
    try {
      this.store.begin();
      // A newer custos may have upgraded the file while this process had it open.
      if (userVersion(db) !== latest(this.place.steps)) throw new UserError('ledger-newer', `a newer custos has upgraded the ledger meanwhile: ${this.place.file}`, { hint: 'install the newest custos; nothing was changed' });
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  }

  /** One connection does one thing at a time; work that calls back into the ledger is a mistake of the program. */
  private async alone<T>(name: string, work: () => Promise<T>): Promise<T> {
    if (this.busy !== undefined) throw new Error(`${name} inside ${this.busy}: a ledger does one thing at a time`);
    this.busy = name;
    try {
      return await work();
    } finally {
      this.busy = undefined;
    }
  }
}
