/** What a heading that is not known may mean. */
import data from '../data/inventory-headings.json' with { type: 'json' };
import words from '../data/inventory-words.json' with { type: 'json' };
import { type Column, COLUMNS } from './columns.ts';
import { allWords, loosen, type Words } from './fold.ts';
import { LONGEST } from './headings.ts';

/** Columns that a heading may mean, most likely first: for a question, never taken as they are. */
export function suggest(heading: string): Column[] {
  const wanted = wordsOf(heading.slice(0, LONGEST));
  if (wanted.size === 0) return [];
  const scores = new Map<Column, number>();
  const score = (column: Column, text: string): void => {
    const own = wordsOf(text);
    const common = [...own].filter((word) => wanted.has(word)).length;
    const likeness = common / (own.size + wanted.size - common);
    if (likeness > (scores.get(column) ?? 0)) scores.set(column, likeness);
  };
  for (const column of COLUMNS) {
    score(column, column);
    for (const alias of allWords((data.aliases as Readonly<Record<string, Words>>)[column] ?? {})) score(column, alias);
  }
  return [...scores].filter(([, likeness]) => likeness >= LIKELY).toSorted((a, b) => b[1] - a[1]).slice(0, 3).map(([column]) => column);
}

/** Half of the words in common, one of three added. */
const LIKELY = 0.3;

function wordsOf(text: string): Set<string> {
  return new Set(loosen(text).split(' ').filter((word) => (word.length > 1 || /\P{ASCII}/u.test(word)) && !words.dateWords.includes(word)));
}
