/** One pass over an inventory: every row is read once, and each rule looks only at the rows that concern it. */
import type { Day } from '../core/date.ts';
import { sha256 } from '../core/hash.ts';
import type { Finding } from '../core/report.ts';
import type { Adequacy } from './adequacy.ts';
import type { Consents } from './consent.ts';
import { FactTable } from './facts.ts';
import { RowReader, type Sheet, type SheetRow } from './reader.ts';
import type { Level, Row } from './row.ts';
import type { CheckOptions, Context, FileCheck, Found, Rule } from './rule.ts';
import type { Schedule } from './schedule.ts';

export interface CheckSetup {
  rules: readonly Rule[];
  today: Day;
  options: CheckOptions;
  schedule: Schedule;
  adequacy: Adequacy;
  consents: Consents;
  /** The promise that a rule keeps, by the organisation's policy. */
  promiseOf(rule: string): Finding['promise'];
  /** Takes each finding as it is made, so that none need be kept. */
  found(finding: Finding): void;
}

interface Test {
  rule: Rule;
  context: Context;
  concerned: (words: Int32Array) => boolean;
}

export class Checker {
  private readonly setup: CheckSetup;
  /** The rules of each level, so that a row asks only those. */
  private readonly tests: Readonly<Record<Level, readonly Test[]>>;
  private readonly fileChecks: FileCheck[];
  private readonly reader: RowReader;
  private readonly times = new Map<string, number>();
  private row: Row | undefined;
  private sheet: Sheet | undefined;
  evaluated = 0;
  gaps = 0;

  constructor(setup: CheckSetup) {
    this.setup = setup;
    const table = new FactTable(setup.rules.map((r) => r.concerns));
    this.reader = new RowReader(table);
    const tests = setup.rules.map((rule): Test => ({ rule, context: this.contextOf(rule), concerned: table.test(rule.concerns) }));
    this.tests = { asset: tests.filter(({ rule }) => rule.levels.includes('asset')), record: tests.filter(({ rule }) => rule.levels.includes('record')) };
    this.fileChecks = tests.flatMap(({ rule, context }) => rule.file?.(context) ?? []);
  }

  /** Begins a file; several files are one inventory. */
  open(sheet: Sheet): void {
    this.sheet = sheet;
    this.reader.open(sheet);
  }

  add(record: SheetRow): void {
    const row = this.reader.read(record);
    const { bits } = this.reader;
    this.row = row;
    const whole = record.fault === undefined;
    if (whole) this.evaluated += 1;
    else this.gaps += 1;
    for (const { rule, context, concerned } of this.tests[row.level]) {
      // A row whose cells may stand under the wrong headings is told and not judged.
      if ((whole || rule.id === FAULTY) && concerned(bits)) rule.check(row, context);
    }
    if (whole) for (const check of this.fileChecks) check.row(row);
  }

  /** After the last row of the last file. */
  end(): void {
    for (const check of this.fileChecks) check.end();
  }

  private contextOf(rule: Rule): Context {
    const { today, options, schedule, adequacy, consents } = this.setup;
    const once = new Set<string>();
    return {
      today, options, schedule, adequacy, consents,
      report: (found) => this.setup.found(this.finding(rule, found, this.row)),
      reportOnce: (found) => {
        const said = found.what === undefined ? (found.at ?? '') : `${found.at ?? ''}\n${found.what}`;
        if (once.has(said)) return;
        once.add(said);
        this.setup.found(this.finding(rule, found, undefined));
      },
    };
  }

  private finding(rule: Rule, found: Found, row: Row | undefined): Finding {
    const { sheet } = this;
    const key = row?.key;
    const at = found.at;
    const heading = at === undefined || sheet === undefined ? undefined : sheet.headings[sheet.columns.get(at) ?? -1];
    const digest = sha256([rule.id, key ?? (row ? signature(row) : ''), at ?? '', found.what ?? ''].join('\n')).slice(0, 16);
    return {
      rule: rule.id, area: 'inventory', kind: found.kind ?? 'violation', severity: found.severity ?? rule.severity, message: found.says,
      at: { ...(sheet ? { file: sheet.path } : {}), ...(row ? { line: row.line } : {}), ...(heading === undefined ? {} : { column: heading }), ...(at === undefined ? {} : { field: at }), ...(key === undefined ? {} : { key }) },
      promise: this.setup.promiseOf(rule.id), citations: [...(found.law ?? rule.citations), ...(found.citations ?? [])].map(({ ref, url }) => ({ ref, url: url ?? null })), fix: found.fix ?? rule.fix,
      fingerprint: this.unique(digest), waived: null,
    };
  }

  /** Rows that are equal have findings that are: the second is told from the first. */
  private unique(digest: string): string {
    const n = (this.times.get(digest) ?? 0) + 1;
    this.times.set(digest, n);
    return n === 1 ? digest : sha256(`${digest}\n${n}`).slice(0, 16);
  }
}

/** The one rule that sees rows that cannot be judged. */
const FAULTY = 'quality/malformed-row';

/** What a row without an id is known by. */
function signature(row: Row): string {
  return JSON.stringify((['asset_name', 'system_name', 'data_category', 'data_elements', 'purpose', 'data_subject_category'] as const).map((column) => row.text(column)));
}
