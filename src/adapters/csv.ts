/**
 * CSV as people keep it: any usual encoding and delimiter, title lines above the heading, line breaks in cells. A file
 * is read several times and never held; a row is told by the physical line on which it starts. csv-parse does the
 * parsing; the errors name lines and never repeat what stands in them.
 */
import { breathe } from './breathe.ts';
import { UserError } from '../core/errors.ts';
import { type Encoding, openText } from './encoding.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface CsvChoice {
  /** Wins over what the bytes say. */
  encoding?: string | undefined;
  delimiter?: string | undefined;
  /** Whether a cell is a heading that the caller knows: finds the heading row, the delimiter and Japanese encodings. */
  isHeading?: (cell: string) => boolean;
  /** Hand over blank rows too, marked as such, for those who list them. */
  keepBlank?: boolean;
}

/** One record. `fault` says why its cells cannot be trusted to stand under their headings. */
export interface CsvRow {
  /** Physical line of the file on which it starts, from 1. */
  line: number;
  cells: string[];
  fault?: 'short' | 'long' | 'quote';
  /** No cell holds anything (only with `keepBlank`). */
  blank?: true;
}

export interface CsvFile {
  path: string;
  sha256: string;
  encoding: Encoding;
  delimiter: Delimiter;
  /** Headings as written, without surrounding blanks; unnamed columns at the right end are left out. */
  headings: string[];
  headingLine: number;
  /** Lines above the heading that are not empty. */
  preamble: number[];
  /** Somewhere a slash stands between two digits. */
  slashes: boolean;
  /** The rows below the heading, in batches; empty ones are left out. Can be called again. */
  rows(): AsyncGenerator<CsvRow[]>;
}

/** A longer record is a quote that was never closed, and would fill the memory. */
const LONGEST_RECORD = 1024 * 1024;
/** The heading stands within so many rows. */
const HEADING_WITHIN = 15;
const PEEK_ROWS = 20;
/** More characters than twenty rows usually have. */
const PEEK = 64 * 1024;

/** Opens a CSV file: finds its encoding, its delimiter and its heading row. `shown` is its name in errors. */
export async function openCsv(file: string, choice: CsvChoice = {}, shown = file): Promise<CsvFile> {
  const text = await openText(file, shown, choice.encoding, choice.isHeading);
  if (text.sample.trim() === '') throw new UserError('bad-csv', `${shown} is empty`, { hint: 'export the table again, with its headings' });
  const layout = await layoutOf(text.sample, choice);
  const table: CsvFile = { path: shown, sha256: text.sha256, encoding: text.encoding, slashes: text.slashes, ...layout, rows: () => rowsOf(table, text.pieces(), choice.keepBlank === true) };
  return table;
}

/** Options of the stream below the parser: each piece is taken in whole before its records are read. */
const WHOLE_PIECES: object = { readableHighWaterMark: Number.MAX_SAFE_INTEGER };

