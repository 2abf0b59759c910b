import { namesClass, reportMinimum } from '../../inventory/minimum.ts';
import { rule } from '../../inventory/rule.ts';
import type { ScheduleLine } from '../../inventory/schedule.ts';
import about from './hipaa-documentation-six-years.json' with { type: 'json' };

const hipaa = ({ basis }: ScheduleLine): boolean => basis === 'HIPAA';

export default rule('retention/hipaa-documentation-six-years', about, [namesClass(hipaa), ['retention_period', 'retention_end_date']], (row, ctx) => {
  reportMinimum(row, ctx, hipaa);
});
