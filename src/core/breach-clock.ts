/** The clock of one wording: from its start to the end of its period or of each of its phases. */
import { type BreachTimeline, breachMarkWords, findStart, knownDay, momentInstant, sayMoment, startFact } from './breach-timeline.ts';
import type { BreachLaw, BreachMark, BreachReading, BreachTerm, Phase } from './breach-law.ts';
import type { Calendars } from './clock.ts';
import { type Facts, evaluate } from './condition.ts';
import { type Day, type Instant, type Moment, type Zone, civil, dayIn, dayOf, endOfDay, formatDay, formatInstant, formatLocal, momentDay, parseMoment, weekdayName } from './date.ts';
import type { Citation } from './law.ts';
import { type Counting, type CountStep, type Period, addHours, addPeriod, periodWords } from './period.ts';

/** The end of a period: the last day, and the instant at which it is over. */
export interface End {
  day: Day;
  at: Instant;
  /** It was counted in hours and ends at that very instant. */
  exact: boolean;
}

/** What a clock is counted with. */
export interface Watch {
  law: BreachLaw;
  timeline: BreachTimeline;
  facts: Facts;
  calendars: Calendars;
  zone: Zone;
}

/** One period that is counted: of a term, or of one of its phases. */
export interface Leg {
  name: string;
  says: string;
  due: End | undefined;
  earliest: End | undefined;
  latest: End | undefined;
  /** The words of the law, where it sets no number or beside it. */
  standard: string | undefined;
  /** A target of good practice; never a statutory date. */
  target: End | undefined;
  /** The law sets a period for it, whether or not it runs. */
  counts: boolean;
  /** Facts that the clock waits for. */
  missing: string[];
  /** The start, once it is known. */
  started: Moment | undefined;
  steps: CountStep[];
}

/** The day by whose law a term is judged: of its start, else of what is known, else today. */
export function judgedOn(term: BreachTerm, watch: Watch, today: Day): Day {
  const start = startOf(watch, term.starts, term.orElse, term.startsUnder);
  return start ? momentDay(start.on, watch.zone) : (knownDay(watch.timeline, watch.zone) ?? today);
}

function startOf(watch: Watch, mark: BreachMark, orElse: BreachMark | undefined, under = watch.law.id): { mark: BreachMark; on: Moment } | undefined {
  for (const name of [mark, orElse]) {
    const on = name && findStart(watch.timeline, name, under, watch.zone);
    if (name && on) return { mark: name, on };
  }
  return undefined;
}

/** The periods of a term: its phases, or the one of the term itself. */
export function legsOf(term: BreachTerm, watch: Watch): Leg[] {
  const phases = (term.phases ?? []).filter((phase) => !phase.when || evaluate(phase.when, watch.facts).truth !== false);
  return phases.length === 0 ? [legOf(term, undefined, watch)] : phases.map((phase) => legOf(term, phase, watch));
}

function legOf(term: BreachTerm, phase: Phase | undefined, watch: Watch): Leg {
  const rule = phase ?? term;
  const mark = phase?.starts ?? term.starts;
  const start = startOf(watch, mark, phase?.starts && phase.starts !== term.starts ? undefined : term.orElse, phase?.starts ? undefined : term.startsUnder);
  const open = phase?.when ? evaluate(phase.when, watch.facts).missing : [];
  const leg: Leg = {
    name: phase?.id ?? 'notice', says: phase?.says ?? '', due: undefined, earliest: undefined, latest: undefined, standard: rule.standard, target: undefined, counts: rule.within !== undefined || (!phase && term.yearEnd !== undefined),
    missing: [...open, ...(start ? [] : [startFact(mark)])], started: start?.on, steps: [],
  };
  const citation = phase?.citation ?? term.citation;
  if (!start) return leg;
  const stoodIn = start.mark === mark ? '' : ` (“${breachMarkWords(mark)}” is not recorded, and this stands in for it)`;
  leg.steps.push(step(`${phase ? `${phase.id}: the` : 'The'} clock starts on ${sayMoment(start.on, watch.zone)}: ${breachMarkWords(start.mark)}${stoodIn}.`, citation));
  const within = rule.within;
  if (within) count(leg, within, rule.counting as string, start.on, rule.readings ?? [], watch, citation);
  else if (!phase && term.yearEnd) {
    const yearEnd = dayOf(civil(momentDay(start.on, watch.zone)).year, 12, 31);
    leg.steps.push(step(`The period begins with the end of that calendar year, ${formatDay(yearEnd)}.`, citation));
    count(leg, term.yearEnd.within, term.counting as string, { day: yearEnd }, term.readings ?? [], watch, citation);
  } else {
    if (rule.standard) leg.steps.push(step(`The law sets no number of days or hours: ${rule.standard}.`, citation));
    aim(leg, term, start.on, watch);
  }
  return leg;
}

