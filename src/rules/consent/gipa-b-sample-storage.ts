import { formatDay } from '../../core/date.ts';
import { after, period } from '../../inventory/concepts.ts';
import { heldOfPerson, reportLack, type Standing, standing } from '../../inventory/consenting.ts';
import { coverOf, kindOf, livesWhere, provision } from '../../inventory/gipa.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './gipa-b-sample-storage.json' with { type: 'json' };

const CLEARANCE = period(about.limits.clearance);

/** Whether the requested test is done. */
function fulfilled(row: Row, today: number): 'yes' | 'no' | 'unknown' {
  if (row.has('order_status') && row.code('order_status') !== undefined) return row.says('order_status', 'fulfilled') ? 'yes' : 'no';
  const reported = row.day('report_date');
  return reported === undefined ? 'unknown' : reported <= today ? 'yes' : 'no';
}

function consent(row: Row, ctx: Context): Standing {
  if (row.any('sample_storage_consent', 'CONSENT_VALID')) return 'given';
  if (row.any('sample_storage_consent', 'CONSENT_ENDED')) return 'ended';
  return standing(row, 'gipa_b_sample_storage', ctx);
}

function destroyed(row: Row, today: number): boolean {
  const day = row.day('sample_destroyed_date');
  return day === undefined ? row.has('sample_destroyed_date') : day <= today;
}

export default rule('consent/gipa-b-sample-storage', about, ['data_category=biological_sample', livesWhere('storage')], (row, ctx) => {
  const law = provision(row, 'storage', ctx.today);
  const covered = coverOf(row);
  if (!law || !covered || !heldOfPerson(row, ctx.today) || destroyed(row, ctx.today)) return;
  const how = consent(row, ctx);
  const done = fulfilled(row, ctx.today);
  if (how === 'given' || done === 'no') return;
  const cited = law.place === 'US-CA' ? {} : { law: [law.citation] };
  if (done === 'unknown') {
    const found = { kind: 'gap', severity: 'warning', what: 'fulfilled', ...cited } as const;
    if (row.absent('order_status') && row.absent('report_date')) ctx.reportOnce({ ...found, says: 'the file has no column for the status of orders or the day of reports: whether samples are stored after the test cannot be told' });
    else ctx.report({ ...found, at: row.absent('order_status') ? 'report_date' : 'order_status', says: 'there is no separate consent to storing the sample, and whether the requested test is done is not recorded' });
    return;
  }
  const reported = row.day('report_date');
  const early = reported !== undefined && ctx.today <= after(reported, CLEARANCE);
  reportLack(row, ctx, how, {
    at: row.has('sample_storage_consent') ? 'sample_storage_consent' : 'consent_scope', ...kindOf(covered), ...(early ? { severity: 'warning' } : {}), ...cited,
    says: `the sample is stored after the requested test${reported === undefined ? '' : `, reported on ${formatDay(reported)},`} without a separate consent`, tail: covered.says,
    ofFile: 'whether samples are stored with a separate consent cannot be told',
  });
});
