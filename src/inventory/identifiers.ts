/**
 * Finds government and account identifiers that stand in a text, by their form, their check digits and the words around
 * them. It answers with the kind alone: what was found never leaves this file. Forms that are common among reference
 * numbers count only near a word for the identifier, in the cell or in its heading.
 */
import data from '../data/identifiers.json' with { type: 'json' };
import { aadhaarCheck, digitsOf, ibanCheck, luhn, myNumberCheck, nhsCheck } from './check-digits.ts';

export type Identifier =
  | 'social security number' | 'individual taxpayer number' | 'payment card number' | 'IBAN' | 'NHS number' | 'national insurance number'
  | 'My Number' | 'Aadhaar number' | 'passport number' | 'medical record number' | 'password';

type Word = keyof typeof data.words;

/** What the heading of a column says about its cells. */
export interface Heading {
  words: ReadonlySet<Word>;
  /** Of people's names, of another direct identifier, of passwords; of the fields and example values of an inventory of data fields. */
  is: 'name' | 'direct' | 'password' | 'example' | 'field' | undefined;
  /** Of reference numbers, where a bare number with the right check digit may be a coincidence. */
  reference: boolean;
}

const LISTS = Object.entries(data.words) as [Word, readonly string[]][];
/** Parts of a word of the data: between them may stand one blank or mark, or nothing. */
const WORDS = LISTS.map(([word, list]) => ({ word, list: list.map((w) => w.split(' ')) }));
/** A first look that lets through more than the words; it is quicker to make than a pattern that knows every letter. */
const ANY_WORD = new RegExp(LISTS.flatMap(([, list]) => list.map((w) => w.replaceAll(' ', '.?'))).join('|'), 'i');

interface At {
  index: number;
  end: number;
}

/** The first of some words in a text, as a whole word: what stands beside it is no letter. Japanese has no blanks between words. */
function wordIn(text: string, list: readonly (readonly string[])[]): At | undefined {
  const lower = text.toLowerCase();
  let found: At | undefined;
  for (const parts of list) {
    const first = parts[0] as string;
    for (let index = lower.indexOf(first); index !== -1 && (!found || index < found.index); index = lower.indexOf(first, index + 1)) {
      const end = endOf(lower, parts, index);
      if (end !== undefined && (isJapanese(first) || !(isLetter(lower[index - 1]) || isLetter(lower[end])))) found = { index, end };
    }
  }
  return found;
}

function endOf(text: string, parts: readonly string[], index: number): number | undefined {
  let end = index + (parts[0] as string).length;
  for (const part of parts.slice(1)) {
    if (!text.startsWith(part, end) && /[\s_.-]/.test(text[end] ?? '')) end += 1;
    if (!text.startsWith(part, end)) return undefined;
    end += part.length;
  }
  return end;
}

const isJapanese = (text: string): boolean => /^[\u3040-\u9fff]/.test(text);
const isLetter = (sign: string | undefined): boolean => sign !== undefined && (sign < '\x80' ? /[a-z]/.test(sign) : /[\p{L}\p{M}]/u.test(sign));

const PASSWORDS = data.words.password;
const PASSWORD = PASSWORDS.map((w) => w.split(' '));
const HEADINGS = (Object.entries({ ...data.headings, password: PASSWORDS.flatMap((w) => [w, `user ${w}`, `account ${w}`, `login ${w}`]) }) as [Exclude<Heading['is'], undefined>, string[]][])
  .map(([is, names]) => ({ is, names: new Set(names) }));

