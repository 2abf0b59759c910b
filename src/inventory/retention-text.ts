/** Reads what people write about how long they keep data. */
import { parseDuration } from '../core/period.ts';
import type { Retention } from './retention.ts';

export function parseRetention(text: string): Retention {
  const iso = /^(P\w+?)(?:@(\w+))?$/.exec(text);
  const max = iso ? parseDuration(iso[1] as string) : undefined;
  if (!iso || !max) return { kind: 'unparseable', spans: [] };
  return { kind: 'fixed', spans: [{ min: max, max, ...(iso[2] === undefined ? {} : { event: iso[2] }) }] };
}
