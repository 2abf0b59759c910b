/**
 * Calendar days, instants and time zones.
 *
 * A `Day` is a whole number: days since 1970-01-01 in the proleptic Gregorian calendar. Legal days have no
 * clock and no zone, so they are never a `Date`. An `Instant` is milliseconds since 1970-01-01T00:00Z.
 * Zones come from the tz data that Node carries (`process.versions.tz`).
 */
export type Day = number;
export type Instant = number;
export type Zone = string;

const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;

/** Year, month (1–12) and day of month (1–31) of a `Day`. */
export interface CivilDate {
  year: number;
  month: number;
  day: number;
}

/** The civil date of a day number (days-from-civil, H. Hinnant; exact over the whole range). */
export function civil(day: Day): CivilDate {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

/** The day number of a civil date. The date must exist; see `civilDay`. */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146_097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719_468;
}

/** Length of a month in days. */
export function daysInMonth(year: number, month: number): number {
  return dayOf(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - dayOf(year, month, 1);
}

/** The day of these numbers; `undefined` where the calendar has none. */
export function civilDay(year: number, month: number, day: number): Day | undefined {
  return Number.isInteger(year) && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? dayOf(year, month, day) : undefined;
}

/** A day as people write it, in 1900–2199. A year of two digits below `window` is one of the 2000s, another of the 1900s. */
export function writtenDay(year: string | undefined, month: string | undefined, day: string | undefined, window: number): Day | undefined {
  const digits = Number(year);
  const full = year?.length === 2 ? digits + (digits < window ? 2000 : 1900) : digits;
  return full >= 1900 && full <= 2199 ? civilDay(full, Number(month), Number(day)) : undefined;
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export function weekday(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** English name of the weekday. */
export function weekdayName(day: Day): string {
  return WEEKDAYS[weekday(day) - 1] as string;
}

/** `2026-11-25`. */
export function formatDay(day: Day): string {
  const { year, month, day: d } = civil(day);
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${d < 10 ? '0' : ''}${d}`;
}

/** A day that exists, written `YYYY-MM-DD`; anything else is `undefined`. Years 1900–2199. */
export function parseDay(text: string): Day | undefined {
  const m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!m) return undefined;
  const year = Number(m[1]);
  return year >= 1900 && year <= 2199 ? civilDay(year, Number(m[2]), Number(m[3])) : undefined;
}

/**
 * An RFC 3339 instant with its offset (`2026-11-25T14:05:00+01:00`, seconds optional); anything else, also a
 * local time without offset, is `undefined`: a clock time without a zone names no instant.
 */
export function parseInstant(text: string): Instant | undefined {
  const m = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:[Zz]|([+-])(\d\d):?(\d\d))$/.exec(text);
  if (!m) return undefined;
  const day = parseDay(m[1] as string);
  const [hour, minute, second] = [Number(m[2]), Number(m[3]), Number(m[4] ?? 0)];
  const [offsetHours, offsetMinutes] = [Number(m[7] ?? 0), Number(m[8] ?? 0)];
  if (day === undefined || hour > 23 || minute > 59 || second > 59 || offsetHours > 14 || offsetMinutes > 59) return undefined;
  const offset = (m[6] === '-' ? -1 : 1) * (offsetHours * 60 + offsetMinutes) * MS_PER_MINUTE;
  const ms = m[5] === undefined ? 0 : Math.floor(Number(`0.${m[5]}`) * 1000);
  return day * MS_PER_DAY + hour * 3_600_000 + minute * MS_PER_MINUTE + second * 1000 + ms - offset;
}

/** `2026-11-25T13:05:00Z`, with milliseconds only where there are some. */
export function formatInstant(instant: Instant): string {
  const day = Math.floor(instant / MS_PER_DAY);
  const ms = instant - day * MS_PER_DAY;
  const two = (n: number) => String(n).padStart(2, '0');
  const fraction = ms % 1000 === 0 ? '' : `.${String(ms % 1000).padStart(3, '0')}`;
  const [h, m, s] = [Math.floor(ms / 3_600_000), Math.floor(ms / MS_PER_MINUTE) % 60, Math.floor(ms / 1000) % 60];
  return `${formatDay(day)}T${two(h)}:${two(m)}:${two(s)}${fraction}Z`;
}

/** Milliseconds by which the clocks of a zone are ahead of UTC at an instant. */
export type Offsets = (instant: Instant, zone: Zone) => number;

let offsets: Offsets = (instant, zone) => intlClock(instant, zone) - instant;

/** Replaces the way offsets are found by a quicker one that gives the same. */
export function useOffsets(quicker: Offsets): void {
  offsets = quicker;
}

const clocks = new Map<Zone, Intl.DateTimeFormat | null>();

function clockOf(zone: Zone): Intl.DateTimeFormat | undefined {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    try {
      clock = new Intl.DateTimeFormat('en-US-u-ca-iso8601', {
        timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit',
        hour: '2-digit', minute: '2-digit', second: '2-digit',
      });
    } catch {
      clock = null;
    }
    clocks.set(zone, clock);
  }
  return clock ?? undefined;
}

/** Whether this Node knows the IANA zone name. */
export function isZone(zone: string): boolean {
  return clockOf(zone) !== undefined;
}

/** Local wall clock of an instant, as milliseconds of a clock that has no zone. */
function wallClock(instant: Instant, zone: Zone): number {
  return zone === 'UTC' ? instant : instant + offsets(instant, zone);
}

function intlClock(instant: Instant, zone: Zone): number {
  const clock = clockOf(zone);
  if (!clock) throw new RangeError(`unknown time zone ${zone}`);
  const part: Record<string, number> = {};
  for (const { type, value } of clock.formatToParts(instant)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  const ms = ((instant % 1000) + 1000) % 1000;
  return dayOf(year, month, day) * MS_PER_DAY + hour * 3_600_000 + minute * MS_PER_MINUTE + second * 1000 + ms;
}

/** The calendar day on which an instant falls in a zone: a request at 23:59 local time counts that day. */
export function dayIn(instant: Instant, zone: Zone): Day {
  return Math.floor(wallClock(instant, zone) / MS_PER_DAY);
}

/**
 * The first instant of a day in a zone. Where midnight does not exist (clocks go forward at 00:00) the day
 * begins at the first time that does; where it exists twice, at the first.
 */
export function startOfDay(day: Day, zone: Zone): Instant {
  const midnight = day * MS_PER_DAY;
  const ahead = [wallClock(midnight - MS_PER_DAY, zone) - (midnight - MS_PER_DAY), wallClock(midnight + MS_PER_DAY, zone) - (midnight + MS_PER_DAY)];
  const exact = ahead.map((o) => midnight - o).filter((t) => wallClock(t, zone) === midnight);
  if (exact.length > 0) return Math.min(...exact);
  // A gap: the transition lies between these two instants, and the day begins at it.
  let [before, after] = [midnight - Math.max(...ahead), midnight - Math.min(...ahead)];
  if (before === after) [before, after] = [before - MS_PER_DAY, after + MS_PER_DAY];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (wallClock(middle, zone) >= midnight) after = middle;
    else before = middle;
  }
  return after;
}

/** The instant at which a day ends in a zone: the first instant of the next day. */
export function endOfDay(day: Day, zone: Zone): Instant {
  return startOfDay(day + 1, zone);
}

/** `2026-11-25 14:05 Europe/Berlin`: an instant as people of that zone read it, to the minute. */
export function formatLocal(instant: Instant, zone: Zone): string {
  const wall = wallClock(instant, zone);
  const minutes = Math.floor((wall - Math.floor(wall / MS_PER_DAY) * MS_PER_DAY) / MS_PER_MINUTE);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${formatDay(Math.floor(wall / MS_PER_DAY))} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)} ${zone}`;
}

/** A moment as people give it: a day (of no particular zone) or an instant. */
export type Moment = { day: Day } | { instant: Instant };

/** A date or an instant with offset; `undefined` for anything else. */
export function parseMoment(text: string): Moment | undefined {
  const day = parseDay(text);
  if (day !== undefined) return { day };
  const instant = parseInstant(text);
  return instant === undefined ? undefined : { instant };
}

export function formatMoment(moment: Moment): string {
  return 'day' in moment ? formatDay(moment.day) : formatInstant(moment.instant);
}

/** The day of a moment in a zone. */
export function momentDay(moment: Moment, zone: Zone): Day {
  return 'day' in moment ? moment.day : dayIn(moment.instant, zone);
}
