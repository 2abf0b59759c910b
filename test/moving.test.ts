/** Home, destinations and borders of a row, who receives it, and what the rules of transfer say on the days around a limit. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Cell } from '../src/inventory/cell.ts';
import type { Column } from '../src/inventory/columns.ts';
import { appi, crossesBorder, destinations, home, placeless, PLACES, placesIn, recipientFacts } from '../src/inventory/moving.ts';
import { receiving, unsorted } from '../src/inventory/recipients.ts';
import { Row } from '../src/inventory/row.ts';
import { adequacy } from '../src/inventory/tables.ts';
import { allRules, check, lines } from './rules.ts';

/** A row with codes only; a code in angle brackets is a text that the column does not know. `once`: a code that is written twice is one. */
function row(codes: Partial<Record<Column, string>>, once = false): Row {
  const columns = Object.keys(codes) as Column[];
  const cells = columns.map((column): Cell => {
    const text = codes[column] as string;
    const parts = text.split('; ').filter((part) => part !== '');
    const unknown = parts.filter((part) => part.startsWith('<'));
    return {
      text, kind: text === '' ? 'blank' : 'value', codes: parts.filter((part, i) => !part.startsWith('<') && !(once && parts.indexOf(part) < i)), details: [], unknown,
      truth: text === 'yes' || text === 'no' ? text : 'unknown', days: [], facts: [],
    };
  });
  return new Row().place(new Map(columns.map((column, i) => [column, i])), cells);
}

describe('home and destinations', () => {
  it('home is the subject’s jurisdiction, else the establishment', () => {
    assert.deepEqual(home(row({ subject_jurisdiction: 'DE; US-CA', controller_establishment: 'GB' })), ['DE', 'US-CA']);
    assert.deepEqual(home(row({ subject_jurisdiction: '', controller_establishment: 'GB' })), ['GB']);
    assert.deepEqual(home(row({})), []);
  });
  it('places come once, with the first column that names them', () => {
    assert.deepEqual(placesIn(row({ processing_country: 'DE; US', recipient_country: 'US; IN', access_countries: 'PH', observed_region: 'worldwide' }), PLACES),
      [{ place: 'DE', column: 'processing_country' }, { place: 'US', column: 'processing_country' }, { place: 'IN', column: 'recipient_country' }, { place: 'PH', column: 'access_countries' }]);
  });
  it('destinations lie outside the area, in whatever column', () => {
    const to = row({ processing_country: 'FR', recipient_country: 'NO', observed_region: 'SG', access_countries: 'PH' });
    assert.deepEqual(destinations(to, (place) => adequacy.isEea(place)), [{ place: 'SG', column: 'observed_region' }, { place: 'PH', column: 'access_countries' }]);
    assert.deepEqual(destinations(to, (place) => adequacy.isEea(place), ['recipient_country']), []);
  });
  it('cells that name no country', () => {
    assert.equal(placeless(row({ processing_country: 'DE', recipient_country: '<Multi-region>' }), PLACES), 'recipient_country');
    assert.equal(placeless(row({ processing_country: 'worldwide' }), PLACES), 'processing_country');
    assert.equal(placeless(row({ processing_country: '', recipient_country: 'US' }), PLACES), undefined);
  });
});

describe('crossing a border', () => {
  const rows: [Partial<Record<Column, string>>, string][] = [
    [{ subject_jurisdiction: 'DE', processing_country: 'FR' }, 'no'],
    [{ subject_jurisdiction: 'DE', processing_country: 'NO; EU' }, 'no'],
    [{ subject_jurisdiction: 'EU', processing_country: 'DE' }, 'no'],
    [{ subject_jurisdiction: 'DE', processing_country: 'GB' }, 'yes'],
    [{ subject_jurisdiction: 'GB', processing_country: 'EU' }, 'yes'],
    [{ subject_jurisdiction: 'US-CA', processing_country: 'US' }, 'no'],
    [{ subject_jurisdiction: 'US', processing_country: 'US-CA' }, 'no'],
    [{ subject_jurisdiction: 'US-CA', processing_country: 'US-NY' }, 'yes'],
    [{ subject_jurisdiction: 'US; CA', processing_country: 'US' }, 'yes'],
    [{ processing_country: 'US', recipient_country: 'IN' }, 'yes'],
    [{ recipient_country: 'IN' }, 'no'],
    [{ controller_establishment: 'US', access_countries: 'PH' }, 'yes'],
    [{ subject_jurisdiction: 'US', processing_country: '<Cloud SaaS>' }, 'unknown'],
    [{ subject_jurisdiction: 'US', processing_country: 'worldwide' }, 'unknown'],
    [{ subject_jurisdiction: 'US', processing_country: '<Cloud SaaS>', recipient_country: 'IN' }, 'yes'],
    [{ cross_border: 'yes' }, 'yes'],
    [{ subject_jurisdiction: 'DE' }, 'no'],
  ];
  for (const [codes, expected] of rows) it(`${JSON.stringify(codes)}: ${expected}`, () => assert.equal(crossesBorder(row(codes), adequacy), expected));
});

