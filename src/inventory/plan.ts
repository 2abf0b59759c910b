/** What happens to each row of a person whose data are to be erased: which go, by when, which must stay, and why. */
import { type Day, formatDay } from '../core/date.ts';
import type { RequestType } from '../core/law.ts';
import type { CodeSet } from './columns.ts';
import { live } from './concepts.ts';
import { citesLaw } from './consenting.ts';
import { hold, onHold } from './holding.ts';
import { legalEnd, limitWords } from './limits.ts';
import type { Row } from './row.ts';
import type { Match, Schedule } from './schedule.ts';

/** In the order in which somebody acts: decide what is open, then destroy and delete, then keep. */
export const FATES = ['cannot-tell', 'destroy', 'delete', 'hold', 'keep', 'gone'] as const;
export type Fate = (typeof FATES)[number];

export interface PlannedRow {
  fate: Fate;
  /** The last day to act, or the first day on which the row may go. */
  by: Day | undefined;
  /** A clause: "must be kept for 2 years after report_date". */
  why: string;
  citations: readonly { ref: string; url?: string }[];
}

/** What a request asks to go, and when it wants things done; a clock is `undefined` where none of the request says so. */
export interface Asked {
  type: RequestType;
  /** The kinds of data that it was logged with. */
  data: readonly string[] | undefined;
  today: Day;
  erase: { by: Day; ref: string } | undefined;
  destroySample: { by: Day; ref: string } | undefined;
}

/**
 * The fate of one row; `undefined` for one that the request does not concern. A minimum of the law that has not run
 * beats the request; a hold beats both; what hangs on a missing fact is not guessed, because nothing brings a row back.
 */
export function planRow(row: Row, schedule: Schedule, asked: Asked): PlannedRow | undefined {
  const { today } = asked;
  if (!live(row, today)) return { fate: 'gone', by: row.day('sample_destroyed_date') ?? row.day('disposal_date'), why: 'is no longer held', citations: [] };
  if (!mayConcern(row, asked)) return undefined;
  if (onHold(row, today)) return { fate: 'hold', by: undefined, why: 'is under a legal hold and must be neither erased nor used', citations: [] };
  if (holdUnclear(row)) return cannotTell('whether a legal hold covers it is not clear from legal_hold and its dates');
  const minimums = schedule.of(row, today).filter(({ line, min }) => line.kind === 'statutory' && min);
  return kept(row, minimums, today) ?? doubtful(row, asked) ?? (minimums.length > 0 ? undefined : unmatched(row, schedule)) ?? erased(row, asked);
}

function cannotTell(why: string): PlannedRow {
  return { fate: 'cannot-tell', by: undefined, why, citations: [] };
}

/** A hold that is said to have ended on no day that can be read, or of which nobody can say whether there is one. */
function holdUnclear(row: Row): boolean {
  if (row.no('legal_hold')) return false;
  return hold(row)?.until === 'unknown' || (row.has('legal_hold') && row.truth('legal_hold') === 'unknown');
}

/** Sets of categories that a kind of data of a request stands for. */
const KINDS: Readonly<Partial<Record<string, readonly CodeSet[]>>> = { genetic: ['GENETIC', 'OMIC'], health: ['HEALTH'] };
const CODES: Readonly<Partial<Record<string, string>>> = { 'biological-sample': 'biological_sample', biometric: 'biometric_data' };

const isSample = (row: Row): boolean => row.says('data_category', 'biological_sample');

const isUnknown = (row: Row): boolean => row.codes('data_category').length === 0 || row.cell('data_category').unknown.length > 0;

/** Of samples alone, or of a consent: what is known to be something else is left alone. */
function mayConcern(row: Row, { type, data }: Asked): boolean {
  if (type === 'destroy-sample') return isSample(row) || isUnknown(row);
  if (type !== 'withdraw-consent') return true;
  const onConsent = row.blank('legal_basis') || row.codes('legal_basis').length === 0 || row.says('legal_basis', 'consent') || row.says('art9_condition', '9(2)(a)');
  return onConsent && (isUnknown(row) || isAbout(row, data) !== false);
}

