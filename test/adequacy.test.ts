/** The dated lists of data/adequacy.json: each decision on its first and last day, and the numbers that hang on a place. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Facts } from '../src/core/condition.ts';
import { formatDay, parseDay } from '../src/core/date.ts';
import data from '../src/data/adequacy.json' with { type: 'json' };
import codeSets from '../src/data/code-sets.json' with { type: 'json' };
import vocabularies from '../src/data/inventory-vocabularies.json' with { type: 'json' };
import places from '../src/data/places.json' with { type: 'json' };
import type { Regime } from '../src/inventory/adequacy.ts';
import { isColumn } from '../src/inventory/columns.ts';
import { adequacy } from '../src/inventory/tables.ts';
import { ROOT } from './session.ts';

const day = (text: string): number => parseDay(text) as number;

/** `yes`, `no` or `unknown`, and what it hangs on. */
function verdict(regime: Regime, place: string, on: string, facts: Facts = {}): string {
  const found = adequacy.adequate(regime, place, day(on), facts);
  return found.adequate === true ? 'yes' : found.adequate === false ? 'no' : `unknown ${found.missing.join(' ')}`.trim();
}

const decisions = Object.values(data.adequate).flat();
const everyClause = decisions.flatMap((d) => [...('requires' in d ? d.requires : []), ...('excludes' in d ? d.excludes : []), ...('doubts' in d ? d.doubts : [])]) as { if: { fact: string; is?: string; oneOf?: string[] } }[];

describe('the data', () => {
  it('is valid', () => {
    const ajv = new Ajv2020({ allErrors: true });
    addFormats.default(ajv);
    const valid = ajv.compile(JSON.parse(readFileSync(path.join(ROOT, 'schemas', 'adequacy.schema.json'), 'utf8')) as object);
    assert.ok(valid(data), ajv.errorsText(valid.errors));
    assert.equal(valid({ ...data, mechanisms: [{ code: 'x' }] }), false);
  });
  it('has a status that its days bear out on the day it was checked', () => {
    for (const d of decisions) {
      const inForce = d.from <= d.checkedOn && (d.until === null || d.checkedOn <= d.until);
      assert.equal(d.status === 'in_force', inForce, `${d.place} ${d.decision}`);
    }
  });
  it('has one decision at a time for each place', () => {
    for (const list of Object.values(data.adequate)) {
      for (const [i, one] of list.entries()) {
        const next = list.slice(i + 1).find((d) => d.place === one.place);
        if (next) assert.equal(next.from, formatDay(day(one.until ?? '') + 1), `${one.place}: ${next.from}`);
      }
    }
  });
  it('names places and facts that exist', () => {
    const known = (place: string): boolean => Object.hasOwn(places, place) || ['EEA', 'EPO'].includes(place);
    assert.deepEqual([...decisions.map((d) => d.place), ...data.eea.members, ...data.eea.efta, ...data.ofConcern.places, ...Object.keys(data.childAges.online.places)].filter((p) => !known(p)), []);
    assert.deepEqual(everyClause.map((c) => c.if.fact).filter((f) => !isColumn(f) && f !== 'home'), []);
    const sectors = everyClause.filter((c) => c.if.fact === 'recipient_sector').flatMap((c) => [c.if.is ?? [], c.if.oneOf ?? []].flat());
    assert.ok(sectors.length > 0);
    assert.deepEqual(sectors.filter((s) => !Object.hasOwn(vocabularies.recipient_sector, s)), []);
  });
  it('has 30 states, and an age for each of them and the United Kingdom', () => {
    const states = [...data.eea.members, ...data.eea.efta];
    assert.equal(states.length, 30);
    assert.deepEqual(Object.keys(data.childAges.online.places).toSorted(), [...states, 'GB'].toSorted());
  });
  it('has a threshold for each category of the bulk rule, save for samples', () => {
    assert.deepEqual(data.bulk.thresholds.flatMap((t) => t.categories).toSorted(), codeSets.BULK.filter((c) => c !== 'biological_sample').toSorted());
  });
  it('names the ended tools by codes of the vocabulary', () => {
    assert.deepEqual(data.mechanisms.map((m) => m.code).filter((c) => !Object.hasOwn(vocabularies.transfer_mechanism, c)), []);
  });
});

