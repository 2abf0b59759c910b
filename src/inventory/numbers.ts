/** Counts and ages as people write them: `1,234`, `1.234`, `1 234`, `~500`. */
import { later } from '../core/later.ts';
import { about } from './words.made.ts';
import { setOf } from './words.ts';

/** Three digits behind each mark but the last pair, which Indian numbers have. */
const GROUPED = /^\d{1,3}(?:([.,'’ ])\d{3})(?:\1\d{3})*$|^\d{1,2}(?:,\d{2})+,\d{3}$/;
const DECIMAL = /^(\d{1,3}(?:[ '’]\d{3})+|\d{1,3}(?:,\d{3})+(?=\.)|\d{1,3}(?:\.\d{3})+(?=,)|\d+)[.,](\d+)$/;

const estimated = later(() => new RegExp(`^(?:${about.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})\\.? ?(?=\\d)`, 'i'));
const inYears = setOf('years');

/**
 * A number; `undefined` for bounds (`>1000`), ranges (`10-20`) and anything else that is not one. An estimate counts as
 * what it says. `years`: the number may be followed by a word for years.
 */
export function readNumber(text: string, years = false): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\u00a0\u2007\u202f]/g, ' ').trim();
  const [, written = '', unit = ''] = /^(.*?\d)\s*(\D*)$/.exec(plain.replace(estimated(), '')) ?? [];
  if (unit !== '' && !(years && inYears().has(unit.toLowerCase().replace(/[ .]/g, '')))) return undefined;
  if (/^\d+$/.test(written) || GROUPED.test(written)) return safe(written.replace(/\D/g, ''));
  const decimal = DECIMAL.exec(written);
  return decimal ? safe(`${(decimal[1] as string).replace(/\D/g, '')}.${decimal[2]}`) : undefined;
}

function safe(digits: string): number | undefined {
  const n = Number(digits);
  return n <= Number.MAX_SAFE_INTEGER ? n : undefined;
}
