/** Consents as dated facts: times of day, several guardians, and acts that are no consent. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type ConsentFact, consentOn, firstFlaw, inOrder, refuseConsent } from '../src/core/consent.ts';
import { parseDay, parseInstant } from '../src/core/date.ts';
import { ConsentBook, countsOn } from '../src/inventory/consent.ts';
import { type ConsentColumn, cellReader, factsOfRow, readConsentRow } from '../src/inventory/consent-row.ts';
import { readScope } from '../src/inventory/consent-scopes.ts';
import { granted, standing } from '../src/inventory/consenting.ts';
import type { Context } from '../src/inventory/rule.ts';
import { Row } from '../src/inventory/row.ts';
import { adequacy, schedule } from '../src/inventory/tables.ts';
import { interpret } from '../src/inventory/values.ts';
import { allRules, check } from './rules.ts';

const D = (date: string): number => parseDay(date) as number;
const TODAY = D('2026-11-25');

/** `when`: a day, or an instant in UTC. */
function fact(status: ConsentFact['status'], when: string, event: number, more: { until?: string; guardian?: string; method?: string } = {}): ConsentFact {
  const { until, ...rest } = more;
  const at = parseInstant(when);
  return { status, on: D(when.slice(0, 10)), event, ...(at === undefined ? {} : { at }), ...(until === undefined ? {} : { until: D(until) }), ...rest };
}

const refused = (history: ConsentFact[], added: ConsentFact, now = '2026-11-25T12:00:00Z'): string | undefined => refuseConsent(history, [added], { instant: parseInstant(now) as number }, 'UTC')?.says;

describe('the time of day', () => {
  it('decides within a day, whatever was recorded first', () => {
    const day = [fact('granted', '2026-01-05T09:00Z', 1), fact('withdrawn', '2026-01-05T10:00Z', 2)];
    assert.match(refused(day, fact('granted', '2026-01-05T09:30Z', 3)) ?? '', /still holds/);
    assert.equal(refused(day, fact('granted', '2026-01-05T10:30Z', 3)), undefined);
    assert.equal(consentOn(inOrder([...day, fact('requested', '2026-01-05T08:00Z', 3)]), D('2026-01-05')).state, 'withdrawn');
    assert.match(refused([fact('granted', '2026-01-05T15:00Z', 1)], fact('withdrawn', '2026-01-05T09:00Z', 2)) ?? '', /first granted on 2026-01-05/);
  });
  it('is not asked where one of two has none: then the later recorded counts', () => {
    assert.equal(refused([fact('granted', '2026-01-05T15:00Z', 1)], fact('withdrawn', '2026-01-05', 2)), undefined);
    assert.deepEqual(inOrder([fact('granted', '2026-01-05', 1), fact('withdrawn', '2026-01-05T09:00Z', 2), fact('granted', '2026-01-05T10:00Z', 3)]).map(({ event }) => event), [1, 2, 3]);
  });
  it('keeps every two that have one in their order', () => {
    const facts = fc.array(fc.record({ on: fc.integer({ min: 0, max: 2 }), minute: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }) }), { maxLength: 12 });
    fc.assert(fc.property(facts, (some) => {
      const ordered = inOrder(some.map(({ on, minute }, i): ConsentFact => ({ status: 'requested', on, event: i, ...(minute === undefined ? {} : { at: on * 86_400_000 + minute }) })));
      assert.equal(ordered.length, some.length);
      const timed = ordered.filter(({ at }) => at !== undefined);
      for (const [i, one] of timed.entries()) for (const other of timed.slice(i + 1)) assert.ok((one.at as number) <= (other.at as number));
      for (const [i, one] of ordered.entries()) for (const other of ordered.slice(i + 1)) assert.ok(one.on <= other.on);
    }));
  });
  it('may not lie ahead of now', () => {
    assert.match(refused([], fact('granted', '2026-11-25T12:01Z', 1)) ?? '', /on 2026-11-25T12:01:00Z lies in the future: it is 2026-11-25T12:00:00Z/);
    assert.equal(refused([], fact('granted', '2026-11-25T12:00Z', 1)), undefined);
  });
  it('is kept by the book as well', () => {
    const book = new ConsentBook();
    const scope = readScope('marketing_email') as NonNullable<ReturnType<typeof readScope>>;
    for (const one of [fact('withdrawn', '2026-01-05T17:00Z', 1), fact('granted', '2026-01-05T09:00Z', 2)]) book.add('S-1', scope, [one]);
    assert.equal(book.stateOf('S-1', 'marketing_email', D('2026-01-05')), 'withdrawn');
  });
});

describe('an expiry before the consent', () => {
  it('is a flaw of the history, as after a correction of the day', () => {
    assert.match(firstFlaw([fact('granted', '2026-06-01', 1, { until: '2026-05-31' })])?.says ?? '', /cannot have expired on 2026-05-31/);
    assert.equal(firstFlaw([fact('granted', '2026-05-31', 1, { until: '2026-05-31' })]), undefined);
  });
});

