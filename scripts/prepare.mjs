// Runs after `npm ci`: builds when the build tools are installed, and says nothing when they are not (npm ci --omit=dev).
import { existsSync } from 'node:fs';
if (existsSync('node_modules/esbuild') && existsSync('scripts/build.mjs')) await import('./build.mjs');
