/** `custos completion`: scripts that complete commands, options and their words. */
import type { Outcome } from '../../core/report.ts';
import { CHANNELS, DATA_CATEGORIES, LETTERS, MANNERS, MARKS, OUTCOMES, REQUEST_TYPES, ROLES } from '../../core/law.ts';
import type { App } from '../app.ts';
import { type Register, action } from '../command.ts';
import { bash } from '../completion/bash.ts';
import { fish } from '../completion/fish.ts';
import { type Values, treeOf } from '../completion/tree.ts';
import { zsh } from '../completion/zsh.ts';
import { oneOf } from '../facts.ts';
import { createProgram } from '../program.ts';
import { addCommands } from './index.ts';

const SHELLS = { bash, zsh, fish };

export const register: Register = (program, runner) => {
  const command = program.command('completion').description('Print a completion script. bash: source <(custos completion bash).').argument('<shell>', 'bash, zsh or fish');
  action(command, runner, (app, [shell]) => completion(app, shell as string), 'text');
};

async function completion(app: App, typed: string): Promise<Outcome> {
  const shell = oneOf(typed, ['bash', 'zsh', 'fish'] as const, 'shell', 'bad-value');
  const program = createProgram(app.io);
  await addCommands(program, { run: async () => undefined }, undefined);
  const laws = (await app.allLaws()).map((l) => l.law.id);
  const { places } = await app.world();
  const words: Record<string, Values> = {
    '--type': REQUEST_TYPES, '--role': ROLES, '--data': DATA_CATEGORIES, '--channel': CHANNELS, '--outcome': OUTCOMES, '--manner': MANNERS, '--law': laws, '--in': Object.keys(places), id: laws,
    mark: MARKS, letter: LETTERS, shell: Object.keys(SHELLS), '--fail-on': ['error', 'warning', 'note', 'overdue', 'due:7d', 'never'],
    '--ledger': 'file', '--config': 'file', '--output': 'file', '--mapping': 'file', '--html': 'file', file: 'file', files: 'file',
  };
  const text = SHELLS[shell](treeOf(program, (name) => words[name] ?? 'none'));
  return { report: { kind: 'text', schema: 'completion', text } };
}
