/**
 * Counting: how a legal order moves from the day of an event to the last day of a period.
 * `addPeriod` is the only function that moves a date by legal counting; every choice it makes is a parameter.
 */
import { type Day, type Instant, civil, dayOf, daysInMonth, formatDay, weekday, weekdayName } from './date.ts';
import type { Citation } from './law.ts';

/** A length of time as a statute states it. A month is a calendar month, never 30 days. */
export interface Period {
  n: number;
  unit: 'hours' | 'days' | 'working-days' | 'weeks' | 'months' | 'years';
}

/** How one legal order counts. */
export interface Counting {
  says: string;
  /** Is the day of the event itself the first day of the period? */
  firstDay: 'excluded' | 'included';
  /** Where the corresponding date does not exist (31 January + 1 month). */
  shortMonth: 'last-day' | 'next-day' | 'refuse';
  /** Where the last day is closed. `unspecified`: the law is silent; the date stays and the rolled one is information. */
  lastDayClosed: 'keep' | 'next-open' | 'previous-open' | 'unspecified';
  hours: 'elapsed' | 'from-next-full-hour';
  /** Which days are closed: ISO weekdays, and the holidays of a calendar, of the case's place (`jurisdiction`) or of `none`. */
  closed?: { weekdays: number[]; holidays: string };
  /** A period of `ifDays` or more days includes at least `open` working days. */
  minOpenDays?: { open: number; ifDays: number };
  citation: Citation;
}

/** The name of the holiday that a day is, if it is one. */
export interface Holidays {
  get(day: Day): string | undefined;
}

/** Public holidays of one place, with the span of days the table is complete for. */
export interface Calendar {
  id: string;
  title: string;
  from: Day;
  until: Day;
  holidays: Holidays;
  /** The place has parts with holidays of their own, and this table has only those of the whole. */
  wholeOnly?: boolean;
  /** False where nobody compared the days with the law or an official list. */
  checked?: boolean;
  /** What the table leaves out. */
  note?: string;
}

export interface Skipped {
  date: string;
  why: string;
}

export interface CountStep {
  says: string;
  from: string | null;
  to: string | null;
  skipped: Skipped[];
  citation: Citation | null;
}

/** `raw` is the end before rolling. `unknown` says why no date can be given. */
export type Counted = { raw: Day; end: Day; rolledWouldBe: Day; steps: CountStep[] } | { unknown: string };

const UNIT_WORDS: Record<Period['unit'], string> = {
  hours: 'hour', days: 'day', 'working-days': 'working day', weeks: 'week', months: 'month', years: 'year',
};

/** "1 month", "45 days", "10 working days". */
export function periodWords(period: Period): string {
  return `${period.n} ${UNIT_WORDS[period.unit]}${period.n === 1 ? '' : 's'}`;
}

const UNIT_LETTERS: Readonly<Record<string, Period['unit']>> = { D: 'days', W: 'weeks', M: 'months', Y: 'years' };

/** An ISO 8601 duration of one unit: `P24M`, `P3Y`, `P90D`, `P6W`, `PT48H`. */
export function parseDuration(text: string): Period | undefined {
  const m = /^P(?:(\d{1,4})([DWMY])|T(\d{1,4})H)$/.exec(text);
  if (!m) return undefined;
  return m[3] === undefined ? { n: Number(m[1]), unit: UNIT_LETTERS[m[2] as string] as Period['unit'] } : { n: Number(m[3]), unit: 'hours' };
}

/** Corresponding date `n` months on, always from the original day; the short-month rule is the caller's. */
export function addMonths(day: Day, n: number, shortMonth: Counting['shortMonth']): Day | undefined {
  const from = civil(day);
  const index = from.year * 12 + (from.month - 1) + n;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const last = daysInMonth(year, month);
  if (from.day <= last) return dayOf(year, month, from.day);
  if (shortMonth === 'refuse') return undefined;
  return dayOf(year, month, last) + (shortMonth === 'next-day' ? 1 : 0);
}

/** Why a day is closed under a counting and its calendar, or `undefined` if it is open. */
export function whyClosed(day: Day, counting: Counting, calendar: Calendar | undefined): string | undefined {
  const holiday = calendar?.holidays.get(day);
  if (holiday !== undefined) return holiday;
  return counting.closed?.weekdays.includes(weekday(day)) ? weekdayName(day) : undefined;
}

function rollTo(day: Day, direction: 1 | -1, counting: Counting, calendar: Calendar | undefined, skipped: Skipped[] | undefined): Day {
  let end = day;
  for (let why = whyClosed(end, counting, calendar); why !== undefined; why = whyClosed(end, counting, calendar)) {
    skipped?.push({ date: formatDay(end), why });
    end += direction;
  }
  return end;
}

function countWorkingDays(start: Day, n: number, counting: Counting, calendar: Calendar | undefined, skipped: Skipped[] | undefined): Day {
  let day = counting.firstDay === 'included' ? start - 1 : start;
  for (let counted = 0; counted < n; ) {
    day += 1;
    const why = whyClosed(day, counting, calendar);
    if (why === undefined) counted += 1;
    else skipped?.push({ date: formatDay(day), why });
  }
  return day;
}

