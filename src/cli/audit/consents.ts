/** What an audit finds in the register of consents: withdrawals that start no clock. */
import { type ConsentRecord, consentHistory, consentOn, placeOf, replayConsent } from '../../core/consent.ts';
import { formatDay, momentDay } from '../../core/date.ts';
import type { Ledger } from '../../core/ledger.ts';
import type { Finding } from '../../core/report.ts';
import { scopeText } from '../../inventory/consent-scopes.ts';
import type { App } from '../app.ts';
import { scopeOf, zoneOfConsent } from '../consent/register.ts';
import { findingOf } from './findings.ts';

export async function consentFindings(app: App, ledger: Ledger): Promise<Finding[]> {
  const findings: Finding[] = [];
  for await (const { record, on } of unfollowed(app, ledger)) findings.push(findingOf('consent/no-clock', record.id, `${record.id} ${scopeText(scopeOf(record))} was withdrawn on ${on}, and no request follows it up: no clock runs`, { what: on }));
  return findings;
}

/** Withdrawals that no request follows up, with their day. Those that were taken over as dealt with are left alone. */
export async function* unfollowed(app: App, ledger: Ledger): AsyncGenerator<{ record: ConsentRecord; on: string }> {
  for await (const batch of ledger.cases()) {
    for (const record of batch.flatMap((events) => replayConsent(events) ?? [])) {
      const on = await dayUnfollowed(app, record);
      if (on !== undefined) yield { record, on };
    }
  }
}

/** The day of a withdrawal that stands today and that nothing follows up. */
async function dayUnfollowed(app: App, record: ConsentRecord): Promise<string | undefined> {
  const zone = await zoneOfConsent(app, placeOf(record));
  const { by } = consentOn(consentHistory(record, zone, app.now), momentDay(app.now, zone));
  const body = record.said.find(({ seq }) => seq === by?.event)?.body;
  const open = body !== undefined && (body.status === 'withdrawn' || body.status === 'revoked') && body.request === undefined && body.source !== 'history';
  return by && open ? formatDay(by.on) : undefined;
}
