/** `custos ledger verify` and `head`: is the history whole? */
import { UserError } from '../../../core/errors.ts';
import type { DocumentReport, Outcome } from '../../../core/report.ts';
import type { App } from '../../app.ts';
import { withLedger } from '../../casework.ts';
import { type Register, action } from '../../command.ts';

export const registerVerify: Register = (ledger, runner) => {
  const verify = ledger.command('verify').description('Check every event against the hash chain; exit 3 if the ledger cannot be trusted.')
    .option('--head <hash>', 'a hash kept elsewhere: it must be part of this history');
  action(verify, runner, (app, _, options) => verifyLedger(app, options['head'] as string | undefined), 'document');
  action(ledger.command('head').description('Print the number of events and the last hash, to be kept elsewhere.'), runner, (app) => head(app), 'document');
};

function verdict(schema: string, title: string, text: string, summary: Readonly<Record<string, unknown>>): DocumentReport {
  return { kind: 'document', schema, title, markdown: `${text}\n`, items: [summary], summary };
}

async function verifyLedger(app: App, wanted: string | undefined): Promise<Outcome> {
  if (wanted !== undefined && !/^[0-9a-f]{64}$/.test(wanted)) throw new UserError('bad-value', '--head is not a hash of 64 hexadecimal digits', { hint: 'give what custos ledger head printed' });
  return withLedger(app, 'read', async (ledger) => {
    const found = await ledger.verify();
    if (!found.ok) return { untrusted: true, report: verdict('ledger-verify', 'Ledger', `not whole${found.at === null ? '' : ` at event ${found.at}`}: ${found.why}`, found) };
    if (wanted !== undefined && !(await ledger.hasHash(wanted))) {
      const why = 'the hash kept elsewhere is not part of this history: events were removed or replaced';
      return { untrusted: true, report: verdict('ledger-verify', 'Ledger', `not whole: ${why}`, { ok: false, at: null, why }) };
    }
    return { report: verdict('ledger-verify', 'Ledger', `whole: ${found.count} event${found.count === 1 ? '' : 's'}, head ${found.head}`, found) };
  });
}

async function head(app: App): Promise<Outcome> {
  const found = await withLedger(app, 'read', (ledger) => ledger.head());
  return { report: verdict('ledger-head', 'Ledger', `${found.count} ${found.head}`, found) };
}
