/** The text of a letter as its reader sees it: Markdown, HTML, a Word document or plain text. */
import path from 'node:path';
import { TextDecoder } from 'node:util';
import MarkdownIt from 'markdown-it';
import type { LetterBlock, LetterText } from '../core/draft-lint.ts';
import { UserError } from '../core/errors.ts';
import { unzip } from './documents.ts';
import { narrowText } from './plain-text.ts';

/** By the ending of the name; bytes that are an archive are a Word document. */
export function readLetter(bytes: Buffer, name: string): LetterText {
  const ending = path.extname(name).toLowerCase();
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return fromDocx(bytes, name);
  const wide = bytes.subarray(0, 2).toString('hex') === 'fffe';
  if (bytes.subarray(0, 4).toString('latin1') === '%PDF' || (bytes.includes(0) && !wide)) throw new UserError('file-unreadable', `${name} is neither text nor a Word document`, { hint: 'give the letter as .md, .html, .txt or .docx' });
  const text = (wide ? new TextDecoder('utf-16le').decode(bytes) : narrowText(bytes).text).replaceAll('\r\n', '\n');
  return ending === '.html' || ending === '.htm' || /^\s*<(?:!doctype|html|\?xml)/i.test(text) ? fromHtml(text, name) : { path: name, blocks: fromMarkdown(text) };
}

/** Each paragraph, heading, list item and cell is a block. */
export function fromMarkdown(text: string): LetterBlock[] {
  const blocks: LetterBlock[] = [];
  let [heading, items]: [number | undefined, number] = [undefined, 0];
  for (const token of new MarkdownIt({ html: false }).parse(text, {})) {
    if (token.type === 'heading_open') heading = Number(token.tag.slice(1));
    else if (token.type === 'heading_close') heading = undefined;
    else if (token.type === 'list_item_open') items += 1;
    else if (token.type === 'list_item_close') items -= 1;
    else if (token.type === 'inline' || token.type === 'code_block' || token.type === 'fence') {
      const parts = token.children?.map((t) => (t.type === 'softbreak' || t.type === 'hardbreak' ? '\n' : t.content)) ?? [token.content];
      const said = parts.join('').trim();
      if (said !== '') blocks.push({ text: said, ...(heading === undefined ? {} : { heading }), ...(items > 0 ? { item: true } : {}), ...(token.map ? { line: token.map[0] + 1 } : {}) });
    }
  }
  return blocks;
}

const BREAKS = /^(?:p|div|h[1-6]|li|ul|ol|tr|td|th|table|section|article|header|footer|main|blockquote|pre|address|title)$/i;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', rsquo: '’', lsquo: '‘', ldquo: '“', rdquo: '”', hellip: '…', copy: '©', sect: '§' };

function entities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (all, dec?: string, hex?: string, name?: string) => {
    const code = dec === undefined ? (hex === undefined ? undefined : Number.parseInt(hex, 16)) : Number(dec);
    if (code !== undefined) return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : all;
    return NAMED[name?.toLowerCase() ?? ''] ?? all;
  });
}

/** Nothing of a part but its line breaks, so that later lines keep their numbers. */
const blank = (part: string): string => part.replace(/[^\n]/g, '');

function fromHtml(html: string, name: string): LetterText {
  const body = html.replace(/<!--[\s\S]*?-->/g, blank).replace(/<(head|style|script|template)\b[\s\S]*?<\/\1\s*>/gi, blank);
  const blocks: LetterBlock[] = [];
  let [heading, item, text, line]: [number | undefined, boolean, string, number] = [undefined, false, '', 1];
  const flush = (): void => {
    const said = entities(text).replace(/[ \t\n]+/g, ' ').trim();
    if (said !== '') blocks.push({ text: said, line, ...(heading === undefined ? {} : { heading }), ...(item ? { item: true } : {}) });
    text = '';
  };
  for (const [part] of body.matchAll(/<[^>]*>|[^<]+/g)) {
    const [, close, tag = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(part) ?? [];
    if (!part.startsWith('<')) text += part;
    else if (/^br$/i.test(tag)) text += ' ';
    else if (BREAKS.test(tag)) {
      flush();
      const level = /^h([1-6])$/i.exec(tag)?.[1];
      heading = level !== undefined && close === '' ? Number(level) : undefined;
      item = /^li$/i.test(tag) ? close === '' : item && !/^(?:ul|ol)$/i.test(tag);
    }
    line += part.split('\n').length - 1;
  }
  flush();
  const least = smallestCss(html);
  return { path: name, blocks, ...(least === undefined ? {} : { leastPoint: least }) };
}

/** The smallest size that a style sets in points or pixels; sizes that hang on others are not judged. */
function smallestCss(html: string): number | undefined {
  const sizes = [...html.matchAll(/font(?:-size)?\s*:[^;}"']*?(\d+(?:\.\d+)?)(pt|px)\b/gi)].map(([, n, unit]) => Number(n) * (unit?.toLowerCase() === 'px' ? 0.75 : 1)).filter((n) => n > 0);
  return sizes.length === 0 ? undefined : Math.min(...sizes);
}

/** Word's own sizes are half points; what no style sets is the size of the defaults. */
function fromDocx(bytes: Buffer, name: string): LetterText {
  let parts: Map<string, string>;
  try {
    parts = new Map(unzip(bytes).map(({ name: file, data }) => [file, data.toString('utf8')]));
  } catch (cause) {
    throw new UserError('file-unreadable', `${name} is a damaged archive`, { cause });
  }
  const document = parts.get('word/document.xml');
  if (document === undefined) throw new UserError('file-unreadable', `${name} is an archive and no Word document`, { hint: 'give the letter as .md, .html, .txt or .docx' });
  const blocks = [...document.matchAll(/<w:p[ >][\s\S]*?<\/w:p>|<w:p\/>/g)].flatMap(([xml]): LetterBlock[] => {
    const text = entities([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br[ /]|<w:tab\/>/g)].map(([all, t]) => t ?? (all.startsWith('<w:br') ? '\n' : '\t')).join('')).trim();
    const style = /<w:pStyle w:val="([^"]+)"/.exec(xml)?.[1] ?? '';
    const heading = style === 'Title' ? 1 : Number(/^(?:Heading|Titre|Ttulo|Titolo|berschrift|Kop)(\d)$/.exec(style)?.[1] ?? 0) || undefined;
    return text === '' ? [] : [{ text, ...(heading === undefined ? {} : { heading }), ...(/<w:numPr>/.test(xml) ? { item: true } : {}) }];
  });
  const sized = [...parts].filter(([file]) => /^word\/(?:document|header\d*|footer\d*)\.xml$/.test(file)).flatMap(([, xml]) => sizesIn(xml));
  const styles = parts.get('word/styles.xml') ?? '';
  const base = sizesIn(/<w:docDefaults>[\s\S]*?<\/w:docDefaults>/.exec(styles)?.[0] ?? '');
  const used = [...document.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map((m) => m[1] as string);
  const named = [...new Set(used)].flatMap((id) => sizesIn(new RegExp(`<w:style [^>]*w:styleId="${id.replace(/\W/g, '\\$&')}"[\\s\\S]*?</w:style>`).exec(styles)?.[0] ?? ''));
  const sizes = [...sized, ...base, ...named];
  return { path: name, blocks, ...(sizes.length === 0 ? {} : { leastPoint: Math.min(...sizes) }) };
}

const sizesIn = (xml: string): number[] => [...xml.matchAll(/<w:sz w:val="(\d+)"/g)].map((m) => Number(m[1]) / 2);
