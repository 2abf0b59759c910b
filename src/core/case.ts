/** Requests as cases: events replayed into a timeline, and what the law or the history forbids to add. */
import { type Day, type Moment, type Zone, formatDay, momentDay, parseMoment } from './date.ts';
import type { Facts } from './condition.ts';
import type { CaseEvent, EventBody, RequestFacts } from './event.ts';
import { AGENT_ROLES, type Citation, type Law, type MarkName, type Obligation, type RequestType, type Role, type Term } from './law.ts';
import { type Clock, clockOf, isInForce } from './clock.ts';
import { type World, concerns } from './deadline.ts';
import { type PrivateRecord, corrections, erasedOf, privatesOf } from './history.ts';
import { type MarkedFact, type Timeline, findMark, markWords, sayMark } from './timeline.ts';

type Opened = Extract<EventBody, { type: 'opened'; kind: 'request' }>;
type Marked = Extract<EventBody, { type: 'marked' }>;

/** A case as its events tell it, corrections applied. */
export interface CaseRecord {
  id: string;
  opened: Opened;
  facts: RequestFacts;
  /** Marks that stand, in the order of recording, each with the event that recorded it. */
  marks: { body: Marked; seq: number }[];
  /** Events struck by a correction that itself stands. */
  struck: ReadonlySet<number>;
  /** Private records named by the events, oldest first. */
  privates: PrivateRecord[];
  erased: ReadonlySet<string>;
  events: readonly CaseEvent[];
}

/** Replays the events of one request; `undefined` for a case that is none. */
export function replay(events: readonly CaseEvent[]): CaseRecord | undefined {
  const first = events[0];
  if (!first || first.body.type !== 'opened' || first.body.kind !== 'request') return undefined;
  const { struck, moved } = corrections(events);
  const facts: RequestFacts = factsOf(first.body);
  const record: CaseRecord = { id: first.case, opened: first.body, facts, marks: [], struck, privates: privatesOf(events), erased: erasedOf(events), events };
  for (const { body, seq } of events) {
    if (struck.has(seq)) continue;
    if (body.type === 'learned') Object.assign(facts, factsOf(body));
    else if (body.type === 'marked') record.marks.push({ body: moved.has(seq) ? { ...body, on: moved.get(seq) as string } : body, seq });
  }
  return record;
}

function factsOf(body: Opened | Extract<EventBody, { type: 'learned' }>): RequestFacts {
  const { requestType, jurisdiction, role, data, channel, laws, zone } = body;
  const given = Object.entries({ requestType, jurisdiction, role, data, channel, laws, zone }).filter(([, v]) => v !== undefined);
  return Object.fromEntries(given);
}

/** The facts that conditions of law ask about; what is not recorded stays unknown. */
export function conditionFacts(facts: Pick<RequestFacts, 'role' | 'data' | 'channel'>): Facts {
  return { role: facts.role, data: facts.data, channel: facts.channel };
}

/** The zone of a case: its own, else the organisation's, else the principal zone of the jurisdiction. */
export function zoneOf(jurisdiction: string, own: Zone | undefined, organisation: Zone | undefined, world: Pick<World, 'places'>): Zone {
  return own ?? organisation ?? world.places[jurisdiction]?.zone ?? 'UTC';
}

/** The timeline of a case; with `now`, as it stood then: what happened later is left out. */
export function timelineOf(record: CaseRecord, organisationZone: Zone | undefined, world: Pick<World, 'places'>, now?: Moment): Timeline {
  const jurisdiction = record.facts.jurisdiction ?? record.opened.jurisdiction;
  const zone = zoneOf(jurisdiction, record.facts.zone, organisationZone, world);
  return {
    id: record.id, requestType: record.facts.requestType ?? record.opened.requestType, jurisdiction, zone, facts: conditionFacts(record.facts),
    ...(record.facts.laws ? { laws: record.facts.laws } : {}),
    marks: record.marks.map(({ body, seq }) => markedFact(body, seq, zone)).filter((m) => now === undefined || m.on <= momentDay(now, zone)),
  };
}

/** A recorded mark as a dated fact. Dates in events were checked when they were recorded. */
export function markedFact(body: Marked, event: number, zone: Zone): MarkedFact {
  const moment = parseMoment(body.on) as Moment;
  const until = body.until === undefined ? undefined : momentDay(parseMoment(body.until) as Moment, zone);
  return {
    mark: body.mark, on: momentDay(moment, zone), event,
    ...('instant' in moment ? { at: moment.instant } : {}), ...(until === undefined ? {} : { until }),
    ...(body.ground === undefined ? {} : { ground: body.ground }), ...(body.outcome === undefined ? {} : { outcome: body.outcome }), ...(body.law === undefined ? {} : { law: body.law }),
  };
}

