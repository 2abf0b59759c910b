/** The clock of one wording: from its start to the end of its period or of each of its phases. */
import { type BreachTimeline, type Notice, breachMarkWords, findStart, knownDay, momentInstant, sayMoment, startFact } from './breach-timeline.ts';
import type { BreachLaw, BreachMark, BreachReading, BreachTerm, Delay, Phase } from './breach-law.ts';
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

/** The day by whose law a term is judged: of the fact that it names for that, else of its start, else of what is known, else today. */
export function judgedOn(term: BreachTerm, watch: Watch, today: Day): Day {
  const [chosen] = (term.chosenBy ?? []).flatMap((mark) => findStart(watch.timeline, mark, watch.law.id, watch.zone) ?? []);
  if (chosen) return momentDay(chosen, watch.zone);
  const start = startOf(watch, term.starts, term.orElse, term.startsUnder);
  // A clock that starts with a notice which is still to be given starts today at the earliest.
  if (!start && term.starts.endsWith('-notified')) return today;
  return start ? momentDay(start.on, watch.zone) : (knownDay(watch.timeline, watch.zone) ?? today);
}

function startOf(watch: Watch, mark: BreachMark, orElse: BreachMark | undefined, under = watch.law.id): { mark: BreachMark; on: Moment } | undefined {
  for (const name of [mark, orElse]) {
    const on = name && findStart(watch.timeline, name, under, watch.zone);
    if (name && on) return { mark: name, on };
  }
  return undefined;
}

/** The periods of a term: its phases, or the one of the term itself. `notices`: those of the duty, in time order. */
export function legsOf(term: BreachTerm, watch: Watch, notices: readonly Notice[] = []): Leg[] {
  const phases = (term.phases ?? []).filter((phase) => !phase.when || evaluate(phase.when, watch.facts).truth !== false);
  if (phases.length === 0) return [legOf(term, undefined, watch)];
  const legs = phases.map((phase) => legOf(term, phase, watch));
  return legs.map((leg, i) => {
    const phase = phases[i] as Phase;
    const before = phases.findIndex((p) => p.id === phase.after);
    const given = before < 0 ? undefined : doneBy(before, legs, notices);
    return given ? legOf(term, phase, watch, { says: `${phase.after} was given`, on: given.on }) : leg;
  });
}

/** A part with a period of its own, or with a limit that another notice sets. */
export const hasPeriod = (leg: Leg): boolean => leg.counts || leg.due !== undefined;

/** The first notice that settles a part: one that names it or a later part, or the next in the order of parts with a period. */
export function doneBy(index: number, legs: readonly Leg[], notices: readonly Notice[]): Notice | undefined {
  const partOf = (notice: Notice): number => legs.findIndex((leg) => leg.name === notice.phase);
  const unnamed = notices.filter((n) => partOf(n) < 0);
  const counted = legs.filter(hasPeriod);
  const place = counted.length > 0 ? counted.indexOf(legs[index] as Leg) : index;
  const inTurn = place < 0 ? undefined : unnamed[place];
  return notices.find((n) => n === inTurn || (partOf(n) >= index && partOf(n) >= 0));
}

/** What starts the clock of a term or of one of its phases, in words. */
function startIn(term: BreachTerm, phase: Phase | undefined, watch: Watch): { says: string; on: Moment } | undefined {
  const mark = phase?.starts ?? term.starts;
  const start = startOf(watch, mark, phase?.starts && phase.starts !== term.starts ? undefined : term.orElse, phase?.starts ? undefined : term.startsUnder);
  const stoodIn = start?.mark === mark ? '' : ` (“${breachMarkWords(mark)}” is not recorded, and this stands in for it)`;
  return start && { says: `${breachMarkWords(start.mark)}${stoodIn}`, on: start.on };
}

/** Another party told of it before the organisation says that it knew: by a cautious reading it knew then. */
function toldBefore(term: BreachTerm, phase: Phase | undefined, on: Moment, watch: Watch): Moment | undefined {
  const told = term.orElse === 'told-by-other-party' && !phase?.starts && !phase?.after ? findStart(watch.timeline, term.orElse, watch.law.id, watch.zone) : undefined;
  return told && momentInstant(told, watch.zone) < momentInstant(on, watch.zone) ? told : undefined;
}

