/** Ids that no longer fit into memory: their hashes, in a temporary database that SQLite removes by itself. */
import { UserError } from '../core/errors.ts';
import type { IdStore } from '../inventory/id-index.ts';
import { loadDriver, sqliteCode } from './sqlite-ledger/driver.ts';

/** KiB that the database may hold in memory. */
const CACHE = 2 * 1024;

/** Makes stores, each with a database of its own. `root` is that of the package that better-sqlite3 is installed for. */
export function idStores(root: string): () => IdStore {
  const driver = loadDriver(root);
  return () => told(() => {
    const db = driver.open('');
    db.pragma('journal_mode = off');
    db.pragma(`cache_size = -${CACHE}`);
    db.exec('create table ids (high integer, low integer, at integer, content integer, primary key (high, low)) without rowid; begin');
    const insert = db.prepare('insert or ignore into ids values (?, ?, ?, ?)');
    const select = db.prepare<[number, number], { at: number; content: number }>('select at, content from ids where high = ? and low = ?');
    return { add: (high, low, at, content) => told(() => (insert.run(high, low, at, content).changes === 1 ? undefined : select.get(high, low))) };
  });
}

function told<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (sqliteCode(cause) === undefined) throw cause;
    throw new UserError('file-unwritable', 'cannot write a temporary file for the ids of so long an inventory', { hint: 'make room in the folder for temporary files, or name another with SQLITE_TMPDIR', cause });
  }
}
