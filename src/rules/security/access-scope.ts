import { genetic, personal } from '../../inventory/concepts.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import { fold } from '../../inventory/fold.ts';
import about from './access-scope.json' with { type: 'json' };

export default rule('security/access-scope', about, [], (row, ctx) => {
  if (!personal(row) || row.any('status', 'GONE')) return;
  unrecorded(row, ctx, 'owner', 'no accountable owner is named');
  unrecorded(row, ctx, 'access_roles', 'who has access is not recorded');
  if (row.has('access_roles') && broad(row.text('access_roles'))) {
    ctx.report({ at: 'access_roles', what: 'broad', severity: genetic(row) ? 'error' : 'warning', says: `access to ${genetic(row) ? 'genetic' : 'personal'} data is not limited to the staff who need it` });
  }
});

function unrecorded(row: Row, ctx: Context, column: 'owner' | 'access_roles', says: string): void {
  if (row.absent(column)) ctx.reportOnce({ what: column, kind: 'gap', says: `the file has no column ${column}: ${says}` });
  else if (row.blank(column)) ctx.report({ at: column, what: 'blank', says });
}

// Texts are compared folded: without case, accents and punctuation.
const EVERYBODY: ReadonlySet<string> = new Set(['all', 'everyone', 'everybody', 'anyone', 'public', 'the public', 'general public', 'world', 'tous', 'tout le monde', 'alle', 'jeder', 'offentlich', 'todos', 'todo el mundo', 'publico', 'tutti', 'pubblico', 'iedereen', 'openbaar', '全員', '全社員', '公開']);
const GROUP = /^(?:all|every|alle|tous(?: les)?|toutes(?: les)?|tout(?: le)?|todos(?: los| os)?|todo(?: el| o)?|tutti(?: i| gli)?|tutto(?: il)?|al het) (?:of )?(?:our |the |internal |company )*(?:staff|employees?|users?|personnel|personale?|personeel|teams?|departments?|colleagues|workers|members|people|company|mitarbeiter\w*|mitarbeitenden|beschaftigten?|nutzer|abteilungen|employes|salaries|collaborateurs|utilisateurs|empleados|trabajadores|usuarios|dipendenti|collaboratori|utenti|medewerkers|gebruikers|funcionarios|colaboradores|utilizadores)\b/;
const OPEN = /\b(?:everyone|everybody|anyone (?:with|in|at|who)|(?:company|organi[sz]ation|firm|enterprise) ?wide|unternehmensweit|firmenweit|public (?:link|access|folder|share|url|website)|publicly|open to all|(?:shared|generic|group) (?:account|login|user|password|credentials?)|sammelkonto|gemeinsames konto|compte partage|cuenta compartida|account condiviso|gedeeld account|conta compartilhada|ex (?:staff|employees?|mitarbeiter\w*|salaries|empleados|dipendenti|medewerkers|funcionarios)|former (?:staff|employees?)|ehemalige|anciens? (?:employes|salaries))\b|全従業員|退職者|共有アカウント/;
/** "ex-staff removed", "link sharing disabled", "not public". */
const DENIED = /\b(?:no|not|never|none|without|except|removed|revoked|disabled|blocked|kein\w*|nicht|entfernt|gesperrt|pas|sans|supprime\w*|sin|ningun\w*|non|geen|niet|sem|nao)\b/;

/** One of the entries lets in more people than have a task. */
function broad(roles: string): boolean {
  return roles.split(/[;,|\n、]/).map(fold).some((entry) => (EVERYBODY.has(entry) || GROUP.test(entry) || OPEN.test(entry)) && !DENIED.test(entry));
}
