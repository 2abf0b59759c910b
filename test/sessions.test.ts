/** Golden sessions under fixtures/sessions. `UPDATE=1` writes the answers anew: read the diff. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { ROOT, inFolder, play } from './session.ts';

const FOLDER = path.join(ROOT, 'fixtures', 'sessions');

describe('sessions', () => {
  for (const name of readdirSync(FOLDER).filter((f) => f.endsWith('.txt')).toSorted()) {
    it(name, async () => {
      const file = path.join(FOLDER, name);
      const text = readFileSync(file, 'utf8');
      const now = await inFolder((folder) => play(text, folder));
      if (process.env['UPDATE']) writeFileSync(file, now);
      assert.equal(now, text);
    });
  }
});
