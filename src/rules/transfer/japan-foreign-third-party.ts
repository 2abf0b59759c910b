import { live, personal } from '../../inventory/concepts.ts';
import { reportLack, standing } from '../../inventory/consenting.ts';
import { appi, destinations, recipientFacts } from '../../inventory/moving.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './japan-foreign-third-party.json' with { type: 'json' };

const APPLIES = ['subject_jurisdiction', 'controller_establishment', 'regimes=appi'] as const;

export default rule('transfer/japan-foreign-third-party', about, [APPLIES, 'recipient_country'], (row, ctx) => {
  if (!appi(row) || !personal(row) || !live(row, ctx.today) || excused(row)) return;
  const abroad = destinations(row, (place) => ctx.adequacy.within(place, 'JP') === 'yes', ['recipient_country'])
    .map(({ place }) => place).filter((place) => ctx.adequacy.adequate('jp', place, ctx.today, recipientFacts(row)).adequate !== true);
  if (abroad.length > 0) consent(row, ctx, abroad);
});

/** Equivalent measures, an exception of Art. 27(1), or nobody outside the house. */
function excused(row: Row): boolean {
  const types = row.codes('recipient_type');
  return row.says('transfer_mechanism', 'appi_equivalent_measures') || row.says('transfer_mechanism', 'apec_cbpr')
    || row.any('sharing_ground', 'APPI_EXEMPT') || (types.length > 0 && types.every((type) => type === 'internal'));
}

function consent(row: Row, ctx: Context, abroad: readonly string[]): void {
  const to = abroad.join(', ');
  const how = standing(row, 'appi_foreign_transfer', ctx);
  if (how !== 'given') {
    const listed = row.says('transfer_mechanism', 'appi_whitelist') ? ', which is not designated as equivalent,' : '';
    reportLack(row, ctx, how, { at: 'recipient_country', what: to, says: `data from Japan go to ${to}${listed} without equivalent measures and without proven consent to a foreign transfer`, ofFile: 'whether transfers from Japan are consented to cannot be told' });
  } else if (row.absent('transfer_info_given')) {
    ctx.reportOnce({ what: 'transfer_info_given', kind: 'gap', says: 'foreign transfers rest on consent, and the file has no column for the information that must go with it (transfer_info_given)' });
  } else if (!row.yes('transfer_info_given')) {
    const without = row.no('transfer_info_given');
    ctx.report({ at: 'transfer_info_given', what: to, kind: without ? 'violation' : 'gap', says: `consent to the transfer to ${to} was given ${without ? 'without' : 'and nothing shows'} the information about the country and the recipient's measures` });
  }
}
