/** Data use codes of genomics (GA4GH DUO): what a person's consent lets others do with the data, and where a row goes beyond it. */
import { type Day, formatDay, parseDay } from '../core/date.ts';
import { type Period, parseDuration } from '../core/period.ts';
import data from '../data/duo-codes.json' with { type: 'json' };
import type { Column } from './columns.ts';
import { after } from './concepts.ts';
import { sameName } from './names.ts';
import type { Row } from './row.ts';

type Needs = 'disease' | 'text' | 'contract' | 'ethics' | 'countries' | 'date' | 'months' | 'recipients' | 'project';

interface About {
  id: string;
  label: string;
  permission?: true;
  forbids?: readonly string[];
  only?: readonly string[];
  /** A permission that does not restrict where another stands beside it. */
  unlessCombined?: true;
  nonProfit?: true;
  nonCommercial?: true;
  needs?: Needs;
  asks?: string;
}

/** A code with what narrows it: a disease, countries, months, names. */
interface DuoTerm {
  code: string;
  details: readonly string[];
}

/** Where a row goes beyond a code, or what is missing to tell. */
export interface DuoConflict {
  code: string;
  at: Column;
  says: string;
  /** Tells this conflict from others of the code. */
  what: string;
  kind?: 'gap';
}

const CODES = data.codes as unknown as Readonly<Record<string, About>>;
const BY_ID = new Map(Object.entries(CODES).map(([code, { id }]) => [id, code]));

const aboutOf = (code: string): About => CODES[code] as About;

/** "HMB (health or medical or biomedical research)" */
export function duoName(code: string): string {
  return `${code} (${aboutOf(code).label})`;
}

/** What a code asks for that no row can show, such as publication. */
export function duoAsks(code: string): string | undefined {
  return aboutOf(code).asks;
}

/** The codes of a row, each once with all that narrows it. */
export function duo(row: Row): DuoTerm[] {
  const { codes, details, unknown } = row.cell('duo_code');
  const said = [...codes.map((code, i) => [code, details[i] ?? ''] as const), ...unknown.flatMap(numbered)].filter(([code]) => code in CODES);
  return [...new Set(said.map(([code]) => code))].map((code) => ({ code, details: said.filter(([one, detail]) => one === code && detail !== '').map(([, detail]) => detail) }));
}

/** `DUO:0000025:24`, `DUO:0000022 (US)`: a number with what narrows it. */
function numbered(text: string): [string, string][] {
  const [, id, detail = ''] = /^(DUO[:_]\d{7})[ :(]+(.*?)\)?$/i.exec(text) ?? [];
  const code = id === undefined ? undefined : BY_ID.get(id.toUpperCase().replace('_', ':'));
  return code === undefined ? [] : [[code, detail]];
}

/** The months of a time limit: "24", "24 months", `P2Y`. */
function monthsOf(detail: string): Period | undefined {
  const [, number] = /^(\d{1,3})(?: ?(?:m|months?))?$/i.exec(detail) ?? [];
  return number === undefined ? parseDuration(detail) : { n: Number(number), unit: 'months' };
}

/** The last day on which a time-limited consent lets the data be used. */
export function timeLimit(row: Row): Day | undefined {
  const given = row.day('consent_date');
  const limits = duo(row).filter(({ code }) => aboutOf(code).needs === 'months').flatMap(({ details }) => details).map(monthsOf).filter((p) => p !== undefined);
  return given === undefined || limits.length === 0 ? undefined : Math.min(...limits.map((limit) => after(given, limit)));
}

/** Several names or countries in one detail. */
function parts(details: readonly string[], between: RegExp): string[] {
  return details.flatMap((detail) => detail.split(between)).map((part) => part.trim()).filter((part) => part !== '');
}

/** Every way in which a row goes beyond one of its codes. */
export function duoConflicts(row: Row, today: Day): DuoConflict[] {
  const terms = duo(row);
  return terms.flatMap((term) => [...purposesAgainst(term, terms, row), ...recipientsAgainst(term, row), ...needs(term, row, today)]);
}

function purposesAgainst({ code }: DuoTerm, terms: readonly DuoTerm[], row: Row): DuoConflict[] {
  const { forbids = [], only, nonCommercial, unlessCombined } = aboutOf(code);
  if (unlessCombined && terms.some((t) => t.code !== code && aboutOf(t.code).permission)) return [];
  const barred = (purpose: string): boolean => forbids.includes(purpose) || (nonCommercial === true && data.commercial.includes(purpose))
    || (only !== undefined && !only.includes(purpose) && !data.incidental.includes(purpose));
  return row.codes('purpose').filter(barred).map((purpose) => ({ code, at: 'purpose', what: purpose, says: `does not permit the purpose “${purpose}”` }));
}