describe('what is known of the recipient', () => {
  it('blank and “Depends” stay out', () => {
    assert.deepEqual(recipientFacts(row({ dpf_certified: 'Depends', dpf_uk_extension: '', subject_jurisdiction: '' })), {});
    assert.deepEqual(recipientFacts(row({ dpf_certified: 'no', dpf_uk_extension: 'yes', recipient_sector: 'public', subject_jurisdiction: 'DE' })), { dpf_certified: 'no', dpf_uk_extension: 'yes', recipient_sector: ['public'], home: ['DE'] });
  });
  it('Japan’s act applies by subject, part, establishment or name', () => {
    assert.deepEqual([{ subject_jurisdiction: 'JP' }, { subject_jurisdiction: 'JP-13' }, { controller_establishment: 'JP' }, { regimes: 'appi' }, { subject_jurisdiction: 'US' }, {}].map((codes) => appi(row(codes))), [true, true, true, true, false, false]);
  });
  it('kinds go with names one to one, or one for all; else they are not told apart', () => {
    const names = 'A; B; C';
    assert.deepEqual(receiving(row({ recipients: names, recipient_type: 'advertiser' }), 'OUTSIDERS'), [{ type: 'advertiser', sure: true, names: ['A', 'B', 'C'] }]);
    assert.deepEqual(receiving(row({ recipients: names, recipient_type: 'processor; advertiser; employer' }), 'OUTSIDERS'), [{ type: 'advertiser', sure: true, names: ['B'] }, { type: 'employer', sure: true, names: ['C'] }]);
    assert.deepEqual(receiving(row({ recipients: names, recipient_type: 'processor; advertiser' }), 'OUTSIDERS'), [{ type: 'advertiser', sure: false, names: ['A', 'B', 'C'] }]);
    assert.deepEqual(receiving(row({ recipients: 'A; B; C', recipient_type: 'processor; advertiser; advertiser' }, true), 'OUTSIDERS'), [{ type: 'advertiser', sure: false, names: ['A', 'B', 'C'] }]);
    assert.equal(receiving(row({ recipients: 'A; B', recipient_type: 'processor; processor; advertiser' }, true), 'OUTSIDERS')[0]?.sure, false);
    assert.deepEqual(receiving(row({ recipients: 'A; B', recipient_type: 'processor; advertiser; <who>' }), 'OUTSIDERS')[0]?.sure, false);
    assert.deepEqual(receiving(row({ recipient_type: 'advertiser' }), 'OUTSIDERS'), [{ type: 'advertiser', sure: true, names: [] }]);
    assert.deepEqual([row({ recipients: 'A' }), row({ recipients: 'A', recipient_type: 'other' }), row({ recipient_type: 'advertiser' })].map((r) => unsorted(r)), [true, false, false]);
  });
});

