/** From the parts of a retention text to its meaning: what the parts say together. */
import { roughDays } from './retention-amounts.ts';
import { bracketsInto } from './retention-brackets.ts';
import { type Doubt, doubtWords } from './retention-doubts.ts';
import { OTHER } from './retention-events.ts';
import { isBefore, stampOf, type Tied, tie } from './retention-link.ts';
import { kindOf } from './retention-normal.ts';
import { durs, type Part, slots } from './retention-parts.ts';
import type { Retention, Span } from './retention.ts';

/** Of several that are named, the one that decides: "the policy of the host" is a policy. */
const RANK = ['law', 'contract', 'policy', 'row', 'system', 'party'];

const LISTS: ReadonlySet<string> = new Set(['slash', 'clause', 'comma']);

type Alternative = Tied & { join: Part['join'] };

class Meaning {
  private readonly parts: readonly Part[];
  private readonly tied: readonly Alternative[];
  private readonly doubts: Set<Doubt>;
  private readonly marks: ReadonlySet<string>;
  private readonly targets: readonly string[];
  private readonly order: 'earliest' | 'latest' | undefined;
  private archiving: Alternative | undefined;

  constructor(given: readonly Part[], language: string | undefined) {
    const doubts = new Set<Doubt>();
    const parts = bracketsInto(given, doubts);
    const reviewed = parts.filter((p) => !p.marks.has('review'));
    const kept = reviewed.some((p) => p.elements.length > 0) ? reviewed : parts;
    const context = { language };
    const tied = kept.map((part): Alternative => ({ ...tie(part, context), join: part.join }));
    this.parts = kept;
    this.doubts = doubts;
    this.marks = new Set(kept.flatMap((p) => [...p.marks]));
    this.targets = kept.flatMap((p) => p.targets);
    this.order = kept.find((p) => p.order)?.order;
    this.tied = this.stages(tied).filter((t) => t.spans.length > 0);
    for (const t of this.tied) for (const d of t.doubts) doubts.add(d);
    if (kept.some((p) => p.unread > 0 || slots(p).some((s) => s.unread > 0 && s.pieces.length > 0))) doubts.add('unread');
    if (kept.some((p) => p.numbers > 0)) doubts.add('number');
  }

  /** "…, then …": the archive as a stage of its own, or a period that starts with the end of what stands before. */
  private stages(tied: readonly Alternative[]): Alternative[] {
    const left: Alternative[] = [];
    let staged = false;
    for (const given of tied) {
      // "then deleted or anonymised" is one stage.
      const t: Alternative = staged && given.join === 'or' ? { ...given, join: 'then' as const } : given;
      staged = t.join === 'then' && (t.part.marks.has('delete') || t.part.marks.has('anonymise') || t.part.elements.length > 0);
      const before = left.findLast((l) => l.spans.length > 0);
      const stage = t.join === 'then' || (t.part.marks.has('archive') && before?.hasPeriod);
      if (stage && t.part.marks.has('archive') && before) this.archiving = t;
      else if (t.join === 'then' && t.hasPeriod && before && !before.hasPeriod && before.spans.length === 1 && t.spans.every((s) => s.min ?? s.max)) {
        left.splice(left.indexOf(before), 1, { ...t, join: before.join, spans: t.spans.map((s) => ({ ...before.spans[0], ...s })), doubts: [...before.doubts, ...t.doubts] });
      } else if (t.join === 'then' && t.spans.length === 0 && before?.hasPeriod && !['anonymise', 'delete'].some((m) => t.part.marks.has(m)) && before.before !== undefined) {
        left.splice(left.indexOf(before), 1, { ...before, spans: before.spans.filter((s) => s.min || s.max).map((s) => ({ ...s, event: s.event ?? (before.before as string) })) });
      } else {
        if (t.join === 'then' && t.spans.length === 0 && t.part.marks.size === 0) this.doubts.add('unread');
        left.push(t);
      }
    }
    return left;
  }

