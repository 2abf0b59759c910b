/**
 * SQLite's own check of its pages. The full one, not the quick one: only it finds an index that hides events of a
 * case. It takes about as long as the walk along the chain, so for a large ledger a second thread does it meanwhile.
 */
import { Worker } from 'node:worker_threads';
import type { Connection } from './driver.ts';
import type { Place } from './opening.ts';

/** From so many events on, a thread is worth its start. */
const MANY = 100_000;

const CHECK = 'PRAGMA integrity_check(1)';

// As text, because the program is bundled and has no file that a thread could start from. Another process may lock the
// file for a moment; then, and after any other error, the answer is missing and the check is made here instead.
const THREAD = `
  const { parentPort, workerData: { entry, native, file } } = require('node:worker_threads');
  const db = new (require(entry))(file, { readonly: true, fileMustExist: true, timeout: 1000, ...native });
  parentPort.postMessage(db.prepare('${CHECK}').pluck().get());
  db.close();
`;

export interface PageCheck {
  /** What SQLite says: `ok`, or the first thing that is wrong. */
  answer(): Promise<unknown>;
  /** When nobody wants to know any more. */
  drop(): void;
}

export function checkPages(db: Connection, { driver, file }: Pick<Place, 'driver' | 'file'>, events: number, many = MANY): PageCheck {
  const here = (): unknown => db.prepare(CHECK).pluck().get();
  if (events < many) return { answer: async () => here(), drop: () => undefined };
  const thread = new Worker(THREAD, { eval: true, execArgv: [], workerData: { ...driver.binding, file } });
  thread.unref();
  const there = new Promise<unknown>((resolve) => {
    thread.once('message', resolve);
    thread.once('error', () => resolve(undefined));
    thread.once('exit', () => resolve(undefined));
  });
  return {
    async answer() {
      thread.ref();
      return (await there) ?? here();
    },
    drop: () => void thread.terminate(),
  };
}
