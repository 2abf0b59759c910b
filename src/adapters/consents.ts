/** Consents kept as JSON: one document, an answer of custos, or a record on every line. */
import path from 'node:path';
import { UserError } from '../core/errors.ts';
import { sha256 } from '../core/hash.ts';
import { readBytes } from './files.ts';

/** Whether a file is read as JSON; everything else is a table. */
export function isJsonFile(file: string): boolean {
  return ['.json', '.ndjson', '.jsonl'].includes(path.extname(file).toLowerCase());
}

/** The records of a file. The errors name the file and never repeat what stands in it. */
export function readJsonRecords(file: string, shown: string): { records: unknown[]; sha256: string } {
  const bytes = readBytes(file);
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const whole = parse(text);
  const records = whole === undefined ? text.split('\n').filter((line) => line.trim() !== '').map((line, i) => parse(line) ?? broken(shown, i + 1)) : recordsOf(whole);
  return { records, sha256: sha256(bytes) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function recordsOf(whole: unknown): unknown[] {
  if (Array.isArray(whole)) return whole;
  if (typeof whole === 'object' && whole !== null && 'items' in whole && Array.isArray(whole.items)) return whole.items;
  return [whole];
}

function broken(shown: string, line: number): never {
  throw new UserError('file-unreadable', `${shown} is neither one JSON document nor a record on every line`, { problems: [{ says: 'the first record that is no JSON', at: `${shown}:${line}` }], hint: 'write the file again, or keep it as CSV' });
}
