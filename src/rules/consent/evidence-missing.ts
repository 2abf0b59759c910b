import type { Column } from '../../inventory/columns.ts';
import { live } from '../../inventory/concepts.ts';
import { recordedAs, scopesOf } from '../../inventory/consenting.ts';
import { scopeText } from '../../inventory/consent-scopes.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './evidence-missing.json' with { type: 'json' };

const WORDS: Partial<Record<Column, string>> = { consent_status: 'status', consent_evidence_ref: 'evidence', consent_date: 'date' };

/** What is not recorded of the consent that the row relies on. */
function missing(row: Row): Column[] {
  const valid = row.any('consent_status', 'CONSENT_VALID');
  const silent = row.blank('consent_status') || row.says('consent_status', 'unknown');
  if (!valid && !silent) return [];
  const rest = (['consent_evidence_ref', 'consent_date'] as const).filter((column) => row.blank(column));
  return silent ? ['consent_status', ...rest] : rest;
}

/** The recorded history has a consent for every scope of the row. */
function shown(row: Row, ctx: Context): boolean {
  const [ref, scopes] = [recordedAs(row, ctx), scopesOf(row)];
  return ref !== '' && scopes.length > 0 && scopes.every((scope) => ctx.consents.stateOf(ref, scopeText(scope), ctx.today) === 'given');
}

export default rule('consent/evidence-missing', about, ['legal_basis=consent'], (row, ctx) => {
  if (!live(row, ctx.today) || shown(row, ctx)) return;
  const lacking = missing(row);
  const here = lacking.filter((column) => !row.absent(column));
  // An activity may point to where its consents are recorded, one by one.
  const linked = row.level === 'asset' && row.has('consent_evidence_ref') ? ({ severity: 'warning' } as const) : {};
  for (const column of lacking) {
    if (row.absent(column)) ctx.reportOnce({ kind: 'gap', says: `consent is relied on, and the file has no column for its ${WORDS[column]}`, what: column, ...linked });
  }
  const [at] = here;
  if (at !== undefined) {
    ctx.report({
      at, says: `consent is the basis, and its ${here.map((column) => WORDS[column]).join(', ').replace(/, (?=[^,]*$)/, ' and ')} ${here.length === 1 ? 'is' : 'are'} not recorded`,
      what: here.join(' '), ...linked,
    });
  }
  if (row.any('consent_status', 'CONSENT_VALID') && row.blank('consent_notice_version')) notice(row, ctx);
});

function notice(row: Row, ctx: Context): void {
  const found = { severity: 'note', kind: 'gap', what: 'notice' } as const;
  if (row.absent('consent_notice_version')) ctx.reportOnce({ ...found, says: 'consent is relied on, and the file has no column for the version of the notice it was given to' });
  else ctx.report({ ...found, at: 'consent_notice_version', says: 'the version of the notice to which the consent was given is not recorded' });
}
