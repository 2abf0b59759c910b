/** What a facts file says and cannot be: unreadable times and words, and facts that contradict each other; all at once, each with its path. */
import { countOf, isNotApplicable } from './breach-facts.ts';
import { type Day, type Instant, type Moment, type Zone, dayIn, momentDay, parseDay, parseInstant } from './date.ts';
import type { Fault } from './errors.ts';
import { isFields } from './fields.ts';
import { type Places, nearest, suggestPlaces } from './places.ts';

export interface Given {
  now: Moment;
  /** In which a day without a time is compared with `now`. */
  zone: Zone;
  places: Places;
  /** The words of `data.elements`. */
  elements: readonly string[];
}

type Path = readonly (string | number)[];

/** Where an instant is needed: a clock that counts hours starts there. */
const INSTANTS: readonly Path[] = ['firstIndication', 'discovered', 'aware', 'determined', 'toldBy.at', 'contained'].map((name) => ['incident', ...name.split('.')]);
const OCCURRED: readonly Path[] = [['incident', 'occurred', 'from'], ['incident', 'occurred', 'to']];

/** The value may break the schema: only what has a meaning is looked at. */
export function factFaults(value: unknown, given: Given): Fault[] {
  return [...timeFaults(value), ...wordFaults(value, given), ...orderFaults(value), ...stateFaults(value), ...futureFaults(value, given), ...countFaults(value)];
}

function at(value: unknown, path: Path): unknown {
  let inner = value;
  for (const key of path) inner = typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key) ? (inner as Record<string | number, unknown>)[key] : undefined;
  return inner;
}

function textAt(value: unknown, path: Path): string | undefined {
  const text = at(value, path);
  return typeof text === 'string' && text !== 'unknown' ? text : undefined;
}

function listAt(value: unknown, path: Path): readonly unknown[] {
  const list = at(value, path);
  return Array.isArray(list) ? list : [];
}

function groupAt(value: unknown, path: Path): [string, unknown][] {
  const group = at(value, path);
  return isFields(group) && !isNotApplicable(group) ? Object.entries(group) : [];
}

/** `incident.aware`, `notices.1.sentAt`. */
const dotted = (path: Path): string => path.join('.');

function sentPaths(value: unknown): Path[] {
  return listAt(value, ['notices']).map((_, i) => ['notices', i, 'sentAt']);
}

/** Times at which others were told: a day is enough, no clock starts there. */
function toldPaths(value: unknown): Path[] {
  return ['otherAuthorities', 'processors'].flatMap((list) => listAt(value, [list]).map((_, i) => [list, i, 'toldAt']));
}

/** Times that cannot be read, with what to write instead. */
function timeFaults(value: unknown): Fault[] {
  const faults: Fault[] = [];
  for (const path of [...INSTANTS, ...sentPaths(value)]) {
    const text = textAt(value, path);
    if (text !== undefined && parseInstant(text) === undefined) faults.push({ path, says: noInstant(dotted(path), text) });
  }
  for (const path of [...OCCURRED, ...toldPaths(value), ['circumstances', 'lawEnforcementHold', 'until']]) {
    const text = textAt(value, path);
    if (text !== undefined && parseDay(text) === undefined && parseInstant(text) === undefined) faults.push({ path, says: `${dotted(path)} is neither a day nor a time with its offset: write 2026-11-20 or 2026-11-20T16:20:00+01:00` });
  }
  const restored = textAt(value, ['circumstances', 'restoredWithin']);
  if (restored !== undefined && hoursOf(restored) === undefined) faults.push({ path: ['circumstances', 'restoredWithin'], says: 'circumstances.restoredWithin is no length of time: write PT8H for hours or P3D for days' });
  return faults;
}

function noInstant(name: string, text: string): string {
  if (parseDay(text) !== undefined) return `${name} is a day without a time: write the time and its offset from UTC, such as ${text}T16:20:00+01:00; where only the day is known, its beginning, such as ${text}T00:00:00+01:00`;
  if (parseInstant(`${text}Z`) !== undefined) return `${name} has no offset from UTC: write ${text}+01:00 with the offset of the place, or end it with Z for UTC`;
  return `${name} is no point in time: write it like 2026-11-20T16:20:00+01:00`;
}

/** Hours of `PT8H` or `P3D`. */
export function hoursOf(duration: string): number | undefined {
  const [, days, hours] = /^P(?:(\d{1,4})D)?(?:T(\d{1,4})H)?$/.exec(duration) ?? [];
  return days === undefined && hours === undefined ? undefined : Number(days ?? 0) * 24 + Number(hours ?? 0);
}

