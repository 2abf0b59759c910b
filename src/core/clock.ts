/** One clock: the term of an obligation, counted from its start through pauses and extension to its dates. */
import { type Day, formatDay, weekdayName } from './date.ts';
import { evaluate } from './condition.ts';
import type { Citation, Extension, Law, MarkName, Obligation, Pause, Start, Term } from './law.ts';
import { compareText } from './order.ts';
import { type Calendar, type Counted, type CountStep, type Counting, type Period, addPeriod, usesHolidays } from './period.ts';
import { type MarkedFact, type Timeline, findMark, markWords, pairs, sayMark } from './timeline.ts';

/** Where the engine finds what is not law: holiday tables. Pure for the caller: same id, same table. */
export interface Calendars {
  byId(id: string): Calendar | undefined;
  /** The calendar of a jurisdiction, or of the smallest known place it lies in. */
  ofPlace(jurisdiction: string): Calendar | undefined;
}

export interface OpenPause {
  since: Day;
  awaits: MarkName;
}

/** The dates of a clock that has started. `due` is absent while the law lets it stand still. */
export interface Dates {
  start: Day;
  due: Day | undefined;
  earliest: Day | undefined;
  latest: Day | undefined;
  excluded: { days: number; since: Day } | undefined;
  openPause: OpenPause | undefined;
  /** The date told or allowed under an extension, and the last day for its notice. */
  extended: { due: Day | undefined; longest: Day | undefined; noticeBy: Day; used: boolean; notice: MarkedFact | undefined } | undefined;
}

/** `steps` is absent where nobody asked for them. */
export type Clock = { term: Term; steps: CountStep[] | undefined } & (
  | { kind: 'dated'; dates: Dates }
  | { kind: 'no-fixed-term'; start: Day; practiceTarget: Day | undefined }
  | { kind: 'not-started'; missing: MarkName[] }
  | { kind: 'undetermined'; missing: string[]; why: string; earliest?: Day; latest?: Day }
);
/** No wording of the obligation was in force when its clock started. */
export type NotInForce = { kind: 'not-in-force'; from: string | undefined; proposed: boolean; nearest: Term };

export function isInForce(clock: Clock | NotInForce): clock is Clock {
  return clock.kind !== 'not-in-force';
}

function startOf(starts: readonly Start[], timeline: Timeline, law: string): { day?: Day; from: MarkedFact[]; missing: MarkName[] } {
  const from: MarkedFact[] = [];
  const missing: MarkName[] = [];
  for (const start of starts) {
    if (start.ifMarked && !findMark(timeline, start.ifMarked, law)) continue;
    const fact = findMark(timeline, start.mark, law) ?? (start.orElse && findMark(timeline, start.orElse, law));
    if (fact) from.push(fact);
    else missing.push(start.mark);
  }
  return missing.length > 0 || from.length === 0 ? { from, missing } : { day: Math.max(...from.map((f) => f.on)), from, missing };
}

/** The terms that were in force when the clock started, by request type; several where a fact decides between them. */
function termsInForce(obligation: Obligation, timeline: Timeline, law: Law): Term[] | NotInForce {
  const ofType = obligation.terms.filter((t) => !t.types || t.types.includes(timeline.requestType));
  const found = ofType.filter((term) => {
    const start = startOf(term.starts ?? obligation.starts, timeline, law.id);
    const known = start.day ?? Math.max(...[...start.from, ...timeline.marks.filter((m) => m.mark === 'received')].map((f) => f.on));
    if (term.status === 'proposed' || known === -Infinity) return known === -Infinity && term.status === 'in-force';
    const day = formatDay(known);
    return term.from <= day && (term.until === undefined || day <= term.until);
  });
  if (found.length > 0) return found;
  const next = ofType.toSorted((a, b) => compareText(a.from, b.from))[0] as Term;
  return { kind: 'not-in-force', from: next.from, proposed: next.status === 'proposed', nearest: next };
}