describe('areas', () => {
  const rows: [string, string, string][] = [
    ['DE', 'EU', 'yes'], ['DE-BY', 'EU', 'yes'], ['GP', 'EU', 'yes'], ['GP', 'FR', 'yes'], ['AX', 'EEA', 'yes'], ['PF', 'EU', 'no'],
    ['NO', 'EEA', 'yes'], ['NO', 'EU', 'no'], ['EU', 'EEA', 'yes'], ['EEA', 'EU', 'unknown'], ['CH', 'EEA', 'no'], ['GB', 'EU', 'no'],
    ['US-CA', 'US', 'yes'], ['US', 'US-CA', 'unknown'], ['US-NY', 'US-CA', 'no'], ['EU', 'DE', 'unknown'], ['EEA', 'NO', 'unknown'], ['EU', 'NO', 'no'],
    ['FR', 'GP', 'unknown'], ['FR', 'DE', 'no'], ['SG', 'worldwide', 'yes'], ['worldwide', 'DE', 'unknown'], ['worldwide', 'EEA', 'unknown'],
  ];
  for (const [place, area, expected] of rows) {
    it(`${place} in ${area}: ${expected}`, () => assert.equal(adequacy.within(place, area), expected));
  }
  it('EEA members are known by country, part and union', () => {
    assert.deepEqual(['IS', 'DE-BY', 'EU', 'EEA', 'RE', 'CH', 'GB', 'worldwide', 'FO'].filter((p) => adequacy.isEea(p)), ['IS', 'DE-BY', 'EU', 'EEA', 'RE']);
  });
});

describe('adequacy', () => {
  const rows: [Regime, string, string, string, Facts?][] = [
    ['eu', 'FR', '2026-11-25', 'yes'], ['eu', 'NO', '2026-11-25', 'yes'], ['eu', 'CH', '2026-11-25', 'yes'], ['eu', 'IN', '2026-11-25', 'no'],
    ['eu', 'BR', '2026-01-25', 'no'], ['eu', 'BR', '2026-01-26', 'yes'], ['eu', 'BR', '2026-11-25', 'unknown', { home: ['DE', 'IS'] }], ['eu', 'BR', '2026-11-25', 'no', { recipient_sector: ['defence'] }],
    ['eu', 'GB', '2021-06-27', 'no'], ['eu', 'GB', '2021-06-28', 'yes'], ['eu', 'GB', '2025-06-27', 'yes'], ['eu', 'GB', '2025-06-28', 'yes'], ['eu', 'GB', '2025-12-28', 'yes'],
    ['eu', 'GB', '2031-12-27', 'yes'], ['eu', 'GB', '2031-12-28', 'no'],
    ['eu', 'US', '2023-07-09', 'no', { dpf_certified: 'yes' }], ['eu', 'US', '2023-07-10', 'yes', { dpf_certified: 'yes' }], ['eu', 'US-CA', '2026-11-25', 'yes', { dpf_certified: 'yes' }],
    ['eu', 'US', '2026-11-25', 'no', { dpf_certified: 'no' }], ['eu', 'US', '2026-11-25', 'unknown dpf_certified'], ['eu', 'US', '2026-11-25', 'unknown dpf_certified', { dpf_uk_extension: 'yes' }],
    ['eu', 'CA', '2026-11-25', 'yes', { recipient_sector: ['commercial'] }], ['eu', 'CA', '2026-11-25', 'no', { recipient_sector: ['public'] }], ['eu', 'CA', '2026-11-25', 'unknown recipient_sector'],
    ['eu', 'JP', '2026-11-25', 'yes'], ['eu', 'JP', '2026-11-25', 'no', { recipient_sector: ['academic'] }], ['eu', 'KR', '2026-11-25', 'no', { recipient_sector: ['religious'] }],
    ['uk', 'DE', '2026-11-25', 'yes'], ['uk', 'EU', '2026-11-25', 'yes'], ['uk', 'DE', '2020-12-30', 'no'], ['uk', 'DE', '2020-12-31', 'yes'], ['uk', 'BR', '2026-11-25', 'no'],
    ['uk', 'KR', '2022-12-18', 'no'], ['uk', 'KR', '2022-12-19', 'yes'], ['uk', 'JP', '2026-11-25', 'no', { recipient_sector: ['public'] }],
    ['uk', 'US', '2023-10-11', 'no', { dpf_uk_extension: 'yes' }], ['uk', 'US', '2023-10-12', 'yes', { dpf_uk_extension: 'yes' }],
    ['uk', 'US', '2026-11-25', 'no', { dpf_uk_extension: 'no' }], ['uk', 'US', '2026-11-25', 'unknown dpf_uk_extension', { dpf_certified: 'yes' }],
    ['jp', 'DE', '2026-11-25', 'yes'], ['jp', 'IS', '2026-11-25', 'yes'], ['jp', 'GB', '2026-11-25', 'yes'], ['jp', 'US', '2026-11-25', 'no'], ['jp', 'CH', '2026-11-25', 'no'],
  ];
  for (const [regime, place, on, expected, facts] of rows) {
    it(`${regime}: ${place} on ${on}${facts ? ` ${JSON.stringify(facts)}` : ''}: ${expected}`, () => assert.equal(verdict(regime, place, on, facts), expected));
  }
  it('says which decision ended, and when one will', () => {
    const [after, before] = [adequacy.adequate('eu', 'GB', day('2031-12-28'), {}), adequacy.adequate('eu', 'GB', day('2026-11-25'), {})];
    assert.ok(after.adequate === false && after.why.includes('ended on 2031-12-27'));
    assert.equal(before.adequate === true && before.until, day('2031-12-27'));
  });
  it('asks for a flag on sensitive data over the data bridge alone', () => {
    const bridge = adequacy.adequate('uk', 'US', day('2026-11-25'), { dpf_uk_extension: 'yes' });
    const framework = adequacy.adequate('eu', 'US', day('2026-11-25'), { dpf_certified: 'yes' });
    assert.equal(bridge.adequate === true && bridge.flagSensitive, true);
    assert.equal(framework.adequate === true && framework.flagSensitive, undefined);
  });
});

