/** What the rules on quality and security say about a file as a whole, about several files, and about rows that cannot be judged. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { Finding } from '../src/core/report.ts';
import { Checker } from '../src/inventory/check.ts';
import { type CodeSet, type Column, about, isColumn } from '../src/inventory/columns.ts';
import { NO_CONSENTS } from '../src/inventory/consent.ts';
import { isUndecodable } from '../src/adapters/csv-records.ts';
import { idStores } from '../src/adapters/id-store.ts';
import { faultOf } from '../src/inventory/faults.ts';
import { hash, IdIndex, normalised } from '../src/inventory/id-index.ts';
import { ART30, alwaysRequired } from '../src/inventory/required.ts';
import type { CheckOptions } from '../src/inventory/rule.ts';
import { adequacy, schedule } from '../src/inventory/tables.ts';
import codeSets from '../src/data/code-sets.json' with { type: 'json' };
import required from '../src/data/required-fields.json' with { type: 'json' };
import { allRules, check, type Given, lines } from './rules.ts';
import { ROOT } from './session.ts';

const rules = await allRules();
const only = (id: string) => rules.filter((r) => r.id === id);
const run = (id: string, table: string[][], given: Given = {}): string => lines(check(only(id), table, given));

/** Several files of one run. */
function files(id: string, tables: Record<string, string[][]>, options: Partial<CheckOptions> = {}): Finding[] {
  const findings: Finding[] = [];
  const checker = new Checker({
    rules: only(id), today: 20_000, options: { horizon: 30, ...options }, schedule, adequacy, consents: NO_CONSENTS, promiseOf: () => null, found: (f) => void findings.push(f),
  });
  for (const [name, [headings = [], ...rows]] of Object.entries(tables)) {
    checker.open({ path: name, headings, columns: new Map(headings.flatMap((h, i) => (isColumn(h) ? [[h, i] as const] : []))), dateOrders: new Map(), level: 'asset' });
    rows.forEach((cells, i) => checker.add({ line: i + 2, cells }));
  }
  checker.end();
  return findings;
}

describe('a column that the file does not have', () => {
  const cases: [string, string[], string[], string][] = [
    ['security/encryption-missing', ['asset_id', 'data_category'], ['A-1', 'genetic_data'], 'file - warning gap: sensitive data are held, and the file has no column for their encryption (encryption_at_rest)\n'],
    ['security/access-scope', ['asset_id', 'owner'], ['A-1', 'Laboratory'], 'file - warning gap: the file has no column access_roles: who has access is not recorded\n'],
    ['security/access-scope', ['asset_id', 'access_roles'], ['A-1', 'director'], 'file - warning gap: the file has no column owner: no accountable owner is named\n'],
    ['security/dpia-missing', ['asset_id', 'data_category', 'record_count', 'subject_jurisdiction'], ['A-1', 'genetic_data', '1000', 'DE'], 'file - error gap: high-risk processing is recorded, and the file has no column for its impact assessment (dpia_ref)\n'],
    ['security/deid-commitments-missing', ['asset_id', 'identifiability', 'deid_method'], ['A-1', 'de_identified', 'gipa'], 'file - error gap: the file has no column deid_public_commitment_ref: no public commitment against re-identification is referenced for data called de-identified, so the data count as pseudonymised\n'],
    ['quality/contradictory-fields', ['asset_id', 'status'], ['A-1', 'deleted'], 'file - warning gap: rows are deleted or destroyed, and the file has no column for the day (disposal_date)\n'],
    ['quality/review-overdue', ['asset_id', 'owner'], ['A-1', 'Laboratory'], 'file - note violation: the file has no column for the date of the last review (last_reviewed)\n'],
    ['quality/required-field-missing', ['asset_id', 'asset_name', 'status', 'owner'], ['A-1', 'LIMS', 'deleted', ''], 'file - warning violation: the file has no column disposal_method: it says how the data were destroyed\n'],
  ];
  for (const [id, headings, row, said] of cases) it(`${id} says it once`, () => assert.equal(run(id, [headings, row, row, row]), said));
  it('is no finding where nobody asks for it', () => {
    assert.equal(run('security/dpia-missing', [['asset_id', 'data_category', 'subject_jurisdiction'], ['A-1', 'contact_data', 'DE']]), '');
    assert.equal(run('quality/review-overdue', [['record_id', 'subject_ref'], ['R-1', 'S-1']]), '');
    assert.equal(run('quality/duplicate-id', [['asset_name'], ['LIMS'], ['LIMS']]), '');
  });
  it('required columns: one finding each, with the alternatives', () => {
    const found = run('quality/required-field-missing', [['asset_id'], ['A-1'], ['A-2']]).trim().split('\n');
    assert.equal(found.length, new Set(found).size);
    assert.ok(found.includes('file - warning violation: the file has no column data_category or data_elements: it says which data they are'), found.join('\n'));
  });
});

