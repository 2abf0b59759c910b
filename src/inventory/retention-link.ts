/** Within one part of a retention text: which event starts which period, and which events end it by themselves. */
import type { Period } from '../core/period.ts';
import { classes, opposites } from './retention-words.made.ts';
import { roughDays, sum } from './retention-amounts.ts';
import type { Doubt } from './retention-doubts.ts';
import { happening, nameOf, OTHER } from './retention-events.ts';
import { sense } from './retention-lexer.ts';
import { type Dur, type Element, type Part, type Role, type Slot, slots } from './retention-parts.ts';
import type { Span } from './retention.ts';

/** A part with its periods tied to events. */
export interface Tied {
  part: Part;
  spans: Span[];
  /** How its own spans combine. */
  inner?: 'earliest' | 'latest';
  hasPeriod: boolean;
  /** How the text leads to its events, where it has no period. */
  role?: Role;
  /** Labels that it gives itself. */
  conditions: string[];
  objects: string[];
  /** An event that lasts until its period starts: "contract term …". */
  before?: string;
  doubts: Doubt[];
}

export interface Context {
  /** What the text spoke of before: "account". */
  about?: string;
  language: string | undefined;
}

const OPPOSITES: Readonly<Record<string, string>> = opposites;
/** Bare words that say since when a period runs: "2 years of inactivity". */
const SINCE: Readonly<Record<string, string>> = { inactive: 'last_activity' };

interface Link {
  slots: Slot[];
  doubt?: Doubt;
}

class Tier {
  private readonly part: Part;
  private readonly context: Context;
  private readonly els: readonly Element[];
  private readonly used = new Set<Slot>();
  private readonly names = new Map<Slot, { name: string; explicit: boolean }>();
  private readonly doubts: Doubt[] = [];

  constructor(part: Part, context: Context) {
    this.part = part;
    this.context = context;
    this.els = part.elements;
    for (const slot of slots(part)) this.name(slot);
  }

  private name(slot: Slot): void {
    if (slot.age !== undefined) {
      this.names.set(slot, { name: 'birth', explicit: true });
      return;
    }
    if (slot.pieces.some((p) => sense(p, 'mark', 'current') !== undefined)) {
      this.names.set(slot, { name: 'current_year_end', explicit: true });
      return;
    }
    const read = nameOf(slot.pieces, this.context.about, this.context.language);
    // "the end of …" something unknown, or of a legal period, is not the end of what the text spoke of before.
    const found = read?.alone && (slot.unread > 0 || slot.refers) ? undefined : read;
    const active = slot.pieces.some((p) => sense(p, 'state') !== undefined);
    if (found) {
      if (found.about !== undefined) this.context.about = found.about;
      if (slot.role === undefined && active && sense(slot.pieces[0], 'last') === undefined) slot.role = 'while';
      const opposite = slot.role === 'while' && !slot.negated ? OPPOSITES[found.name] : undefined;
      if (!slot.weak || found.explicit || this.part.marks.has('delete')) this.names.set(slot, { name: opposite ?? found.name, explicit: found.explicit });
    } else if (active && slot.role === 'while' && this.context.about !== undefined) {
      this.names.set(slot, { name: happening(this.context.about), explicit: true });
    } else if (slot.role !== undefined && slot.role !== 'at' && !slot.refers && (slot.unread > 0 || slot.pieces.length > 0)) this.names.set(slot, { name: OTHER, explicit: true });
  }

  /** The slot and those that "and" joins to it. */
  private chain(from: number): Slot[] {
    const found: Slot[] = [];
    for (let i = from; i < this.els.length; i += 1) {
      const el = this.els[i] as Element;
      if (el.s !== 'slot' || (found.length > 0 && !el.and)) break;
      if (this.names.has(el)) found.push(el);
    }
    return found;
  }

  private find(i: number, step: 1 | -1, fits: (slot: Slot) => boolean): number | undefined {
    for (let j = i + step; j >= 0 && j < this.els.length; j += step) {
      const el = this.els[j] as Element;
      if (el.s === 'dur') return undefined;
      if (el.s === 'slot' && !this.used.has(el) && this.names.has(el) && fits(el)) return j;
    }
    return undefined;
  }

