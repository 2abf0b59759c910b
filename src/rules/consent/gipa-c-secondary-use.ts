import { isIn } from '../../inventory/columns.ts';
import { heldOfPerson, reportLack, standing } from '../../inventory/consenting.ts';
import { GENETIC } from '../../inventory/facts.ts';
import { cover, kindOf } from '../../inventory/gipa.ts';
import { rule } from '../../inventory/rule.ts';
import about from './gipa-c-secondary-use.json' with { type: 'json' };

export default rule('consent/gipa-c-secondary-use', about, [[...GENETIC, 'data_category=biological_sample'], 'purpose', 'subject_jurisdiction=US-CA'], (row, ctx) => {
  const covered = cover(row);
  if (!covered || !heldOfPerson(row, ctx.today)) return;
  const ofFile = 'whether uses beyond the test have consents of their own cannot be told';
  for (const purpose of row.codes('purpose')) {
    if (isIn(purpose, 'SERVICE_PURPOSES')) continue;
    reportLack(row, ctx, standing(row, `gipa_c:${purpose}`, ctx), {
      at: 'purpose', ...kindOf(covered), what: purpose, ofFile, says: `the use “${purpose}” goes beyond the test and has no separate express consent`, tail: covered.says,
    });
  }
  if (row.cell('purpose').unknown.length > 0) ctx.report({ at: 'purpose', kind: 'gap', severity: 'warning', says: 'a purpose is not known, so whether it goes beyond the test cannot be told', what: 'unknown' });
});
