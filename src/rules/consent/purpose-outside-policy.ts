import { isIn } from '../../inventory/columns.ts';
import { live, ofStaff, personal } from '../../inventory/concepts.ts';
import { bestStanding, reportLack } from '../../inventory/consenting.ts';
import { rule } from '../../inventory/rule.ts';
import about from './purpose-outside-policy.json' with { type: 'json' };

export default rule('consent/purpose-outside-policy', about, ['purpose'], (row, ctx) => {
  const named = ctx.options.policyPurposes;
  if (named === undefined || !live(row, ctx.today) || !personal(row)) return;
  if (ofStaff(row)) {
    ctx.reportOnce({ kind: 'gap', severity: 'note', says: 'rows about employees, applicants and vendors are outside the privacy policy and were not compared with its purposes', what: 'staff' });
    return;
  }
  const before = row.day('first_use_date');
  for (const purpose of row.codes('purpose')) {
    if (named.includes(purpose) || isIn(purpose, 'STAFF_PURPOSES')) continue;
    const how = bestStanding(row, [purpose, `genetic_secondary:${purpose}`, `gipa_c:${purpose}`], ctx, before);
    reportLack(row, ctx, how, { at: 'purpose', says: `the purpose “${purpose}” is not one that the privacy policy names, and there is no prior consent`, what: purpose, before, ofFile: 'whether purposes that the policy does not name have prior consent cannot be told' });
  }
  if (row.cell('purpose').unknown.some((text) => !named.includes(text))) ctx.report({ at: 'purpose', kind: 'gap', says: 'a purpose is not known, so whether the privacy policy names it cannot be told', what: 'unknown' });
});
