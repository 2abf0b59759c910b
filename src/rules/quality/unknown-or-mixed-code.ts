import { nearest } from '../../core/places.ts';
import { about as aboutColumn, codesOf, type Column } from '../../inventory/columns.ts';
import { conditionsIn } from '../../inventory/provisions.ts';
import { presentIn } from '../../inventory/present.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './unknown-or-mixed-code.json' with { type: 'json' };

const CODED = ['data_category', 'data_subject_category', 'purpose', 'legal_basis', 'subject_jurisdiction', 'processing_country', 'recipient_type', 'transfer_mechanism', 'identifiability', 'duo_code', 'consent_status'] as const satisfies readonly Column[];
const coded = presentIn(CODED);

export default rule('quality/unknown-or-mixed-code', about, [[...CODED, 'record_class']], (row, ctx) => {
  for (const column of coded(row)) if (row.cell(column).unknown.length > 0) unknown(row, ctx, column);
  if (row.has('record_class')) misspelt(row, ctx);
  const bases = new Set(row.codes('legal_basis'));
  if (bases.size > 1) ctx.report({ at: 'legal_basis', what: [...bases].join(' '), says: `legal_basis names ${bases.size} bases (${[...bases].join(', ')})` });
});

function unknown(row: Row, ctx: Context, column: Column): void {
  const parts = row.cell(column).unknown;
  const [first = ''] = parts;
  const near = nearest(first.toLowerCase().replaceAll(/[\s-]+/g, '_'), codesOf(column));
  const hint = near === undefined ? '' : `; the nearest code is ${near}`;
  if (column === 'legal_basis' && parts.length === 1 && conditionsIn(first).length > 0) {
    return ctx.report({ at: column, what: 'condition', kind: 'gap', says: 'legal_basis has a condition of Art. 9(2) and no basis of Art. 6(1) beside it' });
  }
  const rest = parts.length > 1 ? ` and ${parts.length - 1} more` : '';
  ctx.report({ at: column, what: parts.length === 1 ? (near ?? '') : `${parts.length}`, kind: 'gap', says: `${shown(column, first)}${rest} in ${column} ${parts.length > 1 ? 'are' : 'is'} not in the vocabulary${hint}` });
}

/** An organisation may have classes of its own; one that is nearly a class of the schedule would miss what the law says of it. */
function misspelt(row: Row, ctx: Context): void {
  const classes = ctx.schedule.lines.map((line) => line.recordClass);
  for (const code of row.codes('record_class')) {
    const near = classes.includes(code) ? undefined : nearest(code, classes);
    if (near !== undefined) ctx.report({ at: 'record_class', what: near, kind: 'gap', says: `“${code}” in record_class is no class of the retention schedule; the nearest is ${near}` });
  }
}

/** A part that looks like a code. A purpose in words is somebody's own text, and so is a long one or one with numbers. */
function shown(column: Column, part: string): string {
  const free = aboutColumn(column).personal === true || column === 'purpose';
  return !free && /^[\p{L}\p{N} ()/&+._-]{1,40}$/u.test(part) && !/\d{4}/.test(part) ? `“${part}”` : 'a value';
}
