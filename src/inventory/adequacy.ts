/** Where personal data may go: adequacy lists, countries of concern and ages of consent, each with its dates. */
import type { Day } from '../core/date.ts';

export type Verdict = { adequate: true; scope: string } | { adequate: false; why: string } | { adequate: 'unknown'; why: string };

export interface Adequacy {
  /** Members of the EEA on a day. */
  isEea(country: string): boolean;
  /** Whether `regime` (eu, uk, jp) lets data go to a country without more on that day; `dpf`: the recipient is certified. */
  adequate(regime: 'eu' | 'uk' | 'jp', country: string, on: Day, facts: { dpf: 'yes' | 'no' | 'unknown'; dpfUk: 'yes' | 'no' | 'unknown' }): Verdict;
  isOfConcern(country: string): boolean;
  /** Persons above which a bulk rule applies, by kind of data. */
  bulkThreshold(category: string): number | undefined;
  /** The age below which a child's own consent is not enough, in a jurisdiction; `online`: for online services. */
  childAge(jurisdiction: string | undefined, use: 'policy' | 'coppa' | 'ccpa-sale' | 'online'): number;
}
