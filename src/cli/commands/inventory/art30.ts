/** `custos inventory art30`: the record of processing activities, from the rows of an inventory. */
import { type Register, action } from '../../command.ts';
import { withReading } from '../../inventory/options.ts';

export const register: Register = (group, runner) => {
  const command = withReading(group.command('art30').description('Write the record of processing activities of Art. 30(1) and (2) GDPR from the rows, and list what is missing.').argument('<file...>', 'the inventory, one row a processing activity'));
  action(command, runner, async (app, files, options) => (await import('../../inventory/art30.ts')).recordOfProcessing(app, files, options), 'document');
};
