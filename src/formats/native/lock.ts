import { isObject } from '../../model/check.ts'
import { fromBase64, toBase64 } from '../../model/base64.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Refused } from '../repair.ts'
import { grouped, LIMITS } from './limits.ts'
import { own } from './mender.ts'
import { shown } from './mend-value.ts'
import { scanJson } from './scan-json.ts'

const LOCKED_VERSION = 1
const ITERATIONS = 1_000_000
/** Fewer are guessed too fast; more would keep a laptop busy for minutes. */
const FEWEST = 600_000
const MOST = 5_000_000
/** Bytes of an AES-GCM nonce, and of the tag at the end of what it locked. */
const IV = 12
const TAG = 16

interface Header {
  readonly format: 'sightlines-encrypted'
  readonly formatVersion: number
  readonly kdf: 'PBKDF2-SHA-256'
  readonly iterations: number
  /** Base64, as is `iv`. */
  readonly salt: string
  readonly iv: string
  readonly cipher: 'AES-256-GCM'
}

/** A locked file that can be tried with a passphrase. */
interface Lock {
  readonly ok: true
  readonly header: Header
  readonly data: Uint8Array<ArrayBuffer>
}

/** Bytes of chance that no other file was locked with: 16 of salt, 12 of nonce. */
export interface LockChance {
  readonly salt: Uint8Array<ArrayBuffer>
  readonly iv: Uint8Array<ArrayBuffer>
}

/** Whether this page can lock and unlock: browsers do so over https and on this machine alone. */
export function canLock(): boolean {
  return globalThis.crypto?.subtle !== undefined
}

/** A map file's text wrapped in a passphrase: PBKDF2 makes the key, AES-GCM locks, and the header is authenticated with it. */
export async function lockText(text: string, passphrase: string, { salt, iv }: LockChance, iterations = ITERATIONS): Promise<string> {
  const header: Header = { format: 'sightlines-encrypted', formatVersion: LOCKED_VERSION, kdf: 'PBKDF2-SHA-256', iterations, salt: toBase64(salt), iv: toBase64(iv), cipher: 'AES-256-GCM' }
  const key = await keyOf(passphrase, salt, iterations)
  const data = new Uint8Array(await crypto.subtle.encrypt(howOf(header, iv), key, new TextEncoder().encode(text)))
  const locked = `${JSON.stringify({ ...header, data: toBase64(data) }, null, 2)}\n`
  if (locked.length > LIMITS.bytes) throw new Error('locked, the file would be larger than 64 MB, which is the most that can be opened again')
  return locked
}

/** What unlocks a file, or why nothing can. */
export function readLock(bytes: Uint8Array): Lock | Refused {
  if (bytes.length > LIMITS.bytes) return refuse('The file', `it is ${Math.ceil(bytes.length / 1024 / 1024)} MB, and Sightlines opens files up to 64 MB`)
  const text = new TextDecoder().decode(bytes)
  const { fault } = scanJson(text)
  if (fault) return refuse(`Line ${fault.line}, column ${fault.column}`, fault.reason)
  const file = JSON.parse(text) as Json
  if (!isObject(file)) return refuse('The file', 'it is no locked Sightlines map')
  const version = own(file, 'formatVersion')
  if (typeof version !== 'number' || version > LOCKED_VERSION) return refuse('“formatVersion”', `the file is locked in the manner of version ${shown(version ?? null)}, and this Sightlines unlocks up to version ${LOCKED_VERSION}`)
  for (const [key, only] of [['kdf', 'PBKDF2-SHA-256'], ['cipher', 'AES-256-GCM']] as const) {
    if (own(file, key) !== only) return refuse(`“${key}”`, `the file is locked with ${shown(own(file, key) ?? null)}, and Sightlines unlocks ${only}`)
  }
  const iterations = own(file, 'iterations')
  if (typeof iterations !== 'number' || !Number.isInteger(iterations) || iterations < FEWEST || iterations > MOST) return refuse('“iterations”', `it holds ${shown(iterations ?? null)}, and Sightlines takes ${grouped(FEWEST)} to ${grouped(MOST)}`)
  const [salt, iv, data] = [bytesAt(file, 'salt'), bytesAt(file, 'iv'), bytesAt(file, 'data')]
  if (!salt || salt.length === 0) return refuse('“salt”', 'it is no base64')
  if (iv?.length !== IV) return refuse('“iv”', `it is no base64 of ${IV} bytes`)
  if (!data || data.length < TAG) return refuse('“data”', 'it is no base64, or was cut short')
  return { ok: true, header: { format: 'sightlines-encrypted', formatVersion: version, kdf: 'PBKDF2-SHA-256', iterations, salt: own(file, 'salt') as string, iv: own(file, 'iv') as string, cipher: 'AES-256-GCM' }, data }
}

/** What is locked; null where the passphrase does not open it, or where a byte of the file has been changed: the cipher cannot tell the two apart. */
export async function unlock({ header, data }: Lock, passphrase: string): Promise<Uint8Array | null> {
  const [salt, iv] = [fromBase64(header.salt), fromBase64(header.iv)]
  if (!salt || !iv) return null
  const key = await keyOf(passphrase, salt, header.iterations)
  return crypto.subtle.decrypt(howOf(header, iv), key, data).then((bytes) => new Uint8Array(bytes), () => null)
}

/** One spelling for letters that keyboards write in two ways. */
async function keyOf(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const words = await crypto.subtle.importKey('raw', new TextEncoder().encode(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, words, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** The header goes in as its compact JSON, in the order of the format, so that spaces and line breaks in the file do not matter. */
function howOf({ format, formatVersion, kdf, iterations, salt, iv: nonce, cipher }: Header, iv: Uint8Array<ArrayBuffer>) {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(JSON.stringify({ format, formatVersion, kdf, iterations, salt, iv: nonce, cipher })) } as const
}

function bytesAt(file: JsonObject, key: string): Uint8Array<ArrayBuffer> | null {
  const value = own(file, key)
  return typeof value === 'string' ? fromBase64(value) : null
}

const refuse = (place: string, reason: string): Refused => ({ ok: false, place, reason })
