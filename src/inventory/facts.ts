/** Facts of a row as bits: a rule that does not concern a row costs a few comparisons. */
import type { Day } from '../core/date.ts';
import type { Cell } from './cell.ts';
import { type CodeSet, type Column, isCodeSet, isIn } from './columns.ts';

/**
 * Something a cell can say by itself: `legal_hold` (the column has a value), `legal_basis=consent` (it names that code; of a
 * yes/no column `clia_regulated=yes`), `data_category~GENETIC` (it names a code of that set), `dpia_date>today` (a date that
 * lies ahead, however it is read), `dpia_date?` (a date that needs a second look).
 */
export type Fact = Column | `${Column}=${string}` | `${Column}~${string}` | `${Column}>today` | `${Column}?`;

/** Facts a row must have for a rule to look at it; of an inner list one is enough. */
export type Concern = readonly (Fact | readonly Fact[])[];

/** Genetic data by their category or by what the text of the elements names. */
export const GENETIC = ['data_category~GENETIC', 'data_elements~GENETIC'] as const satisfies readonly Fact[];

/** Of a cell that says nothing that a rule asks for: most of them. */
export const NO_FACTS: readonly number[] = [];

type Holds = (cell: Cell, today: Day) => boolean;

interface Test {
  bit: number;
  holds: Holds;
}

/** A fixed list of facts and the bits that stand for them. Bits are spread over words of 32. */
export class FactTable {
  private readonly bits = new Map<Fact, number>();
  private readonly tests = new Map<Column, Test[]>();

  private readonly today: Day;

  constructor(concerns: readonly Concern[], today: Day) {
    this.today = today;
    for (const fact of concerns.flat(2)) this.add(fact);
  }

  get words(): number {
    return Math.ceil(this.bits.size / 32);
  }

  private add(fact: Fact): void {
    if (this.bits.has(fact)) return;
    const bit = this.bits.size;
    this.bits.set(fact, bit);
    const { column, holds } = factOf(fact);
    this.tests.set(column, [...(this.tests.get(column) ?? []), { bit, holds }]);
  }

  /** The bits of a cell under its column, as words with their numbers before them; `NO_FACTS` where it says nothing that a rule asks for. */
  of(column: Column, cell: Cell): readonly number[] {
    const bits: number[] = [];
    for (const { bit, holds } of this.tests.get(column) ?? []) if (holds(cell, this.today)) bits.push(bit);
    return bits.length === 0 ? NO_FACTS : inWords(bits);
  }

  /** Whether a row with these bits concerns a rule. It is asked for every row and rule, hence one flat list: of each inner list where it ends, and words with their masks. */
  test(concern: Concern): (words: Int32Array) => boolean {
    const masks: number[] = [];
    for (const one of concern) {
      const pairs = inWords(anyOf(one).map((fact) => this.bits.get(fact) as number));
      masks.push(masks.length + 1 + pairs.length, ...pairs);
    }
    return (words) => {
      for (let i = 0; i < masks.length; ) {
        const end = masks[i] as number;
        let found = 0;
        for (i += 1; i < end; i += 2) found |= (words[masks[i] as number] as number) & (masks[i + 1] as number);
        if (found === 0) return false;
      }
      return true;
    };
  }

}

/** Bits as words of 32, each behind its number. */
function inWords(bits: readonly number[]): number[] {
  const words = new Map<number, number>();
  for (const bit of bits) words.set(bit >> 5, (words.get(bit >> 5) ?? 0) | (1 << (bit & 31)));
  return [...words].flat();
}

const anyOf = (one: Concern[number]): readonly Fact[] => (typeof one === 'string' ? [one] : one);

/** Whether a rule can concern rows of a file that has these columns and no others. */
export function canConcern(concern: Concern, columns: { has(column: Column): boolean }): boolean {
  return concern.every((one) => anyOf(one).some((fact) => columns.has(factOf(fact).column)));
}

/** The column of a fact, and whether a cell of it says it. */
export function factOf(fact: Fact): { column: Column; holds: Holds } {
  const [, column, sign, value] = /^(\w+)(?:([=~>?])(.*))?$/.exec(fact) as unknown as [string, Column, string | undefined, string];
  switch (sign) {
    case '=': return { column, holds: named(value) };
    case '~': return { column, holds: ofSet(setOf(value)) };
    case '>': return { column, holds: ahead };
    case '?': return { column, holds: doubtful };
    default: return { column, holds: hasValue };
  }
}

function setOf(name: string): CodeSet {
  if (!isCodeSet(name)) throw new RangeError(`there is no set of codes ${name}`);
  return name;
}

const hasValue = (cell: Cell): boolean => cell.kind === 'value';
const named = (value: string) => (cell: Cell): boolean => cell.kind === 'value' && (cell.codes.includes(value) || cell.truth === value);
const ahead: Holds = ({ days }, today) => days.length > 0 && days.every((day) => day > today);
const doubtful = (cell: Cell): boolean => cell.kind === 'value' && cell.doubt !== undefined;
const ofSet = (set: CodeSet) => (cell: Cell): boolean => cell.codes.some((code) => isIn(code, set));