  read(): Retention {
    const stamped = this.stamped();
    const meant = this.dated(stamped.length === 0 ? this.bare() : this.joined(stamped));
    const after = this.afterwards(meant);
    const { kind, spans } = after;
    if (kind === 'unparseable') return { ...this.doubtOf(), kind, spans: [] };
    return { ...after, kind, spans, ...this.doubtOf() };
  }

  private doubtOf(): { doubt?: string } {
    return this.doubts.size === 0 ? {} : { doubt: doubtWords(this.doubts) };
  }

  /** Periods without an event start with the date of the log entry or recording, where the text speaks of such data. */
  private stamped(): Alternative[] {
    const source = this.parts.find((p) => stampOf(p) !== undefined);
    const periods = this.tied.filter((t) => t.hasPeriod);
    if (!source || periods.some((t) => t.spans.some((s) => s.event !== undefined))) return [...this.tied];
    // Of several, the one that speaks of them; those in one bracket share it: "logs (30 days debug, 1 year audit)".
    const stamp = (t: Alternative): string | undefined => stampOf(t.part) ?? (periods.length === 1 || source.inlined ? stampOf(source) : undefined);
    return this.tied.map((t) => (t.hasPeriod ? { ...t, spans: t.spans.map((s) => ({ ...s, ...(stamp(t) === undefined ? {} : { event: stamp(t) as string }) })) } : t));
  }

  private unreadable(why?: Doubt): Retention {
    if (why) this.doubts.add(why);
    return { kind: 'unparseable', spans: [] };
  }

  private has(mark: string): boolean {
    return this.marks.has(mark);
  }

  private refers(): boolean {
    return this.parts.some((p) => p.byOthers || (p.refers && p.targets.length > 0 && (durs(p).length === 0 || p.inlined)));
  }

  private external(spans: readonly Span[], join?: Retention['join']): Retention {
    const ordered = this.parts.filter((p) => p.refers || p.byOthers);
    const named = [...ordered.flatMap((p) => p.targets), ...this.targets];
    const target = ordered.some((p) => p.byOthers) ? 'party' : (RANK.find((t) => named.includes(t)) ?? 'other');
    return { kind: 'external', spans, ...(join ? { join } : {}), refersTo: target };
  }

  /** A text without any period or event that can be used. */
  private bare(): Retention {
    const first = (mark: string): number => this.parts.findIndex((p) => p.marks.has(mark));
    const refers = this.parts.findIndex((p) => p.refers || p.byOthers);
    const endless = first('indefinite');
    if (this.parts.some((p) => durs(p).length > 0)) return this.unreadable();
    if (endless >= 0 && (refers < 0 || endless < refers) && !this.has('vague') && !this.has('unknown')) {
      if (this.parts.some((p) => p.conditional || p.exception)) this.doubts.add('bracket');
      return { kind: 'indefinite', spans: [], ...(this.has('anonymise') ? { afterwards: 'anonymise' } : {}) };
    }
    if (this.has('archive')) return { kind: 'not_deletion', spans: [], afterwards: 'archive' };
    if (refers >= 0 && !this.has('placeholder')) return this.external([]);
    if (this.has('placeholder')) return { kind: 'placeholder', spans: [] };
    if (this.has('none')) return { kind: 'none', spans: [] };
    for (const doubt of ['unknown', 'varies', 'vague'] as const) if (this.has(doubt) && !(doubt === 'vague' && this.targets.includes('law'))) return this.unreadable(doubt);
    const target = this.targets.find((t) => t !== 'party');
    return target !== undefined && !this.parts.some((p) => p.unread > 0 && p.targets.length === 0) ? this.external([]) : this.unreadable();
  }

