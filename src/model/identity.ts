import type { ItemKind } from './item.ts'

/** A name as identities compare it: NFKC, lower case, one space where there was any blank. */
export function normalised(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/**
 * Identity of an item without a purl, from what is said alone: kind, stated maker (else supplier) and name or title.
 * It survives new versions, other prices and a better register.
 */
export function itemId(kind: ItemKind, party: string | undefined, name: string): string {
  return `${kind}:${normalised(party ?? '')}:${normalised(name)}`
}

/** The registry of NuGet ignores case; the module path of Go is written in lower case by the definition of its purl type, and by most tools not. */
const CASELESS = /^pkg:(?:nuget|golang)\//
/** Where an image of Docker Hub has no other namespace. */
const LIBRARY = 'pkg:docker/library/'

/** In a namespace of npm there are scopes and nothing else, though some tools leave the sign off. */
const SCOPE = /^pkg:npm\/(?=[^@/]+\/)/
const PYPI = 'pkg:pypi/'

/** By what packages are compared: their identity, however it is spelled. */
export function packageKey(id: string): string {
  if (CASELESS.test(id)) return id.toLowerCase()
  // https://packaging.python.org/en/latest/specifications/name-normalization/
  if (id.startsWith(PYPI)) return PYPI + id.slice(PYPI.length).replace(/[-_.]+/g, '-')
  if (id.startsWith('pkg:npm/')) return id.replace(SCOPE, 'pkg:npm/@')
  return id.startsWith(LIBRARY) ? `pkg:docker/${id.slice(LIBRARY.length)}` : id
}
