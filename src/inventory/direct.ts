/** Columns that are not mapped and hold what names or reaches a person: names, addresses, telephone numbers. */
import { readHeading } from './identifiers.ts';
import type { Row } from './row.ts';

const byFile = new WeakMap<readonly string[], readonly number[]>();

function directColumns(row: Row): readonly number[] {
  const known = byFile.get(row.headings);
  if (known) return known;
  const found = row.headings.flatMap((heading, i) => (row.columns[i] === undefined && ['name', 'direct'].includes(readHeading(heading).is ?? '') ? [i] : []));
  byFile.set(row.headings, found);
  return found;
}

/** The headings of such columns in which the row has something. */
export function directlyNamed(row: Row): string[] {
  return directColumns(row).filter((i) => (row.raw[i] ?? '').trim() !== '').map((i) => row.headings[i] as string);
}
