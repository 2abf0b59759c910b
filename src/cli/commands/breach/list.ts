/** `custos breach list`: what is due first. */
import { type Register, action } from '../../command.ts';

export const register: Register = (group, runner) => {
  const command = group.command('list').description('List breaches, the most urgent first; open ones unless told otherwise.')
    .option('--open', 'only breaches with a duty that is open').option('--closed', 'only breaches with none').option('--all', 'every breach')
    .option('--due <days>', 'due within so many days, such as 3d; overdue ones included').option('--overdue', 'only breaches with an overdue duty');
  action(command, runner, async (app, _, options) => (await import('../../breach/listing.ts')).list(app, options));
};
