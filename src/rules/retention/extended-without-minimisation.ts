import { formatDay } from '../../core/date.ts';
import { identifiability, live, personal } from '../../inventory/concepts.ts';
import { dayWords, due, isKnown } from '../../inventory/holding.ts';
import { rule } from '../../inventory/rule.ts';
import about from './extended-without-minimisation.json' with { type: 'json' };

export default rule('retention/extended-without-minimisation', about, ['retention_exception_ref'], (row, ctx) => {
  if (!live(row, ctx.today) || !personal(row)) return;
  if (!row.absent('retention_basis') && row.blank('retention_basis')) {
    ctx.report({ at: 'retention_basis', what: 'basis', says: 'an exception is claimed, but no law or business reason for it is recorded' });
  }
  const end = due(row, ctx.options);
  if (!isKnown(end) || ctx.today <= end.day || identifiability(row) !== 'identified' || row.has('minimisation_note')) return;
  ctx.report({ at: 'retention_exception_ref', what: formatDay(end.day), says: `kept past ${dayWords(end)} under an exception, but neither anonymised nor stripped of identifiers that it does not need` });
});
