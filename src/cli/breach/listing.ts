/** `custos breach list`: recorded breaches, the most urgent first. */
import type { BreachItem } from '../../core/breach-item.ts';
import { compareText } from '../../core/order.ts';
import type { Cell, Outcome, Records } from '../../core/report.ts';
import type { App } from '../app.ts';
import { withLedger } from '../casework.ts';
import { type ListOptions, chosenState, daysOf } from '../options.ts';
import { failDays } from '../standing.ts';
import { dueWords, dutyWord, leftWords } from '../views/breach.ts';
import { type BreachOut, glance, peopleWords } from '../views/breach-record.ts';
import { isPressing } from './assessing.ts';
import { isIncomplete, isOpen } from './judge.ts';
import { LawShelf } from './laws.ts';
import { type Standing, everyBreach } from './open.ts';

/** One breach in a list (kind `breaches`). */
interface BreachSummary extends Pick<BreachOut, 'id' | 'state' | 'discovered' | 'aware' | 'elements' | 'people'> {
  severity: string;
  risk: string | null;
  required: number;
  open: number;
  overdue: number;
  undetermined: number;
  next: Pick<BreachItem, 'law' | 'obligation' | 'variant' | 'state' | 'due' | 'dueAt' | 'earliest' | 'daysLeft' | 'timeZone' | 'decision'> | null;
}

export async function list(app: App, options: ListOptions): Promise<Outcome> {
  const state = chosenState(options);
  const within = options.due === undefined ? undefined : daysOf('due', options.due, '3d');
  const days = failDays(app.globals.failOn ?? 'never');
  const shelf = new LawShelf(app);
  const found: { summary: BreachSummary; standing: Standing }[] = [];
  await withLedger(app, 'read', async (ledger) => {
    for await (const standing of everyBreach(app, ledger, shelf)) {
      const summary = summarize(app, standing);
      if (state !== 'all' && summary.state !== state) continue;
      if (options.overdue && summary.overdue === 0) continue;
      if (within !== undefined && !standing.judged.items.some((i) => isPressing(app, i, within))) continue;
      found.push({ summary, standing });
    }
  });
  const rank = ({ summary: { next } }: (typeof found)[number]): string => next?.dueAt ?? '~';
  const sorted = found.toSorted((a, b) => (compareText(rank(a), rank(b)) || Number(a.summary.id.slice(2)) - Number(b.summary.id.slice(2))));
  const items = sorted.map(({ summary }) => summary);
  const report: Records<BreachSummary> = {
    kind: 'records', schema: 'breaches', title: '', items, rows: items, columns: columnsOf(app),
    lines: items.map((i) => ({ ...i, people: i.people.n, peopleUpTo: i.people.upTo, places: i.people.places, due: i.next?.due ?? null, dueAt: i.next?.dueAt ?? null, law: i.next?.law ?? null, obligation: i.next?.obligation ?? null })) as never[],
    fields: ['id', 'state', 'discovered', 'aware', 'elements', 'people', 'peopleUpTo', 'places', 'severity', 'risk', 'required', 'open', 'overdue', 'undetermined', 'due', 'dueAt', 'law', 'obligation'],
    summary: { count: items.length, overdue: items.filter((i) => i.overdue > 0).length, undetermined: items.filter((i) => i.undetermined > 0).length },
    empty: options.overdue ? 'Nothing is overdue.' : within === undefined ? `No ${state === 'all' ? '' : `${state} `}breaches.` : `Nothing is due within ${within} days.`,
  };
  return {
    report, attention: days !== undefined && found.some(({ standing }) => standing.judged.items.some((i) => isPressing(app, i, days))),
    incomplete: found.some(({ summary, standing }) => summary.state === 'open' && isIncomplete(standing.judged)),
  };
}

function summarize(app: App, { record, breach, judged }: Standing): BreachSummary {
  const { items, risk, severity } = judged;
  const open = items.filter(isOpen);
  const { discovered, aware, elements, people } = glance(breach.file);
  const dated = open.filter((i) => i.due !== null).toSorted((a, b) => compareText(a.dueAt ?? '~', b.dueAt ?? '~'));
  const [first] = dated;
  return {
    id: record.id, state: open.length > 0 ? 'open' : 'closed', discovered, aware, elements, people, severity: severity.level, risk: risk.decided ?? null,
    required: items.filter((i) => i.decision === 'required').length, open: open.length, overdue: open.filter((i) => isPressing(app, i, -1)).length, undetermined: items.filter((i) => i.decision === 'undetermined').length,
    next: first ? { law: first.law, obligation: first.obligation, variant: first.variant, state: first.state, due: first.due, dueAt: first.dueAt, earliest: first.earliest, daysLeft: first.daysLeft, timeZone: first.timeZone, decision: first.decision } : null,
  };
}

function columnsOf(app: App): Records<BreachSummary>['columns'] {
  return [
    { title: 'CASE', value: (b) => ({ text: b.id, tone: 'strong' }) },
    { title: 'DUE', value: (b) => (b.next ? dueWords(b.next) : '–') },
    { title: 'LEFT', align: 'right', value: (b) => (b.next ? leftWords(b.next, app.now) : '') },
    { title: 'STATE', value: stateCell },
    { title: 'DISCOVERED', value: (b) => b.discovered?.slice(0, 10) ?? '–' },
    { title: 'PEOPLE', align: 'right', value: (b) => peopleWords(b.people) },
    { title: 'SEVERITY', value: (b) => b.severity },
    { title: 'NEXT', wide: true, value: (b) => `${b.next ? `${b.next.law} ${dutyWord(b.next)}; ` : ''}${b.open} open${b.undetermined > 0 ? `, ${b.undetermined} undetermined` : ''}` },
  ];
}

function stateCell({ state, overdue, undetermined }: BreachSummary): Cell {
  return overdue > 0 ? { text: 'overdue', tone: 'bad' } : { text: state, tone: state === 'closed' ? 'dim' : undetermined > 0 ? 'warn' : 'good' };
}
