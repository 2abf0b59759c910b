/** Every duty of a breach: who must be told under which law, by when, with what content, and how each duty stands at `now`. */
import { type End, type Leg, type Watch, judgedOn, legsOf, sayEnd, step } from './breach-clock.ts';
import { type Letter, conflicts, contentsOf, forbiddenIn } from './breach-contents.ts';
import { type Decided, decide, withPartner } from './breach-decision.ts';
import { type BreachItem, type BreachResult, type NotCounted, blankItem, byUrgency, unknownLawItem } from './breach-item.ts';
import type { BreachLaw, BreachObligation, BreachTerm } from './breach-law.ts';
import { type Ground, type Judged, countedFor } from './breach-peers.ts';
import { type Known, type Reach, factPaths, knownOf, reachOf } from './breach-scope.ts';
import { type Found, type Part, merged, partsOf } from './breach-sets.ts';
import { type Limit, standing } from './breach-state.ts';
import { type BreachCase, type BreachTimeline, type Notice, knownDay, noticesTo, sayMoment, timelineOf } from './breach-timeline.ts';
import { type Instant, type Moment, type Zone, endOfDay, momentDay } from './date.ts';
import type { World } from './deadline.ts';
import type { Count } from './condition.ts';
import { type Places, lineage } from './places.ts';

/** What is the same for every part and law. */
interface Setting {
  breach: BreachCase;
  timeline: BreachTimeline;
  now: Moment;
  world: World;
  /** The law was named. */
  named: boolean;
}

/** One duty under one law for one part of the data, before its dates stand. */
interface Duty {
  law: BreachLaw;
  obligation: BreachObligation;
  decided: Decided;
  reach: Reach;
  known: Known;
  paths: Part['paths'];
  watch: Watch;
  legs: Leg[];
  notices: Notice[];
}

/**
 * What the given laws ask of a breach at `now`. Every listed place with people is answered for: where no law given covers
 * it, or its part is not known, it stands in the list as undetermined.
 */
export function obligations(laws: readonly BreachLaw[], breach: BreachCase, now: Moment, world: World): BreachResult {
  const timeline = timelineOf(breach);
  const whole = knownOf(breach.file, world.places);
  const parts = partsOf(breach.file).map((part): Judged => ({ ...part, known: part.whole ? whole : knownOf(part.file, world.places) }));
  const found: Found[] = [];
  const notCounted: NotCounted[] = [];
  const covered = new Set<string>();
  const wholes = new Set<string>();
  for (const law of laws) {
    const named = breach.laws?.includes(law.id) === true;
    if (breach.laws && !named) continue;
    const grounds = parts.filter((part, i) => part.whole || law.parts?.includes(i) !== false).map((part) => groundOf(law, part, { breach, timeline, now, world, named }));
    const each = grounds.map((ground) => ofPart(ground, grounds, { breach, timeline, now, world, named }));
    found.push(...merged(each));
    for (const { reach } of each) {
      if (reach.concerned !== false && law.scope.people?.includes('*') !== true) for (const place of reach.places) covered.add(place);
      if (reach.wholeOnly) for (const place of reach.around) wholes.add(place);
    }
    const skipped = each.find(({ reach }) => reach.byEstablishmentOnly)?.reach;
    if (skipped && each.every(({ found: items }) => items.length === 0)) notCounted.push({ law: law.id, missing: skipped.missing, why: skipped.why });
  }
  const items = withConflicts(found);
  if (!breach.laws) {
    items.push(...unanswered(whole, parts, covered, wholes, breach, world.places));
    notCounted.push(...notLookedAt(whole, parts));
  }
  return { items: items.toSorted(byUrgency), notCounted };
}

