/** What the text of a privacy policy, and the file of its promises, get wrong. Every pattern and provision is data (policy-lint.json). */
import { type Day, civilDay, formatDay, parseDay } from '../core/date.ts';
import { Times, fingerprintOf } from '../core/fingerprint.ts';
import { compareText } from '../core/order.ts';
import type { Finding } from '../core/report.ts';
import lint from '../data/policy-lint.json' with { type: 'json' };
import { after, period } from './concepts.ts';
import { type Policy, checksOf } from './policy.ts';
import { type Sentence, linesOf, sentencesOf } from './policy-text.ts';

/** A pattern that one sentence must match, and another that spares the sentence. */
interface Clue {
  says: string;
  not?: string;
}

interface LintRule extends Pick<Finding, 'severity' | 'kind' | 'fix'> {
  id: string;
  title: string;
  says: string;
  citations: readonly { ref: string; url: string; verified: boolean }[];
  /** Each must be found; a finding stands where the last is. `each`: wherever it is. */
  found?: readonly Clue[];
  each?: boolean;
  /** None may be found. */
  missing?: readonly Clue[];
  /** Where a finding stands that has nothing to be found. */
  at?: Clue;
  /** Not before this day. */
  from?: string;
  sparedWhereEstablished?: 'eea';
  /** What no pattern can say. */
  check?: 'unread' | 'undated' | 'old' | 'other-date' | 'unkept';
  limit?: string;
}

const RULES = lint.rules as readonly LintRule[];

export const LINT_RULES = RULES.map(({ id, title, fix }) => ({ id, title, help: fix }));

export interface LintInput {
  text?: { path: string; content: string };
  /** The file of the promises, with the line of each. */
  file?: { path: string; policy: Policy; lineOf: (promise: number) => number | undefined };
  today: Day;
  /** Whether the organisation is established in the EEA; `undefined` where nobody says. */
  inEea: boolean | undefined;
}

export interface Linted {
  findings: Finding[];
  /** When the text says it was last updated. */
  dated: Day | undefined;
  /** Rules that do not concern this organisation, or not yet. */
  spared: string[];
}

interface Place {
  path: string;
  line?: number | undefined;
  section?: string;
}

export function lintPolicy(input: LintInput): Linted {
  const { text } = input;
  const lines = text ? linesOf(text.content) : [];
  const sentences = sentencesOf(lines, new Set(lint.abbreviations));
  const words = lines.map((l) => l.text).join('\n');
  const dated = dateOf(words);
  const readable = isReadable(words);
  const spared = RULES.filter((rule) => isSpared(rule, input)).map((rule) => rule.id);
  const run = new Run(input, sentences, dated);
  for (const rule of RULES) {
    if (spared.includes(rule.id)) continue;
    if (rule.check === 'unkept') run.unkept(rule);
    else if (text && rule.check === 'unread') {
      if (!readable) run.report(rule, { path: text.path });
    } else if (text && readable) run.check(rule, text.path);
  }
  return { findings: run.findings.toSorted(byPlace), dated, spared };
}

function isSpared({ from, sparedWhereEstablished }: LintRule, { today, inEea }: LintInput): boolean {
  return (from !== undefined && today < (parseDay(from) as Day)) || (sparedWhereEstablished === 'eea' && inEea === true);
}

class Run {
  private readonly input: LintInput;
  private readonly sentences: readonly Sentence[];
  private readonly dated: Day | undefined;
  private readonly times = new Times();
  readonly findings: Finding[] = [];

  constructor(input: LintInput, sentences: readonly Sentence[], dated: Day | undefined) {
    this.input = input;
    this.sentences = sentences;
    this.dated = dated;
  }

  check(rule: LintRule, path: string): void {
    const hits = (rule.found ?? []).map((clue) => this.hits(clue, rule.each === true));
    if (hits.some((h) => h.length === 0) || (rule.missing ?? []).some((clue) => this.hits(clue, false).length > 0)) return;
    const values = this.values(rule);
    if (!values) return;
    const places = hits.at(-1) ?? (rule.at ? this.hits(rule.at, false) : []);
    if (places.length === 0) this.report(rule, { path }, values);
    for (const { line, section } of places) this.report(rule, { path, line, section }, values);
  }

  /** Promises of the file that nothing keeps. */
  unkept(rule: LintRule): void {
    const { file } = this.input;
    file?.policy.promises.forEach((promise, i) => {
      if (checksOf(promise).length === 0) this.report(rule, { path: file.path, line: file.lineOf(i), section: promise.id }, { id: promise.id });
    });
  }

