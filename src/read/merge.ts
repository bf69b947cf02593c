import { isBrief, moved } from '../model/brief.ts'
import type { Note, Seen } from '../model/evidence.ts'
import { PARTIES, type Field, type Inventory, type Item, type OtherWord, type Relation, type Said, type Source } from '../model/item.ts'
import { NOTES, type NoteId } from '../model/notes.ts'
import { fill, type Params } from '../model/problem.ts'
import { countContractsOnce } from './duplicates.ts'
import { linkDocuments } from './linked.ts'
import { isPackage, versionOf } from './same.ts'
import type { ReadSource } from './source.ts'
import { subjectOf } from './subject.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Of two statements about the same component the nearer one holds: it is direct if any SBOM says so. */
const NEARER: readonly Relation[] = ['direct', 'transitive', 'unknown']

/** Joins readings to one inventory: components of one purl and version count once, contracts that several lists name as well. `asOf`: the day on which contracts have ended or not. */
export function merge(inputs: readonly ReadSource[], asOf?: string): Inventory {
  const notes: Note[] = []
  const note = (code: NoteId, params: Params = {}) => notes.push({ code, message: fill(NOTES[code].en, params), params })
  const all = inputs.flatMap(({ reading }, source) => (source === 0 ? reading.items : reading.items.map((item) => ofSource(item, source))))
  inputs.forEach(({ reading }, source) => notes.push(...reading.notes.map((one) => ({ ...one, source }))))

  const parts = linkDocuments(all, inputs, (source, code, params) =>
    notes.push({ code, source, message: fill(NOTES[code].en, params), params }),
  )

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
  return PARTIES.some((field) => said[field] !== undefined && also.some((other) => other.field === field && other.says !== said[field]))
}

/** Within one SBOM or across several: the same purl with the same version is the same thing, without a purl the same party, name and version. */
function mergeComponents(all: readonly Mutable<Item>[]): { items: Mutable<Item>[]; merged: number } {
  // most ids are those of one item: only where an id comes again is anything compared
  const byId = new Map<string, number | number[]>()
  const items: Mutable<Item>[] = []
  /** Places of those that were seen more than once. */
  const places = new Map<number, Seen[]>()
  for (const item of all) {
    if (isMergeable(item)) {
      const known = byId.get(item.id)
      const same = (index: number) => isSame(items[index]!, item)
      const first = Array.isArray(known) ? known.find(same) : known !== undefined && same(known) ? known : undefined
      if (first !== undefined) {
        const joined = unabridged(items[first]!)
        absorb(joined, unabridged(item))
        items[first] = joined
        const seen = places.get(first)
        if (seen === undefined) places.set(first, [...joined.seenAt, ...item.seenAt])
        else seen.push(...item.seenAt)
        continue
      }
      if (known === undefined) byId.set(item.id, items.length)
      else if (Array.isArray(known)) known.push(items.length)
      else byId.set(item.id, [known, items.length])
    }
    items.push(item)
  }
  for (const [index, seenAt] of places) items[index]!.seenAt = seenAt
  return { items, merged: all.length - items.length }
}

/** What two statements say together is concluded anew: of both everything is needed. */
const unabridged = (item: Item): Mutable<Item> => (isBrief(item) ? item.item() : item)

/** Whether it says enough to be the same as another; a name alone does not. */
function isMergeable(item: Item): boolean {
  if (item.line) return false
  if (versionOf(item) !== undefined) return true
  return !isPackage(item) && !item.id.startsWith(`${item.kind}::`)
}

/** Of two items of one id. What a document is about is no component of another. */
function isSame(a: Item, b: Item): boolean {
  const isRoot = a.relation === 'root'
  if (isRoot !== (b.relation === 'root') || (isRoot && (a.source !== b.source || !isPackage(a)))) return false
  if (versionOf(a) !== versionOf(b)) return false
  return isPackage(a) || isPackage(b) || a.cpe === b.cpe
}

/** Takes over what the other statement adds, but for its place; where both say something different, the choice does not depend on the order of the inputs. */
function absorb(first: Mutable<Item>, other: Item): void {
  first.relation = NEARER.find((relation) => relation === first.relation || relation === other.relation) ?? first.relation
  first.counted ||= other.counted
  const also = [...(first.also ?? []), ...otherWords(first, other)]
  if (also.length > 0) first.also = also
  first.said = joined(first.said, other.said)
  const cpe = [first.cpe, other.cpe].filter((one) => one !== undefined).sort()[0]
  if (cpe !== undefined) first.cpe = cpe
}

/** What `other` says that is not the first's own word, and where they contradict each other the first's own: only one of them is kept in its place. */
function otherWords({ said, seenAt: [own] }: Item, { said: others, seenAt: [seen] }: Item): OtherWord[] {
  if (own === undefined || seen === undefined) return []
  const words: OtherWord[] = []
  for (const field of WORDS) {
    const [first, says] = [said[field], others[field]]
    if (says === undefined || says === first) continue
    words.push({ field, says, seen })
    if (first !== undefined) words.push({ field, says: first, seen: own })
  }
  const add = (field: Field, says: string, known: readonly string[] | undefined) => {
    if (known?.includes(says) !== true) words.push({ field, says, seen })
  }
  for (const { text } of others.licences ?? [])
    add(
      'licences',
      text,
      said.licences?.map((one) => one.text),
    )
  for (const { url } of others.links ?? [])
    add(
      'links',
      url,
      said.links?.map((one) => one.url),
    )
  return words
}

/** Fields of one text, of which evidence is made. */
const WORDS = ['type', 'group', ...PARTIES, 'description'] as const satisfies readonly (keyof Said)[]

/** A component is as needed as the statement that needs it most says. */
function joined(a: Said, b: Said): Said {
  const { scope: _, ...said } = union(a, b)
  const scope = a.scope === undefined || b.scope === undefined ? undefined : a.scope === b.scope ? a.scope : 'optional'
  return scope === undefined ? said : { ...said, scope }
}

function union(a: Said, b: Said): Said {
  if (JSON.stringify(a) === JSON.stringify(b)) return a
  // the first's own word stays at its own place
  const licences = [...new Map([...(b.licences ?? []), ...(a.licences ?? [])].map((licence) => [licence.text, licence])).values()].sort(
    (x, y) => (x.text < y.text ? -1 : 1),
  )
  const own = new Set(a.links?.map(({ url }) => url))
  const links = [...(a.links ?? []), ...(b.links ?? []).filter(({ url }) => !own.has(url))]
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof Said)[]
  const entries = keys.map((key) => [key, [a[key], b[key]].filter((value) => value !== undefined).sort()[0]] as const)
  return { ...Object.fromEntries(entries), ...(licences.length > 0 && { licences }), ...(links.length > 0 && { links }) }
}
