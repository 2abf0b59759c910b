/** `custos breach learn`: facts that have become known since. */
import { type Register, action } from '../../command.ts';

export const register: Register = (group, runner) => {
  const command = group.command('learn').description('Add facts to a breach, or correct them: groups grow, values and lists are replaced. A decision about the risk is recorded with its reasons this way.')
    .argument('<case>', 'the breach, such as B-1')
    .option('--facts <file>', 'what is new (YAML or JSON; the title may be left out)')
    .option('--people <file>', 'a list of the people (CSV): counted by jurisdiction, nothing of it is kept');
  action(command, runner, async (app, [id], options) => (await import('../../breach/recording.ts')).learn(app, id as string, options));
};
