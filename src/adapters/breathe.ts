/** Lets signals and timers have their turn: work that never waits would not hear Ctrl-C. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
