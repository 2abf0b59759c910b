/** Waivers and baselines: what is accepted for a time, and what was found before. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { readEarlierRun } from '../src/adapters/baseline.ts';
import { readWaivers } from '../src/adapters/waivers.ts';
import { formatDay, parseDay } from '../src/core/date.ts';
import { UserError } from '../src/core/errors.ts';
import type { Finding } from '../src/core/report.ts';
import { against } from '../src/inventory/baseline.ts';
import { type Waiver, WAIVER_RULES, applyWaivers, fails, isFailOn } from '../src/inventory/waivers.ts';
import limits from '../src/data/waivers.json' with { type: 'json' };
import { ROOT, inFolder } from './session.ts';

const FOLDER = path.join(ROOT, 'fixtures', 'waivers');
const RULES = ['quality/placeholder-value'];
const day = (text: string): number => parseDay(text) as number;
const TODAY = day('2026-11-25');

function finding(fingerprint: string, more: Partial<Finding> = {}): Finding {
  return { rule: 'quality/placeholder-value', area: 'inventory', kind: 'violation', severity: 'error', message: 'm', at: { file: 'i.csv', line: 2 }, promise: null, citations: [], fix: 'f', fingerprint, waived: null, ...more };
}

/** What one waiver does to the finding `00000000000000a1`, and what is said of the waiver. */
function one(waiver: Partial<Waiver>, today = TODAY): { waived: boolean; about: string[] } {
  const whole: Waiver = { fingerprint: '00000000000000a1', reason: 'r', owner: 'o', granted: '2026-06-01', expires: '2027-01-31', ...waiver };
  const { findings, about } = applyWaivers([finding('00000000000000a1')], { path: 'w.yaml', waivers: [{ waiver: whole, line: 2 }] }, today);
  return { waived: findings[0]?.waived !== null, about: about.map((f) => f.rule) };
}

