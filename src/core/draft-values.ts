/** What a draft may say: recorded facts in words, each with the paths it comes from, and the gaps between them. */
import { isDeclared } from './breach-contents.ts';
import { type BreachFile, type ContactPoint, isNotApplicable, knowledge } from './breach-facts.ts';
import type { Facts } from './condition.ts';
import type { Speech } from './draft-words.ts';

/**
 * `known`: it has words. `unknown`: it is declared not to be known. `none`: there is nothing to know.
 * `silent`: nobody has recorded it. `withheld`: the law forbids it in this letter.
 */
export type SaidState = 'known' | 'unknown' | 'none' | 'silent' | 'withheld';

/** A value of a letter. */
export interface Said {
  kind: 'said';
  state: SaidState;
  /** Facts of which one is enough to fill it. */
  ways: readonly string[];
  /** Facts that it says. */
  from: readonly string[];
  texts: readonly string[];
  /** The recorded word behind a text, such as `malicious`. */
  code?: string;
  /** Why there is nothing to know, or why it may not be said. */
  why?: string;
}

export type Value = Said | string | boolean | Scope | readonly Scope[];
export interface Scope {
  [name: string]: Value;
}

export const isSaid = (value: unknown): value is Said => typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'said';

/** Whether one path is the other or lies in it. The number of people of a law is read from the numbers by jurisdiction. */
export function touches(a: string, b: string): boolean {
  const [one, other] = [a === 'people.here' ? 'people.byJurisdiction' : a, b === 'people.here' ? 'people.byJurisdiction' : b];
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
}

/** A value of the scope by its path; a group stands for its lines. */
export function sayAt(scope: Scope, path: string): Said | undefined {
  const inner = (value: Value | undefined, key: string): Value | undefined => (typeof value === 'object' && !isSaid(value) && !Array.isArray(value) && Object.hasOwn(value, key) ? (value as Scope)[key] : undefined);
  let at: Value | undefined = scope;
  for (const key of path.split('.')) at = inner(at, key);
  const said = isSaid(at) ? at : inner(at, 'lines');
  return isSaid(said) ? said : undefined;
}

type Kind = 'text' | 'texts' | 'moment' | 'word' | 'elements' | 'amount' | 'number' | 'place';

/** The facts that templates may use by their own path, and how each reads. */
const LEAVES: Readonly<Record<Kind, readonly string[]>> = {
  text: [
    'title', 'organisation.name', 'organisation.type', 'organisation.registration', 'organisation.parent', 'incident.vector', 'incident.actor', 'incident.location', 'incident.discoveredHow',
    'incident.summary', 'incident.toldBy.party', 'protection.method', 'risk.reasons', 'risk.method', 'risk.decidedBy', 'services.monitoring.provider', 'services.monitoring.code', 'services.monitoring.enrolUrl', 'lawEnforcement.agency',
    'lawEnforcement.reportNumber', 'reporter.name', 'reporter.title', 'reporter.relation', 'people.list', 'circumstances.restoredWithin',
  ],
  texts: [
    'people.categories', 'people.vulnerable', 'consequences', 'measures.before', 'measures.taken', 'measures.planned', 'measures.investigation', 'measures.mitigation', 'measures.prevention', 'measures.advice',
    'securityProgram.changes', 'delayReasons',
  ],
  moment: [
    'incident.firstIndication', 'incident.discovered', 'incident.aware', 'incident.determined', 'incident.contained', 'incident.toldBy.at', 'risk.decidedOn', 'securityProgram.updated', 'services.monitoring.deadline',
    'lawEnforcement.toldAt', 'circumstances.lawEnforcementHold.until', 'nextUpdate',
  ],
  word: [
    'incident.cause', 'incident.cia', 'incident.ongoing', 'data.source', 'protection.encrypted', 'protection.keyAcquired', 'protection.hashed', 'protection.pseudonymised', 'protection.codeKeyAcquired', 'circumstances.exfiltrated',
    'circumstances.published', 'circumstances.backup', 'circumstances.recovered', 'circumstances.misuseKnown', 'circumstances.identityTheftRisk', 'circumstances.lawEnforcementHold.form', 'risk.level', 'roles', 'agentOf', 'securityProgram.exists', 'services.creditReport', 'people.listed',
  ],
  elements: ['data.elements'],
  amount: ['data.records', 'people.count', 'people.contactsInsufficient'],
  number: ['protection.bits', 'services.monitoring.months', 'services.monitoring.price'],
  place: ['organisation.mainEstablishment', 'organisation.establishedIn'],
};
const KIND_OF = new Map(Object.entries(LEAVES).flatMap(([kind, paths]) => paths.map((path) => [path, kind as Kind])));
export const LEAF_PATHS: readonly string[] = [...KIND_OF.keys()];

