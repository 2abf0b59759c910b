/** Findings for a terminal: a heading for each rule, worst first; below it the places, what to do and where it stands. */
import type { Finding, Findings, Tone } from '../core/report.ts';
import { terminal } from './escape.ts';
import { type Group, groupByRule, sayMessage, sayPlace, sayTally, sources, tally, toneOf } from './findings.ts';
import type { Pen } from './table-columns.ts';
import { displayWidth, padTo, wrap, wrapProse } from './width.ts';

const INDENT = '  ';
const BELOW = '    ';
/** Less room than this for a message, and it goes below its place. */
const MESSAGE_LEAST = 30;

export function* findingLines(report: Findings, pen: Pen): Generator<string> {
  const words = sayTally(tally(report.items));
  yield* titleLines(report.title, pen);
  if (report.items.length === 0) yield* wrapProse(terminal(report.empty), pen.width);
  else yield words;
  const groups = groupByRule(report);
  const manyAreas = new Set(groups.map((g) => g.area)).size > 1;
  for (const group of groups) yield* groupLines(group, manyAreas, pen);
  if (report.outro?.length && report.outro[0] !== '') yield '';
  for (const line of report.outro ?? []) yield* wrapProse(terminal(line), pen.width);
}

export function* titleLines(title: string, pen: Pen): Generator<string> {
  if (title !== '') for (const line of wrapTo(terminal(title), pen.width)) yield pen.paint(line, 'strong');
}

function* groupLines(group: Group, showArea: boolean, pen: Pen): Generator<string> {
  yield '';
  yield* headingLines(group, showArea, pen);
  yield* placeLines(group, pen);
  if (group.fix !== undefined) yield* labelledLines('Fix', terminal(group.fix), INDENT, pen);
  const from = sources(group.items).map((s) => terminal(s.text));
  if (from.length > 0) yield* labelledLines('See', from.join('; '), INDENT, pen);
}

function* headingLines(group: Group, showArea: boolean, pen: Pen): Generator<string> {
  const word = group.worst ?? 'waived';
  const rest = [group.rule, group.title].filter((t) => t !== '').map(terminal).join(': ');
  const area = showArea && group.area !== '' ? ` ${pen.dot} ${terminal(group.area)}` : '';
  const tone: Tone = group.worst ? toneOf({ severity: group.worst, waived: null }) : 'dim';
  const indent = word.length + 2;
  const [first = '', ...more] = wrapTo(`${rest} (${group.items.length})${area}`, pen.width === undefined ? undefined : pen.width - indent);
  yield `${pen.paint(word, tone)}  ${pen.paint(first, 'strong')}`;
  for (const line of more) yield ' '.repeat(indent) + pen.paint(line, 'strong');
}

function* placeLines({ items, fix }: Group, pen: Pen): Generator<string> {
  const leads = items.map((f) => [terminal(sayPlace(f)), terminal(f.at.key ?? ''), f.severity]);
  const widths = leads.reduce((most, lead) => most.map((w, i) => Math.max(w, displayWidth(lead[i] ?? ''))), [0, 0, 0]);
  const full = widths.reduce((sum, w) => sum + (w === 0 ? 0 : w + INDENT.length), 0);
  // One very long key would push all the others off the line: then nothing is aligned.
  const aligned = pen.width === undefined || full <= pen.width ? widths : undefined;
  for (const [i, finding] of items.entries()) {
    yield* findingLine(finding, leadOf(leads[i] ?? [], aligned), pen);
    if (fix === undefined && finding.fix !== '') yield* labelledLines('Fix', terminal(finding.fix), BELOW, pen);
  }
}

function leadOf(parts: readonly string[], widths: readonly number[] | undefined): string {
  const shown = widths ? parts.map((p, i) => padTo(p, widths[i] ?? 0)) : parts;
  return INDENT + shown.filter((p) => p !== '').join('  ');
}

function* findingLine(finding: Finding, lead: string, pen: Pen): Generator<string> {
  const message = terminal(sayMessage(finding));
  const rest = (text: string) => pen.paint(text, finding.waived ? 'dim' : undefined);
  const used = displayWidth(lead) + 2;
  if (pen.width === undefined) yield `${paintSeverity(lead, finding, pen)}  ${rest(message)}`;
  else if (pen.width - used >= MESSAGE_LEAST) {
    const [first = '', ...more] = wrap(message, pen.width - used);
    yield `${paintSeverity(lead, finding, pen)}  ${rest(first)}`;
    for (const line of more) yield ' '.repeat(used) + rest(line);
  } else {
    for (const line of wrapProse(lead.trimEnd(), pen.width)) yield paintSeverity(line, finding, pen);
    for (const line of wrap(message, pen.width - BELOW.length)) yield BELOW + rest(line);
  }
}

/** The severity stands last in the line; a waived finding is dim as a whole. */
function paintSeverity(line: string, finding: Finding, pen: Pen): string {
  const at = line.lastIndexOf(finding.severity);
  if (finding.waived || at < 0) return pen.paint(line, finding.waived ? 'dim' : undefined);
  const end = at + finding.severity.length;
  return line.slice(0, at) + pen.paint(line.slice(at, end), toneOf(finding)) + line.slice(end);
}

function* labelledLines(label: string, text: string, indent: string, pen: Pen): Generator<string> {
  const lead = `${indent}${label}: `;
  const [first = '', ...more] = wrapTo(text, pen.width === undefined ? undefined : pen.width - lead.length);
  yield pen.paint(lead, 'dim') + first;
  for (const line of more) yield ' '.repeat(lead.length) + line;
}

const wrapTo = (text: string, width: number | undefined): string[] => (width === undefined ? [text] : wrap(text, width));
