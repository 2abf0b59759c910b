/**
 * CSV as people keep it: any usual encoding and delimiter, title lines above the heading, line breaks in cells. A file
 * is read several times and never held; a row is told by the physical line on which it starts. csv-parse does the
 * parsing; the errors name lines and never repeat what stands in them.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { UserError } from '../core/errors.ts';
import { readBytes, reason, sha256 } from './files.ts';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface CsvChoice {
  /** Wins over what the bytes say. */
  encoding?: string | undefined;
  delimiter?: string | undefined;
  /** Whether a cell is a heading that the caller knows: finds the heading row, the delimiter and Japanese encodings. */
  isHeading?: (cell: string) => boolean;
}

/** One record. `fault` says why its cells cannot be trusted to stand under their headings. */
export interface CsvRow {
  /** Physical line of the file on which it starts, from 1. */
  line: number;
  cells: string[];
  fault?: 'short' | 'long' | 'quote';
}

export interface CsvFile {
  path: string;
  sha256: string;
  /** `how`: `given` by the user, `bom`, `valid` (strict UTF-8), `zeros` (UTF-16 without a mark), or `guessed`. */
  encoding: { name: string; how: 'given' | 'bom' | 'valid' | 'zeros' | 'guessed' };
  delimiter: Delimiter;
  /** Headings as written, without surrounding blanks; unnamed columns at the right end are left out. */
  headings: string[];
  headingLine: number;
  /** Lines above the heading that are not empty. */
  preamble: number[];
  /** The rows below the heading, in batches; empty ones are left out. Can be called again. */
  rows(): AsyncGenerator<CsvRow[]>;
}

const CHUNK = 256 * 1024;
/** A longer record is a quote that was never closed, and would fill the memory. */
const LONGEST_RECORD = 1024 * 1024;
const BATCH = 500;
/** The heading stands within so many rows. */
const HEADING_WITHIN = 15;
const PEEK_ROWS = 20;

export async function openCsv(path: string, choice: CsvChoice = {}): Promise<CsvFile> {
  const bytes = bytesOf(path);
  const seen = survey(bytes);
  refuseOther(path, seen.head);
  const encoding = await encodingOf(path, seen, choice);
  const sample = await sampleText(encoding.name, seen.head, path);
  if (sample.trim() === '') throw new UserError('bad-csv', `${path} is empty`, { hint: 'export the table again, with its headings' });
  const found = await layoutOf(sample, choice);
  const file: CsvFile = {
    path, sha256: seen.sha256, encoding, ...found,
    rows: () => rowsOf(file, () => texts(bytes, encoding.name, path, seen.sha256)),
  };
  return file;
}

type Bytes = () => Generator<Buffer>;

/** The bytes of a file, again and again. What is no plain file (a pipe, stdin) is read once and kept. */
function bytesOf(path: string): Bytes {
  if (path !== '-' && !path.includes('\0') && statSync(path, { throwIfNoEntry: false })?.isFile()) return () => chunksOf(path);
  const whole = readBytes(path);
  return function* () {
    for (let at = 0; at < whole.length; at += CHUNK) yield whole.subarray(at, at + CHUNK);
  };
}

