/** `custos breach show`, and the answer of every command that changes a breach. */
import type { Outcome } from '../../core/report.ts';
import type { App } from '../app.ts';
import { withLedger } from '../casework.ts';
import { breachItem, breachReport } from '../views/breach-record.ts';
import { standingOf } from './assessing.ts';
import { isIncomplete, isOpen, judge, summaryOf } from './judge.ts';
import { type Recorded, breachId, readBreach, shownFacts } from './open.ts';

export async function show(app: App, typed: string, explained: boolean): Promise<Outcome> {
  const id = breachId(typed);
  return withLedger(app, 'read', async (ledger) => answer(app, await readBreach(app, ledger, id), { history: true, notes: [], explained }));
}

export async function answer(app: App, recorded: Recorded, { notes, history, explained = false }: { notes: readonly string[]; history: boolean; explained?: boolean }): Promise<Outcome> {
  const judged = await judge(app, recorded.breach);
  const open = judged.items.some(isOpen);
  const known = shownFacts(app, recorded);
  const item = breachItem(recorded.record, recorded.breach, judged, { ...summaryOf(judged), state: open ? 'open' : 'closed' }, known);
  return {
    ...standingOf(app, judged), notes, incomplete: open && isIncomplete(judged),
    report: breachReport(item, judged, { now: app.now, verbose: app.globals.verbose === true, history, explained, texts: known.texts }),
  };
}
