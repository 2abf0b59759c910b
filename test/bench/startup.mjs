// Start-up of whole commands against bare node, run in turn so that a noisy machine is noisy for both.
// Usage: npm run build && node test/bench/startup.mjs [rounds]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const rounds = Number(process.argv[2] ?? 15);
const folder = mkdtempSync(path.join(tmpdir(), 'custos-bench-'));
const home = { HOME: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder };
const bin = path.resolve('bin/custos.js');
const deadline = ['deadline', '--type', 'access', '--received', '2026-11-25', '--in', 'DE', '--as-of', '2026-11-25'];
const drafts = path.join(folder, 'drafts');
const breach = (command) => ['breach', command, '--facts', 'fixtures/innomics/breach.yaml', '--as-of', '2026-11-25'];
const commands = {
  'node -e 0': ['-e', '0'],
  'custos --version': [bin, '--version'],
  'custos --help': [bin, '--help'],
  'custos deadline (DE)': [bin, ...deadline],
  'custos deadline (US-CA, json)': [bin, ...deadline.with(6, 'US-CA'), '--json'],
  'custos request list': [bin, 'request', 'list', '--as-of', '2026-11-25'],
  'custos inventory check (7 rows)': [bin, 'inventory', 'check', 'fixtures/innomics/inventory.csv', '--as-of', '2026-11-25'],
  'custos breach assess (1 law)': [bin, ...breach('assess'), '--law', 'eu-gdpr'],
  'custos breach assess (12 places)': [bin, ...breach('assess')],
  'custos breach draft (1, md)': [bin, ...breach('draft'), '--law', 'eu-gdpr', '--to', 'authority', '--out', drafts],
};

/** Milliseconds of one run. 1 and 4 are answers as well: something is wrong, or something is missing. */
function time(args, env) {
  rmSync(drafts, { recursive: true, force: true });
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  if (![0, 1, 4].includes(status)) throw new Error(`${args.join(' ')}: exit ${status}\n${stderr}`);
  return performance.now() - start;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const { NODE_EXTRA_CA_CERTS: certificates, ...rest } = process.env;
for (let i = 1; i <= 20; i += 1) spawnSync(process.execPath, [bin, 'request', 'log', '--type', 'access', '--received', `2026-11-${String(i).padStart(2, '0')}`, '--in', i % 2 ? 'DE' : 'US-CA', '--as-of', '2026-11-25'], { env: { ...rest, ...home } });

// Extra certificates make every start of node slower, and so flatter a ratio: both ways are shown.
for (const [label, env] of [['without NODE_EXTRA_CA_CERTS', rest], ...(certificates ? [['with NODE_EXTRA_CA_CERTS', process.env]] : [])]) {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, args] of Object.entries(commands)) {
      const ms = time(args, { ...env, ...home });
      if (round > 0) times[name].push(ms);
    }
  }
  const bare = median(times['node -e 0']);
  console.log(`${label}, ${rounds} rounds: median ms, ms more than bare node, ratio`);
  for (const [name, ms] of Object.entries(times)) console.log(`  ${name.padEnd(32)} ${median(ms).toFixed(1).padStart(7)} ${(median(ms) - bare).toFixed(1).padStart(7)} ${(median(ms) / bare).toFixed(2).padStart(6)}x`);
}
rmSync(folder, { recursive: true, force: true });
