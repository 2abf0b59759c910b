/** The words of retention texts in their languages (src/data/retention-words.json), ready to be looked up. */
import words from '../data/retention-words.json' with { type: 'json' };

/** One meaning of a word: `role` `after`, `unit` `P1Y`, `thing` `contract`. */
export interface Reading {
  readonly of: string;
  readonly is: string;
  readonly language: string;
}

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

/** How many atoms the longest phrase that starts with an atom has. */
const longest = new Map<string, number>();
const phrases = new Map<string, Reading[]>();

/** A word or phrase as atoms, as texts are cut. German umlauts are also written ae, oe, ue. */
function spellings(word: string, language: string): string[] {
  if (/^[a-z]+(?: [a-z]+)*$/.test(word)) return [word];
  const spelled = language === 'de' && /[äöü]/.test(word) ? [word.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue')] : [];
  return [word, ...spelled].map((w) => atoms(fold(w)).map((a) => a.text).join(' ').replace(/ '$/, "'"));
}

const CLASSES = ['number', 'one', 'half', 'unit', 'span', 'age', 'role', 'post', 'join', 'bound', 'symbol', 'if', 'mark', 'refer', 'target', 'cite', 'last', 'phase', 'state', 'term', 'thing', 'point', 'stamped', 'event', 'object', 'condition', 'noise'] as const;

function enter(key: string, reading: Reading): void {
  const known = phrases.get(key);
  if (known) known.push(reading);
  else phrases.set(key, [reading]);
  const end = key.indexOf(' ');
  const first = end < 0 ? key : key.slice(0, end);
  let length = 1;
  for (let at = end; at >= 0; at = key.indexOf(' ', at + 1)) length += 1;
  if (length > (longest.get(first) ?? 0)) longest.set(first, length);
}

/** Fills the tables, once and only when a text needs them. */
function load(): void {
  for (const of of CLASSES) {
    for (const [is, languages] of Object.entries(words[of] as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>)) {
      for (const [language, list] of Object.entries(languages)) {
        const reading = { of, is, language };
        for (const word of list) for (const key of spellings(word, language)) enter(key, reading);
      }
    }
  }
}

/** The longest phrase that starts here, with all its meanings, and the number of its atoms. */
export function phraseAt(list: readonly Atom[], from: number): { readings: readonly Reading[]; length: number } | undefined {
  if (phrases.size === 0) load();
  const most = longest.get((list[from] as Atom).text) ?? 0;
  for (let length = Math.min(most, list.length - from); length > 0; length -= 1) {
    let key = (list[from] as Atom).text;
    for (let i = from + 1; i < from + length; i += 1) key += ` ${(list[i] as Atom).text}`;
    const readings = phrases.get(key);
    if (readings) return { readings, length };
  }
  return undefined;
}

const ENDINGS = ['s', 'es', 'n', 'en', 'e', 'er', 'em'];

/** A word in another of its forms: "Verträgen" for "Verträge". */
export function inflected(word: string): readonly Reading[] | undefined {
  if (word.length < 5) return undefined;
  for (const ending of ENDINGS) {
    const readings = word.endsWith(ending) ? phrases.get(word.slice(0, -ending.length)) : phrases.get(word + ending);
    const content = readings?.filter((r) => CONTENT.has(r.of));
    if (content && content.length > 0) return content;
  }
  return undefined;
}

const CONTENT: ReadonlySet<string> = new Set(['phase', 'state', 'thing', 'point', 'stamped', 'event', 'object', 'condition', 'term']);
const FIRST: ReadonlySet<string> = new Set(['thing', 'point', 'stamped', 'object', 'last', 'condition']);
const FINAL: ReadonlySet<string> = new Set(['phase', 'thing', 'point', 'stamped', 'event', 'role']);
const LINKS = ['', 's', 'es', 'n', 'en', 'e'];
const COMPOUNDING: ReadonlySet<string> = new Set(['de', 'nl']);

/** The two words of a German or Dutch compound: "Vertrags" + "ende", "contract" + "beëindiging". */
export function compound(word: string): [readonly Reading[], readonly Reading[]] | undefined {
  if (word.length < 7 || word.length > 48) return undefined;
  for (let cut = word.length - 3; cut >= 3; cut -= 1) {
    const final = phrases.get(word.slice(cut))?.filter((r) => COMPOUNDING.has(r.language) && FINAL.has(r.of) && (r.of !== 'role' || r.is === 'while'));
    if (!final || final.length === 0) continue;
    for (const link of LINKS) {
      const stem = word.slice(0, cut);
      if (!stem.endsWith(link)) continue;
      const first = phrases.get(stem.slice(0, stem.length - link.length))?.filter((r) => COMPOUNDING.has(r.language) && FIRST.has(r.of));
      if (first && first.length > 0) return [first, final];
    }
  }
  return undefined;
}
