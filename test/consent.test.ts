/** The register of consents: what a day of a history was, what is refused, and that nobody's reference is anywhere it could not be erased from. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { CONSENT_STATUSES, type ConsentFact, type ConsentStatus, consentOn, firstFlaw, refuseConsent } from '../src/core/consent.ts';
import { parseDay } from '../src/core/date.ts';
import { ConsentBook } from '../src/inventory/consent.ts';
import { SCOPES, readScope } from '../src/inventory/consent-scopes.ts';
import { type ConsentColumn, cellReader, factsOfRow, readConsentRow } from '../src/inventory/consent-row.ts';
import { createApp } from '../src/cli/app.ts';
import { consentsFor } from '../src/cli/consent/sources.ts';
import type { Io } from '../src/cli/io.ts';
import { ROOT, ask, inFolder, wordsOf } from './session.ts';

const D = (date: string): number => parseDay(date) as number;
const fact = (status: ConsentFact['status'], on: string, event: number, until?: string): ConsentFact => ({ status, on: D(on), event, ...(until === undefined ? {} : { until: D(until) }) });

describe('a day of a history', () => {
  const history = [fact('requested', '2026-01-01', 1), fact('granted', '2026-01-05', 2, '2026-03-31'), fact('renewed', '2026-05-01', 3), fact('requested', '2026-06-01', 4), fact('withdrawn', '2026-07-10', 5), fact('requested', '2026-07-20', 6)];
  for (const [day, state] of [
    ['2025-12-31', 'none'], ['2026-01-01', 'requested'], ['2026-01-04', 'requested'], ['2026-01-05', 'given'], ['2026-03-31', 'given'], ['2026-04-01', 'expired'], ['2026-04-30', 'expired'], ['2026-05-01', 'given'],
    ['2026-06-02', 'given'], ['2026-07-09', 'given'], ['2026-07-10', 'withdrawn'], ['2026-07-21', 'withdrawn'],
  ] as const) it(`${day} ${state}`, () => assert.equal(consentOn(history, D(day)).state, state));
  it('that was revoked or invalidated is withdrawn', () => {
    for (const status of ['withdrawn', 'revoked', 'invalidated'] as const) assert.equal(consentOn([fact('granted', '2026-01-05', 1), fact(status, '2026-02-05', 2)], D('2026-02-05')).state, 'withdrawn');
  });
  it('of two on one day the later recorded counts', () => {
    assert.equal(consentOn([fact('granted', '2026-01-05', 1), fact('withdrawn', '2026-01-05', 2)], D('2026-01-05')).state, 'withdrawn');
    assert.equal(consentOn([fact('withdrawn', '2026-01-05', 2), fact('granted', '2026-01-05', 3)], D('2026-01-05')).state, 'given');
  });
});

describe('what is refused', () => {
  const TODAY = D('2026-11-25');
  const cases: [string, ConsentFact[], ConsentFact, RegExp | undefined][] = [
    ['a first consent is not', [], fact('granted', '2026-11-25', 9), undefined],
    ['the future', [], fact('granted', '2026-11-26', 9), /lies in the future/],
    ['an expiry before the consent', [], fact('granted', '2026-01-05', 9, '2026-01-04'), /cannot have expired on 2026-01-04/],
    ['an expiry on the same day is not', [], fact('granted', '2026-01-05', 9, '2026-01-05'), undefined],
    ['a second consent', [fact('granted', '2026-01-05', 1)], fact('granted', '2026-02-05', 9), /still holds: a second one is a renewal/],
    ['a second consent on the last day of the first', [fact('granted', '2026-01-05', 1, '2026-02-05')], fact('granted', '2026-02-05', 9), /renewal/],
    ['a consent after the first has expired is not', [fact('granted', '2026-01-05', 1, '2026-02-04')], fact('granted', '2026-02-05', 9), undefined],
    ['a renewal of nothing', [], fact('renewed', '2026-02-05', 9), /no consent on 2026-02-05 that could be renewed/],
    ['a renewal is not', [fact('granted', '2026-01-05', 1)], fact('renewed', '2026-02-05', 9), undefined],
    ['a renewal after the withdrawal', [fact('granted', '2026-01-05', 1), fact('withdrawn', '2026-02-01', 2)], fact('renewed', '2026-02-05', 9), /it was withdrawn on 2026-02-01/],
    ['a withdrawal of nothing', [], fact('withdrawn', '2026-02-05', 9), /no consent on 2026-02-05 that could be withdrawn/],
    ['a withdrawal before the consent', [fact('granted', '2026-01-05', 1)], fact('withdrawn', '2026-01-04', 9), /it was first granted on 2026-01-05/],
    ['a withdrawal on its day is not', [fact('granted', '2026-01-05', 1)], fact('withdrawn', '2026-01-05', 9), undefined],
    ['a second withdrawal', [fact('granted', '2026-01-05', 1), fact('withdrawn', '2026-02-01', 2)], fact('withdrawn', '2026-02-05', 9), /it was withdrawn on 2026-02-01/],
    ['a withdrawal after a refusal', [fact('refused', '2026-01-05', 1)], fact('withdrawn', '2026-02-05', 9), /it was refused on 2026-01-05/],
    ['a refusal of what was given', [fact('granted', '2026-01-05', 1)], fact('refused', '2026-02-05', 9), /to refuse it now is to withdraw it/],
    ['a consent between a consent and its withdrawal', [fact('granted', '2026-01-05', 1), fact('withdrawn', '2026-03-01', 2)], fact('granted', '2026-02-05', 9), /renewal/],
    ['a consent that makes a later one a second', [fact('granted', '2026-03-01', 1)], fact('granted', '2026-02-05', 9), /with it, “granted on 2026-03-01” could not stand/],
    ['to ask is never', [fact('granted', '2026-01-05', 1)], fact('requested', '2026-02-05', 9), undefined],
  ];
  for (const [name, history, added, says] of cases) {
    it(name, () => {
      const refusal = refuseConsent(history, [added], { day: TODAY }, 'UTC');
      if (says) assert.match(refusal?.says ?? '', says);
      else assert.equal(refusal, undefined);
    });
  }
  it('what was let in one by one has no flaw, and each day follows from the last word before it', () => {
    const facts = fc.array(fc.record({ status: fc.constantFrom<ConsentStatus>(...CONSENT_STATUSES), on: fc.integer({ min: TODAY - 30, max: TODAY + 2 }), long: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }) }), { maxLength: 20 });
    fc.assert(fc.property(facts, (asked) => {
      const history: ConsentFact[] = [];
      for (const [i, { status, on, long }] of asked.entries()) {
        const added: ConsentFact = { status, on, event: i + 1, ...(long === undefined ? {} : { until: on + long }) };
        if (!refuseConsent(history, [added], { day: TODAY }, 'UTC')) history.push(added);
      }
      assert.equal(firstFlaw(history), undefined);
      for (let day = TODAY - 31; day <= TODAY; day += 1) {
        const { state, by } = consentOn(history.toSorted((a, b) => a.on - b.on || a.event - b.event), day);
        const words = history.filter((f) => f.on <= day && f.status !== 'requested').toSorted((a, b) => a.on - b.on || a.event - b.event);
        const last = words.at(-1);
        const gives = last?.status === 'granted' || last?.status === 'renewed';
        assert.equal(state === 'given', gives && (last?.until === undefined || last.until >= day));
        assert.equal(state === 'expired', gives && last?.until !== undefined && last.until < day);
        if (last) assert.equal(by?.event, last.event);
      }
    }));
  });
});

describe('the book that a check looks things up in', () => {
  const book = new ConsentBook();
  const scope = (text: string) => readScope(text) as NonNullable<ReturnType<typeof readScope>>;
  book.add('S-1', scope('gipa_a_use'), [fact('granted', '2026-01-05', 1, '2026-06-30')]);
  book.add('S-1', scope('share:BioPharma X'), [fact('granted', '2026-01-05', 1)]);
  book.add('S-1', scope('share:Other Ltd'), [fact('refused', '2026-01-05', 1)]);
  book.add('S-2', scope('share'), [fact('granted', '2026-01-05', 1)]);
  book.add('S-3', scope('share'), [fact('granted', '2026-01-05', 1), fact('withdrawn', '2026-02-05', 2)]);
  const on = (ref: string, what: string, day = '2026-03-01') => book.stateOf(ref, what, D(day));
  it('knows days, persons and scopes apart', () => {
    assert.deepEqual([on('S-1', 'gipa_a_use'), on('S-1', 'gipa_a_use', '2026-01-04'), on('S-1', 'gipa_a_use', '2026-07-01'), on('S-2', 'gipa_a_use'), on('S-1', 'gipa_e_marketing'), on('S-1', 'no_such_scope')], ['given', 'none', 'expired', 'none', 'none', 'none']);
  });
  it('compares details however they are spelt', () => assert.deepEqual(['share:biopharma-x', 'share: biopharma_x', 'SHARE:BioPharma X'].map((s) => on('S-1', s)), ['given', 'given', 'given']));
  it('asked without a detail, any detail counts', () => assert.deepEqual([on('S-1', 'share'), on('S-1', 'share', '2025-01-01')], ['given', 'none']));
  it('a consent that names nothing cannot say whether it covers something', () => assert.deepEqual([on('S-2', 'share:biopharma-x'), on('S-3', 'share:biopharma-x'), on('S-2', 'share')], ['unknown', 'withdrawn', 'given']));
  it('keeps hashes, and what is said twice once', () => {
    const again = new ConsentBook();
    for (let i = 0; i < 1000; i += 1) again.add('Erika Mustermann', scope('share:Doctor Who'), [fact('granted', '2026-01-05', 1)]);
    const inside = again as unknown as { histories: Map<string, number[]>; details: Map<string, string[]> };
    const kept = JSON.stringify([[...inside.histories], [...inside.details]]);
    assert.deepEqual([inside.histories.size, [...inside.histories.values()][0]?.length, inside.details.size], [1, 4, 1]);
    assert.doesNotMatch(kept, /Erika|Who|share/i);
  });
});

describe('a row of a file', () => {
  const read = (cells: Partial<Record<ConsentColumn, string>>) => {
    const row = readConsentRow(2, (column) => ({ subject_ref: 'S-1', consent_scope: 'marketing_email', ...cells })[column] ?? '', cellReader(() => undefined));
    const book = new ConsentBook();
    for (const scope of row.scopes) book.add(row.subject, scope, factsOfRow(row, scope));
    return { row, on: (day: string) => book.stateOf('S-1', 'marketing_email', D(day)) };
  };
  const cases: [string, Partial<Record<ConsentColumn, string>>, string[], RegExp | undefined][] = [
    ['given', { consent_status: 'granted', consent_date: '2026-01-05' }, ['none', 'given', 'given'], undefined],
    ['a date alone says that it was given', { consent_date: '2026-01-05' }, ['none', 'given', 'given'], undefined],
    ['withdrawn', { consent_status: 'withdrawn', consent_date: '2026-01-05', consent_withdrawn_date: '2026-03-01' }, ['none', 'given', 'withdrawn'], undefined],
    ['two dates alone say that it was withdrawn', { consent_date: '2026-01-05', consent_withdrawn_date: '2026-03-01' }, ['none', 'given', 'withdrawn'], undefined],
    ['expired', { consent_status: 'expired', consent_date: '2026-01-05', consent_expiry: '2026-02-28' }, ['none', 'given', 'expired'], undefined],
    ['withdrawn nobody knows when', { consent_status: 'withdrawn', consent_date: '2026-01-05' }, ['none', 'withdrawn', 'withdrawn'], /does not say when/],
    ['given nobody knows when', { consent_status: 'granted' }, ['unknown', 'unknown', 'unknown'], /consent_date is missing/],
    ['refused nobody knows when', { consent_status: 'refused' }, ['refused', 'refused', 'refused'], /consent_date is missing/],
    ['an event as expiry', { consent_status: 'granted', consent_date: '2026-01-05', consent_expiry: 'end of study' }, ['none', 'unknown', 'unknown'], /consent_expiry is no date/],
    ['a date that is none', { consent_status: 'granted', consent_date: '2026-13-05' }, ['unknown', 'unknown', 'unknown'], /consent_date is no date/],
    ['a status that is none', { consent_status: 'perhaps', consent_date: '2026-01-05' }, ['none', 'unknown', 'unknown'], /no status that is known/],
    ['words against dates', { consent_status: 'granted', consent_date: '2026-01-05', consent_withdrawn_date: '2026-03-01' }, ['none', 'given', 'unknown'], /not before consent_date/],
    ['an earlier withdrawal', { consent_status: 'granted', consent_date: '2026-01-05', consent_withdrawn_date: '2025-03-01' }, ['none', 'given', 'given'], undefined],
    ['nothing', {}, ['none', 'none', 'none'], /neither consent_status nor consent_date/],
    ['withdrawn for another scope', { consent_status: 'withdrawn:marketing_phone', consent_date: '2026-01-05', consent_withdrawn_date: '2026-03-01' }, ['none', 'given', 'given'], undefined],
    ['withdrawn for this scope', { consent_status: 'partial:marketing_email', consent_date: '2026-01-05', consent_withdrawn_date: '2026-03-01' }, ['none', 'given', 'withdrawn'], undefined],
    ['a date that can be two', { consent_status: 'granted', consent_date: '03/04/2026' }, ['unknown', 'unknown', 'unknown'], /consent_date can be read as two dates/],
    ['requested', { consent_status: 'requested', consent_date: '2026-01-05' }, ['none', 'requested', 'requested'], undefined],
  ];
  for (const [name, cells, states, problem] of cases) {
    it(name, () => {
      const { row, on } = read(cells);
      assert.deepEqual([on('2026-01-04'), on('2026-01-05'), on('2026-03-01')], states);
      if (problem) assert.match(row.problems.join('; '), problem);
      else assert.deepEqual(row.problems, []);
    });
  }
  it('takes scopes apart, and leaves the comma in a name', () => {
    const scopes = (text: string) => read({ consent_scope: text }).row.scopes;
    assert.deepEqual(scopes('gipa_a_use; gipa_c:ai_training|GIPA-B-sample-storage'), [{ code: 'gipa_a_use' }, { code: 'gipa_c', detail: 'ai_training' }, { code: 'gipa_b_sample_storage' }]);
    assert.deepEqual(scopes('marketing_email, marketing_phone'), [{ code: 'marketing_email' }, { code: 'marketing_phone' }]);
    assert.deepEqual(scopes('share:Miller, Jones Ltd'), [{ code: 'share', detail: 'Miller, Jones Ltd' }]);
  });
  it('knows every scope of the vocabulary, and no other', () => {
    const vocabularies = JSON.parse(readFileSync(path.join(ROOT, 'src/data/inventory-vocabularies.json'), 'utf8')) as { consent_scope: object };
    assert.deepEqual(SCOPES.toSorted(), Object.keys(vocabularies.consent_scope).toSorted());
  });
});

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
for (const file of readdirSync(path.join(ROOT, 'schemas'))) ajv.addSchema(JSON.parse(readFileSync(path.join(ROOT, 'schemas', file), 'utf8')) as object, file);

interface Item {
  record_id: string;
  pii_principal_id: string | null;
  custos: { state: string; request: string | null; deadlines: { law: string; obligation: string; due: string | null }[]; missing: string[] };
}

/** A folder with a ledger, and what is asked of it. */
function register(work: (custos: (line: string) => Promise<{ code: number; out: string; err: string }>, json: (line: string) => Promise<{ items: Item[]; summary: Record<string, unknown> }>, folder: string) => Promise<void>): () => Promise<void> {
  return () => inFolder(async (folder) => {
    const custos = (line: string) => ask(wordsOf(line), folder);
    await work(custos, async (line) => {
      const { out, err } = await custos(`${line} --json`);
      const answer = JSON.parse(out || assert.fail(err)) as { schema: string; items: Item[]; summary: Record<string, unknown> };
      const validate = ajv.getSchema(`${answer.schema.replace(/^custos\//, '').replace(/@1$/, '')}.schema.json`);
      assert.ok(validate?.(answer), `${line}: ${JSON.stringify(validate?.errors?.slice(0, 3))}`);
      return answer;
    }, folder);
  });
}

