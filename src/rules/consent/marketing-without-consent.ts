import { gdpr, live, personal, special, ukGdpr } from '../../inventory/concepts.ts';
import type { Row } from '../../inventory/row.ts';
import { rule } from '../../inventory/rule.ts';
import about from './marketing-without-consent.json' with { type: 'json' };

/** A list of people who are not to be contacted. */
function suppression(row: Row): boolean {
  return row.says('data_category', 'suppression_entry') && row.codes('data_category').length === 1 && row.cell('data_category').unknown.length === 0;
}

export default rule('consent/marketing-without-consent', about, ['purpose~MARKETING'], (row, ctx) => {
  if (!live(row, ctx.today) || !personal(row) || suppression(row)) return;
  const bases = row.codes('legal_basis');
  const [consent, others] = [bases.includes('consent'), bases.filter((code) => code !== 'consent')];
  if (consent && others.length === 0) return;
  const grave = special(row) || row.yes('hipaa_phi') ? ({ severity: 'error' } as const) : {};
  const what = bases.toSorted().join(' ');
  const named = bases.map((code) => `“${code}”`).join(' and ');
  if (bases.length === 0) {
    const known = row.has('legal_basis') ? 'a basis that is not known' : 'no recorded basis';
    if (row.absent('legal_basis')) ctx.reportOnce({ kind: 'gap', says: 'the file has no column for the legal basis on which marketing rests' });
    else ctx.report({ at: 'legal_basis', kind: 'gap', ...grave, says: `marketing rests on ${known}; the privacy policy lists it under consent`, what: 'none' });
  } else if (consent) {
    ctx.report({ at: 'legal_basis', ...grave, says: `marketing rests on a mixed basis, ${named}; the privacy policy lists it under consent`, what });
  } else if (bases.every((code) => code === 'soft_opt_in') && (gdpr(row, ctx.adequacy) || ukGdpr(row))) {
    ctx.report({ at: 'legal_basis', severity: 'note', ...grave, says: 'marketing rests on the soft opt-in for existing customers; the privacy policy lists it under consent', what });
  } else {
    ctx.report({ at: 'legal_basis', ...grave, says: `marketing rests on ${named}; the privacy policy lists it under consent`, what });
  }
});
