/**
 * The register of consents: one case for each person and scope. The events say codes and days; the reference to the
 * person is a private record, found again by the ledger's keyed hash of it, so that it can be erased like any other.
 */
import { type Refusal, zoneOf } from '../../core/case.ts';
import { type ConsentFact, type ConsentRecord, consentFact, consentHistory, placeOf, refuseConsent, replayConsent } from '../../core/consent.ts';
import type { Moment, Zone } from '../../core/date.ts';
import { UserError } from '../../core/errors.ts';
import type { CaseEvent, ConsentedBody, NewEvent, PrivateValue } from '../../core/event.ts';
import type { LedgerTx, Stamp } from '../../core/ledger.ts';
import { subjectName } from '../../inventory/consent.ts';
import { type Scope, scopeText } from '../../inventory/consent-scopes.ts';
import type { App } from '../app.ts';

/** What recognises a person by the reference that consents are kept under: not by name or address, as requests do. */
export function subjectOf(ref: string): string {
  return `subject reference\n${subjectName(ref)}`;
}

/** A reference as it was typed. It is never repeated in a message. */
export function checkSubject(ref: string): string {
  const name = subjectName(ref);
  if (name === '' || name.length > 200 || /\p{Cc}/u.test(name)) throw new UserError('bad-value', 'the reference to the person is not one line of up to 200 characters', { hint: 'use the pseudonymous reference of your inventory, such as S-001' });
  return name;
}

/** Every consent that is recorded for a person, in the order of opening. */
export async function consentsOfSubject(tx: Pick<LedgerTx, 'findSubject' | 'read'>, ref: string): Promise<ConsentRecord[]> {
  const records: ConsentRecord[] = [];
  for (const id of await tx.findSubject(subjectOf(ref))) {
    const record = id.startsWith('C-') ? replayConsent(await tx.read(id)) : undefined;
    if (record) records.push(record);
  }
  return records;
}

export function scopeOf({ opened }: ConsentRecord): Scope {
  return opened.detail === undefined ? { code: opened.scope } : { code: opened.scope, detail: opened.detail };
}

export function forScope(records: readonly ConsentRecord[], scope: Scope): ConsentRecord | undefined {
  return records.find((record) => scopeText(scopeOf(record)) === scopeText(scope));
}

/** Days of a consent are days where the person is, as far as that is known. */
export async function zoneOfConsent(app: App, place: string | undefined): Promise<Zone> {
  return zoneOf(place ?? '', undefined, (await app.config()).config.organisation?.timeZone, await app.world());
}

/** Something that is to be recorded, with what is kept apart. */
export interface Saying {
  body: ConsentedBody;
  values: Readonly<Record<string, string>>;
}

export interface Register {
  ref: string;
  scope: Scope;
  /** The case so far, if there is one. */
  record: ConsentRecord | undefined;
  zone: Zone;
  now: Moment;
  /** What is recorded together with it, from elsewhere. */
  beside?: readonly ConsentFact[];
}

/** What is not recorded yet comes after what is, on the same day. */
const LATER = 1_000_000_000_000_000;

/** What is to be recorded, as dated facts. */
export function factsOf(sayings: readonly Saying[], zone: Zone): ConsentFact[] {
  return sayings.map(({ body }, i) => consentFact(body, LATER + i, zone));
}

/** The events that record `sayings`, or what forbids them: they are judged together, so that their order does not matter. */
export function plan({ ref, scope, record, zone, now, beside = [] }: Register, sayings: readonly Saying[]): { events: NewEvent[] } | { refusal: Refusal } {
  const refusal = refuseConsent(record ? consentHistory(record, zone) : [], [...factsOf(sayings, zone), ...beside], now, zone);
  if (refusal) return { refusal };
  const events = sayings.map(({ body, values }): NewEvent => (Object.keys(values).length > 0 ? { body, private: { values } } : { body }));
  return { events: record ? events : [opening(ref, scope), ...events] };
}

function opening(ref: string, { code, detail }: Scope): NewEvent {
  const personal: PrivateValue = { values: { subject: subjectName(ref) }, subject: subjectOf(ref) };
  return { body: { type: 'opened', kind: 'consent', scope: code, ...(detail === undefined ? {} : { detail }) }, private: personal };
}

/** Appends planned events and gives the whole case. */
export async function append(tx: LedgerTx, record: ConsentRecord | undefined, events: readonly NewEvent[], stamp: Stamp): Promise<ConsentRecord> {
  const added = await tx.append(record?.id ?? (await tx.nextCase('C')), events, stamp);
  return replayConsent([...(record?.events ?? []), ...added]) as ConsentRecord;
}

/** The events of one consent from a store that must know it. */
export async function readConsent(read: (id: string) => Promise<CaseEvent[]>, typed: string): Promise<ConsentRecord> {
  const id = typed.trim().toUpperCase();
  const record = /^C-[1-9]\d{0,9}$/.test(id) ? replayConsent(await read(id)) : undefined;
  if (!record) throw new UserError('unknown-case', `there is no consent ${/^C-\d+$/.test(id) ? id : 'of this name'}`, { hint: 'custos consent show lists every consent' });
  return record;
}

/** Where the persons of several consents are, if all say the same. */
export function commonPlace(records: readonly ConsentRecord[]): string | undefined {
  const places = new Set(records.flatMap((record) => placeOf(record) ?? []));
  return places.size === 1 ? [...places][0] : undefined;
}

