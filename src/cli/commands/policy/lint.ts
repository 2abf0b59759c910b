/** `custos policy lint`: what the privacy policy itself gets wrong or leaves out. */
import path from 'node:path';
import { readPolicyText } from '../../../adapters/policy.ts';
import { formatDay, momentDay } from '../../../core/date.ts';
import { UserError } from '../../../core/errors.ts';
import type { Finding, Findings, Outcome } from '../../../core/report.ts';
import { isHtml } from '../../../inventory/policy-html.ts';
import { LINT_RULES, type LintInput, type Linted, lintPolicy } from '../../../inventory/policy-lint.ts';
import { adequacy } from '../../../inventory/tables.ts';
import { fails } from '../../../inventory/waivers.ts';
import type { App } from '../../app.ts';
import { type Register, action } from '../../command.ts';
import { type OpenPolicy, failLevel, findPolicy, shown } from './open.ts';

export const register: Register = (group, runner) => {
  const command = group.command('lint').description('Find what the published policy, and the file of its promises, get wrong or leave out.')
    .argument('[file]', 'the published policy (plain text, Markdown or HTML, - for standard input), or a policy file; else the configuration\'s policy file and the text it names')
    .option('--policy <file>', 'the file of the promises (else the configuration\'s, unless a text is given)');
  action(command, runner, (app, [file], options) => lint(app, file, options['policy'] as string | undefined), 'findings');
};

async function lint(app: App, file: string | undefined, named: string | undefined): Promise<Outcome> {
  const failOn = failLevel(app);
  const promises = file !== undefined && /\.(ya?ml|json)$/i.test(file) ? file : undefined;
  if (promises !== undefined && named !== undefined) throw new UserError('usage', 'two policy files are given', { hint: 'give the published text, or --policy, or neither' });
  const policy = file === undefined || promises !== undefined || named !== undefined ? await findPolicy(app, promises ?? named) : undefined;
  const given = promises === undefined && file !== undefined ? { path: file === '-' ? file : path.resolve(app.io.cwd, file), name: file } : undefined;
  const target = given ?? (policy?.text === undefined ? undefined : { path: policy.text, name: shown(app, policy.text) });
  if (!target && !policy) throw new UserError('usage', 'no policy is named', { hint: 'give the published text: custos policy lint FILE; or write policy: FILE into the configuration' });
  const text = target && { ...target, ...readPolicyText(target.path, target.name) };
  const { config } = await app.config();
  const linted = lintPolicy({
    ...(text ? { text: { path: text.name, content: text.text } } : {}), ...(policy ? { file: fileOf(policy) } : {}),
    today: momentDay(app.now, config.organisation?.timeZone ?? 'UTC'), inEea: config.organisation?.establishedIn?.some((place) => adequacy.isEea(place)),
  });
  const notes = [...(text?.guessed ? [`${text.name}: read as Windows-1252, guessed from the bytes`] : []), ...(text && isHtml(text.text) ? [`${text.name}: read as HTML, without its tags; the lines are those of the file`] : []), ...(text ? [] : [`${policy?.file} names no text: only the file itself was checked`])];
  return {
    report: reportOf(linted, [text?.name, policy?.file]), notes, inputs: [text && { path: text.name, sha256: text.sha256 }, policy && { path: policy.file, sha256: policy.sha256 }].filter((i) => i !== undefined),
    attention: linted.findings.some((f) => fails(f, failOn)), incomplete: !text || linted.findings.some((f) => f.rule === 'policy/unread'),
  };
}

const fileOf = ({ file, policy, lineOf }: OpenPolicy): NonNullable<LintInput['file']> => ({ path: file, policy, lineOf });

function reportOf({ findings, dated, spared }: Linted, paths: readonly (string | undefined)[]): Findings {
  const tally = (key: (f: Finding) => string, keys: readonly string[]): Record<string, number> => Object.fromEntries(keys.map((k) => [k, findings.filter((f) => key(f) === k).length]));
  return {
    kind: 'findings', schema: 'policy-lint', title: paths.filter((p) => p !== undefined).join(', '), items: findings, rules: LINT_RULES,
    summary: {
      findings: findings.length, byRule: tally((f) => f.rule, [...new Set(findings.map((f) => f.rule))].toSorted()), bySeverity: tally((f) => f.severity, ['error', 'warning', 'note']),
      lastUpdated: dated === undefined ? null : formatDay(dated), spared,
    },
    outro: spared.length > 0 ? [`Not asked: ${spared.join(', ')}.`] : [], empty: 'Nothing is wrong that custos looks for.',
  };
}
