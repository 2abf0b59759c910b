/** `custos tracker check`: the tables of fixtures/trackers, every rule, and what a fingerprint survives. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { TRACKER_RULES } from '../src/cli/tracker/findings.ts';
import type { Finding } from '../src/core/report.ts';
import { ROOT, ask } from './session.ts';

const FIXTURES = path.join(ROOT, 'fixtures', 'trackers');
const folder = mkdtempSync(path.join(tmpdir(), 'custos-tracker-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const ajv = new Ajv2020({ strict: false, allErrors: true });
for (const name of ['envelope', 'tracker-check', 'import']) ajv.addSchema(JSON.parse(readFileSync(path.join(ROOT, 'schemas', `${name}.schema.json`), 'utf8')) as object, name);

interface Checked {
  code: number;
  items: Finding[];
  summary: Record<string, unknown>;
  err: string;
}

let files = 0;
function put(text: string | Buffer, name = `c${(files += 1)}.csv`): string {
  writeFileSync(path.join(folder, name), text);
  return name;
}

async function check(file: string, ...more: string[]): Promise<Checked> {
  const { code, out, err } = await ask(['tracker', 'check', file, ...more, '--json'], folder);
  if (out === '') return { code, items: [], summary: {}, err };
  const answer = JSON.parse(out) as { items: Finding[]; summary: Record<string, unknown> };
  const validate = ajv.getSchema('tracker-check');
  assert.ok(validate?.(answer), JSON.stringify(validate?.errors?.slice(0, 3)));
  return { code, ...answer, err };
}

const seen = new Set<string>();
const note = (items: readonly Finding[]): void => items.forEach((f) => seen.add(f.rule));

describe('fixtures/trackers', () => {
  for (const name of readdirSync(FIXTURES)) {
    it(name, async () => {
      const own = path.join(FIXTURES, name, 'mapping.yaml');
      const { items, summary } = await check(path.join(FIXTURES, name, 'tracker.csv'), ...(existsSync(own) ? ['--mapping', own] : []));
      note(items);
      const expected = readFileSync(path.join(FIXTURES, name, 'check.txt'), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
      const unused = [...items];
      const found = expected.map((line) => {
        const [, at, rule, says] = /^(\d+) (\S+): (.*)$/.exec(line) ?? [];
        const i = unused.findIndex((f) => String(f.at.line) === at && f.rule === rule && f.message.includes(says as string));
        if (i < 0) return `not found: ${line}`;
        unused.splice(i, 1);
        return line;
      });
      assert.deepEqual([...found, ...unused.map((f) => `${f.at.line} ${f.rule}: ${f.message}`)], expected);
      assert.equal(summary['rows'], (summary['evaluated'] as number) + (summary['gaps'] as number) + (summary['leftOut'] as number));
      const law = items.filter((f) => /late|due|overdue|extension/.test(f.rule) && f.rule !== 'tracker/extension-undated');
      assert.deepEqual(law.filter((f) => f.citations.length === 0), [], 'what the law says is cited');
    });
  }
});

const HEAD = 'id,type,country,received,status,answered,acknowledged,extended on,extended to,id requested,id received,due,withdrawn on,days open,outcome\n';
/** Cells by heading, in the order of HEAD. */
function tracker(...rows: Partial<Record<string, string>>[]): string {
  const headings = HEAD.trim().split(',');
  return put(HEAD + rows.map((row, i) => headings.map((h) => ({ id: `K-${i + 1}`, type: 'access', country: 'Germany', received: '2026-03-02', status: 'open', ...row })[h] ?? '').join(',')).join('\n') + '\n');
}

