import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, preview, type InlineConfig } from 'vite'

export interface Served {
  readonly url: string
  close(): Promise<void>
}

/** Builds the page of the contenders for production, away from the app's own build, and serves it. */
export async function serveContenders(): Promise<Served> {
  const root = fileURLToPath(new URL('.', import.meta.url))
  const outDir = fileURLToPath(new URL('../../../node_modules/.cache/bench/contenders', import.meta.url))
  const config: InlineConfig = { configFile: false, root, base: './', logLevel: 'error', plugins: [react()] }
  await build({ ...config, publicDir: false, build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2000 } })
  const server = await preview({ ...config, build: { outDir: outDir }, preview: { host: '127.0.0.1', port: 0 } })
  return { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() }
}
