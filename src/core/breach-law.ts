/**
 * Breach laws as data: what a file under `src/breach-laws` means. Numbers, dates, thresholds and quotations live
 * there; this module only knows their shape.
 */
import type { Condition } from './condition.ts';
import type { Citation, LawHead } from './law.ts';
import type { Counting, Period } from './period.ts';

export const BREACH_OBLIGATIONS = [
  'notify-authority', 'notify-people', 'notify-media', 'notify-cra', 'notify-controller', 'notify-covered-entity', 'notify-agency', 'register',
] as const;
export type BreachObligationId = (typeof BREACH_OBLIGATIONS)[number];

export const AUDIENCES = ['authority', 'people', 'media', 'cra', 'controller', 'covered-entity', 'agency', 'register'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const BREACH_ROLES = [
  'controller', 'joint-controller', 'processor', 'service-provider', 'covered-entity', 'business-associate', 'phr-vendor', 'health-facility', 'maintainer',
] as const;
export type BreachRole = (typeof BREACH_ROLES)[number];

/** Dated facts from which a clock can start. */
export const BREACH_STARTS = ['occurred', 'discovered', 'aware', 'determined', 'told-by-other-party', 'contained', 'people-notified', 'authority-notified'] as const;
export type BreachMark = (typeof BREACH_STARTS)[number];

/** Kinds of data that were exposed. Codes, not descriptions of anybody's data. */
export const ELEMENTS = [
  'name', 'email', 'phone', 'address', 'date-of-birth', 'genetic', 'health', 'biometric', 'ssn', 'tax-id', 'drivers-license', 'state-id', 'passport', 'military-id',
  'financial-account', 'payment-card', 'account-credentials', 'health-insurance', 'medical-id', 'biological-sample', 'signature', 'mothers-maiden-name',
  'employee-id', 'location', 'online-identifier', 'vehicle-plate-data', 'other',
  'contact', 'employer', 'username', 'sex', 'age', 'photo', 'family', 'education', 'employment', 'application', 'online', 'communications', 'purchases',
  'preferences', 'license-plate', 'transactions', 'invoices', 'income', 'payroll', 'social-welfare', 'government-id', 'proteomic', 'ethnicity', 'religion',
  'politics', 'trade-union', 'sexual-life', 'criminal', 'study-participation', 'sample-code', 'research-project', 'aggregate-genetic', 'data-credentials',
] as const;

/** What takes a duty away. */
export interface Exception {
  id: string;
  when: Condition;
  says: string;
  /** The organisation has to rely on it and show it: while `when` is not known the duty stands. Otherwise the decision is open. */
  claimed?: true;
  citation: Citation;
}

/** Another honest reading of the same provision: of its length (it sets `earliest` or `latest`), or of whether it is triggered at all. */
export interface BreachReading {
  id: string;
  says: string;
  within?: Period;
  counting?: string;
  /** What triggers the duty under this reading; where it and the term's own `when` differ, the decision is open. */
  when?: Condition;
  citation: Citation;
}

/** One step of a notice that is given in parts. */
export interface Phase {
  id: string;
  says: string;
  /** A phase that only some breaches have (a longer period for malicious acts). */
  when?: Condition;
  /** The term's own start if absent. */
  starts?: BreachMark;
  /** An earlier phase of the same notice: the clock starts when that one was given. */
  after?: string;
  within?: Period;
  counting?: string;
  standard?: string;
  readings?: BreachReading[];
  citation?: Citation;
}

/** A law-enforcement hold: while `when` holds, the clock waits. */
export interface Delay {
  when: Condition;
  says: string;
  /** The longest that such a hold lasts, from the day it was placed. */
  longest?: Period;
  /** The period that follows its end, where the law gives one, and how it is counted. */
  then?: Period;
  counting?: string;
  /** That period is given only where the first one is over when the hold ends. */
  ifOver?: true;
  citation: Citation;
}

export interface BreachContent {
  id: string;
  says: string;
  /** `if-known` may be declared not yet known; `conditional` is asked for only where `when` holds. */
  status: 'required' | 'conditional' | 'if-known' | 'optional';
  when?: Condition;
  /** Paths in the facts, one known is enough; `a+b`: both must be. Empty: the letter itself says it, no fact is needed. */
  facts: string[];
  /** What it speaks of, where another law may forbid just that: `nature`, `number-of-people`, … */
  about?: string;
  /** What the recorded facts have to meet to be enough: so many months, free of charge. */
  must?: Condition;
  citation: Citation;
}

export interface Forbidden {
  id: string;
  says: string;
  /** Facts that may not be printed. */
  facts?: string[];
  /** JavaScript regular expressions, matched without regard to case. */
  patterns?: string[];
  about?: string;
  citation: Citation;
}

export interface FormatRule {
  id: string;
  says: string;
  title?: string;
  headings?: string[];
  pointSize?: number;
  maxPages?: number;
  language?: string;
  citation: Citation;
}

/** One wording of an obligation. It holds for a breach if its clock starts between the two days (both included). */
export interface BreachTerm {
  from: string;
  until?: string;
  status: 'in-force' | 'superseded' | 'proposed';
  /** What gives rise to the duty. False: not required, for the reason `whenSays`; unknown: undetermined. */
  when?: Condition;
  whenSays?: string;
  /** Each alone takes the duty away although `when` holds (encryption, a harm test). */
  exceptions?: Exception[];
  /** No duty, but good practice. */
  recommended?: { when: Condition; says: string; citation?: Citation };
  /** Only counsel can say: the decision is open, and `says` is what to ask. */
  counsel?: { when?: Condition; says: string };
  starts: BreachMark;
  /** The wording is chosen by the day of the first of these that is recorded, where the Act that brought it says so; else by the start. */
  chosenBy?: BreachMark[];
  /** Where `starts` is not recorded, this stands in for it. */
  orElse?: BreachMark;
  /** The law under which the starting notice was given, if another (`us-hipaa`). */
  startsUnder?: string;
  within?: Period;
  counting?: string;
  /** The words of the law where it sets no number, or beside it. */
  standard?: string;
  practiceTarget?: { within: Period; counting: string; basis: string };
  /** The period counts from 31 December of the year in which the clock starts, instead of `within`. */
  yearEnd?: { within: Period };
  /** Another notice of the same law before which, or not after which, this one must be given. */
  order?: { must: 'before' | 'not-after'; obligation: BreachObligationId; says: string; citation?: Citation };
  phases?: Phase[];
  readings?: BreachReading[];
  delay?: Delay[];
  contents?: BreachContent[];
  forbidden?: Forbidden[];
  format?: FormatRule[];
  /** How the notice is given, in words. */
  method?: string[];
  /** How long a register or a record of the decision is kept. */
  keep?: Period;
  note?: string;
  citation: Citation;
}

export interface BreachObligation {
  id: BreachObligationId;
  /** Tells two of one kind under one law apart (`state-police`). */
  variant?: string;
  audience: Audience;
  /** Who is told, in words. */
  recipient: string;
  /** Where the notice is filed. */
  portal?: string;
  /** One sentence: what is to be done. */
  duty: string;
  /** Whose duty it is. */
  roles: BreachRole[];
  /** The duty exists only where this other one of the same law does (agencies are told if residents are). */
  dependsOn?: BreachObligationId;
  /** Since when there has been such a duty, in whatever wording. Before its first term the answer is open, before this day it is no. */
  since?: string;
  /** Its wordings. Two at one time need conditions that exclude each other. */
  terms: BreachTerm[];
}

export interface BreachLaw extends LawHead {
  /**
   * Whose breach it concerns: where the people are, or where the organisation is established (either is enough),
   * and a condition. A place includes its parts; `EU` is a Member State that is not known; `*` is everywhere.
   */
  scope: {
    people?: string[];
    established?: string[];
    /** Places that belong to the scope only for a time, by the day on which the clock starts. */
    periods?: { in: string[]; from?: string; until?: string; citation: Citation }[];
    when?: Condition;
    whenSays?: string;
  };
  counting: Record<string, Counting>;
  obligations: BreachObligation[];
  /** Of a contract: the data sets that are under it, by their place in the facts; absent: all. */
  parts?: readonly number[];
  notes?: string[];
}

/** Facts that conditions may name and that are worked out, not read from the facts file. */
export const DERIVED_FACTS = ['role', 'established', 'established.here', 'people.here', 'people.total', 'people.most', 'harm', 'late'] as const;
