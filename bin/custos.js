#!/usr/bin/env node
'use strict';
require('node:module').enableCompileCache?.();
const path = require('node:path');

const root = path.join(__dirname, '..');
let main;
try {
  main = require('../dist/main.js');
} catch (error) {
  if (error.code !== 'MODULE_NOT_FOUND' || !String(error.message).includes('dist')) throw error;
  process.stderr.write('error[not-installed]: custos is not built yet\nhint: npm ci (or npm run build) in ' + root + '\n');
  process.exitCode = 2;
}
main?.start(root);
