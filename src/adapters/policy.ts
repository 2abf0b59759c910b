/** The file of an organisation's promises, and the published text beside it. */
import path from 'node:path';
import { UserError } from '../core/errors.ts';
import { sha256 } from '../core/hash.ts';
import { type Known, type Policy, policyFaults } from '../inventory/policy.ts';
import { readLocated } from './config.ts';
import { readBytes } from './files.ts';
import { type PlainText, readPlainText } from './plain-text.ts';

export interface LoadedPolicy {
  /** As it is shown to people. */
  file: string;
  sha256: string;
  policy: Policy;
  /** The line on which a promise begins. */
  lineOf: (promise: number) => number | undefined;
  /** Where the published text is, if the file names it. */
  text: string | undefined;
}

/** Reads a policy file (YAML or JSON); every problem is reported at once, with line and column. */
export async function readPolicy(file: string, shown: string, known: Known): Promise<LoadedPolicy> {
  const bytes = readBytes(file);
  const { default: validate } = await import('../generated/policy.js');
  const { value: policy, lineOf } = await readLocated<Policy>(bytes.toString('utf8'), shown, validate, 'bad-policy', (value) => policyFaults(value, known));
  return { file: shown, sha256: sha256(bytes), policy, lineOf: (promise) => lineOf(['promises', promise]), text: policy.text === undefined ? undefined : path.resolve(path.dirname(file), policy.text) };
}

/** The published text of a policy. */
export function readPolicyText(file: string, shown: string): PlainText {
  const read = readPlainText(file);
  if (read.binary) throw new UserError('bad-policy', `${shown} is no text file`, { hint: 'save the policy as plain text, Markdown or HTML and give that file' });
  return read;
}
