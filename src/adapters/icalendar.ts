/** iCalendar files (RFC 5545): repeatable output; all-day events, but for clocks that count hours. */
import { ICalAlarmType, ICalCalendar } from 'ical-generator';

export interface CalendarEntry {
  id: string;
  /** `2026-12-28`. */
  date: string;
  /** The instant at which it ends (RFC 3339), where hours are counted; else the entry lasts the day. */
  at?: string;
  summary: string;
  description: string;
  url: string | null;
  /** Days before at which a reminder fires. */
  remindDays: readonly number[];
}

/** The library keeps much of every event: so many at a time. */
const AT_ONCE = 500;

/** `stamp` is when the file was made (`--as-of`), RFC 3339. */
export function icalendar(name: string, entries: readonly CalendarEntry[], stamp: string): string {
  const [first = '', ...others] = Array.from({ length: Math.max(1, Math.ceil(entries.length / AT_ONCE)) }, (_, i) => part(name, entries.slice(i * AT_ONCE, (i + 1) * AT_ONCE), stamp));
  const events = others.map((text) => text.slice(text.indexOf(BEGIN), text.lastIndexOf(END)));
  const end = first.lastIndexOf(END);
  return [first.slice(0, end), ...events, first.slice(end)].join('');
}

const [BEGIN, END] = ['BEGIN:VEVENT', 'END:VCALENDAR'];

/** A calendar of its own. */
function part(name: string, entries: readonly CalendarEntry[], stamp: string): string {
  const calendar = new ICalCalendar({ name, prodId: { company: 'custos', product: 'deadlines', language: 'EN' } });
  for (const entry of entries) {
    const event = calendar.createEvent({
      id: entry.id, ...(entry.at === undefined ? { allDay: true, start: new Date(`${entry.date}T00:00:00Z`) } : { start: new Date(entry.at), end: new Date(entry.at) }), stamp: new Date(stamp), summary: entry.summary, description: entry.description, ...(entry.url === null ? {} : { url: entry.url }),
    });
    for (const days of entry.remindDays) event.createAlarm({ type: ICalAlarmType.display, trigger: days * 86_400, description: entry.summary });
  }
  return `${calendar.toString()}\r\n`.replace(/(\r\n)+$/, '\r\n');
}
