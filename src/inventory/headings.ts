/** Which canonical column a heading means, in eight languages and in the templates of other tools (data/inventory-headings.json). */
import data from '../data/inventory-headings.json' with { type: 'json' };
import words from '../data/inventory-words.json' with { type: 'json' };
import { type Column, COLUMNS } from './columns.ts';
import { loosen } from './elements.ts';
import { allWords, forms, later, squeeze, type Words } from './words.ts';

/** Headings that mean a column only beside others of the same tool: `name` is an asset beside `qualifiedName`, and else may be a person. */
interface Template {
  /** Headings that only this tool has. */
  signs: readonly string[];
  columns: Readonly<Partial<Record<Column, readonly string[]>>>;
  /** Headings that mean nothing to custos in this tool, whatever they mean elsewhere. */
  unread?: readonly string[];
}

export interface HeadingMap {
  /** Where each column stands among the headings. One heading may hold two columns. */
  columns: Map<Column, number>;
  /** Every heading that is not read, in the order of the file. */
  unmapped: string[];
  /** Several headings that mean one column; the first of them is read. */
  twice: { column: Column; headings: string[] }[];
  /** The tool that the file comes from, where its headings show it. */
  template?: string;
}

/** The longest heading of the known templates is shorter. */
const LONGEST = 200;
/** A tool is known by so many of its own headings. */
const SIGNS = 2;

const canonical = later((): ReadonlyMap<string, Column> => new Map(COLUMNS.map((column) => [squeeze(column), column])));
const remarks = later((): ReadonlySet<string> => new Set(data.remarks.flatMap(forms)));

const aliases = later((): ReadonlyMap<string, Column> => {
  const found = new Map<string, Column>();
  for (const [column, table] of Object.entries(data.aliases as Readonly<Record<string, Words>>)) {
    for (const form of allWords(table).flatMap(forms)) if (!found.has(form)) found.set(form, column as Column);
  }
  return found;
});

interface TemplateIndex {
  signs: ReadonlySet<string>;
  columns: ReadonlyMap<string, Column | undefined>;
}

const templates = later((): ReadonlyMap<string, TemplateIndex> => new Map(Object.entries(data.templates as unknown as Readonly<Record<string, Template>>).map(([name, { signs, columns, unread = [] }]) => {
  const own = [...Object.entries(columns).flatMap(([column, all]) => all.map((heading) => [squeeze(heading), column as Column] as const)), ...unread.map((heading) => [squeeze(heading), undefined] as const)];
  return [name, { signs: new Set(signs.map(squeeze)), columns: new Map<string, Column | undefined>(own) }];
})));

/** Further columns that a heading holds. */
const both = later((): ReadonlyMap<string, readonly Column[]> => {
  const found = new Map<string, Column[]>();
  for (const [column, headings] of Object.entries(data.both)) for (const form of headings.flatMap(forms)) found.set(form, [...(found.get(form) ?? []), column as Column]);
  return found;
});

/** The heading as it is compared, and without the remarks behind it, such as "(Y/N)" and "(if applicable)". */
function keysOf(heading: string): string[] {
  if (heading.length > LONGEST) return [];
  const keys = [squeeze(heading)];
  let bare = heading.trim();
  for (let remark = REMARK.exec(bare); remark && remarks().has(squeeze(remark[2] as string)); remark = REMARK.exec(bare)) {
    bare = (remark[1] as string).trim();
    keys.push(squeeze(bare));
  }
  return keys.filter((key) => key !== '');
}

const REMARK = /^([^]*\S)\s*[([（［]([^()[\]（）［］]*)[)\]）］]\s*[:：*]?$/;

/** The column that a whole heading means: a canonical name before all others, then what it is called in a template, then its aliases. */
export function columnOf(heading: string, template?: string): Column | undefined {
  const own = template === undefined ? undefined : templates().get(template)?.columns;
  const keys = keysOf(heading);
  const exact = keys.map((key) => canonical().get(key)).find((column) => column !== undefined);
  if (exact !== undefined) return exact;
  for (const key of keys) if (own?.has(key) === true) return own.get(key);
  return keys.map((key) => aliases().get(key)).find((column) => column !== undefined);
}

/** Whether a cell is a heading of some inventory: finds the heading row of a file. */
export function isHeading(cell: string): boolean {
  if (columnOf(cell) !== undefined) return true;
  const key = squeeze(cell.slice(0, LONGEST));
  return [...templates().values()].some(({ signs }) => signs.has(key));
}

