import type { ReactNode } from 'react'
import './NothingYet.css'

/** A calm page where something will stand, and the way there. */
export function NothingYet({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <section className="nothing-yet">
        <h2>{title}</h2>
        <p>{children}</p>
      </section>
      <section className="way-there">
        <h3>To get there</h3>
        <p>
          <b>Who?</b> Type a name, press Enter.
        </p>
        <p>
          <b>Who hands over to whom?</b> Type <code>ward -&gt; brokerage</code>
        </p>
        <p>
          <b>How strong is it?</b> Choose a tie and press a digit, 0 to 5.
        </p>
      </section>
    </>
  )
}
