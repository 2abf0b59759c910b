/**
 * Letters to the person: which laws a letter answers by, what each wants in it, and where every value comes from.
 * A value that nobody has recorded is a `Gap`, which prints as what is missing; nothing is made up.
 */
import { type Refusal, refuse, standings } from './case.ts';
import { type Day, type Moment, formatDay, momentDay } from './date.ts';
import { type CitationOut, type Deadline, type World, citationOut, deadlines } from './deadline.ts';
import { AGENT_ROLES, type Citation, type Content, type Law, type LetterKind, type MarkName, type Outcome, type RequestType, type Role } from './law.ts';
import { type Places, lineage } from './places.ts';
import { type MarkedFact, type Timeline, findMark, sayMark } from './timeline.ts';

/** A value that a letter needs and does not have: not recorded, or recorded but not shown without --reveal. */
export class Gap {
  readonly kind: 'missing' | 'personal';
  readonly says: string;
  constructor(kind: 'missing' | 'personal', says: string) {
    this.kind = kind;
    this.says = says;
  }
}

/** How a gap prints. */
export function gapText(gap: Gap, citation?: string): string {
  if (gap.kind === 'personal') return `⟦PERSONAL: ${gap.says} – add --reveal⟧`;
  return `⟦MISSING: ${gap.says}${citation === undefined ? '' : ` – ${citation}`}⟧`;
}

export interface LetterContact {
  name?: string;
  email?: string;
  phone?: string;
  address?: string;
  web?: string;
}

export interface LetterOrganisation {
  name?: string;
  mainEstablishment?: string;
  contact?: LetterContact;
  dataProtectionOfficer?: LetterContact;
  representative?: LetterContact;
}

/** An authority as the data file lists it, for some of the laws of its place or for all. */
export interface AuthorityEntry extends LetterContact {
  place: string;
  laws?: string[];
  name: string;
  verified: boolean;
  checkedOn: string;
}

/** What is recorded about the person: the keys always, the values only with --reveal. */
export interface LetterPerson {
  keys: ReadonlySet<string>;
  values: Readonly<Record<string, string>> | undefined;
}

export interface LetterInput {
  kind: LetterKind;
  timeline: Timeline;
  /** Candidates for the case's jurisdiction. */
  laws: readonly Law[];
  now: Moment;
  world: World;
  record: { id: string; reference: string | undefined; agent: boolean };
  organisation: LetterOrganisation;
  person: LetterPerson;
  authorities: { shipped: readonly AuthorityEntry[]; own: Readonly<Record<string, LetterContact>> };
  /** What the command line says of a letter that is written before its mark: grounds are codes or texts. */
  said: { grounds: readonly string[]; until: Day | undefined; ask: string | undefined };
  /** The free text behind the recorded ground `other`. */
  groundText: string | Gap | undefined;
}

export type Value = string | boolean | null | Gap | readonly string[] | readonly Scope[] | Scope;
export interface Scope {
  [name: string]: Value;
}

/** A content that a law wants in this letter, with the values its words may use. */
export interface Required {
  law: string;
  content: Content;
  applies: boolean;
  scope: Scope;
}

export interface Letter {
  kind: LetterKind;
  /** The laws that it answers by. */
  laws: readonly string[];
  /** Laws of the case that this letter cannot rest on, each with the reason. */
  left: readonly string[];
  required: readonly Required[];
  scope: Scope;
}

export interface ContentStatus {
  law: string;
  id: string;
  says: string;
  status: 'present' | 'missing' | 'not-applicable';
  citation: CitationOut;
}

/** One letter (kind `letter`). */
export interface LetterItem {
  case: string;
  letter: LetterKind;
  laws: readonly string[];
  complete: boolean;
  missing: readonly { says: string; citation: string | null }[];
  contents: readonly ContentStatus[];
  markdown: string;
}

/** The mark that a letter tells of. */
const TELLS: Partial<Record<LetterKind, MarkName>> = { extension: 'extension-noticed', refusal: 'answered', completion: 'answered' };

/** The recorded mark that a letter tells of, if it is recorded. */
export function toldMark(kind: LetterKind, timeline: Timeline): MarkedFact | undefined {
  const mark = TELLS[kind];
  return mark && timeline.marks.findLast((m) => m.mark === mark);
}

/** The letter with its values, or why it makes no sense. */
export function prepareLetter(input: LetterInput): { letter: Letter } | { refusal: Refusal } {
  const refusal = refuseKind(input) ?? refuseOutcome(input);
  if (refusal) return { refusal };
  const parts = partsOf(input);
  if (parts.length === 0) return { refusal: undecided(input) };
  if (input.kind !== 'extension') return { letter: letterOf(input, parts, []) };
  const judged = parts.map((part) => ({ part, refusal: refuseExtension(input, part) }));
  const able = judged.filter((j) => j.refusal === undefined).map((j) => j.part);
  if (able.length === 0) return { refusal: judged[0]?.refusal as Refusal };
  const left = judged.flatMap(({ part, refusal: why }) => (why ? [`${part.law.id} is not part of this letter: ${why.says}`] : []));
  return { letter: letterOf(input, able, left) };
}

