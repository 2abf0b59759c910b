/**
 * Offsets of time zones from the zone of the process. `Intl.DateTimeFormat` gives the same, but making the first one
 * costs a third of the start-up of a whole command. Nothing else in the program looks at the local zone.
 */
import type { Instant, Offsets, Zone } from '../core/date.ts';

let current: Zone | undefined;
/** To change the zone costs more than all else here, and a breach asks for the same instants in a dozen zones, again and again. */
const known = new Map<Zone, Map<Instant, number>>();
/** Of one zone. */
const MANY = 10_000;

export const processOffsets: Offsets = (instant, zone) => {
  let offsets = known.get(zone);
  if (offsets === undefined) known.set(zone, offsets = new Map());
  const before = offsets.get(instant);
  if (before !== undefined) return before;
  if (current !== zone) {
    process.env['TZ'] = zone;
    current = zone;
  }
  const offset = -new Date(instant).getTimezoneOffset() * 60_000;
  if (offsets.size < MANY) offsets.set(instant, offset);
  return offset;
};
