/** The promises of a policy, what keeps them, and what a policy gets wrong (fixtures/policies/lint/<rule>/{bad,ok}.md). */
import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import lintData from '../src/data/policy-lint.json' with { type: 'json' };
import { listBreachLaws } from '../src/adapters/breach-laws.ts';
import { listLaws, setRoot } from '../src/adapters/data.ts';
import { readPolicy } from '../src/adapters/policy.ts';
import { parseDay } from '../src/core/date.ts';
import { UserError } from '../src/core/errors.ts';
import type { Finding } from '../src/core/report.ts';
import { type Policy, checksOf, promiseOf } from '../src/inventory/policy.ts';
import { type LintInput, lintPolicy } from '../src/inventory/policy-lint.ts';
import { sentencesOf } from '../src/inventory/policy-text.ts';
import { type Evidence, trace } from '../src/inventory/tracing.ts';
import { allRules } from './rules.ts';
import { ROOT, ask, inFolder } from './session.ts';

setRoot(ROOT);
const INNOMICS = path.join(ROOT, 'fixtures', 'innomics');
const FOLDER = path.join(ROOT, 'fixtures', 'policies');
const rules = (await allRules()).map((r) => r.id);
const laws = listLaws().map((l) => l.law);
const notices = listBreachLaws().flatMap(({ law }) => law.obligations.map((o) => ({ law: law.id, to: o.audience, contents: 1 })));
const TODAY = parseDay('2026-11-25') as number;

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
for (const file of readdirSync(path.join(ROOT, 'schemas'))) ajv.addSchema(JSON.parse(readFileSync(path.join(ROOT, 'schemas', file), 'utf8')) as object, file);

interface Answer {
  items: Record<string, unknown>[];
  summary: Record<string, unknown>;
}

async function asJson(argv: readonly string[], folder: string): Promise<Answer & { code: number }> {
  const { out, err, code } = await ask([...argv, '--json'], folder);
  assert.notEqual(out, '', err);
  const answer = JSON.parse(out) as Answer & { schema: string };
  const validate = ajv.getSchema(`${/^custos\/([a-z-]+)@1$/.exec(answer.schema)?.[1]}.schema.json`);
  assert.ok(validate?.(answer), `${argv.join(' ')}: ${JSON.stringify(validate?.errors?.slice(0, 4), null, 1)}`);
  return { ...answer, code };
}

describe('the example policy', () => {
  const example = () => readPolicy(path.join(INNOMICS, 'policy.yaml'), 'policy.yaml', { rules, laws, notices });

  it('names nothing that does not exist, and every promise by its line', async () => {
    const { policy, lineOf } = await example();
    assert.equal(policy.promises.length, 117);
    const lines = readFileSync(path.join(INNOMICS, 'policy.yaml'), 'utf8').split('\n');
    policy.promises.forEach((promise, i) => assert.match(lines[(lineOf(i) as number) - 1] as string, new RegExp(`^  - id: "${promise.id}"$`)));
  });
  it('names every rule of the inventory, so that each finding has its promise', async () => {
    const of = promiseOf((await example()).policy);
    assert.deepEqual(rules.filter((rule) => of(rule) === null), []);
  });
  it('cites the promise that a finding breaks', async () => {
    const of = promiseOf((await example()).policy);
    assert.deepEqual(of('consent/genetic-legitimate-interest'), { id: '4.2d', section: '4.2' });
    // Named by 1.2 and 13.2 too, which define a word and allow an exception.
    assert.deepEqual(of('consent/gipa-e-marketing'), { id: '13.1', section: '13' });
    assert.deepEqual(of('sharing/no-contract'), { id: '2.2b', section: '2.2' });
    assert.equal(of('no/such-rule'), null);
    assert.equal(promiseOf(undefined)('sharing/no-contract'), null);
  });
  it('leaves no promise without a check', async () => {
    assert.deepEqual((await example()).policy.promises.filter((p) => checksOf(p).length === 0).map((p) => p.id), []);
  });
});

