import { about as aboutColumn, type Column, COLUMNS } from '../../inventory/columns.ts';
import { type Heading, identifiersIn, namesSomebody, readHeading } from '../../inventory/identifiers.ts';
import type { Row } from '../../inventory/row.ts';
import { rule } from '../../inventory/rule.ts';
import about from './identifier-in-clear.json' with { type: 'json' };

/** What the headings of a file say, read once. */
interface Headings {
  all: readonly Heading[];
  /** Columns of people's names. */
  names: readonly number[];
  /** The inventory lists data fields, and its example values may be somebody's. */
  fields: boolean;
}

const READ = new Set(COLUMNS.filter((column) => ['date', 'number', 'code', 'codes', 'places'].includes(aboutColumn(column).type)));

const read = new WeakMap<readonly string[], Headings>();

export default rule('security/identifier-in-clear', about, [], (row, ctx) => {
  if (!row.may('identifier')) return;
  const headings = headingsOf(row);
  if (row.level !== 'record' && !headings.fields) return;
  row.raw.forEach((text, i) => {
    const heading = headings.all[i];
    if (heading === undefined || isRead(row, row.columns[i])) return;
    for (const kind of identifiersIn(text, heading)) {
      if (kind === 'medical record number' && !named(row, headings, text)) continue;
      const at = row.columns[i];
      const beside = kind === 'medical record number' ? ' beside a name' : '';
      ctx.report({
        ...(at === undefined ? { heading: row.headings[i] } : { at }), what: `${kind} ${row.headings[i]}`, severity: heading.is === 'example' ? 'note' : 'error',
        says: `column “${row.headings[i]}” holds what looks like ${/^(?:[aeiou]|NHS)/i.test(kind) ? 'an' : 'a'} ${kind}${beside} in clear text`,
      });
    }
  });
});

function headingsOf(row: Row): Headings {
  const known = read.get(row.headings);
  if (known) return known;
  const all = row.headings.map((heading, i) => readHeading(heading, isReference(row, i)));
  const made = { all, names: all.flatMap(({ is }, i) => (is === 'name' ? [i] : [])), fields: all.some(({ is }) => is === 'example' || is === 'field') };
  read.set(row.headings, made);
  return made;
}

/** Columns of our own references; the subject's is somebody else's as often as not. */
function isReference(row: Row, i: number): boolean {
  const column = row.columns[i];
  return column !== undefined && column !== 'subject_ref' && aboutColumn(column).type === 'id';
}

/** A date, a number or codes and nothing else: no place for an identifier. */
function isRead(row: Row, column: Column | undefined): boolean {
  if (column === undefined || !READ.has(column)) return false;
  const { days, number, codes, unknown, details } = row.cell(column);
  return days.length > 0 || number !== undefined || (codes.length > 0 && unknown.length === 0 && !details.some((detail) => detail !== ''));
}

function named(row: Row, { names }: Headings, text: string): boolean {
  return namesSomebody(text) || names.some((i) => (row.raw[i] ?? '').trim() !== '');
}
