/** The commands on breaches: what they answer, what they keep to themselves, what they write and what they refuse. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { askBreach } from '../src/cli/breach/asking.ts';
import { createApp } from '../src/cli/app.ts';
import type { BreachItem } from '../src/core/breach-item.ts';
import { sha256 } from '../src/core/hash.ts';
import { loadPlaces } from '../src/adapters/data.ts';
import { ELEMENT_WORDS } from '../src/adapters/breach-facts.ts';
import { ROOT, ask, inFolder } from './session.ts';

const INNOMICS = path.join(ROOT, 'fixtures', 'innomics');
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
for (const file of readdirSync(path.join(ROOT, 'schemas'))) ajv.addSchema(JSON.parse(readFileSync(path.join(ROOT, 'schemas', file), 'utf8')) as object, file);

interface Reply {
  code: number;
  items: Record<string, unknown>[];
  summary: Record<string, unknown>;
  laws: { id: string }[];
  inputs: { path: string }[];
}

/** A JSON answer that is valid against its schema. */
async function asJson(folder: string, ...argv: string[]): Promise<Reply> {
  const { out, err, code } = await ask([...argv, '--json'], folder);
  assert.notEqual(out, '', err);
  const answer = JSON.parse(out) as Reply & { schema: string };
  const kind = /^custos\/([a-z-]+)@1$/.exec(answer.schema)?.[1];
  const validate = ajv.getSchema(`${kind === 'law' ? 'law-record' : kind}.schema.json`);
  assert.ok(validate, `no schema for ${answer.schema}`);
  assert.ok(validate(answer), `${argv.join(' ')}: ${JSON.stringify(validate.errors?.slice(0, 4), null, 1)}`);
  return { ...answer, code };
}

const put = (folder: string, name: string, facts: object): string => {
  writeFileSync(path.join(folder, name), JSON.stringify(facts));
  return name;
};

/** A breach whose duties can all be decided, with texts that nobody may see. */
const FACTS = {
  title: 'SECRET-title', organisation: { name: 'SECRET-name', establishedIn: ['US-MA'], regimes: [], contact: { email: 'SECRET@example.org' } }, roles: ['controller'],
  incident: { occurred: { from: '2026-11-14' }, discovered: '2026-11-23T15:20:00-05:00', aware: '2026-11-24T10:00:00-05:00', cause: 'malicious', cia: ['confidentiality'], ongoing: false, summary: 'SECRET-summary', toldBy: { party: 'SECRET-party', at: '2026-11-23T15:20:00-05:00' } },
  data: { elements: ['name', 'email', 'genetic'], sets: ['SECRET-set'] }, people: { count: { n: 552, precision: 'exact' }, byJurisdiction: { 'US-CA': 501, DE: 40, JP: 11 }, vulnerable: [], categories: ['SECRET people'] },
  protection: { encrypted: 'no', pseudonymised: 'no' }, circumstances: { exfiltrated: 'yes', published: 'no' }, risk: { level: 'high', reasons: 'SECRET-reasons' }, measures: { taken: ['SECRET-measure'] }, consequences: ['SECRET-consequence'],
};
const NOW = '2026-11-25T12:00:00Z';

const find = (items: readonly Record<string, unknown>[], law: string, obligation: string): BreachItem => (items.find((i) => i['law'] === law && i['obligation'] === obligation) ?? assert.fail(`no ${obligation} under ${law}`)) as unknown as BreachItem;

describe('breach assess', () => {
  it('gives every duty of every jurisdiction with people, with severity, risk and what is due next', () => inFolder(async (folder) => {
    const { items, summary, code, laws } = await asJson(folder, 'breach', 'assess', '--facts', put(folder, 'f.json', FACTS), '--as-of', NOW);
    assert.equal(code, 0);
    assert.deepEqual(laws.map((l) => l.id), ['eu-gdpr', 'jp-appi', 'us-ca-breach']);
    const authority = find(items, 'eu-gdpr', 'notify-authority');
    assert.deepEqual([authority.decision, authority.state, authority.dueAt, authority.audience], ['required', 'running', '2026-11-27T15:00:00Z', 'authority']);
    const { severity, riskSuggested, required, nextDue } = summary as { severity: Record<string, unknown>; riskSuggested: { level: string; reasons: unknown[] }; required: number; nextDue: { due: string; law: string } };
    assert.deepEqual([severity['level'], severity['score'], severity['dataContext'], severity['easeOfIdentification'], severity['circumstances']], ['very-high', 5, 4, 1, 1]);
    assert.equal(riskSuggested.level, 'high');
    assert.ok(riskSuggested.reasons.length > 0);
    assert.equal(required, items.filter((i) => i['decision'] === 'required').length);
    assert.deepEqual([nextDue.law, nextDue.due], ['eu-gdpr', '2026-11-27']);
  }));
  it('a jurisdiction without a law stays on the list as a question, exit 4', () => inFolder(async (folder) => {
    const facts = { ...FACTS, people: { ...FACTS.people, count: { n: 553, precision: 'exact' }, byJurisdiction: { ...FACTS.people.byJurisdiction, MG: 1 } } };
    const { items, code } = await asJson(folder, 'breach', 'assess', '--facts', put(folder, 'f.json', facts), '--as-of', NOW);
    assert.equal(code, 4);
    assert.deepEqual(items.filter((i) => (i['places'] as string[]).includes('MG')).map((i) => i['decision']), ['undetermined']);
  }));
  it('where nobody knows where the people are, every law is a question', () => inFolder(async (folder) => {
    const { items, code } = await asJson(folder, 'breach', 'assess', '--facts', put(folder, 'f.json', { title: 'x', roles: ['controller'] }), '--as-of', NOW);
    assert.equal(code, 4);
    const laws = new Set(items.filter((i) => i['decision'] === 'undetermined').map((i) => i['law']));
    for (const law of ['eu-gdpr', 'gb-gdpr', 'us-ca-breach', 'us-ny-breach', 'jp-appi', 'ch-fadp']) assert.ok(laws.has(law), law);
    assert.ok(items.every((i) => !String(i['law']).startsWith('own-policy')), 'a promise that nobody made');
  }));
  it('places without people there have none', () => inFolder(async (folder) => {
    const { items } = await asJson(folder, 'breach', 'assess', '--facts', put(folder, 'f.json', { ...FACTS, people: { count: { n: 40, precision: 'exact' }, byJurisdiction: { DE: 40, 'US-CA': 0 } } }), '--as-of', NOW);
    assert.deepEqual([...new Set(items.map((i) => i['law']))], ['eu-gdpr']);
  }));
  it('a role that a law of the United States gives brings that law in, wherever the people are', () => inFolder(async (folder) => {
    const facts = { ...FACTS, organisation: { establishedIn: ['DE'] }, people: { count: { n: 40, precision: 'exact' }, byJurisdiction: { DE: 40 } } };
    const laws = async (roles: string[]) => new Set((await asJson(folder, 'breach', 'assess', '--facts', put(folder, 'f.json', { ...facts, roles }), '--as-of', NOW)).items.map((i) => i['law']));
    assert.deepEqual([(await laws(['covered-entity'])).has('us-hipaa'), (await laws(['controller'])).has('us-hipaa')], [true, false]);
  }));
  it('--fail-on looks at hours: an hour before and after, exit 0 and 1', () => inFolder(async (folder) => {
    const file = put(folder, 'f.json', FACTS);
    const code = async (asOf: string, failOn: string) => (await ask(['breach', 'assess', '--facts', file, '--law', 'eu-gdpr', '--as-of', asOf, '--fail-on', failOn], folder)).code;
    assert.deepEqual([await code('2026-11-27T14:59:00Z', 'overdue'), await code('2026-11-27T15:01:00Z', 'overdue'), await code('2026-11-27T14:59:00Z', 'due:0d'), await code('2026-11-25T12:00:00Z', 'due:0d'), await code('2026-11-25T12:00:00Z', 'due:1d')], [0, 1, 1, 0, 1]);
    // Somebody told of it the day before: by a cautious reading the hours end a day earlier.
    put(folder, 'f.json', { ...FACTS, incident: { ...FACTS.incident, toldBy: 'unknown' } });
    assert.deepEqual([await code('2026-11-25T12:00:00Z', 'due:1d'), await code('2026-11-25T12:00:00Z', 'due:2d')], [0, 1]);
    const { risk: _, ...open } = FACTS;
    put(folder, 'f.json', open);
    // A question counts as the duty that it may be; without a late date it leaves the answer incomplete.
    assert.deepEqual([await code('2026-11-27T14:59:00Z', 'overdue'), await code('2026-11-27T15:01:00Z', 'overdue')], [4, 1]);
  }));
  it('tells hours as hours', () => inFolder(async (folder) => {
    const file = put(folder, 'f.json', FACTS);
    assert.match((await ask(['breach', 'assess', '--facts', file, '--as-of', '2026-11-25T21:40:00Z'], folder)).out, /2026-11-27 16:00\+01:00 {2}in 41 h 20 min/);
    assert.match((await ask(['breach', 'assess', '--facts', file, '--as-of', '2026-11-27T15:20:00Z'], folder)).out, /20 min over/);
  }));
  it('reads standard input, and the same input gives the same bytes', () => inFolder(async (folder) => {
    const file = put(folder, 'f.json', FACTS);
    const once = await ask(['breach', 'assess', '--facts', file, '--as-of', NOW, '--json'], folder);
    assert.equal(once.out, (await ask(['breach', 'assess', '--facts', file, '--as-of', NOW, '--json'], folder)).out);
  }));
  it('the organisation of the configuration stands in', () => inFolder(async (folder) => {
    writeFileSync(path.join(folder, 'custos.yaml'), 'organisation: {name: X, establishedIn: [DE], timeZone: Europe/Berlin, regimes: []}\n');
    const { organisation: _, ...facts } = FACTS;
    const { summary, items } = await asJson(folder, 'breach', 'assess', '--facts', put(folder, 'f.json', facts), '--as-of', NOW);
    assert.deepEqual(summary['notCounted'], []);
    assert.equal(find(items, 'jp-appi', 'notify-authority').timeZone, 'Europe/Berlin');
  }));
});

