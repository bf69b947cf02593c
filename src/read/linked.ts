import type { Item } from '../model/item.ts'
import type { NoteId } from '../model/notes.ts'
import { lazily } from '../model/lazily.ts'
import type { LicencesElsewhere, LinkedLicences, Tie } from '../model/ports.ts'
import type { Params } from '../model/problem.ts'
import { firstFew } from '../model/first-few.ts'
import type { ReadSource } from './source.ts'
import { isCountedAs } from './spdx2/package.ts'
import { Relations } from './spdx2/relations.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Ends = ReadonlyMap<string, Mutable<Item>>

const TYPES = { depends: 'DEPENDS_ON', contains: 'CONTAINS' } as const

/**
 * Joins SPDX documents that name elements of one another. What another document depends on or contains is a part, whatever its own says
 * it is about; what something was made of is its source. Returns the sources that are about such a thing.
 */
export function linkDocuments(
  items: readonly Mutable<Item>[],
  inputs: readonly ReadSource[],
  tell: (source: number, code: NoteId, params: Params) => void,
): ReadonlySet<number> {
  const ties = inputs.flatMap(({ reading }) => reading.ties ?? [])
  if (ties.length === 0) return new Set()
  const ends = endsOf(ties, items, inputs)
  tellMissing(inputs, ends, tell)
  const given = ties.filter(({ from, to }) => from !== to && ends.has(from) && ends.has(to))
  const sources = given.filter(({ edge }) => edge === 'made-of').map(({ to }) => ends.get(to)!)
  const parts = given.filter(({ edge }) => edge !== 'made-of')
  const moved = new Set<number>()
  const roots = rootsOf(items, inputs, new Set(parts.map(({ to }) => to)))
  const graph = graphOf(parts, ends, roots.all)
  for (const item of sources.filter(isRoot)) {
    moved.add(item.source)
    item.relation = 'unknown'
  }
  const placed = new Map(parts.flatMap(({ to }) => (isPlaced(ends.get(to)!) ? [] : [[to, ends.get(to)!] as const])))
  for (const item of placed.values()) {
    if (isRoot(item)) {
      moved.add(item.source)
      item.counted = isCountedAs(item.said.type) && !isOwnSource(item)
    }
    item.relation = 'unknown'
  }
  const inParts = new Set(parts.map(({ to }) => ends.get(to)!))
  for (const item of items) if (item.relation === 'direct' && moved.has(item.source) && !inParts.has(item)) item.relation = 'transitive'
  graph.place(
    roots.tops.filter((ref) => roots.all.get(ref)!.relation === 'root'),
    placed,
  )
  return moved
}

const isRoot = (item: Item): boolean => item.relation === 'root'
const isPlaced = (item: Item): boolean => item.relation === 'direct' || item.relation === 'transitive'

/** Source of which it is not even said which version: that of the project itself. */
function isOwnSource({ said, version, purl, cpe }: Item): boolean {
  return said.type === 'source' && version === undefined && purl === undefined && cpe === undefined
}

/** The elements that ties name, where their documents are given. */
function endsOf(ties: readonly Tie[], items: readonly Mutable<Item>[], inputs: readonly ReadSource[]): Ends {
  const wanted = new Set(ties.flatMap(({ from, to }) => [from, to]))
  const ends = new Map<string, Mutable<Item>>()
  for (const item of items) {
    const ref = fullRef(item, inputs)
    if (ref !== undefined && wanted.has(ref) && !ends.has(ref)) ends.set(ref, item)
  }
  return ends
}

/** What every document is about, and what of that no other one holds. */
function rootsOf(
  items: readonly Mutable<Item>[],
  inputs: readonly ReadSource[],
  parts: ReadonlySet<string>,
): { all: Ends; tops: string[] } {
  const all = new Map(items.filter(isRoot).flatMap((item) => [[fullRef(item, inputs) ?? '', item] as const]))
  return { all, tops: [...all.keys()].filter((ref) => ref !== '' && !parts.has(ref)) }
}

/** The ties, and the way to where each begins from the root of its document. */
function graphOf(parts: readonly Tie[], ends: Ends, roots: Ends): Relations {
  const graph = new Relations()
  const bySource = new Map<number, string[]>()
  for (const [ref, { source }] of roots) {
    const known = bySource.get(source)
    if (known === undefined) bySource.set(source, [ref])
    else known.push(ref)
  }
  for (const { from, to, edge } of parts) {
    graph.add(from, TYPES[edge as keyof typeof TYPES], to)
    const start = ends.get(from)!
    if (isRoot(start)) continue
    const step = isPlaced(start) ? TYPES.depends : TYPES.contains
    for (const root of bySource.get(start.source) ?? []) graph.add(root, step, from)
  }
  return graph
}

function fullRef({ source, ref }: Item, inputs: readonly ReadSource[]): string | undefined {
  const { address, isAddressed } = inputs[source]!.reading
  if (isAddressed) return ref
  return address === undefined ? undefined : `${address}#${ref}`
}

/** What a document says to be elsewhere, and is in none that is given, and what it only names. */
function tellMissing(inputs: readonly ReadSource[], ends: Ends, tell: (source: number, code: NoteId, params: Params) => void): void {
  inputs.forEach(({ reading }, source) => {
    const missing = (reading.ties ?? []).filter(({ edge, to }) => edge !== 'made-of' && !ends.has(to))
    const elsewhere = [...new Set(missing.flatMap(({ to, unsaid }) => (unsaid ? [] : to)))]
    const nowhere = new Set(missing.flatMap(({ from, to, unsaid }) => (unsaid && ends.has(from) ? to : [])))
    if (elsewhere.length > 0) tell(source, 'W-ELSEWHERE', { n: elsewhere.length, which: firstFew(elsewhere) })
    if (nowhere.size > 0) tell(source, 'W-DANGLING', { n: nowhere.size })
  })
}

/** Explains licences that one document names and another one describes. */
export function linkLicences(inputs: readonly ReadSource[], tell: (source: number, code: NoteId, params: Params) => void): void {
  const byAddress = new Map(inputs.flatMap(({ reading }) => (reading.address === undefined ? [] : [[reading.address, reading] as const])))
  const addressed = lazily(() => {
    const all = new Map<string, LinkedLicences>()
    for (const { reading } of inputs)
      for (const address of reading.licences?.addresses ?? []) if (!all.has(address)) all.set(address, reading.licences!)
    return all
  })
  const elsewhere: LicencesElsewhere = {
    own: (address, id) => byAddress.get(address)?.licences?.own(id),
    stated: (address) => addressed().get(address)?.stated?.(address, elsewhere),
  }
  inputs.forEach(({ reading }, source) => {
    const missing = reading.licences?.link(elsewhere) ?? []
    if (missing.length > 0) tell(source, 'W-LICENCE-REF', { n: missing.length, which: firstFew(missing) })
  })
}