describe('two guardians', () => {
  const mother = fact('granted', '2026-01-05', 1, { guardian: 'mother', until: '2026-06-30' });
  it('both give consent, each once', () => {
    assert.equal(refused([mother], fact('granted', '2026-01-06', 2, { guardian: 'father' })), undefined);
    assert.match(refused([mother], fact('granted', '2026-01-06', 2, { guardian: 'mother' })) ?? '', /renewal/);
    assert.match(refused([mother], fact('granted', '2026-01-06', 2)) ?? '', /renewal/);
    assert.match(refused([fact('granted', '2026-01-05', 1)], fact('granted', '2026-01-06', 2, { guardian: 'father' })) ?? '', /renewal/);
  });
  it('of whom one has a consent that still holds, or withdraws for both', () => {
    const [long, short] = [fact('granted', '2026-01-05', 1, { guardian: 'father' }), { ...mother, event: 2 }];
    for (const history of [[long, short], [{ ...short, event: 0 }, long]]) assert.equal(consentOn(inOrder(history), D('2026-07-01')).state, 'given');
    assert.equal(consentOn(inOrder([long, short, fact('withdrawn', '2026-06-01', 3, { guardian: 'mother' })]), D('2026-07-01')).state, 'withdrawn');
    // The consent of the father was given before the withdrawal, and does not come back with a new one of the mother.
    assert.equal(consentOn(inOrder([long, fact('withdrawn', '2026-02-01', 2), fact('granted', '2026-03-01', 3, { guardian: 'mother', until: '2026-06-30' })]), D('2026-07-01')).state, 'expired');
  });
  it('of a cell are two', () => {
    const cells: Partial<Record<ConsentColumn, string>> = { subject_ref: 'S-1', consent_scope: 'marketing_email', consent_status: 'granted', consent_date: '2026-01-05', guardian_relation: 'mother; father' };
    const row = readConsentRow(2, (column) => cells[column] ?? '', cellReader(() => undefined));
    assert.deepEqual(factsOfRow(row, { code: 'marketing_email' }).map(({ guardian }) => guardian), ['mother', 'father']);
  });
});

describe('what is no affirmative act', () => {
  const GIVEN = [fact('granted', '2026-01-05', 1, { method: 'pre_ticked' })];
  const SCOPE = 'gipa_a_use';
  const book = (...facts: ConsentFact[]): ConsentBook => {
    const made = new ConsentBook();
    made.add('S-1', { code: SCOPE }, facts);
    return made;
  };
  const context = (consents: ConsentBook): Context => ({ today: TODAY, options: { horizon: 30 }, schedule, adequacy, consents, report: () => assert.fail(), reportOnce: () => assert.fail() });
  const row = (texts: Record<string, string>): Row => new Row().place(new Map(Object.keys(texts).map((column, i) => [column as 'subject_ref', i])), Object.entries(texts).map(([column, text]) => ({ ...interpret(column as 'subject_ref', text, undefined), facts: [] })));

  it('does not count as given, on any day, and can be withdrawn and made good', () => {
    assert.deepEqual(countsOn(GIVEN, TODAY).state, 'unknown');
    for (const [more, state] of [[fact('withdrawn', '2026-03-01', 2), 'withdrawn'], [fact('renewed', '2026-03-01', 2, { method: 'signature' }), 'given'], [fact('renewed', '2026-03-01', 2, { method: 'browsewrap' }), 'unknown']] as const) {
      assert.equal(refused(GIVEN, more), undefined);
      assert.equal(book(...GIVEN, more).stateOf('S-1', SCOPE, TODAY), state);
    }
    assert.deepEqual([book(...GIVEN).noActOf('S-1', SCOPE, TODAY), book(...GIVEN).noActOf('S-1', SCOPE, D('2026-01-04'))], ['pre_ticked', undefined]);
    assert.equal(book(fact('granted', '2026-01-05', 1, { method: 'signature' })).stateOf('S-1', SCOPE, TODAY), 'given');
  });
  it('is no consent for a rule, unless the row has a later one', () => {
    const ctx = context(book(...GIVEN));
    assert.equal(granted(row({ subject_ref: 'S-1' }), SCOPE, ctx), 'no');
    for (const [date, how] of [['2026-01-05', 'no-act'], ['2026-01-06', 'given'], ['', 'no-act']] as const) {
      assert.equal(standing(row({ subject_ref: 'S-1', consent_scope: SCOPE, consent_status: 'granted', consent_date: date }), SCOPE, ctx), how, date);
    }
  });
  it('is found as in a cell of the row', async () => {
    const rules = (await allRules()).filter(({ id }) => ['consent/not-affirmative', 'consent/gipa-a-testing-use'].includes(id));
    const texts = { record_id: 'R-1', subject_ref: 'S-1', subject_jurisdiction: 'US-CA', data_category: 'genetic_data', purpose: 'clinical_testing', gipa_covered: 'yes', legal_basis: 'consent' };
    const found = (more: Record<string, string>, consents: ConsentBook): string[] => check(rules, [Object.keys({ ...texts, ...more }), Object.values({ ...texts, ...more })], { consents }).map(({ rule, kind }) => `${rule} ${kind}`).toSorted();
    const both = ['consent/gipa-a-testing-use violation', 'consent/not-affirmative violation'];
    assert.deepEqual(found({}, book(...GIVEN)), both);
    assert.deepEqual(found({ consent_scope: SCOPE }, book(...GIVEN)), both);
    assert.deepEqual(found({ consent_scope: 'marketing_email' }, book(...GIVEN)), ['consent/gipa-a-testing-use violation']);
    assert.deepEqual(found({}, book(fact('granted', '2026-01-05', 1, { method: 'signature' }))), []);
    assert.match(check(rules, [Object.keys(texts), Object.values(texts)], { consents: book(...GIVEN) }).map(({ message }) => message).join('; '), /what is recorded is no affirmative act.*method “pre_ticked”, which is no affirmative act/);
  });
});
