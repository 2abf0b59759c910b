/** Opens an inventory: the file, its mapping (given, found beside it, or known headings), and how its dates read. */
import path from 'node:path';
import { type CsvFile, openCsv } from '../../adapters/csv.ts';
import { isThere } from '../../adapters/files.ts';
import { type InventoryMapping, readInventoryMapping } from '../../adapters/inventory-mapping.ts';
import { type Problem, UserError } from '../../core/errors.ts';
import { nearest } from '../../core/places.ts';
import type { Source } from '../../core/report.ts';
import type { Sheet, SheetRow } from '../../inventory/reader.ts';
import { type Column, COLUMNS, about, isColumn } from '../../inventory/columns.ts';
import { type DateOrder, DateOrders } from '../../inventory/dates.ts';
import { faultOf } from '../../inventory/faults.ts';
import { isHeading, mapHeadings } from '../../inventory/headings.ts';
import type { App } from '../app.ts';
import type { InventoryOptions } from './options.ts';

export interface Inventory {
  csv: CsvFile;
  sheet: Sheet;
  mapping: InventoryMapping | undefined;
  /** Headings that nothing speaks of. */
  unmapped: string[];
  notes: string[];
  inputs: Source[];
  /** Lines that are no rows: above the heading, and blank ones between the rows, as far as they were read. */
  skipped: number[];
  rows(): AsyncGenerator<SheetRow[]>;
}

export async function openInventory(app: App, file: string, options: InventoryOptions): Promise<Inventory> {
  const resolve = (name: string): string => path.resolve(app.io.cwd, name);
  const beside = `${file}.mapping.yaml`;
  const named = options.mapping ?? (file !== '-' && isThere(resolve(beside)) ? beside : undefined);
  const given = named === undefined ? undefined : await readInventoryMapping(resolve(named), named);
  const mapping = given?.mapping;
  const wanted = mapping && new Set(Object.values(mapping.columns));
  const csv = await openCsv(file === '-' ? file : resolve(file), { encoding: options.encoding ?? mapping?.encoding, delimiter: options.delimiter ?? mapping?.delimiter, isHeading: (cell) => (wanted?.has(cell.trim()) ?? false) || isHeading(cell), keepBlank: true }, file);
  if (given) checkMapping(given.mapping, given.file, csv);
  const mapped = mapHeadings(csv.headings, mapping?.columns);
  if (mapped.columns.size < 2) throw unknownHeadings(file, csv, mapped.columns.size);
  const ignored = new Set(mapping?.ignored ?? []);
  const unmapped = mapped.unmapped.filter((heading) => !ignored.has(heading));
  const orders = await ordersOf(csv, mapped.columns, mapping?.dateOrder);
  const skipped = [...csv.preamble];
  const sheet: Sheet = {
    path: file, headings: csv.headings, columns: mapped.columns, dateOrders: orders, level: mapping?.level ?? levelOf(mapped.columns),
    words: new Map(Object.entries(mapping?.words ?? {}).map(([column, words]) => [column as Column, new Map(Object.entries(words))])),
  };
  return {
    csv, sheet, mapping, unmapped, skipped,
    notes: [...readingNotes(csv), ...mapped.twice.map(({ column, headings }) => `${headings.join(' and ')} both mean ${column}; the first is read, and a mapping can choose another`), ...(given && options.mapping === undefined ? [`mapping: ${given.file}`] : [])],
    inputs: [{ path: file, get sha256() { return csv.sha256; } }, ...(given ? [{ path: given.file, sha256: given.sha256 }] : [])],
    async *rows() {
      for await (const batch of csv.rows()) yield sheetRows(batch, csv.headings, skipped);
    },
  };
}

/** Blank rows separate; they are listed and are no rows. Lists of lines stop growing at some point. */
const LISTED = 1000;

