/** What a letter may say: the facts of the case, the organisation, the person and the authority, and the gaps between them. */
import { type Day, type Moment, formatDay, momentDay } from './date.ts';
import type { Deadline, World } from './deadline.ts';
import { AGENT_ROLES, type Content, type Extension, type Law, type LetterKind, type MarkName, type RequestType, type Role } from './law.ts';
import { type Places, lineage } from './places.ts';
import { type MarkedFact, type Timeline, findMark } from './timeline.ts';

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
  if (gap.kind === 'personal') return `⟦PERSONAL: ${gap.says} — add --reveal⟧`;
  return `⟦MISSING: ${gap.says}${citation === undefined ? '' : ` — ${citation}`}⟧`;
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

/** The mark that a letter tells of. */
export const TELLS: Partial<Record<LetterKind, MarkName>> = { extension: 'extension-noticed', refusal: 'answered', completion: 'answered' };

/** The recorded mark that a letter tells of, if it is recorded. */
export function toldMark(kind: LetterKind, timeline: Timeline): MarkedFact | undefined {
  const mark = TELLS[kind];
  return mark && timeline.marks.findLast((m) => m.mark === mark);
}

/** One law of the case: the clock that the letter is about, and how it would stand without an extension. */
export interface Part {
  law: Law;
  main: Deadline | undefined;
  first: Deadline | undefined;
  extension: Extension | undefined;
  /** What the clock waits for by the text of the law, once it was asked for. */
  waits: readonly MarkName[];
}

export function isAgent(timeline: Timeline): boolean {
  const role = timeline.facts['role'] as Role | undefined;
  return role !== undefined && AGENT_ROLES.includes(role);
}

/** `ground.<id>`: wanted only if that is the reason. `duty.<type>`: wanted while the law has a duty for such requests. */
const CONDITION = /^(ground|duty)\.(.+)$/;

/** Where `fact` leads: a path into the values of the letter. A path that leads nowhere is a value nobody has recorded. */
export function valueOf({ fact, says }: Content, values: Scope): Value {
  if (fact === undefined || CONDITION.test(fact)) return null;
  let value: Value | undefined = values;
  for (const key of fact.split('.')) {
    value = typeof value === 'object' && value !== null && !(value instanceof Gap) && Object.hasOwn(value, key) ? (value as Scope)[key] : undefined;
  }
  return value === undefined || value === null || (value instanceof Gap && value.kind === 'missing') ? new Gap('missing', says) : value;
}

export function applies({ fact }: Content, law: Law, input: LetterInput): boolean {
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

export function commonScope(input: LetterInput, parts: readonly Part[]): Scope {
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

/** The facts of the case. Where its laws set different dates, the first to end counts. */
function caseScope(input: LetterInput, parts: readonly Part[]): Scope {
  const { timeline, said, kind, record } = input;
  const told = toldMark(kind, timeline);
  const until = kind === 'extension' ? (told?.until ?? said.until) : undefined;
  return {
    id: record.id, reference: record.reference ?? null, agent: record.agent, customer: isAgent(timeline), type: timeline.requestType,
    laws: parts.map((p) => p.law.title), received: dateOf(findMark(timeline, 'received')), appealed: dateOf(timeline.marks.findLast((m) => m.mark === 'appealed')),
    due: soonest(parts.map((p) => p.main?.due)), first: soonest(parts.map((p) => p.first?.due)),
    until: until === undefined ? soonest(parts.map((p) => p.first?.extension?.due)) : formatDay(until),
    outcome: told?.outcome ?? new Gap('missing', 'the outcome'), ...reasons(input, parts), ask: said.ask ?? new Gap('missing', 'what is asked for'),
  };
}

const dateOf = (fact: MarkedFact | undefined): string | null => (fact ? formatDay(fact.on) : null);

function soonest(dates: readonly (string | null | undefined)[]): string | null {
  return dates.filter((d) => typeof d === 'string').toSorted()[0] ?? null;
}

/** What is recorded as the reason, and what the command line adds: codes and texts. */
function groundCodes({ kind, timeline, said }: LetterInput): string[] {
  const recorded = toldMark(kind, timeline)?.ground;
  return [...new Set([...(recorded === undefined || recorded === 'other' ? [] : [recorded]), ...said.grounds.map((g) => g.trim())])];
}

/** The reasons: `ground` is what the law says of its codes, else the organisation's text; `explanation` is that text alone. */
function reasons(input: LetterInput, parts: readonly Part[]): { ground: Value; explanation: Value } {
  const known = parts.flatMap((p) => groundsOf(input.kind, p));
  const read = groundCodes(input).map((text) => ({ text, of: known.find((g) => g.id === text.toLowerCase()) }));
  const codes = read.flatMap(({ of }) => (of === undefined ? [] : [of.ref === undefined ? of.says : `${of.says} (${of.ref})`]));
  const texts = read.filter((r) => r.of === undefined).map((r) => r.text);
  const explanation = texts.length > 0 ? texts.join(' ') : (input.groundText ?? null);
  return { ground: codes.length > 0 ? codes.join('; ') : (explanation ?? new Gap('missing', 'the reason')), explanation };
}

/** The reasons that a law knows for what the letter tells. */
function groundsOf(kind: LetterKind, { law, first }: Part): { id: string; says: string; ref?: string }[] {
  if (kind === 'extension') return first?.extension?.grounds ?? [];
  return (law.refusalGrounds ?? []).map((g) => ({ id: g.id, says: g.says, ref: g.citation.ref }));
}

export function lawScope(input: LetterInput, { law, main, first, waits }: Part): Scope {
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
