/** How old a subject was, as far as the row tells, and from which age a person speaks for themselves. */
import { type Day, parseDay } from '../core/date.ts';
import majority from '../data/majority-ages.json' with { type: 'json' };
import type { Adequacy } from './adequacy.ts';
import type { Truth } from './cell.ts';
import { ageOn, genetic } from './concepts.ts';
import type { Row } from './row.ts';

/** Whole years: at least `min`, at most `max`. */
export interface Age {
  min: number;
  max: number;
}

/** The age on a day: by the birth date in each of its readings, else the age that is given, else the band. */
export function ageAt(row: Row, on: Day): Age | undefined {
  let age: Age | undefined;
  for (const birth of row.cell('subject_birth_date').days) {
    const years = birth <= on ? ageOn(birth, on) : undefined;
    if (years !== undefined) age = { min: Math.min(years, age?.min ?? years), max: Math.max(years, age?.max ?? years) };
  }
  if (age) return age;
  const given = row.number('subject_age');
  return given === undefined ? ageBand(row.text('age_band')) : { min: given, max: given };
}

const BELOW = /^(?:<|under|below|younger than|less than|unter|moins de|menos de|meno di|jonger dan|未満)\s*(\d{1,3})\b/i;
const UP_TO = /^(?:<=|≤|up to|bis|jusqu.à|hasta|fino a|tot)\s*(\d{1,3})\b/i;
const BETWEEN = /^(\d{1,3})\s*(?:-|–|to|bis|à|a)\s*(\d{1,3})\b/i;
const FROM = /^(?:(?:>=|≥|from|ab)\s*(\d{1,3})\b|(\d{1,3})\s*(?:\+|and (?:over|older)|or (?:over|older)|years? and older))/i;
const ABOVE = /^(?:>|over|older than|über|plus de)\s*(\d{1,3})\b/i;
const OLDEST = 150;

/** "<13", "0-12", "16+"; `undefined` for words that name no years. */
export function ageBand(text: string): Age | undefined {
  const years = (m: RegExpExecArray | null, i = 1): number => Number(m?.[i]);
  const below = BELOW.exec(text);
  if (below) return { min: 0, max: years(below) - 1 };
  const upTo = UP_TO.exec(text);
  if (upTo) return { min: 0, max: years(upTo) };
  const between = BETWEEN.exec(text);
  if (between && years(between) <= years(between, 2)) return { min: years(between), max: years(between, 2) };
  const from = FROM.exec(text);
  if (from) return { min: Number(from[1] ?? from[2]), max: OLDEST };
  const above = ABOVE.exec(text);
  return above ? { min: years(above) + 1, max: OLDEST } : undefined;
}

/** Whether the subject was younger than an age on a day. */
export function younger(row: Row, on: Day, than: number): Truth {
  const age = ageAt(row, on);
  if (!age) return 'unknown';
  return age.max < than ? 'yes' : age.min >= than ? 'no' : 'unknown';
}

/** Genetic data or samples: to have them examined takes a person of full age. */
function testing(row: Row): boolean {
  return genetic(row) || row.says('data_category', 'biological_sample') || row.says('purpose', 'clinical_testing');
}

/** The age under which the subject is a child on a day: the policy's, and for tests the age of majority where that is higher. */
export function childUnder(row: Row, on: Day, adequacy: Adequacy): number {
  const places = row.codes('subject_jurisdiction');
  const ages = (places.length > 0 ? places : [undefined]).map((place) => adequacy.childAge(place, 'policy'));
  if (testing(row)) {
    for (const { place, part, age, from, until } of MAJORITY) {
      if (from <= on && on <= until && places.some((code) => code === place || code.startsWith(part))) ages.push(age);
    }
  }
  return Math.max(...ages);
}

/** Ages of majority with the days between which they are the law. */
const MAJORITY = (majority.places as readonly { place: string; age: number; from?: string; until?: string }[]).map(({ place, age, from, until }) => ({
  place, part: `${place}-`, age, from: parseDay(from ?? '') ?? -Infinity, until: parseDay(until ?? '') ?? Infinity,
}));
