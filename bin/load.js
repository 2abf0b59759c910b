'use strict';
// Loads the parts of the program that the build has joined in dist/, each with the machine code's forerunner that the
// build kept beside it: V8 then need not parse what it has parsed before. V8 refuses what another version made, and parses.
const { readFileSync } = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

const dist = path.join(__dirname, '..', 'dist');
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
  const bundle = script.runInThisContext()(load, fromDist, loadTable, plain);
  bundles.set(name, bundle);
  return bundle;
}

/** What a bundle requires: modules of Node, and parts that lie beside it. */
const fromDist = (name) => require(name.replace(/^\.\//, '../dist/'));

/** Exports as plain values: they are getters as esbuild writes them, and each call across parts would go through two of them. None changes once its part has run. */
function plain(exports) {
  const values = { ...exports };
  return exports.__esModule ? Object.defineProperty(values, '__esModule', { value: true }) : values;
}

/** A table of words or data that the build has written beside the program, in ASCII; each is read once. */
function loadTable(name) {
  if (!tables.has(name)) tables.set(name, JSON.parse(readFileSync(path.join(dist, 'tables', `${name}.json`), 'latin1')));
  return tables.get(name);
}

module.exports = { load, loadTable, scripts };
