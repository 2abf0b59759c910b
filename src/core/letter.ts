/**
 * Letters to the person: which laws a letter answers by, what each wants in it, and where every value comes from.
 * A value that nobody has recorded is a `Gap`, which prints as what is missing; nothing is made up.
 */
import { type Refusal, refuse, standings } from './case.ts';
import { type Day, type Moment, formatDay, momentDay } from './date.ts';
import { type Deadline, type World, deadlines } from './deadline.ts';
import { AGENT_ROLES, type Content, type Extension, type Law, type LetterKind, type MarkName, type Outcome, type RequestType, type Role } from './law.ts';
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

/** A content that a law wants in this letter, with the values that its words may use. */
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
  extension: Extension | undefined;
  /** What the clock waits for by the text of the law, once it was asked for. */
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
    return { law, main: mainOf(told, law, timeline), first: mainOf(plain, law, timeline), extension: terms.find((t) => t.extension)?.extension, waits: pauses.map((p) => p.from) };
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
    return { says: `as a ${String(timeline.facts['role'])} you act for a customer: the answer is the customer’s to give`, hint: `tell the person that the request was passed on: custos request letter ${record.id} acknowledgement` };
  }
  const last = timeline.marks.findLast((m) => m.mark === 'answered' || m.mark === 'appealed');
  if (last?.mark !== 'answered' || (kind !== 'acknowledgement' && kind !== 'extension')) return undefined;
  return { says: `the request is answered already: ${sayMark(last)}`, hint: `custos request letter ${record.id} ${last.outcome === 'refused' ? 'refusal' : 'completion'}` };
}

/** The outcomes that a letter of this kind can tell of. */
const FITS: Partial<Record<LetterKind, readonly Outcome[]>> = { refusal: ['refused', 'partly-granted'], completion: ['granted', 'partly-granted'] };

