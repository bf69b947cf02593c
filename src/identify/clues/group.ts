import { candidate, evidence, ownerOf, type Clue } from '../clue.ts'

const STRENGTH = 0.75

/** CycloneDX `group`, where there is no purl: a Maven group or an npm scope in most tools. */
export const groupClue: Clue = {
  id: 'group',
  find(item, lookup) {
    const group = item.said.group
    if (group === undefined || item.purl !== undefined) return []
    const hit = group.startsWith('@')
      ? ownerOf(lookup, 'npm', `${group}/${item.name}`)
      : group.includes('.')
        ? ownerOf(lookup, 'maven', group)
        : undefined
    return hit === undefined ? [] : [candidate(hit.owner, STRENGTH, group, 'group', evidence(item, lookup, 'group', group))]
  },
}
