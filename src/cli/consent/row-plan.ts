/** What one row of a file asks of the register: all of it is recorded, or nothing. */
import { type ConsentFact, type ConsentRecord, consentFact, consentHistory, consentOn, placeOf } from '../../core/consent.ts';
import { type Moment, type Zone, formatDay, formatMoment, momentDay, parseMoment } from '../../core/date.ts';
import { UserError } from '../../core/errors.ts';
import type { ConsentedBody, NewEvent } from '../../core/event.ts';
import type { Ledger, LedgerTx, Stamp } from '../../core/ledger.ts';
import type { ConsentRow, SaidInRow } from '../../inventory/consent-row.ts';
import { type Scope, scopeText } from '../../inventory/consent-scopes.ts';
import type { App } from '../app.ts';
import { type FollowUp, followUp } from './follow-up.ts';
import { type Evidence, known, type Told } from './known.ts';
import { codedScope, languageTag, methodNotes, noticeCode, scopeNotes } from './options.ts';
import { append, checkSubject, consentsOfSubject, factsOf, forScope, plan, type Saying, zoneOfConsent } from './register.ts';

export type RowPlan = { scopes: string[]; warnings: string[] } & (
  /** `waits`: what it would record, by scope, if the history allowed it: another row may bring what is missing. */
  | { result: 'skipped'; why: string; waits?: Waiting }
  | { result: 'created' | 'changed' | 'unchanged'; request: string | null; write: () => Promise<string[]> }
);

export type Waiting = ReadonlyMap<string, readonly Saying[]>;

export interface Planning {
  /** The withdrawals of the file are past: no request follows them up. */
  history: boolean;
  stamp: Stamp;
  recall: Ledger['recall'];
  /** Evidence that a dry run would have recorded, by case. */
  rehearsed: Map<string, Set<string>>;
  /** Other rows that are recorded after this one, in one go with it. */
  beside?: readonly Waiting[];
}

/** Something that is to be recorded. */
interface Entry extends Saying {
  /** An event that has less than this: it is struck in the same go. */
  replaces?: number;
}

/** One consent of the row. */
interface Part {
  scope: Scope;
  record: ConsentRecord | undefined;
  zone: Zone;
  entries: Entry[];
  /** The withdrawal that nothing follows up yet. */
  ended: Entry | undefined;
}

/** The history forbids what a row says. */
class Forbidden extends UserError {
  readonly waits: Waiting;
  constructor(says: string, waits: Waiting) {
    super('refused-event', says);
    this.waits = waits;
  }
}

export async function planRow(app: App, tx: LedgerTx, row: ConsentRow, planning: Planning): Promise<RowPlan> {
  const skip = (why: string, waits?: Waiting): RowPlan => ({ scopes: row.scopes.map(({ code }) => code), warnings: row.warnings, result: 'skipped', why, ...(waits ? { waits } : {}) });
  if (row.problems.length > 0) return skip(row.problems.join('; '));
  try {
    return await planWhole(app, tx, { ...row, subject: checkSubject(row.subject) }, planning, [...row.warnings]);
  } catch (error) {
    if (error instanceof UserError && error.code !== 'ledger-broken') return skip(error.message, error instanceof Forbidden ? error.waits : undefined);
    throw error;
  }
}

