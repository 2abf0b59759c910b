/** The grammar of retention texts: reads words, periods and signs from left to right into parts. */
import type { Amount, Item } from './retention-amounts.ts';
import { isPiece } from './retention-events.ts';
import { sense, senseAnywhere, type Token } from './retention-lexer.ts';
import { type Bound, type Dur, durs, type Join, newPart, type Part, type Role, type Slot, slots } from './retention-parts.ts';
import { ahead, grouped, inlined, isStrong, type Tree } from './retention-tree.ts';

type Mode = 'plain' | 'case' | 'refer';

class Scanner {
  readonly parts: Part[] = [newPart('first')];
  private readonly tree: readonly Tree[];
  private part: Part = this.parts[0] as Part;
  private slot: Slot | undefined;
  private role: Role | undefined;
  private weak = false;
  /** The events before "or" were denied: "as long as not … or not …". */
  private denied = false;
  private bound: Bound | undefined;
  private about = false;
  private and = false;
  private mode: Mode = 'plain';
  private citing = false;
  /** "only …": a case, if one is named. */
  private only = false;
  /** "without", "not": a case that is denied. */
  private deny = false;
  private at = 0;

  constructor(tree: readonly Tree[]) {
    this.tree = tree;
  }

  scan(): Part[] {
    for (this.at = 0; this.at < this.tree.length; this.at += 1) {
      const item = this.tree[this.at] as Tree;
      const within = item.t === 'sep' && this.citing && this.tree[this.at + 1]?.t === 'number';
      if (within) continue;
      if (item.t !== 'number' && item.t !== 'group' && item.t !== 'unread') this.citing = false;
      switch (item.t) {
        case 'amount': this.amount(item); break;
        case 'age': this.age(item.years); break;
        case 'date': this.date(item.day); break;
        case 'number': this.number(item.n); break;
        case 'group': this.group(item.items); break;
        case 'sep': this.separator(item); break;
        case 'inline': this.close(); this.mode = 'plain'; this.part.inlined = true; break;
        case 'word': this.word(item); break;
        default: this.unread();
      }
    }
    this.close();
    return this.parts;
  }

  private close(): void {
    if (this.slot) this.part.elements.push(this.slot);
    this.slot = undefined;
    this.role = undefined;
    this.and = false;
  }

  private next(join: Join): void {
    this.close();
    this.part = newPart(join);
    this.parts.push(this.part);
    this.bound = undefined;
    this.mode = 'plain';
  }

  private open(): Slot {
    this.slot ??= { s: 'slot', pieces: [], negated: false, unread: 0, refers: false, and: this.and, labels: [], ...(this.role === undefined ? {} : { role: this.role }), ...(this.bound === undefined ? {} : { bound: this.bound }), ...(this.weak && this.role === 'at' ? { weak: true } : {}) };
    this.bound = undefined;
    return this.slot;
  }

  private ahead(): { found: boolean; near: boolean } {
    return ahead(this.tree, this.at + 1);
  }

  private amount(amount: Amount): void {
    if (this.part.change && this.part.change.amount === undefined) {
      this.part.change.amount = amount;
      return;
    }
    const lead = this.slot ? undefined : this.role;
    this.close();
    this.part.elements.push({ s: 'dur', amount, about: this.about, ...(this.bound === undefined ? {} : { bound: this.bound }), ...(lead === undefined ? {} : { lead }) });
    this.bound = undefined;
    this.about = false;
    this.mode = 'plain';
  }

  private age(years: number): void {
    const slot = this.open();
    slot.age = years;
    this.close();
  }

  private date(day: string | undefined): void {
    const role = this.slot?.role ?? this.role;
    this.part.dates.push({ ...(day === undefined ? {} : { day }), ...(role === undefined ? {} : { role }) });
    this.close();
  }

  /** A number without a unit: of a citation, or of "extendable to 7", else one that was not read. */
  private number(n: number): void {
    if (this.part.change && this.part.change.n === undefined) this.part.change.n = n;
    else if (!this.citing && !this.lawful(this.at - 1) && !this.lawful(this.at + 1) && !this.part.marks.has('recommended')) this.part.numbers += 1;
  }

  private lawful(i: number): boolean {
    const item = this.tree[i];
    return item?.t === 'word' && (sense(item, 'target', 'law') !== undefined || senseAnywhere(item, 'cite') !== undefined);
  }

  private group(items: readonly Item[]): void {
    if (this.citing && !items.some((i) => i.t === 'amount' || i.t === 'word')) return;
    const parts = new Scanner(items).scan();
    for (const part of parts) for (const slot of slots(part)) slot.explains = true;
    this.part.groups.push(parts);
  }