export function readHeading(heading: string, reference = false): Heading {
  const name = heading.normalize('NFKC').replaceAll(/[\s_./:#()-]+/g, ' ').trim().toLowerCase();
  return { words: new Set(ANY_WORD.test(name) ? WORDS.filter(({ list }) => wordIn(name, list)).map(({ word }) => word) : []), is: HEADINGS.find(({ names }) => names.has(name))?.is, reference };
}

const NONE: readonly Identifier[] = [];
const NOWHERE: readonly string[] = [];
/** How far after its word an identifier may stand. */
const NEAR = 32;
/** A shorter text holds no identifier of its own, and none beside its word. */
const SHORTEST = 9;
/** The fewest digits that an identifier has. */
const FEWEST = 5;

/** The kinds of identifiers in a text under its heading. */
export function identifiersIn(text: string, heading: Heading): readonly Identifier[] {
  if (text.length < SHORTEST && heading.words.size === 0 && heading.is !== 'password' && !/[:=]/.test(text)) return NONE;
  let seen = survey(text);
  const plain = seen.foreign ? text.normalize('NFKC').replaceAll(/\p{Pd}/gu, '-') : text;
  if (plain !== text) seen = { ...survey(plain), foreign: true };
  const numbers = seen.digits >= FEWEST && (seen.span >= 9 || seen.letters >= 2 || seen.foreign || heading.words.size > 0);
  if (!numbers && !seen.pairs && heading.is !== 'password') return NONE;
  const found = new Search(plain, heading, seen);
  if (numbers) found.numbers();
  found.passwords();
  return found.kinds.size === 0 ? NONE : [...found.kinds];
}

/** A medical record number counts beside a name: of the same cell, two words that begin with capitals. */
export function namesSomebody(text: string): boolean {
  return /\p{Lu}\p{Ll}+,? \p{Lu}\p{Ll}+/u.test(withoutWord(text));
}

function withoutWord(text: string): string {
  const at = wordIn(text, WORDS.find((w) => w.word === 'record')?.list ?? []);
  return at ? text.slice(0, at.index) + text.slice(at.end) : text;
}

interface Survey {
  digits: number;
  /** The most digits in a row, with single blanks and dashes between them. */
  span: number;
  letters: number;
  /** The longest row of letters. */
  word: number;
  /** Signs that join a word to its value. */
  pairs: boolean;
  /** Not ASCII alone. */
  foreign: boolean;
}

/** One look at every character, which spares most cells every pattern. */
function survey(text: string): Survey {
  const seen = { digits: 0, span: 0, letters: 0, word: 0, pairs: false, foreign: false };
  let [span, word, joined] = [0, 0, false];
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c >= 48 && c <= 57) {
      seen.digits += 1;
      span += 1;
      if (span > seen.span) seen.span = span;
      [word, joined] = [0, false];
    } else if ((c === 32 || c === 45) && !joined) [word, joined] = [0, true];
    else {
      [span, joined] = [0, false];
      const letter = (c > 64 && c < 91) || (c > 96 && c < 123) || c > 127;
      word = letter ? word + 1 : 0;
      if (letter) seen.letters += 1;
      if (word > seen.word) seen.word = word;
      if (c === 58 || c === 61) seen.pairs = true;
    }
    if (c > 127) seen.foreign = true;
  }
  return seen;
}

const SSN = /(?<![\d-])(\d{3})([- ])(\d{2})\2(\d{4})(?![\d-])/g;
const BARE_SSN = /(?<!\d)(\d{3})()(\d{2})(\d{4})(?!\d)/g;
const ITIN_GROUP = /^(?:5\d|6[0-5]|7\d|8[0-8]|9[0-2]|9[4-9])$/;
const CARD_GROUPS = /(?<![\d.-])(?:\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{3})?|3\d{3}([ -])\d{6}\2\d{4,5})(?![\d-])/g;
const CARD = /(?<![\d.-])\d{14,19}(?![\d-])/g;
/** Issuers' prefixes with the lengths of their numbers. */
const ISSUERS = /^(?:4\d{15}(?:\d{3})?|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|62\d{14,17})$/;
const IBAN_START = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?=[ A-Z0-9])/gi;
const NHS = /(?<!\d)\d{3}([ -]?)\d{3}\1\d{4}(?!\d)/g;
const NHS_GROUPS = /(?<![\d+] ?)[4679]\d{2} \d{3} \d{4}(?! ?\d)/g;
const NINO = /(?<![A-Z0-9])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]( ?)\d{2}\1\d{2}\1\d{2}\1[A-D](?![A-Z0-9])/gi;
const TWELVE = /(?<!\d)\d{4}([ -]?)\d{4}\1\d{4}(?![ -]?\d)/g;
const TWELVE_GROUPS = /(?<!\d[ -]?)\d{4}([ -])\d{4}\1\d{4}(?![ -]?\d)/g;
const PASSPORT = /(?<![A-Z0-9*])(?=(?:[A-Z]*\d){6})[A-Z0-9]{6,9}(?![A-Z0-9*])/gi;
const COMPACT_DATE = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
/** What stands behind a word for a password. */
const PAIRED = /^\s*[:=]\s*(\S{4,})/;
const HASH = /^\$\w+\$|^\{?(?:s?sha|pbkdf2|scrypt|bcrypt|argon2|md5)|^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64,})$/i;
const NOT_A_PASSWORD = new Set(data.notAPassword);

class Search {
  readonly kinds = new Set<Identifier>();
  private readonly text: string;
  private readonly heading: Heading;
  private readonly seen: Survey;
  private readonly spoken: boolean;

  constructor(text: string, heading: Heading, seen: Survey) {
    this.text = text;
    this.heading = heading;
    this.seen = seen;
    this.spoken = (seen.word > 2 || seen.foreign) && ANY_WORD.test(text);
  }

  numbers(): void {
    const { span } = this.seen;
    if (span >= 9) this.american();
    if (span >= 14) this.card();
    if (span >= 10) this.nhs();
    if (span >= 12) this.twelve();
    if (this.seen.letters >= 3) this.add('national insurance number', this.has(NINO, (m) => m[1] !== '' || !this.heading.reference || this.near('nino').length > 0));
    if (this.seen.letters >= 2 && this.text.length >= 15) this.add('IBAN', this.has(IBAN_START, (m) => iban(this.text, m)));
    this.add('passport number', this.near('passport').some((part) => matches(part, PASSPORT, (m) => !COMPACT_DATE.test(m[0]))));
    this.add('medical record number', this.near('record').some((part) => /\d{5}/.test(part)));
  }

