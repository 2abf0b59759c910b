/** The register of breaches: what its entries hold, and how they read. */
import type { Records } from '../../core/report.ts';
import { type BreachOut, peopleWords } from './breach-record.ts';

/** One breach in the register (kind `register`). Texts are marks without --reveal. */
export interface RegisterEntry extends Pick<BreachOut, 'discovered' | 'aware' | 'contained' | 'elements' | 'people'> {
  case: string;
  title: string;
  state: string;
  occurredFrom: string | null;
  occurredTo: string | null;
  cause: string | null;
  affected: string[];
  categories: string[];
  records: number | null;
  /** Facts, effects and remedial action: what GDPR Article 33(5) asks for. */
  facts: string | null;
  effects: string[];
  measuresTaken: string[];
  measuresPlanned: string[];
  severity: string;
  riskSuggested: string;
  riskDecided: string | null;
  riskReasons: string | null;
  delayReasons: string[];
  notices: { law: string | null; audience: string; on: string; phase: string | null }[];
  /** Why the law does not ask for a notice, as far as custos can say. */
  notRequired: { law: string; obligation: string; variant: string | null; why: string }[];
  /** Why one was not sent, as people decided. */
  notSentBecause: { law: string | null; audience: string | null; reason: string | null; decidedOn: string | null }[];
  laws: string[];
  keep: { law: string; keep: string }[];
  due: string | null;
}

const FIELDS: readonly string[] = [
  'case', 'title', 'state', 'occurredFrom', 'occurredTo', 'discovered', 'aware', 'contained', 'cause', 'affected', 'elements', 'categories', 'people', 'peopleUpTo', 'places', 'records', 'facts', 'effects', 'measuresTaken',
  'measuresPlanned', 'severity', 'riskSuggested', 'riskDecided', 'riskReasons', 'delayReasons', 'notices', 'notRequired', 'notSentBecause', 'laws', 'keep', 'due',
];

/** An entry with one value in each cell. */
function line(entry: RegisterEntry): Record<string, unknown> {
  const name = (...parts: (string | null)[]): string => parts.filter((part) => part !== null).join(' ');
  return {
    ...entry, people: entry.people.n, peopleUpTo: entry.people.upTo, places: entry.people.places, notices: entry.notices.map((n) => name(n.on, n.law, n.audience, n.phase)), keep: entry.keep.map((k) => `${k.law} ${k.keep}`),
    notRequired: entry.notRequired.map((n) => `${name(n.law, n.obligation, n.variant)}: ${n.why}`), notSentBecause: entry.notSentBecause.map((n) => `${name(n.law, n.audience, n.decidedOn)}: ${n.reason}`),
  };
}

const day = (text: string | null): string => text?.slice(0, 10) ?? '–';

export function registerReport(items: readonly RegisterEntry[], year: number | undefined, laws: readonly string[] | undefined): Records<RegisterEntry> {
  const told = (entry: RegisterEntry, audience: string): string => {
    const notice = entry.notices.find((n) => n.audience === audience);
    return notice ? day(notice.on) : '–';
  };
  return {
    kind: 'records', schema: 'register', title: `Register of breaches${year === undefined ? '' : `, ${year}`}${laws ? `: ${laws.join(', ')}` : ''}`, items, rows: items, lines: items.map(line) as never[], fields: FIELDS,
    summary: { breaches: items.length, year: year ?? null, laws: laws ?? null, people: items.reduce<number | null>((all, { people: { n, upTo } }) => (all === null || n === null ? null : all + (upTo ?? n)), 0), due: items.flatMap((i) => i.due ?? []).toSorted()[0] ?? null },
    columns: [
      { title: 'CASE', value: (e) => ({ text: e.case, tone: 'strong' }) },
      { title: 'DISCOVERED', value: (e) => day(e.discovered) },
      { title: 'DATA', value: (e) => e.elements?.join(', ') ?? '–' },
      { title: 'PEOPLE', align: 'right', value: (e) => (e.people.upTo === null ? peopleWords(e.people) : String(e.people.upTo)) },
      { title: 'RISK', value: (e) => e.riskDecided ?? `(${e.riskSuggested})` },
      { title: 'AUTHORITY', value: (e) => told(e, 'authority') },
      { title: 'PEOPLE TOLD', value: (e) => told(e, 'people') },
      { title: 'FACTS, EFFECTS, REMEDIAL ACTION', wide: true, value: (e) => [e.title, e.facts, ...e.effects, ...e.measuresTaken, ...e.measuresPlanned, ...e.notSentBecause.map((n) => `not sent (${n.law} ${n.audience}): ${n.reason}`)].filter((t) => t !== null && t !== '').join(' – ') },
    ],
    empty: 'No breaches.',
  };
}
