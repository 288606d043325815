/** What the print style sheet shows in place of everything else. */
const ON_SHEET = 'print-sheet'

/** The report's sheets stand upright. Edges in millimetres are what most printers leave. */
const PAGE = '@page { size: landscape; margin: 8mm; }'

/** Hands a picture to the browser's own print dialog, alone on its sheet: an image of an SVG is printed as lines and letters. */
export async function printPicture(svg: string, title: string): Promise<void> {
  document.querySelector(`.${ON_SHEET}`)?.remove()
  const sheet = document.createElement('div')
  sheet.className = ON_SHEET
  const image = new Image()
  image.alt = title
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  await image.decode()
  sheet.append(image)
  document.body.append(sheet)
  // A style sheet that is adopted follows all others, so its page is the one that counts.
  const page = new CSSStyleSheet()
  page.replaceSync(PAGE)
  document.adoptedStyleSheets.push(page)
  const away = () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== page)
    sheet.remove()
    URL.revokeObjectURL(image.src)
  }
  window.addEventListener('afterprint', away, { once: true })
  window.print()
}