async function planWhole(app: App, tx: LedgerTx, row: ConsentRow, planning: Planning, warnings: string[]): Promise<RowPlan> {
  const { places } = await app.world();
  const place = row.jurisdiction !== undefined && Object.hasOwn(places, row.jurisdiction) ? row.jurisdiction : undefined;
  if (row.jurisdiction !== undefined && place === undefined) warnings.push('subject_jurisdiction is left out: it names no place that is known');
  const scopes = row.scopes.map(codedScope);
  const had = await consentsOfSubject(tx, row.subject);
  const parts: Part[] = [];
  for (const [i, scope] of scopes.entries()) {
    const record = forScope(had, scope);
    const told = row.said(row.scopes[i] as Scope).map((said, k): Told => ({
      body: bodyOf(said, { ...(place === undefined ? {} : { jurisdiction: place }), source: planning.history ? 'history' : 'import' }, warnings), evidence: said.evidence ?? (k === 0 ? row.evidence : undefined),
    }));
    const zone = await zoneOfConsent(app, place ?? (record && placeOf(record)));
    parts.push(await partOf({ scope, record, zone, entries: [], ended: undefined }, told, planning, app.now, warnings));
    warnings.push(...scopeNotes(scope));
  }
  const common = place ?? parts.flatMap(({ record }) => (record && placeOf(record)) ?? [])[0];
  const follow = await followWithdrawal(tx, row.subject, parts, common, await zoneOfConsent(app, common), planning, warnings);
  const waits = new Map(parts.map(({ scope, entries }) => [scopeText(scope), entries]));
  const planned = parts.filter(({ entries }) => entries.length > 0).map((part) => ({ part, events: eventsOf(part, row.subject, app.now, waits, planning.beside ?? []) }));
  const result = parts.some(({ record }) => record === undefined) ? 'created' : planned.length > 0 ? 'changed' : 'unchanged';
  const write = async (): Promise<string[]> => {
    const ids = parts.flatMap(({ record }) => record?.id ?? []);
    for (const { part, events } of planned) {
      const { id } = await append(tx, part.record, events, planning.stamp);
      ids.push(id);
      if (app.globals.dryRun) rehearse(planning.rehearsed, id, part.entries);
    }
    await follow?.write();
    return [...new Set(ids)];
  };
  return { scopes: scopes.map(scopeText), warnings: [...new Set(warnings)], result, request: follow?.id ?? null, write };
}

function rehearse(rehearsed: Planning['rehearsed'], id: string, entries: readonly Entry[]): void {
  const named = entries.flatMap(({ values }) => values['evidence'] ?? []);
  if (named.length > 0) rehearsed.set(id, new Set([...(rehearsed.get(id) ?? []), ...named]));
}

/** What of a consent the register does not have yet, or has without something that the row knows. */
async function partOf(part: Part, told: readonly Told[], planning: Planning, now: Moment, warnings: string[]): Promise<Part> {
  const { record, zone } = part;
  const evidence = await evidenceIn(record, told, planning);
  let again: number | undefined;
  for (const one of told) {
    const found = known(record, one, zone, evidence);
    const values: Record<string, string> = one.evidence === undefined ? {} : { evidence: one.evidence };
    if (found.how === 'struck') warnings.push(`${record?.id}: “${one.body.status} on ${formatDay(momentDay(parseMoment(one.body.on) as Moment, zone))}” was recorded and struck: it is not recorded again`);
    else if (found.how === 'new') {
      part.entries.push({ body: one.body, values });
      part.ended = isWithdrawal(one.body) ? part.entries.at(-1) : undefined;
    } else if ('event' in found && record) {
      const entry: Entry = { body: placed(found.event.body, one.body), values: { ...(await kept(found.event.body, planning)), ...values }, replaces: found.event.seq };
      const open = !planning.history && isUnfollowed(record, found.event, zone, now);
      const { on } = consentFact(found.event.body, 0, zone);
      // What the row says next of the same day has to come after it again.
      if (found.how === 'partly') again = on;
      if (again === on) part.entries.push(entry);
      part.ended = open ? entry : undefined;
    }
  }
  return part;
}

/** An event with the place that it lacked. */
function placed(had: ConsentedBody, { jurisdiction }: ConsentedBody): ConsentedBody {
  const { private: _, ...body } = had;
  return { ...body, ...(body.jurisdiction === undefined && jurisdiction !== undefined ? { jurisdiction } : {}) };
}

/** What is kept apart of an event: it moves to the event that replaces it. */
async function kept(had: ConsentedBody, { recall }: Planning): Promise<Readonly<Record<string, string>>> {
  return had.private === undefined ? {} : ((await recall([had.private.id])).get(had.private.id) ?? {});
}

