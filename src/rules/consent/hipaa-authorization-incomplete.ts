import type { Day } from '../../core/date.ts';
import { formatDay } from '../../core/date.ts';
import { isIn } from '../../inventory/columns.ts';
import { live } from '../../inventory/concepts.ts';
import { takenBack } from '../../inventory/consenting.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './hipaa-authorization-incomplete.json' with { type: 'json' };

/** De-identified under HIPAA's own two methods. */
function deidentified(row: Row, today: Day): boolean {
  if (!row.says('identifiability', 'de_identified')) return false;
  const opinion = row.day('deid_expert_expiry');
  return row.says('deid_method', 'hipaa_safe_harbor') || (row.says('deid_method', 'hipaa_expert') && (opinion === undefined || opinion >= today));
}

/** Why the authorisation does not serve; `undefined` where it does. */
function flaw(row: Row, today: Day): string | undefined {
  const expiry = row.day('consent_expiry');
  if (row.blank('hipaa_authorization_ref')) return 'no authorisation is recorded';
  if (expiry !== undefined && expiry < today) return `the authorisation expired on ${formatDay(expiry)}`;
  if (row.says('consent_status', 'expired')) return 'the authorisation has expired';
  return row.any('consent_status', 'CONSENT_ENDED') || takenBack(row, today) === 'yes' ? 'the authorisation was revoked' : undefined;
}

/** A board waived the authorisation, or the data are a limited set under an agreement: for research alone. */
function waived(row: Row, purpose: string): boolean {
  return purpose === 'research_secondary' && (row.has('irb_waiver_ref') || (row.says('contract_type', 'dua') && row.has('contract_ref')));
}

function check(row: Row, ctx: Context, purpose: string): void {
  const wrong = flaw(row, ctx.today);
  if (waived(row, purpose)) return;
  if (row.absent('hipaa_authorization_ref') && row.absent('irb_waiver_ref')) ctx.reportOnce({ kind: 'gap', what: 'no-column', says: 'health information is used for marketing, sale or research, and the file has no column for authorisations or waivers' });
  else if (wrong !== undefined) ctx.report({ at: 'hipaa_authorization_ref', says: `health information is used for “${purpose}”, and ${wrong}`, what: purpose });
  // "None" in the cell is an answer of its own, which HIPAA accepts for research databases.
  else if (purpose !== 'research_secondary' && row.text('consent_expiry') === '' && !row.absent('consent_expiry')) {
    ctx.report({ at: 'consent_expiry', kind: 'gap', severity: 'warning', says: `the authorisation for “${purpose}” names no day or event on which it expires`, what: `expiry ${purpose}` });
  }
}

export default rule('consent/hipaa-authorization-incomplete', about, ['hipaa_phi=yes', 'purpose~PHI_AUTHORISED'], (row, ctx) => {
  if (!live(row, ctx.today) || deidentified(row, ctx.today)) return;
  for (const purpose of row.codes('purpose')) if (isIn(purpose, 'PHI_AUTHORISED')) check(row, ctx, purpose);
  if (!row.says('controller_role', 'business_associate') || row.yes('baa_permits_purpose')) return;
  const found = { at: 'baa_permits_purpose', what: 'baa' } as const;
  if (row.no('baa_permits_purpose')) ctx.report({ ...found, says: 'the business associate agreement does not permit the purpose' });
  else if (row.absent('baa_permits_purpose')) ctx.reportOnce({ kind: 'gap', what: 'baa', says: 'the file has no column for whether the business associate agreement permits the purpose' });
  else ctx.report({ ...found, kind: 'gap', says: 'whether the business associate agreement permits the purpose is not recorded' });
});
