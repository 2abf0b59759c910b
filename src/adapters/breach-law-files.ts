/** Breach-law files as `law check` is given them: which files are some, and what is wrong with one. */
import type { BreachLaw } from '../core/breach-law.ts';
import { lintBreachLaw } from '../core/breach-lint.ts';
import { sha256 } from '../core/hash.ts';
import { type LoadedBreachLaw, isFactPath } from './breach-laws.ts';
import { readYaml } from './config.ts';
import { loadPlaces } from './data.ts';
import { readBytes } from './files.ts';
import { refuseProblems } from './laws.ts';

/** Duties of a breach law have an audience; those of a law on requests have none. */
export function isBreachLaw(file: string): boolean {
  try {
    const { obligations } = JSON.parse(readBytes(file).toString('utf8')) as { obligations?: unknown };
    return Array.isArray(obligations) && obligations.some((o) => typeof o === 'object' && o !== null && 'audience' in o);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** Reads one file and checks it against schema and lint; throws `bad-law` with every problem. */
export async function readBreachLaw(file: string): Promise<LoadedBreachLaw> {
  const bytes = readBytes(file);
  const { default: validate } = await import('../generated/breach-law.js');
  const law = await readYaml<BreachLaw>(bytes.toString('utf8'), file, validate, 'bad-law');
  const places = loadPlaces();
  const strange = [...(law.scope.people ?? []), ...(law.scope.established ?? [])].filter((place) => place !== '*' && !places[place]);
  refuseProblems(file, law.id, [...lintBreachLaw(law, isFactPath), ...strange.map((place) => ({ says: `unknown place ${place}`, at: 'scope' }))]);
  return { law, file, get sha256() { return sha256(bytes); } };
}
