import type { Column } from '../../inventory/columns.ts';
import { IdIndex, normalised } from '../../inventory/id-index.ts';
import type { Row } from '../../inventory/row.ts';
import { type CheckOptions, type Context, type FileCheck, rule } from '../../inventory/rule.ts';
import about from './duplicate-id.json' with { type: 'json' };

export default rule('quality/duplicate-id', about, [], () => undefined, (ctx) => new Duplicates(ctx));

/** Compares ids by their hashes and tells each row that repeats one; assets and records are counted apart. */
class Duplicates implements FileCheck {
  private readonly ctx: Context;
  private readonly seen: Readonly<Record<Row['level'], IdIndex>>;
  /** Files, each with the numbers of rows before it: a row's number is that plus its line. */
  private readonly files: { path: string; before: number }[] = [];
  private last = 0;

  constructor(ctx: Context) {
    this.ctx = ctx;
    this.seen = { asset: new IdIndex(ctx.moreIds), record: new IdIndex(ctx.moreIds) };
  }

  row(row: Row): void {
    if (this.files.at(-1)?.path !== row.file) this.files.push({ path: row.file, before: this.last });
    this.last = (this.files.at(-1)?.before ?? 0) + row.line;
    const columns = keyOf(row, this.ctx.options);
    const [first] = columns;
    if (first === undefined || row.blank(first)) return;
    const { content } = row;
    const earlier = this.seen[row.level].add(columns.length === 1 ? normalised(row.text(first)) : columns.map((column) => normalised(row.text(column))).join('\n'), this.last, content);
    if (earlier) this.tell(row, columns, earlier.at, earlier.content === content);
  }

  end(): void {}

  private tell(row: Row, columns: readonly Column[], at: number, identical: boolean): void {
    const file = this.files.findLast(({ before }) => before < at);
    const where = `line ${at - (file?.before ?? 0)}${file === undefined || file.path === row.file ? '' : ` of ${file.path}`}`;
    this.ctx.report({
      at: columns[0] as Column, severity: identical ? 'warning' : 'error',
      says: `the same ${columns.join(' and ')} ${columns.length === 1 ? 'stands' : 'stand'} on ${where}, and the rows ${identical ? 'are identical' : 'differ'}`,
    });
  }
}

const RECORD = ['record_id'] as const satisfies readonly Column[];
const ASSET = ['asset_id'] as const satisfies readonly Column[];

/** Records by their id. Assets by theirs, or by the columns that the organisation names where an asset has several rows. */
function keyOf(row: Row, { keyColumns }: CheckOptions): readonly Column[] {
  if (row.level === 'record') return keyColumns?.includes('record_id') ? keyColumns : RECORD;
  return keyColumns === undefined || keyColumns.includes('record_id') ? ASSET : keyColumns;
}
