import { directlyNamed } from '../../inventory/direct.ts';
import type { Row } from '../../inventory/row.ts';
import { rule } from '../../inventory/rule.ts';
import about from './anonymised-implausible.json' with { type: 'json' };

export default rule('security/anonymised-implausible', about, ['identifiability~UNLINKED'], (row, ctx) => {
  const why = reasons(row);
  const called = `called ${row.code('identifiability')}, but`;
  if (why.length > 0) {
    ctx.report({ at: 'identifiability', what: why.join('; '), says: `${called} it holds ${why.join(' and ')}` });
  } else if (row.says('data_category', 'online_identifiers') || row.says('data_elements', 'online_identifiers')) {
    ctx.report({ at: 'identifiability', what: 'online_identifiers', severity: 'note', says: `${called} a shortened IP address or a device identifier can still single somebody out` });
  }
});

function reasons(row: Row): string[] {
  const size = row.number('cohort_size');
  const found: (string | false)[] = [
    row.any('data_category', 'INDIVIDUAL_GENOMIC') && 'individual-level genomic data or samples',
    (row.has('subject_ref') || row.has('subject_birth_date') || row.any('data_category', 'DIRECT') || row.any('data_elements', 'DIRECT') || directlyNamed(row).length > 0) && 'direct identifiers',
    row.has('postal_prefix') && (row.has('subject_age') || row.has('age_band')) && 'a postcode beside an age',
    size !== undefined && size < about.limits.smallestCell && `a cell of fewer than ${about.limits.smallestCell} people`,
  ];
  return found.filter((reason) => reason !== false);
}
