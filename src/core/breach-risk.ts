/**
 * A suggested level of risk for the people concerned, with its reasons, for the analyst who decides. It never decides: the
 * organisation's own level, where it is recorded, wins and is shown beside it.
 */
import { type Condition, type Facts, type Verdict, evaluate } from './condition.ts';
import { type BreachFile, type RiskLevel, factsOf } from './breach-facts.ts';
import { headcount } from './breach-scope.ts';
import { derivedFacts, wordsOf } from './breach-derived.ts';
import type { Citation } from './law.ts';
import type { Places } from './places.ts';
import { type Severity, type SeverityLevel, type SeverityTable, severityOf } from './severity.ts';

export const RISK_LEVELS = ['unlikely', 'risk', 'high'] as const satisfies readonly RiskLevel[];

/** A step of data/breach-risk.json. */
export interface RiskRule {
  id: string;
  level: RiskLevel;
  when: Condition;
  /** Takes the rule back where it holds; where it is not known it is said, not assumed. */
  unless?: Condition;
  /** The rule counts only where the facts that it names are recorded. */
  recorded?: boolean;
  says: string;
  by?: string;
  citation: Citation;
}

export interface RiskTable {
  severity: Readonly<Record<SeverityLevel, { levels: readonly RiskLevel[]; says: string }>> & { by: string; citation: Citation };
  decides: readonly RiskRule[];
  floors: readonly RiskRule[];
}

export interface Reason {
  says: string;
  citation: Citation;
  /** A proposal of the organisation, not of the source. */
  proposed: boolean;
}

export interface Suggestion {
  /** What the recorded facts speak for; undetermined where they leave several. */
  level: RiskLevel | 'undetermined';
  /** The lowest and the highest level that the facts which are not known could make of it. */
  range: { from: RiskLevel; to: RiskLevel };
  /** No fact that is not known could change it. */
  certain: boolean;
  reasons: readonly Reason[];
  /** What could still make it another level, and the facts that would tell. */
  mayChange: readonly { to: RiskLevel; says: string; missing: readonly string[] }[];
  /** Facts that would decide, or could still change the level. */
  missing: readonly string[];
}

export interface Risk {
  suggested: Suggestion;
  /** The organisation's decision; custos makes none. */
  decided: RiskLevel | undefined;
  /** The decision lies below or above what is suggested; undefined where there is nothing to compare. */
  differs: 'lower' | 'higher' | undefined;
}

/** One way through the rules: the levels that it may lead to, and why. */
interface Path {
  levels: Set<RiskLevel>;
  reasons: Reason[];
  /** Rules of which it is not known whether they hold. */
  open: { to: RiskLevel; says: string; missing: readonly string[] }[];
}

const rank = (level: RiskLevel): number => RISK_LEVELS.indexOf(level);
const higher = (a: RiskLevel, b: RiskLevel): RiskLevel => (rank(a) >= rank(b) ? a : b);
const reasonOf = ({ says, by, citation }: Pick<RiskRule, 'says' | 'by' | 'citation'>): Reason => ({ says, citation, proposed: by !== undefined });

/**
 * Whether a rule holds. `strict`: with three truths throughout. Otherwise as recorded: of a rule that needs a record what is
 * not known does not hold, and neither does an `unless`.
 */
function holds(rule: RiskRule, facts: Facts, strict: boolean): Verdict {
  const when = evaluate(rule.when, facts);
  const unless = rule.unless ? evaluate(rule.unless, facts) : { truth: false, missing: [] };
  if (when.truth === false || unless.truth === true) return { truth: false, missing: [] };
  if (!strict) return rule.recorded && when.truth === undefined ? { truth: false, missing: [] } : when;
  if (when.truth === true && unless.truth === false) return when;
  return { truth: undefined, missing: [...new Set([...when.missing, ...unless.missing])] };
}

/** Derived facts that stand for others are named by these. */
const STANDS_FOR: Readonly<Record<string, readonly string[]>> = {
  'data.groups': ['data.elements'], 'data.unintelligible': ['protection.encrypted', 'protection.keyAcquired'], 'people.kinds': ['people.categories'],
  'people.needCare': ['people.vulnerable'], 'people.children': ['people.vulnerable'], 'people.identifiable': ['severity.easeOfIdentification'], 'circumstances.restoredInTime': ['circumstances.restoredWithin'],
};

