/** The events from which retention counts, by the names that inventories and laws give them (data/retention-events.json). */
import { type Period, parseDuration, periodWords } from '../core/period.ts';
import data from '../data/retention-events.json' with { type: 'json' };
import type { Column } from './columns.ts';

interface EventAbout {
  column?: string;
  also?: readonly string[];
  follows?: readonly string[];
}

/** An event, and what passes after it before the period starts: `hire_date + P2Y`. */
export interface Start {
  event: string;
  plus?: Period;
}

/** What a period counts from. One event is a list of one, whose `join` says nothing. */
export interface Trigger {
  join: 'latest' | 'earliest';
  starts: readonly Start[];
}

const ABOUT = new Map<string, EventAbout>(Object.entries(data.events));
const NAMES = namesOf(ABOUT);
const READ = new Map<string, Trigger>();
/** Inventories name few events; a file that names a new one in each row is read without remembering. */
const REMEMBERED = 1000;

/** Every name of every event, with and without `_date`. */
function namesOf(events: ReadonlyMap<string, EventAbout>): ReadonlyMap<string, string> {
  const names = new Map([...events].flatMap(([event, { also = [] }]) => [event, ...also].map((name) => [name, event] as const)));
  const spelled = [...names].map(([name, event]) => [name.endsWith('_date') ? name.slice(0, -'_date'.length) : `${name}_date`, event] as const);
  return new Map([...spelled, ...names]);
}

/** `report_date`, or several: `latest(created, last_in_effect)`, `latest(hire_date + P2Y, employment_end)`. */
export function trigger(text: string): Trigger {
  const known = READ.get(text);
  if (known) return known;
  const said = NAMES.get(text) ?? text;
  const several = /^(latest|earliest)\((.+)\)$/i.exec(said);
  const parts = several ? (several[2] as string).split(',') : [said];
  const read: Trigger = { join: several?.[1]?.toLowerCase() === 'earliest' ? 'earliest' : 'latest', starts: parts.map(startOf) };
  if (READ.size < REMEMBERED) READ.set(text, read);
  return read;
}

function startOf(text: string): Start {
  const [name = '', added] = text.split('+').map((part) => part.trim());
  const plus = added === undefined ? undefined : parseDuration(added);
  return { event: NAMES.get(name) ?? name, ...(plus ? { plus } : {}) };
}

/** The column that holds the day of an event. */
export function columnOf(event: string): Column | undefined {
  return ABOUT.get(event)?.column as Column | undefined;
}

/** What a law counts from, in words: "the later of created and last_in_effect". */
export function triggerWords({ join, starts }: Trigger): string {
  const names = starts.map(({ event, plus }) => (plus ? `${event} plus ${periodWords(plus)}` : event));
  return names.length > 1 ? `the ${join === 'latest' ? 'later' : 'earlier'} of ${names.join(' and ')}` : (names[0] as string);
}

/** What a row counts from, in words; a name that the vocabulary does not know is somebody's own and is not printed. */
export function eventWords(event: string): string {
  return isEvent(event) ? triggerWords(trigger(event)) : 'its start event';
}

/** Whether the vocabulary knows the event, or all of several. */
export function isEvent(event: string): boolean {
  return trigger(event).starts.every((one) => ABOUT.has(one.event));
}

/** An event that never comes before another and may come long after it: a document is last in effect after it was made. */
export function follows(event: string, other: string): boolean {
  return ABOUT.get(event)?.follows?.includes(other) ?? false;
}