/** The clock of one obligation on one case; `today` matters only where a clock stands still. */
export function clockOf(law: Law, obligation: Obligation, timeline: Timeline, calendars: Calendars, today: Day, explain: boolean): Clock | NotInForce {
  const terms = termsInForce(obligation, timeline, law);
  if (!Array.isArray(terms)) return terms;
  const facts = { ...timeline.facts, requestType: timeline.requestType };
  const open: { term: Term; missing: string[] }[] = [];
  for (const term of terms) {
    const verdict = term.when ? evaluate(term.when, facts) : { truth: true, missing: [] };
    if (verdict.truth === true) return runTerm(law, obligation, term, timeline, calendars, today, explain);
    if (verdict.truth === undefined) open.push({ term, missing: verdict.missing });
  }
  if (open.length === 0) return { kind: 'not-in-force', from: undefined, proposed: false, nearest: terms[0] as Term };
  const clocks = open.map(({ term }) => runTerm(law, obligation, term, timeline, calendars, today, explain));
  const days = clocks.flatMap((c) => (c.kind === 'dated' ? [c.dates.earliest, c.dates.latest] : [])).filter((d) => d !== undefined);
  const missing = [...new Set(open.flatMap((o) => o.missing))];
  return {
    term: (open[0] as { term: Term }).term, kind: 'undetermined', missing, steps: explain ? clocks.flatMap((c) => c.steps ?? []) : undefined,
    why: `the law sets different periods, and which one applies hangs on: ${missing.join(', ')}`,
    ...(days.length > 0 ? { earliest: Math.min(...days), latest: Math.max(...days) } : {}),
  };
}

function runTerm(law: Law, obligation: Obligation, term: Term, timeline: Timeline, calendars: Calendars, today: Day, explain: boolean): Clock {
  const start = startOf(term.starts ?? obligation.starts, timeline, law.id);
  if (start.day === undefined) return { term, kind: 'not-started', missing: start.missing, steps: [] };
  const steps: CountStep[] | undefined = explain ? [{ says: sayStart(start.from, start.day), from: null, to: formatDay(start.day), skipped: [], citation: term.citation }] : undefined;
  if (!term.within) {
    const target = practiceTarget(law, term, start.day, timeline, calendars, steps);
    return { term, kind: 'no-fixed-term', start: start.day, practiceTarget: target, steps };
  }
  return count({ law, term, within: term.within, timeline, calendars, today, start: start.day, steps });
}

function practiceTarget(law: Law, term: Term, start: Day, timeline: Timeline, calendars: Calendars, steps: CountStep[] | undefined): Day | undefined {
  steps?.push({ says: `The law sets no number of days${term.standard ? `: ${term.standard}` : ''}.`, from: null, to: null, skipped: [], citation: term.citation });
  if (!term.practiceTarget) return undefined;
  const { within, counting: name, basis } = term.practiceTarget;
  const counting = law.counting[name] as Counting;
  const counted = addPeriod(start, within, counting, calendarOf(counting, timeline, calendars));
  if ('unknown' in counted) return undefined;
  steps?.push({ says: `Practice target, not a statutory deadline (${basis}): ${formatDay(counted.end)}.`, from: formatDay(start), to: formatDay(counted.end), skipped: [], citation: null });
  return counted.end;
}

function sayStart(from: MarkedFact[], day: Day): string {
  const what = from.length === 1 ? sayMark(from[0] as MarkedFact) : `the latest of: ${from.map(sayMark).join('; ')}`;
  return `The clock starts on ${weekdayName(day)} ${formatDay(day)}: ${what}.`;
}

function calendarOf(counting: Counting, timeline: Timeline, calendars: Calendars): Calendar | undefined {
  const holidays = counting.closed?.holidays;
  if (holidays === undefined || holidays === 'none') return undefined;
  return holidays === 'jurisdiction' ? calendars.ofPlace(timeline.jurisdiction) : calendars.byId(holidays);
}