  /** The events after which a period runs. */
  private link(i: number, dur: Dur): Link | undefined {
    const next = this.find(i, 1, (s) => s.role === 'after');
    if (next !== undefined) return { slots: this.chain(next) };
    let previous = this.find(i, -1, (s) => s.role === 'after');
    if (previous !== undefined) {
      while (previous > 0 && (this.els[previous] as Slot).and && this.els[previous - 1]?.s === 'slot') previous -= 1;
      return { slots: this.chain(previous).filter((s) => s.role === 'after') };
    }
    for (const [side, step] of [[this.els[i - 1], -1], [this.els[i + 1], 1]] as const) {
      if (side?.s !== 'plus') continue;
      const at = this.find(i + step, step, () => true);
      if (at !== undefined) return { slots: [this.els[at] as Slot] };
      return { slots: [], doubt: 'event' };
    }
    const at = this.find(i, 1, (s) => s.role === 'at') ?? (isZero(dur) || !this.part.marks.has('delete') ? this.find(i, -1, (s) => s.role === 'at') : undefined);
    if (at !== undefined) return { slots: this.chain(at), ...(isZero(dur) ? {} : { doubt: 'unlinked' }) };
    const told = dur.trailing && dur.lead === 'after' ? this.find(i, -1, (s) => s.role === undefined && !deletes(s) && happens(s)) : undefined;
    return told === undefined ? this.bare(i, dur) : { slots: [this.els[told] as Slot] };
  }

  /** An event without a word that leads to it. What stands before "after 5 years" is what happens then, and no start. */
  private bare(i: number, dur: Dur): Link | undefined {
    const fits = (s: Slot): boolean => s.role === undefined && this.names.get(s)?.explicit === true && !deletes(s);
    const at = this.find(i, 1, (s) => s.role === undefined && (this.names.get(s)?.name ?? '') in SINCE) ?? this.find(i, 1, fits) ?? (dur.lead === 'after' ? undefined : this.find(i, -1, fits));
    if (at === undefined) return undefined;
    const slot = this.els[at] as Slot;
    const name = this.names.get(slot)?.name ?? '';
    if (name in SINCE) this.names.set(slot, { name: SINCE[name] as string, explicit: true });
    const within = dur.bound === 'max' && at > i;
    const since = within || name in SINCE || name.startsWith('last_') || name === 'record_date' || name === 'birth';
    return { slots: [slot], ...(since ? {} : { doubt: 'unlinked' }) };
  }

  private span(dur: Dur, link: Link | undefined): Span[] {
    const { min, max, doubt } = dur.amount;
    if (doubt) this.doubts.push(doubt);
    const about = dur.about ? { about: true } : {};
    const range = min && max && roughDays(min) !== roughDays(max);
    const linked = link !== undefined && link.slots.length > 0;
    const bound = range || !max ? undefined : (dur.bound ?? (dur.lead === 'until' && !linked ? 'max' : undefined));
    const period = { ...(min && bound !== 'max' ? { min } : {}), ...(max && bound !== 'min' ? { max } : {}) };
    if (!linked) return [{ ...period, ...about, ...(link?.doubt === 'event' ? { event: OTHER } : {}) }];
    return link.slots.map((slot) => {
      this.used.add(slot);
      const name = this.names.get(slot)?.name ?? OTHER;
      if (name === OTHER) this.doubts.push('event');
      if (slot.age !== undefined) return { ...this.grown(slot.age, period), event: 'birth' };
      return isZero(dur) && slot.role === 'at' ? { event: name } : { ...period, ...about, event: name };
    });
  }

  /** "3 years after the 18th birthday" is an age. */
  private grown(age: number, { min, max }: { min?: Period; max?: Period }): { min?: Period; max?: Period } {
    const plus = (p: Period | undefined): Period | undefined => p && sum({ n: age, unit: 'years' }, p);
    const [from, to] = [plus(min), plus(max)];
    if ((min && !from) || (max && !to)) this.doubts.push('uncountable');
    return { ...(from ? { min: from } : {}), ...(to ? { max: to } : {}) };
  }

