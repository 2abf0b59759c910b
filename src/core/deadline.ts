/** Every clock that runs on a case: which laws concern it, what each obliges to, and how it stands at `now`. */
import { type Day, type Moment, endOfDay, formatDay, formatInstant, momentDay } from './date.ts';
import { evaluate } from './condition.ts';
import { AGENT_ROLES, type Citation, type CitationOut, type Law, type MarkName, type Obligation, type ObligationId, type RequestType, type Role, checkedOn, citationOut } from './law.ts';
import { type Calendars, type Clock, type Dates, clockOf, isInForce } from './clock.ts';
import { compareText } from './order.ts';
import type { CountStep } from './period.ts';
import { type Places, covers, lineage } from './places.ts';
import { type MarkedFact, type Timeline, findMark, markWords, sayMark } from './timeline.ts';

export type DeadlineState =
  | 'running' | 'paused' | 'overdue' | 'met' | 'late' | 'not-started' | 'not-in-force' | 'not-required' | 'no-fixed-term' | 'undetermined';

export interface DeadlineStep {
  says: string;
  from: string | null;
  to: string | null;
  skipped: { date: string; why: string }[];
  citation: CitationOut | null;
}

/** One obligation of one law on one case (contract §3). Dates are calendar dates in `timeZone`; `dueAt` is UTC. */
export interface Deadline {
  case: string | null;
  law: string;
  obligation: ObligationId;
  duty: string;
  requestType: RequestType;
  state: DeadlineState;
  due: string | null;
  dueAt: string | null;
  timeZone: string;
  /** Whole days from today to `due`: 0 on the due day, negative after it. */
  daysLeft: number | null;
  binding: boolean;
  /** The words of the law where it sets no number of days. */
  standard: string | null;
  /** A target of good practice where the law sets no number; never a statutory date. */
  practiceTarget: string | null;
  earliest: string | null;
  latest: string | null;
  extension: { available: boolean; due: string | null; noticeBy: string; grounds: { id: string; says: string }[]; citation: CitationOut } | null;
  paused: { days: number; since: string } | null;
  /** What would have to be known or recorded. */
  missing: string[];
  why: string | null;
  citation: CitationOut;
  verified: boolean;
  checkedOn: string;
  steps: DeadlineStep[];
}

/** A law that may concern the case, where a fact that would decide it is not known. */
export interface Uncounted {
  law: string;
  missing: string[];
  why: string;
}

export interface World {
  places: Places;
  calendars: Calendars;
}

export interface Result {
  items: Deadline[];
  notCounted: Uncounted[];
}

/** The duty of an item that says why a law asks for nothing. */
const NOTHING = 'Nothing under this law';

type Concern = { concerned: true; assumed: boolean } | { concerned: false; why: string; notYet?: boolean } | { concerned: undefined; missing: string[]; why: string };

/** Whether a law concerns a case: place and day first, then role, data and type. */
export function concerns(law: Law, timeline: Timeline, places: Places): Concern {
  const received = findMark(timeline, 'received') ?? timeline.marks[0];
  const day = received ? formatDay(received.on) : undefined;
  const here = nearestPlaces(law, timeline.jurisdiction, places);
  if (here.some((p) => day === undefined || (p.from <= day && (p.until === undefined || day <= p.until)))) return byFacts(law, timeline);
  const later = here.find((p) => day !== undefined && day < p.from);
  if (later && byFacts(law, timeline).concerned !== false) return { concerned: false, notYet: true, why: `applies in ${timeline.jurisdiction} from ${later.from}` };
  if (here.length > 0) return { concerned: false, why: `${law.title} no longer applied in ${timeline.jurisdiction} on that day` };
  if (law.scope.places.some((p) => p.in.some((c) => covers(c, timeline.jurisdiction, places) === undefined))) return { concerned: undefined, missing: ['jurisdiction'], why: `${law.id} concerns a part of ${timeline.jurisdiction}: name the part` };
  return { concerned: false, why: `${law.title} concerns requests from ${law.scope.places.flatMap((p) => p.in).slice(0, 4).join(', ')}; this one is from ${timeline.jurisdiction}` };
}

/** The places of a law that reach a jurisdiction; one that names it more closely (GB) goes before a wider one (EU). */
function nearestPlaces(law: Law, jurisdiction: string, places: Places): Law['scope']['places'] {
  const line = lineage(jurisdiction, places);
  const found = law.scope.places.map((place) => ({ place, distance: line.findIndex((code) => place.in.includes(code)) })).filter((f) => f.distance >= 0);
  const nearest = Math.min(...found.map((f) => f.distance));
  return found.filter((f) => f.distance === nearest).map((f) => f.place);
}

