/**
 * How a consent reads, and its record in the form of ISO/IEC TS 27560:2023. What the register does not know is null in
 * the record and named in `missing`; what the standard has no field for stands under `custos`.
 */
import { type ConsentFact, type ConsentRecord, type ConsentState, consentHistory, placeOf } from '../../core/consent.ts';
import { type Day, type Moment, type Zone, formatDay } from '../../core/date.ts';
import type { Deadline } from '../../core/deadline.ts';
import { type CaseEvent, type ConsentedBody, type PrivateValue, correctionWords } from '../../core/event.ts';
import type { Records, Tone } from '../../core/report.ts';
import { isIn } from '../../inventory/columns.ts';
import { countsOn } from '../../inventory/consent.ts';
import { aboutScope, scopeText } from '../../inventory/consent-scopes.ts';
import type { Config } from '../../adapters/config.ts';
import { dayWithName, daysLeftWords } from './deadlines.ts';

/** One consent (kind `consents`). Keys of the standard are written as the standard writes them. */
export interface ConsentItem {
  schema_version: 'ISO/IEC TS 27560:2023';
  record_id: string;
  /** The reference to the person; null without --reveal, and when it was erased. */
  pii_principal_id: string | null;
  pii_processing: { privacy_notice: string | null; language: string | null; purposes: [Purpose] };
  party_identification: [Party];
  events: Event27560[];
  custos: Extension;
}

interface Purpose {
  purpose: string;
  purpose_type: string;
  lawful_basis: 'consent';
  pii_information: null;
  pii_controllers: ['controller'];
  collection_method: null;
  storage_locations: null;
  retention_period: null;
  jurisdiction: string | null;
  recipient_third_parties: [string] | null;
  withdrawal_method: null;
}

interface Party {
  party_id: 'controller';
  party_name: string | null;
  party_address: string | null;
  party_contact: string | null;
  party_type: 'organisation';
  party_role: string | null;
}

interface Event27560 {
  event_time: string;
  /** An interval, both days included; null for one without an end. */
  validity_duration: string | null;
  entity_id: string;
  event_type: string | null;
  event_state: string;
}

interface Extension {
  scope: string;
  detail: string | null;
  /** How it stood on `on`, and since and until when. */
  on: string;
  state: ConsentState;
  since: string | null;
  until: string | null;
  method: string | null;
  /** The request that follows the withdrawal up, and its clocks where they were asked for. */
  request: string | null;
  deadlines: readonly Deadline[];
  hasPersonalData: boolean;
  /** Fields that the standard demands and the register does not hold. */
  missing: string[];
  history: HistoryLine[];
}

interface HistoryLine {
  event: number;
  what: string;
  on: string | null;
  until: string | null;
  jurisdiction: string | null;
  method: string | null;
  notice: string | null;
  language: string | null;
  guardian: string | null;
  request: string | null;
  evidence: string | null;
  note: string | null;
  recordedAt: string;
  by: string;
  struck: boolean;
}

export interface Look {
  /** The day that is asked about. */
  on: Day;
  zone: Zone;
  now: Moment;
  organisation: Config['organisation'];
  /** Private values by id of their record; absent without --reveal. */
  reveal: ReadonlyMap<string, PrivateValue['values']> | undefined;
  deadlines?: readonly Deadline[];
}

export function consentItem(record: ConsentRecord, { on, zone, now, organisation, reveal, deadlines = [] }: Look): ConsentItem {
  const { opened } = record;
  const history = consentHistory(record, zone, now);
  const { state, by } = countsOn(history, on);
  const bodies = new Map(record.said.map(({ body, seq }) => [seq, body]));
  const given = bodyOf(bodies, history.findLast((fact) => fact.on <= on && (fact.status === 'granted' || fact.status === 'renewed')));
  const scope = scopeText(opened.detail === undefined ? { code: opened.scope } : { code: opened.scope, detail: opened.detail });
  const item: ConsentItem = {
    schema_version: 'ISO/IEC TS 27560:2023', record_id: record.id, pii_principal_id: valueOf(reveal, opened.private?.id, 'subject'),
    pii_processing: { privacy_notice: given?.notice ?? null, language: given?.language ?? null, purposes: [purposeOf(scope, record)] },
    party_identification: [partyOf(organisation)],
    events: history.map((fact) => eventOf(fact, bodies.get(fact.event) as ConsentedBody)),
    custos: {
      scope: opened.scope, detail: opened.detail ?? null, on: formatDay(on), state, since: by ? formatDay(by.on) : null, until: by?.until === undefined ? null : formatDay(by.until), method: given?.method ?? null,
      request: bodyOf(bodies, by)?.request ?? null, deadlines, hasPersonalData: record.privates.some((p) => !record.erased.has(p.id)), missing: [],
      history: record.events.flatMap((event) => (event.body.type === 'opened' ? [] : [lineOf(event, record, reveal)])),
    },
  };
  item.custos.missing = missingOf(item, record);
  return item;
}

