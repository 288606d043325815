import type { Format } from '../format.ts'

/** Sightlines' own file: everything, to be opened again as the same map. */
export const native: Format = {
  id: 'native',
  title: 'Sightlines map',
  extensions: ['.sightlines.json', '.json'],
  mime: 'application/json',
  losses: [],
  async load() {
    const [{ readNative }, { writeNative }] = await Promise.all([import('./read-native.ts'), import('./write-native.ts')])
    return {
      read: async (bytes) => readNative(bytes),
      write: async (whole, options) => new TextEncoder().encode(writeNative(whole, options)),
    }
  },
}
