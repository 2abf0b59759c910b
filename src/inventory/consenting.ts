/** What the rules ask about consent: was it given for this, in time, and is it still in force? */
import { type Day, formatDay } from '../core/date.ts';
import type { Truth } from './cell.ts';
import { type Column, codesOf, isIn } from './columns.ts';
import { deidComplete, genetic, live, personal } from './concepts.ts';
import { NO_CONSENTS } from './consent.ts';
import { type Scope, isPurpose, scopeText } from './consent-scopes.ts';
import { sameName } from './names.ts';
import type { Row } from './row.ts';
import type { Context, Found } from './rule.ts';

/**
 * How a consent for a scope stands. `late`: given, but after the day by which it was needed. `undated`: given, nobody knows
 * whether in time. `unlisted`: the row names other scopes. `unclear`: a consent without its scope, or a scope without its
 * status. `no-act`: recorded, but by what is no affirmative act. `silent`: nothing is said. `absent`: the file has no column
 * to say it in.
 */
export type Standing = 'given' | 'late' | 'undated' | 'not-given' | 'no-act' | 'ended' | 'expired' | 'unlisted' | 'unclear' | 'silent' | 'absent';

const TRUTHS: Readonly<Record<Standing, Truth>> = {
  given: 'yes', late: 'no', undated: 'unknown', 'not-given': 'no', 'no-act': 'no', ended: 'no', expired: 'no', unlisted: 'no', unclear: 'unknown', silent: 'no', absent: 'unknown',
};

/** A scope with a code of any kind: words outside the vocabulary count as they are written. */
export function scopeOf(text: string): Scope {
  const colon = text.indexOf(':');
  return colon < 0 ? { code: text } : scope(text.slice(0, colon).trim(), text.slice(colon + 1).trim());
}

function scope(code: string, detail: string): Scope {
  return detail === '' ? { code } : { code, detail };
}

/** Codes of a cell with what stands behind their colons. */
export function pairs(row: Row, column: Column): Scope[] {
  const { codes, details, unknown } = row.cell(column);
  return [...codes.map((code, i) => scope(code, details[i] ?? '')), ...unknown.map(scopeOf)];
}

/** The scopes that the row's consent names. */
export function scopesOf(row: Row): Scope[] {
  return pairs(row, 'consent_scope');
}

/** Whether a word beside a status, as in `withdrawn:biomarker`, means this scope: `trial_and_biomarker` has it as a part. */
export function concerns(word: string, of: Scope): boolean {
  const [said, whole] = [word.toLowerCase(), scopeText(of).toLowerCase()];
  return said === whole || [of.code, of.detail].some((part) => part?.toLowerCase() === said) || whole.split(/[_:\s-]+/).includes(said);
}

/** The status of the row's consent for one scope. A status with a scope beside it (`withdrawn:biomarker`) leaves the others as they were. */
function statusOf(row: Row, of: Scope): string | undefined {
  const statuses = pairs(row, 'consent_status');
  const own = statuses.find(({ detail }) => detail !== undefined && concerns(detail, of));
  const whole = statuses.find(({ detail }) => detail === undefined);
  if (own ?? whole) return (own ?? whole)?.code;
  return statuses.length > 0 && statuses.every(({ code }) => isIn(code, 'CONSENT_ENDED')) ? 'granted' : undefined;
}

/** Whether the consent of the whole row was taken back by a day, as its dates tell. A later consent is a new one; with no date of its own nobody knows. */
export function takenBack(row: Row, by: Day): Truth {
  const withdrawn = row.day('consent_withdrawn_date');
  if (withdrawn === undefined || withdrawn > by || pairs(row, 'consent_status').some(({ detail }) => detail !== undefined)) return 'no';
  const given = row.day('consent_date');
  if (given !== undefined) return given > withdrawn ? 'no' : 'yes';
  return row.any('consent_status', 'CONSENT_VALID') ? 'unknown' : 'yes';
}

