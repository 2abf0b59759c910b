import { bestStanding, citesLaw, heldOfPerson, reportLack } from '../../inventory/consenting.ts';
import { isIn } from '../../inventory/columns.ts';
import { GENETIC } from '../../inventory/facts.ts';
import type { Row } from '../../inventory/row.ts';
import { rule } from '../../inventory/rule.ts';
import about from './genetic-secondary-use.json' with { type: 'json' };

const CITED = ['legal_basis', 'source_lawfulness_ref', 'retention_basis', 'notes'] as const;

/** A duty that a cited law sets, or a life in danger, needs no consent. */
function excused(row: Row, purpose: string): boolean {
  return (row.says('legal_basis', 'legal_obligation') && citesLaw(row, CITED)) || (purpose === 'vital_interest' && row.says('legal_basis', 'vital_interests'));
}

/** Consents that allow a purpose. */
function allowing(purpose: string): string[] {
  return [`genetic_secondary:${purpose}`, `gipa_c:${purpose}`, ...(purpose === 'trial_participation' ? ['research_informed'] : [])];
}

export default rule('consent/genetic-secondary-use', about, [GENETIC, 'purpose'], (row, ctx) => {
  if (!heldOfPerson(row, ctx.today)) return;
  const before = row.day('first_use_date');
  const ofFile = 'whether genetic data that are used beyond the service have prior consent cannot be told';
  for (const purpose of row.codes('purpose')) {
    if (isIn(purpose, 'SERVICE_PURPOSES') || excused(row, purpose)) continue;
    reportLack(row, ctx, bestStanding(row, allowing(purpose), ctx, before), { at: 'purpose', says: `genetic data are used for “${purpose}” without prior consent`, what: purpose, ofFile, before });
  }
  if (row.cell('purpose').unknown.length > 0 && !excused(row, '')) ctx.report({ at: 'purpose', kind: 'gap', severity: 'warning', says: 'genetic data have a purpose that is not known, so whether it goes beyond the service cannot be told', what: 'unknown' });
});
