/** Jurisdictions: ISO 3166 codes, what lies in what, and whose holidays and clock apply. */
import { compareText } from './order.ts';

export interface Place {
  name: string;
  /** Principal IANA time zone. */
  zone: string;
  /** Larger legal orders it belongs to, besides the country that its code begins with. */
  in?: string[];
  /** Holiday calendar, where it is not the one of the same code. */
  calendar?: string;
}

export type Places = Readonly<Record<string, Place>>;

/** A place and everything it lies in, nearest first: `US-CA`, `US`; `DE-BY`, `DE`, `EU`. */
export function lineage(code: string, places: Places): readonly string[] {
  let known = lines.get(places);
  if (!known) lines.set(places, known = new Map());
  let line = known.get(code);
  if (!line) known.set(code, line = lineOf(code, places));
  return line;
}

/** Lines already drawn: an assessment asks for those of the same few places thousands of times. */
const lines = new WeakMap<Places, Map<string, readonly string[]>>();

function lineOf(code: string, places: Places): string[] {
  const line = [code];
  for (const at of line) {
    const country = at.includes('-') ? at.slice(0, at.indexOf('-')) : undefined;
    for (const outer of [country, ...(places[at]?.in ?? [])]) if (outer !== undefined && !line.includes(outer)) line.push(outer);
  }
  return line;
}

/** Whether `container` covers `code`; undefined where `code` names a larger place and its part is not known. */
export function covers(container: string, code: string, places: Places): boolean | undefined {
  if (lineage(code, places).includes(container)) return true;
  return lineage(container, places).includes(code) ? undefined : false;
}

/** Names and codes that look like what was typed, best first. */
export function suggestPlaces(typed: string, places: Places): string[] {
  const word = typed.trim().toLowerCase();
  const scored = Object.entries(places).map(([code, place]) => {
    const name = place.name.toLowerCase();
    const score = name === word ? 0 : code.toLowerCase() === word.replaceAll('_', '-') ? 0
      : name.startsWith(word) && word.length > 2 ? 1 : Math.min(editDistance(word, name), editDistance(word, code.toLowerCase()) + (word.length > 6 ? 5 : 1));
    return { code, name: place.name, score };
  });
  return scored.filter((s) => s.score <= 2).toSorted((a, b) => a.score - b.score || compareText(a.code, b.code)).slice(0, 3).map((s) => `${s.code} (${s.name})`);
}

/** Levenshtein distance, for "did you mean". */
function editDistance(a: string, b: string): number {
  const [left, right] = [a.slice(0, 64), b.slice(0, 64)];
  let row = Array.from({ length: right.length + 1 }, (_, i) => i);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      next[j] = Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + (left[i - 1] === right[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[right.length] as number;
}

/** The nearest of some words to what was typed, if any is near. */
export function nearest(typed: string, words: readonly string[]): string | undefined {
  const word = typed.toLowerCase();
  const best = words.map((w) => ({ w, d: w.startsWith(word) && word.length > 2 ? 0 : editDistance(word, w) })).toSorted((a, b) => a.d - b.d)[0];
  return best && best.d <= Math.max(2, Math.floor(best.w.length / 3)) ? best.w : undefined;
}
