/** The promises of an organisation's privacy policy, and what keeps each of them. */
import type { Fault } from '../core/errors.ts';
import type { Law, LetterKind } from '../core/law.ts';
import { nearest } from '../core/places.ts';
import type { Finding } from '../core/report.ts';
import { codesOf } from './columns.ts';
import { ANY_LAW } from './policy-clocks.ts';

/** A policy file (schemas/policy.schema.json). */
export interface Policy {
  title?: string;
  lastUpdated?: string;
  /** The policy as it is published, by its path beside the file. */
  text?: string;
  /** Purposes that the policy names. */
  purposes?: readonly string[];
  /** Rule and promise: which one a finding cites where several promises name its rule. */
  cites?: Readonly<Record<string, string>>;
  promises: readonly PolicyPromise[];
}

export interface PolicyPromise {
  id: string;
  section: string;
  /** In few words of the organisation's own. */
  says: string;
  rules?: readonly string[];
  clocks?: readonly Clock[];
  letters?: readonly { law: string; letter: LetterKind }[];
  /** Notices of a breach, by law and audience. */
  drafts?: readonly { law: string; to: string }[];
  /** How a person checks what no program can. */
  byHand?: string;
}

/** A deadline of a law, on requests or on breaches; with `types` only for requests of these types. */
export interface Clock {
  /** `any`: of whichever law sets it. */
  law: string;
  obligation: string;
  types?: readonly string[];
}

/** One thing that keeps a promise. */
export type Check =
  | { by: 'rule'; rule: string }
  | { by: 'clock'; clock: Clock }
  | { by: 'letter'; law: string; letter: LetterKind }
  | { by: 'draft'; law: string; to: string }
  | { by: 'hand'; how: string };

export function checksOf(promise: PolicyPromise): Check[] {
  return [
    ...(promise.rules ?? []).map((rule): Check => ({ by: 'rule', rule })),
    ...(promise.clocks ?? []).map((clock): Check => ({ by: 'clock', clock })),
    ...(promise.letters ?? []).map(({ law, letter }): Check => ({ by: 'letter', law, letter })),
    ...(promise.drafts ?? []).map(({ law, to }): Check => ({ by: 'draft', law, to })),
    ...(promise.byHand === undefined ? [] : [{ by: 'hand', how: promise.byHand } as const]),
  ];
}

/** `consent/expired`, `eu-gdpr respond (access)`, `refusal letter under eu-gdpr`, `breach notice to people under us-hipaa`. */
export function checkName(check: Check): string {
  switch (check.by) {
    case 'rule': return check.rule;
    case 'clock': {
      const { law, obligation, types } = check.clock;
      return `${law === ANY_LAW ? `${obligation} under any law` : `${law} ${obligation}`}${types ? ` (${types.join(', ')})` : ''}`;
    }
    case 'letter': return `${check.letter} letter under ${check.law}`;
    case 'draft': return `breach notice to ${check.to} under ${check.law}`;
    case 'hand': return 'by hand';
  }
}

/**
 * The promise that a finding of a rule breaks. Where several name the rule it is the one that the policy file says; else
 * the one that rests on the fewest checks, because that one speaks of it most narrowly; then the first.
 */
export function promiseOf(policy: Policy | undefined): (rule: string) => Finding['promise'] {
  const best = new Map<string, { promise: PolicyPromise; checks: number }>();
  for (const promise of policy?.promises ?? []) {
    const checks = checksOf(promise).length;
    for (const rule of promise.rules ?? []) if (checks < (best.get(rule)?.checks ?? Infinity)) best.set(rule, { promise, checks });
  }
  return (rule) => {
    const said = policy?.cites?.[rule];
    const found = policy?.promises.find((p) => p.id === said) ?? best.get(rule)?.promise;
    return found ? { id: found.id, section: found.section } : null;
  };
}

/** What a policy may name. */
export interface Known {
  rules: readonly string[];
  laws: readonly Law[];
  /** Notices of a breach that some law knows; absent: only laws on requests were looked at. */
  notices?: readonly Notice[];
}

/** A notice of a breach: under which law, by which of its obligations and to whom, and how much the law wants in it. */
export interface Notice {
  law: string;
  obligation: string;
  to: string;
  contents: number;
}

