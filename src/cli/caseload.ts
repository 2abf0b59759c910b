/** All requests at once: which are open, and which clock of each ends first. */
import path from 'node:path';
import type { CachedCase, CaseCache } from '../adapters/case-cache.ts';
import { replay, timelineOf } from '../core/case.ts';
import { type Day, formatDay, formatInstant, momentDay, parseDay, parseInstant } from '../core/date.ts';
import { type Deadline, deadlines } from '../core/deadline.ts';
import type { CaseEvent } from '../core/event.ts';
import type { Head, Ledger } from '../core/ledger.ts';
import { compareText } from '../core/order.ts';
import type { Timeline } from '../core/timeline.ts';
import type { App } from './app.ts';
import { readOne } from './casework.ts';
import { VERSION } from './program.ts';
import { Shelf } from './shelf.ts';
import { RUNS, type RequestState, answerOf, requestState } from './views/request.ts';

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
  /** Practice target where no clock has a fixed term. */
  target: string | null;
  /** How many clocks run, and how many of them cannot be counted. */
  running: number;
  undetermined: number;
}

interface Counted {
  summary: CaseSummary;
  timeline: Timeline;
  items: readonly Deadline[];
}

/** One case counted from its events; `undefined` for a case that was not there yet at `--as-of`. */
export async function countCase(app: App, events: readonly CaseEvent[], shelf: Shelf, whole = false): Promise<Counted | undefined> {
  const record = replay(events);
  if (!record) return undefined;
  const world = await app.world();
  const timeline = timelineOf(record, (await app.config()).config.organisation?.timeZone, world, whole ? undefined : app.now);
  const received = timeline.marks.find((m) => m.mark === 'received');
  if (!received) return undefined;
  const answer = answerOf(timeline);
  const { items } = deadlines(await shelf.of(timeline), timeline, app.now, world, false);
  const state = requestState(timeline, items);
  const running = state === 'open' ? items.filter((i) => RUNS.includes(i.state)) : [];
  const summary: CaseSummary = {
    id: record.id, requestType: timeline.requestType, jurisdiction: timeline.jurisdiction, state, received: formatDay(received.on), answered: answer ? formatDay(answer.on) : null,
    outcome: answer?.outcome ?? null, reference: record.opened.reference ?? null, next: nextClock(running), target: state === 'open' ? firstTarget(items) : null, running: running.length, undetermined: running.filter((i) => i.state === 'undetermined').length,
  };
  return { summary, timeline, items };
}

/** The first practice target of clocks without a fixed term. */
function firstTarget(items: readonly Deadline[]): string | null {
  return items.filter((i) => i.state === 'no-fixed-term').flatMap((i) => i.practiceTarget ?? []).toSorted()[0] ?? null;
}

