/** Letters to the person: which laws a letter answers by, what each of them wants in it, and when it makes no sense. */
import { type Refusal, refuse, standings } from './case.ts';
import { formatDay, momentDay } from './date.ts';
import { type Deadline, deadlines } from './deadline.ts';
import type { Content, Law, LetterKind, MarkName, Obligation, Outcome, RequestType, Role, Term } from './law.ts';
import { type LetterInput, type Part, type Scope, TELLS, applies, commonScope, isAgent, lawScope, toldMark, valueOf } from './letter-values.ts';
import { type MarkedFact, type Timeline, findMark, sayMark } from './timeline.ts';

/** A content that a law wants in this letter, with the values that its words may use. */
export interface Required {
  law: string;
  content: Content;
  applies: boolean;
  scope: Scope;
}

export interface Letter {
  kind: LetterKind;
  /** The laws that it answers by. */
  laws: readonly string[];
  /** Laws of the case that this letter cannot rest on, each with the reason. */
  left: readonly string[];
  required: readonly Required[];
  scope: Scope;
}

/** The letter with its values, or why it makes no sense. */
export function prepareLetter(input: LetterInput): { letter: Letter } | { refusal: Refusal } {
  const refusal = refuseKind(input) ?? refuseOutcome(input);
  if (refusal) return { refusal };
  const parts = partsOf(input);
  if (parts.length === 0) return { refusal: undecided(input) };
  if (input.kind !== 'extension') return { letter: letterOf(input, parts, []) };
  const judged = parts.map((part) => ({ part, refusal: refuseExtension(input, part) }));
  const able = judged.filter((j) => j.refusal === undefined).map((j) => j.part);
  if (able.length === 0) return { refusal: judged[0]?.refusal as Refusal };
  const left = judged.flatMap(({ part, refusal: why }) => (why ? [`${part.law.id} is not part of this letter: ${why.says}`] : []));
  return { letter: letterOf(input, able, left) };
}

const ORDER = ['respond', 'destroy-sample', 'stop-processing', 'appeal-decision', 'forward-to-controller'] as const;

function partsOf({ timeline, laws, now, world }: LetterInput): Part[] {
  const standing = standings(timeline, laws, momentDay(now, timeline.zone), world);
  const told = deadlines(laws, timeline, now, world).items;
  const plain = deadlines(laws, { ...timeline, marks: timeline.marks.filter((m) => m.mark !== 'extension-noticed') }, now, world).items;
  return [...new Set(standing.map((s) => s.law))].map((law) => {
    const mine = standing.filter((s) => s.law === law);
    const terms = mine.map((s) => s.clock.term);
    return { law, main: mainOf(told, law, timeline), first: mainOf(plain, law, timeline), extension: terms.find((t) => t.extension)?.extension, waits: mine.flatMap((s) => waitsFor(s.obligation, s.clock.term, timeline.requestType)) };
  });
}

/** The questions during which the clock does not run: it stands still, begins again, or has not begun. */
function waitsFor(obligation: Obligation, term: Term, type: RequestType): MarkName[] {
  const still = (term.pauses ?? []).filter((p) => p.force === 'law' && p.effect !== 'allowed' && (!p.types || p.types.includes(type))).map((p) => p.from);
  return [...still, ...(term.starts ?? obligation.starts).flatMap((s) => s.ifMarked ?? [])];
}

function mainOf(items: readonly Deadline[], law: Law, timeline: Timeline): Deadline | undefined {
  const mine = items.filter((i) => i.law === law.id);
  const order = isAppeal(timeline) ? ['appeal-decision', ...ORDER] : ORDER;
  return order.map((id) => mine.find((i) => i.obligation === id)).find((i) => i !== undefined);
}

/** An answer that was appealed against is a case of appeal, whatever it began as. */
function isAppeal(timeline: Timeline): boolean {
  return timeline.requestType === 'appeal' || timeline.marks.some((m) => m.mark === 'appealed');
}

/** The type by which contents are chosen. */
function typeFor(law: Law, timeline: Timeline): RequestType {
  return isAppeal(timeline) && law.obligations.some((o) => o.types.includes('appeal')) ? 'appeal' : timeline.requestType;
}

