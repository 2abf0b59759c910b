/** Which dates of open cases are others under earlier laws. */
import { parseDay } from '../../core/date.ts';
import type { Ledger } from '../../core/ledger.ts';
import { compareText } from '../../core/order.ts';
import type { Outcome, Records } from '../../core/report.ts';
import type { App } from '../app.ts';
import { caseload, countCase, earlierClocks } from '../caseload.ts';
import { withLedger } from '../casework.ts';
import { type EarlierLaws, Shelf } from '../shelf.ts';
import { failDays } from '../standing.ts';

/** What was counted for one duty of a case. */
interface Counted {
  due: string | null;
  dueAt: string | null;
  state: string | null;
}

/** One date that moves (kind `moved-dates`). A duty that is new, or gone, has no `before`, or no `after`. */
interface Moved {
  case: string;
  law: string | null;
  obligation: string | null;
  variant: string | null;
  before: Counted | null;
  after: Counted | null;
  /** Calendar days by which it ends later; negative: sooner. */
  days: number | null;
}

type Dates = Map<string, Pick<Moved, 'case' | 'law' | 'obligation' | 'variant'> & { is: Counted }>;

/** Every duty of open cases, counted with laws of an earlier version and with the present ones. */
export async function movedUnder(app: App, earlier: EarlierLaws): Promise<Outcome> {
  if (!(await app.hasLedger())) return answer(app, [], 0, 'There is no ledger, so no case is open.');
  return withLedger(app, 'read', async (ledger) => {
    const [before, after] = [await datesOf(app, ledger, earlier), await datesOf(app, ledger, undefined)];
    return answer(app, compare(before, after), new Set([...after.values()].map((d) => d.case)).size, 'No date of an open case moves.');
  });
}

async function datesOf(app: App, ledger: Ledger, earlier: EarlierLaws | undefined): Promise<Dates> {
  const dates: Dates = new Map();
  const add = (one: Pick<Moved, 'case' | 'law' | 'obligation' | 'variant'>, { due, dueAt, state }: { due: string | null; dueAt: string | null; state: string }): void => {
    dates.set(JSON.stringify([one.case, one.law, one.obligation, one.variant]), { ...one, is: { due, dueAt, state } });
  };
  const shelf = new Shelf(app, earlier);
  for await (const batch of ledger.cases()) {
    for (const events of batch) {
      const counted = await countCase(app, events, shelf);
      if (counted?.summary.state === 'open') for (const item of counted.items) add({ case: counted.summary.id, law: item.law, obligation: item.obligation, variant: item.requestType === counted.summary.requestType ? null : item.requestType }, item);
    }
  }
  const [{ everyBreach }, { LawShelf }, { isOpen }] = await Promise.all([import('../breach/open.ts'), import('../breach/laws.ts'), import('../breach/judge.ts')]);
  for await (const { record, judged } of everyBreach(app, ledger, new LawShelf(app, earlier))) {
    for (const item of judged.items.filter(isOpen)) add({ case: record.id, law: item.law, obligation: item.obligation, variant: item.variant }, item);
  }
  return dates;
}

function compare(before: Dates, after: Dates): Moved[] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const [a, b] = [before.get(key), after.get(key)];
    const { is: _, ...head } = (b ?? a) as NonNullable<typeof a>;
    return differs(a?.is, b?.is) ? [moved(head, a?.is ?? null, b?.is ?? null)] : [];
  });
}

const differs = (a: Counted | undefined, b: Counted | undefined): boolean => a?.due !== b?.due || a?.dueAt !== b?.dueAt || a === undefined || b === undefined;

function moved(head: Pick<Moved, 'case' | 'law' | 'obligation' | 'variant'>, before: Counted | null, after: Counted | null): Moved {
  const [from, to] = [before?.due, after?.due].map((due) => (due === null || due === undefined ? undefined : parseDay(due)));
  return { ...head, before, after, days: from === undefined || to === undefined ? null : to - from };
}

/** The first clock of each open request as it was kept before the data changed for the last time, and as it is now. */
export async function movedSinceData(app: App): Promise<Outcome> {
  if (!(await app.hasLedger())) return answer(app, [], 0, 'There is no ledger, so no case is open.');
  return withLedger(app, 'read', async (ledger) => {
    const now = await caseload(app, ledger, { state: 'open' });
    const kept = await earlierClocks(app, ledger);
    const known = new Map(kept?.map((one) => [one.id, one]));
    const items = now.flatMap(({ id, next }) => {
      const before = known.get(id);
      if (!before || (before.due === (next?.due ?? null) && before.dueAt === (next?.dueAt ?? null) && before.law === (next?.law ?? null))) return [];
      const head = { case: id, law: next?.law ?? before.law, obligation: next?.obligation ?? before.obligation, variant: null };
      return [moved(head, before.due === null ? null : { due: before.due, dueAt: before.dueAt, state: null }, next ? { due: next.due, dueAt: next.dueAt, state: next.state } : null)];
    });
    const none = kept ? 'No date of an open request moved when the law data last changed.' : 'No dates were kept from before a change of the law data: they are kept from the first custos request list or audit on.';
    return { ...answer(app, items, now.length, none), notes: ['the first clock of each open request, without those that something was added to since; dates of breaches are not kept: custos law diff OLD-FOLDER --open-cases counts them'], ...(kept ? {} : { incomplete: !app.globals.allowEmpty }) };
  });
}

function answer(app: App, items: Moved[], cases: number, empty: string): Outcome {
  const sorted = items.toSorted((a, b) => (a.days ?? 0) - (b.days ?? 0) || compareText(a.case, b.case) || compareText(a.law ?? '', b.law ?? ''));
  const say = (is: Counted | null): string => (is === null ? 'no duty' : (is.due ?? is.state ?? 'no date'));
  const report: Records<Moved> = {
    kind: 'records', schema: 'moved-dates', title: '', items: sorted, rows: sorted, summary: { open: cases, moved: new Set(items.map((i) => i.case)).size, sooner: items.filter((i) => i.days !== null && i.days < 0).length },
    lines: sorted.map((i) => ({ ...i, before: i.before?.due ?? null, after: i.after?.due ?? null })) as never[],
    columns: [
      { title: 'CASE', value: (m) => ({ text: m.case, tone: 'strong' }) }, { title: 'BEFORE', value: (m) => say(m.before) }, { title: 'NOW', value: (m) => ({ text: say(m.after), tone: m.days !== null && m.days < 0 ? 'bad' : 'strong' }) },
      { title: 'DAYS', align: 'right', value: (m) => (m.days === null ? '' : m.days > 0 ? `+${m.days}` : String(m.days)) }, { title: 'DUTY', value: (m) => [m.obligation ?? '', ...(m.variant === null ? [] : [`(${m.variant})`])].join(' ') }, { title: 'LAW', wide: true, value: (m) => m.law ?? '' },
    ],
    fields: ['case', 'law', 'obligation', 'variant', 'before', 'after', 'days'], empty,
  };
  const days = failDays(app.globals.failOn ?? 'never');
  return { report, attention: days !== undefined && items.some((i) => days > 0 || (i.days !== null && i.days < 0) || i.before === null) };
}
