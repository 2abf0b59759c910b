import { heldOfPerson, reportLack, standing } from '../../inventory/consenting.ts';
import { GENETIC } from '../../inventory/facts.ts';
import { cover, kindOf } from '../../inventory/gipa.ts';
import { rule } from '../../inventory/rule.ts';
import about from './gipa-a-testing-use.json' with { type: 'json' };

export default rule('consent/gipa-a-testing-use', about, [GENETIC, 'subject_jurisdiction=US-CA'], (row, ctx) => {
  const covered = cover(row);
  if (!covered || !heldOfPerson(row, ctx.today)) return;
  const how = standing(row, 'gipa_a_use', ctx);
  reportLack(row, ctx, how, {
    at: 'consent_scope', ...kindOf(covered), says: 'there is no separate express consent to the use of the genetic data', tail: covered.says,
    ofFile: 'whether genetic data of Californians are used with express consent cannot be told',
  });
});
