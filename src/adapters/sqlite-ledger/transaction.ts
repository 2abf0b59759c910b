/** One transaction, as the work inside it sees it. */
import { UserError } from '../../core/errors.ts';
import type { CaseEvent, NewEvent } from '../../core/event.ts';
import type { CasePrefix, LedgerTx, Stamp } from '../../core/ledger.ts';
import type { Store } from './store.ts';

export class SqliteTx implements LedgerTx {
  /** Set when the transaction has ended: who still holds it must not use it. */
  over = false;
  private readonly held: Store;
  private readonly mayAppend: boolean;

  constructor(store: Store, mayAppend: boolean) {
    this.held = store;
    this.mayAppend = mayAppend;
  }

  async read(caseId: string): Promise<CaseEvent[]> {
    return this.store().eventsOf(caseId);
  }

  async nextCase(prefix: CasePrefix): Promise<string> {
    return this.store().nextCase(prefix);
  }

  async findReference(source: string, reference: string): Promise<string | undefined> {
    return this.store().findReference(source, reference);
  }

  async findSubject(subject: string): Promise<string[]> {
    return this.store().findSubject(subject);
  }

  async append(caseId: string, events: readonly NewEvent[], stamp: Stamp): Promise<CaseEvent[]> {
    const store = this.store();
    if (!this.mayAppend) throw readOnly();
    return store.append(caseId, events, stamp);
  }

  private store(): Store {
    if (this.over) throw new Error('the transaction is over');
    return this.held;
  }
}

export function readOnly(): UserError {
  return new UserError('ledger-unwritable', 'the ledger is open for reading only');
}
