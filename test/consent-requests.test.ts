/** Withdrawals and the requests that follow them up: none is lost in a request that is closed or about something else. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clockLines } from '../src/cli/views/consents.ts';
import type { Deadline } from '../src/core/deadline.ts';
import { type Answer, ask, inFolder } from './session.ts';

type Custos = (line: string) => Promise<Answer>;

const custosIn = (folder: string): Custos => (line) => ask(line.split(' '), folder);
const test = (work: (custos: Custos) => Promise<void>) => (): Promise<void> => inFolder((folder) => work(custosIn(folder)));

interface Listed {
  items: { custos: { request: string | null; state: string; deadlines: { law: string; obligation: string; state: string; due: string | null }[] } }[];
}

async function json(custos: Custos, line: string): Promise<Listed> {
  const { out, err } = await custos(`${line} --json`);
  return JSON.parse(out || assert.fail(err)) as Listed;
}

const GIVEN = 'consent record S-1 --scope gipa_a_use,gipa_b_sample_storage,marketing_email --on 2026-01-05 --method signature --in US-CA';

describe('a second withdrawal of the same day', () => {
  it('joins a request that is open and about the same laws', test(async (custos) => {
    await custos(GIVEN);
    await custos('consent withdraw S-1 --scope gipa_a_use --on 2026-11-20');
    assert.match((await custos('consent withdraw S-1 --scope gipa_b_sample_storage --on 2026-11-20')).err, /R-1 follows it up/);
  }));
  for (const [name, mark] of [['answered', 'answered --outcome granted'], ['withdrawn', 'withdrawn']] as const) {
    it(`opens one where the first is ${name}, and a clock runs`, test(async (custos) => {
      await custos(GIVEN);
      await custos('consent withdraw S-1 --scope gipa_a_use --on 2026-11-20');
      assert.equal((await custos(`request mark R-1 ${mark} --on 2026-11-21`)).code, 0);
      const { items } = await json(custos, 'consent withdraw S-1 --scope gipa_b_sample_storage --on 2026-11-20');
      assert.equal(items[0]?.custos.request, 'R-2');
      assert.deepEqual(items[0]?.custos.deadlines.filter(({ state }) => state === 'running').map(({ obligation, due }) => [obligation, due]), [['destroy-sample', '2026-12-20'], ['stop-processing', '2026-12-20']]);
    }));
  }
  it('opens one where the laws, the role, the zone or the kinds of data are others', test(async (custos) => {
    await custos(GIVEN);
    await custos('consent withdraw S-1 --scope marketing_email --on 2026-11-20 --law us-ca-ccpa');
    await custos('consent withdraw S-1 --scope gipa_a_use --on 2026-11-20 --law us-ca-gipa --role controller');
    assert.match((await custos('request show R-2')).out, /us-ca-gipa/);
    for (const [i, more] of ['--law us-ca-gipa --role processor', '--law us-ca-gipa --role controller --tz Europe/Berlin', '--law us-ca-gipa --role controller --data health'].entries()) {
      await custos(`consent record S-1 --scope share:p${i} --on 2026-01-05 --in US-CA`);
      assert.match((await custos(`consent withdraw S-1 --scope share:p${i} --on 2026-11-20 ${more}`)).err, new RegExp(`logged R-${i + 3},`), more);
    }
  }));
});

describe('a withdrawal that names its request', () => {
  it('takes one of its type, of its place, open, and received by its day', test(async (custos) => {
    await custos(GIVEN);
    for (const type of ['withdraw-consent', 'destroy-sample', 'erasure']) await custos(`request log --type ${type} --received 2026-11-19 --in US-CA`);
    for (const [i, scope] of ['gipa_a_use', 'gipa_b_sample_storage', 'marketing_email'].entries()) assert.match((await custos(`consent withdraw S-1 --scope ${scope} --on 2026-11-20 --request R-${i + 1}`)).err, new RegExp(`R-${i + 1} follows it up`));
  }));
  it('refuses every other, and says why', test(async (custos) => {
    await custos(GIVEN);
    for (const log of ['access --received 2026-11-02 --in US-CA', 'withdraw-consent --received 2026-11-02 --in US-CA', 'withdraw-consent --received 2026-11-02 --in DE', 'withdraw-consent --received 2026-11-21 --in US-CA']) await custos(`request log --type ${log}`);
    await custos('request mark R-2 answered --outcome granted --on 2026-11-03');
    const before = (await custos('ledger head')).out;
    for (const [id, says] of [['R-1', /of the type access\nhint: give one of withdraw-consent, destroy-sample, erasure/], ['R-2', /it is closed/], ['R-3', /under the law of DE, and the person is in US-CA\nhint: .*custos request correct R-3 \d+ --in US-CA/], ['R-4', /received on 2026-11-21, after the withdrawal on 2026-11-20/]] as const) {
      const { code, err } = await custos(`consent withdraw S-1 --scope gipa_a_use --on 2026-11-20 --request ${id}`);
      assert.equal(code, 2, id);
      assert.match(err, says);
    }
    assert.equal((await custos('ledger head')).out, before);
  }));
});

describe('a corrected withdrawal', () => {
  it('says what to do with its request, and is done when that is done', test(async (custos) => {
    await custos(GIVEN);
    await custos('consent withdraw S-1 --scope gipa_a_use --on 2026-11-20');
    const event = /C-1 +(\d+) +2026-11-20 +withdrawn/.exec((await custos('consent show S-1')).out)?.[1];
    const { code, err } = await custos(`consent correct C-1 ${event} --on 2026-10-01`);
    assert.equal(code, 4);
    const command = /R-1 still counts from 2026-11-20: custos (request correct R-1 \d+ --on 2026-10-01)/.exec(err)?.[1] ?? assert.fail(err);
    assert.equal((await custos(command)).code, 0);
    assert.match((await custos('request show R-1')).out, /2026-10-31/);
    assert.equal((await custos(`consent correct C-1 ${event} --on 2026-10-01`)).code, 0);
  }));
  it('that is struck leaves a request that nothing asks for', test(async (custos) => {
    await custos(GIVEN);
    await custos('consent withdraw S-1 --scope gipa_a_use,marketing_email --on 2026-11-20');
    const event = (id: string, out: string) => new RegExp(`${id} +(\\d+) +2026-11-20 +withdrawn`).exec(out)?.[1];
    const { out } = await custos('consent show S-1');
    assert.equal((await custos(`consent correct C-1 ${event('C-1', out)}`)).code, 0, 'the other withdrawal needs the request');
    const { code, err } = await custos(`consent correct C-3 ${event('C-3', out)}`);
    assert.equal(code, 4);
    const command = /R-1 followed it up and stays open; if there was no withdrawal: custos (request mark .*)/.exec(err)?.[1] ?? assert.fail(err);
    assert.equal((await custos(command)).code, 0);
  }));
  it('whose request somebody logged before needs nothing', test(async (custos) => {
    await custos(GIVEN);
    await custos('request log --type withdraw-consent --received 2026-11-02 --in US-CA');
    await custos('consent withdraw S-1 --scope gipa_a_use --on 2026-11-20 --request R-1');
    const event = /C-1 +(\d+) +2026-11-20 +withdrawn/.exec((await custos('consent show S-1')).out)?.[1];
    assert.equal((await custos(`consent correct C-1 ${event} --on 2026-11-10`)).code, 0);
    assert.equal((await custos(`consent correct C-1 ${event} --on 2026-11-01`)).code, 4);
  }));
  it('cannot make a consent expire before it was given', test(async (custos) => {
    await custos('consent record S-2 --scope marketing_email --on 2026-01-05 --expires 2026-06-30');
    const { code, err } = await custos('consent correct C-1 2 --on 2026-07-01');
    assert.deepEqual([code, /cannot have expired on 2026-06-30/.test(err)], [2, true]);
  }));
});

describe('consent withdraw', () => {
  it('--all takes expired consents along, and those that no affirmative act gave', test(async (custos) => {
    await custos('consent record S-1 --scope marketing_email --on 2025-01-05 --expires 2025-12-31 --in DE');
    await custos('consent record S-1 --scope marketing_phone --on 2025-01-05 --method pre_ticked --in DE');
    const { items } = await json(custos, 'consent withdraw S-1 --all --on 2026-11-20');
    assert.deepEqual(items.map(({ custos: { state, request } }) => [state, request]), [['withdrawn', 'R-1'], ['withdrawn', 'R-1']]);
  }));
  it('may be by one guardian', test(async (custos) => {
    for (const guardian of ['mother', 'father']) assert.equal((await custos(`consent record S-1 --scope marketing_email --on 2026-01-05 --guardian ${guardian} --in DE`)).code, 0);
    await custos('consent withdraw S-1 --all --on 2026-11-20 --guardian father');
    const { out } = await custos('consent show S-1');
    assert.match(out, /granted \(DE, by guardian \(mother\)\)[\s\S]*granted \(DE, by guardian \(father\)\)[\s\S]*withdrawn \(by guardian \(father\), R-1\)/);
    assert.match(out, /C-1 +marketing_email +withdrawn/);
  }));
  it('of marketing in California asks no law about genes, children or health', test(async (custos) => {
    await custos('consent record S-1 --scope marketing_email,marketing_phone --on 2026-01-05 --in US-CA');
    const { items } = await json(custos, 'consent withdraw S-1 --all --on 2026-11-20');
    const asked = items[0]?.custos.deadlines.filter(({ state }) => state === 'undetermined').map(({ law }) => law) ?? [];
    for (const law of ['us-ca-gipa', 'us-coppa']) assert.ok(!asked.includes(law), law);
  }));
  it('says of a clock that no longer runs how it ended', () => {
    const clock = { law: 'us-ca-gipa', obligation: 'destroy-sample', due: '2026-12-20', daysLeft: 25 };
    for (const [state, says] of [['running', '2026-12-20 Sun, 25 days'], ['met', '2026-12-20 Sun, met'], ['late', '2026-12-20 Sun, late']] as const) {
      assert.deepEqual(clockLines('R-1', [{ ...clock, state } as Deadline]), ['', `R-1  us-ca-gipa destroy-sample: due ${says}`]);
    }
  });
  it('of a person nobody knows says so where it could have asked', () => inFolder(async (folder) => {
    await custosIn(folder)(GIVEN);
    const { code, err } = await ask(['consent', 'withdraw', 'P-404'], folder, { canAsk: true });
    assert.deepEqual([code, err], [2, 'error[refused-event]: no consent of this person is recorded: there is nothing to withdraw\nhint: custos consent show\n']);
  }));
});

describe('an unknown word', () => {
  it('of a guardian or a method is not repeated; a near one is offered', test(async (custos) => {
    for (const [option, says] of [["--guardian Mustermann", /unknown relation\n/], ['--guardian mothr', /unknown relation; did you mean mother\?/], ['--method Mustermann', /unknown method\n/], ['--method pre-tickt', /did you mean pre_ticked\?/]] as const) {
      const { code, err } = await custos(`consent record S-1 --scope marketing_email ${option}`);
      assert.deepEqual([code, says.test(err), /Mustermann|mothr|tickt/.test(err)], [2, true, false], err);
    }
  }));
});

describe('an act that is none', () => {
  it('is marked wherever the consent is shown', test(async (custos) => {
    const { out } = await custos('consent record S-1 --scope marketing_email --on 2026-01-05 --method pre_ticked');
    assert.match(out, /C-1 +marketing_email +unknown +2026-01-05 +– +pre_ticked, no affirmative act/);
    assert.match((await custos('consent show S-1')).out, /granted \(pre_ticked, no affirmative act\)/);
    assert.match((await custos('consent show --format csv')).out, /^C-1,marketing_email,unknown,/m);
  }));
});