function byFacts(law: Law, timeline: Timeline): Concern {
  if (!law.scope.when) return { concerned: true, assumed: false };
  const verdict = evaluate(law.scope.when, { ...timeline.facts, requestType: timeline.requestType });
  if (verdict.truth === true) return { concerned: true, assumed: false };
  const why = law.scope.whenSays ?? law.title;
  if (verdict.truth === false) return { concerned: false, why };
  return timeline.laws?.includes(law.id) ? { concerned: true, assumed: true } : { concerned: undefined, missing: verdict.missing, why };
}

/**
 * The deadlines of a case under the given laws at `now` (an instant, or a day in the case's zone).
 * A law that may concern the case but hangs on an unknown fact is `notCounted`; where nothing else concerns
 * the case it is an `undetermined` item, so that the answer is never silently empty. Without `explain` the items come
 * without their steps, for lists of many cases.
 */
export function deadlines(laws: readonly Law[], timeline: Timeline, now: Moment, world: World, explain = true): Result {
  const today = momentDay(now, timeline.zone);
  const items: Deadline[] = [];
  const notCounted: Uncounted[] = [];
  const named = timeline.laws;
  const open: { law: Law; missing: string[]; why: string }[] = [];
  for (const law of laws) {
    if (named && !named.includes(law.id)) continue;
    const concern = concerns(law, timeline, world.places);
    if (concern.concerned === true) items.push(...ofLaw(law, timeline, today, world, concern.assumed, explain));
    else if (concern.concerned === undefined) open.push({ law, missing: concern.missing, why: concern.why });
    else if (concern.notYet) items.push({ ...blank(law, 'respond', 'Answer the request', timeline, law.source), state: 'not-in-force', why: concern.why });
    else if (named) items.push(notRequired(law, 'respond', timeline, concern.why, law.source));
  }
  const counts = items.some((i) => i.duty !== NOTHING && i.state !== 'not-in-force');
  for (const { law, missing, why } of open) {
    if (!counts && law.obligations.some((o) => o.types.includes(timeline.requestType))) {
      items.push({ ...blank(law, 'respond', 'Answer the request', timeline, law.source), state: 'undetermined', missing, why });
    } else notCounted.push({ law: law.id, missing, why });
  }
  markBinding(items);
  return { items: items.toSorted(byUrgency), notCounted };
}

function ofLaw(law: Law, timeline: Timeline, today: Day, world: World, assumed: boolean, explain: boolean): Deadline[] {
  const role = timeline.facts['role'] as Role | undefined;
  const agent = role !== undefined && AGENT_ROLES.includes(role);
  const mine = law.obligations.filter((o) => o.types.includes(timeline.requestType) && (o.bearer === 'agent') === agent);
  if (mine.length === 0) {
    const gap = law.notRequired.find((n) => n.types.includes(timeline.requestType));
    const why = gap?.why ?? (agent ? `the duty is the customer's; ${law.title} gives a ${role} none of its own for this type` : `${law.title} does not know this type of request`);
    return [notRequired(law, agent ? 'forward-to-controller' : 'respond', timeline, why, gap?.citation ?? law.source)];
  }
  const items = mine.flatMap((obligation) => ofObligation(law, obligation, timeline, today, world.calendars, explain));
  if (!explain) return items;
  const before: DeadlineStep[] = assumed ? [step(`${law.id} is taken to apply because it was named; what decides it is not recorded: ${law.scope.whenSays}.`)] : [];
  const after = cautions(law, timeline);
  return before.length + after.length === 0 ? items : items.map((item) => ({ ...item, steps: [...before, ...item.steps, ...after] }));
}

function cautions(law: Law, timeline: Timeline): DeadlineStep[] {
  const facts = { ...timeline.facts, requestType: timeline.requestType, jurisdiction: timeline.jurisdiction };
  const said = (law.scope.cautions ?? []).filter((c) => evaluate(c.when, facts).truth === true).map((c) => step(c.says, c.citation));
  const hold = lastHold(timeline);
  if (hold) said.push(step(`A legal hold has been in place since ${formatDay(hold.on)}: nothing is erased or destroyed while it lasts; the answer stays due and says so.`));
  return said;
}

