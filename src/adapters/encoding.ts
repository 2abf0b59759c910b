/** The text of a file in whatever encoding it is, read in pieces and as often as wanted; constant memory. */
import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { TextDecoder } from 'node:util';
import { UserError } from '../core/errors.ts';
import { readBytes, reason } from './files.ts';

export interface Encoding {
  name: string;
  /** `given` by the user, `bom`, `valid` (strict UTF-8), `zeros` (UTF-16 without a mark), or `guessed`. */
  how: 'given' | 'bom' | 'valid' | 'zeros' | 'guessed';
}

export interface TextFile {
  sha256: string;
  encoding: Encoding;
  /** The beginning of the text, up to the end of a line. */
  sample: string;
  /** The text in pieces, every line ending with LF whatever the file mixes, so that lines can be counted. */
  pieces(): AsyncGenerator<string>;
}

const CHUNK = 256 * 1024;

/** `isTelling`: whether a cell is a heading that the caller knows; a Japanese one tells Shift_JIS from other guesses. */
export async function openText(file: string, shown: string, given: string | undefined, isTelling: ((cell: string) => boolean) | undefined): Promise<TextFile> {
  const bytes = bytesOf(file, shown);
  const seen = survey(bytes);
  refuseOther(shown, seen.head);
  const encoding = await encodingOf(shown, seen, given, isTelling);
  return { sha256: seen.sha256, encoding, sample: await sampleText(encoding.name, seen.head, shown), pieces: () => texts(bytes, encoding.name, shown, seen.sha256) };
}

type Bytes = () => Generator<Buffer>;
type Telling = ((cell: string) => boolean) | undefined;

/** The bytes of a file, again and again. What is no plain file (a pipe, stdin) is read once and kept. */
function bytesOf(file: string, shown: string): Bytes {
  if (file !== '-' && !file.includes('\0') && statSync(file, { throwIfNoEntry: false })?.isFile()) return () => chunksOf(file, shown);
  const whole = readWhole(file, shown);
  return function* () {
    for (let at = 0; at < whole.length; at += CHUNK) yield whole.subarray(at, at + CHUNK);
  };
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
  sha256: string;
  utf8: boolean;
  /** The first chunk, and the first that holds more than ASCII: what a guess is made from. */
  head: Buffer;
  telling: Buffer;
}

function survey(bytes: Bytes): Survey {
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let head: Buffer | undefined;
  let telling: Buffer | undefined;
  let utf8 = true;
  for (const chunk of bytes()) {
    hash.update(chunk);
    head ??= chunk;
    if (!telling && !isAscii(chunk)) telling = chunk;
    if (utf8) utf8 = decodes(decoder, chunk);
  }
  if (utf8) utf8 = decodes(decoder);
  return { sha256: hash.digest('hex'), utf8, head: head ?? Buffer.alloc(0), telling: telling ?? head ?? Buffer.alloc(0) };
}

function decodes(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    if (chunk) decoder.decode(chunk, { stream: true });
    else decoder.decode();
    return true;
  } catch {
    return false;
  }
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
  if (head.includes(0)) throw new UserError('bad-csv', `${path} is not a text file`, { hint: 'save the table as CSV (UTF-8), or name its encoding with --encoding' });
  return utf8 ? { name: 'utf-8', how: 'valid' } : { name: await guess(telling, isTelling), how: 'guessed' };
}

/** Most of what a CSV file holds is below U+0100, so in UTF-16 every second byte is mostly zero. */
function utf16WithoutMark(head: Buffer): string | undefined {
  const zeros = [0, 0];
  for (const [i, byte] of head.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] as number) + 1;
  const [even, odd] = zeros as [number, number];
  const enough = head.length / 20;
  return odd > enough && even === 0 ? 'utf-16le' : even > enough && odd === 0 ? 'utf-16be' : undefined;
}

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

async function* texts(bytes: Bytes, encoding: string, path: string, digest: string): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const decoder = await decoderOf(encoding);
  let held = '';
  for (const chunk of bytes()) {
    hash.update(chunk);
    const text = held + decoded(() => decoder.write(chunk), encoding, path);
    if (text.includes('\0')) throw new UserError('bad-csv', `${path} is not a text file`, { hint: 'save the table as CSV (UTF-8), or name its encoding with --encoding' });
    held = text.endsWith('\r') ? '\r' : '';
    yield oneKindOfBreak(held === '' ? text : text.slice(0, -1));
  }
  yield oneKindOfBreak(held + decoded(() => decoder.end(), encoding, path));
  if (hash.digest('hex') !== digest) throw new UserError('file-unreadable', `${path} was changed while it was read`, { hint: 'run the command again when nobody writes to the file' });
}
