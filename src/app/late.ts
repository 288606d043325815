import { lazy, type ComponentType } from 'react'

const parts = import.meta.glob<Record<string, ComponentType>>(['../panels/*/*.tsx', '../canvas/MapCanvas.tsx'])

/** A screen that another room draws, by its path under src; nothing until it exists. */
export function lazyPart(path: string): ComponentType {
  const load = parts[`../${path}.tsx`]
  const name = path.split('/').at(-1) ?? ''
  return lazy(async () => ({ default: (load && (await load())[name]) ?? (() => null) }))
}
