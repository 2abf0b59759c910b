/** Which canonical column a heading means, in eight languages and in the templates of other tools (data/inventory-headings.json). */
import { later } from '../core/later.ts';
import { PackedMap } from '../core/packed.ts';
import { type Column, COLUMNS } from './columns.ts';
import { squeeze } from './fold.ts';
import * as made from './headings.made.ts';

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
export const LONGEST = 200;
/** A tool is known by so many of its own headings. */
const SIGNS = 2;

const canonical = later((): ReadonlyMap<string, Column> => new Map(COLUMNS.map((column) => [squeeze(column), column])));
const aliases = new PackedMap(made.aliases);
const remarks = new Set(made.remarks);
const templates = new Map(Object.entries(made.templates));

/** The heading as it is compared, and without the remarks behind it, such as "(Y/N)" and "(if applicable)". */
function keysOf(heading: string): string[] {
  if (heading.length > LONGEST) return [];
  const keys = [squeeze(heading)];
  let bare = heading.trim();
  for (let remark = REMARK.exec(bare); remark && remarks.has(squeeze(remark[2] as string)); remark = REMARK.exec(bare)) {
    bare = (remark[1] as string).trim();
    keys.push(squeeze(bare));
  }
  return keys.filter((key) => key !== '');
}

const REMARK = /^([^]*\S)\s*[([（［]([^()[\]（）［］]*)[)\]）］]\s*[:：*]?$/;

/** The column that a whole heading means: a canonical name before all others, then what it is called in a template, then its aliases. */
export function columnOf(heading: string, template?: string): Column | undefined {
  const own = template === undefined ? undefined : templates.get(template)?.columns;
  const keys = keysOf(heading);
  const exact = keys.map((key) => canonical().get(key)).find((column) => column !== undefined);
  if (exact !== undefined) return exact;
  for (const key of keys) if (own && Object.hasOwn(own, key)) return own[key] ?? undefined;
  return keys.map((key) => aliases.get(key)).find((column) => column !== undefined) as Column | undefined;
}

/** Whether a cell is a heading of some inventory: finds the heading row of a file. */
export function isHeading(cell: string): boolean {
  if (columnOf(cell) !== undefined) return true;
  const key = squeeze(cell.slice(0, LONGEST));
  return [...templates.values()].some(({ signs }) => signs.includes(key));
}

/** The tool whose own headings are among these. */
export function templateOf(headings: readonly string[]): string | undefined {
  const keys = new Set(headings.filter((heading) => heading.length <= LONGEST).map(squeeze));
  let best: { name: string; signs: number } | undefined;
  for (const [name, { signs }] of templates) {
    const seen = signs.filter((sign) => keys.has(sign)).length;
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
    for (const other of keysOf(headings[at] as string).flatMap((key) => (Object.hasOwn(made.both, key) ? (made.both[key] as Column[]) : []))) if (other !== column && !found.has(other)) more.set(other, at);
  }
  return more;
}
