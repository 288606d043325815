import { csv } from './csv/csv.ts'
import { cytoscape } from './cytoscape/cytoscape.ts'
import { dot } from './dot/dot.ts'
import { drawio } from './drawio/drawio.ts'
import type { Format } from './format.ts'
import { gexf } from './gexf/gexf.ts'
import { gml } from './gml/gml.ts'
import { graphml } from './graphml/graphml.ts'
import { kumu } from './kumu/kumu.ts'
import { native } from './native/native.ts'
import { prsm } from './prsm/prsm.ts'
import { xlsx } from './xlsx/xlsx.ts'

/** Every kind of file that Sightlines opens or writes, in the order in which the dialogs offer them. */
export const FORMATS: readonly Format[] = [native, xlsx, csv, kumu, graphml, gexf, gml, cytoscape, dot, drawio, prsm]
