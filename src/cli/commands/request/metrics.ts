/** `custos request metrics`: the numbers of a year, as 11 CCR 7102 wants them or by law and type. */
import { replay, timelineOf } from '../../../core/case.ts';
import { civil } from '../../../core/date.ts';
import { concerns, deadlines } from '../../../core/deadline.ts';
import { UserError } from '../../../core/errors.ts';
import type { CaseEvent } from '../../../core/event.ts';
import type { Law, LawMetrics, RequestType } from '../../../core/law.ts';
import { CLOCKS, FATES, type MetricsRow, Tally, clockFateOf, fateOf } from '../../../core/metrics.ts';
import { compareText } from '../../../core/order.ts';
import type { Places } from '../../../core/places.ts';
import type { Outcome, Records } from '../../../core/report.ts';
import { type Timeline, findMark } from '../../../core/timeline.ts';
import type { App } from '../../app.ts';
import { withLedger } from '../../casework.ts';
import { type Register, action } from '../../command.ts';
import { oneOf } from '../../facts.ts';
import { Shelf } from '../../shelf.ts';

export const register: Register = (request, runner) => {
  const command = request.command('metrics').description('Count the requests received in a year: what became of them and how many days it took.')
    .requiredOption('--year <year>', 'the calendar year of receipt')
    .option('--law <id>', 'only requests under this law, in the groups it wants published (us-ca-ccpa)');
  action(command, runner, (app, _, options) => metrics(app, options as { year: string; law?: string }));
};

/** A calendar year as it was typed. */
export function yearOption(typed: string): number {
  if (!/^(19|20|21)\d\d$/.test(typed)) throw new UserError('bad-value', `--year: “${typed}” is not a year`, { hint: 'write --year 2026' });
  return Number(typed);
}

export async function metrics(app: App, options: { year: string; law?: string }): Promise<Outcome> {
  const year = yearOption(options.year);
  const all = await app.allLaws();
  const id = options.law === undefined ? undefined : oneOf(options.law, all.map((l) => l.law.id), 'law', 'unknown-law');
  const law = all.find((l) => l.law.id === id)?.law;
  const counting = new Counting(app, law);
  await withLedger(app, 'read', async (ledger) => {
    for await (const batch of ledger.cases()) for (const events of batch) await counting.add(events, year);
  });
  const rows = counting.rows();
  const used = all.filter((l) => rows.some((row) => row.law === l.law.id) || l.law === law);
  const publish = law && publication(law.metrics, year);
  const report: Records<MetricsRow> = {
    kind: 'records', schema: 'metrics', title: `Requests received in ${year}${law ? ` under the ${law.title} (${law.id})` : ''}`,
    items: rows, rows, lines: rows, columns: COLUMNS.filter((c) => !law || c.title !== 'LAW'),
    fields: ['law', 'group', 'types', 'received', 'complied', 'partlyComplied', 'compliedInWholeOrPart', 'denied', 'withdrawn', 'notApplicable', 'noOutcome', 'open', 'daysCount', 'daysSum', 'daysMedian', 'daysMean', ...CLOCKS],
    summary: { year, law: law?.id ?? null, requests: counting.requests, counted: counting.counted, others: counting.others, undetermined: counting.undetermined, days: DAYS, publish: publish ?? null },
    outro: [DAYS, ...remarks(counting, law), ...(publish ? [publish.says] : [])],
    empty: `No requests were received in ${year}.`,
  };
  return { report: report as Records, laws: used, incomplete: counting.undetermined.length > 0 || (counting.counted === 0 && !app.globals.allowEmpty) };
}

const DAYS = 'Days run from the day of receipt to the day of the first answer, in calendar days of the case’s zone; every request that was answered counts, withdrawn ones do not.';

function remarks({ others, undetermined }: Counting, only: Law | undefined): string[] {
  const found: string[] = [];
  if (others > 0) found.push(`${others} request${others === 1 ? '' : 's'} of that year ${others === 1 ? 'is' : 'are'} not under this law.`);
  if (undetermined.length > 0) found.push(`${undetermined.length} may be under ${only ? 'this law' : 'a law that custos knows'}, which hangs on facts that are not recorded: ${undetermined.slice(0, 10).map((u) => `${u.case} (${u.missing.join(', ')})`).join(', ')}${undetermined.length > 10 ? ', …' : ''}.`);
  return found;
}

/** Who publishes these numbers, and by when: as the law file says. */
function publication(wanted: LawMetrics | undefined, year: number): { by: string | null; threshold: LawMetrics['threshold'] | null; citation: string; says: string } | undefined {
  if (!wanted) return undefined;
  const { publishBy, threshold, citation } = wanted;
  const two = (n: number): string => String(n).padStart(2, '0');
  const by = publishBy ? `${year + 1}-${two(publishBy.month)}-${two(publishBy.day)}` : null;
  const who = threshold ? `Whoever reaches ${threshold.n.toLocaleString('en-US')} ${threshold.of}` : 'The business';
  return { by, threshold: threshold ?? null, citation: citation.ref, says: `${who} publishes these numbers${by ? ` by ${by}` : ''} (${citation.ref}).` };
}

/** Whether a request is one under the law: from its places, of a type that it knows, and not kept to other laws. */
export function underLaw(law: Law, timeline: Timeline, places: Places): { concerned: boolean | undefined; missing: string[] } {
  const named = timeline.laws?.includes(law.id) ?? true;
  const types = [...law.obligations.flatMap((o) => o.types), ...(law.metrics?.groups.flatMap((g) => g.types) ?? [])];
  if (!named || !types.includes(timeline.requestType)) return { concerned: false, missing: [] };
  const concern = concerns(law, timeline, places);
  return { concerned: concern.concerned, missing: concern.concerned === undefined ? concern.missing : [] };
}

