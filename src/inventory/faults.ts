/** What makes a record one that cannot be judged: its cells may stand under the wrong headings, or it is no record at all. */
import type { RowFault } from './reader.ts';

/** `<<<<<<< HEAD`, `=======`, `>>>>>>> branch`: what a merge leaves behind. A longer line of signs is a separator. */
const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/;
/** "[Example: Shopify]": a row of a template that says so itself. */
const EXAMPLE = /^[[<(]{1,2}\s*(?:example|sample row|beispiel|exemple|ejemplo|esempio|voorbeeld|exemplo|例)(?!\p{L}).*[\])>]{1,2}$/iu;

/** Why a record cannot be judged, beside what its reader `said`; a merge's leftovers have the wrong length too, so they come first. */
export function faultOf(cells: readonly string[], headings: readonly string[], said?: 'short' | 'long' | 'quote', undecodable = false): RowFault | undefined {
  const first = cells.find((cell) => cell !== '')?.trim() ?? '';
  if (CONFLICT.test(first)) return 'conflict-marker';
  if (repeats(cells, headings)) return 'repeated-header';
  if (undecodable) return 'undecodable';
  if (/^[[<(]/.test(first) && EXAMPLE.test(first)) return 'example';
  return said;
}

/** The heading row once more, as where files were joined; blank cells beyond it do no harm. */
function repeats(cells: readonly string[], headings: readonly string[]): boolean {
  if (headings.length < 2 || !same(cells[0], headings[0])) return false;
  const most = Math.max(cells.length, headings.length);
  for (let i = 1; i < most; i += 1) if (!same(cells[i], headings[i])) return false;
  return true;
}

const same = (cell: string | undefined, heading: string | undefined): boolean => (cell ?? '').trim().toLowerCase() === (heading ?? '').trim().toLowerCase();
