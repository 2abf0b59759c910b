/** A withdrawal starts the clocks of the law: it is followed up by a request case, which lists and audits then show. */
import { type CaseRecord, replay } from '../../core/case.ts';
import { type Moment, type Zone, formatMoment, momentDay, parseMoment } from '../../core/date.ts';
import type { CaseEvent, NewEvent, RequestFacts } from '../../core/event.ts';
import type { LedgerTx, Stamp } from '../../core/ledger.ts';
import { subjectName } from '../../inventory/consent.ts';
import { type Scope, aboutScope } from '../../inventory/consent-scopes.ts';
import { subjectOf } from './register.ts';

/** Where the requests that follow withdrawals up come from. */
const SOURCE = 'consent';
const TYPE = 'withdraw-consent';

export interface Withdrawal {
  ref: string;
  scopes: readonly Scope[];
  on: Moment;
  zone: Zone;
  /** `jurisdiction` decides whose clocks run. */
  facts: RequestFacts & { jurisdiction: string };
}

export interface FollowUp {
  id: string;
  /** It was logged before. */
  known: boolean;
  /** Appends it and gives the whole case. */
  write: () => Promise<CaseEvent[]>;
}

/**
 * The request that follows a withdrawal up: the open one that was logged for another scope withdrawn by the same person
 * on the same day under the same laws, else the next free one. `write` appends it; the id is known before, so that the
 * consent can name it.
 */
export async function followUp(tx: LedgerTx, withdrawal: Withdrawal, stamp: Stamp): Promise<FollowUp> {
  const { ref, on, facts } = withdrawal;
  const data = dataOf(withdrawal);
  const known = await sameDay(tx, withdrawal);
  if (known) {
    const had = known.facts.data ?? [];
    const fresh = data.filter((kind) => !had.includes(kind));
    const learned: NewEvent[] = fresh.length > 0 ? [{ body: { type: 'learned', data: [...had, ...fresh] } }] : [];
    return { id: known.id, known: true, write: async () => [...known.events, ...(learned.length > 0 ? await tx.append(known.id, learned, stamp) : [])] };
  }
  const id = await tx.nextCase('R');
  const opened: NewEvent = {
    body: { requestType: TYPE, ...facts, ...(data.length > 0 ? { data } : {}), type: 'opened', kind: 'request', source: SOURCE },
    private: { values: { subject: subjectName(ref) }, subject: subjectOf(ref) },
  };
  return { id, known: false, write: () => tx.append(id, [opened, { body: { type: 'marked', mark: 'received', on: formatMoment(on) } }], stamp) };
}

/** The kinds of data that were said, else those that the scopes are about. */
function dataOf({ scopes, facts }: Withdrawal): string[] {
  return facts.data ?? [...new Set(scopes.flatMap(({ code }) => aboutScope(code)?.data ?? []))].toSorted();
}

async function sameDay(tx: LedgerTx, { ref, on, zone, facts }: Withdrawal): Promise<CaseRecord | undefined> {
  for (const id of await tx.findSubject(subjectOf(ref))) {
    const record = id.startsWith('R-') ? replay(await tx.read(id)) : undefined;
    const received = record?.marks.find((m) => m.body.mark === 'received')?.body.on;
    if (!record || received === undefined || record.opened.source !== SOURCE || record.facts.requestType !== TYPE) continue;
    // The clocks of a request that was answered have stopped: they would not run for what is withdrawn now.
    if (record.marks.some((m) => m.body.mark === 'answered' || m.body.mark === 'withdrawn') || !agree(record.facts, facts)) continue;
    if (momentDay(parseMoment(received) as Moment, zone) === momentDay(on, zone)) return record;
  }
  return undefined;
}

/** Whether both are about the same laws. Kinds of data that nobody named are those of the scopes, and add up. */
function agree(had: RequestFacts, facts: RequestFacts): boolean {
  const same = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean => a?.toSorted().join(' ') === b?.toSorted().join(' ');
  return had.jurisdiction === facts.jurisdiction && had.role === facts.role && had.zone === facts.zone && same(had.laws, facts.laws) && (facts.data === undefined || same(had.data, facts.data));
}
