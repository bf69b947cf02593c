import { NameIndex } from './identify/names.ts'
import { Ownerships } from './identify/control.ts'
import { TextIndex } from './identify/text.ts'
import { holds, NamespaceIndex } from './identify/namespaces.ts'
import { indexOf } from './identify/register-index.ts'
import { nearest } from './model/nearest.ts'
import type { Owner } from './model/register-index.ts'
import type { Knowledge } from './model/knowledge.ts'
import { NAMESPACES, type NamespaceKind, type Organisation, type Product, type Tier } from './model/register.ts'

/** An organisation that a text could mean, and why. */
export interface VendorHit {
  readonly organisation: Organisation
  readonly product?: Product
  /** `name`, `text`, or the kind of namespace, with the entry that matched. */
  readonly by: string
  readonly matched: string
  readonly controller?: { readonly id: string; readonly name: string; readonly country?: string; readonly tier: Tier }
  /** Names of those who hold it together on the day. */
  readonly jointly: readonly string[]
  readonly chain: readonly {
    readonly owner: string
    readonly name: string
    readonly from?: string
    readonly source: Organisation['sources'][number]
  }[]
}

/** Every way in which the register knows a text: as a name, in free text, as a namespace of any kind. Typos are suggestions, never hits. */
export function findVendors(
  text: string,
  knowledge: Knowledge,
  asOf: string,
): { readonly hits: readonly VendorHit[]; readonly suggestion?: string } {
  const ownerships = new Ownerships(knowledge.organisations, asOf)
  const index = indexOf(knowledge)
  const hits = new Map<string, VendorHit>()
  const add = (owner: Owner, by: string, matched: string) => {
    const key = `${owner.organisation}/${owner.product ?? ''}`
    if (hits.has(key)) return
    const organisation = knowledge.organisations.get(owner.organisation)!
    const product = organisation.products.find(({ id }) => id === owner.product)
    const controller = ownerships.controller(organisation.id)
    const chain = ownerships.chain(organisation.id).map(({ owner: id, from, source }) => ({
      owner: id,
      name: knowledge.organisations.get(id)!.name,
      ...(from !== undefined && { from }),
      source,
    }))
    hits.set(key, {
      organisation,
      ...(product !== undefined && { product }),
      by,
      matched,
      ...(controller !== undefined && { controller }),
      jointly: organisation.owners
        .filter((link) => link.control === 'joint' && holds(link, asOf))
        .map(({ owner: id }) => knowledge.organisations.get(id)!.name),
      chain,
    })
  }

  if (knowledge.organisations.has(text)) add({ organisation: text }, 'id', text)
  const named = new NameIndex(index.names).find(text)
  if (named !== undefined) add({ organisation: named.id }, 'name', text)
  for (const mention of new TextIndex(index.phrases, asOf).find(text)) add(mention.owner, 'text', mention.name)
  const owners = new NamespaceIndex(index.namespaces, (owner) => holds(owner, asOf))
  for (const kind of NAMESPACES as readonly NamespaceKind[]) {
    const hit = owners.find(kind, text)
    if (hit !== undefined) add(hit.owner, kind, hit.entry)
  }
  if (hits.size > 0) return { hits: [...hits.values()] }
  const names = [...knowledge.organisations.values()].flatMap(({ names: own }) => own)
  const suggestion = begun(text, names) ?? nearest(text, names)
  return { hits: [], ...(suggestion !== undefined && { suggestion }) }
}

/** The shortest name that begins with the text and goes on with another word: „Planta“ is no whole name, „PLANTA Projektmanagement“ is. */
function begun(text: string, names: readonly string[]): string | undefined {
  const start = `${text.trim().toLowerCase()} `
  if (start.length < 5) return undefined
  return names.filter((name) => name.toLowerCase().startsWith(start)).sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0]
}
