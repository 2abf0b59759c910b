/** `custos request show`: one request, its clocks and its history. */
import type { CaseRecord } from '../../../core/case.ts';
import type { Ledger } from '../../../core/ledger.ts';
import type { Outcome } from '../../../core/report.ts';
import type { App } from '../../app.ts';
import { type Casework, caseId, readOne, standing, study, withLedger } from '../../casework.ts';
import { type Register, action } from '../../command.ts';
import { attentionOf } from '../../standing.ts';
import { explain } from '../../views/deadlines.ts';
import { requestItem, requestReport } from '../../views/request.ts';

export const register: Register = (request, runner) => {
  const command = request.command('show').description('Show one request: its clocks, its events and, with --reveal, the person.')
    .argument('<case>', 'the case, such as R-1')
    .option('--explain', 'print the derivation of each date with its provisions');
  action(command, runner, (app, [id], options) => show(app, id as string, options['explain'] === true));
};

async function show(app: App, typed: string, explained: boolean): Promise<Outcome> {
  const id = caseId(typed);
  return withLedger(app, 'read', async (ledger) => {
    const work = await study(app, await readOne(ledger, id), id);
    const person = app.globals.reveal ? await recall(ledger, work.record) : undefined;
    return answer(app, work, { history: true, reveal: person, explained });
  });
}

/** The personal data of a case, latest value of each key. */
async function recall(ledger: Ledger, record: CaseRecord): Promise<Record<string, string>> {
  const found = await ledger.recall(record.privates.map((p) => p.id));
  return Object.assign({}, ...record.privates.map((p) => found.get(p.id) ?? {})) as Record<string, string>;
}

/** The answer of the commands that show one request. */
export function answer(app: App, work: Casework, options: { notes?: readonly string[]; history: boolean; reveal: Readonly<Record<string, string>> | undefined; explained?: boolean }): Outcome {
  const result = standing(app, work);
  const item = requestItem(work.record, work.timeline, result, options.reveal ?? null);
  const report = requestReport(item, result, app.globals.verbose === true, options.history);
  const used = new Set([...result.items.map((i) => i.law), ...result.notCounted.map((n) => n.law)]);
  return {
    report: (options.explained ? { ...report, outro: [...explain(result.items), ...(report.outro ?? [])] } : report),
    timeZone: work.timeline.zone, notes: options.notes ?? [],
    laws: work.loaded.filter((l) => used.has(l.law.id)),
    attention: attentionOf(result.items, app.globals.failOn ?? 'never'),
    incomplete: item.state === 'open' && result.items.some((i) => i.state === 'undetermined'),
  };
}
