/** One JSON object: the envelope of the contract, with the items last. */
import type { Envelope, Report } from '../core/report.ts';
import { type Rendered, misfit } from './format.ts';
import { jsonWithItems } from './stream.ts';

export function json(report: Report, envelope: Envelope): Rendered {
  if (report.kind === 'text') throw misfit('json', report);
  const { schema, tool, asOf, timeZone, laws, inputs, summary } = envelope;
  return jsonWithItems({ schema, tool, asOf, timeZone, laws, inputs, summary, items: [] }, report.items, 1);
}
