/** The answer of the commands that show consents. */
import { type ConsentRecord, consentHistory, placeOf } from '../../core/consent.ts';
import { type Day, momentDay } from '../../core/date.ts';
import type { Deadline } from '../../core/deadline.ts';
import type { Ledger } from '../../core/ledger.ts';
import type { Outcome } from '../../core/report.ts';
import type { App } from '../app.ts';
import { withLedger } from '../casework.ts';
import { type ConsentItem, consentItem, consentsReport } from '../views/consents.ts';
import { zoneOfConsent } from './register.ts';

export interface Showing {
  /** The day that is asked about; else today. */
  on?: Day;
  history: boolean;
  empty?: string;
  outro?: readonly string[];
  /** Clocks of the requests that were opened, by case. */
  deadlines?: ReadonlyMap<string, readonly Deadline[]>;
}

/** `ledger`: where private values are read from with --reveal; a dry run has none to show. */
export async function answer(app: App, records: readonly ConsentRecord[], ledger: Ledger | undefined, showing: Showing): Promise<Outcome & { items: ConsentItem[] }> {
  const { config } = await app.config();
  const reveal = app.globals.reveal && ledger ? await ledger.recall(records.flatMap((r) => r.privates.map((p) => p.id))) : undefined;
  const items: ConsentItem[] = [];
  for (const record of records) {
    const zone = await zoneOfConsent(app, placeOf(record));
    const on = showing.on ?? momentDay(app.now, zone);
    // What happened after --as-of is left out, and so is a consent of which nothing is left then.
    if (record.said.length > 0 && consentHistory(record, zone, app.now).length === 0) continue;
    const seen = consentItem(record, { on, zone, now: app.now, organisation: config.organisation, reveal });
    items.push({ ...seen, custos: { ...seen.custos, deadlines: showing.deadlines?.get(seen.custos.request ?? '') ?? [] } });
  }
  const today = momentDay(app.now, await zoneOfConsent(app, undefined));
  const report = consentsReport(items, showing.on ?? today, { history: showing.history, reveal: app.globals.reveal === true, outro: showing.outro ?? [], empty: showing.empty ?? 'No consents.' });
  const notes = showing.on !== undefined && showing.on > today ? ['that day lies ahead: the answer is how it stands if nothing changes'] : [];
  return { report, notes, items };
}

/** The same after a change, with what was written read back where personal data are to be shown. */
export async function answerChange(app: App, records: readonly ConsentRecord[], showing: Showing): Promise<Outcome> {
  if (!app.globals.reveal || app.globals.dryRun) return answer(app, records, undefined, showing);
  return withLedger(app, 'read', (ledger) => answer(app, records, ledger, showing));
}
