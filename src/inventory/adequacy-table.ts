/** The lists of data/adequacy.json, made for look-up. */
import { type Condition, evaluate, type Facts } from '../core/condition.ts';
import { type Day, formatDay, parseDay } from '../core/date.ts';
import data from '../data/adequacy.json' with { type: 'json' };
import type { Truth } from './cell.ts';
import { isColumn } from './columns.ts';
import type { Adequacy, Ended, Regime, Verdict } from './adequacy.ts';

interface Clause {
  if: Condition;
  says: string;
}

/** A decision, regulation or designation on one place, for a span of days. */
interface Decision {
  place: string;
  decision: string;
  from: string;
  until: string | null;
  scope: string;
  requires?: Clause[];
  excludes?: Clause[];
  doubts?: Clause[];
  flagSensitive?: true;
  status: string;
}

/** `DE-BY` → `DE`; whole unions and countries stay as they are. */
function countryOf(place: string): string {
  const dash = place.indexOf('-');
  return dash < 0 ? place : place.slice(0, dash);
}

const day = (text: string): Day => parseDay(text) as Day;

/** Every part of the world: "Global", "Multi-region". */
const WORLDWIDE = 'worldwide';

const PARENT = new Map(data.eea.territories.map(({ place, of }) => [place, of]));
const EU = new Set([...data.eea.members, ...PARENT.keys(), 'EU']);
const EEA = new Set([...EU, ...data.eea.efta, 'EEA']);
const CONCERN = new Set(data.ofConcern.places);
const THRESHOLDS = new Map(data.bulk.thresholds.flatMap(({ moreThan, categories }) => categories.map((category) => [category, moreThan] as const)));
const ONLINE: Readonly<Record<string, number>> = data.childAges.online.places;

const isEea = (place: string): boolean => EEA.has(countryOf(place));

function within(place: string, area: string): Truth {
  const country = countryOf(place);
  if (area === WORLDWIDE || place === area || country === area || PARENT.get(country) === area) return 'yes';
  if (area === 'EU' && EU.has(country)) return 'yes';
  if (area === 'EEA' && EEA.has(country)) return 'yes';
  return partly(place, area) ? 'unknown' : 'no';
}

/** Whether the area is a part of the place. */
function partly(place: string, area: string): boolean {
  if (place === WORLDWIDE || countryOf(area) === place || PARENT.get(countryOf(area)) === place) return true;
  return place === 'EU' ? EU.has(countryOf(area)) : place === 'EEA' && EEA.has(countryOf(area));
}

/** Decisions about a place: its own, else those about the EEA as a whole. */
function decisions(regime: Regime, place: string): Decision[] {
  const list = data.adequate[regime] as Decision[];
  const country = countryOf(place);
  const own = list.filter((d) => d.place === country);
  return own.length > 0 || !isEea(place) ? own : list.filter((d) => d.place === 'EEA');
}

function adequate(regime: Regime, place: string, on: Day, facts: Facts): Verdict {
  if (regime === 'eu' && isEea(place)) return { adequate: true, decision: 'EEA Agreement', scope: 'inside the EEA' };
  const about = decisions(regime, place).filter((d) => d.status !== 'pending');
  const inForce = about.find((d) => day(d.from) <= on && (d.until === null || on <= day(d.until)));
  if (!inForce) return { adequate: false, why: why(about, on) };
  return judge(inForce, facts);
}

/** Why nothing is in force: the last decision ended, or there is none yet. */
function why(about: Decision[], on: Day): string {
  const past = about.findLast((d) => d.until !== null && day(d.until) < on);
  return past ? `${past.decision} ended on ${past.until}` : `nothing in force on ${formatDay(on)} declares it adequate`;
}

function judge(of: Decision, facts: Facts): Verdict {
  for (const clause of of.excludes ?? []) if (evaluate(clause.if, facts).truth === true) return { adequate: false, why: clause.says };
  const required = (of.requires ?? []).map((clause) => ({ clause, ...evaluate(clause.if, facts) }));
  const broken = required.find(({ truth }) => truth === false);
  if (broken) return { adequate: false, why: broken.clause.says };
  const open = required.find(({ truth }) => truth === undefined);
  if (open) return { adequate: 'unknown', why: open.clause.says, missing: open.missing.filter(isColumn) };
  const doubt = (of.doubts ?? []).find((clause) => evaluate(clause.if, facts).truth === true);
  if (doubt) return { adequate: 'unknown', why: doubt.says, missing: [] };
  return {
    adequate: true, decision: of.decision, scope: of.scope,
    ...(of.until === null ? {} : { until: day(of.until) }), ...(of.flagSensitive ? { flagSensitive: true as const } : {}),
  };
}

function ended(mechanism: string, regime: Regime, on: Day): Ended | undefined {
  const found = data.mechanisms.find((m) => m.code === mechanism);
  if (!found) return undefined;
  const since = day(regime === 'uk' && 'endedUk' in found ? found.endedUk : found.ended);
  return since <= on ? { name: found.name, ended: since, ref: found.ref } : undefined;
}

function childAge(jurisdiction: string | undefined, use: 'policy' | 'coppa' | 'ccpa-sale' | 'online'): number {
  if (use !== 'online') return data.childAges[use].under;
  return ONLINE[countryOf(jurisdiction ?? '')] ?? data.childAges.online.under;
}

export const adequacyTable: Adequacy = {
  isEea, within, adequate, ended, childAge,
  isOfConcern: (place) => CONCERN.has(countryOf(place)),
  bulkThreshold: (category) => THRESHOLDS.get(category),
};
