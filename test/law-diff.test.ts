/** `law diff`: amendments by date, versions of law files, and the dates of open cases that they move. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { amendments, differences } from '../src/core/law-diff.ts';
import { parseDay } from '../src/core/date.ts';
import { ROOT, ask, inFolder } from './session.ts';

interface Answer {
  items: Record<string, unknown>[];
  summary: Record<string, unknown>;
}

async function asJson(folder: string, ...argv: string[]): Promise<Answer & { code: number }> {
  const { out, err, code } = await ask([...argv, '--json'], folder);
  assert.notEqual(out, '', err);
  return { ...(JSON.parse(out) as Answer), code };
}

const day = (text: string): number => parseDay(text) as number;
const term = (from: string, more: object = {}) => ({ from, status: 'in-force', citation: { ref: `Act of ${from}` }, ...more });

describe('differences', () => {
  const cases: [string, unknown, unknown, [string, string | null, string | null][]][] = [
    ['nothing', { a: 1 }, { a: 1 }, []],
    ['a period', { within: { n: 1, unit: 'months' } }, { within: { n: 30, unit: 'days' } }, [['within', '1 month', '30 days']]],
    ['a list of words', { to: ['a', 'b'] }, { to: ['a', 'c'] }, [['to', 'a; b', 'a; c']]],
    ['an entry that goes and one that comes', [{ id: 'x', says: 'the old' }], [{ id: 'y', says: 'the new' }], [['y', null, 'the new'], ['x', 'the old', null]]],
    ['entries in another order', [{ id: 'x', n: 1 }, { id: 'y', n: 2 }], [{ id: 'y', n: 2 }, { id: 'x', n: 1 }], []],
    ['deep inside', { o: [{ id: 'r', terms: [{ from: '2020-01-01', note: 'a' }] }] }, { o: [{ id: 'r', terms: [{ from: '2020-01-01', note: 'b' }] }] }, [['o › r › 2020-01-01 › note', 'a', 'b']]],
    ['something that is new', {}, { note: 'b' }, [['note', null, 'b']]],
  ];
  for (const [name, before, after, found] of cases) it(name, () => assert.deepEqual(differences(before, after), found.map(([what, a, b]) => ({ what, before: a, after: b }))));
});

describe('amendments', () => {
  const law = { obligations: [
    { id: 'respond', duty: 'Answer', terms: [term('2020-01-01', { until: '2025-12-31', within: { n: 45, unit: 'days' } }), term('2026-01-01', { within: { n: 30, unit: 'days' } }), term('2027-01-01', { status: 'proposed', within: { n: 15, unit: 'days' } })] },
    { id: 'inform', duty: 'Tell', terms: [term('2020-01-01', { until: '2026-06-30' })] }, { id: 'acknowledge', duty: 'Confirm', terms: [term('2026-03-01')] },
  ] };
  const said = (since: string, until: string) => amendments(law, day(since), day(until)).map(({ on, what, before, after, proposed }) => [on, what, before, after, proposed]);
  it('says from when which words hold', () => assert.deepEqual(said('2025-06-01', '2026-12-31'), [['2026-01-01', 'respond › within', '45 days', '30 days', false], ['2026-03-01', 'acknowledge', null, 'Confirm', false], ['2026-07-01', 'inform', 'Tell', null, false]]));
  it('says what is only proposed', () => assert.deepEqual(said('2026-12-31', '2027-01-01'), [['2027-01-01', 'respond › within', '30 days', '15 days', true]]));
  it('leaves out the first day and takes in the last', () => assert.deepEqual([said('2026-01-01', '2026-02-28').length, said('2025-12-31', '2026-01-01').length], [0, 1]));
});

/** The shipped laws with one of them changed, in a folder of their own. */
function earlierLaws(folder: string, file: string, from: string, to: string): string {
  const place = path.join(folder, 'old');
  cpSync(path.join(ROOT, 'src', file.split('/')[0] as string), path.join(place), { recursive: true });
  const changed = path.join(place, ...file.split('/').slice(1));
  const text = readFileSync(changed, 'utf8');
  assert.ok(text.includes(from), `${file} has no ${from}`);
  writeFileSync(changed, text.replaceAll(from, to));
  return place;
}