/** The legal hold that is in place, if the request would have something erased or destroyed. */
export function lastHold(timeline: Timeline): MarkedFact | undefined {
  if (timeline.requestType !== 'erasure' && timeline.requestType !== 'destroy-sample' && timeline.requestType !== 'withdraw-consent') return undefined;
  const last = timeline.marks.filter((m) => m.mark === 'hold-placed' || m.mark === 'hold-lifted').at(-1);
  return last?.mark === 'hold-placed' ? last : undefined;
}

function ofObligation(law: Law, obligation: Obligation, timeline: Timeline, today: Day, calendars: Calendars, explain: boolean): Deadline[] {
  const clock = clockOf(law, obligation, timeline, calendars, today, explain);
  if (!isInForce(clock)) {
    const base = blank(law, obligation.id, obligation.duty, timeline, clock.nearest.citation);
    if (clock.from === undefined) return [{ ...base, state: 'not-required', why: 'no wording in force covers these facts' }];
    return [{ ...base, state: 'not-in-force', why: clock.proposed ? 'proposed, not in force' : `in force from ${clock.from}` }];
  }
  const item = withClock(blank(law, obligation.id, obligation.duty, timeline, clock.term.citation), clock, timeline, today);
  item.standard = clock.term.standard ?? null;
  const settled = settle(obligation, item, clock, timeline);
  const notice = clock.kind === 'dated' ? extensionNotice(law, clock, clock.dates, timeline, today) : undefined;
  return notice ? [settled, notice] : [settled];
}

function withClock(item: Deadline, clock: Clock, timeline: Timeline, today: Day): Deadline {
  const steps = (clock.steps ?? []).map(stepOut);
  if (clock.steps && clock.term.note) steps.push(step(clock.term.note, clock.term.citation));
  switch (clock.kind) {
    case 'no-fixed-term':
      return { ...item, steps, state: 'no-fixed-term', practiceTarget: dateOf(clock.practiceTarget) };
    case 'not-started':
      return { ...item, steps, state: 'not-started', missing: clock.missing, why: `the clock starts with: ${clock.missing.map(markWords).join(', ')}` };
    case 'undetermined':
      return { ...item, steps, state: 'undetermined', missing: clock.missing, why: clock.why, earliest: dateOf(clock.earliest), latest: dateOf(clock.latest) };
    case 'dated':
      return { ...item, steps, ...datesOut(clock, clock.dates, timeline, today) };
  }
}

function datesOut(clock: Clock, dates: Dates, timeline: Timeline, today: Day): Partial<Deadline> & { state: DeadlineState } {
  const { due, openPause, excluded, extended } = dates;
  const out: Partial<Deadline> & { state: DeadlineState } = {
    state: openPause ? 'paused' : due !== undefined && today > due ? 'overdue' : 'running',
    due: dateOf(due), earliest: dateOf(dates.earliest), latest: dateOf(dates.latest),
    dueAt: due === undefined ? null : formatInstant(endOfDay(due, timeline.zone)),
    daysLeft: due === undefined ? null : due - today,
    paused: excluded ? { days: excluded.days, since: formatDay(excluded.since) } : openPause ? { days: Math.max(0, today - openPause.since), since: formatDay(openPause.since) } : null,
  };
  if (openPause) {
    out.missing = [openPause.awaits];
    out.why = `the clock has stood still since ${formatDay(openPause.since)} and waits for: ${markWords(openPause.awaits)}`;
  }
  const rule = clock.term.extension;
  if (rule && extended) {
    out.extension = {
      available: !extended.used && !extended.notice && today <= extended.noticeBy,
      due: dateOf(extended.due), noticeBy: formatDay(extended.noticeBy), grounds: rule.grounds, citation: citationOut(rule.citation),
    };
  }
  return out;
}

