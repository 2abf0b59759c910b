/** How a recorded breach reads, and what its JSON record holds. */
import { type BreachRecord, markWords, sayLearned } from '../../core/breach-case.ts';
import { valueAt } from '../../core/breach-facts.ts';
import type { BreachItem } from '../../core/breach-item.ts';
import { headcount } from '../../core/breach-scope.ts';
import { type Moment, formatLocal, parseMoment } from '../../core/date.ts';
import { type CaseEvent, correctionWords } from '../../core/event.ts';
import { compareText } from '../../core/order.ts';
import type { Records } from '../../core/report.ts';
import type { Breach, Judged } from '../breach/judge.ts';
import { explain, itemColumns, itemFields, itemNotes, shown } from './breach.ts';
import { explainSeverity, severityLines } from './breach-severity.ts';

/** One breach (kind `breach`). Texts stand in `facts` only with --reveal; `hidden` says which there are. */
export interface BreachOut {
  id: string;
  state: string;
  discovered: string | null;
  aware: string | null;
  contained: string | null;
  elements: readonly string[] | null;
  people: { n: number | null; upTo: number | null; places: readonly string[] };
  facts: Readonly<Record<string, unknown>>;
  hidden: readonly string[];
  erased: readonly string[];
  obligations: readonly BreachItem[];
  events: readonly BreachEventOut[];
  [more: string]: unknown;
}

interface BreachEventOut {
  event: number;
  what: string;
  on: string | null;
  law: string | null;
  audience: string | null;
  variant: string | null;
  phase: string | null;
  recordedAt: string;
  by: string;
  struck: boolean;
}

/** The facts as they may be shown. */
interface Known {
  facts: Record<string, unknown>;
  hidden: string[];
  erased: string[];
}

export function breachItem(record: BreachRecord, { id, file }: Breach, { items }: Judged, summary: Readonly<Record<string, unknown>>, { facts, hidden, erased }: Known): BreachOut {
  const { state, ...head } = summary;
  return {
    id: id ?? '', state: String(state), ...glance(file), ...head, facts: Object.fromEntries(Object.entries(facts).toSorted(([a], [b]) => compareText(a, b))), hidden: hidden.toSorted(), erased: erased.toSorted(),
    obligations: items, events: record.events.map((e) => eventOut(e, record)),
  };
}

/** What a breach is about, in codes. */
export function glance(file: Breach['file']): Pick<BreachOut, 'discovered' | 'aware' | 'contained' | 'elements' | 'people'> {
  const time = (path: string): string | null => {
    const value = valueAt(file, path);
    return typeof value === 'string' ? value : null;
  };
  const parts = [file, ...(file.dataSets ?? [])];
  const elements = [...new Set(parts.flatMap((part) => (Array.isArray(part.data?.elements) ? part.data.elements : [])))].filter((e) => /^[a-z-]+$/.test(e));
  const places = [...new Set(parts.flatMap((part) => Object.keys((typeof part.people?.byJurisdiction === 'object' ? part.people.byJurisdiction : {}) as object)))].filter((p) => /^[A-Z]{2}/.test(p)).toSorted();
  const count = headcount(file);
  return { discovered: time('incident.discovered'), aware: time('incident.aware'), contained: time('incident.contained'), elements: elements.length > 0 ? elements : null, people: { n: count?.n ?? null, upTo: count?.upTo ?? null, places } };
}

function eventOut({ seq, body, recordedAt, by }: CaseEvent, record: BreachRecord): BreachEventOut {
  const blank: BreachEventOut = { event: seq, what: body.type, on: null, law: null, audience: null, variant: null, phase: null, recordedAt, by, struck: record.struck.has(seq) };
  switch (body.type) {
    case 'breach-marked': {
      const standing = record.marks.find((m) => m.seq === seq)?.body ?? body;
      return { ...blank, what: body.mark, on: standing.on, law: body.law ?? null, audience: body.audience ?? null, variant: body.variant ?? null, phase: body.phase ?? null };
    }
    case 'breach-learned': return { ...blank, what: sayLearned(body.facts) };
    case 'corrected': return { ...blank, what: correctionWords(body) };
    case 'erased': return { ...blank, what: `texts erased (${body.why === 'retention' ? 'kept long enough' : 'asked for'})` };
    case 'opened': return { ...blank, what: 'logged' };
    default: return blank;
  }
}

export interface BreachView {
  now: Moment;
  verbose: boolean;
  history: boolean;
  explained: boolean;
  /** The texts of the private records, with --reveal. */
  texts: readonly string[];
}

/** The answer of every command that shows one breach. */
export function breachReport(item: BreachOut, { items, notCounted, severity, risk, zone }: Judged, { now, verbose, history, explained, texts }: BreachView): Records<BreachItem> {
  const loud = verbose || explained;
  const about = [
    item.discovered === null ? 'discovered: not recorded' : `discovered ${when(item.discovered, zone)}`, ...(item.aware === null ? [] : [`aware ${when(item.aware, zone)}`]),
    ...(item.elements === null ? [] : [`data: ${item.elements.join(', ')}`]), ...(item.people.n === null ? [] : [`people: ${peopleWords(item.people, ' to ')}`]),
    ...(item.people.places.length > 0 ? [`in ${item.people.places.join(', ')}`] : []),
  ];
  return {
    kind: 'records', schema: 'breach', title: `${item.id}: ${item.state}`, items: [item], rows: shown(items, loud), columns: itemColumns(now), lines: items, fields: itemFields, summary: { id: item.id, state: item.state },
    intro: [about.join('; '), ...severityLines(severity, risk), ...texts, ...(item.hidden.length > 0 ? ['texts are recorded; --reveal shows them'] : []), ...(item.erased.length > 0 ? ['texts were erased'] : [])],
    outro: [...(explained ? [...explainSeverity(severity, risk), ...explain(items), ''] : []), ...itemNotes(items, notCounted, loud), ...(history ? ['', 'Events', ...item.events.map(eventLine)] : [])],
    empty: 'No law that custos knows asks for anything.',
  };
}

/** `40`, `40–60`, or `40+` where no upper bound is known. */
export function peopleWords({ n, upTo }: BreachOut['people'], between = '–'): string {
  return n === null ? '–' : upTo === null ? `${n}+` : upTo === n ? String(n) : `${n}${between}${upTo}`;
}

function when(text: string, zone: string | undefined): string {
  const moment = parseMoment(text);
  return moment && 'instant' in moment && zone !== undefined ? formatLocal(moment.instant, zone) : text;
}

function eventLine(e: BreachEventOut): string {
  const text = e.on === null ? `${''.padEnd(20)}  ${e.what}` : `${e.on.padEnd(20)}  ${markWords(e.what as Parameters<typeof markWords>[0])}`;
  const more = [e.law, e.audience, e.variant, e.phase, e.struck && 'struck'].filter((m) => typeof m === 'string');
  return `  ${String(e.event).padStart(4)}  ${text}${more.length > 0 ? ` (${more.join(', ')})` : ''}`;
}
