/** The text of a policy, plain, Markdown or HTML, in sentences that know their heading and their line. */
import { isHtml, linesOfHtml } from './policy-html.ts';

export interface Line {
  text: string;
  /** Of the file. */
  line: number;
}

/** What patterns are tried on: `before` is the heading and the line that introduces a list, so that a sentence keeps its sense. */
export interface Sentence {
  before: string;
  text: string;
  /** The line on which a place in the text stands. */
  lineAt: (offset: number) => number;
  /** `7.1`, or the heading itself where it has no number. */
  section: string;
}

interface Block {
  lines: Line[];
  heading: string;
  lead: string;
}

const HEADING = /^#{1,6}\s+(.+?)\s*#*$/;
/** `7.1 Transfer outside of EU`: short, and no sentence. */
const NUMBERED = /^(\d{1,2}(?:\.\d{1,2})*)\.?\s+\p{Lu}[^\n]{0,100}$/u;
const ITEM = /^\s*(?:[-+•·–]|\*(?!\*)|\d{1,2}[.)]|\(?[a-z]\)|\([ivx]+\))\s+/;
const RULE = /^\s*([-=_*]\s*){3,}$/;

const LONGEST = 4000;
/** No abbreviation is longer; without a limit every sentence would look at all before it. */
const LONGEST_WORD = 24;

/** Every sentence of a text. `abbreviations` end with a full stop and end no sentence. */
export function sentencesOf(lines: readonly Line[], abbreviations: ReadonlySet<string>): Sentence[] {
  return blocksOf(lines).flatMap((block) => split(block, abbreviations));
}

/** The lines that a reader sees. Signs that stand for the same become the same. */
export function linesOf(content: string): Line[] {
  const text = withoutComments(content.replaceAll('\ufeff', '').replace(/\r\n?/g, '\n'));
  const lines = isHtml(text) ? linesOfHtml(text) : text.split('\n').map((words, i) => ({ text: words.replaceAll('**', '  '), line: i + 1 }));
  return lines.map(({ text: words, line }) => ({ text: plain(words), line }));
}

function withoutComments(text: string): string {
  let [out, at] = ['', 0];
  for (;;) {
    const from = text.indexOf('<!--', at);
    const end = from < 0 ? -1 : text.indexOf('-->', from + 4);
    if (end < 0) return out + text.slice(at);
    out += text.slice(at, from) + text.slice(from, end + 3).replace(/[^\n]/g, ' ');
    at = end + 3;
  }
}

function plain(text: string): string {
  return text.replace(/[“”„«»]/g, '"').replace(/[‘’`´]/g, "'").replace(/[‐‑‒–—−]/g, '-').replace(/[\u00a0\u2007\u202f\t]/g, ' ').replace(/[[\]]/g, ' ');
}

function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  let [heading, lead] = ['', ''];
  const start = (line: Line): void => void blocks.push((open = { lines: [line], heading, lead }));
  lines.forEach((line, i) => {
    const words = line.text;
    if (words.trim() === '' || RULE.test(words)) {
      // The lead of a list survives the blank lines between its items.
      if (open && !isItem(open)) lead = textOf(open).trimEnd().endsWith(':') ? textOf(open) : '';
      open = undefined;
      return;
    }
    const title = headingOf(words, lines[i + 1]?.text, open !== undefined);
    if (title !== undefined) {
      [heading, lead] = [title, ''];
      start({ ...line, text: title });
      open = undefined;
    } else if (ITEM.test(words) || words.startsWith('|')) {
      if (open && !isItem(open) && textOf(open).trimEnd().endsWith(':')) lead = textOf(open);
      start(line);
    } else if (open) open.lines.push(line);
    else {
      // What is no item ends the list.
      lead = '';
      start(line);
    }
  });
  return blocks;
}

const textOf = (block: Block): string => block.lines.map((l) => l.text).join(' ');
const isItem = (block: Block): boolean => ITEM.test(block.lines[0]?.text ?? '');

function headingOf(words: string, next: string | undefined, inside: boolean): string | undefined {
  const marked = HEADING.exec(words)?.[1];
  if (marked !== undefined) return marked;
  if (inside) return undefined;
  const bare = words.trim();
  if (next !== undefined && /^(={3,}|-{3,})\s*$/.test(next)) return bare;
  return NUMBERED.test(bare) && !/[.;:,]$/.test(bare) && (next ?? '').trim() === '' ? bare : undefined;
}

function split(block: Block, abbreviations: ReadonlySet<string>): Sentence[] {
  const text = textOf(block);
  const starts = [0];
  for (const m of text.matchAll(/[.!?]["')]*\s+(?=["'(]*\p{Lu})/gu)) {
    const word = /([\p{L}.]+)$/u.exec(text.slice(Math.max(0, m.index - LONGEST_WORD), m.index))?.[1]?.toLowerCase() ?? '';
    const short = text[m.index] === '.' && (abbreviations.has(word) || /^(\p{L}\.)*\p{L}$/u.test(word));
    if (!short) starts.push(m.index + m[0].length);
  }
  // A text without full stops is cut somewhere, so that no pattern has to look through a whole book.
  const cut = starts.flatMap((from, i) => Array.from({ length: Math.max(1, Math.ceil(((starts[i + 1] ?? text.length) - from) / LONGEST)) }, (_, k) => from + k * LONGEST));
  const before = [block.heading, block.lead].filter((t) => t !== '' && t !== text).map((t) => `${t} › `).join('');
  const section = /^(\d{1,2}(?:\.\d{1,2})*)/.exec(block.heading)?.[1] ?? block.heading;
  return cut.map((from, i) => ({ before, text: text.slice(from, cut[i + 1]).trimEnd(), lineAt: (offset) => lineAt(block, from + offset), section }));
}

/** The line of a place in the block's text, in which lines are joined by one blank. */
function lineAt(block: Block, offset: number): number {
  let at = 0;
  for (const { text, line } of block.lines) {
    at += text.length + 1;
    if (offset < at) return line;
  }
  return block.lines.at(-1)?.line ?? 1;
}
