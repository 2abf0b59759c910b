/**
 * Drafts of notices: golden letters, what each law wants in them, what happens when a fact is missing, and hostile values.
 * fixtures/breaches/drafts holds facts and the letters that they make. UPDATE=1 rewrites the letters: read the diff.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import * as fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import YAML from 'yaml';
import { type CheckedDraft, DRAFT_FORMATS, draftFiles, draftItem, draftTable, letterWords, renderDrafts } from '../src/adapters/breach-drafts.ts';
import { loadBreachTemplates, renderDraft, type RenderedDraft } from '../src/adapters/breach-templates.ts';
import { listBreachLaws } from '../src/adapters/breach-laws.ts';
import { severityTable } from '../src/adapters/breach-facts.ts';
import { calendars, loadPlaces, setRoot } from '../src/adapters/data.ts';
import { letterHtml, unzip } from '../src/adapters/documents.ts';
import { readLetter } from '../src/adapters/letter-text.ts';
import type { Templates } from '../src/adapters/templates.ts';
import type { BreachFile } from '../src/core/breach-facts.ts';
import type { BreachItem } from '../src/core/breach-item.ts';
import { AUDIENCES, type BreachLaw, type BreachObligation, ELEMENTS } from '../src/core/breach-law.ts';
import { obligations } from '../src/core/breach.ts';
import { evaluate } from '../src/core/condition.ts';
import { type Draft, type DraftSetting, draftsFor } from '../src/core/draft.ts';
import { UserError } from '../src/core/errors.ts';
import { topicOf } from '../src/core/letter-words.ts';
import { oneLine } from '../src/formats/escape.ts';

const ROOT = path.join(import.meta.dirname, '..');
const FOLDER = path.join(ROOT, 'fixtures', 'breaches', 'drafts');
setRoot(ROOT);
const world = { places: loadPlaces(), calendars: calendars() };
const laws = listBreachLaws().map((l) => l.law);
const templates = loadBreachTemplates(undefined);
const now = { instant: Date.parse('2026-11-26T12:00:00Z') };
const setting: DraftSetting = { laws, table: draftTable, words: letterWords, places: world.places, now };

const facts = (name: string): BreachFile => YAML.parse(fs.readFileSync(path.join(FOLDER, `${name}.yaml`), 'utf8')) as BreachFile;
const itemsOf = (file: BreachFile, at = now): BreachItem[] => obligations(laws, { id: 'B-1', file, marks: [] }, at, world).items;
const write = (file: BreachFile, more: Partial<DraftSetting> = {}, from: Templates = templates): CheckedDraft[] => renderDrafts(draftsFor(itemsOf(file, more.now as typeof now ?? now), file, { ...setting, ...more }), from);
const one = (drafts: readonly CheckedDraft[], key: string): CheckedDraft => drafts.find((d) => d.draft.key === key) ?? assert.fail(`no draft ${key}; there are ${drafts.map((d) => d.draft.key).join(', ')}`);
const plain = (markdown: string): string => markdown.replace(/\\(?=[^\w\s])/g, '');

const complete = facts('complete');
const agent = facts('agent');
const all = [...write(complete), ...write(agent)];

describe('golden drafts', () => {
  const shown = [
    'us-ca-breach-people', 'us-ma-93h-people', 'us-ma-93h-authority', 'eu-gdpr-authority', 'eu-gdpr-people', 'eu-gdpr-register', 'gb-gdpr-authority', 'us-hipaa-people', 'us-hipaa-authority', 'us-hipaa-covered-entity-set1',
    'eu-gdpr-controller-set2', 'jp-appi-authority-preliminary', 'jp-appi-authority-final', 'jp-appi-people', 'us-ftc-hbnr-people', 'own-policy-people-announcement', 'us-md-breach-people', 'us-ny-breach-authority', 'us-ca-breach-authority',
  ];
  for (const key of shown) {
    it(key, () => {
      const at = path.join(FOLDER, 'letters', `${key}.md`);
      const { markdown } = one(all, key);
      if (process.env['UPDATE']) fs.writeFileSync(at, markdown);
      assert.equal(fs.readFileSync(at, 'utf8'), markdown);
    });
  }
  it('and nothing else in the folder', () => {
    assert.deepEqual(fs.readdirSync(path.join(FOLDER, 'letters')).toSorted(), shown.map((k) => `${k}.md`).toSorted());
  });
});

describe('complete facts', () => {
  // These are about data sets or need a log of notices, which these facts do not have.
  const need = new Set(['us-nih-gds-agency', 'us-common-rule-agency', 'us-part2-authority', 'us-hipaa-register']);
  it('leave no gap in any letter', () => {
    const open = all.filter((d) => !d.complete || d.markdown.includes('⟦')).map((d) => `${d.draft.key}: ${d.missing.join(', ')}`);
    assert.deepEqual(open.filter((line) => !need.has(line.split(':', 1)[0] as string)), []);
  });
  it('make letters that their own laws do not object to, and that agree with each other', () => {
    assert.deepEqual(all.flatMap((d) => [...d.findings.map((f) => `${d.draft.key} ${f.rule}: ${f.message}`), ...d.contradictions.map((c) => `${d.draft.key}: ${c.says}`)]), []);
  });
  it('make a letter for every law, wherever the people are', () => {
    const named = laws.map((law) => law.id);
    const file = { ...complete, people: { ...complete.people, byJurisdiction: Object.fromEntries(laws.flatMap((l) => (l.jurisdiction === '*' || l.jurisdiction === 'US' || l.jurisdiction === 'EU' ? [] : [[l.jurisdiction, 20]]))), count: { n: 20 * laws.length, precision: 'exact' as const } } };
    const drafts = renderDrafts(draftsFor(itemsOf(file), file, { ...setting, law: named }), templates);
    const asked = new Set(itemsOf(file).map((i) => `${i.law} ${i.obligation} ${i.variant ?? ''}`).filter((k) => named.includes(k.split(' ', 1)[0] as string)));
    assert.deepEqual([...asked].filter((k) => !drafts.some((d) => `${d.draft.item.law} ${d.draft.item.obligation} ${d.draft.item.variant ?? ''}` === k)), []);
    // What is open hangs on notices that were not sent yet, on data sets, or on what no fact tells.
    const open = drafts.flatMap((d) => d.missing.filter((m) => !/^(?:notices|dataSets|people\.listed|delayReasons)/.test(m) && !d.gaps.some((g) => g.facts[0] === 'notices' && g.says === m)).map((m) => `${d.draft.key}: ${m}`));
    assert.deepEqual(open.filter((line) => !KNOWN_OPEN.some((known) => line.endsWith(known))), []);
  });
});

/** Contents for which there is no fact. */
const KNOWN_OPEN = ['the estimated monetary impact, to the extent that it can be determined', 'circumstances.lawEnforcementHold.form', 'circumstances.lawEnforcementHold'];

