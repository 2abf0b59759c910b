/** What one record of a file says about consents: who, for what, and what was said on which day. */
import type { ConsentFact, ConsentStatus } from '../core/consent.ts';
import { type Day, type Moment, formatDay, parseDay, parseMoment } from '../core/date.ts';
import type { Cell } from './cell.ts';
import { isIn } from './columns.ts';
import { type BookFact, UNDATED, subjectName } from './consent.ts';
import { type Scope, scopeText } from './consent-scopes.ts';
import { concerns } from './consenting.ts';
import type { DateOrder } from './dates.ts';
import { interpret } from './values.ts';
import { isBlank } from './words.ts';

/** The columns that are read; the others of a file are left alone. */
export const CONSENT_COLUMNS = [
  'subject_ref', 'consent_scope', 'consent_status', 'consent_date', 'consent_expiry', 'consent_withdrawn_date', 'consent_method', 'consent_notice_version', 'consent_language', 'consent_evidence_ref',
  'guardian_relation', 'subject_jurisdiction',
] as const;
export type ConsentColumn = (typeof CONSENT_COLUMNS)[number];

/** A day as the file writes it; the moment where it has a time of day as well. */
export interface Dated {
  moment: Moment;
  day: Day;
}

/** One thing that was said. Without `on` nobody knows when. */
export interface SaidInRow {
  status: ConsentFact['status'];
  on?: Dated;
  until?: Day;
  method?: string;
  notice?: string;
  language?: string;
  guardian?: string;
  /** Where the proof of this one stands; else that of the row is of what it says first. */
  evidence?: string;
}

export interface ConsentRow {
  line: number;
  /** Empty where the record names nobody. */
  subject: string;
  scopes: Scope[];
  /** What was said about a scope, in the order in which it happened. */
  said(scope: Scope): SaidInRow[];
  jurisdiction?: string;
  evidence?: string;
  /** Why the record cannot be taken over as it is: columns by name, never what stands in them. */
  problems: string[];
  /** What was left out because it cannot be read. */
  warnings: string[];
}

type Text = (column: ConsentColumn) => string;
type Read = Omit<Cell, 'facts'>;

interface Manner {
  how: Pick<SaidInRow, 'method' | 'notice' | 'language'>;
  /** Each of them says it. */
  guardians: readonly string[];
}

/** Texts that a column repeats are read once; what all differs is not remembered. */
const REMEMBERED = 20_000;

/** Reads texts as their columns mean them, each once. */
export function cellReader(order: (column: ConsentColumn) => DateOrder): (column: ConsentColumn, text: string) => Read {
  const memory = new Map<ConsentColumn, Map<string, Read>>(CONSENT_COLUMNS.map((column) => [column, new Map()]));
  return (column, text) => {
    const seen = memory.get(column) as Map<string, Read>;
    const known = seen.get(text) ?? interpret(column, text, order(column));
    if (seen.size < REMEMBERED) seen.set(text, known);
    return known;
  };
}

/** Reads one record; `text` gives the text of a column, empty where there is none. */
export function readConsentRow(line: number, text: Text, read: ReturnType<typeof cellReader>): ConsentRow {
  const cell = (column: ConsentColumn): Read => read(column, text(column));
  const [warnings, identity, unclear]: [string[], string[], string[]] = [[], [], []];
  const subject = subjectName(text('subject_ref'));
  const named = cell('consent_scope');
  const scopes = scopesIn(named);
  if (subject === '') identity.push('subject_ref is empty');
  if (named.unknown.length > 0 || named.kind === 'placeholder') identity.push('consent_scope names a scope that is not known');
  else if (scopes.length === 0) identity.push('consent_scope is empty');
  const dates: Dates = { given: dateIn('consent_date', cell, unclear, warnings), ended: dateIn('consent_withdrawn_date', cell, unclear, warnings), expiry: dateIn('consent_expiry', cell, unclear, warnings) };
  const status = cell('consent_status');
  if (status.kind === 'placeholder' || status.unknown.length > 0 || status.codes.includes('unknown')) unclear.push('consent_status names no status that is known');
  const manner = mannerIn(text, cell, warnings);
  const said = (scope: Scope): SaidInRow[] => sayings(statusFor(status, scope), isPartly(status, scope) ? { ...dates, ended: undefined } : dates, manner, unclear.length > 0);
  const flaws = unclear.length > 0 ? unclear : [...new Set(scopes.flatMap((scope) => flawsOf(said(scope), statusFor(status, scope))))];
  const [{ codes: places, unknown }, evidence] = [cell('subject_jurisdiction'), plain(text('consent_evidence_ref'))];
  const place = unknown.length === 0 && places.length === 1 ? places[0] : undefined;
  if (place === undefined && places.length + unknown.length > 0) warnings.push(`subject_jurisdiction is left out: it names ${unknown.length > 0 ? 'no place that is known' : 'several places'}`);
  return { line, subject, scopes, said, ...(place === undefined ? {} : { jurisdiction: place }), ...(evidence === undefined ? {} : { evidence }), problems: [...identity, ...flaws], warnings };
}

function plain(text: string): string | undefined {
  return text === '' || isBlank(text) ? undefined : text;
}

/** The scopes that a cell names, each once. */
function scopesIn({ codes, details }: Read): Scope[] {
  const scopes = codes.map((code, i): Scope => ((details[i] ?? '') === '' ? { code } : { code, detail: details[i] as string }));
  return scopes.filter((one, i) => scopes.findIndex((other) => scopeText(other) === scopeText(one)) === i);
}

