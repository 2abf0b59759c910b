import { type Day, formatDay } from '../../core/date.ts';
import { after, period } from '../../inventory/concepts.ts';
import { citesLaw, heldOfPerson } from '../../inventory/consenting.ts';
import { GENETIC } from '../../inventory/facts.ts';
import { coverOf, livesWhere, type Provision, provision } from '../../inventory/gipa.ts';
import { onHold } from '../../inventory/holding.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, type Found, rule } from '../../inventory/rule.ts';
import { aboutGenetics, type Ending, endings, passed, sayEnding, stillUses } from '../../inventory/withdrawal.ts';
import about from './gipa-revocation-overdue.json' with { type: 'json' };

const SOON = period(about.limits.soon);

/** A law that is named, or a legal hold, requires the data, and nothing shows that they are used for more. */
function kept(row: Row, ctx: Context): boolean {
  const required = citesLaw(row, ['retention_basis']) || onHold(row, ctx.today);
  return required && !(row.says('processing_status', 'active') && row.codes('purpose').some((purpose) => purpose !== 'legal_compliance'));
}

function report(row: Row, ctx: Context, ending: Ending, law: Provision): void {
  const cover = coverOf(row);
  if (!cover) return;
  const within = period(law.within as string);
  const due = ending.day === undefined ? undefined : after(ending.day, within);
  const said = `consent to genetic data was ${sayEnding(ending, ctx.today)}`;
  const found = { at: 'consent_withdrawn_date', what: due === undefined ? ending.status : formatDay(due), ...lawOf(law) } as const;
  const late = passed(ending, within, ctx.today);
  if (late === 'unknown') ctx.report({ ...found, severity: cover.severity, kind: 'gap', says: `${said}, so by when it had to be honoured cannot be told${cover.says}` });
  else if (late === 'no') soon(ctx, ending, due, found, said);
  else if (kept(row, ctx)) ctx.report({ ...found, severity: 'note', says: `${said}; the data are kept because a law or a hold requires it, and every other use must have stopped` });
  else ctx.report({ ...found, severity: cover.severity, kind: cover.kind, says: `${said} and ${due === undefined ? 'the time for honouring it has passed' : `had to be honoured by ${formatDay(due)}`}${cover.says}` });
}

/** Other acts than California's are cited in place of the rule's citations. */
function lawOf(law: Provision): Pick<Found, 'law'> {
  return law.place === 'US-CA' ? {} : { law: [law.citation] };
}

function soon(ctx: Context, ending: Ending, due: Day | undefined, found: Omit<Found, 'says'>, said: string): void {
  if (due === undefined || due - ctx.today > ctx.options.horizon || passed(ending, SOON, ctx.today) !== 'yes') return;
  ctx.report({ ...found, severity: 'note', kind: 'expiring', says: `${said} and has to be honoured by ${formatDay(due)}` });
}

export default rule('consent/gipa-revocation-overdue', about, [
  GENETIC, livesWhere('revocation'), ['consent_status=withdrawn', 'consent_status=revoked', 'consent_withdrawn_date', 'subject_ref'],
], (row, ctx) => {
  const law = provision(row, 'revocation', ctx.today);
  if (!law || !heldOfPerson(row, ctx.today)) return;
  for (const ending of endings(row, ctx)) {
    if ((ending.status === 'withdrawn' || ending.status === 'revoked') && aboutGenetics(ending) && stillUses(row, ending)) report(row, ctx, ending, law);
  }
});
