/** The promises of a policy, what keeps them, and what a policy gets wrong (fixtures/policies/lint/<rule>/{bad,ok}.md). */
import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import MarkdownIt from 'markdown-it';
import lintData from '../src/data/policy-lint.json' with { type: 'json' };
import { listBreachLaws } from '../src/adapters/breach-laws.ts';
import { listLaws, setRoot } from '../src/adapters/data.ts';
import { readPolicy } from '../src/adapters/policy.ts';
import { formatDay, parseDay } from '../src/core/date.ts';
import { UserError } from '../src/core/errors.ts';
import type { Finding } from '../src/core/report.ts';
import { type Policy, checksOf, policyFaults, promiseOf } from '../src/inventory/policy.ts';
import { isHtml } from '../src/inventory/policy-html.ts';
import { type LintInput, lintPolicy } from '../src/inventory/policy-lint.ts';
import { linesOf, sentencesOf } from '../src/inventory/policy-text.ts';
import { lastRun } from '../src/inventory/policy-run.ts';
import { type Evidence, trace } from '../src/inventory/tracing.ts';
import { allRules } from './rules.ts';
import { ROOT, ask, inFolder, within } from './session.ts';

setRoot(ROOT);
const INNOMICS = path.join(ROOT, 'fixtures', 'innomics');
const FOLDER = path.join(ROOT, 'fixtures', 'policies');
const rules = (await allRules()).map((r) => r.id);
const laws = listLaws().map((l) => l.law);
const notices = listBreachLaws().flatMap(({ law }) => law.obligations.map((o) => ({ law: law.id, obligation: o.id, to: o.audience, contents: 1 })));
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

