/**
 * Offsets of time zones from the zone of the process. `Intl.DateTimeFormat` gives the same, but making the first one
 * costs a third of the start-up of a whole command. Nothing else in the program looks at the local zone.
 */
import type { Offsets } from '../core/date.ts';

let current: string | undefined;

export const processOffsets: Offsets = (instant, zone) => {
  if (current !== zone) {
    process.env['TZ'] = zone;
    current = zone;
  }
  return -new Date(instant).getTimezoneOffset() * 60_000;
};
