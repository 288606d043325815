import { useEffect, useRef, type ComponentType } from 'react'
import { invoke } from '../commands/dispatch.ts'
import { Tabs } from '../controls/Tabs.tsx'
import { usePreferences, useSession } from '../session/hooks.ts'
import { session, type PanelName } from '../session/session.ts'
import { Part } from './Part.tsx'
import { ActionsPanel, ComparePanel, DetailsPanel, NoticePanel, ReflectionsPanel } from './parts.ts'
import './SidePanel.css'

const PANELS: Readonly<Record<PanelName, ComponentType>> = {
  Details: DetailsPanel,
  Compare: ComparePanel,
  Notice: NoticePanel,
  Actions: ActionsPanel,
  Reflections: ReflectionsPanel,
}
const tabs = (Object.keys(PANELS) as PanelName[]).map((value) => ({ value, title: value }))

/** The panel at the right; it follows the selection. Below 1200 px it lies over the map until it is put away. */
export function SidePanel() {
  const panel = useSession((s) => s.panel)
  const isHidden = useSession((s) => s.panelsHidden)
  const isProjected = usePreferences((p) => p.projector !== 'off')
  const subject = useSession((s) => s.selection.at(-1))
  const body = useRef<HTMLDivElement>(null)
  // Another subject is read from its name on.
  useEffect(() => {
    if (body.current) body.current.scrollTop = 0
  }, [subject, panel])
  if (isHidden || isProjected) return null
  const Panel = PANELS[panel]
  return (
    <aside className="side-panel" aria-label={panel} data-zone="side">
      <div className="side-head">
        <Tabs label="Panel" tabs={tabs} value={panel} onChange={(next) => session.setState({ panel: next })} panel="side-panel-body" />
        <button type="button" className="side-close" aria-label="Hide panels" onClick={() => void invoke('hide-panels')}>
          <svg width="16" height="16" viewBox="0 0 20 20" aria-hidden="true">
            <path d="M4 4L16 16M16 4L4 16" stroke="currentColor" strokeWidth="1.8" fill="none" />
          </svg>
        </button>
      </div>
      <div ref={body} className="side-body" id="side-panel-body" role="tabpanel" aria-labelledby={`side-panel-body-${panel}`} tabIndex={-1}>
        <Part key={panel}>
          <Panel />
        </Part>
      </div>
    </aside>
  )
}
