/** Places as people write them (data/inventory-places.json): ISO 3166 codes, names in many languages, states of the US, regions of clouds. */
import { PackedMap } from '../core/packed.ts';
import { squeeze } from './fold.ts';
import { bracketed, type Lexicon, type Named, partsOf, readPart } from './lists.ts';
import * as places from './places.made.ts';
import { isBlank, isTruthWord } from './words.ts';

const names = new PackedMap(places.names);
const countries = new Set(places.countries);

/** The place that a text names: a code of ISO 3166, `EU`, `EEA` or `worldwide`. */
export function placeOf(text: string): string | undefined {
  const upper = text.toUpperCase();
  // "No" answers a question and "na" is nothing; only NO is Norway, only NA Namibia.
  if (upper.length === 2 && countries.has(upper) && (text === upper || !(isTruthWord(text) || isBlank(text)))) return upper;
  if (places.parts.includes(upper)) return upper;
  const part = /^([A-Z]{2})[-_]([A-Z\d]{1,3})$/.exec(upper);
  if (part && countries.has(part[1] as string) && !names.has(squeeze(text))) return `${part[1]}-${part[2]}`;
  return names.get(squeeze(text));
}

export const placeLexicon: Lexicon = {
  word(text: string): Named[] | undefined {
    const code = placeOf(text);
    return code === undefined ? undefined : [{ code, detail: '' }];
  },
};

const isUnion = (code: string): boolean => places.unions.includes(code);

/** What one part names; `undefined` where it is not known. Of `Ireland (EU)` and `EU (Ireland)` the country counts. */
function placesOf(part: string): string[] | undefined {
  const codes = (text: string): string[] | undefined => readPart(text, placeLexicon)?.map(({ code }) => code);
  const [head, remarks] = bracketed(part);
  const outer = remarks.length > 0 && placeOf(part) === undefined ? codes(head) : undefined;
  if (!outer) return codes(part);
  const inner = remarks.flatMap((remark) => codes(remark) ?? []);
  return outer.every(isUnion) && inner.length > 0 ? inner : [...outer, ...inner.filter((code) => !isUnion(code))];
}

/** The places that a cell names. Of an address (`Frankfurt, Germany`) what is known counts, and the rest is unknown. */
export function readPlaces(text: string): { codes: string[]; unknown: string[] } {
  const codes: string[] = [];
  const unknown: string[] = [];
  for (const part of partsOf(text, placeLexicon)) {
    for (const piece of placesOf(part) ? [part] : piecesOf(part)) {
      const named = placesOf(piece);
      if (named) codes.push(...named);
      else unknown.push(piece);
    }
  }
  return { codes: [...new Set(codes)], unknown };
}

/** Pieces between commas, if one of them is a place. */
function piecesOf(part: string): string[] {
  const pieces = part.split(/[,，、]/).map((piece) => piece.trim()).filter((piece) => piece !== '');
  return pieces.some((piece) => placesOf(piece)) ? pieces : [part];
}
