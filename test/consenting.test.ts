/** Consent as the rules ask about it: in the row, in the recorded history, by scope and in time. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseDay } from '../src/core/date.ts';
import type { Finding } from '../src/core/report.ts';
import type { Cell } from '../src/inventory/cell.ts';
import { ageBand, childUnder, younger } from '../src/inventory/children.ts';
import type { Column } from '../src/inventory/columns.ts';
import { ConsentBook, type Consents, NO_CONSENTS } from '../src/inventory/consent.ts';
import { citesLaw, granted, namesCondition, otherValidBasis, standing } from '../src/inventory/consenting.ts';
import { duo, timeLimit } from '../src/inventory/duo.ts';
import { nearName, sameName } from '../src/inventory/names.ts';
import { Row } from '../src/inventory/row.ts';
import type { Context } from '../src/inventory/rule.ts';
import { adequacy, schedule } from '../src/inventory/tables.ts';
import { interpret } from '../src/inventory/values.ts';
import { allRules, check, lines } from './rules.ts';

const day = (text: string): number => parseDay(text) as number;
const TODAY = day('2026-11-25');

type Texts = Partial<Record<Column, string>>;

function row(texts: Texts): Row {
  const entries = Object.entries(texts) as [Column, string][];
  const cells = entries.map(([column, text]): Cell => ({ ...interpret(column, text, undefined), facts: [] }));
  return new Row().place(new Map(entries.map(([column], i) => [column, i])), cells);
}

function context(consents: Consents = NO_CONSENTS): Context {
  return { today: TODAY, options: { horizon: 30 }, schedule, adequacy, consents, report: () => assert.fail(), reportOnce: () => assert.fail() };
}

function book(...facts: [string, string, 'granted' | 'withdrawn' | 'refused' | 'requested' | 'renewed', string, string?][]): ConsentBook {
  const made = new ConsentBook();
  for (const [ref, scope, status, on, until] of facts) {
    const [code, detail] = scope.split(':') as [string, string?];
    made.add(ref, { code, ...(detail === undefined ? {} : { detail }) }, [{ status, on: day(on), ...(until === undefined ? {} : { until: day(until) }) }]);
  }
  return made;
}

const SCOPE = 'gipa_c:ai_training';
const GIVEN: Texts = { subject_ref: 'S-1', consent_scope: SCOPE, consent_status: 'granted', consent_date: '2026-03-01' };

describe('granted', () => {
  it('is unknown where the row names a subject and nothing is recorded', () => {
    assert.equal(granted(row({ subject_ref: 'S-1', consent_scope: '', consent_status: '' }), SCOPE, context()), 'unknown');
    assert.equal(granted(row({ consent_scope: '', consent_status: '' }), SCOPE, context()), 'no');
    assert.equal(granted(row({ subject_ref: 'S-1' }), SCOPE, context()), 'unknown');
  });
  it('takes a consent in the history where the row says nothing or names other scopes', () => {
    const given = context(book(['S-1', SCOPE, 'granted', '2026-03-01']));
    for (const texts of [{ consent_scope: '', consent_status: '' }, { consent_scope: 'marketing_email', consent_status: 'granted' }, {}] as Texts[]) {
      assert.equal(granted(row({ ...texts, subject_ref: 'S-1' }), SCOPE, given), 'yes');
      assert.notEqual(granted(row({ ...texts, subject_ref: 'S-2' }), SCOPE, given), 'yes');
    }
  });
  it('lets a later withdrawal in the history end the consent of the row', () => {
    const ended = context(book(['S-1', SCOPE, 'granted', '2026-03-01'], ['S-1', SCOPE, 'withdrawn', '2026-06-01']));
    assert.equal(granted(row(GIVEN), SCOPE, ended), 'no');
    assert.equal(granted(row({ ...GIVEN, consent_date: '' }), SCOPE, ended), 'no');
    assert.equal(granted(row({ ...GIVEN, consent_date: '2026-06-02' }), SCOPE, ended), 'yes');
  });
  it('does not let the history revive what the row says has ended', () => {
    assert.equal(granted(row({ ...GIVEN, consent_status: 'withdrawn' }), SCOPE, context(book(['S-1', SCOPE, 'granted', '2026-03-01']))), 'no');
  });
  it('asks the history for the day by which consent was needed', () => {
    const renewed = context(book(['S-1', SCOPE, 'granted', '2025-01-01'], ['S-1', SCOPE, 'renewed', '2026-03-01']));
    const [early, late] = [day('2025-06-01'), day('2024-12-31')];
    assert.equal(granted(row(GIVEN), SCOPE, renewed, early), 'yes');
    assert.equal(granted(row(GIVEN), SCOPE, renewed, late), 'no');
    assert.equal(granted(row(GIVEN), SCOPE, context(), early), 'no');
    assert.equal(granted(row({ ...GIVEN, consent_status: 'renewed' }), SCOPE, context(), early), 'unknown');
    assert.equal(granted(row({ ...GIVEN, consent_date: '' }), SCOPE, context(), early), 'unknown');
  });
  it('holds through the day of its expiry, and from the day on which it is given', () => {
    for (const [expiry, truth] of [['2026-11-25', 'yes'], ['2026-11-24', 'no'], ['end of study', 'yes']] as const) assert.equal(granted(row({ ...GIVEN, consent_expiry: expiry }), SCOPE, context()), truth, expiry);
    for (const [given, truth] of [['2026-11-25', 'yes'], ['2026-11-26', 'no']] as const) assert.equal(granted(row({ ...GIVEN, consent_date: given }), SCOPE, context()), truth, given);
    assert.equal(granted(row(GIVEN), SCOPE, context(), day('2026-03-01')), 'yes');
    assert.equal(granted(row(GIVEN), SCOPE, context(), day('2026-02-28')), 'no');
  });
  it('does not take one purpose or recipient for another', () => {
    assert.equal(granted(row(GIVEN), 'gipa_c:publication', context()), 'no');
    assert.equal(granted(row({ ...GIVEN, consent_scope: 'gipa_c' }), SCOPE, context()), 'unknown');
    assert.equal(granted(row(GIVEN), 'gipa_c', context()), 'yes');
    const share = row({ ...GIVEN, consent_scope: 'share:ACME Pharma, Inc.' });
    assert.equal(granted(share, 'share:Acme Pharma', context()), 'yes');
    assert.equal(granted(share, 'share:Acme Pharmacy', context()), 'no');
  });
  it('withdraws one scope and leaves the others', () => {
    const partly = row({ ...GIVEN, consent_scope: `${SCOPE};marketing_email`, consent_status: 'withdrawn:marketing_email', consent_withdrawn_date: '2026-05-01' });
    assert.equal(granted(partly, 'marketing_email', context()), 'no');
    assert.equal(granted(partly, SCOPE, context()), 'yes');
  });
  it('reads a date of withdrawal beside a consent that counts as given', () => {
    assert.equal(standing(row({ ...GIVEN, consent_withdrawn_date: '2026-05-01' }), SCOPE, context()), 'ended');
    assert.equal(standing(row({ ...GIVEN, consent_withdrawn_date: '2026-03-01' }), SCOPE, context()), 'ended');
    assert.equal(standing(row({ ...GIVEN, consent_withdrawn_date: '2026-02-28' }), SCOPE, context()), 'given');
    assert.equal(standing(row({ ...GIVEN, consent_withdrawn_date: '2026-12-01' }), SCOPE, context()), 'given');
    assert.equal(standing(row({ ...GIVEN, consent_date: '', consent_withdrawn_date: '2026-05-01' }), SCOPE, context()), 'unclear');
  });
  it('has a status for every word that is no consent', () => {
    for (const [status, how] of [['requested', 'not-given'], ['refused', 'ended'], ['revoked', 'ended'], ['invalidated', 'ended'], ['expired', 'expired'], ['unknown', 'unclear'], ['', 'unclear'], ['renewed', 'given']] as const) {
      assert.equal(standing(row({ ...GIVEN, consent_status: status }), SCOPE, context()), how, status);
    }
    for (const [status, how] of [['requested', 'not-given'], ['refused', 'not-given']] as const) {
      assert.equal(standing(row({ subject_ref: 'S-1' }), SCOPE, context(book(['S-1', SCOPE, status, '2026-01-01']))), how, status);
    }
    assert.equal(standing(row({ subject_ref: 'S-1' }), SCOPE, context(book(['S-1', SCOPE, 'granted', '2026-01-01', '2026-11-24']))), 'expired');
  });
});

describe('other bases', () => {
  it('carry a row alone, but not genetic data on legitimate interests and not in place of a withdrawn condition', () => {
    for (const [texts, other] of [
      [{ legal_basis: 'consent' }, false], [{ legal_basis: 'consent;not_applicable' }, false], [{ legal_basis: 'consent;soft_opt_in' }, false],
      [{ legal_basis: 'consent;contract' }, true], [{ legal_basis: 'consent;legitimate_interests' }, true],
      [{ legal_basis: 'consent;legitimate_interests', data_category: 'genetic_data' }, false], [{ legal_basis: 'consent;contract', data_category: 'genetic_data' }, true],
      [{ legal_basis: 'consent;contract', art9_condition: '9(2)(a)' }, false], [{ legal_basis: 'consent;contract', art9_condition: '9(2)(h)' }, true],
    ] as [Texts, boolean][]) assert.equal(otherValidBasis(row(texts)), other, JSON.stringify(texts));
  });
  it('know a condition of Art. 9 beside the basis, and a provision when they see one', () => {
    assert.ok(namesCondition(row({ legal_basis: 'Explicit consent (Article 9 (2)(a))' })));
    assert.ok(!namesCondition(row({ legal_basis: 'Article 6(1)(a)' })));
    for (const text of ['42 CFR 493.1105', '§ 257 HGB', 'Art. 17 GDPR', 'IVDR Annex XIII', 'Cal. Civ. Code 1798.105', '15 U.S.C. 7704']) assert.ok(citesLaw(row({ retention_basis: text }), ['retention_basis']), text);
    for (const text of ['we may need it', 'contract with the customer', 'the rules of the house', 'statistics']) assert.ok(!citesLaw(row({ retention_basis: text }), ['retention_basis']), text);
  });
});

describe('names of recipients', () => {
  it('are the same with or without legal form, case and accents', () => {
    for (const [a, b] of [['Acme Pharma', 'ACME PHARMA, Inc.'], ['Müller Labs GmbH', 'muller labs'], ['株式会社ゲノム', 'ゲノム'], ['A.C.M.E. Ltd', 'ACME'], ['The Broad Institute', 'Broad Institute']] as const) assert.ok(sameName(a, b), a);
    for (const [a, b] of [['Acme Pharma', 'Acme'], ['Inc', 'Ltd'], ['', 'Acme'], ['research partners', 'Acme']] as const) assert.ok(!sameName(a, b), a);
  });
  it('are near when a word or a letter differs, and only then', () => {
    for (const [a, b] of [['Acme Pharma', 'Acme'], ['Acme Pharma', 'Acme Pharmma'], ['Genomix Labs', 'Genomics Labs']] as const) assert.ok(nearName(a, b), a);
    for (const [a, b] of [['Acme Pharma', 'Acme Pharma Inc'], ['Acme', 'Acma'], ['research partners', 'Acme Pharma'], ['', 'Acme']] as const) assert.ok(!nearName(a, b), a);
  });
});

describe('ages', () => {
  it('reads bands', () => {
    for (const [text, min, max] of [['<13', 0, 12], ['under 16', 0, 15], ['0-12', 0, 12], ['13 – 15', 13, 15], ['bis 12', 0, 12], ['≤12', 0, 12], ['18+', 18, 150], ['16 and over', 16, 150], ['>17', 18, 150]] as const) assert.deepEqual(ageBand(text), { min, max }, text);
    for (const text of ['', 'adult', 'minor', '15-13']) assert.equal(ageBand(text), undefined, text);
  });
  it('has the birth date decide before the age, and the age before the band', () => {
    const on = day('2026-05-01');
    assert.equal(younger(row({ subject_birth_date: '2013-05-01', subject_age: '9', age_band: '<13' }), on, 13), 'no');
    assert.equal(younger(row({ subject_birth_date: '', subject_age: '13', age_band: '<13' }), on, 13), 'no');
    assert.equal(younger(row({ age_band: '10-15' }), on, 13), 'unknown');
    assert.equal(younger(row({}), on, 13), 'unknown');
  });
  it('counts a birthday of 29 February on 1 March of common years', () => {
    const leap = row({ subject_birth_date: '2008-02-29' });
    assert.equal(younger(leap, day('2021-02-28'), 13), 'yes');
    assert.equal(younger(leap, day('2021-03-01'), 13), 'no');
  });
  it('asks for full age only for tests, and never for less than the policy', () => {
    const test = { data_category: 'genetic_data' } as const;
    assert.equal(childUnder(row({ ...test, subject_jurisdiction: 'US-MA' }), TODAY, adequacy), 18);
    assert.equal(childUnder(row({ subject_jurisdiction: 'US-MA', data_category: 'contact_data' }), TODAY, adequacy), 16);
    assert.equal(childUnder(row({ ...test, subject_jurisdiction: 'FR' }), TODAY, adequacy), 16);
    assert.equal(childUnder(row({ ...test, subject_jurisdiction: 'JP' }), day('2022-03-31'), adequacy), 20);
    assert.equal(childUnder(row({ ...test, subject_jurisdiction: 'JP' }), day('2022-04-01'), adequacy), 18);
    assert.equal(childUnder(row({ ...test, subject_jurisdiction: 'FR;KR' }), TODAY, adequacy), 19);
    assert.equal(childUnder(row({ subject_jurisdiction: 'ES', data_category: 'contact_data' }), TODAY, adequacy), 16);
  });
});

describe('data use codes', () => {
  it('are read in every way they are written', () => {
    for (const [text, terms] of [
      ['GRU', ['GRU']], ['HMB;NCU', ['HMB', 'NCU']], ['DUO:0000006', ['HMB']], ['DUO_0000044', ['NPOA']], ['GRU-IRB', ['GRU', 'IRB']], ['HMB-NPU-MDS', ['HMB', 'NPU']], ['GS:US,CA', ['GS US CA']], ['DUO:0000025:24', ['TS 24']],
      ['DS-diabetes-RD', ['DS diabetes-RD']], ['DS:MONDO_0007254', ['DS MONDO_0007254']], ['TS:24', ['TS 24']], ['UNHEARD', []], ['DUO:0000001', []],
    ] as const) {
      assert.deepEqual(duo(row({ duo_code: text })).map(({ code, details }) => [code, ...details].join(' ')), terms, text);
    }
  });
  it('end after their months, by the calendar', () => {
    for (const [code, end] of [['TS:24', '2026-02-28'], ['TS:P2Y', '2026-02-28'], ['TS:24 months', '2026-02-28'], ['TS:24;TS:12', '2025-02-28']] as const) {
      assert.equal(timeLimit(row({ duo_code: code, consent_date: '2024-02-29' })), day(end), code);
    }
    for (const texts of [{ duo_code: 'TS', consent_date: '2024-02-29' }, { duo_code: 'TS:24', consent_date: '' }, { duo_code: 'GRU', consent_date: '2024-02-29' }] as Texts[]) assert.equal(timeLimit(row(texts)), undefined);
  });
});

const rules = await allRules();

function found(id: string, texts: Texts, consents: Consents = NO_CONSENTS, horizon = 30): Finding[] {
  const of = rules.filter((rule) => rule.id === id);
  assert.equal(of.length, 1, id);
  return check(of, [Object.keys(texts), Object.values(texts)], { consents, options: { horizon } });
}

describe('rules and the recorded history', () => {
  const marketing: Texts = { record_id: 'R-1', subject_ref: 'S-1', legal_basis: 'consent', consent_scope: 'marketing_email', consent_status: 'granted', consent_date: '2026-01-01', purpose: 'newsletter', data_category: 'contact_data', subject_jurisdiction: 'DE' };
  const ended = (on: string): ConsentBook => book(['S-1', 'marketing_email', 'granted', '2026-01-01'], ['S-1', 'marketing_email', 'withdrawn', on]);

  it('finds a withdrawal that the row has not heard of, a warning at first and then an error', () => {
    const id = 'consent/withdrawn-still-processed';
    for (const [on, severity] of [['2026-10-25', 'error'], ['2026-10-26', 'warning'], ['2026-11-24', 'warning']] as const) assert.deepEqual(found(id, marketing, ended(on)).map((f) => f.severity), [severity], on);
    assert.deepEqual(found(id, marketing, ended('2026-11-25')), []);
    assert.deepEqual(found(id, { ...marketing, consent_date: '2026-11-01' }, ended('2026-10-01')), []);
    assert.deepEqual(found(id, marketing), []);
  });
  it('finds a revocation of genetic data that the row has not heard of', () => {
    const genetic: Texts = { ...marketing, consent_scope: 'gipa_a_use', data_category: 'genetic_data', subject_jurisdiction: 'US-CA', gipa_covered: 'yes', purpose: 'clinical_testing' };
    const revoked = (on: string): ConsentBook => book(['S-1', 'gipa_a_use', 'granted', '2026-01-01'], ['S-1', 'gipa_a_use', 'withdrawn', on]);
    assert.deepEqual(found('consent/gipa-revocation-overdue', genetic, revoked('2026-10-25')).map((f) => f.severity), ['error']);
    assert.deepEqual(found('consent/gipa-revocation-overdue', genetic, revoked('2026-10-26')), []);
    assert.deepEqual(found('consent/withdrawn-still-processed', genetic, revoked('2026-10-01')), []);
  });
  it('takes the evidence, the first consent and the expiry from it', () => {
    const bare: Texts = { ...marketing, consent_evidence_ref: '', consent_notice_version: '1' };
    assert.equal(found('consent/evidence-missing', bare).length, 1);
    assert.deepEqual(found('consent/evidence-missing', bare, book(['S-1', 'marketing_email', 'granted', '2026-01-01'])), []);
    const late: Texts = { ...marketing, collection_date: '2025-06-01' };
    assert.equal(found('consent/date-after-collection', late).length, 1);
    assert.deepEqual(found('consent/date-after-collection', late, book(['S-1', 'marketing_email', 'granted', '2025-05-01'])), []);
    assert.match(lines(found('consent/expired', marketing, book(['S-1', 'marketing_email', 'granted', '2025-05-01', '2026-05-01']))), /recorded consents/);
  });
});

describe('rules of consent', () => {
  const genetic: Texts = { record_id: 'R-1', data_category: 'genetic_data', subject_jurisdiction: 'US-CA', gipa_covered: 'yes' };

  it('tell a file without columns for consent once', () => {
    const bare = { record_id: 'R-1', data_category: 'genetic_data', subject_jurisdiction: 'US-CA', gipa_covered: 'yes', purpose: 'ai_training' };
    const table = [Object.keys(bare), Object.values(bare), Object.values({ ...bare, record_id: 'R-2' })];
    for (const id of ['consent/gipa-a-testing-use', 'consent/gipa-c-secondary-use', 'consent/genetic-secondary-use']) {
      const all = check(rules.filter((rule) => rule.id === id), table);
      assert.deepEqual(all.map((f) => [f.kind, f.at.line]), [['gap', undefined]], id);
    }
  });
  it('judge rows of such a file that rest on something else', () => {
    const all = found('consent/genetic-secondary-use', { asset_id: 'A-1', data_category: 'genetic_data', purpose: 'ai_training', legal_basis: 'contract' });
    assert.deepEqual(all.map((f) => [f.kind, f.at.line]), [['violation', 2]]);
  });
  it('cite the law of the place, or none where only the policy promises', () => {
    const revoked: Texts = { ...genetic, consent_status: 'revoked', consent_withdrawn_date: '2026-09-01' };
    const refs = (all: Finding[]): string[][] => all.map((f) => f.citations.map((c) => c.ref));
    assert.deepEqual(refs(found('consent/gipa-revocation-overdue', revoked)), [['Cal. Civ. Code 56.181(c)', 'Cal. Civ. Code 1798.105']]);
    assert.deepEqual(refs(found('consent/gipa-revocation-overdue', { ...revoked, subject_jurisdiction: 'US-IN' })), [['Ind. Code 24-4-24-10']]);
    const sample: Texts = { record_id: 'R-1', data_category: 'biological_sample', sample_destruction_request_date: '2026-09-01', sample_destroyed_date: '' };
    assert.deepEqual(refs(found('consent/sample-destruction-overdue', { ...sample, subject_jurisdiction: 'US-CA' })), [['Cal. Civ. Code 56.181(c)(2)']]);
    assert.deepEqual(refs(found('consent/sample-destruction-overdue', { ...sample, subject_jurisdiction: 'DE' })), [['GenDG s. 13(1)']]);
    assert.deepEqual(refs(found('consent/sample-destruction-overdue', { ...sample, subject_jurisdiction: 'FR' })), [[]]);
  });
  it('announce a deadline only within the horizon', () => {
    const revoked: Texts = { ...genetic, consent_status: 'withdrawn', consent_withdrawn_date: '2026-11-04' };
    assert.deepEqual(found('consent/gipa-revocation-overdue', revoked, NO_CONSENTS, 9).map((f) => f.kind), ['expiring']);
    assert.deepEqual(found('consent/gipa-revocation-overdue', revoked, NO_CONSENTS, 8), []);
  });
  it('print no recipient and no age', () => {
    const texts: Texts = { ...genetic, recipients: 'Zebra Pharma', recipient_type: 'pharmaceutical_company', consent_scope: 'gipa_d:Zebra Farma', consent_status: 'granted', consent_evidence_ref: 'F-1', consent_event_id: 'E-1', subject_age: '11', subject_ref: 'S-77', collection_channel: 'website', guardian_consent_status: '', legal_basis: 'consent', consent_withdrawn_date: '2026-01-01' };
    const all = check(rules.filter((rule) => /^(?:consent|children)\//.test(rule.id)), [Object.keys(texts), Object.values(texts)]);
    assert.ok(all.length > 5);
    for (const { message, rule } of all) assert.doesNotMatch(message, /zebra|S-77|\b11\b|F-1|E-1/i, rule);
  });
  it('keep their fingerprint as days pass', () => {
    const texts: Texts = { ...genetic, consent_status: 'withdrawn', consent_withdrawn_date: '2026-06-01', purpose: 'marketing_email', legal_basis: 'consent', marketing_opt_out: 'yes', marketing_opt_out_date: '2026-06-01' };
    const of = rules.filter((rule) => /^(?:consent|children)\//.test(rule.id));
    const on = (today: string): string[] => check(of, [Object.keys(texts), Object.values(texts)], { today }).map((f) => f.fingerprint);
    assert.ok(on('2026-11-25').length > 3);
    assert.deepEqual(on('2026-11-25'), on('2027-02-01'));
  });
});
