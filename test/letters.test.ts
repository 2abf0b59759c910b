/**
 * Letters: golden files, what each law wants in them, and properties over hostile text.
 * Each folder of fixtures/letters holds a case.json and the letter that it makes. UPDATE=1 rewrites the letters: read the diff.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after as afterwards, describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import * as fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { calendars, listLaws, loadLaws, loadPlaces, setRoot } from '../src/adapters/data.ts';
import { docx, unzip } from '../src/adapters/documents.ts';
import { type RenderedLetter, type Templates, loadAuthorities, loadTemplates, renderLetter } from '../src/adapters/templates.ts';
import { run } from '../src/cli/main.ts';
import { markedFact } from '../src/core/case.ts';
import { parseDay } from '../src/core/date.ts';
import { UserError } from '../src/core/errors.ts';
import { type Content, LETTERS, type Law, type LetterKind, type MarkName, type Outcome, REQUEST_TYPES, type RequestType } from '../src/core/law.ts';
import { type Letter, prepareLetter } from '../src/core/letter.ts';
import { Gap, type LetterInput, type LetterOrganisation } from '../src/core/letter-values.ts';
import { oneLine } from '../src/formats/escape.ts';
import { html } from '../src/formats/html.ts';

const ROOT = path.join(import.meta.dirname, '..');
const FOLDER = path.join(ROOT, 'fixtures', 'letters');
setRoot(ROOT);
const world = { places: loadPlaces(), calendars: calendars() };
const templates = loadTemplates(undefined);
const shipped = loadAuthorities(ROOT);
const readJson = (...below: string[]): unknown => JSON.parse(fs.readFileSync(path.join(...below), 'utf8'));
const organisations = readJson(FOLDER, 'organisations.json') as Record<string, LetterOrganisation>;

const NAMES = fs.readdirSync(FOLDER, { withFileTypes: true }).filter((e) => e.isDirectory()).map((e) => e.name);

interface CaseFile {
  letter: LetterKind;
  type: RequestType;
  in: string;
  now: string;
  role?: string;
  data?: string[];
  channel?: string;
  laws?: string[];
  marks: { mark: MarkName; on: string; until?: string; ground?: string; outcome?: Outcome }[];
  organisation: string | LetterOrganisation;
  person: Record<string, string>;
  agent?: boolean;
  reveal?: boolean;
  grounds?: string[];
  groundText?: string;
  until?: string;
  ask?: string;
  reference?: string;
}

const laws = new Map<string, Law[]>();
function lawsAt(place: string): Law[] {
  if (!laws.has(place)) laws.set(place, loadLaws(place).map((l) => l.law));
  return laws.get(place) as Law[];
}

function inputOf(c: CaseFile): LetterInput {
  const zone = world.places[c.in]?.zone ?? 'UTC';
  const reveal = c.reveal !== false;
  return {
    kind: c.letter, now: { day: parseDay(c.now) as number }, world, laws: lawsAt(c.in),
    timeline: {
      id: 'R-1', requestType: c.type, jurisdiction: c.in, zone, facts: { role: c.role, data: c.data, channel: c.channel }, ...(c.laws ? { laws: c.laws } : {}),
      marks: c.marks.map((m, i) => markedFact({ type: 'marked', ...m }, i + 1, zone)),
    },
    record: { id: 'R-1', reference: c.reference ?? 'PR-001', agent: c.agent === true },
    organisation: typeof c.organisation === 'string' ? (organisations[c.organisation] ?? {}) : c.organisation,
    person: { keys: new Set(Object.keys(c.person)), values: reveal ? c.person : undefined }, authorities: { shipped, own: {} },
    said: { grounds: c.grounds ?? [], until: c.until === undefined ? undefined : parseDay(c.until), ask: c.ask },
    groundText: c.groundText === undefined || reveal ? c.groundText : new Gap('personal', 'reason'),
  };
}

function letterOf(input: LetterInput): Letter {
  const prepared = prepareLetter(input);
  assert.ok('letter' in prepared, 'refusal' in prepared ? prepared.refusal.says : '');
  return prepared.letter;
}

const write = async (c: CaseFile, from: Templates = templates): Promise<RenderedLetter> => renderLetter(letterOf(inputOf(c)), from);
const base = (more: Partial<CaseFile>): CaseFile => ({
  letter: 'refusal', type: 'erasure', in: 'DE-BE', now: '2026-11-25', role: 'controller', marks: [{ mark: 'received', on: '2026-11-02' }], organisation: 'innomics', person: { name: 'Jane Doe' }, ...more,
});

/** What a case makes: a letter with the list of its contents, or the refusal. */
async function golden(c: CaseFile): Promise<Map<string, string>> {
  const prepared = prepareLetter(inputOf(c));
  if ('refusal' in prepared) return new Map([['refused.txt', `${prepared.refusal.says}\n${prepared.refusal.citation?.ref ?? '-'}\nhint: ${prepared.refusal.hint ?? '-'}\n`]]);
  const { markdown, contents, missing, hidden, forgotten } = await renderLetter(prepared.letter, templates);
  assert.deepEqual(forgotten, []);
  const lines = [
    `laws: ${prepared.letter.laws.join(', ')}`, ...prepared.letter.left.map((l) => `left out: ${l}`),
    ...contents.map((x) => `${x.status}: ${x.law} ${x.id} – ${x.citation.ref}`), ...missing.map((m) => `missing: ${m.says}${m.citation === null ? '' : ` – ${m.citation}`}`), ...hidden.map((h) => `hidden: ${h}`),
  ];
  return new Map([['letter.md', markdown], ['contents.txt', `${lines.join('\n')}\n`]]);
}

