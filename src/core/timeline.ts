/** What has happened on one request, as dated facts: the input of every clock. */
import { type Day, type Instant, type Zone, formatDay } from './date.ts';
import type { Facts } from './condition.ts';
import type { MarkName, Outcome, RequestType } from './law.ts';

export interface MarkedFact {
  mark: MarkName;
  on: Day;
  at?: Instant;
  until?: Day;
  ground?: string;
  outcome?: Outcome;
  /** Only for this law; absent: for every law of the case. */
  law?: string;
  /** Sequence number of the event on its case, 1 for the first; 0 where there is no ledger. */
  event: number;
}

export interface Timeline {
  id: string | null;
  requestType: RequestType;
  jurisdiction: string;
  /** Days of this case are days in this zone. */
  zone: Zone;
  /** `role`, `data`, `channel`; absent is unknown. */
  facts: Facts;
  /** Only these laws (`--law`); absent: every law that concerns the case. */
  laws?: readonly string[];
  /** In the order in which they happened to be recorded. */
  marks: readonly MarkedFact[];
  /** A later date that the organisation says it has told the person, where the notice itself is not recorded. */
  extendedTo?: Day;
}

const WORDS: Record<MarkName, string> = {
  requested: 'request made', received: 'request received', recognised: 'recognised as a request', authenticated: 'identity confirmed',
  'id-requested': 'identity information asked for', 'id-received': 'identity information received',
  'clarification-asked': 'clarification asked for', 'clarification-answered': 'clarification received',
  'fee-asked': 'fee asked for', 'fee-paid': 'fee paid', acknowledged: 'receipt confirmed', 'extension-noticed': 'extension announced to the person',
  answered: 'request answered', withdrawn: 'request withdrawn', appealed: 'appeal received', 'hold-placed': 'legal hold placed',
  'hold-lifted': 'legal hold lifted', 'data-obtained': 'data obtained', 'carried-out': 'carried out in full',
};

/** What a mark means, in words. */
export function markWords(mark: MarkName): string {
  return WORDS[mark];
}

/** "request received 2026-11-25". */
export function sayMark(fact: MarkedFact): string {
  return `${WORDS[fact.mark]} ${formatDay(fact.on)}`;
}

/** The first fact with this mark that concerns the law, at or after a position on the timeline. */
export function findMark(timeline: Timeline, mark: MarkName, law?: string, from = 0): MarkedFact | undefined {
  for (let i = from; i < timeline.marks.length; i += 1) {
    const fact = timeline.marks[i] as MarkedFact;
    if (fact.mark === mark && (fact.law === undefined || law === undefined || fact.law === law)) return fact;
  }
  return undefined;
}

/** Every pair of an asking and its answer, in time order; `to` is absent while the answer is awaited. */
export function pairs(timeline: Timeline, from: MarkName, to: MarkName, law: string): { from: MarkedFact; to?: MarkedFact }[] {
  const concerned = timeline.marks.filter((m) => (m.mark === from || m.mark === to) && (m.law === undefined || m.law === law));
  const sorted = concerned.toSorted((a, b) => a.on - b.on || a.event - b.event || (a.mark === from ? -1 : 1));
  const found: { from: MarkedFact; to?: MarkedFact }[] = [];
  let open: MarkedFact | undefined;
  for (const fact of sorted) {
    if (fact.mark === from) open ??= fact;
    else if (open) {
      found.push({ from: open, to: fact });
      open = undefined;
    }
  }
  if (open) found.push({ from: open });
  return found;
}
