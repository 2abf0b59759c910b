/** Turns numbers and units into periods, ranges and ages: "ten (10) years", "5 Monate – 1 Jahr", "1,5 ans", "25th birthday". */
import { type Period, parseDuration } from '../core/period.ts';
import { sense, senseAnywhere, type Token } from './retention-lexer.ts';

export type AmountDoubt = 'uncountable' | 'begun-hours' | 'two-numbers';

export interface Amount {
  readonly t: 'amount';
  min?: Period;
  max?: Period;
  readonly doubt?: AmountDoubt;
}

export type Item = Exclude<Token, { t: 'iso' }> | Amount | { readonly t: 'age'; readonly years: number };

const DAYS: Readonly<Record<Period['unit'], number>> = { hours: 1 / 24, days: 1, 'working-days': 1.4, weeks: 7, months: 30.436875, years: 365.2425 };

/** More of a unit cannot be written as a duration. */
const MOST = 9999;

/** About how many days a period has: only to compare two of them. */
export const roughDays = ({ n, unit }: Period): number => n * DAYS[unit];

/** A number of units as one period; a fraction goes to the next smaller unit if it fits there ("1.5 years" are 18 months). */
function periodOf(n: number, unit: string): { period?: Period; doubt?: AmountDoubt } {
  if (unit === 'PT1M' || unit === 'PT1S') return { period: { n: Math.ceil(n / (unit === 'PT1M' ? 60 : 3600)), unit: 'hours' }, doubt: 'begun-hours' };
  const base = parseDuration(unit);
  if (!base || !Number.isFinite(n)) return { doubt: 'uncountable' };
  const total = n * base.n;
  const smaller: Partial<Record<Period['unit'], [number, Period['unit']]>> = { years: [12, 'months'], weeks: [7, 'days'], days: [24, 'hours'] };
  const [times, finer] = Number.isInteger(total) ? [1, base.unit] : (smaller[base.unit] ?? [1, base.unit]);
  const count = Math.round(total * times * 1e6) / 1e6;
  return Number.isInteger(count) && count <= MOST ? { period: { n: count, unit: finer } } : { doubt: 'uncountable' };
}

/** Two periods that follow each other ("1 year 6 months"), where one unit can hold both. */
export function sum(a: Period, b: Period): Period | undefined {
  const months = [a, b].map((p) => (p.unit === 'years' ? p.n * 12 : p.unit === 'months' ? p.n : undefined));
  const days = [a, b].map((p) => (p.unit === 'weeks' ? p.n * 7 : p.unit === 'days' ? p.n : undefined));
  const hours = [a, b].map((p, i) => (p.unit === 'hours' ? p.n : days[i] === undefined ? undefined : days[i] * 24));
  const within = (n: number, unit: Period['unit']): Period | undefined => (n > MOST ? undefined : { n, unit });
  if (a.unit === b.unit) return within(a.n + b.n, a.unit);
  for (const [unit, parts] of [['months', months], ['days', days], ['hours', hours]] as const) {
    if (parts[0] !== undefined && parts[1] !== undefined) return within(parts[0] + parts[1], unit);
  }
  return undefined;
}

/** An ISO 8601 duration of several units, folded: "p1y6m". */
function isoPeriod(text: string): { period?: Period; doubt?: AmountDoubt } {
  const m = /^p(?:([\d.,]+)y)?(?:([\d.,]+)m)?(?:([\d.,]+)w)?(?:([\d.,]+)d)?(?:t(?:([\d.,]+)h)?(?:([\d.,]+)m)?(?:([\d.,]+)s)?)?$/.exec(text);
  const units = ['P1Y', 'P1M', 'P1W', 'P1D', 'PT1H', 'PT1M', 'PT1S'];
  let all: { period?: Period; doubt?: AmountDoubt } | undefined;
  for (const [i, unit] of units.entries()) {
    const digits = m?.[i + 1];
    if (digits === undefined) continue;
    const part = periodOf(Number(digits.replace(',', '.')), unit);
    const both = all?.period && part.period ? sum(all.period, part.period) : part.period;
    all = both === undefined ? { doubt: 'uncountable' } : { period: both, ...(part.doubt ? { doubt: part.doubt } : {}) };
    if (all.doubt === 'uncountable') return all;
  }
  return all ?? { doubt: 'uncountable' };
}

/** More is no age. */
const OLDEST = 150;

