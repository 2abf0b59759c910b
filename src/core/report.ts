/** What a command answers: a report. Formats turn it into text; one place prints it. */

/** How a cell reads. A tone is never the only sign: the words say it too. */
export type Tone = 'bad' | 'warn' | 'good' | 'dim' | 'strong';
export type Cell = string | { text: string; tone: Tone };

export interface Column<T> {
  title: string;
  value(item: T): Cell;
  align?: 'right';
  /** Takes the width that is left and wraps; at most one column. */
  wide?: boolean;
}

/** A list of things of one kind. */
export interface Records<T = unknown> {
  kind: 'records';
  schema: string;
  title: string;
  /** The JSON records. */
  items: readonly unknown[];
  /** What a table (table, markdown, html) shows, by its columns. */
  rows: readonly T[];
  columns: readonly Column<T>[];
  /** What CSV writes, and the keys it writes of each. */
  lines: readonly T[];
  fields: readonly string[];
  summary: Readonly<Record<string, unknown>>;
  /** Lines before and after the table, for people. */
  intro?: readonly string[];
  outro?: readonly string[];
  /** Said in place of an empty table. */
  empty: string;
}

export interface Finding {
  rule: string;
  area: string;
  kind: 'violation' | 'gap' | 'conflict' | 'expiring';
  severity: 'error' | 'warning' | 'note';
  message: string;
  at: { file?: string; line?: number; column?: string; field?: string; key?: string };
  promise: { id: string; section: string } | null;
  citations: { ref: string; url: string | null }[];
  fix: string;
  fingerprint: string;
  waived: { reason: string; owner: string; expires: string } | null;
}

export interface Findings {
  kind: 'findings';
  schema: string;
  title: string;
  items: readonly Finding[];
  summary: Readonly<Record<string, unknown>>;
  /** Every rule that was run, for the formats that list them. */
  rules: readonly { id: string; title: string; help: string }[];
  outro?: readonly string[];
  empty: string;
}

/** What a letter is printed on: where it goes to the United States, theirs. */
export type Paper = 'A4' | 'letter';

/** A text for people, in Markdown. */
export interface DocumentReport {
  kind: 'document';
  schema: string;
  title: string;
  /** A4 if not given. */
  paper?: Paper;
  markdown: string;
  /** The facts behind it, as JSON. */
  items: readonly unknown[];
  summary: Readonly<Record<string, unknown>>;
}

/** Text that is already in its only format: a completion script, an iCalendar file, an exported table. */
export interface RawText {
  kind: 'text';
  schema: string;
  text: string | Iterable<string>;
}

export type Report = Records | Findings | DocumentReport | RawText;

export const FORMATS = ['table', 'json', 'ndjson', 'csv', 'markdown', 'html', 'sarif', 'junit'] as const;
export type Format = (typeof FORMATS)[number];

/** The head of every JSON answer (contract §2). */
export interface Envelope {
  schema: string;
  tool: { name: string; version: string };
  asOf: string;
  timeZone: string;
  laws: { id: string; checkedOn: string; sha256: string }[];
  inputs: Source[];
  summary: Readonly<Record<string, unknown>>;
}

/** A file that was read, and its hash, which is computed when it is asked for. */
export interface Source {
  readonly path: string;
  readonly sha256: string;
}

/** A law as its file says it, and the hash of that file. */
export interface LawUsed {
  readonly law: { id: string; checked: { on: string } };
  readonly sha256: string;
}

/** What a command hands back. Exit 3 if `untrusted`, else 1 if `attention`, else 4 if `incomplete`, else 0. */
export interface Outcome {
  report?: Report;
  untrusted?: boolean;
  attention?: boolean;
  incomplete?: boolean;
  /** Lines for stderr: what else a person should know. */
  notes?: readonly string[];
  /** The laws behind the answer. */
  laws?: readonly LawUsed[];
  inputs?: readonly Source[];
  timeZone?: string;
}
