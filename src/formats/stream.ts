/** Long output in pieces: big enough to write quickly, small enough not to hold a report in memory twice. */
import { jsonText } from './escape.ts';

const PIECE = 64 * 1024;
const ITEMS = 50;

/** Lines, each with its newline, joined into pieces. */
export function* inPieces(lines: Iterable<string>, newline = '\n'): Generator<string> {
  let piece = '';
  for (const line of lines) {
    piece += line + newline;
    if (piece.length >= PIECE) {
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}

/**
 * JSON as `JSON.stringify(…, null, 2)` writes it, without building it whole. `shell` is the object with an empty array
 * as its very last value, `depth` levels down; `items` are written into that array.
 */
export function* jsonWithItems(shell: object, items: Iterable<unknown>, depth: number): Generator<string> {
  const text = jsonText(JSON.stringify(shell, null, 2));
  const end = text.lastIndexOf('[]');
  // Each batch is written inside `depth` arrays, for the indentation, and their brackets are cut off again.
  const brackets = (depth + 1) * (depth + 2);
  let empty = true;
  yield text.slice(0, end) + '[';
  for (const batch of batches(items)) {
    const lines = jsonText(JSON.stringify(nested(batch, depth), null, 2)).slice(brackets - 1, -brackets);
    yield empty ? lines : `,${lines}`;
    empty = false;
  }
  yield `${empty ? '' : `\n${'  '.repeat(depth)}`}${text.slice(end + 1)}\n`;
}

function nested(value: unknown, depth: number): unknown {
  return depth === 0 ? value : [nested(value, depth - 1)];
}

function* batches(items: Iterable<unknown>): Generator<unknown[]> {
  let batch: unknown[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length === ITEMS) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
