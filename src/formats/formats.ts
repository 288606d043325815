import { csv } from './csv/csv.ts'
import type { Format } from './format.ts'
import { graphml } from './graphml/graphml.ts'
import { native } from './native/native.ts'

/** Every kind of file that Sightlines opens or writes, in the order in which the dialogs offer them. */
export const FORMATS: readonly Format[] = [native, csv, graphml]
