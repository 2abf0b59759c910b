/** What one row of a file asks of the register: all of it is recorded, or nothing. */
import { type ConsentRecord, consentFact, placeOf } from '../../core/consent.ts';
import { type Moment, type Zone, formatDay, formatMoment, parseMoment } from '../../core/date.ts';
import { UserError } from '../../core/errors.ts';
import type { ConsentedBody, NewEvent } from '../../core/event.ts';
import type { LedgerTx, Stamp } from '../../core/ledger.ts';
import type { ConsentRow, SaidInRow } from '../../inventory/consent-row.ts';
import { type Scope, scopeText } from '../../inventory/consent-scopes.ts';
import type { App } from '../app.ts';
import { type FollowUp, followUp } from './follow-up.ts';
import { codedScope, languageTag, methodNotes, noticeCode, scopeNotes } from './options.ts';
import { append, checkSubject, consentsOfSubject, forScope, plan, zoneOfConsent } from './register.ts';

export type RowPlan = { scopes: string[]; warnings: string[] } & (
  | { result: 'skipped'; why: string }
  | { result: 'created' | 'changed' | 'unchanged'; request: string | null; write: () => Promise<string[]> }
);

interface Planning {
  /** The withdrawals of the file are past: no request follows them up. */
  history: boolean;
  stamp: Stamp;
}

/** One consent of the row. */
interface Part {
  scope: Scope;
  record: ConsentRecord | undefined;
  /** What the register does not have yet. */
  fresh: ConsentedBody[];
}

export async function planRow(app: App, tx: LedgerTx, row: ConsentRow, planning: Planning): Promise<RowPlan> {
  const skip = (why: string): RowPlan => ({ scopes: row.scopes.map(({ code }) => code), warnings: row.warnings, result: 'skipped', why });
  if (row.problems.length > 0) return skip(row.problems.join('; '));
  try {
    return await planWhole(app, tx, { ...row, subject: checkSubject(row.subject) }, planning, [...row.warnings]);
  } catch (error) {
    if (error instanceof UserError && error.code !== 'ledger-broken') return skip(error.message);
    throw error;
  }
}

async function planWhole(app: App, tx: LedgerTx, row: ConsentRow, { history, stamp }: Planning, warnings: string[]): Promise<RowPlan> {
  const { places } = await app.world();
  const place = row.jurisdiction !== undefined && Object.hasOwn(places, row.jurisdiction) ? row.jurisdiction : undefined;
  if (row.jurisdiction !== undefined && place === undefined) warnings.push('subject_jurisdiction is left out: it names no place that is known');
  const scopes = row.scopes.map(codedScope);
  const known = await consentsOfSubject(tx, row.subject);
  const parts: Part[] = [];
  for (const [i, scope] of scopes.entries()) {
    const record = forScope(known, scope);
    const bodies = row.said(row.scopes[i] as Scope).map((said) => bodyOf(said, { ...(place === undefined ? {} : { jurisdiction: place }), source: history ? 'history' : 'import' }, warnings));
    const zone = await zoneOfConsent(app, place ?? (record && placeOf(record)));
    parts.push({ scope, record, fresh: bodies.filter((body) => !isKnown(record, body, zone)) });
    warnings.push(...scopeNotes(scope));
  }
  const common = place ?? parts.flatMap(({ record }) => (record && placeOf(record)) ?? [])[0];
  const zone = await zoneOfConsent(app, common);
  const ended = parts.filter(({ fresh }) => isWithdrawal(fresh.at(-1)));
  const follow = history ? undefined : await followWithdrawal(tx, row.subject, { ended, common, zone, stamp }, warnings);
  if (follow) for (const { fresh } of ended) Object.assign(fresh.at(-1) as ConsentedBody, { request: follow.id });
  const planned = parts.filter(({ fresh }) => fresh.length > 0).map((part) => ({ part, events: eventsOf(part, row, zone, app.now) }));
  const result = parts.some(({ record }) => record === undefined) ? 'created' : planned.length > 0 ? 'changed' : 'unchanged';
  const write = async (): Promise<string[]> => {
    const ids = parts.flatMap(({ record }) => record?.id ?? []);
    for (const { part, events } of planned) ids.push((await append(tx, part.record, events, stamp)).id);
    await follow?.write();
    return [...new Set(ids)];
  };
  return { scopes: scopes.map(scopeText), warnings: [...new Set(warnings)], result, request: follow?.id ?? null, write };
}

const isWithdrawal = (body: ConsentedBody | undefined): boolean => body?.status === 'withdrawn' || body?.status === 'revoked';

interface Ended {
  ended: readonly Part[];
  common: string | undefined;
  zone: Zone;
  stamp: Stamp;
}

/** The request for what the row says was withdrawn last, if the register did not know. */
async function followWithdrawal(tx: LedgerTx, ref: string, { ended, common, zone, stamp }: Ended, warnings: string[]): Promise<FollowUp | undefined> {
  const last = ended[0]?.fresh.at(-1);
  if (last === undefined) return undefined;
  if (common === undefined) {
    warnings.push('withdrawn, and no clock runs: subject_jurisdiction does not say where the person is');
    return undefined;
  }
  return followUp(tx, { ref, scopes: ended.map(({ scope }) => scope), on: parseMoment(last.on) as Moment, zone, facts: { jurisdiction: common } }, stamp);
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

/** What a file can say about an event and the register have otherwise, with its column. */
const COMPARED = { until: 'consent_expiry', method: 'consent_method', notice: 'consent_notice_version', language: 'consent_language', guardian: 'guardian_relation' } as const;

const kindOf = (status: ConsentedBody['status']): string => (status === 'renewed' ? 'granted' : status);

/** Whether the register has, or ever had, what the row says; the same said otherwise is a contradiction. */
function isKnown(record: ConsentRecord | undefined, body: ConsentedBody, zone: Zone): boolean {
  if (!record) return false;
  const day = consentFact(body, 0, zone).on;
  const same = record.events.flatMap(({ body: had, seq }) => {
    if (had.type !== 'consented' || kindOf(had.status) !== kindOf(body.status)) return [];
    const moved = record.events.flatMap((e) => (e.body.type === 'corrected' && e.body.event === seq && e.body.on !== undefined ? [e.body.on] : []));
    return [had.on, ...moved].some((on) => consentFact({ ...had, on }, 0, zone).on === day) ? [{ had, seq }] : [];
  });
  const differing = (had: ConsentedBody): string[] => (Object.keys(COMPARED) as (keyof typeof COMPARED)[]).filter((key) => body[key] !== undefined && had[key] !== body[key]).map((key) => COMPARED[key]);
  if (same.some(({ had }) => differing(had).length === 0)) return true;
  const standing = same.find(({ seq }) => !record.struck.has(seq));
  if (standing) throw new UserError('refused-event', `${record.id} has “${body.status} on ${formatDay(day)}” with another ${differing(standing.had).join(', ')}: if the row is right, custos consent correct ${record.id} ${standing.seq}, and import again`);
  return false;
}

function eventsOf({ scope, record, fresh }: Part, row: ConsentRow, zone: Zone, now: Moment): NewEvent[] {
  const values: Record<string, string> = row.evidence === undefined ? {} : { evidence: row.evidence };
  const found = plan({ ref: row.subject, scope, record, zone, now }, fresh.map((body, i) => ({ body, values: i === 0 ? values : {} })));
  if ('refusal' in found) throw new UserError('refused-event', `${scopeText(scope)}: ${found.refusal.says}`);
  return found.events;
}