describe('what is not known of the organisation and of the data sets', () => {
  it('laws that could not be looked at leave the answer incomplete', () => inFolder(async (folder) => {
    const { organisation: _, ...facts } = FACTS;
    const code = async (more: object) => (await asJson(folder, 'breach', 'assess', '--facts', put(folder, 'f.json', { ...facts, people: { count: { n: 40, precision: 'exact' }, byJurisdiction: { 'US-CA': 40 } }, ...more }), '--as-of', NOW)).code;
    assert.deepEqual([await code({}), await code({ organisation: FACTS.organisation })], [4, 0]);
  }));
  it('a data set that does not say where its people are is under the laws of the places of the whole', () => inFolder(async (folder) => {
    const { people: _, data, protection, ...facts } = FACTS;
    const of = async (people: object | undefined) => {
      const { items } = await asJson(folder, 'breach', 'assess', '--facts', put(folder, 'f.json', { ...facts, ...(people ? { people } : {}), dataSets: [{ name: 'a', role: 'controller', data, protection }] }), '--as-of', NOW);
      return new Set(items.map((i) => String(i['law'])));
    };
    const [known, unknown] = [await of({ count: { n: 2000, precision: 'exact' }, byJurisdiction: { 'US-CA': 900, 'US-TX': 1100 } }), await of(undefined)];
    assert.deepEqual([known.has('us-ca-breach'), known.has('us-tx-breach'), known.has('jp-appi'), unknown.has('jp-appi')], [true, true, false, true]);
  }));
});

describe('what is typed and means nothing', () => {
  const wrong: [string, object, RegExp][] = [
    ['a law', { law: 'eu-gdrp', audience: 'authority' }, /notices\.0: there is no breach law “eu-gdrp”; did you mean eu-gdpr\?/],
    ['a phase', { law: 'eu-gdpr', audience: 'authority', phase: 'furthr-information' }, /notices\.0: there is no phase “furthr-information” of a notice to authority under eu-gdpr; did you mean further-information\?/],
    ['a phase that is a text', { law: 'eu-gdpr', audience: 'authority', phase: 'SECRET words' }, /there is no phase “…”/],
  ];
  for (const [what, notice, says] of wrong) it(`${what} of a notice in the facts`, () => inFolder(async (folder) => {
    const { code, err } = await ask(['breach', 'assess', '--facts', put(folder, 'f.json', { ...FACTS, notices: [{ sentAt: '2026-11-24T12:00:00Z', ...notice }] }), '--as-of', NOW], folder);
    assert.deepEqual([code, says.test(err), /SECRET/.test(err)], [2, true, false], err);
  }));
  it('notices of laws, parts and contracts that there are', () => inFolder(async (folder) => {
    const notices = [{ law: 'eu-gdpr', audience: 'authority', phase: 'initial' }, { law: 'contract-1', audience: 'controller' }, { law: 'us-ca-breach', audience: 'people' }].map((n) => ({ sentAt: '2026-11-24T12:00:00Z', ...n }));
    assert.equal((await ask(['breach', 'assess', '--facts', put(folder, 'f.json', { ...FACTS, notices }), '--as-of', NOW], folder)).code, 0);
  }));
  it('the phase or the variant of a mark', () => inFolder(async (folder) => {
    await ask(['breach', 'log', '--facts', put(folder, 'f.json', { ...FACTS, people: { byJurisdiction: { 'US-NY': 10, DE: 10 } } }), '--as-of', NOW], folder);
    const rows: [string, number, RegExp][] = [
      ['authority-notified --law eu-gdpr --phase furthr-information', 2, /no phase “furthr-information” of a notice to authority under eu-gdpr[\s\S]*did you mean further-information\?/], ['authority-notified --phase furthr-information', 2, /did you mean further-information/],
      ['authority-notified --law us-ny-breach --variant hippa', 2, /did you mean hipaa\?/], ['people-notified --law eu-gdpr --variant lead', 2, /such a notice has no variants/],
      ['authority-notified --law eu-gdpr --phase further-information', 0, /recorded/], ['authority-notified --law us-ny-breach --variant hipaa', 0, /recorded/],
    ];
    for (const [words, code, says] of rows) {
      const got = await ask(['breach', 'mark', 'B-1', ...words.split(' '), '--as-of', NOW], folder);
      assert.deepEqual([words, got.code === 2, says.test(got.err)], [words, code === 2, true], got.err);
    }
  }));
});

