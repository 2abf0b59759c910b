/**
 * The formats: golden files, and properties over hostile text.
 * Each folder of fixtures/formats holds a report.json and what every fitting format makes of it. UPDATE=1 rewrites them: read the diff.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { type Cell, type Column, type Envelope, type Finding, type Findings, FORMATS, type Format, type Records, type Report, type Tone } from '../src/core/report.ts';
import { csvCell, fileUri, htmlText, jsonText, manyLines, markdownLink, markdownText, oneLine, terminal, webAddress } from '../src/formats/escape.ts';
import type { RenderOptions } from '../src/formats/format.ts';
import { formats, formatsFor } from '../src/formats/index.ts';
import { displayWidth, wrap } from '../src/formats/width.ts';

const FOLDER = path.join(import.meta.dirname, '..', 'fixtures', 'formats');
const PIPE: RenderOptions = { width: undefined, color: false };

interface Fixture {
  envelope: Envelope;
  report: Report;
  /** Tones by value, for the columns that name the field they are toned by. */
  tones?: Record<string, Tone>;
}
interface FixtureColumn extends Omit<Column<Record<string, string>>, 'value'> {
  key: string;
  tones?: string;
}

function readFixture(name: string): { report: Report; envelope: Envelope } {
  const { report, envelope, tones = {} } = JSON.parse(fs.readFileSync(path.join(FOLDER, name, 'report.json'), 'utf8')) as Fixture;
  if (report.kind !== 'records') return { report, envelope };
  const columns = (report.columns as unknown as FixtureColumn[]).map(({ key, tones: by, ...column }): Column<unknown> => ({
    ...column,
    value(item): Cell {
      const row = item as Record<string, string>;
      const tone = by === undefined ? undefined : tones[row[by] ?? ''];
      return tone === undefined ? (row[key] ?? '') : { text: row[key] ?? '', tone };
    },
  }));
  return { report: { ...report, columns }, envelope };
}

async function render(format: Format, report: Report, envelope: Envelope, options: RenderOptions = PIPE): Promise<string> {
  const entry = formats.find((f) => f.name === format);
  assert.ok(entry, `no format ${format}`);
  const out = await entry.render(report, envelope, options);
  return typeof out === 'string' ? out : [...out].join('');
}

/** Golden file → what makes it. */
function views(kind: Report['kind']): Map<string, [Format, RenderOptions]> {
  const ending: Record<Format, string> = { table: 'txt', json: 'json', ndjson: 'ndjson', csv: 'csv', markdown: 'md', html: 'html', sarif: 'sarif', junit: 'xml' };
  const all = new Map(formatsFor(kind).map((f): [string, [Format, RenderOptions]] => [`out.${ending[f]}`, [f, PIPE]]));
  if (kind !== 'records' && kind !== 'findings') return all;
  all.set('terminal-80.txt', ['table', { width: 80, color: false }]);
  return all.set('terminal-120.ansi', ['table', { width: 120, color: true }]);
}

describe('golden files', () => {
  for (const name of fs.readdirSync(FOLDER)) {
    const { report, envelope } = readFixture(name);
    const expected = views(report.kind);
    for (const [file, [format, options]] of expected) {
      it(`${name}/${file}`, async () => {
        const golden = path.join(FOLDER, name, file);
        const text = await render(format, report, envelope, options);
        if (process.env['UPDATE'] === '1') fs.writeFileSync(golden, text);
        assert.equal(text, fs.readFileSync(golden, 'utf8'), `${name}/${file} differs; UPDATE=1 rewrites it`);
      });
    }
    it(`${name} holds nothing else`, () => {
      assert.deepEqual(fs.readdirSync(path.join(FOLDER, name)).toSorted(), ['report.json', ...expected.keys()].toSorted());
    });
  }
});

describe('the list of formats', () => {
  it('has every format of the contract, once', () => assert.deepEqual(formats.map((f) => f.name), [...FORMATS]));
  it('refuses a kind it does not fit', async () => {
    const { envelope } = readFixture('text');
    for (const name of fs.readdirSync(FOLDER)) {
      const { report } = readFixture(name);
      for (const { name: format, kinds } of formats) if (!kinds.includes(report.kind)) await assert.rejects(render(format, report, envelope), /does not fit/);
    }
  });
  it('loads a format only when it is asked for', () => {
    const source = fs.readFileSync(path.join(FOLDER, '..', '..', 'src', 'formats', 'index.ts'), 'utf8');
    assert.doesNotMatch(source, /^import (?!type)/m);
  });
});

