import { reportMinimum } from '../../inventory/minimum.ts';
import { rule } from '../../inventory/rule.ts';
import type { ScheduleLine } from '../../inventory/schedule.ts';
import about from './below-statutory-minimum.json' with { type: 'json' };

/** Lines that a rule of their own looks after. */
const ELSEWHERE: ReadonlySet<string> = new Set(['CLIA', 'HIPAA', 'TRIAL']);
const others = ({ basis, recordClass }: ScheduleLine): boolean => !ELSEWHERE.has(basis) && recordClass !== 'ccpa.request_log';

export default rule('retention/below-statutory-minimum', about, [['retention_period', 'retention_end_date'], ['record_class', 'data_category=genetic_test_report']], (row, ctx) => {
  reportMinimum(row, ctx, others);
});
