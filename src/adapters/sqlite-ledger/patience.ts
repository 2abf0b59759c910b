/** Waiting for other processes, and what SQLite's errors mean to the user. */
import { UserError } from '../../core/errors.ts';
import { sqliteCode } from './driver.ts';

/** How long a command waits for the others before it gives up. */
export const PATIENCE_MS = 60_000;
const LONGEST_PAUSE_MS = 50;

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));
/** Milliseconds since some moment. `performance` would load half a dozen modules at start-up. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;

/** Locks that others will let go of; PROTOCOL is what SQLite says when it lost a race for one. */
function isBusy(error: unknown): boolean {
  return /^SQLITE_(?:BUSY|LOCKED|PROTOCOL)/.test(sqliteCode(error) ?? '');
}

/**
 * Tries again while others hold a lock. The pauses are random, because many processes that wait equally long meet
 * again; they grow, because each attempt costs the others a little.
 */
export async function patiently<T>(file: string, patience: number, attempt: () => T): Promise<T> {
  const start = now();
  for (let pause = 1; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (now() - start > patience) throw locked(file, error);
    }
    await sleep(Math.random() * pause);
  }
}

function locked(file: string, cause: unknown): UserError {
  return new UserError('ledger-locked', `another process keeps the ledger locked: ${file}`, { hint: 'wait until it has finished, then try again', cause });
}

/** What an error of SQLite means to the user; other errors are handed through. */
export function explain(error: unknown, file: string, mode: 'read' | 'write'): unknown {
  const code = sqliteCode(error);
  if (code === undefined) return error;
  if (isBusy(error)) return locked(file, error);
  if (/^SQLITE_(?:CORRUPT|FORMAT|NOTADB)/.test(code)) return new UserError('ledger-broken', `the ledger is damaged: ${file}`, { hint: 'restore a backup; custos ledger verify says what is wrong', cause: error });
  if (code === 'SQLITE_CANTOPEN' && mode === 'read') {
    return new UserError('file-unreadable', `SQLite cannot open the ledger: ${file}`, { hint: 'in a folder where nothing can be written, only a copy made by custos ledger backup can be read', cause: error });
  }
  if (/^SQLITE_(?:CANTOPEN|READONLY|PERM|AUTH|FULL|IOERR)/.test(code)) return refused(error, file, mode);
  return error;
}

/** What the operating system or SQLite does not allow with the file. */
export function refused(error: unknown, file: string, mode: 'read' | 'write'): UserError {
  const reason = sqliteCode(error) ?? systemCode(error) ?? 'the name points to nothing';
  return mode === 'read'
    ? new UserError('file-unreadable', `the ledger cannot be read: ${file} (${reason})`, { hint: 'check the permissions of the file and its folder, and the space on the disk', cause: error })
    : new UserError('ledger-unwritable', `the ledger cannot be written: ${file} (${reason})`, { hint: 'check the permissions of the file and its folder, and the space on the disk', cause: error });
}

/** `ENOENT` and the like. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
