/** Where personal data may go: adequacy lists, countries of concern and ages of consent, each with its dates. */
import type { Facts } from '../core/condition.ts';
import type { Day } from '../core/date.ts';
import type { Truth } from './cell.ts';
import type { Column } from './columns.ts';

/** The legal orders whose lists are kept: the EU with the EEA, the United Kingdom, Japan. */
export type Regime = 'eu' | 'uk' | 'jp';

export type Verdict =
  | { adequate: true; decision: string; scope: string; until?: Day; flagSensitive?: true }
  | { adequate: false; why: string }
  /** `missing`: the columns that would decide. */
  | { adequate: 'unknown'; why: string; missing: readonly Column[] };

/** A transfer tool that serves no longer. `ended`: the first day without it. */
export interface Ended {
  name: string;
  ended: Day;
  ref: string;
}

export interface Adequacy {
  /** Members of the EEA and the territories that belong to one; also `EU` and `EEA` themselves, and parts such as `DE-BY`. */
  isEea(country: string): boolean;
  /**
   * Whether a place lies inside another, which may be a country, a part of one (`US-CA`), `EU`, `EEA` or `worldwide`.
   * `unknown` where only a part of the place may: `US` in `US-CA`, `EU` in `DE`.
   */
  within(place: string, area: string): Truth;
  /** Whether `regime` lets data go to a country without more on that day; `facts`: what is known of the recipient (see moving.ts). */
  adequate(regime: Regime, country: string, on: Day, facts: Facts): Verdict;
  /** What a transfer tool that serves no longer was, and since when. */
  ended(mechanism: string, regime: Regime, on: Day): Ended | undefined;
  isOfConcern(country: string): boolean;
  /** Persons above which a bulk rule applies, by kind of data. */
  bulkThreshold(category: string): number | undefined;
  /**
   * The age below which a child's own consent is not enough, in a jurisdiction; `online`: for online services, by the age
   * that a country chose under Art. 8. Where no law says another, the policy's own age; for a whole union, the highest.
   */
  childAge(jurisdiction: string | undefined, use: 'policy' | 'coppa' | 'ccpa-sale' | 'online'): number;
}