describe('required fields', () => {
  it('speak of columns, codes and sets that exist', () => {
    const columns = [...required.fields.flatMap((f) => f.columns), ...Object.values(ART30).flat().flatMap((i) => i.columns)];
    assert.deepEqual(columns.filter((c) => !isColumn(c)), []);
    for (const fact of required.fields.flatMap((f) => (f.when ?? []).flat())) {
      const [, column = '', sign, value = ''] = /^(\w+?)(?:([=~])(\w+))?$/.exec(fact) ?? [];
      assert.ok(isColumn(column), fact);
      if (sign === '~') assert.ok(value in codeSets, fact);
    }
  });
  it('have every item of Art. 30 once', () => {
    assert.deepEqual(ART30.controller.map(({ item }) => item), 'abcdefg'.split('').map((c) => `GDPR Art. 30(1)(${c})`));
    assert.deepEqual(ART30.processor.map(({ item }) => item), 'abcd'.split('').map((c) => `GDPR Art. 30(2)(${c})`));
  });
  it('know what every row needs', () => {
    assert.ok(alwaysRequired('asset').includes('security_measures'));
    assert.ok(!alwaysRequired('asset').includes('record_id') && !alwaysRequired('asset').includes('us_person_count'));
    assert.ok(alwaysRequired('record').includes('record_id'));
  });
});

describe('duplicate ids', () => {
  const table = (...rows: [string, string][]): string[][] => [['asset_id', 'data_category'], ...rows];
  it('over several files, with the file of the first', () => {
    const found = files('quality/duplicate-id', { 'a.csv': table(['A-1', 'other'], ['A-2', 'other']), 'b.csv': table(['A-3', 'other'], ['A-2', 'hr_data'], ['A-3', 'other']) });
    assert.deepEqual(found.map((f) => `${f.at.file}:${f.at.line} ${f.severity} ${f.message}`), [
      'b.csv:3 error the same asset_id stands on line 3 of a.csv, and the rows differ', 'b.csv:4 warning the same asset_id stands on line 2, and the rows are identical',
    ]);
  });
  it('by the columns that the organisation names', () => {
    const rows = table(['A-1', 'contact_data'], ['A-1', 'hr_data'], ['a-1', 'HR_data']);
    assert.equal(files('quality/duplicate-id', { 'a.csv': rows }).length, 2);
    const found = files('quality/duplicate-id', { 'a.csv': rows }, { keyColumns: ['asset_id', 'data_category'] });
    assert.deepEqual(found.map((f) => `${f.at.line} ${f.message}`), ['4 the same asset_id and data_category stand on line 3, and the rows differ']);
  });
  it('name the line outside the fingerprint', () => {
    const found = (before: [string, string][]) => files('quality/duplicate-id', { 'a.csv': table(...before, ['A-1', 'other'], ['A-1', 'other']) }).at(-1);
    assert.equal(found([['A-0', 'other']])?.fingerprint, found([])?.fingerprint);
  });
  it('the index finds every id again and no other, however it grows', () => {
    const index = new IdIndex();
    for (let i = 1; i <= 50_000; i += 1) assert.equal(index.add(`REC-${i}`, i, i % 7), undefined);
    for (let i = 1; i <= 50_000; i += 17) assert.deepEqual(index.add(`REC-${i}`, 99_999, 0), { at: i, content: i % 7 });
    assert.equal(index.add('REC-50001', 50_001, 0), undefined);
  });
  it('what is too much for the memory goes to a database, and is found there', () => {
    let stores = 0;
    const index = new IdIndex(() => {
      stores += 1;
      return idStores(ROOT)();
    });
    for (let i = 1; i <= 860_000; i += 1) if (index.add(`REC-${i}`, i, i % 7)) assert.fail(`REC-${i} is new`);
    assert.equal(stores, 1);
    for (let i = 1; i <= 860_000; i += 10_007) assert.deepEqual(index.add(`REC-${i}`, 999_999, 0), { at: i, content: i % 7 });
    for (let i = 860_000; i > 859_000; i -= 1) assert.deepEqual(index.add(`REC-${i}`, 999_999, 0), { at: i, content: i % 7 });
  });
  it('no room for the database is told', { skip: process.platform === 'win32' }, () => {
    const script = `import { idStores } from ${JSON.stringify(path.join(ROOT, 'src/adapters/id-store.ts'))}; const { add } = idStores(${JSON.stringify(ROOT)})(); try { for (let i = 1; i < 400000; i += 1) add(i, i, i, i); } catch ({ code, message }) { console.log(code, message); }`;
    const { stdout, stderr } = spawnSync('sh', ['-c', 'ulimit -f 64; exec "$@"', 'sh', process.execPath, '--import', 'tsx', '--input-type=module', '-e', script], { cwd: ROOT, encoding: 'utf8' });
    assert.match(stdout, /^file-unwritable cannot write a temporary file/, stderr);
  });
  it('the two halves of a hash are independent', () => {
    const halves = Array.from({ length: 100_000 }, (_, i) => hash(`A-${i}`));
    const pairs = new Set(halves.map(([a, b]) => ((a & 0xffff) << 16) | (b & 0xffff)));
    // Of a hundred thousand pairs of sixteen bits each about one meets another.
    assert.ok(pairs.size > 99_980, `${pairs.size}`);
  });
  it('ids as they are compared', () => {
    for (const [a, b] of [['A-1', 'a-1 '], ['A–1', 'A-1'], ['Ａ－１', 'A-1'], ['A−1', 'a‑1']] as const) assert.equal(normalised(a), normalised(b));
    assert.notEqual(normalised('A-1'), normalised('A1'));
  });
});