function refuseOutcome({ kind, timeline, record }: LetterInput): Refusal | undefined {
  const answer = toldMark(kind, timeline);
  const outcome = answer?.outcome;
  if (!outcome || !FITS[kind] || FITS[kind].includes(outcome)) return undefined;
  const other = (['refusal', 'completion'] as const).find((k) => FITS[k]?.includes(outcome));
  return { says: `the recorded outcome is “${outcome}” (${sayMark(answer)})`, hint: other ? `custos request letter ${record.id} ${other}` : `if that is wrong: custos request correct ${record.id} ${answer.event}` };
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
function refuseExtension({ timeline, laws, now, world, said, record }: LetterInput, { law, main, extension }: Part): Refusal | undefined {
  const told = findMark(timeline, 'extension-noticed', law.id);
  if (!told || !extension || !main?.extension) {
    const fact: MarkedFact = { mark: 'extension-noticed', on: momentDay(now, timeline.zone), event: 0, law: law.id, ...(said.until === undefined ? {} : { until: said.until }) };
    return refuse(timeline, fact, laws, now, world);
  }
  const { noticeBy } = main.extension;
  if (formatDay(told.on) <= noticeBy) return undefined;
  return { says: `${sayMark(told)}: too late, it had to be announced by ${noticeBy}`, citation: extension.citation, hint: `custos request show ${record.id} --explain` };
}

function letterOf(input: LetterInput, parts: readonly Part[], left: readonly string[]): Letter {
  const common = commonScope(input, parts);
  const required = parts.flatMap((part) => requiredOf(input, part, common));
  return { kind: input.kind, laws: parts.map((p) => p.law.id), left, required, scope: { ...common, laws: parts.map((part) => lawScope(input, part)) } };
}

function requiredOf(input: LetterInput, part: Part, common: Scope): Required[] {
  const type = typeFor(part.law, input.timeline);
  const contents = (part.law.letters?.[input.kind] ?? []).filter((c) => !c.types || c.types.includes(type));
  const law = lawScope(input, part);
  const values = { ...common, law, case: caseScope(input, [part]) };
  return contents.map((content) => ({
    law: part.law.id, content, applies: applies(content, part.law, input),
    scope: { law, value: valueOf(content, values), says: content.says, provision: content.citation.ref },
  }));
}

/** `ground.<id>`: wanted only if that is the reason. `duty.<type>`: wanted while the law has a duty for such requests. */
const CONDITION = /^(ground|duty)\.(.+)$/;

/** Where `fact` leads: a path into the values of the letter. A path that leads nowhere is a value nobody has recorded. */
function valueOf({ fact, says }: Content, values: Scope): Value {
  if (fact === undefined || CONDITION.test(fact)) return null;
  let value: Value | undefined = values;
  for (const key of fact.split('.')) {
    value = typeof value === 'object' && value !== null && !(value instanceof Gap) && Object.hasOwn(value, key) ? (value as Scope)[key] : undefined;
  }
  return value === undefined || value === null || (value instanceof Gap && value.kind === 'missing') ? new Gap('missing', says) : value;
}

function applies({ fact }: Content, law: Law, input: LetterInput): boolean {
  const [, kind, name] = CONDITION.exec(fact ?? '') ?? [];
  if (kind === 'ground') {
    const codes = groundCodes(input);
    return codes.length === 0 || codes.includes(name as string);
  }
  return kind !== 'duty' || hasDuty(law, name as RequestType, formatDay(momentDay(input.now, input.timeline.zone)));
}

function hasDuty(law: Law, type: RequestType, day: string): boolean {
  const terms = law.obligations.filter((o) => o.bearer === 'principal' && o.types.includes(type)).flatMap((o) => o.terms);
  return terms.some((t) => t.status === 'in-force' && (!t.types || t.types.includes(type)) && t.from <= day && (t.until === undefined || day <= t.until));
}

function commonScope(input: LetterInput, parts: readonly Part[]): Scope {
  const { person, organisation } = input;
  return {
    today: formatDay(momentDay(input.now, input.timeline.zone)),
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

/** The facts of the case, as some of its laws see them: the first of their dates to end counts. */
function caseScope(input: LetterInput, parts: readonly Part[]): Scope {
  const { timeline, said, kind, record } = input;
  const told = toldMark(kind, timeline);
  const until = kind === 'extension' ? (told?.until ?? said.until) : undefined;
  return {
    id: record.id, reference: record.reference ?? null, agent: record.agent, customer: isAgent(timeline), type: timeline.requestType,
    laws: parts.map((p) => p.law.title), received: dateOf(findMark(timeline, 'received')), appealed: dateOf(timeline.marks.findLast((m) => m.mark === 'appealed')),
    due: soonest(parts.map((p) => p.main?.due)), first: soonest(parts.map((p) => p.first?.due)),
    until: until === undefined ? soonest(parts.map((p) => p.first?.extension?.due)) : formatDay(until),
    outcome: told?.outcome ?? new Gap('missing', 'the outcome'), ground: groundValue(input, parts), ask: said.ask ?? new Gap('missing', 'what is asked for: --ask'),
  };
}

const dateOf = (fact: MarkedFact | undefined): string | null => (fact ? formatDay(fact.on) : null);

function soonest(dates: readonly (string | null | undefined)[]): string | null {
  return dates.filter((d) => typeof d === 'string').toSorted()[0] ?? null;
}

function groundCodes({ kind, timeline, said }: LetterInput): string[] {
  const recorded = toldMark(kind, timeline)?.ground;
  if (said.grounds.length > 0) return [...said.grounds];
  return recorded === undefined || recorded === 'other' ? [] : [recorded];
}

/** The reasons in words: a code says what the law says of it, a text stands as it is. */
function groundValue(input: LetterInput, parts: readonly Part[]): Value {
  const codes = groundCodes(input);
  if (codes.length === 0) return input.groundText ?? new Gap('missing', 'the reason: --ground');
  return codes.map((code) => {
    const known = parts.flatMap((p) => groundsOf(input.kind, p)).find((g) => g.id === code.trim().toLowerCase());
    return known === undefined ? code : known.ref === undefined ? known.says : `${known.says} (${known.ref})`;
  }).join('; ');
}

/** The reasons that a law knows for what the letter tells. */
function groundsOf(kind: LetterKind, { law, first }: Part): { id: string; says: string; ref?: string }[] {
  if (kind === 'extension') return first?.extension?.grounds ?? [];
  return (law.refusalGrounds ?? []).map((g) => ({ id: g.id, says: g.says, ref: g.citation.ref }));
}

function lawScope(input: LetterInput, { law, main, first, waits }: Part): Scope {
  const authority = authorityOf(law, input);
  const { name, web = null, address = null, phone = null, email = null } = authority ?? {};
  return {
    id: law.id, title: law.title, due: main?.due ?? null, first: first?.due ?? null, waits: waits.includes(input.kind === 'identity' ? 'id-requested' : 'clarification-asked'),
    authority: { name: name ?? new Gap('missing', `the authority for ${input.timeline.jurisdiction}`), web, address, phone, email },
  };
}

/**
 * The authority to complain to. Where one watches the whole law it is that one; else the one where the person lives,
 * or, where the part of the country is not known, where the organisation has its main establishment.
 */
function authorityOf(law: Law, { timeline, organisation, authorities: { shipped, own }, world: { places } }: LetterInput): LetterContact | undefined {
  const at = (place: string) => shipped.find((a) => a.place === place && (!a.laws || a.laws.includes(law.id)));
  const whole = at(law.jurisdiction);
  if (whole) return own[law.jurisdiction] ?? whole;
  const covered = law.scope.places.flatMap((p) => p.in);
  const tried = [timeline.jurisdiction, organisation.mainEstablishment].flatMap((start) => (start === undefined ? [] : placesWithin(start, covered, places)));
  return tried.map((place) => own[place] ?? at(place)).find((a) => a !== undefined);
}

/** A place and what it lies in, as far as the law reaches. */
function placesWithin(start: string, covered: readonly string[], places: Places): string[] {
  return lineage(start, places).filter((place) => lineage(place, places).some((p) => covered.includes(p)));
}
