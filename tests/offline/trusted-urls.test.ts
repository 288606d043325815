import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => {
  vi.resetModules()
  vi.stubEnv('DEV', false)
  vi.stubGlobal('document', { baseURI: 'https://maps.example/sightlines/?from=mail' })
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

const load = () => import('../../src/offline/trusted-urls.ts')

test('The app trusts its own workers', async () => {
  const { trustedServiceWorkerUrl, trustedWorkerUrl } = await load()
  expect(trustedServiceWorkerUrl()).toBe('https://maps.example/sightlines/service-worker.js')
  const own = 'https://maps.example/sightlines/workers/worker-B1_x-2.js'
  expect(trustedWorkerUrl(own)).toBe(own)
  expect(trustedWorkerUrl('workers/worker-B1_x-2.js')).toBe(own)
})

test.each([
  'https://elsewhere.example/sightlines/workers/worker.js',
  'https://maps.example/workers/worker.js',
  'https://maps.example/sightlines/workers/../assets/index.js',
  'https://maps.example/sightlines/workers/worker.js?and=more',
  'https://maps.example/sightlines/src/worker/worker.ts?worker_file&type=module',
  'data:text/javascript,alert(1)',
  'blob:https://maps.example/1',
  'javascript:alert(1)//workers/a.js',
])('It does not trust %s', async (url) => {
  const { trustedWorkerUrl } = await load()
  expect(() => trustedWorkerUrl(url)).toThrow(TypeError)
})

test('It makes the one policy that the headers allow, once', async () => {
  const createPolicy = vi.fn((_: string, rules: object) => rules)
  vi.stubGlobal('trustedTypes', { createPolicy })
  const { trustedServiceWorkerUrl, trustedWorkerUrl } = await load()
  trustedServiceWorkerUrl()
  trustedWorkerUrl('workers/worker.js')
  expect(createPolicy.mock.calls.map(([name]) => name)).toEqual(['sw'])
})
