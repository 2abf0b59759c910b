/** What the commands on a policy share: the file, whatever it may name, and the level at which they fail. */
import path from 'node:path';
import type { LoadedLaw } from '../../../adapters/data.ts';
import { type LoadedPolicy, readPolicy } from '../../../adapters/policy.ts';
import { UserError } from '../../../core/errors.ts';
import type { Notice } from '../../../inventory/policy.ts';
import type { Rule } from '../../../inventory/rule.ts';
import { type FailOn, isFailOn } from '../../../inventory/waivers.ts';
import type { App } from '../../app.ts';

export interface OpenPolicy extends LoadedPolicy {
  laws: readonly LoadedLaw[];
  notices: readonly Notice[];
}

/** The policy file that is named, else the configuration's; `undefined` where there is neither. */
export async function findPolicy(app: App, named: string | undefined): Promise<OpenPolicy | undefined> {
  const { config, file: at } = await app.config();
  if (named !== undefined) return open(app, path.resolve(app.io.cwd, named), named);
  if (config.policy === undefined) return undefined;
  const file = path.resolve(path.dirname(at ?? app.io.cwd), config.policy);
  return open(app, file, shown(app, file));
}

export async function openPolicy(app: App, named: string | undefined): Promise<OpenPolicy> {
  const found = await findPolicy(app, named);
  if (!found) throw new UserError('usage', 'no policy file is named', { hint: 'give --policy FILE, or write policy: FILE into the configuration' });
  return found;
}

async function open(app: App, file: string, name: string): Promise<OpenPolicy> {
  const laws = await app.allLaws();
  const { default: rules } = (await import('../../../generated/rules.ts')) as { default: readonly Rule[] };
  const notices = await knownNotices(app);
  return { ...(await readPolicy(file, name, { rules: rules.map((r) => r.id), laws: laws.map((l) => l.law), notices })), laws, notices };
}

/** The notices of a breach that the laws know, with how much they want in them. */
async function knownNotices(app: App): Promise<Notice[]> {
  return (await app.allBreachLaws()).flatMap(({ law }) => law.obligations.map((o) => ({ law: law.id, obligation: o.id, to: o.audience, contents: o.terms.findLast((t) => t.status === 'in-force')?.contents?.filter((c) => c.status !== 'optional').length ?? 0 })));
}

/** A path as people near here write it. */
export function shown(app: App, file: string): string {
  return path.relative(app.io.cwd, file) || file;
}

export function failLevel(app: App): FailOn {
  const level = app.globals.failOn ?? 'error';
  if (!isFailOn(level)) throw new UserError('usage', `--fail-on: “${level}” does not fit a policy`, { hint: 'one of: error, warning, note, never' });
  return level;
}
