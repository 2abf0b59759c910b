/** What the words of a retention text are collected into: parts, each with the periods and events that it speaks of. */
import type { Amount } from './retention-amounts.ts';
import type { Token } from './retention-lexer.ts';

export type Role = 'after' | 'before' | 'until' | 'while' | 'at';
export type Bound = 'min' | 'max';

/** Words that may name an event, and how the text leads to them: "after …", "until …". */
export interface Slot {
  s: 'slot';
  role?: Role;
  pieces: Token[];
  /** "as long as … not". */
  negated: boolean;
  /** Led to by a word that mostly leads to something else: "on", "at". */
  weak?: true;
  unread: number;
  /** It speaks of a law, a contract, a policy: "until the end of the legal period". */
  refers: boolean;
  /** Joined to the slot before it by "and". */
  and: boolean;
  bound?: Bound;
  /** An age in years instead of an event. */
  age?: number;
  /** What it would say as a label, should it not turn out to be an event. */
  labels: string[];
}

export interface Dur {
  s: 'dur';
  amount: Amount;
  bound?: Bound;
  about: boolean;
  /** The word that leads to the period itself: "until 5 years after …", "deleted after 5 years". */
  lead?: Role;
  /** That word stands after it: 契約終了の3年"後". */
  trailing?: true;
}

/** How a part is joined to the one before it. */
export type Join = 'first' | 'or' | 'clause' | 'slash' | 'comma' | 'then' | 'except';

/** Between slots and periods: "+", "and". */
export type Element = Slot | Dur | { s: 'plus' };

export interface Part {
  join: Join;
  elements: Element[];
  /** Marks of the words: `indefinite`, `vague`, `review`, `delete` … */
  marks: Set<string>;
  /** Data or cases that it speaks of. */
  objects: string[];
  conditions: string[];
  /** "if", "only". */
  conditional: boolean;
  /** "unless", "or longer if": something may change the period. */
  exception: boolean;
  /** The cases of an exception. */
  excepted: string[];
  /** "extendable", "reducible", with the period or the bare number if one is given. */
  change?: { how: string; by?: boolean; amount?: Amount; n?: number };
  order?: 'earliest' | 'latest';
  targets: string[];
  /** "as per", before any period of the part. */
  refers: boolean;
  /** A named party does it: "the host keeps …". */
  byOthers: boolean;
  dates: { day?: string; role?: Role }[];
  negated: boolean;
  numbers: number;
  unread: number;
  groups: Part[][];
  /** Its period stood in brackets. */
  inlined: boolean;
}

export function newPart(join: Join): Part {
  return { join, elements: [], marks: new Set(), objects: [], conditions: [], conditional: false, exception: false, excepted: [], targets: [], refers: false, byOthers: false, dates: [], negated: false, numbers: 0, unread: 0, groups: [], inlined: false };
}

export const durs = (part: Part): Dur[] => part.elements.filter((e) => e.s === 'dur');
export const slots = (part: Part): Slot[] => part.elements.filter((e) => e.s === 'slot');