/** So many words are named where none is near. */
const FEW = 12;
const PURPOSES = codesOf('purpose');

/** What a policy names and nobody knows, and ids given twice. The value may break the schema: only what has a meaning is looked at. */
export function policyFaults(value: unknown, { rules, laws, notices }: Known): Fault[] {
  const faults: Fault[] = [];
  const lawIds = laws.map((law) => law.id);
  const noticeLaws = notices ? [...new Set(notices.map((n) => n.law))] : lawIds;
  const allIds = [...new Set([...lawIds, ...noticeLaws])];
  /** Everything that has a clock; a notice of a breach has no request type. */
  const timed = [...laws.flatMap(({ id, obligations }) => obligations.map((o) => ({ law: id, obligation: o.id as string, types: o.types as readonly string[] }))), ...(notices ?? []).map(({ law, obligation }) => ({ law, obligation, types: [] }))];
  const known = (path: Fault['path'], word: unknown, words: readonly string[], what: string): word is string => {
    if (typeof word !== 'string') return false;
    if (words.includes(word)) return true;
    const near = nearest(word, words) ?? words.find((w) => w.endsWith(`/${word}`));
    const few = near === undefined && words.length > 0 && words.length <= FEW ? `; one of: ${words.join(', ')}` : '';
    faults.push({ path, says: `unknown ${what} “${word}”${near ? `; did you mean “${near}”?` : few}` });
    return false;
  };
  listAt(value, 'purposes').forEach((purpose, i) => known(['purposes', i], purpose, PURPOSES, 'purpose'));
  const ids = new Map<string, number>();
  listAt(value, 'promises').forEach((promise, i) => {
    const path = (...keys: (string | number)[]): (string | number)[] => ['promises', i, ...keys];
    const id = at(promise, 'id');
    const before = typeof id === 'string' ? ids.get(id) : undefined;
    if (before !== undefined) faults.push({ path: path('id'), says: `“${String(id)}” is already the id of promise ${before + 1}` });
    else if (typeof id === 'string') ids.set(id, i);
    listAt(promise, 'rules').forEach((rule, j) => known(path('rules', j), rule, rules, 'rule'));
    listAt(promise, 'letters').forEach((entry, j) => known(path('letters', j, 'law'), at(entry, 'law'), lawIds, 'law'));
    listAt(promise, 'drafts').forEach((entry, j) => {
      const law = at(entry, 'law');
      if (!known(path('drafts', j, 'law'), law, noticeLaws, 'law') || !notices) return;
      known(path('drafts', j, 'to'), at(entry, 'to'), [...new Set(notices.filter((n) => n.law === law).map((n) => n.to))], `audience of ${law}`);
    });
    listAt(promise, 'clocks').forEach((clock, j) => {
      const law = at(clock, 'law');
      if (law !== ANY_LAW && !known(path('clocks', j, 'law'), law, allIds, 'law')) return;
      const of = law === ANY_LAW ? 'any law' : law;
      const mine = timed.filter((t) => law === ANY_LAW || t.law === law);
      const obligation = at(clock, 'obligation');
      if (!known(path('clocks', j, 'obligation'), obligation, [...new Set(mine.map((t) => t.obligation))], `obligation of ${of}`)) return;
      const types = [...new Set(mine.filter((t) => t.obligation === obligation).flatMap((t) => t.types))];
      listAt(clock, 'types').forEach((type, k) => known(path('clocks', j, 'types', k), type, types, `request type of ${of} ${obligation}`));
    });
  });
  for (const [rule, id] of Object.entries((at(value, 'cites') ?? {}) as Record<string, unknown>)) {
    if (typeof id !== 'string' || !known(['cites', rule], rule, rules, 'rule') || !known(['cites', rule], id, [...ids.keys()], 'promise')) continue;
    const promise = listAt(value, 'promises')[ids.get(id) as number];
    if (!listAt(promise, 'rules').includes(rule)) faults.push({ path: ['cites', rule], says: `promise ${id} does not name the rule ${rule}` });
  }
  return faults;
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const list = at(value, key);
  return Array.isArray(list) ? list : [];
}
