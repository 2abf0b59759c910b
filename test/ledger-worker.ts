/** A process that works on a ledger, for tests with many of them. Bundled to CommonJS, as the program itself is. */
import { writeSync } from 'node:fs';
import { openSqliteLedger } from '../src/adapters/sqlite-ledger.ts';
import { UserError } from '../src/core/errors.ts';
import type { Ledger } from '../src/core/ledger.ts';

const [root = '', command = '', file = '', ...rest] = process.argv.slice(2);
const stamp = { by: 'worker', recordedAt: '2026-11-25T14:05:00Z' };

/** Written at once and not through a stream: what the parent has read has happened, whenever this process dies. */
const say = (line: string): number => writeSync(1, `${line}\n`);

async function log(ledger: Ledger, reference: string, person?: string): Promise<string> {
  return ledger.transact(async (tx) => {
    const id = await tx.nextCase('R');
    const personal = person === undefined ? {} : { private: { values: { name: person, note: `${person} `.repeat(300) }, subject: person } };
    await tx.append(id, [{ body: { type: 'opened', kind: 'request', requestType: 'access', jurisdiction: 'DE', source: 'test', reference }, ...personal }, { body: { type: 'marked', mark: 'received', on: '2026-11-25' } }], stamp);
    return id;
  });
}

async function main(): Promise<void> {
  const patience = rest[1] === undefined ? {} : { patience: Number(rest[1]) };
  const ledger = await openSqliteLedger(file, { mode: command === 'read' ? 'read' : 'write', root, ...patience });
  if (command === 'append') say(await log(ledger, rest[0] ?? ''));
  else if (command === 'read') say(JSON.stringify(await ledger.head()));
  else if (command === 'flood') await flood(ledger, rest[0] ?? '');
  await ledger.close();
}

/** Logs and erases until somebody ends it, and says what is done. */
async function flood(ledger: Ledger, tag: string): Promise<void> {
  for (let i = 1; ; i += 1) {
    const person = `person-${tag}-${i}-`;
    const id = await log(ledger, `${tag}-${i}`, person);
    say(`logged ${tag}-${i} ${id}`);
    if (i % 4 !== 0) continue;
    const ids = (await ledger.privates(id)).map((p) => p.id);
    say(`erasing ${person}`);
    await ledger.erase(id, ids, 'asked', undefined, stamp);
    say(`erased ${person}`);
  }
}

main().catch((error: unknown) => {
  process.exitCode = error instanceof UserError ? 3 : 70;
  process.stderr.write(`${error instanceof UserError ? error.code : String(error)}\n`);
});
