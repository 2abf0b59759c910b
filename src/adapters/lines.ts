/** Reading text line by line, without holding it whole. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { UserError } from '../core/errors.ts';
import { reason } from './files.ts';

/** The lines of a file, or of stdin for `-`, without reading it whole. */
export async function* readLines(file: string): AsyncIterable<string> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  try {
    yield* createInterface({ input, crlfDelay: Infinity });
  } catch (error) {
    throw new UserError('file-unreadable', `cannot read ${file}: ${reason(error)}`, { hint: 'check the name and that you may read it', cause: error });
  }
}
