/** Drafts of notices from Liquid templates: ours under `src/breach-templates`, or the organisation's in the folder `breach` of its templates. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Context, Drop, type Emitter, Liquid, type Parser, Tag, type TagToken, type Template, type TopLevelToken } from 'liquidjs';
import type { Draft } from '../core/draft.ts';
import { DraftRecord, type DraftResult } from '../core/draft-record.ts';
import { type Said, type Scope, isSaid } from '../core/draft-values.ts';
import { nearest } from '../core/places.ts';
import { markdownLink, markdownText } from '../formats/escape.ts';
import { drafts } from './shipped-templates.made.ts';
import { ENGINE, TAGS, type Templates, templateError, withOwn } from './templates.ts';

/** Our templates, each replaced by the organisation's file of the same name. */
export function loadBreachTemplates(own: string | undefined): Templates {
  const folder = own === undefined ? undefined : path.join(own, 'breach');
  return withOwn(drafts(), folder !== undefined && existsSync(folder) ? folder : undefined);
}

export const WATERMARK = 'DRAFT – not sent – for counsel review';

export interface RenderedDraft extends DraftResult {
  draft: Draft;
  /** The letter. Nothing of how it was made is in it but the line that it is a draft. */
  markdown: string;
  /** What the law asks for, where each answer comes from, and what to do before it goes out. Not for the recipient. */
  sheet: string;
}

/** Where what the template does not write comes in. No value can hold it: controls are written out. */
const REST = '\u0001';
/** The mark with the heading that the template gives it, which stands only where something follows. */
const REST_MARK = new RegExp(`${REST}([^${REST}]*)${REST}`);
/** Facts can be long: lists of texts of up to ten thousand characters each. */
const LARGEST = 30_000_000;
const FILTERS = ['day', 'link', 'list', 'paragraphs', 'written'];

/** Renders a draft and its sheet. A fault of a template is a `UserError` with its file, line and column. */
export function renderDraft(draft: Draft, templates: Templates): RenderedDraft {
  const record = new DraftRecord(draft);
  const scope = { ...(wrap(draft.scope, record) as object), words: '' };
  const id = draft.rule.id;
  try {
    const liquid = engine(record, templates);
    const render = (name: string): string => String(liquid.renderSync(liquid.parse(templates.get(name)?.text ?? '', name), scope));
    const main = render(id);
    const rest = record.rest().map((part) => ('says' in part ? `- ${part.value.state === 'silent' ? '' : `${markdownText(part.says)}: `}${print(part.value, record)}` : record.within(part.topic, () => words(part.topic, templates, render)))).filter((t) => t.trim() !== '');
    const text = rest.join('\n\n').replace(/\n\n(?=- )/g, '\n');
    const body = (main.includes(REST) ? main : `${main}\n\n${REST}${REST}`).replace(REST_MARK, (_, heading: string) => (text === '' ? '' : `${heading === '' ? '' : `## ${markdownText(heading)}\n\n`}${text}`)).replace(REST_MARK, '');
    const markdown = tidy(`**${WATERMARK}**\n\n${body}`);
    const result = record.result(/⟦(?!PERSONAL: )/.test(markdown));
    const sheet = tidy(`**${WATERMARK}**\n\n${String(liquid.renderSync(liquid.parse(templates.get('sheet')?.text ?? '', 'sheet'), record.sheet(result, markdown)))}`);
    return { draft, markdown, sheet, ...result };
  } catch (error) {
    throw templateError(error, id, templates, (says) => hint(says, templates, scope));
  }
}

/** No trailing blanks, one blank line between paragraphs, and none between the items of a list. */
function tidy(text: string): string {
  return `${text.replace(/[ \t]+$/gm, '').replace(/\n{3,}/g, '\n\n').replace(/^(- .*)\n\n(?=- )/gm, '$1\n').trim()}\n`;
}

/** The words of a topic, or nothing where there is no template for them. */
function words(topic: string, templates: Templates, render: (name: string) => string): string {
  return templates.has(`words-${topic}`) ? render(`words-${topic}`) : '';
}

/** A value as Liquid can hold it. `known`: it has words. `wanted`: it has, or the law asks for it and it is missing. `asked`: the law asks for it. `named`: it names it, be it that it does not apply. */
class SaidDrop extends Drop {
  readonly said: Said;
  private readonly record: DraftRecord;
  constructor(said: Said, record: DraftRecord) {
    super();
    this.said = said;
    this.record = record;
  }
  get known(): boolean {
    return this.said.state === 'known';
  }
  get wanted(): boolean {
    return this.record.isWanted(this.said);
  }
  get asked(): boolean {
    return this.record.isAsked(this.said);
  }
  get named(): boolean {
    return this.record.isNamed(this.said);
  }
  get several(): boolean {
    return this.said.texts.length > 1;
  }
  get code(): string {
    return this.said.code ?? '';
  }
  /** What `for` goes through; a gap is one item. */
  override valueOf(): SaidDrop[] {
    if (this.said.state !== 'known') return this.said.state === 'none' ? [] : [this];
    return this.said.texts.map((text) => this.with([text]));
  }
  with(texts: readonly string[]): SaidDrop {
    return new SaidDrop({ ...this.said, texts }, this.record);
  }
}

function wrap(value: Scope[string], record: DraftRecord): unknown {
  if (isSaid(value)) return new SaidDrop(value, record);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, wrap(v, record)]));
}

