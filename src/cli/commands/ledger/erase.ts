/** `custos ledger erase` and `purge`: personal data go, the log that the law asks for stays. */
import { privatesOf } from '../../../core/history.ts';
import { UserError } from '../../../core/errors.ts';
import type { Outcome, Records } from '../../../core/report.ts';
import type { App } from '../../app.ts';
import { caseId, readOne, withLedger } from '../../casework.ts';
import { type Register, action } from '../../command.ts';
import { overdueKeeping } from '../../keeping.ts';

export const registerErase: Register = (ledger, runner) => {
  const erase = ledger.command('erase').description('Erase the personal data of a case down to the bytes; its events stay.')
    .argument('<case>', 'the case, such as R-1').option('--yes', 'do not ask');
  action(erase, runner, (app, [id], options) => eraseCase(app, id as string, options['yes'] === true));
  action(ledger.command('purge').description('Erase the personal data of closed cases that were kept as long as their laws say.').option('--yes', 'do not ask'), runner, (app, _, options) => purge(app, options['yes'] === true));
};

interface ErasedItem {
  case: string;
  records: number;
  erased: boolean;
  why: string;
}

function answer(items: readonly ErasedItem[], title: string, notes: readonly string[]): Outcome {
  const report: Records<ErasedItem> = {
    kind: 'records', schema: 'erased', title, items, rows: items, lines: items, summary: { cases: items.length, erased: items.filter((i) => i.erased).length },
    columns: [{ title: 'CASE', value: (i) => i.case }, { title: 'RECORDS', align: 'right', value: (i) => String(i.records) }, { title: 'STATE', value: (i) => (i.erased ? 'erased' : 'kept') }, { title: 'WHY', wide: true, value: (i) => i.why }],
    fields: ['case', 'records', 'erased', 'why'], empty: 'No personal data are recorded.',
  };
  return { report, notes };
}

async function confirm(app: App, yes: boolean, what: string): Promise<void> {
  if (yes || app.globals.dryRun) return;
  if (!app.canAsk) throw new UserError('missing-values', `${what} cannot be undone`, { hint: 'add --yes to do it, or --dry-run to look first' });
  const { ask } = await import('../../../adapters/prompt.ts');
  const said = await ask({ message: `${what} cannot be undone. Go on?`, choices: [{ value: 'no', name: 'no' }, { value: 'yes', name: 'yes' }] });
  if (said !== 'yes') throw new UserError('interrupted', 'nothing was erased');
}

async function eraseCase(app: App, typed: string, yes: boolean): Promise<Outcome> {
  const id = caseId(typed);
  await confirm(app, yes, `Erasing the personal data of ${id}`);
  const stamp = await app.stamp();
  return withLedger(app, app.globals.dryRun ? 'read' : 'write', async (ledger) => {
    // Every record the events name: those that are gone already are looked for again in the ledger's files.
    const named = privatesOf(await readOne(ledger, id)).map((p) => p.id);
    const ids = (await ledger.privates(id)).map((p) => p.id);
    const others = await ledger.namesakes(id);
    if (named.length > 0 && !app.globals.dryRun) await ledger.erase(id, named, 'asked', undefined, stamp);
    const items = ids.length === 0 ? [] : [{ case: id, records: ids.length, erased: !app.globals.dryRun, why: app.globals.dryRun ? 'would be erased' : 'asked for' }];
    const notes = others.length === 0 ? [] : [`the same person is named in ${others.join(', ')}: custos ledger erase ${others[0]} erases there`];
    return answer(items, '', [...(app.globals.dryRun ? ['nothing was erased'] : []), ...notes]);
  });
}

async function purge(app: App, yes: boolean): Promise<Outcome> {
  await confirm(app, yes, 'Purging personal data');
  const stamp = await app.stamp();
  return withLedger(app, app.globals.dryRun ? 'read' : 'write', async (ledger) => {
    const kept = await overdueKeeping(app, ledger);
    const over = kept.filter((k) => k.expired);
    if (over.length > 0 && !app.globals.dryRun) await ledger.eraseAll(over.map((k) => ({ case: k.case, ids: k.ids, why: 'retention', law: k.law })), stamp);
    const items = kept.map((k): ErasedItem => ({ case: k.case, records: k.ids.length, erased: k.expired && !app.globals.dryRun, why: k.says }));
    return { ...answer(items, '', app.globals.dryRun ? ['nothing was erased'] : []), incomplete: items.some((i) => !i.erased && i.why.includes('set keep.')) };
  });
}
