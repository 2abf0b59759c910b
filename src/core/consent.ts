/** Consents as cases: one person's consent for one scope, from the first asking to the last withdrawal, and what a day of it was. */
import { type Refusal, type CaseRecord, corrections, erasedOf, privatesOf } from './case.ts';
import { type Day, type Moment, type Zone, formatDay, momentDay, parseDay, parseMoment } from './date.ts';
import type { CaseEvent, ConsentedBody, EventBody } from './event.ts';

/** What can be recorded. That a consent has expired is never recorded: it follows from the day until which it was given. */
export const CONSENT_STATUSES = ['requested', 'granted', 'renewed', 'refused', 'withdrawn', 'revoked', 'invalidated'] as const;
export type ConsentStatus = (typeof CONSENT_STATUSES)[number];

/** Statuses that end a consent: by the person, by somebody for the person, or because it was never valid. */
export const ENDING = ['withdrawn', 'revoked', 'invalidated'] as const satisfies readonly ConsentStatus[];

export type ConsentState = 'given' | 'requested' | 'refused' | 'withdrawn' | 'expired' | 'none' | 'unknown';

type Opened = Extract<EventBody, { type: 'opened'; kind: 'consent' }>;

/** A consent as its events tell it, corrections applied. */
export interface ConsentRecord extends Pick<CaseRecord, 'id' | 'struck' | 'privates' | 'erased' | 'events'> {
  opened: Opened;
  /** What stands, in the order of recording, each with the event that recorded it. */
  said: { body: ConsentedBody; seq: number }[];
}

/** Replays the events of one consent; `undefined` for a case that is none. */
export function replayConsent(events: readonly CaseEvent[]): ConsentRecord | undefined {
  const first = events[0];
  if (!first || first.body.type !== 'opened' || first.body.kind !== 'consent') return undefined;
  const { struck, moved } = corrections(events);
  const said = events.flatMap(({ body, seq }) => (body.type !== 'consented' || struck.has(seq) ? [] : [{ body: { ...body, on: moved.get(seq) ?? body.on }, seq }]));
  return { id: first.case, opened: first.body, said, struck, privates: privatesOf(events), erased: erasedOf(events), events };
}

/** Where the person was when last something was said about it; absent is unknown. */
export function placeOf({ said }: ConsentRecord): string | undefined {
  return said.findLast(({ body }) => body.jurisdiction !== undefined)?.body.jurisdiction;
}

/** What happened to a consent on a day. Files may also say that it expired, or that nobody knows. */
export interface ConsentFact {
  status: ConsentStatus | 'expired' | 'unknown';
  on: Day;
  /** The last day on which it holds. */
  until?: Day;
  /** The event that recorded it; a later one of the same day counts after it. */
  event: number;
}

/** A recorded event as a dated fact. Dates in events were checked when they were recorded. */
export function consentFact({ status, on, until }: ConsentedBody, event: number, zone: Zone): ConsentFact {
  return { status, on: momentDay(parseMoment(on) as Moment, zone), event, ...(until === undefined ? {} : { until: parseDay(until) as Day }) };
}

/** The history of a consent in the order in which it happened; with `now`, as it stood then. */
export function consentHistory(record: ConsentRecord, zone: Zone, now?: Moment): ConsentFact[] {
  const today = now && momentDay(now, zone);
  return inOrder(record.said.map(({ body, seq }) => consentFact(body, seq, zone)).filter((fact) => today === undefined || fact.on <= today));
}

function inOrder(facts: readonly ConsentFact[]): ConsentFact[] {
  return facts.toSorted((a, b) => a.on - b.on || a.event - b.event);
}

const MEANS: Record<ConsentFact['status'], ConsentState> = {
  requested: 'requested', granted: 'given', renewed: 'given', refused: 'refused', withdrawn: 'withdrawn', revoked: 'withdrawn', invalidated: 'withdrawn', expired: 'expired', unknown: 'unknown',
};

/**
 * How a consent stands at the end of a day, and by what. It holds through the day of its expiry, and no longer on the
 * day of its withdrawal. To ask again changes nothing about what was said before.
 */
export function consentOn(history: readonly ConsentFact[], day: Day): { state: ConsentState; by?: ConsentFact } {
  const until = history.filter((fact) => fact.on <= day);
  const by = until.findLast((fact) => fact.status !== 'requested') ?? until.at(-1);
  return by ? { state: stateBy(by, day), by } : { state: 'none' };
}

function stateBy({ status, until }: ConsentFact, day: Day): ConsentState {
  return MEANS[status] === 'given' && until !== undefined && day > until ? 'expired' : MEANS[status];
}

/** "withdrawn on 2026-03-01". */
export function sayConsent({ status, on }: Pick<ConsentFact, 'status' | 'on'>): string {
  return `${status} on ${formatDay(on)}`;
}

/** Why `fact` may not be added to a history, or `undefined` if nothing forbids it. */
export function refuseConsent(history: readonly ConsentFact[], fact: ConsentFact, today: Day): Refusal | undefined {
  if (fact.on > today) return { says: `a consent ${sayConsent(fact)} lies in the future: today is ${formatDay(today)}`, hint: 'give the day on which it happened; --as-of sets today' };
  if (fact.until !== undefined && fact.until < fact.on) return { says: `a consent ${sayConsent(fact)} cannot have expired on ${formatDay(fact.until)}`, hint: 'check the two dates' };
  const flaw = firstFlaw([...history, fact]);
  if (!flaw || firstFlaw(history)) return undefined;
  if (flaw.fact === fact) return flaw;
  return { says: `with it, “${sayConsent(flaw.fact)}” could not stand: ${flaw.says}`, hint: 'check the date, or correct what is recorded: custos consent correct' };
}

/** The first fact of a history that does not follow from those before it. */
export function firstFlaw(history: readonly ConsentFact[]): (Refusal & { fact: ConsentFact }) | undefined {
  const facts = inOrder(history);
  let by: ConsentFact | undefined;
  for (const [i, fact] of facts.entries()) {
    const flaw = flawOf(by, fact, facts[i + 1]);
    if (flaw) return { ...flaw, fact };
    if (fact.status !== 'requested') by = fact;
  }
  return undefined;
}

/** `by`: what the consent stands by until then. */
function flawOf(by: ConsentFact | undefined, fact: ConsentFact, next: ConsentFact | undefined): Refusal | undefined {
  const state = by ? stateBy(by, fact.on) : 'none';
  const stands = by ? `, ${sayConsent(by)},` : '';
  switch (fact.status) {
    case 'granted': return state === 'given' ? { says: `the consent${stands} still holds: a second one is a renewal`, hint: 'record it with --status renewed, or the withdrawal that came between' } : undefined;
    case 'renewed': return state === 'given' || state === 'expired' ? undefined : { says: `there is no consent on ${formatDay(fact.on)} that could be renewed${by ? `: it was ${sayConsent(by)}` : ''}`, hint: 'record it without --status: it is a new consent' };
    case 'refused': return state === 'given' ? { says: `the consent${stands} still holds: to refuse it now is to withdraw it`, hint: 'custos consent withdraw' } : undefined;
    case 'withdrawn':
    case 'revoked':
    case 'invalidated': return state === 'given' || state === 'expired' ? undefined : { says: `there is no consent on ${formatDay(fact.on)} that could be ${fact.status}${by ? `: it was ${sayConsent(by)}` : next ? `: it was first ${sayConsent(next)}` : ''}`, hint: 'check the date, or record the consent first: custos consent record' };
    default: return undefined;
  }
}
