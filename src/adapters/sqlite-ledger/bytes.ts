/** Searches bytes for many needles in one pass. */
import fs from 'node:fs';
import { readRaw } from './raw-file.ts';

/** Shorter values stand everywhere by chance. */
const SHORTEST = 4;
/** SQLite spreads a long value over pages, so it is searched for in pieces that fit into one. */
const PIECE = 32;
const CHUNK = 1 << 20;

/** What a text looks like in a file: as it is and as JSON writes it, cut into pieces. */
export function needlesOf(text: string): Buffer[] {
  const forms = new Set([text, JSON.stringify(text).slice(1, -1)]);
  return [...forms].map((form) => Buffer.from(form)).filter((bytes) => bytes.length >= SHORTEST).flatMap(pieces);
}

function pieces(bytes: Buffer): Buffer[] {
  if (bytes.length <= PIECE) return [bytes];
  const cut: Buffer[] = [bytes.subarray(bytes.length - PIECE)];
  for (let i = 0; i + PIECE <= bytes.length; i += PIECE) cut.push(bytes.subarray(i, i + PIECE));
  return cut;
}

/** Every needle is at least four bytes long: its first four are looked up, a small table of bits says where that is worth it. */
export class ByteSearch {
  readonly found = new Set<string>();
  private readonly filter = new Uint8Array(1 << 16);
  private readonly byStart = new Map<number, Buffer[]>();

  constructor(needles: Iterable<Buffer>) {
    for (const needle of new Map([...needles].map((n) => [n.toString('latin1'), n])).values()) {
      const start = needle.readUInt32BE(0);
      this.filter[slot(start)] = 1;
      this.byStart.set(start, [...(this.byStart.get(start) ?? []), needle]);
    }
  }

  /** Looks through a text of its own; nothing is found across two calls. */
  look(bytes: Buffer): void {
    let last = 0;
    for (let i = 0; i < bytes.length; i += 1) {
      last = ((last << 8) | (bytes[i] ?? 0)) >>> 0;
      if (i >= SHORTEST - 1 && this.filter[slot(last)] === 1) this.compare(bytes, i - SHORTEST + 1, last);
    }
  }

  lookInto(file: string): void {
    readRaw(file, (handle) => {
      const buffer = Buffer.alloc(PIECE + CHUNK);
      let carried = 0;
      for (let position = 0; ; ) {
        const length = fs.readSync(handle, buffer, carried, CHUNK, position);
        if (length === 0) return;
        position += length;
        this.look(buffer.subarray(0, carried + length));
        const keep = Math.min(PIECE - 1, carried + length);
        buffer.copyWithin(0, carried + length - keep, carried + length);
        carried = keep;
      }
    });
  }

  private compare(bytes: Buffer, at: number, start: number): void {
    for (const needle of this.byStart.get(start) ?? []) {
      if (bytes.subarray(at, at + needle.length).equals(needle)) this.found.add(needle.toString('latin1'));
    }
  }
}

function slot(start: number): number {
  return Math.imul(start, 0x9e3779b1) >>> 16;
}
