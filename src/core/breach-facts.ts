/**
 * What happened in a breach, as its file states it (schemas/breach-facts.schema.json), with three values: known,
 * unknown, and not applicable for a reason. What is absent is unknown; nothing is filled in.
 */
import type { Count, FactValue, Facts } from './condition.ts';
import { type Instant, type Moment, parseInstant, parseMoment } from './date.ts';
import { type Places, lineage } from './places.ts';

export interface NotApplicable {
  notApplicable: string;
}
/** A value, or that it is not known, or why there is none. */
export type Open<T> = T | 'unknown' | NotApplicable;
export type YesNo = 'yes' | 'no' | boolean;

/** A number of people or records. An estimate without `upTo` has no upper bound. */
export interface Amount {
  n?: number;
  precision?: 'exact' | 'estimate' | 'unknown';
  upTo?: number;
}

export interface ContactPoint {
  name?: string; title?: string; relation?: string; email?: string; phone?: string; tollFree?: string; address?: string; web?: string; hours?: string;
}

export interface BreachData {
  elements?: Open<string[]>;
  records?: Open<Amount>;
  opens?: Open<string[]>;
}

export interface BreachPeople {
  categories?: Open<string[]>;
  count?: Open<Amount>;
  byJurisdiction?: Open<Record<string, number | 'unknown' | Amount>>;
  byElement?: Record<string, Record<string, number | 'unknown' | Amount>>;
  vulnerable?: Open<string[]>;
}

export interface Protection {
  encrypted?: Open<YesNo | 'partly'>;
  keyAcquired?: Open<YesNo>;
  method?: Open<string>;
  bits?: Open<number>;
  hashed?: Open<'strong' | 'weak' | YesNo>;
  pseudonymised?: Open<YesNo>;
  codeKeyAcquired?: Open<YesNo>;
}

/** A part of the data in which the organisation has a role of its own. */
export interface DataSet {
  name: string;
  role?: Open<string>;
  data?: BreachData;
  people?: BreachPeople;
  protection?: Protection;
}

/** A score that a person gives, and why. */
export interface Judged {
  score: number;
  reason: string;
}

export type RiskLevel = 'unlikely' | 'risk' | 'high';

/** The keys that this part of the program reads; templates read any other by its path. */
export interface BreachFile {
  title: string;
  roles?: Open<string[]>;
  incident?: Record<string, unknown>;
  data?: BreachData;
  people?: BreachPeople;
  protection?: Protection;
  circumstances?: Record<string, unknown>;
  dataSets?: DataSet[];
  severity?: {
    dataContext?: Judged;
    easeOfIdentification?: Judged;
    circumstances?: Partial<Record<'confidentiality' | 'integrity' | 'availability' | 'malicious', number>> & { reason: string };
    reviewer?: string;
  };
  risk?: { level?: RiskLevel | 'unknown'; reasons?: Open<string> };
  notices?: Open<{ law: string; audience: string; sentAt?: Open<string> }[]>;
  [key: string]: unknown;
}

export type Knowledge = { value: unknown } | { unknown: true } | NotApplicable;

const UNKNOWN: Knowledge = { unknown: true };

/** What a file says at a dotted path. A group that is unknown or does not apply has no part that is known or does; one without entries says nothing. */
export function knowledge(file: BreachFile, path: string): Knowledge {
  let at: unknown = file;
  for (const key of path.split('.')) {
    if (isNotApplicable(at)) return at;
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return UNKNOWN;
    at = (at as Record<string, unknown>)[key];
  }
  if (isNotApplicable(at)) return at;
  return at === undefined || at === null || at === 'unknown' || (typeof at === 'object' && !Array.isArray(at) && Object.keys(at).length === 0) ? UNKNOWN : { value: at };
}

/** What a file knows at a dotted path; `undefined` where it does not, or where nothing applies. */
export function valueAt(file: BreachFile, path: string): unknown {
  const known = knowledge(file, path);
  return 'value' in known ? known.value : undefined;
}

export function isNotApplicable(value: unknown): value is NotApplicable {
  return typeof value === 'object' && value !== null && typeof (value as Partial<NotApplicable>).notApplicable === 'string';
}

/** A number with its upper bound; `undefined` where neither is known. */
export function countOf(value: unknown): Count | undefined {
  if (typeof value === 'number') return { n: value, upTo: value };
  if (typeof value !== 'object' || value === null) return undefined;
  const { n, precision, upTo } = value as Amount;
  if (n === undefined) return upTo === undefined ? undefined : { n: 0, upTo };
  return { n, upTo: precision === 'exact' ? n : upTo };
}

