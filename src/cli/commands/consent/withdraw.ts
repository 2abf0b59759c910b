/** `custos consent withdraw`: a consent ends, and the clocks of the law start. */
import { isClosed, replay } from '../../../core/case.ts';
import { type ConsentRecord, ENDING, consentHistory, consentOn, placeOf } from '../../../core/consent.ts';
import { type Moment, type Zone, formatDay, formatMoment, momentDay } from '../../../core/date.ts';
import { UserError } from '../../../core/errors.ts';
import type { CaseEvent, ConsentedBody, RequestFacts } from '../../../core/event.ts';
import type { RequestType } from '../../../core/law.ts';
import type { LedgerTx, Stamp } from '../../../core/ledger.ts';
import type { Outcome } from '../../../core/report.ts';
import { findMark } from '../../../core/timeline.ts';
import { type Scope, scopeText } from '../../../inventory/consent-scopes.ts';
import type { App } from '../../app.ts';
import { caseId, change, readCase, standing, study } from '../../casework.ts';
import { type Register, action, collect, list } from '../../command.ts';
import { answerChange } from '../../consent/answer.ts';
import { followUp } from '../../consent/follow-up.ts';
import { type Ask, type ConsentOptions, type Said, askScopes, readSaid } from '../../consent/options.ts';
import { append, checkSubject, commonPlace, consentsOfSubject, forScope, plan, scopeOf, zoneOfConsent } from '../../consent/register.ts';
import { Checks, type FactOptions, pastMoment, readFacts } from '../../facts.ts';
import { attentionOf, refusalError } from '../../standing.ts';
import { clockLines } from '../../views/consents.ts';

interface WithdrawOptions extends ConsentOptions, Pick<FactOptions, 'role' | 'data' | 'law' | 'tz' | 'in'> {
  all?: boolean;
  request?: string;
  note?: string;
}

export const register: Register = (consent, runner) => {
  const command = consent.command('withdraw').description('Record that a consent was withdrawn. The request case that it opens shows the clocks of the law in request list and audit.')
    .argument('<subject>', 'the reference to the person in your inventory')
    .option('--scope <scope>', 'which consent (repeatable)', list).option('--all', 'every consent of the person that was given and not ended, expired ones too')
    .option('--on <when>', 'when it was withdrawn (today if not given)')
    .option('--status <status>', `${ENDING.join(', ')}: by the person, by somebody for the person, or because it was never valid (withdrawn if not given)`)
    .option('--guardian <relation>', 'who withdrew it for the person: parent, guardian, …')
    .option('--in <jurisdiction>', 'where the person is (else as recorded with the consent): its law sets the clocks')
    .option('--request <case>', 'the request that was logged for it already, such as R-1')
    .option('--role <role>', 'controller, processor, service-provider, business-associate or covered-entity')
    .option('--data <kinds>', 'kinds of data it is about, comma-separated (else those of the scope)', list)
    .option('--law <id>', 'only this law (repeatable)', collect)
    .option('--tz <zone>', 'time zone in which days are counted')
    .option('--note <text>', 'a note (kept apart, erasable)');
  action(command, runner, (app, operands, options) => withdraw(app, operands[0] as string, options));
};

/** A withdrawal as it was typed, checked. */
interface Withdrawal {
  ref: string;
  said: Said;
  all: boolean;
  when: string | undefined;
  facts: RequestFacts;
  request: string | undefined;
  note: string | undefined;
}