class Reader {
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  /** The unit at a place; one that means different things in different languages only where the language is clear. */
  private unit(i: number): string | undefined {
    const token = this.tokens[i];
    if (token?.t !== 'word') return undefined;
    const own = new Set(token.readings.filter((r) => r.of === 'unit').map((r) => r.is));
    const any = own.size > 0 ? own : new Set(token.any.filter((r) => r.of === 'unit').map((r) => r.is));
    return any.size === 1 ? [...any][0] : undefined;
  }

  /** Where the unit of a number stands: directly after it, or after one word such as "full" or "calendar". */
  private unitAfter(i: number): { unit: string; next: number } | undefined {
    for (const skip of [0, 1]) {
      const unit = this.unit(i + skip);
      if (unit !== undefined) return { unit, next: i + skip + 1 };
      if (sense(this.tokens[i], 'noise') === undefined && sense(this.tokens[i], 'bound', 'about') === undefined) return undefined;
    }
    return undefined;
  }

  private words(i: number): { n: number; next: number } | undefined {
    let value: number | undefined;
    let next = i;
    for (;;) {
      const at = value !== undefined && sense(this.tokens[next], 'join', 'and') !== undefined ? next + 1 : next;
      const word = senseAnywhere(this.tokens[at], 'number');
      const n = Number(word);
      if (word === undefined) break;
      if (value === undefined) value = n;
      else if (value < 10 && (n === 10 || n === 100)) value *= n;
      else if ((value >= 20 && value % 10 === 0 && n < 10) || (value >= 10 && value % 10 === 0 && n < 10 && at === next) || (value >= 100 && n < 100)) value += n;
      else break;
      next = at + 1;
    }
    return value === undefined ? undefined : { n: value, next };
  }

  /** A number in digits or words, or in both: "ten (10)". `NaN` where the two differ. */
  private quantity(i: number): { n: number; next: number } | undefined {
    const token = this.tokens[i];
    const first = token?.t === 'number' ? { n: token.n, next: i + 1 } : senseAnywhere(token, 'one') !== undefined && (this.unit(i + 1) !== undefined || this.isLink(i + 1)) ? { n: 1, next: i + 1 } : this.words(i);
    if (!first || this.tokens[first.next]?.t !== 'open') return first;
    const inner = this.tokens[first.next + 1];
    const second = inner?.t === 'number' ? { n: inner.n, next: first.next + 2 } : this.words(first.next + 1);
    if (!second || this.tokens[second.next]?.t !== 'close' || !(this.unitAfter(second.next + 1) || this.isLink(second.next + 1))) return first;
    return { n: first.n === second.n ? first.n : Number.NaN, next: second.next + 1 };
  }

  /** "to", "bis", a dash; after "between" also "and". */
  private isLink(i: number, between = false): boolean {
    const token = this.tokens[i];
    return (token?.t === 'sep' && token.is === 'dash') || senseAnywhere(token, 'bound', 'range') !== undefined || (between && senseAnywhere(token, 'join', 'and') !== undefined);
  }

  /** "and a half", before or after the unit. */
  private half(i: number): boolean {
    return senseAnywhere(this.tokens[i], 'half') !== undefined;
  }

  private between(i: number): boolean {
    return senseAnywhere(this.tokens[i - 1], 'bound', 'between') !== undefined;
  }

  /** "25th birthday", "18 years of age", "age of 25". */
  private age(i: number): { item: Item; next: number } | undefined {
    const named = sense(this.tokens[i], 'age', 'age') !== undefined;
    const number = this.quantity(named ? i + 1 : i);
    if (!number || !Number.isInteger(number.n) || number.n > OLDEST) return undefined;
    // "until 18 years old" is an age; what is 5 years old may be a record.
    const old = senseAnywhere(this.tokens[i - 1], 'role') === undefined ? undefined : senseAnywhere(this.tokens[number.next], 'age', 'old');
    const word = senseAnywhere(this.tokens[number.next], 'age', 'birthday') ?? old;
    if (word === undefined && !named) return undefined;
    const years = this.unitAfter(number.next);
    if (named && word === undefined && years !== undefined && years.unit !== 'P1Y') return undefined;
    return { item: { t: 'age', years: number.n }, next: word === undefined ? (years?.next ?? number.next) : number.next + 1 };
  }