/** What has ended the obligation, if anything has. */
function settle(obligation: Obligation, item: Deadline, clock: Clock, timeline: Timeline): Deadline {
  const started = clock.kind !== 'not-started';
  const starts = clock.term.starts ?? obligation.starts;
  const position = timeline.marks.findIndex((m) => starts.some((s) => s.mark === m.mark || s.orElse === m.mark));
  const after = (marks: readonly MarkName[]) =>
    marks.map((m) => findMark(timeline, m, item.law, Math.max(0, position))).filter((m) => m !== undefined).toSorted((a, b) => a.on - b.on)[0];
  const ended = started ? after(obligation.endedBy) : undefined;
  const obviated = obligation.obviatedBy ? after([obligation.obviatedBy]) : undefined;
  const withdrawn = findMark(timeline, 'withdrawn');
  const answer = timeline.marks.findLast((m) => m.mark === 'answered');
  const due = clock.kind === 'dated' ? clock.dates.due : undefined;
  const close = (state: DeadlineState, why: string): Deadline => ({ ...item, state, why, extension: item.extension ? { ...item.extension, available: false } : null });
  if (ended && (due === undefined || clock.kind !== 'dated' || ended.on <= due)) return close('met', sayMark(ended));
  if (ended && due !== undefined) return close('late', `${sayMark(ended)}, ${ended.on - due} day${ended.on - due === 1 ? '' : 's'} late`);
  if (obviated && (due === undefined || obviated.on <= due)) return close('not-required', `${sayMark(obviated)}: nothing is left to ${obligation.id}`);
  if (obviated && due !== undefined) return close('late', `never done; ${sayMark(obviated)}`);
  if (withdrawn) return close('not-required', sayMark(withdrawn));
  if (answer?.outcome && obligation.outcomes && !obligation.outcomes.includes(answer.outcome)) return close('not-required', `${sayMark(answer)}, ${answer.outcome}`);
  return item;
}

/** The duty to tell the person of an extension: it exists once an extension is claimed. */
function extensionNotice(law: Law, clock: Clock, dates: Dates, timeline: Timeline, today: Day): Deadline | undefined {
  const rule = clock.term.extension;
  const { extended } = dates;
  if (!rule || !extended || (!extended.notice && timeline.extendedTo === undefined)) return undefined;
  const by = extended.noticeBy;
  const { notice } = extended;
  const state: DeadlineState = notice ? (notice.on <= by ? 'met' : 'late') : today > by ? 'overdue' : 'running';
  return {
    ...blank(law, 'extension-notice', 'Tell the person of the extension, with the reasons', timeline, rule.citation),
    state, due: formatDay(by), earliest: formatDay(by), latest: formatDay(by), dueAt: formatInstant(endOfDay(by, timeline.zone)), daysLeft: by - today,
    missing: notice ? [] : ['extension-noticed'], why: notice ? sayMark(notice) : 'the notice is not recorded',
    steps: [step(`The notice must be given by ${formatDay(by)}.`, rule.citation)],
  };
}

function blank(law: Law, obligation: ObligationId, duty: string, timeline: Timeline, citation: Citation): Deadline {
  return {
    case: timeline.id, law: law.id, obligation, duty, requestType: timeline.requestType, state: 'not-required', due: null, dueAt: null, timeZone: timeline.zone,
    daysLeft: null, binding: false, standard: null, practiceTarget: null, earliest: null, latest: null, extension: null, paused: null, missing: [], why: null,
    citation: citationOut(citation), verified: citation.verified, checkedOn: checkedOn(law, citation), steps: [],
  };
}

function notRequired(law: Law, obligation: ObligationId, timeline: Timeline, why: string, citation: Citation): Deadline {
  return { ...blank(law, obligation, NOTHING, timeline, citation), why, steps: [step(`Not required: ${why}.`, citation)] };
}

/** The strictest clock that runs: the first to end, by the cautious reading. Exactly one, if any runs. */
function markBinding(items: Deadline[]): void {
  const running = items.filter((i) => ['running', 'overdue', 'paused'].includes(i.state) && i.earliest !== null).toSorted(byUrgency);
  if (running[0]) running[0].binding = true;
}

function byUrgency(a: Deadline, b: Deadline): number {
  const open = (d: Deadline) => (['running', 'overdue', 'paused', 'undetermined'].includes(d.state) ? 0 : d.state === 'no-fixed-term' || d.state === 'not-started' ? 1 : 2);
  return open(a) - open(b) || compareText(a.earliest ?? a.due ?? '~', b.earliest ?? b.due ?? '~') || compareText(a.law, b.law) || compareText(a.obligation, b.obligation);
}

const dateOf = (day: Day | undefined): string | null => (day === undefined ? null : formatDay(day));

function step(says: string, citation?: Citation): DeadlineStep {
  return { says, from: null, to: null, skipped: [], citation: citation ? citationOut(citation) : null };
}

function stepOut(s: CountStep): DeadlineStep {
  return { ...s, citation: s.citation ? citationOut(s.citation) : null };
}
