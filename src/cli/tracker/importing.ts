/** Takes the rows of a tracker into the ledger, in portions between which others may write. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Ledger, LedgerTx, Stamp } from '../../core/ledger.ts';
import type { Outcome, Records, Tone } from '../../core/report.ts';
import type { App } from '../app.ts';
import { withLedger } from '../casework.ts';
import { type Tracker, openTracker } from './open.ts';
import type { TrackerOptions } from './options.ts';
import { LEFT_OUT, type Plan, type Planning, planRow } from './plan.ts';
import { Rehearsal } from './rehearsal.ts';
import type { TrackerRow } from './row.ts';
import { Shelf } from '../shelf.ts';
import type { Ask } from './unclear.ts';

/** What became of one row (kind `import`). `reference` is null where it is no code. */
export interface Receipt {
  line: number;
  reference: string | null;
  case: string | null;
  result: Plan['result'];
  why: string | null;
  warnings: readonly string[];
}

/** A transaction holds the ledger for so many events, then others may write. */
const EVENTS_AT_ONCE = 1000;
const PAUSE_MS = 10;

/** `ask` stands in for the terminal in tests. */
export async function importTracker(app: App, file: string, options: TrackerOptions, ask?: Ask): Promise<Outcome> {
  const tracker = await openTracker(app, file, options, 'request import', true, ask);
  const shelf = new Shelf(app);
  const planning: Planning = { app, tracker, world: await app.world(), organisationZone: (await app.config()).config.organisation?.timeZone, shelf };
  const dry = app.globals.dryRun === true;
  const mode = !dry ? 'write' : (await app.hasLedger()) ? 'read' : 'try';
  const { receipts, leftOut } = await withLedger(app, mode, (ledger) => importRows(ledger, planning, dry ? new Rehearsal() : undefined));
  return outcome(app, tracker, receipts, leftOut, shelf.used());
}

interface Imported {
  receipts: Receipt[];
  leftOut: number;
}

async function importRows(ledger: Ledger, planning: Planning, rehearsal: Rehearsal | undefined): Promise<Imported> {
  const stamp = await planning.app.stamp();
  const imported: Imported = { receipts: [], leftOut: 0 };
  for await (const rows of portions(planning.tracker.rows())) {
    // One who waits for the ledger gets it between two transactions; without a pause the next begins at once.
    if (imported.receipts.length > 0) await pause(PAUSE_MS);
    const done = await ledger.transact((tx) => importSome(rehearsal ? rehearsal.over(tx) : tx, rows, planning, stamp));
    imported.receipts.push(...done.receipts);
    imported.leftOut += done.leftOut;
  }
  return imported;
}

/** As many rows at once as can be sure to fit one transaction. */
async function* portions(batches: AsyncIterable<TrackerRow[]>): AsyncGenerator<TrackerRow[]> {
  let rows: TrackerRow[] = [];
  let events = 0;
  for await (const batch of batches) {
    for (const row of batch) {
      // Beside its dates: opened, the day of an answer counted from receipt, a strike, facts learned.
      const most = Object.keys(row.dates).length + 4;
      if (events + most > EVENTS_AT_ONCE) {
        yield rows;
        [rows, events] = [[], 0];
      }
      rows.push(row);
      events += most;
    }
  }
  if (rows.length > 0) yield rows;
}

async function importSome(tx: LedgerTx, rows: readonly TrackerRow[], planning: Planning, stamp: Stamp): Promise<Imported> {
  const done: Imported = { receipts: [], leftOut: 0 };
  for (const row of rows) {
    const plan = await planRow(tx, row, planning);
    if ('events' in plan) await tx.append(plan.case, plan.events, stamp);
    if (plan.result === 'skipped' && plan.leftOut) done.leftOut += 1;
    done.receipts.push({
      line: row.line, reference: row.reference && 'code' in row.reference ? row.reference.code : null, case: plan.case, result: plan.result,
      why: plan.result === 'skipped' ? plan.why : null, warnings: plan.warnings,
    });
  }
  return done;
}

const RESULTS = ['created', 'unchanged', 'changed', 'skipped'] as const;

function outcome(app: App, tracker: Tracker, receipts: Receipt[], leftOut: number, laws: NonNullable<Outcome['laws']>): Outcome {
  const counts = Object.fromEntries(RESULTS.map((result) => [result, receipts.filter((r) => r.result === result).length])) as Record<Plan['result'], number>;
  const total = receipts.length;
  if (RESULTS.reduce((sum, result) => sum + counts[result], 0) !== total) throw new Error('a row of the tracker was lost');
  const warned = receipts.filter((r) => r.warnings.length > 0).length;
  const { csv, mapping, columns, unmapped } = tracker;
  const loud = app.globals.verbose ? receipts : receipts.filter((r) => (r.result === 'skipped' && r.why !== LEFT_OUT) || r.warnings.length > 0);
  const would = app.globals.dryRun ? 'would be ' : '';
  const report: Records<Receipt> = {
    kind: 'records', schema: 'import', title: `${csv.path}: ${total} row${total === 1 ? '' : 's'}, ${RESULTS.map((result) => `${counts[result]} ${result === 'unchanged' ? '' : would}${result}`).join(', ')}`,
    items: receipts, rows: loud, columns: COLUMNS, lines: receipts, fields: ['line', 'reference', 'case', 'result', 'why', 'warnings'],
    summary: {
      source: mapping.source, rows: total, ...counts, leftOut, withWarnings: warned, dryRun: app.globals.dryRun === true,
      columns: { mapped: columns.at.size, total: csv.headings.filter((h) => h !== '').length, unmapped }, encoding: csv.encoding, delimiter: csv.delimiter, headingLine: csv.headingLine,
    },
    ...(leftOut > 0 ? { outro: [`${leftOut} row${leftOut === 1 ? ' is' : 's are'} left out because the mapping says so.`] } : {}),
    empty: total === 0 ? 'The tracker has headings and no rows.' : 'Nothing to tell about single rows; --verbose lists all.',
  };
  return {
    report, laws, inputs: tracker.inputs, notes: [...tracker.notes, ...(app.globals.dryRun ? ['nothing was written'] : [])],
    incomplete: counts.skipped > leftOut || (total === 0 && !app.globals.allowEmpty),
  };
}

const TONES: Partial<Record<Plan['result'], Tone>> = { skipped: 'bad', changed: 'warn', created: 'good', unchanged: 'dim' };

const COLUMNS: Records<Receipt>['columns'] = [
  { title: 'LINE', align: 'right', value: (r) => String(r.line) },
  { title: 'REFERENCE', value: (r) => r.reference ?? '–' },
  { title: 'CASE', value: (r) => r.case ?? '–' },
  { title: 'RESULT', value: (r) => ({ text: r.result, tone: TONES[r.result] ?? 'dim' }) },
  { title: 'WHY', wide: true, value: (r) => [r.why, ...r.warnings].filter((text) => text !== null).join('; ') },
];
