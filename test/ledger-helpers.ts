/** What the tests of the ledger share: folders, raw access to the file, and a worker in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { build } from 'esbuild';

export const root = path.join(import.meta.dirname, '..');

/** Other users must get in where a test runs a process as one of them. */
function makeFolder(prefix: string): string {
  const made = fs.mkdtempSync(prefix);
  fs.chmodSync(made, 0o755);
  return made;
}

/** A folder for one test file; every `make` gives a new folder in it. */
export function scratchFolder(): { make: () => string; remove: () => void } {
  const base = makeFolder(path.join(os.tmpdir(), 'custos-ledger-'));
  return { make: () => makeFolder(path.join(base, 't-')), remove: () => remove(base) };
}

/** Some folders were made read-only, and whoever is not root cannot empty those. */
function remove(base: string): void {
  for (const name of fs.readdirSync(base, { withFileTypes: true })) if (name.isDirectory()) fs.chmodSync(path.join(base, name.name), 0o700);
  fs.rmSync(base, { recursive: true, force: true });
}

/** The file as SQLite sees it, past the ledger. */
export function raw(file: string, options: Database.Options = {}): Database.Database {
  const Binding: typeof Database = createRequire(path.join(root, 'package.json'))('better-sqlite3');
  return new Binding(file, options);
}

/** Every file in a folder with the hash of its bytes, to see that nothing changed. */
export function contents(folder: string): Record<string, string> {
  return Object.fromEntries(fs.readdirSync(folder).toSorted().map((name) => [name, hash('sha256', fs.readFileSync(path.join(folder, name)))]));
}

/** Builds the worker once; starting it through tsx would take ten times as long. */
export async function buildWorker(folder: string): Promise<string> {
  const outfile = path.join(folder, 'worker.cjs');
  await build({ entryPoints: [path.join(root, 'test', 'ledger-worker.ts')], outfile, bundle: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'warning' });
  return outfile;
}

export interface Finished {
  code: number | null;
  out: string;
  err: string;
}

/** Starts the worker; `lines` grows while it runs. */
export function start(worker: string, args: readonly string[], options: { uid?: number } = {}): { process: ChildProcess; lines: string[]; done: Promise<Finished> } {
  const child = spawn(process.execPath, [worker, root, ...args], { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  const lines: string[] = [];
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    lines.splice(0, lines.length, ...out.split('\n').slice(0, -1));
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const done = new Promise<Finished>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  return { process: child, lines, done };
}
