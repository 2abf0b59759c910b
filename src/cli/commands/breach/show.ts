/** `custos breach show`: one breach, its duties and its history. */
import { type Register, action } from '../../command.ts';

export const register: Register = (group, runner) => {
  const command = group.command('show').description('Show one breach: its duties, its events and, with --reveal, its texts.')
    .argument('<case>', 'the breach, such as B-1')
    .option('--explain', 'print the working of each duty, of the severity and of the risk');
  action(command, runner, async (app, [id], options) => (await import('../../breach/showing.ts')).show(app, id as string, options['explain'] === true));
};