/** What has to be found out before anything is done. */
function doubtful(row: Row, { type, data, destroySample }: Asked): PlannedRow | undefined {
  const unknown = isUnknown(row);
  if (type === 'withdraw-consent' && row.codes('legal_basis').length === 0) return cannotTell('whether it rests on consent is not recorded in legal_basis');
  if (unknown) return cannotTell(type === 'destroy-sample' ? 'whether it is a sample cannot be said: data_category names no kind that is known' : 'has no data_category that is known, so what may require keeping it cannot be said');
  if (type !== 'withdraw-consent') return undefined;
  if (isSample(row) && destroySample === undefined) return cannotTell('no clock of the request asks for the destruction of samples');
  return isAbout(row, data) === undefined ? cannotTell('whether the withdrawal concerns it is not recorded: the request has no kind of data (--data) that decides it') : undefined;
}

/** Whether a row holds a kind of data that the request names; `undefined` where its kinds do not say. */
function isAbout(row: Row, data: readonly string[] | undefined): boolean | undefined {
  const known = data?.filter((kind) => KINDS[kind] !== undefined || CODES[kind] !== undefined) ?? [];
  if (known.some((kind) => (KINDS[kind] ?? []).some((set) => row.any('data_category', set)) || (CODES[kind] !== undefined && row.says('data_category', CODES[kind])))) return true;
  return known.length > 0 && known.length === data?.length ? false : undefined;
}

/** Nothing of the schedule fits the row, and the row says that something may require keeping it. */
function unmatched(row: Row, schedule: Schedule): PlannedRow | undefined {
  const classes = row.codes('record_class');
  if (classes.length > 0 && !schedule.lines.some((line) => classes.includes(line.recordClass))) return cannotTell('record_class is none of the retention schedule, so what may require keeping it cannot be said');
  if (citesLaw(row, ['retention_basis'])) return cannotTell('retention_basis names a law that may require keeping it');
  return row.says('legal_basis', 'legal_obligation') ? cannotTell('rests on a legal obligation, which may require keeping it') : undefined;
}

function kept(row: Row, minimums: readonly Match[], today: Day): PlannedRow | undefined {
  const open = minimums.flatMap((match): { match: Match; until: Day | undefined }[] => {
    const end = legalEnd(row, match);
    if (end === 'unknown') return [{ match, until: undefined }];
    if ('on' in end) return end.on >= today ? [{ match, until: end.on }] : [];
    return [{ match, until: undefined }];
  });
  if (open.length === 0) return undefined;
  const citations = open.map(({ match }) => match.line.citation);
  const words = open.map(({ match }) => `${limitWords(match.min as NonNullable<Match['min']>, match)} (${match.line.citation.ref})`);
  const certain = open.filter(({ match, until }) => match.certain && until !== undefined);
  if (certain.length === open.length) {
    const until = Math.max(...certain.map((one) => one.until as Day));
    return { fate: 'keep', by: until + 1, why: `must be kept for ${words.join(' and ')}, until ${formatDay(until)}`, citations };
  }
  const wants = open.some(({ match }) => !match.certain) ? 'record_class is not recorded' : 'the day it counts from is not recorded';
  return { fate: 'cannot-tell', by: undefined, why: `may have to be kept for ${words.join(' or ')}: ${wants}`, citations };
}

function erased(row: Row, { erase, destroySample }: Asked): PlannedRow {
  const sample = isSample(row);
  const clock = (sample ? destroySample : undefined) ?? erase;
  return { fate: sample ? 'destroy' : 'delete', by: clock?.by, why: 'nothing requires keeping it', citations: clock ? [{ ref: clock.ref }] : [] };
}
