/** `--dry-run` of many rows: what would be appended is kept in memory, so that later rows see it, and the ledger is only read. */
import type { CaseEvent, EventBody, NewEvent } from '../../core/event.ts';
import { GENESIS, type LedgerTx, type Stamp } from '../../core/ledger.ts';

export class Rehearsal {
  private readonly added = new Map<string, CaseEvent[]>();
  private readonly references = new Map<string, string>();
  private readonly subjects = new Map<string, string[]>();
  private readonly next = new Map<string, number>();
  private seq: number;

  /** `count`: how many events the ledger has. */
  constructor(count = 0) {
    this.seq = count;
  }

  /** The transaction as it would be if everything so far had been appended. */
  over(tx: LedgerTx): LedgerTx {
    return {
      read: async (caseId) => [...(await tx.read(caseId)), ...(this.added.get(caseId) ?? [])],
      nextCase: async (prefix) => {
        const number = this.next.get(prefix) ?? Number((await tx.nextCase(prefix)).slice(2));
        this.next.set(prefix, number);
        return `${prefix}-${number}`;
      },
      findReference: async (source, reference) => this.references.get(`${source}\n${reference}`) ?? tx.findReference(source, reference),
      findSubject: async (subject) => [...(await tx.findSubject(subject)), ...(this.subjects.get(subject) ?? [])],
      append: async (caseId, events, stamp) => this.append(caseId, events, stamp),
    };
  }

  private append(caseId: string, events: readonly NewEvent[], { by, recordedAt }: Stamp): CaseEvent[] {
    const sealed = events.map(({ body, private: personal }): CaseEvent => {
      this.seq += 1;
      if (personal?.subject !== undefined) this.subjects.set(personal.subject, [...(this.subjects.get(personal.subject) ?? []), caseId]);
      this.opened(caseId, body);
      return { seq: this.seq, case: caseId, recordedAt, by, body, prev: GENESIS, hash: GENESIS };
    });
    this.added.set(caseId, [...(this.added.get(caseId) ?? []), ...sealed]);
    return sealed;
  }

  private opened(caseId: string, body: EventBody): void {
    if (body.type !== 'opened') return;
    const [prefix, number] = [caseId.slice(0, 1), Number(caseId.slice(2))];
    if (this.next.get(prefix) === number) this.next.set(prefix, number + 1);
    if (body.kind === 'request' && body.source !== undefined && body.reference !== undefined) this.references.set(`${body.source}\n${body.reference}`, caseId);
  }
}
