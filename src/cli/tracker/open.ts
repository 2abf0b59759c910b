/** Opens somebody's tracker: the file, its mapping (given, found beside it, or guessed and shown), and a reader of its rows. */
import path from 'node:path';
import { type CsvFile, openCsv } from '../../adapters/csv.ts';
import { isThere } from '../../adapters/files.ts';
import { type LoadedMapping, mappingText, readMapping, saveMapping } from '../../adapters/mapping.ts';
import { UserError } from '../../core/errors.ts';
import { compareText } from '../../core/order.ts';
import type { Source } from '../../core/report.ts';
import { LEAVE_OUT, type Mapping, WORD_KEYS, fold } from '../../core/tracker.ts';
import type { App } from '../app.ts';
import { quote } from '../questions.ts';
import { type Unclear, canQuote, guessMapping, resolveColumns, sourceOf, unclearColumns, unclearContent } from './guess.ts';
import type { TrackerOptions } from './options.ts';
import { type Columns, type TrackerRow, rowReader } from './row.ts';
import { type Survey, survey } from './survey.ts';
import { type Ask, askUnclear, listUnclear } from './unclear.ts';
import { fieldOf } from './words.ts';

export interface Tracker {
  csv: CsvFile;
  mapping: Mapping;
  columns: Columns;
  /** Headings that neither the mapping nor the guess speaks of. */
  unmapped: string[];
  notes: string[];
  inputs: Source[];
  /** The rows as facts, in batches. */
  rows(): AsyncGenerator<TrackerRow[]>;
}

/** With fewer known headings nothing is guessed. */
const HEADINGS_KNOWN = 2;

interface Opening {
  app: App;
  file: string;
  options: TrackerOptions;
  command: string;
  needReference: boolean;
}

/** `command` is what the user typed, for the line that repeats it without questions. */
export async function openTracker(app: App, file: string, options: TrackerOptions, command: string, needReference: boolean, ask?: Ask): Promise<Tracker> {
  const opening: Opening = { app, file, options, command, needReference };
  const resolve = (name: string): string => path.resolve(app.io.cwd, name);
  const beside = `${file}.mapping.yaml`;
  const named = options.mapping ?? (file !== '-' && isThere(resolve(beside)) ? beside : undefined);
  const given = named === undefined ? undefined : await readMapping(resolve(named), named);
  if (given && options.saveMapping !== undefined) throw new UserError('usage', `--save-mapping keeps a guessed mapping; there is one already: ${given.file}`, { hint: 'leave one of the two out' });
  await checkJurisdictions(app, given);
  const wanted = given && new Set(Object.values(given.mapping.columns).map(fold));
  const csv = await openCsv(file === '-' ? file : resolve(file), { encoding: options.encoding, delimiter: options.delimiter, isHeading: (cell) => (wanted ? wanted.has(fold(cell)) : fieldOf(cell) !== undefined) }, file);
  const settled = given ? await settleGiven(opening, csv, given) : await settleGuess(opening, csv, ask);
  const { mapping, columns, seen } = settled;
  const used = new Set([...Object.values(mapping.columns), ...(mapping.ignored ?? [])].map(fold));
  const unmapped = csv.headings.filter((heading) => heading !== '' && !used.has(fold(heading)));
  const read = rowReader(columns, mapping, seen.orders);
  return {
    csv, mapping, columns, unmapped,
    notes: [...readingNotes(csv), ...settled.notes, ...(unmapped.length > 0 ? [`columns that are not read: ${unmapped.join(', ')}`] : [])],
    inputs: [{ path: file, sha256: csv.sha256 }, ...(given ? [{ path: given.file, sha256: given.sha256 }] : [])],
    async *rows() {
      for await (const batch of csv.rows()) yield batch.map(read);
    },
  };
}

interface Settled {
  mapping: Mapping;
  columns: Columns;
  seen: Survey;
  notes: string[];
}

async function settleGiven({ app, file, options, needReference }: Opening, csv: CsvFile, given: LoadedMapping): Promise<Settled> {
  const mapping = options.source === undefined ? given.mapping : { ...given.mapping, source: checkSource(options.source) };
  const { places } = await app.world();
  const columns = resolveColumns(csv, mapping, places, given.file);
  const seen = await survey(csv, columns, mapping);
  const unclear = [...unclearColumns(mapping, csv.headings, needReference, []), ...unclearContent(seen, columns)];
  if (unclear.length > 0) throw await listUnclear(app, unclear, mapping, file, given, undefined);
  return { mapping, columns, seen, notes: options.mapping === undefined ? [`mapping: ${given.file}`] : [] };
}