const AMOUNT_KEYS = ['n', 'precision', 'upTo'];

export function isAmount(value: object): value is Amount {
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => AMOUNT_KEYS.includes(key));
}

/** Facts for conditions, by dotted path. Yes and no are words; a list with `unknown` in it is open; what does not apply is an empty list. */
function spread(value: unknown, path: string, into: Record<string, FactValue>): void {
  if (value === undefined || value === null || value === 'unknown') return;
  if (typeof value === 'boolean') into[path] = value ? 'yes' : 'no';
  else if (typeof value === 'string' || typeof value === 'number') into[path] = value;
  else if (isNotApplicable(value)) into[path] = [];
  else if (Array.isArray(value)) {
    if (value.every((item) => typeof item === 'string')) into[path] = listOf(value);
  } else if (isAmount(value)) {
    const count = countOf(value);
    if (count) into[path] = count;
  } else for (const [key, inner] of Object.entries(value)) spread(inner, path === '' ? key : `${path}.${key}`, into);
}

function listOf(words: readonly string[]): FactValue {
  const named = words.filter((word) => word !== 'unknown');
  return named.length === words.length ? named : { including: named };
}

/**
 * The facts of a breach for conditions. `people.byJurisdiction.<place>` holds every place that has people and what it lies
 * in. Of a breach with data sets its data and people are those that any of them has, and its protection
 * is the weakest of them.
 */
export function factsOf(file: BreachFile, places: Places): Facts {
  const facts: Record<string, FactValue> = {};
  spread(file, '', facts);
  for (const path of ['data.elements', 'data.opens', 'people.categories', 'people.vulnerable'] as const) facts[path] = united(file, path, facts[path]) ?? { including: [] };
  for (const key of PROTECTIONS) {
    const value = weakest(file, key, facts[`protection.${key}`]);
    if (value === undefined) delete facts[`protection.${key}`];
    else facts[`protection.${key}`] = value;
  }
  const people = peopleOf(file);
  for (const place of new Set(people.listed.flatMap(({ code }) => lineage(code, places)))) {
    const count = residentsIn(people, place, places);
    if (count) facts[`people.byJurisdiction.${place}`] = count;
  }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => typeof value !== 'object' || !('including' in value) || value.including.length > 0));
}

/** The words of the whole and of all data sets; open where neither it nor one of them says what there is. */
function united(file: BreachFile, path: 'data.elements' | 'data.opens' | 'people.categories' | 'people.vulnerable', whole: FactValue | undefined): FactValue | undefined {
  const sets = file.dataSets ?? [];
  if (sets.length === 0) return whole;
  const [group, key] = path.split('.') as ['data', 'elements'];
  const own = whole === undefined ? ['unknown'] : typeof whole !== 'object' || 'n' in whole ? [] : 'including' in whole ? [...whole.including, 'unknown'] : whole;
  const words = sets.flatMap((set) => {
    const said = set[group]?.[key] ?? 'unknown';
    return isNotApplicable(said) ? [] : typeof said === 'string' ? ['unknown'] : said;
  });
  // What the whole says of everything leaves nothing open, and needs not be said where every set speaks.
  const open = own.includes('unknown') && words.includes('unknown');
  return listOf([...new Set([...own, ...words])].filter((word) => word !== 'unknown').concat(open ? ['unknown'] : []));
}

/** What is weak about a protection, the weakest first; every other word is stronger than not knowing. */
const WEAK = { encrypted: ['no', 'partly'], keyAcquired: ['yes'], hashed: ['no', 'weak'], pseudonymised: ['no'], codeKeyAcquired: ['yes'] } as const;
const PROTECTIONS = Object.keys(WEAK) as (keyof typeof WEAK)[];

/** The weakest protection that the whole or any data set has; of a set that says nothing what the whole says holds. */
function weakest(file: BreachFile, key: keyof typeof WEAK, whole: FactValue | undefined): FactValue | undefined {
  const sets = file.dataSets ?? [];
  if (sets.length === 0) return whole;
  const said = sets.map((set) => {
    const into: Record<string, FactValue> = {};
    spread(set.protection?.[key], key, into);
    return into[key] ?? whole;
  });
  const all = whole === undefined ? said : [whole, ...said];
  const weak = WEAK[key].find((word) => all.includes(word));
  if (weak !== undefined) return weak;
  if (all.includes(undefined)) return undefined;
  // Nothing to encrypt is no protection; no key to be acquired is one.
  const [words, none] = [all.find((value) => typeof value === 'string'), all.find((value) => typeof value === 'object')];
  return (WEAK[key] as readonly string[]).includes('no') ? (none ?? words) : (words ?? none);
}

