/** Dates as people write them into trackers. What can be read in two ways is never decided here. */
import { type Day, type Instant, type Moment, dayOf, parseInstant, writtenDay } from './date.ts';
import { later } from './later.ts';
import { fold } from './tracker.ts';

export type DateOrder = 'day-month' | 'month-day';
/** The year from which a spreadsheet counts the days that it shows as plain numbers. */
export type DateSystem = 1900 | 1904;

/** A date as somebody wrote it. */
export type Written =
  | { kind: 'day'; day: Day; shortYear: boolean }
  | { kind: 'instant'; instant: Instant }
  /** `3/4/2026`: one of the two may not exist. */
  | { kind: 'either'; dayMonth: Day | undefined; monthDay: Day | undefined; shortYear: boolean }
  /** A day number of a spreadsheet. */
  | { kind: 'serial'; serial: number };

/** Names of months, folded, to 1–12. */
export type Months = ReadonlyMap<string, number>;

const TIME = '(?:[t ,]+\\d{1,2}[:.h]\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?: ?[ap]\\.?m\\.?)?)?';
const YEAR = '(\\d{4}|\\d{2})';
const WEEKDAY = '(?:\\p{L}+[.,]{1,2} ?|\\p{L}+day )?';
const YEAR_FIRST = later(() => new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})\\.?${TIME}$`, 'u'));
const COMPACT = /^((?:19|20|21)\d\d)(\d\d)(\d\d)$/;
const DOTTED = later(() => new RegExp(`^(\\d{1,2})\\. ?(\\d{1,2})\\. ?${YEAR}${TIME}$`, 'u'));
const SLASHED = later(() => new RegExp(`^(\\d{1,2})([/-])(\\d{1,2})\\2${YEAR}${TIME}$`, 'u'));
const JAPANESE = later(() => new RegExp(`^(\\d{4}) ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?日${TIME}$`, 'u'));
/** Years of an era, as forms of Japanese authorities have them; the first is written 元. */
const ERA = /^(令和|平成|r|h)\.? ?(\d{1,2}|元) ?[年.] ?(\d{1,2}) ?[月.] ?(\d{1,2}) ?日?$/u;
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, r: 2018, 平成: 1988, h: 1988 };
const DAY_NAME = later(() => new RegExp(`^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.)?[ -]+(?:de |of )?(\\p{L}+)\\.?,?[ -]+(?:del? )?${YEAR}${TIME}$`, 'u'));
const NAME_DAY = later(() => new RegExp(`^${WEEKDAY}(\\p{L}+)\\.? (\\d{1,2})(?:st|nd|rd|th)?,? ${YEAR}${TIME}$`, 'u'));
const SERIAL = /^(\d{5})(?:\.\d+)?$/;
/** Two-digit years stand for 1980 to 2079. */
const WINDOW = 80;

/** Reads a date; `undefined` for what is none. A clock time without an offset names no instant: the day as written counts. */
export function readDate(cell: string, months: Months): Written | undefined {
  const text = cell.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const instant = parseInstant(text.replace(/ ?(?:UTC|GMT)$/, 'Z').replace(/ (?=[+-]\d\d:?\d\d$)/, ''));
  if (instant !== undefined) return { kind: 'instant', instant };
  const lower = text.toLowerCase();
  return yearFirst(lower) ?? dayFirst(lower) ?? named(lower, months) ?? serial(lower);
}

function yearFirst(text: string): Written | undefined {
  const dashed = YEAR_FIRST().exec(text);
  if (dashed) return day(dashed[1], dashed[3], dashed[4]);
  const plain = COMPACT.exec(text) ?? JAPANESE().exec(text);
  if (plain) return day(plain[1], plain[2], plain[3]);
  const era = ERA.exec(text);
  if (!era) return undefined;
  const year = (ERAS[era[1] as string] as number) + (era[2] === '元' ? 1 : Number(era[2]));
  return day(String(year), era[3], era[4]);
}

function dayFirst(text: string): Written | undefined {
  const dotted = DOTTED().exec(text);
  if (dotted) return day(dotted[3], dotted[2], dotted[1]);
  const slashed = SLASHED().exec(text);
  if (!slashed) return undefined;
  const [, a, , b, year] = slashed;
  const dayMonth = writtenDay(year, b, a, WINDOW);
  const monthDay = writtenDay(year, a, b, WINDOW);
  return dayMonth === undefined && monthDay === undefined ? undefined : { kind: 'either', dayMonth, monthDay, shortYear: isShort(year) };
}

function named(text: string, months: Months): Written | undefined {
  const before = DAY_NAME().exec(text);
  const after = NAME_DAY().exec(text);
  const [d, name, year] = before ? [before[1], before[2], before[3]] : after ? [after[2], after[1], after[3]] : [];
  const month = name === undefined ? undefined : months.get(fold(name));
  return month === undefined ? undefined : day(year, String(month), d);
}

/** Five digits that a spreadsheet shows as a day of about 1955 to 2119. */
function serial(text: string): Written | undefined {
  const n = Number(SERIAL.exec(text)?.[1]);
  return n >= 20_000 && n < 80_000 ? { kind: 'serial', serial: n } : undefined;
}

const isShort = (year: string | undefined): boolean => year?.length === 2;

function day(year: string | undefined, month: string | undefined, d: string | undefined): Written | undefined {
  const found = writtenDay(year, month, d, WINDOW);
  return found === undefined ? undefined : { kind: 'day', day: found, shortYear: isShort(year) };
}

/** What the dates of one column say about their order. */
export class OrderEvidence {
  /** How many can be read in one order only, and how many give two different days. */
  private readonly only = { 'day-month': 0, 'month-day': 0 };
  private open = 0;
  serials = 0;

  add(written: Written): void {
    if (written.kind === 'serial') this.serials += 1;
    if (written.kind !== 'either') return;
    if (written.monthDay === undefined) this.only['day-month'] += 1;
    else if (written.dayMonth === undefined) this.only['month-day'] += 1;
    else if (written.dayMonth !== written.monthDay) this.open += 1;
  }

  /** The order; `mixed` where the column uses both, `unclear` where nothing decides, `any` where it does not matter. */
  verdict(): DateOrder | 'mixed' | 'unclear' | 'any' {
    const { 'day-month': dayMonth, 'month-day': monthDay } = this.only;
    if (dayMonth > 0 && monthDay > 0) return 'mixed';
    return dayMonth > 0 ? 'day-month' : monthDay > 0 ? 'month-day' : this.open > 0 ? 'unclear' : 'any';
  }
}

/** The day before day 1 of each system; in the one of 1900 there is a 29 February 1900 that never was. */
const SERIAL_ZERO = { 1900: dayOf(1899, 12, 30), 1904: dayOf(1904, 1, 1) } as const;

/** The moment that a written date names under an order and a day count; `undefined` where it has none under them. */
export function momentOf(written: Written, order: DateOrder | undefined, excelDates: DateSystem | undefined): Moment | undefined {
  switch (written.kind) {
    case 'day': return { day: written.day };
    case 'instant': return { instant: written.instant };
    case 'serial': return excelDates === undefined ? undefined : { day: SERIAL_ZERO[excelDates] + written.serial };
    case 'either': {
      const found = order === 'day-month' ? written.dayMonth : order === 'month-day' ? written.monthDay : written.dayMonth === written.monthDay ? written.dayMonth : undefined;
      return found === undefined ? undefined : { day: found };
    }
  }
}
