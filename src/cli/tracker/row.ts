/** One row of a tracker as facts. What a cell says is never quoted: it may be anybody's personal data. */
import type { CsvRow } from '../../adapters/csv.ts';
import { type Moment, type Zone, momentDay } from '../../core/date.ts';
import { UserError } from '../../core/errors.ts';
import type { Outcome, RequestType, Role } from '../../core/law.ts';
import { type CodedField, type DateField, DATE_FIELDS, type Field, LEAVE_OUT, type Mapping, PRIVATE_FIELDS, type PrivateField, type StatusCode } from '../../core/tracker.ts';
import { type DateOrder, type Written, momentOf, readDate } from '../../core/written-date.ts';
import { checkReference } from '../commands/request/log.ts';
import { type WordReader, isBlank, months, wordsIn } from './words.ts';

/** Where each field of the mapping stands in this file, and how its words are read. */
export interface Columns {
  at: ReadonlyMap<Field, { index: number; heading: string }>;
  words: ReadonlyMap<CodedField, WordReader>;
}

/** What makes a cell unusable. */
export interface Doubt {
  field: Field;
  says: string;
  /** The cell was used all the same. */
  used?: true;
}

export interface TrackerRow {
  line: number;
  fault?: CsvRow['fault'];
  /** `text` is no code such as PR-001 and may name somebody. */
  reference?: { code: string } | { text: string };
  type?: RequestType;
  /** The mapping says that this word is no request. */
  leftOut: boolean;
  jurisdiction?: string;
  role?: Role;
  channel?: 'designated' | 'other';
  data?: string[];
  dates: Partial<Record<DateField, Moment>>;
  extendedTo?: Moment;
  due?: Moment;
  /** Days from receipt to answer, where the tracker keeps no date of answer. */
  days?: number;
  state?: 'open' | 'answered' | 'withdrawn';
  outcome?: Outcome;
  personal: Partial<Record<PrivateField, string>>;
  doubts: Doubt[];
}

const OPEN_LONGEST = 3650;

