/** `custos request mark`: something happened on a request. */
import { markedFact, refuse } from '../../../core/case.ts';
import { type Moment, formatDay, formatMoment, momentDay } from '../../../core/date.ts';
import type { EventBody, PrivateValue } from '../../../core/event.ts';
import { OUTCOMES, type Outcome as CaseOutcome, MARKS } from '../../../core/law.ts';
import type { Outcome } from '../../../core/report.ts';
import { markWords } from '../../../core/timeline.ts';
import type { App } from '../../app.ts';
import { type Casework, caseId, change, readCase, study } from '../../casework.ts';
import { type Register, action } from '../../command.ts';
import { Checks, dayOption, markName, oneOf, pastMoment } from '../../facts.ts';
import { refusalError } from '../../standing.ts';
import { groundsFor } from '../../grounds.ts';
import { answer } from './show.ts';

interface MarkOptions {
  on?: string;
  until?: string;
  ground?: string;
  outcome?: string;
  law?: string;
  note?: string;
}

export const register: Register = (request, runner) => {
  const command = request.command('mark').description(`Record what happened. Marks: ${MARKS.join(', ')}.`)
    .argument('<case>', 'the case, such as R-1').argument('<mark>', 'what happened')
    .option('--on <when>', 'when it happened (today if not given)')
    .option('--until <date>', 'the new date that the person was told (extension-noticed)')
    .option('--ground <ground>', 'the reason: a code of the law, or a text (kept apart, erasable)')
    .option('--outcome <outcome>', OUTCOMES.join(', '))
    .option('--law <id>', 'only for this law')
    .option('--note <text>', 'a note (kept apart, erasable)');
  action(command, runner, (app, operands, options) => mark(app, operands, options));
};

async function mark(app: App, [typedCase, typedMark]: string[], options: MarkOptions): Promise<Outcome> {
  const checks = new Checks();
  const id = (await checks.attempt(() => caseId(typedCase as string))) ?? '';
  const name = await checks.attempt(() => markName(typedMark as string));
  const outcome = options.outcome === undefined ? undefined : await checks.attempt(() => oneOf<CaseOutcome>(options.outcome as string, OUTCOMES, 'outcome', 'bad-value'));
  checks.done('custos request mark R-1 answered --on 2026-12-01 --outcome granted');
  const stamp = await app.stamp();
  const notes: string[] = [];
  const work = await change(app, async (tx) => {
    const events = await readCase(tx, id);
    const before = await study(app, events, id, true);
    const zone = before.timeline.zone;
    const on: Moment = options.on === undefined ? { day: momentDay(app.now, zone) } : pastMoment(options.on, '--on', app.now, zone);
    const until = options.until === undefined ? undefined : formatDay(dayOption(options.until, '--until', zone));
    const law = options.law === undefined ? undefined : oneOf(options.law, before.laws.map((l) => l.id), 'law', 'unknown-law');
    const { code, personal } = readGround(before, name as NonNullable<typeof name>, options, notes);
    const body: Extract<EventBody, { type: 'marked' }> = {
      type: 'marked', mark: name as NonNullable<typeof name>, on: formatMoment(on),
      ...(until === undefined ? {} : { until }), ...(code === undefined ? {} : { ground: code }), ...(outcome === undefined ? {} : { outcome }), ...(law === undefined ? {} : { law }),
    };
    const refusal = refuse(before.timeline, markedFact(body, 0, zone), before.laws, app.now, before.world);
    if (refusal) throw refusalError(refusal);
    const added = await tx.append(id, [personal ? { body, private: personal } : { body }], stamp);
    return study(app, [...events, ...added], id, true);
  });
  if (name === 'answered' && outcome === undefined) notes.push('no outcome recorded: --outcome granted, partly-granted or refused is what metrics count');
  notes.unshift(`${app.globals.dryRun ? 'would record' : 'recorded'}: ${markWords(name as NonNullable<typeof name>)}${app.globals.dryRun ? '; nothing was written' : ''}`);
  return answer(app, work, { notes, history: false, reveal: undefined });
}

/** A ground is a code of the law where it is one; any other text is kept apart and the event says `other`. */
function readGround(work: Casework, name: string, { ground, note, outcome }: MarkOptions, notes: string[]): { code: string | undefined; personal: PrivateValue | undefined } {
  const known = groundsFor(work, name);
  const code = ground === undefined ? undefined : known.find((g) => g.id === ground.trim().toLowerCase())?.id;
  const values = { ...(ground !== undefined && code === undefined ? { ground } : {}), ...(note === undefined ? {} : { note }) };
  const needs = name === 'extension-noticed' || (name === 'answered' && (outcome === 'refused' || outcome === 'partly-granted'));
  if (needs && code === undefined && known.length > 0) {
    notes.push(`${ground === undefined ? 'no ground is recorded, though the person must be given the reasons' : 'the ground is kept as private text'}; codes of the law: ${known.map((g) => g.id).join(', ')}`);
  }
  return { code: code ?? (ground === undefined ? undefined : 'other'), personal: Object.keys(values).length > 0 ? { values } : undefined };
}