interface Dates {
  given: Dated | undefined;
  ended: Dated | undefined;
  expiry: Dated | undefined;
}

function dateIn(column: 'consent_date' | 'consent_withdrawn_date' | 'consent_expiry', cell: (column: ConsentColumn) => Read, unclear: string[], warnings: string[]): Dated | undefined {
  const { kind, text, day, doubt } = cell(column);
  if (kind === 'blank') return undefined;
  const moment = parseMoment(text);
  const written = moment && ('day' in moment ? moment.day : parseDay(text.slice(0, 10)));
  if (moment && written !== undefined) return { moment, day: written };
  if (day !== undefined && doubt !== 'ambiguous' && doubt !== 'unreadable') {
    if (doubt !== undefined) warnings.push(`${column} (${doubt.replaceAll('-', ' ')}) is read as ${formatDay(day)}`);
    return { moment: { day }, day };
  }
  unclear.push(doubt === 'ambiguous' ? `${column} can be read as two dates` : `${column} is no date`);
  return undefined;
}

function mannerIn(text: Text, cell: (column: ConsentColumn) => Read, warnings: string[]): Manner {
  const coded = (column: 'consent_method' | 'guardian_relation'): readonly string[] => {
    const { codes, unknown } = cell(column);
    if (unknown.length > 0) warnings.push(`${column} is left out: its word is not known`);
    return unknown.length > 0 ? [] : codes;
  };
  const methods = coded('consent_method');
  if (methods.length > 1) warnings.push('consent_method names several: the first is taken');
  const said = { method: methods[0], notice: plain(text('consent_notice_version')), language: plain(text('consent_language')) };
  return { how: Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)), guardians: [...new Set(coded('guardian_relation'))] };
}

/** The status for one scope. A status with a scope beside it (`withdrawn:biomarker`) leaves the others as they were. */
function statusFor({ codes, details }: Read, scope: Scope): string | undefined {
  const own = codes.findIndex((_, i) => (details[i] ?? '') !== '' && concerns(details[i] as string, scope));
  const whole = codes.findIndex((_, i) => (details[i] ?? '') === '');
  if (own >= 0 || whole >= 0) return codes[own >= 0 ? own : whole];
  return codes.length > 0 && codes.every((code) => isIn(code, 'CONSENT_ENDED')) ? 'granted' : undefined;
}

/** The status is about other scopes than this one, and so is the day of a withdrawal. */
function isPartly({ details }: Read, scope: Scope): boolean {
  return details.some((detail) => detail !== '') && !details.some((detail) => detail !== '' && concerns(detail, scope));
}

const isEnding = (status: string | undefined): status is ConsentStatus => status === 'withdrawn' || status === 'revoked' || status === 'invalidated';
const isValid = (status: string | undefined): boolean => status === 'granted' || status === 'renewed';

function sayings(status: string | undefined, { given, ended, expiry }: Dates, { how, guardians }: Manner, unclear: boolean): SaidInRow[] {
  const on = given ? { on: given } : {};
  const byEach = (said: SaidInRow): SaidInRow[] => (guardians.length === 0 ? [{ ...said, ...how }] : guardians.map((guardian) => ({ ...said, ...how, guardian })));
  if (unclear) return [{ status: 'unknown', ...on }];
  if (status === 'requested' || status === 'refused') return byEach({ status, ...on });
  const began: SaidInRow[] = given || isValid(status) ? byEach({ status: status === 'renewed' ? 'renewed' : 'granted', ...on, ...(expiry ? { until: expiry.day } : {}) }) : [];
  const when = ended ? { on: ended } : {};
  if (isEnding(status)) return [...began, { status, ...when }];
  // The words say that it holds, the dates that it does not; a withdrawal before the consent is of an earlier one.
  if (isValid(status)) return ended && (!given || ended.day >= given.day) ? [...began, { status: 'unknown', ...when }] : began;
  if (ended) return [...began, { status: 'withdrawn', ...when }];
  return status === 'expired' && !(given && expiry) ? [...began, { status }] : began;
}

/** Why what is said cannot be recorded: days that are missing, statuses and days that do not agree. */
function flawsOf(said: readonly SaidInRow[], status: string | undefined): string[] {
  if (said.length === 0) return ['neither consent_status nor consent_date says that consent was given'];
  return said.flatMap((one) => {
    if (one.status === 'unknown') return [`consent_status is ${status}, and consent_withdrawn_date is not before consent_date`];
    if (one.status === 'expired') return ['consent_status is expired, and consent_date and consent_expiry do not say when'];
    return one.on ? [] : [isEnding(one.status) ? `consent_status is ${one.status}, and consent_withdrawn_date does not say when` : 'consent_date is missing'];
  });
}

/**
 * What is said about a scope as facts, where it is looked up and not recorded. A consent without a day is unknown; the
 * end of one without a day ends it from the beginning, because nothing shows on which days it still held.
 */
export function factsOfRow(row: ConsentRow, scope: Scope): BookFact[] {
  let day = UNDATED;
  return row.said(scope).map(({ status, on, until, method, guardian }) => {
    day = on?.day ?? day;
    return {
      status: isValid(status) && !on ? 'unknown' : status, on: day, ...(on && 'instant' in on.moment ? { at: on.moment.instant } : {}), ...(until === undefined ? {} : { until }),
      ...(method === undefined ? {} : { method }), ...(guardian === undefined ? {} : { guardian }),
    };
  });
}