describe('law diff', () => {
  it('names the Californian change of 2026 with its provision', () => inFolder(async (folder) => {
    const { items, summary } = await asJson(folder, 'law', 'diff', '--since', '2025-12-31', '--until', '2026-01-01');
    assert.deepEqual([summary['since'], summary['until']], ['2025-12-31', '2026-01-01']);
    assert.ok(items.some((i) => i['law'] === 'us-ca-breach' && i['what'] === 'notify-people › within' && i['after'] === '30 days' && i['citation'] === 'Cal. Civ. Code 1798.82(a)'));
  }));

  it('against the same files nothing differs; against others what does', () => inFolder(async (folder) => {
    assert.deepEqual((await asJson(folder, 'law', 'diff', path.join(ROOT, 'src', 'laws'), path.join(ROOT, 'src', 'breach-laws'))).items, []);
    const old = earlierLaws(folder, 'laws/us-ca/us-ca-ccpa.json', '"n": 45', '"n": 40');
    const { items } = await asJson(folder, 'law', 'diff', old);
    assert.ok(items.length > 0 && items.every((i) => i['law'] === 'us-ca-ccpa' && i['about'] === 'requests'));
    assert.ok(items.some((i) => String(i['before']).startsWith('40') && String(i['after']).startsWith('45')));
  }));

  it('says which dates of open requests move, the sooner ones first', () => inFolder(async (folder) => {
    for (const place of ['US-CA', 'DE']) await ask(['request', 'log', '--type', 'access', '--received', '2026-11-20', '--in', place], folder);
    const old = earlierLaws(folder, 'laws/us-ca/us-ca-ccpa.json', '"n": 45', '"n": 50');
    const { items, summary, code } = await asJson(folder, 'law', 'diff', old, '--open-cases');
    assert.deepEqual(items.map(({ case: id, law, obligation, days }) => [id, law, obligation, days]), [['R-1', 'us-ca-ccpa', 'respond', -5]]);
    assert.deepEqual([summary['open'], summary['moved'], summary['sooner'], code], [2, 1, 1, 0]);
    assert.equal((await asJson(folder, 'law', 'diff', old, '--open-cases', '--fail-on', 'error')).code, 1);
  }));

  it('says which dates of open breaches move', () => inFolder(async (folder) => {
    writeFileSync(path.join(folder, 'b.yaml'), ['title: Lost disk', 'roles: [controller]', 'organisation: { establishedIn: [DE] }', 'incident: { occurred: { from: 2026-11-20 }, discovered: 2026-11-24T08:00:00Z, aware: 2026-11-24T08:00:00Z, cia: [confidentiality] }', 'data: { elements: [name, email] }', 'people: { count: { n: 40, precision: exact }, byJurisdiction: { DE: 40 } }', 'protection: { encrypted: no }', 'risk: { level: risk, reasons: names and addresses }'].join('\n'));
    assert.equal((await ask(['breach', 'log', '--facts', 'b.yaml', '--no-input'], folder)).err.includes('error['), false);
    const old = earlierLaws(folder, 'breach-laws/eu/eu-gdpr.json', '"n": 72', '"n": 48');
    const { items } = await asJson(folder, 'law', 'diff', old, '--open-cases');
    assert.ok(items.some((i) => i['case'] === 'B-1' && i['law'] === 'eu-gdpr' && i['obligation'] === 'notify-authority' && i['days'] === 1), JSON.stringify(items));
  }));

  it('compares with the dates kept before the data changed, and leaves out cases that changed since', () => inFolder(async (folder) => {
    const laws = path.join(folder, 'own');
    mkdirSync(laws);
    const own = (days: number): void => {
      const text = readFileSync(path.join(ROOT, 'src', 'laws', 'us-ca', 'us-ca-ccpa.json'), 'utf8').replaceAll('"n": 45', `"n": ${days}`);
      writeFileSync(path.join(laws, 'us-ca-ccpa.json'), text);
      utimesSync(path.join(laws, 'us-ca-ccpa.json'), days, days);
    };
    writeFileSync(path.join(folder, 'custos.yaml'), 'laws: ./own\n');
    own(40);
    for (const on of ['2026-11-20', '2026-11-21']) await ask(['request', 'log', '--type', 'access', '--received', on, '--in', 'US-CA'], folder);
    for (const id of ['R-1', 'R-2']) await ask(['request', 'mark', id, 'acknowledged', '--on', '2026-11-23'], folder);
    assert.equal((await asJson(folder, 'law', 'diff', '--open-cases')).code, 4, 'nothing was kept yet');
    own(45);
    await ask(['request', 'list'], folder);
    await ask(['request', 'mark', 'R-2', 'answered', '--outcome', 'granted', '--on', '2026-11-24'], folder);
    const { items, code } = await asJson(folder, 'law', 'diff', '--open-cases');
    assert.deepEqual([items.map(({ case: id, before, after, days }) => [id, (before as Record<string, unknown>)['due'], (after as Record<string, unknown>)['due'], days]), code], [[['R-1', '2026-12-30', '2027-01-04', 5]], 0]);
  }));

  const bad: [string, string[], RegExp][] = [
    ['a span that ends before it begins', ['--since', '2026-02-01', '--until', '2026-01-01'], /bad-value.*after --until/], ['no date', ['--since', 'soon'], /bad-date.*not a date/], ['files and a span', ['old', '--since', '2026-01-01'], /usage.*not both/],
    ['a file that is not there', ['old'], /file-unreadable/],
  ];
  for (const [name, argv, error] of bad) it(`refuses ${name}`, () => inFolder(async (folder) => {
    const { code, err } = await ask(['law', 'diff', ...argv], folder);
    assert.equal(code, 2);
    assert.match(err.replaceAll('\n', ' '), error);
  }));

  it('an own law takes the place of ours, on breaches too', () => inFolder(async (folder) => {
    mkdirSync(path.join(folder, 'own'));
    writeFileSync(path.join(folder, 'custos.yaml'), 'laws: ./own\n');
    const text = readFileSync(path.join(ROOT, 'src', 'breach-laws', 'eu', 'eu-gdpr.json'), 'utf8');
    writeFileSync(path.join(folder, 'own', 'eu-gdpr.json'), text.replace(/"title": "[^"]*"/, '"title": "Our reading"'));
    const { items } = await asJson(folder, 'law', 'list', '--about', 'breaches');
    assert.deepEqual(items.filter((i) => i['id'] === 'eu-gdpr').map((i) => i['title']), ['Our reading']);
    assert.match((await ask(['law', 'show', 'eu-gdpr'], folder)).out, /Our reading \(breaches\)/);
  }));
});
