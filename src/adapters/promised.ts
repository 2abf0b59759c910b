/** What the file of an organisation's promises says about breach notices; the rest of the file is read elsewhere. */
import { readBytes } from './files.ts';
import { readYaml } from './config.ts';

/** The laws whose notices the policy promises (`drafts`). */
export async function promisedNotices(file: string, shown: string): Promise<Set<string>> {
  const { default: validate } = await import('../generated/policy.js');
  const policy = await readYaml<{ promises?: { drafts?: { law: string }[] }[] }>(readBytes(file).toString('utf8'), shown, validate, 'bad-policy');
  return new Set((policy.promises ?? []).flatMap((promise) => (promise.drafts ?? []).map(({ law }) => law)));
}
