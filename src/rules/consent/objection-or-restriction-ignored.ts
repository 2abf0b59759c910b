import { formatDay } from '../../core/date.ts';
import { after, live, period } from '../../inventory/concepts.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './objection-or-restriction-ignored.json' with { type: 'json' };

const DECIDE = period(about.limits.decide);

/** Whether the row is used for more than storage. */
function processed(row: Row): 'yes' | 'no' | 'unknown' {
  if (row.says('status', 'restricted')) return 'no';
  const code = row.code('processing_status');
  return code === undefined ? 'unknown' : code === 'active' ? 'yes' : 'no';
}

function report(row: Row, ctx: Context, what: string, says: string): void {
  const used = processed(row);
  if (used === 'yes') ctx.report({ at: 'processing_status', says: `${says}, and the data are still processed`, what });
  else if (used === 'unknown' && row.absent('processing_status')) ctx.reportOnce({ kind: 'gap', what: 'no-column', says: 'the file has no column for the processing of restricted data: whether restrictions and objections are honoured cannot be told' });
  else if (used === 'unknown') ctx.report({ at: 'processing_status', kind: 'gap', says: `${says}, and whether the data are still processed is not recorded`, what });
}

function restriction(row: Row, ctx: Context): void {
  const [from, lifted] = [row.day('restriction_date'), row.day('restriction_lifted_date')];
  const over = row.has('restriction_lifted_date') && (lifted === undefined || lifted <= ctx.today);
  if (row.blank('restriction_date') || over || (from !== undefined && from > ctx.today)) return;
  const day = from === undefined ? 'a day that cannot be read' : formatDay(from);
  report(row, ctx, `restriction ${from === undefined ? '' : day}`, `the processing was restricted on ${day}`);
}

function objection(row: Row, ctx: Context): void {
  const date = row.day('objection_date');
  if (date !== undefined && date > ctx.today) return;
  const on = date === undefined ? '' : ` of ${formatDay(date)}`;
  const upheld = row.says('objection_outcome', 'upheld');
  if (upheld || (row.has('objection_date') && row.any('purpose', 'MARKETING'))) {
    report(row, ctx, `objection${on}`, upheld ? `the objection${on} was upheld` : `the objection${on} is to direct marketing, which is always upheld`);
    return;
  }
  const decided = row.code('objection_outcome') !== undefined && !row.says('objection_outcome', 'pending');
  if (decided || date === undefined) return;
  const due = after(date, DECIDE);
  if (ctx.today > due) ctx.report({ at: 'objection_outcome', says: `the objection${on} had to be decided by ${formatDay(due)}, and no outcome is recorded`, what: `undecided ${formatDay(date)}` });
}

export default rule('consent/objection-or-restriction-ignored', about, [['objection_date', 'objection_outcome', 'restriction_date']], (row, ctx) => {
  if (!live(row, ctx.today)) return;
  restriction(row, ctx);
  objection(row, ctx);
});