describe('what was promised and agreed', () => {
  const laws = (items: readonly Record<string, unknown>[]) => [...new Set(items.map((i) => String(i['law'])))];
  it('the policy\'s own promise counts only where the policy makes it, or it is named', () => inFolder(async (folder) => {
    const file = put(folder, 'f.json', FACTS);
    const assess = (...more: string[]) => ask(['breach', 'assess', '--facts', file, '--as-of', NOW, '--json', ...more], folder);
    const of = async (...more: string[]) => laws((JSON.parse((await assess(...more)).out) as Reply).items);
    assert.ok(!(await of()).includes('own-policy'));
    assert.deepEqual(await of('--law', 'own-policy'), ['own-policy']);
    const policy = (drafts: string) => writeFileSync(path.join(folder, 'policy.yaml'), `title: P\nlastUpdated: 2026-01-01\npromises: [{id: "1", section: "1", says: People are told, ${drafts}}]\n`);
    writeFileSync(path.join(folder, 'custos.yaml'), 'policy: policy.yaml\n');
    policy('byHand: look');
    assert.ok(!(await of()).includes('own-policy'));
    assert.match((await assess('--law', 'own-policy')).err, /unknown-law.*the privacy policy does not promise/);
    policy('drafts: [{law: own-policy, to: people}]');
    assert.ok((await of()).includes('own-policy'));
    policy('drafts: [{law: own-policies, to: people}]');
    assert.match((await ask(['policy', 'list'], folder)).err, /unknown law “own-policies”; did you mean “own-policy”/);
    policy('drafts: [{law: own-policy, to: media}]');
    assert.match((await ask(['policy', 'list'], folder)).err, /unknown audience of own-policy “media”/);
  }));
  it('each contract is about the data sets of its customer alone', () => inFolder(async (folder) => {
    const one = (name: string, role: string, customer: string | undefined, within: string | undefined, place: string) => ({ name, role, ...(customer ? { customer } : {}), ...(within ? { noticeWithin: within } : {}), data: { elements: ['name', 'health'] }, people: { byJurisdiction: { [place]: 30 } }, protection: { encrypted: 'no' } });
    const { roles: _, data: __, people: ___, protection: ____, ...rest } = FACTS;
    const facts = put(folder, 'f.json', { ...rest, dataSets: [one('A', 'business-associate', 'Hosp', 'PT24H', 'US-CA'), one('B', 'processor', 'Uni', 'PT48H', 'DE'), one('C', 'controller', undefined, undefined, 'FR')] });
    writeFileSync(path.join(folder, 'custos.yaml'), 'breach: {contracts: [{counterparty: Uni, audience: controller, within: PT12H, from: aware, citation: DPA}, {counterparty: Insurer, audience: agency, within: P3D, from: discovered, citation: Cyber policy}]}\n');
    const { items } = await asJson(folder, 'breach', 'assess', '--facts', facts, '--as-of', NOW);
    const about = (law: string, obligation: string) => [find(items, law, obligation).dataSets, find(items, law, obligation).places];
    assert.deepEqual(about('contract-set-1', 'notify-covered-entity'), [['data set 1'], ['US-CA']]);
    assert.deepEqual(about('contract-set-2', 'notify-controller'), [['data set 2'], ['DE']]);
    assert.deepEqual(about('contract-1', 'notify-controller'), [['data set 2'], ['DE']]);
    assert.deepEqual(about('contract-2', 'notify-agency'), [['data set 1', 'data set 2', 'data set 3'], ['US-CA', 'DE', 'FR']]);
  }));
  it('contracts count like laws, for the data of whom they are with', () => inFolder(async (folder) => {
    writeFileSync(path.join(folder, 'custos.yaml'), 'breach: {contracts: [{counterparty: Northwind Biobank, audience: controller, within: PT24H, from: aware, citation: DPA section 9}, {counterparty: Insurer, audience: agency, within: P3D, from: discovered, citation: Cyber policy}]}\n');
    const { data, people, protection, roles: _, ...rest } = FACTS;
    const of = (customer: unknown) => ({ ...rest, dataSets: [{ name: 'results', role: 'processor', data, people, protection, ...(customer === undefined ? {} : { customer }) }] });
    const decided = async (customer: unknown) => {
      const { items } = await asJson(folder, 'breach', 'assess', '--facts', put(folder, 'f.json', of(customer)), '--as-of', NOW);
      const { decision, dueAt, state } = find(items, 'contract-1', 'notify-controller');
      return [decision, state, dueAt];
    };
    assert.deepEqual(await decided('northwind  BIOBANK'), ['required', 'running', '2026-11-25T15:00:00Z']);
    assert.deepEqual(await decided('Somebody else'), ['not-required', 'not-required', null]);
    assert.deepEqual(await decided(undefined), ['undetermined', 'undetermined', '2026-11-25T15:00:00Z']);
    put(folder, 'f.json', of(undefined));
    const overdue = async (asOf: string) => (await ask(['breach', 'assess', '--facts', 'f.json', '--law', 'contract-1', '--as-of', asOf, '--fail-on', 'overdue'], folder)).code;
    assert.deepEqual([await overdue('2026-11-25T14:59:00Z'), await overdue('2026-11-25T15:01:00Z')], [4, 1]);
    const { items, laws: used } = await asJson(folder, 'breach', 'assess', '--facts', put(folder, 'f.json', of('x')), '--law', 'contract-2', '--as-of', NOW);
    assert.deepEqual([items[0]?.['recipient'], items[0]?.['due'], items[0]?.['checkedOn'], used], ['Insurer', '2026-11-26', null, []]);
  }));
  it('so does a time that the facts say was agreed for a data set', () => inFolder(async (folder) => {
    const { data, people, protection, roles: _, ...rest } = FACTS;
    const facts = { ...rest, dataSets: [{ name: 'SECRET-results', role: 'processor', data, people, protection, customer: 'SECRET-customer', contract: 'SECRET-contract', noticeWithin: 'PT24H' }] };
    const { items } = await asJson(folder, 'breach', 'assess', '--facts', put(folder, 'f.json', facts), '--as-of', NOW);
    assert.equal(find(items, 'contract-set-1', 'notify-controller').dueAt, '2026-11-25T15:00:00Z');
    assert.doesNotMatch(JSON.stringify(items), /SECRET/);
    const shown = await asJson(folder, 'breach', 'assess', '--facts', 'f.json', '--as-of', NOW, '--reveal');
    assert.deepEqual([find(shown.items, 'contract-set-1', 'notify-controller').recipient, find(shown.items, 'jp-appi', 'notify-controller').dataSets], ['SECRET-customer', ['SECRET-results']]);
  }));
  it('a contract that cannot be counted is refused with the configuration', () => inFolder(async (folder) => {
    writeFileSync(path.join(folder, 'custos.yaml'), 'breach: {contracts: [{counterparty: X, audience: everybody, within: soon, from: later}]}\n');
    const { code, err } = await ask(['breach', 'assess', '--facts', put(folder, 'f.json', FACTS)], folder);
    assert.equal(code, 2);
    for (const part of [/audience must be one of/, /within must match/, /from must be one of/, /lacks “citation”/]) assert.match(err, part);
  }));
});

