/** Somebody else's tracker: which of its columns mean what, and how the words that people write are compared. */
import type { MarkName, Outcome, RequestType, Role } from './law.ts';
import type { DateOrder, DateSystem } from './written-date.ts';

/** Columns that hold the day of a mark, in the order in which things usually happen on one day. */
export const DATE_FIELDS = {
  requested: 'requested', received: 'received', recognised: 'recognised', acknowledged: 'acknowledged', idRequested: 'id-requested', idReceived: 'id-received',
  clarificationAsked: 'clarification-asked', clarificationAnswered: 'clarification-answered', feeAsked: 'fee-asked', feePaid: 'fee-paid', authenticated: 'authenticated',
  extended: 'extension-noticed', answered: 'answered', carriedOut: 'carried-out', withdrawn: 'withdrawn',
} as const satisfies Record<string, MarkName>;
export type DateField = keyof typeof DATE_FIELDS;

/** Columns whose words stand for codes. */
export const CODED_FIELDS = ['type', 'jurisdiction', 'status', 'outcome', 'role', 'channel', 'data'] as const;
export type CodedField = (typeof CODED_FIELDS)[number];

/** Columns that are kept apart from the events, as private records. */
export const PRIVATE_FIELDS = ['name', 'email', 'agent', 'manner', 'ground', 'note'] as const;
export type PrivateField = (typeof PRIVATE_FIELDS)[number];

export const FIELDS = ['reference', ...CODED_FIELDS, ...(Object.keys(DATE_FIELDS) as DateField[]), 'answeredAfterDays', 'extendedTo', 'due', ...PRIVATE_FIELDS] as const;
export type Field = (typeof FIELDS)[number];

/** Columns that hold a date, marks or not. */
export const DATED_FIELDS: readonly Field[] = [...(Object.keys(DATE_FIELDS) as DateField[]), 'extendedTo', 'due'];

/** What a word in a status column says: the state, or the outcome that implies it. */
export type StatusCode = 'open' | 'answered' | Outcome;
/** A word of the type column that is no request: the mapping leaves its rows out. */
export const LEAVE_OUT = 'ignore';

/** How the columns and words of a tracker map to requests: what `--mapping` reads. */
export interface Mapping {
  /** Names the tracker: a reference is known again within it. */
  source: string;
  columns: Partial<Record<Field, string>>;
  dateOrder?: DateOrder;
  excelDates?: DateSystem;
  types?: Record<string, RequestType | typeof LEAVE_OUT>;
  jurisdictions?: Record<string, string>;
  statuses?: Record<string, StatusCode>;
  outcomes?: Record<string, Outcome>;
  roles?: Record<string, Role>;
  channels?: Record<string, 'designated' | 'other'>;
  data?: Record<string, string>;
  defaults?: { type?: RequestType; jurisdiction?: string; role?: Role; channel?: 'designated' | 'other'; data?: string[] };
  /** Headings that were looked at and carry nothing for custos. */
  ignored?: string[];
}

/** The key of the mapping under which the words of a coded column stand. */
export const WORD_KEYS = { type: 'types', jurisdiction: 'jurisdictions', status: 'statuses', outcome: 'outcomes', role: 'roles', channel: 'channels', data: 'data' } as const satisfies Record<CodedField, keyof Mapping>;

/** A heading or word in the form in which two of them are compared: case, accents, widths and punctuation do not count. */
export function fold(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replaceAll('ß', 'ss').normalize('NFC');
  return plain.replace(/[\s_\-–—./\\:()[\]#*?!,;'’"“”&+]+/g, ' ').trim();
}
