/** What a letter lacks under a law, what it may not say, and what was left open in it; whoever wrote it. */
import type { Audience, BreachContent, BreachLaw, BreachTerm, FormatRule, Forbidden } from './breach-law.ts';
import { type Facts, evaluate } from './condition.ts';
import { type Day, formatDay } from './date.ts';
import { Times, fingerprintOf } from './fingerprint.ts';
import { sha256 } from './hash.ts';
import type { Citation } from './law.ts';
import { type LetterWords, type Topic, patternOf, topicOf, topicOfFact } from './letter-words.ts';
import type { Finding } from './report.ts';

/** A paragraph, a cell or a heading, as the reader sees it. */
export interface LetterBlock {
  text: string;
  /** The level of a heading; absent for other text. */
  heading?: number;
  /** It is an item of a list. */
  item?: true;
  line?: number;
}

export interface LetterText {
  path: string;
  blocks: readonly LetterBlock[];
  /** The smallest size of any text, in points, where the file says it. */
  leastPoint?: number;
}

/** What a law asks of one kind of letter. */
export interface LetterRules {
  law: string;
  audience: Audience;
  contents: readonly BreachContent[];
  forbidden: readonly Forbidden[];
  format: readonly FormatRule[];
}

/** The wordings in force on a day for an audience; of several notices to it the general one, or the `variant`. */
export function lettersOf(law: BreachLaw, audience: Audience, today: Day, variant?: string): LetterRules | undefined {
  const fitting = law.obligations.filter((o) => o.audience === audience);
  const obligation = variant === undefined ? (fitting.find((o) => o.variant === undefined) ?? fitting[0]) : fitting.find((o) => o.variant === variant);
  const day = formatDay(today);
  const terms = (obligation?.terms ?? []).filter((t) => t.status !== 'proposed' && t.from <= day && (t.until === undefined || day <= t.until));
  if (!obligation || terms.length === 0) return undefined;
  return { law: law.id, audience, ...askedBy(terms) };
}

/** What several wordings ask of a letter, each thing once. */
export function askedBy(terms: readonly BreachTerm[]): { contents: BreachContent[]; forbidden: Forbidden[]; format: FormatRule[] } {
  const once = <T extends { id: string }>(of: (t: BreachTerm) => readonly T[] | undefined): T[] => [...new Map(terms.flatMap((t) => of(t) ?? []).map((x) => [x.id, x])).values()];
  return { contents: once((t) => t.contents), forbidden: once((t) => t.forbidden), format: once((t) => t.format) };
}

/** `facts` of the breach decide what a law asks for under a condition; without them what the letter itself names does. */
export function lintLetter(letter: LetterText, rules: LetterRules, words: LetterWords, facts?: Facts): Finding[] {
  const lint = new Lint(letter, rules, words, facts);
  if (lint.isEmpty()) {
    lint.report('letter/unread', 'the file holds no text', 'unread', []);
    return lint.findings;
  }
  lint.placeholders();
  for (const content of rules.contents) lint.content(content);
  for (const rule of rules.forbidden) lint.forbidden(rule);
  for (const rule of rules.format) lint.format(rule);
  return lint.findings.toSorted((a, b) => (a.at.line ?? 0) - (b.at.line ?? 0));
}

class Lint {
  readonly findings: Finding[] = [];
  private readonly letter: LetterText;
  private readonly rules: LetterRules;
  private readonly words: LetterWords;
  private readonly facts: Facts;
  /** The facts are those of the breach, not only what the letter names. */
  private readonly sure: boolean;
  /** The blocks without gaps (a text that is only not shown is none), and all their text; that of headings, and that below them. */
  private readonly blocks: readonly LetterBlock[];
  private readonly text: string;
  private readonly titles: string;
  private readonly prose: string;
  private readonly times = new Times();

  constructor(letter: LetterText, rules: LetterRules, words: LetterWords, facts: Facts | undefined) {
    this.letter = letter;
    this.rules = rules;
    this.words = words;
    this.sure = facts !== undefined;
    this.blocks = letter.blocks.map((b) => ({ ...b, text: b.text.replace(/⟦(?!PERSONAL: )[^⟧]*⟧/g, '') })).filter((b) => !this.isDraftLine(b.text));
    this.text = textOf(this.blocks);
    this.titles = textOf(this.blocks.filter((b) => b.heading !== undefined));
    this.prose = textOf(this.blocks.filter((b) => b.heading === undefined));
    this.facts = facts ?? factsNamed(this.blocks, words);
  }

  private isDraftLine(text: string): boolean {
    return patternOf(this.words.draftLine, this.words.macros).test(text);
  }