describe('breaches on the ledger', () => {
  const log = async (folder: string, facts: object = FACTS, ...more: string[]) => ask(['breach', 'log', '--facts', put(folder, 'facts.json', facts), '--as-of', NOW, ...more], folder);
  it('the life of a breach, each answer valid against its schema', () => inFolder(async (folder) => {
    const logged = await asJson(folder, 'breach', 'log', '--facts', put(folder, 'facts.json', FACTS), '--as-of', NOW);
    const item = logged.items[0] as Record<string, unknown>;
    assert.deepEqual([logged.code, item['id'], item['state'], item['discovered']], [0, 'B-1', 'open', '2026-11-23T15:20:00-05:00']);
    assert.deepEqual((item['facts'] as Record<string, unknown>)['incident.cause'], 'malicious');
    assert.ok((item['hidden'] as string[]).includes('incident.summary'));
    const marked = await asJson(folder, 'breach', 'mark', 'b-1', 'authority-notified', '--law', 'eu-gdpr', '--on', '2026-11-25T10:00:00Z', '--note', 'SECRET-note', '--as-of', NOW);
    assert.equal(find((marked.items[0] as { obligations: Record<string, unknown>[] }).obligations, 'eu-gdpr', 'notify-authority').state, 'met');
    await asJson(folder, 'breach', 'mark', '1', 'notified', '--to', 'media', '--as-of', NOW);
    await asJson(folder, 'breach', 'learn', 'B-1', '--facts', put(folder, 'more.json', { incident: { determined: NOW } }), '--as-of', NOW);
    await asJson(folder, 'breach', 'correct', 'B-1', '3', '--as-of', NOW);
    const shown = await asJson(folder, 'breach', 'show', 'B-1', '--as-of', NOW, '--explain');
    assert.deepEqual((shown.items[0] as { events: { struck: boolean }[] }).events.map((e) => e.struck), [false, false, true, false, false]);
    const { items } = await asJson(folder, 'breach', 'list', '--as-of', NOW);
    assert.deepEqual(items.map((i) => [i['id'], i['state'], i['overdue'], (i['next'] as { law: string }).law]), [['B-1', 'open', 0, 'jp-appi']]);
    assert.equal((await asJson(folder, 'breach', 'register', '--as-of', NOW)).items.length, 1);
    const assessed = await asJson(folder, 'breach', 'assess', 'B-1', '--as-of', NOW);
    assert.deepEqual(assessed.items, (shown.items[0] as { obligations: unknown[] }).obligations);
    assert.equal((await ask(['ledger', 'verify'], folder)).code, 0);
  }));
  it('is closed when nothing is left to do, and a list keeps the two apart', () => inFolder(async (folder) => {
    await log(folder, { ...FACTS, people: { count: { n: 40, precision: 'exact' }, byJurisdiction: { DE: 40 } }, risk: { level: 'unlikely', reasons: 'SECRET' } });
    const ids = async (...more: string[]) => (await asJson(folder, 'breach', 'list', '--as-of', NOW, ...more)).items.map((i) => [i['id'], i['state']]);
    assert.deepEqual([await ids(), await ids('--closed')], [[['B-1', 'open']], []]);
    await ask(['breach', 'mark', 'B-1', 'register-entered', '--law', 'eu-gdpr', '--as-of', NOW], folder);
    assert.deepEqual([await ids(), await ids('--closed'), await ids('--all')], [[], [['B-1', 'closed']], [['B-1', 'closed']]]);
    assert.equal((await ask(['breach', 'list', '--open', '--all'], folder)).code, 2);
    await log(folder, { ...FACTS, people: { count: { n: 40, precision: 'exact' }, byJurisdiction: { DE: 40 } }, risk: { level: 'risk', reasons: 'SECRET' } });
    await ask(['breach', 'mark', 'B-2', 'register-entered', '--as-of', NOW], folder);
    assert.deepEqual(await ids('--open'), [['B-2', 'open']]);
    await ask(['breach', 'mark', 'B-2', 'authority-notified', '--as-of', '2026-11-28T12:00:00Z'], folder);
    const [late] = (await asJson(folder, 'breach', 'show', 'B-2', '--as-of', '2026-11-28T12:00:00Z')).items as [{ state: string; obligations: Record<string, unknown>[] }];
    assert.deepEqual([late.state, find(late.obligations, 'eu-gdpr', 'notify-authority').state], ['closed', 'late']);
  }));
  it('lists what is due first, within days, and what is overdue', () => inFolder(async (folder) => {
    await log(folder, { ...FACTS, people: { count: { n: 40, precision: 'exact' }, byJurisdiction: { 'US-CA': 40 } } });
    await log(folder);
    const ids = async (...more: string[]) => (await asJson(folder, 'breach', 'list', ...more)).items.map((i) => i['id']);
    assert.deepEqual([await ids('--as-of', NOW), await ids('--as-of', NOW, '--due', '3d'), await ids('--as-of', NOW, '--overdue'), await ids('--as-of', '2026-12-24', '--overdue')], [['B-2', 'B-1'], ['B-2'], [], ['B-2', 'B-1']]);
    const { code, out } = await ask(['breach', 'list', '--as-of', '2026-12-24', '--fail-on', 'overdue', '--format', 'csv'], folder);
    assert.equal(code, 1);
    assert.match(out, /^id,state,.*\r\nB-2,open,/);
  }));
  it('a list of the people takes the place of all the numbers that were recorded', () => inFolder(async (folder) => {
    await log(folder, { ...FACTS, people: { count: { n: 501, precision: 'exact' }, byJurisdiction: { 'US-CA': 501 } } });
    writeFileSync(path.join(folder, 'p.csv'), 'subject_ref,state\nP1,TX\nP2,TX\n');
    const { code, err } = await ask(['breach', 'learn', 'B-1', '--people', 'p.csv', '--as-of', NOW], folder);
    assert.notEqual(code, 2, err);
    const [{ people }] = (await asJson(folder, 'breach', 'show', 'B-1', '--as-of', NOW)).items as [{ people: object }];
    assert.deepEqual(people, { n: 2, upTo: 2, places: ['US-TX'] });
  }));
  it('a list of the people comes from standard input as well', () => inFolder(async (folder) => {
    const { people: _, ...facts } = FACTS;
    const argv = ['breach', 'assess', '--facts', put(folder, 'f.json', facts), '--people', '-', '--as-of', NOW, '--json'];
    const { stdout, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'bin', 'custos.js'), ...argv], { cwd: folder, input: 'subject_ref,state\nP1,TX\n', encoding: 'utf8', env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, CI: '1' } });
    assert.deepEqual([...new Set((JSON.parse(stdout || 'null') as Reply | null)?.items.map((i) => String(i['law'])))], ['us-tx-breach'], stderr);
    assert.match((await ask(['breach', 'assess', '--facts', '-', '--people', '-'], folder)).err, /cannot both be read from standard input/);
  }));
  it('a day that was marked can be moved to another', () => inFolder(async (folder) => {
    const { aware: _, toldBy: __, ...incident } = FACTS.incident;
    await log(folder, { ...FACTS, incident });
    await ask(['breach', 'mark', 'B-1', 'aware', '--on', '2026-11-24', '--as-of', NOW], folder);
    const { code, err } = await ask(['breach', 'correct', 'B-1', '2', '--on', '2026-11-25', '--as-of', NOW], folder);
    assert.equal(code, 0, err);
    assert.match((await ask(['breach', 'correct', 'B-1', '2', '--on', '2026-11-22', '--as-of', NOW], folder)).err, /refused-event.*discovered/);
  }));
  it('the people of data sets are counted together, and an unknown number is no number', () => inFolder(async (folder) => {
    const { people: _, data, protection, ...rest } = FACTS;
    const sets = (...numbers: (number | 'unknown')[]) => ({ ...rest, dataSets: numbers.map((n, i) => ({ name: `s${i}`, role: 'controller', data, protection, people: { byJurisdiction: { 'US-CA': n } } })) });
    for (const facts of [sets(800), sets(300, 300), sets(300, 'unknown'), { ...FACTS, people: { byJurisdiction: { 'US-CA': 800, DE: 'unknown' } } }]) await log(folder, facts);
    const people = async (command: string) => (await asJson(folder, 'breach', command, '--as-of', NOW)).items.map((i) => [i['id'] ?? i['case'], (i['people'] as { n: unknown }).n, (i['people'] as { upTo: unknown }).upTo]).toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
    const expected = [['B-1', 800, 800], ['B-2', 300, 600], ['B-3', null, null], ['B-4', 800, null]];
    assert.deepEqual([await people('list'), await people('register')], [expected, expected]);
    assert.equal((await asJson(folder, 'breach', 'register', '--as-of', NOW)).summary['people'], null);
    const { out } = await ask(['breach', 'list', '--as-of', NOW], folder);
    for (const [id, text] of [['B-1', '800'], ['B-2', '300–600'], ['B-3', '–'], ['B-4', '800\\+']] as const) assert.match(out, new RegExp(`${id} .* ${text} `));
  }));
  it('--as-of: what happened later has not happened yet', () => inFolder(async (folder) => {
    await log(folder);
    await ask(['breach', 'mark', 'B-1', 'authority-notified', '--law', 'eu-gdpr', '--on', '2026-11-25T11:00:00Z', '--as-of', NOW], folder);
    const state = async (asOf: string) => find(((await asJson(folder, 'breach', 'show', 'B-1', '--as-of', asOf)).items[0] as { obligations: Record<string, unknown>[] }).obligations, 'eu-gdpr', 'notify-authority').state;
    assert.deepEqual([await state('2026-11-25T10:59:00Z'), await state('2026-11-25T11:00:00Z')], ['running', 'met']);
  }));
  it('--dry-run says what it would do and writes nothing', () => inFolder(async (folder) => {
    const dry = await log(folder, FACTS, '--dry-run');
    assert.match(dry.err, /would log B-1; nothing was written/);
    assert.ok(!existsSync(path.join(folder, 'custos', 'ledger.db')));
    await log(folder);
    const head = async () => (await ask(['ledger', 'head', '--json'], folder)).out;
    const before = await head();
    for (const words of [['learn', 'B-1', '--facts', 'facts.json'], ['mark', 'B-1', 'determined'], ['mark', 'B-1', 'people-notified'], ['log', '--facts', 'facts.json']]) {
      const { err, code } = await ask(['breach', ...words, '--dry-run', '--as-of', NOW], folder);
      assert.match(err, /nothing was written/, words.join(' '));
      assert.notEqual(code, 2, err);
    }
    const { err } = await ask(['breach', 'draft', 'B-1', '--out', 'drafts', '--dry-run', '--as-of', NOW], folder);
    assert.match(err, /would write drafts; nothing was written/);
    assert.ok(!existsSync(path.join(folder, 'drafts')));
    assert.equal(await head(), before);
  }));
  it('refuses what the facts contradict, and what is not there', () => inFolder(async (folder) => {
    await log(folder);
    const refused: [string[], RegExp][] = [
      [['mark', 'B-1', 'people-notified', '--on', '2026-11-26'], /future-date/], [['mark', 'B-1', 'authority-notified', '--on', '2026-11-10'], /refused-event.*before the breach occurred/], [['mark', 'B-1', 'aware', '--on', '2026-11-25'], /recorded already/],
      [['mark', 'B-1', 'noticed'], /unknown-mark/], [['mark', 'B-1', 'people-notified', '--law', 'us-xx-breach'], /unknown-law/], [['mark', 'B-2', 'contained'], /unknown-case/], [['mark', 'R-1', 'contained'], /unknown-case/],
      [['mark', 'B-1', 'people-notified', '--to', 'media'], /--to does not fit/], [['mark', 'B-1', 'notified', '--to', 'everybody'], /unknown audience/], [['mark', 'B-1', 'people-notified', '--phase', 'The first'], /--phase/],
      [['learn', 'B-1', '--facts', put(folder, 'a.json', { incident: { occurred: { from: '2026-11-24' } } })], /refused-event.*lies before/], [['learn', 'B-1', '--facts', put(folder, 'b.json', { people: { byJurisdiction: { FR: 900 } } })], /refused-event.*people/],
      [['learn', 'B-1', '--facts', put(folder, 'c.json', {})], /there is no fact/], [['learn', 'B-1', '--facts', put(folder, 'd.json', { incidents: {} })], /unknown key “incidents”/], [['learn', 'B-1'], /missing: --facts/],
      [['correct', 'B-1', '1'], /cannot be struck/], [['correct', 'B-1', '9'], /has no event 9/], [['correct', 'B-1', 'x'], /not the number of an event/], [['show', 'x'], /not the id of a breach/], [['log', 'x'], /too many arguments/], [['register', '--year', 'last'], /not a year/], [['list', '--due', 'soon'], /not a number of days/],
    ];
    for (const [words, says] of refused) {
      const { code, err } = await ask(['breach', ...words, '--as-of', NOW], folder);
      assert.deepEqual([code, says.test(err.replaceAll('\n', ' '))], [2, true], `${words.join(' ')}: ${err}`);
    }
    assert.equal((await ask(['ledger', 'head'], folder)).out.split(' ')[0], (await ask(['ledger', 'head'], folder)).out.split(' ')[0]);
  }));
  it('what was wrong already, or lies after --as-of, stands in nobody\'s way', () => inFolder(async (folder) => {
    await log(folder);
    const { code, err } = await ask(['breach', 'learn', 'B-1', '--facts', put(folder, 'l.json', { circumstances: { recovered: 'no' } }), '--as-of', '2026-11-24T10:00:00Z'], folder);
    assert.equal(code, 0, err);
  }));
  it('a fact may not contradict a mark; strike the mark first', () => inFolder(async (folder) => {
    const { incident: { aware: _, ...incident }, ...rest } = FACTS;
    await log(folder, { ...rest, incident });
    await ask(['breach', 'mark', 'B-1', 'aware', '--on', '2026-11-24T10:00:00Z', '--as-of', NOW], folder);
    const learn = () => ask(['breach', 'learn', 'B-1', '--facts', put(folder, 'l.json', { incident: { aware: '2026-11-24T12:00:00Z' } }), '--as-of', NOW], folder);
    assert.match((await learn()).err, /with this, event 2 \(aware\) could not stand/);
    assert.equal((await ask(['breach', 'correct', 'B-1', '2', '--as-of', NOW], folder)).code, 0);
    assert.equal((await learn()).code, 0);
  }));
  it('people are counted from a list, and nothing of it is kept', () => inFolder(async (folder) => {
    writeFileSync(path.join(folder, 'people.csv'), 'record_id,name,state,country\n1,SECRET-a,CA,US\n2,SECRET-b,,DE\n3,SECRET-c,,\n');
    const { people: _, ...facts } = FACTS;
    const { err, out } = await log(folder, facts, '--people', 'people.csv', '--json', '--reveal');
    assert.match(err, /people.csv: 3 rows, 2 people with a place; 1 without a place/);
    assert.doesNotMatch(out, /SECRET-[abc]\b/);
    assert.deepEqual((JSON.parse(out) as { items: { facts: Record<string, unknown> }[] }).items[0]?.facts['people.byJurisdiction.DE'], 1);
    const { err: refused } = await ask(['breach', 'assess', '--facts', put(folder, 's.json', { title: 'x', dataSets: [{ name: 'a' }] }), '--people', 'people.csv'], folder);
    assert.match(refused, /the facts have data sets/);
  }));
  it('other commands know a breach when they see one', () => inFolder(async (folder) => {
    await log(folder);
    assert.match((await ask(['request', 'show', 'B-1'], folder)).err, /B-1 is no request[\s\S]*custos breach show B-1/);
    assert.equal((await asJson(folder, 'request', 'list', '--all')).items.length, 0);
    await ask(['request', 'log', '--type', 'access', '--received', '2026-11-20', '--in', 'DE'], folder);
    assert.match((await ask(['breach', 'show', 'R-1'], folder)).err, /not the id of a breach|is no breach/);
  }));
});

