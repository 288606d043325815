import { say, session } from '../session/session.ts'

/** Takes away a layout that is only shown, before something else happens to the map; gives whether there was one. */
export function putBackLayout(): boolean {
  const { preview } = session.getState()
  if (!preview) return false
  session.setState({ preview: null })
  say(`${preview.title} was put back.`)
  return true
}