function rawEnd(start: Day, period: Period, counting: Counting, calendar: Calendar | undefined, skipped: Skipped[] | undefined): Day | undefined {
  const included = counting.firstDay === 'included' ? 1 : 0;
  switch (period.unit) {
    case 'months':
    case 'years': {
      const end = addMonths(start, period.unit === 'years' ? period.n * 12 : period.n, counting.shortMonth);
      if (end === undefined) return undefined;
      // A period that includes its first day ends on the eve of the corresponding date; without such a date, as the month does.
      return civil(end).day === civil(start).day ? end - included : end;
    }
    case 'days':
    case 'weeks':
      return start + (period.unit === 'weeks' ? period.n * 7 : period.n) - included;
    case 'working-days':
      return countWorkingDays(start, period.n, counting, calendar, skipped);
    case 'hours':
      throw new RangeError('a period in hours starts at an instant: use addHours');
  }
}

const rolls = (counting: Counting): boolean => counting.lastDayClosed === 'next-open' || counting.lastDayClosed === 'previous-open';

/** Whether the end of the period can hang on a holiday. */
export function usesHolidays(counting: Counting, period: Period): boolean {
  return counting.closed !== undefined && counting.closed.holidays !== 'none' && (period.unit === 'working-days' || rolls(counting) || counting.minOpenDays !== undefined);
}

/**
 * The last day of a period that starts with the event on `start`.
 *
 * `excludedDays` are days that the law does not count (a clock that stood still); they are added to the end of the
 * period before the end is rolled, once. Months are added to the original start, never to a clamped result.
 * Without `explain` the same dates come without their steps.
 */
export function addPeriod(start: Day, period: Period, counting: Counting, calendar: Calendar | undefined, excludedDays = 0, explain = true): Counted {
  const needsCalendar = usesHolidays(counting, period);
  if (needsCalendar && !calendar) return { unknown: 'no holiday calendar is known for this place' };
  const counted: Skipped[] | undefined = explain ? [] : undefined;
  const first = rawEnd(start, period, counting, calendar, counted);
  if (first === undefined) return { unknown: `there is no corresponding date ${periodWords(period)} after ${formatDay(start)}, and the law does not say which day takes its place` };
  let raw = first + excludedDays;
  const steps: CountStep[] = counted ? [{ says: sayCounted(start, period, counting, first), from: formatDay(start), to: formatDay(first), skipped: counted, citation: counting.citation }] : [];
  const { open: minimum, ifDays } = counting.minOpenDays ?? { open: 0, ifDays: Infinity };
  if (period.unit === 'days' && period.n >= ifDays) {
    while (openDays(start, raw, counting, calendar) < minimum) raw += 1;
    if (explain && raw !== first + excludedDays) {
      steps.push({ says: `The period must include at least ${minimum} working days and is prolonged.`, from: formatDay(first + excludedDays), to: formatDay(raw), skipped: [], citation: counting.citation });
    }
  }
  const rolled: Skipped[] = [];
  const direction = counting.lastDayClosed === 'previous-open' ? -1 : 1;
  const rolledWouldBe = rollTo(raw, direction, counting, calendar, explain ? rolled : undefined);
  if (needsCalendar && calendar && !covered(calendar, start, Math.max(raw, rolledWouldBe))) {
    return { unknown: `the holidays of ${calendar.title} are known from ${formatDay(calendar.from)} to ${formatDay(calendar.until)} only` };
  }
  if (explain && rolledWouldBe !== raw && rolls(counting)) {
    const where = direction === 1 ? 'next' : 'previous';
    steps.push({ says: `The last day is closed; the period ends on the ${where} open day, ${weekdayName(rolledWouldBe)} ${formatDay(rolledWouldBe)}.`, from: formatDay(raw), to: formatDay(rolledWouldBe), skipped: rolled, citation: counting.citation });
  } else if (explain && rolledWouldBe !== raw && counting.lastDayClosed === 'unspecified' && covered(calendar, raw, rolledWouldBe)) {
    steps.push({ says: `The last day is closed (${rolled[0]?.why}). This law does not say that the period then ends later, so the date stays; the next open day would be ${formatDay(rolledWouldBe)}.`, from: formatDay(raw), to: formatDay(raw), skipped: [], citation: counting.citation });
  }
  return { raw, end: rolls(counting) ? rolledWouldBe : raw, rolledWouldBe, steps };
}

/** Whether a calendar is complete between two days; one that has no holidays to know always is. */
function covered(calendar: Calendar | undefined, from: Day, to: Day): boolean {
  return calendar === undefined || (from >= calendar.from && to <= calendar.until);
}

function openDays(start: Day, end: Day, counting: Counting, calendar: Calendar | undefined): number {
  let open = 0;
  for (let day = start + (counting.firstDay === 'included' ? 0 : 1); day <= end; day += 1) if (whyClosed(day, counting, calendar) === undefined) open += 1;
  return open;
}

function sayCounted(start: Day, period: Period, counting: Counting, end: Day): string {
  const firstDay = counting.firstDay === 'included' ? 'the day of the event counts' : 'the day of the event does not count';
  const months = period.unit === 'months' || period.unit === 'years';
  const clamped = months && counting.firstDay === 'excluded' && civil(end).day !== civil(start).day;
  const short = clamped ? (counting.shortMonth === 'last-day' ? '; that month has no such date, so its last day' : '; that month has no such date, so the next day') : '';
  return `${periodWords(period)} from ${formatDay(start)} (${firstDay}): ${weekdayName(end)} ${formatDay(end)}${short}.`;
}

/** The end of a period in hours: elapsed time, through nights, weekends and clock changes. */
export function addHours(start: Instant, hours: number, counting: Pick<Counting, 'hours'>): Instant {
  const hour = 3_600_000;
  // The hour in which the event falls does not count: what happens on the hour lies in the hour that then begins.
  const from = counting.hours === 'from-next-full-hour' ? (Math.floor(start / hour) + 1) * hour : start;
  return from + hours * hour;
}
