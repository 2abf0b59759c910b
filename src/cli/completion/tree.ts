/** The commands as data, for completion scripts and the documentation check. */
import type { Command, Option } from 'commander';

/** Words that an option or an argument can take, or a kind of thing the shell completes itself. */
export type Values = readonly string[] | 'file' | 'none';

export interface TreeOption {
  flags: readonly string[];
  takesValue: boolean;
  summary: string;
  values: Values;
}

export interface TreeCommand {
  /** Words from the program on: `['custos', 'request', 'log']`. */
  path: readonly string[];
  summary: string;
  options: readonly TreeOption[];
  arguments: readonly Values[];
  commands: readonly TreeCommand[];
}

/** `valuesOf` knows the words of an option (`--type`) or of an argument (`mark`). */
export function treeOf(command: Command, valuesOf: (name: string) => Values, outer: readonly string[] = [], inherited: readonly Option[] = []): TreeCommand {
  const path = [...outer, command.name()];
  const own = [...command.options, ...inherited];
  return {
    path, summary: firstSentence(command.description()),
    options: own.map((o) => ({
      flags: [o.long, o.short].filter((f): f is string => f !== undefined && f !== null), takesValue: o.required || o.optional, summary: firstSentence(o.description),
      values: o.argChoices ?? valuesOf(o.long ?? ''),
    })),
    arguments: command.registeredArguments.map((a) => valuesOf(a.name())),
    commands: command.commands.map((c) => treeOf(c, valuesOf, path, own)),
  };
}

function firstSentence(text: string): string {
  return text.split(/(?<=\.)\s/)[0] ?? text;
}

/** A command and everything below it. */
export function flatten(tree: TreeCommand): TreeCommand[] {
  return [tree, ...tree.commands.flatMap(flatten)];
}

/** The words of a command after the program's name, as one text. */
export function nameOf(command: TreeCommand): string {
  return command.path.slice(1).join(' ');
}
