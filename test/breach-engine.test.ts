/** The engine of breaches: whom a law concerns, what it decides, what a notice says, and data sets. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BreachItem } from '../src/core/breach-item.ts';
import type { BreachLaw, BreachTerm } from '../src/core/breach-law.ts';
import { CITE, FACTS, assess, duty, law, loose, one, only, pick, term } from './breach-made.ts';

describe('whom a law concerns', () => {
  const l = law([duty('notify-people', [term()])]);
  it('people in its places and their parts', () => {
    assert.deepEqual(only([l]).places, ['US-CA']);
    assert.deepEqual(only([law([duty('notify-people', [term()])], { scope: { people: ['US'] } })]).places, ['US-CA']);
  });
  it('nobody there: no item', () => assert.deepEqual(assess([l], { facts: { people: { byJurisdiction: { 'US-CA': 0 } } } }).items, []));
  it('one person there', () => assert.equal(only([l], { facts: { people: { byJurisdiction: { 'US-CA': 1 } } } }).decision, 'required'));
  it('a number that is not known there', () => assert.equal(only([l], { facts: { people: { byJurisdiction: { 'US-CA': 'unknown' } } } }).decision, 'required'));
  it('nobody knows where the people are', () => {
    const item = only([l], { facts: { people: { count: { n: 5, precision: 'exact' } } } });
    assert.deepEqual(pick(item, 'decision', 'state', 'missing', 'due'), { decision: 'undetermined', state: 'undetermined', missing: ['people.byJurisdiction'], due: '2026-12-16' });
  });
  it('named, it is taken to apply, and a step says so', () => {
    const item = only([l], { facts: { people: {} }, laws: ['us-xx-test'] });
    assert.equal(item.decision, 'required');
    assert.match(item.steps[0]?.says ?? '', /taken to apply because it was named/);
  });
  it('only what is named is answered', () => assert.deepEqual(assess([l, { ...l, id: 'us-yy-test' }], { laws: ['us-yy-test'], facts: { people: { byJurisdiction: { 'US-CA': 1, AR: 1 } } } }).items.map((i) => i.law), ['us-yy-test']));
  it('named, but the people are elsewhere', () => {
    const item = only([l], { facts: { people: { byJurisdiction: { 'US-NY': 3 } } }, laws: ['us-xx-test'] });
    assert.deepEqual(pick(item, 'decision', 'state'), { decision: 'not-required', state: 'not-required' });
    assert.match(item.why, /concerns people in US-CA/);
  });
  it('established there, wherever the people are', () => {
    const both = law([duty('notify-people', [term()])], { scope: { people: ['DE'], established: ['DE'] } });
    const facts = { people: { byJurisdiction: { 'US-NY': 3 } } };
    assert.equal(assess([both], { facts: { ...facts, organisation: { establishedIn: ['DE-BY'] } } }).items.find((i) => i.law === both.id)?.decision, 'required');
    assert.equal(assess([both], { facts: { ...facts, organisation: { establishedIn: ['FR'] } } }).items.find((i) => i.law === both.id), undefined);
    assert.deepEqual(assess([both], { facts: { ...facts, organisation: {} } }).notCounted.map((n) => n.law), ['us-xx-test', '*']);
  });
  it('the Union holds the Member States that are listed, not whatever once lay in it', () => {
    const eu = law([duty('notify-people', [term()])], { scope: { people: ['EU', 'DE'] }, jurisdiction: 'EU' });
    const laws = (people: object) => assess([eu], { facts: { people: { byJurisdiction: people } } }).items.map((i) => i.law);
    assert.deepEqual(laws({ EU: 2 }), ['us-xx-test']);
    assert.deepEqual(laws({ DE: 2 }), ['us-xx-test']);
    assert.deepEqual(laws({ GB: 2 }), ['gb-unknown']);
  });
  it('only for a time', () => {
    const uk = law([duty('notify-people', [term({ from: '2018-05-25' })], { since: '2018-05-25' })], { scope: { people: ['GB'], periods: [{ in: ['GB'], until: '2020-12-31', citation: CITE }] }, jurisdiction: 'GB' });
    const on = (discovered: string) => assess([uk], { facts: { incident: { discovered }, people: { byJurisdiction: { GB: 1 } } } }).items.map((i) => i.law);
    assert.deepEqual(on('2020-12-31T12:00:00Z'), ['us-xx-test']);
    assert.deepEqual(on('2021-01-01T12:00:00Z'), ['gb-unknown']);
  });
  it('a condition that fails leaves nothing, one that is open leaves a question', () => {
    const sector = law([duty('notify-people', [term()], { roles: ['controller', 'covered-entity'] })], { scope: { people: ['*'], when: { fact: 'role', is: 'covered-entity' }, whenSays: 'it concerns covered entities' } });
    assert.deepEqual(assess([sector]).items.map((i) => i.law), ['us-ca-unknown']);
    const open = assess([sector], { facts: { roles: 'unknown' } }).items.find((i) => i.law === sector.id);
    assert.deepEqual([open?.decision, open?.missing], ['undetermined', ['roles']]);
  });
});

describe('no jurisdiction is dropped in silence', () => {
  it('a place without a law', () => {
    const item = only([], { facts: { people: { byJurisdiction: { AR: 2, US: 0 } } } });
    assert.deepEqual(pick(item, 'law', 'decision', 'state', 'places'), { law: 'ar-unknown', decision: 'undetermined', state: 'undetermined', places: ['AR'] });
    assert.match(item.why, /Argentina; ask counsel/);
  });
  it('a law for everywhere answers for no place', () => {
    const everywhere = law([duty('notify-people', [term()])], { scope: { people: ['*'] }, jurisdiction: '*' });
    assert.deepEqual(assess([everywhere]).items.map((i) => i.law).toSorted(), ['us-ca-unknown', 'us-xx-test']);
  });
  it('a country whose part is not known is one question', () => {
    const item = only([law([duty('notify-people', [term()])])], { facts: { people: { byJurisdiction: { US: 4 } } } });
    assert.deepEqual(pick(item, 'law', 'missing'), { law: 'us-unknown', missing: ['people.byJurisdiction'] });
  });
  it('people in no place yet are named', () => {
    const { notCounted } = assess([], { facts: { people: { count: { n: 700, precision: 'exact' }, byJurisdiction: { 'US-CA': 501 } } } });
    assert.deepEqual(notCounted, [{ law: '*', missing: ['people.byJurisdiction'], why: '199 of 700 people are in no jurisdiction yet' }]);
  });
});

describe('roles', () => {
  const l = law([duty('notify-authority', [term()]), duty('notify-controller', [loose()], { roles: ['processor', 'service-provider'] })]);
  const decisions = (roles: unknown) => Object.fromEntries(assess([l], { facts: { roles } }).items.map((i) => [i.obligation, i.decision]));
  it('the duty of another role is not required, with the reason', () => {
    assert.deepEqual(decisions(['controller']), { 'notify-authority': 'required', 'notify-controller': 'not-required' });
    assert.deepEqual(decisions(['processor']), { 'notify-authority': 'not-required', 'notify-controller': 'required' });
    assert.match(assess([l], { facts: { roles: ['processor'] } }).items.find((i) => i.decision === 'not-required')?.why ?? '', /the duty of a controller; the organisation acts as a processor/);
  });
  it('several roles', () => assert.deepEqual(decisions(['controller', 'processor']), { 'notify-authority': 'required', 'notify-controller': 'required' }));
  it('a sector word implies the general one, never the other way round', () => {
    for (const role of ['joint-controller', 'covered-entity', 'phr-vendor', 'health-facility']) assert.equal(decisions([role])['notify-authority'], 'required', role);
    for (const role of ['business-associate', 'maintainer', 'service-provider']) assert.deepEqual(decisions([role]), { 'notify-authority': 'not-required', 'notify-controller': 'required' }, role);
    const sector = law([duty('notify-authority', [term()], { roles: ['covered-entity'] })]);
    assert.equal(only([sector]).decision, 'not-required');
  });
  it('unknown is open', () => {
    assert.deepEqual(decisions('unknown'), { 'notify-authority': 'undetermined', 'notify-controller': 'undetermined' });
    assert.deepEqual(decisions(['processor', 'unknown']), { 'notify-authority': 'undetermined', 'notify-controller': 'required' });
    assert.deepEqual(assess([l], { facts: { roles: undefined } }).items.map((i) => i.missing), [['roles'], ['roles']]);
  });
});

describe('wordings', () => {
  const before = term({ from: '2020-01-01', until: '2025-12-31', within: { n: 45, unit: 'days' } });
  const after = term({ from: '2026-01-01' });
  const on = (discovered: string, now = '2026-11-20') => only([law([duty('notify-authority', [before, after])])], { facts: { incident: { discovered } }, now });
  it('the one in force when the clock starts, not now', () => {
    assert.equal(on('2025-12-31T23:00:00-08:00').due, '2026-02-14');
    assert.equal(on('2026-01-01T01:00:00-08:00').due, '2026-01-31');
  });
  it('the day is that of the law’s place', () => assert.equal(on('2026-01-01T01:00:00-05:00').due, '2026-02-14'));
  it('before the first wording: open if the duty is older, no if it is not', () => {
    const l = (since?: string) => law([{ ...duty('notify-authority', [after]), ...(since === undefined ? {} : { since }) }]);
    const at = (laws: BreachLaw[]) => only(laws, { facts: { incident: { discovered: '2019-05-01T12:00:00-08:00' } } });
    assert.equal(at([l('2020-01-01')]).decision, 'not-required');
    assert.equal(at([l('2003-07-01')]).decision, 'undetermined');
    const { since: _, ...unsaid } = duty('notify-authority', [after]);
    assert.equal(at([law([unsaid])]).decision, 'undetermined');
  });
  it('a proposal is not law', () => assert.match(one(term({ status: 'proposed' })).why, /proposed/));
  it('conditions tell two apart', () => {
    const l = law([duty('notify-authority', [
      term({ when: { fact: 'people.here', atLeast: 500 }, whenSays: 'fewer than 500' }),
      term({ when: { not: { fact: 'people.here', atLeast: 500 } }, whenSays: '500 or more', yearEnd: { within: { n: 60, unit: 'days' } }, within: undefined as never }),
    ])]);
    const due = (n: number) => only([l], { facts: { people: { byJurisdiction: { 'US-CA': n } } } }).due;
    assert.deepEqual([499, 500, 501].map(due), ['2027-03-01', '2026-12-16', '2026-12-16']);
    const open = only([l], { facts: { people: { byJurisdiction: { 'US-CA': { n: 400, precision: 'estimate' } } } } });
    assert.deepEqual(pick(open, 'decision', 'missing', 'due'), { decision: 'undetermined', missing: ['people.byJurisdiction'], due: '2026-12-16' });
  });
  it('after the end of the year, leap years included', () => {
    const t = term({ yearEnd: { within: { n: 60, unit: 'days' } }, within: undefined as never });
    const due = (discovered: string) => one(t, { facts: { incident: { discovered } }, now: '2029-01-01' }).due;
    assert.deepEqual(['2025-03-01T12:00:00-08:00', '2026-12-31T12:00:00-08:00', '2027-01-01T12:00:00-08:00'].map(due), ['2026-03-01', '2027-03-01', '2028-02-29']);
  });
});

describe('decisions', () => {
  const encrypted = { id: 'encrypted', when: { all: [{ fact: 'protection.encrypted', is: 'yes' }, { fact: 'protection.keyAcquired', is: 'no' }] }, says: 'the data were encrypted', citation: CITE };
  const safe = (protection: object, claimed = false) => one(term({ exceptions: [claimed ? { ...encrypted, claimed: true } : encrypted] }), { facts: { protection } });
  it('encrypted with and without the key', () => {
    assert.deepEqual(pick(safe({ encrypted: 'yes', keyAcquired: 'no' }), 'decision', 'why'), { decision: 'not-required', why: 'the data were encrypted' });
    assert.equal(safe({ encrypted: 'yes', keyAcquired: 'yes' }).decision, 'required');
    assert.equal(safe({ encrypted: 'no' }).decision, 'required');
    assert.equal(safe({ encrypted: 'partly', keyAcquired: 'no' }).decision, 'required');
  });
  it('unknown is open, unless it is for the organisation to show it', () => {
    assert.deepEqual(pick(safe({}), 'decision', 'missing', 'due'), { decision: 'undetermined', missing: ['protection.encrypted', 'protection.keyAcquired'], due: '2026-12-16' });
    assert.deepEqual(safe({ encrypted: 'yes', keyAcquired: 'unknown' }).missing, ['protection.keyAcquired']);
    assert.equal(safe({}, true).decision, 'required');
    assert.equal(safe({ encrypted: 'yes', keyAcquired: 'no' }, true).decision, 'not-required');
  });
  it('thresholds on both sides, and upper bounds of estimates', () => {
    const t = term({ when: { fact: 'people.here', moreThan: 500 }, whenSays: 'no more than 500 people' });
    const at = (n: unknown) => one(t, { facts: { people: { byJurisdiction: { 'US-CA': n } } } }).decision;
    assert.deepEqual([499, 500, 501, { n: 400, precision: 'estimate', upTo: 500 }, { n: 400, precision: 'estimate', upTo: 501 }, { n: 501, precision: 'estimate' }].map(at), ['not-required', 'not-required', 'required', 'not-required', 'required', 'required']);
    assert.deepEqual(['unknown', { n: 400, precision: 'estimate' }].map(at), ['undetermined', 'undetermined']);
  });
  it('people who may live there leave a threshold open, estimates do not', () => {
    const t = term({ when: { fact: 'people.here', moreThan: 500 }, whenSays: 'no more than 500 people' });
    const at = (people: object) => assess([law([duty('notify-authority', [t])])], { facts: { people } }).items.find((i) => i.law === 'us-xx-test')?.decision;
    assert.equal(at({ byJurisdiction: { 'US-CA': 300, US: 200 } }), 'not-required');
    assert.equal(at({ byJurisdiction: { 'US-CA': 300, US: 201 } }), 'undetermined');
    assert.equal(at({ byJurisdiction: { 'US-CA': 300 }, count: { n: 501, precision: 'exact' } }), 'undetermined');
    assert.equal(at({ byJurisdiction: { 'US-CA': 501, US: 200 } }), 'required');
  });
  it('the most in one place', () => {
    const l = law([duty('notify-media', [term({ when: { fact: 'people.most', moreThan: 500 }, whenSays: 'no State has more than 500' })])], { scope: { people: ['*'] }, jurisdiction: '*' });
    const at = (people: object) => assess([l], { facts: { people } }).items.find((i) => i.law === l.id)?.decision;
    assert.equal(at({ byJurisdiction: { 'US-CA': 400, 'US-MA': 300 } }), 'not-required');
    assert.equal(at({ byJurisdiction: { 'US-CA': 501, 'US-MA': 1 } }), 'required');
    assert.equal(at({ count: { n: 500, precision: 'exact' } }), 'not-required');
    assert.equal(at({ count: { n: 501, precision: 'exact' } }), 'undetermined');
  });
  it('two readings of a trigger that differ are for counsel', () => {
    const t = term({ when: { fact: 'people.here', moreThan: 500 }, whenSays: 'no more than 500', readings: [{ id: 'or-more', says: 'the threshold is “500 or more”.', when: { fact: 'people.here', atLeast: 500 }, citation: CITE }] });
    const at = (n: number) => one(t, { facts: { people: { byJurisdiction: { 'US-CA': n } } } });
    assert.deepEqual([499, 500, 501].map((n) => at(n).decision), ['not-required', 'undetermined', 'required']);
    assert.match(at(500).why, /two readings: the threshold is “500 or more”/);
  });
  it('counsel, good practice', () => {
    const counsel = one(term({ counsel: { says: 'is the organisation an information broker?' } }));
    assert.deepEqual(pick(counsel, 'decision', 'why', 'missing', 'due'), { decision: 'undetermined', why: 'ask counsel: is the organisation an information broker?', missing: [], due: '2026-12-16' });
    const t = term({ when: { fact: 'risk.level', is: 'high' }, whenSays: 'the risk is not high', recommended: { when: { fact: 'risk.level', is: 'risk' }, says: 'telling people is good practice' } });
    const at = (level?: string) => one(t, { facts: { risk: { level } } });
    assert.deepEqual([at('high').decision, at('risk').decision, at('unlikely').decision, at().decision], ['required', 'recommended', 'not-required', 'undetermined']);
    assert.deepEqual(pick(at('risk'), 'state', 'due'), { state: 'not-required', due: null });
  });
  it('a harm test comes from the risk that people decided on', () => {
    const t = term({ exceptions: [{ id: 'harm', when: { fact: 'harm', is: 'unlikely' }, says: 'no harm is likely', citation: CITE }] });
    const at = (risk: object) => one(t, { facts: { risk } });
    assert.deepEqual(['unlikely', 'risk', 'high', 'unknown'].map((level) => at({ level }).decision), ['not-required', 'required', 'required', 'undetermined']);
    assert.deepEqual(at({}).missing, ['risk.level']);
  });
  it('a duty that hangs on another', () => {
    const l = (t: BreachTerm) => law([duty('notify-people', [t]), duty('notify-cra', [loose({ when: { fact: 'people.here', moreThan: 500 }, whenSays: 'no more than 500' })], { dependsOn: 'notify-people' })]);
    const cra = (t: BreachTerm, facts: object) => assess([l(t)], { facts }).items.find((i) => i.obligation === 'notify-cra') as BreachItem;
    const t = term({ exceptions: [encrypted] });
    assert.equal(cra(t, { protection: { encrypted: 'no' } }).decision, 'required');
    assert.deepEqual(pick(cra(t, { protection: { encrypted: 'yes', keyAcquired: 'no' } }), 'decision', 'why'), { decision: 'not-required', why: 'notify-people is not required: the data were encrypted' });
    assert.deepEqual(pick(cra(t, {}), 'decision', 'missing'), { decision: 'undetermined', missing: ['protection.encrypted', 'protection.keyAcquired'] });
    assert.equal(cra(t, { people: { byJurisdiction: { 'US-CA': 500 } } }).decision, 'not-required');
  });
});

describe('claims', () => {
  const t = term({ when: { fact: 'risk.exceptions', is: 'disproportionate-effort' }, whenSays: 'nobody relies on it' });
  const at = (risk: object) => one(t, { facts: { risk } }).decision;
  it('what is not claimed is not relied on; an open claim is open', () => {
    assert.deepEqual([at({}), at({ exceptions: [] }), at({ exceptions: ['disproportionate-effort'] }), at({ exceptions: 'unknown' })], ['not-required', 'not-required', 'required', 'undetermined']);
  });
});

describe('contents', () => {
  const content = (id: string, status: 'required' | 'conditional' | 'if-known' | 'optional', facts: string[], more = {}) => ({ id, says: id, status, facts, citation: CITE, ...more });
  const statuses = (facts: object) => Object.fromEntries(one(term({ contents: [
    content('nature', 'required', ['incident.summary+incident.cia']), content('contact', 'required', ['dpo', 'organisation.contact']), content('number', 'if-known', ['people.count']),
    content('date', 'if-known', ['incident.occurred']), content('ssn', 'conditional', ['services.monitoring.provider'], { when: { fact: 'data.elements', is: 'ssn' } }), content('fixed', 'required', []), content('here', 'required', ['people.here']),
  ] }), { facts }).contents.map((c) => [c.id, c.status]));
  it('present, missing, declared unknown, not applicable', () => {
    assert.deepEqual(statuses({}), { nature: 'missing', contact: 'missing', number: 'missing', date: 'missing', ssn: 'missing', fixed: 'present', here: 'present' });
    assert.deepEqual(statuses({
      incident: { ...FACTS.incident, summary: 'lost', cia: ['availability'], occurred: 'unknown' }, organisation: { contact: { name: 'A' } },
      people: { ...FACTS.people, count: { precision: 'unknown' } }, data: { elements: ['name'] },
    }), { nature: 'present', contact: 'present', number: 'declared-unknown', date: 'declared-unknown', ssn: 'not-applicable', fixed: 'present', here: 'present' });
  });
  it('half of what is needed is missing; unknown is no value where the law wants one', () => {
    assert.equal(statuses({ incident: { ...FACTS.incident, summary: 'lost' } })['nature'], 'missing');
    assert.equal(statuses({ incident: { ...FACTS.incident, summary: 'unknown', cia: ['integrity'] } })['nature'], 'missing');
    assert.equal(statuses({ dpo: { notApplicable: 'none is named' } })['contact'], 'missing');
    assert.equal(statuses({ dpo: { notApplicable: 'none is named' }, organisation: { contact: { notApplicable: 'none' } } })['contact'], 'not-applicable');
    assert.equal(statuses({ data: { elements: ['name', 'ssn'] } })['ssn'], 'missing');
    assert.equal(statuses({ data: { elements: ['ssn'] }, services: { monitoring: { provider: 'X' } } })['ssn'], 'present');
  });
});

describe('laws that pull apart', () => {
  const wants = (id: string, status: 'required' | 'optional' = 'required', place = 'US-CA') => law([duty('notify-people', [term({ contents: [{ id: 'nature', says: 'what happened', status, facts: ['incident.summary'], about: 'nature', citation: CITE }] })])], { id, scope: { people: [place] } });
  const forbids = law([duty('notify-people', [term({ forbidden: [{ id: 'nature', says: 'the nature of the breach', about: 'nature', citation: CITE }] })])], { id: 'us-yy-test', scope: { people: ['US-NY'] } });
  const facts = { people: { byJurisdiction: { 'US-CA': 1, 'US-NY': 1 } } };
  const conflictsOf = (laws: BreachLaw[], given = facts) => Object.fromEntries(assess(laws, { facts: given }).items.map((i) => [i.law, i.conflictsWith]));
  it('one forbids what the other wants', () => assert.deepEqual(conflictsOf([wants('us-xx-test'), forbids]), { 'us-xx-test': ['us-yy-test'], 'us-yy-test': ['us-xx-test'] }));
  it('not what is optional, nor what is not required', () => {
    assert.deepEqual(conflictsOf([wants('us-xx-test', 'optional'), forbids]), { 'us-xx-test': [], 'us-yy-test': [] });
    assert.deepEqual(conflictsOf([wants('us-xx-test'), forbids], { people: { byJurisdiction: { 'US-CA': 1, 'US-NY': 0 } } }), { 'us-xx-test': [] });
  });
  it('what is forbidden is listed', () => assert.deepEqual(assess([forbids], { facts }).items.find((i) => i.law === 'us-yy-test')?.forbidden.map((f) => [f.id, f.says]), [['nature', 'the nature of the breach']]));
});

describe('data sets', () => {
  const ssn = term({ when: { fact: 'data.elements', is: 'ssn' }, whenSays: 'no social security numbers', contents: [{ id: 'ssn', says: 'offer', status: 'conditional', when: { fact: 'data.elements', is: 'ssn' }, facts: ['services.monitoring.provider'], citation: CITE }] });
  const l = law([duty('notify-people', [ssn]), duty('notify-authority', [term({ when: { fact: 'people.here', moreThan: 500 }, whenSays: 'no more than 500' })], { dependsOn: 'notify-people' }), duty('notify-controller', [loose()], { roles: ['processor'] })]);
  const set = (name: string, role: string | undefined, elements: string[], n: number) => ({ name, ...(role ? { role } : {}), data: { elements }, people: { byJurisdiction: { 'US-CA': n } } });
  const items = (dataSets: object[], more = {}) => Object.fromEntries(assess([l], { facts: { people: undefined, dataSets, ...more } }).items.map((i) => [i.obligation, i]));
  it('each by its own role, data and people', () => {
    const found = items([set('portal', 'controller', ['email'], 10), set('study', 'processor', ['ssn'], 20)]);
    assert.deepEqual(Object.values(found).map((i) => [i.obligation, i.decision, i.dataSets]).toSorted((a, b) => (String(a) < String(b) ? -1 : 1)), [['notify-authority', 'not-required', ['portal', 'study']], ['notify-controller', 'required', ['study']], ['notify-people', 'not-required', ['portal', 'study']]]);
    assert.deepEqual(items([set('payroll', 'controller', ['ssn'], 10), set('study', 'processor', ['ssn'], 20)])['notify-people']?.dataSets, ['payroll']);
  });
  it('thresholds count those of one role together', () => {
    assert.equal(items([set('a', 'controller', ['ssn'], 251), set('b', 'controller', ['ssn'], 250)])['notify-authority']?.decision, 'required');
    assert.equal(items([set('a', 'controller', ['ssn'], 250), set('b', 'controller', ['ssn'], 250)])['notify-authority']?.decision, 'not-required');
    assert.equal(items([set('a', 'controller', ['ssn'], 251), set('b', 'processor', ['ssn'], 250)])['notify-authority']?.decision, 'not-required');
  });
  it('what is missing is named where it belongs', () => {
    const found = items([set('a', 'controller', ['ssn'], 1), { name: 'b', people: { byJurisdiction: { 'US-CA': 1 } }, role: 'controller' }]);
    assert.equal(found['notify-people']?.decision, 'required');
    const open = items([{ name: 'b', people: { byJurisdiction: { 'US-CA': 1 } } }], { roles: undefined });
    assert.deepEqual(open['notify-people']?.missing, ['dataSets.0.role', 'dataSets.0.data.elements']);
  });
});
