/** One pass over an inventory: every row is read once, and each rule looks only at the rows that concern it. */
import type { Day } from '../core/date.ts';
import { sha256 } from '../core/hash.ts';
import type { Finding } from '../core/report.ts';
import type { Adequacy } from './adequacy.ts';
import type { Cell } from './cell.ts';
import { type Column, COLUMNS } from './columns.ts';
import type { Consents } from './consent.ts';
import { FactTable } from './facts.ts';
import { Row } from './row.ts';
import type { CheckOptions, Context, FileCheck, Found, Rule } from './rule.ts';
import type { Schedule } from './schedule.ts';
import { type DateOrder, interpret } from './values.ts';

/** A file as its reader found it. */
export interface Sheet {
  path: string;
  headings: readonly string[];
  /** Where each canonical column stands among the headings. */
  columns: ReadonlyMap<Column, number>;
  /** How the slashed dates of a column read. */
  dateOrders: ReadonlyMap<Column, DateOrder>;
  level: Row['level'] | undefined;
}

/** One record as read. `fault`: its cells cannot be trusted to stand under their headings. */
export interface SheetRow {
  line: number;
  cells: readonly string[];
  fault?: RowFault;
}

export type RowFault = 'short' | 'long' | 'quote' | 'conflict-marker' | 'repeated-header' | 'undecodable' | 'example';

export interface CheckSetup {
  rules: readonly Rule[];
  today: Day;
  options: CheckOptions;
  schedule: Schedule;
  adequacy: Adequacy;
  consents: Consents;
  /** The promise that a rule keeps, by the organisation's policy. */
  promiseOf(rule: string): Finding['promise'];
}

/** Texts that a column repeats are read once; a column whose texts are all different is not remembered. */
const REMEMBERED = 20_000;

export class Checker {
  private readonly setup: CheckSetup;
  private readonly table: FactTable;
  private readonly tests: { rule: Rule; levels: ReadonlySet<string>; concerned: (words: ArrayLike<number>) => boolean }[];
  private readonly fileChecks = new Map<string, FileCheck>();
  private readonly contexts = new Map<string, Context>();
  private readonly once = new Set<string>();
  private readonly row = new Row();
  private readonly bits: Int32Array;
  private readonly times = new Map<string, number>();
  private memory: Map<string, Cell>[] = [];
  private slots: { column: Column; at: number; order: DateOrder }[] = [];
  private places: ReadonlyMap<Column, number> = new Map();
  private sheet: Sheet | undefined;
  readonly findings: Finding[] = [];
  evaluated = 0;
  gaps = 0;

  constructor(setup: CheckSetup) {
    this.setup = setup;
    this.table = new FactTable(setup.rules.map((r) => r.concerns));
    this.bits = new Int32Array(this.table.words);
    this.tests = setup.rules.map((r) => ({ rule: r, levels: new Set(r.levels), concerned: this.table.test(r.concerns) }));
    for (const rule of setup.rules) {
      const context = this.contextOf(rule);
      this.contexts.set(rule.id, context);
      const file = rule.file?.(context);
      if (file) this.fileChecks.set(rule.id, file);
    }
  }

  /** Begins a file; several files are one inventory. */
  open(sheet: Sheet): void {
    this.sheet = sheet;
    this.slots = COLUMNS.filter((c) => sheet.columns.has(c)).map((column) => ({ column, at: sheet.columns.get(column) as number, order: sheet.dateOrders.get(column) }));
    this.places = new Map(this.slots.map(({ column }, i) => [column, i]));
    this.memory = this.slots.map(() => new Map());
  }

  add(record: SheetRow): void {
    const { row, bits, sheet } = this;
    bits.fill(0);
    const cells = this.slots.map(({ at }, i) => this.cell(i, (record.cells[at] ?? '').trim()));
    for (const { facts } of cells) for (let w = 0; w < bits.length; w += 1) bits[w] = (bits[w] as number) | (facts[w] as number);
    row.place(this.places, cells);
    row.line = record.line;
    row.raw = record.cells;
    row.headings = sheet?.headings ?? [];
    row.fault = record.fault;
    row.level = levelOf(row, sheet?.level);
    if (record.fault === undefined) this.evaluated += 1;
    else this.gaps += 1;
    for (const { rule, levels, concerned } of this.tests) {
      // A row whose cells may stand under the wrong headings is told and not judged.
      if ((record.fault !== undefined) !== (rule.id === FAULTY) && rule.id !== FAULTY) continue;
      if (!levels.has(row.level) || !concerned(bits)) continue;
      rule.check(row, this.contexts.get(rule.id) as Context);
    }
    if (record.fault === undefined) for (const check of this.fileChecks.values()) check.row(row);
  }

  /** After the last row of the last file. */
  end(): void {
    for (const check of this.fileChecks.values()) check.end();
  }

  private cell(slot: number, text: string): Cell {
    const seen = this.memory[slot] as Map<string, Cell>;
    const known = seen.get(text);
    if (known) return known;
    const { column, order } = this.slots[slot] as { column: Column; order: DateOrder };
    const read = interpret(column, text, order) as Cell;
    const cell: Cell = { ...read, facts: [] };
    const made: Cell = { ...cell, facts: this.table.of(column, cell) };
    if (seen.size < REMEMBERED) seen.set(text, made);
    return made;
  }

  private contextOf(rule: Rule): Context {
    const { today, options, schedule, adequacy, consents } = this.setup;
    return {
      today, options, schedule, adequacy, consents,
      report: (found) => void this.findings.push(this.finding(rule, found, this.row)),
      reportOnce: (found) => {
        const said = `${rule.id}\n${found.what ?? ''}\n${found.at ?? ''}`;
        if (this.once.has(said)) return;
        this.once.add(said);
        this.findings.push(this.finding(rule, found, undefined));
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
      promise: this.setup.promiseOf(rule.id), citations: [...rule.citations, ...(found.citations ?? [])].map(({ ref, url }) => ({ ref, url: url ?? null })), fix: found.fix ?? rule.fix,
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

/** A row of one person, sample or consent, or of one asset; said by the row, else by what its file has columns for. */
function levelOf(row: Row, ofFile: Row['level'] | undefined): Row['level'] {
  const said = row.code('row_level');
  if (said === 'asset' || said === 'record') return said;
  return ofFile ?? 'asset';
}

/** What a row without an id is known by. */
function signature(row: Row): string {
  return JSON.stringify((['asset_name', 'system_name', 'data_category', 'data_elements', 'purpose', 'data_subject_category'] as const).map((column) => row.text(column)));
}
