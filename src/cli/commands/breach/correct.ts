/** `custos breach correct`: strike an event, or move a mark. */
import { type Register, action } from '../../command.ts';

export const register: Register = (group, runner) => {
  const command = group.command('correct').description('Strike an event that is wrong, or give a mark another time. Nothing is deleted.')
    .argument('<case>', 'the breach, such as B-1').argument('<event>', 'number of the event, as custos breach show prints it')
    .option('--on <when>', 'the right time of a mark; without it the event is struck');
  action(command, runner, async (app, operands, options) => (await import('../../breach/recording.ts')).correct(app, operands, options));
};
