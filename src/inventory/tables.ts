/** The dated tables that rules look things up in: the retention schedule and the adequacy lists. */
import type { Adequacy } from './adequacy.ts';
import type { Schedule } from './schedule.ts';

export const schedule: Schedule = { lines: [], of: () => [], cap: (_line, severity) => severity };

export const adequacy: Adequacy = {
  isEea: () => false,
  adequate: () => ({ adequate: 'unknown', why: 'no table' }),
  isOfConcern: () => false,
  bulkThreshold: () => undefined,
  childAge: () => 16,
};
