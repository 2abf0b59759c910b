/** The breach that a command is about: facts that somebody hands in, or a recorded one. */
import { UserError } from '../../core/errors.ts';
import type { App } from '../app.ts';
import { type Input, type InputOptions, readInput, withPeople } from './input.ts';
import type { Breach } from './judge.ts';

export interface Given extends Pick<Input, 'inputs' | 'notes'> {
  breach: Breach;
}

/** `typed`: the id of a recorded breach; `shown`: its texts are marks without --reveal. */
export async function givenBreach(app: App, typed: string | undefined, options: InputOptions, command: string, shown = false): Promise<Given> {
  if (typed === undefined) {
    const { file, inputs, notes } = await readInput(app, options, command);
    return { breach: { id: null, file, marks: [] }, inputs, notes };
  }
  if (options.facts !== undefined) throw new UserError('usage', 'give a breach or --facts, not both', { hint: 'custos breach learn adds facts to a recorded breach' });
  const [{ withLedger }, { breachId, readBreach, shownFile }] = await Promise.all([import('../casework.ts'), import('./open.ts')]);
  const recorded = await withLedger(app, 'read', (ledger) => readBreach(app, ledger, breachId(typed)));
  const breach = shown ? { ...recorded.breach, file: shownFile(app, recorded) } : recorded.breach;
  if (options.people === undefined) return { breach, inputs: [], notes: [] };
  const { file, inputs, notes } = await withPeople(app, { file: breach.file, inputs: [], notes: [] }, options.people);
  return { breach: { ...breach, file }, inputs, notes };
}
