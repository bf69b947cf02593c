/** What depends on what, as `Relations` holds it; `each` calls for every target. */
interface Graph {
  each(edge: 'depends' | 'contains', ref: string, visit: (target: string) => void): void
}

/** Dependencies that are only for developing or testing, or may be left out: as CycloneDX has it, their scope is `optional`. */
export class Scopes {
  /** By whole and part. */
  private readonly optional = new Map<string, Set<string>>()
  private readonly targets = new Set<string>()

  add(whole: string, part: string): void {
    const parts = this.optional.get(whole)
    if (parts === undefined) this.optional.set(whole, new Set([part]))
    else parts.add(part)
    this.targets.add(part)
  }

  /** The same is said to be needed elsewhere in the document. */
  isNeeded(whole: string, part: string): void {
    this.optional.get(whole)?.delete(part)
  }

  /**
   * What is reached by optional dependencies alone. Needed is what is reached from `starts` by others; being a part of something
   * does not make needed what is called optional.
   */
  settle(graph: Graph, starts: Iterable<string>): ReadonlySet<string> {
    const needed = new Set(starts)
    if (this.targets.size === 0) return new Set()
    walk(needed, (ref, reach) => {
      graph.each('depends', ref, (part) => this.optional.get(ref)?.has(part) !== true && reach(part))
      graph.each('contains', ref, (part) => !this.targets.has(part) && reach(part))
    })
    const optional = new Set([...this.targets].filter((ref) => !needed.has(ref)))
    walk(optional, (ref, reach) => {
      for (const edge of ['depends', 'contains'] as const) graph.each(edge, ref, (part) => !needed.has(part) && reach(part))
    })
    return optional
  }

  /** Whether nothing is called optional. */
  get isEmpty(): boolean {
    return this.targets.size === 0
  }
}

/** Adds what is reached from those that are there. */
function walk(found: Set<string>, next: (ref: string, reach: (ref: string) => void) => void): void {
  const waiting = [...found]
  const reach = (ref: string) => {
    if (found.has(ref)) return
    found.add(ref)
    waiting.push(ref)
  }
  for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) next(ref, reach)
}
