/** What a notice must contain and may not, and which laws pull apart over it. */
import { type BreachFile, knowledge } from './breach-facts.ts';
import type { BreachItem } from './breach-item.ts';
import type { BreachContent, BreachTerm, Forbidden } from './breach-law.ts';
import { type Facts, evaluate } from './condition.ts';
import { type CitationOut, citationOut } from './law.ts';

export type ContentStatus = 'present' | 'missing' | 'declared-unknown' | 'not-applicable';

export interface ContentOut {
  id: string;
  says: string;
  status: ContentStatus;
  /** How far the law asks for it. */
  need: BreachContent['status'];
  /** Paths of the facts that fill it, first the one to record. */
  facts: string[];
  citation: CitationOut;
}

export interface ForbiddenOut {
  id: string;
  says: string;
  citation: CitationOut;
}

/** The duty to tell somebody under a law. */
type Duty = Pick<BreachItem, 'law' | 'audience'>;

/** The file as a notice sees it: what was told under other laws, or was not, is none of it. A register has it all. */
function fileUnder({ law, audience }: Duty, file: BreachFile): BreachFile {
  if (audience === 'register') return file;
  const mine = (rows: unknown): unknown => {
    if (!Array.isArray(rows) || rows.length === 0) return rows;
    const found = (rows as { law?: unknown }[]).filter((row) => row.law === undefined || row.law === law);
    return found.length > 0 ? found : undefined;
  };
  return { ...file, notices: mine(file.notices), notSentBecause: mine(file['notSentBecause']) } as BreachFile;
}

export function contentsOf(term: BreachTerm, duty: Duty, file: BreachFile, facts: Facts): ContentOut[] {
  const mine = fileUnder(duty, file);
  return (term.contents ?? []).map((content) => ({ id: content.id, says: content.says, status: statusOf(content, mine, facts), need: content.status, facts: content.facts, citation: citationOut(content.citation) }));
}

export function forbiddenIn(term: BreachTerm): ForbiddenOut[] {
  return (term.forbidden ?? []).map(({ id, says, citation }) => ({ id, says, citation: citationOut(citation) }));
}

function statusOf(content: BreachContent, file: BreachFile, facts: Facts): ContentStatus {
  const asked = content.when ? evaluate(content.when, facts).truth : true;
  if (asked === false) return 'not-applicable';
  if (content.facts.length === 0) return 'present';
  const ways = content.facts.map((way) => way.split('+').map((path) => known(path, file, facts)));
  if (ways.some((way) => way.every((k) => k === 'known'))) return 'present';
  // What does not apply has nothing to say, unless another way to say it is open.
  if (ways.every((way) => way.some((k) => k === 'not-applicable'))) return 'not-applicable';
  // Only what the law asks for as far as it is known may be left open in words.
  if (content.status === 'if-known' && ways.some((way) => way.some((k) => k === 'declared-unknown'))) return 'declared-unknown';
  return 'missing';
}

type Known = 'known' | 'not-applicable' | 'declared-unknown' | 'silent';

function known(path: string, file: BreachFile, facts: Facts): Known {
  const said = knowledge(file, path);
  if ('notApplicable' in said) return 'not-applicable';
  if ('value' in said) return isFilled(said.value) ? 'known' : saysUnknown(said.value) ? 'declared-unknown' : 'silent';
  const worked = facts[path];
  if (worked !== undefined && !(typeof worked === 'object' && 'including' in worked)) return 'known';
  return isDeclared(file, path) ? 'declared-unknown' : 'silent';
}

/** A group or a list with something in it; a number is one even where it is estimated. */
function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((item) => item !== 'unknown');
  if (typeof value !== 'object' || value === null) return value !== '' && value !== 'unknown';
  if ('precision' in value && !('n' in value) && !('upTo' in value)) return false;
  return Object.values(value).some(isFilled);
}

/** It stands in the file that this is not known. */
export function isDeclared(file: BreachFile, path: string): boolean {
  return saysUnknown(rawAt(file, path));
}

function saysUnknown(value: unknown): boolean {
  if (value === 'unknown') return true;
  if (Array.isArray(value)) return value.includes('unknown');
  return typeof value === 'object' && value !== null && (('precision' in value && value.precision === 'unknown') || (Object.keys(value).length > 0 && Object.values(value).every(saysUnknown)));
}

/** The value at a path, or the nearest group above it that is said to be unknown. */
function rawAt(file: BreachFile, path: string): unknown {
  let at: unknown = file;
  for (const key of path.split('.')) {
    if (at === 'unknown') return at;
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

/** A notice whose contents are compared with those of other laws. */
export interface Letter {
  law: string;
  audience: string;
  terms: readonly BreachTerm[];
  facts: Facts;
}

/** For each notice, the laws for the same audience with which one letter would not do: one forbids what the other wants said. */
export function conflicts(letters: readonly Letter[]): string[][] {
  const found = letters.map(() => new Set<string>());
  letters.forEach((a, i) => {
    const forbidden = a.terms.flatMap((term) => term.forbidden ?? []);
    if (forbidden.length === 0) return;
    letters.forEach((b, k) => {
      if (a.law === b.law || a.audience !== b.audience || !wants(b, forbidden)) return;
      found[i]?.add(b.law);
      found[k]?.add(a.law);
    });
  });
  return found.map((laws) => [...laws].toSorted());
}

/** Whether a letter has to say what is forbidden. */
function wants(letter: Letter, forbidden: readonly Forbidden[]): boolean {
  const wanted = letter.terms.flatMap((term) => term.contents ?? []).filter((c) => c.status !== 'optional' && (!c.when || evaluate(c.when, letter.facts).truth !== false));
  return forbidden.some((f) => wanted.some((c) => (f.about !== undefined && f.about === c.about) || (f.facts ?? []).some((path) => c.facts.some((way) => way.split('+').includes(path)))));
}
