/** Every kind of JSON answer is valid against its schema, and the same input gives the same bytes. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { ROOT, ask as play } from './session.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'custos-json-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
for (const file of readdirSync(path.join(ROOT, 'schemas'))) ajv.addSchema(JSON.parse(readFileSync(path.join(ROOT, 'schemas', file), 'utf8')) as object, file);

const ask = (...argv: string[]) => play(argv, folder);

/** Kinds whose schema file has another name, because `law.schema.json` is the law file itself. */
const SCHEMA_OF: Record<string, string> = { law: 'law-record' };

async function valid(...argv: string[]): Promise<{ schema: string; items: unknown[]; summary: Record<string, unknown> }> {
  const { out, err } = await ask(...argv, '--json');
  assert.notEqual(out, '', err);
  const answer = JSON.parse(out) as { schema: string; items: unknown[]; summary: Record<string, unknown> };
  const kind = /^custos\/([a-z-]+)@1$/.exec(answer.schema)?.[1] as string;
  const validate = ajv.getSchema(`${SCHEMA_OF[kind] ?? kind}.schema.json`);
  assert.ok(validate, `no schema for ${kind}`);
  assert.ok(validate(answer), `${argv.join(' ')}: ${JSON.stringify(validate.errors?.slice(0, 4), null, 1)}`);
  return answer;
}

describe('JSON answers', () => {
  const deadlines: string[][] = [
    ['DE', 'access'], ['EU', 'information'], ['GB-SCT', 'access'], ['GB', 'complaint'], ['US-CA', 'erasure'], ['US-CA', 'shine-the-light'], ['US-WA', 'access'], ['JP', 'access'], ['CH-ZH', 'access'],
    ['CA-QC', 'access'], ['US-VA', 'appeal'], ['US', 'accounting'], ['KE', 'access'], ['US', 'access'],
  ];
  for (const [place, type] of deadlines) it(`deadlines: ${type} in ${place}`, () => valid('deadline', '--type', type as string, '--received', '2026-11-20', '--in', place as string).then(() => undefined));
  it('deadlines: paused, extended, as a processor', async () => {
    const paused = await valid('deadline', '--type', 'access', '--received', '2026-11-02', '--in', 'GB', '--mark', 'clarification-asked=2026-11-10');
    assert.deepEqual((paused.items[0] as { state: string; paused: object }).paused, { days: 16, since: '2026-11-10' });
    await valid('deadline', '--type', 'access', '--received', '2026-11-02', '--in', 'FR', '--mark', 'extension-noticed=2026-11-10');
    await valid('deadline', '--type', 'access', '--received', '2026-11-02', '--in', 'FR', '--role', 'processor');
  });
  it('one clock binds', async () => {
    const { items } = await valid('deadline', '--type', 'access', '--received', '2026-11-20', '--in', 'US-CA', '--role', 'covered-entity', '--data', 'health');
    assert.equal(items.filter((i) => (i as { binding: boolean }).binding).length, 1);
  });
  it('the life of a request', async () => {
    await valid('request', 'log', '--type', 'access', '--received', '2026-11-20', '--in', 'DE', '--name', 'Erika Mustermann', '--ref', 'PR-1');
    await valid('request', 'log', '--type', 'erasure', '--received', '2026-10-01', '--in', 'US-CA', '--email', 'jo@example.org');
    await valid('request', 'log', '--type', 'withdraw-consent', '--received', '2026-10-01', '--in', 'JP');
    await valid('request', 'mark', 'R-1', 'id-requested');
    await valid('request', 'show', 'R-1');
    assert.deepEqual(((await valid('request', 'show', 'R-1', '--reveal')).items[0] as { person: object }).person, { name: 'Erika Mustermann' });
    await valid('request', 'list');
    await valid('request', 'list', '--overdue');
    await valid('request', 'correct', 'R-1', '1', '--role', 'controller');
    await valid('request', 'mark', 'R-2', 'answered', '--outcome', 'refused', '--ground', 'identity-not-verified');
    await valid('request', 'list', '--all');
    await valid('audit');
    await valid('report');
    await valid('ledger', 'where');
    await valid('ledger', 'verify');
    await valid('ledger', 'head');
    await valid('ledger', 'purge', '--dry-run');
    await valid('ledger', 'erase', 'R-2', '--yes');
  });
  it('the laws', async () => {
    await valid('law', 'list');
    await valid('law', 'show', 'eu-gdpr');
    await valid('law', 'check');
    await valid('law', 'coverage', '--in', 'DE');
    await valid('law', 'diff');
    await valid('law', 'diff', 'src/laws'.replace('src', path.join(ROOT, 'src')), '--open-cases');
  });
  it('errors', async () => {
    const { err, code } = await ask('deadline', '--json');
    assert.equal(code, 2);
    const validate = ajv.getSchema('error.schema.json');
    assert.ok(validate?.(JSON.parse(err)), JSON.stringify(validate?.errors));
  });
  it('without --reveal, no output of any command or format holds a name or an address', async () => {
    for (const command of [['request', 'show', 'R-1'], ['request', 'list', '--all'], ['audit'], ['calendar'], ['ledger', 'export']]) {
      for (const format of ['table', 'json', 'ndjson', 'csv', 'markdown', 'html']) {
        const { out, err } = await ask(...command, '--format', format, '--verbose');
        assert.doesNotMatch(out + err, /Mustermann|jo@example/, `${command.join(' ')} ${format}`);
      }
    }
  });
  it('the same input and --as-of give the same bytes', async () => {
    const once = await ask('deadline', '--type', 'erasure', '--received', '2026-11-20', '--in', 'US-CA', '--as-of', '2026-11-25', '--json');
    const again = await ask('deadline', '--type', 'erasure', '--received', '2026-11-20', '--in', 'US-CA', '--as-of', '2026-11-25', '--json');
    assert.equal(once.out, again.out);
  });
});
