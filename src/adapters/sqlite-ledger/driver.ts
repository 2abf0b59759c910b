/** The SQLite binding: found at run time, so that the program can be bundled and starts without it where it can. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import Bundled from 'better-sqlite3';
import bundled from 'better-sqlite3/package.json' with { type: 'json' };
import { UserError } from '../../core/errors.ts';
import { register } from './raw-file.ts';

export type Connection = Bundled.Database;

export interface Driver {
  /** Opens a file that exists, or `:memory:`. Nothing waits for locks in here: `patiently` does. */
  open(file: string, options?: { readonly: boolean }): Connection;
  /** What a thread needs to load the binding itself. */
  binding: { entry: string; native: { nativeBinding?: string } };
}

/** Loads better-sqlite3 as the package at `root` would; without `root`, from the current folder upwards. */
export function loadDriver(root: string = process.cwd()): Driver {
  const require = createRequire(path.join(root, 'package.json'));
  const manifest = attempt(() => require.resolve('better-sqlite3/package.json'));
  const entry = path.join(path.dirname(manifest), 'lib', 'index.js');
  // Naming the binary saves the package a search through ten folders. Version 13 keeps it elsewhere and needs no help.
  const binary = path.join(path.dirname(manifest), 'build', 'Release', 'better_sqlite3.node');
  const native = existsSync(binary) ? { nativeBinding: binary } : {};
  // The build bundles the package's fifteen small files; they fit only the binary that they came with.
  const fits = native.nativeBinding !== undefined && (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version === bundled.version;
  const Binding: typeof Bundled = fits ? Bundled : attempt(() => require(entry));
  return {
    binding: { entry, native },
    open: (file, { readonly } = { readonly: false }) => attempt(() => register(new Binding(file, { readonly, fileMustExist: file !== ':memory:', timeout: 0, ...native }))),
  };
}

/** Errors of SQLite itself pass; any other means that the binding is not there or does not fit this Node. */
function attempt<T>(load: () => T): T {
  try {
    return load();
  } catch (cause) {
    if (sqliteCode(cause) !== undefined) throw cause;
    throw new UserError('not-installed', 'the SQLite binding does not load', { hint: 'npm rebuild better-sqlite3', cause });
  }
}

/** `SQLITE_BUSY` and the like; `undefined` for errors that do not come from SQLite. */
export function sqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return error.code.startsWith('SQLITE_') ? error.code : undefined;
}
