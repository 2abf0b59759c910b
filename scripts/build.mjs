// Builds dist/: precompiled validators, then the program as CommonJS chunks that load when a command needs them.
// Two steps because esbuild splits only ES modules and Node starts CommonJS faster: split first, convert each chunk after.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { build, transform } from 'esbuild';

/** Schemas that the program itself checks input against; the others describe output and are checked by tests. */
const INPUT_SCHEMAS = ['config', 'event', 'law', 'mapping'];

mkdirSync('src/generated', { recursive: true });
for (const name of INPUT_SCHEMAS) {
  const schema = JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8'));
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true, strictRequired: false, code: { source: true, esm: true } });
  addFormats.default(ajv);
  const contents = standalone.default(ajv, ajv.compile(schema));
  await build({ stdin: { contents, resolveDir: process.cwd(), loader: 'js' }, bundle: true, format: 'esm', platform: 'node', target: 'node20', legalComments: 'none', outfile: `src/generated/${name}.js` });
  writeFileSync(`src/generated/${name}.d.ts`, "import type { ErrorObject } from 'ajv';\ndeclare const validate: { (data: unknown): boolean; errors?: ErrorObject[] | null };\nexport default validate;\n");
}

rmSync('dist', { recursive: true, force: true });
const { outputFiles } = await build({
  entryPoints: ['src/cli/main.ts'], outdir: 'dist', write: false, bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20',
  minify: true, keepNames: false, legalComments: 'none', external: ['better-sqlite3', '@duckdb/node-api'], logLevel: 'warning',
});
mkdirSync('dist', { recursive: true });
writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');
for (const file of outputFiles) {
  const { code } = await transform(file.text, { format: 'cjs', platform: 'node', target: 'node20', minify: true, supported: { 'dynamic-import': false }, legalComments: 'none' });
  writeFileSync(file.path, code);
}
