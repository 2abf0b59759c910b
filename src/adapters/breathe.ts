/** Lets signals and timers have their turn: work that never waits would not hear Ctrl-C. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

const MIB = 1024 * 1024;
/** Below so much reading nothing is worth collecting. */
const LEAST = 32 * MIB;
let collect: (() => void) | undefined;

/**
 * Keeps the memory of long reading level: V8 by itself lets what was read and forgotten grow to twice what is kept before
 * it looks. `read`: bytes since it was last done; the more is kept, the rarer it is worth its time.
 */
export function tidied(read: number): boolean {
  if (read < LEAST || read < process.memoryUsage().heapUsed / 2) return false;
  if (!collect) {
    process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
    collect = process.getBuiltinModule('node:vm').runInNewContext('gc') as () => void;
  }
  collect();
  return true;
}