describe('transfer rules', async () => {
  const rules = await allRules();
  const find = (id: string, table: string[][], today = '2026-11-25'): string => lines(check(rules.filter((r) => r.id === id), table, { today }));

  it('the end of a decision is announced from a year before, and judged from the day after', () => {
    const table = [['subject_jurisdiction', 'recipient_country', 'transfer_mechanism'], ['FR', 'GB', 'adequacy']];
    const id = 'transfer/adequacy-not-valid';
    assert.equal(find(id, table, '2030-12-26'), '');
    assert.match(find(id, table, '2030-12-27'), /^2 recipient_country warning expiring: .*2031-12-27/);
    assert.match(find(id, table, '2031-12-27'), /^2 recipient_country warning expiring/);
    assert.match(find(id, table, '2031-12-28'), /^2 recipient_country error violation: .*ended on 2031-12-27/);
  });
  it('a count that no record can have is asked for once a file', () => {
    const table = [['record_id', 'data_category', 'recipient_country'], ['R-1', 'genetic_data', 'CN'], ['R-2', 'genetic_data', 'CN'], ['R-3', 'genetic_data', 'US']];
    assert.match(find('transfer/us-bulk-omic-country-of-concern', table), /^file - error gap: [^\n]+\n$/);
  });
  it('a column that the file does not have is told once', () => {
    const eu = [['subject_jurisdiction', 'recipient_country'], ['DE', 'CN'], ['FR', 'CN']];
    assert.match(find('transfer/eu-no-mechanism', eu), /^file - error gap: [^\n]+transfer_mechanism[^\n]+\n$/);
    const claimed = [['subject_jurisdiction', 'recipient_country', 'transfer_mechanism'], ['DE', 'US', 'adequacy'], ['FR', 'US', 'adequacy']];
    assert.match(find('transfer/adequacy-not-valid', claimed), /^file - error gap: [^\n]+dpf_certified[^\n]+\n$/);
    const bridge = [['subject_jurisdiction', 'recipient_country', 'transfer_mechanism', 'dpf_uk_extension', 'data_category'], ['GB', 'US', 'adequacy', 'yes', 'genetic_data'], ['GB', 'US', 'adequacy', 'yes', 'genetic_data']];
    assert.match(find('transfer/uk-no-mechanism', bridge), /^file - warning gap: [^\n]+flagged_sensitive_to_recipient[^\n]+\n$/);
    const plain = [['processing_country', 'recipient_country'], ['US', 'IN'], ['US', 'IN']];
    assert.match(find('transfer/unprotected-cross-border', plain), /^file - warning gap: [^\n]+encryption_in_transit[^\n]+\n$/);
    const clauses = [['transfer_mechanism', 'tia_ref'], ['scc_2021', 'T-1'], ['scc_2021', 'T-1']];
    assert.match(find('transfer/scc-incomplete', clauses), /^file - warning gap: [^\n]+transfer_mechanism_ref\n$/);
    assert.equal(find('transfer/location-mismatch', [['asset_id', 'data_category'], ['A-1', 'contact_data']]), '');
  });
  it('so it is for sharing', () => {
    const contract = [['recipient_type'], ['processor'], ['processor']];
    assert.match(find('sharing/no-contract', contract), /^file - error gap: [^\n]+contract_ref[^\n]+\n$/);
    const associates = [['recipient_type', 'contract_ref', 'hipaa_phi'], ['business_associate', 'C-1', 'yes'], ['processor', 'C-2', 'yes']];
    assert.match(find('sharing/no-contract', associates), /^file - error gap: [^\n]+contract_type[^\n]+\n$/);
    const kinds = [['recipients'], ['Acme'], ['Bcme']];
    assert.match(find('sharing/third-party-without-consent', kinds), /^file - warning gap: [^\n]+recipient_type[^\n]+\n$/);
    const consent = [['recipients', 'recipient_type'], ['Acme', 'advertiser'], ['Bcme', 'advertiser']];
    assert.match(find('sharing/third-party-without-consent', consent), /^file - error gap: [^\n]+consent[^\n]+\n$/);
    const proof = [['disclosure_exception'], ['other_law'], ['other_law']];
    assert.match(find('sharing/exception-undocumented', proof), /^file - warning gap: [^\n]+disclosure_exception_ref[^\n]+\n$/);
    const filing = [['sharing_ground', 'opt_out_notice_date'], ['appi_opt_out', '2026-01-01'], ['appi_opt_out', '2026-01-01']];
    assert.match(find('sharing/appi-opt-out-misused', filing), /^file - error gap: [^\n]+ppc_filing_ref[^\n]+\n$/);
  });
});
