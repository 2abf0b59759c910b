/** How severe a breach is: SE = DPC × EI + CB. What a fact leaves open is a span, and a level only where the whole span lies in it. */
import { evaluate, type Facts } from './condition.ts';
import { hoursOf } from './breach-check.ts';
import type { BreachFile } from './breach-facts.ts';
import { derivedFacts, wordOf, wordsOf } from './breach-derived.ts';
import type { Citation } from './law.ts';
import { parseInstant } from './date.ts';
import { circumstancesOf, dataContextOf, easeOf } from './severity-factors.ts';
import type { SeverityLevel, SeverityTable } from './severity-table.ts';

export type { SeverityLevel, SeverityTable } from './severity-table.ts';

const HOUR = 3_600_000;

/** The least and the most that a score can be, as far as the facts go. */
export interface Span {
  readonly min: number;
  readonly max: number;
}

/** One factor, why it has its score, and which facts would narrow it. */
export interface Factor extends Span {
  reasons: readonly string[];
  missing: readonly string[];
  /** Read from the facts, or given by a person. */
  by: 'facts' | 'analyst';
}

export const CIRCUMSTANCES = ['confidentiality', 'integrity', 'availability', 'malicious'] as const;
export type Circumstance = (typeof CIRCUMSTANCES)[number];

export interface Factors {
  dataContext: Factor;
  easeOfIdentification: Factor;
  circumstances: Readonly<Record<Circumstance, Factor>>;
}

export interface Severity extends Factors {
  score: Span;
  level: SeverityLevel | 'undetermined';
  /** Every level that the score can have, the lowest first. */
  levels: readonly SeverityLevel[];
  circumstancesTotal: Span;
  /** Shown beside the level; undefined where nobody knows. */
  flags: { manyPeople: boolean | undefined; unintelligible: boolean | undefined };
  /** What a person should look at again. */
  warnings: readonly string[];
  missing: readonly string[];
  method: Citation;
}

/** The formula. Spans are positive, so the least comes of the least and the most of the most. */
export function score(dataContext: Span, ease: Span, circumstances: Span): Span {
  return { min: dataContext.min * ease.min + circumstances.min, max: dataContext.max * ease.max + circumstances.max };
}

/** The level of a score; a boundary belongs to the higher one. */
export function levelOf(value: number, table: SeverityTable): SeverityLevel {
  return (table.levels.find(({ below }) => below === null || value < below) as { level: SeverityLevel }).level;
}

function levelsOf({ min, max }: Span, table: SeverityTable): SeverityLevel[] {
  const all = table.levels.map(({ level }) => level);
  return all.slice(all.indexOf(levelOf(min, table)), all.indexOf(levelOf(max, table)) + 1);
}

export function sumOf(parts: readonly Span[]): Span {
  return parts.reduce((sum, { min, max }) => ({ min: sum.min + min, max: sum.max + max }), { min: 0, max: 0 });
}

/** The three factors, from the facts or as a person gave them. `facts` may be with or without what follows from them. */
function factorsOf(facts: Facts, judged: BreachFile['severity'], table: SeverityTable): Factors {
  const known = derivedFacts(facts, table);
  const read = circumstancesOf(known, table);
  const own = (name: Circumstance): Factor => {
    const value = judged?.circumstances?.[name];
    return value === undefined ? read[name] : given(value, `severity.circumstances.${name}`);
  };
  return {
    dataContext: judged?.dataContext ? given(judged.dataContext.score, 'severity.dataContext') : dataContextOf(known, table),
    easeOfIdentification: judged?.easeOfIdentification ? given(judged.easeOfIdentification.score, 'severity.easeOfIdentification') : easeOf(known, table),
    circumstances: { confidentiality: own('confidentiality'), integrity: own('integrity'), availability: own('availability'), malicious: own('malicious') },
  };
}

/** The reason stands in the file and is not repeated: it is free text. */
function given(value: number, path: string): Factor {
  return { min: value, max: value, reasons: [`given by the analyst, with the reason in ${path}`], missing: [], by: 'analyst' };
}

/** The severity of a breach. `judged`: scores that a person gave; they win over what the facts give. */
export function severityOf(facts: Facts, judged: BreachFile['severity'], table: SeverityTable): Severity {
  const factors = factorsOf(facts, judged, table);
  const total = sumOf(CIRCUMSTANCES.map((name) => factors.circumstances[name]));
  const span = score(factors.dataContext, factors.easeOfIdentification, total);
  const levels = levelsOf(span, table);
  const all = [factors.dataContext, factors.easeOfIdentification, ...CIRCUMSTANCES.map((name) => factors.circumstances[name])];
  const unintelligible = derivedFacts(facts, table)['data.unintelligible'];
  return {
    ...factors, score: span, levels, level: levels.length === 1 ? (levels[0] as SeverityLevel) : 'undetermined', circumstancesTotal: total,
    flags: {
      manyPeople: evaluate({ fact: 'people.count', moreThan: table.flags.manyPeople.moreThan }, facts).truth,
      unintelligible: unintelligible === undefined ? undefined : unintelligible === 'yes',
    },
    warnings: [...warningsOf(facts, judged, table), ...lateAwareness(facts, table)], missing: [...new Set(all.flatMap((factor) => factor.missing))], method: table.method,
  };
}

/** Scores of a person that lie below what the facts give. */
function warningsOf(facts: Facts, judged: BreachFile['severity'], table: SeverityTable): string[] {
  const warnings: string[] = [];
  const read = factorsOf(facts, undefined, table);
  const { element, value, warnsAt, says } = table.easeOfIdentification.proposal;
  const [context, ease] = [judged?.dataContext?.score, judged?.easeOfIdentification?.score];
  if (context !== undefined && context < read.dataContext.min) warnings.push(`severity.dataContext is ${context}, below ${read.dataContext.min}, which the kinds of data give`);
  if (ease !== undefined && ease <= warnsAt && wordsOf(facts, 'data.elements').words.includes(element)) warnings.push(`severity.easeOfIdentification is ${ease} for ${element} data, and ${value} is proposed: ${says}; the two differ by up to two levels`);
  else if (ease !== undefined && ease < read.easeOfIdentification.min) warnings.push(`severity.easeOfIdentification is ${ease}, below ${read.easeOfIdentification.min}, which the kinds of data give together`);
  return warnings;
}

/** The organisation says that it knew long after the first sign. */
function lateAwareness(facts: Facts, { awareness: { within, says } }: SeverityTable): string[] {
  const [sign, aware] = ['incident.firstIndication', 'incident.aware'].map((path) => parseInstant(wordOf(facts, path) ?? ''));
  const hours = hoursOf(within) as number;
  if (sign === undefined || aware === undefined || aware - sign <= hours * HOUR) return [];
  return [`incident.aware lies ${Math.floor((aware - sign) / HOUR)} hours after incident.firstIndication, more than ${hours}: ${says}`];
}
