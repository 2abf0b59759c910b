/**
 * The records of a CSV text, each with the physical line on which it starts. What is written by the book is taken apart
 * here; from the first record that is not, csv-parse goes on, which knows what may be wrong and where.
 */
import type { Parser } from 'csv-parse';
import { UserError } from '../core/errors.ts';
import { breathe, tidied } from './breathe.ts';

/** One record. `fault` says why its cells cannot be trusted to stand under their headings. */
export interface CsvRow {
  /** Physical line of the file on which it starts, from 1. */
  line: number;
  cells: string[];
  fault?: 'short' | 'long' | 'quote';
  /** Some of its bytes are no characters. */
  undecodable?: true;
  /** No cell holds anything (only with `keepBlank`). */
  blank?: true;
}

/** A longer record is a quote that was never closed, and would fill the memory. */
const LONGEST_RECORD = 1024 * 1024;
/** So many records are handed over at once: they are still at hand for the processor when they are looked at. */
const FEW = 200;
const MARK = Buffer.from('\ufeff');
const FEED = 0x0a;
const QUOTE = 0x22;

/** Records in batches; empty lines are left out. `lenient` for a first look at a part of a file. */
export async function* records(source: AsyncIterable<string | Buffer> | Iterable<string | Buffer>, delimiter: string, path: string, lenient: boolean): AsyncGenerator<CsvRow[]> {
  const plain = new PlainRecords(delimiter);
  let careful: CarefulRecords | undefined;
  let read = 0;
  for await (const piece of source) {
    // Ctrl-C is heard between two pieces.
    await breathe();
    let bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    read = tidied(read) ? 0 : read + bytes.length;
    if (!careful) {
      yield* plain.take(bytes);
      if (!plain.stuck) continue;
      careful = await CarefulRecords.from(plain.line, delimiter, lenient);
      bytes = plain.rest;
    }
    yield await careful.take(bytes);
    if (careful.broken) break;
  }
  if (!careful) {
    yield plain.end();
    if (!plain.stuck) return;
    careful = await CarefulRecords.from(plain.line, delimiter, lenient);
    yield await careful.take(plain.rest);
  }
  if (!careful.broken) yield await careful.end();
  if (careful.broken && !lenient) throw brokenQuote(path, careful.broken);
}

/** Records whose quotes, if any, stand around whole cells. Each is decoded by itself, so that a cell that is kept keeps no more than its row. */
class PlainRecords {
  /** On which the next record starts. */
  line = 1;
  /** What follows is not written by the book. */
  stuck = false;
  /** Begins with the next record. */
  rest: Buffer = Buffer.alloc(0);
  private readonly delimiter: string;
  private begun = false;

  constructor(delimiter: string) {
    this.delimiter = delimiter;
  }

  *take(piece: Buffer): Generator<CsvRow[]> {
    const bytes = this.unmarked(this.rest.length > 0 ? Buffer.concat([this.rest, piece]) : piece);
    if (!this.begun) {
      this.rest = bytes;
      return;
    }
    let batch: CsvRow[] = [];
    let [from, quote] = [0, bytes.indexOf(QUOTE)];
    while (from < bytes.length) {
      let [end, within, quoted, open] = [bytes.indexOf(FEED, from), 0, false, false];
      // A record ends with the first line by whose end every quote is closed.
      for (;;) {
        for (; quote !== -1 && quote < end; quote = bytes.indexOf(QUOTE, quote + 1)) [quoted, open] = [true, !open];
        if (!open || end === -1) break;
        end = bytes.indexOf(FEED, end + 1);
        within += 1;
      }
      if (end === -1 || !this.add(batch, bytes.toString('utf8', from, end), quoted)) break;
      this.line += 1 + within;
      from = end + 1;
      if (batch.length < FEW) continue;
      yield batch;
      batch = [];
    }
    this.rest = bytes.subarray(from);
    if (this.rest.length > LONGEST_RECORD) this.stuck = true;
    yield batch;
  }

  /** The last record, which no line end closes. */
  end(): CsvRow[] {
    const short = !this.begun;
    this.begun = true;
    const batch = short ? [...this.take(Buffer.alloc(0))].flat() : [];
    if (this.rest.length > 0) this.add(batch, this.rest.toString('utf8'), this.rest.includes(QUOTE));
    return batch;
  }

  /** Without the mark that a file may begin with. */
  private unmarked(bytes: Buffer): Buffer {
    const marked = !this.begun && bytes.subarray(0, MARK.length).equals(MARK);
    this.begun ||= bytes.length >= MARK.length;
    return marked ? bytes.subarray(MARK.length) : bytes;
  }

  private add(batch: CsvRow[], text: string, quoted: boolean): boolean {
    const cells = quoted ? quotedCells(text, this.delimiter) : text.split(this.delimiter);
    if (!cells || text.length > LONGEST_RECORD) {
      this.stuck = true;
      return false;
    }
    if (cells.length > 1 || cells[0] !== '') batch.push(rowOf(this.line, cells, isUndecodable(text)));
    return true;
  }
}

