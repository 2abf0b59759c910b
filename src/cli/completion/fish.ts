/** Completion for fish. */
import { type TreeCommand, type TreeOption, flatten } from './tree.ts';

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

export function fish(tree: TreeCommand): string {
  return `# fish completion for custos: save it as ~/.config/fish/completions/custos.fish\ncomplete -c custos -f\n${flatten(tree).flatMap(lines).join('\n')}\n`;
}

function lines(command: TreeCommand): string[] {
  const under = command.path.slice(1).map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ');
  const below = command.commands.map((c) => c.path.at(-1)).join(' ');
  const here = [under, below && `not __fish_seen_subcommand_from ${below}`].filter((c) => c !== '').join('; and ') || 'true';
  return [
    ...command.commands.map((c) => `complete -c custos -n ${quote(here)} -a ${c.path.at(-1)} -d ${quote(c.summary)}`),
    ...(command.commands.length > 0 && command.path.length > 1 ? [] : command.options.map((o) => option(o, here))),
    ...command.arguments.flatMap((values) => (values === 'file' ? [`complete -c custos -n ${quote(here)} -F`] : values === 'none' ? [] : [`complete -c custos -n ${quote(here)} -a ${quote(values.join(' '))}`])),
  ];
}

function option({ flags, takesValue, values, summary }: TreeOption, here: string): string {
  const names = flags.map((f) => (f.startsWith('--') ? `-l ${f.slice(2)}` : `-s ${f.slice(1)}`)).join(' ');
  const value = !takesValue ? '' : values === 'file' ? ' -r -F' : values === 'none' ? ' -x' : ` -x -a ${quote(values.join(' '))}`;
  return `complete -c custos -n ${quote(here)} ${names}${value} -d ${quote(summary)}`;
}
