/** One item a line, without an envelope: for pipes. */
import type { Report } from '../core/report.ts';
import { jsonText } from './escape.ts';
import { type Rendered, misfit } from './format.ts';
import { inPieces } from './stream.ts';

export function ndjson(report: Report): Rendered {
  if (report.kind === 'text') throw misfit('ndjson', report);
  return inPieces(lines(report.items));
}

function* lines(items: readonly unknown[]): Generator<string> {
  for (const item of items) yield jsonText(JSON.stringify(item));
}
