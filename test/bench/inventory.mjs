// Checking a large inventory with every rule against csv-parse reading the same file into arrays, in the same run, and
// against DuckDB on comparable rules where @duckdb/node-api is installed:
//
//     npm run build && node test/bench/inventory.mjs [megabytes=100] [folder=tmp/bench-inventory]
//
// Each part runs in a process of its own, so that its memory is its own. Nothing here is a test: read the ratios.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');
const [megabytes = '100', folder = path.join(root, 'tmp', 'bench-inventory')] = process.argv.slice(2);
fs.mkdirSync(folder, { recursive: true });

/** The same numbers in every run. */
function seeded(seed) {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

const HEADINGS = ['record_id', 'subject_ref', 'subject_jurisdiction', 'subject_birth_date', 'data_subject_category', 'data_category', 'purpose', 'legal_basis', 'art9_condition', 'collection_date', 'collection_source', 'consent_status', 'consent_scope', 'consent_date', 'consent_evidence_ref', 'consent_notice_version', 'consent_method', 'retention_period', 'retention_start_date', 'identifiability', 'status', 'owner', 'encryption_at_rest', 'processing_country', 'notes'];
const iso = (days) => new Date(Date.UTC(2022, 0, 1 + days)).toISOString().slice(0, 10);

/** Mostly rows that keep every promise; about one in ten breaks one. */
function generate(file, bytes) {
  const next = seeded(7);
  const handle = fs.openSync(file, 'w');
  let [written, text] = [0, `${HEADINGS.join(',')}\n`];
  for (let i = 0; written + text.length < bytes; i += 1) {
    const bad = next(20);
    const day = next(1000);
    const note = next(20) === 0 ? ['"two\nlines"', '"says ""yes"", twice"', 'Größe geprüft', '確認済み'][next(4)] : `batch ${next(5000)}`;
    const birth = 1940 + next(60);
    text += [
      `REC-${i}`, `S-${next(400_000)}`, ['DE', 'FR', 'US-CA', 'US-MA', 'NL', 'JP'][next(6)], `${birth}-0${1 + next(9)}-1${next(9)}`, ['patient', 'research_participant', 'consumer'][next(3)],
      ['genomic_sequence', 'contact_data', 'health_data', 'genetic_test_report', 'biological_sample'][next(5)], ['clinical_testing', 'result_reporting', 'service_delivery'][next(3)], bad === 1 ? 'legitimate_interests' : 'consent', '9(2)(a)',
      iso(day + 5), 'direct', 'granted', '"gipa_a_use; gipa_b_sample_storage; art9_explicit; research_informed"', iso(day), `E-${next(100_000)}`, 'N-2022.1', ['e_signature', 'signature'][next(2)],
      bad === 2 ? 'P1Y@collection' : 'P10Y@collection', iso(day + 5), 'identified', 'active', 'Laboratory lead', bad === 3 ? 'no' : 'AES-256', ['DE', 'FR', 'NL'][next(3)], note,
    ].join(',');
    text += '\n';
    if (text.length > 1e6) {
      written += fs.writeSync(handle, text);
      text = '';
    }
  }
  fs.writeSync(handle, text);
  fs.closeSync(handle);
}

fs.writeFileSync(path.join(folder, 'measure.cjs'), "process.on('exit', () => { const u = process.resourceUsage(); require('fs').writeFileSync(process.env.MEASURED, JSON.stringify({ cpu: (u.userCPUTime + u.systemCPUTime) / 1e6, rss: Math.round(u.maxRSS / 1024) })); });\n");

function measure(name, argv) {
  const measured = path.join(folder, 'measured.json');
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['-r', path.join(folder, 'measure.cjs'), ...argv], { cwd: root, env: { ...process.env, MEASURED: measured, XDG_DATA_HOME: folder }, encoding: 'utf8' });
  if (status === null || status === 2 || status > 4) throw new Error(`${name}: exit ${status}\n${stderr}`);
  return { name, wall: (performance.now() - start) / 1000, ...JSON.parse(fs.readFileSync(measured, 'utf8')) };
}

