import type { Theme } from '../session/preferences.ts'
import type { Command, CommandContext } from './command.ts'

const isOpen = (c: CommandContext) => c.map !== null

function theme(id: Theme, title: string, words: string): Command {
  return {
    id: `theme-${id}`,
    title,
    group: 'In the room',
    keywords: 'theme colours light dark appearance',
    menu: 4,
    isOn: (c) => (c.preferences.projector === 'off' ? c.preferences.theme : c.preferences.projectorTheme) === id,
    run(c) {
      c.setPreferences(c.preferences.projector === 'off' ? { theme: id } : { projectorTheme: id })
      return { announce: words }
    },
  }
}

function reach(id: 'near' | 'far', title: string): Command {
  return {
    id: `projector-${id}`,
    title,
    group: 'In the room',
    keywords: 'projector back row size large',
    when: isOpen,
    isOn: (c) => c.preferences.projector === id,
    run(c) {
      c.setPreferences({ projector: id, projectorReach: id })
      return { announce: `Projector mode, ${id === 'near' ? 'back row near' : 'back row far'}.` }
    },
  }
}

export const ROOM_COMMANDS: readonly Command[] = [
  {
    id: 'projector',
    title: 'Projector mode',
    group: 'In the room',
    keys: ['p'],
    keywords: 'present beamer screen near far',
    when: isOpen,
    isOn: (c) => c.preferences.projector !== 'off',
    run(c) {
      const isOn = c.preferences.projector !== 'off'
      c.setPreferences({ projector: isOn ? 'off' : c.preferences.projectorReach })
      return { announce: isOn ? 'Projector mode is off.' : 'Projector mode is on. P leaves it.' }
    },
  },
  reach('near', 'Projector mode, back row near'),
  reach('far', 'Projector mode, back row far'),
  {
    id: 'hide-panels',
    title: 'Hide panels',
    group: 'In the room',
    keys: ['\\'],
    keywords: 'show panels side details full',
    when: isOpen,
    isOn: (c) => c.session.panelsHidden,
    run(c) {
      c.setSession({ panelsHidden: !c.session.panelsHidden })
      return { announce: c.session.panelsHidden ? 'The panels are back.' : 'The panels are hidden.' }
    },
  },
  {
    id: 'timer-stop',
    title: 'Stop the timer',
    group: 'In the room',
    keywords: 'timer clock minutes',
    when: (c) => c.session.timerEnds !== null,
    run(c) {
      c.setSession({ timerEnds: null })
      return { announce: 'The timer is off.' }
    },
  },
  ...[3, 5, 7, 10].map(
    (minutes): Command => ({
      id: `timer-${minutes}`,
      title: `Timer, ${minutes} minutes`,
      group: 'In the room',
      keywords: 'timer clock countdown',
      when: isOpen,
      run(c) {
        c.setSession({ timerEnds: c.now().getTime() + minutes * 60_000 })
        return { announce: `${minutes} minutes from now.` }
      },
    }),
  ),
  theme('light', 'Light', 'Light.'),
  theme('dark', 'Dark', 'Dark.'),
  theme('system', 'Light or dark as this device says', 'As this device says.'),
]