/** Places and kinds of data that nobody knows, with the nearest that is known; names of data sets given twice. */
function wordFaults(value: unknown, { places, elements }: Given): Fault[] {
  const faults: Fault[] = [];
  const place = (path: Path, code: unknown): void => {
    if (typeof code !== 'string' || code === 'unknown' || Object.hasOwn(places, code)) return;
    const [near] = suggestPlaces(code, places);
    faults.push({ path, says: `unknown jurisdiction “${code}”${near ? `; did you mean ${near}?` : '; use an ISO 3166 code such as DE, GB-SCT, US-CA or JP, or EU'}` });
  };
  const element = (path: Path, word: unknown): void => {
    if (typeof word !== 'string' || word === 'unknown' || elements.includes(word)) return;
    const near = nearest(word, elements);
    faults.push({ path, says: `unknown kind of data “${word}”; ${near ? `did you mean “${near}”?` : `one of: ${elements.join(', ')}`}` });
  };
  listAt(value, ['organisation', 'establishedIn']).forEach((code, i) => place(['organisation', 'establishedIn', i], code));
  place(['organisation', 'mainEstablishment'], at(value, ['organisation', 'mainEstablishment']));
  listAt(value, ['otherAuthorities']).forEach((_, i) => place(['otherAuthorities', i, 'jurisdiction'], at(value, ['otherAuthorities', i, 'jurisdiction'])));
  for (const part of partsOf(value)) {
    for (const [code] of groupAt(value, [...part, 'people', 'byJurisdiction'])) place([...part, 'people', 'byJurisdiction', code], code);
    for (const [word, counts] of groupAt(value, [...part, 'people', 'byElement'])) {
      element([...part, 'people', 'byElement', word], word);
      for (const [code] of groupAt(counts, [])) place([...part, 'people', 'byElement', word, code], code);
    }
    for (const list of ['elements', 'opens']) listAt(value, [...part, 'data', list]).forEach((word, i) => element([...part, 'data', list, i], word));
  }
  const names = listAt(value, ['dataSets']).map((set) => at(set, ['name']));
  names.forEach((name, i) => {
    if (typeof name === 'string' && names.indexOf(name) < i) faults.push({ path: ['dataSets', i, 'name'], says: `dataSets.${i}.name is already the name of dataSets.${names.indexOf(name)}` });
  });
  return faults;
}

/** The breach as a whole, and each of its data sets. */
function partsOf(value: unknown): Path[] {
  return [[], ...listAt(value, ['dataSets']).map((_, i): Path => ['dataSets', i])];
}

/** A time that was read: a day, or an instant with the day that its own offset gives it. */
type Read = { day: Day } | { instant: Instant; local: Day | undefined };

function read(value: unknown, path: Path): Read | undefined {
  const text = textAt(value, path);
  if (text === undefined) return undefined;
  const day = parseDay(text);
  if (day !== undefined) return { day };
  const instant = parseInstant(text);
  // Z is the offset of no place: the day there may be the one before or after.
  return instant === undefined ? undefined : { instant, local: /[Zz]$/.test(text) ? undefined : parseDay(text.slice(0, 10)) };
}

/** The zones of the world farthest from UTC: in one of them a day begins first, in the other it ends last. */
const FIRST_ZONE = 'Etc/GMT-14';
const LAST_ZONE = 'Etc/GMT+12';

/** Whether one time lies before another for certain. */
function before(a: Read, b: Read): boolean {
  if ('instant' in a && 'instant' in b) return a.instant < b.instant;
  if ('day' in a && 'day' in b) return a.day < b.day;
  if ('instant' in a && 'day' in b) return (a.local ?? dayIn(a.instant, FIRST_ZONE)) < b.day;
  return 'day' in a && 'instant' in b && a.day < (b.local ?? dayIn(b.instant, LAST_ZONE));
}

/** Which time cannot lie before which, and why not. */
const ORDER: readonly (readonly [string, string, string])[] = [
  ['occurred.to', 'occurred.from', 'it ends before it begins'],
  ['firstIndication', 'occurred.from', 'there can be no sign of it before it began'],
  ['discovered', 'occurred.from', 'it cannot be discovered before it began'],
  ['aware', 'occurred.from', 'nobody can be aware of it before it began'],
  ['determined', 'occurred.from', 'it cannot be determined before it began'],
  ['toldBy.at', 'occurred.from', 'nobody can tell of it before it began'],
  ['contained', 'occurred.from', 'it cannot be contained before it began'],
  ['aware', 'discovered', 'awareness needs a discovery'],
  ['determined', 'discovered', 'what is determined was discovered before'],
  ['discovered', 'firstIndication', 'the first sign comes with the discovery at the latest'],
];