  /** A text with periods or events. */
  private joined(all: readonly Alternative[]): Retention {
    if (this.tied.some((t) => t.doubts.includes('uncountable') || t.doubts.includes('two-numbers'))) return this.unreadable();
    const beyond = all.every((t) => t.role === 'after' || durs(t.part).some((d) => d.lead === 'after'));
    const none = this.has('none') && !beyond;
    if (this.has('review') || none || this.parts.some((p) => p.negated && !p.conditional)) return this.unreadable(this.has('review') ? 'review' : none ? 'contradiction' : 'negated');
    if (this.parts.some(isBefore)) return this.unreadable('before');
    if (this.parts.some(dangling)) return this.unreadable('vague');
    for (const mark of ['hedge', 'recommended', 'every', 'placeholder', 'unknown'] as const) if (this.has(mark)) this.doubts.add(mark);
    const alternatives = inherited(merged(this.sharing(all)));
    const found = alternatives.length === 1 ? this.one(alternatives[0] as Alternative) : this.several(alternatives);
    const limited = found.spans.every((s) => s.min === undefined || s.max === undefined);
    if (this.has('vague')) this.doubts.add('vague');
    const excepted = this.excepted(found, limited);
    const outside = this.parts.some((p) => slots(p).some((s) => s.refers && (s.role !== 'after' || s.pieces.length > 0)));
    if (outside && all.every((t) => !t.hasPeriod)) return this.external(excepted.spans, excepted.join);
    if (outside) this.doubts.add('aside');
    if (!this.refers()) return excepted;
    if (excepted.kind !== 'conditional' || found.kind === 'conditional') return this.external(excepted.spans, excepted.join);
    this.doubts.add('aside');
    return excepted;
  }

  /** "after X or Y" with one period counts from the later of the two; "until X or Y" ends with the earlier. */
  private sharing(all: readonly Alternative[]): Alternative[] {
    const kept: Alternative[] = [];
    for (const t of all) {
      const before = kept.at(-1);
      const period = before?.spans.find((s) => s.event !== undefined && (s.min ?? s.max));
      if (t.join === 'or' && !t.hasPeriod && before && t.role === undefined) {
        if (before.hasPeriod && period) {
          this.doubts.add('which');
          kept.splice(-1, 1, { ...before, inner: 'latest', spans: [...before.spans, ...t.spans.map((s) => ({ ...period, ...s }))] });
          continue;
        }
        if (!before.hasPeriod) {
          kept.splice(-1, 1, { ...before, inner: 'earliest', spans: [...before.spans, ...t.spans] });
          continue;
        }
      }
      kept.push(t);
    }
    return kept;
  }

  private one(t: Alternative): Retention {
    const aged = t.spans.every((s) => s.event === 'birth' || s.event === 'majority') && !t.part.conditional;
    const when = aged ? undefined : t.part.conditional || t.conditions.length > 0 ? (t.conditions[0] ?? this.caseOf(t)) : undefined;
    const spans = when === undefined ? t.spans : t.spans.map((s) => ({ ...s, when }));
    const join = when !== undefined ? 'condition' : spans.length > 1 ? (this.order ?? t.inner ?? 'earliest') : undefined;
    const bare = spans.every((s) => !s.min && !s.max);
    const kind = join === 'condition' ? 'conditional' : bare && t.role === 'while' && !slots(t.part).some((s) => s.negated) ? 'while_event' : bare && spans.length === 1 && slots(t.part).some((s) => s.bound === 'min') ? 'minimum' : kindOf(spans);
    return { kind, spans, ...(join ? { join } : {}) };
  }

  private caseOf(t: Alternative): string | undefined {
    return t.part.targets.includes('law') ? 'law' : t.part.conditional || t.part.unread > 0 ? 'other' : undefined;
  }

  private several(all: readonly Alternative[]): Retention {
    const periods = all.filter((t) => t.hasPeriod);
    const linked = periods.some((t) => t.spans.some((s) => s.event !== undefined));
    const listed = periods.length > 1 ? all.some((t) => LISTS.has(t.join) || t.join === 'except') || !linked : false;
    const labelled = all.some((t) => t.part.conditional || t.conditions.length > 0 || (t.objects.length > 0 && (listed || LISTS.has(t.join) || t.part.marks.has('delete'))));
    if (all.some((t) => t.spans.some((s) => s.event === 'birth')) && all.every((t) => t.join === 'first' || t.join === 'or')) return this.aged(all);
    if (this.order === undefined && (labelled || listed || all.some((t) => t.join === 'then'))) return this.cases(all);
    const rest = periods.length > 0 || all.some((t) => t.role !== 'while') ? all.filter((t, i) => !(t.role === 'while' && t.join !== 'or' && all[i + 1]?.join !== 'or' && (linked || periods.length === 0))) : all;
    const single = rest.length === 1 ? rest[0] : undefined;
    if (single) return this.one(single);
    const join = this.order ?? 'earliest';
    if (rest.some((t) => t.inner !== undefined && t.inner !== join)) this.doubts.add('mixed');
    const spans = rest.flatMap((t) => t.spans);
    return { kind: rest.every((t) => t.role === 'while') && spans.every((s) => !s.min && !s.max) ? 'while_event' : kindOf(spans), spans, join };
  }

