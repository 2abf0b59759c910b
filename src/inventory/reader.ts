/** Turns the records of a file into rows: each distinct text of a column is read once, and its cell is shared. */
import type { Day } from '../core/date.ts';
import type { Cell, DateDoubt, Truth } from './cell.ts';
import { type Column, COLUMNS, about } from './columns.ts';
import { type FactTable, NO_FACTS } from './facts.ts';
import { hashText } from './id-index.ts';
import { type Heading, identifiersIn, readHeading } from './identifiers.ts';
import { TELLING } from './kinds.ts';
import { type Shared, TOLD_APART } from './memory.ts';
import type { Retention } from './retention.ts';
import { type Level, MARKS, Row } from './row.ts';
import { type DateOrder, interpret, isItself } from './values.ts';
import { isPlaceholder, trimmed } from './words.ts';

/** A file as its reader found it. */
export interface Sheet {
  path: string;
  headings: readonly string[];
  /** Where each canonical column stands among the headings. */
  columns: ReadonlyMap<Column, number>;
  /** How the slashed dates of a column read. */
  dateOrders: ReadonlyMap<Column, DateOrder>;
  level: Level | undefined;
  /** The organisation's own words for codes, by column. */
  words?: ReadonlyMap<Column, ReadonlyMap<string, string>>;
}

/** One record as read. `fault`: its cells cannot be trusted to stand under their headings. */
export interface SheetRow {
  line: number;
  cells: readonly string[];
  fault?: RowFault;
}

export type RowFault = 'short' | 'long' | 'quote' | 'conflict-marker' | 'repeated-header' | 'undecodable' | 'example';

/** So many texts of a column are remembered. */
const REMEMBERED = 20_000;
/** A column of which less than half of so many texts came again is not remembered any more. */
const TRIED = 2000;

/** Every cell has the same fields in the same order, which keeps reading them quick. */
class ReadCell implements Cell, Shared {
  readonly text: string;
  readonly kind: Cell['kind'];
  readonly codes: readonly string[];
  readonly details: readonly string[];
  readonly unknown: readonly string[];
  readonly truth: Truth;
  readonly day: Day | undefined;
  readonly days: readonly Day[];
  readonly doubt: DateDoubt | undefined;
  readonly number: number | undefined;
  readonly period: Retention | undefined;
  facts: readonly number[] = NO_FACTS;
  /** Found once for each text, so that most rows need no second look. */
  marks = 0;
  nth = 0;
  tells = -1;
  private hashed: number | undefined;

  constructor(text: string, read: Omit<Cell, 'facts'>) {
    this.text = text;
    this.kind = read.kind;
    this.codes = read.codes;
    this.details = read.details;
    this.unknown = read.unknown;
    this.truth = read.truth;
    this.day = read.day;
    this.days = read.days;
    this.doubt = read.doubt;
    this.number = read.number;
    this.period = read.period;
  }

  /** Of its text; made once, however many rows share the cell. */
  get hash(): number {
    return (this.hashed ??= hashText(this.text));
  }
}

/** Types whose texts are few. */
const CODED: ReadonlySet<string | undefined> = new Set(['code', 'codes', 'truth', 'places', 'elements', 'period']);
/** Types whose texts are nearly as quick to read as to remember. */
const PLAIN: ReadonlySet<string | undefined> = new Set(['id', 'text', 'names', undefined]);

/** A column of the file, and what its texts have meant. One that no rule knows is looked through all the same. */
class Slot {
  readonly at: number;
  private readonly column: Column | undefined;
  private readonly heading: Heading;
  private readonly order: DateOrder;
  private readonly own: ReadonlyMap<string, string> | undefined;
  private readonly facts: FactTable | undefined;
  private memory: Map<string, ReadCell> | undefined = new Map();
  private asked = 0;
  private readonly coded: boolean;
  /** A text of it means nothing but itself. */
  private readonly plain: boolean;
  private plainCell: ReadCell | undefined;
  /** What cells are and which facts they state, as far as it was seen. */
  private readonly sorts: string[] = [];
  /** Rows that follow each other often say the same. */
  private last: ReadCell | undefined;

  constructor(column: Column | undefined, at: number, sheet: Sheet, facts: FactTable | undefined) {
    this.at = at;
    this.column = column;
    // The subject's reference is somebody else's as often as not.
    this.heading = readHeading(sheet.headings[at] ?? '', column !== undefined && column !== 'subject_ref' && about(column).type === 'id');
    this.order = column && sheet.dateOrders.get(column);
    this.own = column && sheet.words?.get(column);
    this.facts = facts;
    const type = column && about(column).type;
    this.coded = CODED.has(type);
    this.plain = (type === 'id' || type === 'text') && this.own === undefined;
  }

