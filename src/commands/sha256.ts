import { toBase64 } from '../model/base64.ts'

/** Base64 of the SHA-256 of a text, as a content-security policy names it. */
export async function sha256(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return toBase64(digest)
}
