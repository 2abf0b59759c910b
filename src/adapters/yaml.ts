/**
 * The YAML package, to be loaded by `await import()`. A CommonJS package that is imported so by itself has no named
 * exports once it is bundled; through this module it has them.
 */
export { Document, LineCounter, parseDocument } from 'yaml';
