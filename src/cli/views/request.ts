/** How a request reads, and what its JSON record holds. */
import { type CaseRecord, isClosed } from '../../core/case.ts';
import { formatDay } from '../../core/date.ts';
import type { Deadline, Result } from '../../core/deadline.ts';
import { type CaseEvent, correctionWords } from '../../core/event.ts';
import type { Records } from '../../core/report.ts';
import { type MarkedFact, type Timeline, markWords } from '../../core/timeline.ts';
import { deadlineColumns, deadlineFields, deadlineNotes, shown } from './deadlines.ts';

/** States of a clock that still asks for something. */
export const RUNS: readonly Deadline['state'][] = ['running', 'overdue', 'paused', 'undetermined'];

export type RequestState = 'open' | 'answered' | 'withdrawn';

/** One request (kind `request`). Personal data stand in `person`, which is null without --reveal. */
export interface RequestItem {
  id: string;
  requestType: string;
  jurisdiction: string;
  state: RequestState;
  received: string | null;
  answered: string | null;
  outcome: string | null;
  ground: string | null;
  role: string | null;
  data: readonly string[] | null;
  channel: string | null;
  agent: boolean;
  source: string | null;
  reference: string | null;
  timeZone: string;
  hasPersonalData: boolean;
  person: Readonly<Record<string, string>> | null;
  deadlines: readonly Deadline[];
  events: readonly EventItem[];
}

export interface EventItem {
  event: number;
  what: string;
  on: string | null;
  until: string | null;
  ground: string | null;
  outcome: string | null;
  law: string | null;
  recordedAt: string;
  by: string;
  struck: boolean;
}

/** Open until it is answered or withdrawn, and as long as a clock runs that the answer does not end. */
export function requestState(timeline: Timeline, items: readonly Pick<Deadline, 'state'>[]): RequestState {
  if (timeline.marks.some((m) => m.mark === 'withdrawn')) return 'withdrawn';
  return isClosed(timeline) && !items.some((i) => RUNS.includes(i.state)) ? 'answered' : 'open';
}

/** The answer that stands: the last one. */
export function answerOf(timeline: Timeline): MarkedFact | undefined {
  return timeline.marks.findLast((m) => m.mark === 'answered');
}

export function requestItem(record: CaseRecord, timeline: Timeline, result: Result, person: Readonly<Record<string, string>> | null): RequestItem {
  const answer = answerOf(timeline);
  const received = timeline.marks.find((m) => m.mark === 'received');
  return {
    id: record.id, requestType: timeline.requestType, jurisdiction: timeline.jurisdiction, state: requestState(timeline, result.items),
    received: received ? formatDay(received.on) : null, answered: answer ? formatDay(answer.on) : null, outcome: answer?.outcome ?? null, ground: answer?.ground ?? null,
    role: record.facts.role ?? null, data: record.facts.data ?? null, channel: record.facts.channel ?? null, agent: record.opened.agent === true,
    source: record.opened.source ?? null, reference: record.opened.reference ?? null, timeZone: timeline.zone,
    hasPersonalData: record.privates.some((p) => !record.erased.has(p.id)), person, deadlines: result.items, events: record.events.map((e) => eventItem(e, record)),
  };
}

function eventItem({ seq, body, recordedAt, by }: CaseEvent, record: CaseRecord): EventItem {
  const blank: EventItem = { event: seq, what: body.type, on: null, until: null, ground: null, outcome: null, law: null, recordedAt, by, struck: record.struck.has(seq) };
  switch (body.type) {
    case 'marked': {
      const standing = record.marks.find((m) => m.seq === seq)?.body ?? body;
      return { ...blank, what: body.mark, on: standing.on, until: body.until ?? null, ground: body.ground ?? null, outcome: body.outcome ?? null, law: body.law ?? null };
    }
    case 'corrected': return { ...blank, what: correctionWords(body) };
    case 'learned': return { ...blank, what: `now recorded: ${Object.entries(body).filter(([k]) => k !== 'type').map(([k, v]) => `${k} ${String(v)}`).join(', ')}` };
    case 'erased': return { ...blank, what: `personal data erased (${body.why === 'retention' ? `kept long enough${body.law ? ` under ${body.law}` : ''}` : 'asked for'})` };
    case 'opened': return { ...blank, what: 'logged' };
    case 'consented':
    case 'breach-marked':
    case 'breach-learned': return blank;
  }
}

/** The answer of every command that shows one request. */
export function requestReport(item: RequestItem, result: Result, verbose: boolean, history: boolean): Records<Deadline> {
  const { id, requestType, jurisdiction, state, received, outcome } = item;
  const facts = [item.role && `role ${item.role}`, item.data && `data ${item.data.join(', ')}`, item.channel && `channel ${item.channel}`, item.reference && `reference ${item.reference}`, item.agent && 'through an agent'].filter((f) => typeof f === 'string');
  const person = item.person ? Object.entries(item.person).map(([k, v]) => `${k}: ${v}`) : item.hasPersonalData ? ['personal data recorded; --reveal shows it'] : [];
  const events = history ? ['', 'Events', ...item.events.map(eventLine)] : [];
  return {
    kind: 'records', schema: 'request', title: `${id}: ${requestType} request from ${jurisdiction}, received ${received ?? 'unknown'} – ${state}${outcome ? `, ${outcome}` : ''}`,
    items: [item], rows: shown(result.items, verbose), columns: deadlineColumns, lines: result.items, fields: deadlineFields, summary: { id, state },
    intro: [...facts, ...person], outro: [...deadlineNotes(result.items, result.notCounted, verbose), ...events],
    empty: 'No law that custos knows concerns this request.',
  };
}

function eventLine(e: EventItem): string {
  const mark = e.on ? `${e.on}  ${markWords(e.what as MarkedFact['mark'])}` : `            ${e.what}`;
  const more = [e.until && `until ${e.until}`, e.outcome, e.ground && `ground ${e.ground}`, e.law, e.struck && 'struck'].filter((m) => typeof m === 'string');
  return `  ${String(e.event).padStart(4)}  ${mark}${more.length > 0 ? ` (${more.join(', ')})` : ''}`;
}
