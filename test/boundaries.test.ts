/** Each part of the program has a list of what it may not do; this test reads the import lines and says why. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';

const SRC = path.resolve(import.meta.dirname, '..', 'src');

interface Source {
  name: string;
  text: string;
  /** Imports that are more than types. */
  imports: string[];
}

const sources: Source[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts') && !f.endsWith('.d.ts')).map((file) => {
  const text = readFileSync(path.join(SRC, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
  const imports = [...text.matchAll(/^(?:import|export)\s+(?!type\b)[^;]*?from\s+'([^']+)'|\bimport\('([^']+)'\)/gm)].map((m) => (m[1] ?? m[2]) as string);
  return { name: file.replaceAll('\\', '/'), text, imports };
});

/** Where an import leads: `core/law.ts`, `node:fs` or a package. */
function target(from: Source, spec: string): string {
  return spec.startsWith('.') ? path.posix.join(path.posix.dirname(from.name), spec) : spec;
}

interface Boundary {
  part: string;
  of: RegExp;
  allows: RegExp;
  forbids?: [RegExp, string][];
}

const IMPURE: [RegExp, string][] = [
  [/\bDate\.now\(|new Date\(\)|performance\.now/, 'the clock is an argument (--as-of)'], [/Math\.random|randomUUID|randomBytes/, 'the same input gives the same bytes'],
  [/\bprocess\.|\bconsole\./, 'it neither reads the environment nor prints'], [/\basync\b|\bawait\b/, 'it is synchronous'],
];

const BOUNDARIES: Boundary[] = [
  // core/hash.ts asks the process for the built-in crypto module, and for nothing else.
  { part: 'core', of: /^core\/(?!hash\.ts)/, allows: /^core\//, forbids: IMPURE },
  { part: 'inventory', of: /^inventory\//, allows: /^(inventory|core|data)\//, forbids: IMPURE },
  { part: 'rules', of: /^rules\//, allows: /^inventory\/|^core\/|^rules\/.*\.json$/, forbids: IMPURE },
  { part: 'formats', of: /^formats\//, allows: /^core\/|^formats\/|^chalk$|^markdown-it$|^node:crypto$/, forbids: IMPURE.slice(0, 3) },
  { part: 'adapters', of: /^adapters\//, allows: /^(?!cli\/|formats\/(?!escape\.ts))/ },
  { part: 'commands', of: /^cli\/commands\//, allows: /^(?!node:(fs|child_process|net|os)|better-sqlite3|inquirer|docx|liquidjs|csv-parse)/, forbids: [[/\bprocess\.|\bconsole\./, 'a command answers with a report; main prints and exits'], [/\bDate\.now\(|new Date\(\)/, 'the clock is an argument (--as-of)']] },
];

describe('boundaries', () => {
  for (const { part, of, allows, forbids = [] } of BOUNDARIES) {
    it(part, () => {
      const mine = sources.filter((s) => of.test(s.name));
      assert.ok(mine.length > 0, `no files in ${part}`);
      const wrong = mine.flatMap((s) => [
        ...s.imports.map((i) => target(s, i)).filter((t) => !allows.test(t)).map((t) => `${s.name} imports ${t}`),
        ...forbids.filter(([pattern]) => pattern.test(s.text)).map(([pattern, why]) => `${s.name}: ${pattern.exec(s.text)?.[0]} – ${why}`),
      ]);
      assert.deepEqual(wrong, []);
    });
  }
  it('chalk and markdown-it stay in their one file', () => {
    for (const [pack, file] of [['chalk', 'formats/tones.ts'], ['better-sqlite3', 'adapters/sqlite-ledger/driver.ts'], ['inquirer', 'adapters/prompt.ts']] as const) {
      assert.deepEqual(sources.filter((s) => s.imports.includes(pack) && s.name !== file).map((s) => s.name), [], pack);
    }
  });
  it('the clock is read in one place', () => {
    assert.deepEqual(sources.filter((s) => /\bDate\.now\(|new Date\(\)/.test(s.text)).map((s) => s.name), ['cli/main.ts']);
  });
  it('files stay readable: about 300 lines', () => {
    const long = sources.filter((s) => !s.name.startsWith('generated/') && s.text.split('\n').length > 330).map((s) => `${s.name} ${s.text.split('\n').length}`);
    assert.deepEqual(long, []);
  });
  it('no legal number stands in the code', () => {
    // Periods, thresholds and provisions live in the law files. A number of days or months next to such a word is one.
    // Hints show examples, and the name of a rule is its own.
    const plain = ({ text }: Source): string => text.replace(/hint: [^\n]*/g, '').replace(/'[\w./-]+'/g, '');
    const numbers = /\b\d+[- ](calendar |business |working )?(days?|months?|years?|hours?)\b/i;
    const wrong = sources.filter((s) => /^(core|cli|adapters|inventory|rules)\//.test(s.name) && !s.name.includes('facts') && numbers.test(plain(s))).map((s) => `${s.name}: ${numbers.exec(plain(s))?.[0]}`);
    assert.deepEqual(wrong, []);
  });
});