/** The tool whose own headings are among these. */
export function templateOf(headings: readonly string[]): string | undefined {
  const keys = new Set(headings.filter((heading) => heading.length <= LONGEST).map(squeeze));
  let best: { name: string; signs: number } | undefined;
  for (const [name, { signs }] of templates()) {
    const seen = [...signs].filter((sign) => keys.has(sign)).length;
    if (seen >= SIGNS && seen > (best?.signs ?? 0)) best = { name, signs: seen };
  }
  return best?.name;
}

/** Which heading is which column. `given`: the headings that somebody chose; they win, and a heading that lost to one is not read. */
export function mapHeadings(headings: readonly string[], given: Readonly<Partial<Record<Column, string>>> = {}): HeadingMap {
  const template = templateOf(headings);
  const chosen = chosenOf(headings, given);
  const taken = new Set(chosen.values());
  const candidates = new Map<Column, number[]>();
  headings.forEach((heading, at) => {
    const column = taken.has(at) ? undefined : columnOf(heading, template);
    if (column !== undefined && !chosen.has(column)) candidates.set(column, [...(candidates.get(column) ?? []), at]);
  });
  const found = new Map(chosen);
  const twice: HeadingMap['twice'] = [];
  for (const [column, places] of candidates) {
    const sorted = byName(column, places, headings);
    found.set(column, sorted[0] as number);
    if (sorted.length > 1) twice.push({ column, headings: sorted.map((at) => headings[at] as string) });
  }
  const columns = new Map([...shared(found, headings, chosen), ...found]);
  const read = new Set(columns.values());
  return { columns, unmapped: headings.filter((heading, at) => heading.trim() !== '' && !read.has(at)), twice, ...(template === undefined ? {} : { template }) };
}

/** The place of each chosen heading; one that the file does not have is left out. */
function chosenOf(headings: readonly string[], given: Readonly<Partial<Record<Column, string>>>): Map<Column, number> {
  const places = new Map<Column, number>();
  for (const column of COLUMNS) {
    const heading = Object.hasOwn(given, column) ? given[column]?.trim() : undefined;
    const at = heading === undefined ? -1 : headings.findIndex((one) => one.trim() === heading);
    if (at >= 0) places.set(column, at);
  }
  return places;
}

/** The heading that is the canonical name first, then the others as they stand. */
function byName(column: Column, places: readonly number[], headings: readonly string[]): number[] {
  const own = (at: number): boolean => squeeze(headings[at] as string) === squeeze(column);
  return [...places.filter(own), ...places.filter((at) => !own(at))];
}

/** Columns without a heading of their own that the heading of another one holds as well. */
function shared(found: ReadonlyMap<Column, number>, headings: readonly string[], chosen: ReadonlyMap<Column, number>): Map<Column, number> {
  const more = new Map<Column, number>();
  for (const [column, at] of found) {
    if (chosen.has(column)) continue;
    for (const other of keysOf(headings[at] as string).flatMap((key) => both().get(key) ?? [])) if (other !== column && !found.has(other)) more.set(other, at);
  }
  return more;
}

/** Columns that a heading may mean, most likely first: for a question, never taken as they are. */
export function suggest(heading: string): Column[] {
  const wanted = wordsOf(heading.slice(0, LONGEST));
  if (wanted.size === 0) return [];
  const scores = new Map<Column, number>();
  const score = (column: Column, text: string): void => {
    const own = wordsOf(text);
    const common = [...own].filter((word) => wanted.has(word)).length;
    const likeness = common / (own.size + wanted.size - common);
    if (likeness > (scores.get(column) ?? 0)) scores.set(column, likeness);
  };
  for (const column of COLUMNS) {
    score(column, column);
    for (const alias of allWords((data.aliases as Readonly<Record<string, Words>>)[column] ?? {})) score(column, alias);
  }
  return [...scores].filter(([, likeness]) => likeness >= LIKELY).toSorted((a, b) => b[1] - a[1]).slice(0, 3).map(([column]) => column);
}

/** Half of the words in common, one of three added. */
const LIKELY = 0.3;

function wordsOf(text: string): Set<string> {
  return new Set(loosen(text).split(' ').filter((word) => (word.length > 1 || /\P{ASCII}/u.test(word)) && !words.dateWords.includes(word)));
}