  isEmpty(): boolean {
    return this.letter.blocks.every((b) => b.text.trim() === '');
  }

  placeholders(): void {
    const text = textOf(this.letter.blocks);
    const left = this.words.placeholders.filter(({ pattern }) => patternOf(pattern, {}).test(text));
    for (const block of this.letter.blocks) {
      if (this.isDraftLine(block.text)) this.report('letter/draft-line', 'the letter still has the line that says it is a draft', 'draft', [], block.line);
      for (const { says, pattern } of left) {
        if (patternOf(pattern, {}).test(block.text)) this.report('letter/placeholder', `a placeholder was left: ${says}`, says, [], block.line);
      }
    }
  }

  content(content: BreachContent): void {
    const { truth, missing } = content.when ? evaluate(content.when, this.facts) : { truth: true as boolean | undefined, missing: [] as string[] };
    if (truth === false || (truth === undefined && content.status === 'optional') || this.isDeclaredNone(content)) return;
    const said = this.isSaid(content);
    if (said === true) {
      if (this.sure && content.must && evaluate(content.must, this.facts).truth === false) this.report('letter/too-little', `what is recorded does not meet it: ${content.says}`, content.id, [content.citation]);
      return;
    }
    const notForAll = this.words.notForAll[content.id];
    if (content.status === 'optional') this.report('letter/optional', `not in the letter: ${content.says} (good practice)`, content.id, [content.citation]);
    else if (said === undefined) this.report('letter/open', `no words tell whether the letter has it: ${content.says}`, content.id, [content.citation]);
    else if (truth === undefined) this.report('letter/open', `not in the letter: ${content.says}; whether it has to be hangs on ${missing.join(', ')}`, content.id, [content.citation]);
    else if (notForAll !== undefined && !this.sure) this.report('letter/open', `not in the letter: ${content.says}; ${notForAll}`, content.id, [content.citation]);
    else this.report('letter/missing', `not in the letter: ${content.says}`, content.id, [content.citation]);
  }

  /** All its facts are known not to apply: an empty list among the facts of the breach. */
  private isDeclaredNone({ facts }: BreachContent): boolean {
    return this.sure && facts.length > 0 && facts.every((way) => way.split('+').some((path) => isNone(this.facts[path])));
  }

  /** `undefined` where no words are known that would tell. */
  private isSaid(content: BreachContent): boolean | undefined {
    if (content.facts.length === 0) {
      const topic = topicOf(content, this.rules.law, this.words);
      return topic === undefined ? undefined : this.speaksOf(topic, content);
    }
    return content.facts.some((way) => way.split('+').every((path) => {
      const topic = topicOfFact(path, this.words);
      return topic !== undefined && this.speaksOf(topic, content);
    }));
  }

  private speaksOf(name: string, content: BreachContent): boolean {
    const topic = this.words.topics[name];
    if (!topic) return false;
    if (topic.unseen || this.hasHeading(topic)) return true;
    const has = (text: string): boolean => patternOf(text, this.words.macros).test(this.prose);
    if (topic.all ? topic.all.every(has) : (topic.any ?? []).some(has)) return true;
    return content.status === 'if-known' && this.isDeclaredUnknown(topic);
  }

  private hasHeading({ headings }: Topic): boolean {
    const found = (headings ?? []).map((heading) => patternOf(heading, this.words.macros)).filter((pattern) => pattern.test(this.titles));
    return found.some((pattern) => this.blocks.some((b, i) => b.heading !== undefined && pattern.test(b.text) && this.hasText(i)));
  }

  /** There is text between a heading and the next. */
  private hasText(heading: number, others: readonly string[] = []): boolean {
    const next = this.blocks.findIndex((b, i) => i > heading && (b.heading !== undefined || others.some((o) => same(b.text, o))));
    const text = textOf(this.blocks.slice(heading + 1, next < 0 ? undefined : next));
    return /[a-z]{2}|\d/i.test(text) || /\p{L}{2}/u.test(text);
  }

  /** A sentence about it says that it is not known. */
  private isDeclaredUnknown({ subject }: Topic): boolean {
    if (subject === undefined) return false;
    const [about, unknown] = [patternOf(subject, this.words.macros), patternOf(this.words.unknown, this.words.macros)];
    return unknown.test(this.text) && this.blocks.some((b) => b.text.split(/(?<=[.!?。])\s/).some((s) => about.test(s) && unknown.test(s)));
  }

  forbidden({ id, says, patterns, citation }: Forbidden): void {
    for (const block of this.blocks) {
      if ((patterns ?? []).some((p) => patternOf(p, {}).test(block.text))) this.report('letter/forbidden', `the letter says what it may not: ${says}`, `${id}\n${sha256(block.text)}`, [citation], block.line);
    }
  }