describe('what nobody may see', () => {
  it('without --reveal no output of any command, format or error has a text; with it, it is there', () => inFolder(async (folder) => {
    cpSync(path.join(INNOMICS, 'custos.yaml'), path.join(folder, 'custos.yaml'));
    cpSync(path.join(INNOMICS, 'policy.yaml'), path.join(folder, 'policy.yaml'));
    const file = put(folder, 'facts.json', FACTS);
    const commands = [
      ['breach', 'assess', '--facts', file, '--explain'], ['breach', 'log', '--facts', file], ['breach', 'mark', 'B-1', 'notified', '--note', 'SECRET-note'], ['breach', 'learn', 'B-1', '--facts', file], ['breach', 'show', 'B-1', '--explain'], ['breach', 'list'], ['breach', 'register'],
      ['breach', 'assess', 'B-1', '--explain'], ['breach', 'learn', 'B-1', '--facts', put(folder, 'bad.json', { incident: { occurred: { from: '2026-11-24' } }, measures: { taken: ['SECRET-x'] } })], ['ledger', 'export'], ['audit'], ['calendar'],
    ];
    for (const command of commands) {
      for (const format of ['table', 'json', 'ndjson', 'csv', 'markdown', 'html']) {
        const { out, err } = await ask([...command, '--format', format, '--verbose', '--as-of', NOW], folder);
        assert.doesNotMatch(out + err, /SECRET/, `${command.join(' ')} ${format}`);
      }
    }
    for (const command of [['breach', 'show', 'B-1'], ['breach', 'register']]) assert.match((await ask([...command, '--reveal', '--as-of', NOW], folder)).out, /SECRET-summary/);
    await ask(['breach', 'draft', 'B-1', '--out', 'hidden', '--as', 'md,html', '--as-of', NOW], folder);
    for (const name of readdirSync(path.join(folder, 'hidden'))) assert.doesNotMatch(readFileSync(path.join(folder, 'hidden', name), 'utf8'), /SECRET/, name);
    await ask(['breach', 'draft', 'B-1', '--out', 'shown', '--reveal', '--as-of', NOW], folder);
    assert.match(readFileSync(path.join(folder, 'shown', 'us-ca-breach-people.md'), 'utf8'), /SECRET-summary/);
     const drafted = (name: string): unknown => (JSON.parse(readFileSync(path.join(folder, name, 'manifest.json'), 'utf8')) as { drafts: { law: string; complete: boolean; missing: string[] }[] }).drafts.map(({ law, complete, missing }) => ({ law, complete, missing }));
    assert.deepEqual(drafted('hidden'), drafted('shown'), 'what is only not shown is not missing');
    for (const name of ['us-ca-breach-people.md', 'us-ca-breach-people.html']) {
      const letter = readFileSync(path.join(folder, 'hidden', name), 'utf8');
      assert.match(letter, /⟦PERSONAL: incident\.summary — add --reveal⟧/);
      assert.doesNotMatch(letter, /u27e/);
    }
  }));
  it('erasing takes every text, and the log still stands', () => inFolder(async (folder) => {
    await ask(['breach', 'log', '--facts', put(folder, 'facts.json', FACTS), '--as-of', NOW], folder);
    assert.equal((await ask(['ledger', 'erase', 'B-1', '--yes', '--as-of', NOW], folder)).code, 0);
    const { out } = await ask(['breach', 'show', 'B-1', '--reveal', '--json', '--as-of', NOW], folder);
    assert.doesNotMatch(out, /SECRET/);
    assert.ok((JSON.parse(out) as { items: { erased: string[] }[] }).items[0]?.erased.includes('incident.summary'));
    assert.equal((await ask(['ledger', 'verify'], folder)).code, 0);
  }));

  describe('purging', () => {
    const quiet = { title: 'SECRET-title', roles: ['controller'], organisation: { establishedIn: ['DE'], regimes: [] }, incident: { occurred: { from: '2026-11-20' }, discovered: '2026-11-24T08:00:00Z', aware: '2026-11-24T08:00:00Z', cause: 'accidental', cia: ['confidentiality'] }, data: { elements: ['name'] }, people: { count: { n: 4, precision: 'exact' }, byJurisdiction: { DE: 4 }, vulnerable: [] }, protection: { encrypted: 'no' }, risk: { level: 'unlikely', reasons: 'SECRET-reasons' } };
    const says = async (folder: string, asOf: string) => {
      const { items, code } = await asJson(folder, 'ledger', 'purge', '--dry-run', '--as-of', asOf);
      return [items.map(({ case: id, why }) => `${id as string} ${why as string}`), code];
    };

    it('leaves a breach alone while a duty is open', () => inFolder(async (folder) => {
      await ask(['breach', 'log', '--facts', put(folder, 'f.json', FACTS), '--as-of', NOW], folder);
      assert.deepEqual(await says(folder, '2056-01-01'), [[], 0]);
    }));

    it('of a law without a time it asks for one', () => inFolder(async (folder) => {
      await ask(['breach', 'log', '--facts', put(folder, 'f.json', quiet), '--as-of', NOW], folder);
      await ask(['breach', 'mark', 'B-1', 'register-entered', '--law', 'eu-gdpr', '--on', '2026-11-25', '--as-of', NOW], folder);
      const [items, code] = await says(folder, '2056-01-01');
      assert.deepEqual([items, code], [['B-1 eu-gdpr sets no time: set keep.eu-gdpr in the configuration'], 4]);
    }));

    it('erases it when the time of every law is over, counted from what happened last', () => inFolder(async (folder) => {
      writeFileSync(path.join(folder, 'custos.yaml'), 'keep: { eu-gdpr: P3Y }\n');
      await ask(['breach', 'log', '--facts', put(folder, 'f.json', quiet), '--as-of', NOW], folder);
      await ask(['breach', 'mark', 'B-1', 'register-entered', '--law', 'eu-gdpr', '--on', '2026-11-25', '--as-of', NOW], folder);
      assert.deepEqual(await says(folder, '2029-11-25'), [['B-1 kept until 2029-11-25 (configuration, eu-gdpr)'], 0]);
      const { findings } = { findings: (await asJson(folder, 'audit', '--as-of', '2029-11-26')).items };
      assert.ok(findings.some((f) => f['rule'] === 'ledger/kept-too-long' && (f['at'] as { key: string }).key === 'B-1'));
      await ask(['ledger', 'purge', '--yes', '--as-of', '2029-11-26'], folder);
      assert.doesNotMatch((await ask(['breach', 'show', 'B-1', '--reveal', '--json', '--as-of', '2029-11-26'], folder)).out, /SECRET/);
      assert.equal(readFileSync(path.join(folder, 'custos', 'ledger.db')).includes('SECRET'), false);
    }));
  });
});

