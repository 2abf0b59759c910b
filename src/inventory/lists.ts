/** Cells that hold several things: how they are taken apart, and how one part is read that is itself several words. */
import { later } from '../core/later.ts';
import { squeeze } from './fold.ts';
import { joining } from './words.made.ts';
import { isBlank, jsonList, leadingTruth, setOf } from './words.ts';

/** One thing that a part names, with what stands behind its colon. */
export interface Named {
  code: string;
  detail: string;
}

/** What a list is read with. Each answers with everything that a text names, or with `undefined`. */
export interface Lexicon {
  /** A text that is one word of the lexicon. */
  word(text: string): Named[] | undefined;
  /** A word with something added: `gipa_c:ai_training`. */
  introduced?(text: string): Named[] | undefined;
  /** What a sentence mentions: `performance of the contract, Art. 6(1)(b)`. */
  mentioned?(text: string): Named[] | undefined;
}

const BULLET = /^(?:[-•*▪◦‣·–]\s+|\d{1,2}[.)]\s+)/;
const OPEN = '(（[［';
const CLOSE = ')）]］';
/** A character that no text has. */
const BLOT = '\ue000';

/**
 * Parts that stand apart without doubt: by semicolon, line or bar, or in a JSON array. Words for nothing are left out,
 * unless they are words of the lexicon: `none` is a transfer mechanism.
 */
export function partsOf(text: string, lexicon?: Lexicon): string[] {
  const parts = jsonList(text) ?? text.split(/[;\n|；｜]/);
  return parts.map((part) => part.trim().replace(BULLET, '')).filter((part) => part !== '' && (!isBlank(part) || lexicon?.word(part) !== undefined));
}

/** Splits outside brackets. `bare`: the text with its brackets blotted out. */
function split(text: string, separator: RegExp, bare = masked(text)): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { index, 0: found } of bare.matchAll(separator)) {
    parts.push(text.slice(from, index));
    from = index + found.length;
  }
  return [...parts, text.slice(from)].map((part) => part.trim()).filter((part) => part !== '');
}

/** The text with everything inside brackets blotted out, letter for letter. */
function masked(text: string): string {
  let depth = 0;
  let out = '';
  for (let i = 0; i < text.length; i += 1) {
    const letter = text.charAt(i);
    if (CLOSE.includes(letter)) depth = Math.max(0, depth - 1);
    out += depth > 0 ? BLOT : letter;
    if (OPEN.includes(letter)) depth += 1;
  }
  // A bracket that is never closed blots out nothing.
  return depth > 0 ? text : out;
}

/** Separators that may also stand inside one name: they count only where every part is known. */
const MARKS = [/[,，、]/g, /[/／・+&＆]/g];
const conjunctions = later(() => joining.map((word) => new RegExp(`\\s${word}\\s`, 'gi')));

/** Longer texts are sentences, and no lists of words. */
const LONGEST = 2000;
/** Brackets in brackets, and lists in lists, are read this deep. */
const DEEPEST = 4;

/** What a part names; `undefined` unless every word of it is known, apart from remarks in brackets and behind dashes. */
export function readPart(part: string, lexicon: Lexicon, depth = 0): Named[] | undefined {
  const whole = lexicon.word(part);
  if (whole || depth > DEEPEST || part.length > LONGEST) return whole;
  return several(part, lexicon, depth) ?? lexicon.introduced?.(part) ?? lexicon.mentioned?.(part) ?? remarked(part, lexicon, depth);
}

function several(part: string, lexicon: Lexicon, depth: number): Named[] | undefined {
  const bare = masked(part);
  for (const separator of bare.includes(' ') ? [...MARKS, ...conjunctions()] : MARKS) {
    if (bare.search(separator) < 0) continue;
    const pieces = split(part, separator, bare);
    const read = pieces.length < 2 ? undefined : everyPiece(pieces, (piece) => readPart(piece, lexicon, depth + 1));
    if (read) return read;
  }
  return undefined;
}

/** What every piece names, as long as each names something. */
function everyPiece(pieces: readonly string[], read: (piece: string) => Named[] | undefined): Named[] | undefined {
  const found: Named[] = [];
  for (const piece of pieces) {
    const named = read(piece);
    if (!named) return undefined;
    found.push(...named);
  }
  return found;
}

/**
 * `Consent (Section 6)`, `Consent – see form 3`: the remark does not count, unless it names something as well. In
 * `Yes (implied)` only it does. The last bracket is a remark before all of them are: `S.7(ii) (as a bank)`.
 */
function remarked(part: string, lexicon: Lexicon, depth: number): Named[] | undefined {
  const dash = /\s[-–—―]+\s/.exec(masked(part));
  if (dash) return beside(part.slice(0, dash.index).trim(), [part.slice(dash.index + dash[0].length).trim()], lexicon, depth);
  const all = bracketsIn(part);
  return (all.length > 1 ? beside(...without(part, all.slice(-1)), lexicon, depth) : undefined) ?? beside(...without(part, all), lexicon, depth);
}

/** What the head names, and what its remarks do. */
function beside(head: string, remarks: readonly string[], lexicon: Lexicon, depth: number): Named[] | undefined {
  if (head === '' || remarks.length === 0) return undefined;
  const named = readPart(head, lexicon, depth + 1) ?? (leadingTruth(head) === 'yes' ? [] : undefined);
  const found = named && [...named, ...remarks.flatMap((remark) => readPart(remark, lexicon, depth + 1) ?? [])];
  return found?.length === 0 ? undefined : found;
}

/** From where to where the outermost brackets go. */
function bracketsIn(part: string): [number, number][] {
  const bare = masked(part);
  const found: [number, number][] = [];
  for (const { index, 0: bracket } of bare.matchAll(/[（([［]\ue000*[)）\]］]/g)) found.push([index, index + bracket.length]);
  return found;
}

/** The text without some of its brackets, and what stands in them. */
function without(part: string, brackets: readonly [number, number][]): [string, string[]] {
  const outside = brackets.toReversed().reduce((text, [from, to]) => `${text.slice(0, from)} ${text.slice(to)}`, part);
  return [outside.replace(/\s+/g, ' ').trim(), brackets.map(([from, to]) => part.slice(from + 1, to - 1).trim()).filter((remark) => remark !== '')];
}

/** What stands outside of brackets, and what inside. */
export function bracketed(part: string): [string, string[]] {
  return without(part, bracketsIn(part));
}

const legalForms = setOf('legalForms');

/** Names of a list. A comma separates two names unless what follows it belongs to the first: `Acme Pharma, Inc.`, `Basel, Switzerland`. */
export function namesOf(text: string, isPlace: (text: string) => boolean): string[] {
  if (jsonList(text)) return partsOf(text);
  return partsOf(text).flatMap((part) => split(part, /\s[/／]\s|、/g)).flatMap((part) => {
    const names: string[] = [];
    for (const piece of split(part, /[,，]/g)) {
      if (names.length > 0 && belongs(piece, isPlace)) names[names.length - 1] += `, ${piece}`;
      else names.push(piece);
    }
    return names;
  });
}

/** A legal form, a place and "etc." go on with the name before them. */
function belongs(piece: string, isPlace: (text: string) => boolean): boolean {
  const head = bracketed(piece)[0];
  return legalForms().has(squeeze(head)) || isPlace(head);
}
