import type { Day } from '../../core/date.ts';
import { ageAt, younger } from '../../inventory/children.ts';
import { isIn } from '../../inventory/columns.ts';
import { live, quoted } from '../../inventory/concepts.ts';
import type { Row } from '../../inventory/row.ts';
import { rule } from '../../inventory/rule.ts';
import about from './under-13-online-data.json' with { type: 'json' };

/** A parent's consent that can be verified, given by the day of collection and not taken back. */
function parental(row: Row, collected: Day | undefined): boolean {
  const method = row.code('coppa_vpc_method');
  const given = row.day('guardian_consent_date');
  if (method === undefined || !isIn(method, 'PARENTAL_METHODS') || row.blank('guardian_consent_evidence_ref') || row.any('guardian_consent_status', 'CONSENT_ENDED')) return false;
  const passedOn = row.codes('recipients').length > 0 && !row.codes('recipient_type').every((type) => type === 'internal');
  if (method === 'email_plus' && (passedOn || row.any('recipient_type', 'OUTSIDERS'))) return false;
  return given !== undefined && collected !== undefined && given <= collected;
}

export default rule('children/under-13-online-data', about, ['collection_channel~ONLINE', ['subject_birth_date', 'subject_age', 'age_band']], (row, ctx) => {
  if (!live(row, ctx.today)) return;
  const collected = row.day('collection_date');
  const on = collected ?? ctx.today;
  const limit = ctx.adequacy.childAge(row.code('subject_jurisdiction'), 'coppa');
  const young = younger(row, on, limit);
  if (young === 'no' || !ageAt(row, on)) return;
  const channel = quoted(row, 'collection_channel');
  const under = collected === undefined ? `is under ${limit} today and gave data` : `was under ${limit} at collection`;
  if (young === 'unknown') ctx.report({ at: row.has('age_band') && row.blank('subject_birth_date') ? 'age_band' : 'subject_birth_date', kind: 'gap', severity: 'warning', says: `whether the subject ${under} through ${channel} cannot be told by what is recorded of the age` });
  else if (parental(row, collected)) ctx.report({ at: 'collection_channel', severity: 'note', says: `the subject ${under} through ${channel}; a parent consented, but the policy collects no such data at all` });
  else ctx.report({ at: 'collection_channel', says: `the subject ${under} through ${channel}; the policy says that such data are neither kept nor used` });
});
