const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…', rsquo: '’', lsquo: '‘', rdquo: '”', ldquo: '“', pound: '£', euro: '€' }

/** The words of a label or a note in HTML: tags go, what begins a line begins one, entities are what they stand for. Nothing is run or looked up. */
export function htmlText(html: string): string {
  return html
    .replace(/<(?:br|p|div|li|tr|h[1-6])(?:\s[^<>]*)?\/?>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return (Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined) ?? whole
      const point = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)
      return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : whole
    })
    .replace(/[ \t]*\n\s*/g, '\n')
    .trim()
}
