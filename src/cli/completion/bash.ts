/** Completion for bash: a static script, nothing of custos runs on TAB. */
import { type TreeCommand, type Values, flatten, nameOf } from './tree.ts';

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

export function bash(tree: TreeCommand): string {
  const commands = flatten(tree);
  const names = commands.filter((c) => c.path.length > 1).map((c) => quote(nameOf(c)));
  return `# bash completion for custos: source this file, or save it as /etc/bash_completion.d/custos
_custos() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" cmd='' try i seen=0
  COMPREPLY=()
  for (( i = 1; i < COMP_CWORD; i++ )); do
    try="\${cmd:+$cmd }\${COMP_WORDS[i]}"
    case "$try" in ${names.join('|')}) cmd="$try"; seen=0;; *) case "\${COMP_WORDS[i]}" in -*) ;; *) seen=$((seen + 1));; esac;; esac
  done
  case "$cmd|$prev" in
${commands.flatMap(valueCases).join('\n')}
  esac
  case "$cmd" in
${commands.map(wordCase).join('\n')}
  esac
}
complete -o filenames -F _custos custos
`;
}

function reply(values: Values): string {
  if (values === 'none') return ':';
  if (values === 'file') return 'mapfile -t COMPREPLY < <(compgen -f -- "$cur")';
  return `mapfile -t COMPREPLY < <(compgen -W ${quote(values.join(' '))} -- "$cur")`;
}

function valueCases(command: TreeCommand): string[] {
  return command.options.filter((o) => o.takesValue).map((o) => `    ${o.flags.map((f) => quote(`${nameOf(command)}|${f}`)).join('|')}) ${reply(o.values)}; return;;`);
}

function wordCase(command: TreeCommand): string {
  const words = [...command.commands.map((c) => c.path.at(-1) as string), ...command.options.flatMap((o) => o.flags)];
  const args = [...new Set(command.arguments.filter((a): a is readonly string[] => Array.isArray(a)).flat())];
  const files = command.arguments.includes('file') ? ' [[ "$cur" == -* ]] || mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$cur");' : '';
  return `    ${quote(nameOf(command))}) ${reply([...args, ...words])};${files};`;
}