const HOSTILE = [
  '\u001b[2J\u001b[31m', '\u009b31m', '\u0007\u0000\u007f', '\u202e\u2066', '\u200b\u00ad\ufeff', '\u2028\u2029\u0085', '\r\n', '\n', '\t', '\ud800', '\u{e0041}',
  '::error file=a::b', '\n::set-output name=a::', '##[error]', '##vso[task]', '=1+1', ' \n=1', '＝1', '+1', '-1', '@SUM', '<script>', '</td>', '<b onclick=x>', '&lt;', '"\'', '</style>',
  '[x](javascript:alert(1))', '![i](http://h/i.png)', '<http://h>', 'https://h.example', 'www.h.example', '# h', '---', '===', '- x', '+ x', '1. x', '12) x', '> q', '`c`', '```', '|', '\\|', '\\', '    code', '| --- |', ':---', '*b*', '_i_', '~~s~~', '[^1]', '- -- -', ':x:',
  '日本の会社', '한국', 'مُحَمَّد', 'שלום', 'สมชาย', 'می\u200cخواهم', '👩‍🔬', '🇩🇪', '1️⃣', '🫠', 'e\u0301', '葛\u{e0100}',
];
const hostile = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.array(fc.constantFrom(...HOSTILE, 'word', ' ', 'a'), { maxLength: 8 }).map((p) => p.join('')), fc.constantFrom(...HOSTILE));
const envelope: Envelope = { schema: 'custos/test@1', tool: { name: 'custos', version: '1' }, asOf: '2026-11-25', timeZone: 'UTC', laws: [], inputs: [], summary: {} };

function recordsOf(rows: readonly (readonly string[])[], prose: readonly string[] = []): Records {
  const columns = ['A', 'B', 'C', 'D'].map((title, i): Column<unknown> => ({
    title, value: (row) => ({ text: (row as string[])[i] ?? '', tone: 'bad' }), ...(i === 2 ? { wide: true } : {}), ...(i === 1 ? { align: 'right' } : {}),
  }));
  const items = rows.map(([a, b, c, d]) => ({ a, b, c, d }));
  return { kind: 'records', schema: 'custos/test@1', title: prose[0] ?? 'T', items, rows, lines: items, columns, fields: ['a', 'b', 'c', 'd'], summary: {}, intro: prose, outro: prose, empty: 'none' };
}

function findingsOf(texts: readonly string[]): Findings {
  const items = texts.map((t, i): Finding => ({
    rule: `r${i % 3}`, area: 'inventory', kind: 'violation', severity: 'error', message: t, at: { file: t, line: i + 1, column: t, key: t },
    promise: { id: t, section: t }, citations: [{ ref: t, url: t }], fix: t, fingerprint: String(i), waived: i % 2 ? { reason: t, owner: t, expires: '2027-01-01' } : null,
  }));
  return { kind: 'findings', schema: 'custos/findings@1', title: texts[0] ?? 'T', items, rules: [{ id: 'r0', title: texts[0] ?? '', help: texts[0] ?? '' }], summary: {}, outro: texts, empty: 'none' };
}

const SGR = new RegExp(`${String.fromCodePoint(27)}\\[\\d+m`, 'g');
const ACTS = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0001}-\u{e007f}]/u;
const COMMAND = /^\s*::[a-z]|##[a-z]*\[/im;

describe('table', () => {
  for (const width of [undefined, 40, 80, 120]) {
    it(`is safe and keeps to the width: ${width ?? 'no terminal'}`, async () => {
      await fc.assert(fc.asyncProperty(fc.array(fc.array(hostile, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 4 }), fc.array(hostile, { maxLength: 2 }), async (rows, prose) => {
        for (const report of [recordsOf(rows, prose), findingsOf(rows.flat())]) {
          const text = await render('table', report, envelope, { width, color: true });
          const plain = text.replace(SGR, '');
          assert.doesNotMatch(plain, ACTS);
          assert.doesNotMatch(plain, COMMAND);
          if (width !== undefined) for (const line of plain.split('\n')) assert.ok(displayWidth(line) <= width, JSON.stringify(line));
          assert.equal(plain, await render('table', report, envelope, { width, color: false }));
        }
      }), { numRuns: 150 });
    });
  }
  it('says every value in full on a pipe, one line a row', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(hostile, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 4 }), async (rows) => {
      const lines = (await render('table', recordsOf(rows), envelope)).split('\n').slice(3, -1);
      assert.equal(lines.length, rows.length);
      for (const [i, row] of rows.entries()) for (const value of row) assert.ok(lines[i]?.includes(terminal(value).trimEnd()));
    }));
  });
});

