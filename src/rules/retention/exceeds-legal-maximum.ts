import { heldWords, limitWords, sameStart, tooLong } from '../../inventory/limits.ts';
import { maximumWords, minimumWords, rivalMinimum, spared } from '../../inventory/maximum.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import type { Match } from '../../inventory/schedule.ts';
import about from './exceeds-legal-maximum.json' with { type: 'json' };

export default rule('retention/exceeds-legal-maximum', about, [['retention_period', 'retention_end_date'], ['record_class', 'data_category=genetic_test_report']], (row, ctx) => {
  const matches = ctx.schedule.of(row, ctx.today);
  for (const match of matches) {
    // A row that does not name its class may be of another: only one that counts as the law does is surely meant.
    if (match.max && (row.has('record_class') || sameStart(row, match)) && !spared(row, match, matches, ctx)) compare(row, ctx, match, matches);
  }
});

function compare(row: Row, ctx: Context, match: Match, matches: readonly Match[]): void {
  const { line, max } = match;
  const { breaks, why } = tooLong(row, match);
  if (!max || breaks === 'no' || (breaks === 'unknown' && (why === undefined || line.kind === 'suggested'))) return;
  const rival = rivalMinimum(match, matches);
  const found = { at: row.has('retention_period') ? 'retention_period' : 'retention_end_date', what: `${line.recordClass} ${line.maxPeriod}`, law: [...(rival ? [rival.line.citation] : []), line.citation] } as const;
  const severity = ctx.schedule.cap(line, 'error');
  const law = `${limitWords(max, match)} that ${line.citation.ref} ${line.kind === 'suggested' ? 'suggests' : 'allows'} for ${line.recordClass}`;
  if (rival) ctx.report({ ...found, kind: 'conflict', severity, says: `no period keeps both laws: ${minimumWords(rival)}, ${maximumWords(match)}` });
  else if (breaks === 'yes') ctx.report({ ...found, severity, says: `kept ${heldWords(row)}, longer than the ${law}${line.unless === 'storage-consent' ? ', and no consent to storage is recorded' : ''}` });
  else ctx.report({ ...found, kind: 'gap', severity: 'warning', says: `kept ${heldWords(row)}; whether that is longer than the ${law} cannot be said: ${why}` });
}