  private cases(all: readonly Alternative[]): Retention {
    const spans = all.flatMap((t) => {
      const known = t.conditions[0] ?? t.objects[0];
      const when = known ?? (t.part.conditional || (t.part.unread > 0 && !t.part.marks.has('default')) ? 'other' : undefined);
      return t.spans.map((s) => ({ ...s, ...(when === undefined ? {} : { when }) }));
    });
    if (all.some((t) => t.spans.length > 1)) this.doubts.add('mixed');
    return { kind: 'conditional', spans, join: 'condition' };
  }

  /** An age never shortens a period: what stands beside it is the other lower limit. */
  private aged(all: readonly Alternative[]): Retention {
    const spans = all.flatMap((t) => t.spans.map((s) => ({ ...s, ...(s.event === 'birth' && t.conditions[0] !== undefined ? { when: t.conditions[0] } : {}) })));
    if (this.order === undefined) this.doubts.add('which');
    return { kind: spans.some((s) => s.when !== undefined) ? 'conditional' : kindOf(spans), spans, join: this.order ?? 'latest' };
  }

  /** What may change the period: "unless …", "or as the law requires", "extendable to 7". */
  private excepted(found: Retention, limited: boolean): Retention {
    const spans: Span[] = [];
    for (const part of this.parts) {
      const empty = !this.tied.some((t) => t.part === part);
      const lawful = empty && (part.join === 'or' || part.join === 'except' || part.join === 'slash') && part.targets.length > 0;
      if (part.change) spans.push(changed(found.spans[0], part.change));
      else if (part.exception || (empty && part.join === 'except') || (lawful && found.spans.some((s) => s.min ?? s.max))) spans.push({ when: part.excepted[0] ?? part.conditions[0] ?? (part.targets.includes('law') ? 'law' : 'other') });
      else if (lawful) return this.external(found.spans, found.join);
      else if (empty && part.refers && part.targets.length === 0) this.doubts.add('aside');
      else if (empty && part.join === 'or' && part.elements.length > 0) this.doubts.add('unread');
    }
    if (this.has('varies')) {
      if (found.kind === 'fixed' && spans.length === 0) spans.push({ when: 'other' });
      else this.doubts.add('varies');
    }
    if (this.has('indefinite') && found.spans.some((s) => s.min ?? s.max)) {
      this.doubts.add('endless');
      spans.push({ when: 'other' });
    }
    if (spans.length === 0 || (limited && found.kind === 'minimum' && spans.every((s) => s.when === 'law'))) return found;
    if (found.join !== undefined && found.join !== 'condition') this.doubts.add('mixed');
    return { kind: 'conditional', spans: [...found.spans, ...spans], join: 'condition' };
  }

  /** A calendar day as an end, alone or as one of the alternatives. */
  private dated(found: Retention): Retention {
    const dates = this.parts.flatMap((p) => p.dates.map((d) => ({ ...d, or: p.join === 'or' })));
    const [date] = dates;
    if (!date) return found;
    const alone = found.spans.length === 0;
    if (dates.length > 1 || date.day === undefined) this.doubts.add('two-dates');
    else if (date.role === 'after' || date.role === 'while') {
      this.doubts.add('date');
      return { ...found, spans: found.spans.map((s) => ((s.min ?? s.max) ? { ...s, event: s.event ?? OTHER } : s)) };
    } else if (alone && (found.kind === 'unparseable' || found.kind === 'external')) return { kind: 'end_date', spans: [], end: date.day };
    else if (!alone && found.join !== 'condition' && (date.or || (date.role === 'until' && found.join === undefined))) return { ...found, kind: found.kind === 'external' ? 'external' : 'compound', join: this.order ?? found.join ?? 'earliest', end: date.day };
    else if (!alone && found.join === undefined && found.kind !== 'external') return { ...found, kind: 'end_date', end: date.day };
    else this.doubts.add('date');
    return found;
  }

