/** Findings for a terminal: a heading for each rule, worst first; below it the places, what to do and where it stands. */
import type { Finding, Findings, Tone } from '../core/report.ts';
import { terminal } from './escape.ts';
import { type Group, groupByRule, sayMessage, sayPlace, sayTally, sources, tally, toneOf } from './findings.ts';
import type { Pen } from './table-columns.ts';
import { displayWidth, padTo, wrap, wrapProse } from './width.ts';

const INDENT = '  ';
/** Less room than this for a message, and it goes below its place. */
const MESSAGE_LEAST = 30;

export function* findingLines(report: Findings, pen: Pen): Generator<string> {
  const words = sayTally(tally(report.items));
  if (report.title !== '') yield pen.paint(terminal(report.title), 'strong');
  if (report.items.length === 0) yield* wrapProse(terminal(report.empty), pen.width);
  else yield words;
  const groups = groupByRule(report);
  const manyAreas = new Set(groups.map((g) => g.area)).size > 1;
  for (const group of groups) yield* groupLines(group, manyAreas, pen);
  if (report.outro?.length) yield '';
  for (const line of report.outro ?? []) yield* wrapProse(terminal(line), pen.width);
}

function* groupLines(group: Group, showArea: boolean, pen: Pen): Generator<string> {
  yield '';
  yield* headingLines(group, showArea, pen);
  yield* placeLines(group.items, pen);
  for (const fix of group.fixes) yield* labelledLines('Fix', terminal(fix), pen);
  const from = sources(group.items).map((s) => terminal(s.text));
  if (from.length > 0) yield* labelledLines('See', from.join('; '), pen);
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

interface Line {
  finding: Finding;
  place: string;
  key: string;
}

function* placeLines(items: readonly Finding[], pen: Pen): Generator<string> {
  const lines = items.map((finding): Line => ({ finding, place: terminal(sayPlace(finding)), key: terminal(finding.at.key ?? '') }));
  const widths = { place: widest(lines.map((l) => l.place)), key: widest(lines.map((l) => l.key)), severity: widest(items.map((i) => i.severity)) };
  for (const line of lines) yield* findingLine(line, widths, pen);
}

const widest = (texts: readonly string[]): number => texts.reduce((most, t) => Math.max(most, displayWidth(t)), 0);

function* findingLine({ finding, place, key }: Line, widths: { place: number; key: number; severity: number }, pen: Pen): Generator<string> {
  const columns = [padTo(place, widths.place), padTo(key, widths.key), padTo(finding.severity, widths.severity)];
  const lead = INDENT + columns.filter((c) => c !== '').join('  ');
  const word = lead.lastIndexOf(finding.severity);
  const tone = toneOf(finding);
  const rest = (text: string) => (finding.waived ? pen.paint(text, 'dim') : text);
  const painted = rest(lead.slice(0, word)) + pen.paint(finding.severity, tone) + lead.slice(word + finding.severity.length);
  const used = displayWidth(lead) + 2;
  const message = terminal(sayMessage(finding));
  if (pen.width === undefined) yield `${painted}  ${rest(message)}`;
  else if (pen.width - used >= MESSAGE_LEAST) {
    const [first = '', ...more] = wrap(message, pen.width - used);
    yield `${painted}  ${rest(first)}`;
    for (const line of more) yield ' '.repeat(used) + rest(line);
  } else {
    yield painted.trimEnd();
    for (const line of wrap(message, pen.width - 4)) yield `    ${rest(line)}`;
  }
}

function* labelledLines(label: string, text: string, pen: Pen): Generator<string> {
  const lead = `${INDENT}${label}: `;
  const [first = '', ...more] = wrapTo(text, pen.width === undefined ? undefined : pen.width - lead.length);
  yield pen.paint(lead, 'dim') + first;
  for (const line of more) yield ' '.repeat(lead.length) + line;
}

const wrapTo = (text: string, width: number | undefined): string[] => (width === undefined ? [text] : wrap(text, width));
