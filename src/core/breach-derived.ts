/** What follows from the facts of a breach: groups of data, kinds of people, whether the data can be read. Nothing that is unknown becomes known. */
import type { FactValue, Facts } from './condition.ts';
import { hoursOf } from './breach-check.ts';
import type { SeverityTable } from './severity-table.ts';

/** The words of a list; `open` where there may be others, or nothing is known. */
export interface Words {
  words: readonly string[];
  open: boolean;
}

export function wordsOf(facts: Facts, path: string): Words {
  const value = facts[path];
  if (value === undefined) return { words: [], open: true };
  if (typeof value === 'string') return { words: [value], open: false };
  if (typeof value !== 'object' || 'n' in value) return { words: [], open: false };
  return 'including' in value ? { words: value.including, open: true } : { words: value, open: false };
}

/** One word; `undefined` where it is not known, empty where it does not apply. */
export function wordOf(facts: Facts, path: string): string | undefined {
  const value = facts[path];
  return value === undefined ? undefined : typeof value === 'string' ? value : '';
}

function list({ words, open }: Words, name: (word: string) => string | undefined): FactValue | undefined {
  const named = [...new Set(words.map(name).filter((n) => n !== undefined))];
  if (!open) return named;
  return named.length > 0 ? { including: named } : undefined;
}

/** People as the table calls them: `Job applicants` and `job-applicants` are the same. */
export function kindOf(category: string, table: SeverityTable): SeverityTable['dataContext']['people'][number] | undefined {
  const word = category.toLowerCase().replace(/[-_\s]+/g, ' ').trim();
  return table.dataContext.people.find((entry) => entry.words.includes(word));
}

/** Yes where something says so, no where everything that could is known and does not. */
function anyOf(parts: readonly { yes: boolean; open: boolean }[]): 'yes' | 'no' | undefined {
  if (parts.some((part) => part.yes)) return 'yes';
  return parts.some((part) => part.open) ? undefined : 'no';
}

/** The facts with what follows from them: `data.groups`, `data.unintelligible`, `people.kinds`, `people.needCare`, `people.children`, `circumstances.restoredInTime`. */
export function derivedFacts(facts: Facts, table: SeverityTable): Facts {
  const elements = wordsOf(facts, 'data.elements');
  const categories = wordsOf(facts, 'people.categories');
  const vulnerable = wordsOf(facts, 'people.vulnerable');
  const kinds = categories.words.map((word) => kindOf(word, table));
  const isChildren = (word: string): boolean => kindOf(word, table)?.kind === 'children';
  const restored = wordOf(facts, 'circumstances.restoredWithin');
  const within = hoursOf(table.circumstances.restoredInTime.within) as number;
  const hours = restored === undefined ? undefined : hoursOf(restored);
  const derived: Record<string, FactValue | undefined> = {
    'data.groups': list(elements, (word) => table.dataContext.elements[word]?.group ?? 'other'),
    'data.unintelligible': unintelligible(facts),
    'people.kinds': list(categories, (word) => kindOf(word, table)?.kind ?? 'other'),
    'people.needCare': anyOf([{ yes: vulnerable.words.length > 0, open: vulnerable.open }, { yes: kinds.some((kind) => kind?.vulnerable === true), open: categories.open }]),
    'people.children': anyOf([{ yes: vulnerable.words.some(isChildren), open: vulnerable.open }, { yes: categories.words.some(isChildren), open: categories.open }]),
    'circumstances.restoredInTime': hours === undefined ? undefined : hours <= within ? 'yes' : 'no',
  };
  return { ...facts, ...Object.fromEntries(Object.entries(derived).filter(([, value]) => value !== undefined)) };
}

/** Nobody can read the data: all of them are encrypted, and the key is safe. */
function unintelligible(facts: Facts): 'yes' | 'no' | undefined {
  const [encrypted, key] = [wordOf(facts, 'protection.encrypted'), wordOf(facts, 'protection.keyAcquired')];
  if (encrypted === 'no' || encrypted === 'partly' || encrypted === '' || key === 'yes') return 'no';
  return encrypted === 'yes' && key === 'no' ? 'yes' : undefined;
}
