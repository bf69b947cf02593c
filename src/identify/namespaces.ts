import type { NamespaceEntries, Owner } from '../model/register-index.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { NamespaceKind, Namespaces } from '../model/register.ts'

/** A hit: how much of the name the entry covers decides how much it shows. */
export interface Hit<T> {
  readonly owner: T
  /** `exact`: a whole name or namespace; `prefix`: the beginning of one. */
  readonly by: 'exact' | 'prefix'
  readonly entry: string
}

/** Character at which a namespace of this kind may be cut; anybody may publish below a NuGet name, what is reserved there is written `Name.*`. */
const SEPARATORS: Readonly<Partial<Record<NamespaceKind, string>>> = { maven: '.', domain: '.', cpe: ':' }

/** A prefix has at least this many letters; by them its length is found. */
const START = 2

/** Namespaces of the register (or of the bindings), by kind, found by walking from the longest possible name to the shortest, never by trying entries one by one. Case is ignored. */
export class NamespaceIndex<T> {
  private readonly owners: NamespaceEntries<T>['owners']
  private readonly starts: NamespaceEntries<T>['starts']
  private readonly valid: (owner: T) => boolean

  /** How the entries begin, where there are so few that most names are none of them. */
  private readonly heads: ReadonlySet<string> | undefined

  /** `valid`: whether an entry holds on the day. `few`: entries are rare, so that a look at the beginning of a name saves most searches. */
  constructor(
    { owners, starts }: NamespaceEntries<T>,
    { valid = () => true, few = false }: { valid?: (owner: T) => boolean; few?: boolean } = {},
  ) {
    this.owners = owners
    this.starts = starts
    this.valid = valid
    this.heads = few ? headsOf(owners.keys()) : undefined
  }

  find(kind: NamespaceKind, name: string): Hit<T> | undefined {
    if (name === '') return undefined
    const lower = name.toLowerCase()
    if (this.heads !== undefined && kind !== 'domain' && !this.heads.has(headOf(keyOf(kind, lower), kind.length + 1))) return undefined
    return kind === 'domain' ? this.domain(lower) : this.namespace(kind, lower, SEPARATORS[kind] ?? '/')
  }

  /** `name` and everything above it at a separator; the longest entry wins, whole before prefix. */
  private namespace(kind: NamespaceKind, name: string, separator: string): Hit<T> | undefined {
    for (let end = name.length; end > 0; end = name.lastIndexOf(separator, end - 1)) {
      const entry = end === name.length ? name : name.slice(0, end)
      const owner = this.owner(kind, entry)
      if (owner !== undefined) return { owner, by: 'exact', entry }
    }
    for (const length of this.starts.get(keyOf(kind, name.slice(0, START))) ?? []) {
      if (length > name.length) continue
      const entry = `${name.slice(0, length)}*`
      const owner = this.owner(kind, entry)
      if (owner !== undefined) return { owner, by: 'prefix', entry }
    }
    return undefined
  }

  /** Domains are read from the right: the host and every domain it lies in. */
  private domain(host: string): Hit<T> | undefined {
    for (let rest = host; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
      const owner = this.owner('domain', rest)
      if (owner !== undefined) return { owner, by: 'exact', entry: rest }
    }
    return undefined
  }

  private owner(kind: NamespaceKind, entry: string): T | undefined {
    return this.owners.get(keyOf(kind, entry))?.find(this.valid)
  }
}

const keyOf = (kind: NamespaceKind, entry: string) => `${kind} ${entry}`
/** Kind and first letters of an entry. */
const headOf = (key: string, start: number) => key.slice(0, start + START)

/** `undefined` where an entry is shorter than a head: what lies below it begins in another way. */
function headsOf(keys: Iterable<string>): ReadonlySet<string> | undefined {
  const heads = new Set<string>()
  for (const key of keys) {
    const start = key.indexOf(' ') + 1
    if (key.length < start + START) return undefined
    heads.add(headOf(key, start))
  }
  return heads
}

/** Entries put in order for `NamespaceIndex`; of two with one name the later one comes first. */
export class NamespaceMaps<T> implements NamespaceEntries<T> {
  readonly owners = new Map<string, T[]>()
  readonly starts = new Map<string, number[]>()

  add(namespaces: Namespaces, owner: T): void {
    for (const [kind, entries] of Object.entries(namespaces) as [NamespaceKind, readonly string[]][]) {
      for (const raw of entries) {
        const entry = raw.toLowerCase()
        const key = keyOf(kind, entry)
        const others = this.owners.get(key)
        if (others === undefined) this.owners.set(key, [owner])
        else others.unshift(owner)
        if (entry.endsWith('*')) this.start(keyOf(kind, entry.slice(0, START)), entry.length - 1)
      }
    }
  }

  /** Lengths of the prefixes that begin so, the longest first. */
  private start(key: string, length: number): void {
    const lengths = this.starts.get(key) ?? []
    if (!lengths.includes(length)) this.starts.set(key, [...lengths, length].sort((a, b) => b - a)) // prettier-ignore
  }
}

/** Products after their makers, so that the narrower entry wins where both are of one length. */
export function namespaceMaps(knowledge: Pick<Knowledge, 'organisations'>): { owners: NamespaceMaps<Owner>; denied: NamespaceMaps<Owner> } {
  const owners = new NamespaceMaps<Owner>()
  const denied = new NamespaceMaps<Owner>()
  for (const organisation of knowledge.organisations.values()) {
    owners.add(organisation.namespaces, { organisation: organisation.id })
    denied.add(organisation.notNamespaces, { organisation: organisation.id })
  }
  for (const { id, products } of knowledge.organisations.values())
    for (const product of products) owners.add(product.namespaces, { organisation: id, product: product.id, ...spanOf(product) })
  return { owners, denied }
}

interface Span {
  readonly from?: string
  readonly until?: string
}

/** Whether a span of days, `until` exclusive, covers a day. Days may be given as year or month alone. */
export function holds(span: Span, day: string): boolean {
  return (span.from === undefined || span.from <= day) && (span.until === undefined || day < span.until)
}

export function spanOf({ from, until }: Span): Span {
  return { ...(from !== undefined && { from }), ...(until !== undefined && { until }) }
}
