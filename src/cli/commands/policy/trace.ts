/** `custos policy trace`: promise by promise, what checks it and what was found the last time. */
import path from 'node:path';
import { UserError } from '../../../core/errors.ts';
import type { Cell, Outcome, Records, Source, Tone } from '../../../core/report.ts';
import { type LastRun, lastRun } from '../../../inventory/policy-run.ts';
import { type TracedCheck, type TracedPromise, trace } from '../../../inventory/tracing.ts';
import { fails } from '../../../inventory/waivers.ts';
import type { App } from '../../app.ts';
import { withLedger } from '../../casework.ts';
import { type Register, action } from '../../command.ts';
import { type OpenPolicy, failLevel, openPolicy } from './open.ts';
import { standingOf } from './standing.ts';

export const register: Register = (group, runner) => {
  const command = group.command('trace').description('Show what checks each promise and what was found the last time; names the promises that nothing checks.')
    .option('--policy <file>', 'the file of the promises (else the configuration\'s)')
    .option('--findings <file>', 'the last run of the inventory: custos inventory check … --json');
  action(command, runner, async (app, _, options) => {
    const [named, findings] = [options['policy'], options['findings']] as (string | undefined)[];
    return tracePolicy(app, await openPolicy(app, named), findings);
  });
};

async function tracePolicy(app: App, policy: OpenPolicy, findings: string | undefined): Promise<Outcome> {
  const failOn = failLevel(app);
  const run = findings === undefined ? undefined : await readRun(app, findings);
  const standing = (await app.hasLedger()) ? await withLedger(app, 'read', (ledger) => standingOf(app, ledger)) : undefined;
  const items = trace(policy.policy, { laws: policy.laws.map((l) => l.law), notices: policy.notices, ...(run ? { run: run.run } : {}), ...(standing ? { standing } : {}) });
  const checks = items.flatMap((i) => i.checks);
  return {
    report: reportOf(policy, items, run?.run, standing !== undefined), laws: policy.laws, inputs: [{ path: policy.file, sha256: policy.sha256 }, ...(run ? [run.input] : [])],
    attention: checks.some((c) => c.state === 'found' && c.worst !== undefined && fails({ severity: c.worst, waived: null }, failOn)),
    incomplete: items.some((i) => i.state === 'unchecked') || checks.some((c) => c.state === 'unknown' || c.state === 'not-yet'),
  };
}

/** What the rules found. An answer without an envelope does not say what it looked at, and is no evidence that nothing is wrong. */
async function readRun(app: App, file: string): Promise<{ run: LastRun; input: Source }> {
  const { readEarlierRun } = await import('../../../adapters/baseline.ts');
  const { sha256, items, schema, asOf, summary = {} } = readEarlierRun(path.resolve(app.io.cwd, file), file);
  const run = schema === 'custos/findings@1' ? lastRun(asOf, items, summary) : undefined;
  if (!run) throw new UserError('bad-findings', `${file} is no answer of a whole inventory check`, { hint: 'custos inventory check … --json -o FILE writes one' });
  return { run, input: { path: file, sha256 } };
}

interface Line extends Partial<TracedCheck> {
  id: string;
  section: string;
  promise: TracedPromise['state'];
  check: string;
  first: boolean;
}

function linesOf(item: TracedPromise): Line[] {
  const about = { id: item.id, section: item.section, promise: item.state };
  if (item.checks.length === 0) return [{ ...about, check: '', says: 'nothing checks it', first: true }];
  return item.checks.map((check, i) => ({ ...about, ...check, check: check.name, first: i === 0 }));
}

const TONES: Partial<Record<TracedPromise['state'], Tone>> = { kept: 'good', broken: 'bad', unknown: 'warn', unchecked: 'warn', 'by-hand': 'dim', 'not-yet': 'dim', waived: 'dim' };
const STATES = ['broken', 'unknown', 'unchecked', 'not-yet', 'waived', 'kept', 'by-hand'] as const satisfies readonly TracedPromise['state'][];

function reportOf({ policy, file }: OpenPolicy, items: readonly TracedPromise[], run: LastRun | undefined, ledger: boolean): Records<Line> {
  const lines = items.flatMap(linesOf);
  const of = (state: TracedPromise['state']): string[] => items.filter((i) => i.state === state).map((i) => i.id);
  const unchecked = of('unchecked');
  const state = (l: Line): Cell => (l.first ? { text: l.promise, tone: TONES[l.promise] ?? 'dim' } : '');
  const outro = [`${items.length} promise${items.length === 1 ? '' : 's'}: ${STATES.filter((s) => of(s).length > 0).map((s) => `${of(s).length} ${s}`).join(', ')}.`];
  if (unchecked.length > 0) outro.push(`Nothing checks ${unchecked.join(', ')}.`);
  if (run?.hides !== undefined) outro.push(`The run of the inventory does not tell everything: ${run.hides}.`);
  if (!run && items.some((i) => i.checks.some((c) => c.by === 'rule'))) outro.push('What rules found is unknown: give --findings FILE, which custos inventory check … --json -o FILE writes.');
  if (!ledger && items.some((i) => i.checks.some((c) => c.by === 'clock' || c.by === 'draft'))) outro.push('How clocks stand is unknown: there is no ledger.');
  return {
    kind: 'records', schema: 'policy-trace', title: policy.title ?? file, items, rows: lines, lines, outro, empty: 'No promises.',
    summary: { promises: items.length, byState: Object.fromEntries(STATES.map((s) => [s, of(s).length])), broken: of('broken'), unchecked, findings: run !== undefined, ledger },
    columns: [
      { title: 'PROMISE', value: (l) => (l.first ? { text: l.id, tone: 'strong' } : '') }, { title: 'STATE', value: state }, { title: 'CHECKED BY', value: (l) => l.check },
      { title: 'LAST RESULT', wide: true, value: (l) => (l.state === 'found' ? { text: l.says ?? '', tone: 'bad' } : (l.says ?? '')) },
    ],
    fields: ['id', 'section', 'promise', 'by', 'check', 'state', 'says', 'open', 'waived'],
  };
}