function* chunksOf(path: string): Generator<Buffer> {
  let handle: number | undefined;
  try {
    handle = openSync(path, 'r');
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const length = readSync(handle, chunk, 0, CHUNK, null);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new UserError('file-unreadable', `cannot read ${path}: ${reason(error)}`, { hint: 'check the name and that you may read it', cause: error });
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

interface Survey {
  sha256: string;
  utf8: boolean;
  /** The first chunk, and the first that holds more than ASCII: what a guess is made from. */
  head: Buffer;
  telling: Buffer;
}

function survey(bytes: Bytes): Survey {
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let head: Buffer | undefined;
  let telling: Buffer | undefined;
  let utf8 = true;
  for (const chunk of bytes()) {
    hash.update(chunk);
    head ??= chunk;
    if (!telling && chunk.some((b) => b > 0x7f)) telling = chunk;
    if (utf8) utf8 = decodes(decoder, chunk);
  }
  if (utf8) utf8 = decodes(decoder);
  return { sha256: hash.digest('hex'), utf8, head: head ?? Buffer.alloc(0), telling: telling ?? head ?? Buffer.alloc(0) };
}

function decodes(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    if (chunk) decoder.decode(chunk, { stream: true });
    else decoder.decode();
    return true;
  } catch {
    return false;
  }
}

const SIGNATURES: readonly (readonly [string, string])[] = [['504b0304', 'a spreadsheet or a zip archive'], ['d0cf11e0', 'a spreadsheet of an older kind'], ['25504446', 'a PDF'], ['1f8b', 'a gzip archive']];

function refuseOther(path: string, head: Buffer): void {
  const kind = SIGNATURES.find(([magic]) => head.subarray(0, 4).toString('hex').startsWith(magic))?.[1];
  if (kind) throw new UserError('bad-csv', `${path} is ${kind}, not a CSV file`, { hint: 'save the table as CSV (UTF-8) and give that file' });
}

async function encodingOf(path: string, { head, telling, utf8 }: Survey, choice: CsvChoice): Promise<CsvFile['encoding']> {
  const mark = head.subarray(0, 3).toString('hex');
  const bom = mark === 'efbbbf' ? 'utf-8' : mark.startsWith('fffe') ? 'utf-16le' : mark.startsWith('feff') ? 'utf-16be' : undefined;
  if (choice.encoding !== undefined) return { name: await givenEncoding(choice.encoding), how: 'given' };
  if (bom) return { name: bom, how: 'bom' };
  const wide = utf16WithoutMark(head);
  if (wide) return { name: wide, how: 'zeros' };
  if (head.includes(0)) throw new UserError('bad-csv', `${path} is not a text file`, { hint: 'save the table as CSV (UTF-8), or name its encoding with --encoding' });
  return utf8 ? { name: 'utf-8', how: 'valid' } : { name: await guess(telling, choice), how: 'guessed' };
}

/** Most of what a CSV file holds is below U+0100, so in UTF-16 every second byte is mostly zero. */
function utf16WithoutMark(head: Buffer): string | undefined {
  const zeros = [0, 0];
  for (const [i, byte] of head.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] as number) + 1;
  const [even, odd] = zeros as [number, number];
  const enough = head.length / 20;
  return odd > enough && even === 0 ? 'utf-16le' : even > enough && odd === 0 ? 'utf-16be' : undefined;
}

const ALIASES: Readonly<Record<string, string>> = { utf8: 'utf-8', 'utf-16': 'utf-16le', utf16: 'utf-16le', utf16le: 'utf-16le', utf16be: 'utf-16be', sjis: 'shift_jis', cp932: 'shift_jis', cp1252: 'windows-1252' };

async function givenEncoding(given: string): Promise<string> {
  const typed = given.trim().toLowerCase();
  const name = ALIASES[typed] ?? typed;
  if (name.startsWith('utf-') || (await legacy()).encodingExists(name)) return name;
  throw new UserError('bad-value', `--encoding: “${given}” is not known`, { hint: 'for example utf-8, utf-16, windows-1252, shift_jis' });
}

/** Japanese where a Japanese heading stands in it, else what the letters look like, else Windows-1252. */
async function guess(bytes: Buffer, { isHeading }: CsvChoice): Promise<string> {
  const iconv = await legacy();
  for (const name of isHeading ? ['shift_jis', 'euc-jp'] : []) {
    const cells = iconv.decode(bytes, name).split(/[,;\t|\r\n]/, 400);
    if (cells.some((cell) => /[^\0-\x7f]/.test(cell) && isHeading?.(cell.replaceAll('"', '')))) return name;
  }
  const { analyse } = await import('chardet');
  const best = analyse(bytes).find((match) => match.name !== 'UTF-8' && match.name !== 'ASCII' && iconv.encodingExists(match.name));
  const name = best?.name.toLowerCase() ?? 'windows-1252';
  return name === 'iso-8859-1' ? 'windows-1252' : name;
}

