#!/usr/bin/env node
'use strict';
// Loads the parts of the program that the build has joined in dist/, each with the machine code's forerunner that the
// build kept beside it: V8 then need not parse what it has parsed before. V8 refuses what another version made, and parses.
const { readFileSync } = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

const root = path.join(__dirname, '..');
const dist = path.join(root, 'dist');
const scripts = new Map();
const bundles = new Map();
const tables = new Map();

/** A bundle as a function from the name of one of its parts to what that part exports. */
function load(name) {
  const known = bundles.get(name);
  if (known) return known;
  const filename = path.join(dist, `${name}.bundle.js`);
  let cachedData;
  try {
    cachedData = readFileSync(path.join(dist, `${name}.cache`));
  } catch {
    // Built without one, or copied without it.
  }
  const script = new vm.Script(readFileSync(filename, 'latin1'), { filename, cachedData });
  scripts.set(name, script);
  const bundle = script.runInThisContext()(load, fromDist, loadTable);
  bundles.set(name, bundle);
  return bundle;
}

/** What a bundle requires: modules of Node, and parts that lie beside it. */
const fromDist = (name) => require(name.replace(/^\.\//, '../dist/'));

/** A table of words or data that the build has written beside the program, in ASCII; each is read once. */
function loadTable(name) {
  if (!tables.has(name)) tables.set(name, JSON.parse(readFileSync(path.join(dist, 'tables', `${name}.json`), 'latin1')));
  return tables.get(name);
}

/** Runs the command line. */
function start() {
  // Node 20 has no such cache, and its module of modules takes longer to load than all of this file.
  if (Number.parseInt(process.versions.node, 10) > 20) require('node:module').enableCompileCache?.();
  let main;
  try {
    main = load('main')('main.js');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    process.stderr.write(`error[not-installed]: custos is not built yet\nhint: npm ci (or npm run build) in ${root}\n`);
    process.exitCode = 2;
  }
  main?.start(root);
}

module.exports = { load, loadTable, scripts };
if (require.main === module) start();
