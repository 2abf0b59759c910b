/** How many people of a breach live where, counted from a list (CSV). Of a person no more is held than a hash; no cell is repeated. */
import type { Amount } from '../core/breach-facts.ts';
import { UserError } from '../core/errors.ts';
import { sha256 } from '../core/hash.ts';
import { compareText } from '../core/order.ts';
import type { Places } from '../core/places.ts';
import headings from '../data/people-headings.json' with { type: 'json' };
import { columnOf } from '../inventory/headings.ts';
import { placeOf } from '../inventory/places.ts';
import { squeeze } from '../inventory/fold.ts';
import { type CsvFile, openCsv } from './csv.ts';

export interface PeopleCount {
  path: string;
  sha256: string;
  rows: number;
  /** Which column tells persons apart; `row` where there is none and each row is one. */
  personBy: 'subject_ref' | 'record_id' | 'row';
  count: Amount;
  /** People of whom one place is known; the others are in `count` alone. */
  byJurisdiction: Record<string, number>;
  /** People without a place that could be read. */
  unplaced: number;
  /** People whose rows name several places. */
  several: number;
  /** Rows whose cells cannot be trusted to stand under their headings; each counts as a person without a place. */
  faulty: number;
  notes: string[];
}

/** Where the columns stand that say who somebody is and where he or she lives. */
interface Layout {
  person: number | undefined;
  personBy: PeopleCount['personBy'];
  state: number | undefined;
  country: number | undefined;
  place: number | undefined;
}

/** What one text, or one pair of texts, says of a place. In a column that may hold either, CA is Canada or California. */
interface Reading {
  place: string | undefined;
  /** The state of the US that the text can mean as well. */
  orState: string | undefined;
}

const NOWHERE = 0;
const SEVERAL = -1;
/** More different texts than there are places: the column holds something else, and the rest of it is not read. */
const READINGS = 20_000;

const words = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(squeeze));
const STATE = words(headings.state);
const COUNTRY = words(headings.country);