/** Paths of all facts of a file, groups and their parts. */
function pathsOf(value: unknown, before = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || 'notApplicable' in value || 'precision' in value) return [];
  return Object.entries(value).flatMap(([key, inner]) => [`${before}${key}`, ...pathsOf(inner, `${before}${key}.`)]);
}

function without(file: BreachFile, at: string): BreachFile {
  const copy = structuredClone(file);
  const keys = at.split('.');
  const last = keys.pop() as string;
  let inner = copy as Record<string, unknown>;
  for (const key of keys) inner = inner[key] as Record<string, unknown>;
  delete inner[last];
  return copy;
}

/** An oracle of its own: whether anything is recorded at a path. */
function has(file: unknown, at: string): boolean {
  let inner = file;
  for (const key of at.split('.')) inner = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined;
  if (Array.isArray(inner)) return inner.length > 0;
  return typeof inner === 'object' && inner !== null ? Object.keys(inner).length > 0 : inner !== undefined && inner !== 'unknown';
}
const isNone = (file: unknown, at: string): boolean => {
  let inner = file;
  for (const key of at.split('.')) {
    inner = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined;
    if (typeof inner === 'object' && inner !== null && 'notApplicable' in inner) return true;
  }
  return false;
};

const related = (a: string, b: string): boolean => [[a, b], [b, a]].some(([x, y]) => x === y || (x as string).startsWith(`${y}.`)) || (a === 'people.here' && related('people.byJurisdiction', b)) || (b === 'people.here' && related(a, 'people.byJurisdiction'));

