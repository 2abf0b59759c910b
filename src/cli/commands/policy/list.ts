/** `custos policy list`: what the privacy policy promises. */
import type { Outcome, Records } from '../../../core/report.ts';
import { type Check, type PolicyPromise, checksOf } from '../../../inventory/policy.ts';
import { type Register, action } from '../../command.ts';
import { type OpenPolicy, openPolicy } from './open.ts';

export const register: Register = (group, runner) => {
  const command = group.command('list').description('List the promises of the privacy policy, with what keeps each.').option('--policy <file>', 'the file of the promises (else the configuration\'s)');
  action(command, runner, async (app, _, options) => list(await openPolicy(app, options['policy'] as string | undefined)));
};

function itemOf({ id, section, says, rules, clocks, letters, drafts, byHand }: PolicyPromise) {
  return { id, section, says, rules: rules ?? [], clocks: (clocks ?? []).map(({ law, obligation, types }) => ({ law, obligation, types: types ?? null })), letters: letters ?? [], drafts: drafts ?? [], byHand: byHand ?? null };
}

type Item = ReturnType<typeof itemOf> & { keptBy: string };

function list({ policy, file, sha256 }: OpenPolicy): Outcome {
  const items = policy.promises.map(itemOf);
  const rows = policy.promises.map((promise): Item => ({ ...itemOf(promise), keptBy: keptBy(checksOf(promise)) }));
  const unchecked = policy.promises.filter((p) => checksOf(p).length === 0).map((p) => p.id);
  const report: Records<Item> = {
    kind: 'records', schema: 'policy-list', title: policy.title ?? file, items, rows, lines: rows,
    intro: policy.lastUpdated === undefined ? [] : [`last updated ${policy.lastUpdated}`],
    summary: { promises: items.length, lastUpdated: policy.lastUpdated ?? null, purposes: policy.purposes ?? [], unchecked },
    columns: [
      { title: 'PROMISE', value: (p) => ({ text: p.id, tone: 'strong' }) }, { title: 'SECTION', value: (p) => p.section },
      { title: 'KEPT BY', value: (p) => (p.keptBy === '' ? { text: 'nothing', tone: 'warn' } : p.keptBy) }, { title: 'WHAT IT SAYS', wide: true, value: (p) => p.says },
    ],
    fields: ['id', 'section', 'keptBy', 'says'], outro: unchecked.length > 0 ? [`Nothing keeps ${unchecked.join(', ')}.`] : [], empty: 'No promises.',
  };
  return { report, inputs: [{ path: file, sha256 }] };
}

const WORDS: Record<Check['by'], string> = { rule: 'rule', clock: 'clock', letter: 'letter', draft: 'notice', hand: '' };

/** `2 rules, 1 clock, by hand` */
function keptBy(checks: readonly Check[]): string {
  const counts = (Object.keys(WORDS) as Check['by'][]).map((by) => ({ by, n: checks.filter((c) => c.by === by).length })).filter(({ n }) => n > 0);
  return counts.map(({ by, n }) => (by === 'hand' ? 'by hand' : `${n} ${WORDS[by]}${n === 1 ? '' : 's'}`)).join(', ');
}
