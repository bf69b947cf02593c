import { BrandIndex } from './identify/names/brands.ts'
import { goodsOf } from './identify/line/goods.ts'
import { NameIndex } from './identify/names/name-index.ts'
import { bareName, wordsOf } from './identify/names/comparable.ts'
import { Ownerships } from './identify/control.ts'
import { TextIndex } from './identify/line/text-index.ts'
import { holds, NamespaceIndex } from './identify/names/namespaces.ts'
import { indexOf } from './identify/register-index.ts'
import { purlNames } from './identify/names/purl-names.ts'
import { nearest } from './model/nearest.ts'
import { parsePurl } from './model/purl.ts'
import type { Owner, RegisterIndex } from './model/register-index.ts'
import type { Knowledge } from './model/knowledge.ts'
import { NAMESPACES, type NamespaceKind, type Brand, type Organisation, type Product, type Tier } from './model/register.ts'

/** A name of another house that goods of one kind bear. */
export type BorneBrand = Omit<Brand, 'names'> & { readonly name: string }

/** An organisation that a text could mean, and why. */
export interface VendorHit {
  readonly organisation: Organisation
  readonly product?: Product
  /** `name`, `text`, `brand`, or the kind of namespace, with the entry that matched. */
  readonly by: string
  readonly matched: string
  readonly controller?: { readonly id: string; readonly name: string; readonly country?: string; readonly tier: Tier }
  /** Kinds of goods that it sells under a name in the text, which is that of another house. */
  readonly brands: readonly BorneBrand[]
  /** Names of those who hold it together on the day. */
  readonly jointly: readonly string[]
  readonly chain: readonly {
    readonly owner: string
    readonly name: string
    readonly from?: string
    readonly source: Organisation['sources'][number]
  }[]
}

/** Every way in which the register knows a text: as a name, in free text, as a namespace of any kind, as a package URL. Typos are suggestions, never hits. */
export function findVendors(
  text: string,
  knowledge: Knowledge,
  asOf: string,
): { readonly hits: readonly VendorHit[]; readonly suggestion?: string } {
  const ownerships = new Ownerships(knowledge.organisations, asOf)
  const index = indexOf(knowledge)
  const { borne, told } = brandsBorne(text, knowledge, index, asOf)
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
      brands: borne.get(organisation.id) ?? [],
      jointly: organisation.owners
        .filter((link) => link.control === 'joint' && holds(link, asOf))
        .map(({ owner: id }) => knowledge.organisations.get(id)!.name),
      chain,
    })
  }

  const namespaces = new NamespaceIndex(index.namespaces, asOf)
  const owned = ownerOfPackage(text, namespaces)
  if (owned !== undefined) {
    add(owned.owner, owned.kind, owned.entry)
    return { hits: [...hits.values()] }
  }
  if (knowledge.organisations.has(text)) add({ organisation: text }, 'id', text)
  const named = new NameIndex(index.names).find(text)
  if (named !== undefined) add({ organisation: named.id }, 'name', text)
  for (const mention of new TextIndex(index.phrases, asOf).find(text)) add(mention.owner, 'text', mention.name)
  for (const kind of NAMESPACES as readonly NamespaceKind[]) {
    const hit = namespaces.owner(kind, text)
    if (hit !== undefined) add(hit.owner, kind, hit.entry)
  }
  const found = [...hits.values()]
  // a product says better who makes it
  if (!found.some(({ product }) => product !== undefined)) {
    const others = [...borne].filter(([id]) => !found.some(({ organisation }) => organisation.id === id))
    hits.clear()
    for (const [id, brands] of others) add({ organisation: id }, 'brand', [...new Set(brands.map(({ name }) => name))].join(', '))
    // the house itself comes second where the kind of goods says that they are not its own
    if (hits.size > 0) return { hits: told ? [...hits.values(), ...found] : [...found, ...hits.values()] }
  }
  if (found.length > 0) return { hits: found }
  const names = [...knowledge.organisations.values()].flatMap(({ names: own }) => own)
  const suggestion = begun(text, names) ?? nearest(text, names)
  return { hits: [], ...(suggestion !== undefined && { suggestion }) }
}

/** Whose namespace a package URL lies in, as the identification of components looks it up. */
function ownerOfPackage(text: string, namespaces: NamespaceIndex) {
  const purl = parsePurl(text.trim())
  if (purl === undefined) return undefined
  for (const { kind, name, only } of purlNames(purl, text.trim())) {
    const hit = namespaces.owner(kind, name)
    if (hit !== undefined && !(only === 'upstream' && hit.by === 'prefix')) return { kind, owner: hit.owner, entry: hit.entry }
  }
  return undefined
}

/** Who sells goods under a brand that the text names: of the kinds it names, else of all (`told`: it names some). */
function brandsBorne(text: string, { organisations }: Knowledge, { brands }: RegisterIndex, asOf: string) {
  const words = wordsOf(text)
  const kinds = new Set(goodsOf(words, undefined))
  const index = new BrandIndex(brands, asOf)
  const borne = new Map<string, BorneBrand[]>()
  for (const { bare } of index.in(words)) {
    for (const { organisation: id, goods } of index.bearers(bare)) {
      const known = borne.get(id) ?? []
      if ((kinds.size > 0 && !kinds.has(goods)) || known.some((brand) => brand.goods === goods)) continue
      const brand = organisations
        .get(id)!
        .brands!.find((one) => one.goods === goods && holds(one, asOf) && nameIn(one, bare) !== undefined)!
      const { names: _, ...rest } = brand
      borne.set(id, [...known, { name: nameIn(brand, bare)!, ...rest }])
    }
  }
  return { borne, told: kinds.size > 0 }
}

const nameIn = ({ names }: Brand, bare: string): string | undefined => names.find((name) => bareName(name) === bare)

/** The shortest name that begins with the text and goes on with another word: „Planta“ is no whole name, „PLANTA Projektmanagement“ is. */
function begun(text: string, names: readonly string[]): string | undefined {
  const start = `${text.trim().toLowerCase()} `
  if (start.length < 5) return undefined
  return names.filter((name) => name.toLowerCase().startsWith(start)).sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0]
}
