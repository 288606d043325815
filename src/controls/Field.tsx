import { useId, type InputHTMLAttributes, type ReactNode, type Ref, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react'
import './Field.css'

interface Around {
  readonly label: string
  /** The label is for screen readers only: what stands beside it says the same. */
  readonly hidesLabel?: boolean
  readonly hint?: ReactNode
}

function Labelled({ id, label, hidesLabel, hint, children }: Around & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className="labelled">
      <label htmlFor={id} className={hidesLabel ? 'unseen' : 'field-label'}>
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  )
}

export function TextField({ label, hidesLabel, hint, ref, ...rest }: Around & InputHTMLAttributes<HTMLInputElement> & { readonly ref?: Ref<HTMLInputElement> }) {
  const id = useId()
  return (
    <Labelled id={id} label={label} {...(hidesLabel ? { hidesLabel } : {})} {...(hint === undefined ? {} : { hint })}>
      <input id={id} ref={ref} className="field" autoComplete="off" spellCheck aria-describedby={hint === undefined ? undefined : `${id}-hint`} {...rest} />
    </Labelled>
  )
}

export function TextArea({ label, hidesLabel, hint, ref, ...rest }: Around & TextareaHTMLAttributes<HTMLTextAreaElement> & { readonly ref?: Ref<HTMLTextAreaElement> }) {
  const id = useId()
  return (
    <Labelled id={id} label={label} {...(hidesLabel ? { hidesLabel } : {})} {...(hint === undefined ? {} : { hint })}>
      <textarea id={id} ref={ref} className="field is-long" rows={2} aria-describedby={hint === undefined ? undefined : `${id}-hint`} {...rest} />
    </Labelled>
  )
}

export function SelectField({ label, hidesLabel, hint, children, ...rest }: Around & SelectHTMLAttributes<HTMLSelectElement>) {
  const id = useId()
  return (
    <Labelled id={id} label={label} {...(hidesLabel ? { hidesLabel } : {})} {...(hint === undefined ? {} : { hint })}>
      <select id={id} className="field" aria-describedby={hint === undefined ? undefined : `${id}-hint`} {...rest}>
        {children}
      </select>
    </Labelled>
  )
}
