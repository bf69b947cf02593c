import { mergeReleases } from './ocds-merge.ts'
import type { Release } from './ocds-release.ts'

/** How the releases of one ocid are to be joined. */
export type Role = 'release' | 'compiled' | 'versioned'

/** All that is known of one contracting process. */
export class Process {
  private role: Role | undefined
  private releases: Release[] = []

  /** A compiled release replaces the releases it was made of; versioned ones count only where nothing else is there. */
  add(release: Release, role: Role): void {
    const rank = RANKS.indexOf(role)
    const known = this.role === undefined ? -1 : RANKS.indexOf(this.role)
    if (rank < known) return
    if (rank > known) this.releases = []
    this.role = role
    this.releases.push(release)
  }

  /** Several releases are merged in the order of their dates, lists by id: what a later one says holds. */
  get merged(): Release {
    const ordered = [...this.releases].sort((a, b) => compare(a.date, b.date))
    return this.role === 'release' ? mergeReleases(ordered) : ordered.at(-1)!
  }

  get count(): number {
    return this.releases.length
  }
}

const RANKS: readonly Role[] = ['versioned', 'release', 'compiled']

const compare = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0)
