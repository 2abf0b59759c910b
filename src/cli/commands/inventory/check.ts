/** `custos inventory check`: what each row of a data inventory breaks, and what could not be judged. */
import { type Register, action } from '../../command.ts';
import { withChecking } from '../../inventory/options.ts';

export const register: Register = (group, runner) => {
  const command = withChecking(group.command('check').description('Check data inventories (CSV) against every promise and provision. Several files are one inventory; - is standard input.').argument('<file...>', 'the inventory'));
  action(command, runner, async (app, files, options) => (await import('../../inventory/run.ts')).checkInventories(app, files, options), 'findings');
};