describe('transfer tools that ended', () => {
  const rows: [string, Regime, string, boolean][] = [
    ['safe_harbor', 'eu', '2015-10-05', false], ['safe_harbor', 'eu', '2015-10-06', true], ['privacy_shield', 'eu', '2020-07-15', false], ['privacy_shield', 'eu', '2020-07-16', true],
    ['scc_2010', 'eu', '2022-12-26', false], ['scc_2010', 'eu', '2022-12-27', true], ['scc_2001', 'uk', '2024-03-20', false], ['scc_2004', 'uk', '2024-03-21', true],
    ['scc_2021', 'eu', '2026-11-25', false], ['bcr', 'eu', '2026-11-25', false],
  ];
  for (const [code, regime, on, expected] of rows) it(`${code} (${regime}) on ${on}: ${expected ? 'ended' : 'serves'}`, () => assert.equal(adequacy.ended(code, regime, day(on)) !== undefined, expected));
});

describe('numbers that hang on a place', () => {
  it('countries of concern, parts included', () => {
    assert.deepEqual(['CN', 'HK', 'MO', 'CU', 'IR', 'KP', 'RU', 'VE', 'CN-SH', 'TW', 'BY', 'US'].filter((p) => adequacy.isOfConcern(p)), ['CN', 'HK', 'MO', 'CU', 'IR', 'KP', 'RU', 'VE', 'CN-SH']);
  });
  it('thresholds by category', () => {
    assert.deepEqual(
      ['genomic_sequence', 'genetic_test_report', 'proteomic', 'biometric_data', 'health_data', 'financial_data', 'covered_identifiers', 'metabolomic', 'contact_data'].map((c) => adequacy.bulkThreshold(c)),
      [100, 100, 1000, 1000, 10_000, 10_000, 100_000, undefined, undefined],
    );
  });
  it('ages of children', () => {
    assert.deepEqual([adequacy.childAge('AT', 'policy'), adequacy.childAge('US', 'coppa'), adequacy.childAge('US-CA', 'ccpa-sale')], [16, 13, 16]);
    assert.deepEqual(['AT', 'BE', 'CZ', 'DE-BY', 'GB', 'EU', 'US'].map((p) => adequacy.childAge(p, 'online')), [14, 13, 15, 16, 13, 16, 16]);
    assert.equal(adequacy.childAge(undefined, 'online'), 16);
  });
});
