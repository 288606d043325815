import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, runnerImport, type Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** What every host should send with every file; the README says the same. */
const headers = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types sw',
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Serves `virtual:palette.css`, the colours of `src/scene/palette.ts` as CSS custom properties. */
function paletteCss(): Plugin {
  const palette = here('src/scene/palette.ts')
  const id = here('src/scene/palette.virtual.css')
  return {
    name: 'sightlines:palette',
    resolveId: (source) => (source === 'virtual:palette.css' ? id : null),
    async load(asked) {
      if (asked !== id) return null
      if (!existsSync(palette)) return ''
      this.addWatchFile(palette)
      const { module } = await runnerImport<{ paletteCss(): string }>(palette, { configFile: false, logLevel: 'error' })
      return module.paletteCss()
    },
  }
}

/** Builds the service worker last, with the list of everything else that was built. */
function offline(): Plugin {
  let folder = ''
  return {
    name: 'sightlines:offline',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    configResolved(config) {
      folder = config.build.outDir
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const root = join(here('.'), folder)
        const found = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
        const paths = found.map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(root.length + 1)
            .replaceAll('\\', '/'),
        )
        const all = createHash('sha256')
        for (const path of paths.toSorted()) all.update(`${path}\n`).update(readFileSync(join(root, path)))
        const files = paths.filter((path) => path !== 'index.html').toSorted()
        await build({
          configFile: false,
          root: here('.'),
          publicDir: false,
          logLevel: 'error',
          build: {
            target: 'es2022',
            outDir: root,
            emptyOutDir: false,
            lib: { entry: here('src/offline/service-worker.ts'), formats: ['es'], fileName: () => 'service-worker.js' },
          },
        })
        const list = JSON.stringify({ id: all.digest('hex').slice(0, 16), files })
        const worker = join(root, 'service-worker.js')
        writeFileSync(worker, `const BUILD = ${list}\n${readFileSync(worker, 'utf8')}`)
      },
    },
  }
}

/** The page and the first script, which waits at its top level for files that import what the start is made of: in one file with it they would wait for each other. */
const entry = [here('index.html'), here('src/main.tsx')]

/** The rooms that draw; every other room is tested in Node. */
const inPage = ['controls', 'canvas', 'panels', 'app'].map((room) => `tests/${room}/**/*.test.{ts,tsx}`)

export default defineConfig({
  // Relative addresses, so that the build can be served from any folder of any host.
  base: './',
  // One page at one address: a file that is not there is a 404, not that page again.
  appType: 'mpa',
  plugins: [react(), paletteCss(), offline()],
  build: {
    target: 'es2022',
    // The policy refuses fonts in data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // What the first script may weigh is a test of its own.
    chunkSizeWarningLimit: 1000,
    manifest: false,
    // What the first drawing needs is one file: left alone it comes in ninety, one for each set of screens that shares a module.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'], test: (id) => !entry.includes(id) }] } } },
  },
  worker: {
    format: 'es',
    // src/offline/trusted-urls.ts trusts this folder alone.
    rolldownOptions: {
      output: { entryFileNames: 'workers/[name]-[hash].js', chunkFileNames: 'workers/[name]-[hash].js' },
    },
  },
  preview: { headers },
  test: {
    // Two slow cores must not fail what is right: speed is the bench's concern.
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // Left to itself it keeps one core free, which on two is half of them.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: inPage,
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          environment: 'happy-dom',
          include: inPage,
          setupFiles: 'tests/support/clean-page.ts',
        },
      },
    ],
  },
})
