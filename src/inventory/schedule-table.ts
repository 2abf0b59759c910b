/** The retention schedule (data/retention-schedule.json), made for look-up. */
import { type Day, parseDay } from '../core/date.ts';
import { parseDuration } from '../core/period.ts';
import data from '../data/retention-schedule.json' with { type: 'json' };
import { trigger } from './events.ts';
import type { Row } from './row.ts';
import type { Severity } from './rule.ts';
import type { Match, Schedule, ScheduleLine } from './schedule.ts';

interface Entry {
  from: Day;
  until: Day;
  match: Match;
}

const LINES = data.lines as readonly ScheduleLine[];
const BY_CLASS = new Map<string, Entry[]>();
const BY_CATEGORY = new Map<string, Entry[]>();

for (const line of LINES) {
  const entry = entryOf(line);
  add(BY_CLASS, line.recordClass, entry);
  for (const category of line.match?.categories ?? []) add(BY_CATEGORY, category, entry);
}

function add(to: Map<string, Entry[]>, key: string, entry: Entry): void {
  const known = to.get(key);
  if (known) known.push(entry);
  else to.set(key, [entry]);
}

function entryOf(line: ScheduleLine): Entry {
  const [min, max] = [parseDuration(line.minPeriod ?? ''), parseDuration(line.maxPeriod ?? '')];
  return {
    from: line.from === undefined ? -Infinity : (parseDay(line.from) as Day),
    until: line.until === undefined ? Infinity : (parseDay(line.until) as Day),
    match: { line, ...(min ? { min } : {}), ...(max ? { max } : {}), starts: trigger(line.trigger), certain: true },
  };
}

/** Work that is said not to be under CLIA has none of its minimums, whatever its class is called. */
function outside(row: Row, { basis }: ScheduleLine): boolean {
  return basis === 'CLIA' && row.no('clia_regulated');
}

function of(row: Row, on: Day): readonly Match[] {
  const inForce = ({ from, until }: Entry): boolean => from <= on && on <= until;
  if (row.has('record_class')) {
    const found: Match[] = [];
    for (const code of row.codes('record_class')) for (const entry of BY_CLASS.get(code) ?? []) if (inForce(entry) && !outside(row, entry.match.line)) found.push(entry.match);
    return found;
  }
  const categories = row.codes('data_category').filter((category) => BY_CATEGORY.has(category));
  return categories.flatMap((category) => {
    const fitting = (BY_CATEGORY.get(category) ?? []).filter((entry) => inForce(entry) && fits(row, entry.match.line));
    const rivals = (line: ScheduleLine): number => fitting.filter(({ match }) => match.line.basis === line.basis).length;
    return fitting.map(({ match }) => (rivals(match.line) === 1 ? match : { ...match, certain: false }));
  });
}

/** Whether a line's own conditions hold: the flag of its regime, and the place of the subject. */
function fits(row: Row, { jurisdiction, match }: ScheduleLine): boolean {
  if (match?.cliaRegulated === true && !row.yes('clia_regulated')) return false;
  // Where nobody says where the subject is, the flag of the regime speaks for it, or the place that the line names.
  const unsaid = row.blank('subject_jurisdiction');
  if (unsaid && match?.cliaRegulated === true) return true;
  const places = row.codes(unsaid && match?.orElse !== undefined ? match.orElse : 'subject_jurisdiction');
  return places.some((place) => place === jurisdiction || place.startsWith(`${jurisdiction}-`));
}

function cap({ kind, confidence }: ScheduleLine, severity: Severity): Severity {
  if (kind === 'suggested') return 'note';
  return confidence === 'low' && severity === 'error' ? 'warning' : severity;
}

export const schedule: Schedule = { lines: LINES, of, cap };
