/** Words that the rules share, such as `live` and `personal`, defined once. */
import { type Day, civil } from '../core/date.ts';
import { type Period, addMonths, parseDuration } from '../core/period.ts';
import { about, type Column, isIn } from './columns.ts';
import type { Adequacy } from './adequacy.ts';
import type { Row } from './row.ts';

/** Adds a calendar period to a day; a month that is too short ends on its last day. Hours count as begun days. */
export function after(start: Day, { n, unit }: Period): Day {
  if (unit === 'months' || unit === 'years') return addMonths(start, unit === 'years' ? n * 12 : n, 'last-day') as Day;
  return start + (unit === 'weeks' ? n * 7 : unit === 'hours' ? Math.ceil(n / 24) : n);
}

/** A period of a rule's `limits`, written as an ISO 8601 duration. */
export function period(text: string): Period {
  const found = parseDuration(text);
  if (!found) throw new RangeError(`not a duration: ${text}`);
  return found;
}

/** Whole years between a birthday and a day; somebody born on 29 February has it on 1 March of common years. */
export function ageOn(birth: Day, on: Day): number {
  const [b, t] = [civil(birth), civil(on)];
  return t.year - b.year - (t.month < b.month || (t.month === b.month && t.day < b.day) ? 1 : 0);
}

/** A code as the file writes it, in quotes; of a free-text or personal column, or a text that is no code, nothing. */
export function quoted(row: Row, column: Column): string {
  const { text, unknown } = row.cell(column);
  const free = about(column).personal === true || ((column === 'purpose' || column === 'retention_period') && unknown.length > 0);
  return free || text === '' ? 'the value' : `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;
}

/** Genetic by its category, or by a word among its elements. */
export function genetic(row: Row): boolean {
  return row.any('data_category', 'GENETIC') || row.any('data_elements', 'GENETIC');
}

/** Still held: not deleted, destroyed or only planned, and no day of disposal that has come. */
export function live(row: Row, today: Day): boolean {
  const status = row.code('status');
  if (status !== undefined && (isIn(status, 'GONE') || status === 'planned')) return false;
  const disposed = row.day('disposal_date');
  return disposed === undefined || disposed > today;
}

export type Identifiability = 'identified' | 'pseudonymised' | 'de_identified' | 'anonymised' | 'aggregated';

/** How closely the data are tied to a person. Blank means identified; data called de-identified without the commitments are pseudonymised. */
export function identifiability(row: Row): Identifiability {
  const code = (row.code('identifiability') ?? 'identified') as Identifiability;
  return code === 'de_identified' && !deidComplete(row) ? 'pseudonymised' : code;
}

/** Every commitment that takes de-identified data out of the genetic laws is documented. */
export function deidComplete(row: Row): boolean {
  return row.says('identifiability', 'de_identified') && row.has('deid_method') && row.has('deid_public_commitment_ref')
    && (row.blank('recipients') || row.has('deid_recipient_contract_ref')) && (row.blank('reid_test_date') || row.has('reid_data_destroyed_date')) && !row.yes('reid_result_used');
}

/** About staff, applicants or suppliers, to whom a privacy policy for customers does not speak. */
export function ofStaff(row: Row): boolean {
  const [subjects, purposes] = [row.codes('data_subject_category'), row.codes('purpose')];
  return (subjects.length > 0 && subjects.every((code) => isIn(code, 'STAFF'))) || (purposes.length > 0 && purposes.every((code) => isIn(code, 'STAFF_PURPOSES')));
}

/** About a person: not anonymised or aggregated, and not said to hold no personal data. */
export function personal(row: Row): boolean {
  const tied = identifiability(row);
  return tied !== 'anonymised' && tied !== 'aggregated' && !row.no('contains_personal_data');
}

/** Data of a special category: said so, or of a category that is one. */
export function special(row: Row): boolean {
  return row.yes('special_category') || row.any('data_category', 'SPECIAL') || row.any('data_elements', 'SPECIAL');
}

/** Data whose leak endangers people: special categories, identity papers, accounts, credentials, samples. */
export function sensitive(row: Row): boolean {
  return special(row) || row.any('data_category', 'SENSITIVE') || row.any('data_elements', 'SENSITIVE');
}

/** Where the subject is: the codes of subject_jurisdiction ("EU" and "EEA" as written, US-CA also counts as US). */
export function subjectIn(row: Row, place: string): boolean {
  return row.codes('subject_jurisdiction').some((code) => code === place || code.startsWith(`${place}-`));
}

/** The subject or the controller's establishment is in the European Economic Area, or the row says that the GDPR applies. */
export function gdpr(row: Row, adequacy: Adequacy): boolean {
  return row.says('regimes', 'gdpr') || [...row.codes('subject_jurisdiction'), ...row.codes('controller_establishment')].some((code) => code === 'EU' || code === 'EEA' || adequacy.isEea(code));
}

/** The same for the United Kingdom. */
export function ukGdpr(row: Row): boolean {
  return row.says('regimes', 'ukgdpr') || subjectIn(row, 'GB') || row.codes('controller_establishment').includes('GB');
}

/** A row of a Californian whom the genetic privacy act may protect: unknown does not mean no. */
export function gipa(row: Row): boolean {
  return subjectIn(row, 'US-CA') && !row.no('gipa_covered');
}

/** Age in whole years on a day, from the birth date, else the age that is given. */
export function ageOf(row: Row, on: Day): number | undefined {
  const birth = row.day('subject_birth_date');
  return birth === undefined ? row.number('subject_age') : ageOn(birth, on);
}
