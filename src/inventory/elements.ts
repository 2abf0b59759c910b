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
  return { phrases, whole, stems, inside, longest, negations: new Set(words.negations) };
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
    const [codes, length] = at(tokens, i, phrases, stems, longest);
    if (!(i > 0 && negations.has(tokens[i - 1] as string))) for (const code of codes) found.add(code);
    i += length;
  }
  if (CJK.test(folded)) for (const [word, code] of inside) if (mentions(folded, word)) found.add(code);
  return [...found];
}

/** The longest phrase that begins at a word, else the stem that the word begins with; and how many words that is. */
function at(tokens: readonly string[], i: number, phrases: Keywords['phrases'], stems: Keywords['stems'], longest: number): [readonly string[], number] {
  for (let n = Math.min(longest, tokens.length - i); n > 0; n -= 1) {
    const codes = phrases.get(n === 1 ? (tokens[i] as string) : tokens.slice(i, i + n).join(' '));
    if (codes) return [codes, n];
  }
  const token = tokens[i] as string;
  return [stems.filter(([stem]) => token.startsWith(stem)).map(([, code]) => code), 1];
}

function mentions(text: string, word: string): boolean {
  for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) if (!/^\S{0,6}?(?:なし|無し|を?含まない|を?除く|以外)/.test(text.slice(i + word.length))) return true;
  return false;
}

/** The kinds of data that a text is the name of, as it stands or without whose they are: `customer email address`. */
export function elementNamed(text: string): readonly string[] | undefined {
  const { whole, phrases } = keywords();
  const parts = fold(apart(text)).split(' ');
  const named = (): readonly string[] | undefined => whole.get(parts.join('')) ?? phrases.get(parts.map(singular).join(' '));
  let codes = named();
  while (!codes && parts.length > 1 && WHOSE.has(parts[0] as string)) {
    parts.shift();
    codes = named();
  }
  return codes;
}

const WHOSE = new Set(words.whose);

/** Whether a text names genetic data, in whatever words. */
export function namesGenetic(text: string): boolean {
  return elementsIn(text).some((code) => isIn(code, 'GENETIC'));
}
