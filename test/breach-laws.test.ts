// oxlint-disable typescript/no-explicit-any -- the laws here are broken on purpose
/** Breach laws as files: schema, lint, names, patterns that end in time, and whether every duty has been tried. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isFactPath, listBreachLaws, loadBreachLaw, loadBreachLaws } from '../src/adapters/breach-laws.ts';
import { loadPlaces } from '../src/adapters/data.ts';
import { AUDIENCES, BREACH_OBLIGATIONS, BREACH_ROLES, BREACH_STARTS, type BreachLaw, ELEMENTS } from '../src/core/breach-law.ts';
import { faultOf, lintBreachLaw } from '../src/core/breach-lint.ts';
import { ROOT, within } from './session.ts';

const readJson = (...below: string[]): any => JSON.parse(readFileSync(path.join(ROOT, ...below), 'utf8'));
const schema = readJson('schemas', 'breach-law.schema.json');
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false });
addFormats.default(ajv);
const valid = ajv.compile(schema);
const shipped = listBreachLaws();
const laws = shipped.map(({ law }) => law);
const places = loadPlaces();

describe('every breach law', () => {
  for (const { law, file } of shipped) {
    it(law.id, () => {
      assert.ok(valid(law), ajv.errorsText(valid.errors, { separator: '\n' }));
      assert.deepEqual(lintBreachLaw(law, isFactPath), []);
      assert.equal(path.basename(file, '.json'), law.id);
      const folder = path.basename(path.dirname(file));
      assert.ok(law.jurisdiction === '*' ? folder === 'everywhere' : folder === law.jurisdiction.toLowerCase() || folder === 'everywhere', `${law.jurisdiction} in ${folder}`);
      for (const place of [law.jurisdiction, ...(law.scope.people ?? []), ...(law.scope.established ?? [])]) assert.ok(place === '*' || Object.hasOwn(places, place), `unknown place ${place}`);
      for (const { startsUnder } of law.obligations.flatMap((o) => o.terms)) assert.ok(startsUnder === undefined || laws.some((l) => l.id === startsUnder), `starts under ${startsUnder}, which is not here`);
    });
  }
  it('ids are unique', () => assert.deepEqual(laws.map((l) => l.id).filter((id, i, all) => all.indexOf(id) !== i), []));
  it('reads no file twice into another’s place', () => assert.equal(readdirSync(path.join(ROOT, 'src', 'breach-laws'), { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.json')).length, shipped.length));
});

describe('every duty has been tried', () => {
  interface Row { law?: string; laws?: string[]; expect: { law?: string; obligation: string; variant?: string; decision?: string }[] }
  const fixtures = path.join('fixtures', 'breaches');
  const files = (folder: string): string[] => readdirSync(path.join(ROOT, fixtures, folder)).filter((n) => n.endsWith('.json')).map((n) => path.join(fixtures, folder, n));
  const tables: { laws: string[]; cases: Row[] }[] = [...files('laws'), ...files('us'), ...files('world')].map((file) => readJson(file));
  const published: (Row & { laws: string[] })[] = files('published').map((file) => readJson(file));
  const rows = [...tables.flatMap(({ laws: of, cases }) => cases.map((row) => ({ row, of: row.laws ?? of }))), ...published.map((row) => ({ row, of: row.laws }))];
  const tried = new Set(rows.flatMap(({ row, of }) => row.expect.filter((e) => e.decision !== 'not-required').flatMap((e) => (e.law ? [e.law] : of).map((law) => `${law} ${e.obligation}`))));
  /** The statutes of the States have a matrix of their own. */
  const inMatrix = new Set(readFileSync(path.join(ROOT, fixtures, 'states.csv'), 'utf8').split('\n').flatMap((line) => /,(us-[a-z]{2}-breach),/.exec(line)?.[1] ?? []));
  it('by a case that it exists in, or by the matrix of the States', () => {
    assert.ok(inMatrix.size > 50);
    const untried = laws.filter((law) => !inMatrix.has(law.id)).flatMap((law) => law.obligations.filter((o) => !tried.has(`${law.id} ${o.id}`)).map((o) => `${law.id} ${o.id}`));
    assert.deepEqual([...new Set(untried)], []);
  });
});

