/** Asking for what is missing, where a terminal is there to answer. */
import { formatDay, momentDay } from '../core/date.ts';
import { UserError } from '../core/errors.ts';
import { REQUEST_TYPES } from '../core/law.ts';
import { type App, checkPlace } from './app.ts';
import { type FactOptions, pastMoment } from './facts.ts';

type Askable = FactOptions & { received?: string };
type AskableKey = 'type' | 'received' | 'in';

/**
 * The options, completed by questions where questions can be asked; the command line that would have done
 * without them is printed to stderr afterwards.
 */
export async function askFacts<T extends Askable>(app: App, given: T, wanted: readonly AskableKey[], command: string): Promise<T> {
  const missing = wanted.filter((key) => given[key] === undefined);
  if (missing.length === 0 || !app.canAsk) return given;
  const { ask } = await import('../adapters/prompt.ts');
  const answers: T = { ...given };
  for (const key of missing) Object.assign(answers, { [key]: await ask(await question(app, key)) });
  const line = ['custos', command, ...Object.entries(answers).flatMap(([k, v]) => (typeof v === 'string' ? [`--${k.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`, quote(v)] : []))];
  if (!app.globals.quiet) app.io.err(`${line.join(' ')}\n`);
  return answers;
}

async function question(app: App, key: AskableKey): Promise<Parameters<typeof import('../adapters/prompt.ts').ask>[0]> {
  const complain = async (check: () => unknown): Promise<string | undefined> => {
    try {
      await check();
      return undefined;
    } catch (error) {
      if (error instanceof UserError) return error.hint ? `${error.message}: ${error.hint}` : error.message;
      throw error;
    }
  };
  if (key === 'type') return { message: 'What does the person ask for?', choices: REQUEST_TYPES.map((t) => ({ value: t, name: t })) };
  if (key === 'in') return { message: 'Where is the person? (ISO code: DE, GB-SCT, US-CA, JP, … or EU)', check: (a) => complain(() => checkPlace(app, a)) };
  const zone = (await app.config()).config.organisation?.timeZone ?? 'UTC';
  return { message: 'On which day did it arrive?', suggestion: formatDay(momentDay(app.now, zone)), check: (a) => complain(() => pastMoment(a, 'received', app.now, zone)) };
}

/** A word as a shell takes it back. */
export function quote(value: string): string {
  return /^[A-Za-z0-9@%+=:,./_-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

