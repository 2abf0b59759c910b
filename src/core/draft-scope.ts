/** The values that a template may use, by name. */
import { type BreachFile, valueAt } from './breach-facts.ts';
import type { BreachItem, PhaseOut } from './breach-item.ts';
import type { BreachLaw } from './breach-law.ts';
import { type Moment, formatLocal, momentDay, parseMoment } from './date.ts';
import type { Wanted } from './draft.ts';
import { LEAF_PATHS, type Said, type Scope, type Value, Values, linesOf } from './draft-values.ts';
import type { DraftRule, Speech, ThirdParty } from './draft-words.ts';
import { type Places, lineage } from './places.ts';

export interface ScopeInput {
  /** The values of the part that the letter is about. */
  values: Values;
  rule: DraftRule;
  law: BreachLaw;
  item: BreachItem;
  phase: PhaseOut | undefined;
  whole: BreachFile;
  /** The data sets that the letter is about, where the breach has several. */
  sets: readonly string[];
  wanted: readonly Wanted[];
  late: boolean;
  now: Moment;
  places: Places;
  /** The title of a law. */
  titleOf: (law: string) => string;
}

const plain = (text: string | null | undefined, ways: readonly string[] = []): Said => ({ kind: 'said', state: text === null || text === undefined ? 'silent' : 'known', ways, from: ways, texts: text === null || text === undefined ? [] : [text] });

const STEPS = ['investigation', 'taken', 'mitigation', 'prevention', 'planned'].map((name) => `measures.${name}`);
const CONTACTS = ['organisation.contact', 'reporter', 'dpo', 'representativeEU', 'representativeUK', 'lawEnforcement.contact'];

export function draftScope(input: ScopeInput): Scope {
  const { values, whole, law, item, phase, now } = input;
  const { speech } = values;
  const scope: Scope = {};
  const put = (path: string, value: Value): void => {
    const keys = path.split('.');
    const last = keys.pop() as string;
    let at = scope;
    for (const key of keys) at = (at[key] ??= {}) as Scope;
    at[last] = value;
  };
  for (const path of [...LEAF_PATHS, 'incident.occurred', 'people.here', 'people.byJurisdiction']) put(path, values.at(path));
  for (const path of CONTACTS) put(`${path}.lines`, values.contact(path));
  for (const key of ['email', 'phone', 'tollFree', 'web', 'address'] as const) put(`organisation.contact.${key}`, values.at(`organisation.contact.${key}`));

  put('organisation.contact.addressLines', values.leaf('organisation.contact.address', (value) => (typeof value === 'string' ? linesOf(value) : undefined)));
  put('people.places', values.places(item.places));
  put('delayed', delayedOf(values));

  const points = values.rows('contactPoints', (row) => new Values({ title: '', it: row }, {}, speech, () => undefined).contact('it').texts.join(speech.word('list.comma')));
  put('contact.point', values.first([values.contact('dpo'), points, values.contact('organisation.contact'), values.contact('reporter')]));
  put('contact.ask', values.either(['organisation.contact', 'contactPoints'], (path) => (path === 'contactPoints' ? { ...points, ways: [] } : values.contact(path, true))));
  put('measures.steps', values.either(STEPS));
  put('measures.prevent', values.either(['measures.prevention', 'measures.planned']));
  put('effects', values.first([values.at('consequences'), values.at('risk.reasons')]));
  put('protection.lines', protectionOf(values, speech));
  put('otherAuthorities', values.rows('otherAuthorities', (row) => told(row, 'name', speech)));
  put('processors', values.rows('processors', (row) => told(row, 'name', speech)));
  put('notSentBecause', notSentOf(input));
  put('dataSets', dataSetsOf(input));
  put('notices', noticesOf(input, (row) => row.law === law.id));
  put('allNotices', noticesOf(input, () => true));
  const published = toldOf(input, 'media')['on'] as Said;
  put('publication', values.either(['notices', 'notSentBecause'], (path) => (path === 'notices' ? published : (scope['notSentBecause'] as Said))));
  for (const audience of ['people', 'authority', 'media'] as const) put(`told.${audience}`, toldOf(input, audience));

  const open = input.wanted.filter((w) => (w.status === 'declared-unknown' || w.status === 'missing') && w.content.status !== 'optional' && w.content.status !== 'conditional').map((w) => w.content.says);
  put('open', { kind: 'said', state: open.length > 0 ? 'known' : 'none', ways: [], from: [], texts: open });
  put('today', plain(speech.day(momentDay(now, speech.zone))));
  put('late', input.late);
  put('extra', input.rule.extra === true);
  const local = item.places.every((place) => lineage(place, input.places).includes(law.jurisdiction));
  put('law', { id: law.id, local, title: plain(law.title), place: plain(speech.place(law.jurisdiction)), citation: plain(item.citation.ref), authority: plain(law.authority) });
  put('letter', { title: plain(input.rule.title), recipient: plain(item.recipient), duty: plain(item.duty), portal: plain(item.portal), case: plain(item.case), dataSet: plain(input.sets.length === 1 ? input.sets[0] : undefined), due: dueOf(item, speech), phase: phase?.name ?? '' });
  const set = input.sets.length === 1 ? whole.dataSets?.find((s) => s.name === input.sets[0]) : undefined;
  for (const key of ['customer', 'contract'] as const) put(`letter.${key}`, plain(text((set as unknown as Readonly<Record<string, unknown>> | undefined)?.[key]), ['dataSets']));
  put('reference', plain(referenceOf(whole, item), ['notices']));
  put('parties', partiesOf(input));
  return scope;
}

