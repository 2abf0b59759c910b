/** Letters from Liquid templates: ours under `src/templates`, or the organisation's of the same name. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Context, Drop, type Emitter, Liquid, type LiquidError, type Parser, Tag, type TagToken, type Template, type TopLevelToken } from 'liquidjs';
import { civil, parseDay, weekdayName } from '../core/date.ts';
import { type CitationOut, citationOut } from '../core/law.ts';
import { UserError } from '../core/errors.ts';
import { isFields } from '../core/fields.ts';
import type { Letter, Required } from '../core/letter.ts';
import { type AuthorityEntry, Gap, gapText } from '../core/letter-values.ts';
import { nearest } from '../core/places.ts';
import { markdownLink, markdownText } from '../formats/escape.ts';
import { readBytes } from './files.ts';
import { letters } from './shipped-templates.made.ts';
import { sha256 } from '../core/hash.ts';

export interface TemplateFile {
  file: string;
  text: string;
  /** Digest of a file of the organisation; absent for ours. */
  sha256?: string;
}

/** Templates by id: the file name without `.md`. */
export type Templates = ReadonlyMap<string, TemplateFile>;

/** Our templates, each replaced by the organisation's file of the same name. */
export function loadTemplates(own: string | undefined): Templates {
  if (own !== undefined && !existsSync(own)) throw new UserError('bad-config', `the folder of templates does not exist: ${own}`, { hint: 'correct “templates” in custos.yaml, or create the folder' });
  return withOwn(letters(), own);
}

/** Templates of ours, and over them those in a folder of the organisation. */
export function withOwn(ours: Readonly<Record<string, TemplateFile>>, own: string | undefined): Templates {
  const found = new Map(Object.entries(ours));
  for (const name of own === undefined ? [] : readdirSync(own).filter((n) => n.endsWith('.md')).toSorted()) {
    const file = path.join(own as string, name);
    const bytes = readBytes(file);
    found.set(path.basename(name, '.md'), { file, text: bytes.toString('utf8'), sha256: sha256(bytes) });
  }
  return found;
}

/** The authorities that are shipped with the program. */
export function loadAuthorities(root: string): AuthorityEntry[] {
  const file = path.join(root, 'src', 'data', 'authorities.json');
  return (JSON.parse(readBytes(file).toString('utf8')) as { authorities: AuthorityEntry[] }).authorities;
}

export interface ContentStatus {
  law: string;
  id: string;
  says: string;
  status: 'present' | 'missing' | 'not-applicable';
  citation: CitationOut;
}

export interface RenderedLetter {
  markdown: string;
  contents: ContentStatus[];
  missing: { says: string; citation: string | null }[];
  /** Personal data that are recorded and not shown. */
  hidden: string[];
  /** Contents that the law wants and the template does not write. */
  forgotten: string[];
}

/** What happened while a template was rendered. */
class Recorder {
  readonly letter: Letter;
  /** The content whose words are being written. */
  private current: Required | undefined;
  private readonly printed = new Set<Required>();
  private readonly lacking = new Set<Required>();
  readonly missing = new Map<string, { says: string; citation: string | null }>();
  readonly hidden = new Set<string>();
  constructor(letter: Letter) {
    this.letter = letter;
  }

  /** Begins the words of a content; what it returns ends them. */
  enter(required: Required): (printed: boolean) => void {
    const outer = this.current;
    this.current = required;
    return (printed) => {
      if (printed) this.printed.add(required);
      this.current = outer;
    };
  }

  gap(gap: Gap, required = this.current): string {
    const citation = required?.content.citation.ref;
    const text = gapText(gap, citation);
    if (gap.kind === 'personal') this.hidden.add(gap.says);
    else {
      this.missing.set(text, { says: gap.says, citation: citation ?? null });
      if (required) this.lacking.add(required);
    }
    return markdownText(text);
  }

  /** Contents that apply and that the template does not write. */
  forgotten(): Required[] {
    return this.letter.required.filter((r) => r.applies && !this.printed.has(r));
  }

  status(required: Required): ContentStatus {
    const { law, content } = required;
    const status = !required.applies ? 'not-applicable' : this.printed.has(required) && !this.lacking.has(required) ? 'present' : 'missing';
    return { law, id: content.id, says: content.says, status, citation: citationOut(content.citation) };
  }
}

