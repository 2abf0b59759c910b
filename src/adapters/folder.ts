/** A folder of files that stands as a whole or not at all. */
import { existsSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, rmdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../core/errors.ts';
import { reason, writeAll } from './files.ts';

export interface NamedFile {
  name: string;
  bytes: Uint8Array;
}

/** Refuses a place where something stands already. */
export function refuseTaken(folder: string, shown: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw new UserError('file-exists', `${shown} is a file`, { hint: 'name a folder that does not exist yet' });
  if (readdirSync(folder).length > 0) throw new UserError('file-exists', `the folder ${shown} is not empty`, { hint: 'name a folder that does not exist yet: nothing is written over' });
}

/** Writes the files beside the folder first and then gives them its name. Only their owner may read them. */
export function writeFolder(folder: string, shown: string, files: readonly NamedFile[]): void {
  refuseTaken(folder, shown);
  const parent = path.dirname(folder);
  const draft = path.join(parent, `.${path.basename(folder)}.${process.pid}.part`);
  let begun = false;
  try {
    mkdirSync(parent, { recursive: true });
    mkdirSync(draft, { mode: 0o700 });
    begun = true;
    for (const { name, bytes } of files) writeAll(openSync(path.join(draft, name), 'wx', 0o600), [bytes]);
    if (existsSync(folder)) rmdirSync(folder);
    renameSync(draft, folder);
  } catch (error) {
    if (begun) rmSync(draft, { recursive: true, force: true });
    if (error instanceof UserError) throw error;
    throw new UserError('file-unwritable', `cannot write ${shown}: ${reason(error)}`, { hint: 'choose another place with --out', cause: error });
  }
}
