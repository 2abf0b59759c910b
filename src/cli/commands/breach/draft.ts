/** `custos breach draft`: the notices, as far as the facts go. */
import { type Register, action, collect, list } from '../../command.ts';

export const register: Register = (group, runner) => {
  const command = group.command('draft').description('Write drafts of the notices into a folder, with a manifest. What is not recorded stays visible in them; nothing is invented, nothing is sent.')
    .argument('[case]', 'a recorded breach, such as B-1; else --facts')
    .option('--facts <file>', 'the facts (YAML or JSON; - is standard input)')
    .option('--people <file>', 'a list of the people (CSV): counted by jurisdiction, nothing of it is kept')
    .option('--law <id>', 'only notices under this law (repeatable)', collect)
    .option('--to <audience>', 'only notices to: authority, people, media, cra, controller, covered-entity, agency, register')
    .option('--out <folder>', 'a folder that does not exist yet, or is empty')
    .option('--as <formats>', 'md, html, docx, separated by commas (md if not given)', list)
    .option('--tz <zone>', 'time zone in which days are counted');
  action(command, runner, async (app, [id], options) => (await import('../../breach/drafting.ts')).draft(app, id, options));
};