/** What templates may use. Everything else of Liquid is left out: it could read files, hide a gap or undo the escaping. */
export const TAGS = ['if', 'unless', 'case', 'for', 'break', 'continue', 'assign', 'comment', 'raw', '#', 'include'];
const FILTERS = ['default', 'join'];
/** Strict, and within limits. The language of the machine is no concern of a letter, and to find it out takes as long as to write one. */
export const ENGINE = { strictVariables: true, strictFilters: true, lenientIf: true, ownPropertyOnly: true, locale: 'en', parseLimit: 200_000, memoryLimit: 1_000_000, renderLimit: 3000 };

/** Renders the letter of `letter.kind`. A fault of the template is a `UserError` with its file, line and column. */
export async function renderLetter(letter: Letter, templates: Templates): Promise<RenderedLetter> {
  const recorder = new Recorder(letter);
  const scope = wrap(letter.scope) as object;
  try {
    const liquid = engine(recorder, templates);
    const text = String(liquid.renderSync(liquid.parse(templates.get(letter.kind)?.text ?? '', letter.kind), scope));
    const forgotten = recorder.forgotten();
    const appendix = forgotten.map((r) => `- ${recorder.gap(new Gap('missing', r.content.says), r)}`).join('\n');
    const markdown = `${text.trim()}\n\n${appendix}`.replace(/\n(?:[ \t]*\n){2,}/g, '\n\n').trimEnd();
    return {
      markdown: `${markdown}\n`, contents: letter.required.map((r) => recorder.status(r)), missing: [...recorder.missing.values()],
      hidden: [...recorder.hidden].toSorted(), forgotten: forgotten.map((r) => r.content.id),
    };
  } catch (error) {
    throw templateError(error, letter.kind, templates, (says) => templateHint(says, templates, scope));
  }
}

/** A gap as Liquid can hold it: false in a condition where nothing is recorded, true where it is only not shown. */
class GapDrop extends Drop {
  readonly gap: Gap;
  constructor(gap: Gap) {
    super();
    this.gap = gap;
  }
  override valueOf(): boolean | null {
    return this.gap.kind === 'personal' ? true : null;
  }
}

function wrap(value: unknown): unknown {
  if (value instanceof Gap) return new GapDrop(value);
  if (Array.isArray(value)) return value.map(wrap);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, wrap(v)])) : value;
}

function engine(recorder: Recorder, templates: Templates): Liquid {
  const liquid = new Liquid({
    ...ENGINE,
    templates: Object.fromEntries([...templates].map(([id, t]) => [id, t.text])),
    outputEscape: (value: unknown) => output(value, recorder),
  });
  for (const name of Object.keys(liquid.tags)) if (!TAGS.includes(name)) delete liquid.tags[name];
  for (const name of Object.keys(liquid.filters)) if (!FILTERS.includes(name)) delete liquid.filters[name];
  liquid.registerFilter('date', longDate);
  liquid.registerFilter('link', { raw: true, handler: (value: unknown) => (gapOf(value) ? output(value, recorder) : markdownLink(String(value), String(value))) });
  liquid.registerTag('says', saysTag(recorder));
  return liquid;
}

/**
 * `{% says id %} … {% else %} … {% endsays %}`: the words of one content, written once for every law that wants it
 * (the same words once), with `law`, `value`, `says` and `provision`. `else` is for letters in which no law wants it.
 */
