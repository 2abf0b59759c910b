/** The facts of a breach as a person hands them in: a file, a list of the people, or answers in a terminal. */
import path from 'node:path';
import { ELEMENT_WORDS, readBreachFacts } from '../../adapters/breach-facts.ts';
import { factFaults } from '../../core/breach-check.ts';
import type { BreachFile } from '../../core/breach-facts.ts';
import { type Zone, isZone } from '../../core/date.ts';
import { UserError } from '../../core/errors.ts';
import type { Source } from '../../core/report.ts';
import { type App, badZone } from '../app.ts';
import { isContract, knownLaw, noticeName } from './laws.ts';

export interface Input {
  file: BreachFile;
  inputs: readonly Source[];
  notes: readonly string[];
}

export interface InputOptions {
  facts?: string;
  people?: string;
}

/** In which days without a time are compared with now. */
export async function zoneHere(app: App): Promise<Zone> {
  return (await app.config()).config.organisation?.timeZone ?? 'UTC';
}

export function zoneOption(tz: string | undefined): Zone | undefined {
  if (tz !== undefined && !isZone(tz)) throw badZone(tz);
  return tz;
}

/** The facts that the options name, else those that somebody answers; `part`: only what is new of a recorded breach. */
export async function readInput(app: App, { facts, people }: InputOptions, command: string, part = false): Promise<Input> {
  const { places } = await app.world();
  const given = { now: app.now, zone: await zoneHere(app), places };
  if (facts === '-' && people === '-') throw new UserError('usage', '--facts and --people cannot both be read from standard input', { hint: 'give one of them as a file' });
  let input: Input;
  if (facts !== undefined) {
    const { source, facts: read } = await readBreachFacts(facts === '-' ? facts : path.resolve(app.io.cwd, facts), facts, given, part);
    await refuseStrangers(app, read);
    input = { file: read, inputs: [source], notes: [] };
  } else if (app.canAsk) {
    const { askBreach } = await import('./asking.ts');
    input = { file: await askBreach(app, { ...given, elements: ELEMENT_WORDS }, part), inputs: [], notes: [] };
  } else if (people !== undefined && part) input = { file: {} as BreachFile, inputs: [], notes: [] };
  else throw new UserError('missing-values', 'missing: --facts', { hint: `for example: ${command} --facts breach.yaml` });
  return people === undefined ? input : withPeople(app, input, people);
}

/** The people of a list in place of the numbers in the facts. */
export async function withPeople(app: App, input: Input, people: string): Promise<Input> {
  const { places } = await app.world();
  const { file } = input;
  if ((file.dataSets ?? []).length > 0) throw new UserError('usage', '--people counts for the whole breach, and the facts have data sets', { hint: 'write people.count and people.byJurisdiction into each entry of dataSets' });
  const { countPeople } = await import('../../adapters/people-csv.ts');
  const counted = await countPeople(people === '-' ? people : path.resolve(app.io.cwd, people), people, places);
  const replaced = file.people?.byJurisdiction !== undefined || file.people?.count !== undefined;
  const left = [
    ...(counted.unplaced > 0 ? [`${counted.unplaced} without a place that can be read`] : []), ...(counted.several > 0 ? [`${counted.several} with several places`] : []),
    ...(counted.faulty > 0 ? [`${counted.faulty} row${counted.faulty === 1 ? '' : 's'} that cannot be read`] : []),
  ];
  return {
    file: { ...file, people: { ...file.people, count: counted.count, byJurisdiction: counted.byJurisdiction } },
    inputs: [...input.inputs, { path: people, sha256: counted.sha256 }],
    notes: [
      ...input.notes, `${people}: ${counted.rows} row${counted.rows === 1 ? '' : 's'}, ${Object.values(counted.byJurisdiction).reduce((all, n) => all + n, 0)} people with a place${left.length > 0 ? `; ${left.join(', ')}` : ''}`,
      ...counted.notes.map((note) => `${people}: ${note}`), ...(replaced ? [`the numbers of ${people} take the place of those in the facts`] : []),
    ],
  };
}

/** Notices under laws, or parts of them, that nobody knows: they would count for nothing. */
async function refuseStrangers(app: App, file: Partial<BreachFile>): Promise<void> {
  const problems: { at: string; says: string }[] = [];
  for (const [list, entries] of [['notices', file.notices], ['notSentBecause', file['notSentBecause']]] as const) {
    for (const [i, entry] of (Array.isArray(entries) ? (entries as { law: string; audience: string; phase?: unknown }[]) : []).entries()) {
      try {
        const law = isContract(entry.law) ? undefined : (await knownLaw(app, entry.law)).law;
        // A text that is no code is not repeated: it may hold anything.
        if (law && typeof entry.phase === 'string') noticeName([law], entry.audience, 'phase', /^[a-z0-9-]{1,64}$/.test(entry.phase) ? entry.phase : '…');
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        problems.push({ at: `${list}.${i}`, says: `${error.message}${error.hint === undefined ? '' : `; ${error.hint}`}` });
      }
    }
  }
  const [first] = problems;
  if (first) throw new UserError('bad-facts', problems.length === 1 ? `${first.at}: ${first.says}` : `${problems.length} notices are of no law, or no part of one, that custos knows`, { hint: 'custos law list --about breaches names the laws', ...(problems.length > 1 ? { problems } : {}) });
}

/** Refuses what cannot be, in facts that were put together of several. `before`: what was wrong with them already is left alone. */
export async function refuseFaults(app: App, file: BreachFile, before: BreachFile | undefined): Promise<void> {
  const { places } = await app.world();
  const given = { now: app.now, zone: await zoneHere(app), places, elements: ELEMENT_WORDS };
  const known = new Set(before ? factFaults(before, given).map((f) => f.says) : []);
  const faults = factFaults(file, given).filter((f) => !known.has(f.says));
  const [first] = faults;
  if (!first) return;
  const hint = 'correct the facts, or what is recorded: custos breach show says what that is';
  if (faults.length === 1) throw new UserError('refused-event', first.says, { hint });
  throw new UserError('refused-event', `the facts contradict each other in ${faults.length} ways`, { hint, problems: faults.map(({ says, path: keys }) => ({ says, at: keys.join('.') })) });
}
