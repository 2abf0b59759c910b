import { formatDay } from '../../core/date.ts';
import { isIn } from '../../inventory/columns.ts';
import { after, live, period, personal, sensitive, subjectIn } from '../../inventory/concepts.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './sale-share-after-opt-out.json' with { type: 'json' };

const WAIT = period(about.limits.askAgainAfter);
const INSTRUCTIONS = ['sale_share_opt_out=yes', 'gpc_signal=yes', 'limit_spi=yes'] as const;

export default rule('sharing/sale-share-after-opt-out', about, [[...INSTRUCTIONS, 'sold_or_shared=yes', 'purpose~DIRECT_MARKETING']], (row, ctx) => {
  if (!personal(row) || !live(row, ctx.today)) return;
  const opted = row.yes('sale_share_opt_out') ? 'sale_share_opt_out' : row.yes('gpc_signal') ? 'gpc_signal' : undefined;
  if (opted) sold(row, ctx, opted);
  if (row.yes('limit_spi') && sensitive(row)) limited(row, ctx);
  if (opted ?? row.yes('limit_spi')) askedAgain(row, ctx);
  shineTheLight(row, ctx);
});

/** " of 2026-03-01", where the day of the instruction is recorded. */
function since(row: Row): string {
  const day = row.day('objection_date');
  return day === undefined ? '' : ` of ${formatDay(day)}`;
}

function sold(row: Row, ctx: Context, by: 'sale_share_opt_out' | 'gpc_signal'): void {
  const instruction = by === 'gpc_signal' ? 'the browser signal' : 'the opt-out';
  if (row.yes('sold_or_shared')) ctx.report({ at: 'sold_or_shared', what: by, says: `data are sold or shared in spite of ${instruction}${since(row)}` });
  else if (row.has('sold_or_shared') && !row.no('sold_or_shared')) ctx.report({ at: 'sold_or_shared', what: by, kind: 'gap', says: `whether data are sold or shared in spite of ${instruction}${since(row)} cannot be told` });
}

function limited(row: Row, ctx: Context): void {
  const uses = row.codes('purpose').filter((purpose) => isIn(purpose, 'NON_ESSENTIAL'));
  if (uses.length > 0) ctx.report({ at: 'purpose', what: uses.join(' '), says: `sensitive information is used for ${uses.join(', ')} in spite of the limit on its use${since(row)}` });
}

function askedAgain(row: Row, ctx: Context): void {
  const [instructed, asked] = [row.day('objection_date'), row.day('reconsent_request_date')];
  if (asked === undefined) return;
  if (instructed === undefined) {
    ctx.report({ at: 'reconsent_request_date', what: formatDay(asked), kind: 'gap', severity: 'warning', says: `the consumer was asked again on ${formatDay(asked)}, and the day of the instruction is not recorded` });
  } else if (asked >= instructed && asked < after(instructed, WAIT)) {
    ctx.report({ at: 'reconsent_request_date', what: formatDay(asked), says: `the consumer was asked again on ${formatDay(asked)}, before ${formatDay(after(instructed, WAIT))}` });
  }
}

/** A Californian may ask who received data for direct marketing, and which. */
function shineTheLight(row: Row, ctx: Context): void {
  const outside = row.yes('sold_or_shared') || row.codes('recipient_type').some((type) => isIn(type, 'MARKETERS'));
  if (!subjectIn(row, 'US-CA') || !row.any('purpose', 'DIRECT_MARKETING') || !outside) return;
  for (const column of ['recipients', 'data_category'] as const) {
    if (row.absent(column)) ctx.reportOnce({ what: column, kind: 'gap', severity: 'note', says: `data of Californians are disclosed for direct marketing, and the file has no column ${column} to answer who asks about it` });
    else if (row.blank(column)) ctx.report({ at: column, what: 'disclosed', kind: 'gap', severity: 'note', says: `data of Californians are disclosed for direct marketing, and ${column} is blank for who asks about it`, fix: 'Record the recipients and the categories, so that a request can be answered.' });
  }
}
