/** Compares lengths of time as calendars have them: a month is as long as the month it falls into. */
import type { Day } from '../core/date.ts';
import type { Period } from '../core/period.ts';
import type { Truth } from './cell.ts';
import { after } from './concepts.ts';

/** Every day of four years, in which each month and each leap day occurs: no other start gives another answer. */
const CYCLE = after(0, { n: 4, unit: 'years' });
const KEPT = new Map<string, Truth>();
const REMEMBERED = 1000;

/** Whether `a` ends before `b` where both count from one day, else from whatever day; `unknown`: it depends on that day. */
export function shorter(a: Period, b: Period, from?: Day): Truth {
  if (from !== undefined) return after(from, a) < after(from, b) ? 'yes' : 'no';
  const [x, y] = [flat(a), flat(b)];
  if (x.unit === y.unit) return x.n < y.n ? 'yes' : 'no';
  const key = `${x.n}${x.unit} ${y.n}${y.unit}`;
  const kept = KEPT.get(key) ?? overCycle(x, y);
  if (KEPT.size < REMEMBERED) KEPT.set(key, kept);
  return kept;
}

export function longer(a: Period, b: Period, from?: Day): Truth {
  return shorter(b, a, from);
}

/** The two lengths one after the other: years and months add up, and so do days and weeks; nothing else does. */
export function addLengths(a: Period, b: Period): Period {
  const [x, y] = [flat(a), flat(b)];
  if (x.unit !== y.unit) throw new RangeError(`${x.unit} and ${y.unit} do not add up`);
  return { n: x.n + y.n, unit: x.unit };
}

/** In months or in days: the only two units that a calendar cannot turn into each other. */
function flat({ n, unit }: Period): Period {
  return unit === 'years' || unit === 'months' ? { n: unit === 'years' ? n * 12 : n, unit: 'months' } : { n: after(0, { n, unit }), unit: 'days' };
}

function overCycle(a: Period, b: Period): Truth {
  const found = shorter(a, b, 0);
  for (let day = 1; day < CYCLE; day += 1) if (shorter(a, b, day) !== found) return 'unknown';
  return found;
}