/** `ask`: else in the terminal. */
export async function withdraw(app: App, typedSubject: string, given: WithdrawOptions, ask?: Ask): Promise<Outcome> {
  const checks = new Checks();
  const ref = await checks.attempt(() => checkSubject(typedSubject));
  if (given.all && given.scope !== undefined) checks.fail(new UserError('usage', '--all and --scope cannot be combined', { hint: 'leave one of the two out' }));
  const options: WithdrawOptions = { ...given };
  if (!given.all && ref !== undefined) {
    const typed = await askScopes(app, given.scope, app.canAsk && given.scope === undefined ? await scopesOf(app, ref) : [], 'withdraw', ask);
    if (typed !== undefined) options.scope = typed;
    if (options.scope === undefined || options.scope.length === 0) checks.missing('--scope or --all');
  }
  const said = await readSaid(options, ENDING, checks);
  const { in: place, role, data, law, tz, note } = options;
  const facts = await readFacts(app, { ...(place === undefined ? {} : { in: place }), ...(role === undefined ? {} : { role }), ...(data === undefined ? {} : { data }), ...(law === undefined ? {} : { law }), ...(tz === undefined ? {} : { tz }) }, checks);
  const request = options.request === undefined ? undefined : await checks.attempt(() => caseId(options.request as string));
  if (options.on !== undefined) await checks.attempt(() => pastMoment(options.on as string, '--on', app.now, facts.zone ?? 'UTC'));
  checks.done('custos consent withdraw S-001 --scope gipa_a_use --on 2026-11-25');

  const stamp = await app.stamp();
  const done = await change(app, (tx) => write(app, tx, { ref: ref as string, said, all: given.all === true, when: options.on, facts, request, note }, stamp));
  return report(app, done, said.status ?? 'withdrawn');
}

/** What a person's consents that can be withdrawn are for, for the question. */
async function scopesOf(app: App, ref: string): Promise<string[]> {
  const ledger = await app.ledger('read');
  try {
    const known = await ledger.transact((tx) => consentsOfSubject(tx, ref));
    const zone = await zoneOfConsent(app, commonPlace(known));
    const held = holding(known, app.now, zone);
    if (held.length === 0) throw nothingHeld(known);
    return held.map((record) => scopeText(scopeOf(record)));
  } finally {
    await ledger.close();
  }
}

interface Done {
  records: ConsentRecord[];
  request: { id: string; events: CaseEvent[]; opened: boolean } | undefined;
}

async function write(app: App, tx: LedgerTx, withdrawal: Withdrawal, stamp: Stamp): Promise<Done> {
  const { ref, said, when, note } = withdrawal;
  const known = await consentsOfSubject(tx, ref);
  const place = withdrawal.facts.jurisdiction ?? commonPlace(known);
  const zone = withdrawal.facts.zone ?? (await zoneOfConsent(app, place));
  const today = momentDay(app.now, zone);
  const on: Moment = when === undefined ? { day: today } : pastMoment(when, '--on', app.now, zone);
  const chosen = withdrawal.all ? holding(known, on, zone) : said.scopes.map((scope) => known.find((record) => record === forScope(known, scope)) ?? nothing(scope));
  if (chosen.length === 0) throw nothingHeld(known);
  const scopes = chosen.map(scopeOf);
  const status = said.status ?? 'withdrawn';
  const jurisdiction = withdrawal.facts.jurisdiction ?? commonPlace(chosen);
  const given = withdrawal.request === undefined ? undefined : { id: withdrawal.request, events: await requestOf(app, tx, withdrawal.request, { on, zone, jurisdiction }) };
  const follow = given || jurisdiction === undefined || status === 'invalidated' ? undefined : await followUp(tx, { ref, scopes, on, zone, facts: { ...withdrawal.facts, jurisdiction } }, stamp);
  const request = given?.id ?? follow?.id;
  const values: Record<string, string> = note === undefined || note.trim() === '' ? {} : { note };
  const planned = chosen.map((record, i) => {
    const own: ConsentedBody = { type: 'consented', status, on: formatMoment(on), ...(said.guardian === undefined ? {} : { guardian: said.guardian }), ...(withdrawal.facts.jurisdiction === undefined ? {} : { jurisdiction: withdrawal.facts.jurisdiction }), ...(request === undefined ? {} : { request }) };
    const found = plan({ ref, scope: scopes[i] as Scope, record, zone, now: app.now }, [{ body: own, values }]);
    if ('refusal' in found) throw refusalError({ ...found.refusal, says: `${scopeText(scopes[i] as Scope)}: ${found.refusal.says}` });
    return { record, events: found.events };
  });
  const records: ConsentRecord[] = [];
  for (const { record, events } of planned) records.push(await append(tx, record, events, stamp));
  if (given) return { records, request: { ...given, opened: false } };
  return { records, request: follow && { id: follow.id, events: await follow.write(), opened: !follow.known } };
}

function nothing(scope: Scope): never {
  throw new UserError('refused-event', `${scopeText(scope)}: no such consent of this person is recorded, so that there is nothing to withdraw`, { hint: 'custos consent show lists them; record what was given first: custos consent record' });
}

