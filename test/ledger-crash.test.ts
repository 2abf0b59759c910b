/**
 * Many processes at once, and processes that are killed. `CUSTOS_KILLS` sets how many are killed:
 *
 *     CUSTOS_KILLS=200 node --import tsx --test test/ledger-crash.test.ts
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { openSqliteLedger } from '../src/adapters/sqlite-ledger.ts';
import { ByteSearch } from '../src/adapters/sqlite-ledger/bytes.ts';
import { all } from './ledger-contract.ts';
import { buildWorker, root, scratchFolder, start } from './ledger-helpers.ts';

const KILLS = Number(process.env['CUSTOS_KILLS'] ?? 20);
const PROCESSES = 50;
/** A damage that showed in every second round shows in one of these. */
const ROUNDS = Math.max(6, KILLS / 10);

const folder = scratchFolder();
let worker = '';
before(async () => {
  worker = await buildWorker(folder.make());
});
after(folder.remove);

async function contentOf(file: string): Promise<{ references: Set<string>; cases: Set<string> }> {
  const ledger = await openSqliteLedger(file, { mode: 'read', root });
  try {
    const events = await all(ledger.read());
    const verified = await ledger.verify();
    assert.deepEqual({ ok: verified.ok, count: events.length }, { ok: true, count: events.length }, JSON.stringify(verified));
    const openings = events.flatMap(({ body, case: id }) => (body.type === 'opened' && body.kind === 'request' ? [{ id, reference: body.reference ?? '' }] : []));
    return { references: new Set(openings.map((o) => o.reference)), cases: new Set(openings.map((o) => o.id)) };
  } finally {
    await ledger.close();
  }
}

describe('many processes at once', () => {
  it(`${PROCESSES} create the file and append to it: none fails, nothing is lost`, async () => {
    const file = path.join(folder.make(), 'new', 'folder', 'ledger.db');
    const running = Array.from({ length: PROCESSES }, (_, i) => start(worker, ['append', file, `N-${i}`]).done);
    const done = await Promise.all(running);
    assert.deepEqual(done.filter((d) => d.code !== 0).map((d) => d.err), []);
    const { references, cases } = await contentOf(file);
    assert.deepEqual([...references].toSorted(), Array.from({ length: PROCESSES }, (_, i) => `N-${i}`).toSorted());
    assert.deepEqual([...cases].toSorted(), Array.from({ length: PROCESSES }, (_, i) => `R-${i + 1}`).toSorted());
    assert.deepEqual(readdirSync(path.dirname(file)), ['ledger.db']);
  });

  it('a process that writes without pause does not keep the others out', async () => {
    const file = path.join(folder.make(), 'ledger.db');
    const busy = start(worker, ['flood', file, 'F']);
    try {
      while (busy.lines.length === 0) await sleep(5);
      const done = await Promise.all(Array.from({ length: 8 }, (_, i) => start(worker, ['append', file, `N-${i}`]).done));
      assert.deepEqual(done.filter((d) => d.code !== 0).map((d) => d.err), []);
    } finally {
      busy.process.kill('SIGKILL');
      await busy.done;
    }
    const { references } = await contentOf(file);
    for (let i = 0; i < 8; i += 1) assert.ok(references.has(`N-${i}`));
  });
});

