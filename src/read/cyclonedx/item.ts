import { itemId } from '../../model/identity.ts'
import type { Seen } from '../../model/evidence.ts'
import type { Item, ItemKind, Said, SaidLicence } from '../../model/item.ts'
import { packageOf, type Purl } from '../../model/purl.ts'
import type { RawComponent, RawParty } from './raw.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/**
 * The item of a component, not placed yet: relation and ref come from its document. `ref`: its bom-ref as it is kept.
 * Written out for the common case, a package with its version: the fields of an object that is made at once lie together.
 */
export function itemOf(raw: RawComponent, purl: Purl | undefined, kind: ItemKind, name: string, seen: Seen, ref?: string): Mutable<Item> {
  return {
    id:
      purl === undefined
        ? itemId(kind, raw.manufacturer?.name || raw.group || raw.supplier?.name || raw.provider?.name, name)
        : packageOf(purl),
    ref: '',
    source: 0,
    kind,
    name,
    relation: 'unknown',
    counted: true,
    said: saidOf(raw),
    seenAt: [seen],
    version: raw.version || undefined,
    // most tools write the purl as bom-ref: one string is enough
    purl: purl === undefined ? undefined : raw.purl === ref ? ref : raw.purl,
    parsed: purl,
    cpe: raw.cpe || undefined,
  }
}

/** Only what is there; written out, because it runs once for every component. */
function saidOf(raw: RawComponent): Said {
  const { supplier, manufacturer, provider, scope } = raw
  const licences = licencesOf(raw)
  return {
    type: raw.type || undefined,
    group: raw.group || undefined,
    supplier: supplier?.name || undefined,
    manufacturer: manufacturer?.name || undefined,
    publisher: raw.publisher || undefined,
    author: raw.author || undefined,
    provider: provider?.name || undefined,
    partyUrls:
      supplier === undefined && manufacturer === undefined && provider === undefined
        ? undefined
        : urlsOf([manufacturer, supplier, provider]),
    licences: licences?.length ? licences : undefined,
    links: raw.links?.length ? raw.links : undefined,
    scope: scope === 'optional' || scope === 'excluded' ? scope : undefined,
  }
}

/** What is stated, and beside it what was found; addresses speak only where nothing else does. */
function licencesOf({ licences, observed, linked }: RawComponent): readonly SaidLicence[] | undefined {
  if (!observed?.length && linked === undefined) return licences
  const stated = licences ?? []
  const found = stated.length === 0 ? (observed ?? []) : (observed ?? []).map((one): SaidLicence => ({ ...one, observed: true }))
  const isSaid = [...stated, ...found].some(({ text, absent }) => text !== 'NOASSERTION' && absent !== true)
  return [...stated, ...found, ...(isSaid ? [] : (linked ?? []))]
}

function urlsOf(parties: readonly (RawParty | undefined)[]): readonly string[] | undefined {
  const urls = parties.flatMap((party) => party?.urls ?? [])
  return urls.length > 0 ? urls : undefined
}
