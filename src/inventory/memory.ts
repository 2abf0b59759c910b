/**
 * What a rule has found nothing in. A rule answers by the cells it looks at and by nothing else that changes from row to
 * row, so where it found nothing it finds nothing again in a row that has the same cells there. Most rows of an inventory
 * are like rows before them: following the cells takes the place of nearly every rule.
 */
import type { Cell } from './cell.ts';

/** A cell as the reader shares it among rows. */
export interface Shared {
  readonly kind: Cell['kind'];
  /** Its number among the texts of its column, from 1; 0 where it is not shared. */
  readonly nth: number;
  /** What tells rows of a kind apart (see kinds.ts): of codes `nth`, else a number below 0 for what it is and the facts it states. */
  readonly tells: number;
}

/** More texts of a column than this are not told apart: a rule that looks at one of them is asked. */
export const TOLD_APART = 4096;
/** So many steps of a rule are remembered, which bounds the memory of a file in which no two rows are alike. */
const REMEMBERED = 6000;

/** The cells a rule looks at, in their order, each once. A cell is looked at as a whole, or only for its kind: whether something stands in it. */
export class Looks {
  readonly order: number[] = [];
  /** The rule looked at more than single cells, so that nothing can be said of other rows. */
  beyond = false;

  see(at: number, whole: boolean): void {
    const look = at * 2 + (whole ? 1 : 0);
    if (!this.order.includes(look) && !(!whole && this.order.includes(look + 1))) this.order.push(look);
  }

  clear(): void {
    this.order.length = 0;
    this.beyond = false;
  }
}

/** Where a rule looks next, and what follows on each cell that stood there. Looks below 0 are ends. */
class Step {
  readonly at: number;
  readonly whole: boolean;
  readonly look: number;
  readonly next = new Map<number, Step>();

  constructor(look: number) {
    this.look = look;
    this.at = look >> 1;
    this.whole = (look & 1) === 1;
    if (look >= 0 && this.whole) this.next.set(0, ASK);
  }

  of(cells: readonly Shared[]): number {
    const cell = cells[this.at] as Shared;
    return this.whole ? cell.nth : nthKind(cell.kind);
  }
}

function nthKind(kind: Cell['kind']): number {
  return kind === 'value' ? 1 : kind === 'blank' ? 2 : 3;
}

/** The rule found nothing by then; the rule hangs on more than shared cells. */
const NOTHING = new Step(-1);
const ASK: Step = new Step(-2);

/** What one rule has found nothing in, in one file and at one level. */
export class Memory {
  private first: Step | undefined;
  private size = 0;
  /** How often it was right not to ask. */
  private known = 0;

  /** What the rule finds in a row: nothing, and never anything in a row of its kind; perhaps something; `undefined` where that is still to be learned. */
  recall(cells: readonly Shared[]): 'never' | 'nothing' | 'perhaps' | undefined {
    let step = this.first;
    let ofKind = true;
    while (step !== undefined && step.look >= 0) {
      if (step.whole && (cells[step.at] as Shared).tells < 0) ofKind = false;
      step = step.next.get(step.of(cells));
    }
    if (step === NOTHING) {
      this.known += 1;
      return ofKind ? 'never' : 'nothing';
    }
    return step === ASK || this.size >= REMEMBERED ? 'perhaps' : undefined;
  }

  /** Keeps that a rule which looked at these cells found nothing. */
  learn(looks: Looks, cells: readonly Shared[]): void {
    const end = looks.beyond ? ASK : NOTHING;
    let before: Step | undefined;
    for (const look of [...looks.order, end.look]) {
      const at = before?.of(cells) ?? 0;
      let step = before ? before.next.get(at) : this.first;
      if (step === undefined) {
        step = look < 0 ? end : new Step(look);
        this.size += 1;
        if (before) before.next.set(at, step);
        else this.first = step;
      }
      if (step === ASK) return;
      // It does not always look at the same cells first, so it hangs on something else: it is asked from now on.
      if (step.look !== look) {
        this.first = ASK;
        return;
      }
      before = step;
    }
    // What hangs on texts that differ in nearly every row is not worth following.
    if (this.size >= REMEMBERED && this.known < this.size) this.first = ASK;
  }
}
