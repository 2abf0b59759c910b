/** What is said about one duty of a breach (contract §6). Dates are calendar dates in `timeZone`; instants are UTC. */
import type { ContentOut, ForbiddenOut } from './breach-contents.ts';
import type { Decision } from './breach-decision.ts';
import type { Audience, BreachLaw, BreachObligation, BreachObligationId } from './breach-law.ts';
import type { DeadlineState, DeadlineStep } from './deadline.ts';
import { type Citation, type CitationOut, checkedOn, citationOut } from './law.ts';
import { compareText } from './order.ts';

export type BreachState = DeadlineState;

export interface PhaseOut {
  name: string;
  says: string;
  state: BreachState;
  due: string | null;
  dueAt: string | null;
  earliest: string | null;
  latest: string | null;
  standard: string | null;
  missing: string[];
}

export interface BreachItem {
  case: string | null;
  law: string;
  obligation: BreachObligationId;
  variant: string | null;
  audience: Audience;
  recipient: string;
  portal: string | null;
  duty: string;
  decision: Decision;
  why: string;
  missing: string[];
  state: BreachState;
  /** Of a notice in parts the end of the next part that is open. Where `state` is undetermined the date holds if the duty exists. */
  due: string | null;
  dueAt: string | null;
  timeZone: string;
  daysLeft: number | null;
  /** Other honest readings of the same period: a day, or the instant where hours are counted. */
  earliest: string | null;
  latest: string | null;
  /** The words of the law where it sets no number, or beside it. */
  standard: string | null;
  /** A target of good practice where the law sets no number; never a statutory date. */
  practiceTarget: string | null;
  /** Another notice before which, or not after which, this one must be given. */
  order: { must: 'before' | 'not-after'; obligation: BreachObligationId; says: string } | null;
  phases: PhaseOut[];
  contents: ContentOut[];
  forbidden: ForbiddenOut[];
  /** Laws for the same audience with which one letter would not do. */
  conflictsWith: string[];
  /** How the notice is given. */
  method: string[];
  /** How long the entry is kept, as an ISO 8601 duration. */
  keep: string | null;
  /** The recorded places whose people this concerns. */
  places: string[];
  /** The data sets that give rise to it, where the breach has several. */
  dataSets: string[];
  citation: CitationOut;
  verified: boolean;
  /** The day the law was last compared with its text; null where there is none. */
  checkedOn: string | null;
  steps: DeadlineStep[];
}

/** What was not looked at, and what would have to be known to do so. */
export interface NotCounted {
  /** A law, or `*` for any. */
  law: string;
  missing: string[];
  why: string;
}

export interface BreachResult {
  items: BreachItem[];
  notCounted: NotCounted[];
}

/** An item about which nothing has been found out yet. */
export function blankItem(law: Pick<BreachLaw, 'id'> & { checked: BreachLaw['checked'] | undefined }, obligation: Pick<BreachObligation, 'id' | 'variant' | 'audience' | 'recipient' | 'portal' | 'duty'>, id: string | null, zone: string, citation: Citation): BreachItem {
  return {
    case: id, law: law.id, obligation: obligation.id, variant: obligation.variant ?? null, audience: obligation.audience, recipient: obligation.recipient, portal: obligation.portal ?? null, duty: obligation.duty,
    decision: 'not-required', why: '', missing: [], state: 'not-required', due: null, dueAt: null, timeZone: zone, daysLeft: null, earliest: null, latest: null, standard: null, practiceTarget: null,
    order: null, phases: [], contents: [], forbidden: [], conflictsWith: [], method: [], keep: null, places: [], dataSets: [],
    citation: citationOut(citation), verified: citation.verified, checkedOn: law.checked ? checkedOn({ checked: law.checked }, citation) : null, steps: [],
  };
}

/** A jurisdiction whose law is not known here: it stays on the list as a question. */
export function unknownLawItem(place: string, id: string | null, zone: string, why: string, missing: string[]): BreachItem {
  const citation: Citation = { ref: `the law of ${place}`, verified: false };
  const law = { id: `${place.toLowerCase()}-unknown`, checked: undefined };
  const obligation = { id: 'notify-people', audience: 'people', recipient: `the people and the authority in ${place}`, duty: 'Find out who must be told' } as const;
  return { ...blankItem(law, obligation, id, zone, citation), decision: 'undetermined', state: 'undetermined', why, missing, places: [place] };
}

/** The first to end is the most urgent; what needs nothing comes last. Stable: law and obligation decide the rest. */
export function byUrgency(a: BreachItem, b: BreachItem): number {
  const rank = (i: BreachItem): number => (['running', 'overdue', 'paused'].includes(i.state) ? 0 : i.state === 'undetermined' ? 1 : ['no-fixed-term', 'not-started'].includes(i.state) ? 2 : i.decision === 'recommended' ? 3 : i.state === 'not-required' ? 5 : 4);
  const end = (i: BreachItem): string => i.earliest ?? i.due ?? '~';
  return rank(a) - rank(b) || compareText(end(a), end(b)) || compareText(a.law, b.law) || compareText(a.obligation, b.obligation) || compareText(a.variant ?? '', b.variant ?? '');
}

/** The next statutory date among the duties that are required and open; a question with a date counts too, as it may be one. */
export function nextDue(items: readonly BreachItem[]): { due: string; dueAt: string | null; law: string; obligation: BreachObligationId } | null {
  const open = items.filter((i) => i.due !== null && (i.state === 'running' || i.state === 'overdue' || (i.state === 'undetermined' && i.decision === 'undetermined')));
  const first = open.toSorted((a, b) => compareText(a.dueAt ?? a.due ?? '', b.dueAt ?? b.due ?? '') || byUrgency(a, b))[0];
  return first ? { due: first.due as string, dueAt: first.dueAt, law: first.law, obligation: first.obligation } : null;
}
