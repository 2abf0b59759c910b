/** The file of a ledger: what it is before SQLite touches it, and how a new one comes to be at once and whole. */
import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../../core/errors.ts';
import type { Connection } from './driver.ts';
import { systemCode } from './patience.ts';
import { readRaw } from './raw-file.ts';
import { APPLICATION_ID } from './schema.ts';
import { randomHex } from '../random.ts';

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
/** Texts that stand in the header of every ledger. */
export const FILE_MARKS = [MAGIC, 'cust'];

export interface Header {
  version: number;
  /** Whether the file says that it is written through a WAL. */
  wal: boolean;
}

/** The header of a ledger file; `undefined` if nothing is there. Anything else is refused, and left as it is. */
export function inspect(file: string): Header | undefined {
  const stat = stats(file);
  if (!stat) return undefined;
  if (!stat.isFile()) throw foreign(file, 'it is not a regular file');
  const found = headerOf(file);
  if (!found) throw foreign(file, stat.size === 0 ? 'it is empty' : 'custos has not written it');
  return found;
}

function stats(file: string): fs.Stats | undefined {
  try {
    return fs.statSync(file, { throwIfNoEntry: false });
  } catch (error) {
    if (systemCode(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** The header, if the file is a ledger of whatever version. */
export function headerOf(file: string): Header | undefined {
  const bytes = Buffer.alloc(HEADER_BYTES);
  if (readRaw(file, (handle) => fs.readSync(handle, bytes, 0, HEADER_BYTES, 0)) < HEADER_BYTES) return undefined;
  const ours = bytes.toString('latin1', 0, MAGIC.length) === MAGIC && bytes.readUInt32BE(68) === APPLICATION_ID;
  return ours ? { version: bytes.readUInt32BE(60), wal: bytes[18] === 2 } : undefined;
}

function foreign(file: string, why: string): UserError {
  return new UserError('not-a-ledger', `this is not a ledger, ${why}: ${file}`, { hint: 'name the ledger with --ledger FILE; nothing was changed' });
}

/** A name beside `file` that nobody else uses. Searched by `erase` too, because it begins like the ledger's. */
export function scratchName(file: string): string {
  return `${file}.${randomHex(8)}.tmp`;
}

export function isScratch(file: string): boolean {
  return /\.[0-9a-f]{16}\.tmp$/.test(file);
}

/** Creates an empty file that only its owner can read. */
export function createPrivate(file: string): void {
  fs.closeSync(fs.openSync(file, 'wx', 0o600));
}

/** A copy of a ledger without free pages and without a write-ahead log, so that even a read-only folder can hold it. */
export function copyInto(db: Connection, scratch: string): void {
  createPrivate(scratch);
  db.prepare('VACUUM INTO ?').run(scratch);
  syncToDisk(scratch);
}

/**
 * Lets a file that is complete appear under its name, in one step and without replacing anything. Answers whether it
 * did; `false` if the name is taken. `link` does that everywhere but on file systems without hard links.
 */
export function publish(scratch: string, file: string, link: (from: string, to: string) => void = fs.linkSync): boolean {
  try {
    try {
      link(scratch, file);
    } catch (error) {
      if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(systemCode(error) ?? '')) throw error;
      fs.copyFileSync(scratch, file, fs.constants.COPYFILE_EXCL);
    }
    syncToDisk(path.dirname(file));
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Flushes a file or a folder's list of names. */
export function syncToDisk(file: string): void {
  const handle = fs.openSync(file, 'r');
  try {
    fs.fsyncSync(handle);
  } catch (error) {
    // Some systems do not flush folders; the names are then as safe as that system makes them.
    if (!['EINVAL', 'EPERM', 'EISDIR', 'EBADF'].includes(systemCode(error) ?? '')) throw error;
  } finally {
    fs.closeSync(handle);
  }
}

/** Removes a scratch file and what SQLite may have left with it. */
export function discard(scratch: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) fs.rmSync(scratch + suffix, { force: true });
}

/** Makes the folder of a file; folders that are made here can be entered by their owner alone. */
export function makeFolder(file: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
}