function count(leg: Leg, within: Period, name: string, start: Moment, readings: readonly BreachReading[], watch: Watch, citation: Citation): void {
  const end = endOf(within, name, start, watch, leg.steps, citation);
  leg.due = end;
  const ends = end ? [end] : [];
  for (const reading of readings) {
    if (!reading.within && !reading.counting) continue;
    const other = endOf(reading.within ?? within, reading.counting ?? name, start, watch, undefined, citation);
    if (!other) continue;
    ends.push(other);
    if (end && other.at !== end.at) leg.steps.push(step(`Another reading: ${reading.says} It would end on ${sayEnd(other, watch.zone)}.`, reading.citation));
  }
  const sorted = ends.toSorted((a, b) => a.at - b.at);
  leg.earliest = sorted[0];
  leg.latest = sorted.at(-1);
}

/** The end of a period. Hours elapse; where no holidays are known days are counted without them, since the earlier end is the safe error. */
function endOf(within: Period, name: string, start: Moment, watch: Watch, steps: CountStep[] | undefined, citation: Citation): End | undefined {
  const counting = watch.law.counting[name];
  if (!counting) return undefined;
  if (within.unit === 'hours') {
    const from = momentInstant(start, watch.zone);
    const at = addHours(from, within.n, counting);
    if ('day' in start) steps?.push(step('Only the day is known, so the hours are counted from its beginning.', citation));
    steps?.push({ says: `${periodWords(within)} later: ${formatLocal(at, watch.zone)}.`, from: formatInstant(from), to: formatInstant(at), skipped: [], citation: counting.citation });
    return { day: dayIn(at, watch.zone), at, exact: true };
  }
  const day = momentDay(start, watch.zone);
  const counted = addPeriod(day, within, counting, calendarOf(counting, watch));
  if (!('unknown' in counted)) {
    steps?.push(...counted.steps);
    return { day: counted.end, at: endOfDay(counted.end, watch.zone), exact: false };
  }
  const bare: Counting = { ...counting, ...(counting.closed ? { closed: { ...counting.closed, holidays: 'none' } } : {}) };
  const safe = addPeriod(day, within, bare, undefined);
  if ('unknown' in safe) return undefined;
  steps?.push(step(`Counted without holidays, which gives the earlier date: ${counted.unknown}.`, counting.citation), ...safe.steps);
  return { day: safe.end, at: endOfDay(safe.end, watch.zone), exact: false };
}

function calendarOf(counting: Counting, { law, calendars }: Watch): ReturnType<Calendars['byId']> {
  const holidays = counting.closed?.holidays;
  if (holidays === undefined || holidays === 'none') return undefined;
  return holidays === 'jurisdiction' ? calendars.ofPlace(law.jurisdiction) : calendars.byId(holidays);
}

/** A target of good practice where the law sets no number. */
function aim(leg: Leg, term: BreachTerm, start: Moment, watch: Watch): void {
  const target = term.practiceTarget;
  if (!target) return;
  leg.target = endOf(target.within, target.counting, start, watch, undefined, term.citation);
  if (leg.target) leg.steps.push(step(`Practice target, not a statutory deadline (${target.basis}): ${sayEnd(leg.target, watch.zone)}.`));
}

/** A law-enforcement hold that the law lets a clock wait for. */
export interface Hold {
  says: string;
  /** The day it ends; absent: until it is lifted. */
  until: Moment | undefined;
  citation: Citation;
}

/** The hold on a term, if its facts say that there is one. */
export function holdOn(term: BreachTerm, watch: Watch, started: Moment | undefined): Hold | undefined {
  const rule = term.delay?.find((delay) => evaluate(delay.when, watch.facts).truth === true);
  if (!rule) return undefined;
  const told = factMoment(watch, 'circumstances.lawEnforcementHold.until');
  // Where the day of the hold is not known it is counted from the start of the clock: the earlier end is the safe error.
  const placed = factMoment(watch, 'circumstances.lawEnforcementHold.from') ?? started;
  const counting = term.counting ?? term.phases?.find((p) => p.counting)?.counting;
  const longest = rule.longest && placed && counting ? endOf(rule.longest, counting, placed, watch, undefined, rule.citation) : undefined;
  const ends: Moment[] = [...(told ? [told] : []), ...(longest ? [{ day: longest.day }] : [])];
  return { says: rule.says, until: ends.toSorted((a, b) => momentDay(a, watch.zone) - momentDay(b, watch.zone))[0], citation: rule.citation };
}

function factMoment(watch: Watch, path: string): Moment | undefined {
  const text = watch.facts[path];
  return typeof text === 'string' ? parseMoment(text) : undefined;
}

export function sayEnd(end: End, zone: Zone): string {
  return end.exact ? formatLocal(end.at, zone) : `${weekdayName(end.day)} ${formatDay(end.day)}`;
}

export function step(says: string, citation?: Citation): CountStep {
  return { says, from: null, to: null, skipped: [], citation: citation ?? null };
}
