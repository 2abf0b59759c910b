/**
 * The facts of a breach as the log holds them: codes, places, times and numbers by their dotted path. Every other text is
 * a private record, of which the log says only that there is one; nothing becomes a code because nobody thought of it.
 */
import { type Amount, type BreachFile, isAmount, isNotApplicable } from './breach-facts.ts';
import { parseInstant } from './date.ts';

export type CodedValue = string | number | boolean | readonly string[] | Amount;
export type CodedFacts = Readonly<Record<string, CodedValue>>;

/** A text that stands in the private record, under the same path. */
const PRIVATE = 'private';
/** There is nothing to know; why not is private. */
const NOT_APPLICABLE = 'not-applicable';
const UNKNOWN = 'unknown';

const TIMES = ['firstIndication', 'discovered', 'aware', 'determined', 'contained', 'toldBy.at', 'occurred.from', 'occurred.to'].map((name) => `incident.${name}`);

const CODE_PATHS = new Set([
  'roles', 'role', 'agentOf', 'organisation.regimes', 'incident.cause', 'incident.cia', 'incident.ongoing', 'data.elements', 'data.opens', 'data.source', 'people.categories', 'people.vulnerable',
  'people.listed', ...['encrypted', 'keyAcquired', 'hashed', 'pseudonymised', 'codeKeyAcquired'].map((name) => `protection.${name}`),
  ...['exfiltrated', 'published', 'backup', 'recipientTrusted', 'recovered', 'identityTheftRisk', 'misuseKnown', 'agenciesNamed', 'lawEnforcementHold.form'].map((name) => `circumstances.${name}`),
  ...['level', 'harm', 'lowProbability', 'excludedUse', 'exceptions'].map((name) => `risk.${name}`), 'securityProgram.exists', 'services.creditReport',
  ...['law', 'audience', 'phase'].map((name) => `notices.#.${name}`), 'notSentBecause.#.law', 'notSentBecause.#.audience',
]);
const PLACE_PATHS = new Set(['organisation.establishedIn', 'organisation.mainEstablishment', 'otherAuthorities.#.jurisdiction']);
const TIME_PATHS = new Set([
  ...TIMES, 'circumstances.lawEnforcementHold.until', 'risk.decidedOn', 'securityProgram.updated', 'services.monitoring.deadline', 'lawEnforcement.toldAt', 'otherAuthorities.#.toldAt',
  'processors.#.toldAt', 'notices.#.sentAt', 'notSentBecause.#.decidedOn',
]);
const DURATION_PATHS = new Set(['circumstances.restoredWithin', 'noticeWithin']);

const FORMS: readonly (readonly [paths: ReadonlySet<string>, form: RegExp])[] = [
  [CODE_PATHS, /^[a-z0-9][a-z0-9-]{0,63}$/], [PLACE_PATHS, /^(?:unknown|[A-Z]{2}(?:-[A-Z0-9]{1,3})?)$/],
  [TIME_PATHS, /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?$/], [DURATION_PATHS, /^P(?=[\dT])(?:\d{1,4}D)?(?:T\d{1,4}H)?$/],
];

/** A facts file taken apart. */
export interface Split {
  facts: Record<string, CodedValue>;
  texts: Record<string, string>;
}

export function splitFacts(file: Partial<BreachFile>): Split {
  const split: Split = { facts: {}, texts: {} };
  for (const [key, value] of Object.entries(file)) if (key !== '$schema') take(value, key, split);
  return split;
}

function take(value: unknown, path: string, into: Split): void {
  const { facts, texts } = into;
  if (value === undefined || value === null) return;
  if (typeof value === 'number' || typeof value === 'boolean') facts[path] = value;
  else if (typeof value === 'string') {
    const code = codeOf(value, path);
    facts[path] = code ?? PRIVATE;
    if (code === undefined) texts[path] = value;
  } else if (isNotApplicable(value)) {
    facts[path] = NOT_APPLICABLE;
    texts[path] = value.notApplicable;
  } else if (Array.isArray(value)) takeList(value, path, into);
  else if (isAmount(value)) facts[path] = { ...value };
  else for (const [key, inner] of Object.entries(value)) take(inner, `${path}.${key}`, into);
}