describe('waivers', () => {
  it('of every kind, from a file', async () => {
    const file = await readWaivers(path.join(FOLDER, 'waivers.yaml'), 'waivers.yaml', RULES);
    const given = [finding('00000000000000a1', { at: { key: 'A-1' } }), finding('00000000000000b1', { at: { key: 'A-1' } }), finding('00000000000000c1', { at: { key: 'A-2' } }), ...['a2', 'a3', 'a4', 'a5', 'a6'].map((n) => finding(`00000000000000${n}`))];
    const { findings, about } = applyWaivers(given, file, TODAY);
    assert.deepEqual(findings.filter((f) => f.waived).map((f) => f.fingerprint.slice(-2)), ['a1', 'b1', 'a2']);
    assert.deepEqual(findings[0]?.waived, { reason: 'The register is being moved; the real periods are entered by the end of the year.', owner: 'Privacy Office', expires: '2027-03-31' });
    const said = about.map((f) => `${f.at.file}:${f.at.line} ${f.at.key} ${f.severity} ${f.kind} ${f.rule}: ${f.message}\n`).join('');
    const expected = path.join(FOLDER, 'waivers.txt');
    if (process.env['UPDATE']) writeFileSync(expected, said);
    assert.equal(said, readFileSync(expected, 'utf8'));
    assert.equal(new Set(about.map((f) => f.fingerprint)).size, about.length);
  });
  it('hold on the day of expiry, and not the day after', () => {
    assert.deepEqual(one({ expires: '2026-11-25' }), { waived: true, about: ['waiver/expiring'] });
    assert.deepEqual(one({ expires: '2026-11-24' }), { waived: false, about: ['waiver/expired'] });
  });
  it('hold from the day on which they are granted', () => {
    assert.deepEqual(one({ granted: '2026-11-25' }), { waived: true, about: [] });
    assert.deepEqual(one({ granted: '2026-11-26' }), { waived: false, about: ['waiver/unused'] });
  });
  it('are announced 30 days before they expire', () => {
    assert.equal(limits.warnBefore, 'P30D');
    assert.deepEqual(one({ expires: '2026-12-25' }), { waived: true, about: ['waiver/expiring'] });
    assert.deepEqual(one({ expires: '2026-12-26' }), { waived: true, about: [] });
  });
  it('last at most 366 days', () => {
    assert.equal(limits.longest, 'P366D');
    const last = formatDay(day('2026-06-01') + 366);
    assert.equal(last, '2027-06-02');
    assert.deepEqual(one({ expires: last }), { waived: true, about: [] });
    assert.deepEqual(one({ expires: '2027-06-03' }), { waived: false, about: ['waiver/too-long'] });
  });
  it('without a reason waive nothing', () => {
    const { reason: _, ...rest } = { reason: '', fingerprint: '00000000000000a1', owner: 'o', granted: '2026-06-01', expires: '2027-01-31' };
    const { findings, about } = applyWaivers([finding('00000000000000a1')], { path: 'w', waivers: [{ waiver: rest, line: undefined }] }, TODAY);
    assert.deepEqual([findings[0]?.waived, about.map((f) => f.rule)], [null, ['waiver/no-reason']]);
    assert.deepEqual(one({ reason: ' \n' }), { waived: false, about: ['waiver/no-reason'] });
  });
  it('say everything that is wrong with them', () => {
    assert.deepEqual(one({ reason: '', granted: '2020-01-01', expires: '2025-01-01' }).about, ['waiver/no-reason', 'waiver/too-long', 'waiver/expired']);
  });
  it('of a rule and a row touch neither other rows nor other rules nor findings without a row', () => {
    const waiver: Waiver = { rule: 'a/b', key: 'A-1', reason: 'r', owner: 'o', granted: '2026-06-01', expires: '2027-01-31' };
    const given = [finding('1', { rule: 'a/b', at: { key: 'A-1' } }), finding('2', { rule: 'a/b', at: { key: 'A-2' } }), finding('3', { rule: 'a/c', at: { key: 'A-1' } }), finding('4', { rule: 'a/b', at: {} })];
    assert.deepEqual(applyWaivers(given, { path: 'w', waivers: [{ waiver, line: 1 }] }, TODAY).findings.map((f) => f.waived !== null), [true, false, false, false]);
  });
  it('that are doubled are used once', () => {
    const waiver: Waiver = { fingerprint: '00000000000000a1', reason: 'r', owner: 'o', granted: '2026-06-01', expires: '2027-01-31' };
    const { about } = applyWaivers([finding('00000000000000a1')], { path: 'w', waivers: [{ waiver, line: 1 }, { waiver, line: 2 }] }, TODAY);
    assert.deepEqual(about.map((f) => [f.rule, f.at.line]), [['waiver/unused', 2]]);
  });
  it('report only rules of the closed list, each with a title', () => {
    assert.deepEqual(WAIVER_RULES.map((r) => r.id), ['waiver/expired', 'waiver/expiring', 'waiver/unused', 'waiver/no-reason', 'waiver/too-long']);
    assert.equal(new Set(WAIVER_RULES.map((r) => r.title)).size, WAIVER_RULES.length);
  });
  it('are read with every problem at once, with line and column', async () => {
    await assert.rejects(readWaivers(path.join(FOLDER, 'broken.yaml'), 'broken.yaml', RULES), (error: unknown) => {
      assert.ok(error instanceof UserError);
      assert.equal(error.code, 'bad-waivers');
      const said = `${error.problems.map((p) => `${p.at}: ${p.says}`).join('\n')}\n`;
      const expected = path.join(FOLDER, 'broken.txt');
      if (process.env['UPDATE']) writeFileSync(expected, said);
      assert.equal(said, readFileSync(expected, 'utf8'));
      return true;
    });
  });
});

describe('the exit status', () => {
  it('hangs on what is not waived, at the level or above', () => {
    const waived = { reason: 'r', owner: 'o', expires: '2027-01-31' };
    const of = (severity: Finding['severity'], level: Parameters<typeof fails>[1], w: Finding['waived'] = null) => fails({ severity, waived: w }, level);
    assert.deepEqual([of('error', 'error'), of('warning', 'error'), of('warning', 'warning'), of('note', 'warning'), of('note', 'note'), of('error', 'note')], [true, false, true, false, true, true]);
    assert.deepEqual([of('error', 'never'), of('error', 'note', waived)], [false, false]);
    assert.deepEqual(['error', 'never', 'overdue'].map(isFailOn), [true, true, false]);
  });
});

