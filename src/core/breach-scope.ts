/** Whether a law concerns a breach, and how many people that are its concern: by where they are, where the organisation is, and a condition. */
import type { BreachLaw } from './breach-law.ts';
import { type BreachFile, countOf, factsOf, isNotApplicable, knowledge } from './breach-facts.ts';
import { type Roles, rolesOf } from './breach-timeline.ts';
import { type Count, type Facts, evaluate } from './condition.ts';
import { type Day, formatDay } from './date.ts';
import { type Places, lineage } from './places.ts';

/** Where the people of a breach are. */
export interface Residents {
  /** Place and number (`undefined`: not known); absent where nobody knows where they are. */
  listed: { place: string; count: Count | undefined }[] | undefined;
  total: Count | undefined;
}

/** What is known about a breach before any law is looked at. */
export interface Known {
  file: BreachFile;
  /** Facts of the file, without those that hang on a law. */
  facts: Facts;
  roles: Roles;
  residents: Residents;
  /** Where the organisation is established; absent: not known. */
  established: string[] | undefined;
  places: Places;
}

export function knownOf(file: BreachFile, places: Places): Known {
  const at = knowledge(file, 'organisation.establishedIn');
  const established = 'value' in at && Array.isArray(at.value) && !(at.value as string[]).includes('unknown') ? (at.value as string[]) : 'notApplicable' in at ? [] : undefined;
  return { file, facts: factsOf(file, places), roles: rolesOf(file), residents: residentsOf(file), established, places };
}

function residentsOf(file: BreachFile): Residents {
  const given = knowledge(file, 'people.byJurisdiction');
  const whole = knowledge(file, 'people.count');
  const listed = 'notApplicable' in given ? [] : 'value' in given ? Object.entries(given.value as Record<string, unknown>).map(([place, n]) => ({ place, count: countOf(n) })) : undefined;
  const total = 'value' in whole ? countOf(whole.value) : isNotApplicable(whole) ? { n: 0, upTo: 0 } : undefined;
  return { listed, total: total ?? (listed && listed.length > 0 ? sum(listed.map((l) => l.count)) : undefined) };
}

/** The numbers of several places together; unknown if all of them are, without upper bound if one is. */
function sum(counts: readonly (Count | undefined)[]): Count | undefined {
  if (counts.every((c) => c === undefined)) return undefined;
  const bounds = counts.map((c) => c?.upTo);
  return { n: counts.reduce((all, c) => all + (c?.n ?? 0), 0), upTo: bounds.every((b) => b !== undefined) ? bounds.reduce((all, b) => all + b, 0) : undefined };
}

/** How many people are in no place yet. */
export function unplaced({ listed, total }: Residents): number {
  if (!listed || !total) return 0;
  return Math.max(0, total.n - listed.reduce((all, { count }) => all + (count?.upTo ?? count?.n ?? 0), 0));
}

/** Whether a place is one of these or part of one. That it lies in the Union counts only where the Union is all that is known of it. */
function within(place: string, list: readonly string[], places: Places): boolean {
  return lineage(place, places).some((code) => (code !== 'EU' || place === 'EU') && list.includes(code));
}

/** A law's places on a day. */
function placesOn(law: BreachLaw, list: readonly string[] | undefined, day: string): string[] {
  const gone = (law.scope.periods ?? []).filter((p) => (p.from !== undefined && day < p.from) || (p.until !== undefined && p.until < day)).flatMap((p) => p.in);
  return (list ?? []).filter((place) => !gone.includes(place));
}

/** How a law concerns a breach. `facts` are those of the breach with the law's own (`people.here`, …). */
export interface Reach {
  concerned: boolean | undefined;
  /** A condition on the organisation that would have to be known, or where the people are. */
  missing: string[];
  why: string;
  /** The listed places that the law concerns. */
  places: string[];
  here: Count | undefined;
  facts: Facts;
  /** The law was named, and is taken to apply. */
  assumed: boolean;
  /** Nothing but an establishment that is not known could bring the law in. */
  byEstablishmentOnly: boolean;
  /** Of a larger place it is not known which part, and the law is that of a part. */
  wholeOnly: boolean;
  /** The recorded larger places of which the law's place is a part. */
  around: string[];
}

export function reachOf(law: BreachLaw, known: Known, day: Day, named: boolean): Reach {
  const on = formatDay(day);
  const { residents, places } = known;
  const peopleIn = placesOn(law, law.scope.people, on);
  const everywhere = peopleIn.includes('*');
  const inside = (residents.listed ?? []).filter((l) => everywhere || within(l.place, peopleIn, places));
  const around = (residents.listed ?? []).filter((l) => !inside.includes(l) && peopleIn.some((code) => code !== 'EU' && within(code, [l.place], places)));
  const here = everywhere ? residents.total : countHere(residents, inside.map((l) => l.count), around.map((l) => l.count));
  const establishedIn = placesOn(law, law.scope.established, on);
  const established = establishedHere(known, establishedIn.length > 0 ? establishedIn : peopleIn);
  const facts = lawFacts(known, here, mostOf(residents, inside.map((l) => l.count), everywhere), established);
  const base = { places: inside.map((l) => l.place), around: around.map((l) => l.place), here, facts, assumed: false, byEstablishmentOnly: false, wholeOnly: false, missing: [] as string[], why: '' };

  const byPeople = everywhere || inside.some((l) => l.count === undefined || (l.count.upTo ?? 1) > 0);
  const byEstablishment = law.scope.established === undefined ? false : established;
  if (byPeople || byEstablishment === true) return byCondition(law, { ...base, concerned: true });
  const open = whatIsOpen(law, residents, base.around, byEstablishment);
  if (!open) return { ...base, concerned: false, why: `it concerns people in ${sayPlaces(peopleIn)}; none are recorded there` };
  return named ? byCondition(law, { ...base, ...open, concerned: true, assumed: true }) : { ...base, ...open, concerned: undefined };
}

