/** Dates as people write them, and how the slashed dates of a column read. */
import { later } from '../core/later.ts';
import { type Day, dayOf, parseDay, writtenDay } from '../core/date.ts';
import type { DateDoubt } from './cell.ts';
import type { Column } from './columns.ts';
import { fold } from './fold.ts';
import { eras, months } from './words.made.ts';
import { setOf } from './words.ts';

/** How the slashed dates of a column are to be read, once its rows have proven it; `mixed`: they prove both. */
export type DateOrder = 'day-first' | 'month-first' | 'mixed' | undefined;

/** `day` is absent where the text is no date or two dates; then `days` has every reading, day first before month first. */
export interface DateReading {
  day?: Day;
  days: readonly Day[];
  doubt?: DateDoubt;
}

const DASH = 0x2d;
/** A time behind an ISO date, with or without its offset. */
const CLOCK = /^.{10}[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:?\d\d)?$/;
const UNREADABLE: DateReading = { days: [], doubt: 'unreadable' };
const TIME = /(?:[t ,]+(?:at |um |à |a las |alle |om |às )?|(?<=\d)t)\d{1,2}[:h]\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?| uhr)?(?: ?(?:z|utc|gmt|[+-]\d{2}:?\d{2}))?$/;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?$/;
const COMPACT = /^((?:19|20|21)\d\d)(\d\d)(\d\d)$/;
const JAPANESE = /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日$/;
/** Years of an era; the first is written 元. */
const ERA = /^(令和|平成|昭和|[rhs]) ?\.?(\d{1,2}|元) ?[年./] ?(\d{1,2}) ?[月./] ?(\d{1,2}) ?日?$/;
const DOTTED = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d\d)$/;
const SLASHED = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d\d)$/;
const SERIAL = /^(\d{5})(?:[.,]\d+)?$/;

/** The day before day 1 of a spreadsheet; its year 1900 has a 29 February that never was. */
const SERIAL_ZERO = dayOf(1899, 12, 30);
const SERIALS = { from: 20_000, to: 60_000 };
/** Two-digit years stand for 1930 to 2029. */
const WINDOW = 30;

/** Reads a date. A time of day and an offset are left out: the day as written counts. */
export function readDate(text: string, order: DateOrder): DateReading {
  const iso = text.charCodeAt(4) === DASH && (text.length === 10 || CLOCK.test(text)) ? parseDay(text.slice(0, 10)) : undefined;
  if (iso !== undefined) return { day: iso, days: [iso] };
  if (text.length > 60) return UNREADABLE;
  const bare = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim().replace(TIME, '');
  return yearFirst(bare) ?? dotted(bare) ?? slashed(bare, order) ?? named(bare) ?? serial(bare) ?? UNREADABLE;
}

function yearFirst(text: string): DateReading | undefined {
  const dashed = YEAR_FIRST.exec(text);
  if (dashed) return one(dashed[1], dashed[3], dashed[4]);
  const plain = COMPACT.exec(text) ?? JAPANESE.exec(text);
  if (plain) return one(plain[1], plain[2], plain[3]);
  const era = ERA.exec(text);
  return era ? one(String((eras as Record<string, number>)[era[1] as string] as number + (era[2] === '元' ? 1 : Number(era[2]))), era[3], era[4]) : undefined;
}

function dotted(text: string): DateReading | undefined {
  const found = DOTTED.exec(text);
  return found ? one(found[3], found[2], found[1]) : undefined;
}

/** Both readings of a slashed date; one may not exist. */
function readings(text: string): { dayFirst: Day | undefined; monthFirst: Day | undefined; short: boolean } | undefined {
  const found = SLASHED.exec(text);
  return found ? { dayFirst: writtenDay(found[4], found[3], found[1], WINDOW), monthFirst: writtenDay(found[4], found[1], found[3], WINDOW), short: isShort(found[4]) } : undefined;
}

