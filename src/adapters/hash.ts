/** sha256 in hex. The crypto module loads with the first hash: commands that need none start without it. */
export function sha256(bytes: Uint8Array | string): string {
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(bytes).digest('hex');
}