/** One pass over the cases; a tally for each line. */
class Counting {
  requests = 0;
  counted = 0;
  others = 0;
  undetermined: { case: string; missing: string[] }[] = [];
  private readonly app: App;
  private readonly only: Law | undefined;
  private readonly wanted: LawMetrics | undefined;
  private readonly tallies = new Map<string, { tally: Tally; head: Pick<MetricsRow, 'law' | 'group' | 'says' | 'types'> }>();
  private readonly shelf: Shelf;

  constructor(app: App, only: Law | undefined) {
    this.app = app;
    this.shelf = new Shelf(app);
    this.only = only;
    this.wanted = only?.metrics;
    // What a law wants published has its line also where there is nothing to count.
    for (const { id, says, types } of this.wanted?.groups ?? []) this.tally({ law: only?.id ?? null, group: id, says, types });
  }

  async add(events: readonly CaseEvent[], year: number): Promise<void> {
    const record = replay(events);
    if (!record) return;
    const [world, { config }] = [await this.app.world(), await this.app.config()];
    const timeline = timelineOf(record, config.organisation?.timeZone, world, this.app.now);
    const received = findMark(timeline, 'received');
    if (!received || civil(received.on).year !== year) return;
    this.requests += 1;
    const laws = await this.shelf.of(timeline);
    if (this.only) return this.addUnder(this.only, timeline, world);
    const { items } = deadlines(laws, timeline, this.app.now, world, false);
    const verdicts = laws.map((law) => ({ law, ...underLaw(law, timeline, world.places) }));
    const concerned = verdicts.filter((v) => v.concerned && items.some((i) => i.law === v.law.id && i.state !== 'not-in-force'));
    this.counted += 1;
    for (const { law } of concerned) this.tally(headOf(law.id, timeline.requestType)).add(fateOf(timeline), clockFateOf(items.filter((i) => i.law === law.id)));
    const open = verdicts.filter((v) => v.concerned === undefined);
    if (concerned.length === 0 && open.length > 0) this.undetermined.push({ case: record.id, missing: [...new Set(open.flatMap((v) => v.missing))] });
    if (concerned.length === 0) this.tally(headOf(null, timeline.requestType)).add(fateOf(timeline), 'noClock');
  }

  private addUnder(law: Law, timeline: Timeline, world: Awaited<ReturnType<App['world']>>): void {
    const concern = underLaw(law, timeline, world.places);
    if (concern.concerned === undefined) this.undetermined.push({ case: timeline.id ?? '', missing: concern.missing });
    else if (!concern.concerned) this.others += 1;
    else {
      this.counted += 1;
      const group = this.wanted?.groups.find((g) => g.types.includes(timeline.requestType));
      const head = group ? { law: law.id, group: group.id, says: group.says, types: group.types } : headOf(law.id, timeline.requestType);
      this.tally(head).add(fateOf(timeline), clockFateOf(deadlines([law], timeline, this.app.now, world, false).items));
    }
  }

  rows(): MetricsRow[] {
    const published = this.wanted?.groups.map((g) => g.id) ?? [];
    const rank = (row: MetricsRow): string => `${row.law ?? '~'} ${published.includes(row.group) ? String(published.indexOf(row.group)).padStart(3, '0') : row.group}`;
    const rows = [...this.tallies.values()].map(({ tally, head }) => tally.row(head)).toSorted((a, b) => compareText(rank(a), rank(b)));
    for (const row of rows) if (FATES.reduce((sum, fate) => sum + row[fate], 0) !== row.received) throw new Error('a request was lost in counting');
    return rows;
  }

  private tally(head: Pick<MetricsRow, 'law' | 'group' | 'says' | 'types'>): Tally {
    const key = `${head.law} ${head.group}`;
    const known = this.tallies.get(key) ?? { tally: new Tally(), head };
    this.tallies.set(key, known);
    return known.tally;
  }
}

function headOf(law: string | null, type: RequestType): Pick<MetricsRow, 'law' | 'group' | 'says' | 'types'> {
  return { law, group: type, says: type, types: [type] };
}

const number = (title: string, value: (row: MetricsRow) => number | null, digits = 0): Records<MetricsRow>['columns'][number] => ({
  title, align: 'right', value: (row) => {
    const n = value(row);
    return n === null ? '–' : digits > 0 ? n.toFixed(digits) : String(n);
  },
});

const COLUMNS: Records<MetricsRow>['columns'] = [
  { title: 'LAW', value: (row) => row.law ?? 'none' },
  { title: 'REQUESTS', value: (row) => (row.says === row.group ? row.group : row.says) },
  number('RECEIVED', (r) => r.received), number('COMPLIED', (r) => r.complied), number('IN PART', (r) => r.partlyComplied), number('DENIED', (r) => r.denied),
  number('WITHDRAWN', (r) => r.withdrawn), number('N/A', (r) => r.notApplicable), number('NO OUTCOME', (r) => r.noOutcome), number('OPEN', (r) => r.open),
  number('MEDIAN DAYS', (r) => r.daysMedian), number('MEAN DAYS', (r) => r.daysMean, 2), number('ON TIME', (r) => r.onTime), number('LATE', (r) => r.late), number('OVERDUE', (r) => r.overdue),
];