  /** A period without a range: number and unit, and what adds to it. */
  private simple(i: number): { period?: Period; doubt?: AmountDoubt; next: number } | undefined {
    const token = this.tokens[i];
    if (token?.t === 'iso') return { ...isoPeriod(token.text), next: i + 1 };
    const span = senseAnywhere(token, 'span');
    if (span !== undefined) return { period: parseDuration(span) as Period, next: i + 1 };
    const number = this.quantity(i);
    const inner = number !== undefined && this.half(number.next);
    const unit = number && this.unitAfter(number.next + (inner ? 1 : 0));
    // "the third year" is no period of three years.
    if (!number || !unit || (token?.t === 'number' && token.ordinal)) return undefined;
    const half = inner || this.half(unit.next) ? 0.5 : 0;
    const read = Number.isNaN(number.n) ? { doubt: 'two-numbers' as const } : periodOf(number.n + half, unit.unit);
    return this.added({ ...read, next: unit.next + (half > 0 && !inner ? 1 : 0) });
  }

  /** "1 year and 6 months". */
  private added(first: { period?: Period; doubt?: AmountDoubt; next: number }): { period?: Period; doubt?: AmountDoubt; next: number } {
    const plus = sense(this.tokens[first.next], 'join', 'plus') !== undefined;
    const at = plus || sense(this.tokens[first.next], 'join', 'and') !== undefined ? first.next + 1 : first.next;
    const number = this.quantity(at);
    const unit = number && this.unitAfter(number.next);
    const more = unit && first.period && periodOf(number.n, unit.unit).period;
    if (!more || !first.period || (!plus && (DAYS[more.unit] >= DAYS[first.period.unit] || roughDays(more) >= roughDays({ n: 1, unit: first.period.unit }) * 2))) return first;
    const both = sum(first.period, more);
    return both ? { period: both, next: unit.next } : { doubt: 'uncountable', next: unit.next };
  }

  /** A period or a range. */
  amount(i: number): { item: Amount; next: number } | undefined {
    const short = this.shortRange(i);
    if (short) return short;
    const first = this.simple(i);
    if (!first) return undefined;
    const second = this.isLink(first.next, this.between(i)) ? this.simple(first.next + 1) : undefined;
    if (first.period && second?.period && roughDays(first.period) < roughDays(second.period)) return { item: { t: 'amount', min: first.period, max: second.period }, next: second.next };
    return { item: { t: 'amount', ...(first.period ? { min: first.period, max: first.period } : {}), ...(first.doubt ? { doubt: first.doubt } : {}) }, next: first.next };
  }

  /** "30-90 days": the unit stands once. "5+ years": at least. */
  private shortRange(i: number): { item: Amount; next: number } | undefined {
    const first = this.quantity(i);
    if (!first) return undefined;
    if (sense(this.tokens[first.next], 'join', 'plus') !== undefined) {
      const open = this.unit(first.next + 1);
      const { period } = open === undefined ? {} : periodOf(first.n, open);
      return period && { item: { t: 'amount', min: period }, next: first.next + 2 };
    }
    if (!this.isLink(first.next, this.between(i))) return undefined;
    const second = this.quantity(first.next + 1);
    const unit = second && this.unitAfter(second.next);
    if (!unit) return undefined;
    const [min, max] = [periodOf(first.n, unit.unit).period, periodOf(second.n, unit.unit).period];
    return min && max && roughDays(min) < roughDays(max) ? { item: { t: 'amount', min, max }, next: unit.next } : undefined;
  }

  /** "3 or 5 years": the number whose unit stands after the other one. */
  private choice(i: number): { item: Amount; next: number } | undefined {
    const first = this.quantity(i);
    if (!first || sense(this.tokens[first.next], 'join', 'or') === undefined) return undefined;
    const second = this.quantity(first.next + 1);
    const unit = second && this.unitAfter(second.next);
    const { period } = unit ? periodOf(first.n, unit.unit) : {};
    return period && { item: { t: 'amount', min: period, max: period }, next: first.next };
  }

  read(): Item[] {
    const items: Item[] = [];
    for (let i = 0; i < this.tokens.length; ) {
      const token = this.tokens[i] as Token;
      const found = this.age(i) ?? this.amount(i) ?? this.choice(i);
      if (found) {
        items.push(found.item);
        i = found.next;
      } else {
        items.push(token.t === 'iso' ? { t: 'unread' } : token);
        i += 1;
      }
    }
    return items;
  }
}

export function readAmounts(tokens: readonly Token[]): Item[] {
  return new Reader(tokens).read();
}