/** One law of the case: the clock that the letter is about, and how it would stand without an extension. */
interface Part {
  law: Law;
  main: Deadline | undefined;
  first: Deadline | undefined;
  waits: readonly MarkName[];
}

const ORDER = ['respond', 'destroy-sample', 'stop-processing', 'appeal-decision', 'forward-to-controller'] as const;

function partsOf({ timeline, laws, now, world }: LetterInput): Part[] {
  const standing = standings(timeline, laws, momentDay(now, timeline.zone), world);
  const told = deadlines(laws, timeline, now, world).items;
  const plain = deadlines(laws, { ...timeline, marks: timeline.marks.filter((m) => m.mark !== 'extension-noticed') }, now, world).items;
  return [...new Set(standing.map((s) => s.law))].map((law) => {
    const terms = standing.filter((s) => s.law === law).map((s) => s.clock.term);
    const pauses = terms.flatMap((t) => t.pauses ?? []).filter((p) => p.force === 'law' && (!p.types || p.types.includes(timeline.requestType)));
    return { law, main: mainOf(told, law, timeline), first: mainOf(plain, law, timeline), waits: pauses.map((p) => p.from) };
  });
}

function mainOf(items: readonly Deadline[], law: Law, timeline: Timeline): Deadline | undefined {
  const mine = items.filter((i) => i.law === law.id);
  const order = isAppeal(timeline) ? ['appeal-decision', ...ORDER] : ORDER;
  return order.map((id) => mine.find((i) => i.obligation === id)).find((i) => i !== undefined);
}

/** An answer that was appealed against is a case of appeal, whatever it began as. */
function isAppeal(timeline: Timeline): boolean {
  return timeline.requestType === 'appeal' || timeline.marks.some((m) => m.mark === 'appealed');
}

/** The type by which contents are chosen. */
function typeFor(law: Law, timeline: Timeline): RequestType {
  return isAppeal(timeline) && law.obligations.some((o) => o.types.includes('appeal')) ? 'appeal' : timeline.requestType;
}

function isAgent(timeline: Timeline): boolean {
  const role = timeline.facts['role'] as Role | undefined;
  return role !== undefined && AGENT_ROLES.includes(role);
}

function refuseKind({ kind, timeline, record }: LetterInput): Refusal | undefined {
  const withdrawn = findMark(timeline, 'withdrawn');
  if (withdrawn && kind !== 'acknowledgement') return { says: `the person withdrew the request: ${sayMark(withdrawn)}`, hint: `custos request show ${record.id}` };
  if (isAgent(timeline) && TELLS[kind]) {
    return { says: `as a ${String(timeline.facts['role'])} you act for a customer: the answer is the customer’s to give`, hint: `tell the person that you have passed the request on: custos request letter ${record.id} acknowledgement` };
  }
  const answered = timeline.marks.findLast((m) => m.mark === 'answered' || m.mark === 'appealed');
  if (answered?.mark !== 'answered' || (kind !== 'acknowledgement' && kind !== 'extension')) return undefined;
  return { says: `the request is answered already: ${sayMark(answered)}`, hint: `custos request letter ${record.id} ${answered.outcome === 'refused' ? 'refusal' : 'completion'}` };
}

/** The outcomes that a letter of this kind can tell of. */
const FITS: Partial<Record<LetterKind, readonly Outcome[]>> = { refusal: ['refused', 'partly-granted'], completion: ['granted', 'partly-granted'] };

function refuseOutcome({ kind, timeline, record }: LetterInput): Refusal | undefined {
  const answer = toldMark(kind, timeline);
  if (!answer?.outcome || !FITS[kind] || FITS[kind].includes(answer.outcome)) return undefined;
  const other = (['refusal', 'completion'] as const).find((k) => FITS[k]?.includes(answer.outcome as Outcome));
  return { says: `the recorded outcome is “${answer.outcome}” (${sayMark(answer)})`, hint: other ? `custos request letter ${record.id} ${other}` : `if that is wrong: custos request correct ${record.id} ${answer.event}` };
}

/** Nothing says for sure which law the letter would answer by. */
function undecided({ timeline, laws, now, world, record }: LetterInput): Refusal {
  const { items, notCounted } = deadlines(laws, timeline, now, world);
  const open = [...items.filter((i) => i.state === 'undetermined'), ...notCounted];
  if (open.length === 0) return { says: `no law that custos knows concerns ${record.id}`, hint: `custos request show ${record.id} --verbose` };
  const missing = [...new Set(open.flatMap((o) => o.missing))].join(', ');
  return { says: `which law the letter answers by is not known; missing: ${missing}`, hint: `name the law: --law ${open[0]?.law ?? ''}` };
}

