/** `custos breach lint`: a letter held against what one law wants of it. */
import path from 'node:path';
import { letterWords } from '../../adapters/breach-drafts.ts';
import { readBytes } from '../../adapters/files.ts';
import { readLetter } from '../../adapters/letter-text.ts';
import { AUDIENCES, type Audience, type BreachLaw } from '../../core/breach-law.ts';
import { knownOf, reachOf } from '../../core/breach-scope.ts';
import { knownDay, timelineOf } from '../../core/breach-timeline.ts';
import type { Facts } from '../../core/condition.ts';
import { type Day, momentDay } from '../../core/date.ts';
import { lettersOf, lintLetter } from '../../core/draft-lint.ts';
import { UserError } from '../../core/errors.ts';
import { sha256 } from '../../core/hash.ts';
import type { Finding, Findings, Outcome } from '../../core/report.ts';
import type { App } from '../app.ts';
import { checkFailOn, fails } from '../failing.ts';
import { Checks, oneOf } from '../facts.ts';
import { givenBreach } from './given.ts';
import { zoneHere } from './input.ts';
import type { Breach } from './judge.ts';
import { knownLaw } from './laws.ts';

interface LintOptions {
  law?: string;
  to?: string;
  variant?: string;
  case?: string;
  facts?: string;
}

export async function lint(app: App, file: string, options: LintOptions): Promise<Outcome> {
  const failOn = app.globals.failOn ?? 'error';
  const checks = new Checks();
  await checks.attempt(() => checkFailOn(failOn));
  for (const name of ['law', 'to'] as const) if (options[name] === undefined) checks.missing(`--${name}`);
  const loaded = options.law === undefined ? undefined : await checks.attempt(() => knownLaw(app, options.law as string));
  const to = options.to === undefined ? undefined : await checks.attempt(() => oneOf(options.to as string, AUDIENCES, 'audience', 'bad-value'));
  checks.done('custos breach lint letter.md --law us-ma-93h --to people');
  const { law } = loaded as NonNullable<typeof loaded>;
  const breach = await breachOf(app, options);
  const zone = await zoneHere(app);
  const day = (breach && knownDay(timelineOf(breach), zone)) ?? momentDay(app.now, zone);
  const rules = lettersOf(law, to as Audience, day, options.variant);
  if (!rules) throw noLetter(law, to as Audience, options.variant);
  const bytes = readBytes(file === '-' ? file : path.resolve(app.io.cwd, file));
  const items = lintLetter(readLetter(bytes, file), rules, letterWords, breach && (await factsOf(app, law, breach, day)));
  return {
    report: reportOf(items, law.id, to as Audience, file), laws: loaded ? [loaded] : [], inputs: [{ path: file, sha256: sha256(bytes) }],
    attention: items.some((f) => fails(f, failOn)), incomplete: items.some((f) => f.rule === 'letter/unread'),
    notes: breach ? [] : ['what a law asks for only under a condition is judged by the letter alone; --case or --facts tells it'],
  };
}

/** The breach that the letter is about, where it is named. */
async function breachOf(app: App, { case: id, facts }: LintOptions): Promise<Breach | undefined> {
  if (id === undefined && facts === undefined) return undefined;
  return (await givenBreach(app, id, facts === undefined ? {} : { facts }, 'custos breach lint')).breach;
}

async function factsOf(app: App, law: BreachLaw, { file }: Breach, day: Day): Promise<Facts> {
  const { places } = await app.world();
  return reachOf(law, knownOf(file, places), day, true).facts;
}

function noLetter(law: BreachLaw, to: Audience, variant: string | undefined): UserError {
  const known = [...new Set(law.obligations.map((o) => (o.variant === undefined ? o.audience : `${o.audience} (--variant ${o.variant})`)))];
  return new UserError('bad-value', `${law.id} knows no notice to ${to}${variant === undefined ? '' : ` (${variant})`}`, { hint: `it knows: ${known.join(', ')}` });
}

function reportOf(items: readonly Finding[], law: string, to: Audience, file: string): Findings {
  const count = (severity: Finding['severity']): number => items.filter((f) => f.severity === severity).length;
  return {
    kind: 'findings', schema: 'letter-findings', title: `${file}: ${law}, ${to}`, items, rules: letterWords.rules.map(({ id, title, fix }) => ({ id, title, help: fix })),
    summary: { law, audience: to, findings: items.length, bySeverity: { error: count('error'), warning: count('warning'), note: count('note') } }, empty: 'Nothing is missing, and nothing is said that may not be.',
  };
}
