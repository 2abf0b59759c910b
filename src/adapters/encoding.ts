/** The text of a file in whatever encoding it is, read in pieces and as often as wanted; constant memory. */
import { isAscii, isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { TextDecoder } from 'node:util';
import { UserError } from '../core/errors.ts';
import { sha256, sha256InPieces } from '../core/hash.ts';
import { readBytes, reason } from './files.ts';

export interface Encoding {
  name: string;
  /** `given` by the user, `bom`, `valid` (strict UTF-8), `zeros` (UTF-16 without a mark), or `guessed`. */
  how: 'given' | 'bom' | 'valid' | 'zeros' | 'guessed';
}

export interface TextFile {
  readonly sha256: string;
  encoding: Encoding;
  /** The beginning of the text, up to the end of a line. */
  sample: string;
  /** Somewhere a slash stands between two digits, as in dates that may read in two ways. */
  slashes: boolean;
  /** The text in pieces (bytes are UTF-8), every line ending with LF whatever the file mixes, so that lines can be counted. */
  pieces(): AsyncGenerator<string | Buffer>;
}

const CHUNK = 256 * 1024;

/** `isTelling`: whether a cell is a heading that the caller knows; a Japanese one tells Shift_JIS from other guesses. */
export async function openText(file: string, shown: string, given: string | undefined, isTelling: ((cell: string) => boolean) | undefined): Promise<TextFile> {
  const bytes = bytesOf(file, shown);
  const seen = survey(bytes);
  refuseOther(shown, seen.head);
  const encoding = await encodingOf(shown, seen, given, isTelling);
  const again = (): Generator<Buffer> => (seen.sha256 === undefined ? bytes.chunks() : unchanged(bytes, shown, seen.sha256));
  return {
    get sha256() { return seen.sha256 ?? sha256(bytes.kept as Buffer); }, encoding, slashes: seen.slashes || encoding.name.startsWith('utf-16'),
    sample: await sampleText(encoding.name, seen.head, shown), pieces: () => (encoding.name === 'utf-8' && seen.utf8 ? utf8Pieces(again(), shown) : texts(again(), encoding.name, shown)),
  };
}

interface Bytes {
  /** Again and again. */
  chunks(): Generator<Buffer>;
  /** All of them, where they are in memory: they need not be read again, and are hashed when somebody asks. */
  kept: Buffer | undefined;
}

type Telling = ((cell: string) => boolean) | undefined;

/** What is no plain file (a pipe, stdin) is read once and kept, and so is a small file. */
function bytesOf(file: string, shown: string): Bytes {
  const there = file === '-' || file.includes('\0') ? undefined : statSync(file, { throwIfNoEntry: false });
  if (there?.isFile() && there.size > CHUNK) return { chunks: () => chunksOf(file, shown), kept: undefined };
  const kept = readWhole(file, shown);
  return {
    kept,
    *chunks() {
      for (let at = 0; at < kept.length; at += CHUNK) yield kept.subarray(at, at + CHUNK);
    },
  };
}

/** The bytes of a file that was read before, which must still be the same. */
function* unchanged(bytes: Bytes, path: string, digest: string): Generator<Buffer> {
  const hash = sha256InPieces();
  for (const chunk of bytes.chunks()) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== digest) throw changed(path);
}

function readWhole(file: string, shown: string): Buffer {
  try {
    return readBytes(file);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(error.code, error.message.replace(file, shown), { hint: 'give a CSV file, or - for standard input', cause: error });
  }
}

