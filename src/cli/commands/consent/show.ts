/** `custos consent show`: what a person consented to, and whether there was consent on a day. */
import { type ConsentRecord, replayConsent } from '../../../core/consent.ts';
import type { CaseEvent } from '../../../core/event.ts';
import { UserError } from '../../../core/errors.ts';
import type { Ledger } from '../../../core/ledger.ts';
import type { Outcome } from '../../../core/report.ts';
import type { Scope } from '../../../inventory/consent-scopes.ts';
import type { App } from '../../app.ts';
import { withLedger } from '../../casework.ts';
import { type Register, action, list } from '../../command.ts';
import { answer } from '../../consent/answer.ts';
import { checkScope } from '../../consent/options.ts';
import { checkSubject, consentsOfSubject, readConsent, zoneOfConsent } from '../../consent/register.ts';
import { Checks, dayOption } from '../../facts.ts';

interface ShowOptions {
  on?: string;
  scope?: string[];
  case?: string;
}

export const register: Register = (consent, runner) => {
  const command = consent.command('show').description('Show the consents of a person, or all: how they stand today, or stood on a day. As JSON each is a record of ISO/IEC TS 27560.')
    .argument('[subject]', 'the reference to the person in your inventory; without it every consent')
    .option('--on <date>', 'the day that is asked about (today if not given)')
    .option('--scope <scope>', 'only this scope; without its purpose or recipient, every one (repeatable)', list)
    .option('--case <case>', 'one consent by its case, such as C-1');
  action(command, runner, (app, operands, options) => show(app, operands[0], options));
};

async function show(app: App, typedSubject: string | undefined, options: ShowOptions): Promise<Outcome> {
  if (typedSubject !== undefined && options.case !== undefined) throw new UserError('usage', 'a person and a case cannot both be asked for', { hint: 'leave one of the two out' });
  const checks = new Checks();
  const ref = typedSubject === undefined ? undefined : await checks.attempt(() => checkSubject(typedSubject));
  const scopes: Scope[] = [];
  for (const typed of options.scope ?? []) await checks.attempt(() => void scopes.push(checkScope(typed)));
  const zone = await zoneOfConsent(app, undefined);
  const on = options.on === undefined ? undefined : await checks.attempt(() => dayOption(options.on as string, '--on', zone));
  checks.done('custos consent show S-001 --scope gipa_a_use --on 2026-11-25');
  return withLedger(app, 'read', async (ledger) => {
    const found = await find(ledger, ref, options.case);
    const asked = found.filter((record) => scopes.length === 0 || scopes.some((scope) => covers(scope, record)));
    const one = typedSubject !== undefined || options.case !== undefined;
    const empty = found.length > 0 || one ? 'No such consent is recorded.' : 'No consents.';
    const { items, ...outcome } = await answer(app, asked, ledger, { history: one, empty, ...(on === undefined ? {} : { on }) });
    return { ...outcome, incomplete: items.length === 0 && one && !app.globals.allowEmpty };
  });
}

async function find(ledger: Ledger, ref: string | undefined, typedCase: string | undefined): Promise<ConsentRecord[]> {
  if (ref !== undefined) return ledger.transact((tx) => consentsOfSubject(tx, ref));
  if (typedCase !== undefined) return [await ledger.transact((tx) => readConsent((id) => tx.read(id), typedCase))];
  const all: ConsentRecord[] = [];
  for await (const batch of ledger.cases()) all.push(...batch.flatMap((events: readonly CaseEvent[]) => replayConsent(events) ?? []));
  return all;
}

function covers({ code, detail }: Scope, { opened }: ConsentRecord): boolean {
  return opened.scope === code && (detail === undefined || opened.detail === detail);
}
