import { createRoot } from 'react-dom/client'
import { registerOffline } from './offline/register-offline.ts'
import 'virtual:palette.css'

const container = document.getElementById('root')
if (container === null) throw new Error('index.html has no element with the id "root"')
const root = createRoot(container)

function draw(apply?: () => void): void {
  root.render(
    <main>
      <h1>Sightlines</h1>
      {apply === undefined ? null : (
        <button type="button" onClick={apply}>
          Use the new version
        </button>
      )}
    </main>,
  )
}

draw()
void registerOffline({ onUpdateReady: draw, onOfflineReady: () => {} })
