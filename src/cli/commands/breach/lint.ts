/** `custos breach lint`: what a letter lacks, and what it may not say. */
import { type Register, action } from '../../command.ts';

export const register: Register = (group, runner) => {
  const command = group.command('lint').description('Check a letter, whoever wrote it: what the law wants in it and what it forbids, gaps that are still open.')
    .argument('<file>', 'the letter: Markdown, HTML, text or Word (docx)')
    .option('--law <id>', 'the law that it answers, such as us-ma-93h')
    .option('--to <audience>', 'whom it is for: authority, people, media, cra, controller, covered-entity, agency, register')
    .option('--variant <name>', 'which of several notices of one kind, such as state-police')
    .option('--case <case>', 'the recorded breach that it is about, such as B-1')
    .option('--facts <file>', 'the facts of the breach that it is about');
  action(command, runner, async (app, [file], options) => (await import('../../breach/linting.ts')).lint(app, file as string, options), 'findings');
};
