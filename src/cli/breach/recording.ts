/** What changes a recorded breach: logging, learning, marking and correcting. */
import { BREACH_MARKS, factsFile, firstContradicted, markOf, markWords, refuseMark } from '../../core/breach-case.ts';
import { splitFacts } from '../../core/breach-coded.ts';
import type { BreachFile } from '../../core/breach-facts.ts';
import { AUDIENCES } from '../../core/breach-law.ts';
import type { CaseMark } from '../../core/breach-timeline.ts';
import { type Moment, formatMoment } from '../../core/date.ts';
import { UserError } from '../../core/errors.ts';
import type { BreachMarkedBody, CaseEvent, EventBody, NewEvent } from '../../core/event.ts';
import type { LedgerTx } from '../../core/ledger.ts';
import type { Outcome } from '../../core/report.ts';
import type { App } from '../app.ts';
import { change } from '../casework.ts';
import { Checks, oneOf, pastMoment } from '../facts.ts';
import { refusalError } from '../standing.ts';
import { type InputOptions, readInput, refuseFaults, zoneHere } from './input.ts';
import { judge } from './judge.ts';
import { LawShelf, noticeName } from './laws.ts';
import { type Recorded, breachId, study } from './open.ts';
import { answer } from './showing.ts';

/** An event of facts: what are no codes goes into its private record. */
function factsEvent(body: { type: 'opened'; kind: 'breach' } | { type: 'breach-learned' }, file: Partial<BreachFile>): NewEvent {
  const { facts, texts } = splitFacts(file);
  const full = { ...body, facts } as EventBody;
  return Object.keys(texts).length > 0 ? { body: full, private: { values: texts } } : { body: full };
}

export async function logBreach(app: App, options: InputOptions): Promise<Outcome> {
  const { file, inputs, notes } = await readInput(app, options, 'custos breach log');
  await refuseFaults(app, file, undefined);
  const stamp = await app.stamp();
  const recorded = await change(app, async (tx, ledger) => {
    const id = await tx.nextCase('B');
    return study(app, await tx.append(id, [factsEvent({ type: 'opened', kind: 'breach' }, file)], stamp), id, ledger, true);
  });
  const { id } = recorded.breach;
  return { ...(await answer(app, recorded, { history: false, notes: [app.globals.dryRun ? `would log ${id}; nothing was written` : `logged ${id}`, ...notes] })), inputs };
}

export async function learn(app: App, typed: string, options: InputOptions): Promise<Outcome> {
  const id = breachId(typed);
  const { file, inputs, notes } = await readInput(app, options, `custos breach learn ${id}`, true);
  if (Object.keys(splitFacts(file).facts).length === 0) throw new UserError('bad-facts', 'there is no fact in it', { hint: 'write what is new, as in the facts file that the breach was logged with' });
  const recorded = await amend(app, id, ({ breach }) => breach.file, (before) => {
    const learned = options.people === undefined || !hasPlaces(before) ? [file] : [{ people: { byJurisdiction: 'unknown' as const } }, file];
    return learned.map((facts) => factsEvent({ type: 'breach-learned' }, facts));
  });
  return { ...(await answer(app, recorded, { history: false, notes: [app.globals.dryRun ? 'would record the facts; nothing was written' : 'recorded', ...notes] })), inputs };
}

/** A list of the people tells where all of them are: places that it does not have are forgotten first. */
function hasPlaces({ record }: Recorded): boolean {
  return [...record.told.keys()].some((fact) => fact.startsWith('people.byJurisdiction.'));
}

interface MarkOptions {
  on?: string;
  law?: string;
  to?: string;
  variant?: string;
  phase?: string;
  note?: string;
}

export async function mark(app: App, [typedCase, typedMark]: readonly string[], options: MarkOptions): Promise<Outcome> {
  const checks = new Checks();
  const zone = await zoneHere(app);
  const id = (await checks.attempt(() => breachId(typedCase as string))) ?? '';
  const name = await checks.attempt(() => oneOf<CaseMark>(typedMark as string, BREACH_MARKS, 'mark', 'unknown-mark'));
  const on = options.on === undefined ? app.now : await checks.attempt(() => pastMoment(options.on as string, '--on', app.now, zone));
  const audience = options.to === undefined ? undefined : await checks.attempt(() => oneOf(options.to as string, AUDIENCES, 'audience', 'bad-value'));
  for (const key of ['variant', 'phase'] as const) if (options[key] !== undefined) await checks.attempt(() => code(options[key] as string, `--${key}`));
  if (audience !== undefined && name !== undefined && name !== 'notified') checks.fail(new UserError('usage', `--to does not fit the mark ${name}`, { hint: `write: custos breach mark ${id} notified --to ${audience}` }));
  checks.done('custos breach mark B-1 aware --on 2026-11-20T16:20:00+01:00');
  const stamp = await app.stamp();
  const notes: string[] = [];
  const recorded = await change(app, async (tx, ledger) => {
    const events = await read(tx, id);
    const before = await study(app, events, id, ledger, true);
    const named = options.law === undefined ? undefined : (await new LawShelf(app).of(before.breach.file, [options.law])).laws;
    const law = named?.[0]?.id;
    const laws = options.variant === undefined && options.phase === undefined ? [] : (named ?? (await judge(app, before.breach)).laws);
    for (const what of ['variant', 'phase'] as const) if (options[what] !== undefined) noticeName(laws, audienceOf(name as CaseMark, audience), what, options[what]);
    const body: BreachMarkedBody = {
      type: 'breach-marked', mark: name as CaseMark, on: formatMoment(on as Moment), ...(law === undefined ? {} : { law }), ...(audience === undefined ? {} : { audience }),
      ...(options.variant === undefined ? {} : { variant: options.variant }), ...(options.phase === undefined ? {} : { phase: options.phase }),
    };
    const refusal = refuseMark(before.breach.file, before.breach.marks, markOf(body), zone);
    if (refusal) throw refusalError(refusal);
    if (name === 'notified' && audience === undefined) notes.push('whom is not said (--to): media, agencies, consumer reporting agencies and customers count as told');
    if (law === undefined && (name as CaseMark).endsWith('notified')) notes.push('no --law: the notice counts under every law');
    const added = await tx.append(id, [options.note === undefined ? { body } : { body, private: { values: { note: options.note } } }], stamp);
    return study(app, [...events, ...added], id, ledger, true);
  });
  notes.unshift(`${app.globals.dryRun ? 'would record' : 'recorded'}: ${markWords(name as CaseMark)}${app.globals.dryRun ? '; nothing was written' : ''}`);
  return answer(app, recorded, { history: false, notes });
}

