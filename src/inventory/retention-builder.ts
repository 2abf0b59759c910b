/** Collects what is read of a retention text into parts: what has been read, and what the reading is in the middle of. */
import type { Amount } from './retention-amounts.ts';
import type { Token } from './retention-lexer.ts';
import { type Bound, durs, type Join, newPart, type Part, type Role, type Slot } from './retention-parts.ts';

/** `case`: the words that follow name a case, until a period or the clause ends it. `refer`: they name what decides. */
export type Mode = 'plain' | 'case' | 'refer';

export class Builder {
  readonly parts: Part[] = [newPart('first')];
  part: Part = this.parts[0] as Part;
  /** The event that is being read, and the word that led to it. */
  slot: Slot | undefined;
  role: Role | undefined;
  /** It was a word such as "on", which mostly leads to something else. */
  weak = false;
  /** The next event is joined to the one before by "and". */
  and = false;
  /** "at least", "about" that stand before their period. */
  bound: Bound | undefined;
  about = false;
  mode: Mode = 'plain';
  /** "only …": a case, if one is named. */
  only = false;
  /** The words of a case belong to an exception. */
  excepting = false;

  /** Whether an event is being read, or is to come because a word has led to it. */
  get led(): boolean {
    return this.slot?.role !== undefined || this.role !== undefined;
  }

  close(): void {
    if (this.slot) this.part.elements.push(this.slot);
    this.slot = undefined;
    this.role = undefined;
    this.and = false;
  }

  next(join: Join): void {
    this.close();
    this.part = newPart(join);
    this.parts.push(this.part);
    this.bound = undefined;
    this.mode = 'plain';
  }

  open(): Slot {
    if (!this.slot) {
      const how = { ...(this.role === undefined ? {} : { role: this.role }), ...(this.bound === undefined ? {} : { bound: this.bound }), ...(this.weak && this.role === 'at' ? { weak: true as const } : {}) };
      this.slot = { s: 'slot', pieces: [], negated: false, unread: 0, refers: false, and: this.and, labels: [], ...how };
    }
    this.bound = undefined;
    return this.slot;
  }

  lead(role: Role, weak: boolean): void {
    this.close();
    this.role = role;
    this.weak = weak;
    this.mode = 'plain';
  }

  amount(amount: Amount): void {
    if (this.part.change && this.part.change.amount === undefined) {
      this.part.change.amount = amount;
      return;
    }
    const lead = this.slot ? undefined : this.role;
    this.close();
    if (lead === 'before') this.bound = this.denial() ? 'min' : 'max';
    this.part.elements.push({ s: 'dur', amount, about: this.about, ...(this.bound === undefined ? {} : { bound: this.bound }), ...(lead === undefined ? {} : { lead }) });
    this.bound = undefined;
    this.about = false;
    this.mode = 'plain';
  }

  age(years: number): void {
    this.open().age = years;
    this.close();
  }

  date(day: string | undefined): void {
    const role = this.slot?.role ?? this.role;
    this.part.dates.push({ ...(day === undefined ? {} : { day }), ...(role === undefined ? {} : { role }) });
    this.close();
  }

  plus(): void {
    this.close();
    this.part.elements.push({ s: 'plus' });
    this.mode = 'plain';
  }

  /** A word of denial before a period turns its bound: "not deleted before", "not kept longer than". It is used up. */
  denial(): boolean {
    const denied = this.part.negated || this.part.marks.has('none') || this.part.marks.has('indefinite');
    this.part.negated = false;
    this.part.marks.delete('none');
    this.part.marks.delete('indefinite');
    return denied;
  }

  /** Something that no list knows. */
  unread(): void {
    if (this.mode === 'case') this.part.conditional ||= this.only;
    if (this.mode !== 'plain') return;
    if (this.slot?.role !== undefined || (this.role !== undefined && this.role !== 'at' && !this.and)) this.open().unread += 1;
    else this.part.unread += 1;
  }

  piece(token: Token, labels: readonly (string | undefined)[]): void {
    const slot = this.open();
    slot.pieces.push(token);
    for (const label of labels) if (label !== undefined) slot.labels.push(label);
  }

  target(target: string): void {
    this.part.targets.push(target);
    if (this.led && this.role !== 'at' && target !== 'party') this.open().refers = true;
  }

  condition(label: string, denied: boolean): void {
    (this.mode === 'case' && this.excepting ? this.part.excepted : this.part.conditions).push(denied ? `not_${label}` : label);
  }

  get hasPeriod(): boolean {
    return durs(this.part).length > 0;
  }
}
