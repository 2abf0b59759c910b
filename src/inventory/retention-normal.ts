/**
 * The normal form of a retention period: `P5Y@employment_end`, `P30D..P60D@?`, `MIN P5Y@?`, `EARLIEST(P2Y@?, unsubscribe)`,
 * `P1Y@LATEST(delivery, return_completed)`, `IF placed P3Y@placement_end; IF not_placed P1Y@last_contact`, `AGE P25Y@birth`,
 * `END 2026-12-31`, `P3Y@? then anonymise`, `refers to law`, or a bare word such as `indefinite`. A bare event is one that ends
 * the keeping; `?` is a period or an event that the text does not give.
 */
import { parseDay } from '../core/date.ts';
import { type Period, parseDuration } from '../core/period.ts';
import { roughDays } from './retention-amounts.ts';
import { canonicalEvent, OTHER } from './retention-events.ts';
import type { Retention, RetentionKind, Span } from './retention.ts';

const BARE = ['indefinite', 'none', 'placeholder', 'unparseable'] as const satisfies readonly RetentionKind[];
const LETTERS: Readonly<Partial<Record<Period['unit'], string>>> = { days: 'D', weeks: 'W', months: 'M', years: 'Y' };

function iso({ n, unit }: Period): string {
  return unit === 'hours' ? `PT${n}H` : `P${n}${LETTERS[unit] ?? 'D'}`;
}

function length({ min, max, about }: Span): string {
  const text = min && max ? (iso(min) === iso(max) ? iso(min) : `${iso(min)}..${iso(max)}`) : min ? `MIN ${iso(min)}` : max ? `MAX ${iso(max)}` : '';
  return about ? `~${text}` : text;
}

function spanWords(span: Span, minimum: boolean): string {
  const text = length(span);
  const said = text === '' ? (span.event === undefined ? '?' : minimum ? `MIN ${span.event}` : span.event) : `${span.event === 'birth' ? 'AGE ' : ''}${text}@${span.event ?? '?'}`;
  return span.when === undefined ? said : `IF ${span.when} ${said}`;
}

/** A retention in its normal form: for people, and to compare two of them. */
export function retentionWords(r: Retention): string {
  const after = r.afterwards === undefined ? '' : ` then ${r.afterwards}`;
  if ((BARE as readonly string[]).includes(r.kind)) return r.kind + after;
  const terms = r.spans.map((s) => spanWords(s, r.kind === 'minimum'));
  // Alone, the word would be one that anybody may write.
  if (terms.length === 1 && terms[0] === OTHER) terms[0] = `until ${OTHER}`;
  if (r.end !== undefined) terms.push(`END ${r.end}`);
  const [first] = r.spans;
  const shared = first !== undefined && length(first) !== '' && r.end === undefined && r.spans.length > 1 && r.spans.every((s) => length(s) === length(first) && s.event !== undefined && s.event !== 'birth' && s.when === undefined);
  const way = r.join === 'earliest' || r.join === 'latest' ? r.join.toUpperCase() : undefined;
  const body = way !== undefined && shared ? `${length(first)}@${way}(${r.spans.map((s) => s.event).join(', ')})` : way !== undefined && terms.length > 1 ? `${way}(${terms.join(', ')})` : terms.join('; ');
  const points = r.refersTo === undefined ? [] : [`refers to ${r.refersTo}`];
  return ([...(body === '' ? [] : [body]), ...points].join('; ') || '?') + after;
}

const NAME = '[a-z][a-z0-9_]*';
const SPAN = new RegExp(`^(?:if (${NAME}) )?(?:age )?(~)?(?:(min|max) )?(p[0-9a-z]+)(?:\\.\\.(p[0-9a-z]+))?@(\\?|${NAME})$`);
const EVENT = new RegExp(`^(?:until (?=${OTHER}$))?(?:if (${NAME}) )?(min )?(\\?|${NAME})$`);
const SHARED = new RegExp(`^(~?(?:min |max )?p[0-9a-z]+(?:\\.\\.p[0-9a-z]+)?)@(earliest|latest)\\(([^()]*)\\)$`);
const JOINED = /^(earliest|latest)\(([^()]*)\)$/;

/** A period, also one of several units that months or days can hold: P1Y6M. */
function duration(text: string): Period | undefined {
  const m = /^p(\d{1,4})y(\d{1,4})m$/.exec(text);
  if (!m) return parseDuration(text.toUpperCase());
  const n = Number(m[1]) * 12 + Number(m[2]);
  return n > 9999 ? undefined : { n, unit: 'months' };
}

interface Term {
  span?: Span;
  end?: string;
  minimum?: boolean;
}