export async function countPeople(file: string, shown: string, places: Places, choice: { encoding?: string; delimiter?: string } = {}): Promise<PeopleCount> {
  const csv = await openCsv(file, { ...choice, isHeading: (cell) => STATE.has(squeeze(cell)) || COUNTRY.has(squeeze(cell)) || columnOf(cell) !== undefined }, shown);
  const layout = layoutOf(csv);
  const readings: Reading[] = [{ place: undefined, orState: undefined }];
  const known = new Map<string, number>();
  const persons = new Map<string, number>();
  const single: number[] = [];
  let [rows, faulty] = [0, 0];
  const readingOf = (cells: readonly string[]): number => {
    const [state, country, place] = [layout.state, layout.country, layout.place].map((at) => (at === undefined ? '' : (cells[at] ?? '').trim())) as [string, string, string];
    const key = `${state}\n${country}\n${place}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (readings.length >= READINGS) return NOWHERE;
    const reading = layout.place === undefined ? { place: ofPair(state, country, layout, places), orState: undefined } : ofEither(place, places);
    const at = reading.place === undefined && reading.orState === undefined ? NOWHERE : readings.push(reading) - 1;
    known.set(key, at);
    return at;
  };
  for await (const batch of csv.rows()) {
    for (const { cells, fault } of batch) {
      rows += 1;
      if (fault !== undefined) {
        faulty += 1;
        continue;
      }
      const at = readingOf(cells);
      const name = layout.person === undefined ? '' : (cells[layout.person] ?? '').trim();
      if (name === '') single.push(at);
      else {
        const hash = sha256(name).slice(0, 24);
        persons.set(hash, together(persons.get(hash), at, readings));
      }
    }
  }
  return tally(csv, layout, { rows, faulty, single, persons: [...persons.values()], readings });
}

function layoutOf(csv: CsvFile): Layout {
  const find = (is: (heading: string) => boolean): number | undefined => {
    const at = csv.headings.findIndex(is);
    return at < 0 ? undefined : at;
  };
  const state = find((heading) => STATE.has(squeeze(heading)));
  const country = find((heading) => COUNTRY.has(squeeze(heading)));
  const place = state === undefined && country === undefined ? find((heading) => columnOf(heading) === 'subject_jurisdiction') : undefined;
  if (state === undefined && country === undefined && place === undefined) throw new UserError('bad-csv', `${csv.path} has no column that says where people live`, { hint: 'name a column “state”, “country” or “jurisdiction”' });
  const [subject, record] = [find((heading) => columnOf(heading) === 'subject_ref'), find((heading) => columnOf(heading) === 'record_id')];
  return { state, country, place, person: subject ?? record, personBy: subject !== undefined ? 'subject_ref' : record !== undefined ? 'record_id' : 'row' };
}

/** A person's rows: a row without a place adds nothing, of a place and its part the part counts, two places are several. */
function together(before: number | undefined, at: number, readings: readonly Reading[]): number {
  if (before === undefined || before === NOWHERE) return at;
  if (at === NOWHERE || before === at || before === SEVERAL) return before;
  const [a, b] = [readings[before], readings[at]];
  if (a?.place === b?.place && a?.orState === b?.orState) return before;
  if (b?.place?.startsWith(`${a?.place}-`)) return at;
  return a?.place?.startsWith(`${b?.place}-`) ? before : SEVERAL;
}

/** The state within the country; the country alone where its part cannot be read. */
function ofPair(state: string, country: string, layout: Layout, places: Places): string | undefined {
  const whole = layout.country === undefined ? headings.stateWithoutCountry : country === '' ? undefined : knownPlace(country, places);
  if (whole === undefined) return undefined;
  const part = state === '' ? undefined : partOf(whole, state, places);
  return part ?? (layout.country === undefined ? undefined : whole);
}

function partOf(country: string, text: string, places: Places): string | undefined {
  const code = `${country}-${text.toUpperCase()}`;
  if (Object.hasOwn(places, code)) return code;
  const named = placeOf(text);
  if (named?.startsWith(`${country}-`) && Object.hasOwn(places, named)) return named;
  const name = squeeze(text);
  return Object.keys(places).find((id) => id.startsWith(`${country}-`) && squeeze(places[id]?.name ?? '') === name);
}

/** A territory that is also a state in the law of its country is that: `PR` is `US-PR`. */
function knownPlace(text: string, places: Places): string | undefined {
  const code = placeOf(text);
  if (code === undefined || !Object.hasOwn(places, code)) return undefined;
  return places[code]?.in?.find((outer) => outer.endsWith(`-${code}`)) ?? code;
}

function ofEither(text: string, places: Places): Reading {
  const state = `US-${text.toUpperCase()}`;
  return { place: text === '' ? undefined : knownPlace(text, places), orState: Object.hasOwn(places, state) ? state : undefined };
}

interface Seen {
  rows: number;
  faulty: number;
  single: readonly number[];
  persons: readonly number[];
  readings: readonly Reading[];
}

function tally(csv: CsvFile, layout: Layout, { rows, faulty, single, persons, readings }: Seen): PeopleCount {
  const notes: string[] = [];
  // TX is a state and no country: a column that has it abbreviates states, and of CA nobody knows what it means there.
  const abbreviates = readings.some(({ place, orState }) => place === undefined && orState !== undefined);
  let unclear = false;
  const placeAt = readings.map(({ place, orState }): string | undefined => {
    if (place === undefined) return orState;
    const either = abbreviates && orState !== undefined && orState !== place;
    unclear ||= either;
    return either ? undefined : place;
  });
  const counts = new Map<string, number>();
  let [unplaced, several] = [0, 0];
  for (const at of [...single, ...persons]) {
    const place = at === SEVERAL ? undefined : placeAt[at];
    if (place !== undefined) counts.set(place, (counts.get(place) ?? 0) + 1);
    else if (at === SEVERAL) several += 1;
    else unplaced += 1;
  }
  if (unclear) notes.push('abbreviations that are a state of the US and a country as well, such as CA, are not read: the column has both kinds');
  if (layout.state !== undefined && layout.country === undefined) notes.push(`there is no column for the country: states are read as those of ${headings.stateWithoutCountry}`);
  if (layout.personBy === 'row') notes.push('no column tells persons apart: each row counts as one');
  else if (single.length > 0) notes.push(`${single.length} row${single.length === 1 ? '' : 's'} without a reference count as one person each`);
  const n = single.length + persons.length + faulty;
  return {
    path: csv.path, sha256: csv.sha256, rows, personBy: layout.personBy, unplaced, several, faulty, notes,
    byJurisdiction: Object.fromEntries([...counts].toSorted(([a], [b]) => compareText(a, b))),
    // Rows that nobody can tell apart may be fewer people, never more.
    count: faulty === 0 && single.length === 0 ? { n, precision: 'exact' } : { n, precision: 'estimate', upTo: n },
  };
}
