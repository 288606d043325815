export interface PaperSize {
  readonly id: string
  readonly name: string
  /** Millimetres, lying down. */
  readonly width: number
  readonly height: number
}

export const PAPER_SIZES: readonly PaperSize[] = [
  { id: 'pdf-a4', name: 'A4', width: 297, height: 210 },
  { id: 'pdf-a3', name: 'A3', width: 420, height: 297 },
  { id: 'pdf-a2', name: 'A2', width: 594, height: 420 },
  { id: 'pdf-a1', name: 'A1', width: 841, height: 594 },
  { id: 'pdf-a0', name: 'A0', width: 1189, height: 841 },
]
