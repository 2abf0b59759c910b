/** Names of organisations as people write them: the same one with or without its legal form, capitals and full stops. */
import { fold } from './fold.ts';

/** Words for the legal form of a company, folded. */
const LEGAL_FORMS = new Set([
  'inc', 'incorporated', 'corp', 'corporation', 'co', 'company', 'llc', 'llp', 'lp', 'ltd', 'limited', 'plc', 'gmbh', 'mbh', 'ag', 'kg', 'kgaa', 'se', 'ev', 'ug',
  'sa', 'sas', 'sarl', 'srl', 'spa', 'sl', 'bv', 'nv', 'ab', 'as', 'aps', 'oy', 'kk', 'gk', 'pty', 'pte', 'lda', 'ltda', 'doo', 'sro',
]);
const JAPANESE_FORMS = /株式会社|有限会社|合同会社|\(株\)|㈱/g;

/** The words of a name without its legal form: "Acme Pharma, Inc." and "ACME PHARMA" are the same. A name that is all legal form stays. */
function wordsOf(name: string): string[] {
  const words = fold(name.replaceAll(JAPANESE_FORMS, ' ').replaceAll(/[.'’]/g, '')).split(' ').filter((word) => word !== '' && word !== 'the');
  const kept = words.filter((word) => !LEGAL_FORMS.has(word));
  return kept.length > 0 ? kept : words;
}

/** A name as it is compared. */
export function foldName(name: string): string {
  return wordsOf(name).join(' ');
}

export function sameName(a: string, b: string): boolean {
  const folded = foldName(a);
  return folded === foldName(b) && (folded !== '' || a === b);
}

/** Shorter names differ by a letter too easily. */
const LONG_ENOUGH = 6;

/** Not the same, but perhaps meant to be: one has words that the other lacks, or a letter or two are wrong. */
export function nearName(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  if (x.length === 0 || y.length === 0 || sameName(a, b)) return false;
  if (x.every((word) => y.includes(word)) || y.every((word) => x.includes(word))) return true;
  const [s, t] = [x.join(' '), y.join(' ')];
  return Math.min(s.length, t.length) >= LONG_ENOUGH && distance(s, t) <= 2;
}

/** Letters to insert, drop or change to make one text of the other. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i += 1) {
    const line = [i + 1];
    for (let j = 1; j <= b.length; j += 1) {
      line.push(Math.min((above[j] as number) + 1, (line[j - 1] as number) + 1, (above[j - 1] as number) + (a[i] === b[j - 1] ? 0 : 1)));
    }
    above = line;
  }
  return above[b.length] as number;
}