describe('golden letters', () => {
  for (const name of NAMES) {
    it(name, async () => {
      const made = await golden(readJson(FOLDER, name, 'case.json') as CaseFile);
      for (const [file, text] of made) {
        const at = path.join(FOLDER, name, file);
        if (process.env['UPDATE']) fs.writeFileSync(at, text);
        assert.equal(fs.readFileSync(at, 'utf8'), text);
      }
      assert.deepEqual(fs.readdirSync(path.join(FOLDER, name)).filter((f) => f !== 'case.json' && !made.has(f)), []);
    });
  }
});

describe('what the laws want', () => {
  const wanted = listLaws().flatMap(({ law }) => LETTERS.flatMap((kind) => (law.letters?.[kind] ?? []).map((content) => ({ law, kind, content }))));

  it('is written by the templates, for each law, letter and type', async () => {
    const lost: string[] = [];
    for (const { law, kind, content } of wanted) {
      for (const type of content.types ?? REQUEST_TYPES) if (!(await isWritten(law, kind, content, type))) lost.push(`${law.id} ${kind} ${content.id} (${type})`);
    }
    assert.deepEqual(lost, []);
  });

  it('names only types that the law knows, and each content once for a type', () => {
    for (const { law, kind, content } of wanted) {
      const known = new Set(law.obligations.flatMap((o) => o.types));
      for (const type of content.types ?? []) {
        assert.ok(known.has(type), `${law.id} ${kind} ${content.id}: ${type}`);
        const same = (law.letters?.[kind] ?? []).filter((c) => c.id === content.id && (!c.types || c.types.includes(type)));
        assert.equal(same.length, 1, `${law.id} ${kind} ${content.id} (${type}) twice`);
      }
    }
  });

  it('takes its values from facts that exist, or that only a person can add', () => {
    const facts = /^(case\.(received|due|until|ground|explanation|outcome|ask)|organisation(\.contact(\.(email|web))?)?|law\.authority|answer\.[a-z]+|ground\.[a-z]+|duty\.[a-z]+)$/;
    for (const { law, kind, content } of wanted) assert.ok(content.fact === undefined || facts.test(content.fact), `${law.id} ${kind} ${content.id}: ${content.fact}`);
    for (const { law, content } of wanted) {
      const [, kind, name] = /^(ground|duty)\.(.+)$/.exec(content.fact ?? '') ?? [];
      if (kind === 'ground') assert.ok(law.refusalGrounds?.some((g) => g.id === name), `${law.id}: no ground ${name}`);
      if (kind === 'duty') assert.ok(law.obligations.some((o) => o.types.some((t) => t === name)), `${law.id}: no duty for ${name}`);
    }
  });

  it('has its legal numbers in the law files: templates hold none', () => {
    for (const [id, { text }] of templates) assert.doesNotMatch(text.replace(/\{[{%].*?[}%]\}/gs, ''), /\d/, id);
  });
});

