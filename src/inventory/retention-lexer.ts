/** Cuts a retention text into words with their meanings, numbers, dates and signs, and guesses the language they are in. */
import { formatDay } from '../core/date.ts';
import { type Months, readDate } from '../core/written-date.ts';
import { type Atom, atoms, fold, isJapanese } from './retention-atoms.ts';
import { compound, inflected, phraseAt } from './retention-lexicon.ts';
import { abbreviations, months, type Reading } from './retention-words.made.ts';

export type Separator = 'semi' | 'dot' | 'slash' | 'comma' | 'colon' | 'dash';

export type Token =
  /** `readings`: what it means in the language of the text; `any`: in all languages. */
  | { readonly t: 'word'; readings: readonly Reading[]; readonly any: readonly Reading[]; readonly text: string }
  | { readonly t: 'number'; readonly n: number; readonly ordinal?: boolean }
  | { readonly t: 'iso'; readonly text: string }
  /** `day` is absent where the date can be read in two ways. */
  | { readonly t: 'date'; readonly day?: string }
  | { readonly t: 'sep'; readonly is: Separator }
  | { readonly t: 'open' }
  | { readonly t: 'close' }
  /** Something that no list knows. */
  | { readonly t: 'unread' };

/** The meaning of a word in a class, in the language of its text. */
export function sense(token: Token | undefined, of: string, is?: string): string | undefined {
  return token?.t === 'word' ? token.readings.find((r) => r.of === of && (is === undefined || r.is === is))?.is : undefined;
}

/** The same in any language: where the place in the text leaves no doubt, such as a unit after its number. */
export function senseAnywhere(token: Token | undefined, of: string, is?: string): string | undefined {
  return sense(token, of, is) ?? (token?.t === 'word' ? token.any.find((r) => r.of === of && (is === undefined || r.is === is))?.is : undefined);
}

export function lex(text: string): { tokens: Token[]; language: string | undefined } {
  const folded = fold(text);
  const list = atoms(folded).filter((a) => a.text !== '_');
  const tokens: Token[] = [];
  for (let i = 0; i < list.length; ) {
    const date = dateAt(folded, list, i);
    const phrase = date ? undefined : phraseAt(list, i);
    if (date) {
      tokens.push(date.day === undefined ? { t: 'date' } : { t: 'date', day: date.day });
      i = date.next;
    } else if (phrase && !(phrase.length === 1 && glued(list, i))) {
      tokens.push(word(phrase.readings, list.slice(i, i + phrase.length).map((a) => a.text).join(' ')));
      i += phrase.length;
    } else {
      i = single(list, i, tokens);
    }
  }
  const language = languageOf(tokens);
  for (const token of tokens) {
    if (token.t !== 'word') continue;
    const own = token.any.filter((r) => r.language === language);
    token.readings = own.length > 0 ? own : token.any;
  }
  return { tokens, language };
}

const word = (readings: readonly Reading[], text: string): Token => ({ t: 'word', readings, any: readings, text });

/** A dash that is glued to a number or a word joins them: "7-year". Between numbers it stands for a range. */
function glued(list: readonly Atom[], i: number): boolean {
  const [before, here, next] = [list[i - 1], list[i] as Atom, list[i + 1]];
  return here.text === '-' && !here.spaced && next !== undefined && !next.spaced && before !== undefined && !/\d$/.test(next.text) && !/^\d/.test(next.text);
}

