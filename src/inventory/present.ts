/** Which of some columns a file has: asked for every row, found once a file. */
import type { Column } from './columns.ts';
import type { Row } from './row.ts';

export function presentIn(wanted: readonly Column[]): (row: Row) => readonly Column[] {
  const byFile = new WeakMap<Row['columns'], readonly Column[]>();
  return (row) => {
    const known = byFile.get(row.columns);
    if (known) return known;
    const found = wanted.filter((column) => !row.absent(column));
    byFile.set(row.columns, found);
    return found;
  };
}
