/** What a person has to decide about an inventory: headings that no alias knows, and words that no vocabulary has. */
import type { CsvFile } from '../../adapters/csv.ts';
import { type Column, about } from '../../inventory/columns.ts';
import { suggest } from '../../inventory/suggest.ts';
import { interpret } from '../../inventory/values.ts';

export interface OpenHeading {
  heading: string;
  suggestions: readonly Column[];
}

export interface OpenWord {
  column: Column;
  heading: string;
  word: string;
  rows: number;
}

/** More unknown words in a column than anybody decides one by one: it is probably another column. */
const WORDS_ASKED = 30;
/** A longer text, or one with an @, is no code and may be about somebody: it is never quoted. */
const LONGEST_WORD = 60;

export function openHeadings(unmapped: readonly string[]): OpenHeading[] {
  return unmapped.filter((heading) => heading !== '').map((heading) => ({ heading, suggestions: suggest(heading) }));
}

/** Words of coded columns that are not known, the most frequent first. */
export async function openWords(csv: CsvFile, columns: ReadonlyMap<Column, number>, own: Readonly<Partial<Record<Column, Record<string, string>>>>): Promise<OpenWord[]> {
  const coded = [...columns].filter(([column]) => ['code', 'codes'].includes(about(column).type) && about(column).personal !== true && column !== 'purpose');
  const seen = new Map(coded.map(([column]) => [column, new Map<string, number>()]));
  for await (const batch of csv.rows()) {
    for (const { cells, fault, blank } of batch) {
      if (fault !== undefined || blank) continue;
      for (const [column, at] of coded) {
        const text = (cells[at] ?? '').trim();
        const counts = seen.get(column) as Map<string, number>;
        if (counts.has(text) || counts.size < WORDS_ASKED * 20) counts.set(text, (counts.get(text) ?? 0) + 1);
      }
    }
  }
  return coded.flatMap(([column, at]) => {
    const unknown = [...(seen.get(column) as Map<string, number>)].filter(([text]) => own[column]?.[text] === undefined && interpret(column, text, undefined).unknown.length > 0 && canQuote(text));
    if (unknown.length > WORDS_ASKED) return [];
    return unknown.toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word, rows]) => ({ column, heading: csv.headings[at] as string, word, rows }));
  });
}

const canQuote = (text: string): boolean => text.length <= LONGEST_WORD && !/[@\n]/.test(text);
