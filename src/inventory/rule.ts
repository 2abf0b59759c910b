/** A rule of the inventory: what it says is data (`<id>.json`), how a row breaks it is code (`<id>.ts`). */
import type { Day } from '../core/date.ts';
import type { Finding } from '../core/report.ts';
import type { Column } from './columns.ts';
import type { Concern } from './facts.ts';
import type { IdStore } from './id-index.ts';
import type { Level, Row } from './row.ts';
import type { Adequacy } from './adequacy.ts';
import type { Consents } from './consent.ts';
import type { Schedule } from './schedule.ts';

export type Severity = Finding['severity'];

/** The data of a rule (schemas/rule.schema.json). Every number that a law or promise sets stands in `limits`. */
export interface RuleAbout {
  title: string;
  severity: Severity;
  levels: readonly Level[];
  /** Why there is such a rule, for `rule show`. */
  reason: string;
  fix: string;
  citations: readonly RuleCitation[];
  /** Columns it reads; an empty list stands for any. */
  reads: readonly Column[];
  limits?: Readonly<Record<string, string | number>>;
  examples: { fails: Example; passes: Example };
  /** Edge cases and how they are decided. */
  notes?: readonly string[];
}

export interface RuleCitation {
  ref: string;
  url?: string;
  /** Whether the text itself was read. */
  verified: boolean;
}

/** A row as a person would write it, by canonical column. */
export type Example = Readonly<Partial<Record<Column, string>>>;

export interface Rule extends RuleAbout {
  id: string;
  concerns: Concern;
  check(row: Row, ctx: Context): void;
  /** Rules that compare rows, or speak of the whole file: made anew for each run, `end` after the last row. */
  file?(ctx: Context): FileCheck;
}

export interface FileCheck {
  row(row: Row): void;
  end(): void;
}

/** What a rule found. The checker adds rule, place, citations, promise and fingerprint. */
export interface Found {
  /** One sentence. It quotes no free text and no personal column: see `quoted` in concepts.ts. */
  says: string;
  at?: Column;
  /** The heading of a column that is not mapped. */
  heading?: string | undefined;
  /** Else `violation`. `gap`: hangs on something absent or unreadable. */
  kind?: Finding['kind'];
  /** Else the rule's own. */
  severity?: Severity;
  /** Tells this finding from others of the same rule and row: codes and dates. */
  what?: string;
  /** In place of the rule's citations, where other law applies to the row. */
  law?: readonly { ref: string; url?: string }[];
  /** Citations beside the rule's, such as a schedule line's. */
  citations?: readonly { ref: string; url?: string }[];
  fix?: string;
}

/** Choices of the organisation (`inventory:` in custos.yaml) and of the command line. */
export interface CheckOptions {
  /** Days before a date at which it is announced as `expiring`. */
  horizon: number;
  /** Column event that starts a duration without one; never assumed unless given. */
  assumeTrigger?: string;
  /** Days after which a row counts as not reviewed; else the rule's own limits. */
  reviewAfter?: number;
  /** What tells assets apart where an asset has several rows, such as asset_id and data_category; else asset_id alone. */
  keyColumns?: readonly Column[];
  /** Purposes that the organisation's policy names; absent: no policy was given. */
  policyPurposes?: readonly string[];
}

export interface Context {
  today: Day;
  options: CheckOptions;
  schedule: Schedule;
  adequacy: Adequacy;
  /** Consents of the ledger or of a file, beside those in the rows. */
  consents: Consents;
  /** Makes a store for ids of a long inventory. */
  moreIds?: (() => IdStore) | undefined;
  report(found: Found): void;
  /** About the file as a whole: once a run, however often it is said. */
  reportOnce(found: Found): void;
}

/** The JSON of a rule as TypeScript sees it; a test holds it against its schema. */
interface RuleJson {
  title: string;
  severity: string;
  levels: string[];
  reason: string;
  fix: string;
  citations: { ref: string; url?: string; verified: boolean }[];
  reads: string[];
  limits?: Readonly<Record<string, string | number>>;
  examples: { fails: Readonly<Record<string, string>>; passes: Readonly<Record<string, string>> };
  notes?: string[];
}

/** A rule of the folder `src/rules/<group>`; its id is its place there. */
export function rule(id: string, about: RuleJson, concerns: Concern, check: Rule['check'], file?: Rule['file']): Rule {
  return { ...(about as RuleAbout), id, concerns, check, ...(file ? { file } : {}) };
}
