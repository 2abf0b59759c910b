/** What the options of the consent commands say, checked; nothing here repeats a word that may be a reference to a person. */
import { CONSENT_STATUSES, type ConsentStatus } from '../../core/consent.ts';
import { type Zone, formatDay } from '../../core/date.ts';
import { UserError } from '../../core/errors.ts';
import { nearest } from '../../core/places.ts';
import { codesOf, isIn } from '../../inventory/columns.ts';
import { type Scope, SCOPES, aboutScope, detailCode, isPurpose, nearScope, readScope, scopeText } from '../../inventory/consent-scopes.ts';
import type { App } from '../app.ts';
import { type Checks, dayOption, oneOf } from '../facts.ts';
import { quote } from '../questions.ts';

const METHODS = codesOf('consent_method');
const RELATIONS = codesOf('guardian_relation');

export type Ask = typeof import('../../adapters/prompt.ts').ask;

/** A scope as it was typed. Unknown words are quoted only where they are nearly a scope: others may be anything. */
export function checkScope(typed: string): Scope {
  const scope = readScope(typed);
  if (!scope) {
    const near = nearScope(typed);
    throw new UserError('bad-value', near ? `unknown scope; did you mean ${near}?` : 'unknown scope', { hint: `one of: ${SCOPES.map((code) => (aboutScope(code)?.detail ? `${code}:<${aboutScope(code)?.detail}>` : code)).join(', ')}` });
  }
  return codedScope(scope);
}

/** A scope that the log of events may hold. */
export function codedScope({ code, detail }: Scope): Scope {
  if (detail === undefined) return { code };
  if (aboutScope(code)?.detail === undefined) throw new UserError('bad-value', `the scope ${code} names nothing behind a colon`, { hint: `write ${code}` });
  const coded = detailCode(detail);
  if (coded === undefined) throw new UserError('bad-value', `what ${code} names is a code of small letters, digits, - and _: any other text may name a person, and the log of events cannot be erased`, { hint: `for example ${code}:${aboutScope(code)?.detail === 'purpose' ? 'ancestry_research' : 'biopharma-x'}` });
  return { code, detail: coded };
}

/** What a person should know about a scope that is recorded. */
export function scopeNotes({ code, detail }: Scope): string[] {
  const kind = aboutScope(code)?.detail;
  if (kind !== undefined && detail === undefined) return [`${code} names no ${kind}: such a consent covers no ${kind} in particular`];
  return kind === 'purpose' && detail !== undefined && !isPurpose(detail) ? [`${scopeText({ code, detail })}: the inventory knows no purpose ${detail}`] : [];
}

/** One of a list of codes. Another word is not repeated: it may be anything, the name of a parent too. */
function codeOf(typed: string, codes: readonly string[], what: string): string {
  const word = typed.trim().toLowerCase().replace(/[\s-]+/g, '_');
  if (codes.includes(word)) return word;
  const near = nearest(word, codes);
  throw new UserError('bad-value', near === undefined ? `unknown ${what}` : `unknown ${what}; did you mean ${near}?`, { hint: `one of: ${codes.join(', ')}` });
}

/** What the law does not take for an act of consent is recorded as it was, and told. */
export function methodNotes(method: string | undefined): string[] {
  return method !== undefined && isIn(method, 'NOT_AFFIRMATIVE') ? [`${method} is no affirmative act: what is recorded so is no valid consent`] : [];
}

export interface ConsentOptions {
  scope?: string[];
  status?: string;
  on?: string;
  expires?: string;
  method?: string;
  notice?: string;
  language?: string;
  guardian?: string;
  in?: string;
}

/** The parts of an event that options say. */
export interface Said {
  scopes: Scope[];
  status: ConsentStatus | undefined;
  method?: string;
  notice?: string;
  language?: string;
  guardian?: string;
}

export async function readSaid(options: ConsentOptions, statuses: readonly ConsentStatus[], checks: Checks): Promise<Said> {
  const { scope = [], status, method, notice, language, guardian } = options;
  const said: Said = { scopes: [], status: undefined };
  for (const typed of scope) await checks.attempt(() => void said.scopes.push(checkScope(typed)));
  said.scopes = said.scopes.filter((one, i, all) => all.findIndex((other) => scopeText(other) === scopeText(one)) === i);
  if (status !== undefined) await checks.attempt(() => void (said.status = oneOf(status, statuses.length === 0 ? CONSENT_STATUSES : statuses, 'status', 'bad-value')));
  if (method !== undefined) await checks.attempt(() => void (said.method = codeOf(method, METHODS, 'method')));
  if (notice !== undefined) await checks.attempt(() => void (said.notice = checkNotice(notice)));
  if (language !== undefined) await checks.attempt(() => void (said.language = checkLanguage(language)));
  if (guardian !== undefined) await checks.attempt(() => void (said.guardian = codeOf(guardian, RELATIONS, 'relation')));
  return said;
}

/** The version of a notice as the log may hold it. */
export function noticeCode(text: string): string | undefined {
  return /^[A-Za-z0-9][A-Za-z0-9._/#:-]{0,63}$/.test(text) ? text : undefined;
}

function checkNotice(typed: string): string {
  const code = noticeCode(typed.trim());
  if (code === undefined) throw new UserError('bad-value', '--notice is the version of the notice: a code of up to 64 letters, digits and . _ / # : -', { hint: 'such as 3.2 or privacy-notice/2026-01' });
  return code;
}

/** A language tag such as `en` or `pt-BR`. */
export function languageTag(text: string): string | undefined {
  const tag = text.trim().replace(/^[A-Za-z]+/, (first) => first.toLowerCase());
  return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(tag) ? tag : undefined;
}

function checkLanguage(typed: string): string {
  const tag = languageTag(typed);
  if (tag === undefined) throw new UserError('bad-value', '--language is not a language tag', { hint: 'such as en, de or pt-BR' });
  return tag;
}

export function expiryOf(typed: string | undefined, zone: Zone): string | undefined {
  return typed === undefined ? undefined : formatDay(dayOption(typed, '--expires', zone));
}

/** The scopes, asked for where a terminal can answer. The line that does without the question hides who it is about. */
export async function askScopes(app: App, given: readonly string[] | undefined, choices: readonly string[], command: string, asker?: Ask): Promise<string[] | undefined> {
  if ((given !== undefined && given.length > 0) || !app.canAsk || choices.length === 0) return given?.slice();
  const ask = asker ?? (await import('../../adapters/prompt.ts')).ask;
  const scope = await ask({ message: 'Which consent is it about?', choices: choices.map((code) => ({ value: code, name: aboutScope(code) ? `${code} – ${aboutScope(code)?.says}` : code })) });
  const kind = aboutScope(scope)?.detail;
  const detail = kind === undefined ? '' : await ask({ message: `Which ${kind}? (a code such as ${kind === 'purpose' ? 'ancestry_research' : 'biopharma-x'})`, check: async (answer) => (detailCode(answer.trim()) === undefined ? 'small letters, digits, - and _' : undefined) });
  const typed = detail === '' ? scope : `${scope}:${detail}`;
  if (!app.globals.quiet) app.io.err(`custos consent ${command} … --scope ${quote(typed)}\n`);
  return [typed];
}
