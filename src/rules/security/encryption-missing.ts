import { isIn } from '../../inventory/columns.ts';
import { identifiability, live, sensitive } from '../../inventory/concepts.ts';
import type { Row } from '../../inventory/row.ts';
import { rule } from '../../inventory/rule.ts';
import about from './encryption-missing.json' with { type: 'json' };

const SENSITIVE = ['special_category=yes', 'data_category~SPECIAL', 'data_category~SENSITIVE', 'data_elements~SPECIAL', 'data_elements~SENSITIVE'] as const;
const GAIN = 'encrypted, they would fall outside most duties to give notice of a breach';

export default rule('security/encryption-missing', about, [SENSITIVE], (row, ctx) => {
  if (!sensitive(row) || !live(row, ctx.today) || row.yes('encryption_at_rest') || row.has('compensating_control_ref')) return;
  const tied = identifiability(row);
  if (tied === 'anonymised' || tied === 'aggregated' || tangible(row)) return;
  if (row.absent('encryption_at_rest')) {
    ctx.reportOnce({ what: 'encryption_at_rest', kind: 'gap', severity: 'warning', says: 'sensitive data are held, and the file has no column for their encryption (encryption_at_rest)' });
    return;
  }
  const data = `sensitive data (${kinds(row)})${portable(row)}`;
  if (row.no('encryption_at_rest')) ctx.report({ at: 'encryption_at_rest', says: `${data} are stored without encryption; ${GAIN}` });
  else ctx.report({ at: 'encryption_at_rest', kind: 'gap', severity: 'warning', says: `that ${data} are encrypted is not recorded; ${GAIN}` });
});

/** Nothing that could be encrypted: paper, a freezer, or samples and no data of them. */
function tangible(row: Row): boolean {
  const [media, data] = [row.codes('storage_medium'), row.codes('data_category')];
  if (media.length > 0) return media.every((medium) => isIn(medium, 'TANGIBLE'));
  return data.length > 0 && data.every((code) => code === 'biological_sample') && row.codes('data_elements').length === 0;
}

/** The sensitive categories, by their codes. */
function kinds(row: Row): string {
  const codes = [...row.codes('data_category'), ...row.codes('data_elements')].filter((code) => isIn(code, 'SPECIAL') || isIn(code, 'SENSITIVE'));
  return codes.length === 0 ? 'special category' : [...new Set(codes)].join(', ');
}

function portable(row: Row): string {
  return row.any('storage_medium', 'PORTABLE') ? ' on a portable device' : '';
}
