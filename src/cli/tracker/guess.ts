/** What is unclear about a tracker, and a mapping made from its headings where none is given. */
import type { CsvFile } from '../../adapters/csv.ts';
import { type Problem, UserError } from '../../core/errors.ts';
import { OUTCOMES, REQUEST_TYPES } from '../../core/law.ts';
import { type Places, nearest } from '../../core/places.ts';
import { CODED_FIELDS, type CodedField, type Field, FIELDS, LEAVE_OUT, type Mapping, PRIVATE_FIELDS, WORD_KEYS, fold } from '../../core/tracker.ts';
import type { Columns } from './row.ts';
import type { SeenWord, Survey } from './survey.ts';
import { fieldOf, suggestionsFor, wordReader } from './words.ts';

/** Something that a person has to decide. */
export type Unclear =
  | { kind: 'column'; field: Field; candidates: string[]; canDefault: boolean }
  | { kind: 'order'; field: Field; heading: string; mixed: boolean }
  | { kind: 'serials'; field: Field; heading: string }
  | { kind: 'word'; field: CodedField; heading: string; word: SeenWord }
  /** Too many unknown words to be codes: the column is probably another one. */
  | { kind: 'no-codes'; field: CodedField; heading: string; distinct: number; more: boolean };

/** Columns that decide nothing: of two that look like one of them neither is read, and both are told. */
const OPTIONAL: readonly Field[] = [...PRIVATE_FIELDS, 'role', 'channel', 'data'];
/** More unknown words in a column than anybody decides one by one. */
const WORDS_ASKED = 30;
/** A longer text, or one with an @, is no code and may be about somebody: it is never quoted. */
const LONGEST_WORD = 40;

/** A mapping from headings alone. A field that two headings name stays open. `known` is how many headings name a field. */
export function guessMapping(headings: readonly string[], source: string): { mapping: Mapping; twice: Unclear[]; known: number } {
  const found = new Map<Field, string[]>();
  for (const heading of headings) {
    const field = heading === '' ? undefined : fieldOf(heading);
    if (field) found.set(field, [...(found.get(field) ?? []), heading]);
  }
  const columns: Mapping['columns'] = {};
  const twice: Unclear[] = [];
  for (const field of FIELDS) {
    const named = found.get(field) ?? [];
    if (named.length === 1) columns[field] = named[0] as string;
    else if (named.length > 1 && !OPTIONAL.includes(field)) twice.push({ kind: 'column', field, candidates: named, canDefault: false });
  }
  return { mapping: { source, columns }, twice, known: [...found.values()].flat().length };
}

/** A name for the tracker that stays when a new export has another date in its file name. */
export function sourceOf(file: string): string {
  const base = file === '-' ? '' : file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const slug = fold(base).replace(/[^a-z0-9]+/g, '-').split('-').filter((part) => part !== '' && !/^\d+$/.test(part)).join('-');
  return slug.slice(0, 32).replace(/-$/, '') || 'tracker';
}

/** Finds the columns of a mapping in the file; a heading that is absent, or stands there twice, is an error. */
export function resolveColumns(csv: Pick<CsvFile, 'headings' | 'path'>, mapping: Mapping, places: Places, mappingFile: string | undefined): Columns {
  const at = new Map<Field, { index: number; heading: string }>();
  const problems: Problem[] = [];
  for (const field of FIELDS) {
    const wanted = mapping.columns[field];
    if (wanted === undefined) continue;
    const exact = csv.headings.flatMap((heading, i) => (heading === wanted.trim() ? [i] : []));
    const fits = exact.length > 0 ? exact : csv.headings.flatMap((heading, i) => (fold(heading) === fold(wanted) ? [i] : []));
    const where = mappingFile === undefined ? {} : { at: `${mappingFile}: columns.${field}` };
    if (fits.length === 1) at.set(field, { index: fits[0] as number, heading: csv.headings[fits[0] as number] as string });
    else if (fits.length > 1) problems.push({ says: `${fits.length} columns are called “${wanted}”: give each its own heading`, ...where });
    else problems.push({ says: `no column is called “${wanted}”${near(wanted, csv.headings)}`, ...where });
  }
  if (problems.length > 0) throw new UserError(mappingFile === undefined ? 'bad-csv' : 'bad-mapping', `the columns of ${csv.path} do not fit the mapping`, { problems, hint: 'a mapping names headings as the file writes them' });
  const words = new Map(CODED_FIELDS.flatMap((field): [CodedField, ReturnType<typeof wordReader>][] => {
    const column = at.get(field);
    return column ? [[field, wordReader(field, mapping, column.heading, places)]] : [];
  }));
  return { at, words };
}

