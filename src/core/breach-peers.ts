/** Data sets whose people count together towards a number in the law: those for which the same duty would exist if enough people were affected. */
import { judgedOn, type Watch } from './breach-clock.ts';
import { decide } from './breach-decision.ts';
import type { BreachLaw, BreachObligation } from './breach-law.ts';
import { type Known, type Reach, reachWith } from './breach-scope.ts';
import type { Part } from './breach-sets.ts';
import type { Count } from './condition.ts';
import type { Day } from './date.ts';

/** A part of the breach with what is known of it. */
export type Judged = Part & { known: Known };

/** One part as one law sees it. */
export interface Ground {
  law: BreachLaw;
  part: Judged;
  reach: Reach;
  watch: Watch;
  /** The day by which the places of the law are chosen. */
  day: Day;
  today: Day;
}

/** Whether a part has a duty that only the number of people could take away; `undefined` hangs on the missing facts. */
interface Chance {
  truth: boolean | undefined;
  missing: readonly string[];
}

const NO: Chance = { truth: false, missing: [] };
/** One person, and more than any law asks for: a duty may exist only above a number, or only below one. */
const FEW_AND_MANY: readonly Count[] = [{ n: 1, upTo: 1 }, { n: Infinity, upTo: Infinity }];

/** Every other part asks for it. */
const chances = new WeakMap<Ground, Map<BreachObligation, Chance>>();

function chanceOf(obligation: BreachObligation, ground: Ground): Chance {
  const known = chances.get(ground) ?? new Map<BreachObligation, Chance>();
  const chance = known.get(obligation) ?? findChance(obligation, ground);
  chances.set(ground, known.set(obligation, chance));
  return chance;
}

function findChance(obligation: BreachObligation, ground: Ground): Chance {
  const { law, part, reach, watch, today } = ground;
  if (reach.concerned === false) return NO;
  const tries = FEW_AND_MANY.map((count) => decide(obligation, part.known.roles, { ...reach.facts, 'people.here': count, 'people.total': count, 'people.most': count }, (term) => judgedOn(term, watch, today)));
  const open = tries.filter((t) => t.decision === 'undetermined');
  const required = tries.some((t) => t.decision === 'required');
  if (!required && open.length === 0) return NO;
  const partner = law.obligations.find((o) => o.id === obligation.dependsOn && o !== obligation);
  const other: Chance = partner ? chanceOf(partner, ground) : { truth: true, missing: [] };
  if (other.truth === false) return NO;
  const missing = [...(required ? [] : open.flatMap((t) => t.missing)), ...other.missing, ...(reach.concerned === undefined ? reach.missing : [])];
  return required && other.truth === true && reach.concerned === true ? { truth: true, missing: [] } : { truth: undefined, missing: [...new Set(missing)] };
}

/** What one duty of one part hangs on, with the people of other parts. */
export interface Counted {
  reach: Reach;
  /** Where missing facts stand in the file of the whole. */
  paths: (missing: readonly string[]) => string[];
}

const NUMBERS = ['people.byJurisdiction', 'people.count', 'people.count.upTo'];
const isOpen = ({ residents: { listed, total, elsewhere } }: Known): boolean => !listed || total?.upTo === undefined || elsewhere.upTo !== 0 || listed.some(({ count }) => count?.upTo === undefined);

export function countedFor(obligation: BreachObligation, ground: Ground, grounds: readonly Ground[]): Counted {
  const { law, part, reach, day } = ground;
  const others = grounds.filter((g) => g !== ground).map((g) => ({ part: g.part, chance: chanceOf(obligation, g) }));
  const sure = others.filter((o) => o.chance.truth === true);
  const perhaps = others.filter((o) => o.chance.truth === undefined);
  if (sure.length + perhaps.length === 0) return { reach, paths: part.paths };
  const known = (list: typeof others): Known[] => list.map((o) => o.part.known);
  const paths = (missing: readonly string[]): string[] => {
    const numbers = missing.filter((path) => NUMBERS.includes(path));
    // A number that is not known may be that of another data set, or hang on whether that one counts.
    const open = [part, ...[...sure, ...perhaps].map((o) => o.part)].filter((p) => isOpen(p.known)).flatMap((p) => p.paths(numbers));
    const asked = perhaps.flatMap((o) => o.part.paths(o.chance.missing));
    const found = numbers.length === 0 ? [] : open.length + asked.length > 0 ? [...open, ...asked] : part.paths(numbers);
    return [...new Set([...found, ...part.paths(missing.filter((path) => !NUMBERS.includes(path)))])];
  };
  return { reach: reachWith(law, part.known, reach, known(sure), known(perhaps), day), paths };
}
