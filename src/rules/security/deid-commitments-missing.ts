import { formatDay } from '../../core/date.ts';
import type { Column } from '../../inventory/columns.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './deid-commitments-missing.json' with { type: 'json' };

const FAILS = 'the data count as pseudonymised';

export default rule('security/deid-commitments-missing', about, ['identifiability=de_identified'], (row, ctx) => {
  want(row, ctx, 'deid_method', 'the method of de-identification is not recorded');
  want(row, ctx, 'deid_public_commitment_ref', 'no public commitment against re-identification is referenced');
  if (row.has('recipients')) want(row, ctx, 'deid_recipient_contract_ref', 'no contract binds the recipients against re-identification');
  if (row.has('reid_test_date')) want(row, ctx, 'reid_data_destroyed_date', 'the data of a re-identification test are not recorded as destroyed');
  if (row.yes('reid_result_used')) ctx.report({ at: 'reid_result_used', says: `the result of a re-identification test was used, so ${FAILS}` });
  expiry(row, ctx);
});

function want(row: Row, ctx: Context, column: Column, says: string): void {
  if (row.absent(column)) ctx.reportOnce({ what: column, kind: 'gap', says: `the file has no column ${column}: ${says} for data called de-identified, so ${FAILS}` });
  else if (row.blank(column)) ctx.report({ at: column, says: `${says}, so ${FAILS}` });
}

/** An expert's determination holds for a time. */
function expiry(row: Row, ctx: Context): void {
  const until = row.day('deid_expert_expiry');
  if (until === undefined) return;
  const of = 'the expert determination of de-identification';
  if (until < ctx.today) ctx.report({ at: 'deid_expert_expiry', what: formatDay(until), severity: 'warning', says: `${of} expired on ${formatDay(until)}`, fix: 'Have the determination renewed, or treat the data as personal.' });
  else if (until - ctx.today <= ctx.options.horizon) ctx.report({ at: 'deid_expert_expiry', what: formatDay(until), kind: 'expiring', severity: 'note', says: `${of} expires on ${formatDay(until)}`, fix: 'Have the determination renewed in time.' });
}