describe('patterns end in time', () => {
  const texts = ['a'.repeat(5000), 'number of '.repeat(800), 'dear '.repeat(900), '1,'.repeat(3000), 'we sent '.repeat(700), `${'x '.repeat(3000)}residents`, 'unauthorized access to '.repeat(300)];
  for (const law of laws.filter((l) => l.obligations.some((o) => o.terms.some((t) => t.forbidden?.some((f) => f.patterns))))) {
    it(law.id, () => {
      for (const pattern of new Set(law.obligations.flatMap((o) => o.terms.flatMap((t) => (t.forbidden ?? []).flatMap((f) => f.patterns ?? []))))) {
        within(1.5, () => {
          for (const text of texts) for (const _ of text.matchAll(new RegExp(pattern, 'giu')));
        }, `/${pattern}/`);
      }
    });
  }
});

describe('the schema and the types name the same', () => {
  const list = (value: unknown): string => [...(value as string[])].toSorted().join(' ');
  it('obligations, audiences, roles, marks', () => {
    assert.equal(list(schema.$defs.obligationId.enum), list(BREACH_OBLIGATIONS));
    assert.equal(list(schema.$defs.obligation.properties.audience.enum), list(AUDIENCES));
    assert.equal(list(schema.$defs.role.enum), list(BREACH_ROLES));
    assert.equal(list(schema.$defs.mark.enum), list(BREACH_STARTS));
  });
  it('kinds of data are words of the facts file', () => {
    const words = Object.keys(readJson('src', 'data', 'severity.json').dataContext.elements);
    assert.deepEqual(ELEMENTS.filter((element) => !words.includes(element)), []);
  });
  it('facts', () => {
    for (const fact of ['incident.aware', 'incident.occurred.from', 'data.elements', 'people.byJurisdiction', 'people.byJurisdiction.US-CA', 'protection.encrypted', 'circumstances.lawEnforcementHold.form', 'organisation.contact.email', 'risk.level']) assert.ok(isFactPath(fact), fact);
    for (const fact of ['incident.awareness', 'data', 'datas.elements', 'people.byJurisdiction.us', '']) assert.equal(isFactPath(fact), fact === 'data', fact);
  });
});

describe('which files are read', () => {
  const ids = (codes: readonly string[] | undefined) => loadBreachLaws(codes).map(({ law }) => law.id);
  it('those of a place, of what it lies in, and for everywhere', () => {
    assert.ok(ids(['DE-BY']).includes('eu-gdpr') && ids(['DE-BY']).includes('own-policy'));
    assert.ok(!ids(['DE-BY']).some((id) => id.startsWith('us-')));
    const california = ids(['US-CA']);
    assert.ok(california.includes('us-ca-breach') && california.includes('us-hipaa') && !california.includes('us-ma-93h') && !california.includes('eu-gdpr'));
  });
  it('those of the parts of a country, so that the part can be asked for', () => assert.ok(ids(['US']).includes('us-ca-breach')));
  it('all, where nobody knows where the people are', () => assert.equal(ids(undefined).length, shipped.length));
  it('one by its id', () => {
    assert.equal(loadBreachLaw('eu-gdpr')?.law.id, 'eu-gdpr');
    assert.match(loadBreachLaw('eu-gdpr')?.sha256 ?? '', /^[0-9a-f]{64}$/);
    for (const id of ['eu-nothing', '../eu/eu-gdpr', '']) assert.equal(loadBreachLaw(id), undefined);
  });
});

