/**
 * Erasing down to the bytes. `secure_delete` alone is not enough: it overwrites what is deleted, not the copies that
 * SQLite leaves in unused corners of pages when rows move between pages. So the file is rewritten from what is left
 * (VACUUM), the write-ahead log is emptied, and then the files are searched for what must not be there any more.
 * While it rewrites, SQLite keeps what is left in a nameless file of the system's temporary folder.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { KeptRecord } from '../../core/chain.ts';
import { type Problem, UserError } from '../../core/errors.ts';
import { ByteSearch, needlesOf } from './bytes.ts';
import type { Connection, Driver } from './driver.ts';
import { FILE_MARKS, headerOf, isScratch } from './file.ts';
import { patiently } from './patience.ts';

/** Rewrites the file without what was deleted, and empties the write-ahead log. */
export async function rewrite(db: Connection, file: string, patience: number): Promise<void> {
  await patiently(file, patience, () => db.exec('VACUUM'));
  await patiently(file, patience, () => emptyLog(db));
}

function emptyLog(db: Connection): void {
  const answer = db.prepare<[], { busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)').get();
  // SQLite answers "busy" here instead of throwing it: somebody still reads what the log holds.
  if (answer?.busy !== 0) throw Object.assign(new Error('the write-ahead log is in use'), { code: 'SQLITE_BUSY' });
}

/** What was erased, for the search: the events it belonged to, and the records if they were there until now. */
export interface Erased {
  events: readonly { seq: number; hash: string }[];
  records: readonly KeptRecord[];
}

/** Files that still hold something of what was erased. */
export function remains(db: Connection, driver: Driver, file: string, erased: Erased): { own: Problem[]; beside: Problem[] } {
  const own = ['', '-wal', '-shm'].map((suffix) => file + suffix);
  return { own: remainsInOwn(db, own, erased), beside: remainsBeside(driver, file, own, erased) };
}

/** In the ledger's own files nothing may be found that is not also part of what was kept: another person of the same name, say. */
function remainsInOwn(db: Connection, own: readonly string[], { records }: Erased): Problem[] {
  if (records.length === 0) return [];
  const needles = records.flatMap(needlesOfRecord);
  const hits = own.filter((file) => fs.existsSync(file)).map((file) => ({ file, found: foundIn(file, needles) })).filter(({ found }) => found.size > 0);
  if (hits.length === 0) return [];
  const suspects = new Set(hits.flatMap(({ found }) => [...found]));
  const kept = new ByteSearch([...suspects].map((text) => Buffer.from(text, 'latin1')));
  for (const text of keptTexts(db)) kept.look(Buffer.from(text));
  return hits.filter(({ found }) => [...found].some((text) => !kept.found.has(text))).map(({ file }) => ({ says: 'still holds bytes of what was erased', at: file }));
}

function needlesOfRecord({ salt, subjectKey, values }: KeptRecord): Buffer[] {
  const texts = Object.values(JSON.parse(values) as Record<string, string>);
  return [salt, ...(subjectKey === null ? [] : [subjectKey]), ...texts].flatMap(needlesOf);
}

function foundIn(file: string, needles: readonly Buffer[]): Set<string> {
  const search = new ByteSearch(needles);
  search.lookInto(file);
  return search.found;
}

/** Everything that is rightly in the file, a row's columns joined as SQLite stores them. */
function* keptTexts(db: Connection): Iterable<string> {
  yield* FILE_MARKS;
  const queries = [
    'SELECT record || prev || hash FROM events',
    "SELECT coalesce(record ->> '$.body.reference', '') || coalesce(record ->> '$.body.source', '') FROM events WHERE record ->> '$.body.reference' IS NOT NULL",
    "SELECT salt || coalesce(subject_key, '') || value FROM private",
    'SELECT kind || at || found FROM runs',
    'SELECT name || value FROM meta',
    "SELECT type || name || tbl_name || rootpage || coalesce(sql, '') FROM sqlite_schema",
  ];
  for (const query of queries) yield* db.prepare<[], string>(query).pluck().iterate();
}

/**
 * Copies beside the ledger: those made before upgrades, unfinished ones, and any other that has the same events.
 * They are not ours to delete, but whoever erases has to know.
 */
function remainsBeside(driver: Driver, file: string, own: readonly string[], erased: Erased): Problem[] {
  const folder = path.dirname(file);
  const base = path.basename(file);
  const others = fs.readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.join(folder, entry.name)).filter((name) => !own.includes(name));
  return others.flatMap((name): Problem[] => {
    const ours = path.basename(name).startsWith(base);
    const state = stateOf(driver, name, ours, erased);
    if (state === 'clean') return [];
    return [{ says: state === 'holds' ? 'is a copy that still holds what was erased: delete it' : 'begins like the ledger and cannot be read: delete it if it is a copy', at: name }];
  });
}

function stateOf(driver: Driver, name: string, ours: boolean, { events, records }: Erased): 'clean' | 'holds' | 'unknown' {
  try {
    const header = headerOf(name);
    if (!header && !ours) return 'clean';
    if (foundIn(name, records.flatMap((r) => needlesOf(r.salt))).size > 0) return 'holds';
    // A copy without WAL can be asked; opening another one would leave files behind.
    if (header?.wal === false) return holdsRecord(driver, name, events) ? 'holds' : 'clean';
    return records.length === 0 && (header || isScratch(name)) ? 'unknown' : 'clean';
  } catch {
    return ours ? 'unknown' : 'clean';
  }
}

function holdsRecord(driver: Driver, name: string, events: Erased['events']): boolean {
  const db = driver.open(name, { readonly: true });
  try {
    const find = db.prepare('SELECT 1 FROM private JOIN events USING (seq) WHERE seq = ? AND hash = ?');
    return events.some(({ seq, hash }) => find.get(seq, hash) !== undefined);
  } finally {
    db.close();
  }
}

/** What a user is told when the erasure is recorded but bytes remain. */
export function incomplete(problems: readonly Problem[], cause?: unknown): UserError {
  const hint = problems.length > 0 ? 'delete the copies that are named, then run the same command again' : 'run the same command again when no other custos is at work';
  return new UserError('erase-incomplete', 'the records are gone from the ledger, but bytes of them may still stand in a file', { hint, problems, ...(cause === undefined ? {} : { cause }) });
}
