/** `custos consent correct`: nothing is deleted; a correction strikes an event, or gives it another date. */
import { consentHistory, firstFlaw, placeOf, replayConsent, sayConsent } from '../../../core/consent.ts';
import { formatMoment } from '../../../core/date.ts';
import { UserError } from '../../../core/errors.ts';
import type { EventBody } from '../../../core/event.ts';
import type { Outcome } from '../../../core/report.ts';
import type { App } from '../../app.ts';
import { change } from '../../casework.ts';
import { type Register, action } from '../../command.ts';
import { answerChange } from '../../consent/answer.ts';
import { readConsent, zoneOfConsent } from '../../consent/register.ts';
import { pastMoment } from '../../facts.ts';
import type { ConsentRecord } from '../../../core/consent.ts';

export const register: Register = (consent, runner) => {
  const command = consent.command('correct').description('Strike an event that is wrong, or give it another date.')
    .argument('<case>', 'the case, such as C-1').argument('<event>', 'number of the event, as custos consent show prints it')
    .option('--on <when>', 'the right date; without it the event is struck');
  action(command, runner, (app, operands, options) => correct(app, operands, options['on'] as string | undefined));
};

async function correct(app: App, [typedCase, typedEvent]: string[], on: string | undefined): Promise<Outcome> {
  const seq = /^[1-9]\d{0,14}$/.test(typedEvent ?? '') ? Number(typedEvent) : 0;
  const stamp = await app.stamp();
  const record = await change(app, async (tx) => {
    const before = await readConsent((id) => tx.read(id), typedCase as string);
    const zone = await zoneOfConsent(app, placeOf(before));
    const body: EventBody = { type: 'corrected', event: check(before, seq), ...(on === undefined ? {} : { on: formatMoment(pastMoment(on, '--on', app.now, zone)) }) };
    const after = replayConsent([...before.events, ...(await tx.append(before.id, [{ body }], stamp))]) as ConsentRecord;
    const flaw = firstFlaw(consentHistory(after, zone));
    if (flaw && !firstFlaw(consentHistory(before, zone))) throw new UserError('refused-event', `with this correction “${sayConsent(flaw.fact)}” could not stand: ${flaw.says}`, { hint: flaw.fact.event === seq ? 'check the date' : `correct event ${flaw.fact.event} first` });
    return after;
  });
  const outcome = await answerChange(app, [record], { history: true });
  return { ...outcome, notes: [app.globals.dryRun ? 'would correct; nothing was written' : 'corrected; the event stays in the history', ...(outcome.notes ?? [])] };
}

/** What was said and what was corrected can be corrected; who it is about cannot. */
function check({ id, events, struck }: ConsentRecord, seq: number): number {
  const event = events.find((e) => e.seq === seq);
  if (!event) throw new UserError('unknown-event', `${id} has no such event`, { hint: `custos consent show --case ${id} numbers them` });
  if (struck.has(seq)) throw new UserError('refused-event', `event ${seq} is struck already`, { hint: `custos consent show --case ${id}` });
  if (event.body.type !== 'consented') throw new UserError('refused-event', `event ${seq} cannot be corrected`, { hint: `custos consent show --case ${id} numbers what was said` });
  return seq;
}
