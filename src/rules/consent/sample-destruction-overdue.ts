import { type Day, formatDay } from '../../core/date.ts';
import { isIn } from '../../inventory/columns.ts';
import { after, live, period } from '../../inventory/concepts.ts';
import { type Provision, provision } from '../../inventory/gipa.ts';
import { legalEnd } from '../../inventory/limits.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, type Found, rule } from '../../inventory/rule.ts';
import { endings } from '../../inventory/withdrawal.ts';
import about from './sample-destruction-overdue.json' with { type: 'json' };

const WITHIN = period(about.limits.within);

/** The day on which destruction was first asked for: `unknown` without a day, `undefined` where nobody asked. */
function asked(row: Row, ctx: Context): Day | 'unknown' | undefined {
  const requested = row.day('sample_destruction_request_date');
  if (requested !== undefined) return requested <= ctx.today ? requested : undefined;
  if (row.any('sample_storage_consent', 'CONSENT_ENDED')) return row.day('consent_withdrawn_date') ?? 'unknown';
  const storage = endings(row, ctx).find(({ scope }) => scope?.code === 'gipa_b_sample_storage');
  return storage ? (storage.day ?? 'unknown') : row.has('sample_destruction_request_date') ? 'unknown' : undefined;
}

/** Destroyed by today; `undated`: said to be, without a day. */
function destroyed(row: Row, today: Day): 'yes' | 'no' | 'undated' {
  const day = row.day('sample_destroyed_date') ?? row.day('disposal_date');
  if (day !== undefined) return day <= today ? 'yes' : 'no';
  const status = row.code('status');
  const said = (status !== undefined && isIn(status, 'GONE')) || row.says('disposal_method', 'exhausted') || row.has('sample_destroyed_date');
  return said ? 'undated' : 'no';
}

function lawOf(law: Provision | undefined): NonNullable<Found['law']> {
  return law ? [law.citation] : [];
}

export default rule('consent/sample-destruction-overdue', about, [
  'data_category=biological_sample', ['sample_storage_consent~CONSENT_ENDED', 'sample_destruction_request_date', 'consent_status~CONSENT_ENDED', 'subject_ref'],
], (row, ctx) => {
  const since = asked(row, ctx);
  const gone = destroyed(row, ctx.today);
  if (since === undefined || gone === 'yes' || (gone === 'no' && !live(row, ctx.today))) return;
  const law = lawOf(provision(row, 'sample', ctx.today));
  if (since === 'unknown') {
    if (gone === 'no') ctx.report({ at: 'sample_destruction_request_date', kind: 'gap', law, says: 'the sample should be destroyed, and by when cannot be told: the day of the request or withdrawal is not recorded' });
    return;
  }
  const due = after(since, WITHIN);
  if (ctx.today <= due) return;
  const found = { at: 'sample_destroyed_date', what: formatDay(due), law } as const;
  if (gone === 'undated') ctx.report({ ...found, kind: 'gap', severity: 'warning', says: `the sample had to be destroyed by ${formatDay(due)} and is said to be gone, without the day` });
  else if (row.absent('sample_destroyed_date') && row.absent('disposal_date') && row.blank('status')) ctx.reportOnce({ kind: 'gap', what: 'no-column', law: [], says: 'samples had to be destroyed, and the file has no column for the day of destruction' });
  else if (!required(row, ctx, found)) ctx.report({ ...found, says: `the sample had to be destroyed by ${formatDay(due)}, and no day of destruction is recorded` });
});

/** The laboratory rules still require the sample: destroying it would break another law. */
function required(row: Row, ctx: Context, found: Omit<Found, 'says'>): boolean {
  const match = ctx.schedule.of(row, ctx.today).find(({ line, min, certain }) => certain && line.basis === 'CLIA' && min !== undefined && line.category === 'biological samples');
  if (!match) return false;
  const end = legalEnd(row, match);
  if (end !== 'unknown' && 'on' in end && end.on < ctx.today) return false;
  const until = end === 'unknown' ? ' for a time that cannot be told' : ` until ${'on' in end ? '' : 'at least '}${formatDay('on' in end ? end.on : end.notBefore)}`;
  ctx.report({ ...found, kind: 'conflict', severity: ctx.schedule.cap(match.line, 'warning'), citations: [match.line.citation], says: `the sample should have been destroyed, and cannot be: the laboratory rules require it${until}` });
  return true;
}
