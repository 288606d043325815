import { apply } from '../../model/apply.ts'
import { newId } from '../../model/ids.ts'
import type { SystemMap, WholeMap } from '../../model/system-map.ts'
import { live, type MapCard } from '../../session/live.ts'
import { session, START } from '../../session/session.ts'
import type { Maps } from '../../commands/ports.ts'

const kept = new Map<string, WholeMap>()
const undone: { title: string; map: SystemMap }[] = []
const done: { title: string; map: SystemMap }[] = []

function card(id: string, { map }: WholeMap): MapCard {
  return {
    id,
    title: map.meta.title,
    question: map.meta.question,
    elements: map.elements.size,
    ties: map.relationships.size,
    changedAt: Date.now(),
    filedAt: null,
    illustrative: map.meta.illustrative,
    picture: { elements: [], ties: [] },
  }
}

function show(map: SystemMap | null): void {
  live.setState({ map, undo: done.map((step) => step.title), redo: undone.map((step) => step.title), maps: [...kept].map(([id, whole]) => card(id, whole)) })
}

function openMap(): SystemMap {
  const { map } = live.getState()
  if (!map) throw new Error('No map is open')
  return map
}

/** Maps in memory alone. */
export const memoryMaps: Maps = {
  dispatch(title, change) {
    const before = openMap()
    const after = apply(before, typeof change === 'function' ? change(before) : change)
    if (after === before) return
    done.push({ title, map: before })
    undone.length = 0
    show(after)
  },
  undo() {
    const step = done.pop()
    if (!step) return
    undone.push({ title: step.title, map: openMap() })
    show(step.map)
  },
  redo() {
    const step = undone.pop()
    if (!step) return
    done.push({ title: step.title, map: openMap() })
    show(step.map)
  },
  async create(whole) {
    const id = kept.has(whole.map.meta.mapId) ? newId(Math.random) : whole.map.meta.mapId
    kept.set(id, { ...whole, map: { ...whole.map, meta: { ...whole.map.meta, mapId: id } } })
    await this.open(id)
    return id
  },
  async open(id) {
    const whole = kept.get(id)
    if (!whole) return
    done.length = 0
    undone.length = 0
    live.setState({ contents: whole.contents })
    session.setState({ ...START, isMapOpen: true })
    show(whole.map)
  },
  async close() {
    const { map, contents } = live.getState()
    if (map) kept.set(map.meta.mapId, { map, contents })
    session.setState({ ...START })
    show(null)
  },
  async rename(id, title) {
    const whole = kept.get(id)
    if (whole) kept.set(id, { ...whole, map: { ...whole.map, meta: { ...whole.map.meta, title } } })
    show(live.getState().map)
  },
  async duplicate(id) {
    return id
  },
  async remove() {},
  async putBack() {},
  async saveVersion() {
    return ''
  },
  async contentOf(version) {
    const content = live.getState().contents.get(version.content)
    if (!content) throw new Error('The content of that version is not here')
    return content
  },
  async whole() {
    return { map: openMap(), contents: live.getState().contents }
  },
  filed() {
    live.setState({ filedAt: Date.now() })
  },
}
