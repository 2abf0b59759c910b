/** Reading and writing files: the errors name the file, and a written file is either whole or not there. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../core/errors.ts';

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file', EACCES: 'permission denied', EISDIR: 'it is a directory', ENOTDIR: 'part of the path is not a directory',
  ENOSPC: 'the disk is full', EROFS: 'the file system is read-only', EMFILE: 'too many open files', ENAMETOOLONG: 'the name is too long', EPERM: 'not permitted',
};

/** Why the system refused, in words. */
export function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}

/** The bytes of a file, or of stdin for `-`. */
export function readBytes(file: string): Buffer {
  if (file.includes('\0')) throw new UserError('file-unreadable', 'a file name cannot hold a NUL character');
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new UserError('file-unreadable', `cannot read ${file}: ${reason(error)}`, { hint: 'check the name and that you may read it', cause: error });
  }
}

/** Where a name leads: through links to the file; `undefined` for a device or a pipe, which is no file to be replaced. */
function target(named: string): string | undefined {
  const there = statSync(named, { throwIfNoEntry: false });
  if (there === undefined) return named;
  return there.isFile() || there.isDirectory() ? realpathSync(named) : undefined;
}

/** Writes a file as a whole: to a neighbour first, then renamed. `mode` 0600 for what holds personal data. */
export function writeWhole(named: string, chunks: Iterable<string | Uint8Array>, mode = 0o644): void {
  let draft: string | undefined;
  try {
    const file = target(named);
    if (file === undefined) return writeAll(openSync(named, 'w'), chunks);
    if (existsSync(file) && statSync(file).isDirectory()) throw Object.assign(new Error('it is a directory'), { code: 'EISDIR' });
    const neighbour = path.join(path.dirname(path.resolve(file)), `.${path.basename(file)}.${process.pid}.part`);
    const handle = openSync(neighbour, 'wx', mode);
    draft = neighbour;
    writeAll(handle, chunks, true);
    renameSync(neighbour, file);
  } catch (error) {
    // Where part of the path is a file, looking for the draft would fail as well.
    if (draft !== undefined) rmSync(draft, { force: true });
    throw new UserError('file-unwritable', `cannot write ${named}: ${reason(error)}`, { hint: 'choose another place with -o', cause: error });
  }
}

/** Writes to an open file and closes it; `lasting`: it is on the disk when this returns. */
export function writeAll(handle: number, chunks: Iterable<string | Uint8Array>, lasting = false): void {
  try {
    for (const chunk of chunks) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      // A pipe may take less than it is given.
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    }
    if (lasting) fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Whether a file stands there. */
export function isThere(file: string): boolean {
  return existsSync(file);
}

/** In bytes; of what is not there, zero. */
export function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
