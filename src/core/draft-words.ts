/** How a draft speaks: the language, dates and numbers of one letter. Every word is data (breach-drafts.json). */
import type { Amount } from './breach-facts.ts';
import type { Count } from './condition.ts';
import { type Day, type Instant, type Moment, type Zone, civil, formatLocal, parseDay, parseMoment } from './date.ts';
import type { Places } from './places.ts';

export type Language = 'en' | 'ja';

/** Which template a notice is written with. The first entry that fits wins; `extra` ones are written besides. */
export interface DraftRule {
  /** The template's file name without `.md`. */
  id: string;
  /** What the letter is, for the title of its page. */
  title: string;
  laws?: readonly string[];
  /** The beginning of a jurisdiction's code: `US-`. */
  within?: string;
  audiences?: readonly string[];
  variant?: string;
  /** Only for this part of a notice that is given in parts; one draft for each such part that is open. */
  phase?: string;
  extra?: true;
  language?: Language;
  /** `us`: March 3, 2026, on the paper of the United States. */
  dates?: 'us';
  /** It speaks to the person: `your name`, not `names`. */
  you?: true;
}

/** Whom a letter names as a third party, such as a credit reporting agency. */
export interface ThirdParty {
  name: string;
  phone?: string;
  address?: string;
  web?: string;
  verified: boolean;
  checkedOn: string;
}

export interface DraftTable {
  templates: readonly DraftRule[];
  /** Kinds of data: to the person, and in Japanese. */
  elements: Readonly<Record<string, { you: string; en: string; ja: string }>>;
  words: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  months: readonly string[];
  /** Facts in words, for what no law asks for by itself. */
  facts: Readonly<Record<string, string>>;
  parties: Readonly<Record<string, ThirdParty>>;
}

/** One language with its way of writing dates and numbers. */
export class Speech {
  readonly language: Language;
  readonly zone: Zone;
  private readonly table: DraftTable;
  private readonly rule: DraftRule;
  private readonly places: Places;

  constructor(table: DraftTable, rule: DraftRule, zone: Zone, places: Places) {
    this.places = places;
    this.table = table;
    this.rule = rule;
    this.zone = zone;
    this.language = rule.language ?? 'en';
  }

  /** A word of the program; a code that has none is shown as it is. */
  word(key: string, values: Readonly<Record<string, string>> = {}): string {
    const text = this.table.words[this.language][key] ?? key.slice(key.lastIndexOf('.') + 1);
    return text.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
  }

  /** A word for the organisation's own sheets, which are in English whatever the letter speaks. */
  english(key: string): string {
    return this.table.words.en[key] ?? key;
  }

  /** Parties that a text names and whose address nobody has compared. */
  unverified(text: string): string[] {
    return Object.values(this.table.parties).filter((p) => !p.verified && text.includes(p.name)).map((p) => p.name);
  }

  place(code: string): string {
    return this.places[code]?.name ?? code;
  }

  element(code: string): string {
    const words = this.table.elements[code];
    return words === undefined ? code : this.language === 'ja' ? words.ja : this.rule.you ? words.you : words.en;
  }

  day(day: Day): string {
    const { year, month, day: ofMonth } = civil(day);
    const name = this.table.months[month - 1] ?? '';
    if (this.language === 'ja') return `${year}年${month}月${ofMonth}日`;
    return this.rule.dates === 'us' ? `${name} ${ofMonth}, ${year}` : `${ofMonth} ${name} ${year}`;
  }

  moment(moment: Moment): string {
    if ('day' in moment) return this.day(moment.day);
    const [date, time] = this.wall(moment);
    return this.word('at', { day: this.day(parseDay(date) ?? 0), time, zone: this.zone });
  }

  /** The date and the time of day in the zone of this letter. */
  private wall({ instant }: { instant: Instant }): [string, string] {
    const [date = '', time = ''] = formatLocal(instant, this.zone).split(' ');
    return [date, time];
  }

  /** The day of a recorded time as it was written down, so that every letter names the same day wherever it goes. */
  recordedDay(text: string): string | undefined {
    const day = parseDay(text.slice(0, 10));
    return day === undefined || parseMoment(text) === undefined ? undefined : this.day(day);
  }

  /** A recorded time as it was written down, and what it is in the zone of this letter where that is another. */
  recorded(text: string): string | undefined {
    const [moment, day] = [parseMoment(text), this.recordedDay(text)];
    if (!moment || day === undefined || 'day' in moment) return day;
    const [time, offset] = [text.slice(11, 16), /[Zz]$/.test(text) ? '' : text.slice(-6)];
    const [there, at] = this.wall(moment);
    if (there === text.slice(0, 10) && at === time) return this.word('at', { day, time, zone: this.zone });
    return this.word('atBoth', { day, time, offset, there: `${there === text.slice(0, 10) ? '' : `${this.day(parseDay(there) ?? 0)}${this.language === 'ja' ? ' ' : ', '}`}${at}`, zone: this.zone });
  }

  number(n: number): string {
    return String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');
  }

  /** A recorded number; an estimate says that it is one. */
  amount({ n, precision, upTo }: Amount): string | undefined {
    if (n === undefined) return upTo === undefined ? undefined : this.word('amount.atMost', { n: this.number(upTo) });
    if (precision === 'exact' || (upTo === n && precision === undefined)) return this.number(n);
    if (upTo !== undefined && upTo > n) return this.word('amount.aboutTo', { n: this.number(n), upTo: this.number(upTo) });
    return this.word('amount.about', { n: this.number(n) });
  }

  /** A number that was added up of several. */
  count({ n, upTo }: Count): string {
    if (upTo === n) return this.number(n);
    return upTo === undefined ? this.word('amount.atLeast', { n: this.number(n) }) : this.word('amount.span', { n: this.number(n), upTo: this.number(upTo) });
  }

  /** `a, b and c`. */
  list(texts: readonly string[]): string {
    const last = texts.at(-1) ?? '';
    return texts.length < 2 ? last : `${texts.slice(0, -1).join(this.word('list.comma'))}${this.word('list.and')}${last}`;
  }

  third(name: string): ThirdParty | undefined {
    return this.table.parties[name];
  }

  /** What a fact is, for a gap that no law names. */
  fact(path: string): string {
    return this.table.facts[path] ?? this.table.facts[path.slice(0, path.lastIndexOf('.'))] ?? path;
  }
}
