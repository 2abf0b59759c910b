import { namesClass, reportMinimum } from '../../inventory/minimum.ts';
import { rule } from '../../inventory/rule.ts';
import type { ScheduleLine } from '../../inventory/schedule.ts';
import about from './trial-records-minimum.json' with { type: 'json' };

const trial = ({ basis }: ScheduleLine): boolean => basis === 'TRIAL';

export default rule('retention/trial-records-minimum', about, [namesClass(trial), ['retention_period', 'retention_end_date']], (row, ctx) => {
  reportMinimum(row, ctx, trial, { also: '; a participant’s withdrawal or erasure request does not shorten it' });
});
