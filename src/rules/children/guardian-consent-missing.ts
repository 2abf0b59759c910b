import { type Day, formatDay } from '../../core/date.ts';
import { ageAt, childUnder, younger } from '../../inventory/children.ts';
import { ageOn, live } from '../../inventory/concepts.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, type Found, rule } from '../../inventory/rule.ts';
import about from './guardian-consent-missing.json' with { type: 'json' };

/** What is wrong with the custodian's consent; `undefined` where nothing is. */
function fault(row: Row, collected: Day | undefined): Pick<Found, 'at' | 'kind' | 'says'> | undefined {
  const given = row.day('guardian_consent_date');
  if (!row.any('guardian_consent_status', 'CONSENT_VALID')) {
    const status = row.code('guardian_consent_status');
    return { at: 'guardian_consent_status', says: status === undefined || status === 'unknown' ? 'is missing' : `is ${status}` };
  }
  if (row.blank('guardian_consent_evidence_ref')) return { at: 'guardian_consent_evidence_ref', says: 'is not documented' };
  if (given === undefined) return { at: 'guardian_consent_date', kind: 'gap', says: 'has no recorded day, so whether it came before the collection cannot be told' };
  return collected !== undefined && given > collected ? { at: 'guardian_consent_date', says: `was given on ${formatDay(given)}, after the collection on ${formatDay(collected)}` } : undefined;
}

/** Of age by now, and no consent of their own since. */
function ofAge(row: Row, ctx: Context): void {
  const limit = childUnder(row, ctx.today, ctx.adequacy);
  const [birth, given] = [row.day('subject_birth_date'), row.day('consent_date')];
  if (birth === undefined || ageOn(birth, ctx.today) < limit) return;
  const own = given !== undefined && given <= ctx.today && ageOn(birth, given) >= limit && row.any('consent_status', 'CONSENT_VALID');
  if (!own) ctx.report({ at: 'subject_birth_date', severity: 'note', says: 'the subject has come of age since the collection: seek their own consent', what: 'of age' });
}

export default rule('children/guardian-consent-missing', about, [['subject_birth_date', 'subject_age', 'age_band']], (row, ctx) => {
  if (!live(row, ctx.today)) return;
  const collected = row.day('collection_date');
  const on = collected ?? ctx.today;
  const limit = childUnder(row, on, ctx.adequacy);
  const young = younger(row, on, limit);
  if (young === 'no' || !ageAt(row, on)) return;
  if (row.absent('guardian_consent_status')) {
    ctx.reportOnce({ kind: 'gap', says: 'data of children are held, and the file has no column for the consent of their legal custodians', what: 'no-column' });
    return;
  }
  const found = fault(row, collected);
  const subject = `the subject ${collected === undefined ? `is under ${limit} today` : `was under ${limit} at collection`} and so a child`;
  if (young === 'unknown') {
    if (found) ctx.report({ ...found, kind: 'gap', severity: 'warning', says: `whether the subject was under ${limit} cannot be told by what is recorded of the age, and the legal custodian’s consent ${found.says}` });
    return;
  }
  if (found) ctx.report({ ...found, says: `${subject}; the legal custodian’s consent ${found.says}` });
  ofAge(row, ctx);
});