describe('promiseOf', () => {
  const of = (promises: Policy['promises'], cites?: Policy['cites']) => promiseOf({ promises, ...(cites ? { cites } : {}) })('a/b')?.id;
  const promise = (id: string, names: string[], byHand?: string) => ({ id, section: id, says: id, rules: names, ...(byHand === undefined ? {} : { byHand }) });
  it('takes the promise with the fewest checks, then the first', () => {
    assert.equal(of([promise('wide', ['a/b', 'c/d']), promise('narrow', ['a/b']), promise('later', ['a/b'])]), 'narrow');
    assert.equal(of([promise('hand', ['a/b'], 'look'), promise('narrow', ['a/b'])]), 'narrow');
  });
  it('takes the one that the file says', () => {
    assert.equal(of([promise('wide', ['a/b', 'c/d']), promise('narrow', ['a/b'])], { 'a/b': 'wide' }), 'wide');
  });
});

describe('reading a policy file', () => {
  const file = path.join(FOLDER, 'broken.yaml');
  it('says everything that is wrong at once, with line and column', async () => {
    const known = { rules: ['consent/genetic-secondary-use', 'consent/expired'], laws };
    await assert.rejects(readPolicy(file, 'broken.yaml', known), (error: unknown) => {
      assert.ok(error instanceof UserError);
      assert.equal(error.code, 'bad-policy');
      const said = `${error.problems.map((p) => `${p.at}: ${p.says}`).join('\n')}\n`;
      const expected = path.join(FOLDER, 'broken.txt');
      if (process.env['UPDATE']) writeFileSync(expected, said);
      assert.equal(said, readFileSync(expected, 'utf8'));
      return true;
    });
  });
});

describe('trace', () => {
  const policy: Policy = {
    promises: [
      { id: 'rule', section: '1', says: '', rules: ['a/b'] }, { id: 'clock', section: '1', says: '', clocks: [{ law: 'eu-gdpr', obligation: 'respond', types: ['access'] }] },
      { id: 'letter', section: '1', says: '', letters: [{ law: 'eu-gdpr', letter: 'refusal' }] }, { id: 'draft', section: '1', says: '', rules: ['a/b'], drafts: [{ law: 'eu-gdpr', to: 'people' }] },
      { id: 'hand', section: '1', says: '', byHand: 'look' }, { id: 'none', section: '1', says: '' },
    ],
  };
  const states = (evidence: Partial<Evidence>) => Object.fromEntries(trace(policy, { laws, ...evidence }).map((p) => [p.id, p.state]));
  const run = (open: number, waived: number, evaluated = 3) => ({ asOf: '2026-11-25', evaluated, byRule: new Map(open + waived > 0 ? [['a/b', { open, waived, worst: open > 0 ? ('error' as const) : undefined }]] : []) });
  const clock = (state: string, requestType = 'access', due: string | null = '2026-12-01') => ({ case: 'R-1', law: 'eu-gdpr', obligation: 'respond', requestType, state, due });

  it('knows nothing without a run and a ledger', () => {
    assert.deepEqual(states({}), { rule: 'unknown', clock: 'unknown', letter: 'kept', draft: 'unknown', hand: 'by-hand', none: 'unchecked' });
  });
  it('keeps apart what is found, waived, clean and not looked at', () => {
    assert.equal(states({ run: run(1, 1) })['rule'], 'broken');
    assert.equal(states({ run: run(0, 1) })['rule'], 'waived');
    assert.equal(states({ run: run(0, 0) })['rule'], 'kept');
    assert.equal(states({ run: run(0, 0, 0) })['rule'], 'unknown');
    // A finding outweighs what cannot be checked yet, and that what is clean.
    assert.equal(states({ run: run(1, 0) })['draft'], 'broken');
    assert.equal(states({ run: run(0, 0) })['draft'], 'not-yet');
    assert.equal(states({ run: run(0, 0), notices: [{ law: 'eu-gdpr', to: 'people', contents: 5 }] })['draft'], 'kept');
  });
  it('reads clocks of the law, obligation and request type that are named', () => {
    assert.equal(states({ clocks: [] })['clock'], 'kept');
    assert.equal(states({ clocks: [clock('overdue')] })['clock'], 'broken');
    assert.equal(states({ clocks: [clock('overdue', 'erasure')] })['clock'], 'kept');
    assert.equal(states({ clocks: [clock('undetermined', 'access', null)] })['clock'], 'unknown');
    const [, two] = trace(policy, { laws, clocks: [clock('running', 'access', '2026-12-09'), clock('running')] });
    assert.equal(two?.checks[0]?.says, '2 open requests, none overdue; next due 2026-12-01');
  });
  it('counts what a letter has to say', () => {
    const contents = laws.find((l) => l.id === 'eu-gdpr')?.letters?.refusal?.length;
    assert.equal(trace(policy, { laws })[2]?.checks[0]?.says, `custos writes the letter with the ${contents} contents that the law asks for`);
  });
});