function engine(record: DraftRecord, templates: Templates): Liquid {
  const liquid = new Liquid({
    ...ENGINE, memoryLimit: LARGEST,
    templates: Object.fromEntries([...templates].map(([id, t]) => [id, t.text])),
    outputEscape: (value: unknown) => output(value, record),
  });
  for (const name of Object.keys(liquid.tags)) if (!TAGS.includes(name)) delete liquid.tags[name];
  for (const name of Object.keys(liquid.filters)) delete liquid.filters[name];
  const raw = (handler: (value: SaidDrop) => string) => ({ raw: true, handler: (value: unknown) => (value instanceof SaidDrop && value.known ? handler(value) : output(value, record)) });
  liquid.registerFilter('day', (value: unknown) => (value instanceof SaidDrop && value.known ? dayOf(value, record) : value));
  liquid.registerFilter('list', (value: unknown) => (value instanceof SaidDrop && value.known ? value.with([record.draft.speech.list(value.said.texts)]) : value));
  liquid.registerFilter('link', raw((value) => record.print(value.said, (text) => markdownLink(text, text))));
  // The words of the template say it: the value counts as written and is not printed.
  liquid.registerFilter('written', raw((value) => record.print(value.said, () => '')));
  liquid.registerFilter('paragraphs', raw((value) => record.print(value.said, (text) => text.split(/\r?\n[ \t]*(?:\r?\n)+/).map(markdownText).join('\n\n'))));
  liquid.registerTag('rest', class extends Tag {
    private readonly heading: string;
    constructor(token: TagToken, remain: TopLevelToken[], engineOfTag: Liquid) {
      super(token, remain, engineOfTag);
      this.heading = token.args.trim();
    }
    override* render(_: Context, emitter: Emitter): Generator<unknown, void, string> {
      yield emitter.write(`${REST}${this.heading}${REST}`);
    }
  });
  liquid.registerTag('words', wordsTag(record, templates));
  return liquid;
}

/** `{% words topic %}`: the words of a topic, where the law wants it. `{% words topic %} … {% endwords %}` has them in the template itself. */
function wordsTag(record: DraftRecord, templates: Templates): Parameters<Liquid['registerTag']>[1] {
  return class Words extends Tag {
    private readonly topic: string;
    private readonly words: Template[];
    constructor(token: TagToken, remain: TopLevelToken[], liquid: Liquid, parser: Parser) {
      super(token, remain, liquid);
      this.topic = token.args.trim();
      const file = templates.get(`words-${this.topic}`);
      if (!/^[a-z0-9-]+$/.test(this.topic) || !file) throw new Error(`there is no template “words-${this.topic}”`);
      this.words = parser.parse(file.text);
    }
    override* render(context: Context, emitter: Emitter): Generator<unknown, void, string> {
      if (!record.asksFor(this.topic)) return;
      const leave = record.enter(this.topic);
      const text = yield this.liquid.renderer.renderTemplates(this.words, context);
      leave(text.trim() !== '');
      emitter.write(text.trim());
    }
  };
}

function dayOf(value: SaidDrop, record: DraftRecord): SaidDrop {
  const day = record.draft.speech.recordedDay(value.said.code ?? '');
  return day === undefined ? value : value.with([day]);
}

const print = (said: Said, record: DraftRecord): string => record.print(said, markdownText);

/** Every value that is printed passes here. */
function output(value: unknown, record: DraftRecord): string {
  if (value instanceof SaidDrop) return print(value.said, record);
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return markdownText(String(value));
  throw new Error('a group of values cannot be printed: name one of them');
}

function hint(says: string, templates: Templates, scope: object): string {
  const [, variable] = /^undefined variable: (.+)$/.exec(says) ?? [];
  if (variable !== undefined) {
    const known = paths(scope);
    const near = nearest(variable, [...known, ...known.map((k) => k.split('.', 1)[0] as string)]);
    return near ? `did you mean ${near}?` : `known: ${known.join(', ')}`;
  }
  if (/filter/.test(says)) return `filters: ${FILTERS.join(', ')}`;
  if (/^tag ".*" not found/.test(says)) return `tags: ${[...TAGS, 'words', 'rest'].join(', ')}`;
  if (/limit exceeded|call stack/i.test(says)) return 'a template may neither repeat without end nor include itself';
  if (/template “/.test(says)) return `templates: ${[...templates.keys()].join(', ')}`;
  return 'correct the template; ours are in src/breach-templates';
}

/** The names that a template may use, `organisation.contact.email` and so on. */
function paths(scope: object, before = ''): string[] {
  return Object.entries(scope).flatMap(([key, value]) => (typeof value === 'object' && value !== null && !(value instanceof SaidDrop) ? paths(value as object, `${before}${key}.`) : [`${before}${key}`]));
}
