/** Which words mean yes, no, nothing, or "still to be filled in". */
import { later } from '../core/later.ts';
import type { Truth } from './cell.ts';
import { fold, squeeze } from './fold.ts';
import { sets } from './words.made.ts';

/** Most cells have no blanks around them, and looking is quicker than trimming. */
export function trimmed(text: string): string {
  if (text === '') return text;
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
  return first > 32 && first < 127 && last > 32 && last < 127 ? text : text.trim();
}

/** A set of words, folded as texts are; see words.made.ts. */
export const setOf = (name: keyof typeof sets): (() => ReadonlySet<string>) => later(() => new Set(sets[name].split('\n')));

const nothing = setOf('blank');
const nobody = setOf('noRecipients');
const open = setOf('placeholder');
const yes = setOf('yes');
const no = setOf('no');
const unsure = setOf('unsure');
const ciphers = setOf('ciphers');
const bare = setOf('notEncrypted');
const denials = setOf('denials');

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