describe('a fact that is missing', () => {
  for (const file of [complete, agent]) {
    const items = itemsOf(file);
    // Two letters of each template are enough.
    const drafts = draftsFor(items, file, setting).filter((d, i, every) => every.slice(0, i).filter((e) => e.rule.id === d.rule.id).length < 2);
    const full = new Map(drafts.map((d) => [d.key, renderDraft(d, templates)]));
    it(`shows as exactly the elements that need it: ${file.title}`, () => {
      let seen = 0;
      for (const at of pathsOf(file).filter((p) => p !== 'title' && !p.startsWith('dataSets'))) {
        const less = without(file, at);
        for (const draft of draftsFor(items, less, setting)) {
          const before = full.get(draft.key);
          if (!before) continue;
          const after = renderDraft(draft, templates);
          check(draft, less, at, before, after);
          seen += after.gaps.length;
        }
      }
      assert.ok(seen > 150, `only ${seen} gaps were looked at`);
    });
  }

  function check(draft: Draft, less: BreachFile, at: string, before: RenderedDraft, after: RenderedDraft): void {
    const where = `${draft.key} without ${at}`;
    const text = plain(after.markdown);
    for (const [i, { content, topic }] of draft.wanted.entries()) {
      const [was, is] = [before.contents[i]?.status, after.contents[i]?.status];
      const named = content.facts.flatMap((way) => way.split('+'));
      const asked = !content.when || evaluate(content.when, draft.facts).truth !== false;
      if (content.facts.length > 0 && draft.item.dataSets.length === 0) {
        const rows = (p: string): { law?: string }[] => (less[p] ?? []) as { law?: string }[];
        // What was told under another law is not told under this one; a register has it all.
        const told = (p: string): boolean => (['notices', 'notSentBecause'].includes(p) && draft.item.audience !== 'register' ? rows(p).some((row) => row.law === undefined || row.law === draft.item.law) : p === 'people.here' ? draft.item.places.some((place) => has(less, `people.byJurisdiction.${place}`)) : has(less, p));
        const present = content.facts.some((way) => way.split('+').every((p) => told(p) && !isNone(less, p)));
        const none = content.facts.every((way) => way.split('+').some((p) => isNone(less, p)));
        const expected = !asked || (!present && none) ? 'not-applicable' : present ? 'present' : 'missing';
        assert.equal(is, expected, `${where}: ${content.id}`);
      }
      if (is === 'missing' && content.status !== 'optional' && topic === undefined) assert.ok(text.includes(`⟦MISSING: ${content.says} — ${content.citation.ref}⟧`), `${where}: no gap for ${content.id}`);
      const conditions = JSON.stringify(content.when ?? '');
      if (content.facts.length > 0 && !named.some((p) => related(p, at)) && !conditions.includes('"fact"')) assert.equal(is, was, `${where}: ${content.id} does not need it`);
    }
    for (const gap of after.gaps) {
      if (before.gaps.some((g) => g.says === gap.says && g.content === gap.content)) continue;
      const content = draft.wanted.find((w) => w.content.id === gap.content)?.content;
      const touched = gap.facts.some((f) => related(f.replace(/^dataSets\.\d+\./, ''), at)) || (content !== undefined && (content.facts.length === 0 || content.when !== undefined));
      assert.ok(touched, `${where}: “${gap.says}” (${gap.facts.join(', ')}) does not need it`);
    }
    assert.equal(after.complete, !after.markdown.includes('⟦') && after.contents.every((c) => c.status !== 'missing' || c.need === 'optional'), where);
  }

  it('is named with its path in the data set that lacks it', () => {
    const file = structuredClone(agent);
    delete file.dataSets?.[1]?.data;
    const draft = one(write(file), 'eu-gdpr-controller-set2');
    assert.ok(draft.missing.includes('dataSets.1.data.elements'), draft.missing.join(', '));
  });
});

describe('a notice under another law', () => {
  it('is none under this one, in the letter and in its sheet', () => {
    const told = (law: string): BreachFile => ({ ...complete, notices: [{ law, audience: 'people', sentAt: '2026-11-25T12:00:00-05:00' }], notSentBecause: undefined });
    for (const [law, status] of [['us-ca-breach', 'missing'], ['gb-gdpr', 'present']] as const) {
      const draft = one(write(told(law)), 'gb-gdpr-authority');
      assert.equal(draft.contents.find((c) => c.facts.includes('notices'))?.status, status, law);
      assert.equal(/Notice to the people concerned/.test(draft.markdown), status === 'present', law);
    }
  });
});

