/** The words of data/inventory-words.json as texts are compared with them. */
import words from '../data/inventory-words.json' with { type: 'json' };
import { allWords, fold, forms, type Words } from './fold.ts';

/** Marks such as `-` and `✓` fold to nothing; they are compared as written. */
const lines = (table: Words): string => [...new Set(allWords(table).flatMap((word) => (fold(word) === '' ? [word] : forms(word))))].join('\n');

/** Each one a word a line. */
export const sets = {
  blank: lines(words.blank), noRecipients: lines(words.noRecipients), placeholder: lines(words.placeholder), yes: lines(words.yes), no: lines(words.no),
  unsure: lines(words.unsure), ciphers: lines(words.ciphers), notEncrypted: lines(words.notEncrypted), denials: words.denials.join('\n'),
  legalForms: words.legalForms.flatMap(forms).join('\n'), dateWords: words.dateWords.join('\n'), weekdays: allWords(words.weekdays).flatMap(forms).join('\n'), years: words.years.flatMap(forms).join('\n'),
};

export const { joining, about, negations, provisions, provisionWords, numberWords, sccSince, eras } = words;

/** Names of months, folded, with their numbers. */
export const months = Object.entries(words.months).flatMap(([month, names]) => allWords(names).flatMap(forms).map((name): [string, number] => [name, Number(month)]));
