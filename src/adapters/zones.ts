/**
 * Offsets of time zones from the zone of the process. `Intl.DateTimeFormat` gives the same, but making the first one
 * costs a third of the start-up of a whole command. Nothing else in the program looks at the local zone.
 */
import type { Offsets } from '../core/date.ts';

let current: string | undefined;
/** To change the zone costs more than all else here, and a breach asks for the same instants in a dozen zones. */
const known = new Map<string, number>();
const MANY = 100_000;

export const processOffsets: Offsets = (instant, zone) => {
  if (current === zone) return -new Date(instant).getTimezoneOffset() * 60_000;
  const key = `${zone} ${instant}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  process.env['TZ'] = zone;
  current = zone;
  const offset = -new Date(instant).getTimezoneOffset() * 60_000;
  if (known.size < MANY) known.set(key, offset);
  return offset;
};
