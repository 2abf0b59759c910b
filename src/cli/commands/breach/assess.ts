/** `custos breach assess`: who must be told of a breach, by when and with what. */
import { type Register, action, collect } from '../../command.ts';

export const register: Register = (group, runner) => {
  const command = group.command('assess').description('Who must be told under which law, by when and with what content; what is missing, and how severe it is. custos suggests, people decide.')
    .argument('[case]', 'a recorded breach, such as B-1; else --facts')
    .option('--facts <file>', 'the facts (YAML or JSON; - is standard input); without it they are asked for in a terminal')
    .option('--people <file>', 'a list of the people (CSV): counted by jurisdiction, nothing of it is kept')
    .option('--law <id>', 'only this law, taken to apply where that is not known (repeatable)', collect)
    .option('--tz <zone>', 'time zone in which days are counted')
    .option('--explain', 'print the working of each duty, of the severity and of the risk');
  action(command, runner, async (app, [id], options) => (await import('../../breach/assessing.ts')).assess(app, id, options));
};
