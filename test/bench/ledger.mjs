// Ratios of the ledger to what the same machine can do at best, in the same run:
//
//     node test/bench/ledger.mjs [events=1000000] [folder=tmp/bench-ledger]
//
// Each part runs in a process of its own, so that its memory is its own. Nothing here is a test: read the ratios.
import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '..', '..');
const [events = '1000000', folder = path.join(root, 'tmp', 'bench-ledger'), part, bundle] = process.argv.slice(2);
const count = Number(events);
const file = path.join(folder, 'ledger.db');
const stamp = { by: 'bench', recordedAt: '2026-11-25T14:05:00Z' };
const seconds = (from) => (performance.now() - from) / 1000;
/** What was done in a second, and in a second of processor time: on a shared machine the better measure of what does not wait for the disk. */
const rates = (n, start, before) => {
  const { user, system } = process.cpuUsage(before);
  return { perSecond: n / seconds(start), perCpuSecond: (n * 1e6) / (user + system), rss: rss() };
};
const rss = () => Math.round(process.resourceUsage().maxRSS / 1024);

const PARTS = {
  async sync() {
    const handle = fs.openSync(path.join(folder, 'sync'), 'w');
    const page = Buffer.alloc(4096);
    const start = performance.now();
    let n = 0;
    for (; seconds(start) < 3; n += 1) {
      fs.writeSync(handle, page);
      fs.fdatasyncSync(handle);
    }
    return { perSecond: n / seconds(start) };
  },
  async sha() {
    const record = 'x'.repeat(230);
    let head = '0'.repeat(64);
    const [start, before] = [performance.now(), process.cpuUsage()];
    for (let i = 0; i < 1_000_000; i += 1) head = hash('sha256', `${head}\n${record}`);
    return rates(1_000_000, start, before);
  },
  async single() {
    const ledger = await open(path.join(folder, 'single.db'), 'write');
    const start = performance.now();
    let n = 0;
    for (; seconds(start) < 5; n += 1) await log(ledger, n + 1);
    const perSecond = n / seconds(start);
    await ledger.close();
    return { perSecond };
  },
  async fill() {
    const ledger = await open(file, 'write');
    const [start, before] = [performance.now(), process.cpuUsage()];
    for (let n = 1; n <= count / 2; n += 500) {
      await ledger.transact(async (tx) => {
        for (let i = n; i < n + 500 && i <= count / 2; i += 1) await tx.append(await tx.nextCase('R'), request(i), stamp);
      });
    }
    const reached = rates(count, start, before);
    await ledger.close();
    return { ...reached, megabytes: Math.round(fs.statSync(file).size / 1e6) };
  },
  async verify() {
    const ledger = await open(file, 'read');
    const [start, before] = [performance.now(), process.cpuUsage()];
    const answer = await ledger.verify();
    if (!answer.ok) throw new Error(answer.why);
    return rates(answer.count, start, before);
  },
  async read() {
    const ledger = await open(file, 'read');
    const [start, before] = [performance.now(), process.cpuUsage()];
    let n = 0;
    for await (const batch of ledger.read()) n += batch.length;
    return rates(n, start, before);
  },
  async cases() {
    const ledger = await open(file, 'read');
    const [start, before] = [performance.now(), process.cpuUsage()];
    let n = 0;
    for await (const batch of ledger.cases()) for (const found of batch) n += found.length;
    return rates(n, start, before);
  },
  async one() {
    const ledger = await open(file, 'read');
    const start = performance.now();
    let n = 0;
    for (; n < 2000; n += 1) for await (const batch of ledger.read(`R-${1 + ((n * 7919) % Math.floor(count / 2))}`)) if (batch.length !== 2) throw new Error('wrong case');
    return { perSecond: n / seconds(start) };
  },
  async erase() {
    const ledger = await open(file, 'write');
    const start = performance.now();
    const ids = await ledger.privates('R-1');
    await ledger.erase('R-1', ids.map((p) => p.id), 'asked', undefined, stamp);
    const took = seconds(start);
    await ledger.close();
    return { seconds: took, rss: rss() };
  },
};

function open(target, mode) {
  return createRequire(import.meta.url)(bundle).openSqliteLedger(target, { mode, root });
}

function request(i) {
  const personal = i % 2 === 1 ? { private: { values: { name: `Person Number ${i}`, email: `p${i}@example.org` }, subject: `p${i}@example.org` } } : {};
  return [{ body: { type: 'opened', kind: 'request', requestType: 'access', jurisdiction: 'DE', source: 'tracker', reference: `T-${i}` }, ...personal }, { body: { type: 'marked', mark: 'received', on: '2026-11-25' } }];
}

function log(ledger, i) {
  return ledger.transact(async (tx) => tx.append(await tx.nextCase('R'), request(i), stamp));
}

if (part) {
  console.log(JSON.stringify(await PARTS[part]()));
} else {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const outfile = path.join(folder, 'ledger.cjs');
  await build({ entryPoints: [path.join(root, 'src', 'adapters', 'sqlite-ledger.ts')], outfile, bundle: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'warning' });
  const run = (name) => JSON.parse(execFileSync(process.execPath, [import.meta.filename, events, folder, name, outfile], { encoding: 'utf8' }));
  const line = (name, value, unit, ratio = '') => console.log(`${name.padEnd(44)} ${String(Math.round(value)).padStart(9)} ${unit.padEnd(10)} ${ratio}`);
  const times = (a, b) => `${(a / b).toFixed(2)} x`;

  const sync = run('sync').perSecond;
  const single = run('single').perSecond;
  const syncAgain = run('sync').perSecond;
  line('4 KiB write + fdatasync', (sync + syncAgain) / 2, '/s');
  line('a request (2 events), one transaction each', single, '/s', `${times(single, (sync + syncAgain) / 2)} fdatasync (at least 0.35)`);
  const both = (what) => `(${Math.round(what.perCpuSecond)} per CPU s)`;
  const fill = run('fill');
  line(`${count} events, 1000 a transaction`, fill.perSecond, 'events/s', `${both(fill)} ${fill.megabytes} MB, RSS ${fill.rss} MB`);
  const before = run('sha');
  const verify = run('verify');
  const after = run('sha');
  const sha = (before.perSecond + after.perSecond) / 2;
  line('bare sha256 of as many bytes', sha, '/s', both(before));
  line('verify', verify.perSecond, 'events/s', `${both(verify)} ${times(verify.perSecond, sha)} sha256 (at least 0.2), RSS ${verify.rss} MB (at most 300)`);
  for (const [name, what] of [['read', 'read all'], ['cases', 'read all, case by case']]) {
    const found = run(name);
    line(what, found.perSecond, 'events/s', `${both(found)} RSS ${found.rss} MB (at most 300)`);
  }
  line('read one case of many', run('one').perSecond, 'cases/s');
  const erase = run('erase');
  line('erase one person', erase.seconds * 1000, 'ms', `RSS ${erase.rss} MB`);
  fs.rmSync(folder, { recursive: true, force: true });
}
