import { provide } from '../../commands/dispatch.ts'
import { openFiles } from '../../commands/open-files.ts'
import { registerOffline } from '../../offline/register-offline.ts'
import { live } from '../../session/live.ts'
import { say, session } from '../../session/session.ts'
import { wireArrivals } from './arrivals.ts'
import { wireFocus } from './focus.ts'
import { wireDrafts } from './keep-drafts.ts'
import { wirePreferences } from './keep-preferences.ts'
import { KeptMaps } from './kept-maps.ts'
import { wireKeys } from './key-handler.ts'
import { wireNarrow } from './narrow.ts'
import { wireNextJoins } from './next-joins.ts'
import { wireLeaving, wireSaveWords } from './not-saved.ts'
import { pageClips, wireClips } from './page-clips.ts'
import { pageFiles, wireLaunchedFiles } from './page-files.ts'
import { wirePreview } from './preview-stands.ts'
import { wireReading } from './reading-stands.ts'
import { wireTheme } from './theme.ts'
import { wireToasts } from './toasts.ts'
import { workerWork } from './worker-work.ts'

/** Milliseconds after which the page is drawn though the storage has not answered: it may be waiting for another tab. */
const PATIENCE = 600

/** Asked for at once and not waited for: the page is drawn, and the question can be typed, while database and document are still being fetched. */
const storage = Promise.all([import('../../storage/library.ts'), import('./environment.ts')])

/** Connects everything, once; resolves when the first drawing can show what was there before. */
export async function start(): Promise<void> {
  const ready = storage.then(([{ openLibrary }, { browserEnvironment }]) => openLibrary(browserEnvironment({ onNotice: (notice) => maps.notify(notice), onOffer: (offer) => live.setState({ offer }), onEmptied: () => maps.startAgain() })))
  const maps: KeptMaps = new KeptMaps(ready)
  provide({ maps, files: pageFiles, clips: pageClips, work: workerWork, now: () => new Date(), random: Math.random })
  wireTheme()
  wireKeys()
  wireFocus()
  wireNarrow()
  wireNextJoins()
  wireReading()
  wirePreview()
  wireSaveWords()
  wireLeaving()
  wireToasts()
  wireDrafts(ready)
  wireLaunchedFiles(openFiles)
  wireArrivals()
  wireClips()
  void registerOffline({
    onUpdateReady: (update) => live.setState({ update }),
    onOfflineReady: () => say('Sightlines is on this device now and works without a network.'),
  })
  // What could not be said where it happened is still said; the words of a fault mean nothing to the person.
  addEventListener('unhandledrejection', () => session.setState({ toast: { words: 'That did not work. Your map has not changed.' } }))
  await Promise.race([Promise.all([wirePreferences(ready), maps.reopen()]), new Promise((resolve) => setTimeout(resolve, PATIENCE))])
}
