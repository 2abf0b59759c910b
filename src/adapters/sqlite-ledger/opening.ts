/** From a path to a connection: create, refuse, upgrade, and set what a connection must have. */
import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../../core/errors.ts';
import { type Connection, type Driver, loadDriver, sqliteCode } from './driver.ts';
import { type Header, createPrivate, discard, inspect, makeFolder, publish, scratchName, syncToDisk } from './file.ts';
import { PATIENCE_MS, explain, patiently, refused, systemCode } from './patience.ts';
import { APPLICATION_ID, STEPS, type Step, latest, userVersion } from './schema.ts';
import { upgrade } from './upgrade.ts';

export interface PlaceOptions {
  /** Root of the package that better-sqlite3 is installed for; else it is looked for from the current folder upwards. */
  root?: string;
  /** Milliseconds to wait for other processes. */
  patience?: number;
  /** Versions of the schema; tests hand in their own. */
  steps?: readonly Step[];
}

export interface Place {
  driver: Driver;
  file: string;
  steps: readonly Step[];
  patience: number;
}

export function placeOf(file: string, { root, patience = PATIENCE_MS, steps = STEPS }: PlaceOptions): Place {
  const full = path.resolve(file);
  // SQLite puts its log beside the file that a link points to; so do we with what we look for.
  return { driver: loadDriver(root), file: fs.existsSync(full) ? fs.realpathSync(full) : full, steps, patience };
}

/** A connection to a ledger of the newest version. In write mode a missing one is created. */
export async function connect(place: Place, mode: 'read' | 'write'): Promise<Connection> {
  const { file } = place;
  try {
    let found = inspect(file);
    if (!found && mode === 'read') throw new UserError('no-ledger', `there is no ledger at ${file}`, { hint: 'log a request first: custos request log; or name the ledger with --ledger FILE' });
    found ??= create(place);
    const version = await versionOf(place, found);
    refuseVersion(place, version);
    if (version < latest(place.steps)) await upgrade(place);
    return mode === 'read' ? await openForReading(place) : await openForWriting(place);
  } catch (error) {
    throw systemCode(error) === undefined ? explain(error, file, mode) : refused(error, file, mode);
  }
}

/** A new ledger is built under another name and appears complete, so nobody ever meets half of one. */
function create(place: Place): Header {
  const { driver, file, steps } = place;
  const scratch = scratchName(file);
  try {
    makeFolder(file);
    createPrivate(scratch);
    const db = driver.open(scratch);
    try {
      useWal(db, file);
      // Flushed as a whole below: until then nobody depends on it.
      db.pragma('synchronous = OFF');
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.transaction(() => {
        for (const step of steps) step.up(db);
        db.pragma(`user_version = ${latest(steps)}`);
      })();
    } finally {
      db.close();
    }
    syncToDisk(scratch);
    publish(scratch, file);
  } finally {
    discard(scratch);
  }
  const found = inspect(file);
  if (!found) throw refused(undefined, file, 'write');
  return found;
}

/** The version, also where it was raised in a WAL that is not yet part of the file. */
async function versionOf({ driver, file, patience }: Place, header: Header): Promise<number> {
  const wal = fs.statSync(`${file}-wal`, { throwIfNoEntry: false });
  if (!header.wal || !wal || wal.size === 0) return header.version;
  return patiently(file, patience, () => {
    const db = driver.open(file, { readonly: true });
    try {
      const version = userVersion(db);
      // Refused through this connection already: one that may write would merge the log into the file when it closes.
      if (version === header.version) readSchema(db);
      return version;
    } finally {
      db.close();
    }
  });
}

function refuseVersion({ file, steps }: Place, version: number): void {
  if (version > latest(steps)) throw new UserError('ledger-newer', `the ledger was written by a newer custos (version ${version}, this one knows ${latest(steps)}): ${file}`, { hint: 'install the newest custos; nothing was changed' });
  if (version < 1) throw new UserError('ledger-broken', `the ledger has lost its version: ${file}`, { hint: 'restore a backup; nothing was changed' });
}

async function openForWriting({ driver, file, patience }: Place): Promise<Connection> {
  const db = driver.open(file);
  try {
    await patiently(file, patience, () => {
      // secure_delete overwrites what is deleted; the rest guards against damaged and malicious files.
      db.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON');
      readSchema(db);
      if (db.pragma('journal_mode', { simple: true }) !== 'wal') useWal(db, file);
    });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

async function openForReading(place: Place): Promise<Connection> {
  const { driver, file, patience } = place;
  const db = driver.open(file, { readonly: true });
  try {
    await patiently(file, patience, () => {
      db.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON');
      readSchema(db);
    });
    return db;
  } catch (error) {
    db.close();
    tidy(place);
    throw error;
  }
}

function useWal(db: Connection, file: string): void {
  const mode = db.pragma('journal_mode = WAL', { simple: true });
  if (mode !== 'wal') throw new UserError('ledger-unwritable', `SQLite cannot keep a write-ahead log here: ${file}`, { hint: 'keep the ledger on a local disk, not on a network drive' });
}

/** Finds out now, not in the middle of a command, whether the tables are there. */
function readSchema(db: Connection): void {
  try {
    db.prepare('SELECT seq, record, prev, hash FROM events, private USING (seq), meta LIMIT 0').get();
  } catch (error) {
    if (sqliteCode(error) !== 'SQLITE_ERROR') throw error;
    throw new UserError('ledger-broken', 'the ledger lacks tables that it must have', { hint: 'restore a backup', cause: error });
  }
}

/**
 * A connection that only reads leaves an empty `-wal` behind, and an index of it; one that may write takes them away
 * when it is the last to go. So where we may, we open and close once more.
 */
export function tidy({ driver, file }: Place): void {
  try {
    if (fs.statSync(`${file}-wal`, { throwIfNoEntry: false })?.size !== 0) return;
    const db = driver.open(file);
    try {
      db.prepare('SELECT 1 FROM sqlite_schema').get();
    } finally {
      db.close();
    }
  } catch {
    // Others are at work, or we may not write here: the files are harmless and stay.
  }
}
