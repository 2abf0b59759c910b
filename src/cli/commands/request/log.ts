/** `custos request log`: a new request, with every clock that starts on it. */
import { type Moment, formatMoment } from '../../../core/date.ts';
import { UserError } from '../../../core/errors.ts';
import type { NewEvent, PrivateValue } from '../../../core/event.ts';
import { MANNERS } from '../../../core/law.ts';
import type { LedgerTx } from '../../../core/ledger.ts';
import type { Outcome } from '../../../core/report.ts';
import { zoneOf } from '../../../core/case.ts';
import type { App } from '../../app.ts';
import { change, study } from '../../casework.ts';
import { type Register, action, collect, list } from '../../command.ts';
import { Checks, type FactOptions, oneOf, pastMoment, readFacts } from '../../facts.ts';
import { askFacts } from '../../questions.ts';
import { answer } from './show.ts';

interface LogOptions extends FactOptions {
  received?: string;
  name?: string;
  email?: string;
  agent?: string;
  manner?: string;
  note?: string;
  ref?: string;
  subject?: string;
}

export const register: Register = (request, runner) => {
  const command = request.command('log')
    .description('Log a request that has arrived.')
    .option('--type <type>', 'what the person asks for: access, erasure, opt-out, …')
    .option('--received <when>', 'the day it arrived, or the instant with offset')
    .option('--in <jurisdiction>', 'where the person is: ISO 3166 code such as DE, GB-SCT, US-CA, JP, or EU')
    .option('--name <name>', 'the person (kept apart, erasable)')
    .option('--email <address>', 'the address of the person (kept apart, erasable)')
    .option('--agent <name>', 'the agent or guardian who asks for the person (kept apart, erasable)')
    .option('--note <text>', 'a note (kept apart, erasable)')
    .option('--subject <ref>', 'what the person is called in your inventories (subject_ref; kept apart, erasable)')
    .option('--ref <code>', 'your own reference of the request, such as PR-001')
    .option('--manner <manner>', 'how the request was made: email, web-form, phone, mail, in-person, app or other')
    .option('--role <role>', 'controller, processor, service-provider, business-associate or covered-entity')
    .option('--data <kinds>', 'kinds of data, comma-separated: genetic, health, children, …', list)
    .option('--channel <channel>', 'designated or other address (California Civ. Code 1798.83)')
    .option('--law <id>', 'only this law (repeatable)', collect)
    .option('--tz <zone>', 'time zone in which days are counted');
  action(command, runner, (app, operands, options) => log(app, operands, options));
};

async function log(app: App, operands: string[], given: LogOptions): Promise<Outcome> {
  if (operands.length > 0) throw new UserError('usage', `unexpected “${operands[0]}”`, { hint: 'custos request log --help' });
  const options = await askFacts(app, given, ['type', 'received', 'in'], 'request log');
  const checks = new Checks();
  for (const name of ['type', 'received', 'in'] as const) if (options[name] === undefined) checks.missing(`--${name}`);
  const facts = await readFacts(app, options, checks);
  const zone = zoneOf(facts.jurisdiction ?? '', facts.zone, (await app.config()).config.organisation?.timeZone, await app.world());
  const { received: when, ref } = options;
  const manner = options.manner === undefined ? undefined : await checks.attempt(() => oneOf(options.manner as string, MANNERS, 'manner', 'bad-value'));
  const received = when === undefined ? undefined : await checks.attempt(() => pastMoment(when, '--received', app.now, zone));
  if (ref !== undefined) await checks.attempt(() => checkReference(ref));
  checks.done('custos request log --type access --received 2026-11-25 --in DE');

  const { requestType, jurisdiction, ...rest } = facts;
  const personal = personalData(options);
  const opened: NewEvent = {
    body: { type: 'opened', kind: 'request', requestType: requestType as NonNullable<typeof requestType>, jurisdiction: jurisdiction as string, ...rest, ...(manner === undefined ? {} : { manner }), ...(options.agent === undefined ? {} : { agent: true }), ...(ref === undefined ? {} : { source: 'manual', reference: ref }) },
    ...(personal ? { private: personal } : {}),
  };
  const stamp = await app.stamp();
  const { events, twins } = await change(app, async (tx) => {
    if (ref !== undefined) await refuseTwin(tx, ref);
    const same = personal?.subject === undefined ? [] : await tx.findSubject(personal.subject);
    const id = await tx.nextCase('R');
    return { twins: same, events: await tx.append(id, [opened, { body: { type: 'marked', mark: 'received', on: formatMoment(received as Moment) } }], stamp) };
  });
  const id = events[0]?.case as string;
  const work = await study(app, events, id);
  const notes = [app.globals.dryRun ? `would log ${id}; nothing was written` : `logged ${id}`];
  if (twins.length > 0) notes.push(`the same person is named in ${twins.join(', ')}: check for a repeated request`);
  return answer(app, work, { notes, history: false, reveal: undefined });
}

/** A reference is a code, never a name or an address: it stands in the event log. */
export function checkReference(ref: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._/#:-]{0,63}$/.test(ref)) {
    throw new UserError('bad-value', '--ref is a code of up to 64 letters, digits and . _ / # : -', { hint: 'names and addresses go into --name and --email, where they can be erased' });
  }
  return ref;
}

async function refuseTwin(tx: LedgerTx, ref: string): Promise<void> {
  const twin = await tx.findReference('manual', ref);
  if (twin) throw new UserError('refused-event', `reference ${ref} is logged already as ${twin}`, { hint: `custos request show ${twin}` });
}

/** What identifies the person, kept apart from the events. */
function personalData({ name, email, agent, note, subject: ref }: LogOptions): PrivateValue | undefined {
  const values = Object.fromEntries(Object.entries({ name, email, agent, note, subject: ref }).filter((e): e is [string, string] => e[1] !== undefined && e[1].trim() !== ''));
  if (Object.keys(values).length === 0) return undefined;
  const subject = subjectOf(email, name ?? ref);
  return subject === undefined ? { values } : { values, subject };
}

/** What recognises the same person again: the address, else the name, folded. */
export function subjectOf(email: string | undefined, name: string | undefined): string | undefined {
  const text = email ?? name;
  return text === undefined ? undefined : text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
}

