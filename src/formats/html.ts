/** One HTML file that needs nothing else: no script, no network, light and dark, for screen, print and screen readers. */
import MarkdownIt from 'markdown-it';
import type { Cell, Column, DocumentReport, Envelope, Findings, RawText, Records, Report } from '../core/report.ts';
import { documentText, htmlText, markupLine, quietMarkup, webAddress } from './escape.ts';
import { type Group, findingColumns, groupByRule, sayTally, sources, tally } from './findings.ts';
import { type Rendered, misfit, textOf } from './format.ts';
import { severityChart } from './html-chart.ts';
import { PAGE_STYLE } from './html-style.ts';
import { sayMade } from './made.ts';
import { inPieces } from './stream.ts';

export function html(report: Report, envelope: Envelope): Rendered {
  if (report.kind === 'text') throw misfit('html', report);
  return inPieces(pageLines(report, envelope));
}

function* pageLines(report: Exclude<Report, RawText>, envelope: Envelope): Generator<string> {
  yield '<!doctype html>';
  yield '<html lang="en">';
  yield '<head>';
  yield '<meta charset="utf-8">';
  yield `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`;
  yield '<meta name="viewport" content="width=device-width, initial-scale=1">';
  yield '<meta name="color-scheme" content="light dark">';
  yield '<meta name="referrer" content="no-referrer">';
  yield `<title>${markupLine(report.title === '' ? envelope.tool.name : report.title)}</title>`;
  yield `<style>${PAGE_STYLE}\n@page{size:${(report.kind === 'document' && report.paper) || 'A4'};margin:18mm}</style>`;
  yield '</head>';
  yield '<body>';
  yield '<main>';
  if (report.kind === 'document') yield* documentLines(report);
  else if (report.kind === 'records') yield* recordLines(report);
  else yield* findingLines(report);
  yield '</main>';
  // A document is handed on: it says nothing of how it was made.
  if (report.kind !== 'document') yield* footerLines(envelope);
  yield '</body>';
  yield '</html>';
}

/** The text of the document, with links to the web and to addresses of mail, and without pictures or raw HTML. */
function* documentLines(report: DocumentReport): Generator<string> {
  const md = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable('image');
  md.validateLink = (url) => webAddress(url) !== undefined || /^mailto:/i.test(url);
  yield `<article>${quietMarkup(md.render(documentText(report.markdown))).trimEnd()}</article>`;
}

function* headingLines(title: string): Generator<string> {
  if (title !== '') yield `<h1>${htmlText(title)}</h1>`;
}

function* recordLines(report: Records): Generator<string> {
  yield* headingLines(report.title);
  yield* proseLines(report.intro);
  if (report.rows.length === 0) yield* proseLines([report.empty]);
  else yield* tableLines(report.title, `${report.rows.length} row${report.rows.length === 1 ? '' : 's'}`, report.columns, report.rows);
  yield* proseLines(report.outro);
}

function* findingLines(report: Findings): Generator<string> {
  const counts = tally(report.items);
  yield* headingLines(report.title);
  yield* proseLines([report.items.length === 0 ? report.empty : sayTally(counts)]);
  if (report.items.length > 0) yield* severityChart(counts);
  for (const group of groupByRule(report)) yield* groupLines(group);
  yield* proseLines(report.outro);
}

function* groupLines(group: Group): Generator<string> {
  const word = group.worst ?? 'waived';
  yield `<section>`;
  const title = group.title === '' ? '' : `${htmlText(group.title)} `;
  yield `<h2><span class="tag ${word}">${word}</span> ${title}<code>${htmlText(group.rule)}</code></h2>`;
  const count = `${group.items.length} finding${group.items.length === 1 ? '' : 's'}`;
  yield* tableLines(`${group.rule}: ${count}`, count, findingColumns(group), group.items);
  if (group.fix !== undefined) yield `<p><strong>Fix:</strong> ${htmlText(group.fix)}</p>`;
  const from = sources(group.items).map((s) => link(s.text, s.url));
  if (from.length > 0) yield `<p><strong>See:</strong> ${from.join('; ')}</p>`;
  yield '</section>';
}

function link(text: string, url: string | null): string {
  const href = webAddress(url);
  return href === undefined ? htmlText(text) : `<a href="${markupLine(href)}" rel="noreferrer">${htmlText(text)}</a>`;
}

/** A wide table scrolls in its own box, which the keyboard can reach. `label` says what the box holds, `caption` what the reader sees. */
function* tableLines<T>(label: string, caption: string, columns: readonly Column<T>[], items: readonly T[]): Generator<string> {
  yield `<div class="scroll" role="region" aria-label="${markupLine(label)}" tabindex="0">`;
  yield '<table>';
  yield `<caption>${htmlText(caption)}</caption>`;
  yield `<thead><tr>${columns.map((c) => `<th scope="col"${classes([c.align === 'right' && 'right'])}>${htmlText(c.title)}</th>`).join('')}</tr></thead>`;
  yield '<tbody>';
  for (const item of items) yield `<tr>${columns.map((c, i) => cellOf(c, c.value(item), i === 0)).join('')}</tr>`;
  yield '</tbody>';
  yield '</table>';
  yield '</div>';
}

function cellOf<T>(column: Column<T>, cell: Cell, heads: boolean): string {
  const tone = typeof cell === 'string' ? undefined : cell.tone;
  const text = textOf(cell);
  const attributes = classes([tone, column.align === 'right' && 'right', column.wide === true ? 'wide' : text.length <= SHORT && 'short']);
  // <bdi> keeps a name in Arabic or Hebrew from reordering its neighbours.
  const shown = /[^\x20-\x7e]/.test(text) ? `<bdi>${htmlText(text)}</bdi>` : htmlText(text);
  return heads ? `<th scope="row"${attributes}>${shown}</th>` : `<td${attributes}>${shown}</td>`;
}

function classes(names: readonly (string | false | undefined)[]): string {
  const given = names.filter((n) => typeof n === 'string');
  return given.length === 0 ? '' : ` class="${given.join(' ')}"`;
}

/** Short values such as dates and ids are kept on one line. */
const SHORT = 24;

/** Lines for people; their indentation shows. */
function* proseLines(lines: readonly string[] = []): Generator<string> {
  const text = lines.join('\n').trim();
  if (text === '') return;
  for (const paragraph of text.split(/\n[ \t]*\n/)) yield `<p class="prose">${htmlText(paragraph)}</p>`;
}

function* footerLines(envelope: Envelope): Generator<string> {
  yield '<footer>';
  yield `<p>${htmlText(sayMade(envelope))}</p>`;
  const hashes = [...envelope.laws.map((l) => ({ name: l.id, sha256: l.sha256 })), ...envelope.inputs.map((i) => ({ name: i.path, sha256: i.sha256 }))];
  if (hashes.length > 0) {
    yield '<details><summary>Laws and files this was made from</summary>';
    yield* tableLines('Laws and files', 'Their SHA-256 digests', [{ title: 'Name', value: (h) => h.name }, { title: 'SHA-256', value: (h) => h.sha256, wide: true }], hashes);
    yield '</details>';
  }
  yield '</footer>';
}
