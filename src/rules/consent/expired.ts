import { type Day, formatDay } from '../../core/date.ts';
import { after, genetic, live, period, subjectIn } from '../../inventory/concepts.ts';
import { recordedAs, scopesOf } from '../../inventory/consenting.ts';
import { scopeText } from '../../inventory/consent-scopes.ts';
import { timeLimit } from '../../inventory/duo.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './expired.json' with { type: 'json' };

const MINNESOTA = period(about.limits.minnesota);
const REFRESH = period(about.limits.refresh);

interface End {
  on: Day;
  at: 'consent_expiry' | 'duo_code';
}

/** The last day of the consent by its own date and by its data use code, whichever is earlier. */
function endOf(row: Row): End | undefined {
  const ends: End[] = [];
  const [expiry, limit] = [row.day('consent_expiry'), row.has('duo_code') ? timeLimit(row) : undefined];
  if (expiry !== undefined) ends.push({ on: expiry, at: 'consent_expiry' });
  if (limit !== undefined) ends.push({ on: limit, at: 'duo_code' });
  return ends.toSorted((a, b) => a.on - b.on)[0];
}

function dated(row: Row, ctx: Context, { on, at }: End): boolean {
  const [day, what] = [formatDay(on), `${at} ${formatDay(on)}`];
  if (on < ctx.today) ctx.report({ at, what, says: `the consent expired on ${day}` });
  else if (on - ctx.today <= ctx.options.horizon && !row.says('consent_status', 'expired')) ctx.report({ at, what, kind: 'expiring', severity: 'note', says: `the consent expires on ${day}` });
  return on < ctx.today;
}

/** The recorded history says that a consent of the row has expired. */
function expiredInHistory(row: Row, ctx: Context): boolean {
  const ref = recordedAs(row, ctx);
  return ref !== '' && scopesOf(row).some((scope) => ctx.consents.stateOf(ref, scopeText(scope), ctx.today) === 'expired');
}

/** Minnesota's year for passing genetic information on, unless the consent sets another time. */
function minnesota(row: Row, ctx: Context): boolean {
  const passedOn = scopesOf(row).some(({ code }) => code === 'share' || code === 'gipa_d');
  if (!passedOn || row.has('consent_expiry') || !genetic(row) || !subjectIn(row, 'US-MN')) return false;
  const given = row.day('consent_date');
  if (given === undefined) return false;
  const end = after(given, MINNESOTA);
  if (end >= ctx.today) return false;
  ctx.report({ at: 'consent_date', severity: 'warning', what: `minnesota ${formatDay(end)}`, says: `in Minnesota the consent to pass genetic information on ended on ${formatDay(end)}, unless it says otherwise` });
  return true;
}

function stale(row: Row, ctx: Context): void {
  if (!row.any('purpose', 'MARKETING')) return;
  const given = row.day('consent_date');
  if (given === undefined) return;
  const fresh = (day: Day): boolean => after(day, REFRESH) >= ctx.today;
  const contact = row.day('last_marketing_contact');
  if (fresh(given) || (contact !== undefined && fresh(contact))) return;
  ctx.report({ at: 'consent_date', severity: 'note', what: `stale ${formatDay(given)}`, says: `the consent to marketing dates from ${formatDay(given)}, and no contact since is recorded that would keep it fresh` });
}

export default rule('consent/expired', about, ['legal_basis=consent'], (row, ctx) => {
  if (!live(row, ctx.today) || row.any('consent_status', 'CONSENT_ENDED')) return;
  const end = endOf(row);
  if (end && dated(row, ctx, end)) return;
  if (row.says('consent_status', 'expired')) ctx.report({ at: 'consent_status', says: 'the consent has expired by its status' });
  else if (expiredInHistory(row, ctx)) ctx.report({ at: 'consent_scope', says: 'the consent has expired, as the recorded consents say', what: 'history' });
  else if (!minnesota(row, ctx)) stale(row, ctx);
});
