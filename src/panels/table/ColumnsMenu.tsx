import { Menu } from '../../controls/Menu.tsx'
import { preferences } from '../../session/preferences.ts'
import type { TableTab } from '../../session/session.ts'
import type { Column } from './column.ts'

/** What a column that is put away is known by on this device. */
export const columnKey = (tab: TableTab, { id }: Pick<Column, 'id'>): string => `${tab} ${id}`

/** Which columns are shown, kept on this device. */
export function ColumnsMenu({ tab, columns, hidden }: { readonly tab: TableTab; readonly columns: readonly Column[]; readonly hidden: readonly string[] }) {
  const keys = columns.map((column) => columnKey(tab, column))
  const put = keys.filter((key) => hidden.includes(key))
  const set = (next: readonly string[]) => preferences.setState({ hiddenColumns: next })
  return (
    <Menu
      name="Columns"
      face={put.length === 0 ? 'Columns' : `Columns, ${put.length} put away`}
      faceClass="chip"
      items={[
        ...columns.map((column) => {
          const key = columnKey(tab, column)
          const isShown = !hidden.includes(key)
          return { id: key, title: column.title, isTicked: isShown, onChoose: () => set(isShown ? [...hidden, key] : hidden.filter((other) => other !== key)) }
        }),
        { id: 'all', title: 'Show every column', startsGroup: true, onChoose: () => set(hidden.filter((key) => !keys.includes(key))) },
      ]}
    />
  )
}
