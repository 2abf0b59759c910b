/** The outside of a run: what `main` hands in, so that a test can be the terminal. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  /** Milliseconds since 1970; read once, and only where neither --as-of nor SOURCE_DATE_EPOCH is given. */
  clock(): number;
  stdoutIsTerminal: boolean;
  /** Both stdin and stderr are terminals: questions can be asked. */
  canAsk: boolean;
  columns: number | undefined;
  user(): Promise<string>;
}
