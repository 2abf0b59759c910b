/** `custos breach mark`: something happened, or a notice was given. */
import { type Register, action } from '../../command.ts';

export const register: Register = (group, runner) => {
  const command = group.command('mark')
    .description('Record what happened: occurred, discovered, aware, determined, told-by-other-party, contained; or a notice: people-notified, authority-notified, notified (others), register-entered.')
    .argument('<case>', 'the breach, such as B-1').argument('<mark>', 'what happened')
    .option('--on <when>', 'when: an instant with offset, or a day (now if not given)')
    .option('--law <id>', 'only for this law')
    .option('--to <audience>', 'with notified: media, cra, controller, covered-entity, agency, …')
    .option('--variant <name>', 'which of several duties of one kind, such as state-police')
    .option('--phase <name>', 'which part of a notice that is given in parts, such as preliminary')
    .option('--note <text>', 'a note, such as the reference of the filing (kept apart, erasable)');
  action(command, runner, async (app, operands, options) => (await import('../../breach/recording.ts')).mark(app, operands, options));
};
