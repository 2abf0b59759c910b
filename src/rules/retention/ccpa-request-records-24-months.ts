import { reportMinimum } from '../../inventory/minimum.ts';
import { rule } from '../../inventory/rule.ts';
import about from './ccpa-request-records-24-months.json' with { type: 'json' };

export default rule('retention/ccpa-request-records-24-months', about, ['record_class=ccpa.request_log'], (row, ctx) => {
  reportMinimum(row, ctx, ({ recordClass }) => recordClass === 'ccpa.request_log');
  const other = row.codes('purpose').filter((code) => code !== 'rights_request_management');
  if (other.length > 0) ctx.report({ at: 'purpose', what: other.join(' '), says: `the log of consumer requests is used for ${other.join(', ')}, and may be used for nothing but the requests` });
  else if (row.cell('purpose').unknown.length > 0) ctx.report({ at: 'purpose', kind: 'gap', what: 'purpose', says: 'whether the log of consumer requests is used for nothing but the requests cannot be said: a purpose is not of the vocabulary' });
});
