/** Every law file: its schema, its name and place, and an answer for each of the request types. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { type Citation, type Law, REQUEST_TYPES } from '../src/core/law.ts';

const ROOT = path.join(import.meta.dirname, '..');
const LAWS = path.join(ROOT, 'src', 'laws');

const readJson = (file: string): unknown => JSON.parse(fs.readFileSync(file, 'utf8'));

interface LawFile {
  folder: string;
  name: string;
  json: unknown;
  law: Law;
}

/** Laws of requests only: the files that say so by their schema. */
const isRequestLaw = (file: LawFile) => (file.json as { $schema?: string }).$schema?.endsWith('/law.schema.json') === true;

const files: LawFile[] = fs.readdirSync(LAWS, { withFileTypes: true }).filter((e) => e.isDirectory()).flatMap((e) =>
  fs.readdirSync(path.join(LAWS, e.name)).filter((n) => n.endsWith('.json')).map((name) => {
    const json = readJson(path.join(LAWS, e.name, name));
    return { folder: e.name, name, json, law: json as Law };
  })).filter(isRequestLaw);

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false });
formats.default(ajv);
const validate = ajv.compile(readJson(path.join(ROOT, 'schemas', 'law.schema.json')) as object);

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((v, i) => values.indexOf(v) !== i))];
}

/** Every object below `value` that looks like a citation. */
function citations(value: unknown): Citation[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(citations);
  return 'ref' in value && 'verified' in value ? [value as Citation, ...below] : below;
}

function countingNames(law: Law): string[] {
  return law.obligations.flatMap((o) => o.terms).flatMap((t) => [
    t.counting, t.practiceTarget?.counting, ...(t.readings ?? []).map((r) => r.counting),
  ]).filter((name) => name !== undefined);
}

test('the sixteen laws are there', () => {
  const expected = ['ca-pipeda', 'ch-fadp', 'eu-gdpr', 'gb-gdpr', 'jp-appi', 'us-ca-ccpa', 'us-ca-gipa', 'us-ca-shine-the-light', 'us-coppa', 'us-hipaa', 'us-in-genetic', 'us-mn-genetic', 'us-sd-genetic', 'us-va-genetic', 'us-va-vcdpa', 'us-wa-mhmda'];
  const ids = files.map((f) => f.law.id);
  assert.deepEqual(expected.filter((id) => !ids.includes(id)), []);
  assert.deepEqual(repeated(ids), []);
});

for (const { folder, name, json, law } of files) {
  test(`${folder}/${name}`, async (t) => {
    await t.test('is valid under schemas/law.schema.json', () => {
      assert.ok(validate(json), ajv.errorsText(validate.errors, { separator: '\n' }));
    });
    await t.test('has its id as file name and its jurisdiction as folder', () => {
      assert.equal(name, `${law.id}.json`);
      assert.equal(folder, law.jurisdiction.toLowerCase());
    });
    await t.test('answers every request type once: by an obligation or by a reason why there is none', () => {
      const answered = law.obligations.filter((o) => o.bearer === 'principal').flatMap((o) => o.types);
      const gaps = law.notRequired.flatMap((n) => n.types);
      assert.deepEqual(REQUEST_TYPES.filter((type) => !answered.includes(type) && !gaps.includes(type)), [], 'no answer');
      assert.deepEqual(gaps.filter((type) => answered.includes(type)), [], 'both required and not required');
      assert.deepEqual(repeated(gaps), [], 'two reasons');
    });
    await t.test('gives an agent something to do for every type that binds its customer', () => {
      const principal = new Set(law.obligations.filter((o) => o.bearer === 'principal').flatMap((o) => o.types));
      const agent = law.obligations.filter((o) => o.bearer === 'agent').flatMap((o) => o.types);
      assert.deepEqual([...principal].filter((type) => !agent.includes(type)), []);
    });
    await t.test('names only countings that exist, and every counting that exists', () => {
      const used = countingNames(law);
      assert.deepEqual(used.filter((n) => !(n in law.counting)), []);
      assert.deepEqual(Object.keys(law.counting).filter((n) => !used.includes(n)), []);
    });
    await t.test('has unique ids, and one obligation of a kind for each request type', () => {
      assert.deepEqual(repeated(law.obligations.flatMap((o) => o.types.map((type) => `${o.id} ${o.bearer} ${type}`))), []);
      assert.deepEqual(repeated((law.refusalGrounds ?? []).map((g) => g.id)), []);
      for (const term of law.obligations.flatMap((o) => o.terms)) {
        assert.deepEqual(repeated((term.readings ?? []).map((r) => r.id)), []);
        assert.deepEqual(repeated((term.extension?.grounds ?? []).map((g) => g.id)), []);
      }
    });
    await t.test('covers each type of an obligation by its terms, and no other type', () => {
      for (const o of law.obligations) {
        const covered = o.terms.flatMap((term) => term.types ?? o.types);
        assert.deepEqual(o.types.filter((type) => !covered.includes(type)), [], `${o.id}: a type without a term`);
        assert.deepEqual(covered.filter((type) => !o.types.includes(type)), [], `${o.id}: a term for another type`);
      }
    });
    await t.test('quotes only what was read, and links only to public addresses', () => {
      for (const c of citations(law)) {
        assert.ok(c.quote === undefined || c.verified, `a quotation that nobody has read: ${c.ref}`);
        assert.ok(c.url === undefined || !/localhost|127\.|\/work\//.test(c.url), `not a public address: ${c.url}`);
        assert.ok(c.checkedOn === undefined || c.checkedOn >= law.checked.on, `checked before the file was: ${c.ref}`);
      }
    });
  });
}
