import type { Item, Relation } from '../../model/item.ts'
import { Origins } from './origins.ts'
import { constant } from './raw.ts'
import { Scopes } from './scopes.ts'
import { isForeign, Ties } from './ties.ts'
import { tableOf } from '../../model/table.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** `depends`: the one needs the other; `contains`: the other is a part of it, whether needed or not. */
type Edge = 'depends' | 'contains'

/**
 * Relationship types that place a package, of SPDX 2.3 clause 11 and SPDX 3.0; `reversed` ones name the dependent or the whole second;
 * what is `optional` may be left out, or is not for use.
 */
const EDGES = tableOf<{ readonly edge: Edge; readonly reversed?: true; readonly optional?: true }>({
  DEPENDS_ON: { edge: 'depends' },
  DEPENDENCY_OF: { edge: 'depends', reversed: true },
  RUNTIME_DEPENDENCY_OF: { edge: 'depends', reversed: true },
  BUILD_DEPENDENCY_OF: { edge: 'depends', reversed: true },
  DEV_DEPENDENCY_OF: { edge: 'depends', reversed: true, optional: true },
  TEST_DEPENDENCY_OF: { edge: 'depends', reversed: true, optional: true },
  OPTIONAL_DEPENDENCY_OF: { edge: 'depends', reversed: true, optional: true },
  PROVIDED_DEPENDENCY_OF: { edge: 'depends', reversed: true },
  HAS_OPTIONAL_DEPENDENCY: { edge: 'depends', optional: true },
  HAS_PROVIDED_DEPENDENCY: { edge: 'depends' },
  STATIC_LINK: { edge: 'depends' },
  DYNAMIC_LINK: { edge: 'depends' },
  HAS_STATIC_LINK: { edge: 'depends' },
  HAS_DYNAMIC_LINK: { edge: 'depends' },
  HAS_PREREQUISITE: { edge: 'depends' },
  PREREQUISITE_FOR: { edge: 'depends', reversed: true },
  CONTAINS: { edge: 'contains' },
  CONTAINED_BY: { edge: 'contains', reversed: true },
  PACKAGE_OF: { edge: 'contains', reversed: true },
  HAS_OPTIONAL_COMPONENT: { edge: 'contains', optional: true },
  OPTIONAL_COMPONENT_OF: { edge: 'contains', reversed: true, optional: true },
})

/** Other documents are about how a thing was built, tested or developed: that makes none of it a part. */
const BUILDING = new Set(['BUILD_DEPENDENCY_OF', 'DEV_DEPENDENCY_OF', 'TEST_DEPENDENCY_OF'])

/** Targets by source. Most have one, which needs no set. */
type Edges = Map<string, string | Set<string>>

/** The relationships of one document, each kept once. */
export class Relations {
  readonly edges: Record<Edge, Edges> = { depends: new Map(), contains: new Map() }
  readonly ties = new Ties()
  readonly origins = new Origins()
  private readonly scopes = new Scopes()
  private readonly described = new Set<string>()
  /** Variants and what they are variants of: an image for one platform, and for all. */
  private readonly variants: (readonly [variant: string, of: string])[] = []
  /** Spellings met so far. */
  private readonly names = new Map<string, string>()

  describe(ref: string): void {
    this.described.add(ref)
  }

  /** Takes a relationship in the spelling of any version; what places no package is left out. `scope`: it is for building, or for developing or testing. */
  add(from: string, type: string, to: string, scope?: 'optional' | 'build'): void {
    if (SILENT.has(from) || SILENT.has(to)) return
    let name = this.names.get(type)
    if (name === undefined) this.names.set(type, (name = constant(type)))
    if (name === 'DESCRIBES') return this.describe(to)
    if (name === 'DESCRIBED_BY') return this.describe(from)
    if (name === 'GENERATED_FROM') return this.made(from, to)
    if (name === 'GENERATES') return this.made(to, from)
    if (name === 'VARIANT_OF') return void this.variants.push([from, to])
    if (name === 'HAS_INPUT') return this.origins.input(to)
    if (name === 'BUILD_DEPENDENCY_OF') this.origins.input(from)
    const known = EDGES.get(name)
    if (known === undefined) return
    const [whole, part] = known.reversed ? [to, from] : [from, to]
    if ((isForeign(from) || isForeign(to)) && !BUILDING.has(name)) this.ties.add(whole, part, known.edge)
    const edges = this.edges[known.edge]
    const targets = edges.get(whole)
    const isKnown = targets === part || (typeof targets === 'object' && targets.has(part))
    if (scope === undefined) this.ties.isNeeded(whole, part)
    else this.ties.tool(whole, part, isKnown)
    if (scope === 'optional' || known.optional) {
      if (!isKnown) this.scopes.add(whole, part)
    } else if (known.edge === 'depends') this.scopes.isNeeded(whole, part)
    if (targets === undefined) edges.set(whole, part)
    else if (typeof targets !== 'string') targets.add(part)
    else if (targets !== part) edges.set(whole, new Set([targets, part]))
  }

  /**
   * What the document is about. A single described package is that. Of several, those are that depend on or contain
   * others and are themselves no one's part: some tools describe every package, and a list of all has no root. Variants of a
   * root are roots.
   */
  roots(isPackage: (ref: string) => boolean): string[] {
    const tops = new Set(this.tops(isPackage))
    const variants = this.variants.filter(([variant, of]) => tops.has(of) && isPackage(variant))
    return [...new Set([...tops, ...variants.map(([variant]) => variant)])]
  }

