import type { Item } from '../../model/item.ts'
import type { NamespaceKind } from '../../model/register.ts'
import { candidate, type Candidate, type Clue, type Lookup } from '../clue.ts'
import { isPackage } from '../names/package.ts'
import { imageNames } from '../names/purl-names.ts'

const STRENGTH = { group: 0.75, name: 0.6, maker: 0.5 } as const
/** A bare name („curl“, „containerd“) is one of many; it mostly shows that a supplier is not the maker. */
const SAME_NAME = { company: 0.45, others: 0.52 } as const
/** Packages of distributions that are called by an ordinary word: anybody may call a part of a program so. */
const ORDINARY = new Set(
  'base client common config core data expect file fuse host info init locate login main mount parallel quota rename screen server setup test tests time tools tree units utils watch which words'.split(' '), // prettier-ignore
)
/** Zephyr writes one entry for a module's own files and one for what they need; inventories of files name `curl.exe`. */
const ENDING = /-(?:deps|sources)$|\.(?:exe|dll)$/
/** `go:github.com/google/uuid`, `@azure/identity`, `com.azure:azure-core`, `Microsoft.Extensions.Logging`: names that spell out a namespace. */
const SPELT: readonly { readonly kind: NamespaceKind; readonly form: RegExp }[] = [
  { kind: 'npm', form: /^(@[a-z0-9~][\w.~-]*\/[a-z0-9~][\w.~-]*)$/ },
  { kind: 'golang', form: /^(?:go:)?([a-z0-9-]+(?:\.[a-z0-9-]+)+\/[\w.~/-]+)$/ },
  { kind: 'maven', form: /^([a-z][\w-]*(?:\.[\w-]+)+:[\w.-]+)$/ },
  { kind: 'nuget', form: /^((?:[A-Z]\w*|runtime)(?:\.[\w-]+)+)$/ },
]

const STORE = /^([A-Z]\w*(?:Inc|Incorporated|Corp|Corporation|Limited|Ltd|LLC|GmbH|AG|AB|BV|SA|SAS|SE))\.\w/

const IMAGE = /^[a-z0-9][a-z0-9.:_-]*(?:\/[a-z0-9._-]+)+(?::[\w.-]+)?(?:@sha256:[0-9a-f]+)?$/
const TAG = /(?::[^/:@]*)?(?:@sha256:[0-9a-f]*)?$/

/** CycloneDX `group`, or else the name, where there is no purl. */
export const groupClue: Clue = {
  id: 'group',
  find(item, lookup) {
    if (item.purl !== undefined || (item.line && !isPackage(item))) return []
    const { group } = item.said
    if (group === undefined) return item.kind === 'software' ? spelt(item, lookup) : []
    const hit = group.startsWith('@')
      ? lookup.namespaces.owner('npm', `${group}/${item.name}`)
      : group.includes('.')
        ? lookup.namespaces.owner('maven', group)
        : undefined
    if (hit === undefined && !/[.@]/.test(group)) return makerAs(group, lookup)
    return hit === undefined ? [] : [candidate(hit.owner, STRENGTH.group, group, 'group', 'group', group)]
  },
}

/** „Often a shortened, single name of the company“, says CycloneDX. */
function makerAs(group: string, lookup: Lookup): readonly Candidate[] {
  const hit = lookup.names.find(group)
  return hit === undefined ? [] : [candidate({ organisation: hit.id }, STRENGTH.maker, group, 'group', 'group', group)]
}

/** `docker.elastic.co/elasticsearch/elasticsearch:8.15`, as scanners name the image they looked into. */
function image({ name }: Item, lookup: Lookup): readonly Candidate[] {
  for (const { kind, name: path, only } of imageNames(name.replace(TAG, ''))) {
    const hit = lookup.namespaces.owner(kind, path)
    if (hit === undefined || (only === 'upstream' && hit.by === 'prefix')) continue
    return [candidate(hit.owner, STRENGTH.name, name, 'name-namespace', 'name', name)]
  }
  return []
}

function spelt(item: Item, lookup: Lookup): readonly Candidate[] {
  const { name } = item
  if (item.said.type === 'container' && IMAGE.test(name)) return image(item, lookup)
  if (!/[./]/.test(name)) return sameName(item, lookup)
  for (const { kind, form } of SPELT) {
    const found = form.exec(name)?.[1]
    if (found === undefined) continue
    const hit = lookup.namespaces.owner(kind, kind === 'maven' ? found.replace(':', '.') : found)
    if (hit === undefined) break
    return [candidate(hit.owner, STRENGTH.name, name, 'name-namespace', 'name', name)]
  }
  const publisher = publisherIn(name, lookup)
  return publisher === undefined ? sameName(item, lookup) : [candidate({ organisation: publisher }, STRENGTH.name, name, 'name-namespace', 'name', name)] // prettier-ignore
}

/** `CanonicalGroupLimited.Ubuntu22.04LTS`, `DellInc.DellSupportAssist`: apps of the Windows store begin with their publisher. */
function publisherIn(name: string, lookup: Lookup): string | undefined {
  const firm = STORE.exec(name)?.[1]
  return firm && lookup.names.find(firm.replace(/([a-z0-9])(?=[A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$2 '))?.id
}

/** Software of that very name, as collections of upstream software keep it. */
function sameName(item: Item, lookup: Lookup): readonly Candidate[] {
  const name = item.name.trim().toLowerCase().replace(ENDING, '')
  if (name.length < 4 || name.includes(' ') || ORDINARY.has(name)) return []
  for (const kind of ['generic', 'deb'] as const) {
    const hit = lookup.namespaces.owner(kind, name)
    if (hit === undefined || hit.by === 'prefix') continue
    const company = lookup.organisations.get(hit.owner.organisation)!.kind === 'company'
    const strength = company ? SAME_NAME.company : SAME_NAME.others
    return [candidate(hit.owner, strength, item.name, 'same-name', 'name', item.name)]
  }
  return []
}
