import { type Day, formatDay } from '../../core/date.ts';
import type { Cell } from '../../inventory/cell.ts';
import { about as aboutColumn, type Column, COLUMNS } from '../../inventory/columns.ts';
import { after, period } from '../../inventory/concepts.ts';
import type { Fact } from '../../inventory/facts.ts';
import { due, isKnown } from '../../inventory/holding.ts';
import { presentIn } from '../../inventory/present.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule, type Severity } from '../../inventory/rule.ts';
import { withCell } from '../../inventory/variant.ts';
import about from './ambiguous-date.json' with { type: 'json' };

const DATES = COLUMNS.filter((column) => aboutColumn(column).type === 'date');
const dates = presentIn(DATES);

/** May hold an event in words ("end of the study"). */
const EVENTS: readonly Column[] = ['consent_expiry'];
/** Start the clock of a revocation. */
const REVOKED: readonly Column[] = ['consent_withdrawn_date', 'sample_destruction_request_date'];

export default rule('quality/ambiguous-date', about, [DATES.map((column): Fact => `${column}?`)], (row, ctx) => {
  for (const column of dates(row)) {
    const cell = row.cell(column);
    if (cell.kind !== 'value' || cell.doubt === undefined) continue;
    if (cell.days.length > 1) twofold(row, ctx, column, cell);
    else if (cell.doubt !== 'unreadable') guessed(ctx, column, cell);
    else if (!EVENTS.includes(column)) ctx.report({ at: column, what: 'unreadable', kind: 'gap', says: `${column} is no date that can be read` });
  }
});

function twofold(row: Row, ctx: Context, column: Column, { days, doubt }: Cell): void {
  const [a, b] = days as [Day, Day];
  const changes = outcome(row, ctx, column, a, b);
  const severity: Severity = doubt === 'mixed-order' || changes !== undefined ? 'error' : 'warning';
  const mixed = doubt === 'mixed-order' ? ', and the column has dates of both orders' : '';
  const may = isPersonal(column) ? `${column} can be read as two days` : `${column} may be ${formatDay(a)} or ${formatDay(b)}`;
  ctx.report({ at: column, what: isPersonal(column) ? '' : `${formatDay(a)} ${formatDay(b)}`, kind: 'gap', severity, says: `${may}${mixed}${changes === undefined ? '' : `; ${changes}`}` });
}

/** Read one way only, by a convention that may be the wrong one. */
function guessed(ctx: Context, column: Column, { days, doubt }: Cell): void {
  const day = days[0] === undefined || isPersonal(column) ? '' : ` (${formatDay(days[0])})`;
  if (doubt === 'mixed-order') ctx.report({ at: column, what: doubt, severity: 'error', says: `${column}${day} is written in another order than other dates of its column` });
  else if (doubt === 'two-digit-year') ctx.report({ at: column, what: doubt, says: `${column} has a year of two digits; its century${day} is a guess` });
  else if (doubt === 'excel-serial') ctx.report({ at: column, what: doubt, says: `${column} is a spreadsheet's day number${day} and no date` });
}

const isPersonal = (column: Column): boolean => aboutColumn(column).personal === true;

/** What hangs on the reading: today lies between the two days, or between the two ends of a period that they give. */
function outcome(row: Row, ctx: Context, column: Column, a: Day, b: Day): string | undefined {
  const between = (x: Day, y: Day): boolean => x < ctx.today !== y < ctx.today;
  if (between(a, b)) return 'one of them has passed and the other has not';
  const [dueA, dueB] = [a, b].map((day) => due(withCell(row, column, { ...row.cell(column), day, days: [day] }), ctx.options));
  if (dueA && dueB && isKnown(dueA) && isKnown(dueB) && between(dueA.day, dueB.day)) return ends('the retention period', column, dueA.day, dueB.day);
  if (!REVOKED.includes(column)) return undefined;
  const [actA, actB] = [a, b].map((day) => after(day, period(about.limits.revocation))) as [Day, Day];
  return between(actA, actB) ? ends('the time to act on it', column, actA, actB) : undefined;
}

function ends(what: string, column: Column, a: Day, b: Day): string {
  return isPersonal(column) ? `${what} has ended by one reading and not by the other` : `${what} ends on ${formatDay(a)} or ${formatDay(b)}, and only one of them has passed`;
}