/** Records in batches, each with the line on which it starts; `lenient` for a first look at a part of a file. */
async function* records(source: AsyncIterable<string | Buffer> | Iterable<string>, delimiter: Delimiter, path: string, lenient: boolean): AsyncGenerator<CsvRow[]> {
  const { parse } = await import('csv-parse');
  /** Rows that the parser leaves out, each with how many records came before it. */
  const skipped: { after: number; lines: number }[] = [];
  let broken: { code: string; line: number } | undefined;
  let [line, count] = [1, 0];
  const parser = parse({
    // Empty lines are records of one empty cell, so that the lines can be counted from the cells alone: asking the
    // parser for the line of each record costs half as much as the parsing.
    delimiter, record_delimiter: '\n', bom: true, relax_column_count: true, relax_quotes: lenient, max_record_size: LONGEST_RECORD, skip_records_with_error: true,
    ...WHOLE_PIECES,
    on_skip: (error) => {
      // A quote inside an unquoted cell spoils its own row. After any other error the parser no longer knows where it is.
      const lines = Number(error?.['lines']);
      if (String(error?.code) !== 'INVALID_OPENING_QUOTE') broken ??= { code: String(error?.code), line: -1 };
      else if (skipped.at(-1)?.lines !== lines) skipped.push({ after: parser.info.records, lines });
      return undefined;
    },
  });
  const take = (): CsvRow[] => {
    const batch: CsvRow[] = [];
    for (;;) {
      while (skipped[0]?.after === count) {
        batch.push({ line, cells: [], fault: 'quote' });
        line = Math.max(line, (skipped.shift() as { lines: number }).lines) + 1;
      }
      const cells = parser.read() as string[] | null;
      if (cells === null) break;
      count += 1;
      if (cells.length > 1 || cells[0] !== '') batch.push({ line, cells });
      line += 1;
      for (const cell of cells) if (cell.includes('\n')) line += breaks(cell);
    }
    if (broken?.line === -1) broken.line = line;
    return batch;
  };
  const write = (text: string | Buffer): Promise<void> => new Promise((resolve, reject) => parser.write(text, (error) => (error ? reject(error) : resolve())));
  for await (const text of source) {
    if (text.length > 0) await write(text);
    // Ctrl-C is heard between two pieces.
    await breathe();
    yield take();
    if (broken) break;
  }
  if (!broken) {
    await new Promise<void>((resolve, reject) => parser.once('error', reject).end(resolve));
    yield take();
  }
  if (broken !== undefined && !lenient) throw brokenQuote(path, broken.line, broken.code);
}

function brokenQuote(path: string, line: number, code: string): UserError {
  const what = code === 'CSV_INVALID_CLOSING_QUOTE' ? 'a quote inside a quoted cell is not doubled' : code === 'CSV_MAX_RECORD_SIZE' ? 'a row has no end; perhaps a quoted cell is not closed' : 'a quoted cell is not closed';
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
  const start = sample.slice(0, PEEK);
  const declared = /^\uFEFF?"?sep=(.)"?\n/.exec(start)?.[1];
  const given = choice.delimiter === undefined ? undefined : choice.delimiter === '\\t' || choice.delimiter === 'tab' ? '\t' : choice.delimiter;
  const only = DELIMITERS.find((d) => d === (given ?? declared));
  if (given !== undefined && only === undefined) throw new UserError('bad-value', `--delimiter: “${given}” is not one`, { hint: 'one of: , ; | tab' });
  let best: { layout: Layout; score: number[] } | undefined;
  for (const delimiter of only ? [only] : DELIMITERS) {
    const rows: CsvRow[] = [];
    for await (const batch of records([start], delimiter, '', true)) {
      rows.push(...batch.filter((row) => !isBlank(row.cells)));
      if (rows.length >= PEEK_ROWS) break;
    }
    rows.splice(PEEK_ROWS);
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

async function* rowsOf(file: CsvFile, source: AsyncIterable<string | Buffer>, keepBlank: boolean): AsyncGenerator<CsvRow[]> {
  for await (const batch of records(source, file.delimiter, file.path, false)) {
    const rows: CsvRow[] = [];
    for (const row of batch) {
      if (row.line <= file.headingLine) continue;
      if (row.fault !== undefined || !isBlank(row.cells)) rows.push(fit(row, file.headings.length));
      else if (keepBlank) rows.push({ ...row, blank: true });
    }
    if (rows.length > 0) yield rows;
  }
}

/** A row must have as many cells as there are headings; blank ones beyond them do no harm. Values are never shifted. */
function fit(row: CsvRow, columns: number): CsvRow {
  if (row.fault !== undefined || row.cells.length === columns) return row;
  if (row.cells.length < columns) return { ...row, fault: 'short' };
  return width(row.cells) > columns ? { ...row, fault: 'long' } : { ...row, cells: row.cells.slice(0, columns) };
}
