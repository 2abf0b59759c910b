/** Words as people write them: when two of them are the same, and which mean yes, no, nothing, or "still to be filled in". */
import words from '../data/inventory-words.json' with { type: 'json' };
import type { Truth } from './cell.ts';

/** Words by language (`en`, `de`, …); `also`: identifiers that belong to no language. */
export type Words = Readonly<Partial<Record<string, readonly string[]>>>;

/** Most cells have no blanks around them, and looking is quicker than trimming. */
export function trimmed(text: string): string {
  if (text === '') return text;
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
  return first > 32 && first < 127 && last > 32 && last < 127 ? text : text.trim();
}

const PLAIN = /^[\x20-\x7e]*$/;
/** Letters that Unicode does not take apart into a letter and an accent. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ı: 'i' };

/** A text in the form in which two are compared: case, accents, widths and punctuation do not count; words stand apart by one blank. */
export function fold(text: string): string {
  if (text !== last.text) last = { text, folded: folded(text) };
  return last.folded;
}

/** One text is asked about several times in a row. */
let last = { text: '', folded: '' };

function folded(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();
  const bare = text.normalize('NFKC').toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f]/g, '').normalize('NFC');
  return bare.replace(/[ßœæøłđðı]/g, (letter) => LETTERS[letter] as string).replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim();
}

/** A folded text without blanks: `e-mail`, `E mail` and `email` are one word. */
export function squeeze(text: string): string {
  return fold(text).replaceAll(' ', '');
}

/** The squeezed forms of a word in the data: German umlauts are also written with an e. */
export function forms(word: string): string[] {
  return /[äöü]/i.test(word) ? [squeeze(word), squeeze(word.replace(/([äöü])/gi, (u) => `${u.normalize('NFD').charAt(0)}e`))] : [squeeze(word)];
}

/** Every word of a table, whatever its language. */
export function allWords(table: Words): string[] {
  return Object.values(table).flatMap((list) => list ?? []);
}

/** Marks such as `-` and `✓` fold to nothing; they are compared as written. */
function setOf(table: Words): ReadonlySet<string> {
  return new Set(allWords(table).flatMap((word) => (fold(word) === '' ? [word] : forms(word))));
}

/** Tables of words are made when they are first asked for: a file in canonical words needs few of them. */
export function later<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

const nothing = later(() => setOf(words.blank));
const nobody = later(() => setOf(words.noRecipients));
const open = later(() => setOf(words.placeholder));
const yes = later(() => setOf(words.yes));
const no = later(() => setOf(words.no));
const unsure = later(() => setOf(words.unsure));
const ciphers = later(() => setOf(words.ciphers));
const bare = later(() => setOf(words.notEncrypted));
const denials = later((): ReadonlySet<string> => new Set(words.denials));

const key = (text: string): string => squeeze(text) || text.replace(/\s+/g, '');

/** No word for nothing, for "to be defined" or for nobody is longer. */
const SHORT = 48;

/** Nothing, or a word for nothing: `N/A`, `entfällt`. */
export function isBlank(text: string): boolean {
  return text === '' || (text.length <= SHORT && (nothing().has(key(text)) || /^[-–—_.]+$/.test(text)));
}

/** What stands before a remark: `N/A (public data)` → N/A. */
export function headOf(text: string): string {
  return (text.split(/\s[-–—]+\s|[（(,;:；：]/, 1)[0] as string).trim();
}

/** Nobody receives the data: `None`, `internal only`, `Keine`. */
export function isNobody(text: string): boolean {
  return text.length <= SHORT && nobody().has(key(text));
}

/** Something that is still to be filled in: `TBD`, `[DATE]`, `zu klären`. A JSON array is a list. */
export function isPlaceholder(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first === 0x5b || first === 0x3c) return /^(?:\[[^]*\]|<[^]*>)$/.test(text) && !isJsonList(text);
  return text.length <= SHORT && (open().has(key(text)) || /^(?:x{3,}|[?？]+|example.*)$/i.test(text));
}

