/** Whether a law concerns a breach, and how many people that are its concern: by where they are, where the organisation is, and a condition. */
import type { BreachLaw } from './breach-law.ts';
import { type BreachFile, countOf, factsOf, isNotApplicable, knowledge, ofDataSet, saysCount } from './breach-facts.ts';
import { type Roles, rolesOf } from './breach-timeline.ts';
import { type Count, type Facts, evaluate } from './condition.ts';
import { type Day, formatDay } from './date.ts';
import { type Places, lineage } from './places.ts';

/** Where the people of a breach are. */
export interface Residents {
  /** Place and number (`undefined`: not known); absent where nobody knows where they are. */
  listed: { place: string; count: Count | undefined }[] | undefined;
  total: Count | undefined;
  /** People who are in no listed place. */
  elsewhere: Count;
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

const NOBODY: Count = { n: 0, upTo: 0 };

function residentsOf(file: BreachFile): Residents {
  const given = knowledge(file, 'people.byJurisdiction');
  const whole = knowledge(file, 'people.count');
  const listed = 'notApplicable' in given ? [] : 'value' in given ? Object.entries(given.value as Record<string, unknown>).map(([place, n]) => ({ place, count: countOf(n) })) : undefined;
  const added = listed && listed.length > 0 ? sum(listed.map((l) => l.count)) : undefined;
  // Only where nobody speaks of the number of people are those of the places all there are.
  if (!saysCount(file)) return { listed, total: added, elsewhere: NOBODY };
  const total = 'value' in whole ? countOf(whole.value) : isNotApplicable(whole) ? NOBODY : undefined;
  return { listed, total: total ?? (added && { n: added.n, upTo: undefined }), elsewhere: beyond(total, listed ?? []) };
}

/** How many people there are besides those of the places; as many as the whole number leaves room for. */
function beyond(total: Count | undefined, listed: NonNullable<Residents['listed']>): Count {
  const placed = listed.reduce((all, { count }) => all + (count?.upTo ?? count?.n ?? 0), 0);
  return { n: Math.max(0, (total?.n ?? 0) - placed), upTo: total?.upTo === undefined ? undefined : Math.max(0, total.upTo - placed) };
}

/** The numbers of several places together; unknown if all of them are, without upper bound if one is. */
export function sum(counts: readonly (Count | undefined)[]): Count | undefined {
  if (counts.every((c) => c === undefined)) return undefined;
  return { n: counts.reduce((all, c) => all + (c?.n ?? 0), 0), upTo: bound(counts) };
}

/** The upper bounds of several numbers together; none if one has none. */
export function bound(counts: readonly (Count | undefined)[]): number | undefined {
  return counts.reduce<number | undefined>((all, c) => (all === undefined || c?.upTo === undefined ? undefined : all + c.upTo), 0);
}

/** The same people may be in several data sets; how many is not known, so at least the largest number and at most the sum. */
function joined(counts: readonly (Count | undefined)[]): Count | undefined {
  const known = counts.filter((c) => c !== undefined);
  if (known.length === 0) return undefined;
  const upTo = bound(counts);
  // A threshold compares with the upper bound; where there is none, those that are known count as they would with one.
  return { n: upTo === undefined ? known.reduce((all, c) => all + (c.upTo ?? c.n), 0) : Math.max(...known.map((c) => c.n)), upTo };
}

/** The people of several data sets. */
function joinedResidents(all: readonly Residents[]): Residents {
  const [only] = all;
  if (all.length === 1 && only) return only;
  const counts = new Map<string, (Count | undefined)[]>();
  for (const { listed } of all) for (const { place, count } of listed ?? []) counts.set(place, [...(counts.get(place) ?? []), count]);
  const listed = [...counts].map(([place, of]) => ({ place, count: joined(of) }));
  const elsewhere = all.map((r) => (r.listed ? r.elsewhere : (r.total ?? { n: 0, upTo: undefined })));
  return { listed: all.some((r) => r.listed) ? listed : undefined, total: joined(all.map((r) => r.total)), elsewhere: joined(elsewhere) ?? NOBODY };
}

/** How many people a breach affects: of its data sets together where it has some and the whole says no number. */
export function headcount(file: BreachFile): Count | undefined {
  const { total } = residentsOf(file);
  const sets = (file.dataSets ?? []).map((set) => residentsOf(ofDataSet(file, set)).total);
  return total ?? (sets.length === 0 || sets.includes(undefined) ? undefined : joined(sets));
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
  /** The places whose people `here` counts. */
  counted: string[];
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
  const { residents } = known;
  const { inside, around, peopleIn, everywhere, here, most } = countsIn(law, known, residents, day);
  const establishedIn = placesOn(law, law.scope.established, formatDay(day));
  const established = establishedHere(known, establishedIn.length > 0 ? establishedIn : peopleIn);
  const places = inside.map((l) => l.place);
  const base = { places, counted: places, around: around.map((l) => l.place), here, facts: lawFacts(known, here, most, established), assumed: false, byEstablishmentOnly: false, wholeOnly: false, missing: [] as string[], why: '' };

  const byPeople = everywhere || inside.some((l) => l.count === undefined || (l.count.upTo ?? 1) > 0);
  const byEstablishment = law.scope.established === undefined ? false : established;
  if (byPeople || byEstablishment === true) return byCondition(law, { ...base, concerned: true });
  const open = whatIsOpen(law, residents, base.around, byEstablishment);
  if (!open) return { ...base, concerned: false, why: `it concerns people in ${sayPlaces(peopleIn)}; none are recorded there` };
  return named ? byCondition(law, { ...base, ...open, concerned: true, assumed: true }) : { ...base, ...open, concerned: undefined };
}

/** Which of these people a law concerns, and how many. */
function countsIn(law: BreachLaw, { places }: Known, residents: Residents, day: Day) {
  const peopleIn = placesOn(law, law.scope.people, formatDay(day));
  const everywhere = peopleIn.includes('*');
  const inside = (residents.listed ?? []).filter((l) => everywhere || within(l.place, peopleIn, places));
  const larger = new Set(peopleIn.flatMap((code) => lineage(code, places)).filter((code) => code !== 'EU'));
  const around = (residents.listed ?? []).filter((l) => larger.has(l.place) && !inside.includes(l));
  const here = everywhere ? residents.total : countHere(residents, inside.map((l) => l.count), around.map((l) => l.count));
  return { inside, around, peopleIn, everywhere, here, most: mostOf(residents, inside.map((l) => l.count), everywhere) };
}

/** The same reach with the people of other data sets counted as well; `perhaps`: those of whom it is open whether they count. */
export function reachWith(law: BreachLaw, known: Known, reach: Reach, sure: readonly Known[], perhaps: readonly Known[], day: Day): Reach {
  const numbers = (of: readonly Known[]) => {
    const residents = joinedResidents(of.map((k) => k.residents));
    return { ...countsIn(law, known, residents, day), total: residents.total };
  };
  const low = numbers([known, ...sure]);
  const high = perhaps.length === 0 ? low : numbers([known, ...sure, ...perhaps]);
  const open = (least: Count | undefined, most: Count | undefined): Count | undefined => {
    if (!least || least.upTo === undefined || least.upTo === most?.upTo) return least;
    return { n: least.anywhere ? least.n : least.upTo, upTo: most?.upTo, anywhere: true };
  };
  const here = open(low.here, high.here);
  // In words the people that count for certain; thresholds know of the others.
  return { ...reach, here: low.here, counted: low.inside.map((l) => l.place), facts: { ...reach.facts, 'people.here': here, 'people.total': open(low.total, high.total), 'people.most': open(low.most, high.most) } };
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
function countHere({ listed, total, elsewhere }: Residents, inside: readonly (Count | undefined)[], around: readonly (Count | undefined)[]): Count | undefined {
  if (listed === undefined || (inside.length > 0 && inside.every((c) => c === undefined))) return total && { n: 0, upTo: total.upTo, anywhere: true };
  const certain = sum(inside) ?? NOBODY;
  const others = sum([...around, elsewhere]) as Count;
  if (others.upTo === 0) return certain;
  // An estimate counts as its upper bound; only who may live elsewhere leaves a threshold open.
  return { n: certain.upTo ?? certain.n, upTo: bound([certain, others]), anywhere: true };
}

/** The largest number in any one place. */
function mostOf({ listed, total, elsewhere }: Residents, inside: readonly (Count | undefined)[], everywhere: boolean): Count | undefined {
  if (listed === undefined || (inside.length === 0 && everywhere) || (inside.length > 0 && inside.every((c) => c === undefined))) return total && { n: 0, upTo: total.upTo, anywhere: true };
  const largest = Math.max(0, ...inside.map((c) => c?.upTo ?? c?.n ?? 0));
  const bounded = inside.every((c) => c?.upTo !== undefined);
  if (elsewhere.upTo !== 0) return { n: largest, upTo: bounded && elsewhere.upTo !== undefined ? largest + elsewhere.upTo : undefined, anywhere: true };
  return bounded ? { n: Math.max(0, ...inside.map((c) => c?.n ?? 0)), upTo: largest } : { n: largest, upTo: undefined };
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
