/** `custos inventory map`: which heading means which column, asked once and kept. */
import { type Register, action } from '../../command.ts';
import { withReading } from '../../inventory/options.ts';

export const register: Register = (group, runner) => {
  const command = withReading(group.command('map').description('Show what each heading of an inventory means, ask for the rest, and save the answers as a mapping.').argument('<file>', 'the inventory: a CSV file'))
    .option('--save-mapping <file>', 'write the mapping there (in a terminal: FILE.mapping.yaml)');
  action(command, runner, async (app, [file], options) => (await import('../../inventory/mapping.ts')).mapInventory(app, file as string, options));
};
