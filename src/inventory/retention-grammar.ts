/** The grammar of retention texts: reads words, periods and signs from left to right into parts. */
import type { Item } from './retention-amounts.ts';
import { Builder } from './retention-builder.ts';
import { isPiece } from './retention-events.ts';
import { sense, senseAnywhere, type Token } from './retention-lexer.ts';
import { type Bound, durs, type Part, type Role, slots } from './retention-parts.ts';
import { ahead, grouped, inlined, isStrong, type Tree } from './retention-tree.ts';

/** Words that change nothing where they stand alone. */
const QUIET = ['noise', 'bound', 'one', 'unit', 'refer', 'age', 'cite', 'number', 'half', 'role', 'post', 'join'];

class Scanner extends Builder {
  private readonly tree: readonly Tree[];
  private at = 0;
  /** The number of a provision follows. */
  private citing = false;
  /** "without", "not" before a case. */
  private deny = false;
  /** The events before "or" were denied: "as long as not … or not …". */
  private denied = false;

  constructor(tree: readonly Tree[]) {
    super();
    this.tree = tree;
  }

  scan(): Part[] {
    for (this.at = 0; this.at < this.tree.length; this.at += 1) {
      const item = this.tree[this.at] as Tree;
      if (this.citing && this.cited(item)) continue;
      this.citing = false;
      switch (item.t) {
        case 'amount': this.amount(item); break;
        case 'age': this.age(item.years); break;
        case 'date': this.date(item.day); break;
        case 'number': this.number(item.n); break;
        case 'group': this.part.groups.push(new Scanner(item.items).scan()); break;
        case 'sep': this.separator(item); break;
        case 'inline': this.close(); this.mode = 'plain'; this.part.inlined = true; break;
        case 'word': this.word(item); break;
        default: this.unread();
      }
    }
    this.close();
    return this.parts;
  }

  /** Still a part of "§ 147 Abs. 3", "45 CFR 164.316(b)(2)". */
  private cited(item: Tree): boolean {
    if (item.t === 'number' || item.t === 'unread') return true;
    if (item.t === 'sep') return this.tree[this.at + 1]?.t === 'number';
    return item.t === 'group' && !item.items.some((i) => i.t === 'amount' || i.t === 'word');
  }

  private word(token: Token): void {
    const denied = this.deny;
    this.deny &&= sense(token, 'noise') !== undefined;
    if (this.connects(token) || this.qualifies(token) || this.refers(token) || this.leads(token)) return;
    if (this.mode === 'case') this.inCase(token, denied);
    else if (this.mode === 'refer') this.inReference(token);
    else if (!this.denies(token, denied)) this.content(token);
  }

  private inCase(token: Token, denied: boolean): void {
    const [condition, object, target] = [sense(token, 'condition'), sense(token, 'object'), sense(token, 'target')];
    this.part.conditional ||= this.only && sense(token, 'noise') === undefined;
    if (condition !== undefined) this.condition(condition, denied);
    else if (target !== undefined) this.part.targets.push(target);
    else if (object !== undefined) this.part.objects.push(object);
    this.deny ||= sense(token, 'mark', 'not') !== undefined;
  }

  private inReference(token: Token): void {
    const target = sense(token, 'target') ?? sense(token, 'thing', 'contract') ?? sense(token, 'refer', 'row');
    if (target !== undefined) this.part.targets.push(target);
  }

  /** "without consent": the denied case is one of its own. */
  private denies(token: Token, denied: boolean): boolean {
    const [condition, next] = [sense(token, 'condition'), this.tree[this.at + 1]];
    if (denied && condition !== undefined) this.condition(condition, true);
    else if (sense(token, 'mark', 'not') !== undefined && !this.led && next?.t === 'word' && sense(next, 'condition') !== undefined) this.deny = true;
    else return false;
    return true;
  }

  /** A word that says something by itself: of an event, of what happens, of what decides, of the data. */
  private content(token: Token): void {
    const [mark, target, condition, object] = [sense(token, 'mark'), sense(token, 'target'), sense(token, 'condition'), sense(token, 'object')];
    const acts = mark === undefined || mark === 'delete' || mark === 'anonymise';
    if (isPiece(token) && (acts || this.led)) {
      if (mark !== undefined && !this.led) this.part.marks.add(mark);
      this.piece(token, [condition, object]);
      if (target !== undefined) this.part.targets.push(target);
    } else if (mark !== undefined) this.mark(mark, token);
    else if (target !== undefined) this.target(target);
    else if (condition !== undefined) this.condition(condition, false);
    else if (object !== undefined) this.part.objects.push(object);
    else if (!QUIET.some((of) => sense(token, of) !== undefined)) this.unread();
  }

  private mark(mark: string, token: Token): void {
    const { part, slot } = this;
    if (mark === 'not' && this.led) this.open().negated = true;
    else if (mark === 'not') part.negated ||= !(this.denied && part.join === 'or');
    else if (mark === 'zero' && this.tree.length > 1) part.negated = true;
    else if (mark === 'keeps' && this.tree[this.at - 1]?.t === 'unread') part.byOthers = true;
    else if (mark === 'current') this.piece(token, []);
    else if (mark === 'indefinite' && slot?.role === 'while') slot.unread += 1;
    else part.marks.add(mark === 'zero' ? 'none' : mark);
  }

  /** A number without a unit: of a citation, or of "extendable to 7", else one that was not read. */
  private number(n: number): void {
    const { part } = this;
    if (part.change && part.change.n === undefined) part.change.n = n;
    else if (this.slot?.role === 'after' || this.role === 'after') this.open().unread += 1;
    else if (!this.lawful(this.at - 1) && !this.lawful(this.at + 1) && !part.marks.has('recommended')) part.numbers += 1;
  }

