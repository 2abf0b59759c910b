/**
 * CSV as people keep it: any usual encoding and delimiter, title lines above the heading, line breaks in cells. A file
 * is read several times and never held; a row is told by the physical line on which it starts. The errors name lines and
 * never repeat what stands in them.
 */
import { UserError } from '../core/errors.ts';
import { type CsvRow, records } from './csv-records.ts';
import { type Encoding, openText } from './encoding.ts';

export type { CsvRow } from './csv-records.ts';

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

export interface CsvFile {
  path: string;
  readonly sha256: string;
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

/** A row with so many known headings is the heading row. */
const GOOD = 3;
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
  const table: CsvFile = { path: shown, get sha256() { return text.sha256; }, encoding: text.encoding, slashes: text.slashes, ...layout, rows: () => rowsOf(table, text.pieces(), choice.keepBlank === true) };
  return table;
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
    // Where every heading is known no other delimiter can know more of them.
    if (best && (best.score[0] as number) >= Math.max(GOOD, best.layout.headings.length)) break;
  }
  if (!best) throw new UserError('bad-csv', 'no heading row was found', { hint: 'the first row of the table names its columns' });
  return best.layout;
}

function better(score: readonly number[], than: readonly number[]): boolean {
  const at = score.findIndex((n, i) => n !== than[i]);
  return at >= 0 && (score[at] as number) > (than[at] as number);
}

function headingRow(rows: readonly CsvRow[], isHeading: CsvChoice['isHeading']): { layout: Omit<Layout, 'delimiter'>; score: number[] } | undefined {
  const known = knownIn(rows, isHeading);
  const widths = rows.map((row) => width(row.cells));
  const usual = mode(widths);
  const most = Math.max(0, ...known);
  const firstGood = known.findIndex((n) => n >= GOOD);
  const at = firstGood >= 0 ? firstGood : most > 0 ? known.indexOf(most) : Math.max(0, widths.indexOf(usual));
  const row = rows[at];
  if (!row) return undefined;
  const headings = row.cells.slice(0, width(row.cells)).map((cell) => cell.trim());
  return {
    layout: { headings, headingLine: row.line, preamble: rows.slice(0, at).map((r) => r.line) },
    score: [known[at] ?? 0, usual > 1 ? widths.filter((w) => w === usual).length : 0, usual],
  };
}

/** How many headings are known in each row, as far as a row that must be the heading: what stands below it need not be looked up. */
function knownIn(rows: readonly CsvRow[], isHeading: CsvChoice['isHeading']): number[] {
  const known: number[] = [];
  for (const { cells } of rows.slice(0, HEADING_WITHIN)) {
    known.push(isHeading ? new Set(cells.filter((cell) => isHeading(cell))).size : 0);
    if ((known.at(-1) as number) >= GOOD) break;
  }
  return known;
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