  private afterwards(found: Retention): Retention {
    const archive = this.archiving;
    const kind = found.kind === 'external' ? found.kind : 'not_deletion';
    const led = this.parts.some((p) => p.marks.has('archive') && durs(p).some((d) => d.lead === 'after'));
    const moved = this.parts.some((p) => p.marks.has('archive') && this.tied.some((t) => t.part === p && !t.hasPeriod));
    if (archive && found.spans.length > 0) {
      const spans = [...found.spans, ...archive.spans.filter((s) => s.min ?? s.max).map((s) => ({ ...s, event: s.event ?? 'archiving' }))];
      return { ...found, kind, spans, ...(spans.length > 1 ? { join: found.join ?? 'latest' } : {}), afterwards: 'archive' };
    }
    if (found.spans.length > 0 && (led || moved)) return { ...found, kind, afterwards: 'archive' };
    if (found.spans.length > 0 && this.has('archive')) this.doubts.add('archive');
    if (!this.has('anonymise') || found.spans.length === 0) return found;
    const ends = this.parts.some((p) => p.marks.has('anonymise') && (p.join === 'then' || p.marks.has('then-anonymise') || durs(p).some((d) => d.lead === 'after') || this.tied.some((t) => t.part === p && !t.hasPeriod)));
    if (ends && found.kind !== 'external') return { ...found, afterwards: 'anonymise' };
    this.doubts.add('anonymised');
    return found;
  }
}

/** "contract term + …" without a period after it. */
function dangling(part: Part): boolean {
  return part.elements.some((e, i) => e.s === 'plus' && part.elements[i - 1]?.s !== 'dur' && !part.elements.slice(i + 1).some((n) => n.s === 'dur'));
}

/** "at least 1 year, at most 3 years" is a range. */
function merged(all: readonly Alternative[]): Alternative[] {
  const [a, b] = all;
  const [first, second] = [a?.spans[0], b?.spans[0]];
  if (all.length !== 2 || !a || !b || a.spans.length !== 1 || b.spans.length !== 1 || !first || !second || a.conditions.length + b.conditions.length > 0 || a.part.conditional || b.part.conditional) return [...all];
  const min = first.max === undefined ? first.min : second.max === undefined ? second.min : undefined;
  const max = first.min === undefined ? first.max : second.min === undefined ? second.max : undefined;
  const event = first.event ?? second.event;
  if (!min || !max || roughDays(min) >= roughDays(max) || (first.event !== undefined && second.event !== undefined && first.event !== second.event)) return [...all];
  return [{ ...a, spans: [{ min, max, ...(event === undefined ? {} : { event }) }] }];
}

/** A case that names no event starts with that of the case before: "30 days from recording; up to 6 months if an incident …". */
function inherited(all: readonly Alternative[]): Alternative[] {
  let event: string | undefined;
  return all.map((t) => {
    const takes = t.hasPeriod && t.spans.every((s) => s.event === undefined) && (t.join === 'slash' || t.part.conditional || (t.conditions.length > 0 && (t.join === 'or' || t.join === 'comma')));
    const spans = takes && event !== undefined ? t.spans.map((s) => ({ ...s, event: event as string })) : t.spans;
    event = t.hasPeriod ? t.spans[0]?.event : event;
    return { ...t, spans };
  });
}

function changed(base: Span | undefined, change: NonNullable<Part['change']>): Span {
  const of = base?.max ?? base?.min;
  const period = change.amount?.max ?? (Number.isInteger(change.n) && of ? { ...of, n: change.n as number } : undefined);
  if (!period || change.by) return { when: change.how };
  return { min: period, max: period, ...(base?.event === undefined ? {} : { event: base.event }), when: change.how };
}

export function meaningOf(parts: readonly Part[], language: string | undefined): Retention {
  return new Meaning(parts, language).read();
}
