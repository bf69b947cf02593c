import type { Item } from '../../model/item.ts'
import { parsePurl, type Purl } from '../../model/purl.ts'
import type { Graph } from './graph.ts'
import type { RawComponent } from './raw.ts'
import { LEVEL } from './tr03183.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Where a component lies: on the outermost level, in the root, or in another component. */
export type Lies = 'outermost' | 'root' | 'inside'

interface Candidate {
  readonly slot: number
  readonly ref: number
  readonly why: 'file' | 'part' | 'holder'
  readonly purl: Purl | undefined
}

/**
 * Components that are only a level between the root and what it relies on: files that packages were found in, and the project's own
 * modules. They are no software of anybody else's and are not counted; what hangs below them hangs below the root.
 */
export class Levels {
  private readonly candidates: Candidate[] = []
  /** Components on the outermost level, and those of them that hold others. */
  private outermost = 0
  private holders = 0

  /** `holds`: others lie in it. */
  look(raw: RawComponent, purl: Purl | undefined, slot: number, ref: number, lies: Lies, holds: boolean): void {
    if (lies === 'outermost') {
      this.outermost++
      if (holds) this.holders++
    }
    const why = candidateAs(raw, lies, holds)
    if (why !== undefined) this.candidates.push({ slot, ref, why, purl })
  }

  /** Marks those that are levels; gives their references. */
  conclude(items: readonly Mutable<Item>[], graph: Graph<Mutable<Item>>, rootPurl: string | undefined): number[] {
    if (this.candidates.length === 0) return []
    const root = rootPurl === undefined ? undefined : parsePurl(rootPurl)
    const levels = this.candidates.filter((one) => this.isLevel(one, items, graph, root))
    for (const { slot } of levels) {
      const level = items[slot]!
      level.counted = false
      level.relation = 'direct'
      for (const item of within(items, slot)) if (item.relation === 'transitive') item.relation = 'unknown'
    }
    return levels.map(({ ref }) => ref)
  }

  private isLevel(
    { slot, ref, why, purl }: Candidate,
    items: readonly Mutable<Item>[],
    graph: Graph<Mutable<Item>>,
    root: Purl | undefined,
  ): boolean {
    if (why === 'file') return true
    // merged hierarchically: nothing but what holds others
    if (why === 'holder') return this.holders === this.outermost
    // where nothing stands outside the root, its parts are all that there is
    if (this.outermost === 0 || !(graph.isDependent(ref) || within(items, slot).length > 0)) return false
    const own = purl?.namespace !== undefined && purl.type === root?.type && purl.namespace === root.namespace
    return own || items[slot]!.said.type === 'application'
  }
}

/** A module that says whose it is, by supplier or purl, is a product; in the root itself a purl says no more than its name. */
function candidateAs(raw: RawComponent, lies: Lies, holds: boolean): Candidate['why'] | undefined {
  const isApplication = raw.type === 'application'
  if ((raw.bits & LEVEL) !== 0 && isApplication && raw.purl === undefined) return 'file'
  if (lies === 'inside' || raw.supplier?.name || raw.manufacturer?.name || raw.publisher) return undefined
  if (lies === 'root') return 'part'
  const isNamed = raw.purl !== undefined || raw.cpe !== undefined || raw.author !== undefined || raw.licences?.length
  return isApplication && holds && !isNamed ? 'holder' : undefined
}

/** Those that lie in the component of a slot itself: they follow it, with what lies in them. */
function within(items: readonly Mutable<Item>[], slot: number): Mutable<Item>[] {
  const found: Mutable<Item>[] = []
  const at = `${items[slot]!.seenAt[0]!.at}/`
  const depth = at.split('/').length + 1
  for (let i = slot + 1; i < items.length; i++) {
    const item = items[i]
    if (item === undefined) continue
    const place = item.seenAt[0]!.at
    if (!place.startsWith(at)) break
    if (place.split('/').length === depth) found.push(item)
  }
  return found
}
