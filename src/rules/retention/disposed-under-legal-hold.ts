import { formatDay } from '../../core/date.ts';
import { hold } from '../../inventory/holding.ts';
import { rule } from '../../inventory/rule.ts';
import about from './disposed-under-legal-hold.json' with { type: 'json' };

export default rule('retention/disposed-under-legal-hold', about, ['disposal_date', ['legal_hold=yes', 'legal_hold_date', 'legal_hold_ref']], (row, ctx) => {
  const [held, disposed] = [hold(row), row.day('disposal_date')];
  if (!held || disposed === undefined) return;
  const { from, until } = held;
  if ((from !== 'unknown' && disposed < from) || (until !== undefined && until !== 'unknown' && disposed >= until)) return;
  const gone = `${disposed > ctx.today ? 'disposal is set for' : 'disposed of on'} ${formatDay(disposed)}`;
  const found = { at: 'disposal_date', what: formatDay(disposed) } as const;
  if (from === 'unknown') ctx.report({ ...found, kind: 'gap', severity: 'warning', says: `${gone}; whether a legal hold was in force cannot be said, since it has no start date` });
  else if (until === 'unknown') ctx.report({ ...found, kind: 'gap', severity: 'warning', says: `${gone}; whether the legal hold of ${formatDay(from)} was still in force cannot be said, since the day of its release is not recorded` });
  else ctx.report({ ...found, says: `${gone} although a legal hold was in force from ${formatDay(from)}${until === undefined ? '' : ` to its release on ${formatDay(until)}`}` });
});