describe('csv', () => {
  it('reads back as it was, but for what hides and the apostrophe', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(hostile, { minLength: 4, maxLength: 4 }), { minLength: 1 }), async (rows) => {
      for (const formulaSafe of [true, false]) {
        const text = await render('csv', recordsOf(rows), envelope, { ...PIPE, formulaSafe });
        const cells = parse(text, { record_delimiter: '\r\n', skip_empty_lines: false, relax_column_count: true });
        const unguarded = cells.slice(1).map((r) => r.map((c) => (formulaSafe && c.startsWith("'") ? c.slice(1) : c)));
        const wanted = rows.map((r) => r.map((v) => shownInCsv(formulaSafe && v.startsWith("'") ? v.slice(1) : v)));
        assert.deepEqual(unguarded, wanted);
        assert.doesNotMatch(text, /^\s*::[a-z]/im);
        if (formulaSafe) for (const cell of cells.flat()) assert.doesNotMatch(cell, /^\s*[=+\-@＝＋－＠]|^[\t\r]/);
      }
    }));
  });
  it('writes numbers plainly, lists with semicolons and objects as JSON', async () => {
    const items = [{ a: -5, b: ['x', 'y'], c: { k: 1 }, d: null }, { a: '-5', b: [], c: [{ k: 1 }, 2], d: true }];
    assert.equal(await render('csv', { ...recordsOf([]), items, lines: items }, envelope), 'a,b,c,d\r\n-5,x; y,"{""k"":1}",\r\n\'-5,,"{""k"":1}; 2",true\r\n');
  });
  it('quotes what a build server would obey', () => assert.equal(csvCell('::error::x', true), '"::error::x"'));
});

/** What CSV keeps of a text: tabs, and line breaks but for one that would start a command; no carriage return of its own. */
function shownInCsv(text: string): string {
  return manyLines(text.replaceAll('\t', '\uf8ff')).replaceAll('\uf8ff', '\t').replace(/\n(?=\s*::[a-z])/gi, '\\n');
}

describe('markdown', () => {
  const md = new MarkdownIt({ html: true, linkify: false });
  const BLOCKS = /^(?:heading|paragraph|table|thead|tbody|tr|th|td)_(?:open|close)$|^inline$/;
  it('never becomes markup', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(hostile, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 3 }), fc.array(hostile, { minLength: 1, maxLength: 3 }), async (rows, prose) => {
      const tokens = md.parse(await render('markdown', recordsOf(rows, prose), envelope), {});
      for (const t of tokens) assert.match(t.type, BLOCKS);
      for (const t of tokens.flatMap((b) => b.children ?? [])) assert.match(t.type, /^(?:text|text_special|hardbreak)$/);
      assert.ok(tokens.filter((t) => t.type === 'heading_open').length <= 1);
      const cells = tokens.filter((t, i) => t.type === 'inline' && tokens[i - 1]?.type === 'td_open').map((t) => (t.children ?? []).map((c) => c.content).join(''));
      assert.deepEqual(cells, rows.flat().map((v) => oneLine(v.replace(/\s+/g, ' ').trim())));
    }));
  });
  it('links citations to the web only', async () => {
    await fc.assert(fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 4 }), async (texts) => {
      const tokens = md.parse(await render('markdown', findingsOf(texts), envelope), {}).flatMap((b) => b.children ?? []);
      for (const t of tokens) assert.match(t.type, /^(?:text|text_special|hardbreak|strong_open|strong_close|link_open|link_close)$/);
      for (const t of tokens) if (t.type === 'link_open') assert.match(String(t.attrGet('href')), /^https?:\/\//);
    }));
    assert.equal(markdownLink('Art. [5]', 'https://h.example/a_(b)?c=|d'), '[Art. \\[5\\]](https://h.example/a_%28b%29?c=%7Cd)');
    assert.equal(markdownLink('x', 'javascript:alert(1)'), 'x');
  });
});

