import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { KeyCap } from './KeyCap.tsx'
import './Button.css'

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> {
  /** One primary in a dialog. */
  readonly look?: 'plain' | 'primary' | 'quiet' | 'link'
  readonly small?: boolean
  /** The key that does the same, drawn inside. */
  readonly keyCap?: string
  readonly submits?: boolean
  readonly children: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button({ look = 'plain', small = false, keyCap, submits = false, className, children, ...rest }: ButtonProps) {
  return (
    <button type={submits ? 'submit' : 'button'} className={`button is-${look}${small ? ' is-small' : ''}${className ? ` ${className}` : ''}`} {...rest}>
      {children}
      {keyCap !== undefined && <KeyCap of={keyCap} />}
    </button>
  )
}
