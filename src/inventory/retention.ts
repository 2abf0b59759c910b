/** A retention text as a period with its start: "7 years after end of contract" → 7 years, contract_end. */
import type { Period } from '../core/period.ts';

/** The kinds of texts that inventories hold; what they mean for a rule is said in `Retention`. */
export type RetentionKind =
  | 'fixed' | 'range' | 'minimum' | 'maximum' | 'compound' | 'conditional' | 'until_event' | 'while_event'
  | 'indefinite' | 'none' | 'external' | 'placeholder' | 'not_deletion' | 'end_date' | 'unparseable';

/** One duration after one event. `event` is absent where the text names none ("7 years"). */
export interface Span {
  min?: Period;
  max?: Period;
  event?: string;
  /** "about", "approximately". */
  about?: boolean;
}

export interface Retention {
  kind: RetentionKind;
  /** Several where the text joins them. */
  spans: readonly Span[];
  /** How several spans combine: "or until" ends at the earliest, "whichever is later" at the latest. */
  join?: 'earliest' | 'latest' | 'condition';
  /** `end_date`: a calendar day, YYYY-MM-DD. */
  end?: string;
  /** The person's age ends it: AGE P25Y@birth is written as a span after `birth`. */
  afterwards?: 'anonymise' | 'archive';
  /** What a person should look at, such as "790 days" beside "(26 months)" when they differ. */
  doubt?: string;
}