  /** A word for a password with its value behind it, or a single word under such a heading; hashes and masks are neither. */
  passwords(): void {
    if (this.heading.is === 'password') this.add('password', inClear(this.text.trim()));
    else if (this.seen.pairs && this.spoken) this.add('password', this.paired());
  }

  private paired(): boolean {
    for (let rest = this.text, at = wordIn(rest, PASSWORD); at; at = wordIn(rest, PASSWORD)) {
      rest = rest.slice(at.end);
      const value = PAIRED.exec(rest)?.[1];
      if (value !== undefined && /[\d!@#$%^&*_~+?]/.test(value) && inClear(value)) return true;
    }
    return false;
  }

  private american(): void {
    const take = ([, area = '', , group = '', serial = '']: RegExpMatchArray): false => {
      if (group === '00' || serial === '0000' || area === '000' || area === '666') return false;
      if (area < '900') this.kinds.add('social security number');
      else this.add('individual taxpayer number', ITIN_GROUP.test(group));
      return false;
    };
    this.has(SSN, take);
    for (const part of this.near('ssn')) matches(part, BARE_SSN, take);
  }

  private card(): void {
    const bare = !this.heading.reference || this.near('card').length > 0;
    this.add('payment card number', this.has(CARD_GROUPS, card) || (bare && this.has(CARD, card)));
  }

  private nhs(): void {
    const check = (m: RegExpMatchArray): boolean => nhsCheck(digitsOf(m[0]));
    const phone = this.near('phone').length > 0;
    this.add('NHS number', this.near('nhs').some((part) => matches(part, NHS, check)) || (!phone && this.has(NHS_GROUPS, check)));
  }

  /** My Number and Aadhaar both have twelve digits: a word tells them apart, else groups of four and the check digit. */
  private twelve(): void {
    const my = (m: RegExpMatchArray): boolean => myNumberCheck(digitsOf(m[0]));
    const aadhaar = (m: RegExpMatchArray): boolean => aadhaarCheck(digitsOf(m[0]));
    const near = { my: this.near('myNumber'), aadhaar: this.near('aadhaar') };
    const grouped = near.my.length + near.aadhaar.length + this.near('phone').length === 0;
    this.add('Aadhaar number', near.aadhaar.some((part) => matches(part, TWELVE, aadhaar)) || (grouped && this.has(TWELVE_GROUPS, aadhaar)));
    this.add('My Number', near.my.some((part) => matches(part, TWELVE, my)) || (grouped && !this.kinds.has('Aadhaar number') && this.has(TWELVE_GROUPS, my)));
  }

  /** Where an identifier would stand: the whole cell if the heading has its word, else what follows the word in the cell. */
  private near(word: Word): readonly string[] {
    if (this.heading.words.has(word)) return [this.text];
    if (!this.spoken) return NOWHERE;
    const at = wordIn(this.text, WORDS.find((w) => w.word === word)?.list ?? []);
    return at ? [this.text.slice(at.end, at.end + NEAR)] : [];
  }

  private has(pattern: RegExp, holds: (m: RegExpMatchArray) => boolean): boolean {
    return matches(this.text, pattern, holds);
  }

  private add(kind: Identifier, found: boolean): void {
    if (found) this.kinds.add(kind);
  }
}

/** Whether a global pattern matches somewhere with what else must hold. */
function matches(text: string, pattern: RegExp, holds: (m: RegExpMatchArray) => boolean): boolean {
  pattern.lastIndex = 0;
  for (let m = pattern.exec(text); m; m = pattern.exec(text)) if (holds(m)) return true;
  return false;
}

function card(m: RegExpMatchArray): boolean {
  const number = m[0].replaceAll(/\D/g, '');
  return ISSUERS.test(number) && luhn(digitsOf(number));
}

/** As many letters and digits as the country's numbers have, blanks between them left out. */
function iban(text: string, { 0: start, index }: RegExpMatchArray): boolean {
  const length = (data.iban as Readonly<Record<string, number>>)[start.slice(0, 2).toUpperCase()];
  if (length === undefined) return false;
  const rest = /^(?:[A-Z0-9] ?)+/i.exec(text.slice(index))?.[0].replaceAll(' ', '').slice(0, length).toUpperCase() ?? '';
  return rest.length === length && ibanCheck(rest);
}

function inClear(word: string): boolean {
  const bare = word.replace(/[.,;]$/, '').toLowerCase();
  return /^\S{4,}$/.test(word) && !/^[[(<{]|^[*•x#.\-_]+$|\*{3}/.test(bare) && !NOT_A_PASSWORD.has(bare) && !HASH.test(bare);
}