describe('sentences', () => {
  const of = (text: string) => sentencesOf(text, new Set(lintData.abbreviations)).map((s) => `${s.lineAt(0)} ${s.section} | ${s.before}${s.text}`);
  it('know their line, their heading and the line that introduces their list', () => {
    assert.deepEqual(of('Title\n=====\nOne is here. Two\nis there.\n\n7.1 Out of the EU\n\nThese:\n\n  • first;\n\n  • second.\n\nNo list.'), [
      '1 Title | Title', '3 Title | Title › One is here.', '3 Title | Title › Two is there.', '6 7.1 | 7.1 Out of the EU', '8 7.1 | 7.1 Out of the EU › These:',
      '10 7.1 | 7.1 Out of the EU › These: ›   • first;', '12 7.1 | 7.1 Out of the EU › These: ›   • second.', '14 7.1 | 7.1 Out of the EU › No list.',
    ]);
  });
  it('do not end at an abbreviation, and a text without full stops is cut', () => {
    assert.deepEqual(of('See Art. 47 of the law, 15 U.S.C. Section 1. It ends.').length, 2);
    assert.equal(of('x '.repeat(5000)).length, 3);
  });
  it('take no comment and no carriage return for text', () => {
    assert.deepEqual(of('<!-- A.\nB. -->\r\n\r\nText.\r\n'), ['4  | Text.']);
  });
});

const lint = (content: string, more: Partial<LintInput> = {}): Finding[] => lintPolicy({ text: { path: 'policy.md', content }, today: TODAY, inEea: undefined, ...more }).findings;
const lines = (findings: readonly Finding[]): string => findings.map((f) => `${f.at.line ?? 'file'} ${f.severity} ${f.kind}: ${f.message}\n`).join('');

