import { live, quoted } from '../../inventory/concepts.ts';
import { rule } from '../../inventory/rule.ts';
import about from './not-affirmative.json' with { type: 'json' };

/** A text that informs, in place of an act that agrees. */
const NOTICE = /privacy (?:notice|policy|statement)|datenschutz(?:erkl|hinweis|information)|politique de confidentialit|pol[ií]tica de priva|informativa|プライバシーポリシー/i;

export default rule('consent/not-affirmative', about, ['consent_method', ['legal_basis=consent', 'consent_status~CONSENT_VALID']], (row, ctx) => {
  const relied = row.says('legal_basis', 'consent') || row.blank('legal_basis');
  if (!relied || !live(row, ctx.today)) return;
  if (row.any('consent_method', 'NOT_AFFIRMATIVE')) ctx.report({ at: 'consent_method', says: `the method of consent ${quoted(row, 'consent_method')} is no affirmative act`, what: row.code('consent_method') ?? '' });
  else if (NOTICE.test(row.text('consent_method'))) ctx.reportOnce({ at: 'consent_method', severity: 'warning', says: 'a privacy notice is named as the method of consent: to be informed is not to agree' });
});
