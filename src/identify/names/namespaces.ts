import { FrozenMap, Probe } from '../../model/frozen.ts'
import type { NamespaceEntries, NamespaceEntry, Owner } from '../../model/register-index.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import type { NamespaceKind, Namespaces } from '../../model/register.ts'

/** A hit: how much of the name the entry covers decides how much it shows. */
export interface Hit {
  readonly owner: Owner
  /** `exact`: a whole name or namespace; `prefix`: the beginning of one. */
  readonly by: 'exact' | 'prefix'
  readonly entry: string
}

/** What the register says of a name, each by the longest entry that covers it. */
export interface NamespaceHits {
  readonly owner?: Hit | undefined
  /** Organisations that say that the name is not theirs, where nobody's entry is longer. */
  readonly denied?: readonly string[] | undefined
  /** Id of the binding rule. */
  readonly binding?: string | undefined
  /** Id of the licence history of the whole name, or of names that begin so. */
  readonly history?: string | undefined
}

/** Character at which a namespace of this kind may be cut; anybody may publish below a NuGet name, what is reserved there is written `Name.*`. */
const SEPARATORS: Readonly<Partial<Record<NamespaceKind, string>>> = { maven: '.', domain: '.', cpe: ':' }

/** A prefix has at least this many letters; by them its length is found. */
const START = 2

/** The name that is looked for just now, in small letters after the beginning of the keys of its kind. */
const asked = { head: '', lower: '', probe: new Probe() }
const HEADS: Partial<Record<NamespaceKind, string>> = {}

function ask(kind: NamespaceKind, name: string): void {
  asked.head = HEADS[kind] ??= keyOf(kind, '')
  asked.lower = name.toLowerCase()
  asked.probe.set(asked.head, asked.lower)
}

/** What was found last: maker, licence and binding of one component ask for the same in turn. */
interface Last {
  kind: NamespaceKind | undefined
  name: string
  hits: NamespaceHits
}

/** Namespaces of the register, by kind, found by walking from the longest possible name to the shortest, never by trying entries one by one. Case is ignored. */
export class NamespaceIndex {
  private readonly entries: NamespaceEntries['entries']
  /** The same where they lie frozen: there nothing need be put together to look. */
  private readonly frozen: FrozenMap<NamespaceEntry> | undefined
  private readonly starts: NamespaceEntries['starts']
  private readonly asOf: string
  private readonly lastName: Last = { kind: undefined, name: '', hits: NOTHING }
  /** Between the questions about a package's name its repository is asked for. */
  private readonly lastRepository: Last = { kind: undefined, name: '', hits: NOTHING }
  /** Hosts that were asked for; the same few stand in most links. */
  private readonly hosts = new Map<string, { readonly hits: NamespaceHits; readonly code: boolean }>()

  constructor({ entries, starts }: NamespaceEntries, asOf: string) {
    this.entries = entries
    this.frozen = entries instanceof FrozenMap ? entries : undefined
    this.starts = starts
    this.asOf = asOf
  }

  find(kind: NamespaceKind, name: string): NamespaceHits {
    if (name === '') return NOTHING
    if (kind === 'domain') return this.host(name).hits
    const last = kind === 'github' ? this.lastRepository : this.lastName
    if (last.name === name && last.kind === kind) return last.hits
    ask(kind, name)
    last.kind = kind
    last.name = name
    return (last.hits = this.walk(SEPARATORS[kind] ?? '/'))
  }

  /** The owner of a namespace, unless the same organisation disowns it by an entry that is no shorter. */
  owner(kind: NamespaceKind, name: string): Hit | undefined {
    return this.find(kind, name).owner
  }

  /** Whether repositories of this host are in the register. */
  isCodeHost(host: string): boolean {
    return this.host(host).code
  }

  private host(name: string): { readonly hits: NamespaceHits; readonly code: boolean } {
    if (name.length > LONGEST_HOST) return NO_HOST
    let known = this.hosts.get(name)
    if (known === undefined) {
      if (this.hosts.size === MOST_HOSTS) this.hosts.clear()
      known = { hits: this.domain(name.toLowerCase()), code: this.starts.has(keyOf('gitlab', name)) }
      this.hosts.set(name, known)
    }
    return known
  }

  /** The name and everything above it at a separator; the longest entry wins, whole before prefix. */
  private walk(separator: string): NamespaceHits {
    const { lower } = asked
    let said: Longest | undefined
    for (let end = lower.length; end > 0; end = lower.lastIndexOf(separator, end - 1)) {
      const entry = this.at(end, false)
      if (entry !== undefined) (said ??= new Longest()).take(entry, end, false, this.asOf)
    }
    const lengths = valueAt(this.starts, Math.min(START, lower.length), false)
    for (const length of lengths ?? NONE) {
      const entry = length > lower.length ? undefined : this.at(length, true)
      if (entry !== undefined) (said ??= new Longest()).take(entry, length, true, this.asOf)
    }
    return said === undefined ? NOTHING : said.hits(lower, (end) => lower.slice(0, end))
  }