export function orderFaults(value: unknown): Fault[] {
  const faults: Fault[] = [];
  const time = (name: string): Path => ['incident', ...name.split('.')];
  for (const [name, than, why] of ORDER) {
    const [early, late] = [read(value, time(name)), read(value, time(than))];
    if (early && late && before(early, late)) faults.push({ path: time(name), says: `incident.${name} lies before incident.${than}: ${why}` });
  }
  for (const path of sentPaths(value)) {
    const sent = read(value, path);
    for (const [name, what] of [['occurred.from', 'the breach occurred'], ['discovered', 'it was discovered']] as const) {
      const than = read(value, time(name));
      if (!sent || !than || !before(sent, than)) continue;
      faults.push({ path, says: `${dotted(path)} lies before incident.${name}: no notice is sent before ${what}` });
      break;
    }
  }
  return faults;
}

/** States that exclude each other. */
function stateFaults(value: unknown): Fault[] {
  const is = (path: Path, word: 'yes' | 'no'): boolean => at(value, path) === word || at(value, path) === (word === 'yes');
  const faults: Fault[] = [];
  if (is(['incident', 'ongoing'], 'yes') && textAt(value, ['incident', 'contained']) !== undefined) faults.push({ path: ['incident', 'ongoing'], says: 'incident.ongoing says that it goes on, yet incident.contained has a time' });
  for (const part of partsOf(value)) {
    const path = [...part, 'protection', 'keyAcquired'];
    if (is([...part, 'protection', 'encrypted'], 'no') && is(path, 'yes')) faults.push({ path, says: `${dotted(path)} is yes, yet nothing was encrypted` });
  }
  return faults;
}

function futureFaults(value: unknown, { now, zone }: Given): Fault[] {
  const today = momentDay(now, zone);
  return [...OCCURRED, ...INSTANTS, ...sentPaths(value), ...toldPaths(value)].flatMap((path): Fault[] => {
    const time = read(value, path);
    const ahead = time && ('day' in time ? time.day > today : 'instant' in now ? time.instant > now.instant : dayIn(time.instant, zone) > today);
    return ahead ? [{ path, says: `${dotted(path)} lies in the future` }] : [];
  });
}

/** Numbers that cannot be: an upper bound below the number, an exact number with another bound, more residents than people. */
function countFaults(value: unknown): Fault[] {
  const faults: Fault[] = [];
  for (const part of partsOf(value)) {
    const residents = groupAt(value, [...part, 'people', 'byJurisdiction']);
    const amounts: Path[] = [['data', 'records'], ['people', 'count'], ...residents.map(([code]) => ['people', 'byJurisdiction', code]), ...groupAt(value, [...part, 'people', 'byElement']).flatMap(([word, counts]) => groupAt(counts, []).map(([code]) => ['people', 'byElement', word, code]))];
    for (const path of amounts.map((inner) => [...part, ...inner])) faults.push(...amountFaults(value, path));
    const path = [...part, 'people', 'count'];
    const whole = countOf(at(value, path));
    const everybody = countOf(at(value, ['people', 'count']))?.upTo;
    if (part.length > 0 && whole && everybody !== undefined && whole.n > everybody) faults.push({ path, says: `${dotted(path)} is ${whole.n}, more than people.count, which is ${everybody} at most` });
    const listed = residents.reduce((all, [, amount]) => all + (countOf(amount)?.n ?? 0), 0);
    const most = whole && (whole.upTo ?? whole.n);
    if (most !== undefined && listed > most) faults.push({ path: [...part, 'people', 'byJurisdiction'], says: `${dotted([...part, 'people', 'byJurisdiction'])} has ${listed} people, and ${dotted(path)} only ${most}${whole?.upTo === undefined ? ': raise the estimate, or give its upper bound as upTo' : ''}` });
  }
  return faults;
}

function amountFaults(value: unknown, path: Path): Fault[] {
  const amount = at(value, path);
  if (typeof amount !== 'object' || amount === null) return [];
  const { n, precision, upTo } = amount as { n?: unknown; precision?: unknown; upTo?: unknown };
  const name = dotted(path);
  if (typeof n === 'number' && typeof upTo === 'number' && upTo < n) return [{ path: [...path, 'upTo'], says: `${name}.upTo is ${upTo}, below ${name}.n, which is ${n}` }];
  if (precision === 'exact' && typeof n === 'number' && typeof upTo === 'number' && upTo !== n) return [{ path: [...path, 'upTo'], says: `${name}.upTo is ${upTo}, yet ${n} is exact: leave it out, or call it an estimate` }];
  if (precision === 'exact' && n === undefined) return [{ path: [...path, 'precision'], says: `${name} is exact without a number: give n` }];
  return [];
}
