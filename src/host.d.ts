// The few globals that pages, workers and Node share. The core compiles against these and nothing else of its host.

interface AbortSignal {
  readonly aborted: boolean
  readonly reason: unknown
  throwIfAborted(): void
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void
  removeEventListener(type: 'abort', listener: () => void): void
}
declare var AbortSignal: { abort(reason?: unknown): AbortSignal }

interface AbortController {
  readonly signal: AbortSignal
  abort(reason?: unknown): void
}
declare var AbortController: { new (): AbortController }

interface TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>
}
declare var TextEncoder: { new (): TextEncoder }

interface TextDecoder {
  readonly encoding: string
  decode(bytes?: ArrayBuffer | ArrayBufferView, options?: { stream?: boolean }): string
}
declare var TextDecoder: {
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder
}

interface URL {
  readonly href: string
  readonly protocol: string
  readonly host: string
  readonly hostname: string
  readonly pathname: string
  readonly search: string
  readonly hash: string
  readonly username: string
  readonly password: string
}
declare var URL: { new (url: string, base?: string): URL; canParse(url: string, base?: string): boolean }

declare function structuredClone<T>(value: T): T
declare function queueMicrotask(task: () => void): void
declare function setTimeout(task: () => void, milliseconds?: number): unknown
declare function clearTimeout(timer: unknown): void

/** A key as WebCrypto holds it. */
interface CryptoKey {
  readonly type: string
}
interface Pbkdf2 {
  readonly name: 'PBKDF2'
  readonly hash: 'SHA-256'
  readonly salt: Uint8Array<ArrayBuffer>
  readonly iterations: number
}
interface AesGcm {
  readonly name: 'AES-GCM'
  readonly iv: Uint8Array<ArrayBuffer>
  readonly additionalData: Uint8Array<ArrayBuffer>
}
declare var crypto: {
  /** Absent where a page came over plain http from another machine. */
  readonly subtle: {
    importKey(format: 'raw', bytes: Uint8Array<ArrayBuffer>, algorithm: 'PBKDF2', extractable: false, usages: ['deriveKey']): Promise<CryptoKey>
    deriveKey(from: Pbkdf2, key: CryptoKey, to: { readonly name: 'AES-GCM'; readonly length: 256 }, extractable: false, usages: ['encrypt', 'decrypt']): Promise<CryptoKey>
    encrypt(how: AesGcm, key: CryptoKey, bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
    decrypt(how: AesGcm, key: CryptoKey, bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
  }
}