  read(text: string): ReadCell {
    const { last, memory } = this;
    if (last !== undefined && last.text === text) return last;
    if (memory === undefined) return this.make(text);
    this.asked += 1;
    const known = memory.get(text);
    if (known !== undefined) {
      this.last = known;
      return known;
    }
    const made = this.make(text);
    if (memory.size < REMEMBERED) {
      memory.set(text, made);
      if (memory.size <= TOLD_APART) made.nth = memory.size;
      if (memory.size <= TELLING && this.coded) made.tells = made.nth;
    }
    if (this.asked === TRIED && memory.size > TRIED / 2 && PLAIN.has(this.column && about(this.column).type)) this.memory = undefined;
    return made;
  }

  private make(text: string): ReadCell {
    const { column } = this;
    const plain = column === undefined || (this.plain && isItself(text));
    const cell = new ReadCell(text, plain ? PLAIN_TEXT : interpret(column, this.own?.get(text) ?? text, this.order));
    if (column !== undefined && this.facts) this.state(cell, column, this.facts, plain);
    if (text !== '') cell.marks = this.marksOf(cell, text);
    return cell;
  }

  /** The facts that a cell states, and what tells it from others; of plain texts the same for all. */
  private state(cell: ReadCell, column: Column, facts: FactTable, plain: boolean): void {
    const like = plain ? this.plainCell : undefined;
    cell.facts = like?.facts ?? facts.of(column, cell);
    cell.tells = like?.tells ?? this.sortOf(cell);
    if (plain) this.plainCell ??= cell;
  }

  private sortOf({ kind, facts }: ReadCell): number {
    const sort = `${kind} ${facts.join(' ')}`;
    const at = this.sorts.indexOf(sort);
    return at < 0 ? -this.sorts.push(sort) : -1 - at;
  }

  private marksOf(cell: ReadCell, text: string): number {
    return (isOpen(cell, this.column) ? MARKS.placeholder : 0) | (identifiersIn(text, this.heading).length > 0 ? MARKS.identifier : 0) | (beginsFormula(text.charCodeAt(0)) ? MARKS.formula : 0);
  }
}

/** What a text means that means nothing else. */
const PLAIN_TEXT: Omit<Cell, 'facts'> = { text: '', kind: 'value', codes: [], details: [], unknown: [], truth: 'unknown', days: [] };

/** What a policy itself writes where a period is still to be found: "UNDEFINED (LEGAL REVIEW REQUIRED)". */
const UNDEFINED = /^undefined\b/i;

function isOpen({ kind, text, period }: ReadCell, column: Column | undefined): boolean {
  return kind === 'placeholder' || period?.kind === 'placeholder' || (column === undefined && isPlaceholder(text)) || UNDEFINED.test(text);
}

/** = + - @ */
function beginsFormula(sign: number): boolean {
  return sign === 61 || sign === 43 || sign === 45 || sign === 64;
}

export class RowReader {
  private readonly facts: FactTable | undefined;
  private readonly row = new Row();
  private slots: readonly Slot[] = [];
  /** Those of the row. */
  cells: ReadCell[] = [];
  private level: Level | undefined;
  private readonly words: Int32Array;

  constructor(facts?: FactTable) {
    this.facts = facts;
    this.words = new Int32Array(facts?.words ?? 0);
  }

  open(sheet: Sheet): void {
    const { row } = this;
    const mapped = COLUMNS.filter((c) => sheet.columns.has(c));
    const named = new Map([...sheet.columns].map(([column, at]) => [at, column]));
    row.columns = sheet.headings.map((_, at) => named.get(at));
    const others = sheet.headings.flatMap((_, at) => (named.has(at) ? [] : [new Slot(undefined, at, sheet, this.facts)]));
    this.slots = [...mapped.map((column) => new Slot(column, sheet.columns.get(column) as number, sheet, this.facts)), ...others];
    this.cells = [];
    this.level = sheet.level;
    row.place(new Map(mapped.map((column, i) => [column, i])), this.cells);
    row.file = sheet.path;
    row.headings = sheet.headings;
  }

  /** The row of a record. It is always the same object, filled anew. */
  read({ line, cells, fault }: SheetRow): Row {
    const { row, slots } = this;
    let marks = 0;
    for (let i = 0; i < slots.length; i += 1) {
      const slot = slots[i] as Slot;
      const cell = slot.read(trimmed(cells[slot.at] ?? ''));
      this.cells[i] = cell;
      marks |= cell.marks;
    }
    row.line = line;
    row.fault = fault;
    row.fill(cells, marks);
    row.level = levelOf(row, this.level);
    return row;
  }

  /** What the cells of the row say, as bits of the fact table. */
  bits(): Int32Array {
    const { words } = this;
    words.fill(0);
    for (const { facts } of this.cells) {
      for (let i = 0; i < facts.length; i += 2) words[facts[i] as number] = (words[facts[i] as number] as number) | (facts[i + 1] as number);
    }
    return words;
  }
}

/** A row of one person, sample or consent, or of one asset; said by the row, else by what its file has columns for. */
function levelOf(row: Row, ofFile: Level | undefined): Level {
  const said = row.code('row_level');
  return said === 'asset' || said === 'record' ? said : (ofFile ?? 'asset');
}
