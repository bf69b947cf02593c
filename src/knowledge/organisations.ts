import { Problem } from '../model/problem.ts'
import type { Namespaces, Organisation, Product } from '../model/register.ts'
import { checked } from './check.ts'
import { notDefined } from './references.ts'
import { vendorFile, type VendorFile } from './schemas.ts'
import type { Path, YamlFile } from './yaml.ts'

/** One organisation from its file; every named source must stand in the file. */
export function organisation(yaml: YamlFile): Organisation {
  const data = checked(vendorFile, yaml)
  const source = (name: string, path: Path) => {
    const found = data.sources[name]
    if (found === undefined) throw notDefined(name, 'sources', Object.keys(data.sources), yaml.place(path))
    return withoutUndefined(found)
  }
  const place = (path: Path) => ({ file: yaml.file, line: yaml.place(path).line })
  const first = Object.keys(data.sources)[0]
  if (first === undefined)
    throw new Problem('E2103', { what: { de: 'sources: mindestens eine Quelle', en: 'sources: at least one' } }, yaml.place(['sources']))

  const products = (data.products ?? []).map((entry, i): Product => ({
    ...withoutUndefined(productFields(entry)),
    maker: data.id,
    names: entry.names ?? [entry.name],
    namespaces: namespacesOf(entry.namespaces),
    source: source(entry.source ?? first, ['products', i, 'source']),
    place: place(['products', i]),
  }))
  return {
    ...withoutUndefined({
      id: data.id,
      formerly: data.formerly,
      name: data.name,
      kind: data.kind,
      country: data.country,
      governance: data.governance,
    }),
    publicHand: data.publicHand ?? data.kind === 'public-body',
    roles: data.roles ?? ['maker'],
    names: [data.name, ...(data.names ?? [])],
    ...(data.exactNames !== undefined && { exactNames: data.exactNames }),
    notNames: data.notNames ?? [],
    namespaces: namespacesOf(data.namespaces),
    notNamespaces: namespacesOf(data.notNamespaces),
    owners: (data.owners ?? []).map((entry, i) => ({
      ...withoutUndefined({ owner: entry.owner, control: entry.control, from: entry.from, until: entry.until }),
      source: source(entry.source, ['owners', i, 'source']),
    })),
    tiers: (data.tiers ?? []).map((entry, i) => ({
      ...withoutUndefined({ tier: entry.tier, because: entry.because, from: entry.from, until: entry.until }),
      source: source(entry.source, ['tiers', i, 'source']),
    })),
    products,
    ...(data.brands !== undefined && {
      brands: data.brands.map((entry, i) => ({
        ...withoutUndefined({ names: entry.names, goods: entry.goods, from: entry.from, until: entry.until }),
        source: source(entry.source ?? first, ['brands', i, 'source']),
      })),
    }),
    sources: Object.values(data.sources).map(withoutUndefined),
    place: { file: yaml.file, line: 1 },
  }
}

function productFields(entry: NonNullable<VendorFile['products']>[number]) {
  const { id, name, layer, kind, licence, openPart, closedParts, governance, binding, from, until } = entry
  return { id, name, layer, kind, licence, openPart, closedParts, governance, binding, from, until }
}

export function namespacesOf(data: Partial<Record<string, string[] | undefined>> | undefined): Namespaces {
  return withoutUndefined(data ?? {}) as Namespaces
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** Keys without a value are left out, as the model wants it. */
export function withoutUndefined<T extends object>(data: T): Defined<T> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as Defined<T>
}

/**
 * What no single file can show: ids are unique, owners and providers exist, no chain of ownership runs in a circle,
 * no namespace belongs to two. `organisations` in the order of their files.
 */
export function assertRegister(organisations: readonly Organisation[]): Map<string, Organisation> {
  const byId = new Map<string, Organisation>()
  const products = new Map<string, Product>()
  for (const organisation of organisations) {
    unique(byId, organisation.id, organisation)
    for (const product of organisation.products) unique(products, product.id, product)
  }
  // a former id is taken, as any other: findings and waivers still bear it
  const taken = new Map(byId)
  for (const organisation of organisations) for (const id of organisation.formerly ?? []) unique(taken, id, organisation)
  const known = (id: string, what: string, by: { place: { file: string; line: number } }) => {
    if (!byId.has(id)) throw notDefined(id, what, byId.keys(), by.place)
  }
  for (const organisation of organisations) {
    for (const { owner } of organisation.owners) known(owner, 'owner', organisation)
    for (const product of organisation.products) if (product.binding) known(product.binding.provider, 'binding.provider', product)
  }
  for (const organisation of organisations) assertNoCircle(organisation, byId)
  assertNamespaces(organisations)
  return byId
}

function unique<T extends { place: { file: string; line: number } }>(map: Map<string, T>, id: string, entry: T): void {
  const other = map.get(id)
  if (other !== undefined) throw new Problem('E2104', { id, other: `${other.place.file}:${other.place.line}` }, entry.place)
  map.set(id, entry)
}

function assertNoCircle(start: Organisation, byId: ReadonlyMap<string, Organisation>): void {
  const walk = (organisation: Organisation, path: readonly string[]): void => {
    if (path.includes(organisation.id))
      throw new Problem('E2103', { what: `owners: ${[...path, organisation.id].join(' → ')}` }, start.place)
    for (const { owner } of organisation.owners) walk(byId.get(owner)!, [...path, organisation.id])
  }
  walk(start, [])
}

function assertNamespaces(organisations: readonly Organisation[]): void {
  const seen = new Map<string, { place: { file: string; line: number } }>()
  for (const organisation of organisations) {
    for (const owner of [organisation, ...organisation.products]) {
      const mine = new Set<string>()
      for (const [kind, names] of Object.entries(owner.namespaces)) {
        for (const name of names ?? []) {
          const key = `${kind}:${name.toLowerCase()}`
          // a product may narrow the namespace of its own maker
          const other = seen.get(key)
          if (other !== undefined && other.place.file !== owner.place.file)
            throw new Problem('E2104', { id: key, other: `${other.place.file}:${other.place.line}` }, owner.place)
          mine.add(key)
        }
      }
      for (const key of mine) seen.set(key, owner)
    }
  }
}
