/** The canonical columns of an inventory (data/inventory-columns.json) and the codes their cells may hold. */
import codeSets from '../data/code-sets.json' with { type: 'json' };
import columns from '../data/inventory-columns.json' with { type: 'json' };
import { codes as vocabularies } from './vocabularies.made.ts';

export type Column = keyof typeof columns;
/** A named set of codes that several rules speak of, such as GENETIC. */
export type CodeSet = keyof typeof codeSets;

/**
 * How the text of a column is read. `elements`: free text that is searched for kinds of data; its codes are those of
 * `data_category`. `places`: ISO 3166 codes. `names`: a list of names. `id`: a reference that is compared, not read.
 */
export type ColumnType = 'id' | 'text' | 'names' | 'elements' | 'code' | 'codes' | 'truth' | 'date' | 'number' | 'places' | 'period';

export interface ColumnAbout {
  type: ColumnType;
  /** Of `code` and `codes`: the list in data/inventory-vocabularies.json, or `record_class` (the retention schedule). */
  vocabulary?: string;
  /** Free text or about a person: no value of it is printed without --reveal. */
  personal?: boolean;
}

export const COLUMNS = Object.keys(columns) as Column[];

const ABOUT: Readonly<Record<Column, ColumnAbout>> = columns as Record<Column, ColumnAbout>;
const SETS = new Map(Object.entries(codeSets).map(([name, codes]) => [name, new Set(codes)]));

export function about(column: Column): ColumnAbout {
  return ABOUT[column];
}

export function isColumn(name: string): name is Column {
  return Object.hasOwn(ABOUT, name);
}

export function isCodeSet(name: string): name is CodeSet {
  return SETS.has(name);
}

/** Whether a code belongs to a named set. */
export function isIn(code: string, set: CodeSet): boolean {
  return SETS.get(set)?.has(code) ?? false;
}

/** The codes of a column with a vocabulary; of a record class, whose codes are the schedule's, none. */
export function codesOf(column: Column): readonly string[] {
  const { vocabulary } = about(column);
  return vocabularies[vocabulary ?? ''] ?? [];
}
