/**
 * The closed form of an event: which fields a body has, and what each may hold. There is no place for free text.
 *
 * A stored event must be, byte for byte, the canonical JSON of this form (`recordText`), so one regular expression
 * over the text checks parsing, key order, absence of white space, types and patterns at once. That works because no
 * pattern admits a character that JSON escapes. A new type or field is a new schema version of the ledger: an older
 * program would not recognise it. `schemas/event.schema.json` says the same for others; a test compares the two.
 */
import type { EventBody } from './event.ts';

const quoted = (pattern: string): string => `"${pattern}"`;
const listOf = (item: string): string => `\\[(?:${item}(?:,${item})*)?\\]`;

const CODE = quoted('[a-z0-9][a-z0-9-]{0,63}');
const PLACE = quoted('[A-Z]{2}(?:-[A-Z0-9]{1,3})?');
const REFERENCE = quoted('[A-Za-z0-9][A-Za-z0-9._/#:-]{0,63}');
const ZONE = quoted('[A-Za-z][A-Za-z0-9._/+-]{0,63}');
const CLOCK = 'T\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?';
const MOMENT = quoted(`\\d{4}-\\d\\d-\\d\\d(?:${CLOCK}(?:Z|[+-]\\d\\d:\\d\\d))?`);
const INSTANT = quoted(`\\d{4}-\\d\\d-\\d\\d${CLOCK}Z`);
const COUNT = '[1-9]\\d{0,14}';
const PRIVATE_ID = quoted(`P-${COUNT}`);
const PRIVATE = `\\{"digest":"[0-9a-f]{64}","id":${PRIVATE_ID}\\}`;
const CASE_NUMBER = '-[1-9]\\d{0,9}';
const CASE = quoted(`[RBC]${CASE_NUMBER}`);
const REQUEST = quoted(`R${CASE_NUMBER}`);
/** A code of the inventory's vocabularies. */
const WORD = quoted('[a-z0-9][a-z0-9_-]{0,63}');
const DATE = quoted('\\d{4}-\\d\\d-\\d\\d');
const DURATION = quoted('P(?=[\\dT])(?:\\d{1,4}[DWMY])?(?:T\\d{1,4}H)?');
const TIME = quoted(`\\d{4}-\\d\\d-\\d\\d${CLOCK}(?:Z|[+-]\\d\\d:\\d\\d)`);
const NUMBER = '(?:0|[1-9]\\d{0,10})(?:\\.\\d{1,4})?';
const WHOLE = '(?:0|[1-9]\\d{0,10})';
/** A number of people or records (`Amount`), its keys in order. */
const AMOUNT = `\\{(?:"n":${WHOLE}(?:,"precision":${CODE})?(?:,"upTo":${WHOLE})?|"precision":${CODE}(?:,"upTo":${WHOLE})?|"upTo":${WHOLE})\\}`;
/** Facts of a breach by their dotted path; what is no code, place, time or number is the word `private`. */
const FACT_PATH = quoted('[A-Za-z]{1,32}(?:\\.[A-Za-z0-9-]{1,32}){0,7}');
/** A day is a code. No text fits two of these: where one did, a long record that is wrong would take ages to refuse. */
const FACT_WORD = `(?:${CODE}|${PLACE}|${TIME}|${DURATION})`;
const FACT = `${FACT_PATH}:(?:${FACT_WORD}|${NUMBER}|true|false|${AMOUNT}|${listOf(FACT_WORD)})`;
const BREACH_FACTS = `\\{(?:${FACT}(?:,${FACT})*)?\\}`;
const LANGUAGE = quoted('[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}');
/** A name people are known by at work. Surrogates are left out of the class, pairs of them are not. */
const BY = quoted('(?:[^"\\\\\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffd]|[\\ud800-\\udbff][\\udc00-\\udfff]){1,64}');

interface Optional {
  maybe: string;
}
const maybe = (pattern: string): Optional => ({ maybe: pattern });

type Fields = Readonly<Record<string, string | Optional>>;

/** Every field of a body but `type`: what is optional there must be optional here. */
type Form<B> = { [K in keyof B as K extends 'type' ? never : K]-?: Pick<B, K> extends Required<Pick<B, K>> ? string : Optional };

const FACTS = { role: maybe(CODE), data: maybe(listOf(CODE)), channel: maybe(CODE), laws: maybe(listOf(CODE)), zone: maybe(ZONE) };

type Opened = Extract<EventBody, { type: 'opened' }>;

