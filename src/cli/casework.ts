/** Work on one case: read it, see how it stands, add to it if nothing forbids it. */
import type { LoadedLaw } from '../adapters/data.ts';
import { type CaseRecord, type Refusal, markedFact, refuse, replay, timelineOf } from '../core/case.ts';
import { type Result, type World, deadlines } from '../core/deadline.ts';
import { UserError } from '../core/errors.ts';
import type { CaseEvent } from '../core/event.ts';
import type { Law } from '../core/law.ts';
import type { Ledger, LedgerTx } from '../core/ledger.ts';
import type { Timeline } from '../core/timeline.ts';
import type { App, LedgerMode } from './app.ts';
import { Shelf } from './shelf.ts';

/** A case with what its clocks need. */
export interface Casework {
  record: CaseRecord;
  timeline: Timeline;
  loaded: readonly LoadedLaw[];
  laws: readonly Law[];
  world: World;
}

/** `R-1` in whatever way it was typed. */
export function caseId(typed: string): string {
  const id = typed.trim().toUpperCase().replace(/^(\d+)$/, 'R-$1');
  if (!/^[RBC]-[1-9]\d{0,9}$/.test(id)) throw new UserError('unknown-case', `“${typed}” is not the id of a case`, { hint: 'write R-1; custos request list --all shows every case' });
  return id;
}

/** The case as it stands at `--as-of`, or (`whole`) with everything that is recorded: what a change is checked against. */
export async function study(app: App, events: readonly CaseEvent[], id: string, whole = false, shelf = new Shelf(app)): Promise<Casework> {
  const record = replay(events);
  if (!record) throw unknownCase(id, events.length > 0);
  const world = await app.world();
  const timeline = timelineOf(record, (await app.config()).config.organisation?.timeZone, world, whole ? undefined : app.now);
  return { record, timeline, loaded: await shelf.loaded(timeline), laws: await shelf.of(timeline), world };
}

/** `other`: there is such a case, and it is no request. */
function unknownCase(id: string, other = false): UserError {
  const hint = id.startsWith('C-') ? `custos consent show ${other ? `--case ${id}` : 'lists every consent'}` : id.startsWith('B-') ? `custos breach ${other ? `show ${id}` : 'list --all shows every breach'}` : 'custos request list --all shows every case';
  return new UserError('unknown-case', other ? `${id} is no request` : `there is no case ${id}`, { hint });
}

export function standing(app: App, work: Casework): Result {
  return deadlines(work.laws, work.timeline, app.now, work.world);
}

/** The events of a case from a store that must know it. */
export async function readCase(source: Pick<LedgerTx, 'read'>, id: string): Promise<CaseEvent[]> {
  const events = await source.read(id);
  if (events.length === 0) throw unknownCase(id);
  return events;
}

/** Reads one case outside a transaction. */
export async function readOne(ledger: Ledger, id: string): Promise<CaseEvent[]> {
  const events: CaseEvent[] = [];
  for await (const batch of ledger.read(id)) events.push(...batch);
  return readCase({ read: async () => events }, id);
}

/** The first mark of a record that the law or the history would refuse, were they added one by one. */
export function firstRefused(app: App, work: Casework): { seq: number; refusal: Refusal } | undefined {
  let timeline: Timeline = { ...work.timeline, marks: [] };
  for (const { body, seq } of work.record.marks) {
    const fact = markedFact(body, seq, timeline.zone);
    const refusal = refuse(timeline, fact, work.laws, app.now, work.world);
    if (refusal) return { seq, refusal };
    timeline = { ...timeline, marks: [...timeline.marks, fact] };
  }
  return undefined;
}

/** Opens the ledger, works with it, and closes it whatever happens. */
export async function withLedger<T>(app: App, mode: LedgerMode, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const ledger = await app.ledger(mode);
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

/** Thrown inside a transaction to leave the ledger as it was. */
class DryRun<T> extends Error {
  readonly result: T;
  constructor(result: T) {
    super('dry run');
    this.result = result;
  }
}

/** One atomic change; with `--dry-run` everything is done but kept. */
export async function change<T>(app: App, work: (tx: LedgerTx, ledger: Pick<Ledger, 'recall'>) => Promise<T>): Promise<T> {
  return withLedger(app, app.globals.dryRun ? 'try' : 'write', async (ledger) => {
    try {
      return await ledger.transact(async (tx) => {
        const result = await work(tx, ledger);
        if (app.globals.dryRun) throw new DryRun(result);
        return result;
      });
    } catch (error) {
      if (error instanceof DryRun) return error.result as T;
      throw error;
    }
  });
}
