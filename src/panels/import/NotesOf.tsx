/** What was noted while a file was read, each with its place in it. */
export function NotesOf({ title, notes }: { readonly title: string; readonly notes: readonly { readonly place: string; readonly words: string }[] }) {
  if (notes.length === 0) return null
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className="import-notes">
        {notes.map(({ place, words }, i) => (
          <li key={i}>
            <b>{place}</b> {words}
          </li>
        ))}
      </ul>
    </section>
  )
}
