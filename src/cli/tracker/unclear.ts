/** Deciding what is unclear: asked in a terminal, else listed all at once with a mapping to fill in. */
import path from 'node:path';
import { type LoadedMapping, mappingText, saveMapping } from '../../adapters/mapping.ts';
import type { Question } from '../../adapters/prompt.ts';
import { UserError } from '../../core/errors.ts';
import { type CodedField, LEAVE_OUT, type Mapping, WORD_KEYS } from '../../core/tracker.ts';
import { manyLines } from '../../formats/escape.ts';
import { type App, checkPlace } from '../app.ts';
import { formatOf } from '../print.ts';
import { type Unclear, canQuote, choicesFor, sayUnclear } from './guess.ts';

export type Ask = (question: Question) => Promise<string>;

/** The answer that stands for “no column: the same for every row”. */
const SAME = '\u0000same';
const NONE = '\u0000none';

/** Asks about each thing once and gives the mapping with the answers in it. */
export async function askUnclear(app: App, unclear: readonly Unclear[], before: Mapping, ask: Ask): Promise<Mapping> {
  let mapping = before;
  for (const one of unclear) mapping = merge(mapping, await askOne(app, one, mapping, ask));
  return mapping;
}

async function askOne(app: App, unclear: Unclear, mapping: Mapping, ask: Ask): Promise<Partial<Mapping>> {
  switch (unclear.kind) {
    case 'order': {
      const choices = [{ value: 'day-month', name: 'day first: 31/1/2026' }, { value: 'month-day', name: 'month first: 1/31/2026' }];
      return mapping.dateOrder ? {} : { dateOrder: (await ask({ message: sayUnclear(unclear).says, choices })) as Mapping['dateOrder'] & string };
    }
    case 'serials': {
      const choices = [{ value: '1900', name: 'from 1900 (usual)' }, { value: '1904', name: 'from 1904 (old Macs)' }];
      return mapping.excelDates ? {} : { excelDates: Number(await ask({ message: sayUnclear(unclear).says, choices })) as 1900 | 1904 };
    }
    case 'word': return { [WORD_KEYS[unclear.field]]: { [unclear.word.word]: await askCode(app, unclear.field, sayUnclear(unclear).says, unclear.word.meaning, ask) } };
    case 'column': return askColumn(app, unclear, mapping, ask);
    case 'no-codes': throw new UserError('bad-mapping', sayUnclear(unclear).says, { hint: 'write a mapping file and name the right column' });
  }
}

async function askColumn(app: App, unclear: Extract<Unclear, { kind: 'column' }>, mapping: Mapping, ask: Ask): Promise<Partial<Mapping>> {
  const { field, candidates, canDefault } = unclear;
  const optional = !canDefault && field !== 'reference' && field !== 'received';
  const choices = [...candidates.map((heading) => ({ value: heading, name: heading })), ...(canDefault ? [{ value: SAME, name: 'no column: the same for every row' }] : optional ? [{ value: NONE, name: 'none of them' }] : [])];
  if (choices.length === 0) throw new UserError('bad-mapping', sayUnclear(unclear).says, { hint: 'add the column to the file' });
  const answer = await ask({ message: `Which column is “${field}”?`, choices });
  if (answer === NONE) return {};
  if (answer !== SAME) return { columns: { ...mapping.columns, [field]: answer } };
  return { defaults: { ...mapping.defaults, [field]: await askCode(app, field as CodedField, `Which ${field} do all rows have?`, [], ask) } };
}

async function askCode(app: App, field: CodedField, message: string, likely: readonly string[], ask: Ask): Promise<string> {
  const all = choicesFor(field);
  if (all.length > 0) {
    const codes = [...likely, ...all.filter((code) => !likely.includes(code))];
    return ask({ message, choices: codes.map((code) => ({ value: code, name: code === LEAVE_OUT ? 'no request: leave these rows out' : code })) });
  }
  if (field !== 'jurisdiction') return ask({ message });
  const check = async (answer: string): Promise<string | undefined> => checkPlace(app, answer).then(() => undefined, (error: unknown) => (error instanceof UserError ? `${error.message}: ${error.hint}` : String(error)));
  return checkPlace(app, await ask({ message: `${message} (ISO code: DE, GB-SCT, US-CA, JP, … or EU)`, check, ...(likely[0] === undefined ? {} : { suggestion: likely[0] }) }));
}

function merge(mapping: Mapping, more: Partial<Mapping>): Mapping {
  const merged = { ...mapping, ...more };
  for (const key of Object.values(WORD_KEYS)) if (more[key]) Object.assign(merged, { [key]: { ...mapping[key], ...more[key] } });
  return merged;
}

/** The error that lists everything unclear at once. The mapping to fill in goes to stderr, or into a file if one is named. */
export async function listUnclear(app: App, unclear: readonly Unclear[], mapping: Mapping, file: string, given: LoadedMapping | undefined, saveAs: string | undefined): Promise<UserError> {
  const said = unclear.map(sayUnclear);
  const problems = said.map(({ says, line }) => ({ says, ...(line === undefined ? {} : { at: `${file}:${line}` }) }));
  const many = `${unclear.length} thing${unclear.length === 1 ? ' has' : 's have'} to be decided before ${file} can be read`;
  if (given) return new UserError('bad-mapping', many, { problems, hint: `write the answers into ${given.file}` });
  const text = await mappingText(skeleton(mapping, unclear), ['Replace every “?” and use this file with --mapping.', ...said.map((s) => s.says), ...choicesSaid(unclear)]);
  if (saveAs !== undefined && !app.globals.dryRun) {
    saveMapping(path.resolve(app.io.cwd, saveAs), text);
    return new UserError('missing-values', many, { problems, hint: `a mapping to fill in is in ${saveAs}; nothing else was written` });
  }
  const hint = 'save the mapping with --save-mapping FILE, replace every “?” and give it with --mapping FILE; nothing was written';
  if (formatOf(app) === 'json') return new UserError('missing-values', many, { problems: [...problems, { says: text, at: 'mapping' }], hint });
  app.io.err(`${manyLines(text)}\n`);
  return new UserError('missing-values', many, { problems, hint });
}

/** The mapping so far, with `?` for what is open. A text that may be about somebody is left out. */
function skeleton(mapping: Mapping, unclear: readonly Unclear[]): object {
  let open: Record<string, unknown> & { columns: Record<string, unknown> } = { ...mapping };
  for (const one of unclear) {
    if (one.kind === 'column') open = { ...open, columns: { ...open.columns, [one.field]: '?' } };
    else if (one.kind === 'order') open = { ...open, dateOrder: '?' };
    else if (one.kind === 'serials') open = { ...open, excelDates: '?' };
    else if (one.kind === 'word' && canQuote(one.word.word)) open = { ...open, [WORD_KEYS[one.field]]: { ...(open[WORD_KEYS[one.field]] as object | undefined), [one.word.word]: '?' } };
  }
  return open;
}

function choicesSaid(unclear: readonly Unclear[]): string[] {
  const fields = [...new Set(unclear.flatMap((one) => (one.kind === 'word' ? [one.field] : [])))];
  return fields.map((field) => {
    const choices = choicesFor(field);
    return `${WORD_KEYS[field]}: ${choices.length > 0 ? `one of ${choices.join(', ')}` : 'a code such as DE, GB-SCT, US-CA, JP or EU'}`;
  });
}
