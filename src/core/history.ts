/** What the events of a case, of whatever kind, say of each other: corrections, private records and their erasure. */
import type { CaseEvent } from './event.ts';

/** A private record that an event names. */
export interface PrivateRecord {
  id: string;
  digest: string;
  seq: number;
}

/** The private records that the events of a case name, oldest first, whether they still exist or not. */
export function privatesOf(events: readonly CaseEvent[]): PrivateRecord[] {
  return events.flatMap(({ body, seq }) => ('private' in body && body.private ? [{ ...body.private, seq }] : []));
}

export function erasedOf(events: readonly CaseEvent[]): ReadonlySet<string> {
  return new Set(events.flatMap((e) => (e.body.type === 'erased' ? e.body.records : [])));
}

/** Which events a correction strikes or moves; a correction can itself be struck by a later one. */
export function corrections(events: readonly CaseEvent[]): { struck: Set<number>; moved: Map<number, string> } {
  const struck = new Set<number>();
  const moved = new Map<number, string>();
  for (const { body, seq } of events.toReversed()) {
    if (body.type !== 'corrected' || struck.has(seq)) continue;
    if (body.on === undefined) struck.add(body.event);
    else if (!moved.has(body.event)) moved.set(body.event, body.on);
  }
  return { struck, moved };
}