/** The days on which the clock stood still, each counted once, and whether it still does. */
interface Standstill {
  days: number;
  since: Day | undefined;
  open: OpenPause | undefined;
  /** The provision or practice behind the first of the days. */
  citation: Citation | null;
}

function standstill(pauses: readonly Pause[], run: Run, force: Pause['force'], firstEnd: Day): Standstill {
  const spans = pauses
    .filter((p) => p.force === force && (p.effect === 'inclusive' || p.effect === 'between') && (!p.types || p.types.includes(run.timeline.requestType)))
    .flatMap((p) => pairs(run.timeline, p.from, p.to, run.law.id).map((pair) => ({ first: pair.from.on + (p.effect === 'inclusive' ? 0 : 1), asked: pair.from.on, last: pair.to?.on, pause: p })))
    .toSorted((a, b) => a.first - b.first);
  let [days, until, since] = [0, run.start, undefined as Day | undefined];
  let open: OpenPause | undefined;
  let citation: Citation | null = null;
  for (const span of spans) {
    // Only days that would have counted can be left out: after the start, before the period ended.
    if (span.asked > firstEnd + days) continue;
    const last = span.last ?? Math.max(run.today, span.asked);
    const left = Math.max(0, last - Math.max(span.first - 1, until));
    if (left > 0) citation ??= span.pause.citation;
    days += left;
    until = Math.max(until, last);
    since ??= span.asked;
    if (span.last === undefined) open ??= { since: span.asked, awaits: span.pause.to };
  }
  return { days, since, open, citation };
}

/** The facts of one counting. */
interface Run {
  law: Law;
  term: Term;
  within: Period;
  timeline: Timeline;
  calendars: Calendars;
  today: Day;
  start: Day;
  steps: CountStep[] | undefined;
}

/** Counts a period from a day of the run, by the term's counting or by another of the same law. */
function countFor(run: Run, period: Period, excluded = 0, name = run.term.counting, start = run.start): Counted {
  const counting = run.law.counting[name as string] as Counting;
  return addPeriod(start, period, counting, calendarOf(counting, run.timeline, run.calendars), excluded, run.steps !== undefined);
}

function count(run: Run): Clock {
  const { term, timeline, steps } = run;
  const pauses = term.pauses ?? [];
  const restarted = restart(run, pauses);
  if (restarted.open) return { term, kind: 'dated', steps, dates: { start: run.start, due: undefined, earliest: undefined, latest: undefined, excluded: undefined, openPause: restarted.open, extended: undefined } };
  const from = { ...run, start: restarted.start };
  const counting = run.law.counting[term.counting as string] as Counting;
  const calendar = calendarOf(counting, timeline, run.calendars);
  if (calendar && usesHolidays(counting, run.within)) steps?.push(...aboutCalendar(calendar, timeline.jurisdiction));

  const plain = countFor(from, run.within);
  if ('unknown' in plain) return { term, kind: 'undetermined', missing: ['holidays'], why: plain.unknown, steps };
  const still = standstill(pauses, from, 'law', plain.raw);
  const first = still.days === 0 ? plain : countFor(from, run.within, still.days);
  if ('unknown' in first) return { term, kind: 'undetermined', missing: ['holidays'], why: first.unknown, steps };
  steps?.push(...plain.steps.slice(0, 1));
  if (still.days > 0) sayStandstill(still, plain.raw, first.raw, steps);
  steps?.push(...first.steps.slice(1));

  const extended = term.extension ? extend(from, term.extension, first, still.days) : undefined;
  if (extended && 'unknown' in extended) return { term, kind: 'undetermined', missing: ['holidays'], why: extended.unknown, steps };
  const used = extended?.used === true;
  if (used && extended.due === undefined) return { term, kind: 'undetermined', missing: ['extended-to'], why: 'the law sets no length for the extension: the date told to the person decides', steps };
  const due = used ? (extended.due as Day) : first.end;
  const readings = otherReadings(from, first, still.days, used, due, extended?.longest);
  const practice = standstill(pauses, from, 'practice', due);
  if (practice.days > 0) readings.push(...practiceReading(from, practice, still.days, used, due));
  readings.push(...practiceRestarts(from, pauses, used, due));
  const days = [due, ...readings];
  const earliest = Math.min(...days);
  return {
    term, kind: 'dated', steps,
    dates: {
      start: from.start, due: still.open ? undefined : due, earliest, latest: still.open ? undefined : Math.max(...days),
      excluded: still.since === undefined || (still.days === 0 && !still.open) ? undefined : { days: still.days, since: still.since }, openPause: still.open, extended,
    },
  };
}

