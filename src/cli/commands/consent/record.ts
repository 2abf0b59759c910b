/** `custos consent record`: what a person said about a consent, and how it can be shown. */
import type { ConsentRecord, ConsentStatus } from '../../../core/consent.ts';
import { type Moment, formatMoment, momentDay } from '../../../core/date.ts';
import type { ConsentedBody } from '../../../core/event.ts';
import type { Outcome } from '../../../core/report.ts';
import { SCOPES, scopeText } from '../../../inventory/consent-scopes.ts';
import { type App, checkPlace } from '../../app.ts';
import { change } from '../../casework.ts';
import { type Register, action, list } from '../../command.ts';
import { answerChange } from '../../consent/answer.ts';
import { type Ask, type ConsentOptions, askScopes, expiryOf, methodNotes, readSaid, scopeNotes } from '../../consent/options.ts';
import { append, checkSubject, commonPlace, consentsOfSubject, forScope, plan, zoneOfConsent } from '../../consent/register.ts';
import { Checks, pastMoment } from '../../facts.ts';
import { refusalError } from '../../standing.ts';

const STATUSES = ['granted', 'renewed', 'refused', 'requested'] as const satisfies readonly ConsentStatus[];

interface RecordOptions extends ConsentOptions {
  evidence?: string;
  note?: string;
}

export const register: Register = (consent, runner) => {
  const command = consent.command('record').description('Record a consent that was given, renewed, refused or asked for.')
    .argument('<subject>', 'the reference to the person in your inventory (kept apart, erasable)')
    .option('--scope <scope>', 'what for: gipa_a_use, gipa_c:<purpose>, share:<recipient>, marketing_email, … (repeatable)', list)
    .option('--status <status>', `${STATUSES.join(', ')} (granted if not given)`)
    .option('--on <when>', 'when it was said (today if not given)')
    .option('--expires <date>', 'the last day on which it holds')
    .option('--method <method>', 'how it was given: affirmative_checkbox, signature, e_signature, double_opt_in, …')
    .option('--notice <version>', 'version of the notice that the person saw')
    .option('--language <tag>', 'language of that notice, such as en or pt-BR')
    .option('--evidence <text>', 'where the proof is (kept apart, erasable)')
    .option('--guardian <relation>', 'who gave it for the person: parent, guardian, …')
    .option('--in <jurisdiction>', 'where the person is: a withdrawal then starts the clocks of that law')
    .option('--note <text>', 'a note (kept apart, erasable)');
  action(command, runner, (app, operands, options) => record(app, operands[0] as string, options));
};

/** `ask`: else in the terminal. */
export async function record(app: App, typedSubject: string, given: RecordOptions, ask?: Ask): Promise<Outcome> {
  const options: RecordOptions = { ...given };
  const typed = await askScopes(app, given.scope, SCOPES, 'record', ask);
  if (typed !== undefined) options.scope = typed;
  const checks = new Checks();
  const ref = await checks.attempt(() => checkSubject(typedSubject));
  if (options.scope === undefined || options.scope.length === 0) checks.missing('--scope');
  const said = await readSaid(options, STATUSES, checks);
  const place = options.in === undefined ? undefined : await checks.attempt(() => checkPlace(app, options.in as string));
  const zone = await zoneOfConsent(app, place);
  const on = options.on === undefined ? undefined : await checks.attempt(() => pastMoment(options.on as string, '--on', app.now, zone));
  const until = await checks.attempt(() => expiryOf(options.expires, zone));
  checks.done('custos consent record S-001 --scope gipa_a_use --on 2026-11-25 --method affirmative_checkbox --notice 3.2 --in US-CA');

  const { scopes, status = 'granted', ...how } = said;
  const values = Object.fromEntries(Object.entries({ evidence: options.evidence, note: options.note }).filter((e): e is [string, string] => e[1] !== undefined && e[1].trim() !== ''));
  const stamp = await app.stamp();
  const records = await change(app, async (tx) => {
    const known = await consentsOfSubject(tx, ref as string);
    const planned = [];
    for (const scope of scopes) {
      const before = forScope(known, scope);
      const days = await zoneOfConsent(app, place ?? commonPlace(before ? [before] : []));
      const when: Moment = on ?? { day: momentDay(app.now, days) };
      const body: ConsentedBody = { type: 'consented', status, on: formatMoment(when), ...how, ...(until === undefined ? {} : { until }), ...(place === undefined ? {} : { jurisdiction: place }) };
      const found = plan({ ref: ref as string, scope, record: before, zone: days, now: app.now }, [{ body, values }]);
      if ('refusal' in found) throw refusalError({ ...found.refusal, says: `${scopeText(scope)}: ${found.refusal.says}` });
      planned.push({ before, events: found.events });
    }
    const written = [];
    for (const { before, events } of planned) written.push(await append(tx, before, events, stamp));
    return written;
  });
  const unproven = [...(how.method === undefined ? ['--method'] : []), ...(how.notice === undefined ? ['--notice'] : []), ...(values['evidence'] === undefined ? ['--evidence'] : [])];
  const outcome = await answerChange(app, records, { history: false });
  const done = records.map(({ id }, i) => `${id} ${scopeText(scopes[i] as (typeof scopes)[number])}`).join(', ');
  const notes = [`${app.globals.dryRun ? 'would record' : 'recorded'}: ${done} ${status}${app.globals.dryRun ? '; nothing was written' : ''}`, ...scopes.flatMap(scopeNotes), ...methodNotes(how.method)];
  if (records.some(lostItsEnd)) notes.push('it holds without an end now: the consent before had a last day, and no --expires is given');
  if ((status === 'granted' || status === 'renewed') && unproven.length > 0) notes.push(`not recorded, and needed to prove it: ${unproven.join(', ')}`);
  return { ...outcome, notes: [...notes, ...(outcome.notes ?? [])] };
}

/** The last thing said gave a consent without an end, the one before had an end. */
function lostItsEnd({ said }: ConsentRecord): boolean {
  const [before, last] = [said.at(-2)?.body, said.at(-1)?.body];
  return before?.until !== undefined && last?.until === undefined && (last?.status === 'renewed' || last?.status === 'granted');
}
