import type { Detail } from '../scene/detail.ts'
import type { TextMark } from '../scene/marks.ts'
import { grey, PICTURE_SHOWS } from '../scene/palette.ts'
import type { Scene, SceneArea, SceneNote } from '../scene/scene.ts'
import { textWidth } from '../scene/text-width.ts'
import type { Brush, CanvasOptions, Pen } from './brush.ts'
import { titleScale } from './far-names.ts'

/** Words, or a bar for each line where they would be too small to read. */
export function paintNotes<P>(pen: Pen<P>, brush: Brush<P>, notes: readonly SceneNote[], { notes: as }: Detail): void {
  if (as === 'none') return
  for (const { centre, marks } of notes) {
    brush.place(centre[0], centre[1])
    brush.marks(as === 'words' ? marks : marks.filter((mark) => mark.is === 'path'))
    if (as === 'words') continue
    pen.beginPath()
    for (const mark of marks) if (mark.is === 'text') pen.rect(mark.x, mark.y - mark.size * 0.5, textWidth(mark.text, mark.size, mark.weight), mark.size * 0.36)
    pen.fillStyle = brush.colour(grey(0.32))
    pen.fill()
  }
  brush.place(0, 0)
}

/** Grown so that it can be read from afar, where its area has the room. */
export function paintAreaTitle<P>(brush: Brush<P>, { title, bounds }: SceneArea, { detail, view }: CanvasOptions<P>): void {
  const text = title.find((mark): mark is TextMark => mark.is === 'text')
  if (!text) return
  const scale = titleScale(text, view.zoom, detail.titleFloor)
  if (scale > 1) {
    const x = Math.min(text.x, bounds.x + bounds.width - scale * textWidth(text.text, text.size, text.weight))
    if (x < bounds.x) return
    brush.place(x - text.x * scale, text.y * (1 - scale), scale)
  }
  brush.marks(title)
  brush.place(0, 0)
}

/** The background, dimmed, once it is decoded. */
export function paintPicture<P>(pen: Pen<P>, { picture }: Scene, { picture: image, theme }: CanvasOptions<P>): void {
  if (!picture || image === undefined) return
  const { x, y, width, height } = picture.bounds
  pen.globalAlpha = PICTURE_SHOWS[theme.name]
  pen.drawImage(image as never, x, y, width, height)
  pen.globalAlpha = 1
}
