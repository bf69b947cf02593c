import type { Seen } from '../model/evidence.ts'
import { PARTIES, type Field, type Item, type Relation, type Said, type SaidLicence, type SaidLink } from '../model/item.ts'
import { wholeTextsOf } from '../model/whole-text.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Of two statements about the same component the nearer one holds: it is direct if any SBOM says so. */
const NEARER: readonly Relation[] = ['direct', 'transitive', 'unknown']
/** Fields of one text, of which evidence is made. */
const WORDS = ['type', 'group', ...PARTIES, 'description'] as const satisfies readonly (keyof Said)[]

/** All statements about one component. Each is gone through once, however many there are. */
export class Statements {
  private readonly item: Mutable<Item>
  private readonly own: Said
  private readonly ownText: string
  private readonly seenAt: Seen[]
  private readonly also = new Map<Field, Map<string, Seen>>()
  private readonly licences = new Map<string, SaidLicence>()
  private readonly links: SaidLink[]
  private readonly urls: Set<string>
  /** Of the other fields what comes first in order; so the choice does not depend on the order of the inputs. */
  private readonly chosen = new Map<string, unknown>()
  private scope: Said['scope']
  private differ = false

  constructor(item: Mutable<Item>) {
    this.item = item
    this.own = item.said
    this.ownText = JSON.stringify(item.said)
    this.seenAt = [...item.seenAt]
    this.links = [...(item.said.links ?? [])]
    this.urls = new Set(this.links.map(({ url }) => url))
    this.scope = item.said.scope
    this.take(item.said)
  }

  /** Takes over what another statement adds, but for its place. */
  add(other: Item): void {
    const { item } = this
    item.relation = NEARER.find((relation) => relation === item.relation || relation === other.relation) ?? item.relation
    item.counted ||= other.counted
    if (other.cpe !== undefined && (item.cpe === undefined || other.cpe < item.cpe)) item.cpe = other.cpe
    if (JSON.stringify(other.said) !== this.ownText) this.addSaid(other)
    for (const seen of other.seenAt) this.seenAt.push(seen)
  }

  /** The item of the first, with what all of them say. */
  together(): Mutable<Item> {
    const { item, also, licences, links } = this
    item.seenAt = this.seenAt
    if (!this.differ) return item
    if (also.size > 0) item.also = also
    item.said = {
      ...Object.fromEntries(this.chosen),
      ...(licences.size > 0 && { licences: [...licences].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, licence]) => licence) }),
      ...(links.length > 0 && { links }),
      ...(this.scope !== undefined && { scope: this.scope }),
    }
    return item
  }

  private addSaid({ said, seenAt: [seen] }: Item): void {
    this.differ = true
    const [own] = this.item.seenAt
    if (own !== undefined && seen !== undefined) this.addWords(said, own, seen)
    // a component is as needed as the statement that needs it most says
    if (said.scope !== this.scope) this.scope = said.scope === undefined || this.scope === undefined ? undefined : 'optional'
    // the first's own word stays at its own place
    const added = said.links?.filter(({ url }) => !this.urls.has(url)) ?? []
    for (const link of added) this.links.push(link)
    for (const { url } of added) this.urls.add(url)
    this.take(said)
  }

  /** What it says that is not the first's own word, and where they contradict each other the first's own: only one of them is kept in its place. */
  private addWords(said: Said, own: Seen, seen: Seen): void {
    for (const field of WORDS) {
      const [first, says] = [this.own[field], said[field]]
      if (says === undefined || says === first) continue
      this.word(field, says, seen)
      if (first !== undefined) this.word(field, first, own)
    }
    for (const licence of said.licences ?? []) if (!this.licences.has(keyOf(licence))) this.word('licences', licence.text, seen)
    for (const { url } of said.links ?? []) if (!this.urls.has(url)) this.word('links', url, seen)
  }

  private word(field: Field, says: string, seen: Seen): void {
    const words = this.also.get(field) ?? new Map<string, Seen>()
    this.also.set(field, words)
    if (!words.has(says)) words.set(says, seen)
  }

  private take(said: Said): void {
    for (const licence of said.licences ?? []) {
      const key = keyOf(licence)
      if (!this.licences.has(key)) this.licences.set(key, licence)
    }
    for (const [key, value] of Object.entries(said)) {
      if (key === 'scope' || value === undefined) continue
      const known = this.chosen.get(key)
      const isList = key === 'licences' || key === 'links'
      if (known === undefined || (!isList && String(value) < String(known))) this.chosen.set(key, value)
    }
  }
}

/** Two documents may mean different licences by one `LicenseRef-`, and have different texts beside one name. */
function keyOf(licence: SaidLicence): string {
  const { text, absent, url, body, references, texts, addresses } = licence
  if ([absent, url, body, references, texts, addresses].every((beside) => beside === undefined)) return text
  return `${text} ${JSON.stringify([absent, url, body, references, texts, addresses, wholeTextsOf(licence)])}`
}