const GIVEN = 'consent record QX-7731 --scope gipa_a_use,gipa_b_sample_storage --on 2026-01-05 --expires 2028-01-05 --method signature --notice 3.2 --language en --evidence forms/Mustermann.pdf --in US-CA';
/** What no answer may hold without --reveal. */
const PERSONAL = /QX-7731|Mustermann/;

describe('custos consent', () => {
  it('was there consent on that day?', register(async (custos, json) => {
    await custos(GIVEN);
    const state = async (day: string) => (await json(`consent show QX-7731 --scope gipa_a_use --on ${day}`)).items[0]?.custos.state;
    assert.deepEqual(await Promise.all(['2026-01-04', '2026-01-05', '2028-01-05', '2028-01-06'].map(state)), ['none', 'given', 'given', 'expired']);
    await custos('consent withdraw QX-7731 --scope gipa_a_use --on 2026-11-20');
    assert.deepEqual(await Promise.all(['2026-11-19', '2026-11-20', '2028-01-06'].map(state)), ['given', 'withdrawn', 'withdrawn']);
    assert.deepEqual((await json('consent show QX-7731')).summary, { count: 2, on: '2026-11-25', states: { given: 1, withdrawn: 1 }, revealed: false });
  }));

  it('--as-of leaves out what happened later', register(async (custos, json) => {
    await custos(GIVEN);
    await custos('consent withdraw QX-7731 --all --on 2026-11-20');
    assert.deepEqual((await json('consent show QX-7731 --as-of 2026-11-19')).items.map((i) => i.custos.state), ['given', 'given']);
    assert.equal((await custos('consent show QX-7731 --as-of 2026-01-04')).code, 4);
  }));

  it('a withdrawal starts the clocks, in request list and audit too', register(async (custos, json) => {
    await custos(GIVEN);
    const { items } = await json('consent withdraw QX-7731 --scope gipa_b_sample_storage --on 2026-10-20');
    assert.deepEqual(items[0]?.custos.deadlines.filter((i) => i.due !== null).map(({ law, obligation, due }) => `${law} ${obligation} ${due}`), ['us-ca-gipa destroy-sample 2026-11-19', 'us-ca-gipa stop-processing 2026-11-19']);
    assert.match((await custos('request list')).out, /R-1 +2026-11-19 Thu +6 days over +overdue +withdraw-consent +US-CA/);
    const audit = await custos('audit');
    assert.deepEqual([audit.code, audit.out.match(/request\/overdue/g)?.length, audit.out.includes('no-clock')], [1, 1, false]);
    await custos('request mark R-1 answered --outcome granted');
    assert.equal((await custos('audit')).code, 0);
  }));

  it('consents of one person withdrawn on one day are followed up by one request', register(async (custos, json) => {
    await custos(GIVEN);
    await custos('consent withdraw QX-7731 --scope gipa_a_use --on 2026-11-20');
    assert.equal((await json('consent withdraw QX-7731 --scope gipa_b_sample_storage --on 2026-11-20')).items[0]?.custos.request, 'R-1');
    assert.match((await custos('request show R-1')).out, /data genetic, biological-sample\n(?:.*\n)*.*destroy-sample/);
    await custos('consent record QX-7731 --scope gipa_e_marketing --on 2026-11-01 --in US-CA');
    assert.equal((await json('consent withdraw QX-7731 --scope gipa_e_marketing --on 2026-11-21')).items[0]?.custos.request, 'R-2');
    await custos('consent record S-9 --scope gipa_e_marketing --on 2026-11-01 --in US-CA');
    assert.equal((await json('consent withdraw S-9 --scope gipa_e_marketing --on 2026-11-21')).items[0]?.custos.request, 'R-3');
  }));

  it('--request names the request that was logged for it already', register(async (custos, json) => {
    await custos(GIVEN);
    await custos('request log --type withdraw-consent --received 2026-11-20 --in US-CA --data genetic');
    assert.equal((await json('consent withdraw QX-7731 --all --on 2026-11-20 --request R-1')).items[1]?.custos.request, 'R-1');
    assert.equal((await json('request list --all')).items.length, 1);
    assert.match((await custos('consent withdraw QX-7731 --all --request C-1')).err, /no consent of this person holds|C-1 is no request/);
  }));

  it('where it is not known where the person is, no clock runs and everybody says so', register(async (custos) => {
    await custos('consent record QX-7731 --scope marketing_email --on 2026-01-05');
    const { code, err } = await custos('consent withdraw QX-7731 --scope marketing_email --on 2026-11-20');
    assert.equal(code, 4);
    assert.match(err, /no clock runs: it is not known where the person is; record it again with --in: custos consent correct C-1 3 strikes it/);
    const audit = await custos('audit');
    assert.match(audit.out, /consent\/no-clock/);
    assert.equal(audit.code, 4);
    await custos('consent correct C-1 3');
    await custos('consent withdraw QX-7731 --scope marketing_email --on 2026-11-20 --in DE');
    assert.equal((await custos('audit')).code, 0);
    assert.match((await custos('request list')).out, /R-1 .*withdraw-consent +DE/);
  }));

  it('what was never valid starts no clock', register(async (custos) => {
    await custos(GIVEN);
    assert.equal((await custos('consent withdraw QX-7731 --scope gipa_a_use --status invalidated')).code, 0);
    assert.match((await custos('request list --all')).out, /No requests/);
    assert.equal((await custos('audit')).code, 0);
  }));

  it('what is refused leaves the ledger as it was', register(async (custos) => {
    await custos(GIVEN);
    const before = (await custos('ledger head')).out;
    for (const [line, says] of [
      ['consent record QX-7731 --scope gipa_a_use --on 2026-02-05', /a second one is a renewal/], ['consent record QX-7731 --scope gipa_c:ai_training,gipa_a_use --on 2026-02-05', /renewal/],
      ['consent record QX-7731 --scope share:x --on 2026-11-26', /lies in the future/], ['consent withdraw QX-7731 --scope gipa_a_use --on 2026-01-04', /first granted on 2026-01-05/],
      ['consent withdraw QX-7731 --scope marketing_email', /no such consent of this person/], ['consent withdraw S-002 --all', /no consent of this person is recorded/], ['consent record QX-7731 --scope gipa_a_uze', /did you mean gipa_a_use\?/],
      ['consent record QX-7731 --scope marketing_email:x', /names nothing behind a colon/], ['consent record QX-7731', /missing: --scope/], ['consent withdraw QX-7731', /missing: --scope or --all/],
      ['consent record QX-7731 --scope share --method checkbox', /unknown method/], ['consent record QX-7731 --scope share --on 2026-01-05 --expires 2026-01-04', /cannot have expired/],
      ['consent correct C-1 1', /cannot be corrected/], ['consent correct C-1 99', /no such event/], ['consent correct R-1 1', /no consent of this name/],
    ] as const) {
      const { code, err } = await custos(line);
      assert.equal(code, 2, line);
      assert.match(err, says, line);
      assert.doesNotMatch(err, PERSONAL, line);
    }
    assert.equal((await custos('ledger head')).out, before);
  }));

  it('--dry-run says what it would do, and does not', register(async (custos, json, folder) => {
    const bytes = () => readdirSync(path.join(folder, 'custos')).filter((f) => f.startsWith('ledger')).toSorted().map((f) => readFileSync(path.join(folder, 'custos', f)).toString('base64'));
    assert.match((await custos(`${GIVEN} --dry-run`)).err, /would record: C-1 gipa_a_use, C-2 gipa_b_sample_storage granted; nothing was written/);
    assert.throws(bytes, /ENOENT/);
    await custos(GIVEN);
    const before = bytes();
    const { items } = await json('consent withdraw QX-7731 --all --dry-run');
    assert.equal(items[0]?.custos.deadlines.filter((i) => i.due !== null).length, 2);
    assert.match((await custos('consent correct C-1 2 --on 2026-01-06 --dry-run')).err, /would correct/);
    assert.deepEqual(bytes(), before);
  }));

  it('a correction moves or strikes, and not what another event rests on', register(async (custos, json) => {
    await custos(GIVEN);
    await custos('consent withdraw QX-7731 --scope gipa_a_use --on 2026-11-20');
    assert.match((await custos('consent correct C-1 2')).err, /with this correction “withdrawn on 2026-11-20” could not stand/);
    assert.match((await custos('consent correct C-1 2 --on 2026-11-21')).err, /could not stand/);
    await custos('consent correct C-1 2 --on 2026-01-20');
    assert.equal((await json('consent show QX-7731 --scope gipa_a_use --on 2026-01-19')).items[0]?.custos.state, 'none');
    await custos('consent correct C-1 5');
    assert.equal((await json('consent show QX-7731 --scope gipa_a_use')).items[0]?.custos.state, 'given');
    assert.match((await custos('consent show QX-7731')).out, /withdrawn \(R-1, struck\)[\s\S]*struck event 5/);
  }));

  it('without --reveal no command, format or error holds the reference or the evidence; with it, they do', register(async (custos) => {
    const answers = [await custos(GIVEN), await custos('consent withdraw QX-7731 --scope gipa_a_use --on 2026-11-20 --note Mustermann')];
    for (const command of ['consent show', 'consent show QX-7731', 'consent show --case C-1', 'request show R-1', 'request list --all', 'request export', 'audit', 'ledger export', 'consent show QX-7731x', 'consent record QX-7731', 'consent show QX-7731 --case C-1']) {
      for (const format of ['table', 'json', 'ndjson', 'csv', 'markdown', 'html']) answers.push(await custos(`${command} --format ${format} --verbose`));
    }
    for (const { out, err } of answers) assert.doesNotMatch(out + err, PERSONAL);
    for (const command of ['consent show', 'consent show --case C-1 --json', 'consent show --format csv']) assert.match((await custos(`${command} --reveal`)).out, /QX-7731/, command);
    assert.match((await custos('consent show QX-7731 --reveal')).out, /evidence forms\/Mustermann.pdf/);
    assert.match((await custos('request show R-1 --reveal')).out, /subject: QX-7731/);
  }));

  it('an erased person is nobody: no byte is left, and nothing finds the consents', register(async (custos, json, folder) => {
    await custos('consent record Zzyzx-9b1f --scope gipa_a_use --on 2026-01-05 --in US-CA --evidence Qwghlm-form');
    await custos('consent withdraw Zzyzx-9b1f --all --on 2026-11-20');
    const bytes = () => readdirSync(path.join(folder, 'custos')).map((f) => readFileSync(path.join(folder, 'custos', f)).toString('latin1')).join('');
    assert.match(bytes(), /Zzyzx-9b1f/);
    for (const line of ['C-1 --dry-run', 'C-1 --yes']) assert.match((await custos(`ledger erase ${line}`)).err, /the same person is named in R-1: custos ledger erase R-1 erases there/);
    assert.deepEqual((({ code, err }) => [code, err])(await custos('ledger erase R-1 --yes')), [0, '']);
    assert.doesNotMatch(bytes(), /Zzyzx-9b1f|Qwghlm-form/);
    assert.equal((await custos('consent show Zzyzx-9b1f')).code, 4);
    assert.equal((await custos('ledger verify')).code, 0);
    const [item] = (await json('consent show --case C-1 --reveal')).items;
    assert.deepEqual([item?.pii_principal_id, item?.custos.state, item?.custos.missing.includes('pii_principal_id')], [null, 'withdrawn', true]);
    await custos('consent record Zzyzx-9b1f --scope gipa_a_use --on 2026-01-05');
    assert.equal((await json('consent show Zzyzx-9b1f')).items[0]?.record_id, 'C-2');
  }));

  it('purge leaves consents alone', register(async (custos, json) => {
    await custos(GIVEN);
    assert.equal((await custos('ledger purge --yes')).code, 0);
    assert.equal((await json('consent show QX-7731 --reveal')).items[0]?.pii_principal_id, 'QX-7731');
  }));

  it('an exported and imported ledger finds the same persons', register(async (custos, json, folder) => {
    await custos(GIVEN);
    writeFileSync(path.join(folder, 'all.jsonl'), (await custos('ledger export --reveal')).out);
    assert.equal((await custos('ledger import all.jsonl --ledger other.db')).code, 0);
    assert.deepEqual((await json('consent show QX-7731 --ledger other.db')).items.map((i) => i.record_id), ['C-1', 'C-2']);
    assert.equal((await custos('ledger verify --ledger other.db')).code, 0);
  }));

  it('requests are listed, counted and exported as if there were no consents', register(async (custos) => {
    const commands = ['request list --all', 'request export', 'request metrics --year 2026', 'calendar', 'request list --due 30d'];
    await custos('request log --type access --received 2026-11-01 --in DE --name Erika');
    const before = [];
    for (const command of commands) before.push((await custos(command)).out);
    await custos(GIVEN);
    await custos('consent record S-2 --scope marketing_email --status refused');
    for (const [i, command] of commands.entries()) assert.equal((await custos(command)).out, before[i], command);
    assert.match((await custos('request show C-1')).err, /C-1 is no request\nhint: custos consent show --case C-1/);
    assert.match((await custos('request mark C-1 answered')).err, /C-1 is no request/);
    assert.doesNotMatch((await custos('request log --type access --received 2026-11-01 --in DE --name QX-7731')).err, /the same person/);
  }));
});

