import { NO_IT } from './identify/layer.ts'
import type { Audit } from './model/audit.ts'
import type { Dossier } from './model/dossier.ts'
import { purlOf } from './model/item.ts'
import type { Purl } from './model/purl.ts'
import type { NamespaceKind } from './model/register.ts'
import { weigher } from './model/weight.ts'
import { tableOf } from './model/table.ts'

/** What one new entry in the register would match. */
export interface UnmatchedGroup {
  /** A namespace, the name of a party, or the words of a product. */
  readonly by: 'namespace' | 'name' | 'product'
  readonly kind?: NamespaceKind
  readonly entry: string
  readonly items: number
  /** EUR on the audit's basis of spending; 0 where no amounts are known. */
  readonly spend: number
  /** The first places it was seen at, `file place`. */
  readonly places: readonly string[]
}

const SHOWN_PLACES = 3
/** The layer of people's work. */
const WORK = 'dienstleistung'
/** purl types whose registers of names have an owner for a namespace, and how it is written. */
const OWNED = tableOf<{ readonly kind: NamespaceKind; readonly entry: (purl: Purl, namespace: string) => string }>({
  npm: { kind: 'npm', entry: (_, namespace) => (namespace.startsWith('@') ? namespace : `@${namespace}`) },
  maven: { kind: 'maven', entry: (_, namespace) => namespace },
  composer: { kind: 'composer', entry: (_, namespace) => namespace },
  github: { kind: 'github', entry: (_, namespace) => namespace },
  docker: { kind: 'oci', entry: (_, namespace) => namespace },
  huggingface: { kind: 'huggingface', entry: (_, namespace) => namespace },
  'vscode-extension': { kind: 'vscode', entry: (_, namespace) => namespace },
  golang: { kind: 'golang', entry: ({ name }, namespace) => `${namespace}/${name}`.split('/').slice(0, 2).join('/') },
})
/** purl types where only the name itself tells. */
const NAMED = tableOf<NamespaceKind>({
  npm: 'npm', nuget: 'nuget', pypi: 'pypi', cargo: 'cargo', gem: 'gem', conda: 'conda', cocoapods: 'cocoapods', pub: 'pub', hex: 'hex', cran: 'cran', deb: 'deb', rpm: 'rpm', apk: 'apk',
  generic: 'generic', golang: 'golang', docker: 'oci', oci: 'oci', swift: 'swift',
}) // prettier-ignore

/** Why items without a known maker are in no group. */
export const LEFT_OUT = ['expired', 'credit', 'uncounted', 'no-it', 'known'] as const
export type LeftOut = Readonly<Record<(typeof LEFT_OUT)[number], number>>

/** Whether the register has the organisation of this name. */
export type IsKnown = (name: string) => boolean

/**
 * Items without a known maker that need no new entry: they do not count, have nothing to do with information technology, or name
 * nobody but an organisation that the register has, which made other things or only sells.
 */
export function leftUnmatched({ items }: Pick<Audit, 'items'>, isKnown: IsKnown): LeftOut {
  const left = { expired: 0, credit: 0, uncounted: 0, 'no-it': 0, known: 0 }
  for (const item of items) {
    const why = isUnmade(item) ? whyLeft(item, isKnown) : undefined
    if (why !== undefined) left[why]++
  }
  return left
}

const isUnmade = ({ maker, selfMade, relation }: Dossier): boolean => maker === undefined && selfMade !== true && relation !== 'root'

function whyLeft(item: Dossier, isKnown: IsKnown): keyof LeftOut | undefined {
  const { counted, amount, layer } = item
  if (layer?.id === NO_IT) return 'no-it'
  if (counted) {
    const { by, entry } = whatWouldMatch(item)
    return by !== 'namespace' && isKnown(entry) ? 'known' : undefined
  }
  return amount?.why === 'expired' ? 'expired' : amount?.why === 'credit' ? 'credit' : 'uncounted'
}

