import { formatDay } from '../../core/date.ts';
import { isIn } from '../../inventory/columns.ts';
import { after, live, period } from '../../inventory/concepts.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './marketing-opted-out-retained.json' with { type: 'json' };

const PROMPTLY = period(about.limits.promptly);

function retained(row: Row, ctx: Context): void {
  const own = row.day('marketing_opt_out_date');
  const since = own ?? row.day('updated_at');
  const mixed = row.codes('purpose').some((code) => !isIn(code, 'MARKETING')) ? '; the row also serves other purposes and has to be split' : '';
  if (since === undefined) {
    ctx.report({ at: 'marketing_opt_out', says: `the person opted out of marketing on a day that is not recorded, and marketing data are still held${mixed}`, what: 'undated' });
    return;
  }
  if (ctx.today <= since) return;
  const said = own === undefined ? `by ${formatDay(since)}, when the row was last updated,` : `on ${formatDay(since)}`;
  ctx.report({
    at: own === undefined ? 'marketing_opt_out' : 'marketing_opt_out_date', severity: ctx.today > after(since, PROMPTLY) ? 'error' : 'warning', what: formatDay(since),
    says: `the person opted out of marketing ${said} and marketing data are still held${mixed}`,
  });
}

export default rule('consent/marketing-opted-out-retained', about, [['marketing_opt_out=yes', 'marketing_opt_out_date'], ['purpose~MARKETING', 'last_marketing_contact']], (row, ctx) => {
  if (row.no('marketing_opt_out')) return;
  const [out, contact] = [row.day('marketing_opt_out_date'), row.day('last_marketing_contact')];
  if (out !== undefined && contact !== undefined && contact > out) {
    ctx.report({ at: 'last_marketing_contact', says: `the person opted out of marketing on ${formatDay(out)} and was contacted on ${formatDay(contact)}`, what: `contact ${formatDay(contact)}` });
  }
  if (row.any('purpose', 'MARKETING') && live(row, ctx.today) && !row.says('data_category', 'suppression_entry')) retained(row, ctx);
});
