import type { Item } from '../../model/item.ts'
import type { NamespaceKind } from '../../model/register.ts'
import { candidate, evidence, ownerOf, type Clue } from '../clue.ts'

const STRENGTH = { group: 0.75, name: 0.6 } as const
/** `go:github.com/google/uuid`, `@azure/identity`, `com.azure:azure-core`, `Microsoft.Extensions.Logging`: names that spell out a namespace. */
const SPELT: readonly { readonly kind: NamespaceKind; readonly form: RegExp }[] = [
  { kind: 'npm', form: /^(@[a-z0-9~][\w.~-]*\/[a-z0-9~][\w.~-]*)$/ },
  { kind: 'golang', form: /^(?:go:)?([a-z0-9-]+(?:\.[a-z0-9-]+)+\/[\w.~/-]+)$/ },
  { kind: 'maven', form: /^([a-z][\w-]*(?:\.[\w-]+)+:[\w.-]+)$/ },
  { kind: 'nuget', form: /^([A-Z]\w*(?:\.[\w-]+)+)$/ },
]

/** CycloneDX `group`, or else the name, where there is no purl. */
export const groupClue: Clue = {
  id: 'group',
  find(item, lookup) {
    if (item.line || item.purl !== undefined) return []
    const { group } = item.said
    if (group === undefined) return item.kind === 'software' ? spelt(item, lookup) : []
    const hit = group.startsWith('@')
      ? ownerOf(lookup, 'npm', `${group}/${item.name}`)
      : group.includes('.')
        ? ownerOf(lookup, 'maven', group)
        : undefined
    return hit === undefined ? [] : [candidate(hit.owner, STRENGTH.group, group, 'group', evidence(item, lookup, 'group', group))]
  },
}

function spelt(item: Item, lookup: Parameters<Clue['find']>[1]) {
  const { name } = item
  if (!/[./]/.test(name)) return []
  for (const { kind, form } of SPELT) {
    const found = form.exec(name)?.[1]
    if (found === undefined) continue
    const hit = ownerOf(lookup, kind, kind === 'maven' ? found.replace(':', '.') : found)
    return hit === undefined ? [] : [candidate(hit.owner, STRENGTH.name, name, 'name-namespace', evidence(item, lookup, 'name', name))]
  }
  return []
}
