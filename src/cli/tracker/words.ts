/** What the words of a tracker mean: the mapping's own first, then the shipped tables. Two meanings are no meaning. */
import { type WordTable, trackerWords } from '../../adapters/mapping.ts';
import { CHANNELS, DATA_CATEGORIES, OUTCOMES, REQUEST_TYPES, ROLES } from '../../core/law.ts';
import { type Places, lineage } from '../../core/places.ts';
import { type CodedField, type Field, type Mapping, WORD_KEYS, fold } from '../../core/tracker.ts';
import type { Months } from '../../core/written-date.ts';

/** The codes that a word may stand for: one if it is clear, none if it is unknown. */
export type Meaning = readonly string[];
export type WordReader = (word: string) => Meaning;

const indexOf = (table: WordTable, codes: readonly string[] = []): Map<string, string> =>
  new Map([...codes.map((code): [string, string] => [fold(code), code]), ...Object.entries(table).flatMap(([code, languages]) => Object.values(languages).flat().map((word): [string, string] => [fold(word), code]))]);

const HEADINGS = indexOf(trackerWords.headings);
const TYPES = indexOf(trackerWords.types, REQUEST_TYPES);
const NOISE = new Set(trackerWords.noise.map(fold));
const SIMPLE: Readonly<Record<Exclude<CodedField, 'type' | 'jurisdiction'>, Map<string, string>>> = {
  status: indexOf(trackerWords.statuses, ['open', 'answered', ...OUTCOMES]), outcome: indexOf(trackerWords.outcomes, OUTCOMES), role: indexOf(trackerWords.roles, ROLES),
  channel: indexOf(trackerWords.channels, CHANNELS), data: indexOf(trackerWords.data, DATA_CATEGORIES),
};
const PLACE_WORDS = new Map(Object.entries(trackerWords.places));
const BLANKS = new Set(trackerWords.blanks.map((blank) => blank.toLowerCase()));

export const months: Months = new Map(Object.values(trackerWords.months).flatMap((names) => names.flatMap((name, i): [string, number][] => (name === '' ? [] : [[name, (i % 12) + 1]]))));

/** Whether a cell says nothing. */
export function isBlank(cell: string): boolean {
  return BLANKS.has(cell.trim().toLowerCase());
}

/** The field that a heading names, in one of the shipped languages. */
export function fieldOf(heading: string): Field | undefined {
  return HEADINGS.get(fold(heading)) as Field | undefined;
}

/** The headings of a file that may be meant by a field, though they do not say so. */
export function suggestionsFor(field: Field, headings: readonly string[]): string[] {
  const words = new Set((trackerWords.suggestions[field] ?? []).map(fold));
  return headings.filter((heading) => words.has(fold(heading)));
}

/** A word in a cell of a coded column; `data` may hold several. */
export function wordsIn(field: CodedField, cell: string): string[] {
  if (field !== 'data') return isBlank(cell) ? [] : [cell.trim()];
  return cell.split(/[;|,\n]/).filter((word) => !isBlank(word)).map((word) => word.trim());
}

/** Reads the words of one column. `heading` helps with places: under “State”, CA is California. */
export function wordReader(field: CodedField, mapping: Pick<Mapping, (typeof WORD_KEYS)[CodedField]>, heading: string, places: Places): WordReader {
  const own = new Map(Object.entries(mapping[WORD_KEYS[field]] ?? {}).map(([word, code]) => [fold(word), [code]]));
  const shipped = field === 'jurisdiction' ? placeReader(heading, places) : field === 'type' ? typeOf : (word: string) => found(SIMPLE[field], word);
  const known = new Map<string, Meaning>();
  return (word) => {
    const meaning = known.get(word) ?? own.get(fold(word)) ?? shipped(word);
    if (known.size < 10_000) known.set(word, meaning);
    return meaning;
  };
}

function found(table: ReadonlyMap<string, string>, word: string): Meaning {
  const code = table.get(fold(word));
  return code === undefined ? [] : [code];
}

/** “Right to erasure”, “Access request (DSAR)”: the whole phrase, else every word of it that is not filler. */
function typeOf(word: string): Meaning {
  const whole = found(TYPES, word);
  if (whole.length > 0) return whole;
  const parts = fold(word).split(' ').filter((part) => !NOISE.has(part));
  const rest = found(TYPES, parts.join(' '));
  if (rest.length > 0 || parts.length === 0) return rest;
  const codes = parts.map((part) => TYPES.get(part));
  return codes.includes(undefined) ? [] : [...new Set(codes as string[])];
}

/** Names of countries in German, French, Spanish and Japanese come with the engine. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'ja'];

function placeReader(heading: string, places: Places): WordReader {
  const { country, usState } = trackerWords.placeHeadings;
  const kind = country.map(fold).includes(fold(heading)) ? 'country' : usState.map(fold).includes(fold(heading)) ? 'usState' : undefined;
  let names: Map<string, Set<string>> | undefined;
  const narrow = (codes: readonly string[]): Meaning => {
    const fit = kind === undefined ? codes : codes.filter((code) => (kind === 'country' ? !code.includes('-') : code.startsWith('US-')));
    return fit.length > 0 ? fit : codes;
  };
  const single = (word: string): Meaning => {
    const code = word.trim().toUpperCase().replaceAll('_', '-');
    const asCode = [code, ...(/^[A-Z]{2}$/.test(code) ? [`US-${code}`] : [])].filter((c) => Object.hasOwn(places, c));
    if (asCode.length > 0) return narrow(asCode);
    const named = PLACE_WORDS.get(fold(word));
    if (named !== undefined) return [named];
    names ??= placeNames(places);
    return narrow([...(names.get(fold(word)) ?? [])]);
  };
  return (word) => {
    const whole = single(word);
    const parts = word.split(/[,(/;]| - /).map((part) => part.replace(')', '').trim()).filter((part) => part !== '');
    return whole.length > 0 || parts.length < 2 ? whole : innermost(parts.map(single), places);
  };
}

/** “California, USA” is California: the one of several places that lies in all the others. */
function innermost(meanings: readonly Meaning[], places: Places): Meaning {
  const candidates = [...new Set(meanings.flat())];
  const fits = candidates.filter((code) => meanings.every((meaning) => meaning.some((outer) => lineage(code, places).includes(outer))));
  return fits.length === 1 ? fits : [];
}

function placeNames(places: Places): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  const add = (name: string | undefined, code: string): void => {
    if (name === undefined) return;
    const codes = names.get(fold(name)) ?? new Set();
    names.set(fold(name), codes.add(code));
  };
  const speakers = LANGUAGES.map((language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }));
  for (const [code, place] of Object.entries(places)) {
    add(place.name, code);
    if (/^[A-Z]{2}$/.test(code)) for (const speaker of speakers) add(speaker.of(code), code);
  }
  return names;
}
