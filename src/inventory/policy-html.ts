/** A policy saved from a browser, as the lines that its reader sees. */
import type { Line } from './policy-text.ts';

/** So many ends of blocks are no accident in a plain text. */
const FEW = 3;
const BLOCK_ENDS = /<\/(?:p|div|li|ul|ol|td|tr|table|h[1-6]|section|article)\s*>/gi;

export function isHtml(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<html|<head|<body)\b/i.test(text) || (text.match(BLOCK_ENDS) ?? []).length >= FEW;
}

const BLOCKS = new Set('address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol option p pre section select summary table tbody tfoot thead title tr ul'.split(' '));
/** What nobody sees. */
const UNSEEN = /<(script|style|template|svg|textarea)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;
/** No tag reaches beyond the next one, so that a broken file takes no longer than another. */
const TOKEN = /<(?<end>\/?)(?<name>[a-z][a-z0-9-]*)(?<rest>(?:"[^"<]*"|'[^'<]*'|[^<>"'])*)>|<[!?][^<>]*>|[^<]+|</gi;

/** Every line of text with the line of the file on which it stands; an empty one ends a block. */
export function linesOfHtml(text: string): Line[] {
  const lines: Line[] = [];
  const hidden = text.replace(UNSEEN, (all) => all.replace(/[^\n]/g, ''));
  let [line, heading, item, href] = [1, false, false, ''];
  /** Adds words to the block that is open. A heading is one line however it was written, and a blank line ends nothing. */
  const add = (words: string, at: number): void => {
    const open = lines.at(-1);
    const start = open === undefined || open.text === '';
    if (start && words.trim() === '') return;
    if (start) lines.push({ text: `${heading ? '# ' : item ? '- ' : ''}${words.trimStart()}`, line: at });
    else if (heading || at === open.line || words.trim() === '') open.text += words;
    else lines.push({ text: words, line: at });
  };
  const end = (): void => {
    if ((lines.at(-1)?.text ?? '') !== '') lines.push({ text: '', line });
  };
  for (const { 0: token, groups } of hidden.matchAll(TOKEN)) {
    const name = groups?.['name']?.toLowerCase();
    const opens = groups?.['end'] === '';
    if (name === undefined) {
      if (!/^<[!?]/.test(token)) token.split('\n').forEach((words, i) => add(`${i > 0 ? ' ' : ''}${decoded(words)}`, line + i));
    } else if (BLOCKS.has(name)) {
      end();
      if (/^h[1-6]$/.test(name)) heading = opens;
      if (name === 'li') item = opens;
    } else if (name === 'br') add(' ', line);
    else if (opens && (name === 'td' || name === 'th')) add(' | ', line);
    else if (name === 'a') {
      // An address says that something is linked.
      if (href !== '') add(` (${decoded(href)})`, line);
      href = opens ? (/\bhref\s*=\s*["']?([^"'\s]+)/i.exec(groups?.['rest'] ?? '')?.[1] ?? '') : '';
    }
    line += token.split('\n').length - 1;
  }
  return lines;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', shy: '', rsquo: "'", lsquo: "'", ldquo: '"', rdquo: '"', laquo: '"', raquo: '"', ndash: '-', mdash: '-', minus: '-', hellip: '…', sect: '§', bull: '•', middot: '·', copy: '©', reg: '®', trade: '™',
};

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (all, dec?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? ENTITIES[name.toLowerCase()] ?? all;
    const code = dec !== undefined ? Number(dec) : Number.parseInt(hex as string, 16);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : ' ';
  });
}