function inRow(row: Row, asked: Scope, today: Day, before: Day | undefined): Standing {
  if (row.absent('consent_scope') && row.absent('consent_status')) return 'absent';
  const status = statusOf(row, asked);
  const known = status !== undefined && status !== 'unknown' && codesOf('consent_status').includes(status) ? status : undefined;
  const scopes = row.has('consent_scope') ? scopesOf(row).filter(({ code }) => code === asked.code) : undefined;
  if (scopes === undefined && known === undefined) return 'silent';
  const named = scopes?.filter(({ detail }) => detail === undefined || asked.detail === undefined || sameName(detail, asked.detail));
  if (named?.length === 0) return 'unlisted';
  if (known !== undefined && !isIn(known, 'CONSENT_VALID')) return known === 'expired' ? 'expired' : isIn(known, 'CONSENT_ENDED') ? 'ended' : 'not-given';
  const back = takenBack(row, today);
  if (back !== 'no') return back === 'yes' ? 'ended' : 'unclear';
  const specific = named?.some(({ detail }) => asked.detail === undefined || detail !== undefined) ?? false;
  return known === undefined || !specific ? 'unclear' : inTime(row, known, today, before);
}

/** A consent that is given: not yet or no longer in force, or later than it had to be? */
function inTime(row: Row, status: string, today: Day, before: Day | undefined): Standing {
  const [given, expiry] = [row.day('consent_date'), row.day('consent_expiry')];
  if (expiry !== undefined && expiry < today) return 'expired';
  if (given !== undefined && given > today) return 'not-given';
  if (before === undefined || (given !== undefined && given <= before)) return 'given';
  // A renewal has a later date than the consent it renews.
  return given === undefined || status === 'renewed' ? 'undated' : 'late';
}

/** By what the recorded history may know the row's subject; empty where there is no history, so that most runs never ask who somebody is. */
export function recordedAs(row: Row, { consents }: Context): string {
  return consents === NO_CONSENTS ? '' : row.text('subject_ref');
}

/** What the history says; `undefined` where it has nothing on this person and scope. */
function inHistory(ref: string, of: string, ctx: Context, before: Day | undefined): Standing | undefined {
  const now = ctx.consents.stateOf(ref, of, ctx.today);
  if (now === 'none') return undefined;
  if (now === 'withdrawn') return 'ended';
  if (now === 'refused' || now === 'requested') return 'not-given';
  if (now === 'unknown' && ctx.consents.noActOf(ref, of, ctx.today) !== undefined) return 'no-act';
  if (now !== 'given') return now === 'expired' ? 'expired' : 'unclear';
  return before === undefined || ctx.consents.stateOf(ref, of, before) === 'given' ? 'given' : 'late';
}

/**
 * How the consent for a scope stands today, in the row and in the recorded history. A withdrawal in the history ends a
 * consent of the row unless the row's is dated after it; a consent in the history fills what the row leaves open.
 */
export function standing(row: Row, of: string, ctx: Context, before?: Day): Standing {
  const said = inRow(row, scopeOf(of), ctx.today, before);
  const ref = recordedAs(row, ctx);
  const kept = ref === '' ? undefined : inHistory(ref, of, ctx, before);
  if (kept === undefined) return said === 'silent' && row.text('subject_ref') !== '' ? 'unclear' : said;
  if (said === 'ended' || said === 'expired') return said;
  if (said !== 'given') return kept;
  return TRUTHS[kept] === 'no' && kept !== 'late' && !newerThanHistory(row, ref, of, kept, ctx) ? kept : 'given';
}

/** The row's consent is dated at a time when the history had already ended: the history has not heard of it yet. */
function newerThanHistory(row: Row, ref: string, of: string, kept: Standing, ctx: Context): boolean {
  const given = row.day('consent_date');
  if (given === undefined) return false;
  // A consent of the day that the history has for it is the same consent, not a new one.
  const then = kept === 'no-act' ? given - 1 : given;
  return ctx.consents.stateOf(ref, of, then) === ctx.consents.stateOf(ref, of, ctx.today);
}

/** Of several scopes of which one is enough, how the best stands: given, else perhaps given, else the first. */
export function bestStanding(row: Row, scopes: readonly string[], ctx: Context, before?: Day): Standing {
  const all = scopes.map((of) => standing(row, of, ctx, before));
  return all.find((how) => how === 'given') ?? all.find((how) => TRUTHS[how] === 'unknown') ?? (all[0] as Standing);
}

/**
 * Whether consent for a scope was given, has not expired and is not withdrawn: in the row, else in the recorded history.
 * `before`: the day by which it must have been given. `unknown` where the row names a subject and nothing is recorded.
 */
