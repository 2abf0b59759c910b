/** Hashes. The crypto module loads with the first one: a command that needs none starts without it. */

type Crypto = typeof import('node:crypto');
let loaded: Crypto | undefined;
const crypto = (): Crypto => (loaded ??= process.getBuiltinModule('node:crypto'));

/** sha256 in hex, in one shot. */
export function sha256(content: string | Uint8Array): string {
  return crypto().hash('sha256', content);
}

/** A sha256 of what comes in pieces. */
export function sha256InPieces(): { update(piece: Uint8Array): unknown; digest(form: 'hex'): string } {
  return crypto().createHash('sha256');
}

/** HMAC-SHA256 in hex; the key is hex too. */
export function hmacSha256(key: string, text: string): string {
  return crypto().createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex');
}
