/** The quick reader of YAML never gives another value than the one with lines. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseDocument, stringify } from 'yaml';
import { quickValue } from '../src/adapters/quick-yaml.ts';
import { ROOT } from './session.ts';

/** What the reader with lines makes of a text; `undefined` where it finds a fault. */
function slowValue(text: string): unknown {
  const doc = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  if (doc.errors.length > 0 || doc.warnings.length > 0) return undefined;
  try {
    return doc.toJS({ maxAliasCount: 50 }) as unknown;
  } catch {
    return undefined;
  }
}

function agree(text: string): void {
  const [quick, slow] = [quickValue(text), slowValue(text)];
  if (quick !== undefined && slow !== undefined) assert.deepEqual(quick, slow, JSON.stringify(text));
}

describe('two readers of YAML', () => {
  const files = readdirSync(path.join(ROOT, 'fixtures'), { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:yaml|yml|json)$/.test(name));
  it('agree on every file of the fixtures, and the quick one reads most', () => {
    const read = (name: string): string => readFileSync(path.join(ROOT, 'fixtures', name), 'utf8');
    for (const name of files) agree(read(name));
    const written = files.filter((name) => !name.endsWith('.json') && slowValue(read(name)) !== undefined);
    assert.ok(written.length > 20);
    const left = written.filter((name) => quickValue(read(name)) === undefined);
    assert.ok(left.length < written.length / 10, left.join('\n'));
  });
  const PIECES = [
    ...'a b key null ~ true True no 1 -1 +1 0 -0 007 0o17 0x1F 1_000 1.5 .5 1. 1e3 .inf .NaN 12:30 2026-11-26 2026-11-26T10:00:00Z x__proto__ __proto__ constructor <<'.split(' '),
    ': ', ':', '- ', '-', '\n', '\n', '\n', '  ', ' ', '\t', '[', ']', '{', '}', ',', ', ', '"', "'", '#', ' # c', '|', '|\n', '>-\n', '? ', '&x ', '*x', '!!str ', '!x ', '%', '@', '`', '\\', '\\n', '---\n', '...\n', '\r\n', '\ufeff', '\u00a0', '\u2028', '日本', 'é',
  ];
  it('agree on any pieces of YAML put together', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (pieces) => agree(pieces.join(''))), { numRuns: 5000 });
  });
  it('agree on any values, written by either kind of writer', () => {
    fc.assert(fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { noNullPrototype: true }), (value) => {
      agree(JSON.stringify(value));
      agree(JSON.stringify(value, null, 2));
      agree(stringify(value, { version: '1.2' }));
    }), { numRuns: 500 });
  });
  const FAULTS = ['a: 1\na: 2', 'a: {b: 1, b: 2}', 'a: [1', 'a: {b: 1', 'a: "x', "a: 'x", 'a: b: c', 'a: x\n y: z', 'a: 1\n  b: 2', 'a: "\\q"', 'a: @x', 'a: `x`', 'a: %x', 'a: "x" y', 'a: [x]y', 'a:\n\t- 1', 'a: *x', '- 1\nb: 2', 'a', '', '# only'];
  it('both refuse what is no group of keys', () => {
    for (const text of FAULTS) {
      assert.equal(quickValue(text), undefined, text);
      const slow = slowValue(text);
      assert.ok(typeof slow !== 'object' || slow === null, text);
    }
  });
  it('the quick one leaves to the other what they do not agree on', () => {
    for (const text of ['a: &x 1\nb: *x', 'a: !x 1', '? a\n: b', 'null: 1', '~: 1', '{a: 1, ~: 2}', '{: 1}', 'a: [:]', '---\na: 1', 'a: 1e999', 'a: |2\n   x', 'a:\t1']) assert.equal(quickValue(text), undefined, text);
    assert.deepEqual(quickValue('a: { b: [1, x, null] }\n"c": no'), { a: { b: [1, 'x', null] }, c: 'no' });
  });
});
