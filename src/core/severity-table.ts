/** The shape of data/severity.json: every number and word by which severity is scored. */
import type { Citation } from './law.ts';

export type SeverityLevel = 'low' | 'medium' | 'high' | 'very-high';
/** The least and the most that a score can be. */
export type Pair = readonly [number, number];

/** `by`: absent for the method's own words, `organisation` for a proposal that a review may change. */
interface Worded {
  says: string;
  by?: 'organisation';
}

interface Valued {
  value: number;
  says: string;
}

export interface SeverityTable {
  method: Citation;
  levels: readonly { level: SeverityLevel; below: number | null; says: string }[];
  flags: { manyPeople: { moreThan: number; says: string }; unintelligible: { says: string } };
  dataContext: {
    least: number;
    most: number;
    categories: Readonly<Record<string, { base: number; says: string }>>;
    adjusting: string;
    /** `span` wins over the base of the category; what `opens` has the score of the data that it opens. */
    elements: Readonly<Record<string, Worded & { category?: string; span?: Pair; opens?: true; group: string }>>;
    people: readonly (Worded & { kind: string; span: Pair; vulnerable?: true; words: readonly string[] })[];
  };
  easeOfIdentification: {
    levels: readonly (Valued & { name: string })[];
    alone: Readonly<Record<string, Pair>>;
    /** Kinds of data that lead to a person once the key of their codes is in the same hands. */
    coded: readonly string[];
    otherwise: Pair;
    /** Kinds of data that name a person, and the score from which others can readily be identified too. */
    naming: readonly string[];
    ready: number;
    together: readonly (Worded & { all: readonly string[]; oneOf: readonly string[]; span: Pair; verified: boolean })[];
    proposal: Worded & { element: string; value: number; warnsAt: number };
  };
  circumstances: {
    confidentiality: Record<'no-evidence' | 'limited' | 'unlimited', Valued>;
    integrity: Record<'unused' | 'recoverable' | 'lost', Valued>;
    availability: Record<'in-time' | 'temporary' | 'lost', Valued>;
    malicious: Record<'no' | 'yes', Valued>;
    restoredInTime: Worded & { within: string };
  };
  /** How long after the first sign of a breach its being known needs no second look. */
  awareness: Worded & { within: string };
}
