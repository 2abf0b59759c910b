import { younger } from '../../inventory/children.ts';
import { genetic, identifiability, live, personal } from '../../inventory/concepts.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './indefinite-period.json' with { type: 'json' };

const ONLINE = ['website', 'app', 'online_service', 'cookie'] as const;
/** Words for media that keep whatever was once written to them. */
const CHAIN = /block ?chain|distributed ledger|ブロックチェーン/i;

export default rule('retention/indefinite-period', about, ['retention_period'], (row, ctx) => {
  if (row.period()?.kind !== 'indefinite' || !personal(row) || !live(row, ctx.today) || suppression(row)) return;
  const tied = identifiability(row);
  if (tied !== 'identified' && tied !== 'pseudonymised') return;
  const chained = (['retention_period', 'storage_location', 'system_name', 'asset_name', 'description'] as const).some((column) => CHAIN.test(row.text(column)));
  const grave = chained || genetic(row) || row.says('data_category', 'biological_sample') || row.says('data_elements', 'biological_sample') || childOnline(row, ctx);
  ctx.report({
    at: 'retention_period', severity: grave ? 'error' : 'warning', ...(chained ? { what: 'blockchain' } : {}),
    says: `personal data are kept without end${chained ? ' on a blockchain, from which nothing can be erased' : ''}`,
  });
});

/** Nothing but entries that keep people from being written to again. */
function suppression(row: Row): boolean {
  const categories = row.codes('data_category');
  return row.says('record_class', 'marketing.suppression') || (categories.length > 0 && categories.every((code) => code === 'suppression_entry') && row.cell('data_category').unknown.length === 0);
}

/** Online data of a child below the age of the children's online rule; a row of children without an age counts as such. */
function childOnline(row: Row, ctx: Context): boolean {
  const online = ONLINE.some((channel) => row.says('collection_channel', channel)) || row.says('data_category', 'online_identifiers');
  const young = younger(row, row.day('collection_date') ?? ctx.today, about.limits.childUnder);
  return online && (young === 'yes' || (young === 'unknown' && (row.says('data_subject_category', 'child') || row.yes('children_data'))));
}
