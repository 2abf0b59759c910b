/** Where a row's data are, where they go, and whether that crosses a border. */
import type { Facts } from '../core/condition.ts';
import type { Adequacy } from './adequacy.ts';
import type { Truth } from './cell.ts';
import type { Column } from './columns.ts';
import type { Row } from './row.ts';

/** Every column that names a place where the data are, go, were seen, or are read from. Reading from afar is a transfer. */
export const PLACES = ['processing_country', 'recipient_country', 'observed_region', 'access_countries'] as const satisfies readonly Column[];

/** Every part of the world, as a cell says it ("Global"). It is no destination that a rule could judge. */
const WORLDWIDE = 'worldwide';

/** A place and the column that names it. */
export interface Seen {
  place: string;
  column: Column;
}

/** Where the row is at home: the subject's jurisdiction, else the controller's establishment. */
export function home(row: Row): readonly string[] {
  const subject = row.codes('subject_jurisdiction');
  return subject.length > 0 ? subject : row.codes('controller_establishment');
}

/** Places that the columns name, each once, with the first column that names it. */
export function placesIn(row: Row, columns: readonly Column[]): Seen[] {
  const seen = new Map<string, Column>();
  for (const column of columns) for (const place of row.codes(column)) if (place !== WORLDWIDE && !seen.has(place)) seen.set(place, column);
  return [...seen].map(([place, column]) => ({ place, column }));
}

/** Where the row's data are, go, were seen or are read, outside an area: `inside` tells what belongs to it. */
export function destinations(row: Row, inside: (place: string) => boolean, columns: readonly Column[] = PLACES): Seen[] {
  return placesIn(row, columns).filter(({ place }) => !inside(place));
}

/** The first of the columns that holds something which names no country: "Multi-region", "Global", a text that is no place. */
export function placeless(row: Row, columns: readonly Column[]): Column | undefined {
  return columns.find((column) => row.cell(column).unknown.length > 0 || row.says(column, WORLDWIDE));
}

/**
 * Whether the data leave a country, the states of the EEA counting as one: from home or from the place of processing to any
 * other place. `unknown` where a cell names no country that could be compared.
 */
export function crossesBorder(row: Row, adequacy: Adequacy): Truth {
  if (row.yes('cross_border')) return 'yes';
  const [from, to] = [[...home(row), ...row.codes('processing_country')], placesIn(row, PLACES)];
  if (from.some((area) => to.some(({ place }) => apart(area, place, adequacy)))) return 'yes';
  return placeless(row, PLACES) === undefined ? 'no' : 'unknown';
}

function apart(a: string, b: string, adequacy: Adequacy): boolean {
  if (adequacy.isEea(a) && adequacy.isEea(b)) return false;
  return adequacy.within(a, b) === 'no' && adequacy.within(b, a) === 'no';
}

/** What an adequacy decision may ask about the recipient; what is blank stays unknown. */
export function recipientFacts(row: Row): Facts {
  const facts: Record<string, string | readonly string[]> = {};
  for (const column of ['dpf_certified', 'dpf_uk_extension'] as const) {
    const truth = row.truth(column);
    if (truth !== 'unknown') facts[column] = truth;
  }
  const sectors = row.codes('recipient_sector');
  if (sectors.length > 0) facts['recipient_sector'] = sectors;
  const at = home(row);
  if (at.length > 0) facts['home'] = at;
  return facts;
}

/** Japan's act applies: the subject or the controller's establishment is there, or the row names the act. */
export function appi(row: Row): boolean {
  const there = [...row.codes('subject_jurisdiction'), ...row.codes('controller_establishment')];
  return there.some((place) => place === 'JP' || place.startsWith('JP-')) || row.says('regimes', 'appi');
}
