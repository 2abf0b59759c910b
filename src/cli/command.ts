/** How commands are declared: commander below, an `Outcome` above. */
import { Command, Option } from 'commander';
import { UserError } from '../core/errors.ts';
import { FORMATS, type Outcome, type Report } from '../core/report.ts';
import type { App, Globals } from './app.ts';

/** Turns the options of one run into an app, runs the command, and keeps what it answers. */
export interface Runner {
  run(globals: Globals, kind: Report['kind'], work: (app: App) => Promise<Outcome>): Promise<void>;
}

/** Values an option may be given several times, in order. */
export function collect(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value];
}

/** Values separated by commas, given once or several times. */
export function list(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), ...value.split(',').map((v) => v.trim()).filter((v) => v !== '')];
}

/** The options that every command has. */
export function withGlobals(program: Command): Command {
  return program
    .option('--as-of <when>', 'now, for everything: a date or an instant with offset')
    .addOption(new Option('--format <format>', 'output format').choices([...FORMATS]))
    .option('--json', 'same as --format json')
    .option('-o, --output <file>', 'write the result there instead of stdout')
    .option('--ledger <file>', 'the ledger (else CUSTOS_LEDGER, the config, $XDG_DATA_HOME/custos/ledger.db)')
    .option('--config <file>', 'the configuration (else CUSTOS_CONFIG, custos.yaml upwards from here)')
    .option('--fail-on <level>', 'exit 1 at error, warning, note, overdue, due:<n>d or never')
    .option('--no-input', 'never ask; list what is missing')
    .option('--dry-run', 'say what would be written, write nothing')
    .option('--allow-empty', 'nothing to report is no failure')
    .option('--reveal', 'show personal data')
    .option('--quiet', 'no notes on stderr')
    .option('--verbose', 'more detail');
}

/** A leaf command: `work` gets the app, the operands and its own options, and answers with a report of `kind`. */
export function action(command: Command, runner: Runner, work: (app: App, operands: string[], options: Record<string, unknown>) => Promise<Outcome>, kind: Report['kind'] = 'records'): Command {
  return command.action(async (...args: unknown[]) => {
    const self = args.at(-1) as Command;
    refuseEmpty(self.optsWithGlobals());
    await runner.run(self.optsWithGlobals<Globals>(), kind, (app) => work(app, self.args, self.opts()));
  });
}

/** An empty value is mostly a shell variable that was never set; taken as "not given" it would change the answer in silence. */
function refuseEmpty(options: Readonly<Record<string, unknown>>): void {
  const empty = Object.entries(options).filter(([, value]) => (Array.isArray(value) ? value.length === 0 || value.some(isEmpty) : isEmpty(value)));
  if (empty.length === 0) return;
  const names = empty.map(([name]) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
  throw new UserError('bad-value', `${names.join(', ')}: the value is empty`, { hint: 'give a value, or leave the option out' });
}

const isEmpty = (value: unknown): boolean => typeof value === 'string' && value.trim() === '';

export type Register = (program: Command, runner: Runner) => void;