function* chunksOf(file: string, shown: string): Generator<Buffer> {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const length = readSync(handle, chunk, 0, CHUNK, null);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new UserError('file-unreadable', `cannot read ${shown}: ${reason(error)}`, { hint: 'check the name and that you may read it', cause: error });
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

interface Survey {
  /** Of a file that is not kept. */
  sha256: string | undefined;
  utf8: boolean;
  /** The first chunk, and the first that holds more than ASCII: what a guess is made from. */
  head: Buffer;
  telling: Buffer;
  slashes: boolean;
}

function survey(bytes: Bytes): Survey {
  const hash = bytes.kept ? undefined : sha256InPieces();
  const utf8 = new Utf8Check();
  let head: Buffer | undefined;
  let telling: Buffer | undefined;
  let slashes = false;
  for (const chunk of bytes.chunks()) {
    hash?.update(chunk);
    head ??= chunk;
    slashes ||= slashBetweenDigits(chunk);
    if (!telling && !isAscii(chunk)) telling = chunk;
    utf8.see(chunk);
  }
  return { sha256: hash?.digest('hex'), utf8: utf8.ok, head: head ?? Buffer.alloc(0), telling: telling ?? head ?? Buffer.alloc(0), slashes };
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

function slashBetweenDigits(chunk: Buffer): boolean {
  for (let at = chunk.indexOf('/'); at !== -1; at = chunk.indexOf('/', at + 1)) if (isDigit(chunk[at - 1]) && isDigit(chunk[at + 1])) return true;
  return false;
}

/** Tells whether bytes that come in pieces are UTF-8; a letter may begin in one piece and end in the next. */
class Utf8Check {
  private held: Buffer = Buffer.alloc(0);
  private valid = true;

  see(chunk: Buffer): void {
    if (!this.valid) return;
    const bytes = this.held.length > 0 ? Buffer.concat([this.held, chunk]) : chunk;
    const whole = lengthOfLetters(bytes);
    this.valid = isUtf8(bytes.subarray(0, whole));
    this.held = bytes.subarray(whole);
  }

  get ok(): boolean {
    return this.valid && this.held.length === 0;
  }
}

/** Up to where no letter is cut off: the last lead byte begins one that is complete, or is left out. */
function lengthOfLetters(bytes: Buffer): number {
  for (let at = bytes.length - 1; at >= 0 && at > bytes.length - 4; at -= 1) {
    const byte = bytes[at] as number;
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return bytes.length - at < needed ? at : bytes.length;
  }
  return bytes.length;
}

const SIGNATURES: readonly (readonly [string, string])[] = [['504b0304', 'a spreadsheet or a zip archive'], ['d0cf11e0', 'a spreadsheet of an older kind'], ['25504446', 'a PDF'], ['1f8b', 'a gzip archive']];

function refuseOther(path: string, head: Buffer): void {
  const kind = SIGNATURES.find(([magic]) => head.subarray(0, 4).toString('hex').startsWith(magic))?.[1];
  if (kind) throw new UserError('bad-csv', `${path} is ${kind}, not a CSV file`, { hint: 'save the table as CSV (UTF-8) and give that file' });
}

async function encodingOf(path: string, { head, telling, utf8 }: Survey, given: string | undefined, isTelling: Telling): Promise<Encoding> {
  const mark = head.subarray(0, 3).toString('hex');
  const bom = mark === 'efbbbf' ? 'utf-8' : mark.startsWith('fffe') ? 'utf-16le' : mark.startsWith('feff') ? 'utf-16be' : undefined;
  if (given !== undefined) return { name: await givenEncoding(given), how: 'given' };
  if (bom) return { name: bom, how: 'bom' };
  const wide = utf16WithoutMark(head);
  if (wide) return { name: wide, how: 'zeros' };
  if (head.includes(0)) throw notText(path);
  return utf8 ? { name: 'utf-8', how: 'valid' } : { name: await guess(telling, isTelling), how: 'guessed' };
}

/** In UTF-16 what separates cells and lines has a zero beside it, always on the same side, whatever the letters are. */
function utf16WithoutMark(head: Buffer): string | undefined {
  let [little, big] = [0, 0];
  for (let i = 0; i + 1 < head.length; i += 2) {
    const [first, second] = [head[i] as number, head[i + 1] as number];
    if (second === 0 && BETWEEN.has(first)) little += 1;
    else if (first === 0 && BETWEEN.has(second)) big += 1;
  }
  const enough = Math.max(3, head.length / 2000);
  return little >= enough && little > big * 4 ? 'utf-16le' : big >= enough && big > little * 4 ? 'utf-16be' : undefined;
}

/** Line ends, tab, quote, comma, semicolon, bar. */
const BETWEEN: ReadonlySet<number> = new Set([0x0a, 0x0d, 0x09, 0x22, 0x2c, 0x3b, 0x7c]);

const ALIASES: Readonly<Record<string, string>> = { utf8: 'utf-8', 'utf-16': 'utf-16le', utf16: 'utf-16le', utf16le: 'utf-16le', utf16be: 'utf-16be', sjis: 'shift_jis', cp932: 'shift_jis', cp1252: 'windows-1252' };

async function givenEncoding(given: string): Promise<string> {
  const typed = given.trim().toLowerCase();
  const name = ALIASES[typed] ?? typed;
  if (name.startsWith('utf-') || (await legacy()).iconv.encodingExists(name)) return name;
  throw new UserError('bad-value', `--encoding: “${given}” is not known`, { hint: 'for example utf-8, utf-16, windows-1252, shift_jis' });
}

/** Japanese where a Japanese heading stands in it, else what the letters look like, else Windows-1252. */
async function guess(bytes: Buffer, isTelling: Telling): Promise<string> {
  const { analyse, iconv } = await legacy();
  for (const name of isTelling ? ['shift_jis', 'euc-jp'] : []) {
    const cells = iconv.decode(bytes, name).split(/[,;\t|\r\n]/, 400);
    if (cells.some((cell) => /[^\0-\x7f]/.test(cell) && isTelling?.(cell.replaceAll('"', '')))) return name;
  }
  const best = analyse(bytes).find((match) => match.name !== 'UTF-8' && match.name !== 'ASCII' && iconv.encodingExists(match.name));
  const name = best?.name.toLowerCase() ?? 'windows-1252';
  return name === 'iso-8859-1' ? 'windows-1252' : name;
}

const legacy = (): Promise<typeof import('./legacy-encodings.ts')> => import('./legacy-encodings.ts');

interface Decoder {
  write(chunk: Buffer): string;
  end(): string;
}

async function decoderOf(name: string): Promise<Decoder> {
  if (name.startsWith('utf-')) {
    const decoder = new TextDecoder(name, { fatal: true });
    return { write: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() };
  }
  const decoder = (await legacy()).iconv.getDecoder(name);
  return { write: (chunk) => decoder.write(chunk), end: () => decoder.end() ?? '' };
}

async function sampleText(encoding: string, head: Buffer, path: string): Promise<string> {
  const decoder = await decoderOf(encoding);
  const text = decoded(() => decoder.write(head), encoding, path);
  if (head.length < CHUNK) return oneKindOfBreak(text + decoded(() => decoder.end(), encoding, path));
  return oneKindOfBreak(text.slice(0, text.lastIndexOf('\n') + 1) || text);
}

function decoded(decode: () => string, encoding: string, path: string): string {
  try {
    return decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UserError('bad-csv', `${path} is not valid ${encoding}`, { hint: 'name the right encoding with --encoding, such as windows-1252 or shift_jis', cause: error });
  }
}

const oneKindOfBreak = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

/** Bytes that are known to be UTF-8 need no decoding; only the ends of lines are made one kind. */
async function* utf8Pieces(chunks: Iterable<Buffer>, path: string): AsyncGenerator<Buffer> {
  let returned = false;
  for (const chunk of chunks) {
    if (chunk.includes(0)) throw notText(path);
    if (!returned && !chunk.includes(RETURN)) {
      yield chunk;
      continue;
    }
    // A CR at the end of a piece may have its LF at the beginning of the next.
    const lines = withoutReturns(returned && chunk[0] === FEED ? chunk.subarray(1) : chunk);
    returned = chunk.at(-1) === RETURN;
    yield lines;
  }
}

const RETURN = 0x0d;
const FEED = 0x0a;

/** CR LF and CR become LF. */
function withoutReturns(chunk: Buffer): Buffer {
  const lines = Buffer.allocUnsafe(chunk.length);
  let length = 0;
  let from = 0;
  for (let at = chunk.indexOf(RETURN); at !== -1; at = chunk.indexOf(RETURN, from)) {
    length += chunk.copy(lines, length, from, at);
    lines[length] = FEED;
    length += 1;
    from = at + (chunk[at + 1] === FEED ? 2 : 1);
  }
  length += chunk.copy(lines, length, from);
  return lines.subarray(0, length);
}

const notText = (path: string): UserError => new UserError('bad-csv', `${path} is not a text file`, { hint: 'save the table as CSV (UTF-8), or name its encoding with --encoding' });
const changed = (path: string): UserError => new UserError('file-unreadable', `${path} was changed while it was read`, { hint: 'run the command again when nobody writes to the file' });

async function* texts(chunks: Iterable<Buffer>, encoding: string, path: string): AsyncGenerator<string> {
  const decoder = await decoderOf(encoding);
  let held = '';
  for (const chunk of chunks) {
    const text = held + decoded(() => decoder.write(chunk), encoding, path);
    if (text.includes('\0')) throw notText(path);
    held = text.endsWith('\r') ? '\r' : '';
    yield oneKindOfBreak(held === '' ? text : text.slice(0, -1));
  }
  yield oneKindOfBreak(held + decoded(() => decoder.end(), encoding, path));
}