describe('baselines', () => {
  const known = (...fingerprints: string[]) => fingerprints.map((f) => finding(f));
  it('let fail only what is new', () => {
    const { fresh, summary } = against(known('1', '2'), known('1', '2', '3'));
    assert.deepEqual([fresh.map((f) => f.fingerprint), summary], [['3'], { known: 2, new: 1, fixed: 0 }]);
  });
  it('see a swap: one finding fixed, another made', () => {
    const { fresh, summary } = against(known('1', '2'), known('1', '3'));
    assert.deepEqual([fresh.map((f) => f.fingerprint), summary], [['3'], { known: 1, new: 1, fixed: 1 }]);
  });
  it('count what is gone', () => {
    assert.deepEqual(against(known('1', '2'), []).summary, { known: 0, new: 0, fixed: 2 });
    assert.deepEqual(against([], known('1')).summary, { known: 0, new: 1, fixed: 0 });
  });
  it('do not excuse what only a waiver excused', () => {
    const waived = { reason: 'r', owner: 'o', expires: '2026-11-24' };
    const { fresh, summary } = against([finding('1', { waived })], known('1'));
    assert.deepEqual([fresh.length, summary], [1, { known: 0, new: 1, fixed: 0 }]);
  });
  it('call nothing new that is waived', () => {
    assert.deepEqual(against([], [finding('1', { waived: { reason: 'r', owner: 'o', expires: '2027-01-31' } })]).summary, { known: 0, new: 0, fixed: 0 });
  });
});

describe('the file of an earlier run', () => {
  const item = { rule: 'a/b', severity: 'error', fingerprint: '0123456789abcdef', waived: null, message: 'x' };
  const read = (content: string | Uint8Array) => inFolder(async (folder) => {
    const file = path.join(folder, 'run');
    writeFileSync(file, content);
    return readEarlierRun(file, 'run');
  });
  it('is JSON with an envelope', async () => {
    const run = await read(JSON.stringify({ schema: 'custos/findings@1', asOf: '2026-11-24', summary: { findings: 3, shown: 1 }, items: [item] }, null, 1));
    assert.deepEqual([run.items, run.asOf, run.unlisted], [[{ rule: 'a/b', severity: 'error', fingerprint: '0123456789abcdef', waived: null }], '2026-11-24', 2]);
  });
  it('is ndjson, of one line or several, and empty after a clean run', async () => {
    assert.equal((await read(`${JSON.stringify(item)}\n`)).items.length, 1);
    assert.equal((await read(`${JSON.stringify(item)}\r\n\r\n${JSON.stringify(item)}\r\n`)).items.length, 2);
    assert.deepEqual((await read('')).items, []);
  });
  it('may be what PowerShell writes', async () => {
    const text = JSON.stringify({ schema: 'custos/audit@1', items: [item] });
    assert.equal((await read(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))).items.length, 1);
    assert.equal((await read(`\ufeff${text}`)).items.length, 1);
  });
  it('keeps waivers', async () => {
    const waived = { reason: 'r', owner: 'o', expires: '2027-01-31' };
    assert.deepEqual((await read(JSON.stringify({ ...item, waived }))).items[0]?.waived, waived);
  });
  for (const [what, content] of [['no JSON', 'x'], ['another kind', '{"schema":"custos/deadlines@1","items":[]}'], ['no schema', '{"items":[]}'], ['an item that is none', '{"schema":"custos/findings@1","items":[{"rule":"a/b"}]}'], ['a line that is none', `${JSON.stringify(item)}\n{"rule":1}`], ['a list', `[${JSON.stringify(item)}]`], ['bytes', '\0\0\0']] as const) {
    it(`is refused if it is ${what}`, async () => {
      await assert.rejects(read(content), (error: unknown) => error instanceof UserError && error.code === 'bad-findings' && error.problems.length === 1);
    });
  }
});