/** The zone in which the days of a law are counted: the one given, else of the main establishment within its scope, else of its place, else of the organisation's. */
function zoneOf(law: BreachLaw, breach: BreachCase, known: Known, places: Places): Zone {
  if (breach.zone !== undefined) return breach.zone;
  const main = known.facts['organisation.mainEstablishment'];
  if (typeof main === 'string' && law.scope.established?.some((code) => lineage(main, places).includes(code))) return places[main]?.zone ?? 'UTC';
  return [law.jurisdiction, ...(known.established ?? [])].flatMap((place) => lineage(place, places)).map((code) => places[code]?.zone).find((zone) => zone !== undefined) ?? 'UTC';
}

function groundOf(law: BreachLaw, part: Judged, { breach, timeline, now, world, named }: Setting): Ground {
  const zone = zoneOf(law, breach, part.known, world.places);
  const today = momentDay(now, zone);
  const day = knownDay(timeline, zone) ?? today;
  const reach = reachOf(law, part.known, day, named);
  return { law, part, reach, watch: { law, timeline, facts: reach.facts, calendars: world.calendars, zone }, day, today };
}

function ofPart(ground: Ground, grounds: readonly Ground[], { breach, timeline, now, named }: Setting): { part: Part; reach: Reach; found: Found[] } {
  const { law, part, reach: own, today } = ground;
  if ((own.concerned === false && !named) || (own.concerned === undefined && (own.byEstablishmentOnly || own.wholeOnly))) return { part, reach: own, found: [] };
  const duties = law.obligations.map((obligation): Duty => {
    const { reach, paths } = countedFor(obligation, ground, grounds);
    const watch: Watch = { ...ground.watch, facts: reach.facts };
    const decided = inScope(decide(obligation, part.known.roles, reach.facts, (term) => judgedOn(term, watch, today)), reach);
    return { law, obligation, decided, reach, known: part.known, paths, watch, legs: [], notices: noticesTo(timeline, law.id, obligation.audience, obligation.variant, watch.zone) };
  });
  const tied = duties.map((duty) => {
    const partner = duty.obligation.dependsOn && duties.find((d) => d.obligation.id === duty.obligation.dependsOn && d !== duty);
    const decided = partner ? withPartner(duty.decided, partner.decided, partner.obligation.id) : duty.decided;
    return { ...duty, decided, legs: hasClock(decided) ? decided.terms.flatMap((term) => legsOf(term, duty.watch, duty.notices)) : [] };
  });
  return { part, reach: own, found: tied.map((duty) => finish(duty, tied, breach, now)) };
}

const hasClock = (decided: Decided): boolean => decided.decision === 'required' || decided.decision === 'undetermined';

/** A duty under a law of which it is open whether it concerns the breach at all. */
function inScope(decided: Decided, reach: Reach): Decided {
  if (reach.concerned === true || decided.decision === 'not-required') return reach.concerned === false ? { ...decided, decision: 'not-required', why: reach.why, missing: [] } : decided;
  if (reach.concerned === false) return { ...decided, decision: 'not-required', why: reach.why, missing: [] };
  return { ...decided, decision: 'undetermined', why: `whether this law concerns the breach is open: ${reach.why}`, missing: [...new Set([...factPaths(reach.missing), ...decided.missing])] };
}

/** The derived fact `late`; a clock that has not started says nothing about it. */
const LATENESS: Readonly<Partial<Record<BreachItem['state'], 'yes' | 'no'>>> = { overdue: 'yes', late: 'yes', running: 'no', met: 'no', paused: 'no', 'no-fixed-term': 'no' };

