import { isIn } from '../../inventory/columns.ts';
import { deidComplete, personal } from '../../inventory/concepts.ts';
import { granted } from '../../inventory/consenting.ts';
import type { Truth } from '../../inventory/cell.ts';
import { GENETIC } from '../../inventory/facts.ts';
import { type Receiving, receiving, words } from '../../inventory/recipients.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './insurer-or-employer-genetic.json' with { type: 'json' };

const INFORMATION = [...GENETIC, 'data_category=family_history', 'data_elements=family_history'] as const;
const CLAIM = ['insurance_claim', 'billing'];

export default rule('sharing/insurer-or-employer-genetic', about, [INFORMATION, 'recipient_type~INSURERS_EMPLOYERS'], (row, ctx) => {
  if (!personal(row) || deidComplete(row)) return;
  for (const group of receiving(row, 'INSURERS_EMPLOYERS')) {
    const claim = group.type === 'health_plan' && onlyBilling(row) ? consented(row, ctx, group) : 'no';
    if (claim === 'yes') continue;
    if (claim === 'unknown' && row.absent('consent_scope') && row.absent('consent_status')) {
      ctx.reportOnce({ what: 'consent', kind: 'gap', says: 'the file has no columns for consent: whether claims with genetic information are consented to cannot be told' });
      continue;
    }
    const use = row.says('purpose', 'underwriting') ? ' for underwriting' : '';
    const open = claim === 'unknown' ? ', and whether the person consented to the claim is not recorded' : '';
    ctx.report({ at: 'recipient_type', what: group.type, kind: claim === 'unknown' ? 'gap' : 'violation', says: `genetic information is disclosed to an insurer or employer (${words(group.type)})${use}${open}` });
  }
});

/** A claim and nothing but its billing: a genetic test may be named in it, its data are not. */
function onlyBilling(row: Row): boolean {
  const [purposes, categories] = [row.codes('purpose'), row.codes('data_category')];
  return purposes.includes('insurance_claim') && purposes.every((purpose) => CLAIM.includes(purpose))
    && categories.length > 0 && row.cell('data_category').unknown.length === 0 && categories.every((category) => isIn(category, 'BILLING'));
}

function consented(row: Row, ctx: Context, { type, names }: Receiving): Truth {
  const whole = granted(row, 'insurance_claim', ctx);
  if (whole === 'yes') return 'yes';
  const each = (names.length > 0 ? names : [type]).map((name) => granted(row, `share:${name}`, ctx));
  if (each.every((truth) => truth === 'yes')) return 'yes';
  return whole === 'unknown' || !each.includes('no') ? 'unknown' : 'no';
}
