/** The dated tables that rules look things up in: the retention schedule and the adequacy lists. */
import type { Adequacy } from './adequacy.ts';
import { adequacyTable } from './adequacy-table.ts';

export { schedule } from './schedule-table.ts';

export const adequacy: Adequacy = adequacyTable;