function finish(duty: Duty, all: readonly Duty[], breach: BreachCase, now: Moment): Found {
  const { law, obligation, decided, reach, known, paths, watch } = duty;
  const [term] = decided.terms;
  const letter: Letter = { law: law.id, audience: obligation.audience, terms: hasClock(decided) ? decided.terms : [], facts: reach.facts };
  const item: BreachItem = {
    ...blankItem(law, obligation, breach.id, watch.zone, decided.citation), decision: decided.decision, why: decided.why.replace(decided.missing.join(', '), paths(decided.missing).join(', ')) || whyRequired(reach), missing: paths(decided.missing), places: reach.places,
    order: term?.order ? { must: term.order.must, obligation: term.order.obligation, says: term.order.says } : null,
  };
  if (reach.assumed) item.steps.push({ ...step(`${law.id} is taken to apply because it was named; ${reach.why}.`), citation: null });
  if (!term || !hasClock(decided)) return { item: { ...item, state: decided.decision === 'undetermined' ? 'undetermined' : item.state }, letter };
  const full = decided.terms.length === 1 ? term : { ...term, contents: once(decided.terms.flatMap((t) => t.contents ?? [])), forbidden: once(decided.terms.flatMap((t) => t.forbidden ?? [])) };
  const dates = standing({ term, legs: openLegs(duty), notices: duty.notices, limit: limitOf(term, duty, all), watch, now });
  const { end: _, missing, why, steps, ...rest } = dates;
  const late = LATENESS[rest.state];
  const settled = rest.state === 'met' || rest.state === 'late';
  return {
    letter,
    item: {
      ...item, ...rest, state: decided.decision === 'undetermined' && !settled ? 'undetermined' : rest.state,
      why: [item.why, why].filter((w) => w !== '').join('; '), missing: [...new Set([...item.missing, ...paths(missing)])],
      contents: contentsOf(full, item, known.file, { ...reach.facts, late }), forbidden: forbiddenIn(full), method: term.method ?? [], keep: term.keep ? isoDuration(term.keep) : null,
      steps: [...item.steps, ...steps, ...(term.note === undefined ? [] : [{ ...step(term.note), citation: null }])],
    },
  };
}

/** Wordings of one duty often share their parts. */
function once<T extends { id: string }>(list: readonly T[]): T[] {
  return list.filter((item, i) => list.findIndex((other) => other.id === item.id) === i);
}

/** Where facts decide between several wordings the one that ends first is shown. */
function openLegs({ decided, legs, watch, notices }: Duty): Leg[] {
  if (decided.terms.length === 1) return legs;
  const each = decided.terms.map((term) => legsOf(term, watch, notices));
  return each.toSorted((a, b) => (a[0]?.due?.at ?? Infinity) - (b[0]?.due?.at ?? Infinity))[0] ?? [];
}

/** The limit that another notice of the same law sets. */
function limitOf(term: BreachTerm, duty: Duty, all: readonly Duty[]): Limit | undefined {
  const { order } = term;
  const partner = order && all.find((d) => d.obligation.id === order.obligation && d !== duty && hasClock(d.decided));
  if (!order || !partner) return undefined;
  const [given] = partner.notices;
  const end = given ? endAt(given.on, duty.watch.zone) : partner.legs[0]?.due;
  if (!end) return undefined;
  const what = given ? `given on ${sayMoment(given.on, duty.watch.zone)}` : `due on ${sayEnd(end, duty.watch.zone)}`;
  return { end, step: step(`${order.says}; ${order.obligation} is ${what}.`, order.citation ?? term.citation) };
}

function endAt(on: Moment, zone: Zone): End {
  const at: Instant = 'instant' in on ? on.instant : endOfDay(on.day, zone);
  return { day: momentDay(on, zone), at, exact: 'instant' in on };
}

function whyRequired({ counted: places, here, facts, assumed }: Reach): string {
  if (assumed) return 'the law was named';
  const count = here ?? (facts['people.total'] as Count | undefined);
  const number = count === undefined ? 'people' : count.n === 0 && count.upTo === undefined ? 'an unknown number of people' : count.upTo === undefined ? `${count.n} people or more` : count.upTo === count.n ? `${count.n} ${count.n === 1 ? 'person' : 'people'}` : `up to ${count.upTo} people`;
  if (places.length === 0) return facts['established.here'] === 'yes' ? 'the organisation is established there' : number;
  return `${number} in ${places.length > 6 ? `${places.slice(0, 6).join(', ')} and ${places.length - 6} more places` : places.join(', ')}`;
}

const ISO_UNITS = { days: 'D', 'working-days': 'D', weeks: 'W', months: 'M', years: 'Y' } as const;

