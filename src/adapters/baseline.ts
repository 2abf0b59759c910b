/** Findings of an earlier run, as `--json` or `--format ndjson` printed them. */
import { UserError } from '../core/errors.ts';
import { isFields } from '../core/fields.ts';
import type { Finding } from '../core/report.ts';
import { readPlainText } from './plain-text.ts';

export type EarlierFinding = Pick<Finding, 'rule' | 'severity' | 'fingerprint' | 'waived'>;

export interface EarlierRun {
  sha256: string;
  items: EarlierFinding[];
  /** `custos/findings@1`; absent for ndjson, which has no envelope. */
  schema?: string;
  asOf?: string;
  summary?: Readonly<Record<string, unknown>>;
  /** Findings that the run counted and did not list. */
  unlisted: number;
}

const KINDS = /^custos\/(findings|audit|tracker-check|policy-lint)@1$/;

export function readEarlierRun(file: string, shown: string): EarlierRun {
  const { text, sha256 } = readPlainText(file);
  const whole = parse(text);
  if (isFields(whole) && !('fingerprint' in whole)) return fromEnvelope(whole, shown, sha256);
  const lines = text.split(/\r?\n/).map((line, i) => ({ line, at: `${shown}:${i + 1}` })).filter(({ line }) => line.trim() !== '');
  // A clean run prints no line, so an empty file is a run without findings.
  return { sha256, unlisted: 0, items: lines.map(({ line, at }) => findingOf(parse(line), at, shown)) };
}

function fromEnvelope(whole: Record<string, unknown>, shown: string, sha256: string): EarlierRun {
  const { schema, asOf, summary, items } = whole;
  if (typeof schema !== 'string' || !KINDS.test(schema) || !Array.isArray(items)) throw noFindings(shown, typeof schema === 'string' ? `it is ${schema}` : 'it has no schema of findings', shown);
  const counts = isFields(summary) ? summary : {};
  const { findings, shown: listed } = counts;
  return {
    sha256, schema, ...(typeof asOf === 'string' ? { asOf } : {}), summary: counts, items: items.map((item, i) => findingOf(item, `${shown}: items.${i}`, shown)),
    unlisted: typeof findings === 'number' && typeof listed === 'number' ? Math.max(0, findings - listed) : 0,
  };
}

function findingOf(item: unknown, at: string, shown: string): EarlierFinding {
  if (!isFields(item)) throw noFindings(shown, 'this is no finding', at);
  const { rule, severity, fingerprint, waived } = item;
  if (typeof rule !== 'string' || typeof fingerprint !== 'string' || (severity !== 'error' && severity !== 'warning' && severity !== 'note')) throw noFindings(shown, 'this is no finding: rule, severity and fingerprint are what makes one', at);
  return { rule, severity, fingerprint, waived: isFields(waived) ? (waived as Finding['waived']) : null };
}

function noFindings(shown: string, says: string, at: string): UserError {
  return new UserError('bad-findings', `${shown} holds no findings of an earlier run`, { problems: [{ says, at }], hint: 'custos inventory check … --json -o FILE writes one' });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
