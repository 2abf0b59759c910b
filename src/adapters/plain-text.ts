/** A text file that is read whole: a policy, an answer of an earlier run. */
import { TextDecoder } from 'node:util';
import { sha256 } from '../core/hash.ts';
import { readBytes } from './files.ts';

export interface PlainText {
  text: string;
  sha256: string;
  /** The bytes are no UTF-8 and were read as Windows-1252. */
  guessed: boolean;
  /** `%PDF`, an archive, a NUL: no text at all. */
  binary: boolean;
}

/** UTF-8, UTF-16 with its mark (what PowerShell writes), else Windows-1252. */
export function readPlainText(file: string): PlainText {
  const bytes = readBytes(file);
  const hash = sha256(bytes);
  const mark = bytes.subarray(0, 2).toString('hex');
  const wide = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : undefined;
  if (wide) return { text: new TextDecoder(wide).decode(bytes), sha256: hash, guessed: false, binary: false };
  const binary = bytes.includes(0) || bytes.subarray(0, 4).toString('latin1') === '%PDF';
  return { ...narrowText(bytes), sha256: hash, binary };
}

/** UTF-8, else Windows-1252. */
export function narrowText(bytes: Uint8Array): Pick<PlainText, 'text' | 'guessed'> {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), guessed: false };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), guessed: true };
  }
}
