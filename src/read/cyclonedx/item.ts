import { itemId } from '../../model/identity.ts'
import type { Seen } from '../../model/evidence.ts'
import type { Item, ItemKind, Said } from '../../model/item.ts'
import { packageOf, type Purl } from '../../model/purl.ts'
import type { RawComponent } from './raw.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/**
 * The item of a component, not placed yet: relation and ref come from its document. `ref`: its bom-ref as it is kept.
 * Written out for the common case, a package with its version: the fields of an object that is made at once lie together.
 */
export function itemOf(raw: RawComponent, purl: Purl | undefined, kind: ItemKind, name: string, seen: Seen, ref?: string): Mutable<Item> {
  const item = named(raw, purl, kind, name, seen, ref)
  if (raw.cpe) item.cpe = raw.cpe
  return item
}

function named(raw: RawComponent, purl: Purl | undefined, kind: ItemKind, name: string, seen: Seen, ref?: string): Mutable<Item> {
  const rest = { ref: '', source: 0, kind, name, relation: 'unknown', counted: true } as const
  const said = saidOf(raw)
  const { version } = raw
  if (purl === undefined) {
    const id = itemId(kind, raw.manufacturer?.name ?? raw.group ?? raw.supplier?.name ?? raw.provider?.name, name)
    return version ? { id, ...rest, said, seenAt: [seen], version } : { id, ...rest, said, seenAt: [seen] }
  }
  // most tools write the purl as bom-ref: one string is enough
  const text = raw.purl === ref ? ref! : raw.purl!
  const id = packageOf(purl)
  if (!version) return { id, ...rest, said, seenAt: [seen], purl: text, parsed: purl }
  return {
    id,
    ref: '',
    source: 0,
    kind,
    name,
    relation: 'unknown',
    counted: true,
    said,
    seenAt: [seen],
    version,
    purl: text,
    parsed: purl,
  }
}

/** Only what is there; written out, because it runs once for every component. */
function saidOf(raw: RawComponent): Said {
  const said: Mutable<Said> = {}
  if (raw.type) said.type = raw.type
  if (raw.group) said.group = raw.group
  if (raw.supplier?.name) said.supplier = raw.supplier.name
  if (raw.manufacturer?.name) said.manufacturer = raw.manufacturer.name
  if (raw.publisher) said.publisher = raw.publisher
  if (raw.author) said.author = raw.author
  if (raw.provider?.name) said.provider = raw.provider.name
  const parties = raw.manufacturer ?? raw.supplier ?? raw.provider
  if (parties !== undefined) {
    const urls = [raw.manufacturer, raw.supplier, raw.provider].flatMap((party) => party?.urls ?? [])
    if (urls.length > 0) said.partyUrls = urls
  }
  const licences = raw.licences?.length ? raw.licences : raw.observed
  if (licences?.length) said.licences = licences
  if (raw.links?.length) said.links = raw.links
  if (raw.scope === 'optional' || raw.scope === 'excluded') said.scope = raw.scope
  return said
}
