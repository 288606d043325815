import { ownView } from '../edits/perspectives.ts'
import { looking } from '../session/look.ts'
import { canEdit, isMapOpen, opens } from './anywhere.ts'
import type { Command } from './command.ts'

export const PERSPECTIVE_COMMANDS: readonly Command[] = [
  opens('Perspectives', { id: 'perspectives', title: 'Perspectives…', group: 'See it', menu: 3, keywords: 'views add name order delete private table person vision', when: isMapOpen }),
  opens('Voices', { id: 'voices', title: 'Voices…', group: 'See it', menu: 3, keywords: 'whose answers spread fingers differences pick choose', when: isMapOpen }),
  {
    id: 'my-own-view',
    title: 'My own view',
    group: 'See it',
    keywords: 'private perspective mine add alone person',
    when: canEdit,
    run(c) {
      if (!c.map) return undefined
      const view = ownView(c.map, c.random)
      // Made first: what is on screen must be there to be looked at.
      if (view.change.writes.length > 0) c.maps.dispatch('My own view', view.change)
      c.setSession(looking(c.session, { version: null, perspective: view.id }))
      return { announce: 'Seen by your own view. What you rate and write here is private until you share it.' }
    },
  },
]
