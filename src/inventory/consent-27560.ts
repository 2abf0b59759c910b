/** Consent records in the form of ISO/IEC TS 27560, as `consent show --json --reveal` writes them, read back. */
import { parseDay, parseMoment } from '../core/date.ts';
import { CONSENT_STATUSES } from '../core/consent.ts';
import { type Fields, isFields } from '../core/fields.ts';
import { subjectName } from './consent.ts';
import { type ConsentColumn, type ConsentRow, type Dated, type SaidInRow, type cellReader, readConsentRow } from './consent-row.ts';
import { type Scope, readScope } from './consent-scopes.ts';

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '');

/** A record of a JSON file: of the standard, or with the columns of an inventory as its keys. `line` counts from 1. */
export function readConsentRecord(line: number, value: unknown, read: ReturnType<typeof cellReader>): ConsentRow {
  const fields = isFields(value) ? value : {};
  if ('events' in fields && 'pii_processing' in fields) return standardRow(line, fields);
  const cell = (column: ConsentColumn): string => list(fields[column]).map(text).join(';') || text(fields[column]);
  return readConsentRow(line, cell, read);
}

function standardRow(line: number, fields: Fields): ConsentRow {
  const processing = isFields(fields['pii_processing']) ? fields['pii_processing'] : {};
  const purposes = list(processing['purposes']).filter(isFields);
  const read = purposes.map((purpose) => readScope(text(purpose['purpose'])));
  const scopes = read.filter((scope): scope is Scope => scope !== undefined);
  const said = sayingsOf(fields, processing);
  const subject = subjectName(text(fields['pii_principal_id']));
  const place = purposes.map((purpose) => text(purpose['jurisdiction'])).find((code) => code !== '');
  const problems = [
    ...(subject === '' ? ['pii_principal_id is empty'] : []), ...(scopes.length === 0 || scopes.length < read.length ? ['purpose names no scope that is known'] : []),
    ...(said.length === 0 || said.includes(undefined) ? ['an event has no event_time or event_state that is known'] : []),
  ];
  const known = said.map((one): SaidInRow => one ?? { status: 'unknown' });
  return { line, subject, scopes, said: () => known, ...(place === undefined ? {} : { jurisdiction: place }), problems, warnings: [] };
}

/**
 * The standard has one notice for all events, that of the last consent. With which notice the earlier ones were given
 * stands in the history beside it, where the record is one of ours; else nobody knows.
 */
function sayingsOf(fields: Fields, processing: Fields): (SaidInRow | undefined)[] {
  const events = list(fields['events']).map((event) => (isFields(event) ? event : {}));
  const custos = isFields(fields['custos']) ? fields['custos'] : {};
  const history = list(custos['history']).filter(isFields).filter((line) => line['struck'] !== true);
  const last = events.findLastIndex((event) => began(text(event['event_state'])));
  return events.map((event, i) => {
    const said = sayingOf(event);
    if (said === undefined) return undefined;
    const at = history.findIndex((line) => text(line['what']) === said.status && text(line['on']) === text(event['event_time']) && text(line['guardian']) === (said.guardian ?? '') && text(line['method']) === (said.method ?? ''));
    const [line] = at < 0 ? [] : history.splice(at, 1);
    const { privacy_notice: notice, language } = processing;
    return { ...said, ...proofIn(line ?? (i === last ? { notice, language } : {})) };
  });
}

function proofIn({ notice, language, evidence }: Fields): Pick<SaidInRow, 'notice' | 'language' | 'evidence'> {
  return Object.fromEntries(Object.entries({ notice: text(notice), language: text(language), evidence: text(evidence) }).filter(([, value]) => value !== ''));
}

const began = (status: string): boolean => status === 'granted' || status === 'renewed';

function sayingOf(event: Fields): SaidInRow | undefined {
  const status = CONSENT_STATUSES.find((s) => s === text(event['event_state']));
  const on = datedOf(text(event['event_time']));
  if (status === undefined || on === undefined) return undefined;
  const until = parseDay(text(event['validity_duration']).split('/')[1] ?? '');
  const manner = { method: text(event['event_type']), guardian: /^guardian:(.+)$/.exec(text(event['entity_id']))?.[1] ?? '' };
  return { status, on, ...(until === undefined ? {} : { until }), ...Object.fromEntries(Object.entries(manner).filter(([, value]) => value !== '')) };
}

function datedOf(written: string): Dated | undefined {
  const moment = parseMoment(written);
  const day = moment && ('day' in moment ? moment.day : parseDay(written.slice(0, 10)));
  return moment && day !== undefined ? { moment, day } : undefined;
}
