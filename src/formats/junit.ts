/** JUnit XML: every rule is a suite, so that a build server shows what was checked as well as what was found. */
import type { Envelope, Finding, Report } from '../core/report.ts';
import { markupLine, xmlText } from './escape.ts';
import { groupByRule, sayPlace, sayWaiver } from './findings.ts';
import { type Rendered, misfit } from './format.ts';
import { inPieces } from './stream.ts';

export function junit(report: Report, envelope: Envelope): Rendered {
  if (report.kind !== 'findings') throw misfit('junit', report);
  const found = new Map(groupByRule(report).map((g) => [g.rule, g.items]));
  const titles = new Map(report.rules.map((r) => [r.id, r.title]));
  const suites = [...new Set([...titles.keys(), ...found.keys()])].map((rule): Suite => ({ rule, title: titles.get(rule) ?? rule, items: found.get(rule) ?? [] }));
  return inPieces(lines(suites, envelope));
}

interface Suite {
  rule: string;
  title: string;
  items: readonly Finding[];
}

/** What a finding is to a build server: a gap could not be judged, which JUnit calls an error; what lies ahead still passes. */
function verdict(item: Finding): 'skipped' | 'failure' | 'error' | 'passed' {
  if (item.waived) return 'skipped';
  if (item.kind === 'gap') return 'error';
  return item.kind === 'expiring' ? 'passed' : 'failure';
}

function countsOf(items: readonly Finding[], suites: number): string {
  const count = (v: string) => items.filter((i) => verdict(i) === v).length;
  return `tests="${items.length + suites}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
}

function* lines(suites: readonly Suite[], { tool }: Envelope): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>';
  yield `<testsuites name="${markupLine(tool.name)}" ${countsOf(suites.flatMap((s) => s.items), suites.filter((s) => s.items.length === 0).length)}>`;
  for (const suite of suites) yield* suiteLines(suite);
  yield '</testsuites>';
}

function* suiteLines({ rule, title, items }: Suite): Generator<string> {
  yield `  <testsuite name="${markupLine(rule)}" ${countsOf(items, items.length === 0 ? 1 : 0)}>`;
  if (items.length === 0) yield `    <testcase classname="${markupLine(rule)}" name="${markupLine(title)}"/>`;
  for (const item of items) yield* caseLines(item);
  yield '  </testsuite>';
}

function* caseLines(item: Finding): Generator<string> {
  const place = [sayPlace(item), item.at.key ?? '', item.at.column ?? ''].filter((p) => p !== '').join(' ');
  yield `    <testcase classname="${markupLine(item.rule)}" name="${markupLine(place === '' ? item.message : place)}">`;
  const says = `${item.severity}: ${item.message}`;
  const details = xmlText([says, item.fix === '' ? '' : `Fix: ${item.fix}`, ...item.citations.map((c) => c.ref)].filter((l) => l !== '').join('\n'));
  const kind = verdict(item);
  if (kind === 'skipped') yield `      <skipped message="${markupLine(sayWaiver(item))}">${details}</skipped>`;
  else if (kind === 'passed') yield `      <system-out>${details}</system-out>`;
  else yield `      <${kind} type="${item.kind}" message="${markupLine(says)}">${details}</${kind}>`;
  yield '    </testcase>';
}
