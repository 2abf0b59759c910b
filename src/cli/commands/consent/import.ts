/** `custos consent import`: the consents of a file become a register, each once. */
import { type Register, action } from '../../command.ts';
import { withReading } from '../../inventory/options.ts';

export const register: Register = (consent, runner) => {
  const command = withReading(consent.command('import').description('Take over the consents of a file (CSV, or JSON as consent show writes it). A second import of the same file changes nothing.')
    .argument('<file>', 'the file: one row a person and date, with subject_ref, consent_scope, consent_status, consent_date, …'))
    .option('--history', 'the withdrawals of the file were acted on already: log no requests for them');
  action(command, runner, async (app, [file], options) => (await import('../../consent/importing.ts')).importConsents(app, file as string, options));
};