function refuseKind({ kind, timeline, record }: LetterInput): Refusal | undefined {
  const withdrawn = findMark(timeline, 'withdrawn');
  if (withdrawn && kind !== 'acknowledgement') return { says: `the person withdrew the request: ${sayMark(withdrawn)}`, hint: `custos request show ${record.id}` };
  if (isAgent(timeline) && TELLS[kind]) {
    return { says: `as a ${timeline.facts['role'] as Role} you act for a customer: the answer is the customer’s to give`, hint: `tell the person that the request was passed on: custos request letter ${record.id} acknowledgement` };
  }
  const last = timeline.marks.findLast((m) => m.mark === 'answered' || m.mark === 'appealed');
  if (last?.mark !== 'answered' || (kind !== 'acknowledgement' && kind !== 'extension')) return undefined;
  return { says: `the request is answered already: ${sayMark(last)}`, hint: `custos request letter ${record.id} ${last.outcome === 'refused' ? 'refusal' : 'completion'}` };
}

/** The outcomes that a letter of this kind can tell of. */
const FITS: Partial<Record<LetterKind, readonly Outcome[]>> = { refusal: ['refused', 'partly-granted'], completion: ['granted', 'partly-granted'] };

function refuseOutcome({ kind, timeline, record }: LetterInput): Refusal | undefined {
  const answer = toldMark(kind, timeline);
  const outcome = answer?.outcome;
  if (!outcome || !FITS[kind] || FITS[kind].includes(outcome)) return undefined;
  const other = (['refusal', 'completion'] as const).find((k) => FITS[k]?.includes(outcome));
  return { says: `the recorded outcome is “${outcome}” (${sayMark(answer)})`, hint: other ? `custos request letter ${record.id} ${other}` : `if that is wrong: custos request correct ${record.id} ${answer.event}` };
}

/** Nothing says for sure which law the letter would answer by. */
function undecided({ timeline, laws, now, world, record }: LetterInput): Refusal {
  const { items, notCounted } = deadlines(laws, timeline, now, world);
  const open = [...items.filter((i) => i.state === 'undetermined'), ...notCounted];
  if (open.length === 0) return { says: `no law that custos knows concerns ${record.id}`, hint: `custos request show ${record.id} --verbose` };
  const missing = [...new Set(open.flatMap((o) => o.missing))].join(', ');
  return { says: `which law the letter answers by is not known; missing: ${missing}`, hint: `name the law: --law ${open[0]?.law ?? ''}` };
}

/** Under one law: no extension, too late, or too long. A recorded notice must have been in time. */
function refuseExtension({ timeline, laws, now, world, said, record }: LetterInput, { law, main, extension }: Part): Refusal | undefined {
  const told = findMark(timeline, 'extension-noticed', law.id);
  if (!told || !extension || !main?.extension) {
    const fact: MarkedFact = { mark: 'extension-noticed', on: momentDay(now, timeline.zone), event: 0, law: law.id, ...(said.until === undefined ? {} : { until: said.until }) };
    const refusal = refuse(timeline, fact, laws, now, world);
    const longest = main?.extension?.available && said.until !== undefined ? main.extension.due : null;
    return refusal && { hint: longest ? `--until ${longest} is the latest date` : `answer it: custos request letter ${record.id} completion, or refusal`, ...refusal };
  }
  const { noticeBy } = main.extension;
  if (formatDay(told.on) <= noticeBy) return undefined;
  return { says: `${sayMark(told)}: too late, it had to be announced by ${noticeBy}`, citation: extension.citation, hint: `custos request show ${record.id} --explain` };
}

function letterOf(input: LetterInput, parts: readonly Part[], left: readonly string[]): Letter {
  const common = commonScope(input, parts);
  const required = parts.flatMap((part) => requiredOf(input, part, common));
  const wanted = [...new Set(required.filter((r) => r.applies).map((r) => r.content.id))];
  return { kind: input.kind, laws: parts.map((p) => p.law.id), left, required, scope: { ...common, laws: parts.map((part) => lawScope(input, part)), wanted } };
}

function requiredOf(input: LetterInput, part: Part, common: Scope): Required[] {
  const type = typeFor(part.law, input.timeline);
  const contents = (part.law.letters?.[input.kind] ?? []).filter((c) => !c.types || c.types.includes(type));
  const law = lawScope(input, part);
  const values = { ...common, law };
  return contents.map((content) => ({
    law: part.law.id, content, applies: applies(content, part.law, input),
    scope: { law, value: valueOf(content, values), says: content.says, provision: content.citation.ref },
  }));
}