/** Those that are ways to reach somebody, in the order in which they are printed. */
const CONTACT_KEYS = ['name', 'title', 'address', 'tollFree', 'phone', 'email', 'web', 'hours'] as const satisfies readonly (keyof ContactPoint)[];

/** The lines of an address. */
export function linesOf(text: string): string[] {
  return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '');
}

/** The facts of a breach in the words of one letter. */
export class Values {
  readonly speech: Speech;
  private readonly file: BreachFile;
  private readonly facts: Facts;
  /** Why a fact may not be printed, by its path. */
  private readonly forbidden: (path: string) => string | undefined;

  constructor(file: BreachFile, facts: Facts, speech: Speech, forbidden: (path: string) => string | undefined) {
    this.file = file;
    this.facts = facts;
    this.speech = speech;
    this.forbidden = forbidden;
  }

  /** A fact by its path, whether or not it has a kind of its own. */
  at(path: string): Said {
    if (path === 'incident.occurred' || path === 'incident.occurred.from' || path === 'incident.occurred.to') return this.occurred();
    if (path === 'people.here') return this.here();
    if (path === 'people.byJurisdiction') return this.places();
    return this.leaf(path, (value) => this.read(value, path));
  }

  /** What several facts say together: known as soon as one of them is. */
  either(paths: readonly string[], each: (path: string) => Said = (path) => this.at(path)): Said {
    const parts = paths.map(each);
    const known = parts.filter((p) => p.state === 'known');
    const ways = parts.flatMap((p) => p.ways);
    const said = (state: SaidState): Said => ({ kind: 'said', state, ways, from: known.flatMap((p) => p.from), texts: known.flatMap((p) => p.texts) });
    if (known.length > 0) return said('known');
    if (parts.every((p) => p.state === 'none' || p.state === 'withheld')) return { ...said(parts.some((p) => p.state === 'withheld') ? 'withheld' : 'none'), why: parts.map((p) => p.why ?? '').find((w) => w !== '') ?? '' };
    return said(parts.some((p) => p.state === 'unknown') ? 'unknown' : 'silent');
  }

  /** The first that says anything. */
  first(parts: readonly Said[]): Said {
    const found = parts.find((p) => p.state === 'known');
    if (found) return found;
    return { kind: 'said', state: parts.some((p) => p.state === 'unknown') ? 'unknown' : 'silent', ways: parts.flatMap((p) => p.ways), from: [], texts: [] };
  }

  leaf(path: string, read: (value: unknown) => readonly string[] | undefined): Said {
    const why = this.forbidden(path);
    const base = { kind: 'said', ways: [path], from: [path], texts: [] } as const;
    if (why !== undefined) return { ...base, state: 'withheld', why };
    const known = knowledge(this.file, path);
    if ('notApplicable' in known) return { ...base, state: 'none', why: known.notApplicable };
    const texts = 'value' in known ? read(known.value)?.filter((text) => text !== '') : undefined;
    if (texts !== undefined && texts.length > 0) return { ...base, state: 'known', texts, ...('value' in known && (typeof known.value === 'string' || typeof known.value === 'number') ? { code: String(known.value) } : {}) };
    return { ...base, state: isDeclared(this.file, path) ? 'unknown' : 'silent' };
  }

  /** Somebody with the ways to reach them, one a line; `bare`: without name and title. */
  contact(path: string, bare = false): Said {
    const keys = bare ? CONTACT_KEYS.filter((k) => k !== 'name' && k !== 'title') : CONTACT_KEYS;
    const whole = this.leaf(path, () => undefined);
    const parts = keys.map((key) => this.leaf(`${path}.${key}`, (value) => this.contactLine(key, value)));
    const known = parts.filter((p) => p.state === 'known');
    if (known.length === 0) return { ...whole, ways: bare ? keys.filter((k) => k !== 'hours').map((k) => `${path}.${k}`) : [path] };
    return { kind: 'said', state: 'known', ways: [path], from: known.flatMap((p) => p.from), texts: known.flatMap((p) => p.texts) };
  }

  /** The rows of a list in the file, each in words. */
  rows(path: string, say: (row: Readonly<Record<string, unknown>>) => string): Said {
    return this.leaf(path, (value) => (Array.isArray(value) ? value.map((row) => (typeof row === 'object' && row !== null ? say(row as Record<string, unknown>) : String(row))) : undefined));
  }

