/** Takes the consents of a file into the register, in portions between which others may write. A second import changes nothing. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Ledger, LedgerTx, Stamp } from '../../core/ledger.ts';
import type { Outcome, Records, Tone } from '../../core/report.ts';
import type { ConsentRow } from '../../inventory/consent-row.ts';
import type { App } from '../app.ts';
import { withLedger } from '../casework.ts';
import { Rehearsal } from '../tracker/rehearsal.ts';
import { type RowPlan, planRow } from './row-plan.ts';
import { type ConsentFile, type ReadingOptions, openConsents } from './rows.ts';

export interface ImportOptions extends ReadingOptions {
  history?: boolean;
}

/** What became of one row (kind `consent-import`). It names cases and scopes, never the person. */
export interface Receipt {
  line: number;
  cases: readonly string[];
  scopes: readonly string[];
  result: RowPlan['result'];
  /** The request that follows a withdrawal of the row up. */
  request: string | null;
  why: string | null;
  warnings: readonly string[];
}

/** A transaction holds the ledger for so many rows, then others may write. */
const ROWS_AT_ONCE = 200;
const PAUSE_MS = 10;

export async function importConsents(app: App, file: string, options: ImportOptions): Promise<Outcome> {
  const opened = await openConsents(app, file, options);
  const dry = app.globals.dryRun === true;
  const mode = !dry ? 'write' : (await app.hasLedger()) ? 'read' : 'try';
  const receipts = await withLedger(app, mode, (ledger) => importRows(app, ledger, opened, options.history === true));
  return outcome(app, file, opened, receipts);
}

async function importRows(app: App, ledger: Ledger, file: ConsentFile, history: boolean): Promise<Receipt[]> {
  const rehearsal = app.globals.dryRun ? new Rehearsal((await ledger.head()).count) : undefined;
  const stamp = await app.stamp();
  const receipts: Receipt[] = [];
  for await (const rows of portions(file.rows())) {
    // One who waits for the ledger gets it between two transactions; without a pause the next begins at once.
    if (receipts.length > 0) await pause(PAUSE_MS);
    receipts.push(...(await ledger.transact((tx) => importSome(app, rehearsal ? rehearsal.over(tx) : tx, rows, history, stamp))));
  }
  return receipts;
}

async function* portions(batches: AsyncIterable<ConsentRow[]>): AsyncGenerator<ConsentRow[]> {
  for await (const batch of batches) for (let i = 0; i < batch.length; i += ROWS_AT_ONCE) yield batch.slice(i, i + ROWS_AT_ONCE);
}

async function importSome(app: App, tx: LedgerTx, rows: readonly ConsentRow[], history: boolean, stamp: Stamp): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  for (const row of rows) {
    const plan = await planRow(app, tx, row, { history, stamp });
    const cases = plan.result === 'skipped' ? [] : await plan.write();
    receipts.push({ line: row.line, cases, scopes: plan.scopes, result: plan.result, request: plan.result === 'skipped' ? null : plan.request, why: plan.result === 'skipped' ? plan.why : null, warnings: plan.warnings });
  }
  return receipts;
}

const RESULTS = ['created', 'unchanged', 'changed', 'skipped'] as const;

function outcome(app: App, file: string, { columns, notes, inputs }: ConsentFile, receipts: readonly Receipt[]): Outcome {
  const counts = Object.fromEntries(RESULTS.map((result) => [result, receipts.filter((r) => r.result === result).length])) as Record<Receipt['result'], number>;
  const rows = receipts.length;
  const dryRun = app.globals.dryRun === true;
  const would = dryRun ? 'would be ' : '';
  const requests = new Set(receipts.flatMap((r) => r.request ?? [])).size;
  const loud = app.globals.verbose ? receipts : receipts.filter((r) => r.result === 'skipped' || r.warnings.length > 0);
  const report: Records<Receipt> = {
    kind: 'records', schema: 'consent-import', title: `${file}: ${rows} row${rows === 1 ? '' : 's'}, ${RESULTS.map((result) => `${counts[result]} ${result === 'unchanged' ? '' : would}${result}`).join(', ')}`,
    items: receipts, rows: loud, lines: receipts, columns: COLUMNS, fields: ['line', 'cases', 'scopes', 'result', 'request', 'why', 'warnings'],
    summary: { rows, ...counts, requests, withWarnings: receipts.filter((r) => r.warnings.length > 0).length, dryRun, columns },
    ...(requests > 0 ? { outro: [`${requests} request${requests === 1 ? '' : 's'} ${dryRun ? 'would be logged' : requests === 1 ? 'follows' : 'follow'}${dryRun ? ' to follow' : ''} withdrawals up: custos request list`] } : {}),
    empty: rows === 0 ? 'The file has no rows.' : 'Nothing to tell about single rows; --verbose lists all.',
  };
  return {
    report, inputs, notes: [...notes, ...(columns.unmapped.length > 0 ? [`columns that are not read: ${columns.unmapped.join(', ')}`] : []), ...(dryRun ? ['nothing was written'] : [])],
    incomplete: counts.skipped > 0 || (rows === 0 && !app.globals.allowEmpty),
  };
}

const TONES: Partial<Record<Receipt['result'], Tone>> = { skipped: 'bad', changed: 'warn', created: 'good', unchanged: 'dim' };

const COLUMNS: Records<Receipt>['columns'] = [
  { title: 'LINE', align: 'right', value: (r) => String(r.line) },
  { title: 'CASES', value: (r) => r.cases.join(' ') || '–' },
  { title: 'RESULT', value: (r) => ({ text: r.result, tone: TONES[r.result] ?? 'dim' }) },
  { title: 'REQUEST', value: (r) => r.request ?? '' },
  { title: 'WHY', wide: true, value: (r) => [r.why, ...r.warnings].filter((text) => text !== null).join('; ') },
];
