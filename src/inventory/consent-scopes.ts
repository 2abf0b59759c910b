/** What a consent can be for: the codes of `consent_scope`, some of which name a purpose or a recipient behind a colon. */
import { nearest } from '../core/places.ts';
import scopes from '../data/consent-scopes.json' with { type: 'json' };
import { codesOf } from './columns.ts';

/** `gipa_c:ai_training`: the code and what it names. The detail is text of the file until `detailCode` has admitted it. */
export interface Scope {
  code: string;
  detail?: string;
}

interface ScopeAbout {
  says: string;
  /** What the scope names behind a colon. */
  detail?: 'purpose' | 'recipient';
  /** The kinds of data that a withdrawal is about, in the words of requests. */
  data?: readonly string[];
}

const ABOUT: Readonly<Record<string, ScopeAbout>> = scopes as Record<string, ScopeAbout>;
export const SCOPES = Object.keys(ABOUT);

export function aboutScope(code: string): ScopeAbout | undefined {
  return Object.hasOwn(ABOUT, code) ? ABOUT[code] : undefined;
}

/** Reads `code` or `code:detail`; `undefined` for a code that is not known. */
export function readScope(text: string): Scope | undefined {
  const colon = text.indexOf(':');
  const code = (colon < 0 ? text : text.slice(0, colon)).trim().toLowerCase().replace(/[\s-]+/g, '_');
  const detail = colon < 0 ? '' : text.slice(colon + 1).trim();
  if (aboutScope(code) === undefined) return undefined;
  return detail === '' ? { code } : { code, detail };
}

/** The scope that a word nearly is. */
export function nearScope(text: string): string | undefined {
  return nearest((text.split(':')[0] as string).trim().replace(/[\s-]+/g, '_'), SCOPES);
}

/** A detail as the log of events may hold it. Other text, such as the name of a recipient, may name a person and stays out. */
export function detailCode(detail: string): string | undefined {
  const code = detail.toLowerCase();
  return /^[a-z0-9][a-z0-9_-]{0,63}$/.test(code) ? code : undefined;
}

/** Whether a purpose is one that the inventory knows: a rule looks a consent up by it. */
export function isPurpose(detail: string): boolean {
  return codesOf('purpose').includes(detail);
}

export function scopeText({ code, detail }: Scope): string {
  return detail === undefined ? code : `${code}:${detail}`;
}
