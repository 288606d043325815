import { useEffect, useRef, useState } from 'react'
import { Button } from '../../controls/Button.tsx'
import { TextArea } from '../../controls/Field.tsx'

/** Where no file can travel, a table's answers come as the text of a message. */
export function PastedText({ onText }: { readonly onText: (text: string) => void }) {
  const [text, setText] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <div className="gather-text">
      <TextArea
        label="What the table copied"
        hint="The whole message will do: it begins with “Sightlines ratings”."
        rows={5}
        ref={field}
        data-first
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button small disabled={text.trim() === ''} onClick={() => onText(text)}>
        Look at it
      </Button>
    </div>
  )
}