/** Writes a letter with every fact of the case given, and says whether the template wrote the content. */
async function isWritten(law: Law, kind: LetterKind, content: Content, type: RequestType): Promise<boolean> {
  const place = law.scope.places[0]?.in.includes('EU') ? 'DE-BE' : (law.scope.places[0]?.in[0] as string);
  const outcome: Outcome = kind === 'refusal' ? 'refused' : 'granted';
  const ground = /^ground\.(.+)$/.exec(content.fact ?? '')?.[1];
  const c = base({
    letter: kind, type, in: place, laws: [law.id], role: law.id === 'us-hipaa' ? 'covered-entity' : 'controller', data: ['genetic', 'health', 'children', 'biological-sample'], channel: 'designated', ask: 'the order number',
    now: '2027-03-03', marks: [{ mark: 'received', on: '2027-03-01' }, ...(kind === 'refusal' || kind === 'completion' ? [{ mark: 'answered' as const, on: '2027-03-02', outcome, ...(ground ? { ground } : {}) }] : [])],
  });
  const letter = letterOf(inputOf(c));
  const { contents, forgotten } = await renderLetter(letter, templates);
  return !forgotten.includes(content.id) && contents.some((x) => x.law === law.id && x.id === content.id && x.status !== 'not-applicable' && x.citation.ref === content.citation.ref);
}

describe('the organisation’s facts', () => {
  const cases = NAMES.map((name) => readJson(FOLDER, name, 'case.json') as CaseFile).filter((c) => c.organisation === 'innomics');
  const full = organisations['innomics'] as Required<LetterOrganisation>;
  const whole = new Map<CaseFile, Promise<RenderedLetter>>();
  for (const key of ['name', 'contact.email', 'contact.phone', 'contact.name', 'contact.address', 'contact.web']) {
    it(`without ${key}, exactly the lines that need it show it as missing`, async () => {
      const short = structuredClone(full);
      const value = key === 'name' ? short.name : short.contact[key.slice(8) as 'name'];
      if (key === 'name') delete (short as LetterOrganisation).name;
      else delete short.contact[key.slice(8) as 'name'];
      const gap = new RegExp(`⟦MISSING: organisation\\.${key.replace('.', '\\.')}(?: — [^⟧]*)?⟧`, 'g');
      for (const c of cases) {
        const prepared = prepareLetter(inputOf(c));
        if ('refusal' in prepared) continue;
        if (!whole.has(c)) whole.set(c, renderLetter(prepared.letter, templates));
        const [before, after] = [(await whole.get(c)) as RenderedLetter, await write({ ...c, organisation: short })];
        const lines = after.markdown.split('\n');
        const needy = lines.filter((l) => l.match(gap));
        const kept = new Set(before.markdown.split('\n').map((l) => l.replace(/\\$/, '')));
        // What is left of a line without the gap stood there before, with the value in its place.
        for (const line of needy) assert.ok([...kept].some((l) => line.replace(/\\$/, '').split(gap).every((part) => l.includes(part))), line);
        for (const line of lines) if (!needy.includes(line) && !kept.has(line.replace(/\\$/, ''))) assert.ok(key === 'contact.phone' && line.startsWith('If you have a question'), `changed: ${line}`);
        assert.equal(after.missing.some((m) => m.says === `organisation.${key}`), needy.length > 0);
        assert.ok(value !== undefined && (key !== 'name' && key !== 'contact.email' || needy.length > 0));
      }
    });
  }
});

