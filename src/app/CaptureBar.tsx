import './CaptureBar.css'

export function CaptureBar() {
  return (
    <form className="capture-bar" data-zone="capture" onSubmit={(event) => event.preventDefault()}>
      <div className="capture-line">
        <input aria-label="Capture" className="capture-input" autoComplete="off" spellCheck={false} />
      </div>
    </form>
  )
}