function near(wanted: string, headings: readonly string[]): string {
  const found = nearest(wanted, headings.filter((heading) => heading !== ''));
  return found === undefined ? '' : `; did you mean “${found}”?`;
}

/** Which columns a mapping must still name. A tracker is read without references, but not imported. */
export function unclearColumns(mapping: Mapping, headings: readonly string[], needReference: boolean, twice: readonly Unclear[]): Unclear[] {
  const taken = new Set(Object.values(mapping.columns).map(fold));
  const free = headings.filter((heading) => heading !== '' && !taken.has(fold(heading)));
  const needed: Field[] = [...(needReference ? ['reference' as const] : []), 'received', ...(mapping.defaults?.type ? [] : ['type' as const]), ...(mapping.defaults?.jurisdiction ? [] : ['jurisdiction' as const])];
  const missing = needed.filter((field) => mapping.columns[field] === undefined && !twice.some((t) => t.field === field));
  return [...twice, ...missing.map((field): Unclear => ({ kind: 'column', field, candidates: suggested(field, free), canDefault: field === 'type' || field === 'jurisdiction' }))];
}

/** The headings that may be meant come first. */
function suggested(field: Field, free: readonly string[]): string[] {
  const likely = suggestionsFor(field, free);
  return [...likely, ...free.filter((heading) => !likely.includes(heading))];
}

/** What the content of the file leaves open. */
export function unclearContent(survey: Survey, columns: Columns): Unclear[] {
  const headingOf = (field: Field): string => columns.at.get(field)?.heading ?? field;
  const dates = survey.open.map(({ field, why }): Unclear => (why === 'serials' ? { kind: 'serials', field, heading: headingOf(field) } : { kind: 'order', field, heading: headingOf(field), mixed: why === 'mixed' }));
  const words = [...survey.words].flatMap(([field, { seen, more }]): Unclear[] => {
    const unknown = seen.filter((word) => word.meaning.length !== 1);
    return unknown.length > WORDS_ASKED ? [{ kind: 'no-codes', field, heading: headingOf(field), distinct: seen.length, more }] : unknown.map((word) => ({ kind: 'word', field, heading: headingOf(field), word }));
  });
  return [...dates, ...words];
}

export function canQuote(word: string): boolean {
  return word.length <= LONGEST_WORD && !word.includes('@') && !word.includes('\n');
}

/** The codes among which a word of this field has to be sorted; places are too many to list. */
export function choicesFor(field: CodedField): readonly string[] {
  switch (field) {
    case 'type': return [...REQUEST_TYPES, LEAVE_OUT];
    case 'status': return ['open', 'answered', 'withdrawn', ...OUTCOMES.filter((o) => o !== 'withdrawn')];
    case 'outcome': return OUTCOMES;
    default: return [];
  }
}

/** One sentence about what is unclear; at which line of the file, where it is one. */
export function sayUnclear(unclear: Unclear): { says: string; line?: number } {
  switch (unclear.kind) {
    case 'column': {
      const shown = unclear.candidates.slice(0, 12).map((heading) => `“${heading}”`).join(', ');
      const or = unclear.canDefault ? `, or give defaults.${unclear.field}` : '';
      return { says: `columns.${unclear.field}: which column is it? ${shown || 'none is left'}${or}` };
    }
    case 'order': return { says: unclear.mixed ? `dateOrder: “${unclear.heading}” has dates of both orders, such as 31/1/2026 and 1/31/2026` : `dateOrder: is 3/4/2026 in “${unclear.heading}” in April (day-month) or in March (month-day)?` };
    case 'serials': return { says: `excelDates: “${unclear.heading}” has day numbers of a spreadsheet; do they count from 1900 (usual) or from 1904?` };
    case 'word': {
      const { word, count, line, meaning } = unclear.word;
      const may = meaning.length > 1 ? ` It may be ${meaning.join(' or ')}.` : '';
      const shown = canQuote(word) ? `“${word}”` : `the text of ${word.length} characters`;
      return { says: `${WORD_KEYS[unclear.field]}: what is ${shown} in “${unclear.heading}” (${count} row${count === 1 ? '' : 's'})?${may}`, line };
    }
    case 'no-codes': return { says: `columns.${unclear.field}: “${unclear.heading}” does not hold codes but texts (${unclear.distinct}${unclear.more ? ' or more' : ''} different ones): is it another column?` };
  }
}
