/** A law made for the tests of the engine, and short ways to ask it. */
import assert from 'node:assert/strict';
import type { BreachItem, BreachResult } from '../src/core/breach-item.ts';
import type { BreachLaw, BreachObligation, BreachTerm } from '../src/core/breach-law.ts';
import { obligations } from '../src/core/breach.ts';
import { type MarkRow, marksOf, moment, world } from './breach-cases.ts';

export const CITE = { ref: 'Test Act s. 1', verified: false };
const DAYS = { says: 'days', firstDay: 'excluded', shortMonth: 'last-day', lastDayClosed: 'keep', hours: 'elapsed', citation: CITE } as const;
const COUNTING: BreachLaw['counting'] = {
  days: DAYS, 'full-hours': { ...DAYS, hours: 'from-next-full-hour' }, day1: { ...DAYS, firstDay: 'included' },
  business: { ...DAYS, closed: { weekdays: [6, 7], holidays: 'US' } }, nowhere: { ...DAYS, closed: { weekdays: [6, 7], holidays: 'XX' } },
};

export function term(more: Partial<BreachTerm> = {}): BreachTerm {
  return { from: '2020-01-01', status: 'in-force', starts: 'discovered', within: { n: 30, unit: 'days' }, counting: 'days', citation: CITE, ...more };
}

/** A wording that sets no period. */
export function loose(more: Partial<BreachTerm> = {}): BreachTerm {
  const { within: _, counting: __, ...rest } = term();
  return { ...rest, standard: 'without undue delay', ...more };
}

export function duty(id: BreachObligation['id'], terms: BreachTerm[], more: Partial<BreachObligation> = {}): BreachObligation {
  return { id, audience: (id === 'register' ? id : id.replace('notify-', '')) as BreachObligation['audience'], recipient: 'somebody', duty: 'Tell somebody', roles: ['controller'], since: '2020-01-01', terms, ...more };
}

export function law(duties: BreachObligation[], more: Partial<BreachLaw> = {}): BreachLaw {
  return { id: 'us-xx-test', title: 'Test Act', jurisdiction: 'US-CA', authority: 'somebody', source: CITE, checked: { on: '2026-11-01', by: 'nobody' }, scope: { people: ['US-CA'] }, counting: COUNTING, obligations: duties, ...more };
}

export const FACTS = { title: 'a test', roles: ['controller'], incident: { discovered: '2026-11-16T12:00:00-08:00' }, people: { byJurisdiction: { 'US-CA': 501 } }, organisation: { establishedIn: ['US-CA'] } };

interface Given {
  facts?: object;
  marks?: MarkRow[];
  now?: string;
  laws?: string[];
  zone?: string;
}

export function assess(laws: BreachLaw[], { facts = {}, marks = [], now = '2026-11-20', laws: named, zone }: Given = {}): BreachResult {
  return obligations(laws, { id: null, file: { ...FACTS, ...facts }, marks: marksOf(marks), ...(named ? { laws: named } : {}), ...(zone ? { zone } : {}) }, moment(now), world);
}

export function only(laws: BreachLaw[], given: Given = {}): BreachItem {
  const { items } = assess(laws, given);
  assert.equal(items.length, 1, JSON.stringify(items.map((i) => [i.law, i.obligation])));
  return items[0] as BreachItem;
}

export const one = (t: BreachTerm, given: Given = {}, more: Partial<BreachObligation> = {}): BreachItem => only([law([duty('notify-authority', [t], more)])], given);
export const pick = <K extends keyof BreachItem>(item: BreachItem, ...keys: K[]): Pick<BreachItem, K> => Object.fromEntries(keys.map((k) => [k, item[k]])) as Pick<BreachItem, K>;