function isoDuration({ n, unit }: { n: number; unit: keyof typeof ISO_UNITS | 'hours' }): string {
  return unit === 'hours' ? `PT${n}H` : `P${n}${ISO_UNITS[unit]}`;
}

function withConflicts(found: readonly Found[]): BreachItem[] {
  const clashes = conflicts(found.map((f) => f.letter));
  return found.map(({ item }, i) => ({ ...item, conflictsWith: clashes[i] as string[] }));
}

/** Places with people for which no law answers. */
function unanswered(whole: Known, parts: readonly Judged[], covered: ReadonlySet<string>, wholes: ReadonlySet<string>, breach: BreachCase, places: Places): BreachItem[] {
  const placesOf = ({ residents }: Known): string[] => (residents.listed ?? []).filter((l) => l.count === undefined || l.count.upTo !== 0).map((l) => l.place);
  const inParts = new Set(parts.flatMap((part) => placesOf(part.known)));
  const listed = [...new Set([...placesOf(whole), ...inParts])].toSorted();
  return listed.flatMap((place) => {
    const zone = breach.zone ?? lineage(place, places).map((code) => places[code]?.zone).find((z) => z !== undefined) ?? 'UTC';
    const name = places[place]?.name ?? place;
    if (wholes.has(place)) return [unknownLawItem(place, breach.id, zone, `parts of ${name} have laws of their own, and it is not recorded in which part the people are`, ['people.byJurisdiction'])];
    const somewhere = [...inParts].some((code) => lineage(code, places).includes(place) || lineage(place, places).includes(code));
    // The data sets know a part of it, or what it lies in: those are answered for.
    if (somewhere && !inParts.has(place)) return [];
    if (!somewhere) return [unknownLawItem(place, breach.id, zone, `by what is recorded the people in ${name} belong to no data set; say to which, since the law asks what data they are and in which role they are held`, parts.flatMap((part) => part.paths(['people.byJurisdiction'])))];
    return covered.has(place) ? [] : [unknownLawItem(place, breach.id, zone, `custos has no breach law for ${name}; ask counsel who must be told there, by when and with what content`, [])];
  });
}

/** What nobody could look at because a fact about the people or the organisation is missing. */
function notLookedAt(whole: Known, parts: readonly Judged[]): NotCounted[] {
  const sets = parts.filter((part) => !part.whole);
  return [
    ...placeless(whole, (paths) => [...paths]), ...sets.flatMap((part) => placeless(part.known, part.paths, ` of ${part.name}`)),
    ...setless(whole, sets),
    ...(whole.established === undefined ? [{ law: '*', missing: ['organisation.establishedIn'], why: 'laws that follow from where the organisation is established were looked at only as far as people are there' }] : []),
  ];
}

function placeless({ residents: { listed, elsewhere, total } }: Known, paths: Part['paths'], of = ''): NotCounted[] {
  if (!listed || elsewhere.upTo === 0) return [];
  if (elsewhere.upTo === undefined) return [{ law: '*', missing: paths(['people.byJurisdiction', 'people.count']), why: `no upper bound of the number of people${of} is known, so some may be in jurisdictions that are not listed` }];
  const few = elsewhere.n === elsewhere.upTo ? String(elsewhere.n) : `up to ${elsewhere.upTo}`;
  return [{ law: '*', missing: paths(['people.byJurisdiction']), why: `${few} of ${total?.n === total?.upTo ? '' : 'up to '}${total?.upTo} people${of} are in no jurisdiction yet` }];
}

/** People of the whole for whom the data sets leave no room. */
function setless(whole: Known, sets: readonly Judged[]): NotCounted[] {
  const { total } = whole.residents;
  const most = sets.reduce<number | undefined>((all, { known: { residents } }) => (all === undefined || residents.total?.upTo === undefined ? undefined : all + residents.total.upTo), 0);
  if (sets.length === 0 || !total || most === undefined || total.n <= most) return [];
  return [{ law: '*', missing: sets.flatMap((part) => part.paths(['people.count'])), why: `${total.n - most} of ${total.n} people are in no data set` }];
}
