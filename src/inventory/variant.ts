/** A row as it would be with another cell: to see what hangs on it. */
import type { Cell } from './cell.ts';
import type { Column } from './columns.ts';
import type { Row } from './row.ts';

export function withCell(row: Row, column: Column, cell: Cell): Row {
  return Object.assign(Object.create(row) as Row, { look: (wanted: Column, whole: boolean): Cell => (wanted === column ? cell : row.look(wanted, whole)) });
}
