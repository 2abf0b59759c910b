/** All requests at once: which are open, and which clock of each ends first. */
import { replay, timelineOf } from '../core/case.ts';
import { type Day, formatDay, momentDay, parseDay } from '../core/date.ts';
import { type Deadline, deadlines } from '../core/deadline.ts';
import type { CaseEvent } from '../core/event.ts';
import type { Law } from '../core/law.ts';
import type { Ledger } from '../core/ledger.ts';
import type { App } from './app.ts';
import { type RequestState, answerOf, requestState } from './views/request.ts';

/** The clock that ends first, as a list shows it. */
export interface NextClock {
  law: string;
  obligation: string;
  state: Deadline['state'];
  due: string | null;
  dueAt: string | null;
  earliest: string | null;
  daysLeft: number | null;
}

/** One request in a list (kind `requests`). */
export interface CaseSummary {
  id: string;
  requestType: string;
  jurisdiction: string;
  state: RequestState;
  received: string | null;
  answered: string | null;
  outcome: string | null;
  reference: string | null;
  next: NextClock | null;
  /** How many clocks run, and how many of them cannot be counted. */
  running: number;
  undetermined: number;
}

const RUNS: readonly Deadline['state'][] = ['running', 'overdue', 'paused', 'undetermined'];

/** The summary of one case; `undefined` for a case that was not there yet at `--as-of`. */
export async function summarise(app: App, events: readonly CaseEvent[], lawsOf: (jurisdiction: string) => Promise<readonly Law[]>): Promise<CaseSummary | undefined> {
  const record = replay(events);
  if (!record) return undefined;
  const world = await app.world();
  const timeline = timelineOf(record, (await app.config()).config.organisation?.timeZone, world, app.now);
  const received = timeline.marks.find((m) => m.mark === 'received');
  if (!received) return undefined;
  const state = requestState(timeline);
  const answer = answerOf(timeline);
  const items = state === 'open' ? deadlines(await lawsOf(timeline.jurisdiction), timeline, app.now, world).items : [];
  const running = items.filter((i) => RUNS.includes(i.state));
  return {
    id: record.id, requestType: timeline.requestType, jurisdiction: timeline.jurisdiction, state, received: formatDay(received.on), answered: answer ? formatDay(answer.on) : null,
    outcome: answer?.outcome ?? null, reference: record.opened.reference ?? null, next: nextClock(running), running: running.length, undetermined: running.filter((i) => i.state === 'undetermined').length,
  };
}

/** The first to end: by its due date, then by the cautious one. */
export function nextClock(running: readonly Deadline[]): NextClock | null {
  const rank = (d: Deadline): string => `${d.due ?? d.earliest ?? '~'} ${d.earliest ?? '~'}`;
  const first = running.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0))[0];
  if (!first) return null;
  const { law, obligation, state, due, dueAt, earliest, daysLeft } = first;
  return { law, obligation, state, due, dueAt, earliest, daysLeft };
}

export interface CaseFilter {
  state: 'open' | 'closed' | 'all';
  overdue?: boolean;
  /** Due, by the cautious date, within so many days; overdue ones included. */
  dueWithin?: number;
}

export function matches(summary: CaseSummary, filter: CaseFilter, today: Day): boolean {
  if (filter.state !== 'all' && (summary.state === 'open') !== (filter.state === 'open')) return false;
  if (filter.overdue && summary.next?.state !== 'overdue') return false;
  if (filter.dueWithin !== undefined) {
    const date = summary.next?.earliest ?? summary.next?.due;
    if (!date || (parseDay(date) as number) - today > filter.dueWithin) return false;
  }
  return true;
}

/** The requests that match, the most urgent first. */
export async function caseload(app: App, ledger: Ledger, filter: CaseFilter): Promise<CaseSummary[]> {
  const laws = new Map<string, Promise<readonly Law[]>>();
  const lawsOf = (jurisdiction: string): Promise<readonly Law[]> => {
    const known = laws.get(jurisdiction) ?? app.laws(jurisdiction).then((loaded) => loaded.map((l) => l.law));
    laws.set(jurisdiction, known);
    return known;
  };
  const found: CaseSummary[] = [];
  for await (const batch of ledger.cases()) {
    for (const events of batch) {
      const summary = await summarise(app, events, lawsOf);
      if (summary && matches(summary, filter, momentDay(app.now, 'UTC'))) found.push(summary);
    }
  }
  return found.toSorted(byUrgency);
}

export function byUrgency(a: CaseSummary, b: CaseSummary): number {
  const rank = (s: CaseSummary): string => s.next?.due ?? s.next?.earliest ?? '~';
  return rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : Number(a.id.slice(2)) - Number(b.id.slice(2));
}