describe('breach draft', () => {
  const draft = (folder: string, ...more: string[]) => ask(['breach', 'draft', '--facts', put(folder, 'f.json', FACTS), '--as-of', NOW, ...more], folder);
  it('writes a folder with a manifest that knows every file', () => inFolder(async (folder) => {
    const { items, summary, code } = await asJson(folder, 'breach', 'draft', '--facts', put(folder, 'f.json', FACTS), '--as-of', NOW, '--law', 'us-ca-breach', '--law', 'eu-gdpr', '--out', 'a/drafts', '--as', 'md,html,docx');
    assert.deepEqual([code, summary['written'], summary['drafts']], [4, true, items.length]);
    const names = readdirSync(path.join(folder, 'a', 'drafts')).toSorted();
    const manifest = JSON.parse(readFileSync(path.join(folder, 'a', 'drafts', 'manifest.json'), 'utf8')) as { files: { name: string; sha256: string }[]; drafts: { files: string[]; law: string; complete: boolean; missing: string[] }[] };
    const validate = ajv.getSchema('drafts-manifest.schema.json');
    assert.ok(validate?.(manifest), JSON.stringify(validate?.errors?.slice(0, 3)));
    assert.deepEqual([...manifest.files.map((f) => f.name), 'manifest.json'].toSorted(), names);
    for (const { name, sha256: hash } of manifest.files) assert.equal(sha256(readFileSync(path.join(folder, 'a', 'drafts', name))), hash, name);
    assert.deepEqual(items.flatMap((i) => i['files'] as string[]).map((f) => path.basename(f)).toSorted(), manifest.drafts.flatMap((d) => d.files).toSorted());
    for (const file of items.flatMap((i) => i['files'] as string[])) assert.ok(existsSync(path.join(folder, file)), file);
    if (process.platform !== 'win32') assert.equal(statSync(path.join(folder, 'a', 'drafts', 'manifest.json')).mode & 0o777, 0o600);
    const letter = readFileSync(path.join(folder, 'a', 'drafts', 'us-ca-breach-people.md'), 'utf8');
    assert.match(letter, /## What Happened\n\nSECRET-summary/);
    assert.match(letter, /⟦MISSING: .* — Cal\. Civ\. Code/);
    assert.ok(manifest.drafts.some((d) => !d.complete && d.missing.length > 0));
  }));
  it('writes nothing where something stands, or where something is wrong', () => inFolder(async (folder) => {
    mkdirSync(path.join(folder, 'full'));
    writeFileSync(path.join(folder, 'full', 'mine.txt'), 'mine');
    writeFileSync(path.join(folder, 'file'), 'mine');
    mkdirSync(path.join(folder, 'empty'));
    for (const [out, says] of [['full', /file-exists.*not empty/], ['file', /file-exists.*is a file/], ['file/below', /file-unwritable/]] as const) {
      const { code, err } = await draft(folder, '--out', out);
      assert.deepEqual([code, says.test(err)], [2, true], err);
    }
    assert.equal((await draft(folder, '--out', 'empty', '--law', 'jp-appi', '--to', 'people')).code, 0);
    assert.ok(existsSync(path.join(folder, 'empty', 'manifest.json')));
    mkdirSync(path.join(folder, 'templates', 'breach'), { recursive: true });
    writeFileSync(path.join(folder, 'templates', 'breach', 'people.md'), '{{ nothing }}');
    writeFileSync(path.join(folder, 'templates', 'breach', 'jp-people.md'), '{{ nothing }}');
    writeFileSync(path.join(folder, 'custos.yaml'), 'templates: templates\n');
    const { code, err } = await draft(folder, '--out', 'broken');
    assert.deepEqual([code, /bad-template/.test(err)], [2, true], err);
    assert.deepEqual(readdirSync(folder).filter((name) => name.startsWith('.') || name === 'broken'), []);
  }));
  it('nothing that is called for is no folder, exit 4', () => inFolder(async (folder) => {
    const { code, out } = await draft(folder, '--law', 'us-ca-breach', '--to', 'covered-entity', '--out', 'none');
    assert.equal(code, 4);
    assert.match(out, /No such notice is called for/);
    assert.ok(!existsSync(path.join(folder, 'none')));
    assert.equal((await draft(folder, '--law', 'us-ca-breach', '--to', 'covered-entity', '--out', 'none', '--allow-empty')).code, 0);
  }));
});

describe('breach lint', () => {
  it('says what is missing and what may not be said', () => inFolder(async (folder) => {
    writeFileSync(path.join(folder, 'l.md'), '# Notice\n\nA hacker broke in. 405 residents of Massachusetts are affected.\n');
    const { items, code } = await asJson(folder, 'breach', 'lint', 'l.md', '--law', 'us-ma-93h', '--to', 'people');
    assert.equal(code, 1);
    const rules = new Set(items.map((i) => i['rule']));
    assert.ok(rules.has('letter/forbidden') && rules.has('letter/missing'));
    assert.equal((await ask(['breach', 'lint', 'l.md', '--law', 'us-ma-93h', '--to', 'people', '--fail-on', 'never'], folder)).code, 0);
    for (const format of ['sarif', 'junit', 'csv', 'ndjson', 'html']) assert.match((await ask(['breach', 'lint', 'l.md', '--law', 'us-ma-93h', '--to', 'people', '--format', format], folder)).out, /letter\/forbidden/, format);
    const refused: [string[], RegExp][] = [[['--law', 'us-ma-93h'], /missing: --to/], [['--law', 'us-ma-93h', '--to', 'media'], /knows no notice to media/], [['--law', 'us-ma', '--to', 'people'], /there is no breach law/], [['--law', 'us-ma-93h', '--to', 'people', '--fail-on', 'overdue'], /not a level/], [['--law', 'us-ma-93h', '--to', 'people', '--case', 'B-1', '--facts', 'f.yaml'], /not both/]];
    for (const [words, says] of refused) assert.match((await ask(['breach', 'lint', 'l.md', ...words], folder)).err, says);
  }));
  it('facts of the breach decide what is asked for under a condition', () => inFolder(async (folder) => {
    writeFileSync(path.join(folder, 'l.md'), '# Notice\n\nWe write to you.\n');
    const of = async (...more: string[]) => (await asJson(folder, 'breach', 'lint', 'l.md', '--law', 'us-ma-93h', '--to', 'people', ...more)).items.filter((i) => i['rule'] === 'letter/open').length;
    const ssn = put(folder, 's.json', { ...FACTS, data: { elements: ['name', 'ssn'] } });
    assert.ok((await of()) > (await of('--facts', ssn)));
    await ask(['breach', 'log', '--facts', ssn, '--as-of', NOW], folder);
    assert.equal(await of('--case', 'B-1'), await of('--facts', ssn));
  }));
});

describe('breach register', () => {
  it('has facts, effects and remedial action, who was told, and why not', () => inFolder(async (folder) => {
    await ask(['breach', 'log', '--facts', put(folder, 'f.json', { ...FACTS, notSentBecause: [{ law: 'eu-gdpr', audience: 'people', reason: 'SECRET-why', decidedOn: '2026-11-25' }] }), '--as-of', NOW], folder);
    await ask(['breach', 'mark', 'B-1', 'authority-notified', '--law', 'eu-gdpr', '--as-of', NOW], folder);
    const [entry] = (await asJson(folder, 'breach', 'register', '--reveal', '--as-of', NOW)).items as [Record<string, unknown>];
    assert.deepEqual([entry['facts'], entry['effects'], entry['measuresTaken'], entry['riskDecided'], entry['riskReasons']], ['SECRET-summary', ['SECRET-consequence'], ['SECRET-measure'], 'high', 'SECRET-reasons']);
    assert.deepEqual(entry['notices'], [{ law: 'eu-gdpr', audience: 'authority', on: NOW, phase: null }]);
    assert.deepEqual(entry['notSentBecause'], [{ law: 'eu-gdpr', audience: 'people', reason: 'SECRET-why', decidedOn: '2026-11-25' }]);
    for (const format of ['table', 'csv', 'ndjson', 'markdown', 'html']) assert.match((await ask(['breach', 'register', '--reveal', '--format', format, '--as-of', NOW], folder)).out, /SECRET-summary/, format);
    assert.equal((await ask(['breach', 'register', '--year', '2025'], folder)).code, 4);
    assert.equal((await ask(['breach', 'register', '--year', '2025', '--allow-empty'], folder)).code, 0);
  }));
  it('the yearly list has the small breaches of health data of that year', () => inFolder(async (folder) => {
    const hipaa = (n: number, discovered: string) => ({ title: 'x', organisation: { establishedIn: ['US-MA'], regimes: [] }, roles: ['covered-entity'], incident: { discovered, cause: 'malicious', cia: ['confidentiality'] }, data: { elements: ['name', 'health'] }, people: { count: { n, precision: 'exact' }, byJurisdiction: { 'US-MA': n } }, protection: { encrypted: 'no' }, circumstances: { exfiltrated: 'yes' }, risk: { level: 'high', lowProbability: 'no', excludedUse: 'no' } });
    for (const [n, at] of [[137, '2026-03-01T10:00:00Z'], [499, '2026-12-31T10:00:00Z'], [500, '2026-03-01T10:00:00Z'], [20, '2025-12-31T10:00:00Z']] as const) await ask(['breach', 'log', '--facts', put(folder, 'f.json', hipaa(n, at)), '--as-of', '2027-01-10'], folder);
    await ask(['breach', 'log', '--facts', put(folder, 'f.json', FACTS), '--as-of', '2027-01-10'], folder);
    const { items, summary } = await asJson(folder, 'breach', 'register', '--law', 'us-hipaa', '--year', '2026', '--as-of', '2027-01-10');
    assert.deepEqual(items.map((i) => i['case']), ['B-1', 'B-2']);
    assert.deepEqual([summary['people'], summary['breaches']], [636, 2]);
    assert.deepEqual((await asJson(folder, 'breach', 'register', '--law', 'us-hipaa', '--as-of', '2027-01-10')).items.map((i) => i['case']), ['B-1', 'B-2', 'B-3', 'B-4']);
    assert.equal((await asJson(folder, 'breach', 'register', '--year', '2026', '--as-of', '2027-01-10')).items.length, 4);
  }));
});

describe('audit, calendar and laws', () => {
  it('an audit watches every open clock of a breach', () => inFolder(async (folder) => {
    await ask(['breach', 'log', '--facts', put(folder, 'f.json', FACTS), '--as-of', NOW], folder);
    const rules = async (asOf: string, ...more: string[]) => {
      const { items, code } = await asJson(folder, 'audit', '--dry-run', '--as-of', asOf, ...more);
      return [code, ...new Set(items.map((i) => `${String(i['rule'])} ${String(i['severity'])}`))];
    };
    assert.deepEqual(await rules(NOW), [0, 'breach/due-soon warning']);
    assert.deepEqual(await rules('2026-11-27T15:01:00Z', '--fail-on', 'overdue'), [1, 'breach/overdue error', 'breach/due-soon warning']);
    assert.match((await ask(['audit', '--as-of', '2026-11-26T19:00:00Z', '--dry-run'], folder)).out, /B-1 notify-authority under eu-gdpr is due in 20 h 0 min, on 2026-11-27 16:00\+01:00/);
    await ask(['breach', 'mark', 'B-1', 'authority-notified', '--as-of', '2026-11-26T10:00:00Z'], folder);
    assert.deepEqual(await rules('2026-11-27T15:01:00Z'), [0]);
    const { risk: _, ...open } = FACTS;
    await ask(['breach', 'log', '--facts', put(folder, 'g.json', open), '--as-of', NOW], folder);
    const { items, code } = await asJson(folder, 'audit', '--dry-run', '--as-of', NOW);
    assert.equal(code, 4);
    assert.deepEqual(items.filter((i) => (i['at'] as { key: string }).key === 'B-2').map((i) => String(i['rule'])).toSorted((a, b) => (a < b ? -1 : 1)), ['breach/due-soon', 'breach/undetermined']);
    assert.match(String(items.find((i) => i['rule'] === 'breach/undetermined')?.['message']), /B-2 notify-authority, notify-people under eu-gdpr: not recorded: risk.level; if it is due, then on 2026-11-27 16:00/);
  }));
  it('a question whose date has passed is overdue everywhere', () => inFolder(async (folder) => {
    const facts = put(folder, 'f.json', { title: 'x', organisation: { establishedIn: ['DE'], regimes: [] }, roles: ['controller'], incident: { discovered: '2026-11-22T10:00:00+01:00', aware: '2026-11-22T10:00:00+01:00' }, people: { byJurisdiction: { DE: 3 } } });
    const later = ['--as-of', '2026-11-26T12:00:00Z'];
    await ask(['breach', 'log', '--facts', facts, ...later], folder);
    const codes = [];
    for (const command of [['audit', '--dry-run'], ['breach', 'assess', 'B-1'], ['breach', 'list']]) codes.push((await ask([...command, ...later, '--fail-on', 'overdue'], folder)).code);
    assert.deepEqual(codes, [1, 1, 1]);
    assert.deepEqual((await asJson(folder, 'breach', 'list', '--overdue', ...later)).items.map((i) => [i['id'], i['overdue']]), [['B-1', 1]]);
    assert.match((await ask(['audit', '--dry-run', ...later], folder)).out, /B-1 notify-authority under eu-gdpr was due on 2026-11-25 10:00\+01:00, 27 h 0 min ago, if it is required, which is undetermined/);
  }));
  it('a clock without a start is a gap, unless it waits for a notice', async () => {
    const base = { title: 'x', organisation: { establishedIn: ['US-TX'], regimes: [] }, roles: ['controller'], data: { elements: ['name', 'ssn'] }, protection: { encrypted: 'no' }, risk: { level: 'high' } };
    const incident = { discovered: '2026-11-20T10:00:00-05:00', aware: '2026-11-20T10:00:00-05:00', cause: 'malicious', cia: ['confidentiality'] };
    const rows: [string, object, number, RegExp][] = [
      ['Texas, not determined', { ...base, incident, people: { count: { n: 260, precision: 'exact' }, byJurisdiction: { 'US-TX': 260 } } }, 4, /under us-tx-breach: not recorded: incident.determined/],
      ['GDPR, not aware', { ...base, roles: ['controller'], organisation: { establishedIn: ['DE'], regimes: [] }, incident: { discovered: incident.discovered }, people: { byJurisdiction: { DE: 3 } } }, 4, /under eu-gdpr: not recorded: incident.aware/],
      ['California, the people were not told', { ...base, incident, people: { count: { n: 600, precision: 'exact' }, byJurisdiction: { 'US-CA': 600 } } }, 0, /^$/],
    ];
    for (const [name, facts, code, says] of rows) await inFolder(async (own) => {
      await ask(['breach', 'log', '--facts', put(own, 'f.json', facts), '--as-of', NOW], own);
      const found = await asJson(own, 'audit', '--dry-run', '--as-of', NOW);
      assert.equal(found.code, code, name);
      assert.match(found.items.filter((i) => i['rule'] === 'breach/undetermined').map((i) => i['message']).join('\n'), says, name);
      for (const command of [['breach', 'assess', 'B-1'], ['breach', 'list'], ['calendar']]) assert.equal((await ask([...command, '--as-of', NOW], own)).code, code, `${name}: ${command.join(' ')}`);
    });
  });
  it('hours that end in another day of the place than of UTC are no other reading', () => inFolder(async (folder) => {
    const facts = (aware: string) => put(folder, 'f.json', { title: 'x', organisation: { establishedIn: ['KR'], regimes: [] }, roles: ['controller'], incident: { discovered: aware, aware, cause: 'malicious', cia: ['confidentiality'] }, risk: { level: 'high' }, data: { elements: ['name', 'genetic'] }, people: { byJurisdiction: { KR: 3 } }, protection: { encrypted: 'no' } });
    const at = async (aware: string, ...more: string[]) => ask(['breach', 'assess', '--facts', facts(aware), '--as-of', '2026-11-23T12:00:00Z', ...more], folder);
    for (const aware of ['2026-11-23T03:00:00+09:00', '2026-11-23T15:00:00+09:00']) {
      const { out } = await at(aware, '--explain');
      assert.doesNotMatch(out, /cautious reading|latest arguable/);
      assert.deepEqual([(await at(aware, '--fail-on', 'due:2d')).code, (await at(aware, '--fail-on', 'due:3d')).code], [0, 1]);
    }
  }));
  it('the time of a question that was answered by a notice is counted no more', () => inFolder(async (folder) => {
    const notices = ['2026-10-02T12:00:00+02:00', '2026-10-04T12:00:00+02:00', '2026-10-20T12:00:00+02:00'].map((sentAt) => ({ law: 'eu-nis2', audience: 'agency', sentAt }));
    const facts = put(folder, 'f.json', { title: 'x', organisation: { establishedIn: ['DE'], mainEstablishment: 'DE', regimes: ['nis2-entity'] }, roles: ['controller'], incident: { discovered: '2026-10-02T09:00:00+02:00', aware: '2026-10-02T09:00:00+02:00' }, risk: { level: 'unlikely' }, people: { byJurisdiction: { DE: 3 } }, notices });
    const { out } = await ask(['breach', 'assess', '--facts', facts, '--law', 'eu-nis2', '--as-of', NOW], folder);
    assert.match(out, /2026-11-04 +met +notify-agency/);
    assert.doesNotMatch(out, / over| days /);
  }));
  it('a finding keeps its fingerprint while time passes', () => inFolder(async (folder) => {
    await ask(['breach', 'log', '--facts', put(folder, 'f.json', FACTS), '--as-of', NOW], folder);
    assert.equal((await ask(['audit', '--as-of', NOW], folder)).code, 0);
    assert.equal((await ask(['audit', '--as-of', '2026-11-25T15:00:00Z', '--since-last'], folder)).out, '');
  }));
  it('the calendar has clocks in hours at their time, others all day', () => inFolder(async (folder) => {
    await ask(['breach', 'log', '--facts', put(folder, 'f.json', FACTS), '--as-of', NOW], folder);
    const { out } = await ask(['calendar', '--as-of', NOW], folder);
    assert.match(out, /UID:B-1\.eu-gdpr\.notify-authority@custos[\s\S]*?DTSTART:20261127T150000Z/);
    assert.match(out, /UID:B-1\.us-ca-breach\.notify-people@custos[\s\S]*?DTSTART;VALUE=DATE:20261223/);
    assert.doesNotMatch(out, /SECRET/);
  }));
  it('law list, show, check and coverage know breach laws', () => inFolder(async (folder) => {
    const { items } = await asJson(folder, 'law', 'list');
    assert.deepEqual(items.filter((i) => i['id'] === 'eu-gdpr').map((i) => i['about']), ['requests', 'breaches']);
    assert.ok((await asJson(folder, 'law', 'list', '--about', 'breaches')).items.every((i) => i['about'] === 'breaches'));
    assert.equal((await asJson(folder, 'law', 'show', 'eu-gdpr')).items.length, 2);
    assert.match((await ask(['law', 'show', 'us-ma-93h'], folder)).out, /May not say: the nature of the breach/);
    assert.deepEqual((await asJson(folder, 'law', 'coverage', '--in', 'US-MA')).items.filter((i) => i['law'] === 'us-ma-93h').map((i) => i['about']), ['breaches']);
    const good = path.join(ROOT, 'src', 'breach-laws', 'us-ma', 'us-ma-93h.json');
    assert.deepEqual((await asJson(folder, 'law', 'check', good)).items.map((i) => [i['id'], i['ok']]), [['us-ma-93h', true]]);
    writeFileSync(path.join(folder, 'us-mb-breach.json'), readFileSync(good, 'utf8').replaceAll('"US-MA"', '"US-XX"').replaceAll('incident.summary', 'incident.story'));
    const bad = await asJson(folder, 'law', 'check', 'us-mb-breach.json');
    assert.equal(bad.code, 1);
    const says = (bad.items[0] as { problems: { says: string }[] }).problems.map((p) => p.says).join('\n');
    for (const part of [/the file name must be the id/, /US-XX/, /incident.story/]) assert.match(says, part);
  }));
});

describe('answers in a terminal', () => {
  it('are asked in order, may be left out, and what cannot be is asked again', () => inFolder(async (folder) => {
    const err: string[] = [];
    const io = { out: () => undefined, err: (text: string) => void err.push(text), env: { HOME: folder }, cwd: folder, clock: () => 0, stdoutIsTerminal: false, canAsk: true, columns: undefined, user: async () => 'x' };
    const app = createApp(io, ROOT, { input: true, asOf: NOW });
    const answers: Record<string, string[]> = {
      called: ['', 'A lost laptop'], discovered: ['yesterday', '2026-11-20T10:00:00Z'], certain: ['2026-11-19T10:00:00Z', '2026-11-20T12:00:00Z'], roles: ['boss', 'controller, processor'], kinds: ['genome', 'name genetic'], 'How many': ['many', '~40'],
      'Where do': ['Bavaria', 'DE 40, US-CA'], 'needs more care': ['none'], 'caused it': ['accidental'], encrypted: ['yes'], 'the key': ['no'], 'was done': ['wiped from afar; reported'],
    };
    const asked: string[] = [];
    const file = await askBreach(app, { now: app.now, zone: 'UTC', places: loadPlaces(), elements: ELEMENT_WORDS }, false, async ({ message, choices, check }) => {
      const key = Object.keys(answers).find((k) => message.includes(k));
      asked.push(key ?? '');
      for (const answer of key === undefined ? [''] : (answers[key] as string[])) {
        if (choices) return choices.some((c) => c.value === answer) ? answer : 'unknown';
        const complaint = await check?.(answer);
        if (complaint === undefined) return answer;
        assert.notEqual(answer, answers[key as string]?.at(-1), complaint);
      }
      return '';
    });
    assert.deepEqual(file, {
      title: 'A lost laptop', incident: { discovered: '2026-11-20T10:00:00Z', aware: '2026-11-20T12:00:00Z', cause: 'accidental' }, roles: ['controller', 'processor'], data: { elements: ['name', 'genetic'] },
      people: { count: { n: 40, precision: 'estimate' }, byJurisdiction: { DE: 40, 'US-CA': 'unknown' }, vulnerable: [] }, protection: { encrypted: 'yes', keyAcquired: 'no' }, measures: { taken: ['wiped from afar', 'reported'] },
    });
    assert.deepEqual(asked.filter((a) => a !== ''), ['called', 'discovered', 'certain', 'roles', 'caused it', 'kinds', 'How many', 'Where do', 'needs more care', 'encrypted', 'the key', 'was done']);
    assert.match(err.join(''), /what was left open is unknown/);
  }));
});

describe('letters of one law', () => {
  it('speak of notices under another by the title of that law', () => inFolder(async (folder) => {
    const file = { ...FACTS, notices: [{ law: 'us-ca-breach', audience: 'people', sentAt: '2026-11-25T09:00:00Z', method: 'mail' }] };
    await ask(['breach', 'draft', '--facts', put(folder, 'f.json', file), '--as-of', NOW, '--law', 'eu-gdpr', '--to', 'register', '--out', 'd', '--as', 'md', '--reveal'], folder);
    const letter = readFileSync(path.join(folder, 'd', 'eu-gdpr-register.md'), 'utf8');
    assert.match(letter, /California Civil Code 1798\.82/);
    assert.doesNotMatch(letter, /us\\?-ca\\?-breach/);
  }));
});
