/**
 * All escaping. Every value that is printed is hostile: it may come from somebody else's spreadsheet and end up in a
 * terminal, a build log, a spreadsheet, a pull request or a browser. Nothing is dropped: what could act or hide is
 * written out visibly, as `\u001b`.
 */

import { later } from '../core/later.ts';

/** What acts on a terminal, hides or reorders text: controls, line separators, halves of characters, invisible ones, bidi controls. */
const hidden = (controls: string): (() => RegExp) =>
  later(() => new RegExp(`[${controls}\\x7f-\\x9f\\p{Zl}\\p{Zp}\\p{Cs}\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}\\ufff9-\\ufffb]`, 'gu'));
const HIDDEN = hidden('\\0-\\x1f');
const HIDDEN_IN_LINES = hidden('\\0-\\x09\\x0b-\\x1f');
const HIDDEN_IN_LAYOUT = hidden('\\0-\\x08\\x0b-\\x1f');

/**
 * The same and a little more, as ranges of code units: it only decides whether to look closely. Over 16 ranges in one
 * class V8 is eight times slower (measured on Node 20), so three of them are wider than they need be.
 */
const MAYBE = String.raw`\x7f-\x9f\xad\u034f\u061c\u115f-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufe0f\ufeff\uffa0\ufff0-\uffff`;
const SUSPECT = new RegExp(`[\\0-\\x1f${MAYBE}]`);
const SUSPECT_RUN = later(() => new RegExp(`[\\0-\\x1f${MAYBE}]+`, 'g'));
const SUSPECT_RUN_IN_LINES = later(() => new RegExp(`[\\0-\\x09\\x0b-\\x1f${MAYBE}]+`, 'g'));

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function codeOf(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return SHORT[char] ?? (code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`);
}

/** Scripts whose spelling needs the joiners U+200C and U+200D. */
const JOINING = String.raw`[\p{scx=Arab}\p{scx=Syrc}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}]`;
const joinBefore = later(() => new RegExp(`${JOINING}\\p{M}*$`, 'u'));
const joinAfter = later(() => new RegExp(`^${JOINING}`, 'u'));
const pictureBefore = later(() => /\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?$/u);

/** Invisible characters that belong to correct spelling where they stand: in Persian and Hindi words, emoji, variants of kanji. */
function belongs(char: string, text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 8), at);
  const after = text.slice(at + char.length, at + char.length + 2);
  const code = char.codePointAt(0) ?? 0;
  if (code === 0x200c) return joinBefore().test(before) && joinAfter().test(after);
  if (code === 0x200d) return (joinBefore().test(before) && joinAfter().test(after)) || (pictureBefore().test(before) && /^\p{Extended_Pictographic}/u.test(after));
  if (code === 0xfe0e || code === 0xfe0f) return /\p{Emoji}$/u.test(before);
  return code >= 0xe0100 && code <= 0xe01ef && /\p{Script=Han}$/u.test(before);
}

function showHidden(text: string, which: () => RegExp, show: (char: string) => string): string {
  return text.replace(which === HIDDEN ? SUSPECT_RUN() : SUSPECT_RUN_IN_LINES(), (run, start: number) => run.replace(which(), (char, at: number) => (belongs(char, text, start + at) ? char : show(char))));
}

/** A value on one line, in which no character that acts or hides is left. */
export function oneLine(text: string): string {
  return SUSPECT.test(text) ? showHidden(text, HIDDEN, codeOf) : text;
}

/** The same where line breaks are welcome; CRLF becomes LF. */
export function manyLines(text: string): string {
  return SUSPECT.test(text) ? showHidden(text.replaceAll('\r\n', '\n'), HIDDEN_IN_LINES, codeOf) : text;
}

/** Text whose layout is ours to keep, such as a document: line breaks and tabs stay. */
function layoutText(text: string): string {
  return SUSPECT.test(text) ? showHidden(text.replaceAll('\r\n', '\n'), HIDDEN_IN_LAYOUT, codeOf) : text;
}

/** Build servers obey lines that start with `::name` (GitHub) and, anywhere in a line, `##[name` and `##vso[`. */
const COLON_COMMAND = /(^|\s)::(?=[a-z])/gi;
const LINE_COMMAND = /^([^\S\n]*):(?=:[a-z])/gim;
const HASH_COMMAND = /##(?=[a-z]*\[)/gi;
const TERMINAL_SUSPECT = new RegExp(`[\\0-\\x1f${MAYBE}]|::|##`);
const JSON_SUSPECT = later(() => new RegExp(`[\\0-\\x09\\x0b-\\x1f${MAYBE}]|##`));

/** A value in a table: one line, and no command to a build server wherever the line breaks. */
export function terminal(text: string): string {
  if (!TERMINAL_SUSPECT.test(text)) return text;
  return oneLine(text).replace(COLON_COMMAND, '$1\\u003a:').replace(HASH_COMMAND, '#\\u0023');
}

/** A whole Markdown document, whose values were escaped when it was made. A backslash before `:` or `#` shows neither. */
export function documentText(markdown: string): string {
  return layoutText(markdown).replace(LINE_COMMAND, '$1\\:').replace(HASH_COMMAND, '#\\#');
}

/** JSON that has been written: the same value, but safe to look at. */
export function jsonText(json: string): string {
  if (!JSON_SUSPECT().test(json)) return json;
  return showHidden(json, HIDDEN_IN_LINES, utf16).replace(HASH_COMMAND, '\\u0023#');
}

function utf16(char: string): string {
  return char.split('').map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}

/** What a spreadsheet would run, also after white space and in full width. */
const FORMULA = /^(?:\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r])/;
/** What must be quoted; also a cell that a build server would obey at the start of a line. */
const CSV_QUOTED = /[",\r\n]|^\s*::/;

/** A cell of a CSV file: the hidden made visible (line breaks and tabs can stay), formulas defused, quoted where needed. */
export function csvCell(text: string, guard: boolean): string {
  // A line break inside the cell would let the rest of it start a line of a build log.
  const shown = layoutText(text).replace(/\n(?=\s*::[a-z])/gi, '\\n');
  const safe = guard && (FORMULA.test(shown) || FORMULA.test(text)) ? `'${shown}` : shown;
  return CSV_QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const MARKDOWN_SIGN = /[\\`*{}[\]<>#|~!&^$]/g;
/** An underscore inside a word means nothing to Markdown. Patterns that know the letters of every script are slow to make. */
const EDGE_UNDERSCORE = later(() => /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu);
/** `@name` calls somebody there; in an address it only looks odd with a backslash. */
const CALL = later(() => /(?<![\p{L}\p{N}.+-])@/gu);

/** A value in Markdown: always plain text of one paragraph or cell, whatever it holds. */
export function markdownText(text: string): string {
  const line = oneLine(text.replace(/\s+/g, ' ').trim()).replace(MARKDOWN_SIGN, '\\$&');
  const plain = line.includes('_') ? line.replace(EDGE_UNDERSCORE(), '\\_') : line;
  return (plain.includes('@') ? plain.replace(CALL(), '\\@') : plain)
    // `https:` and `:smile:` become links and pictures on the sites that show Markdown; `www.` does too. `15:20` is a time.
    .replace(/:(?=\S)(?!(?<=\d:)\d\dZ?(?!\w))/g, '\\:')
    .replace(/(?<=www)\.(?=\S)/gi, '\\.')
    // At the start: lists, rules, underlines of headings.
    .replace(/^(?:[-+](?=\s|$)|[-=][-=\s]*$)/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** An address people may click: http or https, else nothing. */
export function webAddress(url: string | null): string | undefined {
  if (url === null || !URL.canParse(url)) return undefined;
  const { protocol, username, password, href } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '' ? href : undefined;
}

/** A link in Markdown, or the text alone where the address is none. */
export function markdownLink(text: string, url: string | null): string {
  const href = webAddress(url)?.replace(/[^\w.~:/?=&;,%#+-]/g, (c) => encodeURIComponent(c) === c ? `%${c.charCodeAt(0).toString(16).toUpperCase()}` : encodeURIComponent(c));
  if (href === undefined) return markdownText(text);
  return text === href ? `<${href}>` : `[${markdownText(text)}](${href})`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function entities(text: string): string {
  return quietMarkup(text.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c));
}

/** HTML or XML that has been written: the same, but no line of it commands a build server. */
export function quietMarkup(markup: string): string {
  return markup.replace(LINE_COMMAND, '$1&#58;').replace(HASH_COMMAND, '&#35;#');
}

/** A value in HTML or XML: in an attribute, or in text where a line break does not matter. */
export function markupLine(text: string): string {
  return entities(oneLine(text));
}

/** Text of an XML element; line breaks stay. */
export function xmlText(text: string): string {
  return entities(manyLines(text));
}

/** Text of an HTML element; line breaks show. */
export function htmlText(text: string): string {
  return entities(manyLines(text)).replaceAll('\n', '<br>');
}

/** A message of SARIF, in which `[text](target)` would be a link. */
export function sarifMessage(text: string): string {
  const shown = manyLines(text);
  return shown.includes('](') ? shown.replace(/[\\[\]]/g, '\\$&') : shown;
}

/** A file name as a URI: relative where the name is, with forward slashes. */
export function fileUri(path: string): string {
  const parts = path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '').replace(/\p{Cs}/gu, '\ufffd').split('/');
  const drive = /^[a-z]:$/i.test(parts[0] ?? '') ? `/${parts.shift()}` : '';
  const encoded = parts.map(encodeURIComponent).join('/');
  if (drive !== '') return `file://${drive}/${encoded}`;
  return encoded.startsWith('/') ? `file://${encoded}` : encoded;
}
