/** Reads what people write about how long they keep data, in eight languages or in its normal form. */
import { readAmounts } from './retention-amounts.ts';
import { isKnownEvent } from './retention-events.ts';
import { readParts } from './retention-grammar.ts';
import { lex } from './retention-lexer.ts';
import { meaningOf } from './retention-meaning.ts';
import { parseNormal } from './retention-normal.ts';
import type { Retention } from './retention.ts';

export { eventOf } from './retention-events.ts';
export { retentionWords } from './retention-normal.ts';

/** A text longer than this is a document and no retention period. */
const LONGEST = 2000;

/** Marks of a template that nobody filled in: "[DATE]", "<period>", "???". */
const TEMPLATE = /^(?:\[[^[\]]*\]|<+[^<>]*>+|\{+[^{}]*\}+|[?.…_xX\s]+)$/;

/** An address: what its words say is no part of the text. */
const LINK = /\b(?:https?:\/\/|www\.)\S+/gi;

/** What a text says about how long data are kept. What cannot be read is `unparseable`; what may be read wrongly has a `doubt`. */
export function parseRetention(text: string): Retention {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST) return { kind: 'unparseable', spans: [] };
  const normal = parseNormal(trimmed, isKnownEvent);
  if (normal) return normal;
  if (TEMPLATE.test(trimmed)) return { kind: 'placeholder', spans: [] };
  const { tokens, language } = lex(trimmed.replace(LINK, ' link '));
  return meaningOf(readParts(readAmounts(tokens)), language);
}
