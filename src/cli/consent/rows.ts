/** The records of a file of consents, whatever its form: a table read like an inventory, or JSON. */
import path from 'node:path';
import { isJsonFile, readJsonRecords } from '../../adapters/consents.ts';
import { UserError } from '../../core/errors.ts';
import type { Source } from '../../core/report.ts';
import { readConsentRecord } from '../../inventory/consent-27560.ts';
import { CONSENT_COLUMNS, type ConsentColumn, type ConsentRow, cellReader, readConsentRow } from '../../inventory/consent-row.ts';
import { about } from '../../inventory/columns.ts';
import type { SheetRow } from '../../inventory/reader.ts';
import type { App } from '../app.ts';
import { type Inventory, openInventory } from '../inventory/open.ts';
import type { InventoryOptions } from '../inventory/options.ts';

export interface ConsentFile {
  /** Headings that are read, of how many, and those that say nothing about consents. */
  columns: { mapped: number; total: number; unmapped: string[] };
  notes: string[];
  /** Where no column says where a person is: what to do about it. */
  unplaced: string[];
  inputs: Source[];
  rows(): AsyncGenerator<ConsentRow[]>;
}

export type ReadingOptions = Pick<InventoryOptions, 'mapping' | 'encoding' | 'delimiter'>;

export async function openConsents(app: App, file: string, options: ReadingOptions): Promise<ConsentFile> {
  if (isJsonFile(file)) return jsonFile(path.resolve(app.io.cwd, file), file);
  const inventory = await openInventory(app, file, options);
  const { columns } = inventory.sheet;
  const missing = (['subject_ref', 'consent_scope'] as const).filter((column) => !columns.has(column));
  if (missing.length > 0) throw new UserError('bad-csv', `${file} has no column for ${missing.join(' and ')}`, { hint: `say which column it is: custos inventory map ${file}` });
  const used = CONSENT_COLUMNS.filter((column) => columns.has(column));
  const headings = inventory.csv.headings.filter((heading) => heading !== '');
  return {
    columns: { mapped: used.length, total: headings.length, unmapped: unread(inventory) }, notes: inventory.notes, unplaced: placeNotes(inventory, file), inputs: inventory.inputs,
    async *rows() {
      const read = cellReader((column) => inventory.sheet.dateOrders.get(column));
      for await (const batch of inventory.rows()) yield batch.map((row) => tableRow(row, inventory, read));
    },
  };
}

/** Headings that say nothing about consents: a column that only an inventory knows is as unread as one that nothing knows. */
function unread({ csv, sheet, unmapped }: Inventory): string[] {
  const known = new Set<string>(CONSENT_COLUMNS);
  const read = new Set([...sheet.columns].flatMap(([column, at]) => (known.has(column) ? [at] : [])));
  const others = new Set([...sheet.columns.values()].filter((at) => !read.has(at)));
  return csv.headings.filter((heading, at) => heading.trim() !== '' && (others.has(at) || (!read.has(at) && unmapped.includes(heading))));
}

/** A country that is not said to be the person's sets no clock: it may be where data are processed. The note tells how to say that it is. */
function placeNotes({ csv, sheet: { columns } }: Inventory, file: string): string[] {
  if (columns.has('subject_jurisdiction')) return [];
  const named = [...columns].flatMap(([column, at]) => (about(column).type === 'places' ? [csv.headings[at] as string] : []));
  return named.length === 0 ? [] : [`${named.join(', ')}: not read as where the person is; if it is that, choose it as subject_jurisdiction: custos inventory map ${file}`];
}

function tableRow({ line, cells, fault }: SheetRow, { sheet }: Inventory, read: ReturnType<typeof cellReader>): ConsentRow {
  const text = (column: ConsentColumn): string => {
    const at = sheet.columns.get(column);
    const written = at === undefined ? '' : (cells[at] ?? '').trim();
    return sheet.words?.get(column)?.get(written) ?? written;
  };
  if (fault === undefined) return readConsentRow(line, text, read);
  return { line, subject: '', scopes: [], said: () => [], problems: ['the row cannot be trusted: its cells do not stand under their headings'], warnings: [] };
}

function jsonFile(file: string, shown: string): ConsentFile {
  const { records, sha256 } = readJsonRecords(file, shown);
  return {
    columns: { mapped: 0, total: 0, unmapped: [] }, notes: [], unplaced: [], inputs: [{ path: shown, sha256 }],
    async *rows() {
      const read = cellReader(() => undefined);
      yield records.map((record, i) => readConsentRecord(i + 1, record, read));
    },
  };
}
