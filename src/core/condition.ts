/** Conditions over facts, with three truths: true, false, and unknown because facts are missing. */

/** A number that may be an estimate. Thresholds compare with `upTo`; where that is not known, `n` at least is. */
export interface Count {
  readonly n: number;
  readonly upTo: number | undefined;
  /** Not an estimate: it may be any number between the two, so a threshold between them decides nothing. */
  readonly anywhere?: true;
}

/** A list that names some and may lack others: what it names is true, what it does not name is unknown. */
export interface OpenList {
  readonly including: readonly string[];
}

export type FactValue = string | number | readonly string[] | Count | OpenList;
/** A fact that is absent is unknown. */
export type Facts = Readonly<Record<string, FactValue | undefined>>;

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { fact: string; is: string | number }
  | { fact: string; oneOf: (string | number)[] }
  | { fact: string; atLeast: number }
  | { fact: string; moreThan: number };

/** `truth` is undefined where `missing` names the facts that would decide. */
export interface Verdict {
  truth: boolean | undefined;
  missing: string[];
}

const TRUE: Verdict = { truth: true, missing: [] };
const FALSE: Verdict = { truth: false, missing: [] };

function hold(fact: string, facts: Facts, test: (value: string | number) => boolean): Verdict {
  const value = facts[fact];
  if (value === undefined) return { truth: undefined, missing: [fact] };
  if (typeof value === 'object' && 'including' in value) return value.including.some(test) ? TRUE : { truth: undefined, missing: [fact] };
  if (typeof value === 'object' && 'n' in value) return value.n === value.upTo && test(value.n) ? TRUE : value.n === value.upTo ? FALSE : { truth: undefined, missing: [fact] };
  const values: readonly (string | number)[] = typeof value === 'object' ? value : [value];
  return values.some(test) ? TRUE : FALSE;
}

/** Whether a condition holds. A fact with several values satisfies `is` and `oneOf` if one of its values does. */
export function evaluate(condition: Condition, facts: Facts): Verdict {
  if ('all' in condition) return combine(condition.all.map((c) => evaluate(c, facts)), false);
  if ('any' in condition) return combine(condition.any.map((c) => evaluate(c, facts)), true);
  if ('not' in condition) {
    const inner = evaluate(condition.not, facts);
    return { truth: inner.truth === undefined ? undefined : !inner.truth, missing: inner.missing };
  }
  if ('is' in condition) return hold(condition.fact, facts, (v) => v === condition.is);
  if ('oneOf' in condition) return hold(condition.fact, facts, (v) => condition.oneOf.includes(v));
  if ('atLeast' in condition) return reach(condition.fact, facts, (v) => v >= condition.atLeast);
  return reach(condition.fact, facts, (v) => v > condition.moreThan);
}

/** Whether a number reaches a threshold; an estimate does if its upper bound does. */
function reach(fact: string, facts: Facts, test: (value: number) => boolean): Verdict {
  const value = facts[fact];
  if (typeof value !== 'object' || !('n' in value)) return hold(fact, facts, (v) => test(Number(v)));
  if (test(value.anywhere ? value.n : (value.upTo ?? value.n))) return TRUE;
  if (value.anywhere && value.upTo !== undefined && test(value.upTo)) return { truth: undefined, missing: [fact] };
  return value.upTo === undefined ? { truth: undefined, missing: [`${fact}.upTo`] } : FALSE;
}

/** `decisive` (false for all, true for any) settles the matter at once; otherwise one unknown leaves it open. */
function combine(parts: Verdict[], decisive: boolean): Verdict {
  if (parts.some((p) => p.truth === decisive)) return decisive ? TRUE : FALSE;
  const missing = parts.flatMap((p) => p.missing);
  if (missing.length > 0) return { truth: undefined, missing: [...new Set(missing)] };
  return decisive ? FALSE : TRUE;
}