async function legacy(): Promise<typeof import('iconv-lite')> {
  return (await import('iconv-lite')).default;
}

interface Decoder {
  write(chunk: Buffer): string;
  end(): string;
}

async function decoderOf(name: string): Promise<Decoder> {
  if (name.startsWith('utf-')) {
    const decoder = new TextDecoder(name, { fatal: true });
    return { write: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() };
  }
  const decoder = (await legacy()).getDecoder(name);
  return { write: (chunk) => decoder.write(chunk), end: () => decoder.end() ?? '' };
}

async function sampleText(encoding: string, head: Buffer, path: string): Promise<string> {
  const decoder = await decoderOf(encoding);
  const text = decoded(() => decoder.write(head), encoding, path);
  if (head.length < CHUNK) return oneKindOfBreak(text + decoded(() => decoder.end(), encoding, path));
  return oneKindOfBreak(text.slice(0, text.lastIndexOf('\n') + 1) || text);
}

function decoded(decode: () => string, encoding: string, path: string): string {
  try {
    return decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UserError('bad-csv', `${path} is not valid ${encoding}`, { hint: 'name the right encoding with --encoding, such as windows-1252 or shift_jis', cause: error });
  }
}

const oneKindOfBreak = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

/** The file as text in which every line ends with LF, so that lines can be counted whatever the file mixes. */
async function* texts(bytes: Bytes, encoding: string, path: string, digest: string): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const decoder = await decoderOf(encoding);
  let held = '';
  for (const chunk of bytes()) {
    hash.update(chunk);
    const text = held + decoded(() => decoder.write(chunk), encoding, path);
    if (text.includes('\0')) throw new UserError('bad-csv', `${path} is not a text file`, { hint: 'save the table as CSV (UTF-8), or name its encoding with --encoding' });
    held = text.endsWith('\r') ? '\r' : '';
    yield oneKindOfBreak(held === '' ? text : text.slice(0, -1));
  }
  yield oneKindOfBreak(held + decoded(() => decoder.end(), encoding, path));
  if (hash.digest('hex') !== digest) throw new UserError('file-unreadable', `${path} was changed while it was read`, { hint: 'run the command again when nobody writes to the file' });
}

/** Records with the line on which they start, as csv-parse sees them; `lenient` for a first look at a part of a file. */
async function* records(source: AsyncIterable<string> | Iterable<string>, delimiter: Delimiter, path: string, lenient: boolean): AsyncGenerator<CsvRow> {
  const { parse } = await import('csv-parse');
  const faults: CsvRow[] = [];
  let last = 0;
  let broken: string | undefined;
  const parser = parse({
    delimiter, record_delimiter: '\n', bom: true, info: true, skip_empty_lines: true, relax_column_count: true, relax_quotes: lenient, max_record_size: LONGEST_RECORD, skip_records_with_error: true,
    on_skip: (error) => {
      // A quote inside an unquoted cell spoils its own row. After any other error the parser no longer knows where it is.
      if (error === undefined || String(error.code) === 'INVALID_OPENING_QUOTE') faults.push({ line: Number(error?.['lines'] ?? last + 1), cells: [], fault: 'quote' });
      else broken ??= String(error.code);
      return undefined;
    },
  });
  const input = Readable.from(source);
  input.on('error', (error) => parser.destroy(error));
  input.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const line = info.lines - record.reduce((n, cell) => n + breaks(cell), 0);
      yield* faults.splice(0).filter((f, i, all) => f.line < line && all[i - 1]?.line !== f.line);
      if (broken !== undefined) break;
      last = info.lines;
      yield { line, cells: record };
    }
  } finally {
    input.destroy();
  }
  if (broken !== undefined && !lenient) throw brokenQuote(path, last + 1, broken);
  yield* faults.filter((f, i, all) => all[i - 1]?.line !== f.line);
}