function bodyOf(bodies: ReadonlyMap<number, ConsentedBody>, fact: ConsentFact | undefined): ConsentedBody | undefined {
  return fact && bodies.get(fact.event);
}

function valueOf(reveal: Look['reveal'], id: string | undefined, key: string): string | null {
  return (id === undefined ? undefined : reveal?.get(id)?.[key]) ?? null;
}

function purposeOf(scope: string, record: ConsentRecord): Purpose {
  const { opened } = record;
  const recipient = aboutScope(opened.scope)?.detail === 'recipient' ? opened.detail : undefined;
  return {
    purpose: scope, purpose_type: opened.scope, lawful_basis: 'consent', pii_information: null, pii_controllers: ['controller'], collection_method: null, storage_locations: null,
    retention_period: null, jurisdiction: placeOf(record) ?? null, recipient_third_parties: recipient === undefined ? null : [recipient], withdrawal_method: null,
  };
}

function partyOf(organisation: Config['organisation']): Party {
  const { name, contact, roles } = organisation ?? {};
  return { party_id: 'controller', party_name: name ?? null, party_address: contact?.address ?? null, party_contact: contact?.email ?? contact?.phone ?? contact?.web ?? null, party_type: 'organisation', party_role: roles?.[0] ?? null };
}

function eventOf(fact: ConsentFact, body: ConsentedBody): Event27560 {
  return {
    event_time: body.on, validity_duration: body.until === undefined ? null : `${formatDay(fact.on)}/${body.until}`, entity_id: body.guardian === undefined ? 'pii_principal' : `guardian:${body.guardian}`,
    event_type: body.method ?? null, event_state: body.status,
  };
}

function lineOf({ seq, body, recordedAt, by }: CaseEvent, record: ConsentRecord, reveal: Look['reveal']): HistoryLine {
  const blank: HistoryLine = {
    event: seq, what: body.type, on: null, until: null, jurisdiction: null, method: null, notice: null, language: null, guardian: null, request: null, evidence: null, note: null, recordedAt, by, struck: record.struck.has(seq),
  };
  if (body.type === 'corrected') return { ...blank, what: correctionWords(body) };
  if (body.type === 'erased') return { ...blank, what: `personal data erased (${body.why === 'retention' ? 'kept long enough' : 'asked for'})` };
  if (body.type !== 'consented') return blank;
  const { until, jurisdiction, method, notice, language, guardian, request } = body;
  const said = Object.fromEntries(Object.entries({ until, jurisdiction, method, notice, language, guardian, request }).filter(([, value]) => value !== undefined));
  return {
    ...blank, ...said, what: body.status, on: record.said.find((s) => s.seq === seq)?.body.on ?? body.on,
    evidence: valueOf(reveal, body.private?.id, 'evidence'), note: valueOf(reveal, body.private?.id, 'note'),
  };
}

/** Mandatory fields of the standard that are null, whether because nobody recorded them or because the register has no place for them. */
function missingOf(item: ConsentItem, record: ConsentRecord): string[] {
  const { privacy_notice, language, purposes: [purpose] } = item.pii_processing;
  const [{ party_name, party_address, party_contact, party_role }] = item.party_identification;
  const fields = {
    privacy_notice, language, pii_information: purpose.pii_information, party_name, party_address, party_contact, party_role, storage_locations: purpose.storage_locations, retention_period: purpose.retention_period,
    jurisdiction: purpose.jurisdiction, recipient_third_parties: purpose.recipient_third_parties, withdrawal_method: purpose.withdrawal_method,
  };
  const erased = record.opened.private !== undefined && record.erased.has(record.opened.private.id);
  return [...(erased ? ['pii_principal_id'] : []), ...Object.entries(fields).filter(([, value]) => value === null).map(([name]) => name)];
}