async function settleGuess({ app, file, options, command, needReference }: Opening, csv: CsvFile, ask: Ask | undefined): Promise<Settled> {
  const { places } = await app.world();
  const saveAs = options.saveMapping ?? (file === '-' ? undefined : `${file}.mapping.yaml`);
  const guessed = guessMapping(csv.headings, options.source === undefined ? sourceOf(file) : checkSource(options.source));
  let { mapping } = guessed;
  // Where the headings are strange the row may be no heading row at all, but somebody's data: it is not quoted.
  if (guessed.known < HEADINGS_KNOWN) throw await listUnclear(app, unclearColumns(mapping, [], needReference, []), mapping, file, undefined, options.saveMapping);
  const look = async (): Promise<{ columns: Columns; seen: Survey }> => {
    const columns = resolveColumns(csv, mapping, places, undefined);
    return { columns, seen: await survey(csv, columns, mapping) };
  };
  let unclear: Unclear[] = unclearColumns(mapping, csv.headings, needReference, guessed.twice);
  let { columns, seen } = await look();
  const answering = app.canAsk ? (ask ?? (await import('../../adapters/prompt.ts')).ask) : undefined;
  const asked = unclear.length > 0 || unclearContent(seen, columns).length > 0;
  if (answering) {
    mapping = await askUnclear(app, unclear, mapping, answering);
    ({ columns, seen } = await look());
    mapping = await askUnclear(app, unclearContent(seen, columns), mapping, answering);
    ({ columns, seen } = await look());
    unclear = [];
  }
  unclear = [...unclear, ...unclearContent(seen, columns)];
  if (unclear.length > 0) throw await listUnclear(app, unclear, withWords(mapping, seen, []), file, undefined, options.saveMapping);
  const notes = guessNotes(mapping, columns, seen);
  const keep = options.saveMapping !== undefined || (answering !== undefined && asked);
  if (keep && saveAs !== undefined && !app.globals.dryRun) {
    saveMapping(path.resolve(app.io.cwd, saveAs), await mappingText(withWords(mapping, seen, restOf(csv, mapping)), [`How custos reads ${path.basename(file)}.`]));
    notes.push(`the mapping is kept in ${saveAs}`, `custos ${command} ${quote(file)} --mapping ${quote(saveAs)}`);
  }
  return { mapping, columns, seen, notes };
}

function checkSource(source: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,31}$/.test(source)) return source;
  throw new UserError('bad-value', `--source: “${source}” is not a name of up to 32 small letters, digits and -`, { hint: 'for example --source dsar-tracker' });
}

/** The schema knows the form of a code; which codes there are is known here. */
async function checkJurisdictions(app: App, given: LoadedMapping | undefined): Promise<void> {
  if (!given) return;
  const { places } = await app.world();
  const codes = [...Object.entries(given.mapping.jurisdictions ?? {}).map(([word, code]) => ({ key: `jurisdictions.${word}`, code })), ...(given.mapping.defaults?.jurisdiction ? [{ key: 'defaults.jurisdiction', code: given.mapping.defaults.jurisdiction }] : [])];
  const problems = codes.filter(({ code }) => !Object.hasOwn(places, code)).map(({ key, code }) => ({ says: `${key}: ${code} is not a place that custos knows`, at: given.file }));
  if (problems.length > 0) throw new UserError('bad-mapping', `${given.file} has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}`, { problems, hint: 'use ISO 3166 codes such as DE, GB-SCT, US-CA or JP, or EU' });
}

const restOf = (csv: CsvFile, mapping: Mapping): string[] => {
  const used = new Set(Object.values(mapping.columns).map(fold));
  return csv.headings.filter((heading) => heading !== '' && !used.has(fold(heading)));
};

/** The mapping with every word that was found in the file, so that nothing in it is left to the shipped tables. */
function withWords(mapping: Mapping, seen: Survey, ignored: readonly string[]): Mapping {
  const whole: Mapping = { ...mapping };
  for (const [field, { seen: words }] of seen.words) {
    const clear = words.flatMap(({ word, meaning }): [string, string][] => (meaning.length === 1 && canQuote(word) ? [[word, meaning[0] as string]] : []));
    if (clear.length > 0) Object.assign(whole, { [WORD_KEYS[field]]: { ...Object.fromEntries(clear.toSorted(([a], [b]) => compareText(a, b))), ...whole[WORD_KEYS[field]] } });
  }
  const orders = new Set(seen.orders.values());
  if (orders.size === 1) whole.dateOrder ??= [...orders][0] as NonNullable<Mapping['dateOrder']>;
  if (ignored.length > 0) whole.ignored = [...ignored];
  return whole;
}

/** How the file was read, where that is not plain UTF-8 from the first line. */
function readingNotes({ encoding, delimiter, preamble, headingLine }: CsvFile): string[] {
  const notes: string[] = [];
  if (encoding.how === 'guessed' || encoding.how === 'zeros') notes.push(`encoding: ${encoding.name}, guessed from the bytes; --encoding wins`);
  if (preamble.length > 0) notes.push(`the headings stand on line ${headingLine}; ${preamble.length} line${preamble.length === 1 ? '' : 's'} above ${preamble.length === 1 ? 'it is' : 'them are'} no rows`);
  if (delimiter === '\t' || delimiter === '|') notes.push(`delimiter: ${delimiter === '\t' ? 'tab' : delimiter}`);
  return notes;
}

/** The guess, in words: nothing of it is silent. */
function guessNotes(mapping: Mapping, columns: Columns, seen: Survey): string[] {
  const lines = [`no mapping was given; read from headings and words, as the tracker “${mapping.source}” (--source keeps the name when the file is renamed):`];
  for (const [field, { heading }] of columns.at) lines.push(`  ${field} ← ${heading}${seen.orders.has(field) ? ` (${seen.orders.get(field)})` : ''}`);
  for (const [key, code] of Object.entries(mapping.defaults ?? {})) lines.push(`  ${key}: ${String(code)} for every row`);
  for (const [field, { seen: words }] of seen.words) {
    const said = words.filter(({ word }) => canQuote(word)).slice(0, 12).map(({ word, meaning }) => `${word} → ${meaning[0] === LEAVE_OUT ? 'left out' : meaning[0]}`);
    if (said.length > 0) lines.push(`  ${WORD_KEYS[field]}: ${said.join(', ')}${words.length > said.length ? ', …' : ''}`);
  }
  return lines;
}
