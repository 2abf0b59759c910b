/** By what words a letter is known to say something, as data (letter-words.json). */
import type { BreachContent } from './breach-law.ts';
import type { Finding } from './report.ts';

/** What a letter can speak of: the date of the breach, how to freeze a credit file. */
export interface Topic {
  says: string;
  /** Headings under which it is said; there must be text below. */
  headings?: readonly string[];
  /** Any of these says it. Regular expressions without regard to case; `{date}` is an entry of `macros`. */
  any?: readonly string[];
  /** All of these together say it. */
  all?: readonly string[];
  /** What a sentence is about that declares it not known yet. */
  subject?: string;
  /** No words tell it in somebody else's letter; it is not asked for there. */
  unseen?: true;
}

export interface LintRule extends Pick<Finding, 'kind' | 'severity' | 'fix'> {
  id: string;
  title: string;
}

export interface LetterWords {
  macros: Readonly<Record<string, string>>;
  topics: Readonly<Record<string, Topic>>;
  /** Contents that no fact fills, by their id or `law/id`. */
  contents: Readonly<Record<string, string>>;
  /** Facts, by their path or the group they lie in. */
  facts: Readonly<Record<string, string>>;
  /** Contents that some organisations have nothing to say about, and why. */
  notForAll: Readonly<Record<string, string>>;
  /** Words that name a kind of data. */
  elements: Readonly<Record<string, string>>;
  placeholders: readonly { says: string; pattern: string }[];
  draftLine: string;
  unknown: string;
  sentence: { mostWords: number };
  claims: Readonly<Record<'occurred' | 'discovered' | 'people' | 'places', readonly string[]>>;
  rules: readonly LintRule[];
}

/** What a content is about that the letter itself has to say. */
export function topicOf(content: Pick<BreachContent, 'id' | 'facts'>, law: string, words: LetterWords): string | undefined {
  return words.contents[`${law}/${content.id}`] ?? words.contents[content.id];
}

/** What a fact is about: its own entry, or that of the nearest group it lies in. */
export function topicOfFact(path: string, words: LetterWords): string | undefined {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const topic = words.facts[at];
    if (topic !== undefined) return topic;
  }
  return undefined;
}

const made = new Map<string, RegExp>();

/** A pattern with its macros put in, without regard to case; dots do not cross lines, and a line is a beginning and an end. */
export function patternOf(text: string, macros: Readonly<Record<string, string>>): RegExp {
  const known = made.get(text);
  if (known) return known;
  let whole = text;
  for (let depth = 0; depth < 4 && /\{[a-z]+\}/i.test(whole); depth += 1) whole = whole.replace(/\{([a-z]+)\}/gi, (all, name: string) => (macros[name] === undefined ? all : `(?:${macros[name]})`));
  // Letters beyond ASCII need patterns that know Unicode, which take half as long again to make.
  const pattern = new RegExp(whole, /[^\0-\x7f]|\\[pu]/.test(whole) ? 'imu' : 'im');
  made.set(text, pattern);
  return pattern;
}
