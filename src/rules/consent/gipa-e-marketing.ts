import { heldOfPerson, reportLack, standing } from '../../inventory/consenting.ts';
import { GENETIC } from '../../inventory/facts.ts';
import { cover, kindOf } from '../../inventory/gipa.ts';
import type { Row } from '../../inventory/row.ts';
import { rule } from '../../inventory/rule.ts';
import about from './gipa-e-marketing.json' with { type: 'json' };

/** Advertising on the own pages to everybody who bought: nothing about the person decides. */
function ownAndGeneral(row: Row): boolean {
  const channels = row.codes('marketing_channel');
  const own = channels.length > 0 && row.cell('marketing_channel').unknown.length === 0 && channels.every((code) => code === 'own_website' || code === 'own_app');
  return own && row.says('marketing_audience_basis', 'purchase_only');
}

export default rule('consent/gipa-e-marketing', about, [[...GENETIC, 'data_category=order_history'], 'purpose~MARKETING', 'subject_jurisdiction=US-CA'], (row, ctx) => {
  const covered = cover(row);
  if (!covered || !heldOfPerson(row, ctx.today) || ownAndGeneral(row)) return;
  const onGenes = row.any('data_category', 'GENETIC') || row.any('data_elements', 'GENETIC');
  reportLack(row, ctx, standing(row, 'gipa_e_marketing', ctx), {
    at: 'purpose', ...kindOf(covered), says: `marketing uses ${onGenes ? 'genetic data' : 'the fact that a test was ordered'} without a separate express consent`, tail: covered.says,
    ofFile: 'whether marketing with genetic data or orders has consent cannot be told',
  });
});
