/** `custos breach log`: a new breach, with every clock that starts on it. */
import { type Register, action } from '../../command.ts';

export const register: Register = (group, runner) => {
  const command = group.command('log').description('Log a breach. Codes, times and numbers go into the event log; every other text into a private record that can be erased.')
    .option('--facts <file>', 'the facts (YAML or JSON; - is standard input); without it they are asked for in a terminal')
    .option('--people <file>', 'a list of the people (CSV): counted by jurisdiction, nothing of it is kept');
  action(command, runner, async (app, _, options) => (await import('../../breach/recording.ts')).logBreach(app, options));
};
