/** `custos request metrics` and `export`: counted by hand, exact, and nothing dropped. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { memoryLedger } from '../src/adapters/memory-ledger.ts';
import { createApp } from '../src/cli/app.ts';
import { type LoggedRequest, exportRequests } from '../src/cli/commands/request/export.ts';
import { metrics } from '../src/cli/commands/request/metrics.ts';
import type { EventBody } from '../src/core/event.ts';
import type { Outcome as RequestOutcome, RequestType } from '../src/core/law.ts';
import type { Ledger } from '../src/core/ledger.ts';
import { CLOCKS, FATES, type MetricsRow, Tally } from '../src/core/metrics.ts';
import type { Outcome, Records } from '../src/core/report.ts';
import { ROOT, ask } from './session.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'custos-metrics-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const ajv = new Ajv2020({ strict: false, allErrors: true });
for (const name of ['envelope', 'metrics', 'requests-export']) ajv.addSchema(JSON.parse(readFileSync(path.join(ROOT, 'schemas', `${name}.schema.json`), 'utf8')) as object, name);

interface Request {
  type: RequestType;
  in: string;
  received: string;
  answered?: string;
  outcome?: RequestOutcome;
  withdrawn?: string;
  /** Answered again after an appeal. */
  appeal?: { on: string; answered?: string; outcome?: RequestOutcome };
  more?: Partial<Extract<EventBody, { type: 'opened'; kind: 'request' }>>;
}

async function ledgerOf(requests: readonly Request[]): Promise<Ledger> {
  const ledger = memoryLedger();
  ledger.close = async () => undefined;
  const stamp = { by: 'tester', recordedAt: '2026-11-25T00:00:00Z' };
  await ledger.transact(async (tx) => {
    for (const r of requests) {
      const mark = (name: 'received' | 'answered' | 'withdrawn' | 'appealed', on: string | undefined, outcome?: RequestOutcome) => (on === undefined ? [] : [{ body: { type: 'marked' as const, mark: name, on, ...(outcome === undefined ? {} : { outcome }) } }]);
      await tx.append(await tx.nextCase('R'), [
        { body: { type: 'opened', kind: 'request', requestType: r.type, jurisdiction: r.in, ...r.more }, private: { values: { name: 'Erika Mustermann', manner: 'by telephone' } } },
        ...mark('received', r.received), ...mark('answered', r.answered, r.outcome), ...mark('withdrawn', r.withdrawn), ...mark('appealed', r.appeal?.on), ...mark('answered', r.appeal?.answered, r.appeal?.outcome),
      ], stamp);
    }
  });
  return ledger;
}

async function run(requests: readonly Request[], work: (app: ReturnType<typeof createApp>) => Promise<Outcome>, globals: { asOf?: string; reveal?: boolean } = {}): Promise<{ outcome: Outcome; report: Records }> {
  const io = { out: () => undefined, err: () => undefined, env: { HOME: folder }, cwd: folder, clock: () => 0, stdoutIsTerminal: false, canAsk: false, columns: undefined, user: async () => 'tester' };
  const app = createApp(io, ROOT, { input: true, asOf: '2026-11-25', ...globals });
  const ledger = await ledgerOf(requests);
  app.ledger = async () => ledger;
  const outcome = await work(app);
  return { outcome, report: outcome.report as Records };
}

