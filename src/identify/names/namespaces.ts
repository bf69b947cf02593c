import { FrozenMap, Probe } from '../../model/frozen.ts'
import type { NamespaceEntries, Owner } from '../../model/register-index.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import type { NamespaceKind, Namespaces } from '../../model/register.ts'

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

/** The name that is looked for just now: maker, denial, binding and licence history ask for the same in turn. */
const current = { kind: '', name: '', head: '', lower: '', probe: new Probe() }

function look(kind: NamespaceKind, name: string): void {
  if (current.name === name && current.kind === kind) return
  current.kind = kind
  current.name = name
  current.head = HEADS[kind] ??= keyOf(kind, '')
  current.lower = name.toLowerCase()
  current.probe.set(current.head, current.lower)
}

/** How the keys of a kind begin. */
const HEADS: Partial<Record<NamespaceKind, string>> = {}

/** Namespaces of the register (or of the bindings), by kind, found by walking from the longest possible name to the shortest, never by trying entries one by one. Case is ignored. */
export class NamespaceIndex<T> {
  private readonly owners: NamespaceEntries<T>['owners']
  /** The same where they lie frozen: there nothing need be put together to look. */
  private readonly frozen: FrozenMap<readonly T[]> | undefined
  private readonly starts: NamespaceEntries<T>['starts']
  private readonly valid: (owner: T) => boolean
  /** Hosts that were asked for; the same few stand in most links. */
  private readonly hosts = new Map<string, { readonly hit: Hit<T> | undefined; readonly code: boolean }>()

  /** `valid`: whether an entry holds on the day. */
  constructor({ owners, starts }: NamespaceEntries<T>, valid: (owner: T) => boolean = () => true) {
    this.owners = owners
    this.frozen = owners instanceof FrozenMap ? owners : undefined
    this.starts = starts
    this.valid = valid
  }

  find(kind: NamespaceKind, name: string): Hit<T> | undefined {
    if (name === '') return undefined
    if (kind === 'domain') return this.host(name).hit
    look(kind, name)
    return this.namespace(SEPARATORS[kind] ?? '/')
  }

  /** Whether repositories of this host are in the register. */
  isCodeHost(host: string): boolean {
    return this.host(host).code
  }

  private host(name: string): { readonly hit: Hit<T> | undefined; readonly code: boolean } {
    let known = this.hosts.get(name)
    if (known === undefined) {
      if (this.hosts.size === MOST_HOSTS) this.hosts.clear()
      known = { hit: this.domain(name.toLowerCase()), code: this.starts.has(keyOf('gitlab', name)) }
      this.hosts.set(name, known)
    }
    return known
  }

  /** The name and everything above it at a separator; the longest entry wins, whole before prefix. */
  private namespace(separator: string): Hit<T> | undefined {
    const { lower } = current
    let whole: T | undefined
    let end = lower.length
    for (; end > 0; end = lower.lastIndexOf(separator, end - 1)) if ((whole = this.owner(end, false)) !== undefined) break
    if (end === lower.length && whole !== undefined) return { owner: whole, by: 'exact', entry: lower }
    for (const length of valueAt(this.starts, Math.min(START, lower.length), false) ?? NONE) {
      if (length > lower.length) continue
      if (whole !== undefined && length <= end) break
      const owner = this.owner(length, true)
      if (owner !== undefined) return { owner, by: 'prefix', entry: `${lower.slice(0, length)}*` }
    }
    return whole === undefined ? undefined : { owner: whole, by: 'exact', entry: lower.slice(0, end) }
  }

  /** Domains are read from the right: the host and every domain it lies in. */
  private domain(name: string): Hit<T> | undefined {
    for (let rest = name; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
      const owner = this.owners.get(keyOf('domain', rest))?.find(this.valid)
      if (owner !== undefined) return { owner, by: 'exact', entry: rest }
    }
    return undefined
  }

  private owner(end: number, star: boolean): T | undefined {
    const { head, probe } = current
    const owners = this.frozen === undefined ? valueAt(this.owners, end, star) : this.frozen.getBeginning(probe, head.length + end, star)
    return owners?.find(this.valid)
  }
}

const NONE: readonly number[] = []
const MOST_HOSTS = 1 << 13

/** What stands under the first letters of the current name. */
function valueAt<V>(map: ReadonlyMap<string, V>, end: number, star: boolean): V | undefined {
  const { head, lower, probe } = current
  if (map instanceof FrozenMap) return map.getBeginning(probe, head.length + end, star) as V | undefined
  return map.get(head + lower.slice(0, end) + (star ? '*' : ''))
}

const keyOf = (kind: NamespaceKind, entry: string) => `${kind} ${entry}`

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
        if (kind === 'gitlab') this.starts.set(keyOf(kind, entry.split('/')[0]!), [])
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
