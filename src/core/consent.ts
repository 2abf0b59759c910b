/** Consents as cases: one person's consent for one scope, from the first asking to the last withdrawal, and what a day of it was. */
import type { CaseRecord, Refusal } from './case.ts';
import { type Day, type Instant, type Moment, type Zone, formatDay, formatInstant, momentDay, parseDay, parseMoment } from './date.ts';
import type { CaseEvent, ConsentedBody, EventBody } from './event.ts';
import { corrections, erasedOf, privatesOf } from './history.ts';

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
  /** The moment of that day, where it is known. */
  at?: Instant;
  /** The last day on which it holds. */
  until?: Day;
  /** By what it was given; whether the law takes that for consent is not asked here. */
  method?: string;
  /** Who said it for the person. */
  guardian?: string;
  /** The event that recorded it; a later one of the same day counts after it. */
  event: number;
}

/** A recorded event as a dated fact. Dates in events were checked when they were recorded. */
export function consentFact({ status, on, until, method, guardian }: ConsentedBody, event: number, zone: Zone): ConsentFact {
  const moment = parseMoment(on) as Moment;
  return {
    status, on: momentDay(moment, zone), event, ...('instant' in moment ? { at: moment.instant } : {}), ...(until === undefined ? {} : { until: parseDay(until) as Day }),
    ...(method === undefined ? {} : { method }), ...(guardian === undefined ? {} : { guardian }),
  };
}

/** The history of a consent in the order in which it happened; with `now`, as it stood then. */
export function consentHistory(record: ConsentRecord, zone: Zone, now?: Moment): ConsentFact[] {
  return inOrder(record.said.map(({ body, seq }) => consentFact(body, seq, zone)).filter((fact) => now === undefined || !isAfter(fact, now, zone)));
}

/** Of a moment and a fact one of which has no time of day, only the days are compared. */
function isAfter({ on, at }: Pick<ConsentFact, 'on' | 'at'>, now: Moment, zone: Zone): boolean {
  return at !== undefined && 'instant' in now ? at > now.instant : on > momentDay(now, zone);
}

/** By day; within a day by the time of day where two have one, else as they were recorded. */
export function inOrder(facts: readonly ConsentFact[]): ConsentFact[] {
  const ordered: ConsentFact[] = [];
  for (const fact of facts.toSorted((a, b) => a.on - b.on || a.event - b.event)) {
    const later = ordered.findIndex(({ on, at }) => on === fact.on && at !== undefined && fact.at !== undefined && at > fact.at);
    if (later < 0) ordered.push(fact);
    else ordered.splice(later, 0, fact);
  }
  return ordered;
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
  const by = wordOn(until, day) ?? until.at(-1);
  return by ? { state: stateBy(by, day), by } : { state: 'none' };
}

function stateBy({ status, until }: ConsentFact, day: Day): ConsentState {
  return MEANS[status] === 'given' && until !== undefined && day > until ? 'expired' : MEANS[status];
}

/** The last word of what was said by a day. Where a guardian's consent has run out, that of another who gave it as well may still hold. */
function wordOn(said: readonly ConsentFact[], day: Day): ConsentFact | undefined {
  const last = said.findLast(({ status }) => status !== 'requested');
  return last?.guardian !== undefined && stateBy(last, day) === 'expired' ? (guardiansOn(said, day).at(-1) ?? last) : last;
}

/** The consents of guardians that hold on a day: of each the latest, since the consent last ended. */
function guardiansOn(said: readonly ConsentFact[], day: Day): ConsentFact[] {
  const words = said.filter(({ status }) => status !== 'requested');
  const began = words.slice(words.findLastIndex(({ status }) => MEANS[status] !== 'given') + 1);
  return began.filter((fact, i) => fact.guardian !== undefined && stateBy(fact, day) === 'given' && !began.slice(i + 1).some(({ guardian }) => guardian === fact.guardian));
}

/** "withdrawn on 2026-03-01". */
export function sayConsent({ status, on }: Pick<ConsentFact, 'status' | 'on'>): string {
  return `${status} on ${formatDay(on)}`;
}