describe('authorities', () => {
  it('are valid under schemas/authorities.schema.json, in places that exist', () => {
    const ajv = new Ajv2020({ allErrors: true, strict: true });
    formats.default(ajv);
    const validate = ajv.compile(readJson(ROOT, 'schemas', 'authorities.schema.json') as object);
    assert.ok(validate(readJson(ROOT, 'src', 'data', 'authorities.json')), ajv.errorsText(validate.errors));
    const known = listLaws().map((l) => l.law.id);
    for (const a of shipped) assert.ok(world.places[a.place] && (a.laws ?? []).every((id) => known.includes(id)), `${a.place} ${a.name}`);
  });
  it('are known for every member state, for the Länder, and for each law that names one', () => {
    const eu = listLaws().find((l) => l.law.id === 'eu-gdpr')?.law as Law;
    const members = eu.scope.places.flatMap((p) => p.in).filter((p) => !['EU', 'DE', 'GB'].includes(p));
    const laender = Object.keys(world.places).filter((p) => p.startsWith('DE-'));
    assert.equal(laender.length, 16);
    assert.deepEqual([...members, ...laender].filter((p) => !shipped.some((a) => a.place === p)), []);
  });
  const complain = async (more: Partial<CaseFile>, own = {}): Promise<string> => {
    const input = { ...inputOf(base(more)), authorities: { shipped, own } };
    return (await renderLetter(letterOf(input), templates)).markdown.split('\n').find((l) => l.startsWith('You may complain to the authority')) ?? '';
  };
  it('come from the part of the country, from the main establishment, from the configuration, or are missing', async () => {
    assert.match(await complain({ in: 'DE-BY' }), /Bayerisches Landesamt/);
    assert.match(await complain({ in: 'ES-CT' }), /Agencia Española/);
    assert.match(await complain({ in: 'DE' }), /⟦MISSING: the authority for DE — GDPR/);
    assert.match(await complain({ in: 'EU', organisation: 'hamburg' }), /Hamburgische/);
    assert.match(await complain({ in: 'EU' }), /⟦MISSING: the authority for EU/);
    assert.match(await complain({ in: 'DE' }, { DE: { name: 'Own *Authority*', web: 'https://own.example/' } }), /Own \\\*Authority\\\*, <https:\/\/own.example\/>/);
    assert.match(await complain({ in: 'GB-SCT' }, { GB: { name: 'Own' } }), /Own\.$/);
  });
});

const parser = new MarkdownIt({ html: false, linkify: true, typographer: false });

/** The shape of a letter, and its text. */
function shape(markdown: string): { tokens: string[]; text: string } {
  const tokens = parser.parse(markdown, {}).flatMap((t) => [t, ...(t.children ?? [])]);
  return { tokens: tokens.filter((t) => t.type !== 'text' && t.type !== 'text_special').map((t) => t.type), text: tokens.filter((t) => t.type === 'text' || t.type === 'text_special').map((t) => t.content).join('') };
}

