/** The program's own name, version and options, before any command is added. */
import { Command } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { withGlobals } from './command.ts';
import type { Io } from './io.ts';

export const VERSION: string = packageJson.version;

export function createProgram(io: Pick<Io, 'columns'>): Command {
  const program = new Command('custos');
  program.description('Privacy law that shows its working: deadlines, consents, inventories, breaches. Not legal advice: custos counts, people decide.');
  program.version(VERSION, '--version').helpOption('-h, --help', 'show help').helpCommand('help [command]', 'show help for a command');
  program.configureHelp({ get helpWidth() { return io.columns ?? 100; }, showGlobalOptions: true, sortSubcommands: false });
  return withGlobals(program);
}