function term(text: string): Term | undefined {
  const timed = SPAN.exec(text);
  if (timed) {
    const [, when, about, bound, from, to, event] = timed;
    const [min, max] = [duration(from as string), to === undefined ? duration(from as string) : duration(to)];
    if (!min || !max || roughDays(min) > roughDays(max) || (bound !== undefined && to !== undefined)) return undefined;
    return { span: { ...(bound === 'max' ? {} : { min }), ...(bound === 'min' ? {} : { max }), ...(event === '?' ? {} : { event: canonicalEvent(event as string) }), ...(about ? { about: true } : {}), ...(when === undefined ? {} : { when }) } };
  }
  const day = /^end (\d{4}-\d\d-\d\d)$/.exec(text)?.[1];
  if (day !== undefined) return parseDay(day) === undefined ? undefined : { end: day };
  const bare = EVENT.exec(text);
  if (!bare) return undefined;
  const [, when, minimum, event] = bare;
  if (event === '?' && when === undefined) return undefined;
  const name = event === '?' ? {} : { event: canonicalEvent(event as string) };
  return { span: { ...name, ...(when === undefined ? {} : { when }) }, ...(minimum ? { minimum: true } : {}) };
}

/** Reads the normal form, in any case; `undefined` for free text. A single word is an event only if `known` says so. */
export function parseNormal(text: string, known: (event: string) => boolean): Retention | undefined {
  const folded = text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
  const m = /^(.*?)( then (anonymise|archive))?$/.exec(folded);
  const body = m?.[1] ?? '';
  const afterwards = m?.[3] as Retention['afterwards'];
  const after = afterwards === undefined ? {} : { afterwards };
  const bare = BARE.find((kind) => kind === body);
  if (bare) return afterwards === undefined || bare === 'indefinite' ? { kind: bare, spans: [], ...after } : undefined;
  if (body === '?' && afterwards === 'archive') return { kind: 'not_deletion', spans: [], ...after };
  const pieces = body.split('; ');
  const refersTo = /^refers to ([a-z]+)$/.exec(pieces.at(-1) ?? '')?.[1];
  const plain = refersTo === undefined && afterwards === undefined;
  const found = joined(refersTo === undefined ? pieces : pieces.slice(0, -1), plain ? known : () => true);
  if (!found) return undefined;
  const kind = refersTo !== undefined ? 'external' : afterwards === 'archive' ? 'not_deletion' : found.kind;
  return { ...found, kind, ...(refersTo === undefined ? {} : { refersTo }), ...after };
}

function joined(pieces: readonly string[], known: (event: string) => boolean): Retention | undefined {
  const [only] = pieces;
  const shared = pieces.length === 1 ? SHARED.exec(only as string) : null;
  const list = pieces.length === 1 ? JOINED.exec(only as string) : null;
  const texts = shared ? (shared[3] as string).split(/, ?/).map((e) => `${shared[1]}@${e}`) : list ? (list[2] as string).split(/, ?/) : pieces;
  const terms = texts.map(term);
  if (terms.some((t) => t === undefined)) return undefined;
  const spans = terms.flatMap((t) => (t?.span ? [t.span] : []));
  const ends = terms.flatMap((t) => (t?.end === undefined ? [] : [t.end]));
  if (ends.length > 1 || (pieces.length === 1 && !list && !shared && spans[0]?.event !== undefined && spans[0].when === undefined && !spans[0].min && !spans[0].max && !terms[0]?.minimum && !known(spans[0].event) && only !== `until ${OTHER}`)) return undefined;
  const end = ends[0] === undefined ? {} : { end: ends[0] };
  const way = (shared?.[2] ?? list?.[1]) as 'earliest' | 'latest' | undefined;
  const cases = spans.some((s) => s.when !== undefined) || (way === undefined && spans.length > 1);
  const join = way ?? (cases ? 'condition' : undefined);
  const kind = cases ? 'conditional' : ends.length > 0 ? (way === undefined ? 'end_date' : 'compound') : terms.some((t) => t?.minimum) ? 'minimum' : kindOf(spans);
  return { kind, spans, ...(join === undefined ? {} : { join }), ...end };
}

/** The kind of spans that hang on no case. */
export function kindOf(spans: readonly Span[]): RetentionKind {
  const [first] = spans;
  if (!first || spans.every((s) => !s.min && !s.max)) return 'until_event';
  if (spans.some((s) => length(s) !== length(first))) return 'compound';
  if (!first.min) return 'maximum';
  if (!first.max) return 'minimum';
  return iso(first.min) === iso(first.max) ? 'fixed' : 'range';
}