describe('what is declared not to be known', () => {
  const open = { ...complete, notices: [], people: { ...complete.people, count: { precision: 'unknown' as const } }, data: { elements: ['genetic', 'unknown'], records: 'unknown' as const } };
  it('is said in words where the law lets it be, with what follows and when', () => {
    const { markdown, complete: done, contents } = one(write(open), 'eu-gdpr-authority');
    assert.match(markdown, /Approximate number of people:\*\* not known at this time/);
    assert.match(markdown, /Categories of personal data:\*\* genetic data and possibly more that are not known yet/);
    assert.match(markdown, /## What is not known yet\n\nThese points are not known yet:\n\n- the approximate number of people concerned\n- the approximate number of records[^\n]*\n+They follow without undue further delay/);
    assert.match(markdown, /\*\*Next update:\*\* 4 December 2026/);
    assert.equal(contents.find((c) => c.id === 'gdpr33-a3')?.status, 'declared-unknown');
    assert.ok(done);
  });
  it('is a gap where the law wants it', () => {
    const { markdown, missing } = one(write({ ...complete, incident: { ...complete.incident, summary: 'unknown' } }), 'us-hipaa-people');
    assert.match(plain(markdown), /⟦MISSING: a brief description of what happened — 45 CFR 164\.404\(c\)\(1\)\(A\)⟧/);
    assert.ok(missing.includes('incident.summary'));
  });
  it('is under investigation in Japan’s first report, and not in the last', () => {
    const drafts = write(open);
    assert.match(one(drafts, 'jp-appi-authority-preliminary').markdown, /本人の数\n\n現時点で不明（調査中）/);
    assert.match(one(drafts, 'jp-appi-authority-final').markdown, /本人の数\n\n調査の結果、判明せず/);
  });
});

describe('notices in parts', () => {
  it('follow up under the reference of the authority, with the reasons where they are late', () => {
    const sent = { ...complete, notices: [{ law: 'eu-gdpr', audience: 'authority', sentAt: '2026-11-18T10:00:00+01:00', phase: 'initial', reference: 'LDA-2026-77' }] } as unknown as BreachFile;
    const { markdown } = one(write(sent), 'eu-gdpr-authority');
    assert.match(markdown, /Type:\*\* further information \(follow-up\)\n- \*\*Your reference:\*\* LDA-2026-77/);
    assert.doesNotMatch(markdown, /Reasons for the delay/);
    const late = write(without({ ...complete, notices: [] }, 'delayReasons'));
    assert.match(plain(one(late, 'eu-gdpr-authority').markdown), /Reasons for the delay:\*\*\n\n- ⟦MISSING: .*reasons for the delay — GDPR Art\. 33\(1\)⟧/);
    const early = write({ ...complete, notices: [] }, { now: { instant: Date.parse('2026-11-17T12:00:00Z') } });
    assert.doesNotMatch(one(early, 'eu-gdpr-authority').markdown, /Reasons for the delay/);
  });
});

describe('Massachusetts', () => {
  const told = { ...complete, incident: { ...complete.incident, summary: 'CANARY-SUMMARY', vector: 'CANARY-VECTOR', actor: 'CANARY-ACTOR' }, people: { ...complete.people, count: { n: 7654, precision: 'exact' as const }, byJurisdiction: { 'US-MA': 4321, 'US-CA': 501 } } } as BreachFile;
  it('learns neither the nature of the breach nor the number of residents, however full the facts are', () => {
    const { markdown, complete: done } = one(write(told), 'us-ma-93h-people');
    assert.ok(done);
    assert.doesNotMatch(markdown, /CANARY|4[,.]?321|7[,.]?654|deliberate/);
    assert.match(one(write(told), 'us-ma-93h-authority').markdown, /CANARY-SUMMARY[\s\S]*November 26, 2026:\*\* 4,321/);
  });
  it('does not learn it from a template of the organisation either', () => {
    const own = new Map([...templates, ['us-ma-people', { file: '/own/us-ma-people.md', text: '{{ incident.summary }} {{ incident.summary | paragraphs }} {{ people.here }} {{ people.byJurisdiction | list }} {{ people.places }} {% for x in incident.cause %}{{ x }}{% endfor %}{% if incident.vector.known %}{{ incident.vector }}{% endif %}' }]]);
    const { markdown, complete: done } = one(write(told, {}, own), 'us-ma-93h-people');
    assert.doesNotMatch(markdown, /CANARY|4[,.]?321|deliberate/);
    assert.match(plain(markdown), /⟦WITHHELD: may not be said here: the nature of the breach of security .* — M\.G\.L\. c\. 93H/);
    assert.ok(!done);
  });
  it('a free text that tells of it is found', () => {
    const { findings } = one(write({ ...told, measures: { ...(told['measures'] as object), mitigation: ['Our server was hacked on Monday.'] } }), 'us-ma-93h-people');
    assert.deepEqual(findings.map((f) => f.rule), ['letter/forbidden']);
  });
});

describe('services against identity theft', () => {
  const offered = (more: Record<string, unknown>): string[] => write({ ...complete, services: { ...(complete['services'] as object), monitoring: { ...(complete['services'] as { monitoring: object }).monitoring, ...more } } }, { to: 'people' }).flatMap((d) => d.findings.map((f) => `${d.draft.law.id} ${f.rule}`));
  it('for too short a time, or for money, are found under each law that asks for them', () => {
    assert.deepEqual(offered({}), []);
    assert.deepEqual(offered({ months: 18 }), []);
    assert.deepEqual(offered({ months: 17 }), ['us-ma-93h letter/too-little']);
    assert.deepEqual(offered({ months: 11 }).toSorted(), ['us-ca-breach letter/too-little', 'us-ma-93h letter/too-little']);
    assert.deepEqual(offered({ price: 5 }).toSorted(), ['us-ca-breach letter/too-little', 'us-ma-93h letter/too-little']);
  });
});

describe('letters to customers', () => {
  it('name no other customer and no other customer’s data', () => {
    const drafts = write(agent);
    const [north, berlin] = [one(drafts, 'us-hipaa-covered-entity-set1'), one(drafts, 'eu-gdpr-controller-set2')];
    assert.match(north.markdown, /North Hospital/);
    assert.doesNotMatch(north.markdown + north.sheet, /Berlin|genetic/);
    assert.doesNotMatch(berlin.markdown + berlin.sheet, /North|: 90/);
  });
});

describe('those whom nobody can reach', () => {
  const keys = (file: BreachFile): string[] => draftsFor(itemsOf(file), file, setting).map((d) => d.key).filter((k) => k.endsWith('announcement'));
  it('have an announcement, unless everybody can be reached', () => {
    assert.deepEqual(keys(complete), ['own-policy-people-announcement']);
    const reached = (value: unknown): BreachFile => ({ ...complete, people: { ...complete.people, contactsInsufficient: value } } as BreachFile);
    assert.deepEqual(keys(reached({ n: 0, precision: 'exact' })), []);
    assert.deepEqual(keys(reached({ notApplicable: 'all have an account' })), []);
    assert.deepEqual(keys(reached('unknown')), ['own-policy-people-announcement']);
  });
});

describe('which drafts are made', () => {
  it('those that are required or still open, those of one law or audience, and others if their law is named', () => {
    const of = (more: Partial<DraftSetting>): string[] => draftsFor(itemsOf(complete), complete, { ...setting, ...more }).map((d) => d.key);
    assert.ok(!of({}).includes('us-ca-breach-controller'));
    assert.deepEqual(of({ law: ['us-ca-breach'] }).toSorted(), ['us-ca-breach-authority', 'us-ca-breach-controller', 'us-ca-breach-people']);
    assert.deepEqual(of({ law: ['us-ma-93h'], to: 'people' }), ['us-ma-93h-people']);
    assert.deepEqual(of({ law: ['xx-none'] }), []);
  });
  it('have names of their own', () => {
    for (const file of [complete, agent]) {
      const keys = draftsFor(itemsOf(file), file, setting).map((d) => d.key);
      assert.equal(new Set(keys).size, keys.length);
    }
  });
});

describe('the facts of these tests', () => {
  it('follow the schema of facts files', () => {
    const validate = new Ajv2020({ allErrors: true, strict: false }).compile(JSON.parse(fs.readFileSync(path.join(ROOT, 'schemas', 'breach-facts.schema.json'), 'utf8')) as object);
    for (const file of [complete, agent]) assert.ok(validate(file), JSON.stringify(validate.errors));
  });
});

describe('the list of drafts', () => {
  it('follows its schema', () => {
    const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
    formats.default(ajv);
    const schema = (name: string): object => JSON.parse(fs.readFileSync(path.join(ROOT, 'schemas', `${name}.schema.json`), 'utf8')) as object;
    for (const name of ['envelope', 'obligations']) ajv.addSchema(schema(name));
    const validate = ajv.compile(schema('drafts'));
    const partly = write(without(without(complete, 'incident.summary'), 'notices'));
    const list = [...all, ...partly];
    const answer = {
      schema: 'custos/drafts@1', tool: { name: 'custos', version: '0' }, asOf: '2026-11-26T12:00:00Z', timeZone: 'UTC', laws: [], inputs: [],
      summary: { case: null, folder: 'x', drafts: list.length, complete: list.filter((d) => d.complete).length, written: true }, items: list.map((d) => draftItem(d, [`${d.draft.key}.md`])),
    };
    assert.ok(validate(JSON.parse(JSON.stringify(answer))), ajv.errorsText(validate.errors, { separator: '\n' }));
    assert.ok(!all.some((d) => d.missing.includes('incident.summary')));
    assert.ok(partly.some((d) => d.missing.includes('incident.summary')));
  });
});

describe('the completeness sheet', () => {
  it('names each element with its status, facts and provision, the date, and what may not be said', () => {
    const { sheet } = one(write(without(complete, 'services.monitoring.months')), 'us-ma-93h-people');
    assert.match(sheet, /^\*\*DRAFT – not sent – for counsel review\*\*\n\n# Completeness sheet/);
    assert.match(plain(sheet), /\| an offer of at least 18 months [^|]* \| required here \| \*\*missing\*\* \| services\.monitoring\.months, services\.monitoring\.provider, services\.monitoring\.enrolUrl \| M\.G\.L\. c\. 93H s\. 3A\(a\) \|/);
    assert.match(sheet, /It may not say: the number of residents of Massachusetts affected/);
    assert.match(one(write(without(complete, 'risk')), 'eu-gdpr-register').sheet, /\| optional \| missing \|/);
    assert.match(sheet, /One letter does not do for this law and us-ca-breach/);
    assert.match(sheet, /The address of TransUnion was not compared with a second source/);
    const first = one(all, 'eu-gdpr-authority').sheet;
    assert.match(plain(first), /- \*\*Due:\*\* 2026-11-19 \(ends at 2026-11-19T17:00:00Z; days in Europe\/Brussels\)/);
    assert.match(first, /## How the date was counted\n\n- initial: the clock starts on 2026-11-16/);
  });
  it('of Massachusetts holds no value of the facts', () => {
    assert.doesNotMatch(one(all, 'us-ma-93h-people').sheet, /signed in|mailbox|stolen password/);
  });
});

const parser = new MarkdownIt({ html: false, linkify: true, typographer: false });

/** The shape of a letter, and its text. */
function shape(markdown: string): { tokens: string[]; text: string } {
  const tokens = parser.parse(markdown, {}).flatMap((t) => [t, ...(t.children ?? [])]);
  return { tokens: tokens.filter((t) => t.type !== 'text' && t.type !== 'text_special').map((t) => t.type), text: tokens.filter((t) => t.type === 'text' || t.type === 'text_special').map((t) => t.content).join('') };
}

const SPECIAL = [
  '<script>alert(1)</script>', '[x](javascript:alert(1))', '![](http://h.example/x.png)', '---', '===', '1. a', '# h', '{{ organisation.name }}', '{% raw %}', '{% endfor %}', '{% rest %}', '&lt;b&gt;', 'a|b|c', '\\', '**', 'https://evil.example',
  'www.evil.example', '::error::x', '\u202egnp', '\u0000\u001b[31m', '    code', '```\ncode', '<http://x.example>', '⟦MISSING: x⟧', '\u0001', '\u0001REST', '- list', '> quote', 'mailto:x@y.example', '=1+1', '|---|', '<!-- x -->', '\u2028x', 'a\nb',
];
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 30 }), fc.stringMatching(/^[-#*_`~>+=|\\[\]()!<>&;.:0-9a-z{}% \t]{1,30}$/), fc.constantFrom(...SPECIAL),
).filter((v) => oneLine(v.replace(/\s+/g, ' ').trim()) !== '' && !/\n[ \t]*(?:\r?\n)/.test(v) && !/^\s*unknown\s*$/.test(v));

/** Every free text of a file, replaced. Days, numbers and codes stay. */
function filled(value: unknown, text: string, at = ''): unknown {
  if (Array.isArray(value)) return value.map((v) => filled(v, text, at));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, filled(v, text, at === '' ? k : `${at}.${k}`)]));
  if (typeof value !== 'string' || CODED.test(at) || /^\d{4}-\d\d-\d\d/.test(value)) return value;
  return at.endsWith('.address') ? text.replace(/[\r\n]+/g, ' ') : at.endsWith('enrolUrl') ? `https://enroll.example/${encodeURIComponent(text.replace(/\p{Cs}/gu, ''))}` : text;
}
const CODED = /^(?:roles|agentOf|incident\.(?:cause|cia|ongoing)|data\.|people\.byJurisdiction|protection\.(?:encrypted|keyAcquired|hashed|pseudonymised)|circumstances\.|risk\.level|securityProgram\.exists|services\.creditReport|organisation\.(?:establishedIn|mainEstablishment)|otherAuthorities\.jurisdiction|notices\.(?:law|audience)|notSentBecause\.(?:law|audience)|dataSets\.(?:role|name|data|people\.by))|notApplicable$/;