/** Twelve conditions such as the rules have, on the same columns: what a data team would write instead. */
const CONDITIONS = [
  "owner = ''", "purpose = ''", "retention_period = ''", "legal_basis NOT IN ('consent', 'contract', 'legal_obligation', 'vital_interests', 'public_task', 'legitimate_interests')",
  "data_category IN ('genomic_sequence', 'genetic_test_report') AND legal_basis = 'legitimate_interests'", "legal_basis = 'consent' AND (consent_status = '' OR consent_evidence_ref = '')", "consent_status = 'granted' AND TRY_CAST(consent_date AS DATE) > TRY_CAST(collection_date AS DATE)",
  "retention_period = 'P1Y@collection' AND TRY_CAST(retention_start_date AS DATE) + INTERVAL 1 YEAR < DATE '2026-11-25'", "retention_period = 'P10Y@collection' AND TRY_CAST(retention_start_date AS DATE) + INTERVAL 10 YEAR < DATE '2026-11-25'",
  "data_category IN ('genomic_sequence', 'health_data', 'biological_sample') AND encryption_at_rest = 'no'", "subject_jurisdiction IN ('DE', 'FR', 'NL') AND processing_country NOT IN ('DE', 'FR', 'NL')", "TRY_CAST(subject_birth_date AS DATE) > DATE '2010-11-25' AND data_subject_category <> 'child'",
];

/** DuckDB, where it is installed (or its folder stands in DUCKDB). */
async function duckdb() {
  const names = ['@duckdb/node-api', ...(process.env.DUCKDB ? [path.join(path.resolve(process.env.DUCKDB), 'node_modules', '@duckdb', 'node-api', 'lib', 'index.js')] : [])];
  for (const name of names) {
    const found = await import(name).then(() => name, () => undefined);
    if (found) return found;
  }
  return undefined;
}

const file = path.join(folder, `inventory-${megabytes}.csv`);
const tenth = path.join(folder, 'tenth.csv');
generate(file, Number(megabytes) * 1e6);
generate(tenth, Number(megabytes) * 1e5);
const bare = ['--input-type=module', '-e', `import { parse } from 'csv-parse'; import fs from 'node:fs'; let n = 0; for await (const r of fs.createReadStream(${JSON.stringify(file)}).pipe(parse())) n += r.length; if (n === 0) throw new Error('nothing was read');`];
const check = (name, ...more) => [path.join(root, 'bin', 'custos.js'), 'inventory', 'check', name, '--as-of', '2026-11-25', '--json', '-o', path.join(folder, 'out.json'), '--quiet', ...more];
const duck = await duckdb();
const query = (name) => ['--input-type=module', '-e', `import duck from ${JSON.stringify(name)}; const { DuckDBInstance } = duck; const db = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect(); const r = await db.runAndReadAll(${JSON.stringify(`SELECT count(*), ${CONDITIONS.map((c) => `count(*) FILTER (${c})`).join(', ')} FROM read_csv('${file.replaceAll("'", "''")}', all_varchar = true, header = true)`)}); if (Number(r.getRows()[0][0]) === 0) throw new Error('nothing was read');`];
const results = [measure('csv-parse into arrays', bare), measure('inventory check, a tenth', check(tenth)), measure('inventory check', check(file)), measure('csv-parse into arrays, again', bare), ...(duck ? [measure('DuckDB, 2 threads, 12 conditions', query(duck))] : [])];
const unit = (results[0].cpu + results[3].cpu) / 2;
const { summary } = JSON.parse(fs.readFileSync(path.join(folder, 'out.json'), 'utf8'));
console.log(`${megabytes} MB, ${summary.rows} rows, ${summary.findings} findings: wall s, CPU s, x csv-parse (CPU), peak MiB`);
for (const { name, wall, cpu, rss } of results) console.log(`  ${name.padEnd(34)} ${wall.toFixed(2).padStart(7)} ${cpu.toFixed(2).padStart(7)} ${(cpu / unit).toFixed(2).padStart(6)}x ${String(rss).padStart(5)}`);
const [base, ours] = [results[4], results[2]];
console.log(base ? `  inventory check with 71 rules / DuckDB with 12 conditions: ${(ours.wall / base.wall).toFixed(2)}x wall, ${(ours.cpu / base.cpu).toFixed(2)}x CPU` : '  DuckDB is not installed (npm install --no-save @duckdb/node-api, or name a folder that has it in DUCKDB)');
console.log(Object.entries(summary.byRule).map(([rule, n]) => `    ${rule} ${n}`).join('\n'));
