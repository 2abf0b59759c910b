/** `custos request list`: what is due first. */
import type { Outcome, Records, Tone } from '../../../core/report.ts';
import { UserError } from '../../../core/errors.ts';
import type { App } from '../../app.ts';
import { type CaseFilter, type CaseSummary, caseload } from '../../caseload.ts';
import { withLedger } from '../../casework.ts';
import { type Register, action } from '../../command.ts';
import { type ListOptions, chosenState, daysOf } from '../../options.ts';
import { failDays, isPressing } from '../../standing.ts';
import { dayWithName, daysLeftWords } from '../../views/deadlines.ts';

export const register: Register = (request, runner) => {
  const command = request.command('list').description('List requests, the most urgent first; open ones unless told otherwise.')
    .option('--open', 'only open requests').option('--closed', 'only answered and withdrawn requests').option('--all', 'every request')
    .option('--due <days>', 'due within so many days, such as 7d; overdue ones included').option('--overdue', 'only overdue requests');
  action(command, runner, (app, operands, options) => listRequests(app, operands, options));
};

export async function listRequests(app: App, operands: string[], options: ListOptions): Promise<Outcome> {
  if (operands.length > 0) throw new UserError('usage', `unexpected “${operands[0]}”`, { hint: 'custos request list --help' });
  const filter = filterOf(options);
  const items = await withLedger(app, 'read', (ledger) => caseload(app, ledger, filter));
  const days = failDays(app.globals.failOn ?? 'never');
  const report: Records<CaseSummary> = {
    kind: 'records', schema: 'requests', title: '', items, rows: items, lines: items, columns,
    fields: ['id', 'requestType', 'jurisdiction', 'state', 'received', 'answered', 'outcome', 'reference', 'next', 'target', 'running', 'undetermined'],
    summary: { count: items.length, overdue: items.filter((i) => i.next?.state === 'overdue').length, undetermined: items.filter((i) => i.undetermined > 0).length },
    empty: filter.overdue ? 'Nothing is overdue.' : filter.dueWithin === undefined ? `No ${filter.state === 'all' ? '' : `${filter.state} `}requests.` : `Nothing is due within ${filter.dueWithin} days.`,
  };
  return {
    report, attention: days !== undefined && items.some((i) => i.next !== null && isPressing(i.next, days)),
    incomplete: items.some((i) => i.undetermined > 0),
  };
}

function filterOf(options: ListOptions): CaseFilter {
  const filter: CaseFilter = { state: chosenState(options) };
  if (options.overdue) filter.overdue = true;
  if (options.due !== undefined) filter.dueWithin = daysOf('due', options.due, '7d');
  return filter;
}

const TONES: Partial<Record<string, Tone>> = { overdue: 'bad', paused: 'warn', undetermined: 'warn', running: 'good' };

const columns: Records<CaseSummary>['columns'] = [
  { title: 'CASE', value: (c) => ({ text: c.id, tone: 'strong' }) },
  { title: 'DUE', value: (c) => (c.next?.due ? dayWithName(c.next.due) : c.next?.earliest ? `≥ ${c.next.earliest}` : c.target ? `(${c.target})` : '–') },
  { title: 'LEFT', align: 'right', value: (c) => (c.next ? daysLeftWords(c.next) : '') },
  { title: 'STATE', value: (c) => ({ text: c.state === 'open' ? (c.next?.state ?? 'open') : c.state, tone: TONES[c.next?.state ?? ''] ?? 'dim' }) },
  { title: 'TYPE', value: (c) => c.requestType },
  { title: 'IN', value: (c) => c.jurisdiction },
  { title: 'CLOCK', wide: true, value: (c) => (c.next ? `${c.next.law} ${c.next.obligation}${c.next.earliest && c.next.due && c.next.earliest < c.next.due ? `, cautious ${c.next.earliest}` : ''}` : c.target ? 'no fixed term; target of good practice' : (c.outcome ?? '')) },
];
