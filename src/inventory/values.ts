/** Reads the text of a cell as its column means it. */
import { parseDay } from '../core/date.ts';
import vocabularies from '../data/inventory-vocabularies.json' with { type: 'json' };
import { type Cell, type Truth } from './cell.ts';
import { about, type Column } from './columns.ts';
import { parseRetention } from './retention-text.ts';

/** How the slashed dates of a column are to be read, once its rows have proven it. */
export type DateOrder = 'day-first' | 'month-first' | 'mixed' | undefined;

/** What a text means in a column, without the bits of the facts. */
export function interpret(column: Column, text: string, _order: DateOrder): Omit<Cell, 'facts'> {
  const { type, vocabulary } = about(column);
  const base = { text, codes: [] as string[], details: [] as string[], unknown: [] as string[], days: [] as number[], truth: truthOf(text) };
  if (text === '') return { ...base, kind: 'blank' };
  if (type === 'date') {
    const day = parseDay(text);
    return day === undefined ? { ...base, kind: 'value', doubt: 'unreadable' } : { ...base, kind: 'value', day, days: [day] };
  }
  if (type === 'number') return /^\d+$/.test(text) ? { ...base, kind: 'value', number: Number(text) } : { ...base, kind: 'value', unknown: [text] };
  if (type === 'period') return { ...base, kind: 'value', period: parseRetention(text) };
  if (type === 'code' || type === 'codes' || type === 'places' || type === 'names') {
    const known = vocabulary === undefined ? undefined : (vocabularies as Record<string, Record<string, unknown>>)[vocabulary];
    const parts = text.split(/[;\n|]/).map((part) => part.trim()).filter((part) => part !== '');
    return { ...base, kind: 'value', codes: parts.filter((part) => !known || part in known), unknown: parts.filter((part) => known && !(part in known)) };
  }
  return { ...base, kind: 'value' };
}

function truthOf(text: string): Truth {
  return /^(yes|y)\b/i.test(text) ? 'yes' : /^(no|n)\b/i.test(text) ? 'no' : 'unknown';
}
