import { type Day, formatDay } from '../../core/date.ts';
import { ABSENT } from '../../inventory/cell.ts';
import { about as aboutColumn, type Column, isIn } from '../../inventory/columns.ts';
import { after, ageOf, genetic, identifiability, period, special } from '../../inventory/concepts.ts';
import { directlyNamed } from '../../inventory/direct.ts';
import { due, isKnown, start } from '../../inventory/holding.ts';
import { destinations, home } from '../../inventory/moving.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, type Found, rule } from '../../inventory/rule.ts';
import { withCell } from '../../inventory/variant.ts';
import about from './contradictory-fields.json' with { type: 'json' };

type Contradiction = Found | undefined;

const SAID = ['cross_border=no', 'special_category=no', 'contains_personal_data=no', 'children_data=no', 'status~GONE', 'subject_birth_date', 'disposal_date', 'consent_withdrawn_date', 'retention_end_date', 'retention_start_date'] as const;

export default rule('quality/contradictory-fields', about, [SAID], (row, ctx) => {
  const found = [stillThere(row), undated(row, ctx), border(row, ctx), category(row), nobody(row), children(row, ctx), ...orders(row), end(row, ctx), beginning(row, ctx)];
  for (const one of found.filter((f) => f !== undefined).slice(0, about.limits.mostPerRow)) ctx.report(one);
});

/** "No" to a border, and a place abroad. The states of the EEA count as one country, and what cannot be compared is no contradiction. */
function border(row: Row, { adequacy }: Context): Contradiction {
  if (!row.no('cross_border')) return undefined;
  const at = home(row);
  if (at.length === 0) return undefined;
  const [abroad] = destinations(row, (place) => at.some((own) => (adequacy.isEea(own) && adequacy.isEea(place)) || adequacy.within(place, own) !== 'no' || adequacy.within(own, place) !== 'no'));
  return abroad && { at: 'cross_border', what: abroad.place, says: `cross_border says no, but ${abroad.column} names ${abroad.place} and the subjects or the controller are in ${at.join(', ')}` };
}

function category(row: Row): Contradiction {
  if (!row.no('special_category')) return undefined;
  const of = [...row.codes('data_category'), ...row.codes('data_elements')].find((code) => isIn(code, 'GENETIC') || isIn(code, 'HEALTH'));
  return of !== undefined ? { at: 'special_category', what: of, says: `special_category says no, but the data are ${of}` } : undefined;
}

/** "Pseudonymised" in words, where a category is described and not named. */
const PSEUDONYM = /p?seudon[iy]m|仮名/iu;

function nobody(row: Row): Contradiction {
  if (!row.no('contains_personal_data')) return undefined;
  const kind = genetic(row) ? 'genetic' : special(row) ? 'of a special category' : undefined;
  const tied = identifiability(row) === 'pseudonymised' || (['data_category', 'data_elements'] as const).some((column) => PSEUDONYM.test(row.text(column)));
  if (kind === undefined && !tied) return undefined;
  return { at: 'contains_personal_data', what: kind ?? 'pseudonymised', says: `contains_personal_data says no, but the data are ${kind ?? 'pseudonymised, which is personal'}` };
}

function children(row: Row, { today }: Context): Contradiction {
  if (!row.no('children_data')) return undefined;
  const age = ageOf(row, today);
  return age !== undefined && age < about.limits.childUnder ? { at: 'children_data', says: `children_data says no, but the subject is under ${about.limits.childUnder}` } : undefined;
}

/** Pairs of which the first cannot lie before the second. */
const ORDERED = [['collection_date', 'subject_birth_date'], ['disposal_date', 'collection_date'], ['consent_withdrawn_date', 'consent_date']] as const satisfies readonly (readonly [Column, Column])[];

function orders(row: Row): Contradiction[] {
  return ORDERED.map(([later, earlier]) => {
    const a = row.cell(later).days;
    if (a.length === 0) return undefined;
    const b = row.cell(earlier).days;
    // An ambiguous date contradicts only if every reading does.
    if (b.length === 0 || Math.max(...a) >= Math.min(...b)) return undefined;
    return { at: later, what: earlier, says: `${dated(later, a[0])} lies before ${dated(earlier, b[0])}` };
  });
}

function dated(column: Column, day: Day | undefined): string {
  return day === undefined || aboutColumn(column).personal === true ? column : `${column} (${formatDay(day)})`;
}

/** Deleted, and nobody knows when. */
function undated(row: Row, ctx: Context): Contradiction {
  if (!row.any('status', 'GONE') || row.has('disposal_date') || row.has('sample_destroyed_date')) return undefined;
  const says = `status says ${row.code('status')}, but disposal_date`;
  if (!row.absent('disposal_date')) return { at: 'disposal_date', what: 'undated', says: `${says} is blank` };
  ctx.reportOnce({ what: 'disposal_date', kind: 'gap', says: 'rows are deleted or destroyed, and the file has no column for the day (disposal_date)' });
  return undefined;
}

/** What a record of a person holds beside its stub. */
const CONTENT = ['subject_birth_date', 'subject_age', 'postal_prefix', 'source_name'] as const satisfies readonly Column[];

/** A record that is called deleted and still holds something of the person. */
function stillThere(row: Row): Contradiction {
  if (row.level !== 'record' || !row.any('status', 'GONE')) return undefined;
  const own: string[] = CONTENT.filter((column) => row.has(column));
  const held = [...own, ...directlyNamed(row).map((heading) => `“${heading}”`)];
  return held.length === 0 ? undefined : { at: 'status', what: 'present', severity: 'error', says: `status says ${row.code('status')}, but the record is still present with ${held.join(', ')}` };
}

/** The end that is written and the end that the period gives. */
function end(row: Row, ctx: Context): Contradiction {
  const written = row.day('retention_end_date');
  if (written === undefined || row.blank('retention_period')) return undefined;
  const given = due(withCell(row, 'retention_end_date', ABSENT), ctx.options);
  if (!isKnown(given) || given.assumed === true) return undefined;
  const [first, last] = [Math.min(written, given.day), Math.max(written, given.day)];
  if (last <= after(first, period(about.limits.slack))) return undefined;
  const by = given.why === 'subject_birth_date' ? '' : ` ${formatDay(given.day)}`;
  return { at: 'retention_end_date', what: `${formatDay(written)}${by}`, says: `retention_end_date is ${formatDay(written)}, but the retention period ends on ${by === '' ? 'another day' : by.trim()}, counted from ${given.why}` };
}

/** The day of the trigger wins over the start that is written beside it. */
function beginning(row: Row, ctx: Context): Contradiction {
  const written = row.day('retention_start_date');
  if (written === undefined) return undefined;
  const begun = start(row, ctx.options);
  if (!isKnown(begun) || begun.assumed === true || begun.why === 'retention_start_date' || begun.day === written || row.day(begun.why as Column) === written) return undefined;
  return { at: 'retention_start_date', what: formatDay(written), says: `retention_start_date is ${formatDay(written)}, but the period counts from ${dated(begun.why as Column, begun.day)}` };
}
