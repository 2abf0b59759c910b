/** Retention texts in the form in which they are compared, cut into words, numbers, signs and single Japanese characters. */
import { later } from '../core/later.ts';

const SINGLE = /[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff]/;
/** In this order: an ISO duration, a name with digits ("GA4", "BR-02"), a number, a word, a sign or a single character. */
const pattern = (letter: string, sign: string): RegExp => new RegExp(`\\n|p(?=\\d|t\\d)[\\dymwdths.,]*[ymwdhs](?!${letter}|\\d)|${letter}+-?\\d[${sign}-]*|\\d+(?:[.,]\\d+)*|${letter}+(?:-(?=${letter})|'(?=${letter}))?|<=|>=|->|=>|\\S`, 'gu');
/** Most texts are ASCII, and the tables of Unicode take long to load. */
const plainAtoms = later(() => pattern('[a-z]', 'a-z\\d'));
const anyAtoms = later(() => pattern('[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Script=Hangul}]', '\\p{L}\\p{N}'));
const ASCII = /^[\0-\x7f]*$/;

const FRACTIONS: Readonly<Record<string, string>> = { '¼': '.25', '½': '.5', '¾': '.75' };

/**
 * Text in the form in which two are compared: case, accents, widths, quotes and dashes do not count. The verbs "è" and "é"
 * go, because without their accent they would be the "and" of Italian and Portuguese.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replaceAll('`', "'").replaceAll('*', '');
  const plain = text.replace(/([\d０-９]?)([¼½¾])/g, (_, whole: string, part: string) => `${whole === '' ? 0 : whole}${FRACTIONS[part]}`).normalize('NFKC').toLowerCase().replaceAll('ß', 'ss').replaceAll('œ', 'oe').replaceAll('æ', 'ae').replace(/(?<!\p{L})[éè](?!\p{L})/gu, ' ');
  const bare = plain.normalize('NFD').replace(/([a-z])\p{M}+/gu, '$1').normalize('NFC');
  return bare.replace(/[’‘ʼ´`]/g, "'").replace(/[‐‑‒–—―−]/g, '-').replace(/[〜∼]/g, '~').replace(/[\p{Cf}*]/gu, '');
}

export interface Atom {
  readonly text: string;
  /** Blanks stand before it. */
  readonly spaced: boolean;
  readonly at: number;
}

/** Cuts a folded text into words, numbers, signs and single Japanese characters. A hyphen within a word joins two words. */
export function atoms(folded: string): Atom[] {
  const found: Atom[] = [];
  let end = 0;
  for (const match of folded.matchAll((ASCII.test(folded) ? plainAtoms : anyAtoms)())) {
    const text = match[0].length > 1 && match[0].endsWith('-') ? match[0].slice(0, -1) : match[0];
    found.push({ text, spaced: match.index > end, at: match.index });
    end = match.index + match[0].length;
  }
  return found;
}

export const isJapanese = (atom: string): boolean => SINGLE.test(atom);