/** Under one law: no extension, too late, or too long. A recorded notice must have been in time. */
function refuseExtension(input: LetterInput, { law, main }: Part): Refusal | undefined {
  const { timeline, laws, now, world, said, record } = input;
  const told = findMark(timeline, 'extension-noticed', law.id);
  if (told) {
    const notice = main?.extension;
    if (!notice || formatDay(told.on) <= notice.noticeBy) return undefined;
    return { says: `${sayMark(told)}: too late, it had to be announced by ${notice.noticeBy}`, citation: { ...notice.citation, verified: true } as unknown as Citation, hint: `custos request show ${record.id} --explain` };
  }
  const fact: MarkedFact = { mark: 'extension-noticed', on: momentDay(now, timeline.zone), event: 0, law: law.id, ...(said.until === undefined ? {} : { until: said.until }) };
  return refuse(timeline, fact, laws, now, world);
}

function letterOf(input: LetterInput, parts: readonly Part[], left: readonly string[]): Letter {
  const common = commonScope(input, parts);
  const required = parts.flatMap((part) => requiredOf(input, part, common));
  const laws = parts.map((part) => lawScope(input, part));
  return { kind: input.kind, laws: parts.map((p) => p.law.id), left, required, scope: { ...common, laws } };
}

function requiredOf(input: LetterInput, part: Part, common: Scope): Required[] {
  const type = typeFor(part.law, input.timeline);
  const contents = (part.law.letters?.[input.kind] ?? []).filter((c) => !c.types || c.types.includes(type));
  const law = lawScope(input, part);
  return contents.map((content) => ({
    law: part.law.id, content, applies: applies(content, part.law, input),
    scope: { law, value: valueOf(content, { ...common, law, case: caseScope(input, [part]) }), says: content.says, provision: content.citation.ref },
  }));
}

/**
 * Where `fact` leads: a path into the values of the letter. `ground.<id>` and `duty.<type>` are conditions: the content
 * is wanted only if that ground is the reason, or while the law has a duty for requests of that type.
 */
function valueOf(content: Content, values: Scope): Value {
  if (content.fact === undefined || CONDITION.test(content.fact)) return null;
  let value: Value | undefined = values;
  for (const key of content.fact.split('.')) {
    value = typeof value === 'object' && value !== null && !(value instanceof Gap) && Object.hasOwn(value, key) ? (value as Scope)[key] : undefined;
  }
  return value === undefined || value === null || (value instanceof Gap && value.kind === 'missing') ? new Gap('missing', content.says) : value;
}

const CONDITION = /^(ground|duty)\.(.+)$/;

function applies({ fact }: Content, law: Law, input: LetterInput): boolean {
  const [, kind, name] = CONDITION.exec(fact ?? '') ?? [];
  if (kind === 'ground') {
    const codes = groundCodes(input);
    return codes.length === 0 || codes.includes(name as string);
  }
  const day = formatDay(momentDay(input.now, input.timeline.zone));
  return kind !== 'duty' || law.obligations.some((o) => o.bearer === 'principal' && o.types.includes(name as RequestType) &&
    o.terms.some((t) => t.status === 'in-force' && t.from <= day && (t.until === undefined || day <= t.until) && (!t.types || t.types.includes(name as RequestType))));
}

function commonScope(input: LetterInput, parts: readonly Part[]): Scope {
  const { now, timeline, record, said, person, organisation } = input;
  const received = findMark(timeline, 'received');
  const appealed = timeline.marks.findLast((m) => m.mark === 'appealed');
  return {
    today: formatDay(momentDay(now, timeline.zone)),
    request: {
      id: record.id, reference: record.reference ?? null, agent: record.agent, customer: isAgent(timeline),
      type: timeline.requestType, received: received ? formatDay(received.on) : new Gap('missing', 'case.received'), appealed: appealed ? formatDay(appealed.on) : null,
      laws: parts.map((p) => p.law.title), asked: said.ask ?? new Gap('missing', 'what is asked for (--ask)'),
    },
    case: caseScope(input, parts),
    person: Object.fromEntries((['name', 'email', 'agent'] as const).map((key) => [key, personal(person, key)])),
    organisation: { name: organisation.name ?? new Gap('missing', 'organisation.name'), ...Object.fromEntries(CONTACTS.map((key) => [key, contactScope(organisation[key], `organisation.${key}`)])) },
  };
}

const CONTACTS = ['contact', 'dataProtectionOfficer', 'representative'] as const;