describe('rows that cannot be judged', () => {
  const headings = ['asset_id', 'owner', 'purpose'];
  const cases: [string, string[], ReturnType<typeof faultOf>, ('short' | 'long' | 'quote')?][] = [
    ['a good row', ['A-1', 'Laboratory', 'billing'], undefined], ['a short row', ['A-1'], 'short', 'short'], ['a broken quote', [], 'quote', 'quote'],
    ['our side of a merge', ['<<<<<<< HEAD'], 'conflict-marker', 'short'], ['their side', ['>>>>>>> main'], 'conflict-marker', 'short'], ['between them', ['======='], 'conflict-marker', 'short'], ['the base', ['||||||| 1234567'], 'conflict-marker', 'short'],
    ['a line of signs', ['========'], 'short', 'short'], ['the headings again', [' Asset_ID', 'owner', 'purpose '], 'repeated-header'], ['the headings with a blank cell more', [...headings, ''], 'repeated-header', 'long'], ['some headings again', ['asset_id', 'owner', 'billing'], undefined],
    ['a NUL', ['A-1', 'Lab\0', 'billing'], 'undecodable'], ['a lost letter', ['A-1', 'Labo\uFFFD', 'billing'], 'undecodable'],
    ['an example', ['[Example: Shopify]', 'Founder', 'billing'], 'example'], ['an example in French', ['<Exemple : Shopify>', 'Founder', 'billing'], 'example'], ['a short example', ['[Example: Shopify]'], 'example', 'short'],
    ['an exemplary name', ['[Exemplary Labs]', 'Founder', 'billing'], undefined], ['an example without brackets', ['Example: Shopify', 'Founder', 'billing'], undefined],
  ];
  for (const [name, cells, fault, said] of cases) it(name, () => assert.equal(faultOf(cells, headings, said, cells.some(isUndecodable)), fault));

  it('have no key but an id in the first column', () => {
    const found = (table: string[][]) => check(only('quality/malformed-row'), table).map((f) => f.at.key);
    assert.deepEqual(found([headings, ['A-1', 'Laboratory'], ['<<<<<<< HEAD']]), ['A-1', undefined]);
    assert.deepEqual(found([['owner', 'asset_id', 'purpose'], ['Maya', 'Chen']]), [undefined]);
  });
  it('are told by one rule alone', () => {
    const found = check(rules, [headings, ['A-1', '', '', '']]).map((f) => f.rule);
    assert.deepEqual(found, ['quality/malformed-row']);
  });
});

