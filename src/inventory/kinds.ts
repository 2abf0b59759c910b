/**
 * Rows of a kind: alike in every cell that holds codes, and in what the others say by being filled. What a rule has found
 * nothing in by such cells alone it need not be asked again about any row of the kind, so that each kind keeps a list of
 * the rules that are left, which soon is short.
 */
import type { Shared } from './memory.ts';

/** So many kinds are remembered. */
const REMEMBERED = 10_000;
/** So many texts of a column are told apart. */
export const TELLING = 200;

interface Kind<T> {
  cells: readonly number[];
  left: T[];
}

export class Kinds<T> {
  private readonly found = new Map<number, Kind<T>>();

  /** What is left to be asked about a row; `undefined` for a kind that is not remembered. `make`: the list of a new kind. */
  of(cells: readonly Shared[], make: () => T[]): T[] | undefined {
    let hash = 0;
    for (let i = 0; i < cells.length; i += 1) hash = Math.imul(hash ^ (cells[i] as Shared).tells, 0x01000193);
    // Numbers of 30 bits are the quickest keys.
    const key = (hash ^ (hash >>> 15)) & 0x3fffffff;
    const known = this.found.get(key);
    if (known) return isOf(known.cells, cells) ? known.left : undefined;
    if (this.found.size >= REMEMBERED) return undefined;
    const left = make();
    this.found.set(key, { cells: cells.map(({ tells }) => tells), left });
    return left;
  }
}

function isOf(kind: readonly number[], cells: readonly Shared[]): boolean {
  for (let i = 0; i < kind.length; i += 1) if (kind[i] !== (cells[i] as Shared).tells) return false;
  return true;
}
