import { formatDay } from '../../core/date.ts';
import { genetic, gipa, live, period } from '../../inventory/concepts.ts';
import { aboutScope } from '../../inventory/consent-scopes.ts';
import { otherValidBasis, sayScope } from '../../inventory/consenting.ts';
import { onHold } from '../../inventory/holding.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import { aboutGenetics, type Ending, endings, passed, sayEnding, stillUses } from '../../inventory/withdrawal.ts';
import about from './withdrawn-still-processed.json' with { type: 'json' };

const GRACE = period(about.limits.grace);
const taken = ({ status }: Ending): boolean => status === 'withdrawn' || status === 'revoked';

/** Nothing is done with the data but what the law lets be done, or another basis carries them. */
function excused(row: Row, ctx: Context): boolean {
  const idle = row.says('processing_status', 'stored_only') || row.says('processing_status', 'stopped');
  return row.says('processing_status', 'restricted') || row.says('status', 'restricted') || (idle && onHold(row, ctx.today)) || otherValidBasis(row);
}

/** California's act on genetic data has a clock of its own for a revocation. */
function clockOfItsOwn(row: Row, ending: Ending): boolean {
  return genetic(row) && gipa(row) && taken(ending) && aboutGenetics(ending);
}

function report(row: Row, ctx: Context, ending: Ending): void {
  const { scope, day, by } = ending;
  if (taken(ending) && (day === ctx.today || by(ctx.today - 1) === 'no')) return;
  const late = !taken(ending) || passed(ending, GRACE, ctx.today) !== 'no';
  const used = row.says('processing_status', 'stored_only') || row.says('processing_status', 'stopped') ? 'held' : 'in use';
  ctx.report({
    at: 'consent_status', severity: late ? 'error' : 'warning', what: `${ending.status} ${scope ? sayScope(scope) : ''} ${day === undefined ? '' : formatDay(day)}`,
    says: `${subject(ending)} was ${sayEnding(ending, ctx.today)}, and the data are still ${used}`,
  });
}

/** A word beside the status that is no scope is not quoted. */
function subject({ scope }: Ending): string {
  return scope === undefined ? 'consent' : aboutScope(scope.code) ? `consent for ${sayScope(scope)}` : 'a part of the consent';
}

export default rule('consent/withdrawn-still-processed', about, [
  ['legal_basis=consent', 'legal_basis_changed_date'], ['consent_status~CONSENT_ENDED', 'consent_withdrawn_date', 'subject_ref'],
], (row, ctx) => {
  if (!live(row, ctx.today)) return;
  const ended = endings(row, ctx);
  const [changed, withdrawn] = [row.day('legal_basis_changed_date'), row.day('consent_withdrawn_date')];
  if (changed !== undefined && withdrawn !== undefined && changed > withdrawn && ended.length > 0) {
    ctx.report({ at: 'legal_basis_changed_date', severity: 'warning', says: `the legal basis was changed on ${formatDay(changed)}, after consent was withdrawn on ${formatDay(withdrawn)}`, what: `changed ${formatDay(changed)}` });
  }
  if (!row.says('legal_basis', 'consent') || excused(row, ctx)) return;
  for (const ending of ended) if (stillUses(row, ending) && !clockOfItsOwn(row, ending)) report(row, ctx, ending);
});
