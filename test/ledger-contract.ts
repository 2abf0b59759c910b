/** What every ledger must do, whatever stands behind the port. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CaseEvent, NewEvent } from '../src/core/event.ts';
import { GENESIS, type Ledger, type LedgerTx, type Stamp, canonicalJson, chainHash, privateDigest, recordText } from '../src/core/ledger.ts';

export const stamp: Stamp = { by: 'anna', recordedAt: '2026-11-25T14:05:00Z' };

export function opened(reference?: string, person?: string): NewEvent {
  const body: NewEvent['body'] = { type: 'opened', kind: 'request', requestType: 'access', jurisdiction: 'DE', ...(reference === undefined ? {} : { source: 'manual', reference }) };
  return person === undefined ? { body } : { body, private: { values: { name: person, email: `${person}@example.org` }, subject: person } };
}

export function marked(mark: 'received' | 'answered', on = '2026-11-25', note?: string): NewEvent {
  return note === undefined ? { body: { type: 'marked', mark, on } } : { body: { type: 'marked', mark, on }, private: { values: { note } } };
}

/** Logs a request as the commands do; answers its events. */
export async function log(ledger: Ledger, reference?: string, person?: string): Promise<CaseEvent[]> {
  return ledger.transact(async (tx) => tx.append(await tx.nextCase('R'), [opened(reference, person), marked('received')], stamp));
}

export async function all<T>(batches: AsyncIterable<T[]>): Promise<T[]> {
  const found: T[] = [];
  for await (const batch of batches) found.push(...batch);
  return found;
}

export async function linesOf(lines: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const line of lines) found.push(line);
  return found;
}

export async function* from<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items;
}

/** Two cases; the person of the first is erased. */
async function fill(ledger: Ledger): Promise<void> {
  await log(ledger, 'A-1', 'ann');
  await log(ledger, 'A-2', 'ben');
  await ledger.erase('R-1', ['P-1'], 'asked', undefined, stamp);
}

