/** Encodings older than Unicode: large tables, loaded by `await import()` where a file needs them. */
export { analyse } from 'chardet';
export { default as iconv } from 'iconv-lite';
