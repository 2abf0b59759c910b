/** `custos consent correct`: nothing is deleted; a correction strikes an event, or gives it another date. */
import { isClosed } from '../../../core/case.ts';
import { type ConsentRecord, consentHistory, firstFlaw, placeOf, replayConsent, sayConsent } from '../../../core/consent.ts';
import { type Moment, formatDay, formatMoment, momentDay, parseMoment } from '../../../core/date.ts';
import { UserError } from '../../../core/errors.ts';
import type { EventBody } from '../../../core/event.ts';
import type { Ledger, LedgerTx } from '../../../core/ledger.ts';
import type { Outcome } from '../../../core/report.ts';
import { findMark } from '../../../core/timeline.ts';
import type { App } from '../../app.ts';
import { change, study } from '../../casework.ts';
import { type Register, action } from '../../command.ts';
import { answerChange } from '../../consent/answer.ts';
import { consentsOfSubject, readConsent, zoneOfConsent } from '../../consent/register.ts';
import { pastMoment } from '../../facts.ts';

export const register: Register = (consent, runner) => {
  const command = consent.command('correct').description('Strike an event that is wrong, or give it another date.')
    .argument('<case>', 'the case, such as C-1').argument('<event>', 'number of the event, as custos consent show prints it')
    .option('--on <when>', 'the right date; without it the event is struck');
  action(command, runner, (app, operands, options) => correct(app, operands, options['on'] as string | undefined));
};

async function correct(app: App, [typedCase, typedEvent]: string[], on: string | undefined): Promise<Outcome> {
  const seq = /^[1-9]\d{0,14}$/.test(typedEvent ?? '') ? Number(typedEvent) : 0;
  const stamp = await app.stamp();
  const { record, behind } = await change(app, async (tx, ledger) => {
    const before = await readConsent((id) => tx.read(id), typedCase as string);
    const zone = await zoneOfConsent(app, placeOf(before));
    const body: EventBody = { type: 'corrected', event: check(before, seq), ...(on === undefined ? {} : { on: formatMoment(pastMoment(on, '--on', app.now, zone)) }) };
    const after = replayConsent([...before.events, ...(await tx.append(before.id, [{ body }], stamp))]) as ConsentRecord;
    const flaw = firstFlaw(consentHistory(after, zone));
    if (flaw && !firstFlaw(consentHistory(before, zone))) throw new UserError('refused-event', `with this correction “${sayConsent(flaw.fact)}” could not stand: ${flaw.says}`, { hint: flaw.fact.event === seq ? 'check the date' : `correct event ${flaw.fact.event} first` });
    return { record: after, behind: await leftBehind(app, tx, ledger, before, after, seq) };
  });
  const outcome = await answerChange(app, [record], { history: true });
  const notes = [app.globals.dryRun ? 'would correct; nothing was written' : 'corrected; the event stays in the history', ...(behind === undefined ? [] : [behind])];
  return { ...outcome, notes: [...notes, ...(outcome.notes ?? [])], incomplete: behind !== undefined || outcome.incomplete === true };
}

/**
 * The request that followed a withdrawal up counts from its day: what is to be done there after the withdrawal was moved or
 * struck. It is not done along with it, because the request may have marks, and letters may have been sent, that rest on its day.
 */
async function leftBehind(app: App, tx: LedgerTx, ledger: Pick<Ledger, 'recall'>, before: ConsentRecord, after: ConsentRecord, seq: number): Promise<string | undefined> {
  const id = before.said.find((said) => said.seq === seq)?.body.request;
  const events = id === undefined ? [] : await tx.read(id);
  if (id === undefined || events.length === 0) return undefined;
  const { record, timeline } = await study(app, events, id, true);
  const received = findMark(timeline, 'received');
  if (!received || isClosed(timeline)) return undefined;
  const days = [after, ...(await others(tx, ledger, after))].flatMap(({ said }) => said.flatMap(({ body }) => (body.request === id ? [momentDay(parseMoment(body.on) as Moment, timeline.zone)] : [])));
  if (days.length === 0) return `${id} followed it up and stays open; if there was no withdrawal: custos request mark ${id} answered --outcome not-applicable`;
  const first = Math.min(...days);
  // A request that somebody else logged may have come before the withdrawal was recorded; it cannot have come after.
  const off = record.opened.source === 'consent' ? received.on !== first : received.on > first;
  return off ? `${id} still counts from ${formatDay(received.on)}: custos request correct ${id} ${received.event} --on ${formatDay(first)}` : undefined;
}

/** The person's other consents: one request may follow several of them up. */
async function others(tx: LedgerTx, ledger: Pick<Ledger, 'recall'>, { id, opened }: ConsentRecord): Promise<ConsentRecord[]> {
  const ref = opened.private && (await ledger.recall([opened.private.id])).get(opened.private.id)?.['subject'];
  return ref === undefined ? [] : (await consentsOfSubject(tx, ref)).filter((record) => record.id !== id);
}

/** What was said and what was corrected can be corrected; who it is about cannot. */
function check({ id, events, struck }: ConsentRecord, seq: number): number {
  const event = events.find((e) => e.seq === seq);
  if (!event) throw new UserError('unknown-event', `${id} has no such event`, { hint: `custos consent show --case ${id} numbers them` });
  if (struck.has(seq)) throw new UserError('refused-event', `event ${seq} is struck already`, { hint: `custos consent show --case ${id}` });
  if (event.body.type !== 'consented') throw new UserError('refused-event', `event ${seq} cannot be corrected`, { hint: `custos consent show --case ${id} numbers what was said` });
  return seq;
}
