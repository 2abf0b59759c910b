/** Breaches as cases: events replayed into facts and marks, and what the history forbids to add. */
import { type CodedFacts, type Text, type Told, joinFacts, overlay } from './breach-coded.ts';
import { orderFaults } from './breach-check.ts';
import { type BreachFile, isNotApplicable, knowledge } from './breach-facts.ts';
import { BREACH_STARTS } from './breach-law.ts';
import { type BreachMarked, type CaseMark, breachMarkWords, sayMoment, startFact } from './breach-timeline.ts';
import type { CaseRecord, Refusal } from './case.ts';
import { type Moment, type Zone, formatMoment, momentDay, parseMoment } from './date.ts';
import type { BreachMarkedBody, CaseEvent } from './event.ts';
import { corrections, erasedOf, privatesOf } from './history.ts';

/** What can be recorded of a breach, in the order in which it mostly happens. */
export const BREACH_MARKS = [...BREACH_STARTS, 'notified', 'register-entered'] as const satisfies readonly CaseMark[];

/** A breach as its events tell it, corrections applied. */
export interface BreachRecord extends Pick<CaseRecord, 'id' | 'struck' | 'privates' | 'erased' | 'events'> {
  /** What is known, with the event that told it. */
  told: ReadonlyMap<string, Told>;
  /** Marks that stand, in the order of recording, each with the event that recorded it. */
  marks: { body: BreachMarkedBody; seq: number }[];
}

/** Replays the events of one breach; `undefined` for a case that is none. */
export function replayBreach(events: readonly CaseEvent[]): BreachRecord | undefined {
  const first = events[0];
  if (!first || first.body.type !== 'opened' || first.body.kind !== 'breach') return undefined;
  const { struck, moved } = corrections(events);
  let told: Map<string, Told> = overlay(new Map(), first.body.facts, first.seq);
  const marks: BreachRecord['marks'] = [];
  for (const { body, seq } of events) {
    if (struck.has(seq)) continue;
    if (body.type === 'breach-learned') told = overlay(told, body.facts, seq);
    else if (body.type === 'breach-marked') marks.push({ body: { ...body, on: moved.get(seq) ?? body.on }, seq });
  }
  return { id: first.case, told, marks, struck, privates: privatesOf(events), erased: erasedOf(events), events };
}

/** The marks as the engine takes them; with `now`, those that had happened then. */
export function marksOf(record: Pick<BreachRecord, 'marks'>, zone: Zone, now?: Moment): BreachMarked[] {
  return record.marks.map(({ body }) => markOf(body)).filter(({ on }) => now === undefined || !isAfter(on, now, zone));
}

export function markOf({ mark, on, law, audience, variant, phase }: BreachMarkedBody): BreachMarked {
  const more = Object.entries({ law, audience, variant, phase }).filter(([, value]) => value !== undefined);
  return { mark, on: parseMoment(on) as Moment, ...(Object.fromEntries(more) as Pick<BreachMarked, 'law' | 'audience' | 'variant' | 'phase'>) };
}

function isAfter(on: Moment, now: Moment, zone: Zone): boolean {
  return 'instant' in on && 'instant' in now ? on.instant > now.instant : momentDay(on, zone) > momentDay(now, zone);
}

/** The facts of a breach, with the times that were marked for every law. */
export function factsFile(record: Pick<BreachRecord, 'id' | 'told'>, text: Text, marks: readonly BreachMarked[]): BreachFile {
  return withMarks(joinFacts(record.told, text, record.id), marks);
}

/** A marked time is a fact as well: a letter may have to say it. What the file says itself stays. */
function withMarks(file: BreachFile, marks: readonly BreachMarked[]): BreachFile {
  return marks.filter(({ mark, law }) => law === undefined && !isNotice(mark)).reduce((so, { mark, on }) => ('value' in knowledge(so, startFact(mark as 'aware')) ? so : withTime(so, mark, on)), file);
}

function withTime(file: BreachFile, mark: CaseMark, on: Moment): BreachFile {
  const [group, key, inner] = isNotice(mark) ? [] : startFact(mark as 'aware').split('.');
  if (group !== 'incident' || key === undefined) return file;
  const before = file.incident?.[key];
  const known = typeof before === 'object' && !isNotApplicable(before) ? before : {};
  const time = inner === undefined ? formatMoment(on) : { ...known, [inner]: formatMoment(on) };
  return { ...file, incident: { ...file.incident, [key]: time, ...(mark === 'contained' ? { ongoing: false } : {}) } };
}

const isNotice = (mark: CaseMark): boolean => mark.endsWith('notified') || mark === 'register-entered';

export function markWords(mark: CaseMark): string {
  return mark === 'notified' ? 'a notice was given' : mark === 'register-entered' ? 'entered in the register' : breachMarkWords(mark);
}

/** Why a mark may not be added, or `undefined` if nothing forbids it. `before`: the marks that stand. */
export function refuseMark(file: BreachFile, before: readonly BreachMarked[], added: BreachMarked, zone: Zone): Refusal | undefined {
  const { mark, on, law, phase } = added;
  const same = before.find((m) => m.mark === mark && m.law === law && m.audience === added.audience && m.variant === added.variant && m.phase === phase);
  // A notice that is given in parts is given several times.
  if (same && (!isNotice(mark) || sayMoment(same.on, zone) === sayMoment(on, zone))) return { says: `${markWords(mark)}: recorded already, for ${sayMoment(same.on, zone)}`, hint: 'strike or move what is wrong: custos breach correct' };
  const fact = isNotice(mark) || law !== undefined ? undefined : knowledge(file, startFact(mark as 'aware'));
  if (fact && 'value' in fact && fact.value !== formatMoment(on)) return { says: `${startFact(mark as 'aware')} is recorded already as ${String(fact.value)}`, hint: 'custos breach learn with a facts file changes a fact' };
  const known = new Set(orderFaults(file).map((f) => f.says));
  const flaw = orderFaults(withNotice(withTime(file, mark, on), mark, on)).find((f) => !known.has(f.says));
  return flaw && { says: `${markWords(mark)}, ${sayMoment(on, zone)}: ${flaw.says.replace(/^notices\.\d+\.sentAt/, 'it')}`, hint: 'check the time, or correct what is recorded' };
}

function withNotice(file: BreachFile, mark: CaseMark, on: Moment): BreachFile {
  return isNotice(mark) ? { ...file, notices: [{ law: 'any', audience: 'people', sentAt: formatMoment(on) }] } : file;
}

/** The first marked time that the facts and the marks before it contradict, the event that marked it, and why. */
export function firstContradicted(record: BreachRecord, text: Text, zone: Zone): { seq: number; mark: CaseMark; refusal: Refusal } | undefined {
  const before: BreachMarked[] = [];
  for (const { body, seq } of record.marks) {
    const mark = markOf(body);
    const refusal = refuseMark(factsFile(record, text, before), before, mark, zone);
    if (refusal) return { seq, mark: body.mark, refusal };
    before.push(mark);
  }
  return undefined;
}

/** What an event changed, in words without any text of a private record. */
export function sayLearned(facts: CodedFacts): string {
  const paths = Object.keys(facts);
  const shown = paths.slice(0, 6).join(', ');
  return `now recorded: ${shown}${paths.length > 6 ? ` and ${paths.length - 6} more` : ''}`;
}
