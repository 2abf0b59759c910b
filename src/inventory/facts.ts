/** Facts of a row as bits: a rule that does not concern a row costs a few comparisons. */
import type { Cell } from './cell.ts';
import { type CodeSet, type Column, isCodeSet, isIn } from './columns.ts';

/**
 * Something a cell can say by itself: `legal_hold` (the column has a value), `legal_basis=consent` (it names that code; of a
 * yes/no column `clia_regulated=yes`), `data_category~GENETIC` (it names a code of that set).
 */
export type Fact = Column | `${Column}=${string}` | `${Column}~${string}`;

/** Facts a row must have for a rule to look at it; of an inner list one is enough. */
export type Concern = readonly (Fact | readonly Fact[])[];

/** Genetic data by their category or by what the text of the elements names. */
export const GENETIC = ['data_category~GENETIC', 'data_elements~GENETIC'] as const satisfies readonly Fact[];

/** Of a cell that says nothing that a rule asks for: most of them. */
export const NO_FACTS: readonly number[] = [];

interface Test {
  bit: number;
  holds: (cell: Cell) => boolean;
}

/** A fixed list of facts and the bits that stand for them. Bits are spread over words of 32. */
export class FactTable {
  private readonly bits = new Map<Fact, number>();
  private readonly tests = new Map<Column, Test[]>();

  constructor(concerns: readonly Concern[]) {
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

  /** The bits of a cell under its column, as words; `NO_FACTS` where it says nothing that a rule asks for. */
  of(column: Column, cell: Cell): readonly number[] {
    let words: number[] | undefined;
    for (const { bit, holds } of this.tests.get(column) ?? []) {
      if (!holds(cell)) continue;
      words ??= Array.from({ length: this.words }, () => 0);
      words[bit >> 5] = (words[bit >> 5] as number) | (1 << (bit & 31));
    }
    return words ?? NO_FACTS;
  }

  /** Whether a row with these bits concerns a rule. It is asked for every row and rule, hence the plain loops. */
  test(concern: Concern): (words: Int32Array) => boolean {
    const masks = concern.map((one) => Int32Array.from(this.mask(typeof one === 'string' ? [one] : one).flat()));
    return (words) => {
      for (const mask of masks) {
        let found = 0;
        for (let i = 0; i < mask.length; i += 2) found |= (words[mask[i] as number] as number) & (mask[i + 1] as number);
        if (found === 0) return false;
      }
      return true;
    };
  }

  private mask(anyOf: readonly Fact[]): [number, number][] {
    const words = new Map<number, number>();
    for (const fact of anyOf) {
      const bit = this.bits.get(fact) as number;
      words.set(bit >> 5, (words.get(bit >> 5) ?? 0) | (1 << (bit & 31)));
    }
    return [...words];
  }
}

/** The column of a fact, and whether a cell of it says it. */
export function factOf(fact: Fact): { column: Column; holds: (cell: Cell) => boolean } {
  const [, column, sign, value] = /^(\w+)(?:([=~])(.+))?$/.exec(fact) as unknown as [string, Column, string | undefined, string];
  return { column, holds: sign === undefined ? hasValue : sign === '~' ? ofSet(setOf(value)) : named(value) };
}

function setOf(name: string): CodeSet {
  if (!isCodeSet(name)) throw new RangeError(`there is no set of codes ${name}`);
  return name;
}

const hasValue = (cell: Cell): boolean => cell.kind === 'value';
const named = (value: string) => (cell: Cell): boolean => cell.kind === 'value' && (cell.codes.includes(value) || cell.truth === value);
const ofSet = (set: CodeSet) => (cell: Cell): boolean => cell.codes.some((code) => isIn(code, set));