describe('lint', () => {
  for (const { id, check } of lintData.rules.map((r) => ({ check: undefined, ...r }))) {
    if (check === 'unkept' || check === 'other-date') continue;
    it(`${id} finds its bad policy, and not the one that comes near`, () => {
      const folder = path.join(FOLDER, 'lint', id.slice('policy/'.length));
      assert.ok(existsSync(folder), `write ${folder}/bad.md and ok.md`);
      const mine = (name: string) => lint(readFileSync(path.join(folder, name), 'utf8')).filter((f) => f.rule === id);
      const [found, expected] = [lines(mine('bad.md')), path.join(folder, 'expected.txt')];
      if (process.env['UPDATE']) writeFileSync(expected, found);
      assert.equal(found, readFileSync(expected, 'utf8'));
      assert.notEqual(found, '');
      assert.equal(lines(mine('ok.md')), '');
    });
  }
  it('has a folder for every rule and none besides', () => {
    const ids = lintData.rules.filter((r) => !('check' in r) || (r.check !== 'unkept' && r.check !== 'other-date')).map((r) => r.id.slice('policy/'.length));
    assert.deepEqual(readdirSync(path.join(FOLDER, 'lint')).toSorted(), ids.toSorted());
  });
  it('asks for the retention policy of children from its day on', () => {
    const text = readFileSync(path.join(FOLDER, 'lint', 'children-retention', 'bad.md'), 'utf8');
    const on = (day: string) => lint(text, { today: parseDay(day) as number }).some((f) => f.rule === 'policy/children-retention');
    assert.deepEqual([on('2026-04-21'), on('2026-04-22')], [false, true]);
  });
  it('does not ask an organisation in the EEA for a representative, and says so', () => {
    const content = readFileSync(path.join(FOLDER, 'lint', 'no-eu-representative', 'bad.md'), 'utf8');
    const of = (inEea: boolean | undefined) => lintPolicy({ text: { path: 'p', content }, today: TODAY, inEea });
    assert.deepEqual(of(true).spared, ['policy/no-eu-representative']);
    assert.deepEqual([true, false, undefined].map((e) => of(e).findings.some((f) => f.rule === 'policy/no-eu-representative')), [false, true, true]);
  });
  it('finds promises that nothing keeps, and a date that is not the text\'s', () => {
    const policy: Policy = { lastUpdated: '2026-05-31', promises: [{ id: '1', section: '1', says: 'x', byHand: 'y' }, { id: '2', section: 'two', says: 'x' }] };
    const file = { path: 'policy.yaml', policy, lineOf: (i: number) => 10 + i };
    const found = lint(readFileSync(path.join(FOLDER, 'lint', 'unread', 'ok.md'), 'utf8'), { file });
    assert.deepEqual(found.filter((f) => f.rule === 'policy/unkept').map((f) => [f.at, f.promise, f.message]), [[{ file: 'policy.yaml', line: 11, key: '2' }, { id: '2', section: 'two' }, 'the policy file names nothing that keeps promise 2']]);
    assert.deepEqual(found.filter((f) => f.rule === 'policy/other-date').map((f) => f.message), ['the text was last updated on 2026-06-01, the policy file says 2026-05-31']);
    assert.ok(!lint(readFileSync(path.join(FOLDER, 'lint', 'unread', 'ok.md'), 'utf8'), { file: { ...file, policy: { ...policy, lastUpdated: '2026-06-01' } } }).some((f) => f.rule === 'policy/other-date'));
  });
  it('gives each finding a fingerprint that survives other edits', () => {
    const text = readFileSync(path.join(INNOMICS, 'privacy-policy.md'), 'utf8');
    const of = (content: string) => lint(content).map((f) => f.fingerprint);
    assert.equal(new Set(of(text)).size, of(text).length);
    assert.deepEqual(of(text.replace('## 1. Definitions', 'A new paragraph.\n\n## 1. Definitions')).toSorted(), of(text).toSorted());
  });
  it('finds the ten weak points of the example', () => {
    const found = new Set(lint(readFileSync(path.join(INNOMICS, 'privacy-policy.md'), 'utf8'), { inEea: false }).map((f) => f.rule.slice('policy/'.length)));
    const points = [
      ['scc-article'], ['no-retention-period'], ['genetic-basis', 'genetic-kept-for-interests'], ['third-party-consent'], ['optional-contract'], ['under-13-both', 'coppa-range'],
      ['no-united-kingdom', 'no-switzerland', 'no-other-states', 'no-eu-representative', 'no-data-protection-officer', 'no-supervisory-authority', 'no-article-9-condition', 'no-bulk-data-rule', 'no-massachusetts'],
      ['appi-opt-out-filing', 'appi-foreign-transfer'], ['children-retention'], ['email-only'],
    ];
    assert.deepEqual(points.flat().filter((id) => !found.has(id)), []);
  });
  it('looks through a long text without a full stop in reasonable time', () => {
    const started = performance.now();
    const found = lint(`We keep your personal information under the GDPR: ${'with the third party and standard contractual clauses we retain genetic data for you without consent of the supplier, request '.repeat(4000)}`);
    assert.ok(found.some((f) => f.rule === 'policy/no-retention-period'));
    assert.ok(performance.now() - started < 5000, `${performance.now() - started} ms`);
  });
});

