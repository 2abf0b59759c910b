/** Where `inventory check --consents` looks consents up: in the ledger, or in a file. */
import { type ConsentRecord, consentHistory, placeOf, replayConsent } from '../../core/consent.ts';
import type { Zone } from '../../core/date.ts';
import type { Ledger } from '../../core/ledger.ts';
import type { Source } from '../../core/report.ts';
import { ConsentBook, type Consents } from '../../inventory/consent.ts';
import { factsOfRow } from '../../inventory/consent-row.ts';
import type { App } from '../app.ts';
import { withLedger } from '../casework.ts';
import { scopeOf, zoneOfConsent } from './register.ts';
import { openConsents } from './rows.ts';

export interface ConsentSource {
  consents: Consents;
  inputs: Source[];
  notes: string[];
}

/** `source`: the word `ledger`, or a file of consents (CSV or JSON). */
export async function consentsFor(app: App, source: string): Promise<ConsentSource> {
  return source === 'ledger' ? withLedger(app, 'read', (ledger) => consentsOf(app, ledger)) : consentsFromFile(app, source);
}

/** The consents of the ledger as they stood at `--as-of`. A consent whose person was erased is nobody's. */
async function consentsOf(app: App, ledger: Ledger): Promise<ConsentSource> {
  const book = new ConsentBook();
  const zones = new Map<string, Zone>();
  for await (const batch of ledger.cases()) {
    const records = batch.flatMap((events) => replayConsent(events) ?? []);
    const refs = records.length === 0 ? new Map<string, Readonly<Record<string, string>>>() : await ledger.recall(records.flatMap(({ opened }) => opened.private?.id ?? []));
    for (const record of records) {
      const ref = refs.get(record.opened.private?.id ?? '')?.['subject'];
      if (ref !== undefined) book.add(ref, scopeOf(record), consentHistory(record, await zone(app, record, zones), app.now));
    }
  }
  return { consents: book, inputs: [], notes: [] };
}

async function zone(app: App, record: ConsentRecord, zones: Map<string, Zone>): Promise<Zone> {
  const place = placeOf(record) ?? '';
  const known = zones.get(place) ?? (await zoneOfConsent(app, place));
  zones.set(place, known);
  return known;
}

/** The consents of a file. What cannot be read is `unknown` and never `none`; rows without a person or a scope are told. */
async function consentsFromFile(app: App, file: string): Promise<ConsentSource> {
  const opened = await openConsents(app, file, {});
  const book = new ConsentBook();
  let left = 0;
  for await (const batch of opened.rows()) {
    for (const row of batch) {
      if (row.subject === '' || row.scopes.length === 0) left += 1;
      else for (const scope of row.scopes) book.add(row.subject, scope, factsOfRow(row, scope));
    }
  }
  return { consents: book, inputs: opened.inputs, notes: [...opened.notes, ...(left > 0 ? [`${file}: ${left} row${left === 1 ? '' : 's'} without a person or a scope that is known: not looked up`] : [])] };
}
