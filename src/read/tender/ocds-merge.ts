import type { Release } from './ocds-release.ts'

/** Releases as one, the later ones laid over the earlier: https://standard.open-contracting.org/latest/en/guidance/build/merging/. */
export function mergeReleases(releases: readonly Release[]): Release {
  const merging = new Merging()
  return releases.reduce((earlier, later) => merging.merge(earlier, later) as Release)
}

type Tree = Readonly<Record<string, unknown>>
type Identified = Tree & { readonly id: unknown }
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)
const isIdentified = (value: unknown): value is Identified => isTree(value) && value['id'] !== undefined

class Merging {
  /** The lists that were made here, and where in each an id stands: the next release is added to them, not to a copy. */
  private readonly made = new Map<readonly unknown[], Map<unknown, number>>()

  merge(a: unknown, b: unknown): unknown {
    if (Array.isArray(a) && Array.isArray(b)) return this.lists(a, b)
    if (!isTree(a) || !isTree(b)) return b ?? a
    return Object.fromEntries(
      [...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => [
        key,
        key === 'place' || key === 'at' ? b[key] : this.merge(a[key], b[key]),
      ]),
    )
  }

  private lists(a: readonly unknown[], b: readonly unknown[]): readonly unknown[] {
    if (!b.every(isIdentified) || !(this.made.has(a) || a.every(isIdentified))) return b
    const merged = this.made.has(a) ? (a as unknown[]) : this.add([], a as readonly Identified[])
    return this.add(merged, b)
  }

  private add(merged: unknown[], more: readonly Identified[]): unknown[] {
    const places = this.made.get(merged) ?? new Map<unknown, number>()
    this.made.set(merged, places)
    for (const one of more) {
      const place = places.get(one.id)
      if (place === undefined) places.set(one.id, merged.push(one) - 1)
      else merged[place] = this.merge(merged[place], one)
    }
    return merged
  }
}
