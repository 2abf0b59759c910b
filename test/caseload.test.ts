/** Kept dates are never the truth: a list made with them is the list made from the events, on any day. */
import assert from 'node:assert/strict';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { openSqliteLedger } from '../src/adapters/sqlite-ledger.ts';
import { loadDriver } from '../src/adapters/sqlite-ledger/driver.ts';
import { formatDay, parseDay } from '../src/core/date.ts';
import type { MarkName, RequestType } from '../src/core/law.ts';
import { ROOT, ask, inFolder } from './session.ts';

const START = parseDay('2026-01-01') as number;
const stamp = { by: 'tester', recordedAt: '2026-11-25T00:00:00Z' };

const onDay = fc.nat(330).map((n) => formatDay(START + n));
const place = fc.constantFrom('DE', 'FR', 'GB', 'GB-SCT', 'US-CA', 'US-WA', 'US', 'JP', 'CH', 'CA');
const requestType = fc.constantFrom<RequestType>('access', 'erasure', 'opt-out', 'withdraw-consent', 'complaint');
const mark = fc.record({
  type: fc.constant('marked' as const),
  mark: fc.constantFrom<MarkName>('acknowledged', 'id-requested', 'id-received', 'authenticated', 'clarification-asked', 'clarification-answered', 'extension-noticed', 'answered', 'withdrawn', 'hold-placed', 'hold-lifted', 'carried-out'),
  on: onDay,
});
const laws = fc.constantFrom<string[]>([], [], ['us-va-vcdpa'], ['jp-appi', 'us-hipaa']);
const request = fc.record({ requestType, jurisdiction: place, laws, received: onDay, marks: fc.array(mark, { maxLength: 4 }) });
const filter = fc.constantFrom([], ['--open'], ['--closed'], ['--all'], ['--overdue'], ['--due', '14d']);

type Request = typeof request extends fc.Arbitrary<infer T> ? T : never;

async function append(file: string, requests: readonly Request[]): Promise<void> {
  const ledger = await openSqliteLedger(file, { mode: 'write', root: ROOT });
  await ledger.transact(async (tx) => {
    for (const r of requests) {
      await tx.append(await tx.nextCase('R'), [
        { body: { type: 'opened', kind: 'request', requestType: r.requestType, jurisdiction: r.jurisdiction, ...(r.laws.length > 0 ? { laws: r.laws } : {}) } }, { body: { type: 'marked', mark: 'received', on: r.received } },
        ...r.marks.filter((m) => m.on >= r.received).map((body) => ({ body })),
      ], stamp);
    }
  });
  await ledger.close();
}

/** The list with kept dates, and the list from the events; the second finds no folder to keep dates in. */
async function bothLists(folder: string, words: readonly string[]): Promise<[string, string]> {
  const argv = ['request', 'list', '--json', '--verbose', '--ledger', path.join(folder, 'l.db'), ...words];
  const [kept, plain] = [await ask(argv, folder), await ask(argv, folder, { env: { HOME: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: path.join(folder, 'l.db') } })];
  assert.equal(kept.err, '');
  assert.match(plain.err, /derived dates are not kept/);
  return [kept.out, plain.out];
}

describe('kept dates', () => {
  it('give the list that the events give, on any day and after any addition', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(request, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 }), fc.array(fc.tuple(onDay, filter), { minLength: 1, maxLength: 4 }), (additions, questions) => inFolder(async (folder) => {
      for (const addition of additions) {
        await append(path.join(folder, 'l.db'), addition);
        for (const [asOf, words] of questions) {
          const [kept, plain] = await bothLists(folder, ['--as-of', asOf, ...words]);
          assert.equal(kept, plain);
        }
      }
    })), { numRuns: 40 });
  });

  it('are used, and dropped when what they hang on changes', () => inFolder(async (folder) => {
    const file = path.join(folder, 'l.db');
    await append(file, [{ requestType: 'access', jurisdiction: 'DE', laws: [], received: '2026-11-02', marks: [] }]);
    const due = async (): Promise<string | undefined> => /"due": "([^"]*)"/.exec((await ask(['request', 'list', '--json', '--ledger', file], folder)).out)?.[1];
    const spoil = (): void => {
      const [name] = readdirSync(path.join(folder, 'custos'));
      const db = loadDriver(ROOT).open(path.join(folder, 'custos', name as string));
      db.exec('UPDATE cases SET due = due + 7');
      db.close();
    };
    assert.equal(await due(), '2026-12-02');
    spoil();
    assert.equal(await due(), '2026-12-09', 'the kept date is read');
    writeFileSync(path.join(folder, 'custos.yaml'), 'organisation: { name: Innomics }\n');
    assert.equal(await due(), '2026-12-02', 'another configuration');
    spoil();
    rmSync(file);
    await append(file, [{ requestType: 'access', jurisdiction: 'DE', laws: [], received: '2026-11-03', marks: [] }, { requestType: 'access', jurisdiction: 'DE', laws: [], received: '2026-11-03', marks: [] }]);
    assert.equal(await due(), '2026-12-03', 'another ledger of the same name');
  }));
});