describe('rules', () => {
  const table: [string, Record<string, string>, [string, RegExp][], string[]?][] = [
    // The text of the GDPR knows no pause; the practice of authorities has one, so the later date is arguable.
    ['a later reading', { 'id requested': '2026-03-05', 'id received': '2026-03-15', due: '2026-04-08', status: 'closed', answered: '2026-03-20' }, [['tracker/due-arguable', /due 2026-04-08 in the tracker; respond under eu-gdpr is due 2026-04-02; another reading ends/]]],
    // Ten business days after Monday 2 March end on Monday 16 March.
    ['confirmed too late', { country: 'California', type: 'erasure', status: 'closed', answered: '2026-03-30', acknowledged: '2026-03-20' }, [['tracker/late-acknowledgement', /receipt confirmed 2026-03-20, 4 days late; acknowledge under us-ca-ccpa was due 2026-03-16/]]],
    ['extended, and nobody knows when', { status: 'closed', answered: '2026-05-20', 'extended to': '2026-06-02' }, [['tracker/extension-undated', /extended to 2026-06-02/]]],
    ['no extension without a day in the law', { country: 'Japan', status: 'closed', answered: '2026-05-20', 'extended on': '2026-03-10', 'extended to': '2026-06-02' }, [['tracker/unlawful-extension', /allows no extension/]]],
    ['no day of receipt', { received: '' }, [['tracker/no-receipt', /no day of receipt/]]],
    ['a country without its part', { country: 'USA' }, [['tracker/undetermined', /respond under us-/]]],
    ['a country without a law', { country: 'Kenya' }, [['tracker/no-law', /no law for requests from KE/]]],
    ['answered and withdrawn', { status: 'closed', answered: '2026-03-20', 'withdrawn on': '2026-03-21' }, [['tracker/contradiction', /the request was answered/], ['tracker/overdue', /./]]],
    ['answered in the future', { status: 'closed', answered: '2026-12-20' }, [['tracker/future-date', /answered 2026-12-20 lies in the future/]]],
    ['due in a week', { received: '2026-11-02' }, [['tracker/due-soon', /is due 2026-12-02/]], ['--fail-on', 'due:10d']],
    ['a week is not near when five days are asked', { received: '2026-11-02' }, [], ['--fail-on', 'due:5d']],
    ['withdrawn: no answer is owed', { status: 'withdrawn', 'withdrawn on': '2026-03-10', due: '2026-01-01' }, []],
    ['counted from receipt', { status: 'closed', 'days open': '40' }, [['tracker/late-answer', /answered 2026-04-11, 9 days late/]]],
    ['the number of days and the date differ', { status: 'closed', answered: '2026-03-20', 'days open': '40' }, [['tracker/contradiction', /does not agree/]]],
    ['answered on the last moment of the last day', { received: '2026-03-02T23:59:00+01:00', status: 'closed', answered: '2026-04-02T23:59:00+02:00' }, []],
  ];
  for (const [name, row, expected, more = []] of table) {
    it(name, async () => {
      const { items, err } = await check(tracker(row), ...more);
      note(items);
      assert.deepEqual(items.map((f) => f.rule).filter((r, i, all) => all.indexOf(r) === i).toSorted(), expected.map(([rule]) => rule).toSorted(), err);
      for (const [rule, says] of expected) assert.ok(items.some((f) => f.rule === rule && says.test(f.message)), JSON.stringify(items.map((f) => f.message)));
    });
  }
  it('each is provoked somewhere', () => {
    assert.deepEqual(TRACKER_RULES.map((r) => r.id).filter((id) => !seen.has(id)), []);
  });
});

describe('--fail-on', () => {
  const early = { status: 'closed', answered: '2026-03-20', due: '2026-03-25' };
  const late = { status: 'closed', answered: '2026-04-20' };
  const overdue = {};
  for (const [row, level, code] of [
    [early, undefined, 0], [early, 'note', 1], [early, 'warning', 0], [late, undefined, 1], [late, 'overdue', 0], [late, 'never', 0], [overdue, 'overdue', 1], [overdue, 'due:1d', 1], [{ country: '' }, undefined, 4], [{ country: '' }, 'warning', 1], [overdue, 'sometimes', 2],
  ] as const) {
    it(`${level ?? 'default'} on ${JSON.stringify(row)}: exit ${code}`, async () => assert.equal((await check(tracker(row), ...(level === undefined ? [] : ['--fail-on', level]))).code, code));
  }
  it('headings without rows are incomplete', async () => {
    assert.equal((await check(put(HEAD))).code, 4);
    assert.equal((await check(put(HEAD), '--allow-empty')).code, 0);
  });
});

