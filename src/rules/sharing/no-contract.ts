import { formatDay } from '../../core/date.ts';
import { isIn } from '../../inventory/columns.ts';
import { after, live, period, personal } from '../../inventory/concepts.ts';
import { receiving, words } from '../../inventory/recipients.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './no-contract.json' with { type: 'json' };

const SOON = period(about.limits.soon);

export default rule('sharing/no-contract', about, ['recipient_type~CONTRACTED'], (row, ctx) => {
  if (!personal(row) || !live(row, ctx.today)) return;
  const kinds = receiving(row, 'CONTRACTED').map(({ type }) => type);
  if (row.absent('contract_ref')) {
    ctx.reportOnce({ what: 'contract_ref', kind: 'gap', says: 'data go to providers and partners, and the file has no column for their agreements (contract_ref)' });
  } else if (row.blank('contract_ref') || saysNo(row)) {
    ctx.report({ at: 'contract_ref', what: 'none', says: `data go to a recipient (${kinds.map(words).join(', ')}) without a written agreement` });
    return;
  }
  ends(row, ctx);
  if (row.yes('hipaa_phi') && kinds.some((kind) => isIn(kind, 'UNDER_BAA'))) associate(row, ctx);
});

/** "No contract yet" is none; "No. 17" is the number of one. */
function saysNo(row: Row): boolean {
  return row.no('contract_ref') && /^[\p{L} ]+$/u.test(row.text('contract_ref'));
}

function ends(row: Row, ctx: Context): void {
  const end = row.day('contract_expiry');
  if (end === undefined || end > after(ctx.today, SOON)) return;
  const on = formatDay(end);
  if (end < ctx.today) ctx.report({ at: 'contract_expiry', what: on, says: `the agreement with the recipient ended on ${on}` });
  else ctx.report({ at: 'contract_expiry', what: on, kind: 'expiring', severity: 'warning', says: `the agreement with the recipient ends on ${on}`, fix: 'Renew the agreement before it ends, or stop sending data.' });
}

function associate(row: Row, ctx: Context): void {
  if (row.says('contract_type', 'baa')) return;
  if (row.absent('contract_type')) {
    ctx.reportOnce({ what: 'contract_type', kind: 'gap', says: 'protected health information goes to business associates, and the file has no column for the kind of their agreements (contract_type)' });
  } else {
    const kind = row.codes('contract_type').length === 0 ? 'gap' : 'violation';
    ctx.report({ at: 'contract_type', what: 'baa', kind, says: `protected health information goes to the recipient, and ${kind === 'gap' ? 'whether there is a' : 'the agreement is no'} business associate agreement${kind === 'gap' ? ' is not recorded' : ''}` });
  }
}
