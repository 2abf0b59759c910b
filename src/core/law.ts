/**
 * Laws as data: what a file under `src/laws` means. Numbers, dates, thresholds and quotations live there;
 * this module only knows their shape.
 */
import type { Condition } from './condition.ts';
import type { Counting, Period } from './period.ts';

export const REQUEST_TYPES = [
  'access', 'information', 'rectification', 'erasure', 'restriction', 'objection', 'portability', 'withdraw-consent',
  'opt-out', 'limit', 'destroy-sample', 'accounting', 'shine-the-light', 'automated-decision', 'complaint', 'appeal',
] as const;
export type RequestType = (typeof REQUEST_TYPES)[number];

export const MARKS = [
  'requested', 'received', 'recognised', 'authenticated', 'id-requested', 'id-received', 'clarification-asked',
  'clarification-answered', 'fee-asked', 'fee-paid', 'acknowledged', 'extension-noticed', 'answered', 'withdrawn',
  'appealed', 'hold-placed', 'hold-lifted', 'data-obtained', 'carried-out',
] as const;
export type MarkName = (typeof MARKS)[number];

export const ROLES = ['controller', 'processor', 'service-provider', 'business-associate', 'covered-entity'] as const;
export type Role = (typeof ROLES)[number];
/** Roles that act for somebody else: the statutory clock is the customer's. */
export const AGENT_ROLES: readonly Role[] = ['processor', 'service-provider', 'business-associate'];

