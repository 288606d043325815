import { BEATS } from '../../model/kinds.ts'
import type { Id } from '../../model/ids.ts'
import type { Scene } from '../../model/records.ts'
import { listed, type SystemMap } from '../../model/system-map.ts'
import { xmlText } from '../../painters/xml.ts'

/** One scene of a story in a page that stands alone; its drawing is left out where there are too many. */
export interface StandaloneScene {
  readonly scene: Scene
  /** What is looked at, in words. */
  readonly reading: string
  readonly svg?: string
}

/** The scenes of a map in the order in which they are told. */
export function scenesInOrder(map: Pick<SystemMap, 'stories' | 'scenes'>): readonly Scene[] {
  const scenes = listed(map.scenes)
  return listed(map.stories).flatMap(({ id }) => scenes.filter(({ story }) => story === id))
}

/** The stories as text, one scene after another; the page's script makes steps of them. */
export function storyHtml(map: SystemMap, scenes: readonly StandaloneScene[]): string {
  if (scenes.length === 0) return ''
  const titles = listed(map.stories).filter(({ id }) => scenes.some(({ scene }) => scene.story === id)).map(({ title }) => title || 'Story')
  const items = scenes.map(({ scene, reading }, i) => {
    const beat = BEATS.find(({ value }) => value === scene.beat)?.title
    return `<li data-scene="${i}" data-focus="${xmlText(focusOf(map, scene).join(' '))}"><h3>${xmlText(scene.title || `Scene ${i + 1}`)}</h3><p>${xmlText(scene.words)}</p><p class="page-quiet">${xmlText([beat, reading].filter(Boolean).join(' · '))}</p></li>`
  })
  return `<section class="page-story"><h2>${xmlText(titles.join(' · '))}</h2><div class="page-steps" hidden="hidden"><button id="story-last" type="button">Back</button><button id="story-next" type="button">Step through it</button><button id="story-end" type="button" hidden="hidden">Leave the story</button><span id="story-at" role="status"></span></div><ol>${items.join('')}</ol></section>`
}

/** What a scene is about, with the ends of its ties and the ties along its path. */
function focusOf(map: SystemMap, { focus, path }: Scene): readonly Id[] {
  const all = new Set<Id>([...focus, ...path])
  for (const id of focus) {
    const tie = map.relationships.get(id)
    if (tie) all.add(tie.from).add(tie.to)
  }
  for (const { id, from, to } of map.relationships.values()) {
    const isOnPath = path.some((one, i) => i > 0 && ((path[i - 1] === from && one === to) || (path[i - 1] === to && one === from)))
    const isBetween = focus.includes(from) && focus.includes(to)
    if (isOnPath || isBetween) all.add(id)
  }
  return [...all]
}