describe('fingerprints', () => {
  const day = fc.integer({ min: 0, max: 300 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
  const row = fc.record({ type: fc.constantFrom('access', 'erasure', ''), country: fc.constantFrom('Germany', 'California', 'Canada', ''), received: day, status: fc.constantFrom('open', 'closed'), answered: fc.oneof(day, fc.constant('')), due: fc.oneof(day, fc.constant('')), name: fc.constantFrom('Änne "x" Weiß', 'a;b,c', 'two\nlines') });
  const HEADINGS = ['id', 'type', 'country', 'received', 'status', 'answered', 'due', 'name'] as const;
  const bytes = (rows: readonly Record<string, string>[], headings: readonly string[], delimiter: string, encoding: string): Buffer =>
    iconv.encode([headings, ...rows.map((r) => headings.map((h) => r[h] ?? ''))].map((line) => line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join('\r\n'), encoding, { addBOM: encoding === 'utf-16le' });
  const print = (items: readonly Finding[]): string[] => items.map((f) => JSON.stringify([f.rule, f.message, f.at.key, f.at.column, f.fingerprint])).toSorted();

  it('and findings survive the order of rows and columns, the delimiter and the encoding', async () => {
    const named = fc.boolean();
    await fc.assert(fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 8 }), named, fc.shuffledSubarray([...HEADINGS], { minLength: HEADINGS.length, maxLength: HEADINGS.length }), fc.constantFrom(',', ';', '\t', '|'), fc.constantFrom('utf-8', 'windows-1252', 'utf-16le'), fc.integer({ min: 0, max: 7 }),
      async (rows, withIds, headings, delimiter, encoding, turn) => {
        const numbered = rows.map((r, i): Record<string, string> => ({ ...r, id: withIds ? `F-${i}` : '' }));
        const turned = [...numbered.slice(turn % numbered.length), ...numbered.slice(0, turn % numbered.length)];
        const plain = await check(put(bytes(numbered, HEADINGS, ',', 'utf-8'), 'plain.csv'));
        const other = await check(put(bytes(turned, headings, delimiter, encoding), 'other.csv'));
        assert.deepEqual(print(other.items), print(plain.items));
        assert.equal(new Set(plain.items.map((f) => f.fingerprint)).size, plain.items.length, 'no two findings share one');
      },
    ), { numRuns: 30 });
  });
  it('a finding names the line on which its record starts', async () => {
    const { items } = await check(put('id,type,country,received,status,notes\n1,access,DE,2026-03-02,open,"a\r\nb\r\n\r\nc"\r\n\r\n2,access,DE,2026-03-02,open,"d\ne"\n3,access,DE,2026-03-02,open,\n'));
    assert.deepEqual(items.map((f) => [f.at.key, f.at.line]), [['1', 2], ['2', 7], ['3', 9]]);
  });
});

describe('without a ledger', () => {
  it('no SQLite is loaded, and nothing is created', () => {
    const file = path.join(folder, put('id,type,country,received,status\n1,access,DE,2026-11-02,open\n'));
    const script = `
      import { run } from ${JSON.stringify(path.join(ROOT, 'src', 'cli', 'main.ts'))};
      const io = { out() {}, err() {}, env: { HOME: ${JSON.stringify(folder)} }, cwd: ${JSON.stringify(folder)}, clock: () => Date.UTC(2026, 10, 25), stdoutIsTerminal: false, canAsk: false, columns: undefined, user: async () => 'x' };
      const code = await run(['tracker', 'check', ${JSON.stringify(file)}], io, ${JSON.stringify(ROOT)});
      const { createRequire } = await import('node:module');
      process.stdout.write(code + ' ' + Object.keys(createRequire(import.meta.url).cache).some((f) => f.includes('better-sqlite3')));`;
    const out = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { cwd: ROOT, encoding: 'utf8' });
    assert.equal(out, '0 false');
    assert.equal(existsSync(path.join(folder, '.local')), false);
  });
});

describe('the receipt of an import', () => {
  it('is valid against its schema', async () => {
    const { out } = await ask(['request', 'import', put('id,type,country,received,status\n1,access,DE,2026-11-02,open\n,access,DE,2026-11-02,open\n'), '--json'], folder);
    const validate = ajv.getSchema('import');
    assert.ok(validate?.(JSON.parse(out)), JSON.stringify(validate?.errors));
  });
});