/** A list of codes is one value; of any other list each entry has a path of its own. */
function takeList(list: readonly unknown[], path: string, into: Split): void {
  const codes = list.map((item) => (typeof item === 'string' ? codeOf(item, path) : undefined));
  if (codes.every((code) => code !== undefined)) into.facts[path] = codes;
  else for (const [i, item] of list.entries()) take(item, `${path}.${i}`, into);
}

/** The text as it may stand in the log; `undefined` where it has to be private. */
function codeOf(text: string, path: string): string | undefined {
  if (text === UNKNOWN) return text;
  if (text === PRIVATE || text === NOT_APPLICABLE) return undefined;
  const place = path.replace(/^dataSets\.\d+\./, '').replace(/\.\d+(?=\.|$)/g, '.#');
  const form = FORMS.find(([paths]) => paths.has(place));
  const written = form?.[0] === TIME_PATHS && parseInstant(text) !== undefined ? sameInstant(text) : text;
  return form?.[1].test(written) ? written : undefined;
}

/** The same instant in the one way of writing that the log knows. */
function sameInstant(text: string): string {
  return text.replace(/^(.{10})[t ]/, '$1T').replace(/z$/, 'Z').replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
}

/** A fact with the event that told it. */
export interface Told {
  value: CodedValue;
  event: number;
}

/**
 * Later facts over earlier ones. A group gains what is new in it; a value, and a list as a whole, is replaced; what is
 * said of a group takes the place of what was said within it, and the other way round.
 */
export function overlay(before: ReadonlyMap<string, Told>, later: CodedFacts, event: number): Map<string, Told> {
  const paths = Object.keys(later);
  const replaced = new Set(paths.map((path) => path.replace(/\.\d+(?:\..*)?$/, '')).filter((list, i) => list !== paths[i]));
  const inside = (path: string, group: string): boolean => path === group || path.startsWith(`${group}.`);
  const kept = [...before].filter(([path]) => !paths.some((p) => inside(path, p) || inside(p, path)) && ![...replaced].some((list) => inside(path, list)));
  return new Map([...kept, ...paths.map((path): [string, Told] => [path, { value: later[path] as CodedValue, event }])]);
}

/** The text of a private record; `undefined` where it was erased. */
export type Text = (path: string, event: number) => string | undefined;

/** The facts file that the log and its private records tell. An erased text is not known any more. */
export function joinFacts(told: ReadonlyMap<string, Told>, text: Text, id: string): BreachFile {
  const root: Record<string, unknown> = {};
  for (const [path, { value, event }] of told) {
    const said = value === PRIVATE ? text(path, event) : value === NOT_APPLICABLE ? { notApplicable: text(path, event) ?? 'the reason was erased' } : value;
    if (said !== undefined) put(root, path.split('.'), said);
  }
  const file = lists(root) as Partial<BreachFile>;
  for (const [i, set] of (file.dataSets ?? []).entries()) set.name ??= `data set ${i + 1}`;
  return { ...file, title: file.title ?? `breach ${id}` };
}

function put(at: Record<string, unknown>, [key, ...rest]: readonly string[], value: unknown): void {
  if (key === undefined) return;
  if (rest.length > 0 && !Object.hasOwn(at, key)) at[key] = {};
  if (rest.length === 0) at[key] = value;
  else put(at[key] as Record<string, unknown>, rest, value);
}

/** Groups whose keys are numbers are lists; of an entry that was erased nothing is left. */
function lists(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  if (entries.length === 0 || !entries.every(([key]) => /^\d+$/.test(key))) return Object.fromEntries(entries.map(([key, inner]) => [key, lists(inner)]));
  return entries.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => lists(inner));
}

/** Paths whose values are texts of the private records. */
export function privatePaths(told: ReadonlyMap<string, Told>): string[] {
  return [...told].filter(([, { value }]) => value === PRIVATE || value === NOT_APPLICABLE).map(([path]) => path);
}