/** The first to end: by its due date, then by the cautious one. */
function nextClock(running: readonly Deadline[]): NextClock | null {
  const rank = (d: Deadline): string => `${d.due ?? d.earliest ?? '~'} ${d.earliest ?? '~'}`;
  const first = running.toSorted((a, b) => compareText(rank(a), rank(b)))[0];
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

function matches(summary: CaseSummary, filter: CaseFilter, today: Day): boolean {
  if (filter.state !== 'all' && (summary.state === 'open') !== (filter.state === 'open')) return false;
  if (filter.overdue && summary.next?.state !== 'overdue') return false;
  if (filter.dueWithin !== undefined) {
    const date = summary.next?.earliest ?? summary.next?.due;
    if (!date || (parseDay(date) as number) - today > filter.dueWithin) return false;
  }
  return true;
}

/** The requests that match, the most urgent first. */
export async function caseload(app: App, ledger: Ledger, filter: CaseFilter, shelf = new Shelf(app)): Promise<CaseSummary[]> {
  const found = (await fromCache(app, ledger, filter, shelf)) ?? (await fromEvents(app, ledger, filter, shelf));
  return found.toSorted(byUrgency);
}

async function fromEvents(app: App, ledger: Ledger, filter: CaseFilter, shelf: Shelf): Promise<CaseSummary[]> {
  const found: CaseSummary[] = [];
  for await (const batch of ledger.cases()) {
    for (const events of batch) {
      const counted = await countCase(app, events, shelf);
      if (counted && matches(counted.summary, filter, momentDay(app.now, counted.timeline.zone))) found.push(counted.summary);
    }
  }
  return found;
}

/** The same from kept dates; `undefined` where they cannot be kept. */
async function fromCache(app: App, ledger: Ledger, filter: CaseFilter, shelf: Shelf): Promise<CaseSummary[] | undefined> {
  return withCache(app, async (cache) => {
    await refresh(app, ledger, cache, shelf, await ledger.head());
    return readCache(app, ledger, cache, filter, shelf);
  });
}

/** Works with the cache of the ledger. Only a cache may fail in silence. */
async function withCache<T>(app: App, work: (cache: CaseCache) => Promise<T>): Promise<T | undefined> {
  const folder = path.join(app.io.env['XDG_CACHE_HOME'] ?? path.join(app.io.env['HOME'] ?? app.io.cwd, '.cache'), 'custos');
  let cache: CaseCache | undefined;
  try {
    const { lookAtData, openCaseCache } = await import('../adapters/case-cache.ts');
    const loaded = await app.config();
    const more = [VERSION, loaded.sha256 ?? '', ...(loaded.config.laws ? (await app.allLaws()).map((l) => l.sha256) : [])];
    cache = openCaseCache(app.root, folder, await app.ledgerFile(), (known) => lookAtData(app.root, more, known));
    return await work(cache);
  } catch (error) {
    if (app.globals.verbose) app.io.err(`derived dates are not kept: ${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  } finally {
    cache?.close();
  }
}

/** A request's first clock before the law data changed, as far as it is known. */
export interface EarlierClock {
  id: string;
  law: string | null;
  obligation: string | null;
  due: string | null;
  dueAt: string | null;
}

/** What the dates of open requests were before the law data changed for the last time, without those to which something was added since; `undefined` where none were kept. */
export async function earlierClocks(app: App, ledger: Ledger): Promise<EarlierClock[] | undefined> {
  return withCache(app, async (cache) => {
    const kept = cache.earlier();
    const touched = kept && (await touchedSince(ledger, kept.state));
    return touched && kept.cases.map(({ number, law, obligation, due, dueAt }) => ({ id: `R-${number}`, law, obligation, due: date(due), dueAt: dueAt === null ? null : formatInstant(dueAt) })).filter(({ id }) => !touched.has(id));
  });
}

/** Brings the cache up to the head of the ledger: the cases of new events, or everything where the history differs. */
async function refresh(app: App, ledger: Ledger, cache: CaseCache, shelf: Shelf, head: Head): Promise<void> {
  const state = cache.state();
  if (state && state.seq === head.count && state.hash === head.head) return;
  await cache.whole(async () => {
    const touched = state && state.seq < head.count ? await touchedSince(ledger, state) : undefined;
    if (touched) for (const id of touched) await keep(app, cache, [await readOne(ledger, id)], shelf);
    else {
      cache.clear();
      for await (const batch of ledger.cases()) await keep(app, cache, batch, shelf);
    }
    cache.setState(head.count, head.head);
  });
}

async function touchedSince(ledger: Ledger, state: { seq: number; hash: string }): Promise<Set<string> | undefined> {
  const ids = new Set<string>();
  let prev = state.hash;
  for await (const batch of ledger.read(undefined, state.seq)) {
    if (batch[0] && batch[0].prev !== prev) return undefined;
    prev = batch.at(-1)?.hash ?? prev;
    for (const event of batch) ids.add(event.case);
  }
  return ids;
}

async function keep(app: App, cache: CaseCache, cases: readonly (readonly CaseEvent[])[], shelf: Shelf): Promise<void> {
  const kept: CachedCase[] = [];
  for (const events of cases) {
    const counted = await countCase(app, events, shelf, true);
    if (counted) kept.push(cached(counted));
  }
  cache.put(kept);
}

const day = (date: string | null): number | null => (date === null ? null : (parseDay(date) as Day));
const date = (number: number | null): string | null => (number === null ? null : formatDay(number));

function cached({ summary, timeline, items }: Counted): CachedCase {
  const { next } = summary;
  return {
    number: Number(summary.id.slice(2)), requestType: summary.requestType, jurisdiction: summary.jurisdiction, state: summary.state, received: day(summary.received) as Day, answered: day(summary.answered),
    outcome: summary.outcome, reference: summary.reference, zone: timeline.zone, law: next?.law ?? null, obligation: next?.obligation ?? null, due: day(next?.due ?? null),
    dueAt: next?.dueAt ? (parseInstant(next.dueAt) as number) : null, earliest: day(next?.earliest ?? null), target: day(summary.target), running: summary.running,
    last: Math.max(...timeline.marks.map((m) => m.on)), volatile: summary.state === 'open' && items.some((i) => i.state === 'paused' || i.state === 'undetermined') ? 1 : 0,
  };
}

async function readCache(app: App, ledger: Ledger, cache: CaseCache, filter: CaseFilter, shelf: Shelf): Promise<CaseSummary[]> {
  const today = momentDay(app.now, 'UTC');
  // Generous by a day, for zones ahead of or behind UTC; `matches` decides.
  const rows = cache.find({
    staleAt: today - 1, ...(filter.state === 'all' ? {} : { open: filter.state === 'open' }), ...(filter.overdue ? { dueBefore: today + 2 } : {}),
    ...(filter.dueWithin === undefined ? {} : { earliestBefore: today + filter.dueWithin + 2 }),
  });
  const found: CaseSummary[] = [];
  const days = new Map<string, Day>();
  for (const row of rows) {
    const local = days.get(row.zone) ?? momentDay(app.now, row.zone);
    days.set(row.zone, local);
    const stale = row.volatile === 1 || row.last > local;
    const summary = stale ? (await countCase(app, await readOne(ledger, `R-${row.number}`), shelf))?.summary : fromRow(row, local);
    if (summary && matches(summary, filter, local)) found.push(summary);
  }
  return found;
}

/** A kept case as it stands today. */
function fromRow(row: CachedCase, today: Day): CaseSummary {
  const next: NextClock | null = row.law === null || row.obligation === null ? null : {
    law: row.law, obligation: row.obligation, state: row.due !== null && today > row.due ? 'overdue' : 'running', due: date(row.due),
    dueAt: row.dueAt === null ? null : formatInstant(row.dueAt), earliest: date(row.earliest), daysLeft: row.due === null ? null : row.due - today,
  };
  return {
    id: `R-${row.number}`, requestType: row.requestType, jurisdiction: row.jurisdiction, state: row.state as RequestState, received: date(row.received), answered: date(row.answered),
    outcome: row.outcome, reference: row.reference, next, target: date(row.target), running: row.running, undetermined: 0,
  };
}

function byUrgency(a: CaseSummary, b: CaseSummary): number {
  const rank = (s: CaseSummary): string => s.next?.due ?? s.next?.earliest ?? '~';
  return compareText(rank(a), rank(b)) || Number(a.id.slice(2)) - Number(b.id.slice(2));
}
