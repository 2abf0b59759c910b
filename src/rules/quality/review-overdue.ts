import { formatDay, parseDay } from '../../core/date.ts';
import type { Day } from '../../core/date.ts';
import { after, genetic, period } from '../../inventory/concepts.ts';
import { crossesBorder } from '../../inventory/moving.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './review-overdue.json' with { type: 'json' };

const POLICY = parseDay(about.limits.policyUpdated) as Day;

export default rule('quality/review-overdue', about, [], (row, ctx) => {
  if (row.any('status', 'GONE')) return;
  if (row.absent('last_reviewed')) {
    if (row.level === 'asset' && row.absent('next_review')) ctx.reportOnce({ what: 'last_reviewed', severity: 'note', says: 'the file has no column for the date of the last review (last_reviewed)' });
  } else if (row.cell('last_reviewed').kind === 'blank') ctx.report({ at: 'last_reviewed', what: 'blank', says: 'no review is recorded' });
  else if (reviewed(row, ctx)) return;
  planned(row, ctx);
});

/** What the date of the last review says; true where that has been told. */
function reviewed(row: Row, ctx: Context): boolean {
  const { days } = row.cell('last_reviewed');
  if (days.length === 0) return false;
  const last = Math.max(...days);
  const until = after(last, termOf(row, ctx));
  const say = (says: string, what: string): true => {
    ctx.report({ at: 'last_reviewed', what: `${formatDay(last)} ${what}`, says: `last reviewed on ${formatDay(last)}, ${says}` });
    return true;
  };
  if (until < ctx.today) return say(`and due again by ${formatDay(until)}`, 'overdue');
  const changed = (['legal_basis_changed_date', 'first_use_date'] as const).map((column) => ({ column, day: row.day(column) })).find(({ day }) => day !== undefined && day > last && day <= ctx.today);
  if (changed) return say(`before ${changed.column === 'first_use_date' ? 'a use began' : 'the legal basis changed'} on ${formatDay(changed.day as Day)}`, changed.column);
  if (last < POLICY) return say(`before the privacy policy was revised on ${formatDay(POLICY)}`, 'policy');
  if (until - ctx.today > ctx.options.horizon) return false;
  ctx.report({ at: 'last_reviewed', what: formatDay(last), kind: 'expiring', severity: 'note', says: `last reviewed on ${formatDay(last)}, and due again by ${formatDay(until)}` });
  return true;
}

/** The organisation's own term, else a shorter one for genetic data and for data that cross a border. */
function termOf(row: Row, ctx: Context): { n: number; unit: 'days' } | ReturnType<typeof period> {
  const { reviewAfter } = ctx.options;
  if (reviewAfter !== undefined) return { n: reviewAfter, unit: 'days' };
  const moves = crossesBorder(row, ctx.adequacy) === 'yes' || row.codes('transfer_mechanism').some((code) => code !== 'none');
  return period(genetic(row) || moves ? about.limits.sensitive : about.limits.usual);
}

function planned(row: Row, ctx: Context): void {
  const { days } = row.cell('next_review');
  if (days.length === 0) return;
  const next = Math.max(...days);
  if (next < ctx.today) ctx.report({ at: 'next_review', what: formatDay(next), says: `the review planned for ${formatDay(next)} is overdue` });
  else if (next - ctx.today <= ctx.options.horizon) ctx.report({ at: 'next_review', what: formatDay(next), kind: 'expiring', severity: 'note', says: `a review is planned for ${formatDay(next)}` });
}
