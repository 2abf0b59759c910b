/** When two words that people write are the same. */

/** Words by language (`en`, `de`, …); `also`: identifiers that belong to no language. */
export type Words = Readonly<Partial<Record<string, readonly string[]>>>;

const PLAIN = /^[\x20-\x7e]*$/;
/** Letters that Unicode does not take apart into a letter and an accent. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ı: 'i' };

/** A text in the form in which two are compared: case, accents, widths and punctuation do not count; words stand apart by one blank. */
export function fold(text: string): string {
  if (text !== last.text) last = { text, folded: folded(text) };
  return last.folded;
}

/** One text is asked about several times in a row. */
let last = { text: '', folded: '' };

function folded(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();
  const bare = text.normalize('NFKC').toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f]/g, '').normalize('NFC');
  return bare.replace(/[ßœæøłđðı]/g, (letter) => LETTERS[letter] as string).replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim();
}

/** A folded text without blanks: `e-mail`, `E mail` and `email` are one word. */
export function squeeze(text: string): string {
  return fold(text).replaceAll(' ', '');
}

/** The squeezed forms of a word in the data: German umlauts are also written with an e. */
export function forms(word: string): string[] {
  return /[äöü]/i.test(word) ? [squeeze(word), squeeze(word.replace(/([äöü])/gi, (u) => `${u.normalize('NFD').charAt(0)}e`))] : [squeeze(word)];
}

/** Every word of a table, whatever its language. */
export function allWords(table: Words): string[] {
  return Object.values(table).flatMap((list) => list ?? []);
}

/** Folded, with each word in the singular as far as English, French and Spanish add an s. */
export function loosen(text: string): string {
  return fold(text).split(' ').map(singular).join(' ');
}

export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : /(?:ss|x|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