const textOf = (document: Buffer): string => document.toString('utf8').replace(/<\/w:p>/g, '\n').replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&#39;', "'").replaceAll('&amp;', '&');
const part = (file: Uint8Array, name: string): Buffer => unzip(Buffer.from(file)).find((e) => e.name === name)?.data as Buffer;

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 30 }), fc.stringMatching(/^[-#*_`~>+=|\\[\]()!<>&;.:0-9a-z{}% \n\t]{1,30}$/),
  fc.constantFrom('<script>alert(1)</script>', '[x](javascript:alert(1))', '![](http://h.example/x.png)', '---', '===', '1. a', '# h', '{{ organisation.name }}', '{% raw %}', '{% endsays %}', '&lt;b&gt;', 'a|b|c', '\\', '**', 'https://evil.example', 'www.evil.example', '::error::x', '\u202egnp', '\u0000\u001b[31m', '    code', '```\ncode', '<http://x.example>', '⟦MISSING: x⟧'),
).filter((v) => oneLine(v.replace(/\s+/g, ' ').trim()) !== '');

describe('hostile values', () => {
  const hostile = (v: string): CaseFile => base({
    letter: 'refusal', type: 'access', in: 'US-MA', role: 'covered-entity', laws: ['us-hipaa'], reference: v, person: { name: v, agent: v }, agent: true, grounds: ['endangerment', v],
    organisation: { name: v, contact: { name: v, email: v, phone: v, web: v }, dataProtectionOfficer: { name: v, email: v } },
  });
  const plain = async () => (await write(hostile('harmless words'))).markdown;
  const shown = (v: string) => oneLine(v.replace(/\s+/g, ' ').trim());

  it('stay text in Markdown and HTML', async () => {
    const expected = shape(await plain());
    const tags = (text: string) => text.match(/<\/?[a-z][^>]*>/gi)?.length;
    const page = (markdown: string) => Array.from(html({ kind: 'document', schema: 'letter', title: 'x', markdown, items: [], summary: {} }, ENVELOPE) as Iterable<string>).join('');
    const clean = tags(page(await plain()));
    await fc.assert(fc.asyncProperty(nasty, async (v) => {
      const { markdown } = await write(hostile(v));
      const got = shape(markdown);
      assert.deepEqual(got.tokens, expected.tokens);
      assert.ok(got.text.includes(shown(v)), JSON.stringify([v, shown(v)]));
      assert.equal(tags(page(markdown)), clean);
    }), { numRuns: 150 });
  });

  it('stay text in Word', async () => {
    const form = async (markdown: string) => part(await docx('x', markdown), 'word/document.xml');
    const count = (xml: Buffer, tag: string) => xml.toString('utf8').split(`<${tag}`).length;
    const clean = await form(await plain());
    await fc.assert(fc.asyncProperty(nasty, async (v) => {
      const xml = await form((await write(hostile(v))).markdown);
      for (const tag of ['w:p>', 'w:hyperlink', 'w:pStyle', 'w:numPr', 'w:tbl', 'w:drawing', 'w:instrText']) assert.equal(count(xml, tag), count(clean, tag), tag);
      assert.ok(textOf(xml).includes(shown(v)), JSON.stringify(v));
    }), { numRuns: 25 });
  });

  const ENVELOPE = { schema: 'custos/letter@1', tool: { name: 'custos', version: '0' }, asOf: '2026-11-25', timeZone: 'UTC', laws: [], inputs: [], summary: {} };
});

describe('templates', () => {
  const own = (text: string, more: [string, string][] = []): Templates => new Map([...templates, ['refusal', { file: '/own/refusal.md', text }], ...more.map(([id, t]): [string, { file: string; text: string }] => [id, { file: `/own/${id}.md`, text: t }])]);
  const table: [string, RegExp, RegExp][] = [
    ['a\n\n{{ organisation.contact.mail }}', /^\/own\/refusal\.md:3:4: undefined variable: organisation\.contact\.mail$/, /did you mean organisation\.contact\.email\?/],
    ['{{ law.authority.name }}', /:1:4: undefined variable/, /only inside \{% says/],
    ['{% if case.id %}x', /:1:1: tag .* not closed/, /correct the template/],
    ['{{ case.id | upcase }}', /:1:1: undefined filter: upcase/, /filters: default, join, date, link/],
    ['{{ person.name | raw }}', /undefined filter: raw/, /filters/],
    ['x\n{% render "refusal" %}', /:2:1: tag "render" not found/, /tags: if/],
    ['{{ case.id | date }}', /“R-1” is not a date/, /correct/],
    ['{{ organisation }}', /a group of values cannot be printed/, /correct/],
    ['{% for i in (1..1000000000) %}x{% endfor %}', /memory alloc limit exceeded/, /neither repeat without end/],
    ['{% for i in (1..9000) %}{% for k in (1..9000) %}x{% endfor %}{% endfor %}', /limit exceeded/, /neither repeat without end/],
    ['{% include "refusal" %}', /call stack|limit exceeded/, /nor include itself/],
    ['{% include "nothing" %}', /there is no template “nothing”/, /templates: acknowledgement/],
    ['{% says %}x{% endsays %}', /says needs the id of a content/, /correct/],
    ['{% says reasons %}x', /has no \{% endsays %\}/, /correct/],
    ['{{ case.constructor }}', /undefined variable/, /known/],
  ];
  for (const [text, message, hint] of table) {
    it(`refuses ${JSON.stringify(text)}`, async () => {
      await assert.rejects(write(base({}), own(text)), (error) => error instanceof UserError && error.code === 'bad-template' && message.test(error.message) && hint.test(error.hint ?? ''));
    });
  }
  it('names the file of an included part', async () => {
    await assert.rejects(write(base({}), own('{% include "letter-close" %}', [['letter-close', 'a\nb {{ nobody }}']])), /^UserError: \/own\/letter-close\.md:2:6: undefined variable: nobody$/);
  });
  it('shows what the law wants and the template does not write', async () => {
    const { markdown, contents, forgotten } = await write(base({ grounds: ['legal-obligation'] }), own('{% says reasons %}{{ value }}{% endsays %} {% says judicial-remedy %} {% endsays %}'));
    assert.deepEqual(forgotten, ['complaint-authority', 'judicial-remedy']);
    assert.deepEqual(contents.map((c) => c.status), ['present', 'missing', 'missing']);
    assert.match(markdown, /^the law of the Union .*\n\n- ⟦MISSING: the possibility of lodging a complaint with a supervisory authority — GDPR Arts 12\(4\), 77\(1\)⟧\n- ⟦MISSING: .* judicial remedy/);
  });
  it('writes dates in full and without a shift of time zone', async () => {
    assert.match((await write(base({ now: '2026-03-01', marks: [{ mark: 'received', on: '2026-02-28' }] }), own('{{ today | date }}|{{ case.received | date }}|{{ "2028-02-29" | date }}'))).markdown, /^Sunday 1 March 2026\|Saturday 28 February 2026\|Tuesday 29 February 2028/);
  });
  it('does not take a value for a template', async () => {
    assert.match((await write(base({ person: { name: '{{ today }}{% raw %}' } }), own('{{ person.name }}'))).markdown, /^\\\{\\\{ today \\\}\\\}\\\{% raw %\\\}/);
  });
});

describe('Word documents', () => {
  const markdown = '# Heading\n\nA **bold** word, [web](https://example.org/), [bad](javascript:alert(1)) and ![picture](https://example.org/x.png).\n\n- ⟦MISSING: x – y⟧\n\n山田 太郎 <b>raw</b>\n';
  it('are A4, say the page, and name neither author nor day', async () => {
    const file = await docx('R-1: \u202erefusal', markdown);
    assert.match(part(file, 'word/document.xml').toString(), /<w:pgSz w:w="11906" w:h="16838"/);
    assert.match(textOf(part(file, 'word/footer1.xml')), /Page .*PAGE.* of .*NUMPAGES/);
    const core = part(file, 'docProps/core.xml').toString();
    assert.doesNotMatch(core, /dcterms:(created|modified)/);
    assert.match(core, /<dc:title>R-1: \\u202erefusal<\/dc:title><dc:creator>custos<\/dc:creator>/);
  });
  it('hold the text, headings and links, and no picture, script or markup', async () => {
    const file = await docx('x', markdown);
    const xml = part(file, 'word/document.xml').toString();
    assert.match(textOf(Buffer.from(xml)), /Heading\nA bold word, web, \[bad\]\(javascript:alert\(1\)\) and !.*picture.*\.\n⟦MISSING: x – y⟧\n山田 太郎 <b>raw<\/b>/);
    assert.match(xml, /<w:pStyle w:val="Heading1"\/>/);
    assert.match(xml, /<w:shd [^>]*w:fill="FFE79A"/i);
    const links = part(file, 'word/_rels/document.xml.rels').toString();
    assert.match(links, /Target="https:\/\/example\.org\/"/);
    assert.doesNotMatch(links, /javascript|image/);
  });
  it('are the same bytes for the same text', async () => {
    const one = await docx('x', markdown);
    await new Promise((done) => setTimeout(done, 2100));
    assert.deepEqual(await docx('x', markdown), one);
  });
});

describe('custos request letter', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'custos-letters-'));
  afterwards(() => fs.rmSync(folder, { recursive: true }));
  const config = path.join(folder, 'custos.yaml');
  fs.writeFileSync(config, 'organisation: {name: Example Ltd, timeZone: Europe/Berlin, contact: {email: privacy@example.org}}\n');
  async function custos(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
    let [out, err] = ['', ''];
    const io = { out: (t: string) => void (out += t), err: (t: string) => void (err += t), env: {}, cwd: folder, clock: () => 0, stdoutIsTerminal: false, canAsk: false, columns: undefined, user: async () => 'test' };
    const code = await run([...argv, '--ledger', path.join(folder, 'ledger.db'), '--as-of', '2026-11-25'], io, ROOT);
    return { code, out, err };
  }

  it('writes, lists what is missing, and refuses what makes no sense', async () => {
    await custos('request', 'log', '--type', 'erasure', '--received', '2026-11-02', '--in', 'DE-BE', '--name', 'Jane Doe');
    const first = await custos('request', 'letter', '1', 'refusal');
    assert.equal(first.code, 4);
    assert.match(first.out, /⟦PERSONAL: name — add --reveal⟧/);
    assert.doesNotMatch(first.out + first.err, /Jane/);
    assert.match(first.err, /give the reason: --ground with a text or a code \(not-identified, .*\)\nmissing: the reasons for not taking action – GDPR Art\. 12\(4\)\nnot shown without --reveal: name\nwhen it is sent: custos request mark R-1 answered --outcome refused/);

    const json = await custos('request', 'letter', 'R-1', 'refusal', '--ground', 'legal-obligation', '--reveal', '--json');
    assert.equal(json.code, 0);
    const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
    formats.default(ajv);
    ajv.addSchema(readJson(ROOT, 'schemas', 'envelope.schema.json') as object);
    const validate = ajv.compile(readJson(ROOT, 'schemas', 'letter.schema.json') as object);
    assert.ok(validate(JSON.parse(json.out)), ajv.errorsText(validate.errors));
    assert.match(json.out, /Dear Jane Doe/);

    for (const [argv, words] of [
      [['R-1', 'farewell'], /unknown letter “farewell”/], [['R-9', 'refusal'], /there is no case R-9/], [['R-1', 'refusal', '--until', '2027-01-01'], /--until does not fit the letter refusal/],
      [['R-1', 'refusal', '--ground', 'legal-obligaton'], /did you mean legal-obligation/], [['R-1', 'refusal', '--as', 'docx'], /add -o letter\.docx/], [['R-1', 'refusal', '--as', 'md', '--json'], /say the same twice/],
      [['R-1', 'extension', '--until', '2027-05-01'], /refused-event.*longer than the law allows.*GDPR Art\. 12\(3\)/], [['R-1', 'refusal', '--law', 'us-hipaa'], /no law that custos knows|not known/], [['R-1', 'refusal', '--law', 'eu-gpdr'], /did you mean eu-gdpr/],
    ] as const) {
      const { code, err } = await custos('request', 'letter', ...argv);
      assert.equal(code, 2, argv.join(' '));
      assert.match(err, words);
    }
  });

  it('takes ground and date from the recorded mark, keeps free text private, and stops when the case is closed', async () => {
    await custos('request', 'mark', 'R-1', 'extension-noticed', '--on', '2026-11-20', '--until', '2027-01-20', '--ground', 'your question about Jane’s twin');
    const hidden = await custos('request', 'letter', 'R-1', 'extension', '--format', 'markdown');
    assert.match(hidden.out, /Wednesday 20 January 2027[\s\S]*⟦PERSONAL: reason — add --reveal⟧/);
    assert.doesNotMatch(hidden.out + hidden.err, /twin/);
    assert.match((await custos('request', 'letter', 'R-1', 'extension', '--reveal', '--as', 'md')).out, /\*\*The reason:\*\* your question about Jane’s twin/);
    await custos('request', 'mark', 'R-1', 'answered', '--on', '2026-11-24', '--outcome', 'granted');
    assert.match((await custos('request', 'letter', 'R-1', 'refusal')).err, /outcome is “granted”.*\nhint: custos request letter R-1 completion/);
    assert.match((await custos('request', 'letter', 'R-1', 'extension')).err, /answered already/);
  });

  it('writes files, and uses the organisation’s templates', async () => {
    const word = path.join(folder, 'letter.docx');
    assert.equal((await custos('request', 'letter', 'R-1', 'completion', '--as', 'docx', '-o', word)).code, 0);
    assert.match(textOf(part(fs.readFileSync(word), 'word/document.xml')), /We have deleted your personal data/);
    assert.match((await custos('request', 'letter', 'R-1', 'completion', '--as', 'html')).out, /<h1>We have done what you asked for<\/h1>/);
    fs.mkdirSync(path.join(folder, 'letters'));
    fs.appendFileSync(config, 'templates: letters\n');
    fs.writeFileSync(path.join(folder, 'letters', 'completion.md'), 'Own words for {{ case.id }}.\n');
    const own = await custos('request', 'letter', 'R-1', 'completion');
    assert.match(own.out, /^Own words for R-1\./);
    assert.match(own.err, /the template does not write what the law wants: outcome, recipients-told/);
    assert.equal(own.code, 4);
    const inputs = (JSON.parse((await custos('request', 'letter', 'R-1', 'completion', '--json')).out) as { inputs: { path: string }[] }).inputs.map((i) => i.path);
    assert.deepEqual(inputs, [path.join('letters', 'completion.md'), 'custos.yaml']);
    fs.writeFileSync(path.join(folder, 'letters', 'completion.md'), 'Own\nwords {{ caze.id }}\n');
    assert.match((await custos('request', 'letter', 'R-1', 'completion')).err, /error\[bad-template\]: .*letters.completion\.md:2:10: undefined variable: caze\nhint: did you mean case\?/);
  });
});
