import { heldOfPerson, reportLack, scopesOf, standing } from '../../inventory/consenting.ts';
import { GENETIC } from '../../inventory/facts.ts';
import { cover, kindOf } from '../../inventory/gipa.ts';
import { foldName, nearName } from '../../inventory/names.ts';
import { receiving, type Receiving, unsorted, words } from '../../inventory/recipients.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, type Found, rule } from '../../inventory/rule.ts';
import about from './gipa-d-named-third-party.json' with { type: 'json' };

/** Kinds that are third parties only where no contract makes them service providers. */
const BOUND = ['affiliate', 'business_associate', 'subcontractor'];
const CONTRACTS = ['service_provider', 'dpa', 'baa'];

/** No consent is asked for: a service provider under contract, or a university with an agreement. */
function exempt(row: Row, { type }: Receiving): boolean {
  const contract = row.has('contract_ref');
  return contract && (type === 'university' || (BOUND.includes(type) && CONTRACTS.some((kind) => row.says('contract_type', kind))));
}

function report(row: Row, ctx: Context, name: string, type: string, found: Omit<Found, 'says' | 'what'>, covered: string): void {
  const how = standing(row, `gipa_d:${name}`, ctx);
  const what = foldName(name);
  const near = scopesOf(row).some(({ code, detail }) => code === 'gipa_d' && detail !== undefined && nearName(detail, name));
  if (how === 'unlisted' && near) ctx.report({ ...found, what, severity: 'warning', says: `a recipient (${words(type)}) of genetic data or the sample is named almost, but not quite, as in the consent${covered}` });
  else reportLack(row, ctx, how, { ...found, what, says: `no separate express consent names a recipient (${words(type)}) of genetic data or the sample`, tail: covered, ofFile: 'whether a consent names the recipients of genetic data cannot be told' });
}

export default rule('consent/gipa-d-named-third-party', about, [
  [...GENETIC, 'data_category=biological_sample'], 'subject_jurisdiction=US-CA', ['recipients', 'recipient_type~GIPA_THIRD_PARTIES'],
], (row, ctx) => {
  const covered = cover(row);
  if (!covered || !heldOfPerson(row, ctx.today) || (row.code('disclosure_exception') !== undefined && row.has('disclosure_exception_ref'))) return;
  const found = { at: 'recipients', ...kindOf(covered) } as const;
  if (unsorted(row)) {
    const gap = { kind: 'gap', severity: 'warning', what: 'kind' } as const;
    if (row.absent('recipient_type')) ctx.reportOnce({ ...gap, says: 'the file has no column for the kinds of recipients: whether they are third parties cannot be told' });
    else if (row.codes('recipients').length > 0) ctx.report({ ...gap, at: 'recipient_type', says: 'what kind of recipient gets the genetic data or the sample is not recorded' });
    return;
  }
  for (const one of receiving(row, 'GIPA_THIRD_PARTIES')) {
    if (exempt(row, one)) continue;
    if (one.names.length === 0) ctx.report({ ...found, kind: 'gap', says: `genetic data or the sample go to a recipient (${words(one.type)}) that is not named${covered.says}`, what: one.type });
    else if (!one.sure && one.names.some((name) => standing(row, `gipa_d:${name}`, ctx) !== 'given')) ctx.report({ ...found, kind: 'gap', says: `which of the recipients is the ${words(one.type)} is not recorded, so whether a consent names it cannot be told${covered.says}`, what: one.type });
    else if (one.sure) for (const name of one.names) report(row, ctx, name, one.type, found, covered.says);
  }
});
