import { formatDay } from '../../core/date.ts';
import { periodWords } from '../../core/period.ts';
import type { Truth } from '../../inventory/cell.ts';
import { live, personal } from '../../inventory/concepts.ts';
import { dayWords, due, hold, isKnown, onHold } from '../../inventory/holding.ts';
import { legalEnd, tooShort } from '../../inventory/limits.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './limit-exceeded.json' with { type: 'json' };

export default rule('retention/limit-exceeded', about, [['retention_period', 'retention_end_date']], (row, ctx) => {
  if (!live(row, ctx.today) || !personal(row) || row.has('retention_exception_ref') || onHold(row, ctx.today)) return;
  const end = due(row, ctx.options);
  if (!isKnown(end) || end.day > ctx.today + ctx.options.horizon) return;
  const required = requiredByLaw(row, ctx);
  if (required === 'yes') return;
  const at = row.has('retention_end_date') ? 'retention_end_date' : 'retention_period';
  const found = { at, what: formatDay(end.day) } as const;
  if (ctx.today <= end.day) {
    ctx.report({ ...found, kind: 'expiring', severity: 'note', what: `ahead ${found.what}`, says: `retention ends on ${dayWords(end)}` });
    return;
  }
  const over = `retention ended on ${dayWords(end)}`;
  if (required === 'unknown') ctx.report({ ...found, kind: 'gap', severity: 'warning', says: `${over}; whether a minimum of law for its record class has run cannot be said` });
  else if (at === 'retention_period' && row.period()?.doubt !== undefined) ctx.report({ ...found, kind: 'gap', severity: 'warning', says: `${over}, if its text was read right: ${row.period()?.doubt}` });
  else if (heldPerhaps(row)) ctx.report({ ...found, kind: 'gap', severity: 'warning', says: `${over}; whether a legal hold is in force cannot be said` });
  else ctx.report({ ...found, says: `${over} (${periodWords({ n: ctx.today - end.day, unit: 'days' })} ago) and the data are still held in identifiable form` });
});

/** Whether a minimum of law still keeps the row; a minimum without a date does as long as the stated period is too short for it. */
function requiredByLaw(row: Row, ctx: Context): Truth {
  let found: Truth = 'no';
  for (const match of ctx.schedule.of(row, ctx.today)) {
    if (match.line.kind !== 'statutory' || !match.min || !match.certain) continue;
    const end = legalEnd(row, match);
    const still = end === 'unknown' ? tooShort(row, match).breaks === 'yes' : 'on' in end ? ctx.today <= end.on : ctx.today <= end.notBefore;
    if (still) return 'yes';
    if (end === 'unknown' || 'notBefore' in end) found = 'unknown';
  }
  return found;
}

/** The row speaks of a hold, but not so that anybody could say whether it is in force. */
function heldPerhaps(row: Row): boolean {
  const said = hold(row);
  return said ? said.until === 'unknown' && !row.no('legal_hold') : row.has('legal_hold') && row.truth('legal_hold') === 'unknown';
}
