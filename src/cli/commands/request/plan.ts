/** `custos request plan`: what happens to each row of a person whose data are to be erased. */
import { type Register, action, collect } from '../../command.ts';
import { withReading } from '../../inventory/options.ts';

export const register: Register = (request, runner) => {
  const command = withReading(request.command('plan').description('For an erasure, a revocation or a sample: which of the person\'s rows go, by when, which must stay, and why.').argument('<case>', 'the case, such as R-1'))
    .option('--inventory <file>', 'where the rows are (repeatable; else the configuration\'s)', collect)
    .option('--subject <ref>', 'the person\'s subject_ref (else what the case was logged with, else its reference)')
    .option('--letter', 'as paragraphs for the answer');
  action(command, runner, async (app, [id], options) => (await import('../../inventory/plan.ts')).planRequest(app, id as string, options), 'records');
};