  private lawful(i: number): boolean {
    const item = this.tree[i];
    return item?.t === 'word' && (sense(item, 'target', 'law') !== undefined || senseAnywhere(item, 'cite') !== undefined);
  }

  private separator(item: Tree & { t: 'sep' }): void {
    const { part } = this;
    const content = part.elements.length > 0 || this.slot !== undefined || part.marks.size > 0 || part.refers || part.targets.length > 0;
    if (item.is === 'slash') this.next('slash');
    else if (isStrong(item) || (item.is === 'dash' && content && this.role === undefined)) this.next('clause');
    else if (item.is === 'comma' && this.hasPeriod && (this.ahead().found || this.labelled())) this.next('comma');
    else this.close();
    this.mode = 'plain';
  }

  /** "…, marketing: until …": a label comes, with a colon. */
  private labelled(): boolean {
    const next = this.tree.slice(this.at + 1).find((item) => item.t === 'sep');
    return next?.t === 'sep' && next.is === 'colon';
  }

  private ahead(): { found: boolean; near: boolean } {
    return ahead(this.tree, this.at + 1);
  }

  /** Words that join parts. */
  private connects(token: Token): boolean {
    const join = sense(token, 'join');
    if (join === 'earliest' || join === 'latest') this.part.order = join;
    else if (join === 'or') {
      this.close();
      this.denied = slots(this.part).some((s) => s.negated);
      this.next('or');
    } else if (join === 'then' || sense(token, 'symbol', 'arrow') !== undefined) this.next('then');
    else if (join === 'plus') this.plus();
    else if (join === 'and') this.conjunction();
    else return false;
    return true;
  }

  /** "contract term and 6 years thereafter" adds; "10 years for X and 6 years for Y" lists; "after X and Y" names two events. */
  private conjunction(): void {
    const { found, near } = this.ahead();
    const role = this.slot?.role ?? (this.slot ? undefined : this.role);
    if (found && this.hasPeriod) this.next('comma');
    else if (found && near && (this.slot || slots(this.part).length > 0)) this.plus();
    else if (this.slot?.role !== undefined) {
      this.close();
      this.role = role;
      this.and = true;
    } else if (this.mode === 'plain' && !this.slot) this.role = role;
    else this.close();
  }

  /** Words that say in which case a part holds, or what may change it. */
  private qualifies(token: Token): boolean {
    const kind = sense(token, 'if');
    if (kind === undefined) return false;
    if (kind === 'extend' || kind === 'reduce' || kind === 'extend-by') {
      this.part.change = { how: kind === 'reduce' ? 'reduced' : 'extended', ...(kind === 'extend-by' ? { by: true } : {}) };
      return true;
    }
    if (kind === 'only' && this.ahead().near) return true;
    if (kind === 'unless') this.except();
    const late = this.hasPeriod;
    this.close();
    this.part.conditional ||= kind === 'if';
    this.part.exception ||= kind === 'longer' && (late || this.part.join !== 'first');
    this.only = kind === 'only';
    this.excepting = kind === 'longer' && late;
    this.mode = 'case';
    return true;
  }

  /** What follows is an exception; a clause that has said nothing yet is one itself: 法令に定めがある場合を"除く". */
  private except(): void {
    if (this.part.join !== 'first' && this.part.elements.length === 0 && !this.slot) this.part.join = 'except';
    else this.next('except');
  }

  /** Words that point elsewhere. After a period they are its reason. */
  private refers(token: Token): boolean {
    const next = this.tree[this.at + 1];
    const weak = sense(token, 'refer', 'weak') !== undefined && next?.t === 'word' && sense(next, 'target') !== undefined;
    if (senseAnywhere(token, 'cite') !== undefined && (next?.t === 'number' || this.lawful(this.at + 1)) && sense(token, 'role') === undefined) {
      this.citing = true;
      this.part.targets.push('law');
    } else if (sense(token, 'refer', 'row') !== undefined) {
      this.part.targets.push('row');
      this.part.refers ||= !this.hasPeriod;
    } else if ((weak || sense(token, 'refer', 'per') !== undefined) && this.slot?.role === undefined) {
      this.close();
      this.part.refers ||= !this.hasPeriod;
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
    if (role === undefined || ((role === 'at' || role === 'on') && this.led)) return false;
    this.lead(role === 'on' ? 'at' : role, role === 'on');
    return true;
  }

  /** "at least", before its period or after it. */
  private bounds(bound: Bound, token: Token): boolean {
    const { found, near } = this.ahead();
    const last = durs(this.part).at(-1);
    const piece = isPiece(token);
    if (bound === 'min' && near && this.denial()) this.bound = 'max';
    else if (near || (found && !last)) {
      this.close();
      this.bound = bound;
    } else if (last && last.bound === undefined && !piece) last.bound = bound;
    else if (!last && !piece && this.slot === undefined) this.bound = bound;
    else return false;
    return true;
  }

  /** A word that stands after what it leads to: 契約終了"後", "account lifetime". */
  private follows(post: Role): boolean {
    const { slot } = this;
    const last = this.part.elements.at(-1);
    if (slot && slot.pieces.length > 0 && (slot.role === undefined || (slot.and && post !== slot.role))) {
      slot.and &&= slot.role === undefined;
      slot.role = post;
      if (post !== 'while') this.close();
    } else if (!slot && last?.s === 'dur') {
      last.lead ??= post;
      last.trailing = true;
    } else if (!slot && last?.s === 'slot' && last.role === undefined) last.role = post;
    else return false;
    return true;
  }
}

export function readParts(items: readonly Item[]): Part[] {
  return new Scanner(inlined(grouped(items))).scan();
}
