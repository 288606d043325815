import { useEffect } from 'react'
import { Part } from './Part.tsx'
import { DetailsPanel, fetchSoon, MapCanvas, StartPage } from './parts.ts'
import { ToastPlace } from './ToastPlace.tsx'
import { NoticeBar } from './NoticeBar.tsx'

export function StartScreen() {
  useEffect(() => fetchSoon([MapCanvas, DetailsPanel]), [])
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
