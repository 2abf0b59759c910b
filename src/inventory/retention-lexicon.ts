/** The words of retention texts in their languages (src/data/retention-words.json), ready to be looked up. */
import { PackedMap } from '../core/packed.ts';
import type { Atom } from './retention-atoms.ts';
import * as made from './retention-words.made.ts';
import type { Reading } from './retention-words.made.ts';

const phrases = new PackedMap(made.phrases);
const longest = new PackedMap(made.longest);
const found = new Map<string, readonly Reading[]>();

function readingOf(n: string): Reading {
  const [of, is, language] = (made.readings[Number(n)] as string).split(' ') as [string, string, string];
  return { of, is, language };
}

function readingsOf(phrase: string): readonly Reading[] | undefined {
  const known = found.get(phrase);
  if (known) return known;
  const readings = phrases.get(phrase)?.split(' ').map(readingOf);
  if (readings) found.set(phrase, readings);
  return readings;
}

/** The longest phrase that starts here, with all its meanings, and the number of its atoms. */
export function phraseAt(list: readonly Atom[], from: number): { readings: readonly Reading[]; length: number } | undefined {
  const most = Number(longest.get((list[from] as Atom).text) ?? 1);
  for (let length = Math.min(most, list.length - from); length > 0; length -= 1) {
    let key = (list[from] as Atom).text;
    for (let i = from + 1; i < from + length; i += 1) key += ` ${(list[i] as Atom).text}`;
    const readings = readingsOf(key);
    if (readings) return { readings, length };
  }
  return undefined;
}

const ENDINGS = ['s', 'es', 'n', 'en', 'e', 'er', 'em'];

/** A word in another of its forms: "Verträgen" for "Verträge". */
export function inflected(word: string): readonly Reading[] | undefined {
  if (word.length < 5) return undefined;
  for (const ending of ENDINGS) {
    const readings = word.endsWith(ending) ? readingsOf(word.slice(0, -ending.length)) : readingsOf(word + ending);
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
    const final = readingsOf(word.slice(cut))?.filter((r) => COMPOUNDING.has(r.language) && FINAL.has(r.of) && (r.of !== 'role' || r.is === 'while'));
    if (!final || final.length === 0) continue;
    for (const link of LINKS) {
      const stem = word.slice(0, cut);
      if (!stem.endsWith(link)) continue;
      const first = readingsOf(stem.slice(0, stem.length - link.length))?.filter((r) => COMPOUNDING.has(r.language) && FIRST.has(r.of));
      if (first && first.length > 0) return [first, final];
    }
  }
  return undefined;
}
