import type { MapMeta } from '../model/records.ts'

/** What a map is called where it has to be called something: its title, else the words of its question. */
export function nameOfMap({ title, question }: Pick<MapMeta, 'title' | 'question'>): string {
  return title || question || 'Untitled map'
}
