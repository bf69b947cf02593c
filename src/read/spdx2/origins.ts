import type { Item } from '../../model/item.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Found = ReadonlyMap<string, Mutable<Item>>

/** What packages of a document were made of, and what went into a build: none of it is shipped beside what came of it. */
export class Origins {
  /** Sources by what was made of them. */
  private readonly sources = new Map<string, string[]>()
  private readonly inputs = new Set<string>()

  made(thing: string, source: string): void {
    const known = this.sources.get(thing)
    if (known === undefined) this.sources.set(thing, [source])
    else known.push(source)
  }

  *all(): Generator<readonly [thing: string, source: string]> {
    for (const [thing, sources] of this.sources) for (const source of sources) yield [thing, source]
  }

  has(ref: string): boolean {
    return this.sources.has(ref) || this.inputs.has(ref)
  }

  input(ref: string): void {
    this.inputs.add(ref)
  }

  /** Takes sources out of the count. `needed`: on these something depends; `loose`: of these nothing is said but the name, and nothing names them. */
  settle(byRef: Found, needed: () => ReadonlySet<string>, loose: () => readonly string[]): void {
    for (const ref of this.inputs) {
      const item = byRef.get(ref)
      if (item !== undefined && item.relation !== 'root' && item.said.type === 'source') item.counted = false
    }
    const next = this.pairs(byRef)
    if (next.size === 0) return
    const wanted = needed()
    for (const ref of reached(next)) if (!wanted.has(ref)) byRef.get(ref)!.counted = false
    // fetched to make the rest of it
    for (const ref of loose()) {
      const item = byRef.get(ref)
      if (item?.said.links !== undefined) item.counted = false
    }
  }

  /** By what counts, what does not because of it. A root has nothing in its place that counts: what it was made of stays. */
  private pairs(byRef: Found): Map<string, string[]> {
    const next = new Map<string, string[]>()
    for (const [thing, sources] of this.sources) {
      const made = byRef.get(thing)
      for (const source of sources) {
        const item = byRef.get(source)
        if (!made?.counted || !item?.counted || made === item) continue
        // a build for one platform is called after its source, which bears name and version
        const [kept, other] = made.id.startsWith(`${item.id}:`) ? [source, thing] : [thing, source]
        const known = next.get(kept)
        if (known === undefined) next.set(kept, [other])
        else known.push(other)
      }
    }
    return next
  }
}

/** All that is reached from where the ways begin; what is made of itself begins nowhere. */
function reached(next: ReadonlyMap<string, readonly string[]>): Set<string> {
  const ends = new Set([...next.values()].flat())
  const found = new Set<string>()
  const waiting = [...next.keys()].filter((ref) => !ends.has(ref))
  for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
    for (const one of next.get(ref) ?? []) {
      if (found.has(one)) continue
      found.add(one)
      waiting.push(one)
    }
  }
  return found
}
