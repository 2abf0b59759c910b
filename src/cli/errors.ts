/** Every error in one shape: what, where, what to type next. */
import { CommanderError } from 'commander';
import { ERROR_CODES, EXIT, type ExitCode, UserError } from '../core/errors.ts';
import { jsonText, manyLines, terminal } from '../formats/escape.ts';
import type { Io } from './io.ts';

interface Said {
  code: string;
  message: string;
  hint: string | undefined;
  problems: readonly { says: string; at?: string }[];
}

/** Prints an error to stderr, as JSON where the command line asks for JSON, and gives the exit status. */
export function printError(error: unknown, argv: readonly string[], io: Io): ExitCode {
  if (isInterrupt(error)) return EXIT.interrupted;
  if (error instanceof UserError) return say({ code: error.code, message: error.message, hint: error.hint, problems: error.problems }, ERROR_CODES[error.code], argv, io);
  if (error instanceof CommanderError) return say(usage(error, argv), EXIT.notDone, argv, io);
  say({ code: 'bug', message: `this is a bug in custos: ${error instanceof Error ? error.message : String(error)}`, hint: 'please report it with the command line and the lines below', problems: [] }, EXIT.bug, argv, io);
  if (error instanceof Error && error.stack) io.err(`${manyLines(error.stack.split('\n').slice(1).join('\n'))}\n`);
  return EXIT.bug;
}

/** Ctrl-C in a question, or stdin closed under it. */
function isInterrupt(error: unknown): boolean {
  return error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError');
}

function usage(error: CommanderError, argv: readonly string[]): Said {
  const text = error.message.replace(/^error: /, '').replace(/\n/g, ' ').replace(/ \(Did you mean (.*?)\?\)/, '; did you mean $1?');
  // The words before the first option name the command; the last of them may be the mistake itself.
  const first = argv.findIndex((a) => a.startsWith('-'));
  const words = argv.slice(0, first < 0 ? argv.length : first).slice(0, 2);
  if (error.code === 'commander.unknownCommand') words.pop();
  return { code: 'usage', message: text, hint: ['custos', ...words, '--help'].join(' '), problems: [] };
}

/** A value as somebody typed it may be a whole file. */
const clip = (text: string): string => text.replace(/\S{200,}/g, (word) => `${word.slice(0, 60)}… (${word.length} characters)`);

function say({ message, ...said }: Said, exit: ExitCode, argv: readonly string[], io: Io): ExitCode {
  const json = argv.includes('--json') || argv.some((a, i) => a === '--format=json' || (a === '--format' && argv[i + 1] === 'json'));
  if (json) {
    io.err(`${jsonText(JSON.stringify({ schema: 'custos/error@1', code: said.code, message: clip(message), hint: said.hint ?? null, problems: said.problems.map((p) => ({ says: p.says, at: p.at ?? null })) }))}\n`);
    return exit;
  }
  const lines = [`error[${said.code}]: ${terminal(clip(message))}`, ...said.problems.map((p) => `  ${p.at ? `${terminal(p.at)}: ` : ''}${terminal(p.says)}`)];
  if (said.hint) lines.push(`hint: ${terminal(said.hint)}`);
  io.err(`${lines.join('\n')}\n`);
  return exit;
}