/** One data set as a breach of its own: its role, data, people and protection; what it does not say is unknown, not the whole's. */
export function ofDataSet(file: BreachFile, set: DataSet): BreachFile {
  const { data: _, people: __, protection: ___, dataSets: ____, roles, ...rest } = file;
  const own = set.role === undefined ? roles : isNotApplicable(set.role) || set.role === 'unknown' ? set.role : [set.role];
  return { ...rest, ...(own === undefined ? {} : { roles: own }), ...(set.data ? { data: set.data } : {}), ...(set.people ? { people: set.people } : {}), ...(set.protection ? { protection: set.protection } : {}) };
}

/** What a file says of the numbers of people. */
interface People {
  listed: { code: string; count: Count | undefined }[];
  /** The most that may be in no listed place. */
  elsewhere: number | undefined;
}

function peopleOf(file: BreachFile): People {
  const given = knowledge(file, 'people.byJurisdiction');
  const whole = knowledge(file, 'people.count');
  const all = 'value' in whole ? countOf(whole.value) : undefined;
  const listed = 'value' in given ? Object.entries(given.value as Record<string, unknown>).map(([code, value]) => ({ code, count: countOf(value) })) : [];
  const placed = listed.reduce((sum, { count }) => sum + (count?.upTo ?? count?.n ?? 0), 0);
  // Only where nobody speaks of the number of people are those of the places all there are.
  return { listed, elsewhere: !saysCount(file) ? 0 : all?.upTo === undefined ? undefined : Math.max(0, all.upTo - placed) };
}

/**
 * How many people of a place are affected, its parts included. Of whom only a larger place is known, or none, may be one of
 * them: then it is any number between two.
 */
function residentsIn({ listed, elsewhere }: People, place: string, places: Places): Count | undefined {
  const inside = listed.filter(({ code }) => lineage(code, places).includes(place));
  const line = lineage(place, places);
  const around = listed.filter(({ code }) => code !== place && line.includes(code));
  if (inside.every(({ count }) => count === undefined)) return undefined;
  const n = inside.reduce((sum, { count }) => sum + (count?.n ?? 0), 0);
  const certain = total(inside.map(({ count }) => count?.upTo));
  const others = total([...around.map(({ count }) => count?.upTo), elsewhere]);
  if (others === 0) return { n, upTo: certain };
  return { n: certain ?? n, upTo: total([certain, others]), anywhere: true };
}

/** Whether the file speaks of the number of people, if only to say that it is not known. */
export function saysCount({ people }: BreachFile): boolean {
  return typeof people === 'object' && !isNotApplicable(people) && people.count !== undefined;
}

function total(numbers: readonly (number | undefined)[]): number | undefined {
  return numbers.reduce<number | undefined>((sum, n) => (sum === undefined || n === undefined ? undefined : sum + n), 0);
}

/** The instants of a breach, never one for another. */
export interface BreachTimes {
  occurred: { from: Moment | undefined; to: Moment | undefined };
  firstIndication: Instant | undefined;
  discovered: Instant | undefined;
  aware: Instant | undefined;
  determined: Instant | undefined;
  toldBy: { party: string | undefined; at: Instant | undefined } | undefined;
  contained: Instant | undefined;
}

export function timesOf(file: BreachFile): BreachTimes {
  const text = (path: string): string | undefined => {
    const value = valueAt(file, `incident.${path}`);
    return typeof value === 'string' ? value : undefined;
  };
  const instant = (path: string): Instant | undefined => parseInstant(text(path) ?? '');
  const party = text('toldBy.party');
  const at = instant('toldBy.at');
  return {
    occurred: { from: parseMoment(text('occurred.from') ?? ''), to: parseMoment(text('occurred.to') ?? '') },
    firstIndication: instant('firstIndication'), discovered: instant('discovered'), aware: instant('aware'), determined: instant('determined'),
    toldBy: party === undefined && at === undefined ? undefined : { party, at }, contained: instant('contained'),
  };
}
