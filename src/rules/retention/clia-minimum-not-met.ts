import { namesClass, reportMinimum } from '../../inventory/minimum.ts';
import { rule } from '../../inventory/rule.ts';
import type { ScheduleLine } from '../../inventory/schedule.ts';
import about from './clia-minimum-not-met.json' with { type: 'json' };

const clia = ({ basis }: ScheduleLine): boolean => basis === 'CLIA';

export default rule('retention/clia-minimum-not-met', about, [['retention_period', 'retention_end_date'], namesClass(clia).concat('clia_regulated=yes')], (row, ctx) => {
  const sure = row.yes('clia_regulated');
  reportMinimum(row, ctx, clia, sure ? {} : { also: '; whether the work is regulated by CLIA is not recorded', is: { kind: 'gap', severity: 'note' } });
});
