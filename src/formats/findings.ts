/** What every format for people says about findings: groups by rule, worst first, and the words for places and waivers. */
import { compareText } from '../core/order.ts';
import type { Column, Finding, Findings } from '../core/report.ts';

export type Severity = Finding['severity'];
export const SEVERITIES = ['error', 'warning', 'note'] as const satisfies readonly Severity[];

export interface Group {
  rule: string;
  title: string;
  area: string;
  /** The worst severity that is not waived; undefined where all are waived. */
  worst: Severity | undefined;
  items: Finding[];
  /** What to do, where that is the same for all; else each finding says it. */
  fix: string | undefined;
}

export type Tally = Record<Severity | 'waived', number>;

export function tally(items: readonly Finding[]): Tally {
  const counts: Tally = { error: 0, warning: 0, note: 0, waived: 0 };
  for (const item of items) counts[item.waived ? 'waived' : item.severity] += 1;
  return counts;
}

/** `2 errors, 1 note; 3 waived` */
export function sayTally(counts: Tally): string {
  const open = SEVERITIES.filter((s) => counts[s] > 0).map((s) => `${counts[s]} ${s}${counts[s] === 1 ? '' : 's'}`);
  const words = open.length === 0 ? 'nothing open' : open.join(', ');
  return counts.waived === 0 ? words : `${words}; ${counts.waived} waived`;
}

export function groupByRule(report: Findings): Group[] {
  const byRule = new Map<string, Finding[]>();
  for (const item of report.items) {
    const items = byRule.get(item.rule);
    if (items) items.push(item);
    else byRule.set(item.rule, [item]);
  }
  const titles = new Map(report.rules.map((r) => [r.id, r.title]));
  return Array.from(byRule, ([rule, items]) => group(rule, titles.get(rule) ?? '', items)).toSorted(
    (a, b) => rank(a.worst) - rank(b.worst) || b.items.length - a.items.length || compareText(a.rule, b.rule),
  );
}

function group(rule: string, title: string, items: Finding[]): Group {
  const sorted = items.toSorted(worstFirst);
  const first = sorted[0];
  return {
    rule, title, area: first?.area ?? '', worst: first?.waived === null ? first.severity : undefined,
    items: sorted, fix: first !== undefined && first.fix !== '' && sorted.every((i) => i.fix === first.fix) ? first.fix : undefined,
  };
}

function worstFirst(a: Finding, b: Finding): number {
  return (
    Number(a.waived !== null) - Number(b.waived !== null) || rank(a.severity) - rank(b.severity) ||
    compareText(a.at.file ?? '', b.at.file ?? '') || (a.at.line ?? 0) - (b.at.line ?? 0) || compareText(a.at.key ?? '', b.at.key ?? '')
  );
}

const rank = (severity: Severity | undefined): number => (severity === undefined ? SEVERITIES.length : SEVERITIES.indexOf(severity));

/** `inventory.csv:12` */
export function sayPlace({ at }: Finding): string {
  if (at.file === undefined) return at.line === undefined ? '' : `line ${at.line}`;
  return at.line === undefined ? at.file : `${at.file}:${at.line}`;
}

export function sayWaiver(finding: Finding): string {
  return finding.waived ? `waived until ${finding.waived.expires} by ${finding.waived.owner}: ${finding.waived.reason}` : '';
}

export function sayMessage(finding: Finding): string {
  return finding.waived ? `${finding.message} (${sayWaiver(finding)})` : finding.message;
}

export interface Source {
  text: string;
  url: string | null;
}

/** The promises and provisions behind a group, each once. */
export function sources(items: readonly Finding[]): Source[] {
  const found = new Map<string, Source>();
  const add = (text: string, url: string | null) => {
    const key = `${text}\n${url ?? ''}`;
    if (!found.has(key)) found.set(key, { text, url });
  };
  for (const { promise, citations } of items) {
    if (promise) add(`promise ${promise.id} (section ${promise.section})`, null);
    for (const { ref, url } of citations) add(ref, url);
  }
  return [...found.values()];
}

/** A group as a table. Columns that would be empty are left out. */
export function findingColumns({ items, fix }: Group): Column<Finding>[] {
  const columns: Column<Finding>[] = [
    { title: 'Severity', value: (f) => ({ text: f.severity, tone: toneOf(f) }) },
    { title: 'Place', value: sayPlace },
    { title: 'Row', value: (f) => f.at.key ?? '' },
    { title: 'Column', value: (f) => f.at.column ?? '' },
    { title: 'Finding', value: sayMessage, wide: true },
    { title: 'Fix', value: (f) => (fix === undefined ? f.fix : '') },
  ];
  return columns.filter((c) => c.wide === true || items.some((i) => c.value(i) !== ''));
}

export function toneOf(finding: { severity: Severity; waived: Finding['waived'] }): 'bad' | 'warn' | 'dim' {
  return finding.waived || finding.severity === 'note' ? 'dim' : finding.severity === 'error' ? 'bad' : 'warn';
}
