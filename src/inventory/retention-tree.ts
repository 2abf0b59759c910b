/** The words of a retention text with their brackets, before they are read from left to right. */
import type { Item } from './retention-amounts.ts';
import { sense } from './retention-lexer.ts';

/** Items with brackets as groups; `inline` marks where the words of a bracket begin that is read as if it were none. */
export type Tree = Item | { readonly t: 'group'; readonly items: readonly Item[] } | { readonly t: 'inline' };

/** Brackets as groups; a bracket within a bracket belongs to the outer one, an open one lasts to the end. */
export function grouped(items: readonly Item[]): Tree[] {
  const tree: Tree[] = [];
  let inner: Item[] | undefined;
  let depth = 0;
  for (const item of items) {
    if (item.t === 'open') {
      depth += 1;
      inner ??= [];
    } else if (item.t === 'close') {
      depth = Math.max(0, depth - 1);
      if (depth === 0 && inner) {
        tree.push({ t: 'group', items: inner });
        inner = undefined;
      }
    } else if (inner) inner.push(item);
    else tree.push(item);
  }
  if (inner) tree.push({ t: 'group', items: inner });
  return tree;
}

const STRONG: ReadonlySet<string> = new Set(['semi', 'dot', 'slash']);
/** Signs that end a clause. */
export const isStrong = (item: Tree): boolean => item.t === 'sep' && STRONG.has(item.is);
const endsClause = (item: Tree): boolean => isStrong(item) || (item.t === 'word' && sense(item, 'join', 'or') !== undefined);
const isAmount = (item: Tree | undefined): boolean => item?.t === 'amount' || item?.t === 'age';

/** A clause whose only period stands in brackets is read as if it stood outside: "very short (24 h at most) after …". */
export function inlined(tree: readonly Tree[]): Tree[] {
  const found: Tree[] = [];
  let clause: Tree[] = [];
  const flush = (): void => {
    const bare = !clause.some(isAmount);
    let used = false;
    for (const item of clause) {
      if (bare && !used && item.t === 'group' && item.items.some(isAmount)) {
        used = true;
        found.push({ t: 'inline' }, ...item.items, { t: 'sep', is: 'colon' });
      } else found.push(item);
    }
    clause = [];
  };
  for (const item of tree) {
    if (endsClause(item)) {
      flush();
      found.push(item);
    } else clause.push(item);
  }
  flush();
  return found;
}

/** Words that may stand between "at least" and its period. */
const LIGHT = ['bound', 'symbol', 'noise', 'one'];

/** Whether a period follows before the clause ends, and whether it follows at once, save for light words. */
export function ahead(tree: readonly Tree[], from: number): { found: boolean; near: boolean } {
  let near = true;
  for (let i = from; i < tree.length; i += 1) {
    const item = tree[i] as Tree;
    if (isAmount(item)) return { found: true, near };
    if (endsClause(item)) break;
    near &&= item.t === 'word' && (LIGHT.some((of) => sense(item, of) !== undefined) || sense(item, 'mark', 'hedge') !== undefined);
  }
  return { found: false, near: false };
}