  format(rule: FormatRule): void {
    const of = [rule.citation];
    const heads = this.blocks.filter((b) => b.heading !== undefined || [rule.title, ...(rule.headings ?? [])].some((h) => h !== undefined && same(b.text, h)));
    if (rule.title !== undefined && !same(heads[0]?.text ?? '', rule.title)) this.report('letter/title', `the first heading is not “${rule.title}”`, rule.id, of, heads[0]?.line);
    let last = -1;
    for (const heading of rule.headings ?? []) {
      const at = this.blocks.findIndex((b) => same(b.text, heading));
      if (at < 0) this.report('letter/heading', `the heading “${heading}” is missing`, `${rule.id}\n${heading}`, of);
      else if (!this.hasText(at, rule.headings)) this.report('letter/heading', `there is no text under the heading “${heading}”`, `${rule.id}\n${heading}`, of, this.blocks[at]?.line);
      else if (at < last) this.report('letter/heading-order', `the heading “${heading}” is out of order`, `${rule.id}\n${heading}`, of, this.blocks[at]?.line);
      last = Math.max(last, at);
    }
    const { leastPoint } = this.letter;
    if (rule.pointSize !== undefined && leastPoint !== undefined && leastPoint < rule.pointSize) this.report('letter/type-size', `the smallest text has ${leastPoint} points, and no text may be smaller than ${rule.pointSize}`, rule.id, of);
    if (rule.language === 'ja' && !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(this.text)) this.report('letter/language', 'the letter is not in Japanese', rule.id, of);
    if (this.rules.audience === 'people' && /plain/.test(rule.id)) this.sentences(rule);
  }

  private sentences({ id, citation }: FormatRule): void {
    const { mostWords } = this.words.sentence;
    const sentences = this.blocks.filter((b) => b.heading === undefined).flatMap((b) => b.text.split(/(?<=[.!?])\s+(?=\p{Lu})/u)).map((s) => (s.match(/\p{L}[\p{L}\p{N}'’-]*/gu) ?? []).length).filter((n) => n > 3);
    const mean = sentences.reduce((all, n) => all + n, 0) / Math.max(1, sentences.length);
    if (mean > mostWords) this.report('letter/long-sentences', `the sentences have ${Math.round(mean)} words on average, more than ${mostWords}`, id, [citation]);
  }

  report(rule: string, message: string, what: string, citations: readonly Citation[], line?: number): void {
    const known = this.words.rules.find((r) => r.id === rule);
    if (!known) throw new RangeError(`no such rule: ${rule}`);
    const key = [rule, this.rules.law, this.rules.audience, what].join('\n');
    const nth = this.times.nth(key);
    this.findings.push({
      rule, area: 'letter', kind: known.kind, severity: known.severity, message, at: { file: this.letter.path, ...(line === undefined ? {} : { line }), key: `${this.rules.law} ${this.rules.audience}` }, promise: null,
      citations: citations.map(({ ref, url }) => ({ ref, url: url ?? null })), fix: known.fix, fingerprint: fingerprintOf(nth === 1 ? key : `${key}\n${nth}`), waived: null,
    });
  }
}

/** Blocks as one text, in which no pattern reaches from one into the next: to look through it once is much quicker than block by block. */
const textOf = (blocks: readonly LetterBlock[]): string => blocks.map((b) => b.text).join('\n.;。\n');

const isNone = (value: Facts[string]): boolean => Array.isArray(value) && value.length === 0;

/** What a letter itself says of the breach. */
function factsNamed(blocks: readonly LetterBlock[], words: LetterWords): Facts {
  const including = kindsNamed(blocks, words);
  return including.length > 0 ? { 'data.elements': { including } } : {};
}

/** The kinds of data that a letter names; there may be others. What a credit agency wants to know for a freeze is not among them. */
export function kindsNamed(blocks: readonly LetterBlock[], words: LetterWords): string[] {
  let skips = false;
  const text = blocks.filter((b) => {
    if (!b.item) skips = /freeze/i.test(b.text);
    return b.heading === undefined && !skips && !/freeze/i.test(b.text);
  }).map((b) => b.text).join('\n');
  return Object.entries(words.elements).filter(([, pattern]) => patternOf(pattern, words.macros).test(text)).map(([code]) => code);
}

/** The same words as a heading of the law, whatever the case and the punctuation after them. */
function same(text: string, heading: string): boolean {
  const bare = (t: string): string => t.replace(/\s+/g, ' ').trim().replace(/[?.:!]+$/, '').toLowerCase();
  return bare(text) === bare(heading);
}