/** A case begins as one of these. */
const OPENED: { [K in Opened['kind']]: Form<Extract<Opened, { kind: K }>> } = {
  request: {
    kind: quoted('request'), requestType: CODE, jurisdiction: PLACE, agent: maybe('(?:true|false)'), manner: maybe(CODE), source: maybe(REFERENCE), reference: maybe(REFERENCE),
    private: maybe(PRIVATE), ...FACTS,
  },
  consent: { kind: quoted('consent'), scope: WORD, detail: maybe(WORD), private: maybe(PRIVATE) },
  breach: { kind: quoted('breach'), facts: BREACH_FACTS, private: maybe(PRIVATE) },
};

const BODIES: { [T in Exclude<EventBody['type'], 'opened'>]: Form<Extract<EventBody, { type: T }>> } = {
  consented: {
    status: CODE, on: MOMENT, until: maybe(DATE), jurisdiction: maybe(PLACE), method: maybe(WORD), notice: maybe(REFERENCE), language: maybe(LANGUAGE), guardian: maybe(WORD), request: maybe(REQUEST),
    source: maybe(CODE), private: maybe(PRIVATE),
  },
  marked: { mark: CODE, on: MOMENT, until: maybe(MOMENT), ground: maybe(CODE), outcome: maybe(CODE), law: maybe(CODE), private: maybe(PRIVATE) },
  'breach-marked': { mark: CODE, on: MOMENT, law: maybe(CODE), audience: maybe(CODE), variant: maybe(CODE), phase: maybe(CODE), private: maybe(PRIVATE) },
  'breach-learned': { facts: BREACH_FACTS, private: maybe(PRIVATE) },
  learned: { requestType: maybe(CODE), jurisdiction: maybe(PLACE), ...FACTS },
  corrected: { event: COUNT, on: maybe(MOMENT) },
  erased: { records: listOf(PRIVATE_ID), why: '"(?:asked|retention)"', law: maybe(CODE) },
};

/** The text of a body: keys in code-unit order, `type` standing where it belongs and deciding who brings the comma. */
function bodyPattern(type: string, fields: Fields): string {
  const keys = [...Object.keys(fields), 'type'].toSorted();
  return keys.map((key) => {
    const field = fields[key] ?? quoted(type);
    const pair = `"${key}":${typeof field === 'string' ? field : field.maybe}`;
    const part = key < 'type' ? `${pair},` : key > 'type' ? `,${pair}` : pair;
    return typeof field === 'string' ? part : `(?:${part})?`;
  }).join('');
}

/** Every form with the type it belongs to. */
const FORMS: readonly (readonly [type: string, fields: Fields])[] = [...Object.values(OPENED).map((fields) => ['opened', fields] as const), ...Object.entries(BODIES)];

const BODY = FORMS.map(([type, fields]) => bodyPattern(type, fields)).join('|');
const RECORD = new RegExp(`\\{"body":\\{(?:${BODY})\\},"by":${BY},"case":${CASE},"recordedAt":${INSTANT},"seq":${COUNT}\\}$`, 'y');

/** Whether `text`, from `start` to its end, is a record as `recordText` writes it. */
export function isRecord(text: string, start = 0): boolean {
  RECORD.lastIndex = start;
  return RECORD.test(text);
}

/** Whether a body of this type can name a private record. */
export function holdsPrivate(type: EventBody['type']): boolean {
  return FORMS.some(([name, fields]) => name === type && 'private' in fields);
}

/** Which fields keep a record out of the form; `text` gives the canonical JSON of a value. */
export function misfits(event: { case: string; recordedAt: string; by: string; body: EventBody }, text: (value: unknown) => string): string[] {
  const { body } = event;
  const form: Fields = (body.type === 'opened' ? OPENED[body.kind] : BODIES[body.type]) ?? {};
  const given = new Map<string, unknown>([...Object.entries(body).filter(([name]) => name !== 'type'), ['case', event.case], ['recordedAt', event.recordedAt], ['by', event.by]]);
  const wanted: Fields = { ...form, case: CASE, recordedAt: INSTANT, by: BY };
  const names = new Set([...Object.keys(wanted), ...given.keys()]);
  return [...names].filter((name) => {
    const field = wanted[name];
    const value = given.get(name);
    if (value === undefined) return typeof field === 'string';
    return field === undefined || !new RegExp(`^(?:${typeof field === 'string' ? field : field.maybe})$`).test(text(value));
  });
}
