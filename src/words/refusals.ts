/** A file that was refused: what it is, where it stopped, why; and that nothing else changed. Place and reason are sentences without their stop. */
export function refusedWords(file: string, place: string, reason: string): string {
  return `${file} could not be opened. ${place === '' ? '' : `${place}: `}${reason}. Your open map has not changed.`
}

/** An asked-for thing that cannot be done now, with what would make it possible. */
export const CANNOT = {
  connectToItself: 'A tie needs two different ends.',
  nothingSelected: 'Select something first.',
  selectOne: 'Select one element first.',
  selectTie: 'Select a tie first.',
  toLookAtOnly: 'This version is to look at only. Go back to now to change things.',
  chooseWhose: 'Choose whose view this is first.',
} as const
