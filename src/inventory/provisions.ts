/** Provisions of a law where a word is expected: `Art. 6(1)(b)`, `Art. 6 Abs. 1 lit. f DSGVO`, `A9-2-a`. */
import { fold } from './fold.ts';
import { joining, negations, numberWords, provisions, provisionWords } from './words.made.ts';

/** By vocabulary: the numbers of a provision, and what each of its letters stands for; '' where it has none. */
const PROVISIONS: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = provisions;
const NOISE = new Set(provisionWords);
/** `no. 1`: a word for a number, and before anything else a word that denies. */
const NUMBER = new Set(numberWords);
/** `not Art. 6(1)(f)` names no basis. */
const NEGATIONS = new Set(negations);
/** A sentence has a few provisions; a text of a page is none. */
const LONGEST = 2000;

/** `Art. 6 I b`: paragraphs as German lawyers number them, behind the number of the article. */
const ROMAN: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' };
const isNumber = (token: string | undefined): boolean => token !== undefined && /^\d+$/.test(token);

/** Numbers and letters of the provisions, and every other word: `Art. 6 Abs. 1 lit. b` → 6 1 b. */
function tokensOf(text: string): string[] {
  const bare = text.replace(/[第条項号]/g, ' ');
  const tokens = fold(bare).split(' ').map((token) => token.replace(/^a(?=\d)/, ''));
  const paragraph = (i: number): string | undefined => (isNumber(tokens[i - 1]) && !isNumber(tokens[i - 2]) ? ROMAN[tokens[i] ?? ''] : undefined);
  // The sentence of such a paragraph (`I 1`) names no provision of its own.
  const plain = tokens.flatMap((token, i) => (isNumber(token) && paragraph(i - 1) !== undefined ? [] : [paragraph(i) ?? token]));
  return plain.filter((token, i) => !NOISE.has(token) && !(NUMBER.has(token) && /^\d/.test(plain[i + 1] ?? '')));
}

/** What the provisions in a text stand for in a vocabulary. `Art. 6(1)(a) and (f)` are two. */
export function provisionsIn(text: string, vocabulary: string): string[] {
  const of = PROVISIONS[vocabulary];
  if (of === undefined || text.length > LONGEST || !/\d/.test(text)) return [];
  const tokens = tokensOf(text);
  const found = new Set<string>();
  for (const [stem, letters] of Object.entries(of)) {
    const numbers = stem.split(' ');
    for (let i = 0; i + numbers.length <= tokens.length; i += 1) {
      if (!numbers.every((number, n) => tokens[i + n] === number) || NEGATIONS.has(tokens[i - 1] ?? '')) continue;
      if (letters[''] !== undefined) found.add(letters['']);
      else for (const letter of lettersAfter(tokens, i + numbers.length, letters)) found.add(letters[letter] as string);
    }
  }
  return [...found];
}

/** Letters that follow, with words such as "and" between them. */
function lettersAfter(tokens: readonly string[], from: number, letters: Readonly<Record<string, string>>): string[] {
  const found: string[] = [];
  for (let i = from; i < tokens.length; i += 1) {
    const token = tokens[i] as string;
    if (token.length === 1 && Object.hasOwn(letters, token)) found.push(token);
    else if (found.length === 0 || !joining.includes(token)) break;
  }
  return found;
}

/** The conditions of Art. 9(2) that a text names. */
export function conditionsIn(text: string): string[] {
  return provisionsIn(text, 'art9_condition');
}

/** What stands before the provision: `Consent, Art. 6(1)(a)` → Consent. */
export function wordsBefore(text: string): string[] {
  const at = text.search(/(?:^|[\s,;:(–-])(?:art|article|artikel|artículo|articolo|artigo|§|第)?s?\.? ?\d/i);
  return at > 0 ? [text.slice(0, at).replace(/[\s,;:(–-]+$/, '')] : [];
}