  private contactLine(key: (typeof CONTACT_KEYS)[number], value: unknown): string[] | undefined {
    if (typeof value !== 'string') return undefined;
    const text = key === 'address' ? linesOf(value).join(', ') : value;
    return [key === 'name' || key === 'title' ? text : this.speech.word(`contact.${key}`, { it: text })];
  }

  /** When it happened: between two days, or as far as one of them is known. */
  private occurred(): Said {
    const parts = (['from', 'to'] as const).map((end) => this.leaf(`incident.occurred.${end}`, (value) => this.read(value, 'incident.occurred.')));
    const [from, to] = parts as [Said, Said];
    const ways = ['incident.occurred.from', 'incident.occurred.to'];
    const known = parts.filter((p) => p.state === 'known');
    if (known.length === 0) return { ...this.either(ways, (path) => parts[ways.indexOf(path)] as Said), ways };
    const [a, b] = [from.texts[0], to.texts[0]];
    const text = a === undefined ? this.speech.word('occurred.to', { to: b ?? '' }) : b === undefined ? this.speech.word('occurred.from', { from: a }) : a === b ? a : this.speech.word('occurred.between', { from: a, to: b });
    return { kind: 'said', state: 'known', ways, from: known.flatMap((p) => p.from), texts: [text] };
  }

  /** The number of people whom this law concerns. */
  private here(): Said {
    const path = 'people.byJurisdiction';
    const base = { kind: 'said', ways: [path], from: [path, 'people.here'], texts: [] } as const;
    const why = this.forbidden('people.here');
    if (why !== undefined) return { ...base, state: 'withheld', why };
    const count = this.facts['people.here'];
    if (typeof count === 'object' && 'n' in count) return { ...base, state: 'known', texts: [this.speech.count(count)] };
    return { ...base, state: isDeclared(this.file, path) ? 'unknown' : 'silent' };
  }

  /** How many people in each place, or in those of `only`. */
  places(only?: readonly string[]): Said {
    const path = 'people.byJurisdiction';
    const rows = (value: object): string[] => Object.entries(value).filter(([code]) => !only || only.includes(code)).map(([code, n]) => this.speech.word('place', { place: this.speech.place(code), n: this.number(n) }));
    return { ...this.leaf(path, (value) => (typeof value === 'object' && value !== null ? rows(value) : undefined)), from: [path, 'people.here'] };
  }

  private number(value: unknown): string {
    return typeof value === 'number' ? this.speech.number(value) : (typeof value === 'object' && value !== null ? this.speech.amount(value) : undefined) ?? this.speech.word('unknown');
  }

  /** Any recorded value in words. Groups without a kind of their own are read part by part. */
  read(value: unknown, path: string): readonly string[] | undefined {
    if (isNotApplicable(value) || value === 'unknown' || value === null || value === undefined) return undefined;
    const kind = path === 'incident.occurred.' ? 'moment' : KIND_OF.get(path);
    if (Array.isArray(value)) {
      const open = value.includes('unknown');
      const named = value.filter((item) => item !== 'unknown').flatMap((item: unknown) => this.item(item, kind, path) ?? []);
      return open && named.length > 0 ? [...named, this.speech.word('list.others')] : named;
    }
    const text = this.item(value, kind, path);
    return text === undefined ? undefined : [text];
  }

  private item(value: unknown, kind: Kind | undefined, path: string): string | undefined {
    if (typeof value === 'boolean') return this.speech.word(value ? 'yes' : 'no');
    if (typeof value === 'number') return this.speech.number(value);
    if (typeof value === 'string') {
      if (kind === 'elements') return this.speech.element(value);
      if (kind === 'place') return this.speech.place(value);
      if (path.endsWith('.address')) return linesOf(value).join(', ');
      if (kind === 'word') return this.speech.word(value === 'yes' || value === 'no' ? value : `${path.slice(path.lastIndexOf('.') + 1)}.${value}`);
      const when = kind !== 'moment' ? undefined : path === 'incident.occurred.' ? this.speech.recordedDay(value) : this.speech.recorded(value);
      return when ?? value.trim();
    }
    if (typeof value !== 'object' || value === null) return undefined;
    if (kind === 'amount' || 'precision' in value) return this.speech.amount(value);
    const parts = Object.entries(value).flatMap(([key, inner]) => this.read(inner, `${path}.${key}`)?.join(', ') ?? []);
    return parts.length === 0 ? undefined : parts.join('; ');
  }
}
