/** `custos request correct`: nothing is deleted; a correction strikes or moves an event, or says what is true. */
import { UserError } from '../../../core/errors.ts';
import type { EventBody } from '../../../core/event.ts';
import type { Outcome } from '../../../core/report.ts';
import { formatMoment } from '../../../core/date.ts';
import type { App } from '../../app.ts';
import { type Casework, caseId, change, firstRefused, readCase, study } from '../../casework.ts';
import { type Register, action, collect, list } from '../../command.ts';
import { Checks, type FactOptions, pastMoment, readFacts } from '../../facts.ts';
import { refusalError } from '../../standing.ts';
import { answer } from './show.ts';

interface CorrectOptions extends FactOptions {
  on?: string;
}

export const register: Register = (request, runner) => {
  const command = request.command('correct').description('Strike an event that is wrong, give it another date, or correct the facts of the request.')
    .argument('<case>', 'the case, such as R-1').argument('<event>', 'number of the event, as custos request show prints it')
    .option('--on <when>', 'the right date; without it the event is struck')
    .option('--type <type>', 'the right request type').option('--in <jurisdiction>', 'the right jurisdiction')
    .option('--role <role>', 'the right role').option('--data <kinds>', 'the right kinds of data', list)
    .option('--channel <channel>', 'the right channel').option('--law <id>', 'only this law (repeatable)', collect).option('--tz <zone>', 'the right time zone');
  action(command, runner, (app, operands, options) => correct(app, operands, options));
};

async function correct(app: App, [typedCase, typedEvent]: string[], options: CorrectOptions): Promise<Outcome> {
  const checks = new Checks();
  const id = (await checks.attempt(() => caseId(typedCase as string))) ?? '';
  const seq = Number(typedEvent);
  if (!/^[1-9]\d{0,9}$/.test(typedEvent ?? '')) checks.fail(new UserError('unknown-event', `“${typedEvent}” is not the number of an event`, { hint: `custos request show ${id || 'R-1'} numbers them` }));
  const facts = await readFacts(app, options, checks);
  checks.done('custos request correct R-1 4 --on 2026-11-26');
  const learned = Object.keys(facts).length > 0;
  const stamp = await app.stamp();
  const work = await change(app, async (tx) => {
    const events = await readCase(tx, id);
    const before = await study(app, events, id, true);
    const body = learned ? ({ type: 'learned', ...facts } as const) : correction(app, before, seq, options.on);
    if (learned && events[0]?.seq !== seq) throw new UserError('usage', `the facts of the request are corrected at its first event, ${events[0]?.seq}`, { hint: `custos request correct ${id} ${events[0]?.seq} …` });
    const added = await tx.append(id, [{ body }], stamp);
    const after = await study(app, [...events, ...added], id, true);
    const refused = firstRefused(app, after);
    if (refused && !firstRefused(app, before)) {
      const error = refusalError(refused.refusal);
      throw new UserError('refused-event', `with this correction event ${refused.seq} could not stand: ${error.message}`, { hint: `correct event ${refused.seq} first` });
    }
    return after;
  });
  return answer(app, work, { notes: [app.globals.dryRun ? 'would correct; nothing was written' : 'corrected; the event stays in the history'], history: true, reveal: undefined });
}

function correction(app: App, work: Casework, seq: number, on: string | undefined): EventBody {
  const event = work.record.events.find((e) => e.seq === seq);
  if (!event) throw new UserError('unknown-event', `${work.record.id} has no event ${seq}`, { hint: `custos request show ${work.record.id} numbers them` });
  if (work.record.struck.has(seq)) throw new UserError('refused-event', `event ${seq} is struck already`, { hint: `custos request show ${work.record.id}` });
  const { body } = event;
  if (body.type !== 'marked' && body.type !== 'corrected') throw new UserError('refused-event', `event ${seq} cannot be struck`, { hint: 'correct the facts with --type, --in, --role, --data, --channel, --law or --tz' });
  if (on === undefined) {
    if (body.type === 'marked' && body.mark === 'received') throw new UserError('refused-event', 'a request has a day of receipt: it can be moved, not struck', { hint: `custos request correct ${work.record.id} ${seq} --on 2026-11-24` });
    return { type: 'corrected', event: seq };
  }
  if (body.type !== 'marked') throw new UserError('refused-event', `event ${seq} is a correction and has no date of its own`, { hint: 'strike it without --on' });
  return { type: 'corrected', event: seq, on: formatMoment(pastMoment(on, '--on', app.now, work.timeline.zone)) };
}

