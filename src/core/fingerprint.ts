/** What findings are known by from run to run. */
import { sha256 } from './hash.ts';

/** `what` tells findings apart wherever they stand; of several that it does not tell apart, this is the `nth`. */
export function fingerprintOf(what: string, nth = 1): string {
  const digest = sha256(what).slice(0, 16);
  return nth === 1 ? digest : fingerprintOf(`${digest}\n${nth}`);
}

/** How often something has been found by now: what is equal has findings that are. */
export class Times {
  private readonly of = new Map<string, number>();

  nth(what: string): number {
    const n = (this.of.get(what) ?? 0) + 1;
    this.of.set(what, n);
    return n;
  }
}
