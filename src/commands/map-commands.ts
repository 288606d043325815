import type { Command } from './command.ts'
import { isMapOpen, opens } from './anywhere.ts'

export const MAP_COMMANDS: readonly Command[] = [
  {
    id: 'start-page',
    title: 'All my maps',
    group: 'Map',
    keywords: 'start page home close recent',
    when: isMapOpen,
    run: (c) => c.maps.close(),
  },
  { id: 'paste-list', title: 'Paste list', group: 'Map', keywords: 'excel spreadsheet table rows import', run: (c) => c.setSession({ dialog: { name: 'Paste', text: '' } }) },
  opens('Organisations', { id: 'organisations', title: 'Organisations', group: 'Map', keywords: 'names codes colours order', when: isMapOpen }),
  opens('Versions', { id: 'versions', title: 'Versions', group: 'Map', keywords: 'history moments earlier', when: isMapOpen }),
  opens('Key', { id: 'key', title: 'Key', group: 'Map', keys: ['k'], keywords: 'legend marks shapes lines', when: isMapOpen }),
  opens('Storage', { id: 'storage', title: 'Where this map is kept', group: 'Map', keywords: 'storage saved disk file', when: isMapOpen }),
]
