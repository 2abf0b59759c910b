/**
 * A retention text as a period with its start: "7 years after end of contract" → 7 years, contract_end.
 *
 * How to read one: `kind` says what sort of text it is, `spans` hold every period and event that it names, `join` says how
 * several of them combine. Any kind that carries spans may carry several: "1 year from delivery or return" is `fixed` with
 * two spans of one year and join `latest`. A range has its lower bound in `min` and its upper in `max`; a `minimum` has no
 * `max`, a `maximum` no `min`. A span without a period is a bare event: kept until it. `retentionWords` prints all of it.
 */
import type { Period } from '../core/period.ts';

/** The kinds of texts that inventories hold. */
export type RetentionKind =
  /** One period: "7 years", `P6Y@contract_end`. */
  | 'fixed' | 'range' | 'minimum' | 'maximum'
  /** Periods or events of which the earliest or the latest counts. */
  | 'compound'
  /** Different periods for different cases, or one with exceptions: it must be split. */
  | 'conditional'
  /** Kept until something happens, or while something lasts (then the event is its end). */
  | 'until_event' | 'while_event'
  | 'indefinite'
  /** Nothing is stored. */
  | 'none'
  /** Somebody or something else decides: a law, a contract, another row (`refersTo`). */
  | 'external'
  | 'placeholder'
  /** Moved to an archive: not an end. */
  | 'not_deletion'
  | 'end_date'
  | 'unparseable';

/** One period after one event. `event` is absent where the text names none ("7 years"). */
export interface Span {
  min?: Period;
  max?: Period;
  /** As `retention_trigger` has it, else in the same style. `other`: the text names one that is not known. `birth`: an age. */
  event?: string;
  /** "about", "approximately". */
  about?: boolean;
  /** The case in which it applies; `other` where the text's own words for it are not known. Only with join `condition` or `latest`. */
  when?: string;
}

export interface Retention {
  kind: RetentionKind;
  /** Several where the text joins them. */
  spans: readonly Span[];
  /** How several spans combine: "or until" ends at the earliest, "whichever is later" at the latest. */
  join?: 'earliest' | 'latest' | 'condition';
  /** A calendar day, YYYY-MM-DD: of `end_date`, and of a `compound` in which a day is one of the alternatives. */
  end?: string;
  /** What becomes of the data when the spans end; `anonymise` ends the identifiable form, `archive` ends nothing. */
  afterwards?: 'anonymise' | 'archive';
  /** Who or what decides, where the text points elsewhere: law, contract, policy, system, party, row, other. */
  refersTo?: string;
  /** What a person should look at, such as two periods in one text that differ. It quotes nothing from the text. */
  doubt?: string;
}
