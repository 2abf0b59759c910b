/** What one text means in one column. Each distinct text of a column is read once and the cell is shared by its rows. */
import type { Day } from '../core/date.ts';
import type { Retention } from './retention.ts';

/** `unknown` is an answer ("Depends", "Possible", a blank); it never means no. */
export type Truth = 'yes' | 'no' | 'unknown';

/** Why a date needs a second look. */
export type DateDoubt = 'unreadable' | 'ambiguous' | 'two-digit-year' | 'excel-serial' | 'mixed-order';

export interface Cell {
  /** As written, without surrounding blanks. */
  readonly text: string;
  /** `absent`: the file has no such column. `blank`: nothing, or a word for nothing ("N/A"). `placeholder`: "TBD", "[DATE]". */
  readonly kind: 'absent' | 'blank' | 'placeholder' | 'value';
  /** The codes it names, in the order written: vocabulary codes, places (ISO 3166, "EU" and "EEA" kept), names of a list. */
  readonly codes: readonly string[];
  /** What was added to a code behind a colon, by code: `genetic_secondary:ai_training` → `ai_training`. Of a legal basis: the condition of Art. 9 beside it. */
  readonly details: readonly string[];
  /** Parts that the vocabulary does not know; empty for columns without one. */
  readonly unknown: readonly string[];
  /** Of a yes/no column, and of any other the leading yes or no word. */
  readonly truth: Truth;
  readonly day?: Day | undefined;
  /** Every reading of a date. Of an ambiguous one there are two, day first before month first, and no `day`. */
  readonly days: readonly Day[];
  readonly doubt?: DateDoubt | undefined;
  readonly number?: number | undefined;
  readonly period?: Retention | undefined;
  /** Bits of the facts that rules ask for, as words with their numbers before them (see facts.ts). */
  readonly facts: readonly number[];
}

const NOTHING = { text: '', codes: [], details: [], unknown: [], days: [], truth: 'unknown', facts: [] } as const;

/** The cell of a column that the file does not have. */
export const ABSENT: Cell = { ...NOTHING, kind: 'absent' };