/** Who is told by a mark; `undefined`: it may be several. */
function audienceOf(name: CaseMark, to: string | undefined): string | undefined {
  return name === 'people-notified' ? 'people' : name === 'authority-notified' ? 'authority' : name === 'register-entered' ? 'register' : to;
}

function code(text: string, option: string): string {
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(text)) throw new UserError('bad-value', `${option}: “${text}” is no name of one`, { hint: 'custos breach assess --explain shows the names' });
  return text;
}

export async function correct(app: App, [typedCase, typedEvent]: readonly string[], options: { on?: string }): Promise<Outcome> {
  const checks = new Checks();
  const zone = await zoneHere(app);
  const id = (await checks.attempt(() => breachId(typedCase as string))) ?? '';
  const seq = Number(typedEvent);
  if (!/^[1-9]\d{0,9}$/.test(typedEvent ?? '')) checks.fail(new UserError('unknown-event', `“${typedEvent}” is not the number of an event`, { hint: `custos breach show ${id || 'B-1'} numbers them` }));
  const on = options.on === undefined ? undefined : await checks.attempt(() => pastMoment(options.on as string, '--on', app.now, zone));
  checks.done('custos breach correct B-1 4 --on 2026-11-20T16:20:00+01:00');
  // Marks may be days; whether they fit the facts and each other is asked apart.
  const recorded = await amend(app, id, withoutMarks, (before) => [{ body: correction(before, seq, on) }]);
  return answer(app, recorded, { history: true, notes: [app.globals.dryRun ? 'would correct; nothing was written' : 'corrected; the event stays in the history'] });
}

const withoutMarks = ({ record, text }: Recorded): BreachFile => factsFile(record, text, []);

function correction({ record }: Recorded, seq: number, on: Moment | undefined): EventBody {
  const event = record.events.find((e) => e.seq === seq);
  const hint = `custos breach show ${record.id} numbers them`;
  if (!event) throw new UserError('unknown-event', `${record.id} has no event ${seq}`, { hint });
  if (record.struck.has(seq)) throw new UserError('refused-event', `event ${seq} is struck already`, { hint });
  const { type } = event.body;
  if (type !== 'breach-marked' && type !== 'breach-learned' && type !== 'corrected') throw new UserError('refused-event', `event ${seq} cannot be struck`, { hint: `custos breach learn ${record.id} corrects the facts` });
  if (on === undefined) return { type: 'corrected', event: seq };
  if (type !== 'breach-marked') throw new UserError('refused-event', `event ${seq} has no time of its own`, { hint: 'strike it without --on' });
  return { type: 'corrected', event: seq, on: formatMoment(on) };
}

/** Adds events that change what is known. What cannot be then, in the `facts` or between them and the marks, and could be before, is refused. */
async function amend(app: App, id: string, facts: (recorded: Recorded) => BreachFile, added: (before: Recorded) => NewEvent[]): Promise<Recorded> {
  const stamp = await app.stamp();
  return change(app, async (tx, ledger) => {
    const events = await read(tx, id);
    const before = await study(app, events, id, ledger, true);
    const after = await study(app, [...events, ...(await tx.append(id, added(before), stamp))], id, ledger, true);
    await refuseFaults(app, facts(after), facts(before));
    await refuseContradiction(app, before, after);
    return after;
  });
}

/** A change may not leave a mark behind that the facts contradict. */
async function refuseContradiction(app: App, before: Recorded, after: Recorded): Promise<void> {
  const zone = await zoneHere(app);
  const found = firstContradicted(after.record, after.text, zone);
  if (!found || firstContradicted(before.record, before.text, zone)) return;
  throw new UserError('refused-event', `with this, event ${found.seq} (${found.mark}) could not stand: ${found.refusal.says}`, { hint: `correct event ${found.seq} first: custos breach correct ${after.record.id} ${found.seq}` });
}

async function read(tx: LedgerTx, id: string): Promise<CaseEvent[]> {
  const events = await tx.read(id);
  if (events.length === 0) throw new UserError('unknown-case', `there is no breach ${id}`, { hint: 'custos breach list --all shows every breach' });
  return events;
}

