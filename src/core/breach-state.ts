/** How a duty stands: which of its parts were done and when, what is open, and what it waits for. */
import { type End, type Leg, type Watch, holdOn, sayEnd, step } from './breach-clock.ts';
import type { BreachItem, BreachState, PhaseOut } from './breach-item.ts';
import type { BreachTerm } from './breach-law.ts';
import { type Notice, breachMarkWords, sayMoment } from './breach-timeline.ts';
import { type DeadlineStep, citationOut } from './deadline.ts';
import { type Moment, type Zone, endOfDay, formatDay, formatInstant, momentDay } from './date.ts';
import type { CountStep } from './period.ts';

/** A limit that another notice sets: this one comes before it, or not after it. */
export interface Limit {
  end: End;
  step: CountStep;
}

/** What the dates of an item need. */
export interface Standing {
  term: BreachTerm;
  legs: readonly Leg[];
  notices: readonly Notice[];
  limit: Limit | undefined;
  watch: Watch;
  now: Moment;
}

type Dated = Pick<BreachItem, 'state' | 'due' | 'dueAt' | 'daysLeft' | 'earliest' | 'latest' | 'standard' | 'practiceTarget' | 'phases' | 'missing' | 'why' | 'steps'> & { end: End | undefined };

/** The state and the dates of a duty that exists. */
export function standing(given: Standing): Dated {
  const { term, watch, now } = given;
  const legs = given.legs.map((leg, i) => (i === 0 && given.limit ? limited(leg, given.limit) : leg));
  const hold = holdOn(term, watch, legs[0]?.started);
  const parts = legs.map((leg, i) => ({ leg, done: doneBy(i, legs, given.notices), held: undefined as End | undefined, waits: false }));
  const steps = legs.flatMap((leg) => leg.steps);
  for (const part of parts) {
    if (!hold || part.done) continue;
    if (!hold.until) part.waits = true;
    else {
      const end: End = { day: momentDay(hold.until, watch.zone), at: 'instant' in hold.until ? hold.until.instant : endOfDay(hold.until.day, watch.zone), exact: 'instant' in hold.until };
      // Where the law sets no number the end of the hold is no last day either.
      if (part.leg.due) part.held = part.leg.due.at >= end.at ? part.leg.due : end;
      part.waits = !isPast(end, now, watch.zone);
    }
  }
  if (hold && parts.some((p) => !p.done)) steps.push(step(hold.until ? `${hold.says}: it waits until ${sayMoment(hold.until, watch.zone)}.` : `${hold.says}: it waits until the hold is lifted.`, hold.citation));
  const states = parts.map((part) => stateOf(part, now, watch.zone));
  const periods = parts.map((p, i) => ({ ...p, state: states[i] as BreachState })).filter((p) => hasPeriod(p.leg));
  const counted = periods.length > 0 ? periods : parts.slice(0, 1).map((p, i) => ({ ...p, state: states[i] as BreachState }));
  const next = counted.find((p) => !p.done) ?? counted.at(-1);
  const all = { steps: steps.map(stepOut), phases: term.phases ? parts.map((p, i) => phaseOut(p.leg, states[i] as BreachState, p.held, p.waits)) : [] };
  if (!next) return { ...all, state: 'no-fixed-term', due: null, dueAt: null, daysLeft: null, earliest: null, latest: null, standard: term.standard ?? null, practiceTarget: null, missing: [], why: '', end: undefined };
  const late = counted.filter((p) => p.state === 'late');
  const state = next.done ? (late.length > 0 ? 'late' : 'met') : next.state;
  const end = next.waits && !next.held ? undefined : (next.held ?? next.leg.due);
  return {
    ...all, ...datesOf(next.leg, end, now, watch.zone), state, end,
    standard: next.leg.standard ?? term.standard ?? null, practiceTarget: next.leg.target ? formatDay(next.leg.target.day) : null,
    missing: next.done ? [] : next.leg.missing, why: whyOf(state, next.leg, next.done, late[0] ?? next, watch.zone),
  };
}

