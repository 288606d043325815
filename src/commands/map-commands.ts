import { emptyMap } from '../model/empty-map.ts'
import { newId } from '../model/ids.ts'
import type { Command } from './command.ts'
import { isMapOpen, opens } from './anywhere.ts'
import { offerGather } from './gather-files.ts'
import { isoDate } from '../words/dates.ts'
import { fileNameOf, saveAllMaps, writeMapFile } from './map-file.ts'
import { nameOfMap } from '../words/map-name.ts'

export const MAP_COMMANDS: readonly Command[] = [
  {
    id: 'new-map',
    title: 'New map',
    group: 'Map',
    menu: 1,
    keywords: 'start blank question template',
    async run(c) {
      if (c.map) return c.maps.close()
      await c.maps.create({ map: emptyMap(newId(c.random)), contents: new Map() })
      return undefined
    },
  },
  {
    id: 'start-page',
    title: 'All my maps',
    group: 'Map',
    menu: 1,
    keywords: 'start page home close recent',
    when: isMapOpen,
    run: (c) => c.maps.close(),
  },
  {
    id: 'sample',
    title: 'Look at the sample map',
    group: 'Map',
    menu: 1,
    keywords: 'harbour city example illustrative',
    async run(c) {
      const { loadSample } = await import('../templates/sample.ts')
      await c.maps.create(await loadSample(c.random))
      return { announce: 'Harbour City, a sample map. Nobody said these things.' }
    },
  },
  {
    id: 'save-all',
    title: 'Save all my maps',
    group: 'Map',
    menu: 2,
    keywords: 'backup zip download everything',
    when: (c) => c.live.maps.length > 0,
    run: saveAllMaps,
  },
  {
    id: 'keep-in-file',
    title: 'Keep this map in a file…',
    group: 'Map',
    menu: 2,
    keywords: 'save as disk same again',
    when: (c) => c.map !== null && c.files.canKeep,
    async run(c) {
      if (!c.map || !(await c.files.keepIn(fileNameOf(c.map.meta, isoDate(c.now()), '.sightlines.json')))) return
      const written = await writeMapFile()
      c.setSession({ toast: { words: `Saved in ${written}. Save version writes the same file again.` } })
    },
  },
  {
    id: 'print',
    title: 'Print map',
    group: 'Map',
    menu: 2,
    keys: ['$mod+p'],
    keywords: 'paper poster pdf a4 a3',
    when: isMapOpen,
    async run(c) {
      const [{ printSize, pictureText }, { printPicture }] = await Promise.all([import('./pictures.ts'), import('../outputs/print-picture.ts')])
      await printPicture(await pictureText(c, printSize, { isOnPaper: true }), c.map ? nameOfMap(c.map.meta) : '')
    },
  },
  {
    id: 'copy-picture',
    title: 'Copy picture',
    group: 'Map',
    menu: 2,
    keywords: 'clipboard png image slide',
    when: isMapOpen,
    async run(c) {
      const [{ pictureText }, { copyPicture }, { PICTURE_SIZES }] = await Promise.all([import('./pictures.ts'), import('../outputs/picture-png.ts'), import('../outputs/picture-sizes.ts')])
      const [size] = PICTURE_SIZES
      if (!size) return
      await copyPicture(pictureText(c, size), size, size.scale)
      c.setSession({ toast: { words: 'The picture is on the clipboard.' } })
    },
  },
  {
    id: 'gather-files',
    title: 'Gather files',
    group: 'Map',
    menu: 1,
    keywords: 'tables merge combine together several workshop',
    when: isMapOpen,
    run: async (c) => offerGather(await c.files.pick()),
  },
  {
    id: 'gather-text',
    title: 'Gather a table’s text',
    group: 'Map',
    keywords: 'paste tables ratings message email',
    when: isMapOpen,
    run: (c) => c.setSession({ dialog: { name: 'Gather', files: [], refused: [], pastes: true } }),
  },
  { id: 'paste-list', title: 'Paste list', group: 'Map', menu: 1, keywords: 'excel spreadsheet table rows import', run: (c) => c.setSession({ dialog: { name: 'Paste', text: '' } }) },
  opens('Versions', { id: 'versions', title: 'Versions', group: 'Map', menu: 2, keywords: 'history moments earlier restore open go back compare', when: isMapOpen }),
  opens('Organisations', { id: 'organisations', title: 'Organisations', group: 'Map', menu: 3, keywords: 'names codes colours order', when: isMapOpen }),
  opens('Key', { id: 'key', title: 'Key', group: 'See it', menu: 3, keys: ['k'], keywords: 'legend marks shapes lines', when: isMapOpen }),
  opens('Storage', { id: 'storage', title: 'Where this map is kept', group: 'Map', menu: 3, keywords: 'storage saved disk file', when: isMapOpen }),
  opens('Remove everything', { id: 'remove-everything', title: 'Remove everything from this device', group: 'Anywhere', keywords: 'delete clear erase empty laptop leave privacy' }),
]