/** Is the case finished: answered or withdrawn, and no appeal waits for its answer? */
export function isClosed(timeline: Timeline): boolean {
  const appealed = timeline.marks.findLastIndex((m) => m.mark === 'appealed');
  return timeline.marks.some((m, i) => i > appealed && (m.mark === 'answered' || m.mark === 'withdrawn'));
}

/** Why an event may not be added, with the provision where one forbids it. */
export interface Refusal {
  says: string;
  citation?: Citation;
  hint?: string;
}

const ASKING: Partial<Record<MarkName, MarkName>> = { 'id-received': 'id-requested', 'clarification-answered': 'clarification-asked', 'fee-paid': 'fee-asked', 'hold-lifted': 'hold-placed' };
/** Marks that may lie before receipt. */
const BEFORE_RECEIPT: readonly MarkName[] = ['requested', 'data-obtained', 'hold-placed', 'hold-lifted', 'received'];
/** Marks that may be recorded again. */
const REPEATABLE: readonly MarkName[] = ['hold-placed', 'hold-lifted', 'id-requested', 'id-received', 'clarification-asked', 'clarification-answered', 'fee-asked', 'fee-paid', 'appealed', 'answered'];

/**
 * Why `fact` may not be added to the case at `now`, or `undefined` if nothing forbids it. `laws` are the
 * candidates for the case's jurisdiction; only those that concern it are asked.
 */
export function refuse(timeline: Timeline, fact: MarkedFact, laws: readonly Law[], now: Moment, world: World): Refusal | undefined {
  return refuseDate(timeline, fact, momentDay(now, timeline.zone)) ?? refuseHistory(timeline, fact) ?? refuseByLaw(timeline, fact, laws, now, world);
}

function refuseDate(timeline: Timeline, fact: MarkedFact, today: Day): Refusal | undefined {
  if (fact.on > today) return { says: `${sayMark(fact)} lies in the future: today is ${formatDay(today)}`, hint: 'give the day on which it happened; --as-of sets today' };
  const received = findMark(timeline, 'received');
  if (received && fact.on < received.on && !BEFORE_RECEIPT.includes(fact.mark)) {
    return { says: `${sayMark(fact)} lies before the ${sayMark(received)}`, hint: 'check the date, or correct the date of receipt' };
  }
  return undefined;
}

function refuseHistory(timeline: Timeline, fact: MarkedFact): Refusal | undefined {
  const had = timeline.marks.filter((m) => m.mark === fact.mark && m.law === fact.law);
  const last = had.at(-1);
  const correct = timeline.id && last ? `custos request correct ${timeline.id} ${last.event}` : 'strike the event that is wrong';
  if (last && !REPEATABLE.includes(fact.mark) && fact.mark !== 'extension-noticed') return { says: `${sayMark(last)} is recorded already`, hint: correct };
  const withdrawn = findMark(timeline, 'withdrawn');
  if (withdrawn && !fact.mark.startsWith('hold-')) return { says: `the person withdrew the request: ${sayMark(withdrawn)}`, hint: 'log a new request if there is one' };
  const answers = timeline.marks.filter((m) => m.mark === 'answered').length;
  const appeals = timeline.marks.filter((m) => m.mark === 'appealed').length;
  if (fact.mark === 'answered' && answers > appeals) return { says: `the request is answered already: ${sayMark(last as MarkedFact)}`, hint: correct };
  if (fact.mark === 'appealed' && answers <= appeals) return { says: 'an appeal needs an answer that it is against', hint: 'record the answer first' };
  if (fact.mark === 'withdrawn' && isClosed(timeline)) return { says: 'the request is answered: there is nothing left to withdraw' };
  const asking = ASKING[fact.mark];
  const open = asking && timeline.marks.filter((m) => m.mark === asking).length > had.length;
  if (asking && !open) return { says: `“${markWords(fact.mark)}” answers “${markWords(asking)}”, which is not recorded`, hint: `record ${asking} first` };
  if (asking && fact.on < (timeline.marks.findLast((m) => m.mark === asking) as MarkedFact).on) return { says: `${sayMark(fact)} lies before what it answers`, hint: 'check the date' };
  return undefined;
}

interface Standing {
  law: Law;
  obligation: Obligation;
  clock: Clock;
}

