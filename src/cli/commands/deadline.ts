/** `custos deadline`: the clocks of one request, from the facts on the command line. No ledger. */
import type { LoadedLaw } from '../../adapters/data.ts';
import { conditionFacts, markedFact, refuse, zoneOf } from '../../core/case.ts';
import { type Moment, formatDay, formatMoment, momentDay } from '../../core/date.ts';
import { type Result, deadlines } from '../../core/deadline.ts';
import { UserError } from '../../core/errors.ts';
import type { Outcome, Records } from '../../core/report.ts';
import type { MarkedFact, Timeline } from '../../core/timeline.ts';
import type { App } from '../app.ts';
import { type Register, action, collect, list } from '../command.ts';
import { Checks, type FactOptions, dayOption, markName, pastMoment, readFacts } from '../facts.ts';
import { askFacts } from '../questions.ts';
import { lawsOf } from '../shelf.ts';
import { attentionOf, refusalError } from '../standing.ts';
import { deadlineColumns, deadlineFields, deadlineNotes, explain, shown } from '../views/deadlines.ts';
import type { Deadline } from '../../core/deadline.ts';

interface DeadlineOptions extends FactOptions {
  received?: string;
  mark?: string[];
  extendedTo?: string;
  ground?: string;
  explain?: boolean;
}

export const register: Register = (program, runner) => {
  const command = program.command('deadline')
    .description('Compute the deadlines of a privacy request: one line per law and obligation, strictest first.')
    .option('--type <type>', 'what the person asks for: access, erasure, opt-out, …')
    .option('--received <when>', 'the day it arrived, or the instant with offset')
    .option('--in <jurisdiction>', 'where the person is: ISO 3166 code such as DE, GB-SCT, US-CA, JP, or EU')
    .option('--law <id>', 'only this law (repeatable)', collect)
    .option('--role <role>', 'controller, processor, service-provider, business-associate or covered-entity')
    .option('--data <kinds>', 'kinds of data, comma-separated: genetic, health, children, …', list)
    .option('--mark <mark=date>', 'something that happened, e.g. id-requested=2026-11-26 (repeatable)', collect)
    .option('--extended-to <date>', 'the later date that the person was told')
    .option('--ground <text>', 'the reason of the extension')
    .option('--channel <channel>', 'designated or other address (California Civ. Code 1798.83)')
    .option('--tz <zone>', 'time zone in which days are counted')
    .option('--explain', 'print the derivation of each date with its provisions');
  action(command, runner, (app, operands, options) => deadline(app, operands, options));
};

async function deadline(app: App, operands: string[], given: DeadlineOptions): Promise<Outcome> {
  if (operands.length > 0) throw new UserError('usage', `unexpected “${operands[0]}”`, { hint: 'custos deadline --help' });
  const options = await askFacts(app, given, ['type', 'received', 'in'], 'deadline');
  const checks = new Checks();
  for (const name of ['type', 'received', 'in'] as const) if (options[name] === undefined) checks.missing(`--${name}`);
  const facts = await readFacts(app, options, checks);
  const world = await app.world();
  const zone = zoneOf(facts.jurisdiction ?? '', facts.zone, (await app.config()).config.organisation?.timeZone, world);
  const received = options.received === undefined ? undefined : await checks.attempt(() => pastMoment(options.received as string, '--received', app.now, zone));
  const marks = await readMarks(app, options.mark ?? [], zone, checks);
  const extendedTo = options.extendedTo === undefined ? undefined : await checks.attempt(() => dayOption(options.extendedTo as string, '--extended-to', zone));
  checks.done('custos deadline --type access --received 2026-11-25 --in DE');

  const base: Timeline = {
    id: null, requestType: facts.requestType as Timeline['requestType'], jurisdiction: facts.jurisdiction as string, zone, facts: conditionFacts(facts),
    ...(facts.laws ? { laws: facts.laws } : {}), marks: [markedFact({ type: 'marked', mark: 'received', on: formatMoment(received as Moment) }, 0, zone)],
  };
  const loaded = await lawsOf(app, base);
  const laws = loaded.map((l) => l.law);
  const timeline = addMarks(base, marks, laws, app, world);
  checkExtension(timeline, extendedTo, laws, app, world);
  const result = deadlines(laws, extendedTo === undefined ? timeline : { ...timeline, extendedTo }, app.now, world);
  return outcome(app, timeline, result, loaded, options.explain === true);
}