function slashed(text: string, order: DateOrder): DateReading | undefined {
  const both = readings(text);
  if (!both) return undefined;
  const { dayFirst, monthFirst } = both;
  const days = [...new Set([dayFirst, monthFirst])].filter((day) => day !== undefined);
  const [first] = days;
  if (first === undefined) return UNREADABLE;
  const short = both.short ? ({ doubt: 'two-digit-year' } as const) : {};
  const ordered = order === 'day-first' ? dayFirst : order === 'month-first' ? monthFirst : undefined;
  if (dayFirst === monthFirst || ordered !== undefined) return { day: ordered ?? first, days: [ordered ?? first], ...short };
  if (days.length > 1) return { days, doubt: order === 'mixed' ? 'mixed-order' : 'ambiguous' };
  // It reads one way only. Where its column has the other order, or both, that is told.
  return { day: first, days, ...(order === undefined ? short : { doubt: 'mixed-order' }) };
}

/** `28. Juli 2026`, `Jul 28, 2026`, `mardi 28 juillet 2026`. */
function named(text: string): DateReading | undefined {
  const parts = fold(text).split(' ').filter((part) => !little().has(part));
  if (parts.length === 4 && weekdays().has(parts[0] as string)) parts.shift();
  if (parts.length !== 3) return undefined;
  const [a, b, c] = parts as [string, string, string];
  const month = monthNames().get(/^\d/.test(a) ? b : a);
  if (month === undefined) return undefined;
  const [day, year] = /^\d{4}$/.test(a) ? [c, a] : /^\d/.test(a) ? [a, c] : [b, c];
  const number = /^(\d{1,2})(?:st|nd|rd|th|er|re|[oae])?$/.exec(day);
  return number && /^(?:\d{4}|\d\d)$/.test(year) ? one(year, String(month), number[1]) : undefined;
}

function serial(text: string): DateReading | undefined {
  const n = Number(SERIAL.exec(text)?.[1]);
  if (!(n >= SERIALS.from && n <= SERIALS.to)) return undefined;
  return { day: SERIAL_ZERO + n, days: [SERIAL_ZERO + n], doubt: 'excel-serial' };
}

function one(year: string | undefined, month: string | undefined, d: string | undefined): DateReading {
  const day = writtenDay(year, month, d, WINDOW);
  return day === undefined ? UNREADABLE : { day, days: [day], ...(isShort(year) ? { doubt: 'two-digit-year' } : {}) };
}

const isShort = (year: string | undefined): boolean => year?.length === 2;

const monthNames = later((): ReadonlyMap<string, number> => new Map(months));
const weekdays = setOf('weekdays');
/** `of`, `de`: words between the parts of a date. */
const little = setOf('dateWords');

/** Whether a text may be a slashed date (`3/4/2026`, `03-04-26`): cheap, for every cell of a file. */
export function hasSlashedDate(text: string): boolean {
  if (text.length < 6) return false;
  const [first, second, third] = [text.charCodeAt(0), text.charCodeAt(1), text.charCodeAt(2)];
  return first >= 48 && first <= 57 && (second === 47 || second === 45 || ((third === 47 || third === 45) && second >= 48 && second <= 57));
}

/** What the slashed dates of each column prove about their order: `28/07/2026` can only be read day first. */
export class DateOrders {
  private readonly proofs = new Map<Column, { dayFirst: boolean; monthFirst: boolean }>();

  see(column: Column, text: string): void {
    if (!hasSlashedDate(text)) return;
    const both = readings(text.length > 10 ? text.toLowerCase().replace(TIME, '') : text);
    if (!both || (both.dayFirst === undefined) === (both.monthFirst === undefined)) return;
    const proof = this.proofs.get(column) ?? { dayFirst: false, monthFirst: false };
    if (both.monthFirst === undefined) proof.dayFirst = true;
    else proof.monthFirst = true;
    this.proofs.set(column, proof);
  }

  of(column: Column): DateOrder {
    const proof = this.proofs.get(column);
    return proof && (proof.dayFirst && proof.monthFirst ? 'mixed' : proof.dayFirst ? 'day-first' : 'month-first');
  }

  /** The columns whose rows prove an order. */
  found(): Map<Column, DateOrder> {
    return new Map([...this.proofs.keys()].map((column) => [column, this.of(column)]));
  }
}
