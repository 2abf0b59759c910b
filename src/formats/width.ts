/**
 * How many terminal columns a text takes, and how to break it. Unicode's own properties decide, as the engine knows
 * them: no table to keep up to date, and a name in Thai, Hebrew or Hindi lines up as well as one in Japanese.
 */

import { later } from '../core/later.ts';

/** A shortcut: ASCII and the bulk of what European languages write takes one column each. */
const PLAIN = /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u0390-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/;
/** Takes no column: marks that sit on a letter, joiners, variation selectors, the inner parts of a Hangul syllable. */
const zero = later(() => /[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\u1160-\u11ff\ud7b0-\ud7fb]/gu);
/** East Asian Wide and Fullwidth. Emoji that are wide by themselves are the first property; the rest are ranges of scripts. */
const wide = later(() => /[\p{Emoji_Presentation}\u1100-\u115f\u2329\u232a\u2630-\u2637\u268a-\u268f\u2e80-\u303e\u3041-\u3247\u3250-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1d300}-\u{1d376}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]/gu);
/** Texts in which several code points make one picture: emoji sequences, flags, keycaps. */
const pictures = later(() => /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u);
const picture = later(() => /\p{Emoji_Presentation}|\p{Emoji}\ufe0f|\p{Extended_Pictographic}\u200d/u);

const graphemes = later(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));
const pieces = (text: string): string[] => Array.from(graphemes().segment(text), (s) => s.segment);

export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  if (!pictures().test(text)) return lettersWidth(text);
  return pieces(text).reduce((sum, piece) => sum + (picture().test(piece) ? 2 : lettersWidth(piece)), 0);
}

function lettersWidth(text: string): number {
  return text.replace(zero(), '').replace(wide(), 'ww').replace(/[\u{10000}-\u{10ffff}]/gu, 'n').length;
}

export function padTo(text: string, width: number, right = false): string {
  if (PLAIN.test(text)) return right ? text.padStart(width) : text.padEnd(width);
  const gap = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return right ? gap + text : text + gap;
}

/** Lines of at most `width` columns. Breaks at spaces; what is too long for a line breaks where it hurts least. */
export function wrap(text: string, width: number): string[] {
  if (displayWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  let room = width;
  const start = (piece: string) => {
    if (line !== '') lines.push(line);
    line = piece;
    room = width - displayWidth(piece);
  };
  for (const { piece, spaced } of units(text, width)) {
    const needed = displayWidth(piece) + (spaced && line !== '' ? 1 : 0);
    if (needed > room) start(piece);
    else {
      line += spaced && line !== '' ? ` ${piece}` : piece;
      room -= needed;
    }
  }
  start('');
  return lines.length === 0 ? [''] : lines;
}

/** A line of prose. It may be indented and numbered; what follows then stands below its first word. */
export function wrapProse(text: string, width: number | undefined): string[] {
  if (width === undefined || displayWidth(text) <= width) return [text];
  const lead = /^ {0,12}(?:(?:\d{1,3}\.|-) )?/.exec(text)?.[0] ?? '';
  return wrap(text.slice(lead.length), width - lead.length).map((line, i) => (i === 0 ? lead : ' '.repeat(lead.length)) + line);
}

/** What must stay together: words, or single characters where a script sets no spaces, or parts of an overlong word. */
function* units(text: string, width: number): Generator<{ piece: string; spaced: boolean }> {
  for (const word of text.split(' ')) {
    if (word === '') continue;
    const parts = word.match(wide()) ? characters(word) : displayWidth(word) > width ? breakWord(word, width) : [word];
    for (const [i, piece] of parts.entries()) yield { piece, spaced: i === 0 };
  }
}

/** An overlong word (a path, a hash) in parts: broken after punctuation where that is possible. */
function breakWord(word: string, width: number): string[] {
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const piece of word.match(/[^/_,;.=&?-]*[/_,;.=&?-]+(?:::(?=[a-z]))?|[^/_,;.=&?-]+/gi) ?? []) {
    for (const unit of displayWidth(piece) <= width ? [piece] : characters(piece)) {
      const w = displayWidth(unit);
      if (used + w > width && part !== '') {
        parts.push(part);
        part = '';
        used = 0;
      }
      part += unit;
      used += w;
    }
  }
  return part === '' ? parts : [...parts, part];
}

/** Single characters. `::` before a letter stays with what stands before it: a build server would obey a line that starts so. */
function characters(text: string): string[] {
  const all = pieces(text);
  const out: string[] = [];
  for (let i = 0; i < all.length; i += 1) {
    const last = out.length - 1;
    if (last >= 0 && all[i] === ':' && all[i + 1] === ':' && /^[a-z]/i.test(all[i + 2] ?? '')) {
      out[last] += '::';
      i += 1;
    } else out.push(all[i] ?? '');
  }
  return out;
}
