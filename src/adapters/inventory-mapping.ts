/** Mapping files of inventories. */
import type { Column } from '../inventory/columns.ts';
import { sha256 } from '../core/hash.ts';
import { readYaml } from './config.ts';
import { readBytes } from './files.ts';

/** schemas/inventory-mapping.schema.json */
export interface InventoryMapping {
  columns: Partial<Record<Column, string>>;
  ignored?: string[];
  level?: 'asset' | 'record';
  dateOrder?: 'day-first' | 'month-first';
  words?: Partial<Record<Column, Record<string, string>>>;
  encoding?: string;
  delimiter?: string;
}

/** Reads a mapping (YAML or JSON); every problem of its form is reported at once, with line and column. */
export async function readInventoryMapping(file: string, shown = file): Promise<{ file: string; sha256: string; mapping: InventoryMapping }> {
  const bytes = readBytes(file);
  const { default: validate } = await import('../generated/inventory-mapping.js');
  return { file: shown, sha256: sha256(bytes), mapping: await readYaml<InventoryMapping>(bytes.toString('utf8'), shown, validate, 'bad-mapping') };
}