function contactScope(contact: LetterContact | undefined, path: string): Scope {
  const fields = (['name', 'email', 'phone', 'address', 'web'] as const).map((key) => [key, contact?.[key] ?? new Gap('missing', `${path}.${key}`)]);
  return { ...(Object.fromEntries(fields) as Scope), lines: (contact?.address ?? '').split(/\r?\n/).map((l) => l.trim()).filter((l) => l !== '') };
}

function personal(person: LetterPerson, key: string): Value {
  const value = person.values?.[key]?.trim();
  if (value !== undefined && value !== '') return value;
  return person.keys.has(key) && person.values === undefined ? new Gap('personal', key) : new Gap('missing', `person.${key}`);
}

/** What the letter tells about the case: the dates are the first to end of the laws it rests on. */
function caseScope(input: LetterInput, parts: readonly Part[]): Scope {
  const { timeline, said, kind } = input;
  const told = toldMark(kind, timeline);
  const soonest = (dates: (string | null | undefined)[]) => dates.filter((d) => typeof d === 'string').toSorted()[0];
  const until = kind === 'extension' && (told?.until ?? said.until);
  const longest = soonest(parts.map((p) => p.first?.extension?.due));
  return {
    due: soonest(parts.map((p) => p.main?.due)) ?? null, first: soonest(parts.map((p) => p.first?.due)) ?? null,
    until: (until ? formatDay(until) : longest) ?? null, received: dateOf(findMark(timeline, 'received')),
    outcome: told?.outcome ?? null, ground: groundValue(input, parts), ask: said.ask ?? null,
  };
}

const dateOf = (fact: MarkedFact | undefined): string | null => (fact ? formatDay(fact.on) : null);

function groundCodes(input: LetterInput): string[] {
  const recorded = toldMark(input.kind, input.timeline)?.ground;
  return (input.said.grounds.length > 0 ? [...input.said.grounds] : recorded === undefined || recorded === 'other' ? [] : [recorded]).map((g) => g.trim());
}

/** The reasons in words: a code says what the law says of it, a text stands as it is. */
function groundValue(input: LetterInput, parts: readonly Part[]): Value {
  const codes = groundCodes(input);
  if (codes.length === 0) return input.groundText ?? null;
  return codes.map((code) => {
    const known = parts.flatMap((p) => groundsOf(input.kind, p)).find((g) => g.id === code.toLowerCase());
    return known === undefined ? code : known.ref === undefined ? known.says : `${known.says} (${known.ref})`;
  }).join('; ');
}

/** The reasons that a law knows for what the letter tells. */
function groundsOf(kind: LetterKind, { law, first }: Part): { id: string; says: string; ref?: string }[] {
  if (kind === 'extension') return first?.extension?.grounds ?? [];
  return (law.refusalGrounds ?? []).map((g) => ({ id: g.id, says: g.says, ref: g.citation.ref }));
}

function lawScope(input: LetterInput, part: Part): Scope {
  const { law, main, first, waits } = part;
  const authority = authorityOf(law, input);
  return {
    id: law.id, title: law.title, due: main?.due ?? null, first: first?.due ?? null, standard: main?.standard ?? null,
    waits: waits.includes(input.kind === 'identity' ? 'id-requested' : 'clarification-asked') || (input.kind === 'identity' && main?.missing.includes('id-received') === true),
    authority: {
      name: authority?.name ?? new Gap('missing', `the authority for ${input.timeline.jurisdiction}`),
      web: authority?.web ?? null, address: authority?.address ?? null, phone: authority?.phone ?? null, email: authority?.email ?? null,
    },
  };
}

/**
 * The authority to complain to. Where one watches the whole law it is that one; else the one where the person lives,
 * or, where the part of the country is not known, where the organisation has its main establishment.
 */
function authorityOf(law: Law, { timeline, organisation, authorities: { shipped, own }, world }: LetterInput): LetterContact | undefined {
  const at = (place: string) => shipped.find((a) => a.place === place && (!a.laws || a.laws.includes(law.id)));
  const whole = at(law.jurisdiction);
  if (whole) return own[law.jurisdiction] ?? whole;
  const covered = new Set(law.scope.places.flatMap((p) => p.in));
  for (const start of [timeline.jurisdiction, organisation.mainEstablishment]) {
    const inside = start === undefined ? [] : placesWithin(start, covered, world.places);
    for (const place of inside) {
      const found = own[place] ?? at(place);
      if (found) return found;
    }
  }
  return undefined;
}

/** A place and what it lies in, as far as the law reaches. */
function placesWithin(start: string, covered: ReadonlySet<string>, places: Places): string[] {
  return lineage(start, places).filter((place) => lineage(place, places).some((p) => covered.has(p)));
}

export function statusOf({ law, content, applies: wanted }: Required, printed: { complete: boolean } | undefined): ContentStatus {
  const status = !wanted ? 'not-applicable' : printed?.complete ? 'present' : 'missing';
  return { law, id: content.id, says: content.says, status, citation: citationOut(content.citation) };
}
