/** How a report says what it was made with, for formats that are kept. */
import type { Envelope } from '../core/report.ts';

export function sayMade({ tool, asOf, timeZone, laws }: Envelope): string {
  const law = laws.map((l) => `${l.id} (checked ${l.checkedOn})`).join(', ');
  return `${tool.name} ${tool.version}, as of ${asOf} (${timeZone})${law === '' ? '' : `; laws: ${law}`}. Not legal advice.`;
}
