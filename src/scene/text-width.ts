export { textWidth } from '../boxes/text-width.ts'
