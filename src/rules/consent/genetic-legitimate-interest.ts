import { deidComplete } from '../../inventory/concepts.ts';
import { GENETIC } from '../../inventory/facts.ts';
import { rule } from '../../inventory/rule.ts';
import about from './genetic-legitimate-interest.json' with { type: 'json' };

export default rule('consent/genetic-legitimate-interest', about, [GENETIC, 'legal_basis=legitimate_interests'], (row, ctx) => {
  if (deidComplete(row)) return;
  const among = row.codes('legal_basis').length > 1 ? 'among other bases ' : '';
  ctx.report({ at: 'legal_basis', says: `genetic data rest ${among}on legitimate interests` });
});