export function granted(row: Row, of: string, ctx: Context, before?: Day): Truth {
  return truthOf(standing(row, of, ctx, before));
}

export function truthOf(how: Standing): Truth {
  return TRUTHS[how];
}

/** Why a consent does not serve, as the end of a sentence; `before` as asked for. */
function why(row: Row, how: Standing, before?: Day): string {
  const [given, expiry] = [row.day('consent_date'), row.day('consent_expiry')];
  switch (how) {
    case 'late': return `it was not given by ${formatDay(before as Day)}${given === undefined || given <= (before as Day) ? '' : ` but on ${formatDay(given)}`}`;
    case 'undated': return 'the day on which it was given is not recorded';
    case 'not-given': return 'it is not given';
    case 'no-act': return 'what is recorded is no affirmative act';
    case 'ended': return 'it was withdrawn or refused';
    case 'expired': return expiry === undefined ? 'it has expired' : `it expired on ${formatDay(expiry)}`;
    case 'unclear': return 'whether and for what it was given is not recorded';
    case 'unlisted': return 'the recorded consent does not cover it';
    default: return 'none is recorded';
  }
}

/** A finding about a consent that is missing. `ofFile`: said once, in its place, of a file without columns for consent; `tail`: what follows the reason. */
type Lack = Found & { ofFile?: string; before?: Day | undefined; tail?: string };

/** Reports a consent that is missing, with the reason; as a gap where it may have been given. */
export function reportLack(row: Row, ctx: Context, how: Standing, found: Lack): void {
  const { ofFile, before, tail = '', ...rest } = found;
  const elsewhere = row.has('legal_basis') && !row.says('legal_basis', 'consent');
  if (how === 'given') return;
  if (how === 'absent' && ofFile !== undefined && !elsewhere) {
    ctx.reportOnce({ says: `the file has no columns for consent: ${ofFile}`, kind: 'gap', what: 'no-column', ...(rest.severity === undefined ? {} : { severity: rest.severity }) });
    return;
  }
  const gap = truthOf(how) === 'unknown' && how !== 'absent';
  ctx.report({ ...rest, says: `${rest.says}: ${why(row, how, before)}${tail}`, ...(gap ? { kind: 'gap' as const } : {}) });
}

/** Data of a person that are held: what rules of consent are about. */
export function heldOfPerson(row: Row, today: Day): boolean {
  return live(row, today) && personal(row) && !deidComplete(row);
}

/** A scope as a message may say it: a recipient behind the colon stays unsaid. */
export function sayScope(of: Scope): string {
  return `“${of.detail !== undefined && !isPurpose(of.detail) ? `${of.code}:…` : scopeText(of)}”`;
}

/** A basis beside consent that carries the row alone. Legitimate interests never carry genetic data, and explicit consent under Art. 9 is not replaced by a basis of Art. 6. */
export function otherValidBasis(row: Row): boolean {
  const bases = row.codes('legal_basis').filter((code) => code !== 'consent' && code !== 'not_applicable');
  if (row.says('art9_condition', '9(2)(a)') && row.codes('art9_condition').length === 1) return false;
  return bases.some((code) => code !== 'soft_opt_in' && !(code === 'legitimate_interests' && genetic(row)));
}

const CONDITIONS = codesOf('art9_condition');

/** A condition of Art. 9(2) is named: in its column, or beside the basis of Art. 6 ("Explicit consent (Article 9(2)(a))"). */
export function namesCondition(row: Row): boolean {
  return row.codes('art9_condition').length > 0 || row.cell('legal_basis').details.some((detail) => CONDITIONS.some((condition) => detail.includes(condition)));
}

/** A provision: "42 CFR 493.1105", "§ 257 HGB", "Art. 6", "IVDR". */
const PROVISION = /§|\b(?:CFR|U\.?S\.?C|CLIA|IVDR|GenDG|HIPAA|FDA|Art(?:icle|ikel)?\.? ?\d|(?:Civ|Code|Stat|Act|Reg(?:ulation)?|Directive|Sec(?:tion)?|Ordinance|Rule)\b.{0,20}\d)/i;

/** One of the columns names a law. */
export function citesLaw(row: Row, columns: readonly Column[]): boolean {
  return columns.some((column) => row.has(column) && PROVISION.test(row.text(column)));
}
