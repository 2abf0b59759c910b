/** Mapping files, and the words that trackers use. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import words from '../data/tracker-words.json' with { type: 'json' };
import { UserError } from '../core/errors.ts';
import { FIELDS, type Mapping } from '../core/tracker.ts';
import { readYaml } from './config.ts';
import { readBytes, writeWhole } from './files.ts';
import { sha256 } from '../core/hash.ts';

/** Words of several languages that stand for one code. */
export type WordTable = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export interface TrackerWords {
  headings: WordTable;
  /** Headings that may be meant, by field: named in a question, never taken. */
  suggestions: Readonly<Record<string, readonly string[]>>;
  /** Headings under which two letters are a country, or a state of the United States. */
  placeHeadings: { country: readonly string[]; usState: readonly string[] };
  noise: readonly string[];
  types: WordTable;
  statuses: WordTable;
  outcomes: WordTable;
  roles: WordTable;
  channels: WordTable;
  data: WordTable;
  places: Readonly<Record<string, string>>;
  blanks: readonly string[];
  months: Readonly<Record<string, readonly string[]>>;
}

/** Headings and words in English, German, French, Spanish and Japanese. */
export const trackerWords: TrackerWords = words;

export interface LoadedMapping {
  file: string;
  sha256: string;
  mapping: Mapping;
}

/** Reads a mapping (YAML or JSON) and checks it; every problem is reported at once, with line and column. */
export async function readMapping(file: string, shown = file): Promise<LoadedMapping> {
  const bytes = readBytes(file);
  const { default: validate } = await import('../generated/mapping.js');
  return { file: shown, sha256: sha256(bytes), mapping: await readYaml<Mapping>(bytes.toString('utf8'), shown, validate, 'bad-mapping') };
}

/** A mapping as a YAML file that can be read again. `remarks` stand above it; `?` is the value of what is still open. */
export async function mappingText(mapping: object, remarks: readonly string[], order: readonly string[] = FIELDS): Promise<string> {
  const { Document } = await import('./yaml.ts');
  const doc = new Document(inOrder(mapping, order));
  doc.commentBefore = remarks.map((line) => ` ${line.replace(/\s+/g, ' ')}`).join('\n');
  return doc.toString({ lineWidth: 0 });
}

/** Columns in a fixed order, so that equal mappings are equal texts. */
function inOrder(mapping: object, order: readonly string[]): object {
  const columns = 'columns' in mapping ? (mapping.columns as Readonly<Record<string, string>>) : {};
  return { ...mapping, columns: Object.fromEntries(order.flatMap((field) => (columns[field] === undefined ? [] : [[field, columns[field]]]))) };
}

/** Writes a new mapping file; one that exists is somebody's work and stays. */
export function saveMapping(file: string, text: string): void {
  if (existsSync(file)) throw new UserError('file-exists', `${path.basename(file)} exists already`, { hint: 'use it with --mapping, or choose another name with --save-mapping' });
  writeWhole(file, [text]);
}
