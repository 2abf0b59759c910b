/** What the ledger says about promises: clocks that run or were met too late, and withdrawals that started none. */
import { type Day, type Zone, momentDay, parseDay } from '../../../core/date.ts';
import type { Deadline } from '../../../core/deadline.ts';
import type { Ledger } from '../../../core/ledger.ts';
import { aboutScope } from '../../../inventory/consent-scopes.ts';
import type { LedgerClock, LooseWithdrawal, Standing } from '../../../inventory/policy-clocks.ts';
import type { App } from '../../app.ts';
import { hasBreach } from '../../audit/breaches.ts';
import { unfollowed } from '../../audit/consents.ts';
import { caseload, countCase } from '../../caseload.ts';
import { readOne } from '../../casework.ts';
import { Shelf } from '../../shelf.ts';
import { RUNS } from '../../views/request.ts';

/** How long, in days, a promise stays broken by what was done too late. */
const MEMORY = 365;

export async function standingOf(app: App, ledger: Ledger): Promise<Standing> {
  const since = momentDay(app.now, 'UTC') - MEMORY;
  return { clocks: [...(await requestClocks(app, ledger, since)), ...(await breachClocks(app, ledger, since))], loose: await looseWithdrawals(app, ledger) };
}

async function requestClocks(app: App, ledger: Ledger, since: Day): Promise<LedgerClock[]> {
  const shelf = new Shelf(app);
  const clocks: LedgerClock[] = [];
  for (const { id, state, answered } of await caseload(app, ledger, { state: 'all' }, shelf)) {
    const open = state === 'open';
    // What was answered long ago need not be counted again.
    if (!open && answered !== null && (parseDay(answered) as Day) < since) continue;
    const counted = await countCase(app, await readOne(ledger, id), shelf);
    const recent = open || counted?.timeline.marks.some((m) => m.on >= since) === true;
    for (const item of counted?.items ?? []) if (item.state === 'late' ? recent : open && asks(item)) clocks.push({ ...clockOf(app, id, item), requestType: item.requestType });
  }
  return clocks;
}

const asks = ({ state }: Pick<Deadline, 'state'>): boolean => RUNS.includes(state) || state === 'no-fixed-term';

async function breachClocks(app: App, ledger: Ledger, since: Day): Promise<LedgerClock[]> {
  if (!(await hasBreach(ledger))) return [];
  const [{ everyBreach }, { LawShelf }, { isOpen }] = await Promise.all([import('../../breach/open.ts'), import('../../breach/laws.ts'), import('../../breach/judge.ts')]);
  const clocks: LedgerClock[] = [];
  for await (const { breach, judged } of everyBreach(app, ledger, new LawShelf(app))) {
    for (const item of judged.items) {
      const recent = (day: Day): boolean => day >= since;
      const late = item.state === 'late' && (recent(parseDay(item.due ?? '') ?? 0) || breach.marks.some((m) => recent(momentDay(m.on, item.timeZone))));
      if (!late && !isOpen(item)) continue;
      // Whether an undecided duty exists at all is unknown, however long ago its date would have been.
      clocks.push({ ...clockOf(app, breach.id, item), to: item.audience, ...(item.decision === 'undetermined' ? { state: 'undetermined' } : {}) });
    }
  }
  return clocks;
}

interface Counted {
  law: string;
  obligation: string;
  state: string;
  due: string | null;
  practiceTarget: string | null;
  timeZone: Zone;
}

function clockOf(app: App, id: string, { law, obligation, state, due, practiceTarget, timeZone }: Counted): LedgerClock {
  const passed = state === 'no-fixed-term' && practiceTarget !== null && momentDay(app.now, timeZone) > (parseDay(practiceTarget) as Day);
  return { case: id, law, obligation, state, due, ...(passed ? { passed: practiceTarget } : {}) };
}

async function looseWithdrawals(app: App, ledger: Ledger): Promise<LooseWithdrawal[]> {
  const loose: LooseWithdrawal[] = [];
  for await (const { record, on } of unfollowed(app, ledger)) {
    const data = aboutScope(record.opened.scope)?.data;
    loose.push({ case: record.id, on, ...(data ? { data } : {}) });
  }
  return loose;
}
