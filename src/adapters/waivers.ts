/** Waiver files. */
import { sha256 } from '../core/hash.ts';
import { type Waiver, type WaiverFile, waiverFaults } from '../inventory/waivers.ts';
import { readLocated } from './config.ts';
import { readBytes } from './files.ts';

/** Reads waivers (YAML or JSON); every problem is reported at once, with line and column. `rules`: every rule that a waiver may name. */
export async function readWaivers(file: string, shown: string, rules: readonly string[]): Promise<WaiverFile & { sha256: string }> {
  const bytes = readBytes(file);
  const { default: validate } = await import('../generated/waivers.js');
  const { value, lineOf } = await readLocated<{ waivers: Waiver[] }>(bytes.toString('utf8'), shown, validate, 'bad-waivers', (raw) => waiverFaults(raw, rules));
  return { path: shown, sha256: sha256(bytes), waivers: value.waivers.map((waiver, i) => ({ waiver, line: lineOf(['waivers', i]) })) };
}
