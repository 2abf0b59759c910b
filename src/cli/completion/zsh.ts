/** Completion for zsh: one function a command. */
import { type TreeCommand, type Values, flatten } from './tree.ts';

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
/** Characters that have a meaning in the specifications of _arguments. */
const plain = (text: string): string => text.replace(/[\\:[\]'"`$]/g, ' ');
const functionOf = (command: TreeCommand): string => `_${command.path.join('_').replace(/\W/g, '_')}`;

export function zsh(tree: TreeCommand): string {
  return `#compdef custos\n# zsh completion for custos: save it as _custos in a folder of $fpath\n${flatten(tree).map(body).join('\n')}\ncompdef ${functionOf(tree)} custos\n`;
}

function completer(values: Values): string {
  return values === 'file' ? '_files' : values === 'none' ? ' ' : `(${values.join(' ')})`;
}

function optionSpecs(command: TreeCommand): string[] {
  return command.options.flatMap((o) => o.flags.map((flag) => quote(`*${flag}${o.takesValue && flag.startsWith('--') ? '=' : ''}[${plain(o.summary)}]${o.takesValue ? `:value:${completer(o.values)}` : ''}`)));
}

function body(command: TreeCommand): string {
  const options = optionSpecs(command);
  if (command.commands.length === 0) {
    const args = command.arguments.map((values, i) => quote(`${i + 1}: :${completer(values)}`));
    return `${functionOf(command)}() { _arguments -s ${[...options, ...args].join(' ')} }`;
  }
  const subs = command.commands.map((c) => quote(`${c.path.at(-1)}:${plain(c.summary)}`)).join(' ');
  const next = command.commands.map((c) => `      ${c.path.at(-1)}) ${functionOf(c)};;`).join('\n');
  return `${functionOf(command)}() {
  local line state; typeset -A opt_args
  _arguments -s -C ${[...options, quote('1: :->command'), quote('*:: :->rest')].join(' ')}
  case $state in
    command) local -a subs; subs=(${subs}); _describe command subs;;
    rest) case $line[1] in
${next}
    esac;;
  esac
}`;
}