async function readMarks(app: App, given: readonly string[], zone: string, checks: Checks): Promise<MarkedFact[]> {
  const marks: MarkedFact[] = [];
  for (const text of given) {
    await checks.attempt(() => {
      const [name, when] = [text.slice(0, Math.max(0, text.indexOf('='))), text.slice(text.indexOf('=') + 1)];
      if (name === '') throw new UserError('bad-value', `--mark: “${text}” is not mark=date`, { hint: 'write --mark id-requested=2026-11-26' });
      const mark = markName(name);
      marks.push(markedFact({ type: 'marked', mark, on: formatMoment(pastMoment(when, `--mark ${mark}`, app.now, zone)) }, 0, zone));
    });
  }
  return marks;
}

/** Adds the marks in time order; one that the law or the history forbids is refused with its provision. */
function addMarks(base: Timeline, marks: readonly MarkedFact[], laws: Parameters<typeof refuse>[2], app: App, world: Parameters<typeof refuse>[4]): Timeline {
  let timeline = base;
  for (const fact of marks.toSorted((a, b) => a.on - b.on)) {
    const refusal = refuse(timeline, fact, laws, app.now, world);
    if (refusal) throw refusalError(refusal);
    timeline = { ...timeline, marks: [...timeline.marks, fact] };
  }
  return timeline;
}

function checkExtension(timeline: Timeline, to: number | undefined, laws: Parameters<typeof refuse>[2], app: App, world: Parameters<typeof refuse>[4]): void {
  if (to === undefined || timeline.marks.some((m) => m.mark === 'extension-noticed')) return;
  const received = timeline.marks[0] as MarkedFact;
  const refusal = refuse(timeline, { mark: 'extension-noticed', on: received.on, until: to, event: 0 }, laws, app.now, world);
  if (refusal) throw refusalError(refusal);
}

function outcome(app: App, timeline: Timeline, result: Result, loaded: readonly LoadedLaw[], explained: boolean): Outcome {
  const { items, notCounted } = result;
  const verbose = app.globals.verbose === true;
  const used = new Set([...items.map((i) => i.law), ...notCounted.map((n) => n.law)]);
  const received = timeline.marks.find((m) => m.mark === 'received') as MarkedFact;
  const report: Records<Deadline> = {
    kind: 'records', schema: 'deadlines', title: `${timeline.requestType} request from ${timeline.jurisdiction}, received ${formatDay(received.on)}`, items,
    summary: {
      requestType: timeline.requestType, jurisdiction: timeline.jurisdiction, received: formatDay(received.on), today: formatDay(momentDay(app.now, timeline.zone)),
      running: items.filter((i) => i.state === 'running').length, overdue: items.filter((i) => i.state === 'overdue').length,
      undetermined: items.filter((i) => i.state === 'undetermined').length, notCounted,
    },
    rows: shown(items, verbose || explained), columns: deadlineColumns, lines: items, fields: deadlineFields,
    outro: [...(explained ? explain(items) : []), ...deadlineNotes(items, notCounted, verbose || explained)],
    empty: 'No law that custos knows concerns this request.',
  };
  return {
    report, timeZone: timeline.zone, laws: loaded.filter((l) => used.has(l.law.id)),
    attention: attentionOf(items, app.globals.failOn ?? 'never'),
    incomplete: items.some((i) => i.state === 'undetermined') || (items.length === 0 && !app.globals.allowEmpty),
  };
}
