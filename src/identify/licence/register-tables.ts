import type { LicenceTables } from '../../model/register-index.ts'
import type { LicenceAlias, LicenceEntry, LicenceRegister } from '../../model/register.ts'
import { parseExpression } from './expression.ts'
import { key, plain, prose, urlKey } from './normalise.ts'
import { wordsOf } from './spelling.ts'
import type { Node } from './tree.ts'
import { joinedSigns, signsOf, type WholeText } from './whole.ts'

/** A spelling found in a table. */
export interface Hit {
  readonly node: Node
  /** What is assumed in reading it so. */
  readonly assumes?: string
}

/** A word or some words, and what they mean. `pattern` is a regular expression at word borders, `start` the signs it must begin with. */
export interface WordRule extends Hit {
  readonly pattern: string
  readonly start: string
}

/** What the tables hold under each name: maps by key, and lists that are gone through. */
export interface Tables {
  readonly entries: ReadonlyMap<string, LicenceEntry>
  /** Identifier in small letters → as it is spelled. */
  readonly cases: ReadonlyMap<string, string>
  /** Deprecated identifier → what replaces it. */
  readonly replaced: ReadonlyMap<string, Node>
  /** Exception → whether it lets a work be linked with anything. */
  readonly exceptions: ReadonlyMap<string, boolean>
  readonly exceptionNames: ReadonlyMap<string, string>
  readonly names: ReadonlyMap<string, Hit>
  readonly aliases: ReadonlyMap<string, Hit>
  readonly urls: ReadonlyMap<string, Hit>
  readonly silence: ReadonlyMap<string, true>
  readonly lists: {
    get(name: 'starts'): readonly (Hit & { readonly start: string })[]
    /** Beginnings of addresses that end with the identifier. */
    get(name: 'carriers'): readonly string[]
    get(name: 'references'): readonly (Hit & { readonly written: string; readonly open: boolean })[]
    get(name: 'vetoes' | 'vendors' | 'restrictions'): readonly WordRule[]
    get(name: 'texts'): readonly (Hit & { readonly parts: readonly string[] })[]
    get(name: 'wholes'): readonly WholeText[]
    get(name: 'words'): readonly string[]
  }
}

const GAP = ' … '
/** Words that the keys leave out. */
const WORDS_OF_ALL = ['license', 'licence', 'licensed', 'licenced', 'lizenz', 'lizenzen', 'version', 'unlicenced'] as const

/** Identifier exactly as written; deprecated ones come back as what replaces them. */
export function exactly({ entries, replaced }: Pick<Tables, 'entries' | 'replaced'>, id: string, plus = false): Node | undefined {
  if (plus) {
    const orLater = replaced.get(`${id}+`)
    if (orLater !== undefined) return orLater
  }
  const known = replaced.get(id) ?? (entries.has(id) ? ({ kind: 'licence', id } satisfies Node) : undefined)
  return plus && known?.kind === 'licence' ? { ...known, plus } : known
}

