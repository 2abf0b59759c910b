/** Reads the text of a cell as its column means it. */
import type { Cell } from './cell.ts';
import { isWordOf, readCodes } from './codes.ts';
import { about, type Column } from './columns.ts';
import { type DateOrder, readDate } from './dates.ts';
import { elementsIn } from './elements.ts';
import { namesOf } from './lists.ts';
import { readNumber } from './numbers.ts';
import { placeOf, readPlaces } from './places.ts';
import { eventOf, parseRetention } from './retention-text.ts';
import { encryptionTruth, isNobody, isTruthWord, leadingTruth, standIn, truthOf } from './words.ts';

export type { DateOrder } from './dates.ts';

/** A cell without the bits of the facts. */
type Read = Omit<Cell, 'facts'>;

const NONE: readonly never[] = [];
/** Ids and free texts are as many as rows; only short ones without a number can be a word for nothing. */
const SHORT = 24;

/** What a text, without blanks around it, means in a column. `order`: how the slashed dates of the column read. */
export function interpret(column: Column, text: string, order: DateOrder): Read {
  const { type, vocabulary } = about(column);
  switch (type) {
    case 'id': return reference(column, text);
    case 'text': return free(text);
    case 'date': return (beginsWithDigit(text) ? undefined : stated(text)) ?? { ...value(text), ...readDate(text, order) };
    case 'truth': return answer(column, text);
    case 'number': return number(column, text);
    case 'places': return places(text);
    case 'names': return isNobody(text) ? nothing(text, 'blank') : stated(text) ?? { ...value(text), codes: namesOf(text, (part) => placeOf(part) !== undefined) };
    case 'elements': return stated(text) ?? { ...value(text), codes: elementsIn(text), truth: leadingTruth(text) };
    case 'period': return period(text);
    case 'code': case 'codes': return column === 'retention_trigger' ? event(text) : coded(vocabulary as string, text, type === 'code');
  }
}

function value(text: string): Read {
  return { text, kind: 'value', codes: NONE, details: NONE, unknown: NONE, truth: 'unknown', days: NONE };
}

function nothing(text: string, kind: 'blank' | 'placeholder'): Read {
  return { text, kind, codes: NONE, details: NONE, unknown: NONE, truth: 'unknown', days: NONE };
}

/** A cell that states nothing: blank, or still to be filled in. */
function stated(text: string): Read | undefined {
  const kind = standIn(text);
  return kind && nothing(text, kind);
}

/** No word for nothing does. */
function beginsWithDigit(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 0x30 && first <= 0x39;
}

/** A free text that cannot be a word for yes, no or nothing. */
export function isItself(text: string): boolean {
  const first = text.charCodeAt(0);
  const bracket = first === 0x5b || first === 0x3c;
  return text !== '' && !bracket && (text.length > SHORT || /\d/.test(text));
}

function free(text: string): Read {
  if (isItself(text)) return value(text);
  return stated(text) ?? { ...value(text), truth: leadingTruth(text) };
}

/** A reference that says "no" (`DPA in place: N`) is none. An id that is called so stays one. */
function reference(column: Column, text: string): Read {
  const read = free(text);
  return read.truth === 'no' && isTruthWord(text) && /_(?:ref|evidence)$/.test(column) ? { ...nothing(text, 'blank'), truth: 'no' } : read;
}

function answer(column: Column, text: string): Read {
  const encryption = column === 'encryption_at_rest' || column === 'encryption_in_transit';
  const truth = encryption ? encryptionTruth(text) : truthOf(text);
  return truth === 'unknown' ? (stated(text) ?? value(text)) : { ...value(text), truth };
}

function number(column: Column, text: string): Read {
  const empty = stated(text);
  if (empty) return empty;
  const n = readNumber(text, column === 'subject_age');
  return n === undefined ? { ...value(text), unknown: [text] } : { ...value(text), number: n };
}

/** A place before a word for nothing: `SO` is Somalia. `NA` alone is nothing; Namibia has its name, or stands in a list. */
function places(text: string): Read {
  const named = text === '' || text === 'NA' ? undefined : placeOf(text);
  if (named !== undefined) return { ...value(text), codes: [named], details: [''] };
  const empty = stated(text);
  if (empty) return empty;
  const { codes, unknown } = readPlaces(text);
  if (codes.length + unknown.length === 0) return nothing(text, 'blank');
  return { ...value(text), codes, details: codes.map(() => ''), unknown, truth: leadingTruth(text) };
}

/** A word of the vocabulary before a word for nothing: `none` is a transfer mechanism, `pendiente` the outcome of an objection. */
function coded(vocabulary: string, text: string, single: boolean): Read {
  const empty = stated(text);
  if (empty && (text === '' || !isWordOf(vocabulary, text))) return empty;
  const read = readCodes(vocabulary, text, single);
  // Separators with nothing between them.
  if (read.codes.length + read.unknown.length === 0) return nothing(text, 'blank');
  return { ...value(text), ...read, truth: leadingTruth(text) };
}

/** The event that starts a period is said in a word of the vocabulary, or in as many words as a retention text says it. */
function event(text: string): Read {
  const read = coded('retention_trigger', text, true);
  if (read.kind !== 'value' || read.codes.length > 0) return read;
  const named = eventOf(text);
  return named === undefined ? read : { ...read, codes: [named], details: [''], unknown: NONE };
}

function period(text: string): Read {
  const empty = stated(text);
  if (empty) return empty;
  const read = parseRetention(text);
  return { ...(read.kind === 'placeholder' ? nothing(text, 'placeholder') : value(text)), period: read };
}