function sheetRows(batch: Awaited<ReturnType<AsyncGenerator<import('../../adapters/csv.ts').CsvRow[]>['next']>>['value'], headings: readonly string[], skipped: number[]): SheetRow[] {
  const rows: SheetRow[] = [];
  for (const { line, cells, fault, blank, undecodable } of batch) {
    if (blank) {
      if (skipped.length < LISTED) skipped.push(line);
      continue;
    }
    const found = faultOf(cells, headings, fault, undecodable);
    rows.push(found === undefined ? { line, cells } : { line, cells, fault: found });
  }
  return rows;
}

/** One row a person, sample or consent where there is a column for that; else one row an asset. */
function levelOf(columns: ReadonlyMap<Column, number>): Sheet['level'] {
  return (['record_id', 'subject_ref', 'consent_date'] as const).some((column) => columns.has(column)) ? 'record' : 'asset';
}

/** The whole file is read once more only where it has a date with slashes. */
async function ordersOf(csv: CsvFile, columns: ReadonlyMap<Column, number>, said: 'day-first' | 'month-first' | undefined): Promise<Map<Column, DateOrder>> {
  const dated = COLUMNS.filter((column) => about(column).type === 'date' && columns.has(column));
  if (said !== undefined) return new Map(dated.map((column) => [column, said]));
  if (dated.length === 0 || !csv.slashes) return new Map();
  const orders = new DateOrders();
  for await (const batch of csv.rows()) for (const { cells } of batch) for (const column of dated) orders.see(column, (cells[columns.get(column) as number] ?? '').trim());
  return orders.found();
}

/** Every problem of a mapping at once: columns that are none, headings that the file does not have. */
function checkMapping(mapping: InventoryMapping, file: string, csv: CsvFile): void {
  const problems: Problem[] = [];
  for (const key of [...Object.keys(mapping.columns), ...Object.keys(mapping.words ?? {})]) {
    if (isColumn(key)) continue;
    const near = nearest(key, COLUMNS);
    problems.push({ says: `there is no column “${key}”${near ? `; did you mean ${near}?` : ''}`, at: `${file}: columns.${key}` });
  }
  for (const [column, heading] of Object.entries(mapping.columns)) if (!csv.headings.includes(heading.trim())) problems.push({ says: `${csv.path} has no heading “${heading}”`, at: `${file}: columns.${column}` });
  if (problems.length > 0) throw new UserError('bad-mapping', `${file} has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}`, { problems, hint: `the headings of the file: custos inventory map ${csv.path}` });
}

/** Where nearly no heading is known the row may be no heading row at all, but somebody's data: only short words are quoted. */
function unknownHeadings(file: string, csv: CsvFile, known: number): UserError {
  const seen = csv.headings.filter((heading) => /^[\p{L}\p{N} _./()-]{1,40}$/u.test(heading)).slice(0, 12);
  return new UserError('bad-csv', `${file}: ${known === 0 ? 'no heading is' : 'only one heading is'} known`, {
    problems: [{ says: `seen on line ${csv.headingLine}: ${seen.length > 0 ? seen.join(', ') : `${csv.headings.length === 1 ? 'a heading that looks' : `${csv.headings.length} headings that look`} like data`}`, at: `${file}:${csv.headingLine}` }],
    hint: `custos inventory map ${file}`,
  });
}

/** How the file was read, where that is not plain UTF-8 from the first line. */
function readingNotes({ path: file, encoding, delimiter, preamble, headingLine }: CsvFile): string[] {
  const notes: string[] = [];
  if (encoding.how === 'guessed' || encoding.how === 'zeros') notes.push(`${file}: encoding ${encoding.name}, guessed from the bytes; --encoding wins`);
  if (preamble.length > 0) notes.push(`${file}: the headings stand on line ${headingLine}; ${preamble.length} line${preamble.length === 1 ? '' : 's'} above ${preamble.length === 1 ? 'it is' : 'them are'} no rows`);
  if (delimiter === '\t' || delimiter === '|') notes.push(`${file}: delimiter ${delimiter === '\t' ? 'tab' : delimiter}`);
  return notes;
}
