import type { Truth } from '../../inventory/cell.ts';
import { younger } from '../../inventory/children.ts';
import { live, subjectIn } from '../../inventory/concepts.ts';
import { reportLack, standing } from '../../inventory/consenting.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, type Found, rule } from '../../inventory/rule.ts';
import about from './sale-share-without-opt-in.json' with { type: 'json' };

/** Californians may be among the subjects: yes, no, or nobody says. */
function californian(row: Row): Truth {
  if (subjectIn(row, 'US-CA')) return 'yes';
  return row.codes('subject_jurisdiction').length === 0 || row.says('subject_jurisdiction', 'US') ? 'unknown' : 'no';
}

/** A minor by the age, else by the category. */
function minor(row: Row, ctx: Context, under: number): boolean {
  const young = younger(row, ctx.today, under);
  return young === 'yes' || (young === 'unknown' && (row.says('data_subject_category', 'child') || row.yes('children_data')));
}

function withParent(row: Row): boolean {
  return row.any('guardian_consent_status', 'CONSENT_VALID') || row.says('consent_method', 'guardian_form');
}

export default rule('children/sale-share-without-opt-in', about, [
  'sold_or_shared=yes', ['subject_birth_date', 'subject_age', 'age_band', 'data_subject_category=child', 'children_data=yes'],
], (row, ctx) => {
  const where = californian(row);
  const place = row.code('subject_jurisdiction');
  if (where === 'no' || !live(row, ctx.today) || !minor(row, ctx, ctx.adequacy.childAge(place, 'ccpa-sale'))) return;
  const found: Omit<Found, 'says'> = { at: 'sold_or_shared', ...(where === 'unknown' ? { severity: 'warning', kind: 'gap' } : {}) };
  const elsewhere = where === 'unknown' ? ' (whether they live in California is not recorded)' : '';
  const how = standing(row, 'ccpa_minor_opt_in', ctx);
  reportLack(row, ctx, how, { ...found, says: 'data of minors are sold or shared without an opt-in', tail: elsewhere });
  if (how === 'given' && younger(row, ctx.today, ctx.adequacy.childAge(place, 'coppa')) === 'yes' && !withParent(row)) {
    ctx.report({ ...found, says: `data of a child are sold or shared on an opt-in that is not shown to be a parent’s${elsewhere}`, what: 'parent' });
  }
});
