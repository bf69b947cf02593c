import type { Knowledge, NamespaceKind, Namespaces } from '../model/register.ts'

/** Whom a namespace belongs to: an organisation, or one of its products. */
export interface Owner {
  readonly organisation: string
  readonly product?: string
}

/** A hit: how much of the name the entry covers decides how much it shows. */
export interface Hit<T> {
  readonly owner: T
  /** `exact`: a whole name or namespace; `prefix`: the beginning of one. */
  readonly by: 'exact' | 'prefix'
  readonly entry: string
}

/** Character at which a namespace of this kind may be cut. */
const SEPARATORS: Readonly<Partial<Record<NamespaceKind, string>>> = { maven: '.', domain: '.', cpe: ':', nuget: '.' }

/** A prefix has at least this many letters. */
const START = 2

/** Entries of one kind, found by walking from the longest possible name to the shortest, never by trying them one by one. */
class Room<T> {
  private readonly exact = new Map<string, T>()
  /** Prefixes by their first two letters: their lengths, the longest first, and whose each is. */
  private readonly prefixes = new Map<string, { lengths: number[]; readonly owners: Map<string, T> }>()

  add(entry: string, owner: T): void {
    const name = entry.toLowerCase()
    if (!name.endsWith('*')) return void this.exact.set(name, owner)
    const prefix = name.slice(0, -1)
    const start = prefix.slice(0, START)
    let bucket = this.prefixes.get(start)
    if (bucket === undefined) this.prefixes.set(start, (bucket = { lengths: [], owners: new Map() }))
    bucket.owners.set(prefix, owner)
    if (!bucket.lengths.includes(prefix.length)) bucket.lengths = [...bucket.lengths, prefix.length].sort((a, b) => b - a)
  }

  /** `name` and everything above it at a separator; the longest entry wins, whole before prefix. */
  find(name: string, separator: string): Hit<T> | undefined {
    for (let end = name.length; end > 0; end = name.lastIndexOf(separator, end - 1)) {
      const entry = end === name.length ? name : name.slice(0, end)
      const owner = this.exact.get(entry)
      if (owner !== undefined) return { owner, by: 'exact', entry }
    }
    return this.prefix(name)
  }

  /** Domains are read from the right: the host and every domain it lies in. */
  findDomain(host: string): Hit<T> | undefined {
    for (let rest = host; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
      const owner = this.exact.get(rest)
      if (owner !== undefined) return { owner, by: 'exact', entry: rest }
    }
    return undefined
  }

  private prefix(name: string): Hit<T> | undefined {
    const bucket = this.prefixes.size === 0 ? undefined : this.prefixes.get(name.slice(0, START))
    if (bucket === undefined) return undefined
    for (const length of bucket.lengths) {
      if (length > name.length) continue
      const prefix = name.slice(0, length)
      const owner = bucket.owners.get(prefix)
      if (owner !== undefined) return { owner, by: 'prefix', entry: `${prefix}*` }
    }
    return undefined
  }
}

/** All namespaces of the register (or of the bindings), by kind. Case is ignored. */
export class NamespaceIndex<T> {
  private readonly rooms = new Map<NamespaceKind, Room<T>>()

  add(namespaces: Namespaces, owner: T): void {
    for (const [kind, entries] of Object.entries(namespaces) as [NamespaceKind, readonly string[]][]) {
      let room = this.rooms.get(kind)
      if (room === undefined) this.rooms.set(kind, (room = new Room()))
      for (const entry of entries) room.add(entry, owner)
    }
  }

  find(kind: NamespaceKind, name: string): Hit<T> | undefined {
    const room = this.rooms.get(kind)
    if (room === undefined || name === '') return undefined
    const lower = name.toLowerCase()
    return kind === 'domain' ? room.findDomain(lower) : room.find(lower, SEPARATORS[kind] ?? '/')
  }
}

/** Products after their makers, so that the narrower entry wins where both are of one length. */
export function ownerIndex(knowledge: Knowledge, asOf: string): { owners: NamespaceIndex<Owner>; denied: NamespaceIndex<Owner> } {
  const owners = new NamespaceIndex<Owner>()
  const denied = new NamespaceIndex<Owner>()
  for (const organisation of knowledge.organisations.values()) {
    owners.add(organisation.namespaces, { organisation: organisation.id })
    denied.add(organisation.notNamespaces, { organisation: organisation.id })
  }
  for (const organisation of knowledge.organisations.values()) {
    for (const product of organisation.products) {
      if (holds(product, asOf)) owners.add(product.namespaces, { organisation: organisation.id, product: product.id })
    }
  }
  return { owners, denied }
}

/** Whether a span of days, `until` exclusive, covers a day. Days may be given as year or month alone. */
export function holds(span: { readonly from?: string; readonly until?: string }, day: string): boolean {
  return (span.from === undefined || span.from <= day) && (span.until === undefined || day < span.until)
}
