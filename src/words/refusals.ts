/** A file that was refused: what it is, where it stopped, why; and that nothing else changed. Place and reason are sentences without their stop. */
export function refusedWords(file: string, place: string, reason: string): string {
  return `${file} could not be opened. ${place === '' ? '' : `${place}: `}${reason}. Your open map has not changed.`
}
