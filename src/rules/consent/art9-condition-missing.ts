import { namesCondition } from '../../inventory/consenting.ts';
import { gdpr, live, personal, special, ukGdpr } from '../../inventory/concepts.ts';
import { rule } from '../../inventory/rule.ts';
import about from './art9-condition-missing.json' with { type: 'json' };

export default rule('consent/art9-condition-missing', about, [
  ['special_category', 'data_category~SPECIAL', 'data_elements~SPECIAL'], ['subject_jurisdiction', 'controller_establishment', 'regimes'],
], (row, ctx) => {
  if (!live(row, ctx.today) || !personal(row) || !(gdpr(row, ctx.adequacy) || ukGdpr(row)) || namesCondition(row)) return;
  if (row.has('art9_condition')) {
    if (special(row)) ctx.report({ at: 'art9_condition', kind: 'gap', severity: 'warning', says: 'what stands as the condition of Art. 9(2) is none that is known' });
    return;
  }
  if (row.absent('art9_condition')) {
    if (special(row)) ctx.reportOnce({ kind: 'gap', says: 'data of special categories are held, and the file has no column for the condition of Art. 9(2)', what: 'no-column' });
  } else if (special(row)) {
    const contract = row.says('legal_basis', 'contract') ? '; a contract is no such condition' : '';
    ctx.report({ at: 'art9_condition', says: `data of a special category have no condition of Art. 9(2) beside the basis of Art. 6${contract}` });
  } else if (row.has('special_category') && row.truth('special_category') === 'unknown') {
    ctx.report({ at: 'special_category', kind: 'gap', severity: 'warning', says: 'whether the data are of a special category is undecided, and no condition of Art. 9(2) is recorded', what: 'undecided' });
  }
});