const SIGNS: Readonly<Record<string, Separator>> = { ';': 'semi', '|': 'semi', '\n': 'semi', '。': 'dot', '/': 'slash', ',': 'comma', '、': 'comma', ':': 'colon', '-': 'dash', '!': 'dot', '?': 'dot', '・': 'comma', '•': 'semi', '·': 'semi' };
const DROPPED = /^['"“”„«»「」『』…\\^°#]$/;
/** What makes a number an ordinal: "25th", "18e". */
const ORDINAL: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th', 'er', 'e', 'eme', 'o', 'a', 'ste', 'de']);
const ABBREVIATIONS: ReadonlySet<string> = new Set(abbreviations);

/** One atom that is no phrase. */
function single(list: readonly Atom[], i: number, tokens: Token[]): number {
  const { text } = list[i] as Atom;
  const next = list[i + 1];
  if (/^p[\dt]/.test(text)) tokens.push({ t: 'iso', text });
  else if (/^\d/.test(text)) return number(list, i, tokens);
  else if (/^[([{]$/.test(text)) tokens.push({ t: 'open' });
  else if (/^[)\]}]$/.test(text)) tokens.push({ t: 'close' });
  else if (text === '.') {
    const before = list[i - 1]?.text ?? '';
    const ordinal = /^\d{1,2}$/.test(before) && next !== undefined && phraseAt(list, i + 1)?.readings.some((r) => r.of === 'age');
    if (next?.spaced && !ordinal && !ABBREVIATIONS.has(before) && before.length > 1) tokens.push({ t: 'sep', is: 'dot' });
  } else if (text in SIGNS) {
    if (!glued(list, i)) tokens.push({ t: 'sep', is: SIGNS[text] as Separator });
  } else if (isJapanese(text)) {
    if (tokens.at(-1)?.t !== 'unread' || !isJapanese(list[i - 1]?.text ?? '')) tokens.push({ t: 'unread' });
  } else if (!DROPPED.test(text)) {
    const parts = compound(text);
    const form = parts ? undefined : inflected(text);
    if (parts) tokens.push(...parts.map((readings) => word(readings, text)));
    else tokens.push(form ? word(form, text) : { t: 'unread' });
  }
  return i + 1;
}

/** Digits, grouped in thousands by point, comma or blank, or with a decimal point or comma. */
function number(list: readonly Atom[], i: number, tokens: Token[]): number {
  let { text } = list[i] as Atom;
  let next = i + 1;
  while (/^\d{1,3}(?:\d{3})*$/.test(text) && text.length <= 6 && /^\d{3}$/.test(list[next]?.text ?? '') && list[next]?.spaced && /^[1-9]\d{0,2}$/.test((list[i] as Atom).text)) {
    text += (list[next] as Atom).text;
    next += 1;
  }
  const [stroke, under] = [list[next], list[next + 1]];
  if (/^[13]$/.test(text) && stroke?.text === '/' && !stroke.spaced && under && /^[24]$/.test(under.text) && !under.spaced) {
    tokens.push({ t: 'number', n: Number(text) / Number(under.text) });
    return next + 2;
  }
  const grouped = /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/.test(text);
  const n = grouped ? Number(text.replace(/[.,]/g, '')) : /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  const after = list[next];
  const ordinal = after !== undefined && !after.spaced && ORDINAL.has(after.text);
  tokens.push(Number.isFinite(n) ? { t: 'number', n, ordinal } : { t: 'unread' });
  return ordinal ? next + 1 : next;
}

const MONTHS: Months = new Map(months);
const NUMERIC_DATE = /(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.] ?\d{1,2}[-/.] ?\d{4}|\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日)(?!\d)/y;
const NAMED_DATE = /(?:\d{1,2}(?:st|nd|rd|th|er|º|o|\.)? (?:de |of )?[a-z]{3,10}\.?,? (?:del? )?\d{4}|[a-z]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})(?!\d)/y;

/** A date that starts at an atom. */
function dateAt(folded: string, list: readonly Atom[], i: number): { day: string | undefined; next: number } | undefined {
  const { text, at } = list[i] as Atom;
  if (!/^\d/.test(text) && !MONTHS.has(text)) return undefined;
  for (const pattern of [NUMERIC_DATE, NAMED_DATE]) {
    pattern.lastIndex = at;
    const found = pattern.exec(folded);
    const written = found && readDate(found[0], MONTHS);
    if (!found || !written) continue;
    const end = at + found[0].length;
    let next = i;
    while (next < list.length && (list[next] as Atom).at < end) next += 1;
    const day = written.kind === 'day' ? written.day : written.kind === 'either' && (written.dayMonth === undefined || written.monthDay === undefined) ? (written.dayMonth ?? written.monthDay) : undefined;
    return { day: day === undefined ? undefined : formatDay(day), next };
  }
  return undefined;
}

/** The language that most of the text belongs to; long words count more than short ones. */
function languageOf(tokens: readonly Token[]): string | undefined {
  const votes = new Map<string, number>();
  for (const token of tokens) {
    if (token.t !== 'word') continue;
    const languages = new Set(token.any.map((r) => r.language));
    // A single letter is no evidence: "10 J" are days in French and years in German.
    const weight = /^[a-z]$/.test(token.text) ? 0 : token.text.length / languages.size;
    for (const language of languages) if (weight > 0) votes.set(language, (votes.get(language) ?? 0) + weight);
  }
  let best: string | undefined;
  for (const [language, weight] of votes) if (best === undefined || weight > (votes.get(best) as number) + 1e-9) best = language;
  return best;
}
