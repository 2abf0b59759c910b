/** Facts files of breaches (YAML or JSON), and the tables by which their severity and risk are suggested. */
import { factFaults, type Given } from '../core/breach-check.ts';
import type { BreachFile } from '../core/breach-facts.ts';
import type { RiskTable } from '../core/breach-risk.ts';
import { isFields } from '../core/fields.ts';
import { sha256 } from '../core/hash.ts';
import type { Source } from '../core/report.ts';
import type { SeverityTable } from '../core/severity.ts';
import risk from '../data/breach-risk.json' with { type: 'json' };
import severity from '../data/severity.json' with { type: 'json' };
import { readYaml } from './config.ts';
import { readBytes } from './files.ts';

/** JSON says of a word only that it is a string, and of a pair that it is a list. */
export const severityTable = severity as unknown as SeverityTable;
export const riskTable = risk as unknown as RiskTable;

export interface LoadedFacts {
  source: Source;
  facts: BreachFile;
}

/** Kinds of data that facts may name. */
export const ELEMENT_WORDS: readonly string[] = Object.keys(severityTable.dataContext.elements);

/**
 * Reads the facts of a breach; what breaks the schema and what cannot be is reported at once, with line and column.
 * `part`: only what is new of a breach that has a title already.
 */
export async function readBreachFacts(file: string, shown: string, given: Omit<Given, 'elements'>, part = false): Promise<LoadedFacts> {
  const bytes = readBytes(file);
  const { default: validate } = await import('../generated/breach-facts.js');
  const check = part ? withTitle(validate) : validate;
  const facts = await readYaml<BreachFile>(bytes.toString('utf8'), shown, check, 'bad-facts', (value) => factFaults(value, { ...given, elements: ELEMENT_WORDS }));
  return { source: { path: shown, get sha256() { return sha256(bytes); } }, facts };
}

/** The same check of a file that need not have a title. */
function withTitle(validate: typeof import('../generated/breach-facts.js').default): typeof validate {
  const check: typeof validate = (data) => {
    const sound = validate(isFields(data) ? { title: 'a title', ...data } : data);
    check.errors = validate.errors ?? null;
    return sound;
  };
  return check;
}