/** What a person should know about the holidays that were used. */
function aboutCalendar(calendar: Calendar, jurisdiction: string): CountStep[] {
  const says = [
    calendar.wholeOnly ? `${jurisdiction} without its part: only days that are closed in the whole of ${calendar.title} count as holidays.` : undefined,
    calendar.checked === false ? `The holidays of ${calendar.title} were not compared with an official list.` : undefined,
    calendar.note,
  ];
  return says.filter((s) => s !== undefined).map((text) => ({ says: text, from: null, to: null, skipped: [], citation: null }));
}

/** Pauses after which the period begins again: the start moves to the answer. */
function restart(run: Run, pauses: readonly Pause[]): { start: Day; open?: OpenPause } {
  let start = run.start;
  for (const pause of pauses) {
    if (pause.effect !== 'restart' || pause.force !== 'law') continue;
    for (const pair of pairs(run.timeline, pause.from, pause.to, run.law.id)) {
      if (!pair.to) return { start, open: { since: pair.from.on, awaits: pause.to } };
      const again = restartDay(run, pause, pair.from.on, pair.to.on);
      if (again <= start) continue;
      run.steps?.push({ says: `The period begins again on ${formatDay(again)}: ${sayMark(pair.from)}; ${sayMark(pair.to)}.`, from: formatDay(start), to: formatDay(again), skipped: [], citation: pause.citation });
      start = again;
    }
  }
  return { start };
}

/** The day from which a period is counted again. */
function restartDay(run: Run, pause: Pause, asked: Day, answered: Day): Day {
  const over = pause.after ? countFor(run, pause.after, 0, undefined, asked) : undefined;
  return over && !('unknown' in over) ? Math.max(over.end, answered) : answered;
}

function sayStandstill(still: Standstill, from: Day, to: Day, steps: CountStep[] | undefined): void {
  const goesOn = still.open ? ` so far: the clock has stood still since ${formatDay(still.open.since)} and waits for “${markWords(still.open.awaits)}”` : '';
  steps?.push({ says: `${still.days} day${still.days === 1 ? '' : 's'} did not count${goesOn}.`, from: formatDay(from), to: formatDay(to), skipped: [], citation: still.citation });
}

function extend(run: Run, extension: Extension, first: { raw: Day; end: Day }, excluded: number): NonNullable<Dates['extended']> | { unknown: string } {
  const notice = findMark(run.timeline, 'extension-noticed', run.law.id);
  let noticeBy = first.end;
  if (extension.noticeBy !== 'first-deadline') {
    const from = findMark(run.timeline, extension.noticeBy.from, run.law.id) ?? findMark(run.timeline, extension.noticeBy.orElse, run.law.id);
    const counted = countFor(run, extension.noticeBy.within, 0, undefined, from?.on ?? run.start);
    if ('unknown' in counted) return counted;
    noticeBy = counted.end;
  }
  const longest = extension.total && countFor(run, extension.total, excluded);
  if (longest && 'unknown' in longest) return longest;
  const told = notice?.until ?? run.timeline.extendedTo;
  const inTime = notice !== undefined && notice.on <= noticeBy;
  const used = inTime || (notice === undefined && run.timeline.extendedTo !== undefined);
  const due = told !== undefined && (!longest || told <= longest.end) ? told : longest?.end;
  if (notice && !inTime) {
    run.steps?.push({ says: `${sayMark(notice)}: after ${formatDay(noticeBy)}, so the period is not extended.`, from: formatDay(first.end), to: formatDay(first.end), skipped: [], citation: extension.citation });
  } else if (used && due !== undefined) {
    const said = notice ? `Extended (${sayMark(notice)})` : `Extended (notice not recorded; it must reach the person by ${formatDay(noticeBy)})`;
    const last = longest && due === longest.end ? longest.steps : [];
    run.steps?.push({ says: `${said}: now due ${weekdayName(due)} ${formatDay(due)}.`, from: formatDay(first.end), to: formatDay(due), skipped: [], citation: extension.citation }, ...last);
  }
  return { due, longest: longest?.end, noticeBy, used, notice };
}

