/** Consents that have ended, in the row or in the recorded history, and for how long. */
import { type Day, formatDay } from '../core/date.ts';
import type { Period } from '../core/period.ts';
import type { Truth } from './cell.ts';
import { isIn } from './columns.ts';
import { after } from './concepts.ts';
import { type Scope, aboutScope, scopeText } from './consent-scopes.ts';
import { concerns, pairs, recordedAs, scopeOf, scopesOf, takenBack } from './consenting.ts';
import type { Row } from './row.ts';
import type { Context } from './rule.ts';

export interface Ending {
  status: 'withdrawn' | 'revoked' | 'refused' | 'invalidated';
  /** What has ended, if not the whole consent; a word beside the status may be no code. */
  scope?: Scope;
  /** The day, where the row has it. */
  day?: Day;
  /** Whether it had ended by a day. */
  by: (day: Day) => Truth;
}

/** How the row's consent has ended up to today; a day of ending that lies ahead is none yet. */
export function endings(row: Row, ctx: Context): Ending[] {
  const own = inRow(row, ctx.today);
  return own.length > 0 ? own : inHistory(row, ctx);
}

function inRow(row: Row, today: Day): Ending[] {
  const withdrawn = row.day('consent_withdrawn_date');
  if (withdrawn !== undefined && withdrawn > today) return [];
  const said = pairs(row, 'consent_status').filter(({ code }) => isIn(code, 'CONSENT_ENDED'));
  if (said.length === 0) return takenBack(row, today) === 'yes' ? [ending('withdrawn', withdrawn)] : [];
  return said.map(({ code, detail }) => {
    const status = code as Ending['status'];
    return ending(status, status === 'refused' ? row.day('consent_date') : withdrawn, detail === undefined ? undefined : scopeOf(detail));
  });
}

function ending(status: Ending['status'], day: Day | undefined, scope?: Scope): Ending {
  return {
    status, ...(scope ? { scope } : {}), ...(day === undefined ? {} : { day }),
    by: (on) => (day === undefined ? 'unknown' : day <= on ? 'yes' : 'no'),
  };
}

function inHistory(row: Row, ctx: Context): Ending[] {
  const ref = recordedAs(row, ctx);
  if (ref === '') return [];
  const given = row.day('consent_date');
  return scopesOf(row).flatMap((scope): Ending[] => {
    const state = (on: Day) => ctx.consents.stateOf(ref, scopeText(scope), on);
    const now = state(ctx.today);
    // A consent of the row that is dated after the end of the one in the history is a new one.
    if ((now !== 'withdrawn' && now !== 'refused') || (given !== undefined && given <= ctx.today && state(given) === now)) return [];
    return [{ status: now, scope, by: (on) => (state(on) === now ? 'yes' : 'no') }];
  });
}

/** Whether the time that follows an ending has passed; a period is in days. `unknown` where nobody recorded the day. */
export function passed({ day, by }: Ending, within: Period, today: Day): Truth {
  if (day !== undefined) return today > after(day, within) ? 'yes' : 'no';
  return by(after(today, { n: -within.n, unit: within.unit }) - 1);
}

/** "withdrawn on 2026-07-20" */
export function sayEnding({ status, day, by }: Ending, today: Day): string {
  if (day !== undefined) return `${status} on ${formatDay(day)}`;
  return by(today) === 'unknown' ? `${status} on a day that is not recorded` : `${status}, as the recorded consents say`;
}

/** Whether the row still uses what a part of the consent allowed: its purposes name it, or its scopes still do. */
export function stillUses(row: Row, { scope }: Ending): boolean {
  if (!scope) return true;
  const marketing = scope.code === 'gipa_e_marketing' || scope.code.startsWith('marketing_');
  if (marketing && row.has('purpose')) return row.any('purpose', 'MARKETING');
  if (aboutScope(scope.code)?.detail === 'purpose' && scope.detail !== undefined && row.has('purpose')) return row.says('purpose', scope.detail);
  const listed = scopesOf(row);
  return listed.length === 0 || listed.some((one) => concerns(scopeText(scope), one));
}

/** Whether an ending is about genetic data: the whole consent, a scope about them, or a part that nobody can place. */
export function aboutGenetics({ scope }: Ending): boolean {
  const about = scope && aboutScope(scope.code);
  return about === undefined || about.data?.includes('genetic') === true;
}