function brokenQuote(path: string, line: number, code: string): UserError {
  const what = code === 'CSV_INVALID_CLOSING_QUOTE' ? 'a quote inside a quoted cell is not doubled' : 'a quoted cell is not closed';
  return new UserError('bad-csv', `${path}: ${what}`, { problems: [{ says: 'the row that begins here, or one shortly after it', at: `${path}:${line}` }], hint: 'a quote inside a quoted cell is written twice: ""; correct the file and run the command again' });
}

function breaks(cell: string): number {
  let n = 0;
  for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) n += 1;
  return n;
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

type Layout = Pick<CsvFile, 'delimiter' | 'headings' | 'headingLine' | 'preamble'>;

/** The delimiter under which the most known headings stand in one row, else under which the rows are the most even. */
async function layoutOf(sample: string, choice: CsvChoice): Promise<Layout> {
  const declared = /^\uFEFF?"?sep=(.)"?\n/.exec(sample)?.[1];
  const given = choice.delimiter === undefined ? undefined : choice.delimiter === '\\t' || choice.delimiter === 'tab' ? '\t' : choice.delimiter;
  const only = DELIMITERS.find((d) => d === (given ?? declared));
  if (given !== undefined && only === undefined) throw new UserError('bad-value', `--delimiter: “${given}” is not one`, { hint: 'one of: , ; | tab' });
  let best: { layout: Layout; score: number[] } | undefined;
  for (const delimiter of only ? [only] : DELIMITERS) {
    const rows: CsvRow[] = [];
    for await (const row of records([sample], delimiter, '', true)) {
      if (!isBlank(row.cells)) rows.push(row);
      if (rows.length >= PEEK_ROWS) break;
    }
    const found = headingRow(rows, choice.isHeading);
    if (found && (!best || better(found.score, best.score))) best = { layout: { delimiter, ...found.layout }, score: found.score };
  }
  if (!best) throw new UserError('bad-csv', 'no heading row was found', { hint: 'the first row of the table names its columns' });
  return best.layout;
}

function better(score: readonly number[], than: readonly number[]): boolean {
  const at = score.findIndex((n, i) => n !== than[i]);
  return at >= 0 && (score[at] as number) > (than[at] as number);
}

function headingRow(rows: readonly CsvRow[], isHeading: CsvChoice['isHeading']): { layout: Omit<Layout, 'delimiter'>; score: number[] } | undefined {
  const known = rows.slice(0, HEADING_WITHIN).map((row) => (isHeading ? new Set(row.cells.filter((cell) => isHeading(cell))).size : 0));
  const widths = rows.map((row) => width(row.cells));
  const usual = mode(widths);
  const most = Math.max(0, ...known);
  const firstGood = known.findIndex((n) => n >= 3);
  const at = firstGood >= 0 ? firstGood : most > 0 ? known.indexOf(most) : Math.max(0, widths.indexOf(usual));
  const row = rows[at];
  if (!row) return undefined;
  const headings = row.cells.slice(0, width(row.cells)).map((cell) => cell.trim());
  return {
    layout: { headings, headingLine: row.line, preamble: rows.slice(0, at).map((r) => r.line) },
    score: [known[at] ?? 0, usual > 1 ? widths.filter((w) => w === usual).length : 0, usual],
  };
}

/** How many cells a row has, blank ones at its end left out. */
function width(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

/** The most frequent number; of several the largest. */
function mode(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

async function* rowsOf(file: CsvFile, source: () => AsyncIterable<string>): AsyncGenerator<CsvRow[]> {
  let batch: CsvRow[] = [];
  for await (const row of records(source(), file.delimiter, file.path, false)) {
    if (row.line <= file.headingLine || (row.fault === undefined && isBlank(row.cells))) continue;
    batch.push(fit(row, file.headings.length));
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** A row must have as many cells as there are headings; blank ones beyond them do no harm. Values are never shifted. */
function fit(row: CsvRow, columns: number): CsvRow {
  if (row.fault !== undefined || row.cells.length === columns) return row;
  if (row.cells.length < columns) return { ...row, fault: 'short' };
  return width(row.cells) > columns ? { ...row, fault: 'long' } : { ...row, cells: row.cells.slice(0, columns) };
}
