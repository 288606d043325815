import { lazyPart } from './late.ts'
import { Part } from './Part.tsx'
import { ToastPlace } from './ToastPlace.tsx'
import { NoticeBar } from './NoticeBar.tsx'

const StartPage = lazyPart('panels/start/StartPage')

export function StartScreen() {
  return (
    <div className="start-screen">
      <NoticeBar />
      <Part>
        <StartPage />
      </Part>
      <ToastPlace />
    </div>
  )
}
