import { formatDay } from '../../core/date.ts';
import { after, gdpr, live, period, personal } from '../../inventory/concepts.ts';
import { destinations, recipientFacts, type Seen } from '../../inventory/moving.ts';
import type { Column } from '../../inventory/columns.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './adequacy-not-valid.json' with { type: 'json' };

const SUNSET = period(about.limits.sunset);
const FRAMEWORKS = ['privacy_shield', 'safe_harbor'] as const;
const CLAIMS = ['transfer_mechanism=adequacy', 'transfer_mechanism=privacy_shield', 'transfer_mechanism=safe_harbor'] as const;

export default rule('transfer/adequacy-not-valid', about, [CLAIMS, ['subject_jurisdiction', 'controller_establishment', 'regimes']], (row, ctx) => {
  if (!gdpr(row, ctx.adequacy) || !personal(row) || !live(row, ctx.today)) return;
  for (const code of FRAMEWORKS) if (row.says('transfer_mechanism', code)) invalidated(code, ctx);
  if (row.says('transfer_mechanism', 'adequacy') && !row.any('transfer_mechanism', 'EU_TOOLS')) claimed(row, ctx);
});

function invalidated(code: string, ctx: Context): void {
  const gone = ctx.adequacy.ended(code, 'eu', ctx.today);
  if (gone) ctx.report({ at: 'transfer_mechanism', what: code, says: `${gone.name} was invalidated on ${formatDay(gone.ended)}: ${gone.ref}` });
}

/** The answer hangs on facts about the recipient. A column that the file does not have is told once. */
function open(row: Row, ctx: Context, { place, column }: Seen, { why, missing }: { why: string; missing: readonly Column[] }): void {
  const silent = missing.length === 0 ? '' : ` (${missing.join(', ')} does not say)`;
  const says = `adequacy is claimed for ${place}, but ${why}${silent}`;
  if (missing.length > 0 && missing.every((one) => row.absent(one))) ctx.reportOnce({ what: place, kind: 'gap', says });
  else ctx.report({ at: column, what: place, kind: 'gap', says });
}

function claimed(row: Row, ctx: Context): void {
  for (const { place, column } of destinations(row, (at) => ctx.adequacy.isEea(at))) {
    const verdict = ctx.adequacy.adequate('eu', place, ctx.today, recipientFacts(row));
    if (verdict.adequate === false) {
      ctx.report({ at: column, what: place, says: `adequacy is claimed for ${place}, but ${verdict.why}` });
    } else if (verdict.adequate === 'unknown') {
      open(row, ctx, { place, column }, verdict);
    } else if (verdict.until !== undefined && verdict.until <= after(ctx.today, SUNSET)) {
      const until = formatDay(verdict.until);
      ctx.report({ at: column, what: `${place} ${until}`, kind: 'expiring', severity: 'warning', says: `the adequacy decision for ${place} is in force until ${until}`, fix: 'Prepare standard clauses, or wait for the decision to be renewed and enter its new end.' });
    }
  }
}
