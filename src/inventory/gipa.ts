/** The acts of California and other places on genetic data: whom they cover, how sure that is, and which times they set. */
import { type Day, formatDay } from '../core/date.ts';
import data from '../data/genetic-consent-laws.json' with { type: 'json' };
import { gipa, subjectIn } from './concepts.ts';
import type { Fact } from './facts.ts';
import type { Row } from './row.ts';
import type { Found, Severity } from './rule.ts';

/** How a breach of the Act is told: an error where the Act covers the row or a consumer ordered the test, else a warning that hangs on whether it does. */
export interface Cover {
  severity: Severity;
  kind: NonNullable<Found['kind']>;
  /** What a message adds about the coverage. */
  says: string;
}

/** `undefined`: the Act does not cover the row. */
export function cover(row: Row): Cover | undefined {
  return gipa(row) ? coverOf(row) : undefined;
}

/** The same for the acts of other states, whose coverage stands in the same column. */
export function coverOf(row: Row): Cover | undefined {
  if (row.no('gipa_covered')) return undefined;
  if (row.yes('gipa_covered')) return { severity: 'error', kind: 'violation', says: '' };
  if (row.says('order_channel', 'consumer')) return { severity: 'error', kind: 'violation', says: ' (a consumer ordered the test, so the Act is assumed to cover it)' };
  return { severity: 'warning', kind: 'gap', says: ' (whether the Act covers it is not recorded)' };
}

/** Severity and kind of a finding, by the coverage. */
export function kindOf({ severity, kind }: Cover): Pick<Found, 'severity' | 'kind'> {
  return { severity, kind };
}

/** What an act says about a revocation, a sample, or storing one. */
export interface Provision {
  place: string;
  name: string;
  /** A duration; absent: it sets no number of days. */
  within?: string;
  citation: { ref: string; url?: string };
}

type Subject = 'revocation' | 'sample' | 'storage';

interface GeneticLaw {
  place: string;
  name: string;
  from?: string;
  revocation?: Pick<Provision, 'within' | 'citation'>;
  sample?: Pick<Provision, 'within' | 'citation'>;
  storage?: Pick<Provision, 'within' | 'citation'>;
}

const LAWS: readonly GeneticLaw[] = data.laws;

/** The provision on a subject where the row's person lives, if one was in force on a day. */
export function provision(row: Row, subject: Subject, on: Day): Provision | undefined {
  const law = LAWS.find((one) => one[subject] !== undefined && subjectIn(row, one.place) && (one.from ?? '') <= formatDay(on));
  const found = law?.[subject];
  return law && found ? { place: law.place, name: law.name, ...found } : undefined;
}

/** Rows of people who live where some act has a provision on the subject. */
export function livesWhere(subject: Subject): Fact[] {
  return LAWS.filter((law) => law[subject] !== undefined).map(({ place }): Fact => `subject_jurisdiction=${place}`);
}
