import { formatDay } from '../../core/date.ts';
import { childUnder, younger } from '../../inventory/children.ts';
import type { Column } from '../../inventory/columns.ts';
import { genetic, live, personal } from '../../inventory/concepts.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './period-missing.json' with { type: 'json' };

const COLUMNS: readonly Column[] = ['retention_period', 'retention_schedule_id', 'retention_end_date'];

export default rule('retention/period-missing', about, [], (row, ctx) => {
  if (!personal(row) || !live(row, ctx.today)) return;
  const at = COLUMNS.find((column) => !row.absent(column));
  if (at === undefined) {
    ctx.reportOnce({ says: 'the file has no column for a retention period, a schedule reference or an end date', what: 'no-column' });
    return;
  }
  const placeholder = row.cell('retention_period').kind === 'placeholder' || row.period()?.kind === 'placeholder';
  if ((row.has('retention_period') && !placeholder) || row.has('retention_schedule_id') || row.has('retention_end_date')) return;
  const review = row.day('next_review');
  const says = placeholder ? 'a placeholder stands in place of the retention period' : 'no retention period, criterion or schedule reference is recorded';
  if (review !== undefined && review > ctx.today) ctx.report({ at, severity: 'note', says: `${says}, only a review on ${formatDay(review)}` });
  else ctx.report({ at, severity: grave(row, ctx) ? 'error' : 'warning', says });
});

/** Genetic and health data, samples, and data of children. */
function grave(row: Row, ctx: Context): boolean {
  const kind = genetic(row) || (['health_data', 'biological_sample'] as const).some((code) => row.says('data_category', code) || row.says('data_elements', code));
  return kind || row.says('data_subject_category', 'child') || row.yes('children_data') || younger(row, ctx.today, childUnder(row, ctx.today, ctx.adequacy)) === 'yes';
}