/** Whether law enforcement delayed the notice: yes where it asked for it, no where that does not apply. */
function delayedOf(values: Values): Said {
  const { speech } = values;
  const said = values.leaf('circumstances.lawEnforcementHold', (value) => (typeof value === 'object' && value !== null && Object.keys(value).length > 0 ? [speech.word('Yes')] : undefined));
  return said.state === 'none' ? { ...said, state: 'known', texts: [speech.word('No')] } : said;
}

/** The end of the period: its day, with the time where it does not end with the day. */
function dueOf({ due, dueAt, standard }: BreachItem, speech: Speech): Said {
  const [day, end] = [parseMoment(due ?? ''), parseMoment(dueAt ?? '')];
  if (!day) return plain(standard);
  const exact = end && 'instant' in end && !/ (?:00:00|23:59) /.test(formatLocal(end.instant, speech.zone));
  return plain(speech.moment(exact ? end : day));
}

/** What protected the data, one statement a line. */
function protectionOf(values: Values, speech: Speech): Said {
  const paths = ['encrypted', 'method', 'bits', 'keyAcquired', 'hashed', 'pseudonymised', 'codeKeyAcquired'].map((key) => `protection.${key}`);
  return values.either([...paths, 'measures.before'], (path) => {
    const at = values.at(path);
    return path === 'measures.before' ? at : { ...at, texts: at.texts.map((it) => speech.word(path, { it })) };
  });
}

function told(row: Readonly<Record<string, unknown>>, key: string, speech: Speech): string {
  const at = typeof row['toldAt'] === 'string' ? speech.recordedDay(row['toldAt']) : undefined;
  const more = [row['part'], row['reference']].filter((t): t is string => typeof t === 'string' && t !== 'unknown');
  return [String(row[key]), ...more, ...(at === undefined ? [] : [speech.word('toldOn', { day: at })])].join(speech.word('list.comma'));
}

/** The data sets that the letter is about, and no other: another customer's are nobody's business. */
function dataSetsOf({ whole, sets, values }: ScopeInput): Said {
  const said = new Values(whole, {}, values.speech, () => undefined).rows('dataSets', (row) => String(row['name']));
  if (said.state !== 'known' || sets.length === 0) return said;
  return { ...said, texts: sets };
}

interface Row {
  law?: unknown;
  audience?: unknown;
  sentAt?: unknown;
  method?: unknown;
  people?: unknown;
  reference?: unknown;
}

function rowsOf(file: BreachFile): Row[] {
  const rows = valueAt(file, 'notices');
  return Array.isArray(rows) ? (rows as Row[]) : [];
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== 'unknown' ? value : undefined);

/** The notices that were sent, to whom and when. */
function noticesOf(input: ScopeInput, which: (row: Row) => boolean): Said {
  return input.values.leaf('notices', (value) => {
    const rows = (Array.isArray(value) ? (value as Row[]) : []).filter(which);
    return rows.length > 0 ? rows.map((row) => sayNotice(row, input)) : undefined;
  });
}

/** Why nobody was told under this law: reasons of another law are none of it. */
function notSentOf({ values, law, titleOf }: ScopeInput): Said {
  const { speech } = values;
  return values.leaf('notSentBecause', (value) => {
    const rows = (Array.isArray(value) ? (value as { law?: string; audience?: string; reason?: string }[]) : []).filter((row) => row.law === undefined || row.law === law.id);
    return rows.length > 0 ? rows.map(({ law: id = law.id, audience, reason }) => speech.word('notSent', { audience: speech.word(`audience.${String(audience)}`), law: titleOf(id), reason: String(reason) })) : undefined;
  });
}

function sayNotice(row: Row, { values, titleOf }: ScopeInput): string {
  const { speech } = values;
  const people = values.read(row.people, 'people.count')?.[0];
  const parts = [speech.recordedDay(text(row.sentAt) ?? '') ?? speech.word('unknown'), text(row.method), people === undefined ? undefined : speech.word('toPeople', { n: people }), text(row.reference)].filter((p) => p !== undefined);
  return speech.word('notice', { audience: speech.word(`audience.${String(row.audience)}`), law: titleOf(String(row.law)), what: parts.join(speech.word('list.comma')) });
}

/** The notice of this law to an audience: when, how, to how many. */
function toldOf({ whole, law, values: { speech } }: ScopeInput, audience: string): Scope {
  const row = rowsOf(whole).find((r) => r.law === law.id && r.audience === audience);
  const values = new Values(whole, {}, speech, () => undefined);
  return { on: plain(speech.recordedDay(text(row?.sentAt) ?? ''), ['notices']), method: plain(text(row?.method), ['notices']), people: plain(row && values.read(row.people, 'people.count')?.[0], ['notices']) };
}

/** Under which the authority files what it was told before. */
function referenceOf(whole: BreachFile, item: BreachItem): string | undefined {
  return rowsOf(whole).filter((r) => r.law === item.law && r.audience === item.audience).map((r) => text(r.reference)).findLast((r) => r !== undefined);
}

/** Agencies that a letter may have to name; the attorney general is that of the law's place. */
function partiesOf({ law, values: { speech }, places }: ScopeInput): Scope {
  const party = (it: ThirdParty | undefined, what: string): Scope => {
    const field = (value: string | undefined, says: string): Said => ({ ...plain(value), ...(value === undefined ? { why: says } : {}) });
    return { known: it !== undefined, name: field(it?.name, what), phone: field(it?.phone, `${what}: telephone`), address: field(it?.address, `${what}: address`), web: field(it?.web, `${what}: website`) };
  };
  const place = lineage(law.jurisdiction, places)[0] ?? law.jurisdiction;
  const named = ['equifax', 'experian', 'transunion', 'ftc'].map((name) => [name, party(speech.third(name), name)] as const);
  return { ...Object.fromEntries(named), attorneyGeneral: party(speech.third(place), speech.word('attorneyGeneral', { place: speech.place(place) })) };
}