describe('policy commands', () => {
  it('answer with valid JSON', async () => {
    await inFolder(async (folder) => {
      cpSync(INNOMICS, folder, { recursive: true });
      const listed = await asJson(['policy', 'list', '--policy', 'policy.yaml'], folder);
      assert.deepEqual([listed.code, listed.items.length, listed.summary['lastUpdated']], [0, 117, '2024-06-28']);
      const linted = await asJson(['policy', 'lint', '--policy', 'policy.yaml'], folder);
      assert.equal(linted.code, 1);
      await asJson(['policy', 'lint', 'privacy-policy.md', '--fail-on', 'never'], folder);
      const traced = await asJson(['policy', 'trace', '--policy', 'policy.yaml'], folder);
      assert.deepEqual([traced.code, traced.items.length], [4, 117]);
    });
  });
  it('trace reads clocks from the ledger and findings from the last run', async () => {
    await inFolder(async (folder) => {
      cpSync(INNOMICS, folder, { recursive: true });
      await ask(['request', 'log', '--type', 'access', '--received', '2026-09-01', '--in', 'DE', '--name', 'Erika Mustermann'], folder);
      const finding = { rule: 'consent/genetic-legitimate-interest', severity: 'error', fingerprint: '0123456789abcdef', waived: null };
      writeFileSync(path.join(folder, 'last.json'), JSON.stringify({ schema: 'custos/findings@1', asOf: '2026-11-24', summary: { evaluated: 2, findings: 1, shown: 1 }, items: [finding] }));
      const { items, summary, code } = await asJson(['policy', 'trace', '--policy', 'policy.yaml', '--findings', 'last.json'], folder);
      const of = (id: string) => items.find((i) => i['id'] === id) as { state: string; checks: { name: string; state: string; says: string }[] };
      assert.equal(code, 1);
      assert.deepEqual([of('4.2d').state, of('4.2d').checks[0]?.says], ['broken', '1 finding on 2026-11-24']);
      assert.deepEqual([of('9.1').state, of('9.1').checks[0]?.says], ['broken', 'overdue: R-1 since 2026-10-01']);
      assert.deepEqual([of('9.3').state, of('6.2').state, of('8.7').state, of('8.6').state], ['kept', 'kept', 'kept', 'by-hand']);
      assert.ok((summary['broken'] as string[]).includes('11.1'));
      assert.deepEqual(summary['unchecked'], []);
      const never = await ask(['policy', 'trace', '--policy', 'policy.yaml', '--findings', 'last.json', '--fail-on', 'never'], folder);
      assert.equal(never.code, 0);
    });
  });
  it('trace takes no other file for a run', async () => {
    await inFolder(async (folder) => {
      cpSync(INNOMICS, folder, { recursive: true });
      for (const [name, content] of [['list.ndjson', '{"rule":"a/b","severity":"note","fingerprint":"0123456789abcdef","waived":null}\n'], ['empty', ''], ['other.json', '{"schema":"custos/deadlines@1","items":[]}'], ['audit.json', '{"schema":"custos/audit@1","asOf":"2026-11-25","summary":{},"items":[]}']] as const) {
        writeFileSync(path.join(folder, name), content);
        const { code, err } = await ask(['policy', 'trace', '--policy', 'policy.yaml', '--findings', name], folder);
        assert.equal(code, 2, name);
        assert.match(err, /^error\[bad-findings\]/, name);
      }
    });
  });
  it('a cut list of findings still breaks the promise', async () => {
    await inFolder(async (folder) => {
      cpSync(INNOMICS, folder, { recursive: true });
      writeFileSync(path.join(folder, 'cut.json'), JSON.stringify({ schema: 'custos/findings@1', asOf: '2026-11-24', summary: { evaluated: 2, findings: 7, shown: 0, byRule: { 'consent/genetic-legitimate-interest': 7 } }, items: [] }));
      const { items } = await asJson(['policy', 'trace', '--policy', 'policy.yaml', '--findings', 'cut.json'], folder);
      const found = items.find((i) => i['id'] === '4.2d') as { state: string; checks: { open: number }[] };
      assert.deepEqual([found.state, found.checks[0]?.open], ['broken', 7]);
    });
  });
  it('print no person', async () => {
    await inFolder(async (folder) => {
      cpSync(INNOMICS, folder, { recursive: true });
      await ask(['request', 'log', '--type', 'access', '--received', '2026-09-01', '--in', 'DE', '--name', 'Erika Mustermann'], folder);
      for (const format of ['table', 'json', 'ndjson', 'csv', 'markdown', 'html']) {
        const { out, err } = await ask(['policy', 'trace', '--policy', 'policy.yaml', '--format', format], folder);
        assert.match(out, /R-1/);
        assert.doesNotMatch(out + err, /Mustermann/);
      }
    });
  });
});
