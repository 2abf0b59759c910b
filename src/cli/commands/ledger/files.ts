/** `custos ledger where`, `backup`, `export` and `import`: the file itself. */
import path from 'node:path';
import type { DocumentReport, Outcome } from '../../../core/report.ts';
import type { App } from '../../app.ts';
import { withLedger } from '../../casework.ts';
import { type Register, action } from '../../command.ts';

export const registerFiles: Register = (ledger, runner) => {
  action(ledger.command('where').description('Print where the ledger is, and whether it exists.'), runner, (app) => where(app), 'document');
  action(ledger.command('backup').description('Write a consistent copy to a new file that only you can read.').argument('<file>', 'the new file'), runner, (app, [file]) => backup(app, file as string), 'document');
  action(ledger.command('export').description('Write every event as a line of JSON with its hash; with --reveal the personal data too.'), runner, (app) => exportLedger(app), 'text');
  action(ledger.command('import').description('Fill a new, empty ledger from an export, checking the chain.').argument('<file>', 'the export, or - for stdin'), runner, (app, [file]) => importLedger(app, file as string), 'document');
};

function said(schema: string, text: string, summary: Readonly<Record<string, unknown>>): DocumentReport {
  return { kind: 'document', schema, title: 'Ledger', markdown: `${text}\n`, items: [summary], summary };
}

async function where(app: App): Promise<Outcome> {
  const file = await app.ledgerFile();
  const exists = await app.hasLedger();
  return { report: said('ledger-where', file, { file, exists }), notes: exists ? [] : ['it does not exist yet; the first request that is logged creates it'] };
}

async function backup(app: App, target: string): Promise<Outcome> {
  const { backupLedger } = await import('../../../adapters/sqlite-ledger/backup.ts');
  const to = path.resolve(app.io.cwd, target);
  if (app.globals.dryRun) return { notes: [`would copy the ledger to ${to}; nothing was written`] };
  const head = await backupLedger(await app.ledgerFile(), to, { root: app.root });
  return { report: said('ledger-backup', `${to}: ${head.count} events, head ${head.head}`, { file: to, ...head }), notes: ['the copy holds personal data: keep it as safe as the ledger, and remember it when somebody’s data are erased'] };
}

async function exportLedger(app: App): Promise<Outcome> {
  const lines = await withLedger(app, 'read', async (ledger) => {
    const found: string[] = [];
    for await (const line of ledger.dump(app.globals.reveal === true)) found.push(`${line}\n`);
    return found;
  });
  return { report: { kind: 'text', schema: 'ledger-export', text: lines } };
}

async function importLedger(app: App, file: string): Promise<Outcome> {
  const { readLines } = await import('../../../adapters/lines.ts');
  const source = file === '-' ? file : path.resolve(app.io.cwd, file);
  const lines = readLines(source);
  const head = app.globals.dryRun ? await (await import('../../../adapters/memory-ledger.ts')).memoryLedger().restore(lines) : await withLedger(app, 'write', (ledger) => ledger.restore(lines));
  return { report: said('ledger-import', `${head.count} events, head ${head.head}`, { ...head }), notes: app.globals.dryRun ? ['the export is whole; nothing was written'] : [] };
}