/** Why facts that are recorded together may not be added to a history, or `undefined` if nothing forbids it. */
export function refuseConsent(history: readonly ConsentFact[], added: readonly ConsentFact[], now: Moment, zone: Zone): Refusal | undefined {
  const ahead = added.find((fact) => isAfter(fact, now, zone));
  if (ahead) return sayFuture(ahead, now, zone);
  const expired = added.find((fact) => expiryFlaw(fact) !== undefined);
  if (expired) return expiryFlaw(expired);
  const flaw = firstFlaw([...history, ...added]);
  if (!flaw || firstFlaw(history)) return undefined;
  if (added.includes(flaw.fact)) return flaw;
  return { says: `with it, “${sayConsent(flaw.fact)}” could not stand: ${flaw.says}`, hint: 'check the date, or correct what is recorded: custos consent correct' };
}

function sayFuture(fact: ConsentFact, now: Moment, zone: Zone): Refusal {
  const today = momentDay(now, zone);
  // On the day itself only the clock tells the two apart.
  const [when, then] = fact.on === today && 'instant' in now ? [formatInstant(fact.at as Instant), formatInstant(now.instant)] : [formatDay(fact.on), formatDay(today)];
  return { says: `a consent ${fact.status} on ${when} lies in the future: ${fact.on === today ? 'it is' : 'today is'} ${then}`, hint: 'give the day on which it happened; --as-of sets today' };
}

/** The first fact of a history that does not follow from those before it. */
export function firstFlaw(history: readonly ConsentFact[]): (Refusal & { fact: ConsentFact }) | undefined {
  const facts = inOrder(history);
  for (const [i, fact] of facts.entries()) {
    const flaw = expiryFlaw(fact) ?? flawOf(facts.slice(0, i), fact, facts[i + 1]);
    if (flaw) return { ...flaw, fact };
  }
  return undefined;
}

function expiryFlaw(fact: ConsentFact): Refusal | undefined {
  return fact.until !== undefined && fact.until < fact.on ? { says: `a consent ${sayConsent(fact)} cannot have expired on ${formatDay(fact.until)}`, hint: 'check the two dates' } : undefined;
}

/** `before`: what was said until then. */
function flawOf(before: readonly ConsentFact[], fact: ConsentFact, next: ConsentFact | undefined): Refusal | undefined {
  const by = wordOn(before, fact.on);
  const state = by ? stateBy(by, fact.on) : 'none';
  const stands = by ? `, ${sayConsent(by)},` : '';
  switch (fact.status) {
    case 'granted': return state === 'given' && !isAnothers(before, fact) ? { says: `the consent${stands} still holds: a second one is a renewal`, hint: 'record it with --status renewed, or the withdrawal that came between' } : undefined;
    case 'renewed': return state === 'given' || state === 'expired' ? undefined : { says: `there is no consent on ${formatDay(fact.on)} that could be renewed${by ? `: it was ${sayConsent(by)}` : ''}`, hint: 'record it without --status: it is a new consent' };
    case 'refused': return state === 'given' ? { says: `the consent${stands} still holds: to refuse it now is to withdraw it`, hint: 'custos consent withdraw' } : undefined;
    case 'withdrawn':
    case 'revoked':
    case 'invalidated': return state === 'given' || state === 'expired' ? undefined : { says: `there is no consent on ${formatDay(fact.on)} that could be ${fact.status}${by ? `: it was ${sayConsent(by)}` : next ? `: it was first ${sayConsent(next)}` : ''}`, hint: 'check the date, or record the consent first: custos consent record' };
    default: return undefined;
  }
}

/** A consent of one guardian does not renew that of another: both may be needed. */
function isAnothers(before: readonly ConsentFact[], { guardian, on }: ConsentFact): boolean {
  const others = guardiansOn(before, on);
  return guardian !== undefined && others.length > 0 && others.every((other) => other.guardian !== guardian);
}