function recipientsAgainst({ code }: DuoTerm, row: Row): DuoConflict[] {
  if (!aboutOf(code).nonProfit) return [];
  const barred = row.codes('recipient_type').filter((type) => data.forProfit.includes(type));
  return barred.map((type) => ({ code, at: 'recipient_type', what: type, says: `does not permit the recipient “${type}”` }));
}

const gap = (code: string, at: Column, says: string): DuoConflict => ({ code, at, says, what: `${code} missing`, kind: 'gap' });

/** What must stand beside a code or in a column. */
function needs({ code, details }: DuoTerm, row: Row, today: Day): DuoConflict[] {
  const detail = details[0] ?? '';
  const needed = aboutOf(code).needs;
  if (needed === undefined) return [];
  switch (needed) {
    case 'disease': return detail === '' ? [gap(code, 'duo_code', 'does not say for which disease')] : [];
    case 'text': return detail === '' ? [gap(code, 'duo_code', 'does not say which research it restricts')] : [];
    case 'contract': return row.has('contract_ref') ? [] : [{ code, at: 'contract_ref', what: 'contract', says: 'asks for a collaboration, and no agreement is recorded' }];
    case 'ethics': return row.has('irb_waiver_ref') ? [] : [{ code, at: 'irb_waiver_ref', what: 'ethics', says: 'asks for an ethics approval, and none is recorded' }];
    case 'countries': return countries(code, parts(details, /[\s,+&/]/).map((place) => place.toUpperCase()), row);
    case 'date': return moratorium(code, parseDay(detail), row, today);
    case 'months': return months(code, monthsOf(detail), row, today);
    case 'recipients': return named(code, parts(details, /[,+&/]/), row);
    case 'project': return project(code, detail, row);
  }
}

const PLACES = ['processing_country', 'recipient_country', 'access_countries', 'observed_region'] as const satisfies readonly Column[];

function countries(code: string, allowed: readonly string[], row: Row): DuoConflict[] {
  if (allowed.length === 0 || allowed.some((place) => !/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/.test(place))) return [gap(code, 'duo_code', 'does not name its countries by their codes')];
  const inside = (place: string): boolean => allowed.some((one) => place === one || place.startsWith(`${one}-`));
  return PLACES.flatMap((at) => row.codes(at).filter((place) => !inside(place)).map((place) => ({ code, at, what: `${at} ${place}`, says: `does not permit “${place}”` })));
}

function moratorium(code: string, until: Day | undefined, row: Row, today: Day): DuoConflict[] {
  if (!row.says('purpose', 'publication')) return [];
  if (until === undefined) return [gap(code, 'duo_code', 'does not say until when nothing may be published')];
  const day = row.day('publication_date');
  if (day === undefined) return until < today ? [] : [gap(code, 'publication_date', `forbids publication until ${formatDay(until)}, and the day of publication is not recorded`)];
  return day > until ? [] : [{ code, at: 'publication_date', what: formatDay(day), says: `forbids publication until ${formatDay(until)}, and it is dated ${formatDay(day)}` }];
}

function months(code: string, limit: Period | undefined, row: Row, today: Day): DuoConflict[] {
  if (!limit) return [gap(code, 'duo_code', 'does not say for how many months')];
  const end = timeLimit(row);
  if (end === undefined) return row.absent('consent_date') ? [] : [gap(code, 'consent_date', 'limits the time, and the day of the consent is not recorded')];
  return end >= today ? [] : [{ code, at: 'duo_code', what: formatDay(end), says: `permitted use until ${formatDay(end)}` }];
}

function named(code: string, names: readonly string[], row: Row): DuoConflict[] {
  if (names.length === 0) return [gap(code, 'duo_code', 'does not say to whom it restricts the use')];
  const others = row.codes('recipients').filter((one) => !names.some((name) => sameName(name, one)));
  return others.length === 0 ? [] : [{ code, at: 'recipients', what: others.toSorted().join('\n'), says: `does not name ${others.length === 1 ? 'a recipient' : `${others.length} recipients`} of the row` }];
}

function project(code: string, of: string, row: Row): DuoConflict[] {
  if (of === '') return [gap(code, 'duo_code', 'does not say to which project it restricts the use')];
  return row.blank('study_id') || sameName(row.text('study_id'), of) ? [] : [{ code, at: 'study_id', what: row.text('study_id'), says: 'is for another study than the row’s' }];
}
