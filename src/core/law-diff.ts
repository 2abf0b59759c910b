/** What differs between two versions of a law's data, and which amendments fall into a span of time. */
import { type Day, formatDay, parseDay } from './date.ts';
import { compareText } from './order.ts';
import { type Period, periodWords } from './period.ts';
import { type Fields, isFields } from './fields.ts';

export interface Difference {
  /** Where in the law: `obligations › respond › within`. */
  what: string;
  before: string | null;
  after: string | null;
}

/** A difference that begins to hold on a day. */
export interface Amendment extends Difference {
  on: string;
  /** The provision of the new wording, or of the one that ended. */
  citation: string;
  /** It is not law yet. */
  proposed: boolean;
}

/** What a law file holds, as far as two versions are compared. */
interface Amended {
  obligations: readonly { id: string; variant?: string; bearer?: string; duty: string; terms: readonly Wording[] }[];
}

interface Wording {
  from: string;
  until?: string;
  status: string;
  types?: readonly string[];
  citation: { ref: string };
}

/** Keys that say when and where a wording holds, not what it says. */
const FRAME: ReadonlySet<string> = new Set(['from', 'until', 'status', 'citation', 'checked', 'checkedOn', '$schema']);

/** Every value that differs, in the order of the later version; lists are compared by the ids of their entries. */
export function differences(before: unknown, after: unknown, ignored: ReadonlySet<string> = new Set()): Difference[] {
  return compare(before, after, [], ignored);
}

function compare(before: unknown, after: unknown, at: readonly string[], ignored: ReadonlySet<string>): Difference[] {
  if (same(before, after)) return [];
  const parts = partsOf(before, after);
  if (!parts) return [{ what: at.join(' › '), before: before === undefined ? null : sayValue(before), after: after === undefined ? null : sayValue(after) }];
  const [a, b] = parts;
  const keys = [...b.keys(), ...[...a.keys()].filter((key) => !b.has(key))];
  return keys.flatMap((key) => (ignored.has(key) ? [] : compare(a.get(key), b.get(key), [...at, ...(key === 'obligations' || key === 'terms' ? [] : [key])], ignored)));
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

type Parts = Map<string, unknown>;

/** What of two values can be compared one by one; `undefined` for values that are said as a whole. */
function partsOf(before: unknown, after: unknown): [Parts, Parts] | undefined {
  if (isList(before) && isList(after)) {
    const name = nameOf(before, after);
    return [keyed(before, name), keyed(after, name)];
  }
  return isFields(before) && isFields(after) && !isPeriod(before) && !isPeriod(after) ? [new Map(Object.entries(before)), new Map(Object.entries(after))] : undefined;
}

const isList = (value: unknown): value is readonly Fields[] => Array.isArray(value) && value.every(isFields);

/** What tells entries apart: their id, or since when they hold; and as much more as it takes. */
const NAMES = [['id', 'from', 'ref'], ['variant', 'to', 'in'], ['bearer', 'types']] as const;

function nameOf(...lists: readonly (readonly Fields[])[]): (entry: Fields) => string {
  const by = (count: number) => (entry: Fields): string => NAMES.slice(0, count).flat().map((key) => entry[key]).filter((part) => typeof part === 'string' || Array.isArray(part)).flat().join(' ');
  const enough = [1, 2, 3].find((count) => lists.every((list) => new Set(list.map(by(count))).size === list.length));
  return by(enough ?? NAMES.length);
}

function keyed(list: readonly Fields[], name: (entry: Fields) => string): Parts {
  const found: Parts = new Map();
  for (const entry of list) {
    const key = name(entry);
    found.set(key === '' || found.has(key) ? `${key} ${found.size + 1}`.trim() : key, entry);
  }
  return found;
}

const isPeriod = (value: Fields): boolean => typeof value['n'] === 'number' && typeof value['unit'] === 'string' && Object.keys(value).length === 2;

/** Longer texts are cut. */
const LONGEST = 160;

function sayValue(value: unknown): string {
  const text = isFields(value) ? sayFields(value) : Array.isArray(value) ? value.map(sayValue).join('; ') : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function sayFields(value: Fields): string {
  if (isPeriod(value)) return periodWords(value as unknown as Period);
  const said = value['says'] ?? value['duty'] ?? value['title'] ?? value['mark'];
  if (typeof said === 'string') return said;
  return isFields(value['within']) ? sayFields(value['within']) : typeof value['standard'] === 'string' ? value['standard'] : JSON.stringify(value);
}

/** What the wordings of a law change from one day (not included) to another, in the order of time. */
export function amendments(law: Amended, since: Day, until: Day): Amendment[] {
  const within = (day: string | undefined, more = 0): boolean => day !== undefined && (parseDay(day) as Day) + more > since && (parseDay(day) as Day) + more <= until;
  const found: Amendment[] = [];
  for (const { id, variant, terms, duty } of law.obligations) {
    const name = [id, ...(variant === undefined ? [] : [`(${variant})`])].join(' ');
    for (const term of terms) {
      const head = { citation: term.citation.ref, proposed: term.status === 'proposed' };
      if (within(term.from)) {
        const earlier = wordingBefore(terms, term);
        const changes = earlier ? differences(earlier, term, FRAME) : [{ what: '', before: null, after: duty }];
        found.push(...changes.map((change) => ({ ...change, ...head, on: term.from, what: [name, change.what].filter((part) => part !== '').join(' › ') })));
      }
      if (within(term.until, 1) && !terms.some((other) => wordingBefore(terms, other) === term)) {
        found.push({ ...head, on: formatDay((parseDay(term.until as string) as Day) + 1), what: name, before: duty, after: null });
      }
    }
  }
  return found.toSorted((a, b) => compareText(a.on, b.on));
}

/** The wording that ended when this one began, or during which it is proposed, for the same types of request. */
function wordingBefore(terms: readonly Wording[], term: Wording): Wording | undefined {
  const of = (other: Wording): boolean => other !== term && other.from < term.from && same(other.types, term.types);
  return terms.filter((other) => of(other) && (other.until === undefined || (parseDay(other.until) as Day) + 1 >= (parseDay(term.from) as Day))).toSorted((a, b) => compareText(b.from, a.from))[0];
}
