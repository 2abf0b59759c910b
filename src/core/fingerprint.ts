/** What a finding about a row is known by from run to run. */
import { sha256 } from './hash.ts';

/** `what` tells findings apart wherever their rows stand; of several that it does not tell apart, this is the `nth`. */
export function fingerprintOf(what: string, nth: number): string {
  const digest = sha256(what).slice(0, 16);
  return nth === 1 ? digest : sha256(`${digest}\n${nth}`).slice(0, 16);
}