describe('the organisation’s own term of review', () => {
  const table = [['asset_id', 'last_reviewed', 'data_category'], ['A-1', '2026-11-14', 'genetic_data']];
  it('wins over the rule’s', () => {
    assert.equal(run('quality/review-overdue', table, { options: { horizon: 0, reviewAfter: 10 } }), '2 last_reviewed warning violation: last reviewed on 2026-11-14, and due again by 2026-11-24\n');
    assert.equal(run('quality/review-overdue', table, { options: { horizon: 0, reviewAfter: 11 } }), '2 last_reviewed note expiring: last reviewed on 2026-11-14, and due again by 2026-11-25\n');
    assert.equal(run('quality/review-overdue', table, { options: { horizon: 0, reviewAfter: 12 } }), '');
  });
  it('does not reach behind the revision of the policy', () => {
    const old = [['asset_id', 'last_reviewed'], ['A-1', '2024-06-27'], ['A-2', '2024-06-28']];
    assert.equal(run('quality/review-overdue', old, { options: { horizon: 0, reviewAfter: 5000 } }), '2 last_reviewed warning violation: last reviewed on 2024-06-27, before the privacy policy was revised on 2024-06-28\n');
  });
});

describe('identifiers in clear', () => {
  it('are never printed, by any rule, not even as the key of a row', () => {
    const secrets = ['123-45-6789', '4111 1111 1111 1111', 'DE89370400440532013000', 'hunter2!'];
    const table = [['record_id', 'asset_id', 'notes', 'purpose', 'Password'], ['123-45-6789', 'A-1', '4111 1111 1111 1111', 'DE89370400440532013000', 'hunter2!']];
    const found = check(rules, table);
    assert.ok(found.filter((f) => f.rule === 'security/identifier-in-clear').length >= 4);
    for (const secret of secrets) assert.ok(!JSON.stringify(found).includes(secret), secret);
  });
  it('are looked for in records, and of assets only in lists of data fields', () => {
    const value = 'SSN 123-45-6789';
    assert.equal(run('security/identifier-in-clear', [['asset_id', 'notes'], ['A-1', value]]), '');
    assert.equal(run('security/identifier-in-clear', [['asset_id', 'Example_Value'], ['A-1', value]]), '2 - note violation: column “Example_Value” holds what looks like a social security number in clear text\n');
    assert.equal(run('security/identifier-in-clear', [['asset_id', 'Data_Field', 'notes'], ['A-1', 'x', value]]), '2 notes error violation: column “notes” holds what looks like a social security number in clear text\n');
  });
});

it('a placeholder for the retention period is told once, by one rule or the other', () => {
  const both = rules.filter((r) => r.id === 'retention/period-missing' || r.id === 'quality/placeholder-value');
  const headings = ['asset_id', 'retention_period', 'retention_end_date', 'retention_schedule_id', 'contains_personal_data', 'status'];
  for (const text of ['A definir', 'tbd', '[DATE]', 'UNDEFINED (LEGAL REVIEW REQUIRED)']) {
    const told = (...cells: string[]) => check(both, [headings, ['A-1', text, ...cells]]).map((f) => `${f.rule} ${f.at.field}`);
    assert.equal(told('', '', '', 'active').length, 1, text);
    for (const cells of [['2030-01-01', '', '', ''], ['', 'S-1', '', ''], ['', '', 'no', ''], ['', '', '', 'deleted']]) assert.deepEqual(told(...cells), ['quality/placeholder-value retention_period'], `${text} ${cells.join()}`);
  }
});

it('the code sets of these rules hold codes of their vocabularies', async () => {
  const { default: vocabularies } = await import('../src/data/inventory-vocabularies.json', { with: { type: 'json' } });
  const sets: [CodeSet, Column][] = [['TANGIBLE', 'storage_medium'], ['PORTABLE', 'storage_medium'], ['VULNERABLE', 'data_subject_category'], ['PROFILING', 'purpose'], ['INDIVIDUAL_GENOMIC', 'data_category'], ['DIRECT', 'data_category'], ['PROCESSORS', 'controller_role'], ['MAYBE_MINOR', 'data_subject_category']];
  for (const [set, column] of sets) {
    const codes = Object.keys((vocabularies as Record<string, object>)[about(column).vocabulary ?? ''] ?? {});
    assert.deepEqual(codeSets[set].filter((code) => !codes.includes(code)), [], set);
  }
});
