import { genetic, quoted } from '../../inventory/concepts.ts';
import { destinations } from '../../inventory/moving.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './exception-undocumented.json' with { type: 'json' };

export default rule('sharing/exception-undocumented', about, ['disclosure_exception'], (row, ctx) => {
  if (row.codes('disclosure_exception').length === 0) {
    ctx.report({ at: 'disclosure_exception', what: 'unknown', says: 'the exception that is claimed is none of the five that the policy allows' });
  }
  if (row.absent('disclosure_exception_ref')) {
    ctx.reportOnce({ what: 'disclosure_exception_ref', kind: 'gap', says: 'exceptions are claimed, and the file has no column for their proof (disclosure_exception_ref)' });
  } else if (row.blank('disclosure_exception_ref')) {
    ctx.report({ at: 'disclosure_exception_ref', says: `the exception ${quoted(row, 'disclosure_exception')} has no order, statute or reason on file` });
  }
  foreign(row, ctx);
  if (row.says('disclosure_exception', 'made_public_by_subject') && genetic(row) && !row.says('art9_condition', '9(2)(e)')) {
    ctx.report({ at: 'disclosure_exception', what: 'made-public', says: 'genetic data are disclosed because the person made them public, and the condition for it (9(2)(e)) is not recorded' });
  }
});

/** The first case of the policy names US law alone. */
function foreign(row: Row, ctx: Context): void {
  if (!row.says('disclosure_exception', 'law_or_court_national_security_public_health')) return;
  const elsewhere = destinations(row, (place) => ctx.adequacy.within(place, 'US') === 'yes', ['recipient_country']).map(({ place }) => place);
  if (elsewhere.length > 0) ctx.report({ at: 'recipient_country', what: elsewhere.join(' '), says: `the exception for orders and laws of the United States is claimed for a recipient in ${elsewhere.join(', ')}` });
}
