/** `custos breach register`: the record of every breach that the law asks for. */
import { type Register, action, collect } from '../../command.ts';

export const register: Register = (group, runner) => {
  const command = group.command('register').description('The register of breaches: facts, effects and remedial action (GDPR Article 33(5)), who was told and why not. Texts only with --reveal.')
    .option('--year <year>', 'only breaches discovered in this calendar year')
    .option('--law <id>', 'only breaches under this law; us-hipaa with --year: those that are reported together after the end of the year', collect);
  action(command, runner, async (app, _, options) => (await import('../../breach/registering.ts')).breachRegister(app, options));
};
