import type { Id } from '../../model/ids.ts'
import type { MapContent, SystemMap } from '../../model/system-map.ts'
import { actionsOn } from '../../reading/actions-on.ts'
import { counted } from '../../words/counts.ts'
import type { Column } from './column.ts'

/** Who is tied to whom, as the head of a tie's row. */
export function endsColumn(moment: MapContent): Column {
  return {
    id: 'ends',
    title: 'From → to',
    width: 320,
    read: (row) => {
      const tie = moment.relationships.get(row)
      const name = (end: Id | undefined) => moment.elements.get(end ?? '')?.name ?? ''
      return `${name(tie?.from)} ${tie?.mutual ? '–' : '→'} ${name(tie?.to)}`
    },
  }
}

/** Whether anybody has a tie in hand. */
export function actionColumn(map: SystemMap): Column {
  const counts = actionsOn(map.actions)
  return {
    id: 'action',
    title: 'Action',
    width: 112,
    read: (row) => {
      const count = counts.get(row) ?? 0
      return count === 0 ? 'no one yet' : counted(count, 'action')
    },
    sort: (row) => counts.get(row) ?? 0,
  }
}