/** What a text is that states nothing; `undefined` for one that may state something. */
export function standIn(text: string): 'blank' | 'placeholder' | undefined {
  if (text.length > SHORT && !/^[[<]/.test(text)) return undefined;
  return isBlank(text) || jsonList(text)?.every(isBlank) ? 'blank' : isPlaceholder(text) ? 'placeholder' : undefined;
}

/** The values of a JSON array; `undefined` for any other text, and for an array that holds more than plain values. */
export function jsonList(text: string): string[] | undefined {
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
  try {
    const list = JSON.parse(text) as unknown[];
    return list.every(isPlain) ? list.map((part) => (part === null ? '' : String(part).trim())) : undefined;
  } catch {
    return undefined;
  }
}

const isPlain = (part: unknown): part is string | number | boolean | null => part === null || typeof part !== 'object';

function isJsonList(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    return false;
  }
}

/** What one yes or no word says; `undefined` for any other word. */
function wordTruth(word: string): Truth | undefined {
  return yes().has(word) ? 'yes' : no().has(word) ? 'no' : unsure().has(word) ? 'unknown' : undefined;
}

/** Whether a text is a word for yes or for no, such as `no`, which is also Norway. */
export function isTruthWord(text: string): boolean {
  return (wordTruth(key(text)) ?? 'unknown') !== 'unknown';
}

/** A letter that answers where it stands alone (`s` for sí, `t` for true) answers before other words only if it is one of these. */
const LEADING = /^(?:[ynjx]|\P{ASCII}+|..+)$/u;

/** What the leading word of a text says: `Y (implied at checkout)` is yes. A word for nothing (`N/A`) says nothing. */
export function leadingTruth(text: string): Truth {
  const whole = wholeTruth(text);
  if (whole !== undefined) return whole;
  if (isBlank(headOf(text))) return 'unknown';
  const first = text.length > LONG ? '' : (fold(text.slice(0, LONG)).split(' ')[0] as string) || text.charAt(0);
  return (LEADING.test(first) ? wordTruth(first) : undefined) ?? 'unknown';
}

/** Longer texts are read for what else they say, not for a yes or no. */
const LONG = 200;

/** What a text says that is one word for yes, no, maybe or nothing; `undefined` for all others. */
function wholeTruth(text: string): Truth | undefined {
  return wordTruth(key(text)) ?? (isBlank(text) ? 'unknown' : undefined);
}

/** A yes/no cell. Answers that differ (`Y / N`, `Y / Y / Depends`) are unknown, and so is a yes that hesitates (`yes, partly`). */
export function truthOf(text: string): Truth {
  const whole = wholeTruth(text);
  if (whole !== undefined) return whole;
  if (isBlank(headOf(text))) return 'unknown';
  const answers = new Set(text.split(/[/;,|\n、／；]/).flatMap((part) => wordTruth(key(part)) ?? (leadingTruth(part) === 'unknown' ? [] : leadingTruth(part))));
  return answers.size === 1 ? ([...answers][0] as Truth) : 'unknown';
}

/** Of an encryption column: a leading yes is yes, and so is the name of a cipher (`AES-256`, `TLS 1.3`) that nothing denies. */
export function encryptionTruth(text: string): Truth {
  const said = leadingTruth(text) === 'yes' ? 'yes' : truthOf(text);
  if (said !== 'unknown') return said;
  if (bare().has(squeeze(text))) return 'no';
  const parts = fold(text).split(' ');
  if (parts.some((part) => denials().has(part)) || /未|なし|無し|いない|予定|検討/.test(text)) return 'unknown';
  return parts.some((part, i) => ciphers().has(part) || ciphers().has(part.replace(/v?\d+$/, '')) || ciphers().has(part + (parts[i + 1] ?? ''))) || /暗号化/.test(text) ? 'yes' : 'unknown';
}
