/** `custos tracker check`: what the law says about somebody else's tracker. No ledger. */
import type { Finding, Findings, Outcome } from '../../core/report.ts';
import type { App } from '../app.ts';
import { type Register, action } from '../command.ts';
import { type ClockRules, checkFailOn, fails } from '../failing.ts';
import { failDays } from '../standing.ts';
import { type Judging, judge } from '../tracker/check.ts';
import { Reporter, TRACKER_RULES } from '../tracker/findings.ts';
import { openTracker } from '../tracker/open.ts';
import { type TrackerOptions, withTrackerOptions } from '../tracker/options.ts';
import { Shelf } from '../shelf.ts';
import type { Ask } from '../tracker/unclear.ts';

export const register: Register = (program, runner) => {
  const tracker = program.command('tracker').description('Read trackers that others keep.');
  const check = withTrackerOptions(tracker.command('check').description('Check a tracker (CSV) for wrong due dates, unlawful extensions and late answers. Needs no ledger.'));
  action(check, runner, (app, [file], options) => checkTracker(app, file as string, options), 'findings');
};

const CLOCKS: ClockRules = { overdue: ['tracker/overdue'], soon: ['tracker/due-soon'] };

/** `ask` stands in for the terminal in tests. */
export async function checkTracker(app: App, file: string, options: TrackerOptions, ask?: Ask): Promise<Outcome> {
  const failOn = app.globals.failOn ?? 'error';
  checkFailOn(failOn, CLOCKS);
  const horizon = failDays(failOn);
  const tracker = await openTracker(app, file, options, 'tracker check', false, ask);
  const [world, { config }] = [await app.world(), await app.config()];
  const shelf = new Shelf(app);
  const reporter = new Reporter(tracker);
  const items: Finding[] = [];
  const counts = { rows: 0, evaluated: 0, gaps: 0, leftOut: 0, withoutClock: 0 };
  for await (const batch of tracker.rows()) {
    for (const row of batch) {
      const laws = row.jurisdiction === undefined ? [] : await shelf.of({ jurisdiction: row.jurisdiction });
      const judging: Judging = { app, tracker, world, zone: config.organisation?.timeZone, laws, horizon: failOn.startsWith('due:') ? horizon : undefined };
      const verdict = judge(row, judging);
      const found = verdict.found.map((f) => reporter.finding(row, f));
      counts.rows += 1;
      counts[row.leftOut ? 'leftOut' : found.some((f) => f.kind === 'gap') ? 'gaps' : 'evaluated'] += 1;
      if (verdict.clocks === 0) counts.withoutClock += 1;
      items.push(...found);
    }
  }
  return {
    report: reportOf(tracker, items, counts), laws: shelf.used(), inputs: tracker.inputs, notes: tracker.notes, attention: items.some((f) => fails(f, failOn, CLOCKS)),
    incomplete: counts.gaps > 0 || (counts.rows === 0 && !app.globals.allowEmpty),
  };
}

function reportOf({ csv, columns, unmapped }: Awaited<ReturnType<typeof openTracker>>, items: readonly Finding[], counts: Readonly<Record<string, number>>): Findings {
  const tally = (key: (f: Finding) => string, keys: readonly string[]): Record<string, number> => Object.fromEntries(keys.map((k) => [k, items.filter((f) => key(f) === k).length]));
  const { rows = 0, leftOut = 0, gaps = 0, withoutClock = 0 } = counts;
  const outro = [`${rows} row${rows === 1 ? '' : 's'}, ${gaps} of them with something that keeps them from being judged${leftOut > 0 ? `, ${leftOut} left out because the mapping says so` : ''}.`];
  if (withoutClock > 0) outro.push(`For ${withoutClock} row${withoutClock === 1 ? '' : 's'} no law that custos knows sets a number of days, so ${withoutClock === 1 ? 'its due date was' : 'their due dates were'} not compared.`);
  return {
    kind: 'findings', schema: 'tracker-check', title: csv.path, items, rules: TRACKER_RULES, outro,
    summary: {
      ...counts, byRule: tally((f) => f.rule, [...new Set(items.map((f) => f.rule))].toSorted()), bySeverity: tally((f) => f.severity, ['error', 'warning', 'note']),
      columns: { mapped: columns.at.size, total: csv.headings.filter((h) => h !== '').length, unmapped }, encoding: csv.encoding, delimiter: csv.delimiter, headingLine: csv.headingLine,
    },
    empty: rows === 0 ? 'The tracker has headings and no rows.' : 'Nothing is wrong with this tracker.',
  };
}