async function evidenceIn(record: ConsentRecord | undefined, told: readonly Told[], { recall, rehearsed }: Planning): Promise<Evidence> {
  const added = rehearsed.get(record?.id ?? '') ?? new Set<string>();
  if (!record || told.every(({ evidence }) => evidence === undefined)) return { of: () => undefined, rehearsed: added };
  const values = await recall(record.privates.map(({ id }) => id));
  return { of: ({ body }) => values.get(body.private?.id ?? '')?.['evidence'], rehearsed: added };
}

const isWithdrawal = (body: ConsentedBody): boolean => body.status === 'withdrawn' || body.status === 'revoked';

/** A withdrawal that stands and has no request, and was not taken over as dealt with. */
function isUnfollowed(record: ConsentRecord, { body, seq }: ConsentRecord['said'][number], zone: Zone, now: Moment): boolean {
  return isWithdrawal(body) && body.request === undefined && body.source !== 'history' && consentOn(consentHistory(record, zone, now), momentDay(now, zone)).by?.event === seq;
}

/** The request for what the row says was withdrawn last, if nothing follows it up. */
async function followWithdrawal(tx: LedgerTx, ref: string, parts: readonly Part[], common: string | undefined, zone: Zone, { history, stamp }: Planning, warnings: string[]): Promise<FollowUp | undefined> {
  const ended = parts.filter((part) => part.ended !== undefined);
  const last = ended[0]?.ended;
  if (last === undefined || history) return undefined;
  if (common === undefined) {
    if (ended.some(({ ended: entry }) => entry?.replaces === undefined)) warnings.push('withdrawn, and no clock runs: subject_jurisdiction does not say where the person is');
    return undefined;
  }
  const follow = await followUp(tx, { ref, scopes: ended.map(({ scope }) => scope), on: parseMoment(last.body.on) as Moment, zone, facts: { jurisdiction: common } }, stamp);
  for (const { ended: entry, entries } of ended) {
    (entry as Entry).body = { ...(entry as Entry).body, request: follow.id };
    if (!entries.includes(entry as Entry)) entries.push(entry as Entry);
  }
  return follow;
}

function bodyOf({ status, on, until, method, notice, language, guardian }: SaidInRow, from: Pick<ConsentedBody, 'jurisdiction' | 'source'>, warnings: string[]): ConsentedBody {
  // Rows with an unknown status or without a day have a problem, and are skipped before.
  if (status === 'unknown' || status === 'expired' || on === undefined) throw new Error('a row without a day was not skipped');
  const [version, tag] = [notice === undefined ? undefined : noticeCode(notice), language === undefined ? undefined : languageTag(language)];
  if (notice !== undefined && version === undefined) warnings.push('consent_notice_version is left out: it is no code');
  if (language !== undefined && tag === undefined) warnings.push('consent_language is left out: it is no language tag such as en');
  warnings.push(...methodNotes(method));
  const more = { until: until === undefined ? undefined : formatDay(until), method, notice: version, language: tag, guardian };
  return { type: 'consented', status, on: formatMoment(on.moment), ...from, ...Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined)) };
}

/** Rows that are recorded in one go come one after the other, with room for what each says. */
const APART = 1000;

function eventsOf({ scope, record, zone, entries }: Part, ref: string, now: Moment, waits: Waiting, beside: readonly Waiting[]): NewEvent[] {
  const replaced = new Set(entries.flatMap(({ replaces }) => replaces ?? []));
  const others = beside.flatMap((row, i) => factsOf(row.get(scopeText(scope)) ?? [], zone).map((fact): ConsentFact => ({ ...fact, event: fact.event + (i + 1) * APART })));
  const found = plan({ ref, scope, record: record && { ...record, said: record.said.filter(({ seq }) => !replaced.has(seq)) }, zone, now, beside: others }, entries);
  if ('refusal' in found) throw new Forbidden(`${scopeText(scope)}: ${found.refusal.says}`, waits);
  return [...[...replaced].map((event): NewEvent => ({ body: { type: 'corrected', event } })), ...found.events];
}