  private tops(isPackage: (ref: string) => boolean): string[] {
    const candidates = [...this.described].filter((ref) => isPackage(ref) && !this.ties.isForeign(ref))
    if (candidates.length <= 1) return candidates
    const parts = new Set([...this.edges.depends.keys(), ...this.edges.contains.keys()].flatMap((ref) => this.targets(ref, 'both')))
    return candidates.filter((ref) => !parts.has(ref) && this.targets(ref, 'both').some(isPackage))
  }

  private made(thing: string, source: string): void {
    if (isForeign(thing) || isForeign(source)) this.ties.add(thing, source, 'made-of')
    else this.origins.made(thing, source)
  }

  /**
   * Of the bare packages those that are in a root, or in another of them, and hold others; with those that only stand on these, as
   * layers do, and the `layers` themselves, in which nothing was found.
   */
  levels(roots: readonly string[], bare: ReadonlySet<string>, layers: ReadonlySet<string>): string[] {
    const levels = new Set<string>()
    if (bare.size === 0) return []
    const tops = new Set(roots)
    const parts: string[] = []
    const waiting = [...roots]
    for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
      this.each('contains', ref, (part) => {
        if (!bare.has(part) || levels.has(part) || tops.has(part)) return
        if (!this.edges.contains.has(part) && !layers.has(part)) return void parts.push(part)
        levels.add(part)
        waiting.push(part)
      })
    }
    for (const part of parts) {
      const below = this.targets(part, 'depends')
      if (below.length > 0 && below.every((ref) => levels.has(ref))) levels.add(part)
    }
    return [...levels]
  }

  /**
   * Direct is what a root depends on; what is reached beyond is transitive. A root that only contains something does not
   * say that it needs it: that stays unknown, unless the graph reaches it otherwise. A level counts as a root.
   * Returns the number of references to nothing.
   */
  place(roots: readonly string[], byRef: ReadonlyMap<string, Mutable<Item>>): number {
    const tops = new Set(roots)
    const parts = this.closure(tops)
    const direct = new Set(roots.flatMap((root) => this.targets(root, 'depends')).filter((ref) => !tops.has(ref)))
    const reached = new Set([...roots, ...direct])
    this.walk(direct, reached)
    const beyond = new Set([...parts].filter((ref) => !reached.has(ref)).flatMap((ref) => this.targets(ref, 'depends')))
    const inside = new Set([...reached, ...parts])
    const others = [...beyond].filter((ref) => !inside.has(ref))
    others.forEach((ref) => inside.add(ref))
    this.walk(others, inside)

    const found = (ref: string): Relation | undefined =>
      direct.has(ref) ? 'direct' : reached.has(ref) || !parts.has(ref) ? 'transitive' : undefined
    for (const ref of inside) {
      const item = byRef.get(ref)
      const relation = found(ref)
      if (item !== undefined && relation !== undefined && !tops.has(ref)) item.relation = relation
    }
    return this.dangling(byRef)
  }

  /** What may be left out: seen from these, and from what is nobody's part. */
  optional(roots: readonly string[]): ReadonlySet<string> {
    if (this.scopes.isEmpty) return new Set()
    const wholes = [...this.edges.depends.keys(), ...this.edges.contains.keys()]
    const parts = new Set(wholes.flatMap((ref) => this.targets(ref, 'both')))
    return this.scopes.settle(this, [...roots, ...wholes.filter((ref) => !parts.has(ref))])
  }

  /** What something depends on. */
  needed(): Set<string> {
    return new Set([...this.edges.depends.keys()].flatMap((ref) => this.targets(ref, 'depends')))
  }

  /** Of these those that no relationship names. */
  loose(refs: Iterable<string>): string[] {
    const named = new Set([...this.described, ...Object.values(this.edges).flatMap((edges) => [...edges.keys()])])
    for (const ref of [...named]) for (const target of this.targets(ref, 'both')) named.add(target)
    return [...refs].filter((ref) => !named.has(ref) && !this.origins.has(ref))
  }

  /** What packages depend on and what is not there; those of other documents are elsewhere. */
  private dangling(byRef: ReadonlyMap<string, unknown>): number {
    const missing = new Set<string>()
    const look = (to: string) => {
      if (!byRef.has(to) && !this.ties.isForeign(to) && !this.ties.mayBeElsewhere(to)) missing.add(to)
    }
    for (const from of this.edges.depends.keys()) if (byRef.has(from)) this.each('depends', from, look)
    return missing.size
  }

  private targets(ref: string, edge: Edge | 'both'): readonly string[] {
    if (edge === 'both') return [...this.targets(ref, 'depends'), ...this.targets(ref, 'contains')]
    const targets = this.edges[edge].get(ref)
    if (targets === undefined) return []
    return typeof targets === 'string' ? [targets] : [...targets]
  }

  each(edge: Edge, ref: string, visit: (target: string) => void): void {
    const targets = this.edges[edge].get(ref)
    if (typeof targets === 'string') visit(targets)
    else if (targets !== undefined) for (const target of targets) visit(target)
  }

  /** Everything that is in the roots, at any depth. */
  private closure(roots: ReadonlySet<string>): Set<string> {
    const parts = new Set<string>()
    const waiting = [...roots]
    for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
      this.each('contains', ref, (part) => {
        if (parts.has(part) || roots.has(part)) return
        parts.add(part)
        waiting.push(part)
      })
    }
    return parts
  }

  private walk(from: Iterable<string>, reached: Set<string>): void {
    const waiting = [...from]
    const reach = (next: string) => {
      if (reached.has(next)) return
      reached.add(next)
      waiting.push(next)
    }
    for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
      this.each('depends', ref, reach)
      this.each('contains', ref, reach)
    }
  }
}

const SILENT = new Set(['NOASSERTION', 'NONE'])
