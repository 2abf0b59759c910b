/** Who receives a row's data: names and kinds stand in two columns, and only sometimes it is clear which belongs to which. */
import { type CodeSet, isIn } from './columns.ts';
import type { Row } from './row.ts';

/** Recipients of one kind. */
export interface Receiving {
  /** A code of recipient_type. */
  type: string;
  /** Their names; empty where the row names none. */
  names: readonly string[];
  /** False where the row has several kinds that cannot be told apart: then `names` are all of its recipients. */
  sure: boolean;
}

/** A kind that is written twice is one code: then kinds and names cannot be counted off against each other. */
const SEPARATOR = /[;\n|,，、]/;

/**
 * Recipients by kind: one kind is the kind of all; as many kinds as names go together in their order; otherwise any of
 * the names may be of any of the kinds.
 */
export function receiving(row: Row, kinds: CodeSet): Receiving[] {
  const [names, types] = [row.codes('recipients'), row.codes('recipient_type')];
  const paired = types.length > 1 && types.length === names.length && types.length === row.text('recipient_type').split(SEPARATOR).length;
  const sure = paired || types.length === 1 || names.length === 0;
  return [...new Set(types)].filter((type) => isIn(type, kinds))
    .map((type) => ({ type, sure, names: paired ? names.filter((_, i) => types[i] === type) : names }));
}

/** Somebody receives the data and nothing says what they are. */
export function unsorted(row: Row): boolean {
  return row.has('recipients') && row.codes('recipient_type').length === 0;
}

/** A code as words: `pharmaceutical_company` → "pharmaceutical company". */
export function words(code: string): string {
  return code.replaceAll('_', ' ');
}
