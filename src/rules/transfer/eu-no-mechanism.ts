import { gdpr, live, personal } from '../../inventory/concepts.ts';
import { reportLack, standing } from '../../inventory/consenting.ts';
import { destinations, home, placeless, PLACES, placesIn, recipientFacts, type Seen } from '../../inventory/moving.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './eu-no-mechanism.json' with { type: 'json' };

/** A word for clauses in words that are otherwise not known: there is a tool, and which one cannot be said. */
const CLAUSES = /\bsccs?\b|clau[su]|klausel|cláusula|標準契約/i;

/** A destination without an adequacy decision in force; `hangs`: what would decide that there is one. */
interface Open extends Seen {
  hangs?: { why: string; on: string };
}

export default rule('transfer/eu-no-mechanism', about, [['subject_jurisdiction', 'controller_establishment', 'regimes'], [...PLACES, 'cross_border=yes']], (row, ctx) => {
  if (!gdpr(row, ctx.adequacy) || !personal(row) || !live(row, ctx.today)) return;
  const abroad = destinations(row, (place) => ctx.adequacy.isEea(place));
  if (abroad.length === 0) return nowhere(row, ctx);
  if (row.any('transfer_mechanism', 'EU_TOOLS')) return;
  const open = abroad.flatMap((seen) => inadequate(row, ctx, seen));
  if (open.length === 0) return;
  if (row.any('transfer_mechanism', 'DEROGATIONS')) return derogation(row, ctx);
  if (row.says('transfer_mechanism', 'explicit_consent')) return consent(row, ctx, open);
  if (!row.any('transfer_mechanism', 'JUDGED_APART')) for (const one of open) without(row, ctx, one);
});

function inadequate(row: Row, ctx: Context, seen: Seen): Open[] {
  const verdict = ctx.adequacy.adequate('eu', seen.place, ctx.today, recipientFacts(row));
  if (verdict.adequate === true) return [];
  return [verdict.adequate === false ? seen : { ...seen, hangs: { why: verdict.why, on: verdict.missing.join(', ') } }];
}

function without(row: Row, ctx: Context, { place, column, hangs }: Open): void {
  if (row.absent('transfer_mechanism')) {
    ctx.reportOnce({ what: 'transfer_mechanism', kind: 'gap', says: 'EU data go to third countries, and the file has no column for the transfer tool (transfer_mechanism)' });
  } else if (row.cell('transfer_mechanism').unknown.length > 0) {
    const clauses = row.cell('transfer_mechanism').unknown.some((part) => CLAUSES.test(part));
    ctx.report({ at: 'transfer_mechanism', what: place, kind: 'gap', ...(clauses ? { severity: 'warning' } : {}), says: `what is named as the tool for the transfer to ${place} is no transfer tool that is known` });
  } else if (hangs) {
    const on = hangs.on === '' ? '' : ` (${hangs.on} does not say)`;
    ctx.report({ at: column, what: place, kind: 'gap', says: `data go to ${place} without a transfer tool, and whether the adequacy decision covers it is open: ${hangs.why}${on}` });
  } else {
    ctx.report({ at: column, what: place, says: `data go to ${place} without an adequacy decision that covers it, standard clauses or recorded explicit consent` });
  }
}

/** Nothing readable lies outside the EEA: fine, unless the row says or hides that something does. */
function nowhere(row: Row, ctx: Context): void {
  const hidden = placeless(row, PLACES);
  const elsewhere = placesIn(row, PLACES).some(({ place }) => !home(row).includes(place));
  if (row.yes('cross_border') && !elsewhere) {
    const stored = row.codes('storage_location').filter((place) => !home(row).includes(place));
    const where = stored.length > 0 ? `; storage_location names ${stored.join(', ')}, which counts where processing_country says so` : '';
    ctx.report({ at: 'cross_border', kind: 'gap', says: `the row says that data cross a border and names no country they go to${where}` });
  } else if (hidden !== undefined && !row.no('cross_border') && !row.any('transfer_mechanism', 'EU_TOOLS')) {
    ctx.report({ at: hidden, kind: 'gap', severity: 'warning', says: `${hidden} names no country, so whether EU data leave the EEA cannot be told` });
  }
}

function derogation(row: Row, ctx: Context): void {
  if (row.level !== 'asset') return;
  ctx.report({ at: 'transfer_mechanism', what: 'derogation', severity: 'warning', says: 'an activity rests on a derogation of Art. 49, which serves single transfers and no standing ones' });
}

function consent(row: Row, ctx: Context, open: readonly Open[]): void {
  const to = open.map(({ place }) => place).join(', ');
  const how = standing(row, 'art49_transfer', ctx);
  if (how !== 'given') {
    reportLack(row, ctx, how, { at: 'transfer_mechanism', what: 'consent', says: `explicit consent is claimed for the transfer to ${to} but not proven`, ofFile: 'whether transfers rest on explicit consent cannot be told' });
  } else if (row.absent('transfer_risk_notice')) {
    ctx.reportOnce({ what: 'transfer_risk_notice', kind: 'gap', says: 'transfers rest on explicit consent, and the file has no column for the notice of their risks (transfer_risk_notice)' });
  } else if (!row.yes('transfer_risk_notice')) {
    const told = row.no('transfer_risk_notice');
    ctx.report({ at: 'transfer_risk_notice', what: 'notice', kind: told ? 'violation' : 'gap', says: `consent to the transfer to ${to} was given ${told ? 'without' : 'and nothing shows'} a notice of its risks` });
  }
}
