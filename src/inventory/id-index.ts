/** Ids seen so far, at 16 bytes a place whatever their length: hashes instead of texts, in tables that double. */

/** Where an id stood first, and a hash of that row's cells. */
export interface Seen {
  /** Number of the row, in the order of `add`. */
  at: number;
  content: number;
}

const FILLED = 0.7;

export class IdIndex {
  private size = 0;
  private mask = 2047;
  private high = new Uint32Array(2048);
  private low = new Uint32Array(2048);
  private at = new Uint32Array(2048);
  private content = new Uint32Array(2048);

  /** Keeps an id with the number of its row (from 1); of one that was seen before, where. */
  add(id: string, at: number, content: number): Seen | undefined {
    const [high, low] = hash(id);
    const place = this.find(high, low);
    if (this.at[place] !== 0) return { at: this.at[place] as number, content: this.content[place] as number };
    this.put(place, high, low, at, content);
    this.size += 1;
    if (this.size > FILLED * (this.mask + 1)) this.grow();
    return undefined;
  }

  private find(high: number, low: number): number {
    let place = low & this.mask;
    while (this.at[place] !== 0 && (this.high[place] !== high || this.low[place] !== low)) place = (place + 1) & this.mask;
    return place;
  }

  private put(place: number, high: number, low: number, at: number, content: number): void {
    this.high[place] = high;
    this.low[place] = low;
    this.at[place] = at;
    this.content[place] = content;
  }

  private grow(): void {
    const { high, low, at, content } = this;
    const length = at.length * 2;
    this.mask = length - 1;
    this.high = new Uint32Array(length);
    this.low = new Uint32Array(length);
    this.at = new Uint32Array(length);
    this.content = new Uint32Array(length);
    for (let i = 0; i < at.length; i += 1) if (at[i] !== 0) this.put(this.find(high[i] as number, low[i] as number), high[i] as number, low[i] as number, at[i] as number, content[i] as number);
  }
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