const TONES: Partial<Record<ConsentState, Tone>> = { given: 'good', withdrawn: 'bad', refused: 'bad', expired: 'warn', requested: 'dim' };

const COLUMNS: Records<ConsentItem>['columns'] = [
  { title: 'CASE', value: (c) => ({ text: c.record_id, tone: 'strong' }) },
  { title: 'SCOPE', value: (c) => c.pii_processing.purposes[0].purpose },
  { title: 'STATE', value: (c) => ({ text: c.custos.state, tone: TONES[c.custos.state] ?? 'dim' }) },
  { title: 'SINCE', value: (c) => c.custos.since ?? '–' },
  { title: 'UNTIL', value: (c) => c.custos.until ?? '–' },
  { title: 'METHOD', value: (c) => (c.custos.method === null ? '–' : sayMethod(c.custos.method)) },
  { title: 'NOTICE', value: (c) => c.pii_processing.privacy_notice ?? '–' },
  { title: 'REQUEST', value: (c) => c.custos.request ?? '' },
  { title: 'SUBJECT', wide: true, value: (c) => c.pii_principal_id ?? '' },
];

const FIELDS = ['case', 'subject', 'scope', 'state', 'on', 'since', 'until', 'method', 'notice', 'language', 'jurisdiction', 'request'] as const;

/** A method with what the law thinks of it. */
function sayMethod(method: string): string {
  return isIn(method, 'NOT_AFFIRMATIVE') ? `${method}, no affirmative act` : method;
}

/** The answer of every command about consents. */
export function consentsReport(items: readonly ConsentItem[], on: Day, options: { history: boolean; reveal: boolean; outro?: readonly string[]; empty: string }): Records {
  const states = Object.fromEntries([...new Set(items.map((i) => i.custos.state))].toSorted().map((state) => [state, items.filter((i) => i.custos.state === state).length]));
  const report: Records<ConsentItem> = {
    kind: 'records', schema: 'consents', title: `On ${formatDay(on)}`, items, rows: items,
    columns: COLUMNS.filter(({ title }) => (title !== 'SUBJECT' || options.reveal) && (title !== 'REQUEST' || items.some((i) => i.custos.request !== null))), lines: [], fields: [],
    summary: { count: items.length, on: formatDay(on), states, revealed: options.reveal }, empty: options.empty,
    outro: [...(options.outro ?? []), ...(options.history && items.length > 0 ? ['', 'Events', ...items.flatMap(historyLines)] : [])],
  };
  return { ...report, lines: items.map(flat), fields: FIELDS.filter((field) => field !== 'subject' || options.reveal) };
}

function flat({ record_id, pii_principal_id, pii_processing, custos }: ConsentItem): Record<(typeof FIELDS)[number], string | null> {
  const { privacy_notice, language, purposes: [purpose] } = pii_processing;
  const { on, state, since, until, method, request } = custos;
  return { case: record_id, subject: pii_principal_id, scope: purpose.purpose, state, on, since, until, method, notice: privacy_notice, language, jurisdiction: purpose.jurisdiction, request };
}

function historyLines({ record_id, custos }: ConsentItem): string[] {
  return custos.history.map((line) => {
    const more = [line.jurisdiction, line.method && sayMethod(line.method), line.notice && `notice ${line.notice}`, line.language, line.guardian && `by guardian (${line.guardian})`, line.until && `until ${line.until}`, line.request, line.evidence && `evidence ${line.evidence}`, line.note, line.struck && 'struck'];
    const said = more.filter((m) => typeof m === 'string');
    return `  ${record_id.padEnd(5)} ${String(line.event).padStart(4)}  ${line.on ?? '          '}  ${line.what}${said.length > 0 ? ` (${said.join(', ')})` : ''}`;
  });
}

/** The clocks that a withdrawal started, a line each. */
export function clockLines(request: string, items: readonly Deadline[]): string[] {
  const lines = items.filter((i) => i.state !== 'not-required' && i.state !== 'not-in-force').map((i) => {
    const due = i.due ? `due ${dayWithName(i.due)}${daysLeftWords(i) === '' ? `, ${i.state}` : `, ${daysLeftWords(i)}`}` : i.state === 'no-fixed-term' ? `no fixed term (${i.standard})` : i.state;
    return `${request}  ${i.law} ${i.obligation}: ${due}`;
  });
  return lines.length > 0 ? ['', ...lines] : [];
}
