/** Ids seen so far, in 20 to 40 bytes whatever their length: hashes instead of texts. */

/** Where an id stood first, and a hash of that row's cells. */
export interface Seen {
  /** Number of the row, in the order of `add`. */
  at: number;
  content: number;
}

/** Takes ids when there are too many for the memory. */
export interface IdStore {
  /** Keeps an id by its hashes; of one that was kept before, where. */
  add(high: number, low: number, at: number, content: number): Seen | undefined;
}

/** So many pages (16 MiB, about 800,000 ids) are held in memory where there is a store for more. */
const MOST = 256;

/** Places of a page, each of four words: both hashes of an id, the number of its row (0 where it is empty), and the hash of that row's cells. */
const PLACES = 4096;
const WIDTH = 4;
const FILLED = 0.8 * PLACES;

/** Ids whose first hash ends in the same bits. */
interface Page {
  words: Uint32Array;
  size: number;
  /** How many bits they share. */
  depth: number;
}

/** A table that grows page by page (extendible hashing): no moment needs the room of two tables, and nothing is thrown away. */
export class IdIndex {
  /** By the last bits of the first hash; a page of fewer bits stands at several places. */
  private pages: Page[] = [{ words: new Uint32Array(PLACES * WIDTH), size: 0, depth: 0 }];
  private count = 1;
  private readonly more: (() => IdStore) | undefined;
  private store: IdStore | undefined;

  constructor(more?: () => IdStore) {
    this.more = more;
  }

  /** Keeps an id with the number of its row (from 1); of one that was seen before, where. */
  add(id: string, at: number, content: number): Seen | undefined {
    const [high, low] = hash(id);
    const page = this.pages[high & (this.pages.length - 1)] as Page;
    const { words } = page;
    const place = find(words, high, low);
    if (words[place + 2] !== 0) return { at: words[place + 2] as number, content: words[place + 3] as number };
    if (this.store) return this.store.add(high, low, at, content);
    put(page, place, high, low, at, content);
    if (page.size > FILLED) {
      if (this.more && this.count === MOST) this.store = this.more();
      else this.split(page);
    }
    return undefined;
  }

  /** Moves the half of a page whose next bit is set to a page of its own. */
  private split(page: Page): void {
    this.count += 1;
    const bit = 1 << page.depth;
    if (bit === this.pages.length) this.pages = [...this.pages, ...this.pages];
    const [all, other] = [page.words.slice(), { words: new Uint32Array(PLACES * WIDTH), size: 0, depth: page.depth + 1 }];
    page.words.fill(0);
    [page.size, page.depth] = [0, page.depth + 1];
    for (let i = 0; i < all.length; i += WIDTH) {
      const [high, low, at, content] = [all[i] as number, all[i + 1] as number, all[i + 2] as number, all[i + 3] as number];
      const half = (high & bit) === 0 ? page : other;
      if (at !== 0) put(half, find(half.words, high, low), high, low, at, content);
    }
    this.pages = this.pages.map((each, i) => (each === page && (i & bit) !== 0 ? other : each));
  }
}

/** The place of an id in its page, or the empty one where it belongs. */
function find(words: Uint32Array, high: number, low: number): number {
  let place = low % PLACES;
  while (words[place * WIDTH + 2] !== 0 && (words[place * WIDTH] !== high || words[place * WIDTH + 1] !== low)) place = (place + 1) % PLACES;
  return place * WIDTH;
}

function put(page: Page, place: number, high: number, low: number, at: number, content: number): void {
  const { words } = page;
  words[place] = high;
  words[place + 1] = low;
  words[place + 2] = at;
  words[place + 3] = content;
  page.size += 1;
}

/** Two hashes of 32 bits with different multipliers; together an accident among a hundred million ids is a matter of one in thousands. */
export function hash(text: string): [number, number] {
  let [a, b] = [0x9e3779b1, 0x85ebca77];
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul(b ^ c, 0x5bd1e995);
    b ^= b >>> 15;
  }
  return [mix(a ^ text.length), mix(b)];
}

/** Spreads every bit over the whole word. */
function mix(word: number): number {
  let w = word ^ (word >>> 16);
  w = Math.imul(w, 0x7feb352d);
  w ^= w >>> 15;
  w = Math.imul(w, 0x846ca68b);
  return (w ^ (w >>> 16)) >>> 0;
}

/** An id as it is compared: case, dashes, full-width signs and blanks around it do not tell ids apart. */
export function normalised(id: string): string {
  const plain = /^[\x20-\x7e]*$/.test(id) ? id : id.normalize('NFKC').replaceAll(/\p{Pd}|\u2212/gu, '-');
  return plain.trim().toLowerCase();
}

/** A hash of a text. */
export function hashText(text: string): number {
  let h = 0x9e3779b1;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix(h);
}

/** A hash of a row by those of its cells, in their order. */
export function hashRow(cells: readonly { readonly text: string; readonly hash?: number }[]): number {
  let h = 0x9e3779b1;
  for (const { text, hash: known } of cells) h = Math.imul(h ^ (known ?? hashText(text)), 0x85ebca77) ^ (h >>> 15);
  return mix(h);
}
