/** `custos calendar`: the open clocks of requests and breaches as an iCalendar feed. No personal data. */
import type { CalendarEntry } from '../../adapters/icalendar.ts';
import type { Ledger } from '../../core/ledger.ts';
import type { Outcome } from '../../core/report.ts';
import type { App } from '../app.ts';
import { caseload } from '../caseload.ts';
import { readOne, standing, study, withLedger } from '../casework.ts';
import { type Register, action } from '../command.ts';
import { Shelf } from '../shelf.ts';
import { whyWords } from '../views/deadlines.ts';

/** Days before a deadline on which a calendar program reminds. */
const REMIND_DAYS = [7, 1];

export const register: Register = (program, runner) => {
  const command = program.command('calendar').description('Write every open clock as an event (iCalendar): all day, or at its time where hours are counted. Use -o FILE to save it.');
  action(command, runner, (app) => calendar(app), 'text');
};

async function calendar(app: App): Promise<Outcome> {
  const { icalendar } = await import('../../adapters/icalendar.ts');
  const { recordedAt } = await app.stamp();
  const { entries, incomplete } = await withLedger(app, 'read', async (ledger) => {
    const [requests, breaches] = [await requestEntries(app, ledger), await breachEntries(app, ledger)];
    return { entries: [...requests.entries, ...breaches.entries], incomplete: requests.incomplete || breaches.incomplete };
  });
  return { report: { kind: 'text', schema: 'calendar', text: icalendar('Privacy deadlines', entries, recordedAt) }, incomplete };
}

interface Entries {
  entries: CalendarEntry[];
  incomplete: boolean;
}

/** The open clocks of requests, case by case: of each only its entries stay. */
async function requestEntries(app: App, ledger: Ledger): Promise<Entries> {
  const entries: CalendarEntry[] = [];
  let incomplete = false;
  const shelf = new Shelf(app);
  for (const { id } of await caseload(app, ledger, { state: 'open' })) {
    for (const item of standing(app, await study(app, await readOne(ledger, id), id, false, shelf)).items) {
      incomplete ||= item.state === 'undetermined';
      if (item.due === null || !['running', 'overdue'].includes(item.state)) continue;
      entries.push({
        id: `${id}.${item.law}.${item.obligation}@custos`, date: item.due, summary: `${id} ${item.requestType}: ${item.obligation} (${item.law})`,
        description: `${item.duty}. ${whyWords(item)}`, url: item.citation.url, remindDays: REMIND_DAYS,
      });
    }
  }
  return { entries, incomplete };
}

/** The open clocks of breaches. A question with a date is one: it may turn out to be a duty. */
async function breachEntries(app: App, ledger: Ledger): Promise<Entries> {
  const { hasBreach } = await import('../audit/breaches.ts');
  if (!(await hasBreach(ledger))) return { entries: [], incomplete: false };
  const [{ everyBreach }, { LawShelf }, { isIncomplete, isOpen }, { dutyWord, isExact, whyWords: why }] = await Promise.all([import('../breach/open.ts'), import('../breach/laws.ts'), import('../breach/judge.ts'), import('../views/breach.ts')]);
  const entries: CalendarEntry[] = [];
  let incomplete = false;
  for await (const { record, judged } of everyBreach(app, ledger, new LawShelf(app))) {
    const open = judged.items.filter(isOpen);
    incomplete ||= open.length > 0 && isIncomplete(judged);
    for (const item of open) {
      if (item.due === null) continue;
      const question = item.decision === 'undetermined' ? ' (undetermined)' : '';
      entries.push({
        id: `${record.id}.${item.law}.${item.obligation}${item.variant === null ? '' : `.${item.variant}`}@custos`, date: item.due, summary: `${record.id} breach: ${dutyWord(item)} (${item.law})${question}`,
        description: `${item.duty}. ${why(item)}`, url: item.citation.url, remindDays: isExact(item) ? [1] : REMIND_DAYS, ...(isExact(item) && item.dueAt !== null ? { at: item.dueAt } : {}),
      });
    }
  }
  return { entries, incomplete };
}
