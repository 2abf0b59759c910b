import { gdpr, identifiability, live, personal } from '../../inventory/concepts.ts';
import { crossesBorder, PLACES } from '../../inventory/moving.ts';
import { rule } from '../../inventory/rule.ts';
import about from './unprotected-cross-border.json' with { type: 'json' };

export default rule('transfer/unprotected-cross-border', about, [[...PLACES, 'cross_border=yes']], (row, ctx) => {
  if (!live(row, ctx.today) || !personal(row) || identifiability(row) !== 'identified') return;
  if (row.yes('encryption_in_transit') || (row.says('storage_medium', 'removable_media') && row.yes('encryption_at_rest'))) return;
  const crosses = crossesBorder(row, ctx.adequacy);
  if (crosses === 'no' || (crosses === 'unknown' && row.no('cross_border'))) return;
  const severity = gdpr(row, ctx.adequacy) ? 'error' : 'warning';
  if (row.absent('encryption_in_transit')) {
    ctx.reportOnce({ what: 'encryption_in_transit', kind: 'gap', severity, says: 'data cross borders, and the file has no column for their encryption on the way (encryption_in_transit)' });
    return;
  }
  const move = crosses === 'yes' ? 'data cross a border' : 'data may cross a border, since a cell names no country,';
  const open = crosses === 'unknown' || !row.no('encryption_in_transit');
  ctx.report({ at: 'encryption_in_transit', kind: open ? 'gap' : 'violation', severity, says: `${move} in identified form, and ${row.no('encryption_in_transit') ? 'are not encrypted' : 'no encryption is recorded'} on the way` });
});
