import { isBrief, moved } from '../model/brief.ts'
import type { Note } from '../model/evidence.ts'
import { packageKey } from '../model/identity.ts'
import { PARTIES, type Inventory, type Item, type Source } from '../model/item.ts'
import { NOTES, type NoteId } from '../model/notes.ts'
import { fill, type Params } from '../model/problem.ts'
import { countContractsOnce } from './duplicates.ts'
import { linkDocuments, linkLicences } from './linked.ts'
import { isPackage, repositoryKey, versionKey } from './same.ts'
import type { ReadSource } from './source.ts'
import { Statements } from './statements.ts'
import { subjectOf } from './subject.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Joins readings to one inventory: components of one purl and version count once, contracts that several lists name as well. `asOf`: the day on which contracts have ended or not. */
export function merge(inputs: readonly ReadSource[], asOf?: string): Inventory {
  const notes: Note[] = inputs.flatMap(({ reading }, source) => reading.notes.map((one) => ({ ...one, source })))
  const note = (code: NoteId, params: Params = {}) => notes.push({ code, message: fill(NOTES[code].en, params), params })
  const all = inputs.flatMap(({ reading }, source) => (source === 0 ? reading.items : reading.items.map((item) => ofSource(item, source))))

  const tell = (source: number, code: NoteId, params: Params) => notes.push({ code, source, message: fill(NOTES[code].en, params), params })
  const parts = linkDocuments(all, inputs, tell)
  linkLicences(inputs, tell)

  const { items, merged } = mergeComponents(all)
  if (merged > 0) note('W-MERGED', { n: merged })
  const contested = items.filter(isContested).length
  if (contested > 0) note('W-CONTESTED', { n: contested })
  countContractsOnce(items, inputs, note, asOf)
  if (!items.some((item) => item.counted && item.relation !== 'root')) note('W-NO-ITEMS')

  const { subject, roots } = subjectOf(inputs, parts)
  return { sources: inputs.map(sourceOf), ...(subject && { subject }), ...(roots > 1 && { roots }), items, notes }
}

function ofSource(item: Item, source: number): Mutable<Item> {
  return moved(item, (seen) => ({ ...seen, source }))
}

function sourceOf({ path, bytes, sha256, reading }: ReadSource): Source {
  const { format, specVersion, generator, encoding, notation, fields, items, rejected, unusable, notes, tr03183 } = reading
  return {
    path, format, ...(specVersion && { specVersion }), ...(generator && { generator }), sha256, bytes, encoding,
    records: items.length + rejected + unusable, read: items.length, rejected, unusable, notes: notes.length, notation, fields, ...(tr03183 && { tr03183 }),
  } // prettier-ignore
}

/** Whether two statements about it name two parties for one part in it. Of a brief there is but one, and its words cannot be asked for yet. */
function isContested(item: Item): boolean {
  if (isBrief(item) || item.also === undefined) return false
  const { said, also } = item
  return PARTIES.some((field) => said[field] !== undefined && [...(also.get(field)?.keys() ?? [])].some((says) => says !== said[field]))
}

/** Within one SBOM or across several: the same purl with the same version is the same thing, without a purl the same party, name and version. */
function mergeComponents(all: readonly Mutable<Item>[]): { items: Mutable<Item>[]; merged: number } {
  // most ids are those of one item: only where an id comes again is anything compared
  const byId = new Map<string, number | Map<string, number>>()
  const items: Mutable<Item>[] = []
  /** What else is said of those that were seen more than once. */
  const others = new Map<number, Item[]>()
  for (const item of all) {
    const first = isMergeable(item) ? firstOf(item, byId, items) : undefined
    if (first === undefined) items.push(item)
    else {
      const known = others.get(first)
      if (known === undefined) others.set(first, [item])
      else known.push(item)
    }
  }
  for (const [index, more] of others) {
    const [first, ...rest] = inOneOrder([items[index]!, ...more])
    const statements = new Statements(unabridged(first!))
    for (const other of rest) statements.add(unabridged(other))
    items[index] = statements.together()
  }
  return { items, merged: all.length - items.length }
}

/** Of several spellings of one package the same comes first, whichever document was read first. */
function inOneOrder(alike: readonly Mutable<Item>[]): readonly Mutable<Item>[] {
  const isOneSpelling = alike.every(({ id }) => id === alike[0]!.id)
  return isOneSpelling ? alike : [...alike].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** The place of an item that is the same; where there is none, this one's will be the next. */
function firstOf(item: Item, byId: Map<string, number | Map<string, number>>, items: readonly Item[]): number | undefined {
  const key = packageKey(item.id)
  const known = byId.get(key)
  if (known === undefined) {
    byId.set(key, items.length)
    return undefined
  }
  const places = typeof known === 'number' ? new Map([[samenessOf(items[known]!), known]]) : known
  byId.set(key, places)
  const sameness = samenessOf(item)
  if (!places.has(sameness)) places.set(sameness, items.length)
  const first = places.get(sameness)!
  return first < items.length ? first : undefined
}

/** What two statements say together is concluded anew: of both everything is needed. */
const unabridged = (item: Item): Mutable<Item> => (isBrief(item) ? item.item() : item)

/** Whether it says enough to be the same as another; a name alone does not. */
function isMergeable(item: Item): boolean {
  if (item.line) return false
  if (versionKey(item) !== undefined) return true
  return !isPackage(item) && !item.id.startsWith(`${item.kind}::`)
}

/** What two items of one id have in common that are the same. What a document is about is no component of another, and without a purl it is itself alone. */
function samenessOf(item: Item): string {
  const parts = [versionKey(item) ?? null, isPackage(item) || (item.cpe ?? null), repositoryKey(item)]
  return JSON.stringify(item.relation !== 'root' ? parts : [...parts, item.source, isPackage(item) || item.ref])
}
