/** How a duty stands: which of its parts were done and when, what is open, and what it waits for. */
import { type End, type Hold, type Leg, type Watch, doneBy, hasPeriod, holdOn, lifted, openHold, sayEnd, step } from './breach-clock.ts';
import type { BreachItem, BreachState, PhaseOut } from './breach-item.ts';
import type { BreachTerm } from './breach-law.ts';
import { type Notice, breachMarkWords, sayMoment } from './breach-timeline.ts';
import type { DeadlineStep } from './deadline.ts';
import { type Moment, type Zone, formatDay, formatInstant, momentDay } from './date.ts';
import { citationOut } from './law.ts';
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
  const parts = legs.map((leg, i): Part => {
    const done = doneBy(i, legs, given.notices);
    if (!hold || (done && !hold.ends)) return { leg, done, waits: false };
    // Where the law sets no number the end of the hold is no last day either.
    const held = hold.ends && (leg.due || hold.followed) ? heldBy(leg, hold.ends, hold.enough) : leg;
    return { leg: hold.ends ? held : { ...leg, due: undefined, earliest: undefined, latest: undefined }, done, waits: !hold.until || !isPast(lifted(hold.until, watch.zone), now, watch.zone) };
  });
  const steps = legs.flatMap((leg) => leg.steps);
  if (hold && (hold.ends || parts.some((p) => !p.done))) steps.push(step(hold.until ? `${hold.says}: it waits until ${sayMoment(hold.until, watch.zone)}.` : `${hold.says}: it waits until the hold is lifted.`, hold.citation), ...hold.steps);
  const states = parts.map((part) => stateOf(part, now, watch.zone));
  const periods = parts.map((p, i) => ({ ...p, state: states[i] as BreachState })).filter((p) => hasPeriod(p.leg));
  const counted = periods.length > 0 ? periods : parts.slice(0, 1).map((p, i) => ({ ...p, state: states[i] as BreachState }));
  const next = counted.find((p) => !p.done) ?? counted.at(-1);
  const all = { steps: steps.map(stepOut), phases: term.phases ? parts.map((p, i) => phaseOut(p.leg, states[i] as BreachState)) : [] };
  if (!next) return { ...all, state: 'no-fixed-term', due: null, dueAt: null, daysLeft: null, earliest: null, latest: null, standard: term.standard ?? null, practiceTarget: null, missing: [], why: '', end: undefined };
  const late = counted.filter((p) => p.state === 'late');
  const state = next.done ? (late.length > 0 ? 'late' : 'met') : next.state;
  const end = next.leg.due;
  return {
    ...all, ...datesOf(next.leg, end, now, watch.zone), state, end,
    standard: next.leg.standard ?? term.standard ?? null, practiceTarget: next.leg.target ? formatDay(next.leg.target.day) : null,
    missing: next.done ? [] : [...next.leg.missing, ...openHold(term, watch)], why: whyOf(state, next.leg, next.done, late[0] ?? next, watch.zone),
  };
}

function limited(leg: Leg, limit: Limit): Leg {
  const earlier = (end: End | undefined): End => (end && end.at <= limit.end.at ? end : limit.end);
  return { ...leg, due: earlier(leg.due), earliest: earlier(leg.earliest), latest: earlier(leg.latest), missing: [], started: leg.started, steps: [...leg.steps, limit.step] };
}

/** A period that a hold lets wait ends no earlier than the hold, or than the period that follows it; by no reading. */
function heldBy(leg: Leg, ends: NonNullable<Hold['ends']>, enough: End | undefined): Leg {
  if (enough && leg.due && leg.due.at >= enough.at) return leg;
  const later = (a: End | undefined, b: End): End => (a && a.at >= b.at ? a : b);
  return { ...leg, due: later(leg.due, ends.due), earliest: later(leg.earliest, ends.earliest), latest: later(leg.latest, ends.latest) };
}

interface Part {
  /** Its dates are those that stand: with a hold, those that it allows. */
  leg: Leg;
  done: Notice | undefined;
  waits: boolean;
}

function stateOf({ leg, done, waits }: Part, now: Moment, zone: Zone): BreachState {
  if (done) return leg.due && isAfter(done.on, leg.due, zone) ? 'late' : 'met';
  if (waits) return 'paused';
  if (leg.due) return isPast(leg.due, now, zone) ? 'overdue' : 'running';
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
  if (done && state === 'late') return `told on ${sayMoment((shown.done ?? done).on, zone)}, after ${sayEnd(shown.leg.due as End, zone)}`;
  if (done) return `told on ${sayMoment(done.on, zone)}`;
  if (state === 'not-started' && leg.missing.length === 0) return 'the clock starts with the notice before it';
  if (state === 'not-started') return `the clock starts when it is recorded: ${leg.missing.map((m) => (m.endsWith('-notified') ? breachMarkWords(m as 'people-notified') : m)).join(', ')}`;
  return '';
}

function datesOf(leg: Leg, end: End | undefined, now: Moment, zone: Zone): Pick<BreachItem, 'due' | 'dueAt' | 'daysLeft' | 'earliest' | 'latest'> {
  return {
    due: end ? formatDay(end.day) : null, dueAt: end ? formatInstant(end.at) : null, daysLeft: end ? end.day - momentDay(now, zone) : null,
    earliest: endOut(leg.earliest ?? end), latest: endOut(leg.latest ?? end),
  };
}

function phaseOut(leg: Leg, state: BreachState): PhaseOut {
  const end = leg.due;
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

