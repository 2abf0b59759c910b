/** Tells of a row whose period ends before a minimum that a law sets. Several rules do, each for its own lines of the schedule. */
import type { Period } from '../core/period.ts';
import type { Fact } from './facts.ts';
import { longer } from './lengths.ts';
import { type Answer, heldWords, limitWords, tooShort } from './limits.ts';
import { maximumWords, minimumWords, rivalMaximum } from './maximum.ts';
import type { Row } from './row.ts';
import type { Context, Found } from './rule.ts';
import { schedule } from './schedule-table.ts';
import type { Match, ScheduleLine } from './schedule.ts';

/** The facts of rows that name a class of some lines: a rule need look at no other. */
export function namesClass(concerns: (line: ScheduleLine) => boolean): Fact[] {
  return [...new Set(schedule.lines.filter(concerns).map(({ recordClass }): Fact => `record_class=${recordClass}`))];
}

interface Judged {
  match: Match;
  answer: Answer;
}

/** `also`: what a message says besides. `is`: what every finding of this row is, such as a note. */
export interface Telling {
  also?: string;
  is?: Pick<Found, 'severity' | 'kind'>;
}

/** Of the lines that concern a rule, reports the longest minimum that the row's period does not reach, or may not. */
export function reportMinimum(row: Row, ctx: Context, concerns: (line: ScheduleLine) => boolean, { also = '', is = {} }: Telling = {}): void {
  const matches = ctx.schedule.of(row, ctx.today);
  const broken: Judged[] = [];
  for (const match of matches) {
    if (match.line.kind !== 'statutory' || !match.min || !concerns(match.line)) continue;
    const answer = tooShort(row, match);
    if (answer.breaks === 'yes' || answer.why !== undefined) broken.push({ match, answer });
  }
  const short = longestFirst(broken.filter(({ match, answer }) => match.certain && answer.breaks === 'yes'));
  const worst = short[0] ?? longestFirst(broken)[0];
  if (!worst) return;
  const { line } = worst.match;
  const rival = rivalMaximum(row, worst.match, matches, ctx);
  const cited = [...(short.length > 0 ? short : [worst]).map(({ match }) => match.line.citation), ...(rival ? [rival.line.citation] : [])];
  const found = { at: row.has('retention_period') ? 'retention_period' : 'retention_end_date', what: `${line.recordClass} ${line.minPeriod}`, law: cited } as const;
  if (rival) ctx.report({ ...found, kind: 'conflict', severity: ctx.schedule.cap(line, 'error'), says: `no period keeps both laws: ${minimumWords(worst.match)}, ${maximumWords(rival)}${also}`, ...is });
  else if (short.length > 0) ctx.report({ ...found, severity: short.some(({ match }) => ctx.schedule.cap(match.line, 'error') === 'error') ? 'error' : 'warning', says: `kept ${heldWords(row)}, shorter than the ${needWords(worst.match)}${also}`, ...is });
  else ctx.report({ ...found, kind: 'gap', severity: 'warning', says: `kept ${heldWords(row)}; whether that reaches the ${needWords(worst.match)} cannot be said: ${because(worst)}${also}`, ...is });
}

/** "10 years after report_date that 42 CFR 493.1105(a)(6)(ii) requires for clia.pathology_report" */
function needWords(match: Match): string {
  return `${limitWords(match.min as Period, match)} that ${match.line.citation.ref} requires for ${match.line.recordClass}`;
}

function because({ match, answer }: Judged): string {
  return match.certain ? (answer.why as string) : 'the row names no record class, and this is one of several that it may be';
}

function longestFirst(judged: readonly Judged[]): Judged[] {
  const exceeds = (a: Judged, b: Judged): boolean => longer(a.match.min as Period, b.match.min as Period) === 'yes';
  return judged.toSorted((a, b) => (exceeds(a, b) ? -1 : exceeds(b, a) ? 1 : 0));
}
