/** Takes the consents of a file into the register, in portions between which others may write. A second import changes nothing. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Ledger, LedgerTx } from '../../core/ledger.ts';
import type { Outcome, Records, Tone } from '../../core/report.ts';
import type { ConsentRow } from '../../inventory/consent-row.ts';
import type { App } from '../app.ts';
import { withLedger } from '../casework.ts';
import { Rehearsal } from '../tracker/rehearsal.ts';
import { type Planning, type RowPlan, type Waiting, planRow } from './row-plan.ts';
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
  const planning: Planning = { history, stamp: await app.stamp(), recall: (ids) => ledger.recall(ids), rehearsed: new Map() };
  const receipts: Receipt[] = [];
  for (const persons of portions(await byPerson(file.rows()))) {
    // One who waits for the ledger gets it between two transactions; without a pause the next begins at once.
    if (receipts.length > 0) await pause(PAUSE_MS);
    receipts.push(...(await ledger.transact(async (tx) => {
      const done: Receipt[] = [];
      for (const rows of persons) done.push(...(await importPerson(app, rehearsal ? rehearsal.over(tx) : tx, rows, planning)));
      return done;
    })));
  }
  return receipts.toSorted((a, b) => a.line - b.line);
}

/** The rows of each person together: what a row can say depends on the person's others, wherever in the file they stand. */
async function byPerson(batches: AsyncIterable<ConsentRow[]>): Promise<ConsentRow[][]> {
  const persons = new Map<string, ConsentRow[]>();
  for await (const batch of batches) {
    for (const row of batch) {
      const had = persons.get(row.subject);
      if (had) had.push(row);
      else persons.set(row.subject, [row]);
    }
  }
  return [...persons.values()];
}

function* portions(persons: readonly ConsentRow[][]): Generator<ConsentRow[][]> {
  let portion: ConsentRow[][] = [];
  let count = 0;
  for (const rows of persons) {
    portion.push(rows);
    count += rows.length;
    if (count < ROWS_AT_ONCE) continue;
    yield portion;
    [portion, count] = [[], 0];
  }
  if (count > 0) yield portion;
}

const dayOf = (row: ConsentRow): number => Math.min(...row.scopes.flatMap((scope) => row.said(scope).flatMap(({ on }) => on?.day ?? [])));

/**
 * The rows of one person in the order of their days, whatever their order in the file. A row that the history forbids
 * waits for the others: first one by one, then those that wait together, because two can need each other.
 */
async function importPerson(app: App, tx: LedgerTx, rows: readonly ConsentRow[], planning: Planning): Promise<Receipt[]> {
  const ordered = rows.length < 2 ? rows : rows.map((row) => ({ row, day: dayOf(row) })).toSorted((a, b) => a.day - b.day || a.row.line - b.row.line).map(({ row }) => row);
  const receipts = new Map<number, Receipt>();
  const pass = async (some: readonly ConsentRow[]): Promise<Left[]> => {
    const left: Left[] = [];
    for (const row of some) {
      const { receipt, waits } = await importRow(app, tx, row, planning);
      receipts.set(row.line, receipt);
      if (waits) left.push({ row, waits });
    }
    return left;
  };
  let left = await pass(ordered);
  for (let before = ordered.length; left.length > 0 && left.length < before; ) {
    before = left.length;
    left = await pass(left.map(({ row }) => row));
  }
  for (const group of sameScopes(left)) {
    for (const [i, { row }] of group.entries()) {
      const { receipt } = await importRow(app, tx, row, { ...planning, beside: group.slice(i + 1).map(({ waits }) => waits) });
      if (receipt.result === 'skipped') break;
      receipts.set(row.line, receipt);
    }
  }
  return [...receipts.values()];
}

interface Left {
  row: ConsentRow;
  waits: Waiting;
}

function sameScopes(left: readonly Left[]): Left[][] {
  const keyOf = ({ waits }: Left): string => [...waits.keys()].join(' ');
  return [...new Set(left.map(keyOf))].map((key) => left.filter((one) => keyOf(one) === key)).filter((group) => group.length > 1);
}

async function importRow(app: App, tx: LedgerTx, row: ConsentRow, planning: Planning): Promise<{ receipt: Receipt; waits: Waiting | undefined }> {
  const plan = await planRow(app, tx, row, planning);
  const skipped = plan.result === 'skipped';
  const receipt: Receipt = { line: row.line, cases: skipped ? [] : await plan.write(), scopes: plan.scopes, result: plan.result, request: skipped ? null : plan.request, why: skipped ? plan.why : null, warnings: plan.warnings };
  return { receipt, waits: skipped ? plan.waits : undefined };
}

const RESULTS = ['created', 'unchanged', 'changed', 'skipped'] as const;

function outcome(app: App, file: string, { columns, notes, unplaced, inputs }: ConsentFile, receipts: readonly Receipt[]): Outcome {
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
    report, inputs, notes: [...notes, ...(columns.unmapped.length > 0 ? [`columns that are not read: ${columns.unmapped.join(', ')}`] : []), ...unplaced, ...(dryRun ? ['nothing was written'] : [])],
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