const CALIFORNIA: Request[] = [
  // Received in 2025: 10 days, 45 days (the last in time), 46 days (late), and one that is still open.
  { type: 'erasure', in: 'US-CA', received: '2025-02-03', answered: '2025-02-13', outcome: 'granted' },
  { type: 'erasure', in: 'US-CA', received: '2025-02-03', answered: '2025-03-20', outcome: 'partly-granted' },
  { type: 'erasure', in: 'US-CA', received: '2025-02-03', answered: '2025-03-21', outcome: 'refused' },
  { type: 'erasure', in: 'US-CA', received: '2025-12-31' },
  { type: 'access', in: 'US-CA', received: '2025-05-01', answered: '2025-05-11', outcome: 'granted' },
  { type: 'information', in: 'US-CA', received: '2025-05-01', answered: '2025-05-12' },
  { type: 'portability', in: 'US-CA', received: '2025-05-01', withdrawn: '2025-05-03' },
  { type: 'opt-out', in: 'US-CA', received: '2025-06-02', answered: '2025-06-02', outcome: 'granted' },
  { type: 'opt-out', in: 'US-CA', received: '2025-06-02', answered: '2025-06-05', outcome: 'not-applicable' },
  // Of other years, other laws, other types.
  { type: 'erasure', in: 'US-CA', received: '2024-12-31', answered: '2025-01-02', outcome: 'granted' },
  { type: 'erasure', in: 'DE', received: '2025-02-03', answered: '2025-02-13', outcome: 'granted' },
  { type: 'complaint', in: 'US-CA', received: '2025-02-03', answered: '2025-02-13' },
  { type: 'erasure', in: 'US', received: '2025-02-03', answered: '2025-02-13', outcome: 'granted' },
];

