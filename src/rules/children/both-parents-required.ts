import { childUnder, younger } from '../../inventory/children.ts';
import { live } from '../../inventory/concepts.ts';
import type { Row } from '../../inventory/row.ts';
import { rule } from '../../inventory/rule.ts';
import about from './both-parents-required.json' with { type: 'json' };

/** One person has custody: a guardian, somebody whom a court appointed, or a parent with evidence of it. */
function soleCustody(row: Row): boolean {
  return row.has('custody_evidence_ref') || row.says('guardian_relation', 'guardian') || row.says('guardian_relation', 'court_appointee');
}

export default rule('children/both-parents-required', about, ['guardian_consent_status~CONSENT_VALID', ['subject_birth_date', 'subject_age', 'age_band']], (row, ctx) => {
  const on = row.day('collection_date') ?? ctx.today;
  if (!live(row, ctx.today) || soleCustody(row) || younger(row, on, childUnder(row, on, ctx.adequacy)) !== 'yes') return;
  if (row.absent('parents_marital_status')) {
    ctx.reportOnce({ kind: 'gap', severity: 'note', says: 'the file has no column for whether the parents are married: that each of them consented cannot be told', what: 'no-column' });
    return;
  }
  const [marital, n] = [row.code('parents_marital_status'), row.number('guardian_consent_count')];
  if (marital !== undefined && marital !== 'married') return;
  if (n !== undefined && n >= about.limits.parents) return;
  if (marital === undefined) ctx.report({ at: 'parents_marital_status', kind: 'gap', severity: 'note', says: 'whether the parents are married is not recorded, so that each of them must have consented cannot be told' });
  else if (n === undefined) ctx.report({ at: row.absent('guardian_consent_count') ? 'parents_marital_status' : 'guardian_consent_count', kind: 'gap', says: 'the parents are married, so each of them must consent, and how many did is not recorded' });
  else ctx.report({ at: 'guardian_consent_count', says: `the parents are married, so each of them must consent; ${n === 1 ? 'one consent is' : `${n} consents are`} recorded` });
});
