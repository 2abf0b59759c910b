/** What stands in brackets: a period again in another unit, the meaning of an event, a case, an exception, or only a reason. */
import { roughDays } from './retention-amounts.ts';
import { nameOf } from './retention-events.ts';
import { sense } from './retention-lexer.ts';
import type { Doubt } from './retention-doubts.ts';
import { type Dur, durs, type Part, type Slot, slots } from './retention-parts.ts';

/** How far two periods in different units may lie apart and still be meant as the same: 26 months have 789 to 793 days. */
const SAME = 1.02;

const EMPTY = (part: Part): boolean => part.elements.length === 0 && part.marks.size + part.conditions.length + part.objects.length + part.targets.length + part.unread + part.numbers + part.dates.length === 0 && !part.conditional && !part.exception && !part.change && !part.refers;

/** The parts without brackets: what stood in them joins the part before, or becomes one of its own. */
export function bracketsInto(parts: readonly Part[], doubts: Set<Doubt>): Part[] {
  return parts.flatMap((part) => {
    const own: Part[] = [part];
    for (const group of part.groups) own.push(...absorbed(part, group.filter((p) => !EMPTY(p)), doubts));
    return own;
  });
}

/** What of a bracket remains as parts of their own. */
function absorbed(outer: Part, group: readonly Part[], doubts: Set<Doubt>): Part[] {
  const [first] = group;
  if (!first) return [];
  if (group.some((p) => durs(p).length > 0 || slots(p).some((s) => s.age !== undefined))) return timed(outer, group, doubts);
  for (const part of group) mix(outer, part, doubts);
  return [];
}

/** A bracket with a period. */
function timed(outer: Part, group: readonly Part[], doubts: Set<Doubt>): Part[] {
  const [first] = group as [Part];
  const [again] = durs(first);
  const own = durs(outer).at(-1);
  const close = again && own && same(own, again);
  if (first.change) {
    outer.change = first.change;
    return [];
  }
  if (group.length === 1 && again && own && durs(first).length === 1 && slots(first).length === 0 && !first.conditional && first.conditions.length + first.objects.length === 0 && first.join === 'first' && (close || first.unread === 0)) {
    if (first.marks.has('recommended') || first.marks.has('hedge')) doubts.add(first.marks.has('hedge') ? 'hedge' : 'recommended');
    else if (again.bound !== own.bound) return [{ ...first, join: 'clause' }];
    else if (!close) doubts.add('differ');
    return [];
  }
  return group.map((p) => (p.join === 'first' ? { ...p, join: 'clause' as const } : p));
}

function same(a: Dur, b: Dur): boolean {
  const [x, y] = [a.amount.max ?? a.amount.min, b.amount.max ?? b.amount.min];
  if (!x || !y) return false;
  const [less, more] = [roughDays(x), roughDays(y)].toSorted((p, q) => p - q) as [number, number];
  return more <= less * SAME;
}

/** A bracket without a period says more about the part before it. */
function mix(outer: Part, inner: Part, doubts: Set<Doubt>): void {
  const events = slots(inner).filter(isEvent);
  const timedOuter = durs(outer).length > 0;
  const named = slots(outer).some((s) => s.role === 'after');
  const usable = events.filter((s) => s.role === 'after' || (s.role === undefined && !mentions(s)));
  const [usual] = usable;
  if (timedOuter && usual) {
    if (named) outer.elements = outer.elements.map((e) => (e.s === 'slot' && e.role === 'after' ? { ...usual, role: 'after', and: e.and } : e));
    else if (!slots(outer).some((s) => s.role !== undefined) || usual.role === 'after') outer.elements.push({ ...usual, role: 'after' });
  } else if (events.length > 0 && (inner.join === 'or' || events.some((s) => s.role !== undefined && s.role !== 'at' && s.role !== 'while'))) doubts.add('bracket');
  const stamped = slots(inner).filter((s) => s.role === undefined && s.pieces.some((p) => sense(p, 'stamped') !== undefined));
  if (usable.length === 0) outer.elements.push(...stamped);
  outer.conditional ||= inner.conditional;
  outer.exception ||= inner.exception || inner.join === 'except' || (inner.join === 'or' && timedOuter && inner.targets.length > 0);
  if (inner.change) outer.change = inner.change;
  if (inner.order) outer.order = inner.order;
  outer.conditions.push(...inner.conditions);
  outer.objects.push(...inner.objects);
  outer.targets.push(...inner.targets);
  outer.dates.push(...inner.dates.map((d) => (d.role === 'after' ? d : d.day === undefined ? {} : { day: d.day })));
  outer.unread += inner.unread;
  outer.numbers += inner.numbers;
  for (const mark of inner.marks) outer.marks.add(mark);
  if (inner.refers && !timedOuter) outer.refers = true;
  if (inner.negated && timedOuter) doubts.add('bracket');
  if (inner.join === 'then' && inner.marks.has('anonymise')) outer.marks.add('then-anonymise');
}

/** Words that may name an event. */
const isEvent = (slot: Slot): boolean => nameOf(slot.pieces, undefined, undefined) !== undefined || slot.age !== undefined;

/** Only what the data are about, not that something happens. */
const mentions = (slot: Slot): boolean => slot.labels.length > 0 || !(nameOf(slot.pieces, undefined, undefined)?.explicit ?? false);
