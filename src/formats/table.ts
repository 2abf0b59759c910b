/** For people at a terminal, and for pipes: no boxes, a heading, two spaces between columns. */
import type { Envelope, Records, Report } from '../core/report.ts';
import { documentText, terminal } from './escape.ts';
import type { Paint, RenderOptions, Rendered } from './format.ts';
import { inPieces } from './stream.ts';
import { type Pen, columnLines } from './table-columns.ts';
import { findingLines, titleLines } from './table-findings.ts';
import { wrapProse } from './width.ts';

/** Narrower than this nothing reads well; longer lines than the window are then the lesser evil. */
const NARROWEST = 40;

export function table(report: Report, _envelope: Envelope, options: RenderOptions, paint?: Paint): Rendered {
  if (report.kind === 'text') return report.text;
  if (report.kind === 'document') return documentText(report.markdown).replace(/\n*$/, '\n');
  const pen = penFor(options, paint);
  return inPieces(report.kind === 'records' ? recordLines(report, pen) : findingLines(report, pen));
}

function* recordLines(report: Records, pen: Pen): Generator<string> {
  yield* titleLines(report.title, pen);
  yield* proseLines(report.intro ?? [], pen);
  if (report.title !== '' || report.intro?.length) yield '';
  if (report.rows.length === 0) yield* proseLines([report.empty], pen);
  else yield* columnLines(report.columns, report.rows, pen);
  if (report.outro?.length && report.outro[0] !== '') yield '';
  yield* proseLines(report.outro ?? [], pen);
}

function* proseLines(lines: readonly string[], pen: Pen): Generator<string> {
  for (const line of lines) yield* wrapProse(terminal(line), pen.width);
}

function penFor({ width, unicode }: RenderOptions, paint: Paint | undefined): Pen {
  return {
    width: width === undefined ? undefined : Math.max(width, NARROWEST),
    paint: (text, tone) => (tone === undefined || !paint ? text : paint(text, tone)),
    dot: unicode === false ? '|' : '·',
  };
}
