/** Free text that names kinds of data: `Name, E-Mail, Gendaten (VCF)` → contact_data, genetic_data, genotype_variant. */
import { PackedMap } from '../core/packed.ts';
import * as elements from './elements.made.ts';
import { fold, singular } from './fold.ts';

const CJK = /[\u3040-\u30ff\u3400-\u9fff]/;
const phrases = new PackedMap(elements.phrases);
const whole = new PackedMap(elements.whole);
const negations = new Set(elements.negations);
const fillers = new Set(elements.fillers);
const owners = new Set(elements.owners);

/** The codes that a packed value lists. */
const listed = (codes: string | undefined): readonly string[] | undefined => codes?.split(' ');

/** Words of identifiers and of mixed scripts stand apart: `emailAddress`, `DNA配列`. */
function apart(text: string): string {
  return text.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ').replace(/([\u3040-\u30ff\u3400-\u9fff])(?=[A-Za-z0-9])|([A-Za-z0-9])(?=[\u3040-\u30ff\u3400-\u9fff])/g, '$1$2 ');
}

/** The kinds of data that a text names, in the order of its words. What it denies ("no genetic data") it does not name. */
export function elementsIn(text: string): string[] {
  const folded = fold(apart(text));
  const found = new Set<string>();
  const tokens = folded.split(' ').map(singular);
  for (let i = 0; i < tokens.length; ) {
    const [codes, length] = keywordAt(tokens, i);
    if (codes.length > 0 && !denied(tokens, i)) for (const code of codes) found.add(code);
    i += length;
  }
  if (CJK.test(folded)) for (const code of inText(folded)) found.add(code);
  return [...found];
}

/** Whether a word such as "no" stands before it, with at most a word for data between them. */
function denied(tokens: readonly string[], word: number): boolean {
  let i = word - 1;
  while (i > 0 && fillers.has(tokens[i] as string)) i -= 1;
  return i >= 0 && negations.has(tokens[i] as string);
}

/** Codes of the Japanese words in a text, in their order. */
function inText(text: string): string[] {
  const found = elements.inside.map(([word, code]) => [mentioned(text, word), code] as const).filter(([place]) => place >= 0);
  return found.toSorted(([a], [b]) => a - b).map(([, code]) => code);
}

/** The longest phrase that begins at a word, else the stem that the word begins with; and how many words that is. */
function keywordAt(tokens: readonly string[], i: number): [readonly string[], number] {
  for (let n = Math.min(elements.longest, tokens.length - i); n > 0; n -= 1) {
    const codes = listed(phrases.get(n === 1 ? (tokens[i] as string) : tokens.slice(i, i + n).join(' ')));
    if (codes) return [codes, n];
  }
  const token = tokens[i] as string;
  return [elements.stems.filter(([stem]) => token.startsWith(stem)).map(([, code]) => code), 1];
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
  const named = (folded: string): readonly string[] | undefined => listed(whole.get(folded.replaceAll(' ', '')) ?? phrases.get(folded.split(' ').map(singular).join(' ')));
  let rest: string | undefined = fold(apart(text));
  let codes: readonly string[] | undefined;
  while (rest !== undefined && !codes) {
    codes = named(rest);
    rest = withoutOwner(rest);
  }
  return codes;
}

/** `customer email address` → email address; `undefined` where the first word is nobody's. */
export function withoutOwner(text: string): string | undefined {
  const folded = fold(text);
  const blank = folded.indexOf(' ');
  return blank > 0 && owners.has(folded.slice(0, blank)) ? folded.slice(blank + 1) : undefined;
}
