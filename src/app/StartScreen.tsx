import { useEffect } from 'react'
import { Part } from './Part.tsx'
import { fetchMapParts, StartPage } from './parts.ts'
import { ToastPlace } from './ToastPlace.tsx'
import { NoticeBar } from './NoticeBar.tsx'

export function StartScreen() {
  useEffect(fetchMapParts, [])
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
