import { isIn } from '../../inventory/columns.ts';
import { ofStaff, personal } from '../../inventory/concepts.ts';
import { reportLack, type Standing, standing, truthOf } from '../../inventory/consenting.ts';
import { type Receiving, receiving, unsorted, words } from '../../inventory/recipients.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './third-party-without-consent.json' with { type: 'json' };

const VAGUE = /^(?:(?:our|other|various|external|third[- ]party|selected) )*(?:partners?|vendors?|suppliers?|providers?|(?:cloud|service|hosting|it) providers?|contractors?|affiliates?|third[- ]part(?:y|ies)|various|others?|partner|dienstleister|dritte|partenaires?|prestataires?|tiers|socios|proveedores|terceros|fornitori|terzi|derden|leveranciers|parceiros|fornecedores|terceiros|第三者|取引先)$/iu;

export default rule('sharing/third-party-without-consent', about, [['recipients', 'recipient_type~OUTSIDERS']], (row, ctx) => {
  if (!personal(row) || row.has('disclosure_exception')) return;
  if (ofStaff(row)) {
    ctx.reportOnce({ kind: 'gap', severity: 'note', says: 'rows about employees, applicants and vendors are outside what customers were promised, and their sharing was not compared with it', what: 'staff' });
    return;
  }
  if (unsorted(row)) return kindless(row, ctx);
  const outside = receiving(row, 'OUTSIDERS').filter((group) => !serves(row, group));
  for (const group of outside) judge(row, ctx, group);
  if (outside.some(({ names, sure }) => sure && names.some((name) => VAGUE.test(name.trim())))) {
    ctx.report({ at: 'recipients', what: 'vague', kind: 'gap', severity: 'note', says: 'a recipient is named so vaguely that nobody can consent to it or ask about it', fix: 'Name the recipient.' });
  }
});

/** A healthcare provider receives the results of the service as the one who ordered it. */
function serves(row: Row, { type }: Receiving): boolean {
  return type === 'healthcare_provider' && row.codes('purpose').every((purpose) => isIn(purpose, 'SERVICE_PURPOSES'));
}

function kindless(row: Row, ctx: Context): void {
  const says = 'data are shared, and what kind of recipient that is, so whether consent is needed, is not recorded';
  if (row.absent('recipient_type')) ctx.reportOnce({ what: 'recipient_type', kind: 'gap', severity: 'warning', says: 'rows name recipients, and the file has no column for their kind (recipient_type), on which the need for consent hangs' });
  else ctx.report({ at: 'recipient_type', what: 'kind', kind: 'gap', severity: 'warning', says });
}

function judge(row: Row, ctx: Context, group: Receiving): void {
  const what = group.type;
  const kind = words(group.type);
  if (isIn(group.type, 'INSURERS') && row.has('purpose') && !row.says('purpose', 'insurance_claim')) {
    ctx.report({ at: 'recipient_type', what, says: `data are shared outside (${kind}) for another purpose than an insurance claim` });
    return;
  }
  const stands = standings(row, ctx, group);
  const lacking = stands.filter((how) => how !== 'given');
  const [first] = lacking;
  if (first === undefined) return;
  if (row.says('legal_basis', 'legal_obligation') || (isIn(group.type, 'AUTHORITIES') && row.says('legal_basis', 'public_task'))) {
    const who = kind === 'authority' ? 'data go to an authority' : isIn(group.type, 'AUTHORITIES') ? `data go to an authority (${kind})` : `data are shared outside (${kind})`;
    ctx.report({ at: 'disclosure_exception', what, kind: 'gap', severity: 'warning', says: `${who} by law, and the exception that allows it is not recorded`, fix: 'Record the exception that applies (disclosure_exception), with its reference.' });
  } else if (!group.sure && lacking.length < stands.length) {
    ctx.report({ at: 'recipient_type', what, kind: 'gap', says: `data are shared outside (${kind}) and only some of the recipients have a consent, but which of them are of that kind cannot be told` });
  } else {
    const worst = lacking.find((how) => truthOf(how) === 'no') ?? first;
    const many = stands.length > 1 && group.sure ? ` with ${lacking.length} of ${stands.length} recipients` : '';
    reportLack(row, ctx, worst, { at: 'recipient_type', what, says: `data are shared outside (${kind})${many} without an exception and without proven consent`, ofFile: 'whether the sharing of data is consented to cannot be told' });
  }
}

/** How consent stands for each recipient of a group; one for all where they have no names. */
function standings(row: Row, ctx: Context, { type, names }: Receiving): Standing[] {
  const claims = isIn(type, 'INSURERS') ? ['insurance_claim'] : [];
  if (names.length === 0) return [best(row, ctx, [`share:${type}`, ...claims])];
  return names.map((name) => best(row, ctx, [`share:${name}`, `gipa_d:${name}`, ...claims]));
}

function best(row: Row, ctx: Context, scopes: readonly string[]): Standing {
  const all = scopes.map((scope) => standing(row, scope, ctx));
  return all.find((how) => how === 'given') ?? all.find((how) => truthOf(how) === 'unknown') ?? (all[0] as Standing);
}
