/** The built program, which people run, against the sources, which the other tests run. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, openSync, closeSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { ROOT, ask, inFolder } from './session.ts';

const BIN = path.join(ROOT, 'bin', 'custos.js');
const DIST = path.join(ROOT, 'dist');

/** Japanese, German and French headings and cells: what patterns and tables have to know beyond ASCII. */
const TABLES = {
  'ja.csv': '管理番号,最終更新日,処理名,利用目的,取得項目,保存期間\nJ-1,2026年6月1日,採用,採用,氏名、住所,退職後3年\nJ-3,2025年1月1日,検査,検査,ゲノムデータ,永久\n',
  'de.csv': 'N°;Bezeichnung;Rechtsgrundlage;Maßnahmen;Löschfrist;Zugriff\nV-1;Kundenkartei;Einwilligung – siehe Formular;Verschlüsselung;10 Jahre nach Vertragsende;全社員\nV-2;Gesundheitsakte;Art. 6 Abs. 1 lit. b;–;unbefristet;Geschäftsführung\n',
  'fr.csv': 'réf;finalité;données collectées;durée de conservation\nT-1;facturation;nom, adresse;10 ans\nT-2;santé;données de santé;durée du contrat + 5 ans\n',
};

const env = (folder: string) => ({ ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder, NO_COLOR: '1', SOURCE_DATE_EPOCH: '' });

describe('the built program', () => {
  it('is ASCII throughout, because it is read byte by byte', () => {
    for (const name of readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) => /\.js(?:on)?$/.test(file))) assert.doesNotMatch(readFileSync(path.join(DIST, name), 'latin1'), /[^\0-\x7f]/, name);
  });

  for (const [name, text] of Object.entries(TABLES)) it(`answers as the sources do: ${name}`, () => inFolder(async (folder) => {
    writeFileSync(path.join(folder, name), text);
    const argv = ['inventory', 'check', name, '--as-of', '2026-11-25', '--json'];
    const { stdout } = spawnSync(process.execPath, [BIN, ...argv], { cwd: folder, env: env(folder), encoding: 'utf8' });
    assert.equal(stdout, (await ask(argv, folder)).out);
  }));

  const skip = process.platform === 'win32';
  it('writes through a link, and into a pipe, and replaces neither', { skip }, () => inFolder((folder) => {
    writeFileSync(path.join(folder, 'real.txt'), 'old');
    symlinkSync('real.txt', path.join(folder, 'link.txt'));
    execFileSync('mkfifo', [path.join(folder, 'pipe')]);
    const run = (target: string) => spawnSync(process.execPath, [BIN, 'rule', 'list', '-o', target], { cwd: folder, env: env(folder), encoding: 'utf8' });
    assert.equal(run('link.txt').status, 0);
    assert.ok(lstatSync(path.join(folder, 'link.txt')).isSymbolicLink());
    assert.match(readFileSync(path.join(folder, 'real.txt'), 'utf8'), /^71 rules/);
    // Opened for both, so that neither end waits for the other; what is written fits into the pipe.
    const handle = openSync(path.join(folder, 'pipe'), 'r+');
    assert.equal(run('pipe').status, 0);
    closeSync(handle);
    assert.ok(lstatSync(path.join(folder, 'pipe')).isFIFO());
    return Promise.resolve();
  }));

  it('says when its output cannot be written', { skip: !existsSync('/dev/full') }, () => inFolder((folder) => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [BIN, 'rule', 'list'], { env: env(folder), encoding: 'utf8', stdio: ['ignore', full, 'pipe'] });
    closeSync(full);
    assert.equal(status, 2);
    assert.match(stderr, /^error\[file-unwritable\]/);
    return Promise.resolve();
  }));
});