/** The register, turned round for looking things up: every question is one or a few map accesses. */
export function licenceTables(register: LicenceRegister): LicenceTables {
  const entries = firstWins(register.licences.map((entry) => [entry.id, entry]))
  const linking = new Set(register.linkingExceptions)
  const exceptions = new Map([...register.exceptions, ...linking].map((id) => [id, linking.has(id)]))
  const replaced = new Map<string, Node>()
  const exact = (id: string, plus = false) => exactly({ entries, replaced }, id, plus)
  const hit = (alias: LicenceAlias): Hit => {
    const node = parseExpression(alias.is, exact) ?? { kind: 'unread', text: alias.is }
    return { node, ...(alias.assumes !== undefined && { assumes: alias.assumes }) }
  }

  const [forExceptions, forLicences] = parted(register.aliases, (alias) => exceptions.has(alias.is))
  for (const alias of forLicences) {
    const id = alias.written
    if (entries.has(id.replace(/\+$/, '')) && !replaced.has(id)) replaced.set(id, hit(alias).node)
  }
  const [beginnings, wholes] = parted(forLicences, (alias) => alias.written.endsWith('*'))
  const aliases = firstWins(wholes.map((alias) => [key(alias.written), hit(alias)]))
  // where a vendor's name is also an identifier, the table decides
  const names = firstWins(
    register.licences
      .flatMap(({ id, name }) => [id, name].map((spelling) => [key(spelling), { node: exact(id)! }] as const))
      .filter(([spelling]) => !aliases.has(spelling)),
  )
  const [carriers, addresses] = parted(register.urls, (alias) => alias.is === '*')
  const words = (all: readonly LicenceAlias[] = []): WordRule[] => all.map((alias) => ({ ...hit(alias), ...wordPattern(alias.written) }))
  return {
    entries,
    cases: new Map([...entries.keys(), ...exceptions.keys()].map((id) => [id.toLowerCase(), id])),
    replaced,
    exceptions,
    exceptionNames: firstWins([
      ...[...exceptions.keys()].map((id) => [exceptionKey(id), id] as const),
      ...forExceptions.map((alias) => [exceptionKey(alias.written), alias.is] as const),
    ]),
    names,
    aliases,
    urls: firstWins(addresses.map((alias) => [urlKey(alias.written), hit(alias)])),
    silence: new Map(register.silence.map((word) => [plain(word).toLowerCase(), true])),
    lists: new Map<string, unknown>([
      ['starts', beginnings.map((alias) => ({ ...hit(alias), start: key(alias.written.slice(0, -1)) }))],
      ['carriers', carriers.map((alias) => `${urlKey(alias.written.slice(0, -1))}/`)],
      [
        'references',
        (register.references ?? []).map((alias) => ({
          ...hit(alias),
          written: alias.written.replace(/\*$/, '').toLowerCase(),
          open: alias.written.endsWith('*'),
        })),
      ],
      ['vetoes', words(register.vetoWords)],
      ['vendors', words(register.vendorWords)],
      ['restrictions', words(register.restrictions)],
      ['wholes', wholeTexts(register, (alias) => hit(alias).node)],
      ['texts', register.texts.map((alias) => ({ ...hit(alias), parts: alias.written.split(GAP).map(prose) }))],
      ['words', [...new Set(spellings(register).flatMap(wordsOf))]],
    ]),
  }
}

/** Each licence once, with all wordings of it that are known. */
function wholeTexts({ wholes = [], wordings = [] }: LicenceRegister, nodeOf: (alias: LicenceAlias) => Node): WholeText[] {
  const byLicence = Map.groupBy([...wholes, ...wordings.map((alias) => ({ ...alias, written: signsOf(alias.written) }))], ({ is }) => is)
  return [...byLicence.values()].map((all) => ({ node: nodeOf(all[0]!), signs: joinedSigns(all.map(({ written }) => written)) }))
}

/** All that is written in the register, for putting a misspelt word right. */
function spellings({ licences, aliases, vetoWords }: LicenceRegister): string[] {
  return [
    ...WORDS_OF_ALL,
    ...licences.flatMap(({ id, name }) => (id.startsWith('LicenseRef-') ? [id.slice('LicenseRef-'.length)] : [id, name])),
    ...[...aliases, ...vetoWords].map(({ written }) => written),
  ]
}

/** A user's own entries come before ours. */
function firstWins<T>(pairs: readonly (readonly [string, T])[]): Map<string, T> {
  return new Map([...pairs].reverse())
}

function parted<T>(all: readonly T[], test: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(test), all.filter((one) => !test(one))]
}

/** `GPL classpath exception (v2)` and `Classpath-exception-2.0` have one key. */
export function exceptionKey(text: string): string {
  return key(text)
    .replace(/(?:^|-)(?:gnu|special|runtime-library|exceptions?)(?=-|$)/g, '')
    .replace(/^-|-$/g, '')
}

/** At word borders; a `*` at the end stands for the rest of a word, as German compounds need it. */
function wordPattern(written: string): { pattern: string; start: string } {
  const open = written.endsWith('*')
  const words = prose(open ? written.slice(0, -1) : written)
  const escaped = words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/[ -]/g, '[ -]?')
  return {
    pattern: `(?<![\\p{L}\\d])${escaped}${open ? '[\\p{L}\\d]*' : ''}(?![\\p{L}\\d])`,
    start: /^[\p{L}\d]{2}/u.exec(words)?.[0] ?? '',
  }
}