  private separator(item: Tree & { t: 'sep' }): void {
    const { is } = item;
    const marked = durs(this.part).length > 0 && this.ahead().found;
    const content = this.part.elements.length > 0 || this.slot !== undefined || this.part.marks.size > 0 || this.part.refers || this.part.targets.length > 0;
    if (is === 'slash') this.next('slash');
    else if (isStrong(item) || (is === 'dash' && content && this.role === undefined)) this.next('clause');
    else if (is === 'comma' && marked) this.next('comma');
    else this.close();
    this.mode = 'plain';
  }

  private unread(): void {
    if (this.mode === 'case') this.part.conditional ||= this.only;
    if (this.mode !== 'plain' || this.citing) return;
    if (this.slot?.role !== undefined || (this.role !== undefined && this.role !== 'at' && !this.and)) this.open().unread += 1;
    else this.part.unread += 1;
  }

  private word(token: Token): void {
    const deny = this.deny;
    this.deny &&= sense(token, 'noise') !== undefined;
    if (this.connects(token) || this.leads(token)) return;
    const inSlot = this.slot?.role !== undefined || this.role !== undefined;
    const label = [sense(token, 'condition'), sense(token, 'object')];
    if (this.mode === 'case') {
      this.part.conditional ||= this.only && sense(token, 'noise') === undefined;
      if (sense(token, 'target') !== undefined && label[0] === undefined) this.part.targets.push(sense(token, 'target') as string);
      if (label[0] !== undefined) this.part.conditions.push(deny ? `not_${label[0]}` : label[0]);
      else if (label[1] !== undefined) this.part.objects.push(label[1]);
      this.deny ||= sense(token, 'mark', 'not') !== undefined;
      return;
    }
    if (this.mode === 'refer') {
      const target = sense(token, 'target') ?? (sense(token, 'thing', 'contract') ?? sense(token, 'refer', 'row'));
      if (target !== undefined) this.part.targets.push(target);
      return;
    }
    const mark = sense(token, 'mark');
    const next = this.tree[this.at + 1];
    if (mark === 'not' && !inSlot && next?.t === 'word' && sense(next, 'condition') !== undefined) {
      this.deny = true;
      return;
    }
    if (deny && label[0] !== undefined) {
      this.part.conditions.push(`not_${label[0]}`);
      return;
    }
    if (isPiece(token) && !(mark !== undefined && mark !== 'delete' && mark !== 'anonymise' && !inSlot)) {
      this.piece(token, label, inSlot ? undefined : mark);
      return;
    }
    if (mark === 'not' && inSlot) this.open().negated = true;
    else if (mark === 'not') this.part.negated ||= !(this.denied && this.part.join === 'or');
    else if (mark === 'keeps' && this.tree[this.at - 1]?.t === 'unread') this.part.byOthers = true;
    else if (mark === 'current') this.piece(token, [], mark);
    else if (mark !== undefined) this.mark(mark);
    else if (sense(token, 'target') !== undefined) this.target(sense(token, 'target') as string, inSlot);
    else if (label[0] !== undefined) this.part.conditions.push(label[0]);
    else if (label[1] !== undefined) this.part.objects.push(label[1]);
    else if (!['noise', 'bound', 'one', 'unit', 'refer', 'age', 'cite', 'number', 'half', 'role', 'post', 'join', 'keeps'].some((of) => sense(token, of) !== undefined)) this.unread();
    else if (sense(token, 'unit') !== undefined && sense(token, 'noise') === undefined) this.mark('vague-unit');
  }

  private target(target: string, inSlot: boolean): void {
    this.part.targets.push(target);
    if (inSlot && this.role !== 'at' && target !== 'party') this.open().refers = true;
  }

  private mark(mark: string): void {
    this.part.marks.add(mark);
  }

  private piece(token: Token, label: readonly (string | undefined)[], mark: string | undefined): void {
    const slot = this.open();
    slot.pieces.push(token);
    for (const name of label) if (name !== undefined) slot.labels.push(name);
    if (mark !== undefined) this.mark(mark);
    if (sense(token, 'target') !== undefined) this.part.targets.push(sense(token, 'target') as string);
  }

  /** Words that join parts, and words that say on which case, law or row a part hangs. */
  private connects(token: Token): boolean {
    const join = sense(token, 'join');
    if (join === 'earliest' || join === 'latest') this.part.order = join;
    else if (join === 'or') {
      this.close();
      this.denied = slots(this.part).some((s) => s.negated);
      this.next('or');
    }
    else if (join === 'then' || sense(token, 'symbol', 'arrow') !== undefined) this.next('then');
    else if (join === 'plus') this.plus();
    else if (join === 'and') this.conjunction();
    else return this.qualifies(token);
    return true;
  }

  private plus(): void {
    this.close();
    this.part.elements.push({ s: 'plus' });
    this.mode = 'plain';
  }