/** What decoders write for bytes that are no characters, and a zero. */
export const isUndecodable = (text: string): boolean => text.includes('\uFFFD') || text.includes('\0');

const rowOf = (line: number, cells: string[], undecodable: boolean): CsvRow => (undecodable ? { line, cells, undecodable } : { line, cells });

/** The cells of a record with quotes; `undefined` where one does not begin or end its cell. */
function quotedCells(text: string, delimiter: string): string[] | undefined {
  const cells: string[] = [];
  for (let at = 0; ; ) {
    let end: number;
    if (text.charCodeAt(at) === QUOTE) {
      let close = text.indexOf('"', at + 1);
      const first = close;
      while (close !== -1 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2);
      if (close === -1) return undefined;
      const cell = text.slice(at + 1, close);
      cells.push(close === first ? cell : cell.replaceAll('""', '"'));
      end = close + 1;
      if (end < text.length && text[end] !== delimiter) return undefined;
    } else {
      end = text.indexOf(delimiter, at);
      if (end === -1) end = text.length;
      const cell = text.slice(at, end);
      if (cell.includes('"')) return undefined;
      cells.push(cell);
    }
    if (end === text.length) return cells;
    at = end + 1;
  }
}

/** Options of the stream below the parser: each piece is taken in whole before its records are read. */
const WHOLE_PIECES: object = { readableHighWaterMark: Number.MAX_SAFE_INTEGER };

/** Where the parser gave up, and why. */
interface Broken {
  code: string;
  line: number;
}

/** Records as csv-parse reads them, from a line of the file on. */
class CarefulRecords {
  broken: Broken | undefined;
  private readonly parser: Parser;
  private readonly before: number;
  private line: number;
  private count = 0;
  /** Rows that the parser leaves out, each with how many records came before it. */
  private readonly skipped: { after: number; lines: number }[] = [];
  private failed: string | undefined;

  private constructor(parse: typeof import('csv-parse').parse, line: number, delimiter: string, lenient: boolean) {
    this.line = line;
    this.before = line - 1;
    this.parser = parse({
      // Empty lines are records of one empty cell, so that the lines can be counted from the cells alone: asking the
      // parser for the line of each record costs half as much as the parsing.
      delimiter, record_delimiter: '\n', relax_column_count: true, relax_quotes: lenient, max_record_size: LONGEST_RECORD, skip_records_with_error: true,
      ...WHOLE_PIECES,
      on_skip: (error) => {
        // A quote inside an unquoted cell spoils its own row. After any other error the parser no longer knows where it is.
        const lines = this.before + Number(error?.['lines']);
        if (String(error?.code) !== 'INVALID_OPENING_QUOTE') this.failed ??= String(error?.code);
        else if (this.skipped.at(-1)?.lines !== lines) this.skipped.push({ after: this.parser.info.records, lines });
        return undefined;
      },
    });
  }

  static async from(line: number, delimiter: string, lenient: boolean): Promise<CarefulRecords> {
    return new CarefulRecords((await import('csv-parse')).parse, line, delimiter, lenient);
  }

  async take(piece: Buffer): Promise<CsvRow[]> {
    if (piece.length > 0) await new Promise<void>((resolve, reject) => this.parser.write(piece, (error) => (error ? reject(error) : resolve())));
    return this.read();
  }

  async end(): Promise<CsvRow[]> {
    await new Promise<void>((resolve, reject) => this.parser.once('error', reject).end(resolve));
    return this.read();
  }

  private read(): CsvRow[] {
    const batch: CsvRow[] = [];
    for (;;) {
      while (this.skipped[0]?.after === this.count) {
        batch.push({ line: this.line, cells: [], fault: 'quote' });
        this.line = Math.max(this.line, (this.skipped.shift() as { lines: number }).lines) + 1;
      }
      const cells = this.parser.read() as string[] | null;
      if (cells === null) break;
      this.count += 1;
      if (cells.length > 1 || cells[0] !== '') batch.push(rowOf(this.line, cells, cells.some(isUndecodable)));
      this.line += 1;
      for (const cell of cells) if (cell.includes('\n')) this.line += breaks(cell);
    }
    if (this.failed !== undefined) this.broken ??= { code: this.failed, line: this.line };
    return batch;
  }
}

function brokenQuote(path: string, { code, line }: Broken): UserError {
  const what = code === 'CSV_INVALID_CLOSING_QUOTE' ? 'a quote inside a quoted cell is not doubled' : code === 'CSV_MAX_RECORD_SIZE' ? `a row is longer than ${LONGEST_RECORD / 1024} KiB; perhaps a quoted cell is not closed` : 'a quoted cell is not closed';
  return new UserError('bad-csv', `${path}: ${what}`, { problems: [{ says: 'the row that begins here, or one shortly after it', at: `${path}:${line}` }], hint: code === 'CSV_MAX_RECORD_SIZE' ? 'close the quoted cell, or move the long text out of the table' : 'a quote inside a quoted cell is written twice: ""; correct the file and run the command again' });
}

function breaks(cell: string): number {
  let n = 0;
  for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) n += 1;
  return n;
}
