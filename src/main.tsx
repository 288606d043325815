import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import '@fontsource-variable/atkinson-hyperlegible-next/wght-italic.css'
import '@fontsource-variable/atkinson-hyperlegible-mono/wght.css'
import 'virtual:palette.css'
import './app/tokens.css'
import './app/base.css'
import './app/print.css'
import { App } from './app/App.tsx'
import './app/narrow.css'
import { fetchFirst } from './app/parts.ts'
import { start } from './app/wiring/start.ts'
import { session } from './session/session.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element with the id "root"')

await start()
await fetchFirst(session.getState().isMapOpen).catch(() => undefined)
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