function limited(leg: Leg, limit: Limit): Leg {
  const earlier = (end: End | undefined): End => (end && end.at <= limit.end.at ? end : limit.end);
  return { ...leg, due: earlier(leg.due), earliest: earlier(leg.earliest), latest: earlier(leg.latest), missing: [], started: leg.started, steps: [...leg.steps, limit.step] };
}

/** A part with a period of its own, or with a limit that another notice sets. */
const hasPeriod = (leg: Leg): boolean => leg.counts || leg.due !== undefined;

/** The first notice that settles a part: one that names it or a later part, or the next in the order of parts with a period. */
function doneBy(index: number, legs: readonly Leg[], notices: readonly Notice[]): Notice | undefined {
  const partOf = (notice: Notice): number => legs.findIndex((leg) => leg.name === notice.phase);
  const unnamed = notices.filter((n) => partOf(n) < 0);
  const counted = legs.filter(hasPeriod);
  const place = counted.length > 0 ? counted.indexOf(legs[index] as Leg) : index;
  const inTurn = place < 0 ? undefined : unnamed[place];
  return notices.find((n) => n === inTurn || (partOf(n) >= index && partOf(n) >= 0));
}

interface Part {
  leg: Leg;
  done: Notice | undefined;
  held: End | undefined;
  waits: boolean;
}

function stateOf({ leg, done, held, waits }: Part, now: Moment, zone: Zone): BreachState {
  const end = held ?? leg.due;
  if (done) return end && isAfter(done.on, end, zone) ? 'late' : 'met';
  if (waits) return 'paused';
  if (end) return isPast(end, now, zone) ? 'overdue' : 'running';
  return leg.started === undefined ? 'not-started' : 'no-fixed-term';
}

/** Whether an end is over at `now`; on the day itself an end in hours is not, where `now` is only a day. */
function isPast(end: End, now: Moment, zone: Zone): boolean {
  return end.exact && 'instant' in now ? now.instant > end.at : momentDay(now, zone) > end.day;
}

function isAfter(on: Moment, end: End, zone: Zone): boolean {
  return 'instant' in on ? (end.exact ? on.instant > end.at : on.instant >= end.at) : momentDay(on, zone) > end.day;
}

function whyOf(state: BreachState, leg: Leg, done: Notice | undefined, shown: Part, zone: Zone): string {
  if (done && state === 'late') return `told on ${sayMoment((shown.done ?? done).on, zone)}, after ${sayEnd((shown.held ?? shown.leg.due) as End, zone)}`;
  if (done) return `told on ${sayMoment(done.on, zone)}`;
  if (state === 'not-started') return `the clock starts when it is recorded: ${leg.missing.map((m) => (m.endsWith('-notified') ? breachMarkWords(m as 'people-notified') : m)).join(', ')}`;
  return '';
}

function datesOf(leg: Leg, end: End | undefined, now: Moment, zone: Zone): Pick<BreachItem, 'due' | 'dueAt' | 'daysLeft' | 'earliest' | 'latest'> {
  return {
    due: end ? formatDay(end.day) : null, dueAt: end ? formatInstant(end.at) : null, daysLeft: end ? end.day - momentDay(now, zone) : null,
    earliest: endOut(leg.earliest ?? end), latest: endOut(end && leg.latest && end.at > leg.latest.at ? end : (leg.latest ?? end)),
  };
}

function phaseOut(leg: Leg, state: BreachState, held: End | undefined, waits: boolean): PhaseOut {
  const end = held ?? (waits ? undefined : leg.due);
  return {
    name: leg.name, says: leg.says, state, due: end ? formatDay(end.day) : null, dueAt: end ? formatInstant(end.at) : null, earliest: endOut(leg.earliest), latest: endOut(leg.latest),
    standard: leg.standard ?? null, missing: leg.missing,
  };
}

/** A day; the instant where hours are counted, since a day would hide the difference. */
const endOut = (end: End | undefined): string | null => (end ? (end.exact ? formatInstant(end.at) : formatDay(end.day)) : null);

function stepOut(s: CountStep): DeadlineStep {
  return { ...s, citation: s.citation ? citationOut(s.citation) : null };
}

