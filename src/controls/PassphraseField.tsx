import { useState, type ReactNode, type Ref } from 'react'
import { TextField } from './Field.tsx'
import { Tick } from './Tick.tsx'
import './PassphraseField.css'

interface PassphraseProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: ReactNode
  readonly isWrong?: boolean
  readonly ref?: Ref<HTMLInputElement>
  readonly 'data-first'?: true
}

/** A field whose letters can be shown: one wrong letter that nobody saw would lock a file for good. Pasting and password managers work as they do anywhere. */
export function PassphraseField({ value, onChange, isWrong = false, hint, ...rest }: PassphraseProps) {
  const [isShown, setShown] = useState(false)
  return (
    <div className="passphrase">
      <TextField {...rest} {...(hint === undefined ? {} : { hint })} type={isShown ? 'text' : 'password'} value={value} onChange={(event) => onChange(event.target.value)} spellCheck={false} autoCapitalize="none" aria-invalid={isWrong || undefined} />
      <Tick isOn={isShown} onChange={setShown}>
        Show it
      </Tick>
    </div>
  )
}
