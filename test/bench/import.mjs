// Import and check of a large tracker against bare csv-parse over the same file, in the same run, and how memory grows:
//
//     npm run build && node test/bench/import.mjs [rows=100000] [folder=tmp/bench-import]
//
// Each part runs in a process of its own, so that its memory is its own. Nothing here is a test: read the ratios.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');
const [rows = '100000', folder = path.join(root, 'tmp', 'bench-import')] = process.argv.slice(2);
const ledger = path.join(folder, 'ledger.db');
fs.rmSync(folder, { recursive: true, force: true });
fs.mkdirSync(folder, { recursive: true });

const iso = (days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10);

/** A tracker of `count` rows, three of four closed, in six jurisdictions. */
function generate(name, count) {
  const types = ['Access', 'Deletion', 'Correction', 'Opt-out', 'Portability'];
  const places = ['Canada', 'Germany', 'California', 'United Kingdom', 'Japan', 'France'];
  const file = fs.openSync(path.join(folder, name), 'w');
  let text = 'request_id,request_type,received_date,due_date,status,response_date,outcome,residency,name,email,notes\n';
  for (let i = 0; i < count; i += 1) {
    const [day, closed] = [i % 600, i % 4 !== 0];
    text += `PR-${i},${types[i % 5]},${iso(day)},${iso(day + 30)},${closed ? 'Closed' : 'Open'},${closed ? iso(day + 5 + (i % 25)) : ''},${closed ? ['Granted', 'Denied', 'Partial'][i % 3] : ''},${places[i % 6]},Person ${i},p${i}@example.org,"note, ${i}"\n`;
    if (text.length > 1e6) {
      fs.writeSync(file, text);
      text = '';
    }
  }
  fs.writeSync(file, text);
  fs.closeSync(file);
  return path.join(folder, name);
}

fs.writeFileSync(path.join(folder, 'measure.cjs'), "process.on('exit', () => { const u = process.resourceUsage(); require('fs').writeFileSync(process.env.MEASURED, JSON.stringify({ cpu: (u.userCPUTime + u.systemCPUTime) / 1e6, rss: Math.round(u.maxRSS / 1024) })); });\n");

function measure(name, argv) {
  const measured = path.join(folder, 'measured.json');
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['-r', path.join(folder, 'measure.cjs'), ...argv], { env: { ...process.env, MEASURED: measured, XDG_DATA_HOME: folder }, encoding: 'utf8' });
  if (status === null || status === 2 || status > 4) throw new Error(`${name}: exit ${status}\n${stderr}`);
  const { cpu, rss } = JSON.parse(fs.readFileSync(measured, 'utf8'));
  return { name, wall: (performance.now() - start) / 1000, cpu, rss };
}

const bare = (file) => ['--input-type=module', '-e', `import { parse } from 'csv-parse'; import fs from 'node:fs'; const p = fs.createReadStream(${JSON.stringify(file)}).pipe(parse({ info: true })); let n = 0; for await (const r of p) n += r.record.length;`];
const custos = (...argv) => [path.join(root, 'bin', 'custos.js'), ...argv, '--as-of', '2026-11-25', '--ledger', ledger, '--format', 'csv', '-o', path.join(folder, 'out.csv'), '--quiet'];

process.chdir(root);
const count = Number(rows);
const quarter = generate('quarter.csv', count / 4);
const whole = generate('whole.csv', count);
const results = [
  measure('csv-parse alone', bare(whole)),
  measure('tracker check, a quarter', custos('tracker', 'check', quarter)),
  measure('tracker check', custos('tracker', 'check', whole)),
  measure('import, a quarter', custos('request', 'import', quarter, '--source', 'quarter')),
  measure('import', custos('request', 'import', whole, '--source', 'whole')),
  measure('import again', custos('request', 'import', whole, '--source', 'whole')),
  measure('import again, --dry-run', custos('request', 'import', whole, '--source', 'whole', '--dry-run')),
  measure('metrics', custos('request', 'metrics', '--year', '2025')),
  measure('export', custos('request', 'export')),
];
const yardstick = results[0].cpu;
for (const { name, wall, cpu, rss } of results) console.log(`${name.padEnd(26)} ${wall.toFixed(1).padStart(7)} s  CPU ${cpu.toFixed(1).padStart(6)} s = ${(cpu / yardstick).toFixed(1).padStart(5)} x csv-parse  ${String(rss).padStart(5)} MiB`);