/** POSIX forgets a process's locks on a file when it closes any handle of it: whoever looks into the files must not do that. */
describe('looking into the files while they are in use', () => {
  it('keeps the locks, and lets go of the handles in the end', async () => {
    const file = path.join(folder.make(), 'ledger.db');
    assert.equal((await start(worker, ['append', file, 'A']).done).code, 0);
    const ledger = await openSqliteLedger(file, { mode: 'write', root });
    if (existsSync('/proc/self/fd')) assert.notDeepEqual(handlesBelow(path.dirname(file)), []);
    await ledger.transact(async () => {
      for (const suffix of ['', '-wal', '-shm', '', '-shm']) new ByteSearch([]).lookInto(file + suffix);
      await (await openSqliteLedger(file, { mode: 'read', root })).close();
      assert.equal((await start(worker, ['append', file, 'B', '200']).done).err, 'ledger-locked\n');
    });
    await ledger.close();
    assert.deepEqual(handlesBelow(path.dirname(file)), []);
    assert.equal((await start(worker, ['append', file, 'C']).done).code, 0);
  });

  it('erases beside writers and readers, and the ledger stays whole', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const file = path.join(folder.make(), 'ledger.db');
      const erasing = ['F', 'G'].map((tag) => start(worker, ['flood', file, tag]));
      while (erasing.some((one) => one.lines.length === 0)) await sleep(5);
      const others = await Promise.all(Array.from({ length: 8 }, (_, i) => start(worker, [i % 3 === 2 ? 'read' : 'append', file, `N-${i}`]).done));
      for (const one of erasing) one.process.kill('SIGKILL');
      const ended = await Promise.all(erasing.map((one) => one.done));
      assert.deepEqual([...others.filter((o) => o.code !== 0), ...ended].map((o) => o.err).filter((err) => err !== ''), []);
      const { references } = await contentOf(file);
      const logged = erasing.flatMap((one) => one.lines).filter((line) => line.startsWith('logged')).map((line) => line.split(' ')[1] ?? '');
      assert.deepEqual([...logged, 'N-0', 'N-1', 'N-3', 'N-4', 'N-6', 'N-7'].filter((reference) => !references.has(reference)), []);
    }
  });
});

/** Files of the ledger that hold a text. */
function holding(file: string, text: string): string[] {
  const names = readdirSync(path.dirname(file)).filter((name) => name.startsWith(path.basename(file)));
  return names.filter((name) => readFileSync(path.join(path.dirname(file), name)).includes(text));
}

/** This process's open handles below a folder, where the system tells. */
function handlesBelow(place: string): string[] {
  if (!existsSync('/proc/self/fd')) return [];
  return readdirSync('/proc/self/fd').flatMap((handle) => {
    try {
      return readlinkSync(`/proc/self/fd/${handle}`);
    } catch {
      return []; // The handle that listed the folder is closed by now.
    }
  }).filter((target) => target.startsWith(place));
}

/** How long a worker takes to start and log its first request here and now. */
async function timeToFirstLine(): Promise<number> {
  const begun = performance.now();
  await start(worker, ['append', path.join(folder.make(), 'ledger.db'), 'A']).done;
  return performance.now() - begun;
}

describe('a process that is killed', () => {
  it(`loses nothing that it had said was done, ${KILLS} times`, async (t) => {
    const file = path.join(folder.make(), 'ledger.db');
    const startUp = await timeToFirstLine();
    const logged = new Set<string>();
    const gone = new Set<string>();
    let midway = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const victim = start(worker, ['flood', file, `K${kill}`]);
      await sleep(startUp * 0.5 + Math.random() * (startUp + 150));
      victim.process.kill('SIGKILL');
      await victim.done;
      for (const line of victim.lines) {
        const [what, name = ''] = line.split(' ');
        if (what === 'logged') logged.add(name);
        if (what === 'erased') gone.add(name);
      }
      if (victim.lines.at(-1)?.startsWith('erasing')) midway += 1;
      if (!existsSync(file)) continue;
      for (const name of gone) assert.deepEqual(holding(file, name), [], `${name} was erased before kill ${kill}`);
      const { references } = await contentOf(file);
      assert.deepEqual([...logged].filter((reference) => !references.has(reference)), [], `after kill ${kill}`);
    }
    t.diagnostic(`${logged.size} requests logged, ${gone.size} erased, ${midway} killed while erasing`);
    assert.ok(logged.size > 0);
  });

  it('while it erases: the next writer finishes that', async () => {
    const file = path.join(folder.make(), 'ledger.db');
    for (let round = 0; round < Math.min(KILLS, 20); round += 1) {
      const victim = start(worker, ['flood', file, `E${round}`]);
      while (!victim.lines.some((line) => line.startsWith('erasing'))) await sleep(1);
      await sleep(Math.random() * 12);
      victim.process.kill('SIGKILL');
      await victim.done;
      const next = await openSqliteLedger(file, { mode: 'write', root });
      const kept = new Set((await next.privates()).map((p) => p.case));
      await next.close();
      const erased = victim.lines.filter((line) => line.startsWith('logged')).map((line) => line.split(' ')).filter(([, , id]) => !kept.has(id ?? ''));
      for (const [, reference = ''] of erased) assert.deepEqual(holding(file, `person-${reference}-`), [], reference);
      assert.equal((await contentOf(file)).cases.size > 0, true);
    }
  });
});