/** What would have to be known to say whether a law concerns a breach. */
function whatIsOpen(law: BreachLaw, residents: Residents, around: readonly string[], byEstablishment: boolean | undefined): Pick<Reach, 'missing' | 'why' | 'wholeOnly' | 'byEstablishmentOnly'> | undefined {
  const open = { wholeOnly: around.length > 0, byEstablishmentOnly: false, missing: ['people.byJurisdiction'] };
  if (law.scope.people !== undefined && residents.listed === undefined) return { ...open, why: 'it is not recorded where the people are' };
  if (around.length > 0) return { ...open, why: `of ${around.join(', ')} it is not recorded which part` };
  if (byEstablishment === undefined) return { ...open, byEstablishmentOnly: true, missing: ['organisation.establishedIn'], why: 'it is not recorded where the organisation is established' };
  return undefined;
}

const sayPlaces = (codes: readonly string[]): string => (codes.length > 4 ? `${codes.slice(0, 4).join(', ')} and ${codes.length - 4} more` : codes.join(', '));

function byCondition(law: BreachLaw, reach: Reach): Reach {
  if (!law.scope.when) return reach;
  const verdict = evaluate(law.scope.when, reach.facts);
  if (verdict.truth === true) return reach;
  const why = verdict.truth === false ? (law.scope.whenSays ?? law.title) : `it hangs on what is not recorded: ${factPaths(verdict.missing).join(', ')}`;
  return { ...reach, concerned: verdict.truth, assumed: false, missing: verdict.missing, why };
}

/** People in the law's places. Those of whom only a larger place is known, or none, may be among them. */
function countHere(residents: Residents, inside: readonly (Count | undefined)[], around: readonly (Count | undefined)[]): Count | undefined {
  const { total } = residents;
  if (residents.listed === undefined || (inside.length > 0 && inside.every((c) => c === undefined))) return total && { n: 0, upTo: total.upTo, anywhere: true };
  const certain = sum(inside) ?? { n: 0, upTo: 0 };
  const others = sum([...around, { n: 0, upTo: unplaced(residents) }]) as Count;
  if (others.upTo === 0) return certain;
  const upTo = certain.upTo === undefined || others.upTo === undefined ? undefined : certain.upTo + others.upTo;
  // An estimate counts as its upper bound; only who may live elsewhere leaves a threshold open.
  return { n: certain.upTo ?? certain.n, upTo, anywhere: true };
}

/** The largest number in any one place. */
function mostOf(residents: Residents, inside: readonly (Count | undefined)[], everywhere: boolean): Count | undefined {
  const { total } = residents;
  if (residents.listed === undefined || (inside.length === 0 && everywhere)) return total && { n: 0, upTo: total.upTo, anywhere: true };
  if (inside.length === 0) return { n: 0, upTo: 0 };
  if (inside.every((c) => c === undefined)) return total && { n: 0, upTo: total.upTo, anywhere: true };
  const bounds = inside.map((c) => c?.upTo);
  const n = Math.max(...inside.map((c) => c?.upTo ?? c?.n ?? 0));
  const elsewhere = unplaced(residents);
  if (elsewhere > 0) return { n, upTo: bounds.every((b) => b !== undefined) ? n + elsewhere : undefined, anywhere: true };
  return { n: Math.max(...inside.map((c) => c?.n ?? 0)), upTo: bounds.every((b) => b !== undefined) ? Math.max(...bounds) : undefined };
}

function establishedHere(known: Known, codes: readonly string[]): boolean | undefined {
  if (known.established === undefined) return undefined;
  return known.established.some((place) => within(place, codes, known.places));
}

const HARM = { unlikely: 'unlikely', risk: 'likely', high: 'likely' } as const;

/** The facts of the breach with those that are worked out for one law (DERIVED_FACTS). Absent is unknown. */
function lawFacts(known: Known, here: Count | undefined, most: Count | undefined, established: boolean | undefined): Facts {
  const { facts, roles, residents } = known;
  const level = facts['risk.level'];
  const harm = facts['risk.harm'] ?? (typeof level === 'string' && level in HARM ? HARM[level as keyof typeof HARM] : undefined);
  return {
    ...facts,
    role: roles.said.length === 0 ? undefined : roles.open ? { including: roles.all } : roles.all,
    established: known.established && [...new Set(known.established.flatMap((place) => lineage(place, known.places).filter((code) => code !== 'EU' || place === 'EU')))],
    'established.here': established === undefined ? undefined : established ? 'yes' : 'no',
    'people.here': here, 'people.total': residents.total, 'people.most': most,
    harm: harm === 'unknown' ? undefined : harm,
    // A claim that nobody makes is not made; one that is said to be open is open.
    'risk.exceptions': facts['risk.exceptions'] ?? ((known.file.risk as { exceptions?: unknown } | undefined)?.exceptions === 'unknown' ? undefined : []),
  };
}

const PATHS: Readonly<Record<string, string>> = {
  role: 'roles', established: 'organisation.establishedIn', 'established.here': 'organisation.establishedIn', 'people.here': 'people.byJurisdiction', 'people.most': 'people.byJurisdiction',
  'people.total': 'people.count', 'people.here.upTo': 'people.byJurisdiction', 'people.most.upTo': 'people.byJurisdiction', 'people.total.upTo': 'people.count.upTo', harm: 'risk.level',
};

/** The paths in the facts file that would decide what is missing. */
export function factPaths(missing: readonly string[]): string[] {
  return [...new Set(missing.map((fact) => PATHS[fact] ?? fact))];
}
