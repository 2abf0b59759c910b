/** The facts of a breach, asked in a terminal: what starts clocks first, then who and what, then what happened in words. Empty is unknown. */
import { ask as askInTerminal } from '../../adapters/prompt.ts';
import { type Given, factFaults } from '../../core/breach-check.ts';
import type { BreachFile } from '../../core/breach-facts.ts';
import { BREACH_ROLES } from '../../core/breach-law.ts';
import { oneOf } from '../facts.ts';
import { UserError } from '../../core/errors.ts';
import type { App } from '../app.ts';

interface Question {
  path: string;
  message: string;
  /** Words to choose from; `unknown` is always one of them. */
  choices?: readonly string[];
  /** What an answer means; absent: its text. */
  read?: (answer: string) => unknown;
  /** Only if it holds of the answers so far. */
  when?: (file: BreachFile) => boolean;
}

const CAUSES = ['malicious', 'accidental', 'system-failure'];
const YES_NO = ['yes', 'no'];

const words = (answer: string): string[] => answer.split(/[\s,;]+/).filter((word) => word !== '');

/** `US-CA 501, DE 40`: places with the number of people there; a place without one has an unknown number. */
function counts(answer: string): Record<string, number | 'unknown'> {
  const found: Record<string, number | 'unknown'> = {};
  for (const part of answer.split(/[,;]+/).map((p) => p.trim()).filter((p) => p !== '')) {
    const [, place, n] = /^([A-Za-z]{2}(?:-[A-Za-z0-9]{1,3})?)(?:[\s:=]+(\d+|unknown))?$/.exec(part) ?? [];
    if (place === undefined) throw new UserError('bad-value', `“${part}” is no place with a number`, { hint: 'write US-CA 501, DE 40' });
    found[place.toUpperCase()] = n === undefined || n === 'unknown' ? 'unknown' : Number(n);
  }
  return found;
}

function amount(answer: string): { n: number; precision: 'exact' | 'estimate' } {
  const about = /^(~|about\s+)?(\d+)$/.exec(answer);
  if (!about) throw new UserError('bad-value', `“${answer}” is no number`, { hint: 'write 1200, or ~1200 for an estimate' });
  return { n: Number(about[2]), precision: about[1] === undefined ? 'exact' : 'estimate' };
}

const QUESTIONS: readonly Question[] = [
  { path: 'title', message: 'What is it called in the register? (no names of people)' },
  { path: 'incident.discovered', message: 'When was it discovered? (2026-11-20T16:20:00+01:00)' },
  { path: 'incident.aware', message: 'Since when is it reasonably certain that personal data are concerned?' },
  { path: 'incident.occurred.from', message: 'When did it begin? (a day, or a time with offset)' },
  { path: 'incident.occurred.to', message: 'When did it end?' },
  { path: 'roles', message: `In which roles does the organisation hold the data? (${BREACH_ROLES.join(', ')})`, read: (answer) => words(answer).map((word) => oneOf(word, BREACH_ROLES, 'role', 'bad-value')) },
  { path: 'incident.cia', message: 'What was lost? (confidentiality, integrity, availability)', read: words },
  { path: 'incident.cause', message: 'What caused it?', choices: CAUSES },
  { path: 'data.elements', message: 'Which kinds of data? (name, email, genetic, health, ssn, …)', read: words },
  { path: 'people.categories', message: 'Who are the people? (customers, patients, employees, …)', read: words },
  { path: 'people.count', message: 'How many people? (1200, or ~1200 for an estimate)', read: amount },
  { path: 'people.byJurisdiction', message: 'Where do they live, and how many where? (US-CA 501, DE 40)', read: counts },
  { path: 'people.vulnerable', message: 'Who among them needs more care? (children, … ; none)', read: (answer) => (answer.trim() === 'none' ? [] : words(answer)) },
  { path: 'protection.encrypted', message: 'Were the data encrypted?', choices: [...YES_NO, 'partly'] },
  { path: 'protection.keyAcquired', message: 'Is the key in the same hands?', choices: YES_NO, when: (file) => file.protection?.encrypted === 'yes' || file.protection?.encrypted === 'partly' },
  { path: 'circumstances.exfiltrated', message: 'Did the data leave the organisation?', choices: YES_NO },
  { path: 'circumstances.published', message: 'Were they open to the public?', choices: YES_NO },
  { path: 'circumstances.backup', message: 'Is there a copy of what was lost or altered?', choices: ['complete', 'partial', 'none'], when: (file) => Array.isArray(file.incident?.['cia']) && !(file.incident['cia'] as string[]).every((word) => word === 'confidentiality') },
  { path: 'incident.summary', message: 'What happened, in plain words and without names of the people concerned?' },
  { path: 'measures.taken', message: 'What was done? (several: separate by ;)', read: (answer) => answer.split(';').map((text) => text.trim()).filter((text) => text !== '') },
];

const SKIP = 'unknown';

/** Asks one thing after the other; what the answers so far contradict is asked again. */
export async function askBreach(app: App, given: Given, part: boolean, ask: typeof askInTerminal = askInTerminal): Promise<BreachFile> {
  let file = { title: '' } as BreachFile;
  for (const question of QUESTIONS) {
    if ((part && question.path === 'title') || question.when?.(file) === false) continue;
    const answer = await ask({
      message: question.message, ...(question.choices ? { choices: [SKIP, ...question.choices].map((value) => ({ value, name: value })) } : {}),
      check: async (text) => (text.trim() === '' && question.path === 'title' ? 'it needs a name' : complaint(file, question, text, given)),
    });
    if (answer !== '' && answer !== SKIP) file = put(file, question, answer);
  }
  if (!app.globals.quiet) app.io.err('what was left open is unknown: a facts file, or custos breach learn, can say it later\n');
  if (!part) return file;
  const { title: _, ...rest } = file;
  return rest as BreachFile;
}

/** What is wrong with an answer, or with the answers together. */
function complaint(file: BreachFile, question: Question, text: string, given: Given): string | undefined {
  if (text.trim() === '') return undefined;
  try {
    const known = new Set(factFaults(file, given).map((f) => f.says));
    return factFaults(put(file, question, text), given).find((f) => !known.has(f.says))?.says;
  } catch (error) {
    if (error instanceof UserError) return error.hint ? `${error.message}: ${error.hint}` : error.message;
    throw error;
  }
}

function put(file: BreachFile, { path, read }: Question, answer: string): BreachFile {
  const keys = path.split('.');
  const set = (at: Readonly<Record<string, unknown>>, [key, ...rest]: readonly string[]): Record<string, unknown> =>
    key === undefined ? { ...at } : { ...at, [key]: rest.length === 0 ? (read ? read(answer.trim()) : answer.trim()) : set((at[key] ?? {}) as Record<string, unknown>, rest) };
  return set(file, keys) as BreachFile;
}
