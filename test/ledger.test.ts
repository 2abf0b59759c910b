/** The ledger behind its port, in memory and as a file, and the chain itself. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { memoryLedger } from '../src/adapters/memory-ledger.ts';
import { openSqliteLedger } from '../src/adapters/sqlite-ledger.ts';
import { ChainCheck, nextFree, readRecord, seal } from '../src/core/chain.ts';
import type { CaseEvent, EventBody } from '../src/core/event.ts';
import { CONSENT_STATUSES } from '../src/core/consent.ts';
import { isRecord } from '../src/core/event-form.ts';
import { CHANNELS, DATA_CATEGORIES, MARKS, OUTCOMES, REQUEST_TYPES, ROLES } from '../src/core/law.ts';
import { GENESIS, canonicalJson, chainHash, recordText } from '../src/core/ledger.ts';
import { ledgerContract, marked, opened, stamp } from './ledger-contract.ts';
import { root, scratchFolder } from './ledger-helpers.ts';

const folder = scratchFolder();
after(folder.remove);

ledgerContract('memory', async () => memoryLedger());
ledgerContract('SQLite', () => openSqliteLedger(path.join(folder.make(), 'ledger.db'), { mode: 'write', root }));

describe('canonical JSON', () => {
  const json = fc.jsonValue();

  it('reads back as the same value', () => {
    fc.assert(fc.property(json, (value) => assert.deepEqual(JSON.parse(canonicalJson(value)), JSON.parse(JSON.stringify(value)))));
  });

  it('does not depend on the order of keys', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), json), (value) => {
      const turned = Object.fromEntries(Object.entries(value).toReversed());
      assert.equal(canonicalJson(turned), canonicalJson(value));
    }));
  });

  it('orders keys by code units, not by locale, and leaves absent ones out', () => {
    assert.equal(canonicalJson({ b: 1, a: [{ z: 1, Z: 2 }], ä: undefined, '10': 1, '9': null }), '{"10":1,"9":null,"a":[{"Z":2,"z":1}],"b":1}');
  });

  it('is one line without control characters', () => {
    fc.assert(fc.property(json, (value) => assert.ok(Buffer.from(canonicalJson(value)).every((byte) => byte >= 0x20))));
  });
});

/** A chain of marks made by hand. */
function chainOf(marks: readonly EventBody[]): CaseEvent[] {
  const events: CaseEvent[] = [];
  for (const body of marks) {
    const last = { count: events.length, head: events.at(-1)?.hash ?? GENESIS };
    events.push(seal({ last, case: 'R-1', known: events.length > 0 }, { body }, stamp, () => '').event);
  }
  return events;
}

function check(rows: readonly { seq: number; record: string; prev: string; hash: string }[]): string | undefined {
  const chain = new ChainCheck();
  for (const { seq, record, prev, hash } of rows) {
    const why = chain.add(seq, `${prev}\n${record}`, hash, undefined);
    if (why !== undefined) return why;
  }
  return chain.end(0)?.why;
}

const bodies = fc.array(fc.record({ type: fc.constant('marked' as const), mark: fc.constantFrom(...MARKS), on: fc.constantFrom('2026-01-31', '2026-11-25T14:05:00+01:00') }), { minLength: 2, maxLength: 12 })
  .map((marks) => [opened('A-1').body, ...marks]);

const rowsOf = (events: readonly CaseEvent[]) => events.map((e) => ({ seq: e.seq, record: recordText(e), prev: e.prev, hash: e.hash }));

