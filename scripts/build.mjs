// Builds dist/: precompiled validators, then the program as CommonJS chunks that load when a command needs them.
// Several steps because esbuild splits only ES modules and Node starts CommonJS faster: split first, convert each chunk after.
import { deepStrictEqual } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { parse } from 'es-module-lexer';
import { build } from 'esbuild';

/** commander loads child_process, and with it half of node's network code, for external subcommands that custos has none of. */
const noSubprocesses = {
  name: 'no-subprocesses',
  setup(b) {
    b.onResolve({ filter: /^node:child_process$/ }, ({ importer }) => (importer.includes('commander') ? { path: 'none', namespace: 'none' } : undefined));
    b.onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Shorter tables stay JavaScript. */
const LONG = 4000;

/** bin/custos.js reads the program byte by byte, which is quicker: nothing in it may be more than ASCII. esbuild leaves patterns as they are written. */
const ascii = (text) => text.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Long tables become files of their own. */
const longTables = new Map();
function tableText(name, value) {
  const text = ascii(JSON.stringify(value));
  if (text.length < LONG) return `(${text})`;
  longTables.set(name, text);
  return `loadTable(${JSON.stringify(name)})`;
}

const ruleOf = (file) => path.relative('src/rules', file).replaceAll('\\', '/').replace(/\.json$/, '');
tableText('rules', Object.fromEntries(readdirSync('src/rules', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json')).toSorted().map((file) => [ruleOf(path.join('src/rules', file)), JSON.parse(readFileSync(path.join('src/rules', file), 'utf8'))])));

/**
 * A module of tables runs here, once, and not at each start. A function that it exports, alone or in an object, gives a
 * table that is read when it is first asked for.
 */
async function madeTables(file) {
  const { outputFiles: [bundle] } = await build({ entryPoints: [file], bundle: true, write: false, format: 'esm', platform: 'node', target: 'node20' });
  const made = await import(`data:text/javascript;base64,${Buffer.from(bundle.contents).toString('base64')}`);
  const written = (name, value) => {
    if (typeof value === 'function') return `() => ${written(name, value())}`;
    if (Object.values(value).some((each) => typeof each === 'function')) return `{ ${Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${written(`${name}.${key}`, each)}`).join(', ')} }`;
    deepStrictEqual(JSON.parse(JSON.stringify(value)), value, `${name} is not plain data`);
    return tableText(name, value);
  };
  return Object.entries(made).map(([name, value]) => `export const ${name} = ${written(`${path.basename(file, '.made.ts')}.${name}`, value)};`).join('\n');
}

const tables = {
  name: 'tables',
  setup(b) {
    b.onLoad({ filter: /src[\\/]data[\\/].*\.json$/ }, ({ path: file }) => ({ contents: `export default ${tableText(path.basename(file, '.json'), JSON.parse(readFileSync(file, 'utf8')))};`, loader: 'js' }));
    // The rules' words are one table: 71 files would take longer to open than to read.
    b.onLoad({ filter: /src[\\/]rules[\\/].*\.json$/ }, ({ path: file }) => ({ contents: `export default loadTable("rules")[${JSON.stringify(ruleOf(file))}];`, loader: 'js' }));
    b.onLoad({ filter: /\.made\.ts$/ }, async ({ path: file }) => ({ contents: await madeTables(file), loader: 'js' }));
  },
};

/** Schemas that the program itself checks input against; the others describe output and are checked by tests. */
const INPUT_SCHEMAS = ['breach-facts', 'breach-law', 'config', 'event', 'inventory-mapping', 'law', 'mapping', 'policy', 'waivers'];

mkdirSync('src/generated', { recursive: true });
for (const name of INPUT_SCHEMAS) {
  const schema = JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8'));
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true, strictRequired: false, inlineRefs: false, code: { source: true, esm: true } });
  addFormats.default(ajv);
  const contents = standalone.default(ajv, ajv.compile(schema));
  await build({ stdin: { contents, resolveDir: process.cwd(), loader: 'js' }, bundle: true, format: 'esm', platform: 'node', target: 'node20', legalComments: 'none', outfile: `src/generated/${name}.js` });
  writeFileSync(`src/generated/${name}.d.ts`, "import type { ErrorObject } from 'ajv';\ndeclare const validate: { (data: unknown): boolean; errors?: ErrorObject[] | null };\nexport default validate;\n");
}

// The folder is the list of the inventory's rules.
const rules = readdirSync('src/rules', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => file.replaceAll('\\', '/')).toSorted();
writeFileSync('src/generated/rules.ts', `${rules.map((file, i) => `import rule${i} from '../rules/${file}';\n`).join('')}\nexport default [${rules.map((_, i) => `rule${i}`).join(', ')}];\n`);

rmSync('dist', { recursive: true, force: true });
const { outputFiles, metafile } = await build({
  entryPoints: ['src/cli/main.ts'], outdir: 'dist', write: false, metafile: true, bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20',
  // liquidjs asks for a clock of Node that takes as long to load as a template to read; without it takes Date, which is as good for a limit.
  minify: true, define: { 'global.performance': 'undefined' }, plugins: [noSubprocesses, tables], legalComments: 'none', external: ['bindings'], logLevel: 'warning',
});

/** `a as b,c` as pairs. */
const pairs = (list) => list.split(',').map((one) => one.trim().split(/\s+as\s+/)).filter(([name]) => name !== '').map(([name, other = name]) => [name, other]);

/**
 * A chunk as the body of a function that gives what it exports. esbuild's own conversion to CommonJS makes two getters of
 * each export and repeats its helpers in each chunk, which is half of a small one.
 */
function asBody(text) {
  const [imports, exports] = parse(text);
  const [needed, edits] = [[], []];
  for (const { type, specifier, importStart: from, importEnd: to } of imports) {
    if (type === 'dynamic') edits.push({ from, to, by: `Promise.resolve().then(()=>require(${JSON.stringify(specifier)}))` });
    if (type !== 'static') continue;
    const [, whole, some = ''] = /^import(?:\s*\*\s*as\s+|\s*)([\w$]*)[\s,]*(?:\{([^}]*)\})?/.exec(text.slice(from, to));
    const asked = [...(whole === '' ? [] : [whole]), ...(some === '' ? [] : [`{${pairs(some).map(([theirs, mine]) => `${theirs}:${mine}`)}}`])];
    needed.push(...(asked.length > 0 ? asked : ['']).map((one) => `${one === '' ? '' : `const ${one}=`}require(${JSON.stringify(specifier)});`));
    edits.push({ from, to, by: '' });
  }
  // One statement at the end has them all.
  const end = exports[0]?.exportStart ?? text.length;
  const given = pairs(/^export\s*\{([^}]*)\};?\s*$/.exec(text.slice(end))?.[1] ?? '');
  if (given.length !== exports.length) throw new Error('a chunk does not export as esbuild writes it');
  edits.push({ from: end, to: text.length, by: '' });
  const body = edits.toSorted((a, b) => b.from - a.from).reduce((rest, { from, to, by }) => rest.slice(0, from) + by + rest.slice(to), text);
  return ascii(`${needed.join('')}${body}\nreturn{${given.map(([mine, theirs]) => `${theirs}:${mine}`)}}`);
}

const code = new Map(outputFiles.map((file) => [path.basename(file.path), asBody(file.text)]));
const REQUIRE = /require\("\.\/([^"]+)"\)/g;
/** What a chunk loads at once. */
const needs = (name) => metafile.outputs[`dist/${name}`].imports.filter(({ kind, external }) => kind === 'import-statement' && !external).map((one) => path.basename(one.path));
function closure(names, found = new Set()) {
  for (const name of names) {
    if (found.has(name)) continue;
    found.add(name);
    closure(needs(name), found);
  }
  return found;
}

// What every command loads becomes one file, what most load another, and what requests, the ledger, the check of inventories,
// the assessment of a breach and its drafts need five more: quicker to read than forty. Each part still runs only when it is wanted. bin/custos.js loads them.
const BUNDLES = {
  main: ['main.ts'],
  hot: ['app.ts', 'print.ts', '../formats/table.ts', '../formats/json.ts'],
  requests: ['commands/deadline.ts', 'commands/request/log.ts', 'commands/request/list.ts', 'commands/request/show.ts', 'commands/request/mark.ts'],
  ledger: ['../adapters/sqlite-ledger.ts', '../adapters/case-cache.ts'],
  inventory: ['commands/inventory/check.ts', 'inventory/run.ts', '../generated/rules.ts'],
  breach: ['commands/breach/assess.ts', 'breach/assessing.ts', '../generated/breach-facts.js', '../adapters/quick-yaml.ts'],
  drafts: ['commands/breach/draft.ts', 'breach/drafting.ts'],
};
const chunkOf = new Map(Object.entries(metafile.outputs).map(([file, { entryPoint }]) => [entryPoint, path.basename(file)]));
const wanted = Object.entries(BUNDLES).map(([bundle, roots]) => [bundle, closure(roots.map((root) => {
  const chunk = chunkOf.get(path.posix.join('src/cli', root));
  if (chunk === undefined) throw new Error(`${root} is no chunk: nothing imports it when it is wanted`);
  return chunk;
}))]);
const bundleOf = new Map();
for (const [bundle, chunks] of wanted) {
  for (const name of chunks) {
    if (bundleOf.has(name)) continue;
    // What two of the later parts share goes with what most commands load, so that neither loads the other for it. Drafts load the assessment anyway.
    const shared = new Set(wanted.flatMap(([other, theirs]) => (theirs.has(name) ? [other === 'drafts' ? 'breach' : other] : []))).size > 1;
    bundleOf.set(name, shared && bundle !== 'main' ? 'hot' : bundle);
  }
}
// The loader's names begin so that nothing in a part, minified or not, has the same.
const linked = (text, own) => text.replace(REQUIRE, (all, name) => {
  const bundle = bundleOf.get(name);
  return bundle === undefined ? all : bundle === own ? `__ownPart("${name}")` : `__loadBundle("${bundle}")("${name}")`;
});

mkdirSync('dist/tables', { recursive: true });
for (const [name, text] of longTables) writeFileSync(path.join('dist', 'tables', `${name}.json`), text);
writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');
for (const [name, text] of code) if (!bundleOf.has(name)) writeFileSync(path.join('dist', name), `"use strict";const {load:__loadBundle,loadTable}=require("../bin/custos.js");module.exports=(function(){${linked(text)}})();`);
for (const bundle of Object.keys(BUNDLES)) {
  const parts = [...bundleOf].filter(([, b]) => b === bundle).map(([name]) => `${JSON.stringify(name)}:function(){${linked(code.get(name), bundle)}\n}`);
  writeFileSync(path.join('dist', `${bundle}.bundle.js`), `(function(__loadBundle,require,loadTable){"use strict";const parts={${parts.join(',\n')}},made={};function __ownPart(name){return made[name]??=parts[name]()}return __ownPart})\n`);
}

// Runs what people start most, so that V8 keeps the functions that are used and not the others.
const home = mkdtempSync(path.join(tmpdir(), 'custos-build-'));
const keep = path.join(home, 'keep.cjs');
writeFileSync(keep, `process.on('exit',()=>{for(const [name,script] of require(${JSON.stringify(path.resolve('bin/custos.js'))}).scripts)require('fs').writeFileSync('dist/'+name+'.cache',script.createCachedData())})`);
const env = { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home, NODE_OPTIONS: '' };
for (const words of ['deadline --type access --received 2026-11-25 --in DE', 'deadline --type access --received 2026-11-25 --in US-CA --json', 'request log --type access --received 2026-11-25 --in DE', 'request list', 'inventory check fixtures/innomics/inventory.csv', 'breach assess --facts fixtures/innomics/breach.yaml', `breach draft --facts fixtures/innomics/breach.yaml --law us-ca-breach --to people --out ${path.join(home, 'drafts')}`]) {
  const { status, stderr } = spawnSync(process.execPath, ['-r', keep, 'bin/custos.js', ...words.split(' '), '--as-of', '2026-11-25'], { env, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  // 1 and 4 are answers: the example's inventory has findings and gaps.
  if (![0, 1, 4].includes(status)) throw new Error(`custos ${words}: exit ${status}\n${stderr}`);
}
rmSync(home, { recursive: true, force: true });
