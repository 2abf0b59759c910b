import { formatDay, parseInstant } from '../../core/date.ts';
import { recordedAs, scopesOf } from '../../inventory/consenting.ts';
import { scopeText } from '../../inventory/consent-scopes.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './date-after-collection.json' with { type: 'json' };

const CLOCK = /[T ](\d\d:\d\d(?::\d\d)?)/i;

type Order = 'in-time' | 'late' | 'doubtful';

/** Whether the consent came after the collection; `doubtful`: the two dates are not of one kind, and a day apart. */
function order(row: Row): Order {
  const [consent, collection] = [row.text('consent_date'), row.text('collection_date')];
  const instants = [parseInstant(consent), parseInstant(collection)] as const;
  if (instants[0] !== undefined && instants[1] !== undefined) return instants[0] > instants[1] ? 'late' : 'in-time';
  const days = (row.day('consent_date') as number) - (row.day('collection_date') as number);
  const clocks = [CLOCK.exec(consent)?.[1], CLOCK.exec(collection)?.[1]] as const;
  const alike = (clocks[0] === undefined) === (clocks[1] === undefined) && instants[0] === instants[1];
  if (days === 0) return alike && clocks[0] !== undefined && clocks[1] !== undefined && clocks[0] > clocks[1] ? 'late' : 'in-time';
  return days < 0 ? 'in-time' : days === 1 && !alike ? 'doubtful' : 'late';
}

/** An earlier consent for every scope of the row is in the recorded history. */
function earlier(row: Row, ctx: Context): boolean {
  const [ref, on, scopes] = [recordedAs(row, ctx), row.day('collection_date') as number, scopesOf(row)];
  return ref !== '' && scopes.length > 0 && scopes.every((scope) => ctx.consents.stateOf(ref, scopeText(scope), on) === 'given');
}

export default rule('consent/date-after-collection', about, ['legal_basis=consent', 'consent_date', 'collection_date'], (row, ctx) => {
  const [given, collected] = [row.day('consent_date'), row.day('collection_date')];
  if (given === undefined || collected === undefined) return;
  const found = order(row);
  if (found === 'in-time' || earlier(row, ctx)) return;
  const dates = `collected on ${formatDay(collected)}`;
  if (row.says('consent_status', 'renewed')) {
    ctx.report({ at: 'consent_date', kind: 'gap', severity: 'warning', what: 'renewed', says: `the data were ${dates} and the consent renewed on ${formatDay(given)}; when it was first given is not recorded` });
    return;
  }
  const n = given - collected;
  const apart = n === 0 ? 'later on the same day' : n === 1 ? 'the day after' : `${n} days later`;
  ctx.report({ at: 'consent_date', ...(found === 'doubtful' ? { severity: 'warning' } : {}), what: `${formatDay(collected)} ${formatDay(given)}`, says: `the data were ${dates} and the consent was given on ${formatDay(given)}, ${apart}` });
});
