import { live, quoted } from '../../inventory/concepts.ts';
import { recordedAs, scopesOf, standing } from '../../inventory/consenting.ts';
import { SCOPES, scopeText } from '../../inventory/consent-scopes.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './not-affirmative.json' with { type: 'json' };

/** A text that informs, in place of an act that agrees. */
const NOTICE = /privacy (?:notice|policy|statement)|datenschutz(?:erkl|hinweis|information)|politique de confidentialit|pol[ií]tica de priva|informativa|プライバシーポリシー/i;

/** The method of a consent in the recorded history on which the row relies; of a row that names no scope, where none of the person's is better. */
function recorded(row: Row, ctx: Context): string | undefined {
  const ref = recordedAs(row, ctx);
  if (ref === '') return undefined;
  const named = scopesOf(row).map(scopeText);
  const stands = (named.length > 0 ? named : SCOPES).map((scope) => ({ scope, how: standing(row, scope, ctx) }));
  if (named.length === 0 && stands.some(({ how }) => how === 'given')) return undefined;
  const found = stands.find(({ how }) => how === 'no-act');
  return found && ctx.consents.noActOf(ref, found.scope, ctx.today);
}

export default rule('consent/not-affirmative', about, [['consent_method', 'subject_ref'], ['legal_basis=consent', 'consent_status~CONSENT_VALID']], (row, ctx) => {
  const relied = row.says('legal_basis', 'consent') || row.blank('legal_basis');
  if (!relied || !live(row, ctx.today)) return;
  if (row.any('consent_method', 'NOT_AFFIRMATIVE')) {
    ctx.report({ at: 'consent_method', says: `the method of consent ${quoted(row, 'consent_method')} is no affirmative act`, what: row.code('consent_method') ?? '' });
    return;
  }
  if (NOTICE.test(row.text('consent_method'))) ctx.reportOnce({ at: 'consent_method', severity: 'warning', says: 'a privacy notice is named as the method of consent: to be informed is not to agree' });
  const method = recorded(row, ctx);
  if (method !== undefined) ctx.report({ ...(row.absent('consent_method') ? {} : { at: 'consent_method' as const }), says: `the consent is recorded with the method “${method}”, which is no affirmative act`, what: method });
});
