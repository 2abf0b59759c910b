import { live, personal } from '../../inventory/concepts.ts';
import { type Reckoned, due, isKnown } from '../../inventory/holding.ts';
import { heldWords } from '../../inventory/limits.ts';
import type { Row } from '../../inventory/row.ts';
import { rule } from '../../inventory/rule.ts';
import about from './period-not-computable.json' with { type: 'json' };

export default rule('retention/period-not-computable', about, ['retention_period'], (row, ctx) => {
  if (!personal(row) || !(live(row, ctx.today) || row.says('status', 'planned'))) return;
  const end = due(row, ctx.options);
  if (isKnown(end) || suffices(row, end)) {
    const doubt = row.period()?.doubt;
    if (doubt !== undefined && row.blank('retention_end_date')) ctx.report({ at: 'retention_period', kind: 'gap', severity: 'note', what: 'doubt', says: `the retention text was read as ${heldWords(row)}, but ${doubt}` });
    return;
  }
  const found = { at: end.unknown === 'unreadable-date' && row.has('retention_end_date') ? 'retention_end_date' : 'retention_period', what: end.unknown, says: `the retention text gives no last day: ${end.why}` } as const;
  switch (end.unknown) {
    // A placeholder and a text without end have rules of their own.
    case 'nothing-said': case 'not-kept': case 'no-end': return;
    case 'no-start-date': case 'unreadable': case 'unreadable-date': return ctx.report({ ...found, kind: 'gap' });
    default: return ctx.report(found);
  }
});

/** What an asset's rows have in common is the event; its day is theirs. */
function suffices(row: Row, end: Reckoned): boolean {
  return row.level === 'asset' && 'unknown' in end && end.unknown === 'no-start-date';
}