function nothingHeld(known: readonly ConsentRecord[]): UserError {
  const says = known.length === 0 ? 'no consent of this person is recorded' : 'no consent of this person holds';
  return new UserError('refused-event', `${says}: there is nothing to withdraw`, { hint: 'custos consent show' });
}

/** Consents that were given and not ended by a moment. One that has run out can be withdrawn too: what it allowed may go on. */
function holding(records: readonly ConsentRecord[], on: Moment, zone: string): ConsentRecord[] {
  return records.filter((record) => ['given', 'expired'].includes(consentOn(consentHistory(record, zone, on), momentDay(on, zone)).state));
}

/** Requests whose clocks are those of a withdrawal. */
const FOLLOWING: readonly RequestType[] = ['withdraw-consent', 'destroy-sample', 'erasure'];

interface When {
  on: Moment;
  zone: Zone;
  jurisdiction: string | undefined;
}

/** A request that was logged already. One that has nothing to do with the withdrawal would leave it without a clock. */
async function requestOf(app: App, tx: LedgerTx, id: string, { on, zone, jurisdiction }: When): Promise<CaseEvent[]> {
  const events = await readCase(tx, id);
  if (!replay(events)) throw new UserError('unknown-case', `${id} is no request`, { hint: 'custos request list --all shows every request' });
  const { timeline } = await study(app, events, id, true);
  const refuse = (why: string, hint: string): never => {
    throw new UserError('refused-event', `${id} does not follow this withdrawal up: ${why}`, { hint: `${hint}, or leave --request out and one is logged` });
  };
  const received = findMark(timeline, 'received')?.on;
  if (!FOLLOWING.includes(timeline.requestType)) refuse(`it is a request of the type ${timeline.requestType}`, `give one of ${FOLLOWING.join(', ')}`);
  if (isClosed(timeline)) refuse('it is closed', 'give one that is open: custos request list');
  if (jurisdiction !== undefined && timeline.jurisdiction !== jurisdiction) refuse(`it is under the law of ${timeline.jurisdiction}, and the person is in ${jurisdiction}`, `correct what is wrong: custos request correct ${id} ${events[0]?.seq} --in ${jurisdiction}`);
  if (received !== undefined && received > momentDay(on, zone)) refuse(`it was received on ${formatDay(received)}, after the withdrawal on ${formatDay(momentDay(on, zone))}`, 'check the two dates');
  return events;
}

async function report(app: App, { records, request }: Done, status: string): Promise<Outcome> {
  const { dryRun } = app.globals;
  const work = request && (await study(app, request.events, request.id));
  const result = work && standing(app, work);
  const items = result?.items ?? [];
  const outcome = await answerChange(app, records, {
    history: false, outro: request ? clockLines(request.id, items) : [], ...(request ? { deadlines: new Map([[request.id, items]]) } : {}),
  });
  const notes = [`${dryRun ? 'would record' : 'recorded'}: ${records.map((record) => `${record.id} ${scopeText(scopeOf(record))}`).join(', ')} ${status}${dryRun ? '; nothing was written' : ''}`];
  if (request) notes.push(request.opened ? `${dryRun ? 'would log' : 'logged'} ${request.id}, which follows it up` : `${request.id} follows it up`);
  else if (status !== 'invalidated') {
    const why = records.some((record) => placeOf(record) !== undefined) ? 'the consents are of several jurisdictions' : 'it is not known where the person is';
    notes.push(`no clock runs: ${why}; ${dryRun ? 'add --in' : `record it again with --in: ${records.map(({ id, events }) => `custos consent correct ${id} ${events.at(-1)?.seq}`).join(', ')} strikes it`}`);
  }
  return {
    ...outcome, notes: [...notes, ...(outcome.notes ?? [])],
    laws: work ? work.loaded.filter((l) => items.some((i) => i.law === l.law.id)) : [],
    attention: attentionOf(items, app.globals.failOn ?? 'never'),
    incomplete: (request === undefined && status !== 'invalidated') || items.some((i) => i.state === 'undetermined'),
    ...(work ? { timeZone: work.timeline.zone } : {}),
  };
}
