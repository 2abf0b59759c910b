/** Conditions over facts, with three truths: true, false, and unknown because facts are missing. */

export type FactValue = string | number | readonly string[];
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
  if ('atLeast' in condition) return hold(condition.fact, facts, (v) => Number(v) >= condition.atLeast);
  return hold(condition.fact, facts, (v) => Number(v) > condition.moreThan);
}

/** `decisive` (false for all, true for any) settles the matter at once; otherwise one unknown leaves it open. */
function combine(parts: Verdict[], decisive: boolean): Verdict {
  if (parts.some((p) => p.truth === decisive)) return decisive ? TRUE : FALSE;
  const missing = parts.flatMap((p) => p.missing);
  if (missing.length > 0) return { truth: undefined, missing: [...new Set(missing)] };
  return decisive ? FALSE : TRUE;
}
