/** Brings a ledger to the newest version, one transaction a step, after a copy was made. */
import fs from 'node:fs';
import type { Connection } from './driver.ts';
import { copyInto, discard, scratchName } from './file.ts';
import type { Place } from './opening.ts';
import { explain, patiently } from './patience.ts';
import { latest, userVersion } from './schema.ts';

/** Where the copy stands that was made before a ledger of this version was upgraded. */
function backupName(file: string, version: number): string {
  return `${file}.v${version}.bak`;
}

export async function upgrade(place: Place): Promise<void> {
  const { driver, file, steps, patience } = place;
  const db = driver.open(file);
  try {
    db.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF');
    for (let copied = false; await patiently(file, patience, () => userVersion(db)) < latest(steps); copied = true) {
      await patiently(file, patience, () => db.exec('BEGIN IMMEDIATE'));
      try {
        step(place, db, copied);
        db.exec('COMMIT');
      } finally {
        if (db.inTransaction) db.exec('ROLLBACK');
      }
    }
    // So that the file itself says its version. Where others read, the WAL says it until they have finished.
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    // Also for a command that only wanted to read: that it must write first is what the user has to know.
    throw explain(error, file, 'write');
  } finally {
    db.close();
  }
}

/** The next step, unless another process has taken it while this one waited for the lock. */
function step(place: Place, db: Connection, copied: boolean): void {
  const version = userVersion(db);
  const next = place.steps.find((s) => s.version > version);
  if (!next) return;
  if (!copied) copyBefore(place, version);
  next.up(db);
  db.pragma(`user_version = ${next.version}`);
}

/** Copies through a second connection: this one holds the lock, so what the other sees is exactly what gets upgraded. */
function copyBefore({ driver, file }: Place, version: number): void {
  const scratch = scratchName(file);
  const db = driver.open(file, { readonly: true });
  try {
    copyInto(db, scratch);
    fs.renameSync(scratch, backupName(file, version));
  } finally {
    db.close();
    discard(scratch);
  }
}
