import type { RowFault } from '../../inventory/reader.ts';
import { alwaysRequired } from '../../inventory/required.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, type Found, rule } from '../../inventory/rule.ts';
import about from './malformed-row.json' with { type: 'json' };

export default rule('quality/malformed-row', about, [], (row, ctx) => {
  if (row.fault === undefined) {
    if (row.may('formula')) formulas(row, ctx);
  } else if (row.fault === 'example') {
    ctx.reportOnce({ what: 'example', kind: 'gap', severity: 'note', says: `rows call themselves examples and were not judged, the first on line ${row.line}`, fix: 'Remove the example rows of the template.' });
  } else ctx.report({ kind: 'gap', what: `${row.fault}\n${row.raw.join('\n')}`, ...FAULTS[row.fault](row) });
});

const fields = (row: Row): string => `${row.raw.length} field${row.raw.length === 1 ? '' : 's'}, expected ${row.headings.length}`;

const FAULTS: Readonly<Record<Exclude<RowFault, 'example'>, (row: Row) => Pick<Found, 'says' | 'severity' | 'fix'>>> = {
  short: (row) => ({ says: fields(row), severity: optional(row) ? 'warning' : 'error', fix: 'Add the missing fields; they may be empty, but their delimiters must stand.' }),
  long: (row) => ({ says: fields(row), fix: 'Quote fields that contain the delimiter.' }),
  quote: () => ({ says: 'a quote stands inside a field that is not quoted', fix: 'Quote the field, and write a quote inside it twice.' }),
  'conflict-marker': () => ({ says: 'a merge-conflict marker stands in place of a row', fix: 'Resolve the merge.' }),
  'repeated-header': () => ({ says: 'the headings stand once more in place of a row', fix: 'Remove the second heading row; where files were joined, check that their columns agree.' }),
  undecodable: () => ({ says: 'a field holds bytes that could not be decoded', fix: 'Export the table again as UTF-8, or name its encoding with --encoding.' }),
};

/** Only fields that a row may leave empty are missing at its end. */
function optional(row: Row): boolean {
  const required = alwaysRequired(row.level);
  return row.columns.slice(row.raw.length).every((column) => column === undefined || !required.includes(column));
}

/** What a spreadsheet would run: a call, arithmetic of cells, a command of another program. Words behind a dash are none. */
const FORMULA = /^\s*(?:=\s*(?:[-+]?\s*\$?[A-Z]{1,3}\$?\d|[-+]?[\d(]|["'{@])|[-+@=]\s*[A-Z_][A-Z0-9._]*\(|=\s*(?:'[^']+'|[A-Z][\w.]*)!\$?[A-Z]|[-+]\s*\d+(?:\.\d+)?\s*[-+*/^]\s*\d+$|[-+=]\s*\$?[A-Z]{1,3}\$?\d+\s*[-+*/^&:]|[-+@=][^|]*\|[^!]*!)/i;

function formulas(row: Row, ctx: Context): void {
  for (let i = 0; i < row.raw.length; i += 1) {
    const text = row.raw[i] as string;
    const c = text.charCodeAt(0);
    // = + - @, tab and return; no other cell costs a pattern.
    if (c !== 61 && c !== 43 && c !== 45 && c !== 64 && c !== 9 && c !== 13) continue;
    if (!FORMULA.test(text)) continue;
    const at = row.columns[i];
    ctx.report({ ...(at === undefined ? { heading: row.headings[i] } : { at }), what: `formula ${row.headings[i]}`, severity: 'warning', says: `column “${row.headings[i]}” holds a formula, which a spreadsheet would run`, fix: 'Replace the formula with its value.' });
  }
}