/** The surroundings of a command, for what no command shows. */
const io = (folder: string): Io => ({
  out: () => undefined, err: () => undefined, cwd: folder, clock: () => D('2026-11-25') * 86_400_000, stdoutIsTerminal: false, canAsk: false, columns: undefined, user: async () => 'analyst',
  env: { HOME: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder },
});

const FOLDER = path.join(ROOT, 'fixtures', 'consents');

describe('files of consents', () => {
  for (const name of readdirSync(FOLDER).toSorted()) {
    it(name, register(async (custos, json) => {
      const file = path.join(FOLDER, name, 'consents.csv');
      const golden = (what: string, now: string): void => {
        const at = path.join(FOLDER, name, what);
        if (process.env['UPDATE']) writeFileSync(at, now);
        assert.equal(now, readFileSync(at, 'utf8'), what);
      };
      const tried = await custos(`consent import '${file}' --dry-run --verbose`);
      const first = await custos(`consent import '${file}' --verbose`);
      golden('import.txt', first.out.replaceAll(`${FOLDER}/`, ''));
      assert.equal(tried.out.replace(/would be |would be logged to /g, '').replace(/requests? .*withdrawals up/, ''), first.out.replace(/requests? .*withdrawals up/, ''), 'the rehearsal says the same');
      golden('register.csv', (await custos('consent show --reveal --format csv')).out);
      const before = (await custos('ledger head')).out;
      const { summary } = await json(`consent import '${file}'`);
      assert.deepEqual([summary['created'], summary['changed'], summary['requests']], [0, 0, 0]);
      assert.equal((await custos('ledger head')).out, before, 'a second import changes nothing');
      assert.equal((await custos('ledger verify')).code, 0);
      for (const { out, err } of [tried, first]) assert.doesNotMatch(out + err, /\bS-\d{3}\b|BioPharma|Some One|handshake|Atlantis|German!/, 'no reference, no text of a row');
    }));
  }

  it('--history logs no requests, and an audit asks for none', register(async (custos) => {
    const { out } = await custos(`consent import '${path.join(FOLDER, 'register', 'consents.csv')}' --history`);
    assert.doesNotMatch(out, /follow|no clock/);
    assert.match((await custos('request list --all')).out, /No requests/);
    assert.equal((await custos('audit')).code, 0);
  }));

  it('a file, the ledger it was taken into, and the JSON of that ledger say the same of every person, scope and day', register(async (custos, _, folder) => {
    const file = path.join(FOLDER, 'register', 'consents.csv');
    await custos(`consent import '${file}'`);
    for (const format of ['json', 'ndjson']) writeFileSync(path.join(folder, `all.${format}`), (await custos(`consent show --reveal --format ${format}`)).out);
    const app = createApp(io(folder), ROOT, { input: false });
    const sources = [];
    for (const source of [file, 'ledger', 'all.json', 'all.ndjson']) sources.push((await consentsFor(app, source)).consents);
    const refs = [...readFileSync(file, 'utf8').matchAll(/^S-\d+/gm)].map(([ref]) => ref);
    const scopes = [...SCOPES, 'gipa_c:ancestry_research', 'gipa_c:ai_training', 'share:BioPharma-X', 'share:other'];
    const seen = new Set<string>();
    for (const ref of [...refs, 'S-999']) {
      for (const scope of scopes) {
        for (const day of ['2025-06-29', '2025-06-30', '2026-01-04', '2026-01-05', '2026-05-01', '2026-09-30', '2026-10-01', '2026-11-01', '2026-11-02', '2026-11-25']) {
          const states: string[] = sources.map((consents) => consents.stateOf(ref, scope, D(day)));
          assert.equal(new Set(states).size, 1, `${ref} ${scope} ${day}: ${states.join(', ')}`);
          seen.add(states[0] as string);
        }
      }
    }
    assert.deepEqual([...seen].toSorted(), ['expired', 'given', 'none', 'refused', 'requested', 'unknown', 'withdrawn']);
  }));

  it('a JSON of consents is taken in as it was given out', register(async (custos, json, folder) => {
    await custos(`consent import '${path.join(FOLDER, 'register', 'consents.csv')}'`);
    const before = (await custos('consent show --reveal --format csv')).out;
    writeFileSync(path.join(folder, 'all.json'), (await custos('consent show --reveal --json')).out);
    const { summary } = await json('consent import all.json --ledger other.db');
    assert.deepEqual([summary['created'], summary['skipped'], summary['requests']], [12, 0, 1]);
    assert.equal((await custos('consent show --reveal --format csv --ledger other.db')).out, before);
    assert.equal((await json('consent import all.json --ledger other.db')).summary['unchanged'], 12);
    writeFileSync(path.join(folder, 'rows.json'), JSON.stringify([{ subject_ref: 'S-7', consent_scope: ['marketing_email', 'marketing_phone'], consent_status: 'granted', consent_date: '2026-01-05' }, 'nonsense', { pii_processing: {}, events: [{}] }]));
    assert.deepEqual((await json('consent import rows.json --ledger rows.db')).summary['skipped'], 2);
    writeFileSync(path.join(folder, 'bad.json'), '{"items": [');
    const { code, err } = await custos('consent import bad.json');
    assert.deepEqual([code, /neither one JSON document nor a record on every line/.test(err)], [2, true]);
  }));

  it('inventory check looks consents up in the ledger or in a file', register(async (custos, _, folder) => {
    const file = path.join(FOLDER, 'register', 'consents.csv');
    await custos(`consent import '${file}'`);
    writeFileSync(path.join(folder, 'inventory.csv'), 'record_id,subject_ref,subject_jurisdiction,data_category,purpose,gipa_covered,status\nG-1,S-001,US-CA,genetic_data,clinical_testing,yes,active\nG-2,S-002,US-CA,genetic_data,clinical_testing,yes,active\n');
    const missing = async (more: string): Promise<unknown> => {
      const { out, err } = await custos(`inventory check inventory.csv --json ${more}`);
      const { items } = JSON.parse(out || assert.fail(err)) as { items: { rule: string; at: { key?: string } }[] };
      return items.filter((i) => i.rule === 'consent/gipa-a-testing-use' && i.at.key !== undefined).map((i) => i.at.key);
    };
    assert.deepEqual([await missing('--consents ledger'), await missing(`--consents '${file}'`)], [['G-2'], ['G-2']]);
  }));

  it('a file without the columns that it takes is refused', register(async (custos, _, folder) => {
    writeFileSync(path.join(folder, 'x.csv'), 'asset_id,purpose,consent_date\nA-1,billing,2026-01-05\n');
    assert.match((await custos('consent import x.csv')).err, /no column for subject_ref and consent_scope/);
  }));
});
