/** The maximums of the retention schedule: what lets them be passed, and minimums that pull the other way. */
import type { Period } from '../core/period.ts';
import { isIn } from './columns.ts';
import { granted } from './consenting.ts';
import { longer } from './lengths.ts';
import { limitWords } from './limits.ts';
import type { Row } from './row.ts';
import type { Context } from './rule.ts';
import type { Match } from './schedule.ts';

/** The consent to storage that every genetic privacy act asks for, by its code. */
const STORAGE = 'gipa_b_sample_storage';

/** Whether the row has what the line itself lets a maximum be passed for. */
export function spared(row: Row, { line }: Match, matches: readonly Match[], ctx: Context): boolean {
  switch (line.unless) {
    case 'storage-consent': return isIn(row.code('sample_storage_consent') ?? '', 'CONSENT_VALID') || granted(row, STORAGE, ctx) === 'yes';
    case 'restriction': return row.says('status', 'restricted') || row.says('processing_status', 'restricted');
    case 'consent-term': return row.has('consent_expiry');
    case 'statutory-minimum': return matches.some((other) => other.certain && other.line.kind === 'statutory' && other.min !== undefined);
    default: return false;
  }
}

/** A maximum of law that is shorter than this minimum of law: no period keeps both. */
export function rivalMaximum(row: Row, { line, min }: Match, matches: readonly Match[], ctx: Context): Match | undefined {
  if (line.kind !== 'statutory' || !min) return undefined;
  return matches.find((other) => other.line.kind === 'statutory' && pullApart(min, other.max) && !spared(row, other, matches, ctx));
}

/** A minimum of law that is longer than this maximum of law. */
export function rivalMinimum({ line, max }: Match, matches: readonly Match[]): Match | undefined {
  if (line.kind !== 'statutory' || !max) return undefined;
  return matches.find((other) => other.certain && other.line.kind === 'statutory' && other.min !== undefined && pullApart(other.min, max));
}

function pullApart(min: Period, max: Period | undefined): boolean {
  return max !== undefined && longer(min, max) === 'yes';
}

/** "GenDG s. 12(1) allows at most 10 years after report_date for de.gendg_results" */
export function maximumWords(match: Match): string {
  return `${match.line.citation.ref} allows at most ${limitWords(match.max as Period, match)} for ${match.line.recordClass}`;
}

/** "Regulation (EU) 536/2014 Art. 58 requires at least 25 years after trial_end for trial.tmf" */
export function minimumWords(match: Match): string {
  return `${match.line.citation.ref} requires at least ${limitWords(match.min as Period, match)} for ${match.line.recordClass}`;
}