  /** "contract term and 6 years thereafter" adds; "10 years for X and 6 years for Y" lists; "after X and Y" names two events. */
  private conjunction(): void {
    const { found, near } = this.ahead();
    const has = durs(this.part).length > 0;
    const role = this.slot?.role ?? (this.slot ? undefined : this.role);
    if (found && has) this.next('comma');
    else if (found && near) this.plus();
    else if (this.slot?.role !== undefined) {
      this.close();
      this.role = role;
      this.and = true;
    } else if (this.mode === 'plain' && !this.slot) this.role = role;
    else this.close();
  }

  private qualifies(token: Token): boolean {
    const kind = sense(token, 'if');
    if (kind === 'unless' && !(this.part.join === 'except' && this.part.elements.length === 0)) this.next('except');
    if (kind === 'if' || kind === 'unless' || kind === 'longer' || (kind === 'only' && !this.ahead().near)) {
      const late = durs(this.part).length > 0;
      this.close();
      if (kind === 'if') this.part.conditional = true;
      else if (kind === 'longer') this.part.exception ||= late || this.part.join !== 'first';
      this.only = kind === 'only';
      this.mode = 'case';
    } else if (kind === 'extend' || kind === 'reduce' || kind === 'extend-by') this.part.change = { how: kind === 'reduce' ? 'reduced' : 'extended' };
    else if (kind === undefined) return this.refers(token);
    return true;
  }

  private refers(token: Token): boolean {
    const next = this.tree[this.at + 1];
    if (senseAnywhere(token, 'cite') !== undefined && (next?.t === 'number' || this.lawful(this.at + 1)) && sense(token, 'role') === undefined) {
      this.citing = true;
      this.part.targets.push('law');
    } else if (sense(token, 'refer', 'row') !== undefined) {
      this.part.targets.push('row');
      this.part.refers ||= durs(this.part).length === 0;
    } else if ((sense(token, 'refer', 'per') !== undefined || (sense(token, 'refer', 'weak') !== undefined && next?.t === 'word' && sense(next, 'target') !== undefined)) && this.slot?.role === undefined) {
      this.close();
      this.part.refers ||= durs(this.part).length === 0;
      this.mode = 'refer';
    } else return false;
    return true;
  }

  /** Words that lead to an event or to a period. */
  private leads(token: Token): boolean {
    const bound = (sense(token, 'bound', 'min') ?? sense(token, 'bound', 'max') ?? sense(token, 'symbol', 'min') ?? sense(token, 'symbol', 'max')) as Bound | undefined;
    if (bound !== undefined && this.bounds(bound, token)) return true;
    if (sense(token, 'bound', 'about') !== undefined && this.ahead().near) {
      this.about = true;
      return true;
    }
    const post = sense(token, 'post') as Role | undefined;
    if (post !== undefined && this.follows(post)) return true;
    const role = sense(token, 'role') as Role | 'on' | undefined;
    const weak = role === 'on';
    if (role === undefined || ((role === 'at' || weak) && (this.slot?.role !== undefined || this.role !== undefined))) return false;
    this.close();
    this.role = weak ? 'at' : role;
    this.weak = weak;
    this.mode = 'plain';
    return true;
  }

  private bounds(bound: Bound, token: Token): boolean {
    const { found, near } = this.ahead();
    // "not kept (for) longer than" is a maximum.
    if (bound === 'min' && near && (this.part.marks.has('none') || this.part.negated)) {
      this.part.marks.delete('none');
      this.part.negated = false;
      this.bound = 'max';
      return true;
    }
    const last: Dur | undefined = durs(this.part).at(-1);
    const piece = isPiece(token) || sense(token, 'join') !== undefined;
    if (near || (found && !last)) {
      this.close();
      this.bound = bound;
    } else if (last && last.bound === undefined && !piece) last.bound = bound;
    else if (!last && !piece && this.slot === undefined) this.bound = bound;
    else return false;
    return true;
  }

  /** A word that stands after what it leads to: 契約終了"後", "account lifetime". */
  private follows(post: Role): boolean {
    const last = this.part.elements.at(-1);
    if (this.slot && this.slot.pieces.length > 0 && (this.slot.role === undefined || (this.slot.and && post !== this.slot.role))) {
      this.slot.and &&= this.slot.role === undefined;
      this.slot.role = post;
      if (post !== 'while') this.close();
    } else if (!this.slot && last?.s === 'dur') last.lead ??= post;
    else if (!this.slot && last?.s === 'slot' && last.role === undefined) last.role = post;
    else return false;
    return true;
  }
}

export function readParts(items: readonly Item[]): Part[] {
  return new Scanner(inlined(grouped(items))).scan();
}