describe('hostile values', () => {
  const items = itemsOf(complete);
  const drafts = (text: string, which = items): Draft[] => draftsFor(which, filled(complete, text) as BreachFile, setting);
  const clean = new Map(drafts('harmless words').map((d) => { const r = renderDraft(d, templates); return [d.key, { letter: shape(r.markdown).tokens, sheet: shape(r.sheet).tokens }]; }));
  const shown = (v: string): string => oneLine(v.replace(/\s+/g, ' ').trim()).replace(/[⟦⟧]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16)}`);

  it('stay text in Markdown and HTML, in the letter and in its sheet', async () => {
    const tags = (text: string): number | undefined => text.match(/<\/?[a-z][^>]*>/gi)?.length;
    const html = new Map<string, number | undefined>();
    for (const d of drafts('harmless words')) html.set(d.key, tags(await letterHtml('x', renderDraft(d, templates).markdown)));
    await fc.assert(fc.asyncProperty(nasty, fc.nat(), async (v, pick) => {
      const which = [items[pick % items.length], items[(pick >> 3) % items.length]].filter((i) => i !== undefined);
      for (const draft of drafts(v, which)) {
        const { markdown, sheet } = renderDraft(draft, templates);
        const got = shape(markdown);
        assert.deepEqual(got.tokens, clean.get(draft.key)?.letter, draft.key);
        assert.deepEqual(shape(sheet).tokens, clean.get(draft.key)?.sheet, `${draft.key} sheet`);
        assert.ok(got.text.includes(shown(v)), JSON.stringify([draft.key, v, shown(v)]));
        assert.equal(tags(await letterHtml('x', markdown)), html.get(draft.key));
      }
    }), { numRuns: 120, examples: SPECIAL.filter((v) => oneLine(v.trim()) !== '' && !v.includes('\n\n')).map((v, i) => [v, i * 7] as [string, number]) });
  });

  it('stay text in Word', async () => {
    const xml = async (text: string, key: string): Promise<string> => {
      const rendered = renderDraft(drafts(text, items.filter((i) => key.startsWith(i.law) && key.includes(i.audience))).find((d) => d.key === key) as Draft, templates);
      const file = (await draftFiles(rendered, ['docx']))[0] as { bytes: Uint8Array };
      return (unzip(Buffer.from(file.bytes)).find((e) => e.name === 'word/document.xml') ?? assert.fail()).data.toString('utf8');
    };
    const count = (text: string, tag: string): number => text.split(`<${tag}`).length;
    for (const key of ['us-ca-breach-people', 'eu-gdpr-authority', 'jp-appi-authority-preliminary']) {
      const base = await xml('harmless words', key);
      await fc.assert(fc.asyncProperty(nasty, async (v) => {
        const got = await xml(v, key);
        for (const tag of ['w:p>', 'w:hyperlink', 'w:pStyle', 'w:numPr', 'w:tbl', 'w:drawing', 'w:instrText']) assert.equal(count(got, tag), count(base, tag), `${tag} ${JSON.stringify(v)}`);
      }), { numRuns: 12, examples: [['<script>alert(1)</script>'], ['{{ organisation.name }}'], ['[x](javascript:alert(1))']] });
    }
  });

  it('each paragraph of a text is text', () => {
    const summary = 'First.\n\n# Second\n\n<b>third</b>\n\n\n- fourth';
    const { markdown } = one(write({ ...complete, incident: { ...complete.incident, summary } }), 'us-ca-breach-people');
    assert.match(markdown, /First\.\n\n\\# Second\n\n\\<b\\>third\\<\/b\\>\n\n\\- fourth\n/);
  });
});

describe('Word documents', () => {
  it('have the headings and the text, the line of the draft on every page, and no small text', async () => {
    const files = await draftFiles(one(all, 'us-ca-breach-people'), DRAFT_FORMATS);
    assert.deepEqual(files.map((f) => f.name), ['us-ca-breach-people.md', 'us-ca-breach-people.html', 'us-ca-breach-people.docx', 'us-ca-breach-people.sheet.md', 'us-ca-breach-people.sheet.html', 'us-ca-breach-people.sheet.docx']);
    const parts = new Map(unzip(Buffer.from((files[2] as { bytes: Uint8Array }).bytes)).map((e) => [e.name, e.data.toString('utf8')]));
    const document = parts.get('word/document.xml') ?? '';
    const headings = [...document.matchAll(/<w:p[ >](?:(?!<\/w:p>).)*?<w:pStyle w:val="Heading(\d)"\/>(?:(?!<\/w:p>).)*<\/w:p>/gs)].map((m) => `${m[1]} ${m[0].replace(/<[^>]*>/g, '')}`);
    assert.deepEqual(headings, ['1 Notice of Data Breach', '2 What Happened', '2 What Information Was Involved', '2 What We Are Doing', '2 What You Can Do', '2 For More Information']);
    assert.match(document.replace(/<\/w:p>/g, '\n').replace(/<[^>]*>/g, ''), /your Social Security number\n/);
    assert.match((parts.get('word/header1.xml') ?? '').replace(/<[^>]*>/g, ''), /DRAFT – not sent – for counsel review/);
    const read = readLetter(Buffer.from((files[2] as { bytes: Uint8Array }).bytes), 'x.docx');
    assert.equal(read.leastPoint, 10.5);
    const sheet = new Map(unzip(Buffer.from((files[5] as { bytes: Uint8Array }).bytes)).map((e) => [e.name, e.data.toString('utf8')])).get('word/document.xml') ?? '';
    assert.ok(sheet.includes('<w:tbl>'));
  });
  it('to the United States are on their paper, others on A4', async () => {
    const sizeOf = async (key: string): Promise<(string | undefined)[]> => {
      const [html, word] = await draftFiles(one(all, key), ['html', 'docx']);
      const document = unzip(Buffer.from(word?.bytes ?? [])).find((e) => e.name === 'word/document.xml')?.data.toString('utf8') ?? '';
      return [/@page\{size:(\w+)/.exec(Buffer.from(html?.bytes ?? []).toString('utf8'))?.[1], /<w:pgSz w:w="(\d+)"/.exec(document)?.[1]];
    };
    assert.deepEqual(await sizeOf('us-ca-breach-people'), ['letter', '12240']);
    for (const key of ['eu-gdpr-people', 'jp-appi-people']) assert.deepEqual(await sizeOf(key), ['A4', '11906']);
  });
  it('are the same bytes for the same facts', async () => {
    const make = async (): Promise<Buffer[]> => (await draftFiles(one(all, 'us-ma-93h-people'), DRAFT_FORMATS)).map((f) => Buffer.from(f.bytes));
    assert.deepEqual(await make(), await make());
  });
});

describe('templates', () => {
  const own = (text: string): Templates => new Map([...templates, ['us-ca-people', { file: '/own/us-ca-people.md', text }]]);
  const table: [string, RegExp, RegExp][] = [
    ['a\n\n{{ organisation.nme }}', /^\/own\/us-ca-people\.md:3:4: undefined variable: organisation\.nme$/, /did you mean organisation\.name\?/],
    ['{{ organisation }}', /a group of values cannot be printed/, /correct/], ['{{ incident.summary | upcase }}', /undefined filter: upcase/, /filters: day, link, list, paragraphs/], ['x\n{% render "people" %}', /:2:1: tag "render" not found/, /words, rest/],
    ['{% words nothing %}', /there is no template “words-nothing”/, /templates: announcement/], ['{% for i in (1..1000000000) %}x{% endfor %}', /limit exceeded/, /neither repeat without end/],
    ['{% for i in (1..9000) %}{% for k in (1..9000) %}x{% endfor %}{% endfor %}', /limit exceeded/, /neither repeat without end/], ['{% include "us-ca-people" %}', /call stack|limit exceeded/, /nor include itself/], ['{{ incident.constructor }}', /undefined variable/, /known/],
  ];
  for (const [text, message, hint] of table) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      assert.throws(() => write(complete, { law: ['us-ca-breach'], to: 'people' }, own(text)), (error) => error instanceof UserError && error.code === 'bad-template' && message.test(error.message) && hint.test(error.hint ?? ''));
    });
  }
  it('take long facts', () => {
    const taken = Array.from({ length: 300 }, (_, i) => `${i} ${'word '.repeat(1500)}`);
    const { markdown } = one(write({ ...complete, measures: { ...(complete['measures'] as object), taken } }, { law: ['us-ca-breach'], to: 'people' }), 'us-ca-breach-people');
    assert.ok(markdown.length > 2_000_000);
  });
  it('of the organisation come from the folder breach of its templates, and cannot leave out the line of the draft', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'custos-drafts-'));
    assert.equal(loadBreachTemplates(folder).get('us-ca-people')?.sha256, undefined);
    fs.mkdirSync(path.join(folder, 'breach'));
    fs.writeFileSync(path.join(folder, 'breach', 'us-ca-people.md'), 'Ours: {{ organisation.name }}\n');
    const loaded = loadBreachTemplates(folder);
    const { markdown, contents } = one(write(complete, { law: ['us-ca-breach'], to: 'people' }, loaded), 'us-ca-breach-people');
    assert.match(markdown, /^\*\*DRAFT – not sent – for counsel review\*\*\n\nOurs: Innomics Inc\.\n/);
    // What the law wants and the template forgets comes at the end.
    assert.match(plain(markdown), /- Under “What Information Was Involved”: a list of the types of personal information: your name, your e-mail address/);
    assert.match(markdown, /You can reach the major credit reporting agencies here/);
    assert.ok(contents.filter((c) => c.need !== 'optional').every((c) => c.status === 'present' || c.status === 'not-applicable'));
    fs.rmSync(folder, { recursive: true });
  });
  it('are all used, and those of the table exist', () => {
    const named = [...templates.values()].map((t) => t.text).join('\n');
    const topics = new Set(laws.flatMap((l) => l.obligations.flatMap((o) => o.terms.flatMap((t) => (t.contents ?? []).map((c) => topicOf(c, l.id, letterWords))))));
    const used = [...templates.keys()].filter((id) => draftTable.templates.some((t) => t.id === id) || id === 'sheet' || named.includes(`include "${id}"`) || topics.has(id.replace(/^words-/, '')));
    assert.deepEqual([...templates.keys()].filter((id) => !used.includes(id)), []);
    assert.deepEqual(draftTable.templates.filter((t) => !templates.has(t.id)).map((t) => t.id), []);
  });
});

describe('a law of the organisation', () => {
  const swiss = laws.find((law) => law.id === 'ch-fadp') as BreachLaw;
  const duty = swiss.obligations.find((o) => o.audience === 'people') as BreachObligation;
  for (const audience of AUDIENCES) {
    it(`has a draft for ${audience}`, () => {
      const own: BreachLaw = { ...swiss, id: 'zz-own', scope: { people: ['*'] }, obligations: [{ ...duty, audience, roles: ['controller', 'processor'] }] };
      const file = { ...complete, risk: { level: 'high', reasons: 'genetic data' } } as BreachFile;
      const items = obligations([own], { id: 'B-1', file, marks: [] }, now, world).items;
      const [draft, ...others] = renderDrafts(draftsFor(items, file, { ...setting, laws: [own] }), templates);
      assert.ok(draft && others.length === 0);
      assert.doesNotMatch(draft.markdown, /⟦/);
      assert.match(plain(draft.markdown), /Innomics/);
      assert.deepEqual(draft.contents.filter((c) => c.status === 'missing'), []);
    });
  }
});

describe('the words of the program', () => {
  it('exist for every kind of data, in every language', () => {
    const codes = [...new Set([...ELEMENTS, ...Object.keys(severityTable.dataContext.elements)])];
    assert.deepEqual(codes.filter((code) => draftTable.elements[code] === undefined), []);
  });
  it('are the same in every language', () => {
    const { en, ja } = draftTable.words;
    const english = Object.keys(en).filter((key) => !/^(?:status|need|roles)\./.test(key));
    assert.deepEqual(english.filter((key) => ja[key] === undefined), []);
    assert.deepEqual(Object.keys(ja).filter((key) => en[key] === undefined), []);
  });
  it('tell of every content that no fact fills', () => {
    const lost = laws.flatMap((l) => l.obligations.flatMap((o) => o.terms.flatMap((t) => (t.contents ?? []).filter((c) => c.facts.length === 0 && c.status !== 'optional' && !templates.has(`words-${topicOf(c, l.id, letterWords) ?? ''}`)).map((c) => `${l.id} ${o.audience} ${c.id}`))));
    assert.deepEqual([...new Set(lost)].filter((line) => line !== 'us-ok-breach authority impact'), []);
  });
});
