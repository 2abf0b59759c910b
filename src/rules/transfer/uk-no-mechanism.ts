import type { Verdict } from '../../inventory/adequacy.ts';
import { genetic, live, personal, ukGdpr } from '../../inventory/concepts.ts';
import { destinations, placeless, PLACES, recipientFacts, type Seen } from '../../inventory/moving.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './uk-no-mechanism.json' with { type: 'json' };

export default rule('transfer/uk-no-mechanism', about, [['subject_jurisdiction', 'controller_establishment', 'regimes'], PLACES], (row, ctx) => {
  if (!ukGdpr(row) || !personal(row) || !live(row, ctx.today) || row.any('transfer_mechanism', 'UK_TOOLS')) return;
  const abroad = destinations(row, (place) => ctx.adequacy.within(place, 'GB') === 'yes');
  for (const seen of abroad) {
    const verdict = ctx.adequacy.adequate('uk', seen.place, ctx.today, recipientFacts(row));
    if (verdict.adequate !== true) without(row, ctx, seen, verdict);
    else if (verdict.flagSensitive) flag(row, ctx, seen);
  }
  const hidden = placeless(row, PLACES);
  if (abroad.length === 0 && hidden !== undefined && !row.no('cross_border')) {
    ctx.report({ at: hidden, kind: 'gap', severity: 'warning', says: `${hidden} names no country, so whether UK data leave the United Kingdom cannot be told` });
  }
});

function without(row: Row, ctx: Context, { place, column }: Seen, verdict: Exclude<Verdict, { adequate: true }>): void {
  const clauses = row.says('transfer_mechanism', 'scc_2021') ? ': the clauses of the EU alone do not serve' : '';
  const says = `UK data go to ${place} without a UK transfer tool${clauses}`;
  if (row.cell('transfer_mechanism').unknown.length > 0) {
    ctx.report({ at: 'transfer_mechanism', what: place, kind: 'gap', says: `what is named as the tool for the transfer of UK data to ${place} is no transfer tool that is known` });
  } else if (verdict.adequate === 'unknown') {
    const silent = verdict.missing.length === 0 ? '' : ` (${verdict.missing.join(', ')} does not say)`;
    const found = { what: place, kind: 'gap', says: `${says}, and whether its adequacy regulations cover it is open: ${verdict.why}${silent}` } as const;
    if (row.says('transfer_mechanism', 'adequacy') && verdict.missing.length > 0 && verdict.missing.every((one) => row.absent(one))) ctx.reportOnce(found);
    else ctx.report({ ...found, at: column });
  } else {
    ctx.report({ at: column, what: place, says: `${says}, and ${verdict.why}` });
  }
}

/** The data bridge leaves out genetic and biometric data unless the recipient is told that they are sensitive. */
function flag(row: Row, ctx: Context, { place }: Seen): void {
  if (!genetic(row) && !row.says('data_category', 'biometric_data')) return;
  if (row.absent('flagged_sensitive_to_recipient')) {
    ctx.reportOnce({ what: 'flagged_sensitive_to_recipient', kind: 'gap', severity: 'warning', says: 'genetic or biometric UK data go over the data bridge, and the file has no column for the flag they need (flagged_sensitive_to_recipient)' });
  } else if (!row.yes('flagged_sensitive_to_recipient')) {
    const kind = row.no('flagged_sensitive_to_recipient') ? 'violation' : 'gap';
    ctx.report({ at: 'flagged_sensitive_to_recipient', what: place, kind, severity: 'warning', says: `genetic or biometric UK data go to ${place} over the data bridge and are not flagged as sensitive to the recipient` });
  }
}