function saysTag(recorder: Recorder): Parameters<Liquid['registerTag']>[1] {
  return class Says extends Tag {
    private readonly id: string;
    private readonly words: Template[] = [];
    private readonly otherwise: Template[] = [];
    constructor(token: TagToken, remain: TopLevelToken[], liquid: Liquid, parser: Parser) {
      super(token, remain, liquid);
      this.id = token.args.trim();
      if (!/^[a-z0-9-]+$/.test(this.id)) throw new Error('says needs the id of a content, such as {% says reasons %}');
      let part = this.words;
      const stream = parser.parseStream(remain)
        .on('tag:else', () => void (part = this.otherwise))
        .on('tag:endsays', () => stream.stop())
        .on('template', (template: Template) => void part.push(template))
        .on('end', () => {
          throw new Error(`{% says ${this.id} %} has no {% endsays %}`);
        });
      stream.start();
    }
    override* render(context: Context, emitter: Emitter): Generator<unknown, void, string> {
      const { renderer } = this.liquid;
      const wanted = recorder.letter.required.filter((r) => r.content.id === this.id);
      if (wanted.length === 0) yield renderer.renderTemplates(this.otherwise, context, emitter);
      const written = new Set<string>();
      for (const required of wanted.filter((r) => r.applies)) {
        context.push(wrap(required.scope) as object);
        const leave = recorder.enter(required);
        const text = yield renderer.renderTemplates(this.words, context);
        leave(text.trim() !== '');
        context.pop();
        if (!written.has(text)) emitter.write(written.size > 0 ? `\n\n${text}` : text);
        written.add(text);
      }
    }
  };
}

function gapOf(value: unknown): Gap | undefined {
  const gap = typeof value === 'object' && value !== null && 'gap' in value ? value.gap : undefined;
  return gap instanceof Gap ? gap : undefined;
}

/** Every value that is printed passes here. */
function output(value: unknown, recorder: Recorder): string {
  const gap = gapOf(value);
  if (gap) return recorder.gap(gap);
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return markdownText(value.map(String).join(', '));
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return markdownText(String(value));
  throw new Error('a group of values cannot be printed: name one of them');
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `2026-12-28` as “Monday 28 December 2026”; no clock and no zone is involved. */
function longDate(value: unknown): unknown {
  if (gapOf(value)) return value;
  const day = parseDay(String(value));
  if (day === undefined) throw new Error(`date: “${String(value)}” is not a date such as 2026-12-28`);
  const { year, month, day: ofMonth } = civil(day);
  return `${weekdayName(day)} ${ofMonth} ${MONTHS[month - 1] ?? ''} ${year}`;
}

/** Where a fault of a template is, and what to write instead. */
export function templateError(error: unknown, id: string, templates: Templates, hint: (says: string) => string): unknown {
  if (!(error instanceof Error)) return error;
  const { token, originalError } = error as Partial<LiquidError>;
  // The token does not always know its file, but it always has the text that it stands in.
  const [, at] = [...templates].find(([name, t]) => (token ? t.text === token.input : name === id)) ?? [];
  const [line, column] = token?.getPosition() ?? [1, 1];
  const said = (originalError?.message ?? error.message).replace(/, (?:file:.*, )?line:\d+, col:\d+$/, '');
  const says = said.replace(/^ENOENT: Failed to lookup "(.*)" in .*$/, 'there is no template “$1”');
  return new UserError('bad-template', `${at?.file ?? id}:${line}:${column}: ${says}`, { hint: hint(says), cause: error });
}

function templateHint(says: string, templates: Templates, scope: object): string {
  const [, variable] = /^undefined variable: (.+)$/.exec(says) ?? [];
  if (variable !== undefined) return variableHint(variable, paths(scope));
  if (/filter/.test(says)) return `filters: ${[...FILTERS, 'date', 'link'].join(', ')}`;
  if (/^tag ".*" not found/.test(says)) return `tags: ${[...TAGS, 'says'].join(', ')}`;
  if (/limit exceeded|call stack/i.test(says)) return 'a template may neither repeat without end nor include itself';
  if (/template “/.test(says)) return `templates: ${[...templates.keys()].join(', ')}`;
  return 'correct the template; ours are in src/templates';
}

function variableHint(variable: string, known: readonly string[]): string {
  if (/^(?:law|value|says|provision)\b/.test(variable)) return 'law, value, says and provision exist only inside {% says … %}';
  const near = nearest(variable, [...known, ...known.map((k) => k.split('.', 1)[0] as string)]);
  return near ? `did you mean ${near}?` : `known: ${known.join(', ')}`;
}

/** The names that a template may use, `organisation.contact.email` and so on. */
function paths(scope: object, before = ''): string[] {
  return Object.entries(scope).flatMap(([key, value]) =>
    isFields(value) && !gapOf(value) ? paths(value, `${before}${key}.`) : [`${before}${key}`]);
}
