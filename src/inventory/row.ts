/** One row of an inventory, by canonical column. Rules read it; nothing writes to it. */
import type { Day } from '../core/date.ts';
import { ABSENT, type Cell, type Truth } from './cell.ts';
import { type CodeSet, type Column, isIn } from './columns.ts';
import type { RowFault } from './reader.ts';
import { hashRow } from './id-index.ts';
import { identifiersIn, readHeading } from './identifiers.ts';
import type { Looks } from './memory.ts';
import type { Retention } from './retention.ts';

export type Level = 'asset' | 'record';

/** What a text may be whatever its column means. */
export const MARKS = { placeholder: 1, identifier: 2, formula: 4 } as const;

const REFERENCES = readHeading('', true);

/** A cell as the reader makes it knows the hash of its text. */
type HashedCell = Cell & { readonly hash?: number };

export class Row {
  /** Physical line on which the record starts. */
  line = 0;
  level: Level = 'asset';
  headings: readonly string[] = [];
  /** Which canonical column each heading is. */
  columns: readonly (Column | undefined)[] = [];
  /** The file it stands in; several files are one inventory. */
  file = '';
  /** Why the cells cannot be trusted to stand under their headings. */
  fault: RowFault | undefined;
  /** Takes down what a rule looks at, while somebody wants to know. */
  looks: Looks | undefined;
  private cells: ReadonlyMap<Column, number> = new Map();
  private values: readonly HashedCell[] = [];
  private written: readonly string[] = [];
  private marks = 0;

  /** `at`: where a column stands among the cells. The checker fills the same row again and again. */
  place(at: ReadonlyMap<Column, number>, values: readonly HashedCell[]): this {
    this.cells = at;
    this.values = values;
    return this;
  }

  /** The cells as written, and the marks of all of them. */
  fill(written: readonly string[], marks: number): void {
    this.written = written;
    this.marks = marks;
  }

  cell(column: Column): Cell {
    return this.look(column, true);
  }

  /** Every question about a column ends here. `whole`: more is asked than the kind of the cell. */
  look(column: Column, whole: boolean): Cell {
    const at = this.cells.get(column);
    if (at === undefined) return ABSENT;
    this.looks?.see(at, whole);
    return this.values[at] as Cell;
  }

  /** Every cell as written, under `headings`: for the rules that look at all of them. */
  get raw(): readonly string[] {
    this.lookBeyond();
    return this.written;
  }

  /** Whether some cell may be of a kind that needs a closer look: most rows need none. */
  may(hold: keyof typeof MARKS): boolean {
    this.lookBeyond();
    return (this.marks & MARKS[hold]) !== 0;
  }

  /** A hash of all its cells, blanks around them left out: equal for rows that say the same. */
  get content(): number {
    this.lookBeyond();
    return hashRow(this.values);
  }

  private lookBeyond(): void {
    if (this.looks) this.looks.beyond = true;
  }

  /** The file has no such column. */
  absent(column: Column): boolean {
    return !this.cells.has(column);
  }

  /** Nothing stands there: no column, no text, a word for nothing, or a placeholder. */
  blank(column: Column): boolean {
    return this.look(column, false).kind !== 'value';
  }

  has(column: Column): boolean {
    return this.look(column, false).kind === 'value';
  }

  text(column: Column): string {
    return this.cell(column).text;
  }

  /** The first code; `undefined` where there is none or it is not known. */
  code(column: Column): string | undefined {
    return this.cell(column).codes[0];
  }

  codes(column: Column): readonly string[] {
    return this.cell(column).codes;
  }

  /** Whether the column names this code. */
  says(column: Column, code: string): boolean {
    return this.cell(column).codes.includes(code);
  }

  /** Whether the column names a code of the set. */
  any(column: Column, set: CodeSet): boolean {
    for (const code of this.cell(column).codes) if (isIn(code, set)) return true;
    return false;
  }

  /** `unknown` for a blank, an absent column and "Depends"; it never means no. */
  truth(column: Column): Truth {
    return this.cell(column).truth;
  }

  yes(column: Column): boolean {
    return this.cell(column).truth === 'yes';
  }

  no(column: Column): boolean {
    return this.cell(column).truth === 'no';
  }

  day(column: Column): Day | undefined {
    return this.cell(column).day;
  }

  number(column: Column): number | undefined {
    return this.cell(column).number;
  }

  period(): Retention | undefined {
    return this.cell('retention_period').period;
  }

  /** What findings call the row: its record id, else its asset id; not where that is somebody's social security number. */
  get key(): string | undefined {
    // Cells of a row that cannot be judged may be anything but an id, save the first one.
    const id = this.fault === undefined ? this.id() : this.idOfFaulty();
    return id === undefined || identifiersIn(id, REFERENCES).length > 0 ? undefined : id;
  }

  private id(): string | undefined {
    const own = this.level === 'record' ? this.text('record_id') : '';
    return own || this.text('asset_id') || this.text('record_id') || undefined;
  }

  private idOfFaulty(): string | undefined {
    const [first] = this.columns;
    const shifted = this.fault === 'short' || this.fault === 'long';
    return shifted && (first === 'record_id' || first === 'asset_id') ? this.text(first) || undefined : undefined;
  }
}
