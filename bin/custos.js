#!/usr/bin/env node
'use strict';
// Node 20 has no such cache, and its module of modules takes longer to load than all of this file.
if (Number.parseInt(process.versions.node, 10) > 20) require('node:module').enableCompileCache?.();
const path = require('node:path');

const root = path.join(__dirname, '..');
let main;
try {
  main = require('./load.js').load('main')('main.js');
} catch (error) {
  if (error.code !== 'ENOENT') throw error;
  process.stderr.write('error[not-installed]: custos is not built yet\nhint: npm ci (or npm run build) in ' + root + '\n');
  process.exitCode = 2;
}
main?.start(root);
