/** Data sets: in one breach the organisation may hold some data in its own right and other data for customers. */
import type { Letter } from './breach-contents.ts';
import type { Decision } from './breach-decision.ts';
import type { BreachItem } from './breach-item.ts';
import { type BreachFile, ofDataSet } from './breach-facts.ts';
import { compareText } from './order.ts';

/** An item, and the notice that it asks for. */
export interface Found {
  item: BreachItem;
  letter: Letter;
}

/** A part of a breach that is judged by itself. */
export interface Part {
  file: BreachFile;
  name: string | undefined;
  role: string | undefined;
  /** It is the whole breach. */
  whole: boolean;
  /** Where the facts of this part stand in the file of the whole. */
  paths: (missing: readonly string[]) => string[];
}

const OWN = /^(data|people|protection)(\.|$)/;

/** The data sets of a breach, or the breach as a whole where it has none. */
export function partsOf(file: BreachFile): Part[] {
  const sets = file.dataSets ?? [];
  if (sets.length === 0) return [{ file, name: undefined, role: undefined, whole: true, paths: (missing) => [...missing] }];
  return sets.map((set, i) => ({
    file: ofDataSet(file, set), name: set.name, role: typeof set.role === 'string' ? set.role : undefined, whole: false,
    paths: (missing) => missing.map((path) => (path === 'roles' ? `dataSets.${i}.role` : OWN.test(path) ? `dataSets.${i}.${path}` : path)),
  }));
}

const STRENGTH: readonly Decision[] = ['not-required', 'recommended', 'undetermined', 'required'];

/** One item for each duty of a law: the strongest that any data set gives rise to, for all that do or may. */
export function merged(each: readonly { part: Part; found: readonly Found[] }[]): Found[] {
  const groups = new Map<string, { part: Part; found: Found }[]>();
  for (const { part, found } of each) {
    for (const one of found) {
      const key = `${one.item.obligation}/${one.item.variant ?? ''}`;
      groups.set(key, [...(groups.get(key) ?? []), { part, found: one }]);
    }
  }
  return [...groups.values()].map((group) => {
    const strongest = STRENGTH.findLast((decision) => group.some((g) => g.found.item.decision === decision)) as Decision;
    const same = group.filter((g) => g.found.item.decision === strongest);
    const [first] = same as [{ part: Part; found: Found }];
    if (group.length === 1) return { letter: first.found.letter, item: { ...first.found.item, dataSets: first.part.name === undefined ? [] : [first.part.name] } };
    const items = same.map((g) => g.found.item);
    // Where one data set calls for it for certain, another of which it is open stays on the list with what it hangs on.
    const open = strongest === 'required' ? group.filter((g) => g.found.item.decision === 'undetermined') : [];
    const [shown, among] = [earliest(items), [...same, ...open]];
    const why = [shown.why, ...open.map(({ part, found: { item } }) => `open for ${part.name}${item.places.length > 0 ? ` (${item.places.join(', ')})` : ''}: ${item.why}`)];
    return { letter: { ...first.found.letter, terms: same.flatMap((g) => g.found.letter.terms) }, item: { ...shown, why: why.join('; '), dataSets: among.flatMap((g) => g.part.name ?? []), places: all(among.map((g) => g.found.item), (i) => i.places), missing: all(among.map((g) => g.found.item), (i) => i.missing), contents: contents(items) } };
  });
}

const all = (items: readonly BreachItem[], of: (item: BreachItem) => readonly string[]): string[] => [...new Set(items.flatMap(of))];

function earliest(items: readonly BreachItem[]): BreachItem {
  return items.toSorted((a, b) => compareText(a.dueAt ?? '~', b.dueAt ?? '~'))[0] as BreachItem;
}

/** What one data set calls for is called for; what is missing for one is missing. */
function contents(items: readonly BreachItem[]): BreachItem['contents'] {
  const order = ['not-applicable', 'present', 'declared-unknown', 'missing'];
  const [first] = items as [BreachItem];
  return first.contents.map((content) => {
    const others = items.flatMap((i) => i.contents.filter((c) => c.id === content.id));
    return others.reduce((worst, c) => (order.indexOf(c.status) > order.indexOf(worst.status) ? c : worst), content);
  });
}
