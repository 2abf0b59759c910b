/** Retention texts in the form in which they are compared, cut into words, numbers, signs and single Japanese characters. */

const SINGLE = /[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff]/;
const LETTER = '[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Script=Hangul}]';
/** In this order: an ISO duration, a name with digits ("GA4", "BR-02"), a number, a word, a sign or a single character. */
const ATOM = new RegExp(`\\n|p(?=\\d|t\\d)[\\dymwdths.,]*[ymwdhs](?!${LETTER}|\\d)|${LETTER}+-?\\d[\\p{L}\\p{N}-]*|\\d+(?:[.,]\\d+)*|${LETTER}+(?:-(?=${LETTER})|'(?=${LETTER}))?|<=|>=|->|=>|\\S`, 'gu');

const FRACTIONS: Readonly<Record<string, string>> = { '¼': '.25', '½': '.5', '¾': '.75' };

/**
 * Text in the form in which two are compared: case, accents, widths, quotes and dashes do not count. The verbs "è" and "é"
 * go, because without their accent they would be the "and" of Italian and Portuguese.
 */
export function fold(text: string): string {
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
  for (const match of folded.matchAll(ATOM)) {
    const text = match[0].length > 1 && match[0].endsWith('-') ? match[0].slice(0, -1) : match[0];
    found.push({ text, spaced: match.index > end, at: match.index });
    end = match.index + match[0].length;
  }
  return found;
}

export const isJapanese = (atom: string): boolean => SINGLE.test(atom);
