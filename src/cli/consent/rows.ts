/** The records of a file of consents, whatever its form: a table read like an inventory, or JSON. */
import path from 'node:path';
import { isJsonFile, readJsonRecords } from '../../adapters/consents.ts';
import { UserError } from '../../core/errors.ts';
import { readConsentRecord } from '../../inventory/consent-27560.ts';
import { CONSENT_COLUMNS, type ConsentColumn, type ConsentRow, cellReader, readConsentRow } from '../../inventory/consent-row.ts';
import type { SheetRow } from '../../inventory/reader.ts';
import type { App } from '../app.ts';
import { type Inventory, openInventory } from '../inventory/open.ts';
import type { InventoryOptions } from '../inventory/options.ts';

export interface ConsentFile {
  /** Headings that are read, of how many, and those that nothing speaks of. */
  columns: { mapped: number; total: number; unmapped: string[] };
  notes: string[];
  inputs: { path: string; sha256: string }[];
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
    columns: { mapped: used.length, total: headings.length, unmapped: inventory.unmapped }, notes: inventory.notes, inputs: inventory.inputs,
    async *rows() {
      const read = cellReader((column) => inventory.sheet.dateOrders.get(column));
      for await (const batch of inventory.rows()) yield batch.map((row) => tableRow(row, inventory, read));
    },
  };
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
    columns: { mapped: 0, total: 0, unmapped: [] }, notes: [], inputs: [{ path: shown, sha256 }],
    async *rows() {
      const read = cellReader(() => undefined);
      yield records.map((record, i) => readConsentRecord(i + 1, record, read));
    },
  };
}