describe('the chain', () => {
  it('is whole as it was made', () => {
    fc.assert(fc.property(bodies, (marks) => assert.equal(check(rowsOf(chainOf(marks))), undefined)));
  });

  it('finds any character that was changed', () => {
    fc.assert(fc.property(bodies, fc.nat(), fc.constantFrom('record' as const, 'prev' as const, 'hash' as const), fc.nat(), fc.integer({ min: 1, max: 127 }), (marks, n, field, at, flip) => {
      const rows = rowsOf(chainOf(marks));
      const row = rows[n % rows.length];
      assert.ok(row);
      const i = at % row[field].length;
      row[field] = row[field].slice(0, i) + String.fromCharCode(row[field].charCodeAt(i) ^ flip) + row[field].slice(i + 1);
      assert.notEqual(check(rows), undefined);
    }), { numRuns: 500 });
  });

  it('finds events that were removed, doubled, swapped or renumbered', () => {
    fc.assert(fc.property(bodies, fc.nat(), (marks, n) => {
      const rows = rowsOf(chainOf(marks));
      const i = n % (rows.length - 1);
      const [one, two] = [rows[i], rows[i + 1]];
      assert.ok(one && two);
      for (const changed of [rows.toSpliced(i, 1), rows.toSpliced(i, 0, one), rows.toSpliced(i, 2, two, one), rows.toSpliced(i, 2, { ...two, seq: one.seq }, { ...one, seq: two.seq })]) {
        assert.notEqual(check(changed), undefined);
      }
    }));
  });

  it('finds texts that are hashed rightly and are no events', () => {
    const [event] = chainOf([opened('A-1').body]);
    assert.ok(event);
    const good = recordText(event);
    for (const record of [
      JSON.stringify(JSON.parse(good), null, 1), good.replace('"by"', ' "by"'), good.replace('"seq":1', '"seq":01'), good.replace('"seq":1', '"seq":1.0'), `${good} `, `${good}\n`,
      good.replace('"seq":1}', '"seq":1,"zzz":1}'), good.replace('"anna"', '"\\u0061nna"'), good.replace('access', 'Access to Ann'), good.replace('"A-1"', '"ann@example.org"'), good.slice(1), '', 'null',
      good.replace('"case":"R-1",', ''), good.replace(/("by":"anna"),("case":"R-1")/, '$2,$1'),
    ]) {
      assert.notEqual(record, good);
      assert.ok(!isRecord(record), record);
      // Reading asks for our way of writing; what a field may hold is for the check of the chain.
      if (!/Access to Ann|ann@example/.test(record)) assert.equal(readRecord(record, GENESIS, chainHash(GENESIS, record)), undefined, record);
      assert.match(check([{ seq: 1, record, prev: GENESIS, hash: chainHash(GENESIS, record) }]) ?? '', /not written in the form/);
    }
  });

  it('takes what a damaged file yields', () => {
    for (const [seq, linked, hash] of [[1, null, 'x'], [null, 'x', 'x'], ['1', 'x', 'x'], [1, 'x', Buffer.alloc(0)], [1, '', '']]) assert.notEqual(new ChainCheck().add(seq, linked, hash, undefined), undefined);
  });
});

describe('a chain that lies about erasing', () => {
  it('cannot name what was not there yet', () => {
    for (const id of ['P-2', 'P-3', 'P-999999999999999']) {
      const chain = new ChainCheck();
      const [first] = chainOf([opened('A-1').body]);
      assert.ok(first);
      assert.equal(chain.add(1, `${first.prev}\n${recordText(first)}`, first.hash, undefined), undefined);
      const record = recordText({ ...first, seq: 2, body: { type: 'erased', records: [id], why: 'asked' } });
      assert.match(chain.add(2, `${first.hash}\n${record}`, chainHash(first.hash, record), undefined) ?? '', /not there yet/);
    }
  });
});

describe('numbers of cases', () => {
  it('are free, and the next one where there are no gaps', () => {
    fc.assert(fc.property(fc.nat(3000), fc.nat(4000), (count, hint) => assert.equal(nextFree((n) => n <= count, hint), count + 1)));
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 })), (taken) => assert.ok(!taken.includes(nextFree((n) => taken.includes(n))))));
  });
});

