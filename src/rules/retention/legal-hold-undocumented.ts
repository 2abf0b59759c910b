import { formatDay } from '../../core/date.ts';
import { after, period } from '../../inventory/concepts.ts';
import { onHold } from '../../inventory/holding.ts';
import { rule } from '../../inventory/rule.ts';
import about from './legal-hold-undocumented.json' with { type: 'json' };

const REVIEWED_WITHIN = period(about.limits.reviewedWithin);

export default rule('retention/legal-hold-undocumented', about, [['legal_hold=yes', 'legal_hold_date', 'legal_hold_ref']], (row, ctx) => {
  if (!onHold(row, ctx.today)) return;
  for (const [column, lacks] of [['legal_hold_ref', 'reference'], ['legal_hold_date', 'start date']] as const) {
    if (row.absent(column)) ctx.reportOnce({ what: `no-column ${column}`, says: `rows are under legal hold, but the file has no column for the ${lacks} of a hold` });
    else if (row.blank(column)) ctx.report({ at: column, what: column, says: `legal hold without a ${lacks}` });
  }
  const [review, from] = [row.day('legal_hold_review_date'), row.day('legal_hold_date')];
  const reviewed = review ?? from;
  if (reviewed === undefined || ctx.today <= after(reviewed, REVIEWED_WITHIN)) return;
  const since = review === undefined ? `it began on ${formatDay(reviewed)} and no review is recorded` : `the last was on ${formatDay(review)}`;
  ctx.report({ at: row.absent('legal_hold_review_date') ? 'legal_hold_date' : 'legal_hold_review_date', what: `review ${formatDay(reviewed)}`, says: `legal hold without a review in the last ${REVIEWED_WITHIN.n} ${REVIEWED_WITHIN.unit}: ${since}` });
});
