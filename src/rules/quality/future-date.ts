import { civil, civilDay, type Day, formatDay } from '../../core/date.ts';
import { about as aboutColumn, type Column } from '../../inventory/columns.ts';
import { after, period } from '../../inventory/concepts.ts';
import type { Fact } from '../../inventory/facts.ts';
import { presentIn } from '../../inventory/present.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './future-date.json' with { type: 'json' };

/** Dates of what has happened. */
const PAST = ['collection_date', 'consent_date', 'consent_withdrawn_date', 'marketing_opt_out_date', 'subject_birth_date', 'disposal_date', 'last_reviewed', 'dpia_date', 'last_activity_date'] as const satisfies readonly Column[];
const past = presentIn(PAST);

export default rule('quality/future-date', about, [PAST.map((column): Fact => `${column}>today`)], (row, ctx) => {
  const latest = after(ctx.today, period(about.limits.tolerance));
  for (const column of past(row)) {
    const { days } = row.cell(column);
    const [day] = days;
    // Where another reading lies in the past the date is ambiguous, which is told as that.
    if (day !== undefined && days.every((one) => one > latest)) tell(row, ctx, column, day, latest);
  }
});

function tell(row: Row, ctx: Context, column: Column, day: Day, latest: Day): void {
  const personal = aboutColumn(column).personal === true;
  const date = personal ? '' : ` ${formatDay(day)}`;
  if (column === 'disposal_date') {
    ctx.report({ at: column, what: formatDay(day), severity: 'warning', says: `disposal_date${date} lies in the future, so it is a plan`, fix: 'Move a planned disposal to retention_end_date; disposal_date is for what has happened.' });
    return;
  }
  const other = swapped(day);
  const hint = other !== undefined && other <= latest ? `; with day and month exchanged it ${personal ? 'does not' : `is ${formatDay(other)}`}` : '';
  const guessed = row.cell(column).doubt === 'two-digit-year';
  ctx.report({ at: column, what: personal ? '' : formatDay(day), ...(guessed ? { severity: 'warning' } : {}), says: `${column}${date} lies in the future${guessed ? ', if its two-digit year is read right' : ''}${hint}` });
}

/** The date with its day and month exchanged, where that is another date. */
function swapped(day: Day): Day | undefined {
  const { year, month, day: d } = civil(day);
  return d === month ? undefined : civilDay(year, d, month);
}