/** Ends under the other honest readings of the same provision, each with its step. */
function otherReadings(run: Run, first: { raw: Day }, excluded: number, used: boolean, due: Day, longest: Day | undefined): Day[] {
  const ends: Day[] = [];
  const total = used ? run.term.extension?.total : undefined;
  const push = (says: string, counted: Counted, citation: Term['citation']) => {
    if ('unknown' in counted) return;
    ends.push(counted.end);
    if (counted.end !== due) run.steps?.push({ says: `Another reading: ${says} It would end on ${weekdayName(counted.end)} ${formatDay(counted.end)}.`, from: formatDay(run.start), to: formatDay(counted.end), skipped: counted.steps.flatMap((s) => s.skipped), citation });
  };
  // A date that the organisation chose itself has no other reading.
  if (used && (!total || due !== longest)) return ends;
  for (const reading of run.term.readings ?? []) push(reading.says, countFor(run, total ?? reading.within ?? run.within, excluded, reading.counting), reading.citation);
  const split = used ? run.term.extension?.fromFirstEnd : undefined;
  if (split) push(split.says, countFor(run, split.within, 0, undefined, first.raw), split.citation);
  return ends;
}

/** Ends that an authority's practice gives by letting the period begin again, which the text of the law does not. */
function practiceRestarts(run: Run, pauses: readonly Pause[], used: boolean, due: Day): Day[] {
  const period = (used ? run.term.extension?.total : undefined) ?? run.within;
  return pauses.filter((p) => p.effect === 'restart' && p.force === 'practice').flatMap((pause) => pairs(run.timeline, pause.from, pause.to, run.law.id).flatMap((pair) => {
    const again = restartDay(run, pause, pair.from.on, pair.to?.on ?? Math.max(run.today, pair.from.on));
    const counted = again > run.start ? countFor(run, period, 0, undefined, again) : undefined;
    if (!counted || 'unknown' in counted || counted.end <= due) return [];
    run.steps?.push({ says: `Another reading: the period begins with “${markWords(pause.to)}”${pair.to ? ` on ${formatDay(again)}` : ', which is still awaited'}. The text of the law does not say so; under the authority's practice it would end on ${weekdayName(counted.end)} ${formatDay(counted.end)}.`, from: formatDay(again), to: formatDay(counted.end), skipped: counted.steps.flatMap((s) => s.skipped), citation: pause.citation });
    return [counted.end];
  }));
}

function practiceReading(run: Run, practice: Standstill, excluded: number, used: boolean, due: Day): Day[] {
  const period = (used ? run.term.extension?.total : undefined) ?? run.within;
  const counted = countFor(run, period, excluded + practice.days);
  if ('unknown' in counted || counted.end === due) return [];
  const soFar = practice.open ? ', and still does' : '';
  run.steps?.push({ says: `Another reading: the clock stood still for ${practice.days} days while the person was asked${soFar}. The text of the law has no such pause; under the authority's practice the period would end on ${weekdayName(counted.end)} ${formatDay(counted.end)}.`, from: formatDay(due), to: formatDay(counted.end), skipped: counted.steps.flatMap((s) => s.skipped), citation: practice.citation });
  return [counted.end];
}