describe('metrics of California', () => {
  it('each group as the regulation wants it', async () => {
    const { report, outcome } = await run(CALIFORNIA, (app) => metrics(app, { year: '2025', law: 'us-ca-ccpa' }));
    const rows = report.items as MetricsRow[];
    const short = rows.map((r) => [r.group, r.received, r.complied, r.partlyComplied, r.compliedInWholeOrPart, r.denied, r.withdrawn, r.notApplicable, r.noOutcome, r.open, r.daysCount, r.daysSum, r.daysMedian, r.daysMean, r.onTime, r.late, r.overdue]);
    assert.deepEqual(short, [
      // (10 + 45 + 46) / 3 = 33.666…
      ['delete', 4, 1, 1, 2, 1, 0, 0, 0, 1, 3, 101, 45, 33.67, 2, 1, 1],
      ['correct', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, null, 0, 0, 0],
      // (10 + 11) / 2; the withdrawn one has no days.
      ['know', 3, 1, 0, 1, 0, 1, 0, 1, 0, 2, 21, 10.5, 10.5, 2, 0, 0],
      ['opt-out', 2, 1, 0, 1, 0, 0, 1, 0, 0, 2, 3, 1.5, 1.5, 2, 0, 0],
      ['limit', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, null, 0, 0, 0],
    ]);
    // 12 in the year: 9 under the Act, 2 not (Germany, a complaint), 1 in the United States nobody knows where.
    assert.deepEqual([report.summary['requests'], report.summary['counted'], report.summary['others'], report.summary['undetermined']], [12, 9, 2, [{ case: 'R-13', missing: ['jurisdiction'] }]]);
    assert.equal((report.summary['publish'] as { by: string }).by, '2026-07-01');
    assert.match((report.outro ?? []).join('\n'), /10,000,000.*by 2026-07-01 \(11 CCR 7102/);
    assert.equal(outcome.incomplete, true);
  });
  it('as things stood on a day: what came later is not counted', async () => {
    const { report } = await run(CALIFORNIA, (app) => metrics(app, { year: '2025', law: 'us-ca-ccpa' }), { asOf: '2025-03-20' });
    const [erased] = report.items as MetricsRow[];
    assert.deepEqual([erased?.received, erased?.complied, erased?.partlyComplied, erased?.denied, erased?.open], [3, 1, 1, 0, 1]);
  });
  it('a year without requests is incomplete, and has its lines', async () => {
    const { report, outcome } = await run([], (app) => metrics(app, { year: '2025', law: 'us-ca-ccpa' }));
    assert.equal(report.items.length, 5);
    assert.equal(outcome.incomplete, true);
  });
});

describe('metrics by law and type', () => {
  it('with what came in time and what did not; a request without a law has its line', async () => {
    const { report } = await run([...CALIFORNIA, { type: 'access', in: 'KE', received: '2025-01-02' }], (app) => metrics(app, { year: '2025' }));
    const rows = report.items as MetricsRow[];
    assert.deepEqual(rows.filter((r) => r.law === 'eu-gdpr').map((r) => [r.group, r.received, r.onTime, r.late]), [['erasure', 1, 1, 0]]);
    assert.deepEqual(rows.filter((r) => r.law === 'us-ca-ccpa').map((r) => [r.group, r.received, r.onTime, r.late, r.overdue, r.running]), [['access', 1, 1, 0, 0, 0], ['erasure', 4, 2, 1, 1, 0], ['information', 1, 1, 0, 0, 0], ['opt-out', 2, 2, 0, 0, 0], ['portability', 1, 0, 0, 0, 0]]);
    assert.deepEqual(rows.filter((r) => r.law === null).map((r) => r.group).toSorted(), ['access', 'complaint', 'erasure']);
    // A complaint is one under HIPAA if the organisation is a covered entity; R-13 is from the United States, and the law hangs on the state.
    assert.deepEqual((report.summary['undetermined'] as { case: string }[]).map((u) => u.case), ['R-12', 'R-13']);
  });
  it('an appeal: the last answer says how it ended, the first when it was answered', async () => {
    const { report } = await run([
      { type: 'access', in: 'US-VA', received: '2025-03-03', answered: '2025-03-13', outcome: 'refused', appeal: { on: '2025-03-20', answered: '2025-04-10', outcome: 'granted' } },
      { type: 'access', in: 'US-VA', received: '2025-03-03', answered: '2025-03-23', outcome: 'refused', appeal: { on: '2025-04-01' } },
    ], (app) => metrics(app, { year: '2025', law: 'us-va-vcdpa' }));
    const [access] = report.items as MetricsRow[];
    assert.deepEqual([access?.received, access?.complied, access?.denied, access?.open, access?.daysSum, access?.daysMedian], [2, 1, 1, 0, 30, 15]);
  });
  it('the year is the one of the case’s zone', async () => {
    const { report } = await run([{ type: 'access', in: 'US-CA', received: '2026-01-01T07:59:59Z' }, { type: 'access', in: 'JP', received: '2025-12-31T15:00:00Z' }], (app) => metrics(app, { year: '2025' }));
    assert.deepEqual((report.items as MetricsRow[]).map((r) => r.law).filter((l) => l === 'us-ca-ccpa' || l === 'jp-appi'), ['us-ca-ccpa']);
  });
  it('usage', async () => {
    for (const [argv, says] of [[['--year', '26'], /“26” is not a year/], [['--year', '2026', '--law', 'us-ca-ccpaa'], /did you mean us-ca-ccpa/], [[], /--year/]] as const) {
      const { code, err } = await ask(['request', 'metrics', ...argv], folder);
      assert.equal(code, 2);
      assert.match(err, says);
    }
  });
});

describe('properties', () => {
  const head = { law: null, group: 'x', says: 'x', types: [] };
  const entry = fc.record({ fate: fc.constantFrom(...FATES), clock: fc.constantFrom(...CLOCKS), days: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }) });
  it('received is the sum of the fates and of the clocks', () => {
    fc.assert(fc.property(fc.array(entry), (entries) => {
      const tally = new Tally();
      for (const { fate, clock, days } of entries) tally.add({ fate, ...(days === undefined ? {} : { days }) }, clock);
      const row = tally.row(head);
      assert.equal(row.received, entries.length);
      assert.equal(FATES.reduce((sum, f) => sum + row[f], 0), entries.length);
      assert.equal(CLOCKS.reduce((sum, c) => sum + row[c], 0), entries.length);
      const days = entries.flatMap((e) => (e.days === undefined ? [] : [e.days])).toSorted((a, b) => a - b);
      assert.equal(row.daysCount, days.length);
      assert.equal(row.daysSum, days.reduce((a, b) => a + b, 0));
      // The middle of the sorted list, and the mean by fractions: |mean − sum/count| is at most half a hundredth.
      assert.equal(row.daysMedian, days.length === 0 ? null : ((days[(days.length - 1) >> 1] as number) + (days[days.length >> 1] as number)) / 2);
      if (row.daysMean !== null) assert.ok(Math.abs(Math.round(row.daysMean * 100) * days.length - row.daysSum * 100) * 2 <= days.length);
    }));
  });
  it('halves are rounded up, without luck', () => {
    // 1/8 = 0.125, 3/8 = 0.375, 201/200 = 1.005: sums of floats round some of these down.
    for (const [sum, count, mean] of [[1, 8, 0.13], [3, 8, 0.38], [201, 200, 1.01], [2, 3, 0.67], [1, 3, 0.33]] as const) {
      const tally = new Tally();
      for (let i = 0; i < count; i += 1) tally.add({ fate: 'complied', days: i === 0 ? sum : 0 }, 'noClock');
      assert.equal(tally.row(head).daysMean, mean);
    }
  });
});

