import './KeyCap.css'

/** A key as it is printed on the keyboard. The name of the key is read out only where it stands alone. */
export function KeyCap({ of }: { readonly of: string }) {
  return <kbd className="key-cap">{of}</kbd>
}
