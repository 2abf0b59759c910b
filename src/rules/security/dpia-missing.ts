import { formatDay } from '../../core/date.ts';
import { after, gdpr, genetic, period, special, subjectIn, ukGdpr } from '../../inventory/concepts.ts';
import { destinations, recipientFacts } from '../../inventory/moving.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './dpia-missing.json' with { type: 'json' };

// Two criteria are needed, of which a transfer can be one: one of the others is always there.
const ONE = ['special_category=yes', 'data_category~SPECIAL', 'data_elements~SPECIAL', 'data_subject_category~VULNERABLE', 'children_data=yes', 'automated_decision=yes', 'purpose~PROFILING', 'new_technology=yes', 'combined_with'] as const;

export default rule('security/dpia-missing', about, [['subject_jurisdiction', 'controller_establishment', 'regimes'], ONE], (row, ctx) => {
  if (!(gdpr(row, ctx.adequacy) || ukGdpr(row) || subjectIn(row, 'US-CA')) || row.any('status', 'GONE')) return;
  const large = scale(row);
  const why = criteria(row, ctx, large);
  const grave = genetic(row) && large !== undefined;
  if (!grave && why.length < 2) return;
  if (row.has('dpia_ref')) stale(row, ctx);
  else if (row.absent('dpia_ref')) ctx.reportOnce({ what: 'dpia_ref', kind: 'gap', severity: grave ? 'error' : 'warning', says: 'high-risk processing is recorded, and the file has no column for its impact assessment (dpia_ref)' });
  else {
    const open = grave && large === 'presumed';
    ctx.report({ at: 'dpia_ref', kind: open ? 'gap' : 'violation', severity: grave ? 'error' : 'warning', says: `${why.join(', ')} call for an impact assessment, and none is referenced` });
  }
});

/** `presumed`: how many people genetic data concern is not recorded, and that counts as many. */
function scale(row: Row): 'large' | 'presumed' | undefined {
  if (!special(row)) return undefined;
  const count = row.number('record_count');
  if (count === undefined) return genetic(row) ? 'presumed' : undefined;
  return count >= about.limits.largeScale ? 'large' : undefined;
}

function criteria(row: Row, ctx: Context, large: ReturnType<typeof scale>): string[] {
  const kind = genetic(row) ? 'genetic' : 'special-category';
  const found: (string | false)[] = [
    large === 'large' && `large-scale ${kind} data`,
    large === 'presumed' && 'genetic data of an unrecorded number of people',
    (row.any('data_subject_category', 'VULNERABLE') || row.yes('children_data')) && 'vulnerable people',
    (row.yes('automated_decision') || row.any('purpose', 'PROFILING')) && 'profiling or automated decisions',
    row.yes('new_technology') && 'new technology',
    row.has('combined_with') && 'combined datasets',
    transfers(row, ctx) && 'a transfer without an adequacy decision',
  ];
  return found.filter((reason) => reason !== false);
}

/** Data of the EEA or the United Kingdom go where no decision in force reaches; what cannot be told is no criterion. */
function transfers(row: Row, ctx: Context): boolean {
  const regime = gdpr(row, ctx.adequacy) ? 'eu' : ukGdpr(row) ? 'uk' : undefined;
  if (regime === undefined) return false;
  const abroad = destinations(row, (place) => (regime === 'eu' ? ctx.adequacy.isEea(place) : ctx.adequacy.within(place, 'GB') !== 'no'));
  return abroad.some(({ place }) => ctx.adequacy.adequate(regime, place, ctx.today, recipientFacts(row)).adequate === false);
}

/** The assessment is older than its term, or than the last change of the basis. */
function stale(row: Row, ctx: Context): void {
  const done = row.day('dpia_date');
  if (done === undefined) return;
  const changed = row.day('legal_basis_changed_date');
  const until = after(done, period(about.limits.reviewWithin));
  if (changed !== undefined && changed > done && changed <= ctx.today) {
    ctx.report({ at: 'dpia_date', what: `changed ${formatDay(changed)}`, severity: 'warning', says: `the impact assessment of ${formatDay(done)} is older than the change of the legal basis on ${formatDay(changed)}` });
  } else if (until < ctx.today) {
    ctx.report({ at: 'dpia_date', what: formatDay(done), severity: 'warning', says: `the impact assessment of ${formatDay(done)} was due for review by ${formatDay(until)}` });
  } else if (until - ctx.today <= ctx.options.horizon) {
    ctx.report({ at: 'dpia_date', what: formatDay(done), kind: 'expiring', severity: 'note', says: `the impact assessment of ${formatDay(done)} is due for review by ${formatDay(until)}` });
  }
}
