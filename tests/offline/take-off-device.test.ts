import { afterEach, expect, test, vi } from 'vitest'
import { takeOffDevice } from '../../src/offline/register-offline.ts'

afterEach(() => vi.unstubAllGlobals())

/** A browser with service workers of these folders of one host, and these caches; gives what of them is left. */
function browser(scopes: readonly string[], names: readonly string[]) {
  const left = { scopes: [...scopes], names: [...names] }
  const registrations = scopes.map((scope) => ({ scope, installing: null, unregister: async () => void left.scopes.splice(left.scopes.indexOf(scope), 1) }))
  const home = 'https://maps.example/sightlines/'
  vi.stubGlobal('document', { baseURI: home })
  vi.stubGlobal('navigator', {
    serviceWorker: {
      getRegistrations: async () => registrations,
      getRegistration: async () => registrations.filter(({ scope }) => home.startsWith(scope)).sort((a, b) => b.scope.length - a.scope.length)[0],
    },
  })
  vi.stubGlobal('caches', { keys: async () => names, delete: async (name: string) => void left.names.splice(left.names.indexOf(name), 1) })
  return left
}

test('The app goes from the device, and what other apps of its host keep there stays', async () => {
  const left = browser(['https://maps.example/', 'https://maps.example/sightlines/', 'https://maps.example/shop/'], ['sightlines 1a2b', 'shop'])
  await takeOffDevice()
  expect(left).toEqual({ scopes: ['https://maps.example/', 'https://maps.example/shop/'], names: ['shop'] })
  const without = browser(['https://maps.example/'], [])
  await takeOffDevice()
  expect(without.scopes).toEqual(['https://maps.example/'])
})
