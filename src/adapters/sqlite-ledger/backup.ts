/** A copy of the ledger in a file of its own. */
import fs from 'node:fs';
import { UserError } from '../../core/errors.ts';
import type { Head } from '../../core/ledger.ts';
import { copyInto, discard, publish, scratchName } from './file.ts';
import { type Place, type PlaceOptions, connect, placeOf, tidy } from './opening.ts';
import { explain, patiently, systemCode } from './patience.ts';
import { Store } from './store.ts';

/** Writes a consistent, compact copy to a new file that only its owner can read; answers what is in it. */
export async function backupLedger(file: string, target: string, options: PlaceOptions = {}): Promise<Head> {
  const place = placeOf(file, options);
  if (fs.existsSync(target)) throw taken(target);
  const db = await connect(place, 'read');
  const scratch = scratchName(target);
  try {
    await patiently(place.file, place.patience, () => {
      discard(scratch);
      copyInto(db, scratch);
    });
    if (!publish(scratch, target)) throw taken(target);
    return headOf(place, target);
  } catch (error) {
    if (systemCode(error) === undefined) throw explain(error, place.file, 'read');
    throw new UserError('file-unwritable', `the backup cannot be written: ${target} (${systemCode(error)})`, { hint: 'name a file in a folder that you may write to', cause: error });
  } finally {
    db.close();
    discard(scratch);
    tidy(place);
  }
}

function taken(target: string): UserError {
  return new UserError('file-exists', `there is a file already: ${target}`, { hint: 'name a new file; backups are never overwritten' });
}

function headOf({ driver }: Place, file: string): Head {
  const copy = driver.open(file, { readonly: true });
  try {
    return new Store(copy).head();
  } finally {
    copy.close();
  }
}
