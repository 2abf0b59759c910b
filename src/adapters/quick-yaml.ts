/** The value of a YAML or JSON text, without its lines. */
import { CORE_SCHEMA, load } from 'js-yaml';
import { isFields } from '../core/fields.ts';

/**
 * What only the reader with lines is trusted with, since the two do not agree on all of it: tabs, marks of byte order
 * within the text, anchors, tags, explicit keys, keys that are null, widths of block texts, borders of documents, and
 * numbers beyond all measure.
 */
const RARE = /\t|[^]\ufeff|(?:^|[\s,[{])(?:[&!]|\?(?=\s|$)|(?:~|null)?\s*:(?=[\s\]},]|$)|(?:~|null)\s*[,}]|[|>][+-]?\d)|^\s*(?:---|\.\.\.)|\de\+?\d{3}|\d{300}/im;

/** The keys and values of a text; `undefined` for what is rare, has a fault, or is no group of keys. */
export function quickValue(text: string): unknown {
  if (RARE.test(text)) return undefined;
  try {
    const value = load(text, { schema: CORE_SCHEMA, maxAliases: 0 });
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