  tie(): Tied {
    const placed: [number, Span][] = [];
    let inner: 'earliest' | 'latest' | undefined;
    const before = slots(this.part).filter((s) => this.names.has(s) && (s.role === 'while' || s.role === 'until' || s.role === undefined));
    for (const [i, el] of this.els.entries()) {
      if (el.s !== 'dur') continue;
      const link = this.link(i, el);
      if (link?.doubt) this.doubts.push(link.doubt);
      if (link && link.slots.length > 1) inner = 'latest';
      placed.push(...this.span(el, link).map((span): [number, Span] => [i, span]));
    }
    const timed = placed.map(([, span]) => span);
    const hasPeriod = timed.length > 0;
    const rest = slots(this.part).filter((s) => !this.used.has(s) && this.names.has(s));
    const ends = this.ends(rest, timed);
    if (ends.length > 0 && hasPeriod) inner = 'earliest';
    if (hasPeriod && ends.some((s) => s.role === 'while') && this.part.elements.length > 1 && !this.part.order) this.doubts.push('unlinked');
    if (ends.length > 1 && !hasPeriod) inner = ends[0]?.role === 'while' && !ends[0].negated ? 'earliest' : ends.some((s) => s.and) ? 'latest' : 'earliest';
    for (const slot of ends) placed.push([this.els.indexOf(slot), this.bareSpan(slot)]);
    const spans = placed.toSorted(([a], [b]) => a - b).map(([, span]) => span).filter((s, i, all) => all.findIndex((o) => JSON.stringify(o) === JSON.stringify(s)) === i);
    const role = ends[0]?.role;
    const unused = slots(this.part).filter((s) => !this.used.has(s) && !ends.includes(s));
    const conditions = [...this.part.conditions, ...unused.flatMap((s) => s.labels.filter((l) => classes.condition.includes(l)))];
    const objects = [...this.part.objects, ...unused.flatMap((s) => s.labels.filter((l) => classes.object.includes(l)))];
    const first = before[0] && this.names.get(before[0]);
    return { part: this.part, spans, hasPeriod, conditions, objects, doubts: this.doubts, ...(inner ? { inner } : {}), ...(role && !hasPeriod ? { role } : {}), ...(first ? { before: first.name } : {}) };
  }

  private bareSpan(slot: Slot): Span {
    const name = this.names.get(slot)?.name ?? OTHER;
    if (name === OTHER) this.doubts.push('event');
    if (slot.age === undefined) return { event: name };
    const age: Period = { n: slot.age, unit: 'years' };
    return { event: 'birth', ...(slot.bound === 'max' ? {} : { min: age }), ...(slot.bound === 'min' ? {} : { max: age }) };
  }

  /** Events that end the keeping by themselves. */
  private ends(rest: readonly Slot[], spans: readonly Span[]): Slot[] {
    const counted = spans.some((s) => s.event !== undefined);
    const led = rest.filter((s) => s.role === 'until' || s.role === 'at' || (s.role === 'while' && !counted));
    if (led.some((s) => this.names.get(s)?.name !== OTHER) || spans.length > 0) return led.filter((s) => spans.length === 0 || s.role !== 'at' || this.names.get(s)?.name !== OTHER);
    const after = rest.filter((s) => s.role === 'after');
    if (after.length > 0) return this.part.numbers > 0 ? [] : after;
    if (led.length > 0) return led;
    return rest.filter((s) => this.names.get(s)?.explicit && !(deletes(s) && (this.part.join === 'then' || (this.part.marks.has('delete') && rest.length > 1)))).slice(0, 1);
  }
}

/** "30 days before the contract ends"; "30 days before deletion" are only 30 days. */
export const isBefore = (part: Part): boolean => slots(part).some((s) => s.role === 'before' && !deletes(s));

const isZero = (dur: Dur): boolean => dur.amount.max?.n === 0;

/** "deleted", "Löschung": what happens with the data, as long as nothing else says what is deleted. */
function deletes(slot: Slot): boolean {
  return slot.pieces.every((p) => sense(p, 'phase', 'deletion') !== undefined);
}

/** It names something that happens, and not only what the data are about. */
const happens = (slot: Slot): boolean => slot.pieces.some((p) => ['phase', 'event', 'point', 'last'].some((of) => sense(p, of) !== undefined));

/** Ties the periods of a part to its events; `context` remembers what it spoke of. */
export function tie(part: Part, context: Context): Tied {
  return new Tier(part, context).tie();
}

/** The event that data bear themselves, such as the date of a log entry. */
export function stampOf(part: Part): string | undefined {
  for (const slot of slots(part)) for (const piece of slot.pieces) {
    const stamp = sense(piece, 'stamped');
    if (stamp !== undefined) return stamp;
  }
  return undefined;
}