describe('export', () => {
  it('has the fields of the log, no person, and the law’s due date', async () => {
    const { report, outcome } = await run(CALIFORNIA, (app) => exportRequests(app, { year: '2025', law: 'us-ca-ccpa' }));
    const items = report.items as LoggedRequest[];
    assert.deepEqual(items.map((i) => [i.case, i.received, i.requestType, i.answered, i.outcome, i.due, i.daysTaken, i.state]).slice(0, 4), [
      ['R-1', '2025-02-03', 'erasure', '2025-02-13', 'granted', '2025-03-20', 10, 'answered'], ['R-2', '2025-02-03', 'erasure', '2025-03-20', 'partly-granted', '2025-03-20', 45, 'answered'],
      ['R-3', '2025-02-03', 'erasure', '2025-03-21', 'refused', '2025-03-20', 46, 'answered'], ['R-4', '2025-12-31', 'erasure', null, null, '2026-02-14', null, 'open'],
    ]);
    assert.equal(items.length, 9);
    assert.equal(report.summary['undetermined'], 1);
    assert.equal(outcome.incomplete, true);
    assert.doesNotMatch(JSON.stringify(items), /Erika|telephone/);
    assert.equal(report.fields.includes('person'), false);
  });
  it('--reveal shows the person and how the request was made', async () => {
    const { report } = await run([{ type: 'access', in: 'DE', received: '2025-02-03', more: { agent: true, source: 'manual', reference: 'PR-1' } }], (app) => exportRequests(app, {}), { reveal: true });
    const [item] = report.items as LoggedRequest[];
    assert.deepEqual(item?.person, { name: 'Erika Mustermann', manner: 'by telephone' });
    assert.deepEqual([item?.manner, item?.reference, item?.source], ['through an agent', 'PR-1', 'manual']);
  });
  it('JSON answers are valid', async () => {
    writeFileSync(path.join(folder, 't.csv'), 'id,type,country,received,status,answered\n1,access,DE,2025-02-03,closed,2025-02-13\n2,erasure,US-CA,2025-02-03,open,\n');
    await ask(['request', 'import', 't.csv'], folder);
    for (const argv of [['metrics', '--year', '2025'], ['metrics', '--year', '2025', '--law', 'us-ca-ccpa'], ['export'], ['export', '--reveal'], ['export', '--law', 'eu-gdpr']]) {
      const { out, err } = await ask(['request', ...argv, '--json'], folder);
      const answer = JSON.parse(out || err) as { schema: string };
      const validate = ajv.getSchema(argv[0] === 'metrics' ? 'metrics' : 'requests-export');
      assert.ok(validate?.(answer), `${argv.join(' ')}: ${JSON.stringify(validate?.errors?.slice(0, 3))}`);
    }
  });
});
