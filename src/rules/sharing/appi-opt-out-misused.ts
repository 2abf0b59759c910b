import { formatDay } from '../../core/date.ts';
import { live, personal } from '../../inventory/concepts.ts';
import { appi, home } from '../../inventory/moving.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './appi-opt-out-misused.json' with { type: 'json' };

export default rule('sharing/appi-opt-out-misused', about, ['sharing_ground=appi_opt_out'], (row, ctx) => {
  if (!(appi(row) || home(row).length === 0) || !personal(row) || !live(row, ctx.today)) return;
  const barred = 'provision by opt-out is not available';
  if (specialCare(row)) ctx.report({ at: 'sharing_ground', what: 'special-care', says: `${barred}: the data need special care` });
  if (row.yes('received_via_opt_out')) ctx.report({ at: 'received_via_opt_out', says: `${barred}: the data were themselves received by opt-out` });
  if (row.yes('unlawfully_acquired')) ctx.report({ at: 'unlawfully_acquired', says: `${barred}: the data were acquired unlawfully` });
  if (row.absent('ppc_filing_ref')) missing(ctx, 'ppc_filing_ref', 'filing with the Commission');
  else if (row.blank('ppc_filing_ref')) ctx.report({ at: 'ppc_filing_ref', says: `${barred}: no filing with the Commission is recorded` });
  notice(row, ctx, barred);
  const objected = row.day('objection_date');
  if (objected !== undefined && objected <= ctx.today) ctx.report({ at: 'objection_date', what: formatDay(objected), says: `${barred}: the person objected on ${formatDay(objected)}` });
});

function notice(row: Row, ctx: Context, barred: string): void {
  const day = row.day('opt_out_notice_date');
  if (row.absent('opt_out_notice_date')) missing(ctx, 'opt_out_notice_date', 'public notice');
  else if (row.blank('opt_out_notice_date')) ctx.report({ at: 'opt_out_notice_date', what: 'blank', says: `${barred}: no public notice is recorded` });
  else if (day !== undefined && day > ctx.today) ctx.report({ at: 'opt_out_notice_date', what: formatDay(day), says: `${barred} yet: the public notice is dated ${formatDay(day)}` });
}

function missing(ctx: Context, column: 'ppc_filing_ref' | 'opt_out_notice_date', of: string): void {
  ctx.reportOnce({ what: column, kind: 'gap', says: `data are provided by opt-out, and the file has no column for the ${of} (${column})` });
}

function specialCare(row: Row): boolean {
  return row.yes('special_category') || row.any('data_category', 'SPECIAL_CARE') || row.any('data_elements', 'SPECIAL_CARE');
}