  /** What the message of a rule about dates says; `undefined` where it finds nothing. */
  private values({ check, limit }: LintRule): Record<string, string> | undefined {
    const { dated } = this;
    const other = this.input.file?.policy.lastUpdated;
    if (check === undefined) return {};
    if (check === 'undated') return dated === undefined ? {} : undefined;
    if (dated === undefined) return undefined;
    if (check === 'other-date') return other === undefined || other === formatDay(dated) ? undefined : { date: formatDay(dated), other };
    const due = after(dated, period(limit as string));
    return this.input.today > due ? { date: formatDay(dated), due: formatDay(due) } : undefined;
  }

  private hits({ says, not }: Clue, all: boolean): { line: number; section: string }[] {
    const [wanted, spares] = [pattern(says), not === undefined ? undefined : pattern(not)];
    const found: { line: number; section: string }[] = [];
    for (const { before, text, lineAt, section } of this.sentences) {
      const match = wanted.exec(before + text);
      if (!match || spares?.test(before + text)) continue;
      found.push({ line: lineAt(Math.max(0, match.index - before.length)), section });
      if (!all) break;
    }
    return found;
  }

  report(rule: LintRule, { path, line, section }: Place, values: Readonly<Record<string, string>> = {}): void {
    const { id, kind, severity, fix, citations } = rule;
    const promise = rule.check === 'unkept' ? this.input.file?.policy.promises.find((p) => p.id === section) : undefined;
    const what = [id, section ?? '', ...Object.values(values)].join('\n');
    const nth = this.times.nth(what);
    this.findings.push({
      rule: id, area: 'policy', kind, severity, message: rule.says.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all),
      at: { file: path, ...(line === undefined ? {} : { line }), ...(section ? { key: section } : {}) }, promise: promise ? { id: promise.id, section: promise.section } : null,
      citations: citations.map(({ ref, url }) => ({ ref, url })), fix, fingerprint: fingerprintOf(nth === 1 ? what : `${what}\n${nth}`), waived: null,
    });
  }
}

function byPlace(a: Finding, b: Finding): number {
  return compareText(a.at.file ?? '', b.at.file ?? '') || (a.at.line ?? 0) - (b.at.line ?? 0);
}

const patterns = new Map<string, RegExp>();
const WORDS: Readonly<Record<string, string>> = lint.words;

/** `{word}` is an entry of `words`, a blank any white space. */
function pattern(text: string): RegExp {
  const known = patterns.get(text);
  if (known) return known;
  let whole = text;
  while (/\{[a-z]+\}/.test(whole)) whole = whole.replace(/\{([a-z]+)\}/g, (_, word: string) => {
    if (WORDS[word] === undefined) throw new RangeError(`no such word: ${word}`);
    return WORDS[word];
  });
  const made = new RegExp(whole.replaceAll(' ', '\\s+').replaceAll('\\s+?', '\\s*'), 'i');
  patterns.set(text, made);
  return made;
}

/** English, and about personal information. Anything else would lack everything. */
function isReadable(content: string): boolean {
  const { english, subject } = lint.reads;
  const words = content.toLowerCase().match(/\p{L}+/gu) ?? [];
  return pattern(subject).test(content) && words.filter((w) => english.words.includes(w)).length >= words.length * english.leastShare;
}

const { months } = lint.dates;
const MONTHS = months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)}|t)?`).join('|');
const DATE = new RegExp(`(?<iso>\\d{4}-\\d\\d-\\d\\d)|(?<month>${MONTHS})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})|(?<day2>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+(?<month2>${MONTHS})\\.?,?\\s+(?<year2>\\d{4})`, 'i');
/** A date stands near the words that announce it. */
const NEAR = 60;

/** When a text says it was last updated, else from when it holds; a date in figures alone (06/07/2024) can be read two ways and is none. */
function dateOf(text: string): Day | undefined {
  for (const words of lint.dates.words) {
    for (const m of text.matchAll(new RegExp(pattern(words), 'gi'))) {
      const found = DATE.exec(text.slice(m.index, m.index + m[0].length + NEAR))?.groups;
      if (found) return dayOf(found);
    }
  }
  return undefined;
}

function dayOf({ iso, month, month2, day, day2, year, year2 }: Readonly<Record<string, string | undefined>>): Day | undefined {
  if (iso !== undefined) return parseDay(iso);
  const name = (month ?? month2 ?? '').toLowerCase().slice(0, 3);
  return civilDay(Number(year ?? year2), months.findIndex((m) => m.startsWith(name)) + 1, Number(day ?? day2));
}
