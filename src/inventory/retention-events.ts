/** Which event a few words name: "end of the contract", "Vertragsende", "最終取引日". */
import { codesOf } from './columns.ts';
import { lex, sense, type Token } from './retention-lexer.ts';
import * as words from './retention-words.made.ts';

/** An event that is named but not known. */
export const OTHER = 'other';

const NAMES: Readonly<Record<string, string>> = words.names;
const ALONE: Readonly<Record<string, string>> = words.alone;
/** What ends with itself: "Session" is kept until the session ends. */
const LASTING: ReadonlySet<string> = new Set(words.lasting);
/** Phases that are an end of what lasts. */
const ENDS: ReadonlySet<string> = new Set(['end', 'termination', 'completion', 'closure', 'resolution', 'expiry', 'success', 'exit', 'discontinuation']);

const KNOWN: ReadonlySet<string> = new Set([
  ...codesOf('retention_trigger'), ...words.classes.event, ...words.classes.point, ...words.classes.stamped,
  ...words.classes.thing.flatMap((thing) => [NAMES[`${thing}_end`] ?? `${thing}_end`, `last_${thing}`]), ...[...words.classes.point, ...words.classes.stamped].map((point) => `last_${point.replace(/_date$/, '')}`),
  ...Object.values(NAMES), ...Object.values(ALONE), 'birth',
]);

/** What something can happen to: "contract", of which `contract_deletion` is made. */
const SUBJECTS: ReadonlySet<string> = new Set([...words.classes.thing, ...words.classes.point, ...words.classes.stamped].map((what) => what.replace(/_date$/, '')));

/** Whether a code is the name of an event. */
export function isKnownEvent(code: string): boolean {
  return KNOWN.has(code) || words.classes.phase.some((phase) => code.endsWith(`_${phase}`) && SUBJECTS.has(code.slice(0, -phase.length - 1)));
}

/** One name for an event that is written as a code: `transaction_date` is `transaction`, `report` is `report_date`. */
export function canonicalEvent(code: string): string {
  if (KNOWN.has(code) || code === OTHER) return code;
  const bare = code.replace(/_date$/, '');
  return KNOWN.has(bare) ? bare : KNOWN.has(`${code}_date`) ? `${code}_date` : code;
}

/** Classes of words that name an event or a part of one. */
const PIECES = ['event', 'thing', 'point', 'stamped', 'phase', 'state', 'last', 'term'] as const;

export interface Named {
  name: string;
  /** What it is about, for words that follow: "account … 30 days after deletion". */
  about?: string;
  /** It says that something ends or happens, and not only what it is about. */
  explicit: boolean;
  /** It says only that something ends, and what is taken from the text before or is usual. */
  alone?: true;
}

/** The event that the pieces name together; `context` is what the text spoke of before. */
export function nameOf(pieces: readonly Token[], context: string | undefined, language: string | undefined): Named | undefined {
  const all = (of: string): string[] => pieces.map((p) => sense(p, of)).filter((is) => is !== undefined);
  const [event, thing, phases] = [all('event')[0], all('thing')[0] ?? all('term')[0], all('phase')];
  const point = all('point')[0] ?? all('stamped')[0];
  const subject = thing ?? point;
  if (subject === 'request') phases.splice(0, phases.length, ...phases.filter((p) => p !== 'request'));
  if (all('last').length > 0 && subject !== undefined) {
    const name = `last_${(point ?? subject).replace(/_date$/, '')}`;
    return { name: NAMES[name] ?? name, about: subject, explicit: true };
  }
  const named = [thing, point].flatMap((what) => phases.map((phase) => (what === undefined ? undefined : NAMES[`${what}_${phase}`]))).find((name) => name !== undefined);
  if (named !== undefined) return { name: named, ...(subject === undefined ? {} : { about: subject }), explicit: true };
  if (event !== undefined) return { name: event, ...(thing === undefined ? {} : { about: thing }), explicit: true };
  const asked = phases.find((p) => p !== 'request' && NAMES[`${p}_request`] !== undefined);
  if (asked !== undefined && phases.includes('request')) return { name: NAMES[`${asked}_request`] as string, explicit: true };
  const phase = phases.find((p) => p === 'request') ?? phases[0];
  if (thing !== undefined) return { name: ofThing(thing, phase), about: thing, explicit: phase !== undefined || all('state').length > 0 || (LASTING.has(thing) && pieces.length === 1) };
  if (point !== undefined) return { name: ofPoint(point, phase), about: point, explicit: phase !== undefined };
  if (phase === undefined) return undefined;
  if (context !== undefined && phase !== 'request' && phase !== 'start') return { name: happening(context, phase), about: context, explicit: true, alone: true };
  const alone = ALONE[`${phase}@${language}`] ?? ALONE[phase];
  return alone === undefined ? undefined : { name: alone, explicit: true, alone: true };
}

/** What happens to something: its end, unless another phase is named. */
export function happening(what: string, phase?: string): string {
  return words.classes.thing.includes(what) ? ofThing(what, phase) : ofPoint(what, phase);
}

function ofThing(thing: string, phase?: string): string {
  const end = NAMES[`${thing}_end`] ?? (words.classes.point.includes(thing) ? thing : `${thing}_end`);
  if (phase === undefined || ENDS.has(phase)) return (phase === undefined ? undefined : NAMES[`${thing}_${phase}`]) ?? end;
  return NAMES[`${thing}_${phase}`] ?? `${thing}_${phase}`;
}

/** What happens on one day is its own end, start and receipt: "completion of payment" is `payment`. */
function ofPoint(point: string, phase: string | undefined): string {
  if (phase === undefined || phase === 'start' || phase === 'receipt') return point;
  return ENDS.has(phase) ? (NAMES[`${point}_end`] ?? point) : `${point.replace(/_date$/, '')}_${phase}`;
}

/** The event that a cell names ("contract_end", "Vertragsende", "after last contact"); `undefined` where it names none, or several. */
export function eventOf(text: string): string | undefined {
  const code = text.normalize('NFKC').trim().toLowerCase();
  if (/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(code) && (code.includes('_') || KNOWN.has(canonicalEvent(code)))) return canonicalEvent(code);
  if (code.length > MOST) return undefined;
  const { tokens, language } = lex(code);
  if (tokens.some((t) => t.t === 'unread' || t.t === 'number' || t.t === 'iso' || t.t === 'date' || sense(t, 'join') !== undefined || (t.t === 'sep' && t.is !== 'dot'))) return undefined;
  return nameOf(tokens.filter(isPiece), undefined, language)?.name;
}

/** A cell longer than this is not read. */
const MOST = 400;

export const isPiece = (token: Token): boolean => token.t === 'word' && token.readings.some((r) => (PIECES as readonly string[]).includes(r.of));
