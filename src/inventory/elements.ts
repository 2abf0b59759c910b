/** Free text that names kinds of data: `Name, E-Mail, Gendaten (VCF)` → contact_data, genetic_data, genotype_variant. */
import words from '../data/inventory-words.json' with { type: 'json' };
import { isIn } from './columns.ts';
import { allWords, fold, forms, type Words } from './words.ts';

interface Keywords {
  /** Phrases as whole words, in the form of `loosen`. */
  phrases: ReadonlyMap<string, readonly string[]>;
  /** Words in one form, for a text that is one of them. */
  whole: ReadonlyMap<string, readonly string[]>;
  /** Beginnings of words. */
  stems: readonly (readonly [string, string])[];
  /** Japanese words, which stand in a text without blanks. */
  inside: readonly (readonly [string, string])[];
  longest: number;
  negations: ReadonlySet<string>;
}

const CJK = /[\u3040-\u30ff\u3400-\u9fff]/;
let made: Keywords | undefined;

function keywords(): Keywords {
  return (made ??= build(words.elements));
}

function build(elements: Readonly<Record<string, Words>>): Keywords {
  const phrases = new Map<string, string[]>();
  const whole = new Map<string, string[]>();
  const stems: [string, string][] = [];
  const inside: [string, string][] = [];
  const add = (map: Map<string, string[]>, key: string, code: string): void => {
    const codes = map.get(key) ?? [];
    if (!codes.includes(code)) map.set(key, [...codes, code]);
  };
  for (const [code, table] of Object.entries(elements)) {
    for (const written of [code, ...allWords(table)]) {
      const stem = written.endsWith('*');
      const word = stem ? written.slice(0, -1) : written;
      if (CJK.test(word)) inside.push([fold(word), code]);
      else if (stem) stems.push(...forms(word).map((form) => [form, code] as [string, string]));
      else for (const variant of spellings(word)) add(phrases, loosen(variant), code);
      for (const form of forms(word)) add(whole, form, code);
    }
  }
  const longest = Math.max(...[...phrases.keys()].map((phrase) => phrase.split(' ').length));
  return { phrases, whole, stems, inside, longest, negations: new Set(words.negations.map(singular)) };
}

/** With umlauts, and with an e for each. */
function spellings(word: string): string[] {
  return [word, ...(/[äöü]/i.test(word) ? [word.replace(/([äöü])/gi, (u) => `${u.normalize('NFD').charAt(0)}e`)] : [])];
}

/** Folded, with each word in the singular as far as English, French and Spanish add an s. */
export function loosen(text: string): string {
  return fold(text).split(' ').map(singular).join(' ');
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : /(?:ss|x|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** Words of identifiers and of mixed scripts stand apart: `emailAddress`, `DNA配列`. */
function apart(text: string): string {
  return text.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ').replace(/([\u3040-\u30ff\u3400-\u9fff])(?=[A-Za-z0-9])|([A-Za-z0-9])(?=[\u3040-\u30ff\u3400-\u9fff])/g, '$1$2 ');
}

/** The kinds of data that a text names, in the order of its words. What it denies ("no genetic data") it does not name. */
export function elementsIn(text: string): string[] {
  const { phrases, stems, inside, longest, negations } = keywords();
  const folded = fold(apart(text));
  const found = new Set<string>();
  const tokens = folded.split(' ').map(singular);
  for (let i = 0; i < tokens.length; ) {
    const [codes, length] = keywordAt(tokens, i, phrases, stems, longest);
    if (codes.length > 0 && !denied(tokens, i, negations)) for (const code of codes) found.add(code);
    i += length;
  }
  if (CJK.test(folded)) for (const code of inText(folded, inside)) found.add(code);
  return [...found];
}

const FILLERS = new Set(words.fillers.map(singular));

/** Whether a word such as "no" stands before it, with at most a word for data between them. */
function denied(tokens: readonly string[], word: number, negations: ReadonlySet<string>): boolean {
  let i = word - 1;
  while (i > 0 && FILLERS.has(tokens[i] as string)) i -= 1;
  return i >= 0 && negations.has(tokens[i] as string);
}

/** Codes of the Japanese words in a text, in their order. */
function inText(text: string, inside: Keywords['inside']): string[] {
  const found = inside.map(([word, code]) => [mentioned(text, word), code] as const).filter(([place]) => place >= 0);
  return found.toSorted(([a], [b]) => a - b).map(([, code]) => code);
}

/** The longest phrase that begins at a word, else the stem that the word begins with; and how many words that is. */
function keywordAt(tokens: readonly string[], i: number, phrases: Keywords['phrases'], stems: Keywords['stems'], longest: number): [readonly string[], number] {
  for (let n = Math.min(longest, tokens.length - i); n > 0; n -= 1) {
    const codes = phrases.get(n === 1 ? (tokens[i] as string) : tokens.slice(i, i + n).join(' '));
    if (codes) return [codes, n];
  }
  const token = tokens[i] as string;
  return [stems.filter(([stem]) => token.startsWith(stem)).map(([, code]) => code), 1];
}

/** Where a text mentions a word and does not deny it; -1 if nowhere. */
function mentioned(text: string, word: string): number {
  let i = text.indexOf(word);
  while (i >= 0 && DENIED.test(text.slice(i + word.length, i + word.length + 12))) i = text.indexOf(word, i + 1);
  return i;
}

const DENIED = /^\S{0,6}?(?:なし|無し|含まない|除く|以外)/;

/** The kinds of data that a text is the name of, as it stands or without whose they are: `customer email address`. */
export function elementNamed(text: string): readonly string[] | undefined {
  const { whole, phrases } = keywords();
  const named = (folded: string): readonly string[] | undefined => whole.get(folded.replaceAll(' ', '')) ?? phrases.get(folded.split(' ').map(singular).join(' '));
  let rest: string | undefined = fold(apart(text));
  let codes: readonly string[] | undefined;
  while (rest !== undefined && !codes) {
    codes = named(rest);
    rest = withoutOwner(rest);
  }
  return codes;
}

const WHOSE = new Set(words.whose);

/** `customer email address` → email address; `undefined` where the first word is nobody's. */
export function withoutOwner(text: string): string | undefined {
  const folded = fold(text);
  const blank = folded.indexOf(' ');
  return blank > 0 && WHOSE.has(folded.slice(0, blank)) ? folded.slice(blank + 1) : undefined;
}

/** Whether a text names genetic data, in whatever words. */
export function namesGenetic(text: string): boolean {
  return elementsIn(text).some((code) => isIn(code, 'GENETIC'));
}
