/** `custos request import`: the rows of a tracker become requests, each once. */
import { type Register, action } from '../../command.ts';
import { withTrackerOptions } from '../../tracker/options.ts';

export const register: Register = (request, runner) => {
  const command = withTrackerOptions(request.command('import').description('Take over the requests of a tracker (CSV). A second import of the same file changes nothing.'));
  action(command, runner, async (app, [file], options) => (await import('../../tracker/importing.ts')).importTracker(app, file as string, options));
};
