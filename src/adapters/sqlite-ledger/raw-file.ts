/**
 * Reading the files of a ledger past SQLite, without breaking its locks. POSIX takes all locks of a process on a file
 * back as soon as the process closes any handle of that file: a connection that is still open would go on as if it had
 * them, other processes would write over it, and the ledger would be lost. So a handle stays open while a connection
 * of this process has the file open. (Measured: without this, erasing beside other writers damaged every second file.)
 */
import fs from 'node:fs';
import type { Connection } from './driver.ts';

const connections = new Set<Connection>();
const parked = new Map<string, number[]>();

/** Every connection to a file has to be made known here. */
export function register(db: Connection): Connection {
  connections.add(db);
  return db;
}

/** Reads a file through a handle that may not be used afterwards. Reads name their position: handles are used again. */
export function readRaw<T>(file: string, read: (handle: number) => T): T {
  release();
  const before = fs.statSync(file, { throwIfNoEntry: false });
  const known = before && parked.get(identity(before))?.[0];
  if (known !== undefined) return read(known);
  const handle = fs.openSync(file, 'r');
  const id = identity(fs.fstatSync(handle));
  try {
    return read(handle);
  } finally {
    if (inUse().has(id)) parked.set(id, [...(parked.get(id) ?? []), handle]);
    else fs.closeSync(handle);
  }
}

/** Closes the handles of files that no connection has open any more. */
export function release(): void {
  if (parked.size === 0) return;
  const used = inUse();
  for (const [id, handles] of parked) {
    if (used.has(id)) continue;
    parked.delete(id);
    for (const handle of handles) fs.closeSync(handle);
  }
}

function inUse(): Set<string> {
  const used = new Set<string>();
  for (const db of connections) {
    if (!db.open) connections.delete(db);
    else for (const suffix of ['', '-wal', '-shm']) used.add(identity(fs.statSync(db.name + suffix, { throwIfNoEntry: false })));
  }
  return used;
}

function identity(stat: fs.Stats | undefined): string {
  return stat ? `${stat.dev}:${stat.ino}` : '';
}
