import { missing } from '../../inventory/required.ts';
import { rule } from '../../inventory/rule.ts';
import about from './required-field-missing.json' with { type: 'json' };

export default rule('quality/required-field-missing', about, [], (row, ctx) => {
  for (const { column, columns, absent, says, by } of missing(row, ctx)) {
    const why = `${says}${by === undefined ? '' : ` (${by})`}`;
    if (absent) ctx.reportOnce({ what: columns.join(' '), says: `the file has no column ${columns.join(' or ')}: ${says}` });
    else ctx.report({ at: column, what: says, says: `${column} is empty: ${why}` });
  }
});