/** Items whose maker stayed unknown, grouped by what would match them; the heaviest first. */
export function unmatched(audit: Pick<Audit, 'items' | 'spend' | 'sources'>, isKnown: IsKnown): UnmatchedGroup[] {
  const weigh = weigher(audit)
  const groups = new Map<
    string,
    { by: UnmatchedGroup['by']; kind?: NamespaceKind; entry: string; items: number; spend: number; places: string[] }
  >()
  for (const item of audit.items) {
    if (!isUnmade(item) || whyLeft(item, isKnown) !== undefined) continue
    const { by, kind, entry } = whatWouldMatch(item)
    const key = `${kind ?? by}:${entry.toLowerCase()}`
    let group = groups.get(key)
    if (group === undefined) groups.set(key, (group = { by, ...(kind !== undefined && { kind }), entry, items: 0, spend: 0, places: [] }))
    group.items++
    group.spend += weigh(item, 'spend')
    const seen = item.seenAt[0]
    if (seen !== undefined && group.places.length < SHOWN_PLACES) group.places.push(`${audit.sources[seen.source]?.path ?? ''} ${seen.at}`)
  }
  return [...groups.values()].sort((a, b) => b.spend - a.spend || b.items - a.items || (a.entry < b.entry ? -1 : 1))
}

function whatWouldMatch(item: Dossier): { by: UnmatchedGroup['by']; kind?: NamespaceKind; entry: string } {
  const purl = purlOf(item)
  const namespaced = purl?.namespace === undefined ? undefined : OWNED.get(purl.type)
  if (namespaced !== undefined) return { by: 'namespace', kind: namespaced.kind, entry: namespaced.entry(purl!, purl!.namespace!) }
  const named = purl === undefined ? undefined : NAMED.get(purl.type)
  if (named !== undefined) return { by: 'namespace', kind: named, entry: purl!.name }
  const { manufacturer, publisher, provider, supplier, product } = item.said
  // of a purchase the seller tells nothing about the maker, but people's work is its own
  const seller = item.line && item.layer?.id !== WORK ? undefined : supplier
  const party = manufacturer ?? publisher ?? provider ?? seller
  return party === undefined ? { by: 'product', entry: product ?? item.name } : { by: 'name', entry: party }
}

export interface UnmatchedWords {
  readonly head: (groups: number, items: number) => string
  /** What else has no known maker. */
  readonly left: (left: LeftOut) => string | undefined
  readonly group: (items: number, euro: string | undefined) => string
  readonly fill: string
}

/**
 * The groups as vendor files, one YAML document each, valid as soon as the question marks are replaced. None has an id that is
 * `taken`: it would replace that entry.
 */
export function unmatchedYaml(
  groups: readonly UnmatchedGroup[],
  left: LeftOut,
  asOf: string,
  words: UnmatchedWords,
  taken: Pick<ReadonlySet<string>, 'has'>,
): string {
  const items = groups.reduce((sum, group) => sum + group.items, 0)
  const ids = new Set<string>()
  const also = words.left(left)
  const head = [words.head(groups.length, items), ...(also === undefined ? [] : [also])].map((line) => `# ${line}`).join('\n')
  return [head, ...groups.map((group) => template(group, freeId(group.entry, ids, taken), asOf, words))].join('\n---\n')
}

function template({ by, kind, entry, items, spend, places }: UnmatchedGroup, id: string, asOf: string, words: UnmatchedWords): string {
  const known =
    by === 'namespace'
      ? ['namespaces:', `  ${kind}: [${quoted(entry)}]`]
      : by === 'product'
        ? ['products:', `  - id: ${id}-1`, `    name: ${quoted(entry)}`]
        : []
  return [
    `# ${words.group(items, spend > 0 ? spend.toFixed(0) : undefined)}`,
    ...places.map((place) => `# ${place.replace(/\s+/g, ' ')}`),
    `id: ${id}`,
    `name: ${by === 'name' ? quoted(entry) : '"?"'}`,
    `kind: company # ${words.fill}`,
    '# country: DE',
    ...known,
    'sources:',
    '  website:',
    '    what: "?"',
    `    date: "${asOf}"`,
    '    seen: primary',
  ].join('\n')
}

/** Double quotes of JSON are double quotes of YAML. */
const quoted = (text: string) => JSON.stringify(text)

function freeId(entry: string, given: Set<string>, taken: Pick<ReadonlySet<string>, 'has'>): string {
  const plain = entry.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60).replace(/-+$/, '') // prettier-ignore
  const base = plain === '' ? 'unknown' : plain
  let id = base
  for (let i = 2; given.has(id) || taken.has(id); i++) id = `${base}-${i}`
  given.add(id)
  return id
}
