/** Random bytes as hex, from the system; the crypto module loads with the first ones. */
export function randomHex(bytes: number): string {
  return process.getBuiltinModule('node:crypto').randomBytes(bytes).toString('hex');
}
