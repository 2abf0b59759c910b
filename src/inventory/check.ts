/** One pass over an inventory: every row is read once, and each rule looks only at the rows that concern it. */
import type { Day } from '../core/date.ts';
import { fingerprintOf } from '../core/fingerprint.ts';
import type { Finding } from '../core/report.ts';
import type { Adequacy } from './adequacy.ts';
import type { Consents } from './consent.ts';
import { FactTable, canConcern } from './facts.ts';
import { IdIndex, type IdStore } from './id-index.ts';
import { Kinds } from './kinds.ts';
import { Looks, Memory } from './memory.ts';
import { RowReader, type Sheet, type SheetRow } from './reader.ts';
import type { Level, Row } from './row.ts';
import type { CheckOptions, Context, FileCheck, Found, Rule, RuleCitation } from './rule.ts';
import type { Schedule } from './schedule.ts';

export interface CheckSetup {
  rules: readonly Rule[];
  today: Day;
  options: CheckOptions;
  schedule: Schedule;
  adequacy: Adequacy;
  consents: Consents;
  /** Makes a store for ids of a long inventory. */
  moreIds?: (() => IdStore) | undefined;
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

/** In one file and at one level: what the rule has found nothing in. */
interface FileTest extends Test {
  memory: Memory;
}

interface OfLevel {
  tests: readonly FileTest[];
  kinds: Kinds<FileTest>;
}

const NO_TESTS: OfLevel = { tests: [], kinds: new Kinds() };

export class Checker {
  private readonly setup: CheckSetup;
  /** The rules of each level, so that a row asks only those. */
  private readonly tests: Readonly<Record<Level, readonly Test[]>>;
  /** Those that can find something in the file that is read. */
  private ofFile: Readonly<Record<Level, OfLevel>> = { asset: NO_TESTS, record: NO_TESTS };
  private readonly fileChecks: FileCheck[];
  private readonly reader: RowReader;
  /** What was found, and how often what was found again. */
  private readonly given: IdIndex;
  private readonly again = new Map<string, number>();
  private readonly cited = new WeakMap<readonly Pick<RuleCitation, 'ref' | 'url'>[], Finding['citations']>();
  private readonly looks = new Looks();
  /** How many findings there are so far. */
  private said = 0;
  private row: Row | undefined;
  private sheet: Sheet | undefined;
  evaluated = 0;
  gaps = 0;

  constructor(setup: CheckSetup) {
    this.setup = setup;
    this.given = new IdIndex(setup.moreIds);
    const table = new FactTable(setup.rules.map((r) => r.concerns), setup.today);
    this.reader = new RowReader(table);
    const all = setup.rules.map((rule) => ({ rule, context: this.contextOf(rule), concerned: table.test(rule.concerns) }));
    this.tests = { asset: all.filter(({ rule }) => rule.levels.includes('asset')), record: all.filter(({ rule }) => rule.levels.includes('record')) };
    this.fileChecks = all.flatMap(({ rule, context }) => rule.file?.(context) ?? []);
  }

  /** Begins a file; several files are one inventory. */
  open(sheet: Sheet): void {
    this.sheet = sheet;
    this.reader.open(sheet);
    const of = (level: Level): OfLevel => ({
      tests: this.tests[level].filter(({ rule }) => canConcern(rule.concerns, sheet.columns)).map((test) => ({ ...test, memory: new Memory() })), kinds: new Kinds(),
    });
    this.ofFile = { asset: of('asset'), record: of('record') };
  }

  add(record: SheetRow): void {
    const row = this.reader.read(record);
    this.row = row;
    const whole = record.fault === undefined;
    if (whole) this.evaluated += 1;
    else this.gaps += 1;
    const { tests, kinds } = this.ofFile[row.level];
    if (!whole) {
      // A row whose cells may stand under the wrong headings is told and not judged.
      for (const { rule, context } of tests) if (rule.id === FAULTY) rule.check(row, context);
      return;
    }
    const concerned = (): FileTest[] => {
      const bits = this.reader.bits();
      return tests.filter((test) => test.concerned(bits));
    };
    const left = kinds.of(this.reader.cells, concerned);
    if (left) this.askLeft(row, left);
    else for (const test of concerned()) this.ask(row, test);
    for (const check of this.fileChecks) check.row(row);
  }