describe('html', () => {
  const TAG = /^<(?:!doctype html|\/?(?:html|head|title|style|body|main|h1|h2|p|div|table|caption|thead|tbody|tr|th|td|footer|section|svg|desc|text|details|summary|strong|code|span|bdi|br|rect)(?: [a-zA-Z-]+="[^"<>]*")*\/?|meta [^<>]*|a href="https?:\/\/[^"<>]*" rel="noreferrer"|\/a)>/;
  it('shows no value unescaped', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(hostile, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 3 }), async (rows) => {
      for (const report of [recordsOf(rows, rows[0]), findingsOf(rows.flat())]) {
        const text = await render('html', report, envelope);
        const style = /<style>[^<]*<\/style>/.exec(text)?.[0] ?? '';
        for (const at of text.replace(style, '').matchAll(/</g)) assert.match(text.replace(style, '').slice(at.index, at.index + 5000), TAG);
        assert.doesNotMatch(text, ACTS);
        assert.doesNotMatch(text, COMMAND);
      }
    }));
    assert.equal(htmlText('<a href="x">&\n\u001b'), '&lt;a href=&quot;x&quot;&gt;&amp;<br>\\u001b');
  });
  it('gives documents no script, picture or odd link', async () => {
    const { report } = readFixture('hostile-document');
    const text = await render('html', report, envelope);
    assert.doesNotMatch(text, /<script|<img|<b |href="(?!https?:|mailto:)/);
    assert.doesNotMatch(text, COMMAND);
  });
});

describe('json', () => {
  it('reads back as the same value and is safe to look at', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.record({ text: hostile, any: fc.jsonValue() }), { maxLength: 5 }), fc.dictionary(hostile, hostile), async (items, summary) => {
      const value = JSON.parse(JSON.stringify({ ...envelope, summary, items })) as unknown;
      const report = { ...recordsOf([]), items };
      const text = await render('json', report, { ...envelope, summary });
      assert.deepEqual(JSON.parse(text), value);
      assert.doesNotMatch(text, ACTS);
      assert.doesNotMatch(text, COMMAND);
      const lines = (await render('ndjson', report, envelope)).split('\n').slice(0, -1);
      assert.deepEqual(lines.map((l) => JSON.parse(l) as unknown), (value as { items: unknown[] }).items);
    }));
  });
  it('is what JSON.stringify writes, across batches', async () => {
    const items = Array.from({ length: 1001 }, (_, i) => ({ i, list: [], nested: { a: [i] } }));
    assert.equal(await render('json', { ...recordsOf([]), items }, envelope), `${JSON.stringify({ ...envelope, items }, null, 2)}\n`);
    assert.equal(await render('json', recordsOf([]), envelope), `${JSON.stringify({ ...envelope, items: [] }, null, 2)}\n`);
  });
});

interface SarifLog {
  version: string;
  runs: { tool: { driver: { rules: { id: string }[] } }; invocations: object[]; results: Record<string, unknown>[] }[];
}

describe('sarif', () => {
  it('points at its rules, maps levels and marks what is waived', async () => {
    const { report, envelope: head } = readFixture('findings');
    assert.equal(report.kind, 'findings');
    const log = JSON.parse(await render('sarif', report, head)) as SarifLog;
    const run = log.runs[0];
    assert.equal(log.version, '2.1.0');
    for (const result of run?.results ?? []) assert.equal(run?.tool.driver.rules[result['ruleIndex'] as number]?.id, result['ruleId']);
    const said = run?.results.map((r) => [r['level'], r['partialFingerprints'], (r['suppressions'] as object[]).length]);
    assert.deepEqual(said, report.items.map((i) => [i.severity, { 'custos/v1': i.fingerprint }, i.waived ? 1 : 0]));
    assert.deepEqual(run?.results[0]?.['locations'], [{
      physicalLocation: { artifactLocation: { uri: 'inventories/labor%20inventory.csv', uriBaseId: '%SRCROOT%' }, region: { startLine: 31 } },
      logicalLocations: [{ name: 'Consent', fullyQualifiedName: 'DA-029/Consent' }],
    }]);
    assert.equal(JSON.stringify(run?.results.at(-1)?.['locations']).includes('region'), false);
  });
  it('writes file names as URIs', () => {
    const names = ['a b/ü#?.csv', './x.csv', '../x.csv', 'C:\\data\\x.csv', '/srv/x y.csv', 'a:b.csv', '-', 'half\ud800'];
    assert.deepEqual(names.map(fileUri), ['a%20b/%C3%BC%23%3F.csv', 'x.csv', '../x.csv', 'file:///C:/data/x.csv', 'file:///srv/x%20y.csv', 'a%3Ab.csv', '-', 'half%EF%BF%BD']);
  });
});