function legOf(term: BreachTerm, phase: Phase | undefined, watch: Watch, given?: { says: string; on: Moment }): Leg {
  const rule = phase ?? term;
  const start = given ?? (phase?.after === undefined ? startIn(term, phase, watch) : undefined);
  const open = phase?.when ? evaluate(phase.when, watch.facts).missing : [];
  const leg: Leg = {
    name: phase?.id ?? 'notice', says: phase?.says ?? '', due: undefined, earliest: undefined, latest: undefined, standard: rule.standard, target: undefined, counts: rule.within !== undefined || (!phase && term.yearEnd !== undefined),
    missing: [...open, ...(start || phase?.after !== undefined ? [] : [startFact(phase?.starts ?? term.starts)])], started: start?.on, steps: [],
  };
  const citation = phase?.citation ?? term.citation;
  if (!start) return leg;
  leg.steps.push(step(`${phase ? `${phase.id}: the` : 'The'} clock starts on ${sayMoment(start.on, watch.zone)}: ${start.says}.`, citation));
  const told = toldBefore(term, phase, start.on, watch);
  const yearEnd = phase ? undefined : term.yearEnd;
  const within = rule.within ?? yearEnd?.within;
  /** A period that runs from the end of a year begins there. */
  const begin = (on: Moment): Moment => (rule.within ? on : { day: dayOf(civil(momentDay(on, watch.zone)).year, 12, 31) });
  if (!within) {
    if (rule.standard) leg.steps.push(step(`The law sets no number of days or hours: ${rule.standard}.`, citation));
    aim(leg, term, start.on, watch);
    return leg;
  }
  if (!rule.within) leg.steps.push(step(`The period begins with the end of that calendar year, ${formatDay(momentDay(begin(start.on), watch.zone))}.`, citation));
  count(leg, within, rule.counting as string, begin(start.on), rule.readings ?? [], watch, citation);
  const before = told && endOf(within, rule.counting as string, begin(told), watch, undefined, citation);
  if (told && before && leg.earliest && before.at < leg.earliest.at) {
    leg.earliest = before;
    leg.steps.push(step(`Another party told of it on ${sayMoment(told, watch.zone)} already: who counts from there ends on ${sayEnd(before, watch.zone)}.`, citation));
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

/** The end of a period by its text, and by its other readings. */
interface Ends {
  due: End;
  earliest: End;
  latest: End;
}

/** A law-enforcement hold that the law lets a clock wait for. */
export interface Hold {
  says: string;
  /** When it ends; absent: when it is lifted. */
  until: Moment | undefined;
  /** No period ends before this: the end of the hold, or of the period that follows it. */
  ends: Ends | undefined;
  /** The law gives a period that follows it. */
  followed: boolean;
  /** A period that ends only after this needs no other: the end of the hold, where the law gives one only instead of the first. */
  enough: End | undefined;
  steps: CountStep[];
  citation: Citation;
}

const HOLD = 'circumstances.lawEnforcementHold';

/** What is not known of a recorded hold and decides whether a clock waits for it. */
export function openHold(term: BreachTerm, { facts }: Watch): string[] {
  if (!term.delay || !Object.keys(facts).some((path) => path.startsWith(`${HOLD}.`))) return [];
  const verdicts = term.delay.map((delay) => evaluate(delay.when, facts));
  return verdicts.some((v) => v.truth === true) ? [] : [...new Set(verdicts.flatMap((v) => v.missing))];
}

/** The hold on a term, if its facts say that there is one. */
export function holdOn(term: BreachTerm, watch: Watch, started: Moment | undefined): Hold | undefined {
  const rule = term.delay?.find((delay) => evaluate(delay.when, watch.facts).truth === true);
  if (!rule) return undefined;
  const told = factMoment(watch, `${HOLD}.until`);
  // Where the day of the hold is not known it is counted from the start of the clock: the earlier end is the safe error.
  const placed = factMoment(watch, `${HOLD}.from`) ?? started;
  const counting = term.counting ?? term.phases?.find((p) => p.counting)?.counting;
  const longest = rule.longest && placed && counting ? endOf(rule.longest, counting, placed, watch, undefined, rule.citation) : undefined;
  const known: Moment[] = [...(told ? [told] : []), ...(longest ? [{ day: longest.day }] : [])];
  const until = known.toSorted((a, b) => momentDay(a, watch.zone) - momentDay(b, watch.zone))[0];
  const hold: Hold = { says: rule.says, until, ends: undefined, followed: rule.then !== undefined, enough: undefined, steps: [], citation: rule.citation };
  if (until) hold.ends = endsAfter(rule, term, until, watch, hold.steps);
  if (until && rule.ifOver) hold.enough = lifted(until, watch.zone);
  return hold;
}

export function lifted(until: Moment, zone: Zone): End {
  return { day: momentDay(until, zone), at: 'instant' in until ? until.instant : endOfDay(until.day, zone), exact: 'instant' in until };
}

function endsAfter({ then, counting, citation }: Delay, term: BreachTerm, until: Moment, watch: Watch, steps: CountStep[]): Ends {
  const end = lifted(until, watch.zone);
  const due = then && counting ? endOf(then, counting, until, watch, steps, citation) : undefined;
  const others = then ? (term.readings ?? []).flatMap((r) => (r.counting ? (endOf(then, r.counting, until, watch, undefined, citation) ?? []) : [])) : [];
  const all = [due ?? end, ...others].toSorted((a, b) => a.at - b.at) as [End];
  return { due: due ?? end, earliest: all[0], latest: all.at(-1) as End };
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
