/** The words for kinds of data (data/inventory-words.json), as texts are searched for them. */
import words from '../data/inventory-words.json' with { type: 'json' };
import { pack } from '../core/packed.ts';
import { allWords, fold, forms, loosen, singular, type Words } from './fold.ts';

const CJK = /[\u3040-\u30ff\u3400-\u9fff]/;

/** With umlauts, and with an e for each. */
function spellings(word: string): string[] {
  return [word, ...(/[äöü]/i.test(word) ? [word.replace(/([äöü])/gi, (u) => `${u.normalize('NFD').charAt(0)}e`)] : [])];
}

const byPhrase = new Map<string, Set<string>>();
const byForm = new Map<string, Set<string>>();
const add = (map: Map<string, Set<string>>, key: string, code: string): void => void map.set(key, (map.get(key) ?? new Set()).add(code));

/** Beginnings of words, with their codes. */
export const stems: [string, string][] = [];
/** Japanese words, which stand in a text without blanks. */
export const inside: [string, string][] = [];

for (const [code, table] of Object.entries(words.elements as Readonly<Record<string, Words>>)) {
  for (const written of [code, ...allWords(table)]) {
    const stem = written.endsWith('*');
    const word = stem ? written.slice(0, -1) : written;
    if (CJK.test(word)) inside.push([fold(word), code]);
    else if (stem) stems.push(...forms(word).map((form): [string, string] => [form, code]));
    else for (const variant of spellings(word)) add(byPhrase, loosen(variant), code);
    for (const form of forms(word)) add(byForm, form, code);
  }
}

const packed = (map: ReadonlyMap<string, ReadonlySet<string>>): Readonly<Record<string, string>> => pack([...map].map(([key, codes]) => [key, [...codes].join(' ')]));

/** Phrases as whole words, in the form of `loosen`. */
export const phrases = packed(byPhrase);
/** Words in one form, for a text that is one of them. */
export const whole = packed(byForm);
/** Words of the longest phrase. */
export const longest = Math.max(...[...byPhrase.keys()].map((phrase) => phrase.split(' ').length));
export const negations = words.negations.map(singular);
export const fillers = words.fillers.map(singular);
export const owners = words.whose;
