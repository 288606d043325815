import { lazyPart } from './late.ts'
import { ToastPlace } from './ToastPlace.tsx'
import { NoticeBar } from './NoticeBar.tsx'

const StartPage = lazyPart('panels/start/StartPage')

export function StartScreen() {
  return (
    <div className="start-screen">
      <NoticeBar />
      <StartPage />
      <ToastPlace />
    </div>
  )
}
