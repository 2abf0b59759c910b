/** The check of letters: our drafts, letters of others (fixtures/breaches/drafts/others), and what contradicts what. UPDATE=1 rewrites what is expected. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import YAML from 'yaml';
import { draftFiles, draftTable, letterWords as words, renderDrafts } from '../src/adapters/breach-drafts.ts';
import { loadBreachTemplates } from '../src/adapters/breach-templates.ts';
import { listBreachLaws } from '../src/adapters/breach-laws.ts';
import { calendars, loadPlaces, setRoot } from '../src/adapters/data.ts';
import { docx, letterHtml } from '../src/adapters/documents.ts';
import { fromMarkdown, readLetter } from '../src/adapters/letter-text.ts';
import type { BreachFile } from '../src/core/breach-facts.ts';
import type { Audience, BreachLaw } from '../src/core/breach-law.ts';
import { obligations } from '../src/core/breach.ts';
import { parseDay } from '../src/core/date.ts';
import { draftsFor } from '../src/core/draft.ts';
import { claimsOf, lintSiblings } from '../src/core/draft-claims.ts';
import { type LetterText, lettersOf, lintLetter } from '../src/core/draft-lint.ts';
import { patternOf, topicOfFact } from '../src/core/letter-words.ts';
import type { Finding } from '../src/core/report.ts';

const ROOT = path.join(import.meta.dirname, '..');
const FOLDER = path.join(ROOT, 'fixtures', 'breaches', 'drafts');
setRoot(ROOT);
const world = { places: loadPlaces(), calendars: calendars() };
const laws = listBreachLaws().map((l) => l.law);
const today = parseDay('2026-12-01') as number;
const now = { instant: Date.parse('2026-11-26T12:00:00Z') };
const law = (id: string): BreachLaw => laws.find((l) => l.id === id) ?? assert.fail(id);
const lint = (letter: LetterText, id: string, to: Audience = 'people'): Finding[] => lintLetter(letter, lettersOf(law(id), to, today) ?? assert.fail(`${id} ${to}`), words);
const letter = (text: string, name = 'letter.md'): LetterText => readLetter(Buffer.from(text), name);
const errors = (findings: readonly Finding[]): string[] => findings.filter((f) => f.severity === 'error').map((f) => `${f.rule}: ${f.message}`);
const say = (f: Finding): string => `${f.at.line ?? '-'} ${f.severity} ${f.rule}: ${f.message}${f.citations.map((c) => ` [${c.ref}]`).join('')}`;

const facts = YAML.parse(fs.readFileSync(path.join(FOLDER, 'complete.yaml'), 'utf8')) as BreachFile;
const drafts = renderDrafts(draftsFor(obligations(laws, { id: 'B-1', file: facts, marks: [] }, now, world).items, facts, { laws, table: draftTable, words, places: world.places, now }), loadBreachTemplates(undefined));
const ours = (key: string): LetterText => ({ path: `${key}.md`, blocks: fromMarkdown(drafts.find((d) => d.draft.key === key)?.markdown ?? assert.fail(key)) });

describe('two letters of one breach', () => {
  it('of California and of Massachusetts pass under their own law and fail under the other’s', () => {
    const [ca, ma] = [ours('us-ca-breach-people'), ours('us-ma-93h-people')];
    assert.deepEqual(errors(lint(ca, 'us-ca-breach')), []);
    assert.deepEqual(errors(lint(ma, 'us-ma-93h')), []);
    const caUnderMa = errors(lint(ca, 'us-ma-93h'));
    assert.ok(caUnderMa.some((e) => /^letter\/forbidden: .*nature of the breach/.test(e)), caUnderMa.join('\n'));
    assert.ok(caUnderMa.some((e) => /^letter\/missing: .*police report/.test(e)), caUnderMa.join('\n'));
    const maUnderCa = errors(lint(ma, 'us-ca-breach'));
    assert.equal(maUnderCa.filter((e) => e.startsWith('letter/heading:')).length, 5);
    assert.ok(maUnderCa.includes('letter/title: the first heading is not “Notice of Data Breach”'));
  });
});

describe('our drafts', () => {
  it('pass under their own law, with the facts and without', () => {
    const failed = drafts.filter((d) => d.complete).flatMap(({ draft, markdown }) => {
      const rules = { law: draft.law.id, audience: draft.item.audience, contents: draft.wanted.map((w) => w.content), forbidden: draft.forbidden, format: draft.format };
      const read = { path: draft.key, blocks: fromMarkdown(markdown) };
      return [draft.facts, undefined].flatMap((known) => errors(lintLetter(read, rules, words, known)).map((e) => `${draft.key} ${known ? 'with' : 'without'} facts: ${e}`));
    });
    assert.deepEqual(failed, []);
  });
  it('fail once a section that the law wants is taken out', () => {
    const wanted = {
      'us-ca-breach-people': ['What Happened', 'What Information Was Involved', 'What We Are Doing', 'What You Can Do', 'For More Information'],
      'us-hipaa-people': ['What Happened', 'What Information Was Involved', 'What You Can Do'], 'eu-gdpr-authority': ['5 Records', '7 Likely consequences for the people'], 'us-ma-93h-people': ['Your Right to a Police Report', 'Security Freeze', 'Services That We Provide'],
    };
    for (const [key, sections] of Object.entries(wanted)) {
      const { draft } = drafts.find((d) => d.draft.key === key) ?? assert.fail(key);
      const { blocks } = ours(key);
      for (const section of sections) {
        const at = blocks.findIndex((b) => b.text === section);
        const next = blocks.findIndex((b, i) => i > at && b.heading !== undefined);
        assert.ok(at > 0, section);
        const less = [...blocks.slice(0, at), ...blocks.slice(next < 0 ? blocks.length : next)];
        assert.ok(errors(lintLetter({ path: 'x', blocks: less }, lettersOf(draft.law, draft.item.audience, today) ?? assert.fail(), words, draft.facts)).length > 0, `${key} without ${section}`);
      }
    }
  });
  it('are told to be drafts, and nothing more', () => {
    const { draft } = drafts.find((d) => d.draft.key === 'us-ca-breach-people') ?? assert.fail();
    assert.deepEqual(lintLetter(ours(draft.key), lettersOf(draft.law, 'people', today) ?? assert.fail(), words, draft.facts).map((f) => f.rule), ['letter/draft-line']);
  });
  it('read the same as Markdown, HTML and Word', async () => {
    const files = await draftFiles(drafts.find((d) => d.draft.key === 'us-ma-93h-people') ?? assert.fail(), ['md', 'html', 'docx']);
    const texts = files.slice(0, 3).map((f) => readLetter(Buffer.from(f.bytes), f.name).blocks.map((b) => `${b.heading ?? ''}|${b.text.replace(/\s+/g, ' ')}`).filter((t) => t !== '|DRAFT'));
    assert.deepEqual(texts[1], texts[0]);
    assert.deepEqual(texts[2], texts[0]);
  });
});

describe('letters of others', () => {
  for (const [file, id] of [['california.md', 'us-ca-breach'], ['massachusetts.html', 'us-ma-93h'], ['bad-massachusetts.md', 'us-ma-93h'], ['bad-california.md', 'us-ca-breach']] as const) {
    it(`${file} under ${id}`, () => {
      const found = lint(readLetter(fs.readFileSync(path.join(FOLDER, 'others', file)), file), id).map(say).join('\n');
      const at = path.join(FOLDER, 'others', `${file}.expected.txt`);
      if (process.env['UPDATE']) fs.writeFileSync(at, `${found}\n`);
      assert.equal(`${found}\n`, fs.readFileSync(at, 'utf8'));
      if (!file.startsWith('bad')) assert.doesNotMatch(found, / error /);
    });
  }
  it('Illinois: the number of residents, published example', () => {
    assert.ok(errors(lint(letter('# Notice\n\n1,204 Illinois residents were affected.'), 'us-il-breach')).includes('letter/forbidden: the letter says what it may not: states the number of Illinois residents affected'));
    assert.ok(!errors(lint(letter('# Notice\n\nWe found 1,204 files. We tell each resident of Illinois.'), 'us-il-breach')).some((e) => e.startsWith('letter/forbidden')));
  });
  it('the customary sentence of Massachusetts is allowed, what happened is not', () => {
    const rules = (text: string): string[] => errors(lint(letter(text), 'us-ma-93h')).filter((e) => e.startsWith('letter/forbidden'));
    assert.deepEqual(rules('We are writing to tell you about a data security incident that may have involved your Social Security number.'), []);
    assert.equal(rules('An unauthorized person accessed your file.').length, 1);
    assert.equal(rules('You must waive any claims against us.').length, 1);
  });
});

describe('what a law asks for under a condition', () => {
  const text = (kind: string): string => `# Notice of Data Breach\n\nDate of this notice: December 1, 2026\n\n## What Happened\n\nAn unauthorized person entered on November 3, 2026. Law enforcement did not delay this notice.\n\n## What Information Was Involved\n\nYour ${kind}.\n\n## What We Are Doing\n\nWe blocked it.\n\n## What You Can Do\n\nPlease be careful.\n\n## For More Information\n\nCall 1-800-555-0199.\n`;
  it('hangs on the kinds of data that the letter names', () => {
    const agencies = (kind: string): string[] => lint(letter(text(kind)), 'us-ca-breach').filter((f) => f.message.includes('credit reporting agencies')).map((f) => f.rule);
    assert.deepEqual(agencies('name and Social Security number'), ['letter/missing']);
    assert.deepEqual(agencies('name and genetic data'), ['letter/open']);
  });
  it('or on the facts of the breach', () => {
    const rules = lettersOf(law('us-ca-breach'), 'people', today) ?? assert.fail();
    const under = (elements: string[]): string[] => lintLetter(letter(text('name')), rules, words, { 'data.elements': elements, 'data.source': 'yes' }).filter((f) => f.message.includes('credit reporting agencies')).map((f) => f.rule);
    assert.deepEqual(under(['name', 'ssn']), ['letter/missing']);
    assert.deepEqual(under(['name', 'genetic']), []);
  });
  it('what a credit agency wants to know for a freeze is no kind of data of the breach', () => {
    const found = lint(letter('Your driver’s license number may have been involved.\n\nTo request a security freeze you must provide this information:\n\n- your Social Security number\n- your name\n\nCall us.'), 'us-ma-93h');
    assert.ok(found.some((f) => f.message.includes('credit monitoring') && f.rule === 'letter/open'));
    assert.ok(!found.some((f) => f.message.includes('credit monitoring') && f.rule === 'letter/missing'));
  });
  it('an element that is declared not to be known counts where the law lets it', () => {
    const unknown = (id: string, to: Audience, sentence: string): boolean => errors(lint(letter(`# Report\n\n${sentence}`), id, to)).some((e) => e.includes('the approximate number of people'));
    assert.ok(unknown('eu-gdpr', 'authority', 'Nothing else.'));
    assert.ok(!unknown('eu-gdpr', 'authority', 'The number of people concerned is not yet known.'));
  });
});

describe('what was left open', () => {
  for (const [text, says] of [['x ⟦MISSING: y — z⟧', 'a gap'], ['[[FIELD]]', 'double'], ['[Insert date]', 'brackets'], ['TBD', 'TBD'], ['to be determined', 'TBD'], ['On XX December', 'XX'], ['lorem ipsum', 'filler'], ['{{ name }}', 'brackets'], ['<<code>>', 'brackets']] as const) {
    it(text, () => assert.ok(lint(letter(`A letter.\n\n${text.replace(/[<[\]{}]/g, '\\$&')}`), 'us-ca-breach').some((f) => f.rule === 'letter/placeholder' && f.message.includes(says) && f.at.line === 3)));
  }
  it('a gap does not count as said', () => {
    assert.ok(errors(lint(letter('## What Happened\n\n⟦MISSING: a general description — x⟧\n\n## Next\n\ntext'), 'us-hipaa')).some((e) => e.includes('a brief description of what happened')));
  });
  it('nothing at all', () => {
    assert.deepEqual(lint(letter('\n \n'), 'us-ca-breach').map((f) => f.rule), ['letter/unread']);
  });
});

describe('the form of a letter', () => {
  it('headings may be in capitals, have a question mark, or stand as a line of text', () => {
    const text = '**NOTICE OF DATA BREACH**\n\nWHAT HAPPENED?\n\ntext\n\nWhat Information Was Involved\n\ntext\n\nWhat We Are Doing.\n\ntext\n\nWhat You Can Do\n\ntext\n\nFor More Information:\n\ntext';
    assert.deepEqual(errors(lint(letter(text, 'letter.txt'), 'us-ca-breach')).filter((e) => /title|heading/.test(e)), []);
    assert.ok(errors(lint(letter(text.replace('WHAT HAPPENED?\n\ntext\n\n', 'WHAT HAPPENED?\n\n')), 'us-ca-breach')).includes('letter/heading: there is no text under the heading “What Happened”'));
    assert.deepEqual(errors(lint(letter(text.replace('WHAT HAPPENED?', 'Facts')), 'us-ca-breach')).filter((e) => /title|heading/.test(e)), ['letter/heading: the heading “What Happened” is missing']);
  });
  it('type smaller than ten points is found in Word and HTML', async () => {
    const small = readLetter(Buffer.from(await docx('x', '# Notice of Data Breach\n\nText')), 'x.docx');
    assert.equal(small.leastPoint, 8);
    assert.ok(lint(small, 'us-ca-breach').some((f) => f.rule === 'letter/type-size' && f.message.includes('8 points')));
    assert.equal(readLetter(Buffer.from('<p style="font-size:13px">x</p>'), 'x.html').leastPoint, 9.75);
    assert.ok(!lint(readLetter(Buffer.from(await letterHtml('x', 'Text', 'DRAFT')), 'x.html'), 'us-ca-breach').some((f) => f.rule === 'letter/type-size'));
  });
  it('long sentences are told where the law wants plain language', () => {
    const long = `We ${'very '.repeat(40)}much regret this.`;
    assert.ok(lint(letter(long), 'eu-gdpr').some((f) => f.rule === 'letter/long-sentences'));
    assert.ok(!lint(letter('We regret this very much indeed.'), 'eu-gdpr').some((f) => f.rule === 'letter/long-sentences'));
  });
  it('a letter to Japan is in Japanese', () => {
    assert.ok(lint(letter('We tell you.'), 'jp-appi').some((f) => f.rule === 'letter/language'));
    assert.ok(!lint(ours('jp-appi-people'), 'jp-appi').some((f) => f.rule === 'letter/language'));
  });
});

describe('letters that contradict each other', () => {
  const other = (from: string, to: string): LetterText => ({ path: 'other.md', blocks: ours('us-hipaa-people').blocks.map((b) => ({ ...b, text: b.text.replace(from, to) })) });
  const found = (b: LetterText): string[] => lintSiblings([{ name: 'a', letter: ours('eu-gdpr-people') }, { name: 'b', letter: b }], words).map((f) => f.message);
  it('in the dates of the breach and of its discovery', () => {
    assert.deepEqual(found(other('x', 'x')), []);
    assert.deepEqual(found(other('November 16, 2026', 'November 17, 2026')), ['the date of the discovery is 2026-11-16 here and 2026-11-17 in b', 'the date of the discovery is 2026-11-17 here and 2026-11-16 in a']);
    assert.equal(found(other('November 9, 2026', 'November 8, 2026')).length, 2);
  });
  it('in the number of people, among letters about the same data', () => {
    const text = (n: number): LetterText => letter(`Number of people affected: ${n}.`);
    assert.equal(lintSiblings([{ name: 'a', letter: text(10) }, { name: 'b', letter: text(11) }], words).length, 2);
    assert.equal(lintSiblings([{ name: 'a', letter: text(10), about: 'x' }, { name: 'b', letter: text(11), about: 'y' }], words).length, 0);
  });
  it('in the number of a place, and in the kinds of data', () => {
    const two = (a: string, b: string): string[] => lintSiblings([{ name: 'a', letter: letter(a) }, { name: 'b', letter: letter(b) }], words).map((f) => `${f.severity} ${f.message}`);
    assert.deepEqual(two('Number of people in Maryland: 40.', '40 residents of Maryland were told.'), []);
    assert.deepEqual(two('Number of people in Maryland: 40.', 'Residents of Maryland affected: 1,041.'), ['error the number of people of a place is Maryland: 40 here and Maryland: 1041 in b', 'error the number of people of a place is Maryland: 1041 here and Maryland: 40 in a']);
    assert.deepEqual(two('Number of people in Maryland: 40.', 'Number of people in Delaware: 7.'), []);
    assert.deepEqual(two('Your passport number was involved.', 'Your passport number and your date of birth were involved.').map((m) => m.slice(0, 7)), ['warning', 'warning']);
  });
  it('dates are read in words, by ISO 8601 and in Japanese; in figures alone they can be read two ways', () => {
    const of = (date: string): string[] => claimsOf(letter(`Date of its discovery: ${date}`), words).discovered;
    for (const date of ['March 3, 2026', '3 March 2026', '3rd of March 2026', '2026-03-03', '2026年3月3日']) assert.deepEqual(of(date), ['2026-03-03'], date);
    assert.deepEqual(of('03/04/2026'), []);
    assert.deepEqual(of('31 February 2026'), []);
  });
});

describe('findings', () => {
  it('have the usual shape, and a fingerprint that survives a change of line', () => {
    const ajv = new Ajv2020({ strict: false });
    const schema = JSON.parse(fs.readFileSync(path.join(ROOT, 'schemas', 'findings.schema.json'), 'utf8')) as { properties: { items: object } };
    const validate = ajv.compile(schema.properties.items);
    const all = drafts.flatMap((d) => lint(readLetter(Buffer.from(d.markdown), `${d.draft.key}.md`), 'us-ma-93h'));
    assert.ok(all.length > 100);
    assert.ok(validate(all), ajv.errorsText(validate.errors));
    const text = fs.readFileSync(path.join(FOLDER, 'others', 'bad-massachusetts.md'), 'utf8');
    const prints = (t: string): string[] => lint(letter(t), 'us-ma-93h').map((f) => f.fingerprint).toSorted();
    assert.deepEqual(prints(`\n\n\n${text}`), prints(text));
    assert.equal(new Set(prints(text)).size, prints(text).length);
  });
  it('name only rules that are known', () => {
    const known = words.rules.map((r) => r.id);
    assert.equal(new Set(known).size, known.length);
    assert.ok(known.every((id) => id.startsWith('letter/')));
  });
});

describe('files', () => {
  it('are read by what they are', () => {
    assert.throws(() => readLetter(Buffer.from('%PDF-1.7'), 'x.pdf'), /neither text nor a Word document/);
    assert.throws(() => readLetter(Buffer.from('PK\u0003\u0004broken'), 'x.docx'), /damaged archive/);
    assert.deepEqual(readLetter(Buffer.from('\ufeffNotice', 'utf16le'), 'x.txt').blocks.map((b) => b.text), ['Notice']);
    assert.deepEqual(readLetter(Buffer.from('<html><script>evil()</script><h1>A &amp; B</h1><!-- c --><p>x<br>y</p><ul><li>z</li></ul>'), 'x').blocks, [{ text: 'A & B', line: 1, heading: 1 }, { text: 'x y', line: 1 }, { text: 'z', line: 1, item: true }]);
  });
  it('that are built to be slow are not', () => {
    const started = process.hrtime.bigint();
    for (const text of [`${'number of '.repeat(4000)}people`, `date of the breach ${'1 '.repeat(8000)}`, 'a'.repeat(60_000), `<${'p'.repeat(40_000)}`, 'unauthorized '.repeat(4000), `${'1,111'.repeat(6000)} people`]) lint(letter(text), 'us-ma-93h');
    for (const text of ['number of '.repeat(2000), `(${'1 '.repeat(4000)}`]) lint(letter(text), 'eu-gdpr', 'authority');
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    assert.ok(seconds < 20, `${seconds} s`);
  });
});

describe('the words by which a letter is read', () => {
  it('are regular expressions, and their topics exist', () => {
    for (const topic of Object.values(words.topics)) for (const p of [...(topic.headings ?? []), ...(topic.any ?? []), ...(topic.all ?? []), ...(topic.subject ? [topic.subject] : [])]) assert.ok(patternOf(p, words.macros));
    for (const name of [...Object.values(words.contents), ...Object.values(words.facts)]) assert.ok(words.topics[name], name);
  });
  it('name the kinds of data as our drafts do, in every language', () => {
    for (const [code, pattern] of Object.entries(words.elements)) for (const text of Object.values(draftTable.elements[code] ?? assert.fail(code))) assert.match(text, patternOf(pattern, words.macros), code);
  });
  it('exist for every fact that a law names, and its patterns can be read', () => {
    const contents = laws.flatMap((l) => l.obligations.flatMap((o) => o.terms.flatMap((t) => t.contents ?? [])));
    const paths = [...new Set(contents.flatMap((c) => c.facts.flatMap((way) => way.split('+'))))];
    assert.deepEqual(paths.filter((p) => topicOfFact(p, words) === undefined), []);
    for (const p of laws.flatMap((l) => l.obligations.flatMap((o) => o.terms.flatMap((t) => (t.forbidden ?? []).flatMap((f) => f.patterns ?? []))))) assert.ok(new RegExp(p, 'i'));
  });
});
