/** Is the file what was written: the chain, the private records, the structure, and SQLite's own pages. */
import { breathe } from '../breathe.ts';
import { ChainCheck } from '../../core/chain.ts';
import type { Verification } from '../../core/ledger.ts';
import { type Connection, sqliteCode } from './driver.ts';
import type { Place } from './opening.ts';
import { type PageCheck, checkPages } from './pages.ts';
import { getMeta, structure } from './schema.ts';

const PAGE = 1000;

export type VerifyPlace = Pick<Place, 'driver' | 'steps' | 'file'>;

/** Verifies in one read transaction; what SQLite cannot read is part of the answer, not an exception. */
export async function verifyDatabase(db: Connection, place: VerifyPlace): Promise<Verification> {
  const check = new ChainCheck();
  let pages: PageCheck | undefined;
  const inOrder: (() => Promise<Flaw | undefined> | Flaw | undefined)[] = [
    () => {
      pages = checkPages(db, place, lastSeq(db));
      return chainFlaw(db, check);
    },
    () => endsFlaw(db, check.count),
    () => privateFlaw(db, check),
    () => structureFlaw(db, place),
    () => pageFlaw(pages),
  ];
  try {
    for (const [i, find] of inOrder.entries()) {
      const flaw = await caught(find, i === 0 ? check : undefined);
      if (flaw) return { ok: false, ...flaw };
    }
    return { ok: true, count: check.count, head: check.head };
  } finally {
    pages?.drop();
  }
}

function lastSeq(db: Connection): number {
  return Number(db.prepare('SELECT max(seq) FROM events').pluck().get() ?? 0);
}

interface Flaw {
  at: number | null;
  why: string;
}

async function caught(find: () => Promise<Flaw | undefined> | Flaw | undefined, check: ChainCheck | undefined): Promise<Flaw | undefined> {
  try {
    return await find();
  } catch (error) {
    if (!(error instanceof Error) || !/^SQLITE_(?:CORRUPT|ERROR|NOTADB|FORMAT|IOERR|MISMATCH|TOOBIG)/.test(sqliteCode(error) ?? '')) throw error;
    return { at: check ? check.count + 1 : null, why: `SQLite cannot read the file: ${error.message}` };
  }
}

async function chainFlaw(db: Connection, check: ChainCheck): Promise<Flaw | undefined> {
  const events = db.prepare<[number, number], [unknown, unknown, unknown]>('SELECT seq, prev || char(10) || record, hash FROM events WHERE seq > ? ORDER BY seq LIMIT ?').raw();
  const records = db.prepare<[number, number], [seq: number, salt: string, values: string]>('SELECT seq, salt, value FROM private WHERE seq > ? AND seq <= ? ORDER BY seq').raw();
  for (;;) {
    const page = events.all(check.count, PAGE);
    if (page.length === 0) break;
    const kept = records.all(check.count, check.count + page.length);
    let next = 0;
    for (const [seq, linked, hash] of page) {
      const record = kept[next]?.[0] === check.count + 1 ? kept[next] : undefined;
      if (record) next += 1;
      const why = check.add(seq, linked, hash, record && { salt: record[1], values: record[2] });
      if (why !== undefined) return { at: check.count + 1, why };
    }
    await breathe();
  }
  return undefined;
}

/** SQLite remembers the highest number it gave out: events cut off at the end leave it behind. */
function endsFlaw(db: Connection, count: number): Flaw | undefined {
  if (db.prepare('SELECT 1 FROM events WHERE seq < 1').get() !== undefined) return { at: null, why: 'an event stands before the first' };
  const given = db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'events'").pluck().all();
  const highest = given.length === 0 ? 0 : given[0];
  if (given.length <= 1 && highest === count) return undefined;
  return { at: count + 1, why: typeof highest === 'number' && highest > count ? `events ${count + 1} to ${highest} are missing at the end` : 'the count of events was tampered with' };
}

function privateFlaw(db: Connection, check: ChainCheck): Flaw | undefined {
  const stray = db.prepare('SELECT 1 FROM private WHERE seq > ? OR seq < 1').get(check.count);
  if (stray !== undefined) return { at: null, why: 'a private record belongs to no event' };
  return check.end(Number(getMeta(db, 'without') ?? 0));
}

/** Triggers and indexes are as this version makes them: without them events could be changed, or be there and not be found. */
function structureFlaw(db: Connection, { driver, steps }: VerifyPlace): Flaw | undefined {
  const model = driver.open(':memory:');
  try {
    for (const step of steps) step.up(model);
    return structure(db) === structure(model) ? undefined : { at: null, why: 'tables, indexes or triggers of the ledger were changed' };
  } finally {
    model.close();
  }
}

async function pageFlaw(pages: PageCheck | undefined): Promise<Flaw | undefined> {
  const said = await pages?.answer();
  return said === 'ok' ? undefined : { at: null, why: `the file is damaged: ${typeof said === 'string' ? said : 'SQLite gives no answer'}` };
}
