/** The headings of data/inventory-headings.json, as the headings of files are compared with them. */
import data from '../data/inventory-headings.json' with { type: 'json' };
import { pack } from '../core/packed.ts';
import type { Column } from './columns.ts';
import { allWords, forms, squeeze, type Words } from './fold.ts';

/** Headings that mean a column only beside others of the same tool: `name` is an asset beside `qualifiedName`, and else may be a person. */
interface Template {
  /** Headings that only this tool has. */
  signs: readonly string[];
  columns: Readonly<Partial<Record<Column, readonly string[]>>>;
  /** Headings that mean nothing to custos in this tool, whatever they mean elsewhere. */
  unread?: readonly string[];
}

/** A template by its squeezed headings; `null`: one that is not read. */
interface TemplateIndex {
  signs: readonly string[];
  columns: Readonly<Record<string, Column | null>>;
}

export const aliases = pack(Object.entries(data.aliases as Readonly<Record<string, Words>>).flatMap(([column, table]) => allWords(table).flatMap(forms).map((form) => [form, column] as const)));
export const remarks = data.remarks.flatMap(forms);

function indexed({ signs, columns, unread = [] }: Template): TemplateIndex {
  const read = Object.entries(columns).flatMap(([column, all]) => all.map((heading) => [squeeze(heading), column as Column] as const));
  return { signs: signs.map(squeeze), columns: Object.fromEntries([...read, ...unread.map((heading) => [squeeze(heading), null] as const)]) };
}

export const templates: Readonly<Record<string, TemplateIndex>> = Object.fromEntries(Object.entries(data.templates as unknown as Readonly<Record<string, Template>>).map(([name, template]) => [name, indexed(template)]));

const shared = new Map<string, Column[]>();
for (const [column, headings] of Object.entries(data.both)) for (const form of headings.flatMap(forms)) shared.set(form, [...(shared.get(form) ?? []), column as Column]);

/** Further columns that a heading holds. */
export const both: Readonly<Record<string, readonly Column[]>> = Object.fromEntries(shared);
