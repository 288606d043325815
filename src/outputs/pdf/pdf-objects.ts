import { zlibSync } from 'fflate'

/** The numbered objects of a PDF, in the order that they are put. */
export interface PdfObjects {
  /** A number for an object that is put later. */
  reserve(): number
  put(body: string, id?: number): number
  stream(entries: string, bytes: Uint8Array | string, id?: number): number
  file(root: number, info: number): Uint8Array
}

const encoder = new TextEncoder()
const FIRST = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'

/** Text that people read, as a PDF keeps it: UTF-16 in hexadecimal. */
export const pdfWords = (text: string): string => `<FEFF${Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('').toUpperCase()}>`

export function pdfObjects(): PdfObjects {
  const chunks: Uint8Array[] = []
  const places = new Map<number, number>()
  let [length, last] = [0, 0]
  const write = (bytes: Uint8Array | string) => {
    const chunk = typeof bytes === 'string' ? encoder.encode(bytes) : bytes
    chunks.push(chunk)
    length += chunk.length
  }
  const begin = (id: number) => {
    places.set(id, length)
    write(`${id} 0 obj\n`)
    return id
  }
  const reserve = () => ++last
  write(FIRST)
  return {
    reserve,
    put(body, id = reserve()) {
      begin(id)
      write(`${body}\nendobj\n`)
      return id
    },
    stream(entries, bytes, id = reserve()) {
      const packed = zlibSync(typeof bytes === 'string' ? encoder.encode(bytes) : bytes, { level: 9 })
      begin(id)
      write(`<<${entries}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`)
      write(packed)
      write('\nendstream\nendobj\n')
      return id
    },
    file(root, info) {
      const table = length
      const rows = Array.from({ length: last }, (_, i) => `${String(places.get(i + 1) ?? 0).padStart(10, '0')} 00000 n \n`)
      write(`xref\n0 ${last + 1}\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size ${last + 1}/Root ${root} 0 R/Info ${info} 0 R>>\nstartxref\n${table}\n%%EOF\n`)
      const file = new Uint8Array(length)
      let at = 0
      for (const chunk of chunks) {
        file.set(chunk, at)
        at += chunk.length
      }
      return file
    },
  }
}