describe('clocks of breaches', () => {
  const faults = (clock: object) => policyFaults({ promises: [{ id: '1', section: '1', says: 'x', clocks: [clock] }] }, { rules, laws, notices }).map((f) => f.says);
  it('may be named like those of requests, of one law or of any', () => {
    assert.deepEqual(['us-hipaa', 'us-tx-breach', 'own-policy', 'any'].flatMap((law) => faults({ law, obligation: 'notify-people' })), []);
    assert.deepEqual(faults({ law: 'any', obligation: 'respond', types: ['access'] }), []);
  });
  it('have no request type, and a law and an obligation that exist', () => {
    assert.deepEqual(faults({ law: 'us-hipaa', obligation: 'notify-people', types: ['access'] }), ['unknown request type of us-hipaa notify-people “access”']);
    assert.deepEqual(faults({ law: 'own-policy', obligation: 'respond' }), ['unknown obligation of own-policy “respond”; one of: notify-people']);
    assert.deepEqual(faults({ law: 'any', obligation: 'notify-peple' }), ['unknown obligation of any law “notify-peple”; did you mean “notify-people”?']);
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
  const run = (open: number, waived: number, evaluated = 3) => ({ asOf: '2026-11-25', evaluated, byRule: new Map(open + waived > 0 ? [['a/b', { open, waived, unclear: 0, worst: open > 0 ? ('error' as const) : undefined }]] : []) });
  const clock = (state: string, requestType = 'access', due: string | null = '2026-12-01') => ({ case: 'R-1', law: 'eu-gdpr', obligation: 'respond', requestType, state, due });

  it('knows nothing without a run and a ledger', () => {
    assert.deepEqual(states({}), { rule: 'unknown', clock: 'unknown', letter: 'kept', draft: 'unknown', hand: 'by-hand', none: 'unchecked' });
  });
  const standing = (clocks: NonNullable<Evidence['standing']>['clocks'], loose: NonNullable<Evidence['standing']>['loose'] = []) => ({ standing: { clocks, loose } });
  it('keeps apart what is found, waived, clean and not looked at', () => {
    assert.equal(states({ run: run(1, 1) })['rule'], 'broken');
    assert.equal(states({ run: run(0, 1) })['rule'], 'waived');
    assert.equal(states({ run: run(0, 0) })['rule'], 'kept');
    assert.equal(states({ run: run(0, 0, 0) })['rule'], 'unknown');
    // A finding outweighs what cannot be checked yet, and that what is clean.
    assert.equal(states({ run: run(1, 0) })['draft'], 'broken');
    assert.equal(states({ run: run(0, 0) })['draft'], 'not-yet');
    const known = [{ law: 'eu-gdpr', obligation: 'notify-people', to: 'people', contents: 5 }];
    assert.equal(states({ run: run(0, 0), notices: known })['draft'], 'unknown');
    assert.equal(states({ run: run(0, 0), notices: known, ...standing([]) })['draft'], 'kept');
  });
  it('reads clocks of the law, obligation and request type that are named', () => {
    assert.equal(states(standing([]))['clock'], 'kept');
    assert.equal(states(standing([clock('overdue')]))['clock'], 'broken');
    assert.equal(states(standing([clock('late')]))['clock'], 'broken');
    assert.equal(states(standing([clock('overdue', 'erasure')]))['clock'], 'kept');
    assert.equal(states(standing([clock('undetermined', 'access', null)]))['clock'], 'unknown');
    assert.equal(states(standing([{ ...clock('no-fixed-term', 'access', null), passed: '2026-11-01' }]))['clock'], 'unknown');
    const [, two] = trace(policy, { laws, ...standing([clock('running', 'access', '2026-12-09'), clock('running')]) });
    assert.equal(two?.checks[0]?.says, '2 open requests, none overdue; next due 2026-12-01');
  });
  it('holds a notice of a breach against the breaches that wait for it', () => {
    const people: Policy = { promises: [
      { id: 'draft', section: '1', says: '', drafts: [{ law: 'us-hipaa', to: 'people' }] }, { id: 'clock', section: '1', says: '', clocks: [{ law: 'us-hipaa', obligation: 'notify-people' }] },
      { id: 'any', section: '1', says: '', clocks: [{ law: 'any', obligation: 'notify-people' }] },
    ] };
    const of = (law: string, state: string, to = 'people') => trace(people, { laws, notices, ...standing([{ case: 'B-1', law, obligation: `notify-${to}`, to, state, due: '2026-02-09' }]) }).map((p) => p.state);
    assert.deepEqual(of('us-hipaa', 'overdue'), ['broken', 'broken', 'broken']);
    assert.deepEqual(of('us-hipaa', 'late'), ['broken', 'broken', 'broken']);
    assert.deepEqual(of('us-hipaa', 'undetermined'), ['unknown', 'unknown', 'unknown']);
    assert.deepEqual(of('us-hipaa', 'running'), ['kept', 'kept', 'kept']);
    assert.deepEqual(of('us-tx-breach', 'overdue'), ['kept', 'kept', 'broken']);
    assert.deepEqual(of('us-hipaa', 'overdue', 'media'), ['kept', 'kept', 'kept']);
    assert.deepEqual(trace(people, { laws, notices }).map((p) => p.state), ['unknown', 'unknown', 'unknown']);
  });
  it('does not call a promise kept whose clock nobody started', () => {
    const stop = (obligation: string, types?: string[]): Policy => ({ promises: [{ id: '1', section: '1', says: '', clocks: [{ law: 'us-ca-gipa', obligation, ...(types ? { types } : {}) }] }] });
    const of = (asked: Policy, data?: string[]) => trace(asked, { laws, ...standing([], [{ case: 'C-1', on: '2026-05-01', ...(data ? { data } : {}) }]) })[0];
    assert.equal(of(stop('stop-processing', ['withdraw-consent']), ['genetic'])?.state, 'unknown');
    assert.equal(of(stop('stop-processing'))?.checks[0]?.says, 'withdrawn without a request, so that no clock runs: C-1 on 2026-05-01');
    assert.equal(of(stop('stop-processing', ['opt-out']))?.state, 'kept');
    assert.equal(of(stop('respond'))?.state, 'kept');
    assert.deepEqual([of(stop('destroy-sample')), of(stop('destroy-sample'), ['biological-sample']), of(stop('destroy-sample'), ['genetic'])].map((p) => p?.state), ['unknown', 'unknown', 'kept']);
  });
  it('counts what a letter has to say', () => {
    const contents = laws.find((l) => l.id === 'eu-gdpr')?.letters?.refusal?.length;
    assert.equal(trace(policy, { laws })[2]?.checks[0]?.says, `custos writes the letter with the ${contents} contents that the law asks for`);
  });
});

describe('a run of the inventory', () => {
  const asked: Policy = { promises: [{ id: 'found', section: '1', says: '', rules: ['a/b'] }, { id: 'other', section: '1', says: '', rules: ['c/d'] }] };
  const finding = (rule: string, waived = false) => ({ rule, severity: 'warning' as const, waived: waived ? { reason: 'r', owner: 'o', expires: '2027-01-31' } : null });
  const of = (items: ReturnType<typeof finding>[], summary: Record<string, unknown>) => {
    const run = lastRun('2026-11-25', items, { evaluated: 9, findings: items.length, ...summary });
    assert.ok(run);
    return trace(asked, { laws, run }).map((p) => [p.state, p.checks[0]?.open, p.checks[0]?.worst]);
  };
  const [broken, unknown, kept, waived] = [['broken', 1, 'warning'], ['unknown', 0, undefined], ['kept', 0, undefined], ['waived', 0, undefined]];
  it('is no proof of what its baseline hides', () => {
    assert.deepEqual(of([finding('a/b')], { baseline: { known: 0, new: 1, fixed: 3 } }), [broken, kept]);
    assert.deepEqual(of([finding('a/b')], { baseline: { known: 1, new: 1, fixed: 0 } }), [broken, unknown]);
    assert.deepEqual(of([], { baseline: { known: 33, new: 0, fixed: 0 } }), [unknown, unknown]);
    assert.deepEqual(of([finding('a/b', true)], { baseline: { known: 1, new: 0, fixed: 0 } }), [unknown, unknown]);
    assert.deepEqual(of([], { baseline: true }), [unknown, unknown]);
  });
  it('that is cut counts what it does not list, as bad as it may be', () => {
    const cut = { findings: 5, bySeverity: { error: 4, warning: 1, note: 0 }, waived: 0 };
    assert.deepEqual(of([finding('a/b')], { ...cut, byRule: { 'a/b': 1, 'c/d': 4 } }), [broken, ['broken', 4, 'error']]);
    assert.deepEqual(of([finding('a/b')], { ...cut, byRule: { 'a/b': 5 } }), [['broken', 5, 'error'], kept]);
    assert.deepEqual(of([finding('a/b')], { ...cut, bySeverity: { error: 0, warning: 1, note: 4 }, byRule: { 'a/b': 1, 'c/d': 4 } }), [broken, ['broken', 4, 'note']]);
    // Nobody can say which of those that are not listed are waived.
    assert.deepEqual(of([finding('a/b')], { ...cut, waived: 4, byRule: { 'a/b': 1, 'c/d': 4 } }), [broken, unknown]);
    assert.deepEqual(of([finding('a/b', true)], { ...cut, waived: 1, byRule: { 'a/b': 1, 'c/d': 4 } }), [waived, ['broken', 4, 'error']]);
    assert.deepEqual(of([finding('a/b')], cut), [broken, unknown]);
  });
  it('that does not say what it looked at is none', () => {
    assert.equal(lastRun(undefined, [], { evaluated: 1, findings: 0 }), undefined);
    assert.equal(lastRun('2026-11-25', [], { findings: 0 }), undefined);
    assert.equal(lastRun('2026-11-25', [], { evaluated: 1 }), undefined);
  });
});

describe('sentences', () => {
  const of = (text: string) => sentencesOf(linesOf(text), new Set(lintData.abbreviations)).map((s) => `${s.lineAt(0)} ${s.section} | ${s.before}${s.text}`);
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
  describe('a harmless sentence hides nothing', () => {
    const text = readFileSync(path.join(INNOMICS, 'privacy-policy.md'), 'utf8');
    const found = (content: string, rule: string) => lint(content, { inEea: false }).some((f) => f.rule === `policy/${rule}`);
    const added: [rule: string, sentence: string][] = [
      ['no-massachusetts', 'We learn from global partners.'], ['no-massachusetts', 'Dilute to 5 mg l-1. Our Massachusetts data center has its own generator, and the law asks for that.'],
      ['no-other-states', 'This policy is governed by Delaware law.'], ['no-other-states', 'We are a Delaware corporation and serve residents of California.'], ['no-other-states', 'Consumers can visit our laboratory in Texas.'],
      ['no-other-states', 'Our office is in Washington, D.C. Residents are welcome.'],
      ['no-united-kingdom', 'Write to contact@innomics.co.uk or to https://www.innomics.co.uk/privacy.'], ['no-united-kingdom', 'Innomics Ltd, 1 Example Street, London, United Kingdom.'],
      ['no-switzerland', 'Innomics AG, Basel, Switzerland.'],
      ['no-supervisory-authority', 'The site loads favicon.ico once.'],
      ['no-eu-representative', 'Sales representatives in the EU visit laboratories.'],
      ['email-only', 'Questions about your order: call our toll-free support line.'], ['email-only', 'You can submit a request for a quote by telephone or with the web form.'],
      ['no-retention-period', 'You may ask us to destroy a sample that we keep, and we comply within 30 days.'], ['no-retention-period', 'We answer within 45 days and keep a record of it.'],
      ['no-retention-period', 'In the preceding 12 months we stored identifiers.'], ['no-retention-period', 'You may ask for what we have stored twice in a 12-month period.'],
      ['no-retention-period', 'We delete what you name within 30 days of your request.'], ['children-retention', 'If a child asks for what we store, we answer within 30 days.'],
    ];
    for (const [rule, sentence] of added) it(`${rule}: ${sentence}`, () => assert.ok(found(`${text}\n\n${sentence}\n`, rule)));

    const changed: [rule: string, from: string, to: string][] = [
      ['optional-contract', 'may put in place', 'can put in place'], ['optional-contract', 'may put in place', 'might, where we see fit, sign'], ['optional-contract', 'may put in place', 'generally put in place'],
      ['coppa-range', '6501–6505', '6501 through 6505'], ['coppa-range', '6501–6505', '§§ 6501-05'], ['coppa-range', '6501–6505', '6501 to 15 U.S.C. 6505'],
      ...['your use of our services constitutes agreement to', 'you agree, by using our services, to', 'if you use our services, you accept', 'continuing to use our site signifies your consent to', 'unless you object you are deemed to have accepted']
        .map((to): [string, string, string] => ['agree-by-use', 'By providing us personal information or otherwise dealing with us, you are agreeing to', to]),
      ['no-retention-period', 'what was collected without it is deleted', 'what was stored without it is deleted'],
    ];
    for (const [rule, from, to] of changed) it(`${rule}: ${from} → ${to}`, () => {
      assert.ok(text.includes(from));
      assert.ok(found(text.replace(from, to), rule));
    });

    const spared: [rule: string, sentence: string][] = [
      ['no-massachusetts', 'We follow M.G.L. c. 111 and 93H.'], ['no-massachusetts', 'Massachusetts genetic privacy law protects you.'],
      ['no-other-states', 'Residents of Colorado, Connecticut and Utah have these rights.'], ['no-other-states', 'Virginia and Texas residents may appeal.'], ['no-other-states', 'Consumers who live in the State of Oregon may appeal.'], ['no-other-states', 'Other state privacy laws give you the same rights.'],
      ['no-united-kingdom', 'EEA, UK and Swiss residents may complain.'], ['no-switzerland', 'EEA, UK and Swiss residents may complain.'], ['no-united-kingdom', 'If you are in the U.K., write to us.'],
      ['no-supervisory-authority', 'Complain to the ICO.'], ['no-eu-representative', 'Our EU representative is Example GmbH.'],
      ['email-only', 'Call us toll-free to make a request.'], ['email-only', 'To exercise your rights, use our online form or telephone.'], ['email-only', 'You may opt out by calling our toll-free number.'],
      ['no-retention-period', 'We keep results for two years after the last order.'], ['no-retention-period', 'Samples are destroyed within 60 days after the test.'], ['no-retention-period', 'These criteria decide how long we keep data: the need of the purpose.'],
    ];
    for (const [rule, sentence] of spared) it(`but what is asked for ends ${rule}: ${sentence}`, () => assert.ok(!found(`${text}\n\n${sentence}\n`, rule)));

    // The Act begins with section 6501; “and following” is no wrong end.
    it('but “6501 et seq.” is no wrong citation of COPPA', () => assert.ok(!found(text.replace('6501–6505', '6501 et seq.'), 'coppa-range')));
    it('cookies: a link and a date beside it', () => {
      const asked = (sentence: string) => ['cookies-unlinked', 'cookies-undated'].map((rule) => found(text.replace('See our cookie policy.', sentence), rule));
      assert.deepEqual(asked('See our cookie policy.'), [true, true]);
      assert.deepEqual(asked('See our cookie policy (click here).'), [true, true]);
      assert.deepEqual(asked('See our [cookie policy](/cookies).'), [false, true]);
      assert.deepEqual(asked('See our cookie policy of 1 May 2026 at https://example.org/cookies.'), [false, false]);
      assert.deepEqual(asked('We set cookies that the site needs.'), [false, false]);
    });
  });
  describe('HTML', () => {
    const markdown = readFileSync(path.join(INNOMICS, 'privacy-policy.md'), 'utf8');
    const html = new MarkdownIt().render(markdown.replace(/<!--.*-->/, ''));
    const ids = (content: string) => lint(content, { inEea: false }).map((f) => f.rule).toSorted();
    it('has the findings of the text that its reader sees', () => {
      assert.deepEqual(ids(html), ids(markdown));
      const page = `<!DOCTYPE html>\n<html><head><title>Privacy</title><style>p { margin: 0 }</style><script>"<p>We keep data for 2 years.</p>"</script></head><body>${html.replaceAll('<p>', '<p class="a > b"><span>').replaceAll('</p>', '</span></p>').replaceAll('’', '&rsquo;').replaceAll('–', '&ndash;')}</body></html>`;
      assert.deepEqual(ids(page), ids(markdown));
      assert.deepEqual(ids(page.replaceAll('\n', ' ')), ids(markdown));
    });
    it('keeps the lines of the file and the sections', () => {
      const of = (content: string) => linesOf(content).filter((l) => l.text !== '').map((l) => `${l.line} ${l.text}`);
      assert.deepEqual(of('<html>\n<h2>\n  7.1 Out of\n  the EU</h2>\n<p>One&nbsp;&amp;\ntwo <b>three</b>.<br>Four.</p><ul><li>a <a href="/c">cookie policy</a></li></ul><table><tr><td>x</td><td>3 years</td></tr></table>'), [
        '3 # 7.1 Out of   the EU', '5 One &', '6  two three. Four.', '6 - a cookie policy (/c)', '6 | x | 3 years',
      ]);
      const bad = lint(`<html><body><p>This is our privacy policy.</p>\n<h2>7.1 Out of the EU</h2>\n<p>We use our\nstandard contractual clauses (Article 47 GDPR) for you and the data.</p></body></html>`).find((f) => f.rule === 'policy/scc-article');
      assert.deepEqual(bad?.at, { file: 'policy.md', line: 4, key: '7.1' });
    });
    it('has no paragraphs but those of its tags', () => {
      assert.ok(ids('<html><p>The privacy policy: by using\n<b>our site</b>\n\nyou agree to all of it and to the law.</p>').includes('policy/agree-by-use'));
    });
    it('is told from a text that only has a tag or two', () => {
      assert.deepEqual(['<!doctype html>x', '  <HTML lang="en">', '<p>a</p><p>b</p><div>c</div>', 'a <br> b </p>', '# Title\n\n<a name="x"></a>'].map(isHtml), [true, true, true, false, false]);
    });
    it('is not slow where it is broken', () => within(5, () => {
      for (const text of ['<a "'.repeat(40_000), '<'.repeat(200_000), '<p '.repeat(60_000), '<script>'.repeat(30_000), '<script '.repeat(30_000), `-->${'<!--'.repeat(50_000)}`, '<!-- '.repeat(50_000), `<a title="${'x '.repeat(90_000)}`, '&'.repeat(200_000)]) linesOf(`<html>${text}`);
    }));
  });
  it('takes the day of the last update before that of the beginning, in usual ways of writing it', () => {
    const of = (content: string) => formatDay(lintPolicy({ text: { path: 'p', content }, today: TODAY, inEea: undefined }).dated ?? 0);
    assert.equal(of('Effective date: January 1, 2020. Last updated: 1 June 2026.'), '2026-06-01');
    assert.equal(of('Effective as of January 1, 2020.'), '2020-01-01');
    assert.equal(of('Last updated: Sept. 5, 2024'), '2024-09-05');
    assert.equal(of('Last revised on 5th of September, 2024'), '2024-09-05');
  });
  it('looks through a book in one paragraph in reasonable time', () => within(5, () => {
    for (const text of ['We keep your personal information and the rest of it for you. '.repeat(6000), `The privacy of you and ${'a'.repeat(200_000)}. The end. Of it.`]) lint(text);
  }));
  it('looks through a long text without a full stop in reasonable time', () => within(5, () => {
    const found = lint(`We keep your personal information under the GDPR: ${'with the third party and standard contractual clauses we retain genetic data for you without consent of the supplier, request '.repeat(4000)}`);
    assert.ok(found.some((f) => f.rule === 'policy/no-retention-period'));
  }));
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
  it('trace takes no run with a baseline for proof', async () => {
    await inFolder(async (folder) => {
      cpSync(INNOMICS, folder, { recursive: true });
      const check = async (name: string, ...more: string[]) => ask(['inventory', 'check', 'inventory.csv', '--json', '-o', name, ...more], folder);
      await check('before.json');
      await check('after.json', '--baseline', 'before.json');
      await check('cut.json', '--max-findings', '0');
      const states = async (name: string) => (await asJson(['policy', 'trace', '--policy', 'policy.yaml', '--findings', name], folder)).summary['byState'] as Record<string, number>;
      const [before, after, cut] = [await states('before.json'), await states('after.json'), await states('cut.json')];
      assert.ok((before['broken'] as number) > 20);
      assert.deepEqual(cut, before);
      // Letters are written whatever a run finds.
      assert.deepEqual([after['broken'], after['kept']], [0, 1]);
    });
  });
  it('trace knows what the ledger knows: late answers, breaches that wait, withdrawals without a clock', async () => {
    await inFolder(async (folder) => {
      cpSync(INNOMICS, folder, { recursive: true });
      const run = async (...argv: string[]) => {
        const { code, err } = await ask(argv, folder);
        assert.notEqual(code, 2, err);
      };
      const of = async (...ids: string[]) => {
        const { items } = await asJson(['policy', 'trace', '--policy', 'policy.yaml'], folder);
        return ids.map((id) => (items.find((i) => i['id'] === id) as { checks: { by: string; state: string }[] }).checks.filter((c) => c.by !== 'rule' && c.by !== 'hand').map((c) => c.state).join(' '));
      };
      await run('request', 'log', '--type', 'destroy-sample', '--received', '2026-03-01', '--in', 'US-CA', '--data', 'genetic,biological-sample');
      await run('request', 'mark', 'R-1', 'answered', '--outcome', 'granted', '--on', '2026-03-20');
      assert.deepEqual(await of('13.6', '8.7', '12.7'), ['clean', 'clean written written written written', 'written']);
      await run('request', 'log', '--type', 'destroy-sample', '--received', '2024-03-01', '--in', 'US-CA', '--data', 'genetic,biological-sample');
      await run('request', 'mark', 'R-2', 'answered', '--outcome', 'granted', '--on', '2024-09-20');
      assert.deepEqual(await of('13.6'), ['clean']);
      await run('request', 'log', '--type', 'destroy-sample', '--received', '2026-03-01', '--in', 'US-CA', '--data', 'genetic,biological-sample');
      await run('request', 'mark', 'R-3', 'answered', '--outcome', 'granted', '--on', '2026-09-20');
      assert.deepEqual(await of('13.6'), ['found']);
      await run('consent', 'record', 'S-1', '--scope', 'gipa_b_sample_storage', '--on', '2026-01-01');
      await run('consent', 'withdraw', 'S-1', '--scope', 'gipa_b_sample_storage', '--on', '2026-05-01');
      assert.deepEqual(await of('9.9', '13.3'), ['unknown unknown', 'unknown']);
      writeFileSync(path.join(folder, 'old.yaml'), readFileSync(path.join(folder, 'breach.yaml'), 'utf8').replace(/2026-11-(?=\d)/g, '2026-01-'));
      await run('breach', 'log', '--facts', 'old.yaml');
      const [told, announced, reported] = await of('8.8', '8.10', '12.7');
      assert.match(told ?? '', /^found /);
      assert.match(announced ?? '', /unknown/);
      assert.equal(reported, 'found');
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
