/** `custos rule`: what an inventory is checked for, and why. */
import { UserError } from '../../core/errors.ts';
import { nearest } from '../../core/places.ts';
import type { DocumentReport, Outcome, Records } from '../../core/report.ts';
import type { Example, Rule } from '../../inventory/rule.ts';
import { type Register, action } from '../command.ts';

export const register: Register = (program, runner) => {
  const rule = program.command('rule').description('The rules that inventories are checked by.');
  action(rule.command('list').description('Every rule, with its severity and the provisions behind it.'), runner, async () => list(await rules()));
  action(rule.command('show').description('One rule: its reason, the law, an example that fails and one that passes.').argument('<id>', 'a rule, such as retention/period-missing'), runner, async (_, [id]) => show(await rules(), id as string), 'document');
};

async function rules(): Promise<readonly Rule[]> {
  return ((await import('../../generated/rules.ts')) as { default: readonly Rule[] }).default;
}

/** What is known of a rule beside its code. */
function itemOf({ id, title, severity, levels, reason, fix, citations, reads, limits, examples, notes }: Rule) {
  return { id, title, severity, levels, reason, fix, citations: citations.map(({ ref, url, verified }) => ({ ref, url: url ?? null, verified })), reads, limits: limits ?? {}, examples, notes: notes ?? [] };
}

type RuleItem = ReturnType<typeof itemOf>;

function list(all: readonly Rule[]): Outcome {
  const items = all.map(itemOf);
  const report: Records<RuleItem> = {
    kind: 'records', schema: 'rules', title: `${items.length} rules`, items, rows: items, lines: items, summary: { rules: items.length },
    columns: [
      { title: 'RULE', value: (r) => ({ text: r.id, tone: 'strong' }) }, { title: 'SEVERITY', value: (r) => ({ text: r.severity, tone: r.severity === 'error' ? 'bad' : r.severity === 'warning' ? 'warn' : 'dim' }) },
      { title: 'ROWS', value: (r) => r.levels.join(', ') }, { title: 'WHAT IT FINDS', wide: true, value: (r) => `${r.title} (${r.citations.map((c) => c.ref).join('; ')})` },
    ],
    fields: ['id', 'title', 'severity', 'levels', 'reason', 'fix'], empty: 'No rules.',
  };
  return { report };
}

function show(all: readonly Rule[], id: string): Outcome {
  const found = all.find((r) => r.id === id) ?? only(all.filter((r) => r.id.endsWith(`/${id}`)));
  if (!found) {
    const near = nearest(id, all.map((r) => r.id)) ?? all.find((r) => r.id.includes(id))?.id;
    throw new UserError('bad-value', `unknown rule “${id}”`, { hint: near ? `did you mean ${near}?` : 'custos rule list' });
  }
  const report: DocumentReport = { kind: 'document', schema: 'rules', title: found.id, markdown: describe(found), items: [itemOf(found)], summary: { rules: 1 } };
  return { report };
}

const only = (found: readonly Rule[]): Rule | undefined => (found.length === 1 ? found[0] : undefined);

function describe(rule: Rule): string {
  const lines = [`# ${rule.title}`, '', `\`${rule.id}\`, ${rule.severity}, rows of level ${rule.levels.join(' and ')}.`, '', rule.reason, '', `**What to do:** ${rule.fix}`, ''];
  lines.push('## Law', '', ...rule.citations.map((c) => `- ${c.ref}${c.verified ? '' : ' (text not read)'}${c.url ? ` <${c.url}>` : ''}`), '');
  if (rule.limits) lines.push('## Numbers', '', ...Object.entries(rule.limits).map(([name, value]) => `- ${name}: ${value}`), '');
  lines.push('## A row that fails', '', ...table(rule.examples.fails), '', '## A row that passes', '', ...table(rule.examples.passes), '');
  if (rule.notes?.length) lines.push('## Edge cases', '', ...rule.notes.map((note) => `- ${note}`), '');
  return lines.join('\n');
}

function table(example: Example): string[] {
  return ['| column | value |', '| --- | --- |', ...Object.entries(example).map(([column, value]) => `| ${column} | ${value === '' ? '(empty)' : value.replaceAll('|', '\\|')} |`)];
}