export const OUTCOMES = ['granted', 'partly-granted', 'refused', 'withdrawn', 'not-applicable'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Where a rule stands. `verified`: the text itself was read, not remembered or taken from a summary. */
export interface Citation {
  ref: string;
  url?: string;
  quote?: string;
  verified: boolean;
  /** The day somebody last compared this with the law; the file's own `checked.on` if absent. */
  checkedOn?: string;
}

/** A citation as answers have it (contract §3). */
export interface CitationOut {
  ref: string;
  url: string | null;
  quote: string | null;
}

export function citationOut({ ref, url, quote }: Citation): CitationOut {
  return { ref, url: url ?? null, quote: quote ?? null };
}

/** A clock starts at the latest of its starts. A start with `ifMarked` counts only once that other mark exists. */
export interface Start {
  mark: MarkName;
  ifMarked?: MarkName;
  /** Where `mark` is not recorded, this one stands in for it. */
  orElse?: MarkName;
}

/**
 * A clock that stands still between two marks. `inclusive`: the day of asking and the day of the answer do not
 * count; `between`: the days after asking, up to the answer, do not count; `restart`: the period begins again;
 * `allowed`: the law lets the organisation ask, and the clock runs on.
 * `practice`: the text of the law has no such pause, an authority's guidance has: a later reading, never the due date.
 */
export interface Pause {
  from: MarkName;
  to: MarkName;
  types?: RequestType[];
  effect: 'inclusive' | 'between' | 'restart' | 'allowed';
  /** With `restart`: the period begins again when this time from the asking is over, however soon the answer comes. */
  after?: Period;
  force: 'law' | 'practice';
  citation: Citation;
}

/** Another honest reading of the same provision; it sets the earliest or the latest date, never `due`. */
export interface Reading {
  id: string;
  says: string;
  counting?: string;
  within?: Period;
  citation: Citation;
}

export interface Extension {
  /** Longest period, from the original start. Absent: the law sets no limit, the date told to the person holds. */
  total?: Period;
  /** The notice must be given within the first period, or within this one from another mark. */
  noticeBy: 'first-deadline' | { within: Period; from: MarkName; orElse: MarkName };
  grounds: { id: string; says: string }[];
  /** A reading that adds `within` to the unrolled end of the first period. */
  fromFirstEnd?: { says: string; within: Period; citation: Citation };
  citation: Citation;
}

export interface PracticeTarget {
  within: Period;
  counting: string;
  basis: string;
}

/** One wording of an obligation, in force between two days (both included). */
export interface Term {
  from: string;
  until?: string;
  status: 'in-force' | 'superseded' | 'proposed';
  types?: RequestType[];
  when?: Condition;
  starts?: Start[];
  within?: Period;
  counting?: string;
  /** The words of the law where it sets no number. */
  standard?: string;
  practiceTarget?: PracticeTarget;
  extension?: Extension;
  pauses?: Pause[];
  /** Where the law says outright that its clock stops for nothing, or not for this. */
  noPause?: { says: string; citation: Citation };
  readings?: Reading[];
  note?: string;
  citation: Citation;
}

export type ObligationId =
  | 'acknowledge' | 'respond' | 'extension-notice' | 'forward-to-controller' | 'stop-processing' | 'destroy-sample'
  | 'appeal-decision' | 'notify-recipients' | 'erase-backups' | 'inform';

export interface Obligation {
  id: ObligationId;
  duty: string;
  types: RequestType[];
  /** Whose duty: the organisation in its own right, or one that acts for a customer. */
  bearer: 'principal' | 'agent';
  starts: Start[];
  endedBy: MarkName[];
  /** A mark after which the duty no longer arises (an acknowledgement after the answer). */
  obviatedBy?: MarkName;
  /** It arises only from an answer of this kind (what was refused need not be told to recipients). */
  outcomes?: Outcome[];
  terms: Term[];
}

export interface Content {
  id: string;
  says: string;
  types?: RequestType[];
  /** Where the value comes from: a fact of the case, the organisation or the law. */
  fact?: string;
  citation: Citation;
}

export const LETTERS = ['acknowledgement', 'identity', 'clarification', 'extension', 'refusal', 'completion'] as const;
export type LetterKind = (typeof LETTERS)[number];

export interface Ground {
  id: string;
  says: string;
  types?: RequestType[];
  citation: Citation;
}

/** What every law file says of itself, whatever the law is about. */
export interface LawHead {
  id: string;
  title: string;
  jurisdiction: string;
  authority: string;
  source: Citation;
  checked: { on: string; by: string };
}

export interface Law extends LawHead {
  scope: {
    /** Where the person is; a place includes its parts. */
    places: { in: string[]; from: string; until?: string; citation?: Citation }[];
    /** Which role, data or request type it concerns. Absent: every one. */
    when?: Condition;
    /** Said when `when` is false or cannot be decided. */
    whenSays?: string;
    cautions?: { when: Condition; says: string; citation: Citation }[];
  };
  counting: Record<string, Counting>;
  obligations: Obligation[];
  /** Request types that this law does not know, with the reason. */
  notRequired: { types: RequestType[]; why: string; citation: Citation }[];
  refusalGrounds?: Ground[];
  /** What each letter must contain. */
  letters?: Partial<Record<LetterKind, Content[]>>;
  /** How long records of requests are kept, and which fields the log must have. */
  recordKeeping?: { keep: Period; fields?: string[]; citation: Citation };
  metrics?: LawMetrics;
  notes?: string[];
}

/** What a law wants counted and published. */
export interface LawMetrics {
  groups: { id: string; says: string; types: RequestType[] }[];
  /** Who has to publish. */
  threshold?: { n: number; of: string };
  /** The day of the following year by which it is published. */
  publishBy?: { month: number; day: number };
  citation: Citation;
}

/** The date on which a citation of a law was last compared with its text. */
export function checkedOn(law: Pick<LawHead, 'checked'>, citation: Citation): string {
  return citation.checkedOn ?? law.checked.on;
}

/** A citation in words: whether its text was read, and when it was compared. */
export function sayCitation(law: Pick<LawHead, 'checked'>, citation: Citation): string {
  return `${citation.ref}${citation.verified ? '' : ' (text not read)'}, compared ${checkedOn(law, citation)}`;
}

/** Kinds of data that decide which law concerns a request. Codes, not descriptions of anybody's data. */
export const DATA_CATEGORIES = [
  'name', 'email', 'contact', 'date-of-birth', 'genetic', 'health', 'biometric', 'biological-sample', 'children', 'employee', 'customer', 'location',
  'ssn', 'drivers-license', 'passport', 'financial-account', 'account-credentials', 'health-insurance', 'online',
] as const;

/** In what manner a request was made. */
export const MANNERS = ['email', 'web-form', 'phone', 'mail', 'in-person', 'app', 'other'] as const;
export type Manner = (typeof MANNERS)[number];

export const CHANNELS = ['designated', 'other'] as const;