/** The facts of a breach with those that only the risk asks for. */
function riskFacts(facts: Facts, severity: Severity, table: SeverityTable): Facts {
  const { min, max } = severity.easeOfIdentification;
  const { ready, naming } = table.easeOfIdentification;
  const byName = wordsOf(facts, 'data.elements').words.some((word) => naming.includes(word));
  const identifiable = byName || min >= ready ? 'yes' : max < ready ? 'no' : undefined;
  return { ...derivedFacts(facts, table), ...(identifiable === undefined ? {} : { 'people.identifiable': identifiable }) };
}

/** Goes through the rules in their order, then by the level of severity and its floors, and gathers every level that this may lead to. */
function walk(facts: Facts, severity: Severity, rules: RiskTable, strict: boolean): Path {
  const path: Path = { levels: new Set(), reasons: [], open: [] };
  const weigh = (rule: RiskRule): boolean | undefined => {
    const { truth, missing } = holds(rule, facts, strict);
    if (truth !== false) path.reasons.push(truth ? reasonOf(rule) : { ...reasonOf(rule), says: `perhaps: ${rule.says}` });
    if (truth === undefined) path.open.push({ to: rule.level, says: rule.says, missing });
    return truth;
  };
  for (const rule of rules.decides) {
    const truth = weigh(rule);
    if (truth !== false) path.levels.add(rule.level);
    if (truth) return path;
  }
  let levels = severity.levels.flatMap((level) => rules.severity[level].levels);
  path.reasons.push(...severity.levels.map((level) => reasonOf({ ...rules.severity, says: rules.severity[level].says })));
  for (const floor of rules.floors) {
    const raised = levels.map((level) => higher(level, floor.level));
    if (raised.every((level, i) => level === levels[i])) continue;
    const truth = weigh(floor);
    if (truth !== false) levels = truth ? raised : [...levels, ...raised];
  }
  for (const level of levels) path.levels.add(level);
  return path;
}

/** The level that facts and severity speak for. */
function suggestRisk(facts: Facts, severity: Severity, table: SeverityTable, rules: RiskTable): Suggestion {
  const known = riskFacts(facts, severity, table);
  const [recorded, possible] = [walk(known, severity, rules, false), walk(known, severity, rules, true)];
  const levels = [...possible.levels].toSorted((a, b) => rank(a) - rank(b));
  const [from, to] = [levels[0] as RiskLevel, levels.at(-1) as RiskLevel];
  const level: Suggestion['level'] = recorded.levels.size === 1 ? ([...recorded.levels][0] as RiskLevel) : 'undetermined';
  const base = { level, range: { from, to }, reasons: recorded.reasons };
  if (from === to) return { ...base, certain: true, mayChange: [], missing: [] };
  const missing = [...possible.open.flatMap((change) => change.missing), ...(severity.levels.length > 1 ? severity.missing : [])];
  // Where no fact is missing for the level, nothing but the analyst's own decision settles it.
  if (level === 'undetermined' && recorded.open.length === 0 && severity.levels.length === 1) missing.push('risk.level');
  const mayChange = possible.open.filter((change) => change.to !== level).map((change) => ({ ...change, missing: pathsOf(change.missing) }));
  return { ...base, certain: false, mayChange, missing: pathsOf(missing) };
}

/** The keys of a facts file that decide what is missing. */
function pathsOf(facts: readonly string[]): string[] {
  return [...new Set(facts.flatMap((fact) => STANDS_FOR[fact] ?? [fact]))];
}

/** The suggestion for a breach, and what the organisation decided. */
export function riskOf(file: BreachFile, places: Places, table: SeverityTable, rules: RiskTable): Risk & { severity: Severity } {
  const known = factsOf(file, places);
  const people = headcount(file);
  const facts: Facts = people ? { ...known, 'people.count': people } : known;
  const severity = severityOf(facts, file.severity, table);
  const suggested = suggestRisk(facts, severity, table, rules);
  const decided = RISK_LEVELS.find((level) => level === file.risk?.level);
  const apart = decided === undefined || suggested.level === 'undetermined' ? 0 : rank(decided) - rank(suggested.level);
  return { severity, suggested, decided, differs: apart < 0 ? 'lower' : apart > 0 ? 'higher' : undefined };
}
