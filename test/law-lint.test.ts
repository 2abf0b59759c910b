// oxlint-disable typescript/no-explicit-any -- the laws here are broken on purpose
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { readLaw } from '../src/adapters/laws.ts';
import { UserError } from '../src/core/errors.ts';
import type { Law } from '../src/core/law.ts';
import { lintLaw } from '../src/core/law-lint.ts';

const sound = JSON.parse(readFileSync('src/laws/eu/eu-gdpr.json', 'utf8')) as Law;
const folder = mkdtempSync(path.join(tmpdir(), 'custos-laws-'));
after(() => rmSync(folder, { recursive: true }));

/** A copy of a sound law with one thing broken. */
function broken(change: (law: Record<string, any>) => void): Law {
  const copy = structuredClone(sound) as unknown as Record<string, unknown>;
  change(copy);
  return copy as unknown as Law;
}

async function problemsOf(text: string, name = 'eu-gdpr.json'): Promise<string> {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  const error = await readLaw(file).then(() => undefined, (e: unknown) => e);
  assert.ok(error instanceof UserError && error.code === 'bad-law', String(error));
  return error.problems.map((p) => `${p.at} ${p.says}`).join('\n');
}

describe('a law file that the schema refuses says what and where', () => {
  const table: [string, (law: Record<string, any>) => void, RegExp][] = [
    ['an unknown key', (l) => void (l['titel'] = 'x'), /unknown key “titel” in the file; did you mean “title”\?/],
    ['a missing key', (l) => void delete l['authority'], /lacks “authority”/],
    ['a wrong type', (l) => void (l['title'] = 7), /title must be a string/],
    ['a date that does not exist', (l) => void (l['checked'].on = '2026-02-30'), /checked\.on must match format "date"/],
    ['an unknown request type', (l) => l['obligations'][0].types.push('acces'), /obligations\.0\.types\.8 must be one of: access/],
    ['an unknown mark', (l) => void (l['obligations'][0].endedBy = ['done']), /endedBy\.0 must be one of: requested/],
    ['a period of nothing', (l) => void (l['obligations'][0].terms[0].within.n = 0), /within\.n must be >= 1/],
    ['an insecure link', (l) => void (l['source'].url = 'http://example.org'), /source\.url/],
    ['a citation without a word on who read it', (l) => void delete l['source'].verified, /source lacks “verified”/],
    ['neither period nor standard', (l) => { delete l['obligations'][3].terms[0].standard; }, /terms\.0/],
    ['a condition nobody knows', (l) => void (l['scope'].when = { fact: 'mood', is: 'good' }), /scope/],
    ['a text of control characters', (l) => void (l['title'] = 'a\u001b[2Jb'), /title/],
  ];
  for (const [name, change, expected] of table) {
    it(name, async () => assert.match(await problemsOf(JSON.stringify(broken(change), null, 2)), expected));
  }
  it('all problems at once, each with its line', async () => {
    const said = await problemsOf(JSON.stringify(broken((l) => { l['titel'] = 'x'; delete l['authority']; l['title'] = 7; }), null, 2));
    assert.equal(said.split('\n').length, 3);
    assert.match(said, /eu-gdpr\.json:\d+:\d+ title must be a string/);
  });
  it('what is no JSON at all', async () => {
    assert.match(await problemsOf('{ "id": "eu-gdpr", '), /eu-gdpr\.json:1:/);
    assert.match(await problemsOf('{ "id": "a", "id": "b" }'), /unique/i);
  });
  it('a file whose name is not its id', async () => assert.match(await problemsOf(JSON.stringify(sound), 'other.json'), /file name must be the id: eu-gdpr\.json/));
  it('a sound file passes', async () => {
    const file = path.join(folder, 'eu-gdpr.json');
    writeFileSync(file, JSON.stringify(sound));
    assert.equal((await readLaw(file)).law.id, 'eu-gdpr');
  });
});

describe('what only the lint sees', () => {
  const term = (l: Record<string, any>, more: object) => ({ ...l['obligations'][0].terms[0], ...more });
  const table: [string, (law: Record<string, any>) => void, RegExp][] = [
    ['a type without an answer', (l) => { l['notRequired'] = l['notRequired'].slice(1); }, /says nothing about requests of type opt-out/],
    ['a type with two answers', (l) => void l['notRequired'].push({ ...l['notRequired'][0] }), /gives two reasons for opt-out/],
    ['an obligation and a reason for none', (l) => void l['notRequired'].push({ types: ['access'], why: 'x', citation: l['source'] }), /says that access needs no answer, but an obligation covers it/],
    ['terms that overlap', (l) => void l['obligations'][0].terms.push(term(l, { from: '2027-01-01' })), /the wording from 2018-05-25 overlaps the one from 2027-01-01/],
    ['terms with a gap', (l) => { l['obligations'][0].terms = [term(l, { until: '2026-12-31', status: 'superseded' }), term(l, { from: '2027-01-02' })]; }, /nothing is in force from 2027-01-01 until 2027-01-02/],
    ['a term that ends before it begins', (l) => void (l['obligations'][0].terms[0].until = '2018-05-24'), /ends \(2018-05-24\) before it begins/],
    ['superseded for ever', (l) => void (l['obligations'][0].terms[0].status = 'superseded'), /superseded but has no last day/],
    ['a counting that is not there', (l) => void (l['obligations'][0].terms[0].counting = 'julian'), /counts by “julian”, which the file does not define/],
    ['working days without closed days', (l) => { l['obligations'][0].terms[0].within = { n: 5, unit: 'working-days' }; delete l['counting']['regulation-1182-71'].closed; }, /no closed days/],
    ['an extension that extends nothing', (l) => void (l['obligations'][0].terms[0].extension.total = { n: 1, unit: 'months' }), /no longer than the first period/],
    ['a term for a type the obligation does not have', (l) => void (l['obligations'][0].terms[0].types = ['opt-out']), /names type opt-out/],
    ['a quotation nobody read', (l) => { l['source'] = { ...l['source'], quote: 'words', verified: false }; }, /says that the text was not read/],
    ['two obligations of one kind for one type', (l) => void l['obligations'].push(structuredClone(l['obligations'][0])), /“respond for access \(principal\)” stands twice/],
    ['two grounds of one id', (l) => void l['refusalGrounds'].push(l['refusalGrounds'][0]), /“not-identified” stands twice/],
    ['a place that ends before it begins', (l) => void (l['scope'].places[0].until = '2018-01-01'), /ends \(2018-01-01\) before it begins/],
  ];
  for (const [name, change, expected] of table) it(name, () => assert.match(lintLaw(broken(change)).map((p) => `${p.at} ${p.says}`).join('\n'), expected));
  it('a sound law has none', () => assert.deepEqual(lintLaw(sound), []));
});
