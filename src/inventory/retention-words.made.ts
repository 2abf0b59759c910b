/** The words of retention texts in their languages (data/retention-words.json), as texts are searched for them. */
import trackerWords from '../data/tracker-words.json' with { type: 'json' };
import words from '../data/retention-words.json' with { type: 'json' };
import { pack } from '../core/packed.ts';
import { atoms, fold } from './retention-atoms.ts';

/** One meaning of a word: `role` `after`, `unit` `P1Y`, `thing` `contract`. */
export interface Reading {
  readonly of: string;
  readonly is: string;
  readonly language: string;
}

/** A word or phrase as atoms, as texts are cut. German umlauts are also written ae, oe, ue. */
function spellings(word: string, language: string): string[] {
  const spelled = language === 'de' && /[äöü]/.test(word) ? [word.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue')] : [];
  return [word, ...spelled].map((w) => atoms(fold(w)).map((a) => a.text).join(' ').replace(/ '$/, "'"));
}

const CLASSES = ['number', 'one', 'half', 'unit', 'span', 'age', 'role', 'post', 'join', 'bound', 'symbol', 'if', 'mark', 'refer', 'target', 'cite', 'last', 'phase', 'state', 'term', 'thing', 'point', 'stamped', 'event', 'object', 'condition', 'noise'] as const;

/** Every meaning once, "of is language"; phrases name them by their place here. */
export const readings: string[] = [];
const meanings = new Map<string, number[]>();
const lengths = new Map<string, number>();

for (const of of CLASSES) {
  for (const [is, languages] of Object.entries(words[of] as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>)) {
    for (const [language, list] of Object.entries(languages)) {
      const n = readings.push(`${of} ${is} ${language}`) - 1;
      for (const key of list.flatMap((word) => spellings(word, language))) {
        // A lone verb "é" folds to nothing.
        if (key === '') continue;
        meanings.set(key, [...(meanings.get(key) ?? []), n]);
        const parts = key.split(' ');
        const first = parts[0] as string;
        lengths.set(first, Math.max(parts.length, lengths.get(first) ?? 0));
      }
    }
  }
}

/** Phrases, with the places of their readings. */
export const phrases = pack([...meanings].map(([key, list]) => [key, list.join(' ')]));
/** How many atoms the longest phrase that starts with an atom has, if there is one of several. */
export const longest = pack([...lengths].filter(([, length]) => length > 1).map(([first, length]) => [first, String(length)]));

export const { names, alone, lasting, opposites } = words;
export const abbreviations = words.abbreviations.map(fold);
/** Names of months, with their numbers. */
export const months = Object.values(trackerWords.months).flatMap((list) => list.map((name, i): [string, number] => [fold(name), (i % 12) + 1])).filter(([name]) => name !== '');

/** The words of a class: `thing` has `contract`. */
const list = (of: 'event' | 'thing' | 'point' | 'stamped' | 'phase' | 'object' | 'condition'): readonly string[] => Object.keys(words[of]);
export const classes = { event: list('event'), thing: list('thing'), point: list('point'), stamped: list('stamped'), phase: list('phase'), object: list('object'), condition: list('condition') };
