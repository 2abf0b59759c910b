/** What letters of one breach say of the same things, and where they contradict each other. */
import { civilDay, formatDay, parseDay } from './date.ts';
import { type LetterText, kindsNamed } from './draft-lint.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type LetterWords, patternOf } from './letter-words.ts';
import type { Finding } from './report.ts';

/** What a letter says of the breach, as far as it says it in words that are known. */
export interface Claims {
  occurred: string[];
  discovered: string[];
  people: string[];
  /** `Maryland: 40`. */
  places: string[];
  /** Kinds of data, by their codes. */
  kinds: string[];
}

export interface Sibling {
  /** By which it is named: a file, or the key of a draft. */
  name: string;
  letter: LetterText;
  /** The part of the data that it is about: letters about different parts give different numbers. */
  about?: string;
}

export interface Contradiction {
  says: string;
  with: string;
  severity: Finding['severity'];
}

type Subject = keyof Claims;

interface Rule {
  subject: Subject;
  says: string;
  severity: Finding['severity'];
  /** Only letters about the same data are compared. */
  sameData?: true;
  agrees: (a: readonly string[], b: readonly string[]) => boolean;
}

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((value) => b.includes(value));
/** The place of `Maryland: 40`. */
const placeOf = (claim: string): string => claim.slice(0, claim.lastIndexOf(':'));

/** A letter that lists fewer kinds of data may be right: not every law counts each of them. */
const RULES: readonly Rule[] = [
  { subject: 'occurred', says: 'the date of the breach', severity: 'error', agrees: shares }, { subject: 'discovered', says: 'the date of the discovery', severity: 'error', agrees: shares },
  { subject: 'people', says: 'the number of people', severity: 'error', sameData: true, agrees: shares },
  { subject: 'places', says: 'the number of people of a place', severity: 'error', sameData: true, agrees: (a, b) => a.every((claim) => b.every((other) => placeOf(claim) !== placeOf(other) || claim === other)) },
  { subject: 'kinds', says: 'the list of the kinds of data', severity: 'warning', sameData: true, agrees: (a, b) => a.length === b.length && a.every((kind) => b.includes(kind)) },
];

export function claimsOf({ blocks }: LetterText, words: LetterWords): Claims {
  const groups = (subject: keyof LetterWords['claims']): string[][] => blocks.flatMap((block) => words.claims[subject].flatMap((pattern) => matches(block.text.replace(/⟦[^⟧]*⟧/g, ''), patternOf(pattern, words.macros))));
  const found = (subject: 'occurred' | 'discovered' | 'people', read: (text: string) => string | undefined): string[] => {
    const values = groups(subject).map((each) => each.map((g) => read(g) ?? '').filter((g) => g !== '').join(' – '));
    return [...new Set(values.filter((v) => v !== ''))];
  };
  const date = (text: string): string | undefined => dateIn(text, words);
  const places = groups('places').map((each) => {
    const [number, name] = [each.find((g) => /^[\d,. ]+$/.test(g)), each.find((g) => /\p{L}/u.test(g))];
    return `${(name ?? '').replace(/^the /i, '').trim()}: ${digits(number ?? '')}`;
  });
  return { occurred: found('occurred', date), discovered: found('discovered', date), people: found('people', digits), places: [...new Set(places)], kinds: kindsNamed(blocks, words) };
}

const digits = (text: string): string => text.replace(/[^\d]/g, '');

/** The groups of each match. */
function matches(text: string, pattern: RegExp): string[][] {
  const every = new RegExp(pattern.source, 'giu');
  return [...text.matchAll(every)].map((m) => m.slice(1).filter((g) => typeof g === 'string'));
}

/** For each letter what contradicts it in another. A letter that does not speak of a thing contradicts nobody. */
export function contradictions(siblings: readonly Sibling[], words: LetterWords): Map<string, Contradiction[]> {
  const result = new Map<string, Contradiction[]>(siblings.map((s) => [s.name, []]));
  if (siblings.length < 2) return result;
  const claims = siblings.map((s) => ({ name: s.name, about: s.about, of: claimsOf(s.letter, words) }));
  for (const { subject, says, severity, sameData, agrees } of RULES) {
    for (const a of claims) {
      for (const b of claims) {
        const [mine, theirs] = [a.of[subject], b.of[subject]];
        if (a === b || mine.length === 0 || theirs.length === 0 || (sameData && a.about !== b.about) || agrees(mine, theirs)) continue;
        result.get(a.name)?.push({ says: `${says} is ${mine.join(', ')} here and ${theirs.join(', ')} in ${b.name}`, with: b.name, severity });
      }
    }
  }
  return result;
}

/** Letters of one breach that somebody wrote, compared with each other. */
export function lintSiblings(siblings: readonly Sibling[], words: LetterWords): Finding[] {
  const rule = words.rules.find((r) => r.id === 'letter/contradiction');
  if (!rule) return [];
  const all = contradictions(siblings, words);
  return siblings.flatMap(({ name, letter }) => (all.get(name) ?? []).map(({ says, severity }): Finding => ({
    rule: rule.id, area: 'letter', kind: rule.kind, severity, message: says, at: { file: letter.path }, promise: null, citations: [], fix: rule.fix,
    fingerprint: fingerprintOf([rule.id, name, says].join('\n')), waived: null,
  })));
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A date in words or by ISO 8601; one in figures alone (06/07/2026) can be read two ways and is none. */
function dateIn(text: string, words: LetterWords): string | undefined {
  const iso = /\d{4}-\d\d-\d\d/.exec(text)?.[0];
  const japanese = /(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(text);
  const month = patternOf('({month})', words.macros).exec(text)?.[0];
  const [, ofMonth] = /\b(\d{1,2})(?:st|nd|rd|th)?\b/.exec(text) ?? [];
  const [, year] = /\b(\d{4})\b/.exec(text) ?? [];
  const day = iso !== undefined ? parseDay(iso) : japanese ? civilDay(Number(japanese[1]), Number(japanese[2]), Number(japanese[3])) : civilDay(Number(year), MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1, Number(ofMonth));
  return day === undefined ? undefined : formatDay(day);
}
