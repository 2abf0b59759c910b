/** The program: arguments in, text and an exit status out. Nothing here knows the law. */
import { type Command, CommanderError } from 'commander';
import { EXIT, type ExitCode } from '../core/errors.ts';
import type { Outcome } from '../core/report.ts';
import type { Runner } from './command.ts';
import { NOUNS } from './commands/index.ts';
import type { Io } from './io.ts';
import { createProgram } from './program.ts';

/** Runs one command line. Never throws, never exits. */
export async function run(argv: readonly string[], io: Io, root: string): Promise<ExitCode> {
  let outcome: Outcome = {};
  const runner: Runner = {
    async run(globals, kind, work) {
      const [{ createApp }, { checkFormat, print }] = await Promise.all([import('./app.ts'), import('./print.ts')]);
      const app = createApp(io, root, globals);
      checkFormat(app, kind);
      outcome = await work(app);
      await print(outcome, app);
    },
  };
  try {
    const program = createProgram(io);
    const noun = nounOf(argv, program);
    for (const known of NOUNS) {
      if (known.name === noun) (await known.load()).register(program, runner);
      else program.command(known.name).description(known.summary);
    }
    quiet(program, io);
    if (noun === undefined && argv.length === 0) {
      io.out(program.helpInformation());
      return EXIT.done;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return outcome.untrusted ? EXIT.untrusted : outcome.attention ? EXIT.attention : outcome.incomplete ? EXIT.incomplete : EXIT.done;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
    const { printError } = await import('./errors.ts');
    return printError(error, argv, io);
  }
}

/** The first word that is not an option or the value of one. */
function nounOf(argv: readonly string[], program: Command): string | undefined {
  const valued = new Set(program.options.filter((o) => o.required).flatMap((o) => [o.short, o.long]));
  for (let i = 0; i < argv.length; i += 1) {
    const word = argv[i] as string;
    if (word === 'help') continue;
    if (!word.startsWith('-')) return word;
    if (valued.has(word)) i += 1;
  }
  return undefined;
}

/** Commander throws instead of exiting and writes through `io`; errors are printed by us. */
function quiet(command: Command, io: Io): void {
  command.exitOverride().configureOutput({ writeOut: (text) => io.out(text), writeErr: () => undefined, outputError: () => undefined });
  command.showHelpAfterError(false);
  for (const sub of command.commands) {
    sub.configureHelp(command.configureHelp());
    quiet(sub, io);
  }
}

/** The name of the account; some containers run as a number that has none. */
async function systemUser(): Promise<string> {
  const os = await import('node:os');
  try {
    return os.userInfo().username;
  } catch {
    return 'unknown';
  }
}

/** Entry for bin/custos.js. Streams are opened when something is written or asked: each costs start-up. */
export function start(root: string): void {
  const io: Io = {
    out: (text) => void guarded(process.stdout).write(text),
    err: (text) => void guarded(process.stderr).write(text),
    env: process.env,
    cwd: process.cwd(),
    clock: () => Date.now(),
    get stdoutIsTerminal() {
      return process.stdout.isTTY;
    },
    get canAsk() {
      return process.stdin.isTTY && process.stderr.isTTY;
    },
    get columns() {
      return process.stdout.columns;
    },
    user: systemUser,
  };
  process.once('SIGINT', () => process.exit(EXIT.interrupted));
  void run(process.argv.slice(2), io, root).then((code) => (process.exitCode = code));
}

/** A reader that closes early (`| head`) is no error. */
function guarded(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  if (stream.listenerCount('error') === 0) stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.bug));
  return stream;
}
