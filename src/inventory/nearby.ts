/** The codes that a column may hold, for "the nearest code is …". */
import vocabularies from '../data/inventory-vocabularies.json' with { type: 'json' };
import { about, type Column } from './columns.ts';

export function codesOf(column: Column): readonly string[] {
  const { vocabulary } = about(column);
  return Object.keys((vocabularies as Readonly<Record<string, object>>)[vocabulary ?? ''] ?? {});
}
