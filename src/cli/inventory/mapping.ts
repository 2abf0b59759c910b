/** Makes a mapping: from what is known, and what a person answers. */
import path from 'node:path';
import { openCsv } from '../../adapters/csv.ts';
import { type InventoryMapping, readInventoryMapping } from '../../adapters/inventory-mapping.ts';
import { isThere } from '../../adapters/files.ts';
import { mappingText, saveMapping } from '../../adapters/mapping.ts';
import type { Question } from '../../adapters/prompt.ts';
import { nearest } from '../../core/places.ts';
import type { Outcome, Records } from '../../core/report.ts';
import { type Column, COLUMNS, about, isColumn } from '../../inventory/columns.ts';
import { isHeading, mapHeadings } from '../../inventory/headings.ts';
import { codesOf } from '../../inventory/columns.ts';
import type { App } from '../app.ts';
import { quote } from '../questions.ts';
import type { InventoryOptions } from './options.ts';
import { type OpenWord, openHeadings, openWords } from './survey.ts';

type Ask = (question: Question) => Promise<string>;

/** The answer that stands for “it carries nothing for custos”. */
const UNREAD = '\u0000unread';
const OTHER = '\u0000other';

/** So many unknown words of a column are shown in the table; JSON has all. */
const SHOWN = 4;

interface MapItem {
  heading: string;
  column: Column | null;
  suggestions: readonly Column[];
  /** Words of it that are not known. */
  unknown: { word: string; rows: number }[];
}

/** `ask` stands in for the terminal in tests. */
export async function mapInventory(app: App, file: string, options: InventoryOptions & { saveMapping?: string }, ask?: Ask): Promise<Outcome> {
  const at = (name: string): string => path.resolve(app.io.cwd, name);
  const beside = `${file}.mapping.yaml`;
  const named = options.mapping ?? (file !== '-' && isThere(at(beside)) ? beside : undefined);
  const given = named === undefined ? undefined : await readInventoryMapping(at(named), named);
  const csv = await openCsv(file === '-' ? file : at(file), { encoding: options.encoding, delimiter: options.delimiter, isHeading }, file);
  let mapping: InventoryMapping = given?.mapping ?? { columns: {} };
  const look = () => mapHeadings(csv.headings, mapping.columns);
  const answering = app.canAsk ? (ask ?? (await import('../../adapters/prompt.ts')).ask) : undefined;
  if (answering) {
    for (const open of openHeadings(look().unmapped)) mapping = merge(mapping, await askHeading(open.heading, open.suggestions, look().columns, answering));
    for (const word of await openWords(csv, look().columns, mapping.words ?? {})) mapping = merge(mapping, await askWord(word, answering));
  }
  const { columns, unmapped, twice } = look();
  const ignored = new Set(mapping.ignored ?? []);
  const words = await openWords(csv, columns, mapping.words ?? {});
  const items = csv.headings.filter((heading) => heading !== '').map((heading): MapItem => {
    const column = [...columns].find(([, i]) => csv.headings[i] === heading)?.[0] ?? null;
    return { heading, column, suggestions: column || ignored.has(heading) ? [] : openHeadings([heading])[0]?.suggestions ?? [], unknown: words.filter((w) => w.heading === heading).map(({ word, rows }) => ({ word, rows })) };
  });
  const open = unmapped.filter((heading) => heading !== '' && !ignored.has(heading));
  const saveAs = options.saveMapping ?? (answering && !given ? beside : undefined);
  const notes = twice.map(({ column, headings }) => `${headings.join(' and ')} both mean ${column}; the first is read`);
  if (saveAs !== undefined && !app.globals.dryRun) {
    const whole: InventoryMapping = { ...mapping, columns: Object.fromEntries([...columns].map(([column, i]) => [column, csv.headings[i] as string])), ...(open.length > 0 || ignored.size > 0 ? { ignored: [...ignored, ...open] } : {}) };
    saveMapping(at(saveAs), await mappingText(whole, [`How custos reads ${path.basename(file)}.`], COLUMNS));
    notes.push(`the mapping is kept in ${saveAs}`, `custos inventory check ${quote(file)} --mapping ${quote(saveAs)}`);
  }
  return { report: reportOf(csv.path, items, new Set(columns.values()).size, open), inputs: [{ path: file, sha256: csv.sha256 }], notes, incomplete: columns.size === 0 };
}

async function askHeading(heading: string, suggestions: readonly Column[], taken: ReadonlyMap<Column, number>, ask: Ask): Promise<Partial<InventoryMapping>> {
  const free = suggestions.filter((column) => !taken.has(column));
  const choices = [...free.map((column) => ({ value: column as string, name: column as string })), { value: OTHER, name: 'another column …' }, { value: UNREAD, name: 'nothing that custos reads' }];
  const answer = await ask({ message: `What does “${heading}” hold?`, choices });
  if (answer === UNREAD) return { ignored: [heading] };
  if (answer !== OTHER) return { columns: { [answer]: heading } };
  const check = (typed: string): Promise<string | undefined> => {
    const near = nearest(typed, COLUMNS);
    return Promise.resolve(!isColumn(typed) ? `no such column${near ? `; did you mean ${near}?` : ''}` : taken.has(typed) ? 'another heading is that already' : undefined);
  };
  return { columns: { [await ask({ message: `Which column is “${heading}”?`, check })]: heading } };
}

async function askWord({ column, heading, word, rows }: OpenWord, ask: Ask): Promise<Partial<InventoryMapping>> {
  const choices = [...codesOf(column).map((code) => ({ value: code, name: code })), { value: UNREAD, name: 'none of these: it stays unknown' }];
  const answer = await ask({ message: `What is “${word}” in “${heading}” (${rows} row${rows === 1 ? '' : 's'})?`, choices });
  return answer === UNREAD ? {} : { words: { [column]: { [word]: answer } } };
}

function merge(before: InventoryMapping, more: Partial<InventoryMapping>): InventoryMapping {
  const words = { ...before.words };
  for (const [column, own] of Object.entries(more.words ?? {})) words[column as Column] = { ...words[column as Column], ...own };
  const ignored = [...(before.ignored ?? []), ...(more.ignored ?? [])];
  return { ...before, columns: { ...before.columns, ...more.columns }, ...(ignored.length > 0 ? { ignored } : {}), ...(Object.keys(words).length > 0 ? { words } : {}) };
}

function reportOf(file: string, items: readonly MapItem[], mapped: number, open: readonly string[]): Records<MapItem> {
  return {
    kind: 'records', schema: 'inventory-map', title: `${file}: ${mapped} of ${items.length} columns are read`, items, rows: items, lines: items, summary: { mapped, total: items.length, unmapped: open },
    columns: [
      { title: 'HEADING', value: (i) => i.heading },
      { title: 'COLUMN', value: (i) => (i.column ? { text: i.column, tone: 'good' } : { text: 'not read', tone: 'dim' }) },
      { title: 'TYPE', value: (i) => (i.column ? about(i.column).type : '') },
      { title: 'TO DECIDE', wide: true, value: (i) => [...(i.suggestions.length > 0 ? [`perhaps ${i.suggestions.join(', ')}`] : []), ...i.unknown.slice(0, SHOWN).map(({ word, rows }) => `“${word}” (${rows})`), ...(i.unknown.length > SHOWN ? [`and ${i.unknown.length - SHOWN} more words`] : [])].join('; ') },
    ],
    fields: ['heading', 'column', 'suggestions'], empty: 'No headings.',
  };
}
