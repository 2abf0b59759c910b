/** Markdown as GitHub reads it: for pull requests and wikis. Values are text there, never markup. */
import type { Column, Envelope, Findings, Records, Report } from '../core/report.ts';
import { documentText, markdownLink, markdownText, oneLine } from './escape.ts';
import { type Group, findingColumns, groupByRule, sayTally, sources, tally } from './findings.ts';
import { type Rendered, misfit, textOf } from './format.ts';
import { sayMade } from './made.ts';
import { inPieces } from './stream.ts';

export function markdown(report: Report, envelope: Envelope): Rendered {
  if (report.kind === 'text') throw misfit('markdown', report);
  if (report.kind === 'document') return documentText(report.markdown).replace(/\n*$/, '\n');
  return inPieces(wholeLines(report, envelope));
}

function* wholeLines(report: Records | Findings, envelope: Envelope): Generator<string> {
  if (report.title !== '') yield `# ${markdownText(report.title)}`;
  yield* markdownBody(report, '##');
  yield* paragraphs([sayMade(envelope)]);
}

/** A list without its title, as a part of a longer text; `heading` marks the headings of its groups. */
export function* markdownBody(report: Records | Findings, heading: string): Generator<string> {
  yield* report.kind === 'records' ? recordLines(report) : findingLines(report, heading);
}

function* recordLines(report: Records): Generator<string> {
  yield* paragraphs(report.intro);
  if (report.rows.length === 0) yield* paragraphs([report.empty]);
  else yield* tableLines(report.columns, report.rows);
  yield* paragraphs(report.outro);
}

function* findingLines(report: Findings, heading: string): Generator<string> {
  yield* paragraphs([report.items.length === 0 ? report.empty : sayTally(tally(report.items))]);
  for (const group of groupByRule(report)) yield* groupLines(group, heading);
  yield* paragraphs(report.outro);
}

function* groupLines(group: Group, heading: string): Generator<string> {
  const title = [group.rule, group.title].filter((t) => t !== '').map(markdownText).join(': ');
  yield '';
  yield `${heading} ${title} (${group.worst ?? 'waived'}, ${group.items.length})`;
  yield* tableLines(findingColumns(group), group.items);
  if (group.fix !== undefined) yield* labelled('Fix', markdownText(group.fix));
  const from = sources(group.items).map((s) => markdownLink(s.text, s.url));
  if (from.length > 0) yield* labelled('See', from.join('; '));
}

function* labelled(label: string, text: string): Generator<string> {
  yield '';
  yield `**${label}:** ${text}`;
}

function* tableLines<T>(columns: readonly Column<T>[], items: readonly T[]): Generator<string> {
  yield '';
  yield rowOf(columns.map((c) => markdownText(c.title)));
  yield rowOf(columns.map((c) => (c.align === 'right' ? '---:' : '---')));
  for (const item of items) yield rowOf(columns.map((c) => markdownText(textOf(c.value(item)))));
}

const rowOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Lines of a paragraph keep their breaks and their indentation; an empty line begins a new paragraph. */
function* paragraphs(lines: readonly string[] = []): Generator<string> {
  let open = false;
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') {
      open = false;
      continue;
    }
    if (!open) yield '';
    open = true;
    const indent = oneLine(line).length - oneLine(line).trimStart().length;
    const breaks = (lines[i + 1] ?? '').trim() === '' ? '' : '\\';
    yield '&nbsp;'.repeat(indent) + markdownText(line) + breaks;
  }
}
