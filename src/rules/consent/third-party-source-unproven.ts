import { live, personal, quoted } from '../../inventory/concepts.ts';
import { rule } from '../../inventory/rule.ts';
import about from './third-party-source-unproven.json' with { type: 'json' };

export default rule('consent/third-party-source-unproven', about, ['collection_source~OTHER_SOURCES'], (row, ctx) => {
  if (!live(row, ctx.today) || !personal(row)) return;
  const agreed = row.says('collection_source', 'healthcare_provider') && row.has('contract_ref');
  const unproven = row.blank('source_consent_evidence') && row.blank('source_lawfulness_ref') && !agreed;
  if (unproven && row.absent('source_consent_evidence') && row.absent('source_lawfulness_ref')) {
    ctx.reportOnce({ kind: 'gap', says: 'data came from others, and the file has no column for evidence of consent or the law that allowed it', what: 'no-column' });
  } else if (unproven) {
    ctx.report({ at: 'collection_source', says: `the data came from ${quoted(row, 'collection_source')}, and nothing shows the person’s consent or the law that allowed it`, what: row.code('collection_source') ?? '' });
  }
  if (row.has('combined_with')) ctx.report({ at: 'combined_with', severity: 'note', says: 'data from others are combined with own data, which the notice must say', what: 'combined' });
});
