import type { Id } from '../../model/ids.ts'
import { listed, type SystemMap } from '../../model/system-map.ts'
import { plainName } from './alike.ts'
import { derivedId } from './derived-id.ts'
import type { KeyedFile } from './gather-file.ts'
import { fileKey, hereKey, type Match, type MatchReason, type Node, type NodeKey } from './match.ts'
import { NodeIndex } from './node-index.ts'
import { organisationsMet } from './organisations-met.ts'

/** The id that a thing of a file has once it has come: its own within one lineage, else one derived from both, so that it is known again. */
export function arrivalId(file: SystemMap, id: Id, receiver: SystemMap): Id {
  const isFree = !receiver.relationships.has(id) && !receiver.notes.has(id) && !receiver.areas.has(id)
  return file.meta.lineage === receiver.meta.lineage && isFree ? id : derivedId('thing', file.meta.lineage, id)
}

/**
 * What each thing of each file is the same as, or may be: the rules of gathering 1 to 4, in the files' own order. A thing that a table typed may be
 * one that its file began with; two that it typed stay two unless a person says otherwise. Costs a look at each name that shares three letters.
 */
export function matchElements(receiver: SystemMap, files: readonly KeyedFile[]): ReadonlyMap<NodeKey, Match> {
  const links = new Map<NodeKey, Match>()
  const index = new NodeIndex()
  const byLineage = new Map<string, NodeKey>()
  for (const element of listed(receiver.elements)) {
    const node = { key: hereKey(element.id), element, organisation: organisationOf(receiver, element.organisation), plain: plainName(element.name) }
    index.add(node, element.aliases.keys())
    byLineage.set(`${receiver.meta.lineage} ${element.id}`, node.key)
  }
  for (const file of files) {
    const organisations = organisationsMet(file.map, receiver)
    const nodes = listed(file.map.elements).map((element): Node => ({
      key: fileKey(file.key, element.id), element, plain: plainName(element.name),
      organisation: element.organisation === null ? '' : (organisations.get(element.organisation) ?? ''),
    }))
    const taken = new Set<NodeKey>()
    const link = (node: Node, to: NodeKey, reason: MatchReason, likeness: number, isSure: boolean) => {
      links.set(node.key, { key: node.key, file: file.key, element: node.element.id, to, reason, likeness, isSure })
      if (reason === 'name') taken.add(to)
    }
    const left: Node[] = []
    for (const node of nodes) {
      const id = arrivalId(file.map, node.element.id, receiver)
      const same = byLineage.get(`${file.map.meta.lineage} ${node.element.id}`) ?? (receiver.elements.has(id) ? hereKey(id) : undefined)
      if (same !== undefined) link(node, same, 'id', 1, true)
      else left.push(node)
    }
    const named = left.filter((node) => {
      const [found] = index.named(node).filter(({ key }) => !taken.has(key))
      if (found) link(node, found.key, 'name', 1, true)
      return !found
    })
    const rest = named.filter((node) => {
      // Somebody said so: it stands, though another thing of the file be the same too.
      const [found] = index.aliased(node)
      if (found) link(node, found.key, 'alias', 1, true)
      return !found
    })
    for (const node of rest) {
      const [found] = index.alike(node)
      if (found) link(node, found.node.key, found.node.plain === node.plain && found.node.organisation !== node.organisation ? 'organisation' : 'spelling', found.likeness, false)
    }
    for (const node of nodes) {
      const lineage = `${file.map.meta.lineage} ${node.element.id}`
      if (!byLineage.has(lineage)) byLineage.set(lineage, node.key)
      if (!links.get(node.key)?.isSure) index.add(node, [])
    }
  }
  return links
}

function organisationOf(map: SystemMap, organisation: Id | null): string {
  return organisation !== null && map.organisations.has(organisation) ? organisation : ''
}
