/** The program: arguments in, text and an exit status out. Nothing here knows the law. */
import { fstatSync, statSync, writeSync } from 'node:fs';
import { type Command, CommanderError } from 'commander';
import { EXIT, type ExitCode } from '../core/errors.ts';
import type { Outcome } from '../core/report.ts';
import type { Runner } from './command.ts';
import { addCommands } from './commands/index.ts';
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
    const typed = wordsOf(argv, program);
    await addCommands(program, runner, typed);
    quiet(program, io);
    if (argv.length === 0) {
      io.out(program.helpInformation());
      return EXIT.done;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return outcome.untrusted ? EXIT.untrusted : outcome.attention ? EXIT.attention : outcome.incomplete ? EXIT.incomplete : EXIT.done;
  } catch (error) {
    // A group of commands without a word after it shows its help, which is no error.
    if (error instanceof CommanderError && (error.exitCode === 0 || error.code === 'commander.help')) return EXIT.done;
    const { printError } = await import('./errors.ts');
    return printError(error, argv, io);
  }
}

/** The words that are neither an option nor the value of one. */
function wordsOf(argv: readonly string[], program: Command): string[] {
  const valued = new Set(program.options.filter((o) => o.required).flatMap((o) => [o.short, o.long]));
  return argv.filter((word, i) => !word.startsWith('-') && word !== 'help' && (i === 0 || !valued.has(argv[i - 1])));
}

/** Commander throws instead of exiting and writes through `io`; errors are printed by us. */
function quiet(command: Command, io: Io): void {
  command.exitOverride().configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.out(text), outputError: () => undefined });
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

/** Entry for bin/custos.js. */
export function start(root: string): void {
  const io: Io = {
    out: (text) => write(1, text),
    err: (text) => write(2, text),
    env: process.env,
    cwd: process.cwd(),
    clock: () => Date.now(),
    get stdoutIsTerminal() {
      return mayBeTerminal(1) && process.stdout.isTTY;
    },
    get canAsk() {
      return mayBeTerminal(0) && mayBeTerminal(2) && process.stdin.isTTY && process.stderr.isTTY;
    },
    get columns() {
      return mayBeTerminal(1) ? process.stdout.columns : undefined;
    },
    user: systemUser,
  };
  process.once('SIGINT', () => process.exit(EXIT.interrupted));
  // All is written by now; to end by itself, node would take the heap apart first.
  void run(process.argv.slice(2), io, root).then((code) => process.exit(code));
}

/** A pipe, a file or the null device is none, and then node's streams need not load: they cost as much as a deadline. */
function mayBeTerminal(handle: 0 | 1 | 2): boolean {
  try {
    const handled = fstatSync(handle);
    return handled.isCharacterDevice() && handled.rdev !== statSync('/dev/null', { throwIfNoEntry: false })?.rdev;
  } catch {
    return false;
  }
}

/** Writes all of a text, waiting where the reader is slow. A reader that closes early (`| head`) is no error. */
function write(handle: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(handle, bytes, at);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      else if (code === 'EPIPE' || handle === 2) process.exit(code === 'EPIPE' ? EXIT.done : EXIT.notDone);
      else {
        write(2, `error[file-unwritable]: cannot write the result: ${error instanceof Error ? error.message : String(error)}\nhint: choose another place with -o\n`);
        process.exit(EXIT.notDone);
      }
    }
  }
}
