/** Law files from outside: the organisation's own, and those that `law check` is given. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { UserError, type Problem } from '../core/errors.ts';
import type { Law } from '../core/law.ts';
import { type LawProblem, lintLaw } from '../core/law-lint.ts';
import { compareText } from '../core/order.ts';
import type { LoadedBreachLaw } from './breach-laws.ts';
import { type LoadedLaw, loaded } from './data.ts';
import { readYaml } from './config.ts';
import { readBytes, reason } from './files.ts';

export function isFolder(place: string): boolean {
  return statSync(place).isDirectory();
}

/** All law files in a folder, subfolders included, in order of their path. */
export function lawFiles(place: string): string[] {
  try {
    if (!statSync(place).isDirectory()) return [place];
    return readdirSync(place, { withFileTypes: true }).toSorted((a, b) => compareText(a.name, b.name)).flatMap((entry) => {
      const file = path.join(place, entry.name);
      return entry.isDirectory() ? lawFiles(file) : entry.name.endsWith('.json') ? [file] : [];
    });
  } catch (error) {
    throw new UserError('file-unreadable', `cannot read ${place}: ${reason(error)}`, { hint: 'give a law file or a folder of them', cause: error });
  }
}

/** Reads one law file and checks it against schema and lint; throws `bad-law` with every problem. */
export async function readLaw(file: string): Promise<LoadedLaw> {
  const bytes = readBytes(file);
  const { default: validate } = await import('../generated/law.js');
  const law = await readYaml<Law>(bytes.toString('utf8'), file, validate, 'bad-law');
  refuseProblems(file, law.id, lintLaw(law));
  return loaded(law, bytes, file);
}

/** Throws `bad-law` with every problem of a file; its name is one where it is not the law's id. */
export function refuseProblems(file: string, id: string, found: readonly LawProblem[]): void {
  const problems = found.map((p): Problem => ({ says: p.says, at: `${file}: ${p.at}` }));
  if (path.basename(file, '.json') !== id) problems.unshift({ says: `the file name must be the id: ${id}.json`, at: file });
  if (problems.length > 0) throw new UserError('bad-law', `${file} has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}`, { problems, hint: 'custos law check FILE repeats this check' });
}

/** Laws from outside; one with the id of a law of ours takes its place. */
export interface OwnLaws {
  laws: readonly LoadedLaw[];
  breachLaws: readonly LoadedBreachLaw[];
}

/** Law files and folders of them, on requests and on breaches. One broken file stops everything: a clock counted without it would be a guess. */
export async function readLaws(places: readonly string[]): Promise<OwnLaws> {
  const { isBreachLaw, readBreachLaw } = await import('./breach-law-files.ts');
  const files = places.flatMap(lawFiles);
  const breach = files.filter(isBreachLaw);
  return { laws: await Promise.all(files.filter((file) => !breach.includes(file)).map(readLaw)), breachLaws: await Promise.all(breach.map(readBreachLaw)) };
}