  /** Asks the rules that are left, in their order, and takes those off the list that find nothing in rows of the kind. */
  private askLeft(row: Row, left: FileTest[]): void {
    let kept = 0;
    for (const test of left) {
      if (this.ask(row, test)) continue;
      left[kept] = test;
      kept += 1;
    }
    left.length = kept;
  }

  /** True where the rule need not be asked about any other row of the kind. */
  private ask(row: Row, { rule, context, memory }: FileTest): boolean {
    const { cells } = this.reader;
    const finds = memory.recall(cells);
    if (finds === 'never') return true;
    if (finds === 'nothing') return false;
    if (finds === undefined) this.watch(row, rule, context, memory);
    else rule.check(row, context);
    return false;
  }

  /** Asks a rule and learns what it looked at, if it found nothing. */
  private watch(row: Row, rule: Rule, context: Context, memory: Memory): void {
    const { looks, said } = this;
    const { cells } = this.reader;
    looks.clear();
    row.looks = looks;
    rule.check(row, context);
    row.looks = undefined;
    if (said === this.said) memory.learn(looks, cells);
  }

  /** After the last row of the last file. */
  end(): void {
    for (const check of this.fileChecks) check.end();
  }

  private contextOf(rule: Rule): Context {
    const { today, options, schedule, adequacy, consents, moreIds } = this.setup;
    const once = new Set<string>();
    return {
      today, options, schedule, adequacy, consents, moreIds,
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
    this.said += 1;
    const key = row?.key;
    const at = found.at;
    const law = this.citationsOf(found.law ?? rule.citations);
    const heading = at === undefined || sheet === undefined ? found.heading : sheet.headings[sheet.columns.get(at) ?? -1];
    const what = [rule.id, key ?? (row ? signature(row) : ''), at ?? '', found.what ?? ''].join('\n');
    const nth = this.nth(what);
    const place: Finding['at'] = {};
    if (sheet) place.file = sheet.path;
    if (row) place.line = row.line;
    if (heading !== undefined) place.column = heading;
    if (at !== undefined) place.field = at;
    if (key !== undefined) place.key = key;
    return {
      rule: rule.id, area: 'inventory', kind: found.kind ?? 'violation', severity: found.severity ?? rule.severity, message: found.says,
      at: place,
      promise: this.setup.promiseOf(rule.id), citations: found.citations ? [...law, ...this.citationsOf(found.citations)] : law, fix: found.fix ?? rule.fix,
      // Made when somebody asks for it: a table on a screen does not.
      get fingerprint() { return fingerprintOf(what, nth); }, waived: null,
    };
  }

  /** One list for all findings that cite the same. */
  private citationsOf(list: readonly Pick<RuleCitation, 'ref' | 'url'>[]): Finding['citations'] {
    let made = this.cited.get(list);
    if (!made) this.cited.set(list, (made = list.map(({ ref, url }) => ({ ref, url: url ?? null }))));
    return made;
  }

  /** How often something has been found by now: rows that are equal have findings that are. */
  private nth(what: string): number {
    if (!this.given.add(what, 1, 0)) return 1;
    const n = (this.again.get(what) ?? 1) + 1;
    this.again.set(what, n);
    return n;
  }
}

/** The one rule that sees rows that cannot be judged. */
const FAULTY = 'quality/malformed-row';

/** What a row without an id is known by. */
function signature(row: Row): string {
  return JSON.stringify((['asset_name', 'system_name', 'data_category', 'data_elements', 'purpose', 'data_subject_category'] as const).map((column) => row.text(column)));
}