/** Whether a reference may stand in the event log. */
function isCode(reference: string): boolean {
  try {
    return checkReference(reference) === reference;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

export type RowReader = (row: CsvRow) => TrackerRow;

/** `orders` has the order of the dates of each column in which it matters. */
export function rowReader(columns: Columns, mapping: Mapping, orders: ReadonlyMap<Field, DateOrder>): RowReader {
  const dates = new Map<string, Written | undefined>();
  const written = (cell: string): Written | undefined => {
    if (dates.has(cell)) return dates.get(cell);
    const found = readDate(cell, months);
    if (dates.size < 20_000) dates.set(cell, found);
    return found;
  };
  const dated: readonly Field[] = [...(Object.keys(DATE_FIELDS) as DateField[]), 'extendedTo', 'due'];
  return ({ line, cells, fault }) => {
    const row: TrackerRow = { line, dates: {}, personal: {}, doubts: [], leftOut: false, ...(fault === undefined ? {} : { fault }) };
    if (fault !== undefined) return row;
    const cell = (field: Field): string | undefined => {
      const column = columns.at.get(field);
      const text = column === undefined ? undefined : cells[column.index]?.trim();
      return text === undefined || isBlank(text) ? undefined : text;
    };
    for (const field of dated) readMoment(row, field, cell(field), written, orders.get(field), mapping);
    readCodes(row, cell, columns, mapping);
    readDays(row, cell('answeredAfterDays'));
    const reference = cell('reference');
    if (reference !== undefined) row.reference = isCode(reference) ? { code: reference } : { text: reference };
    for (const field of PRIVATE_FIELDS) {
      const text = cell(field);
      if (text !== undefined) row.personal[field] = text;
    }
    return row;
  };
}

function readMoment(row: TrackerRow, field: Field, cell: string | undefined, written: (cell: string) => Written | undefined, order: DateOrder | undefined, mapping: Mapping): void {
  if (cell === undefined) return;
  const date = written(cell);
  const moment = date && momentOf(date, order, mapping.excelDates);
  if (!moment) {
    row.doubts.push({ field, says: date?.kind === 'either' ? 'is no date in the order of its column' : 'cannot be read as a date' });
    return;
  }
  if ('shortYear' in date && date.shortYear) row.doubts.push({ field, says: 'has a year of two digits, which was read as one of 1980–2079', used: true });
  if (field === 'extendedTo' || field === 'due') row[field] = moment;
  else row.dates[field as DateField] = moment;
}

function readCodes(row: TrackerRow, cell: (field: Field) => string | undefined, { words }: Columns, { defaults }: Mapping): void {
  const codes = (field: CodedField): string[] => {
    const found: string[] = [];
    for (const word of wordsIn(field, cell(field) ?? '')) {
      const meaning = words.get(field)?.(word) ?? [];
      if (meaning.length === 1) found.push(meaning[0] as string);
      else row.doubts.push({ field, says: 'holds a word that the mapping does not know' });
    }
    return found;
  };
  const type = codes('type')[0] ?? (cell('type') === undefined ? defaults?.type : undefined);
  row.leftOut = type === LEAVE_OUT;
  if (type !== undefined && !row.leftOut) row.type = type as RequestType;
  const jurisdiction = codes('jurisdiction')[0] ?? (cell('jurisdiction') === undefined ? defaults?.jurisdiction : undefined);
  if (jurisdiction !== undefined) row.jurisdiction = jurisdiction;
  const role = codes('role')[0] ?? defaults?.role;
  if (role !== undefined) row.role = role as Role;
  const channel = codes('channel')[0] ?? defaults?.channel;
  if (channel !== undefined) row.channel = channel as 'designated' | 'other';
  const data = codes('data');
  if (data.length > 0 || defaults?.data) row.data = [...new Set(data.length > 0 ? data : defaults?.data)].toSorted();
  readOutcome(row, codes('status')[0] as StatusCode | undefined, codes('outcome')[0] as Outcome | undefined);
}

/** A status may be an outcome too (“Denied”); an outcome column says it better. */
function readOutcome(row: TrackerRow, status: StatusCode | undefined, outcome: Outcome | undefined): void {
  if (status === 'open' || status === 'answered' || status === 'withdrawn') row.state = status;
  else if (status !== undefined) [row.state, row.outcome] = ['answered', status];
  if (outcome === 'withdrawn' && row.state !== 'open') row.state = 'withdrawn';
  else if (outcome !== undefined && outcome !== 'withdrawn') row.outcome = outcome;
}

function readDays(row: TrackerRow, cell: string | undefined): void {
  if (cell === undefined) return;
  const days = /^\d{1,4}(?:[.,]0+)?$/.test(cell) ? Number.parseInt(cell, 10) : undefined;
  if (days !== undefined && days <= OPEN_LONGEST) row.days = days;
  else row.doubts.push({ field: 'answeredAfterDays', says: 'is not a number of days' });
}

/** How a request ended, by all that its row says. */
export interface Ending {
  mark?: 'answered' | 'withdrawn';
  on?: Moment;
  outcome?: Outcome;
  /** Closed, and no day is given. */
  undated: boolean;
  doubt?: Doubt;
}

/** What the status, the dates and the days of a row say together. Where they contradict each other nothing is taken. */
export function endingOf(row: TrackerRow, zone: Zone): Ending {
  const { state, dates, days } = row;
  const counted = dates.received !== undefined && days !== undefined ? { day: momentDay(dates.received, zone) + days } : undefined;
  const outcome = row.outcome === undefined ? {} : { outcome: row.outcome };
  if (state === 'open') {
    if (!dates.answered && !dates.withdrawn) return { undated: false };
    return { undated: false, doubt: { field: dates.answered ? 'answered' : 'withdrawn', says: 'holds a date though the status is open; it is left out' } };
  }
  if (state === 'withdrawn' || (state === undefined && dates.withdrawn && !dates.answered)) {
    const on = dates.withdrawn ?? dates.answered ?? counted;
    return on ? { mark: 'withdrawn', on, undated: false } : { mark: 'withdrawn', undated: true };
  }
  if (dates.withdrawn) return { undated: false, doubt: { field: 'withdrawn', says: 'holds a date though the request was answered; both are left out' } };
  if (state === undefined && !dates.answered && row.outcome === undefined) {
    return { undated: false, ...(days === undefined ? {} : { doubt: { field: 'answeredAfterDays', says: 'does not say whether the request is closed: no status does' } }) };
  }
  const on = dates.answered ?? counted;
  if (!on) return { mark: 'answered', ...outcome, undated: true };
  const differs = dates.answered && counted && momentDay(dates.answered, zone) !== counted.day;
  return { mark: 'answered', on, ...outcome, undated: false, ...(differs ? { doubt: { field: 'answeredAfterDays', says: 'does not agree with the dates, which were taken' } } : {}) };
}

/** The days that a row gives, for the marks they are of; the end of the request is told by `endingOf`. */
export function marksOf(row: TrackerRow): { field: DateField; on: Moment }[] {
  return (Object.keys(DATE_FIELDS) as DateField[]).flatMap((field) => {
    const on = row.dates[field];
    return on === undefined || field === 'answered' || field === 'withdrawn' ? [] : [{ field, on }];
  });
}