/** `open` gives an empty ledger each time; what it opens is closed by the test. */
export function ledgerContract(name: string, open: () => Promise<Ledger>): void {
  const use = (work: (ledger: Ledger) => Promise<void>) => async (): Promise<void> => {
    const ledger = await open();
    try {
      await work(ledger);
    } finally {
      await ledger.close();
    }
  };

  describe(`${name}: events`, () => {
    it('begins empty', use(async (ledger) => {
      assert.deepEqual(await ledger.head(), { count: 0, head: GENESIS });
      assert.deepEqual(await ledger.verify(), { ok: true, count: 0, head: GENESIS });
      assert.deepEqual(await all(ledger.read()), []);
      assert.deepEqual(await all(ledger.cases()), []);
      assert.equal(await ledger.hasHash(GENESIS), true);
    }));

    it('chains events and gives them back as they were', use(async (ledger) => {
      const added = [...(await log(ledger, 'A-1', 'Ann')), ...(await log(ledger))];
      assert.deepEqual(added.map((e) => e.seq), [1, 2, 3, 4]);
      let prev = GENESIS;
      for (const event of added) {
        assert.equal(event.prev, prev);
        assert.equal(event.hash, chainHash(prev, recordText(event)));
        prev = event.hash;
      }
      assert.deepEqual(await all(ledger.read()), added);
      assert.deepEqual(await ledger.head(), { count: 4, head: prev });
      assert.deepEqual(await ledger.verify(), { ok: true, count: 4, head: prev });
      assert.equal(await ledger.hasHash(added[1]?.hash ?? ''), true);
      assert.equal(await ledger.hasHash('f'.repeat(64)), false);
    }));

    it('reads one case, and from a position on', use(async (ledger) => {
      await log(ledger);
      await log(ledger);
      await ledger.transact((tx) => tx.append('R-1', [marked('answered')], stamp));
      assert.deepEqual((await all(ledger.read('R-1'))).map((e) => e.seq), [1, 2, 5]);
      assert.deepEqual((await all(ledger.read('R-1', 2))).map((e) => e.seq), [5]);
      assert.deepEqual((await all(ledger.read(undefined, 3))).map((e) => e.seq), [4, 5]);
      assert.deepEqual(await all(ledger.read('R-9')), []);
      assert.deepEqual((await all(ledger.cases())).map((events) => events.map((e) => e.seq)), [[1, 2, 5], [3, 4]]);
    }));

    it('gives more events than fit into a batch', use(async (ledger) => {
      const many = Array.from({ length: 4999 }, () => marked('received'));
      await ledger.transact((tx) => tx.append('R-1', [opened(), ...many], stamp));
      let batches = 0;
      for await (const batch of ledger.read()) batches += batch.length > 0 ? 1 : 0;
      assert.ok(batches > 1);
      assert.equal((await all(ledger.read('R-1'))).length, 5000);
      assert.equal((await ledger.verify()).ok, true);
    }));

    it('hands out what cannot change it', use(async (ledger) => {
      const [first] = await log(ledger, 'A-1');
      assert.ok(first?.body.type === 'opened' && first.body.kind === 'request');
      first.body.jurisdiction = 'FR';
      (await all(ledger.read())).forEach((e) => (e.hash = GENESIS));
      assert.equal((await ledger.verify()).ok, true);
      const [again] = await all(ledger.read());
      assert.ok(again?.body.type === 'opened' && again.body.kind === 'request' && again.body.jurisdiction === 'DE');
    }));
  });

  describe(`${name}: transactions`, () => {
    it('numbers cases of each kind without gaps', use(async (ledger) => {
      for (let i = 1; i <= 12; i += 1) assert.equal((await log(ledger))[0]?.case, `R-${i}`);
      await ledger.transact(async (tx) => {
        assert.equal(await tx.nextCase('R'), 'R-13');
        assert.equal(await tx.nextCase('R'), 'R-13');
        assert.equal(await tx.nextCase('B'), 'B-1');
      });
    }));

    it('sees its own events, and keeps nothing if it throws', use(async (ledger) => {
      await log(ledger, 'A-1', 'Ann');
      const before = [await ledger.head(), await ledger.privates()];
      await assert.rejects(ledger.transact(async (tx) => {
        await tx.append('R-2', [opened('A-2', 'Ben')], stamp);
        assert.equal((await tx.read('R-2')).length, 1);
        assert.equal(await tx.findReference('manual', 'A-2'), 'R-2');
        assert.equal(await tx.nextCase('R'), 'R-3');
        throw new Error('no');
      }), /^Error: no$/);
      assert.deepEqual([await ledger.head(), await ledger.privates()], before);
      assert.equal((await ledger.verify()).ok, true);
      assert.equal((await log(ledger))[0]?.case, 'R-2');
    }));

    it('does not nest, and is over when it is over', use(async (ledger) => {
      let kept: LedgerTx | undefined;
      await ledger.transact(async (tx) => {
        kept = tx;
        await assert.rejects(ledger.transact(async () => 0), /inside transact/);
        await assert.rejects(ledger.eraseAll([], stamp), /inside transact/);
      });
      await assert.rejects(kept?.read('R-1') ?? Promise.resolve(), /over/);
      await assert.rejects(kept?.append('R-1', [opened()], stamp) ?? Promise.resolve(), /over/);
      await log(ledger);
    }));

    it('finds cases by reference and by person', use(async (ledger) => {
      await log(ledger, 'A-1', 'ann');
      await log(ledger, 'A-2', 'ben');
      await log(ledger, undefined, 'ann');
      await ledger.transact(async (tx) => {
        assert.equal(await tx.findReference('manual', 'A-2'), 'R-2');
        assert.equal(await tx.findReference('other', 'A-2'), undefined);
        assert.equal(await tx.findReference('manual', 'A-3'), undefined);
        assert.deepEqual(await tx.findSubject('ann'), ['R-1', 'R-3']);
        assert.deepEqual(await tx.findSubject('Ann'), []);
      });
      await log(ledger, 'A-4');
      assert.deepEqual([await ledger.namesakes('R-1'), await ledger.namesakes('R-2'), await ledger.namesakes('R-4'), await ledger.namesakes('R-9')], [['R-3'], [], [], []]);
    }));

    it('refuses what is not in the closed form of an event', use(async (ledger) => {
      await log(ledger);
      const refused = async (added: NewEvent, fields: RegExp): Promise<void> => {
        await assert.rejects(ledger.transact((tx) => tx.append('R-1', [added], stamp)), { name: 'UserError', code: 'bad-value', message: fields });
      };
      await refused({ body: { type: 'marked', mark: 'answered', on: 'yesterday' } }, /not: on$/);
      await refused({ body: { type: 'marked', mark: 'answered', on: '2026-11-25', ground: 'She shouted at Bob' } }, /not: ground$/);
      await refused({ body: { type: 'marked', mark: 'answered', on: '2026-11-25', note: 'free text' } as NewEvent['body'] }, /not: note$/);
      await assert.rejects(ledger.transact((tx) => tx.append('R-2', [opened('ann@example.org')], stamp)), { code: 'bad-value', message: /not: reference$/ });
      await assert.rejects(ledger.transact((tx) => tx.append('R-2', [opened()], { ...stamp, by: 'line\nbreak' })), { code: 'bad-value', message: /not: by$/ });
      await assert.rejects(ledger.transact((tx) => tx.append('Anna', [opened()], stamp)), { code: 'bad-value', message: /not: case$/ });
      assert.equal((await ledger.head()).count, 2);
    }));

    it('keeps the order of a case, and `erased` to itself', use(async (ledger) => {
      await assert.rejects(ledger.transact((tx) => tx.append('R-1', [marked('received')], stamp)), /not opened yet/);
      await log(ledger);
      await assert.rejects(ledger.transact((tx) => tx.append('R-1', [opened()], stamp)), /opened already/);
      await assert.rejects(ledger.transact((tx) => tx.append('R-1', [{ body: { type: 'erased', records: [], why: 'asked' } }], stamp)), /erase/);
      await assert.rejects(ledger.transact((tx) => tx.append('R-1', [{ body: { type: 'learned', role: 'controller' }, private: { values: { note: 'x' } } }], stamp)), /no private record/);
      await assert.rejects(ledger.transact((tx) => tx.append('R-1', [{ body: { type: 'marked', mark: 'answered', on: '2026-11-25', private: { id: 'P-9', digest: GENESIS } } }], stamp)), /beside the body/);
    }));
  });

  describe(`${name}: private records`, () => {
    it('keeps personal data apart, bound by digest', use(async (ledger) => {
      const [event] = await log(ledger, 'A-1', 'Zoë Müller-𝒳');
      assert.ok(event?.body.type === 'opened' && event.body.private);
      assert.equal(event.body.private.id, 'P-1');
      assert.ok(!recordText(event).includes('Zoë'));
      assert.deepEqual(await ledger.privates(), [{ id: 'P-1', case: 'R-1' }]);
      assert.deepEqual(await ledger.privates('R-2'), []);
      assert.deepEqual(await ledger.recall(['P-1', 'P-2', 'nonsense', '']), new Map([['P-1', { email: 'Zoë Müller-𝒳@example.org', name: 'Zoë Müller-𝒳' }]]));
      const line = (await linesOf(ledger.dump(true)))[1] ?? '';
      const { private: kept } = JSON.parse(line) as { private: { salt: string; values: unknown } };
      assert.equal(privateDigest(kept.salt, canonicalJson(kept.values)), event.body.private.digest);
    }));

    it('erases records of a case, says so, and stays whole', use(async (ledger) => {
      await log(ledger, 'A-1', 'ann');
      await ledger.transact((tx) => tx.append('R-1', [marked('answered', '2026-11-25', 'a note')], stamp));
      await log(ledger, 'A-2', 'ben');
      const [erased, ...more] = await ledger.erase('R-1', ['P-1', 'P-3', 'P-1'], 'retention', 'eu-gdpr', stamp);
      assert.deepEqual(more, []);
      assert.deepEqual(erased?.body, { type: 'erased', records: ['P-1', 'P-3'], why: 'retention', law: 'eu-gdpr' });
      assert.deepEqual(await ledger.privates(), [{ id: 'P-4', case: 'R-2' }]);
      assert.equal((await ledger.recall(['P-1', 'P-3'])).size, 0);
      await ledger.transact(async (tx) => assert.deepEqual(await tx.findSubject('ann'), []));
      assert.deepEqual(await ledger.verify(), { ok: true, count: 6, head: erased?.hash });
    }));

    it('erases once: again is no event, and no error', use(async (ledger) => {
      await log(ledger, 'A-1', 'ann');
      await ledger.erase('R-1', ['P-1'], 'asked', undefined, stamp);
      assert.deepEqual(await ledger.erase('R-1', ['P-1'], 'asked', undefined, stamp), []);
      assert.deepEqual(await ledger.erase('R-1', [], 'asked', undefined, stamp), []);
      assert.equal((await ledger.head()).count, 3);
    }));

    it('erases many cases at once, or none', use(async (ledger) => {
      for (const person of ['ann', 'ben', 'cem']) await log(ledger, undefined, person);
      await assert.rejects(ledger.eraseAll([{ case: 'R-1', ids: ['P-1'], why: 'asked' }, { case: 'R-1', ids: ['P-3'], why: 'asked' }], stamp), { code: 'unknown-event' });
      await assert.rejects(ledger.erase('R-1', ['P-2'], 'asked', undefined, stamp), { code: 'unknown-event', message: 'R-1 has no private record P-2' });
      assert.equal((await ledger.privates()).length, 3);
      const added = await ledger.eraseAll([{ case: 'R-1', ids: ['P-1'], why: 'asked' }, { case: 'R-3', ids: ['P-5'], why: 'retention', law: 'eu-gdpr' }], stamp);
      assert.deepEqual(added.map((e) => e.case), ['R-1', 'R-3']);
      assert.deepEqual(await ledger.privates(), [{ id: 'P-3', case: 'R-2' }]);
      assert.equal((await ledger.verify()).ok, true);
    }));
  });

  describe(`${name}: runs`, () => {
    it('remembers the last run of each kind', use(async (ledger) => {
      assert.equal(await ledger.lastRun('audit'), undefined);
      await ledger.recordRun({ kind: 'audit', at: '2026-11-24T00:00:00Z', found: ['a'] });
      await ledger.recordRun({ kind: 'audit', at: '2026-11-25T00:00:00Z', found: ['a', 'b'] });
      await ledger.recordRun({ kind: 'other', at: '2026-11-26T00:00:00Z', found: [] });
      assert.deepEqual(await ledger.lastRun('audit'), { kind: 'audit', at: '2026-11-25T00:00:00Z', found: ['a', 'b'] });
    }));
  });

  describe(`${name}: export and import`, () => {
    const into = async (lines: readonly string[], work: (copy: Ledger) => Promise<void>): Promise<void> => use(async (copy) => {
      await copy.restore(from(lines));
      await work(copy);
    })();

    it('carries everything, if asked also private records', use(async (ledger) => {
      await fill(ledger);
      const lines = await linesOf(ledger.dump(true));
      await into(lines, async (copy) => {
        assert.deepEqual(await copy.verify(), await ledger.verify());
        assert.deepEqual(await all(copy.read()), await all(ledger.read()));
        assert.deepEqual(await copy.recall(['P-3']), await ledger.recall(['P-3']));
        await copy.transact(async (tx) => assert.deepEqual(await tx.findSubject('ben'), ['R-2']));
        assert.deepEqual(await linesOf(copy.dump(true)), lines);
        assert.equal((await log(copy))[0]?.seq, 6);
      });
    }));

    it('leaves private values out, and the copy is whole without them', use(async (ledger) => {
      await fill(ledger);
      const lines = await linesOf(ledger.dump(false));
      assert.ok(!lines.some((line) => line.includes('ben')));
      await into(lines, async (copy) => {
        assert.deepEqual(await copy.verify(), await ledger.verify());
        assert.deepEqual(await copy.privates(), []);
        await log(copy, undefined, 'dan');
        assert.deepEqual(await copy.privates(), [{ id: 'P-6', case: 'R-3' }]);
        await into(await linesOf(copy.dump(true)), async (third) => assert.equal((await third.verify()).ok, true));
      });
    }));

    it('imports into an empty ledger only', use(async (ledger) => {
      await fill(ledger);
      const lines = await linesOf(ledger.dump(true));
      await assert.rejects(ledger.restore(from(lines)), { code: 'ledger-not-empty' });
    }));

    it('refuses an export that was changed, and keeps nothing', use(async (ledger) => {
      await fill(ledger);
      const lines = await linesOf(ledger.dump(true));
      const change = (n: number, what: (line: string) => string): string[] => lines.map((line, i) => (i === n ? what(line) : line));
      const broken: [string, string[], string][] = [
        ['cut off', lines.slice(0, -1), 'ledger-broken'],
        ['an event missing', lines.toSpliced(2, 1), 'ledger-broken'],
        ['the last events missing', [...lines.slice(0, 4), lines.at(-1) ?? ''], 'ledger-broken'],
        ['events swapped', lines.toSpliced(1, 2, lines[2] ?? '', lines[1] ?? ''), 'ledger-broken'],
        ['a record changed', change(2, (l) => l.replace('received', 'answered')), 'ledger-broken'],
        ['a hash changed', change(2, (l) => l.replace(/"hash":"./, '"hash":"x')), 'ledger-broken'],
        ['a private value changed', change(3, (l) => l.replace('ben@', 'bob@')), 'ledger-broken'],
        ['a private record removed', change(3, (l) => l.replace(/,"private":\{"salt.*\}\}/, '')), 'ledger-broken'],
        ['a private record where none was announced', change(0, (l) => l.replace(/"private":\{.*?\},/, '')), 'ledger-broken'],
        ['no JSON', change(2, () => 'hello'), 'ledger-broken'],
        ['an array', change(2, () => '[]'), 'ledger-broken'],
        ['lines after the last', [...lines, lines.at(-1) ?? ''], 'ledger-broken'],
        ['another kind of file', ['{"schema":"custos/requests@1"}'], 'not-a-ledger'],
        ['nothing', [], 'ledger-broken'],
      ];
      for (const [what, changed, code] of broken) {
        assert.ok(what === 'nothing' || canonicalJson(changed) !== canonicalJson(lines), what);
        await use(async (copy) => {
          await assert.rejects(copy.restore(from(changed)), { code }, what);
          assert.deepEqual([await copy.head(), await copy.privates()], [{ count: 0, head: GENESIS }, []], what);
          await copy.restore(from(lines));
        })();
      }
    }));
  });
}
