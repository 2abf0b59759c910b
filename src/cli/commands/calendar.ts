/** `custos calendar`: the open clocks as an iCalendar feed. No personal data. */
import type { Outcome } from '../../core/report.ts';
import type { App } from '../app.ts';
import { caseload } from '../caseload.ts';
import { readOne, standing, study, withLedger } from '../casework.ts';
import { type Register, action } from '../command.ts';
import { whyWords } from '../views/deadlines.ts';

/** Days before a deadline on which a calendar program reminds. */
const REMIND_DAYS = [7, 1];

export const register: Register = (program, runner) => {
  const command = program.command('calendar').description('Write every open clock as an all-day event (iCalendar). Use -o FILE to save it.');
  action(command, runner, (app) => calendar(app), 'text');
};

async function calendar(app: App): Promise<Outcome> {
  const { icalendar } = await import('../../adapters/icalendar.ts');
  const { recordedAt } = await app.stamp();
  const items = await withLedger(app, 'read', async (ledger) => {
    const cases = await caseload(app, ledger, { state: 'open' });
    const works = [];
    for (const { id } of cases) works.push(await study(app, await readOne(ledger, id), id));
    return works.flatMap((work) => standing(app, work).items.map((item) => ({ work, item })));
  });
  const entries = items.flatMap(({ work, item }) => (item.due === null || !['running', 'overdue'].includes(item.state) ? [] : [{
    id: `${work.record.id}.${item.law}.${item.obligation}@custos`, date: item.due, summary: `${work.record.id} ${item.requestType}: ${item.obligation} (${item.law})`,
    description: `${item.duty}. ${whyWords(item)}`, url: item.citation.url, remindDays: REMIND_DAYS,
  }]));
  return { report: { kind: 'text', schema: 'calendar', text: icalendar('Privacy deadlines', entries, recordedAt) }, incomplete: items.some(({ item }) => item.state === 'undetermined') };
}