describe('the form of an event', () => {
  const schema: { $defs: Record<string, { enum?: string[]; items?: { enum?: string[] }; properties?: Record<string, { enum?: string[] }> }> } = JSON.parse(readFileSync(path.join(root, 'schemas', 'event.schema.json'), 'utf8'));
  const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(schema);

  it('names the same words in the schema as in the code', () => {
    const words = (name: string): unknown => schema.$defs[name]?.enum ?? schema.$defs[name]?.items?.enum;
    assert.deepEqual([words('requestType'), words('role'), words('data'), words('channel')], [REQUEST_TYPES, ROLES, DATA_CATEGORIES, CHANNELS]);
    assert.deepEqual([schema.$defs['marked']?.properties?.['mark']?.enum, schema.$defs['marked']?.properties?.['outcome']?.enum], [MARKS, OUTCOMES]);
    assert.deepEqual(schema.$defs['consented']?.properties?.['status']?.enum, CONSENT_STATUSES);
  });

  const code = fc.constantFrom('eu-gdpr', 'manifestly-unfounded', 'x');
  const moment = fc.constantFrom('2026-11-25', '2026-11-25T14:05Z', '2026-11-25T14:05:00.123+01:00');
  const facts = { role: fc.constantFrom(...ROLES), data: fc.array(fc.constantFrom(...DATA_CATEGORIES)), channel: fc.constantFrom(...CHANNELS), laws: fc.array(code), zone: fc.constantFrom('Europe/Berlin', 'Etc/GMT+1', 'UTC') };
  const request = { requestType: fc.constantFrom(...REQUEST_TYPES), jurisdiction: fc.constantFrom('DE', 'GB-SCT', 'US-CA') };
  const reference = fc.constantFrom('A-1', 'ticket/2026#17', 'x'.repeat(64));
  const ref = fc.constant({ id: 'P-1', digest: GENESIS });
  const body = fc.oneof(
    fc.record({ type: fc.constant('opened'), kind: fc.constant('request'), ...request, agent: fc.boolean(), source: reference, reference, private: ref, ...facts }, { requiredKeys: ['type', 'kind', 'requestType', 'jurisdiction'] }),
    fc.record({ type: fc.constant('opened'), kind: fc.constant('consent'), scope: fc.constantFrom('gipa_a_use', 'share'), detail: fc.constantFrom('biopharma-x', 'ai_training'), private: ref }, { requiredKeys: ['type', 'kind', 'scope'] }),
    fc.record({
      type: fc.constant('consented'), status: fc.constantFrom(...CONSENT_STATUSES), on: moment, until: fc.constant('2028-01-05'), jurisdiction: fc.constantFrom('DE', 'US-CA'), method: fc.constantFrom('e_signature', 'signature'),
      notice: reference, language: fc.constantFrom('en', 'pt-BR', 'zh-Hant-TW'), guardian: fc.constant('mother'), request: fc.constantFrom('R-1', 'R-20'), source: fc.constantFrom('import', 'history'), private: ref,
    }, { requiredKeys: ['type', 'status', 'on'] }),
    fc.record({ type: fc.constant('marked'), mark: fc.constantFrom(...MARKS), on: moment, until: moment, ground: code, outcome: fc.constantFrom(...OUTCOMES), law: code, private: ref }, { requiredKeys: ['type', 'mark', 'on'] }),
    fc.record({ type: fc.constant('learned'), ...request, ...facts }, { requiredKeys: ['type'] }),
    fc.record({ type: fc.constant('corrected'), event: fc.integer({ min: 1, max: 1e6 }), on: moment }, { requiredKeys: ['type', 'event'] }),
    fc.record({ type: fc.constant('erased'), records: fc.array(fc.constantFrom('P-1', 'P-999')), why: fc.constantFrom('asked', 'retention'), law: code }, { requiredKeys: ['type', 'records', 'why'] }),
  );
  const event = fc.record({ seq: fc.integer({ min: 1, max: 1e9 }), case: fc.constantFrom('R-1', 'B-20', 'C-3'), recordedAt: fc.constantFrom(stamp.recordedAt, '2026-11-25T14:05:00.5Z'), by: fc.constantFrom('anna', "Zoë O'Neill", 'dpo@example.org', 'EXAMPLE/anna', '山田'), body });

  it('admits what the schema admits', () => {
    fc.assert(fc.property(event, (value) => {
      assert.ok(validate(value), JSON.stringify(validate.errors));
      assert.ok(isRecord(canonicalJson(value)), canonicalJson(value));
    }), { numRuns: 500 });
  });

  it('refuses, as the schema does, any field that holds something else', () => {
    const strange = fc.constantFrom<unknown>('Ann said: no', 'ann@example.org', 'x'.repeat(65), '', 'a\nb', 'a"b', 17.5, -1, null, {}, ['A B'], true);
    fc.assert(fc.property(event, fc.nat(), strange, (value, n, other) => {
      const keys = Object.keys(value.body).filter((key) => !(key === 'agent' && other === true));
      const key = keys[n % keys.length] ?? 'type';
      const changed = { ...value, body: { ...value.body, [key]: other } };
      assert.ok(!validate(changed), canonicalJson(changed));
      assert.ok(!isRecord(canonicalJson(changed)), canonicalJson(changed));
    }), { numRuns: 1000 });
  });

  it('has no place for anything else', () => {
    fc.assert(fc.property(event, (value) => {
      for (const changed of [{ ...value, note: 'x' }, { ...value, body: { ...value.body, note: 'x' } }, { ...value, body: { ...value.body, type: 'other' } }]) {
        assert.ok(!validate(changed));
        assert.ok(!isRecord(canonicalJson(changed)));
      }
    }), { numRuns: 100 });
  });
});

describe('sealing', () => {
  it('takes random salt, so that equal values have different digests', async () => {
    const ledger = memoryLedger();
    const digests = await Promise.resolve(ledger.transact(async (tx) => {
      const events = await tx.append('R-1', [opened(undefined, 'ann'), marked('received', '2026-11-25', 'x'), marked('received', '2026-11-25', 'x')], stamp);
      return events.map(({ body }) => ('private' in body ? body.private?.digest : undefined));
    }));
    assert.equal(new Set(digests).size, 3);
  });
});
