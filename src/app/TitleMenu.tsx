import { ports } from '../commands/dispatch.ts'
import { Menu } from '../controls/Menu.tsx'
import type { MenuItem } from '../controls/MenuList.tsx'
import { useLive } from '../session/hooks.ts'
import { nameOfMap } from '../words/map-name.ts'

const MOST = 6

/** The open map's name, and the way to another. */
export function TitleMenu({ title, onRename }: { readonly title: string; readonly onRename: () => void }) {
  const maps = useLive((l) => l.maps)
  const open = useLive((l) => l.map?.meta.mapId)
  const others = maps.filter((card) => card.id !== open).slice(0, MOST)
  const items: readonly MenuItem[] = [
    { id: 'rename', title: 'Rename this map', onChoose: onRename },
    { id: 'all', title: 'All my maps', onChoose: () => void ports().maps.close() },
    ...others.map((card, i) => ({ id: card.id, title: nameOfMap(card), startsGroup: i === 0, onChoose: () => void ports().maps.open(card.id) })),
  ]
  return <Menu faceClass="title-menu" face={<span {...(title ? {} : { className: 'is-untitled' })}>{title || 'Untitled map'}</span>} items={items} />
}