/** The clocks of the laws that concern the case, for the organisation's part in it. */
export function standings(timeline: Timeline, laws: readonly Law[], today: Day, world: World): Standing[] {
  const role = timeline.facts['role'] as Role | undefined;
  const bearer = role !== undefined && AGENT_ROLES.includes(role) ? 'agent' : 'principal';
  return laws.filter((law) => (!timeline.laws || timeline.laws.includes(law.id)) && concerns(law, timeline, world.places).concerned === true).flatMap((law) =>
    law.obligations.filter((o) => o.bearer === bearer && o.types.includes(timeline.requestType)).flatMap((obligation) => {
      const clock = clockOf(law, obligation, timeline, world.calendars, today, false);
      return isInForce(clock) ? [{ law, obligation, clock }] : [];
    }));
}

function refuseByLaw(timeline: Timeline, fact: MarkedFact, laws: readonly Law[], now: Moment, world: World): Refusal | undefined {
  const standing = standings(timeline, laws, momentDay(now, timeline.zone), world).filter((s) => fact.law === undefined || s.law.id === fact.law);
  switch (fact.mark) {
    case 'extension-noticed': return refuseExtension(timeline, fact, standing);
    case 'id-requested':
    case 'clarification-asked':
    case 'fee-asked': return refusePause(timeline.requestType, fact, standing);
    case 'appealed': return refuseAppeal(fact, standing);
    default: return undefined;
  }
}

function refusePause(type: RequestType, fact: MarkedFact, standing: readonly Standing[]): Refusal | undefined {
  const knows = (term: Term) => (term.pauses ?? []).some((p) => p.from === fact.mark && (!p.types || p.types.includes(type)));
  const main = standing.find((s) => s.obligation.id === 'respond') ?? standing[0];
  if (!main || standing.some((s) => knows(s.clock.term))) return undefined;
  const names = [...new Set(standing.map((s) => s.law.id))].join(', ');
  const hint = fact.mark === 'id-requested' ? 'go on verifying, and record the result with the mark authenticated' : 'go on with the request; the deadline stays';
  const { noPause, citation } = main.clock.term;
  return { says: `${markWords(fact.mark)}: under ${names} the clock of this request does not stop for that${noPause ? `; ${noPause.says}` : ''}`, citation: noPause?.citation ?? citation, hint };
}

function refuseExtension(timeline: Timeline, fact: MarkedFact, standing: readonly Standing[]): Refusal | undefined {
  const main = standing.find((s) => s.obligation.id === 'respond') ?? standing[0];
  if (!main) return undefined;
  const earlier = findMark(timeline, 'extension-noticed', fact.law);
  const can = standing.filter((s) => s.clock.kind === 'dated' && s.clock.term.extension);
  const rule = can[0]?.clock.term.extension;
  if (!rule) return { says: `${main.law.title} allows no extension of this period`, citation: main.clock.term.citation };
  if (earlier) return { says: `the period was extended already (${sayMark(earlier)}); it can be extended once`, citation: rule.citation };
  const refusals = can.map((s) => refuseExtensionUnder(s, fact));
  return refusals.every((r) => r !== undefined) ? refusals[0] : undefined;
}

function refuseExtensionUnder({ clock }: Standing, fact: MarkedFact): Refusal | undefined {
  if (clock.kind !== 'dated' || !clock.dates.extended || !clock.term.extension) return undefined;
  const { citation } = clock.term.extension;
  const { noticeBy, due: longest } = clock.dates.extended;
  const first = clock.dates.due;
  if (fact.on > noticeBy) return { says: `the extension has to be announced by ${formatDay(noticeBy)}, within the first period; ${formatDay(fact.on)} is too late`, citation };
  if (fact.until !== undefined && longest !== undefined && fact.until > longest) return { says: `an extension to ${formatDay(fact.until)} is longer than the law allows: ${formatDay(longest)} at the latest`, citation };
  if (fact.until !== undefined && first !== undefined && fact.until <= first) return { says: `an extension to ${formatDay(fact.until)} does not extend anything: the period ends on ${formatDay(first)}`, citation };
  return undefined;
}

function refuseAppeal(fact: MarkedFact, standing: readonly Standing[]): Refusal | undefined {
  if (standing.length === 0 || standing.some((s) => s.obligation.id === 'appeal-decision')) return undefined;
  const law = (standing[0] as Standing).law;
  const gap = law.notRequired.find((n) => n.types.includes('appeal'));
  return { says: `${sayMark(fact)}: ${gap?.why ?? `${law.title} knows no appeal to the organisation`}`, citation: gap?.citation ?? law.source };
}
