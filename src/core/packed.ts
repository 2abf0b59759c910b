/**
 * Long tables of words as text, cut by the first sign of their keys. Each part becomes a map when a key of it is first
 * asked for, so a program that starts for one question does not read the whole dictionary.
 */
export type Packed = Readonly<Record<string, string>>;

const BREAK = /[\t\n]/;

/** Packs entries; of two with the same key the first counts. Throws on a key or value with a tab or a line break. */
export function pack(entries: Iterable<readonly [string, string]>): Packed {
  const table = new Map<string, string>();
  for (const [key, value] of entries) {
    if (key === '' || BREAK.test(key) || BREAK.test(value)) throw new RangeError(`cannot be packed: ${JSON.stringify([key, value])}`);
    if (!table.has(key)) table.set(key, value);
  }
  const parts: Record<string, string> = {};
  for (const [key, value] of table) {
    const line = `${key}\t${value}`;
    const part = parts[key.charAt(0)];
    parts[key.charAt(0)] = part === undefined ? line : `${part}\n${line}`;
  }
  return parts;
}

export class PackedMap {
  private readonly packed: Packed;
  private readonly parts = new Map<string, ReadonlyMap<string, string>>();

  constructor(packed: Packed) {
    this.packed = packed;
  }

  get(key: string): string | undefined {
    const first = key.charAt(0);
    let part = this.parts.get(first);
    if (part === undefined) this.parts.set(first, (part = unpacked(this.packed[first])));
    return part.get(key);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }
}

function unpacked(part: string | undefined): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  if (part === undefined) return map;
  for (const line of part.split('\n')) {
    const tab = line.indexOf('\t');
    map.set(line.slice(0, tab), line.slice(tab + 1));
  }
  return map;
}
