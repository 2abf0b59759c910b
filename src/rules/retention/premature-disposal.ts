import { type Day, formatDay } from '../../core/date.ts';
import { type Period, periodWords } from '../../core/period.ts';
import { legalEnd, limitWords } from '../../inventory/limits.ts';
import { maximumWords, rivalMaximum } from '../../inventory/maximum.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import type { Match } from '../../inventory/schedule.ts';
import about from './premature-disposal.json' with { type: 'json' };

const REFUSED = ' The person’s request had to be denied for what the law requires to be kept.';

export default rule('retention/premature-disposal', about, ['disposal_date', ['record_class', 'data_category=genetic_test_report', 'data_category=health_data']], (row, ctx) => {
  const disposed = row.day('disposal_date');
  if (disposed === undefined) return;
  const matches = ctx.schedule.of(row, disposed);
  for (const match of matches) if (match.line.kind === 'statutory' && match.min && match.certain) compare(row, ctx, disposed, match, matches);
});

function compare(row: Row, ctx: Context, disposed: Day, match: Match, matches: readonly Match[]): void {
  const { line } = match;
  const end = legalEnd(row, match);
  const [ends, exact] = end === 'unknown' ? [undefined, false] : 'on' in end ? [end.on, true] : [end.notBefore, false];
  const gone = `${disposed > ctx.today ? 'disposal is set for' : 'disposed of on'} ${formatDay(disposed)}`;
  const minimum = `the minimum of ${limitWords(match.min as Period, match)} (${line.citation.ref}, ${line.recordClass})`;
  const found = { at: 'disposal_date', what: `${line.recordClass} ${formatDay(disposed)}`, ...(asked(row, disposed) ? { fix: about.fix + REFUSED } : {}) } as const;
  if (ends !== undefined && disposed < ends) {
    const rival = rivalMaximum(row, match, matches, ctx);
    ctx.report({
      ...found, severity: ctx.schedule.cap(line, 'error'), ...(rival ? { kind: 'conflict' as const } : {}), law: [line.citation, ...(rival ? [rival.line.citation] : [])],
      says: `${gone}, ${exact ? '' : 'at least '}${periodWords({ n: ends - disposed, unit: 'days' })} before ${minimum} ends${exact ? ` on ${formatDay(ends)}` : ''}${rival ? `, but ${maximumWords(rival)}` : ''}`,
    });
  } else if (!exact) {
    ctx.report({ ...found, kind: 'gap', severity: 'warning', law: [line.citation], says: `${gone}; whether ${minimum} had run cannot be said, since the day it counts from is not recorded` });
  }
}

/** The subject had asked for deletion, withdrawn or objected by the day of disposal. */
function asked(row: Row, disposed: Day): boolean {
  return (['sample_destruction_request_date', 'consent_withdrawn_date', 'objection_date'] as const).some((column) => (row.day(column) ?? Infinity) <= disposed);
}