describe('junit', () => {
  it('is well-formed whatever it holds', async () => {
    await fc.assert(fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 6 }), async (texts) => {
      const xml = await render('junit', findingsOf(texts), envelope);
      assert.doesNotMatch(xml, ACTS);
      assert.doesNotMatch(xml, COMMAND);
      const open: string[] = [];
      const rest = xml.slice(xml.indexOf('\n')).replace(/<(\/?)([a-z-]+)((?: [a-z]+="[^"<&]*(?:&(?:amp|lt|gt|quot|#39|#35|#58);[^"<&]*)*")*)(\/?)>|&(?:amp|lt|gt|quot|#39|#35|#58);/g, (_all, close: string, name?: string, _a?: string, empty?: string) => {
        if (name === undefined) return '';
        if (close === '/') assert.equal(open.pop(), name);
        else if (empty !== '/') open.push(name);
        return '';
      });
      assert.deepEqual(open, []);
      assert.doesNotMatch(rest, /[<&]/);
    }));
  });
});

describe('escaping', () => {
  it('misses no character that hides: the quick test knows all that the exact one does', () => {
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const char = String.fromCodePoint(code);
      const hides = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffb]/u.test(char);
      if (hides !== (oneLine(char) !== char)) assert.fail(code.toString(16));
    }
  });
  it('keeps joiners and selectors where a script needs them, and nowhere else', () => {
    for (const text of ['می\u200cخواهم', 'क्\u200dष', '👩\u200d🔬', '👩🏽\u200d🚀', '❤\ufe0f', '1\ufe0f\u20e3', '葛\u{e0100}']) assert.equal(oneLine(text), text);
    for (const text of ['a\u200cb', 'a\u200db', '\u200d', 'a\ufe0f', 'a\u{e0100}', '👩\u200d']) assert.notEqual(oneLine(text), text);
  });
  it('shows addresses of the web only', () => {
    assert.deepEqual(['https://a.example/x', 'http://u:p@a.example', 'ftp://a.example', 'javascript:1', 'x', null].map(webAddress), ['https://a.example/x', undefined, undefined, undefined, undefined, undefined]);
  });
  it('leaves ordinary text alone', () => {
    for (const text of ['Ana María Núñez', '山田 太郎', '2026-11-25', '-5', '2001:db8::1', 'a::b', 'R&D #5']) assert.equal(terminal(text), text);
    assert.equal(markdownText('2026-11-25, 45 days (Art. 12)'), '2026-11-25, 45 days (Art. 12)');
    assert.equal(markdownText('15:20, 15:20:07Z'), '15:20, 15:20:07Z');
    assert.equal(markdownText(':100: 3:100: https://x 1:2'), '\\:100: 3\\:100: https\\://x 1\\:2');
    assert.equal(jsonText('{"a":"日本"}'), '{"a":"日本"}');
  });
});

describe('width', () => {
  const widths: Record<string, number> = { abc: 3, 'é': 1, 'e\u0301': 1, '日本': 4, 'ｱ': 1, '한국': 4, 'สมชาย ที่รัก': 9, 'שָׁלוֹם': 4, '👩‍🔬': 2, '👨‍👩‍👧': 2, '🇩🇪': 2, '1️⃣': 2, '☎️': 2, '☎': 1, '🫠': 2, '©': 1, '—': 1, '𠮷': 2, '👍🏽': 2 };
  for (const [text, width] of Object.entries(widths)) it(`${text} is ${width}`, () => assert.equal(displayWidth(text), width));
  it('wraps without losing a word', () => {
    fc.assert(fc.property(hostile.map(oneLine), fc.integer({ min: 10, max: 40 }), (text, width) => {
      const lines = wrap(text, width);
      for (const line of lines) assert.ok(displayWidth(line) <= width);
      assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
    }));
  });
});