  /** Domains are read from the right: the host and every domain it lies in. */
  private domain(name: string): NamespaceHits {
    const said = new Longest()
    for (let rest = name; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
      const entry = this.entries.get(keyOf('domain', rest))
      if (entry !== undefined) said.take(entry, rest.length, false, this.asOf)
    }
    return said.hits(name, (end) => name.slice(-end))
  }

  private at(end: number, star: boolean): NamespaceEntry | undefined {
    return this.frozen === undefined
      ? valueAt(this.entries, end, star)
      : this.frozen.getBeginning(asked.probe, asked.head.length + end, star)
  }
}

/** Collects what entries say of a name, each thing by the longest of them. */
class Longest {
  private owner: Owner | undefined
  private ownerEnd = 0
  private ownerStar = false
  private denied: readonly string[] = NONE
  private deniedEnd = 0
  private binding: string | undefined
  private bindingEnd = 0
  private history: string | undefined
  private historyEnd = 0
  private historyStar = false

  /** `end`: letters of the name that the entry covers; `star`: as the beginning of one. */
  take({ owners, denied, binding, history }: NamespaceEntry, end: number, star: boolean, asOf: string): void {
    if (owners !== undefined && end > this.ownerEnd) {
      const owner = owners.find((one) => holds(one, asOf))
      if (owner !== undefined) [this.owner, this.ownerEnd, this.ownerStar] = [owner, end, star]
    }
    if (denied !== undefined && end > this.deniedEnd) [this.denied, this.deniedEnd] = [denied, end]
    if (binding !== undefined && end > this.bindingEnd) [this.binding, this.bindingEnd] = [binding, end]
    if (history !== undefined && end > this.historyEnd) [this.history, this.historyEnd, this.historyStar] = [history, end, star]
  }

  hits(name: string, covered: (end: number) => string): NamespaceHits {
    const { owner, ownerEnd, ownerStar, denied, deniedEnd, binding, history, historyEnd, historyStar } = this
    const isLonger = deniedEnd > 0 && deniedEnd >= ownerEnd
    const isDenied = owner !== undefined && isLonger && denied.includes(owner.organisation)
    const entry = ownerStar ? `${covered(ownerEnd)}*` : covered(ownerEnd)
    return {
      owner: owner === undefined || isDenied ? undefined : { owner, by: ownerStar ? 'prefix' : 'exact', entry },
      denied: isLonger ? denied : undefined,
      binding,
      // a package below another is none of its versions
      history: historyStar || historyEnd === name.length ? history : undefined,
    }
  }
}

const NONE: readonly never[] = []
const NOTHING: NamespaceHits = {}
const MOST_HOSTS = 1 << 13
/** https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4, written with dots; longer ones are no hosts. */
const LONGEST_HOST = 253
const NO_HOST = { hits: NOTHING, code: false } as const

/** What stands under the first letters of the name. */
function valueAt<V>(map: ReadonlyMap<string, V>, end: number, star: boolean): V | undefined {
  const { head, lower, probe } = asked
  if (map instanceof FrozenMap) return map.getBeginning(probe, head.length + end, star) as V | undefined
  return map.get(head + lower.slice(0, end) + (star ? '*' : ''))
}

const keyOf = (kind: NamespaceKind, entry: string) => `${kind} ${entry}`

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Entries put in order for `NamespaceIndex`; of two with one name the later one comes first. */
class NamespaceMaps implements NamespaceEntries {
  readonly entries = new Map<string, Mutable<NamespaceEntry>>()
  readonly starts = new Map<string, number[]>()

  add(namespaces: Namespaces, say: (entry: Mutable<NamespaceEntry>) => void): void {
    for (const [kind, names] of Object.entries(namespaces) as [NamespaceKind, readonly string[]][]) {
      for (const raw of names) {
        const name = raw.toLowerCase()
        const key = keyOf(kind, name)
        let entry = this.entries.get(key)
        if (entry === undefined) this.entries.set(key, (entry = {}))
        say(entry)
        if (kind === 'gitlab') this.starts.set(keyOf(kind, name.split('/')[0]!), [])
        if (name.endsWith('*')) this.start(keyOf(kind, name.slice(0, START)), name.length - 1)
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
export function namespaceEntries({
  organisations,
  bindings,
  licenceHistories,
}: Pick<Knowledge, 'organisations' | 'bindings' | 'licenceHistories'>): NamespaceEntries {
  const maps = new NamespaceMaps()
  const owned = (owner: Owner) => (entry: Mutable<NamespaceEntry>) => void (entry.owners = [owner, ...(entry.owners ?? [])])
  for (const { id, namespaces, notNamespaces } of organisations.values()) {
    maps.add(namespaces, owned({ organisation: id }))
    maps.add(notNamespaces, (entry) => void (entry.denied = [id, ...(entry.denied ?? [])]))
  }
  for (const { id, products } of organisations.values())
    for (const product of products) maps.add(product.namespaces, owned({ organisation: id, product: product.id, ...spanOf(product) }))
  for (const { id, namespaces } of bindings.values()) maps.add(namespaces, (entry) => void (entry.binding = id))
  for (const { id, namespaces } of licenceHistories.values()) maps.add(namespaces, (entry) => void (entry.history = id))
  return maps
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