describe('a law that cannot be right is refused', () => {
  const cite = { ref: 'Test Act', verified: false };
  const sound = (): any => ({
    id: 'us-xx-test', title: 'Test', jurisdiction: 'US', authority: 'A', source: cite, checked: { on: '2026-11-01', by: 'B' }, scope: { people: ['US'] },
    counting: { days: { says: 'days', firstDay: 'excluded', shortMonth: 'last-day', lastDayClosed: 'keep', hours: 'elapsed', citation: cite } },
    obligations: [
      { id: 'notify-people', audience: 'people', recipient: 'A', duty: 'B', roles: ['controller'], terms: [{ from: '2020-01-01', status: 'in-force', starts: 'discovered', within: { n: 30, unit: 'days' }, counting: 'days', citation: cite }] },
      { id: 'notify-cra', audience: 'cra', recipient: 'A', duty: 'B', roles: ['controller'], dependsOn: 'notify-people', terms: [{ from: '2020-01-01', status: 'in-force', starts: 'discovered', standard: 'soon', citation: cite }] },
    ],
  });
  const problems = (change: (law: any, term: any) => void): string => {
    const law = sound();
    change(law, law.obligations[0].terms[0]);
    return lintBreachLaw(law as BreachLaw, isFactPath).map((p) => `${p.at}: ${p.says}`).join('\n');
  };
  it('the sound one is not', () => {
    assert.ok(valid(sound()), ajv.errorsText(valid.errors));
    assert.equal(problems(() => {}), '');
  });
  const forbid = (term: any, more: object) => { term.forbidden = [{ id: 'x', says: 'x', citation: cite, ...more }]; };
  const table: [string, (law: any, term: any) => void, RegExp][] = [
    ['a term that ends before it begins', (_, t) => { t.until = '2019-01-01'; }, /ends \(2019-01-01\) before it begins/],
    ['superseded without a last day', (_, t) => { t.status = 'superseded'; }, /superseded but has no last day/],
    ['terms that overlap', (l, t) => l.obligations[0].terms.push({ ...t, from: '2021-01-01' }), /the wording from 2020-01-01 overlaps the one from 2021-01-01/],
    ['terms that overlap on a day', (l, t) => { t.until = '2021-01-01'; l.obligations[0].terms.push({ ...t, from: '2021-01-01', until: undefined }); }, /overlaps/],
    ['terms with a gap', (l, t) => { t.until = '2020-12-30'; l.obligations[0].terms.push({ ...t, from: '2021-01-01', until: undefined }); }, /nothing is in force on 2020-12-31/],
    ['an unknown counting', (_, t) => { t.counting = 'weeks'; }, /counts by “weeks”, which the file does not define/],
    ['an unknown counting of a reading', (_, t) => { t.readings = [{ id: 'r', says: 'r', counting: 'weeks', citation: cite }]; }, /readings\[0\]: counts by “weeks”/],
    ['working days without closed days', (_, t) => { t.within.unit = 'working-days'; }, /counts working days by a counting that has no closed days/],
    ['phases beside a period', (_, t) => { t.phases = [{ id: 'p', says: 'p', standard: 's' }]; }, /has phases, so the periods belong there/],
    ['a condition on no fact', (_, t) => { t.when = { fact: 'data.element', is: 'ssn' }; }, /when: hangs on “data\.element”, which is no fact/],
    ['a condition deep inside', (_, t) => { t.exceptions = [{ id: 'e', says: 's', citation: cite, when: { all: [{ not: { fact: 'people.there', moreThan: 1 } }] } }]; }, /exceptions\[0\]\.when: hangs on “people\.there”/],
    ['a word that no fact has', (_, t) => { t.when = { fact: 'data.elements', oneOf: ['ssn', 'shoe-size'] }; }, /“shoe-size” is no word of data\.elements/],
    ['a role that nobody has', (l) => { l.scope.when = { fact: 'role', is: 'owner' }; }, /“owner” is no word of role/],
    ['a content of no fact', (_, t) => { t.contents = [{ id: 'c', says: 'c', status: 'required', facts: ['incident.summary+incident.kind'], citation: cite }]; }, /names “incident\.kind”, which is no fact/],
    ['an audience of another duty', (l) => { l.obligations[0].audience = 'media'; }, /notify-people is for the audience people, not media/],
    ['a duty twice', (l) => l.obligations.push(l.obligations[0]), /“notify-people” stands twice/],
    ['hanging on a duty that is not there', (l) => { l.obligations[1].dependsOn = 'notify-media'; }, /no other duty notify-media/],
    ['hanging on itself', (l) => { l.obligations[1].dependsOn = 'notify-cra'; }, /no other duty notify-cra/],
    ['before a notice that is not there', (_, t) => { t.order = { must: 'before', obligation: 'notify-authority', says: 's' }; }, /no other duty notify-authority/],
    ['a start under another law that is no notice', (_, t) => { t.startsUnder = 'us-hipaa'; }, /“discovered” is not a notice/],
    ['a quotation that nobody read', (_, t) => { t.citation = { ...cite, quote: 'shall' }; }, /quotes Test Act, but says that the text was not read/],
    ['a reason that is a sentence', (_, t) => { t.when = { fact: 'people.here', moreThan: 5 }; t.whenSays = 'no more than five.'; }, /no full stop/],
    ['older than the duty', (l) => { l.obligations[0].since = '2021-01-01'; }, /since 2021-01-01, but a wording is older/],
    ['a limit on a place outside', (l) => { l.scope.periods = [{ in: ['DE'], until: '2020-01-01', citation: cite }]; }, /limits DE, which the scope does not list/],
    ['a pattern that is none', (_, t) => forbid(t, { patterns: ['(unclosed'] }), /is no regular expression/],
    ['a pattern that matches nothing', (_, t) => forbid(t, { patterns: ['a*'] }), /matches nothing at all/],
    ['a pattern that takes for ever', (_, t) => forbid(t, { patterns: ['(a+)+b'] }), /can take for ever/],
    ['what cannot be found', (_, t) => forbid(t, {}), /names nothing by which it could be found/],
    ['an id twice in a list', (_, t) => { t.contents = [0, 1].map(() => ({ id: 'c', says: 'c', status: 'required', facts: [], citation: cite })); }, /contents: “c” stands twice/],
  ];
  for (const [name, change, says] of table) it(name, () => assert.match(problems(change), says));

  const refused: [string, (law: any, term: any) => void][] = [
    ['no citation', (_, t) => { delete t.citation; }], ['a condition without a reason', (_, t) => { t.when = { fact: 'people.here', moreThan: 5 }; }], ['a period without a counting', (_, t) => { t.standard = 's'; delete t.counting; }],
    ['neither period nor standard', (_, t) => { delete t.within; }], ['nobody whose duty it is', (l) => { l.obligations[0].roles = []; }], ['a scope of nothing', (l) => { l.scope = {}; }],
    ['a content that depends on nothing', (_, t) => { t.contents = [{ id: 'c', says: 'c', status: 'conditional', facts: [], citation: cite }]; }], ['an unknown mark', (_, t) => { t.starts = 'told'; }],
  ];
  for (const [name, change] of refused) {
    it(`by the schema: ${name}`, () => {
      const law = sound();
      change(law, law.obligations[0].terms[0]);
      assert.equal(valid(law), false);
    });
  }
});

describe('patterns that can take for ever', () => {
  for (const bad of ['(a|b)*c', '(?:a+)*', '(x+x+)+y', '(?:\\w+\\s?)+$', '(a*){10,}', '.*a.*b.*c', '(a)\\1+', '(?:[a-z]+,?)*z']) it(`/${bad}/`, () => assert.match(faultOf(bad) ?? '', /for ever/));
  for (const good of ['\\bhack(?:ed|ing)\\b', '\\d{1,3}(?:,\\d{3})+ residents', '(?:[\\w-]+\\s+){0,3}attack', '[^.]{0,40}number', 'stolen|lost', 'e-?mail.*attack']) it(`/${good}/`, () => assert.equal(faultOf(good), undefined));
});
