import { Component, type ReactNode } from 'react'
import { Button } from '../controls/Button.tsx'
import './Part.css'

/** Keeps what goes wrong in one part of the screen from taking the rest with it: the work is kept elsewhere. */
export class Part extends Component<{ readonly children: ReactNode }, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return (
      <div className="part-failed" role="alert">
        <p>This part of the page did not come up. Your map is kept; nothing in it has changed.</p>
        <Button small onClick={() => this.setState({ hasFailed: false })}>
          Try again
        </Button>
        <Button small onClick={() => location.reload()}>
          Load the page again
        </Button>
      </div>
    )
  }
}
