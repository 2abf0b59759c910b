// `request list --overdue` and `audit` over many open cases: without kept dates, with them, and against reading the same list back as JSON:
//
//     npm run build && node test/bench/list.mjs [cases=100000] [folder=tmp/bench-list]
//
// Each run is a process of its own, so that its memory is its own. Nothing here is a test: read the ratios.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');
const [cases = '100000', folder = path.join(root, 'tmp', 'bench-list')] = process.argv.slice(2);
fs.rmSync(folder, { recursive: true, force: true });
fs.mkdirSync(folder, { recursive: true });

const iso = (days) => new Date(Date.UTC(2026, 6, 1 + days)).toISOString().slice(0, 10);
const tracker = path.join(folder, 'tracker.csv');
const types = ['Access', 'Deletion', 'Correction', 'Opt-out', 'Portability'];
const places = ['Canada', 'Germany', 'California', 'United Kingdom', 'Japan', 'France'];
fs.writeFileSync(tracker, `request_id,request_type,received_date,status,residency\n${Array.from({ length: Number(cases) }, (_, i) => `PR-${i},${types[i % 5]},${iso(i % 145)},Open,${places[i % 6]}\n`).join('')}`);
fs.writeFileSync(path.join(folder, 'measure.cjs'), "process.on('exit', () => { const u = process.resourceUsage(); require('fs').writeFileSync(process.env.MEASURED, JSON.stringify({ cpu: (u.userCPUTime + u.systemCPUTime) / 1e6, rss: Math.round(u.maxRSS / 1024) })); });\n");

function measure(name, argv) {
  const measured = path.join(folder, 'measured.json');
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['-r', path.join(folder, 'measure.cjs'), ...argv], { env: { ...process.env, MEASURED: measured, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder }, encoding: 'utf8' });
  if (status === null || status === 2 || status > 4) throw new Error(`${name}: exit ${status}\n${stderr}`);
  return { name, wall: (performance.now() - start) / 1000, ...JSON.parse(fs.readFileSync(measured, 'utf8')) };
}

const custos = (...argv) => [path.join(root, 'bin', 'custos.js'), ...argv, '--as-of', '2026-11-25', '--ledger', path.join(folder, 'ledger.db'), '--quiet'];
const answer = path.join(folder, 'list.json');
process.chdir(root);
measure('import', custos('request', 'import', tracker, '--source', 'bench', '--format', 'csv', '-o', path.join(folder, 'receipt.csv')));
const results = [
  measure('first list, nothing kept', custos('request', 'list', '--overdue', '--json', '-o', answer)),
  measure('list', custos('request', 'list', '--overdue', '--json', '-o', answer)),
  measure('list as a table', custos('request', 'list', '--overdue', '-o', path.join(folder, 'list.txt'))),
  measure('audit', custos('audit', '-o', path.join(folder, 'audit.txt'))),
  measure('reading that JSON back', ['-e', `const { items } = JSON.parse(require('fs').readFileSync(${JSON.stringify(answer)}, 'utf8')); if (items.length === 0) throw new Error('nothing is overdue'); JSON.stringify(items)`]),
  measure('node -e 0', ['-e', '0']),
];
const unit = results.find((r) => r.name === 'reading that JSON back');
console.log(`${cases} open cases: wall s, CPU s, x reading the JSON (CPU), peak MiB`);
for (const { name, wall, cpu, rss } of results) console.log(`  ${name.padEnd(26)} ${wall.toFixed(2).padStart(6)} ${cpu.toFixed(2).padStart(6)} ${(cpu / unit.cpu).toFixed(2).padStart(6)}x ${String(rss).padStart(5)}`);
